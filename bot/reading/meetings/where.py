"""Where the meeting was, of the places that its sentence names."""

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.beat import Event
from bot.models import DateSpan
from bot.reading.date_events import always_there, events_named
from bot.reading.meetings import order, words
from bot.reading.meetings.scene import Scene, ancestry
from bot.reading.meetings.there import place_meant
from bot.reading.place import Place, PlacePhrase

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SIDELINES = re.compile(
    r"\b(?:sidelines?|margins?|fringes)\s+of\s+(?:the\s+|an?\s+)?$|\bat\s+the\s+$", re.I
)
_DAYS_OFF = timedelta(days=5)  # bilateral meetings begin before a summit and end after it
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
_TOWNS = frozenset({"city", "town", "resort", "village", "port", "capital", "island", "suburb"})
_LATER = frozenset(
    {
        "upcoming",
        "planned",
        "expected",
        "proposed",
        "possible",
        "future",
        "forthcoming",
        "next",
        "previous",
    }
)
_WHILE = frozenset({"when", "while"})
_TOPIC = 50  # "Gaza talks in Cairo" are not in Gaza
_FAR = 1000


def meeting_place(
    trigger: "Token",
    sentence: "Span",
    scene: Scene,
    own: bool = False,
    ahead: bool = False,
    day: DateSpan | None = None,
    before: Place | None = None,
) -> Place | None:
    """Join the places that go with the trigger; None where none does.

    `own` takes only what stands right with it ("the talks in Lima"). Which year's
    summit is meant is told by its day, else by whether it lies `ahead`. `before` is the
    place named last, for "there".
    """
    ranked = []
    for phrase in scene.places:
        if not sentence.start_char <= phrase.start < sentence.end_char:
            continue
        token = next((t for t in sentence if t.idx + len(t) > phrase.start), None)
        if token is None or _is_hyphenated(phrase, scene):
            continue
        if own:
            far = _distance(token, trigger, scene) if _belongs(token, trigger) else _FAR
        else:
            last = next(t for t in reversed(sentence) if t.idx < phrase.end)
            by_order = order.distance(token, last, trigger, sentence)
            far = min(_distance(token, trigger, scene), by_order)
        ranked.append((far, phrase.place))
    ranked = sorted((item for item in ranked if item[0] < _FAR), key=lambda item: item[0])
    if not ranked:
        return None if own else _otherwise(sentence, scene, ahead, day, before)
    place = ranked[0][1]
    for _, other in ranked[1:]:
        place = place.joined(other)
    meant = None if own or place.city else place_meant(sentence, scene, place)
    return place.joined(meant) if meant else place


def _is_hyphenated(phrase: PlacePhrase, scene: Scene) -> bool:
    """Whether a country stands in "U.S.-Japan": it takes part."""
    raw = scene.parsed.paragraph.text  # the parse has spaces for hyphens
    around = raw[max(0, phrase.start - 1) : phrase.start], raw[phrase.end : phrase.end + 1]
    return not phrase.place.city and any(c in ("-", "–") for c in around)


def _otherwise(
    sentence: "Span", scene: Scene, ahead: bool, day: DateSpan | None, before: Place | None
) -> Place | None:
    """Place that is pointed at, or of a caption's picture, the event or the journey."""
    return (
        place_meant(sentence, scene, before)
        or _of_picture(sentence, scene)
        or _of_event(sentence, scene, ahead, day)
        or (scene.entry.place if scene.entry else None)
    )


def _of_picture(sentence: "Span", scene: Scene) -> Place | None:
    """Where a picture was taken: all in a caption belongs to what it shows."""
    if not scene.caption:
        return None
    found: Place | None = None
    for phrase in scene.places:
        at = re.search(r"\b(?:at|in|outside)\s+(?:the\s+)?$", scene.text[: phrase.start])
        if at and sentence.start_char <= phrase.start < sentence.end_char:
            found = found.joined(phrase.place) if found else phrase.place
    return found


