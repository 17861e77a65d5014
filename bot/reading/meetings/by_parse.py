"""Which places go with a meeting by the parse: what stands under it, or what it is part of."""

from typing import TYPE_CHECKING

from bot.reading.meetings import words
from bot.reading.meetings.scene import Scene, ancestry

if TYPE_CHECKING:
    from spacy.tokens import Token

AT = frozenset({"in", "at", "inside", "near", "outside"})
TO = frozenset({"to", "for", "into"})
_FROM = frozenset({"from", "out"})
_LEAVES = frozenset({"return", "fly", "depart", "come", "arrive", "back", "travel"})
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
_WHILE = frozenset({"when", "while"})
# What talks are about: "the war in Ukraine", "the situation in Gaza".
_MATTERS = frozenset(
    {"war", "conflict", "crisis", "situation", "fighting", "violence", "hostility", "ceasefire"}
    | {"peace", "truce", "invasion", "unrest", "coup", "tension", "stability", "security", "troop"}
    | {"development", "circumstance", "election", "problem", "issue", "right", "operation"}
    | {"project", "investment", "plant", "hostage", "people", "interest", "democracy"}
)
_ASKS = frozenset({"invite", "invitation", "urge", "ask", "agree", "promise", "pledge", "accept"})
_ENVOYS = frozenset({"ambassador", "embassy", "consulate", "mission", "envoy", "delegation"})
_AFTER = frozenset({"after", "following"})
_APPEARANCES = frozenset({"conference", "appearance", "briefing"})
_TOPIC = 50  # "Gaza talks in Cairo" are not in Gaza
_OTHER_CLAUSE = 30
FAR = 1000


def distance(token: "Token", trigger: "Token", scene: Scene) -> int:
    """How far a place is from a trigger; FAR if it is no place of the meeting."""
    prep = preposition(token)
    if prep is None:
        return _as_modifier(token, trigger, scene)
    governor = prep.head
    if prep.lower_ == "of" and governor.lower_ == "out":
        prep, governor = governor, governor.head  # "before flying out of Lima"
    if governor.lemma_ in ("office", *words.SAY) or is_elsewhere(governor, trigger):
        return FAR
    away = abs(token.i - trigger.i) + _between_clauses(governor, trigger)
    if prep.lower_ in AT:
        told = _reaches(governor, trigger) or _appear_after(governor, trigger)
        return away if told else FAR
    if prep.lower_ in _FROM:
        return away if _leaves_after(governor, trigger) else FAR
    if prep.lower_ in TO and governor.lemma_.lower() in TRAVEL:
        return away if _reaches(governor, trigger) else FAR
    return FAR


def _between_clauses(governor: "Token", trigger: "Token") -> int:
    """Cost of a place told with another verb: "flew to Oslo and hosted B in Bergen"."""
    crossed = False
    for word in ancestry(trigger):
        if word.i == governor.i:
            return _OTHER_CLAUSE if crossed else 0
        crossed = crossed or (word.dep_ == "conj" and word.pos_ == "VERB")
    return 0


def is_elsewhere(governor: "Token", trigger: "Token") -> bool:
    """Whether a place is that of a matter, of a trip to come, or of other talks."""
    if governor.i == trigger.i:
        return False
    return (
        is_after_that(governor)
        or governor.lemma_.lower() in _MATTERS
        or _is_only_asked(governor, trigger)
        or _is_of_other_talks(governor, trigger)
    )


def _is_only_asked(trip: "Token", trigger: "Token") -> bool:
    """Whether somebody is only asked to go there: "met B and invited him to visit Lima"."""
    asks = trip.head if trip.dep_ in ("xcomp", "ccomp", "acl") else None
    asked = asks is not None and trip.lemma_ in JOURNEY and asks.lemma_ in _ASKS
    return asked and all(word.i != trip.i for word in ancestry(trigger))


def _is_of_other_talks(noun: "Token", trigger: "Token") -> bool:
    """Whether a place goes with the first of two: "talks with A in Lima and a lunch with B"."""
    first = trigger.head
    if trigger.dep_ != "conj" or trigger.pos_ != "NOUN" or first.pos_ != "NOUN":
        return False
    both = all(any(c.lower_ == "with" for c in word.children) for word in (first, trigger))
    within = any(word.i == first.i for word in ancestry(noun))
    return both and within and first.i <= noun.i < trigger.i


def _appear_after(governor: "Token", trigger: "Token") -> bool:
    """Whether they spoke to the press there: "at a news conference in Lima after the talks"."""
    after = trigger.head
    joint = any(c.lower_ == "joint" for c in governor.children)
    return joint and governor.lemma_ in _APPEARANCES and after.lower_ in _AFTER


def _leaves_after(verb: "Token", trigger: "Token") -> bool:
    """Whether a journey home follows it: "returned from Lima after talks", "before flying out"."""
    if verb.lemma_ not in _LEAVES:
        return False
    after = trigger.head
    if after.lower_ in _AFTER and after.head.i == verb.i:
        return True
    before = verb.head
    return before.lower_ == "before" and _is_below(before, trigger)


def preposition(token: "Token") -> "Token | None":
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
    name = token
    while name.dep_ == "compound" and name.pos_ == "PROPN":
        name = name.head  # "visited the Oval Office"
    if name.dep_ == "dobj" and name.head.lemma_ in ("visit", "tour", "leave"):
        if is_elsewhere(name.head, trigger):
            return FAR
        return abs(token.i - trigger.i) if _reaches(name.head, trigger) else FAR
    return FAR


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


def belongs(token: "Token", trigger: "Token") -> bool:
    """Whether a place stands in the trigger's own phrase, or says where it took place."""
    if trigger.left_edge.i <= token.i <= trigger.right_edge.i:
        return True
    prep, verb = preposition(token), trigger.head
    takes_place = trigger.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in HAPPENS
    return takes_place and prep is not None and prep.head in (verb, *verb.children)


def is_after_that(word: "Token") -> bool:
    """Whether what is told comes before it: "ahead of a visit to Lima"."""
    return word.dep_ == "pobj" and word.head.lower_ == "of" and word.head.head.lower_ == "ahead"
