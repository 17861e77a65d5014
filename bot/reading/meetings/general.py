"""Whether words tell of meetings in general, not of one: "countless talks", "meets him often"."""

import re

from bot.models import DateSpan, PartyKind, Precision
from bot.reading.meetings.triggers import Trigger
from bot.reading.meetings.verb_sides import Group

_UNCOUNTED = frozenset({"countless", "numerous", "many", "frequent", "regular", "endless"})
_NEGOTIATORS = frozenset({"negotiator", "mediator", "delegate", "team"})
_OFTEN = re.compile(
    r"\b(?:(?:number|lot|dozens|scores|couple)\s+of\s+times|(?:several|many|countless|numerous|multiple|"
    r"various)\s+(?:times|occasions)|often|regularly|frequently|routinely|annually|constantly|"
    r"(?:every|each)\s+(?:day|week|month|year)|once\s+a\s+(?:week|month|year)|all\s+the\s+time)\b",
    re.I,
)
_BORDER = re.compile(r"[,;:]|\s[–—-]\s|\b(?:and|but|where|when|who|that|which|because|while)\b")
_FAR = 60  # characters between a verb and "a number of times"


def in_general(trigger: Trigger, who: list[Group], day: DateSpan | None) -> bool:
    """Tell meetings of some days or other from one: `day` is at best the year of one."""
    if day and day.precision is not Precision.YEAR:
        return False
    return _are_many(trigger, who) if trigger.kind == "noun" else _is_habit(trigger)


def _are_many(trigger: Trigger, who: list[Group]) -> bool:
    """Whether a noun is of meetings of countries, or of "countless dialogues"."""
    if trigger.token.tag_ not in ("NNS", "NNPS"):
        return False
    where = trigger.token.head
    if where.lower_ in ("in", "at") and where.head.lemma_.lower() in _NEGOTIATORS:
        return True  # "the negotiator in talks with B met A"
    uncounted = any(c.lower_ in _UNCOUNTED for c in trigger.token.children)
    return uncounted or all(p.kind is PartyKind.BODY for group in who for p in group)


def _is_habit(trigger: Trigger) -> bool:
    """Whether a verb tells what is done again and again: "has spoken with B a number of times"."""
    token, doc = trigger.token, trigger.token.doc
    after = doc[token.i + 1 : token.sent.end].text
    border = _BORDER.search(after)
    own = after[: border.start()] if border else after
    before = {c.lower_ for c in token.lefts}
    return bool(_OFTEN.search(own[:_FAR])) or not before.isdisjoint({"often", "regularly"})
