"""Verbs that tell of a meeting with what follows: "ran into B", "was on the phone with B"."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_CALL = r"(?:an?|the|another|his|her)\s+(?:[\w-]+\s+){0,3}call\s+from\s"
_PHONE = r"(?:back\s+)?on\s+the\s+(?:tele)?phone\s+(?:again\s+)?with\s"
# What follows a verb, up to those whom it is done with.
_AFTER = {
    "run": r"into\s",
    "bump": r"into\s",
    "drop": r"(?:in\s+on|by\s+to\s+see)\s",
    "look": r"in\s+on\s",
    "call": r"in\s+on\s",
    "catch": r"up\s+(?:\w+ly\s+)?with\s",
    "cross": r"paths\s+with\s",
    "touch": r"base\s+with\s",
    "break": r"bread\s+with\s",
    "come": r"face\s+to\s+face\s+with\s",
    "be": rf"{_PHONE}|(?:(?:the|a)\s+)?guests?\s+of\s",
    "get": rf"{_PHONE}|{_CALL}|together\s+with\s",
    "take": _CALL,
    "receive": _CALL,
    "field": _CALL,
    "accept": _CALL,
    "play": r"(?:(?:an?|his|her)\s+)?(?:[\w-]+\s+){0,2}(?:golf|tennis)\s+with\s",
    "sit": r"(?:down\s+)?(?:across\s+(?:the\s+table\s+)?from|face\s+to\s+face\s+with|opposite)\s",
    "spend": r"(?:[\w-]+\s+){1,4}(?:with|alongside)\s",
}
_FOLLOWS = {lemma: re.compile(after, re.I) for lemma, after in _AFTER.items()}
PHRASES = re.compile(
    r"\b(?:r[au]n(?:s|ning)?|bump(?:s|ed|ing)?)\s+into\b|\bin\s+on\b|\bup\s+(?:\w+ly\s+)?with\b|"
    r"\bpaths\b|\btouch\w*\s+base\b|\bbread\s+with\b|\bface\s+to\s+face\b|\b(?:tele)?phone\b|"
    r"\bguests?\s+of\b|\bspen[dt]s?\b|\btogether\b|\bby\s+to\s+see\b|"
    r"\b(?:golf|tennis)\s+with\b|\bs[ai]t(?:s|ting)?\s+(?:down\s+)?(?:across|opposite)\b",
    re.I,
)


def phrase_end(verb: "Token") -> int | None:
    """Give the number of the word after "ran into"; None where it is no such phrase."""
    follows = _FOLLOWS.get(verb.lemma_.lower())
    if follows is None or (verb.lemma_ == "spend" and verb.tag_ in ("VBZ", "VBP")):
        return None
    rest = verb.doc[verb.i + 1 : verb.sent.end]
    match = follows.match(rest.text)
    if match is None:
        return None
    end = rest.start_char + match.end()
    return next((t.i for t in rest if t.idx >= end), None)