def _of_event(sentence: "Span", scene: Scene, ahead: bool, day: DateSpan | None) -> Place | None:
    """Where the event is held that it is told by: "on the sidelines of the G7 summit"."""
    text = scene.text_of(sentence)
    for named in events_named(text, day.start if day else scene.dateline, ahead, scene.beat):
        if not _SIDELINES.search(text[: named.start]):
            continue
        event = named.event
        if event and day and day.end and not _in_time(event, day.start, day.end):
            event = None
        event = event or always_there(text[named.start : named.end], scene.beat)
        if event and event.city:
            return Place(city=event.city, country=event.country)
    return None


def _in_time(event: Event, first: date, last: date) -> bool:
    return event.start - _DAYS_OFF <= last and first <= event.end + _DAYS_OFF


def _distance(token: "Token", trigger: "Token", scene: Scene) -> int:
    """How far a place is from a trigger; _FAR if it is no place of the meeting."""
    prep = _preposition(token)
    if prep is None:
        return _as_modifier(token, trigger, scene)
    governor = prep.head
    if governor.lemma_ in (*words.SAY, "office"):
        return _FAR
    if governor.i != trigger.i and _is_after_that(governor):
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
        if word.dep_ == "pobj" and word.head.lower_ == "of" and word.head.head.lemma_ in _TOWNS:
            word = word.head.head  # "the port city of Odesa"
        if word.dep_ == "pobj":
            return word.head
        if word.dep_ not in (
            "compound",
            "det",
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
    if token.dep_ in ("compound", "nmod", "amod") and _names(token, trigger, scene):
        return _TOPIC + abs(token.i - trigger.i)
    if token.dep_ == "dobj" and token.head.lemma_ in ("visit", "tour", "leave"):
        return abs(token.i - trigger.i) if _reaches(token.head, trigger) else _FAR
    return _FAR


def _names(token: "Token", noun: "Token", scene: Scene) -> bool:
    """Whether a place in front of a noun says where: "the Camp David summit", not "U.S.-Japan"."""
    doc = token.doc
    if any(0 <= i < len(doc) and doc[i].text in ("-", "–") for i in (token.i - 1, token.i + 1)):
        return False
    head = token.head
    while head.dep_ == "compound" and head.pos_ == "PROPN" and head.i < noun.i:
        head = head.head
    return head.i == noun.i


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
            on_the_way = word.tag_ == "VBG" and word.lemma_ in JOURNEY and noun.dep_ == "nsubj"
            return trigger.i in (noun.i, noun.head.i if on_the_way else noun.i)
        inner = word.dep_ == "xcomp" and word.head.dep_ in ("acl", "relcl")
        if _was_there(word):
            continue
        if word.dep_ in _BORDERS and word.lemma_ not in JOURNEY and not inner:
            return False
    return False


def _was_there(clause: "Token") -> bool:
    """Whether a clause tells where they were then: "while I was in Lima"."""
    marks = {c.lower_ for c in clause.children}
    return clause.lemma_ == "be" and clause.dep_ == "advcl" and not marks.isdisjoint(_WHILE)


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
        word = _journey_to(token) if token is not None else None
        if word is None:
            continue
        found = found.joined(phrase.place) if found else phrase.place
        verb = verb or word
    while verb is not None and verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    return verb, found


def _journey_to(place: "Token") -> "Token | None":
    """Word that tells of a journey to a place: "arrived in", "is visiting", "is in"."""
    if place.dep_ == "dobj" and place.head.lemma_ in ("visit", "tour"):
        return place.head
    prep = _preposition(place)
    if prep is None or prep.lower_ not in _AT | _TO or _is_another_trip(prep.head):
        return None
    stays = prep.head.lemma_ == "be" and prep.lower_ == "in" and prep.i == prep.head.i + 1
    return prep.head if stays or prep.head.lemma_ in JOURNEY else None


def _is_another_trip(word: "Token") -> bool:
    """Whether a trip is only spoken of: "the upcoming visit of the president to Lima"."""
    if word.pos_ != "NOUN":
        return False
    return _is_after_that(word) or any(c.lower_ in _LATER for c in word.children)


def _is_after_that(word: "Token") -> bool:
    """Whether what is told comes before it: "ahead of a visit to Lima"."""
    return word.dep_ == "pobj" and word.head.lower_ == "of" and word.head.head.lower_ == "ahead"
