"""Whether "called B" and "sees B" reach a person, or only tell what B is to somebody.

"A called B on Friday" is a call; "A called B, her rival, a “coward”" is none, nor is
"A sees B as a partner". What stands right behind the person tells them apart.
"""

import re
from typing import TYPE_CHECKING

from bot.reading.meetings import words
from bot.reading.meetings.scene import child

if TYPE_CHECKING:
    from spacy.tokens import Token

_AIMS = (
    r"(?:discuss|brief|talk|exchange|express|pay|review|congratulate|thank)"  # of those who call
)
# "called on B to lift the tariffs", but "called on B at the palace to discuss them"
_APPEALS = re.compile(
    r"on\b[^.;:,]*\b(?:for\s+(?:restraint|calm|peace|help|support|an?\s+(?:ceasefire|truce|end))|"
    rf"to\s+(?!{_AIMS})[a-z])",
)
_CALLS_TO = re.compile(rf"{_AIMS}\b")
_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "PRON", "NUM", "PART"})
_QUOTES = frozenset({"“", '"', "‘", "``", "''", "'"})
_ARTICLES = frozenset({"a", "an", "the"})
_TIMES = frozenset({"day", "week", "month", "year", "hour", "minute", "time", "night", "morning"})
_ASIDE = 14  # words of ", her rival for the chair,"
_CLOSE = 4  # words between "a" and "later", or "a spokesman" and "said"
_IDIOM = frozenset({"it", "that", "this"})  # "called them on it"


def is_call_on(verb: "Token") -> bool:
    """Whether somebody calls on a person, not "on Russia to withdraw"."""
    on = child(verb, "prt")
    aim = child(verb, "xcomp", "ccomp")
    asked = aim is not None and not _CALLS_TO.fullmatch(aim.lemma_)
    if on is not None and on.lower_ == "on":
        return not asked
    rest = verb.doc[verb.i + 1 : verb.sent.end].text
    if asked or _APPEALS.match(rest):
        return False
    next_to = verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "on"
    below = any(c.lower_ == "on" and child(c, "pobj") is not None for c in verb.children)
    return next_to or (below and child(verb, "dobj") is None)


def is_to_call(verb: "Token") -> bool:
    """Whether somebody calls a person, not "calls him a liar"."""
    if child(verb, "ccomp", "prt") is not None or _tells_a_name(verb):
        return False
    whom, names = child(verb, "dobj"), child(verb, "oprd")
    if names is not None and whom is None:  # "called Minister B to thank him" is parsed so
        aim = child(verb, "xcomp")
        return aim is not None and child(aim, "aux") is not None
    return whom is not None and names is None and not _is_named(whom)


def is_seen_as(verb: "Token") -> bool:
    """Whether somebody is seen "as" something, however it is parsed."""
    after = _after_object(verb)
    if after is None or after.lower_ != "as":
        return False
    return after.doc[after.i + 1 : after.i + 2].text.lower() != "well"


def _is_named(whom: "Token") -> bool:
    """Whether the object is what somebody is called: "called Ruiz governor"."""
    before = whom.nbor(-1) if whom.i else whom
    return whom.text.islower() and before.pos_ == "PROPN" and before.dep_ in ("compound", "nmod")


def _tells_a_name(verb: "Token") -> bool:
    """Whether the words behind a person tell what he is called: "called B, her rival, a “fool”"."""
    if verb.tag_ in ("VBP", "VBZ") and any(c.lower_ == "as" for c in verb.lefts):
        return True  # "Jo, as they call each other"
    after = _after_object(verb)
    if after is None:
        return False
    if after.text == ",":
        return _names_behind_aside(after)
    if after.lower_ == "on":
        return after.i + 1 < len(after.doc) and after.nbor().lower_ in _IDIOM
    return _begins_name(after)


def _names_behind_aside(comma: "Token") -> bool:
    """Whether an aside between commas is followed by a name that somebody is given."""
    rest = comma.doc[comma.i + 1 : comma.i + _ASIDE]
    close = next((t for t in rest if t.text in (",", ".")), None)
    if close is None or close.text == "." or close.i + 1 >= len(close.doc):
        return False
    first = close.nbor()
    near = first.doc[first.i : first.i + _CLOSE]
    told = any(t.lemma_ in words.SAY for t in near)  # ", the envoy, a spokesman said"
    return first.lower_ != "the" and not told and _begins_name(first)


def _begins_name(first: "Token") -> bool:
    """Whether "a “fool”" begins here; not "a day later", nor "“to thank him”"."""
    near = first.doc[first.i + 1 : first.i + _CLOSE]
    if first.text in _QUOTES:
        return bool(near) and near[0].lower_ not in ("to", "on", "after", "for", "and", "in")
    return first.lower_ in _ARTICLES and not any(t.lemma_ in _TIMES for t in near)


def _after_object(verb: "Token") -> "Token | None":
    """Give the first word behind the name or noun that follows a verb."""
    for token in verb.doc[verb.i + 1 : verb.i + _ASIDE]:  # a quote may begin a new sentence
        opens = token.i == verb.i + 1 and token.pos_ == "DET"
        inner = token.text == "-" or token.tag_ == "POS"
        named = token.pos_ in _NAMES and token.lower_ not in _ARTICLES
        if not (opens or inner or (named and token.text not in _QUOTES)):
            return token if token.i > verb.i + 1 else None
    return None
