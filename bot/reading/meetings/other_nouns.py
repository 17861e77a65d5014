"""Nouns that look like a meeting and are none: "calls from B to act", "a round of sanctions"."""

import re
from typing import TYPE_CHECKING

from bot.reading.meetings.scene import child

if TYPE_CHECKING:
    from spacy.tokens import Token

_ROUND = re.compile(
    r"\W*of\W+(?:[\w-]+\W+){0,3}?(?:talk|meeting|consultation|negotiation|discussion|dialog|"
    r"diplomacy|call|conversation|summit|visit|golf|drinks?)",
    re.I,
)
_APPEAL = re.compile(
    r"s?\s+(?:from|by)\s[^.;:]*?\sto\s+(?!(?:the|an?|his|her|their|its|discuss|brief|talk|express|"
    r"congratulate|thank)\b)[a-z]|s\s+(?:from|by)\s[^.;:]*?\sfor\s+[a-z]"
)
_TAKE = frozenset({"take", "receive", "get", "have", "field", "accept", "answer", "hold", "make"})
_LECTURE = frozenset({"deliver", "give"})


def is_another_thing(noun: "Token") -> bool:
    """Whether a noun of meeting means something else here."""
    known = _OTHERWISE.get(noun.lemma_.lower())
    return known is not None and known(noun)


def _is_no_talks(noun: "Token") -> bool:
    """Whether a "round" is one of sanctions or of golf."""
    after = noun.doc[noun.i + 1 : noun.sent.end].text
    return after.startswith("of ") and _ROUND.match(after) is None


def _is_with_nobody(noun: "Token") -> bool:
    """Whether it is "audiences" that listen, or "appointments" of officials."""
    return noun.tag_ == "NNS" and not any(c.lower_ in ("with", "between") for c in noun.children)


def _is_appeal(noun: "Token") -> bool:
    """Whether "calls from B to act" only ask for something."""
    if noun.head.lemma_ in _TAKE or child(noun, "compound") is not None:
        return False
    after = noun.doc[noun.i : noun.sent.end].text[len("call") :]
    return _APPEAL.match(after) is not None


def _is_lecture(noun: "Token") -> bool:
    """Whether somebody "gave a talk"."""
    return noun.dep_ == "dobj" and noun.head.lemma_ in _LECTURE


_OTHERWISE = {
    "round": _is_no_talks,
    "audience": _is_with_nobody,
    "appointment": _is_with_nobody,
    "call": _is_appeal,
    "talk": _is_lecture,
}
