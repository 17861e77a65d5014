"""Where the meeting was, of the places that its sentence names."""

import re
from typing import TYPE_CHECKING

from bot.reading.date_events import events_named
from bot.reading.meetings import words
from bot.reading.meetings.scene import Scene, ancestry
from bot.reading.places import Place, places_in

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SIDELINES = re.compile(
    r"\b(?:sidelines?|margins?|fringes)\s+of\s+(?:the\s+|an?\s+)?$|\bat\s+the\s+$", re.I
)
_AT = frozenset({"in", "at", "inside", "near", "outside"})
_TO = frozenset({"to", "for", "into"})
TRAVEL = frozenset(
    {
        "travel",
        "visit",
        "fly",
        "go",
        "trip",
        "arrive",
        "come",
        "head",
        "return",
        "stop",
        "depart",
        "tour",
    }
    | {"land", "be", "attend", "welcome", "host", "stay"}
)
JOURNEY = frozenset({"travel", "fly", "arrive", "trip", "visit", "stop", "land", "begin"})
# What a meeting itself does: "the talks took place in Lima".
HAPPENS = frozenset(
    {"take", "hold", "begin", "start", "open", "convene", "end", "conclude", "host", "schedule"}
    | {"happen", "occur", "come", "resume", "kick", "be"}
)
_BORDERS = frozenset({"ccomp", "advcl", "xcomp", "pcomp"})
_FAR = 1000


def meeting_place(
    trigger: "Token", sentence: "Span", scene: Scene, own: bool = False
) -> Place | None:
    """Join the places that go with the trigger; None where none does.

    `own` takes only what stands right with it ("the talks in Lima").
    """
    ranked = []
    for phrase in scene.places:
        if not sentence.start_char <= phrase.start < sentence.end_char:
            continue
        token = next((t for t in sentence if t.idx + len(t) > phrase.start), None)
        if token is not None:
            far = _distance(token, trigger, scene)
            ranked.append((far if not own or _belongs(token, trigger) else _FAR, phrase.place))
    ranked = sorted((item for item in ranked if item[0] < _FAR), key=lambda item: item[0])
    if not ranked:
        return None if own else _here(trigger, scene) or _of_event(sentence, scene)
    place = ranked[0][1]
    for _, other in ranked[1:]:
        place = place.joined(other)
    return place


def _here(trigger: "Token", scene: Scene) -> Place | None:
    """Where "here" is: the place of the dateline, if the sentence says so."""
    if all(word.lower_ != "here" for word in trigger.sent):
        return None
    opening = scene.parsed.paragraph.text[: scene.doc.text.find(scene.doc.text.lstrip()[:1])]
    found = places_in(opening.title() if opening.isupper() else opening, scene.beat)
    return found[0].place if found else None


def _of_event(sentence: "Span", scene: Scene) -> Place | None:
    """Where the event is held that it is told by: "on the sidelines of the G7 summit"."""
    text = sentence.text
    for named in events_named(text, scene.dateline, True, scene.beat):
        aside = _SIDELINES.search(text[: named.start])
        if aside and named.event and named.event.city:
            return Place(city=named.event.city, country=named.event.country)
    return None


def _distance(token: "Token", trigger: "Token", scene: Scene) -> int:
    """How far a place is from a trigger; _FAR if it is no place of the meeting."""
    prep = _preposition(token)
    if prep is None:
        return _as_modifier(token, trigger, scene)
    governor = prep.head
    if governor.lemma_ in words.SAY or governor.lemma_ == "office":
        return _FAR
    away = abs(token.i - trigger.i)
    if prep.lower_ in _AT:
        return away if _reaches(governor, trigger) else _FAR
    if prep.lower_ in _TO and governor.lemma_.lower() in TRAVEL:
        return away if _reaches(governor, trigger) else _FAR
    return _FAR


def _preposition(token: "Token") -> "Token | None":
    """Preposition that a place stands under, through "Tokyo, Japan" and "the hotel in Taguig"."""
    word = token
    for _ in range(5):
        if word.dep_ == "pobj":
            return word.head
        if word.dep_ not in (
            "compound",
            "appos",
            "nmod",
            "conj",
            "poss",
            "nummod",
            "npadvmod",
            "amod",
        ):
            return None
        word = word.head
    return None


def _as_modifier(token: "Token", trigger: "Token", scene: Scene) -> int:
    """Measure a place in front of the noun ("the Lima meeting"), or one that is visited."""
    if token.dep_ in ("compound", "nmod", "amod") and token.head.i == trigger.i:
        return abs(token.i - trigger.i)
    if token.dep_ == "dobj" and token.head.lemma_ in ("visit", "tour", "leave"):
        return abs(token.i - trigger.i) if _reaches(token.head, trigger) else _FAR
    return _FAR


def _reaches(governor: "Token", trigger: "Token") -> bool:
    """Whether what stands at a place is the meeting, or what the meeting is part of."""
    for word in ancestry(trigger):
        if word.i == governor.i:
            return True
        if word.dep_ in ("ccomp", "relcl", "parataxis") and word.head.lemma_ in words.SAY:
            break
    if governor.head.i == governor.i and governor.pos_ == "PROPN":
        return True  # cut off by the parser: "met the director (DNI) / Gabbard in Washington"
    return _is_below(governor, trigger)


def _is_below(governor: "Token", trigger: "Token") -> bool:
    """Whether a word belongs to the trigger, with no other clause between them."""
    for word in ancestry(governor):
        if word.i in (trigger.i, trigger.head.i):
            return True
        if word.dep_ in ("acl", "relcl"):
            noun = word.head.head if word.head.dep_ == "appos" else word.head
            return noun.i == trigger.i
        inner = word.dep_ == "xcomp" and word.head.dep_ in ("acl", "relcl")
        if word.dep_ in _BORDERS and word.lemma_ not in JOURNEY and not inner:
            return False
    return False


def _belongs(token: "Token", trigger: "Token") -> bool:
    """Whether a place stands in the trigger's own phrase, or says where it took place."""
    if trigger.left_edge.i <= token.i <= trigger.right_edge.i:
        return True
    prep, verb = _preposition(token), trigger.head
    takes_place = trigger.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in HAPPENS
    return takes_place and prep is not None and prep.head in (verb, *verb.children)


def journey_place(sentence: "Span", scene: Scene) -> tuple["Token | None", Place | None]:
    """Find the verb by which somebody travels, arrives or stops, and where to."""
    found: Place | None = None
    verb: Token | None = None
    for phrase in scene.places:
        if not sentence.start_char <= phrase.start < sentence.end_char:
            continue
        token = next((t for t in sentence if t.idx + len(t) > phrase.start), None)
        prep = _preposition(token) if token is not None else None
        if prep is None or prep.lower_ not in _AT | _TO or prep.head.lemma_ not in JOURNEY:
            continue
        found = found.joined(phrase.place) if found else phrase.place
        verb = verb or prep.head
    while verb is not None and verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    return verb, found
