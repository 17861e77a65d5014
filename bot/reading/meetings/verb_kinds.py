"""Verbs that tell of a meeting, by what they take: a key of words.VERBS, or "phrase"."""

import re
from typing import TYPE_CHECKING

from bot.reading.meetings import words
from bot.reading.meetings.phrases import phrase_end
from bot.reading.meetings.scene import child, under

if TYPE_CHECKING:
    from spacy.tokens import Token

_FAR = re.compile(
    r"\b(?:by|over\s+the|on\s+the)\s+(?:tele)?phone\b|\bphone\s+call\b|\bby\s+video\b|\bvideo\s+link\b",
    re.I,
)
_IN_PERSON = re.compile(r"\bin\s+person\b|\bface[- ]to[- ]face\b", re.I)
# "called on B to lift the tariffs", but "called on B at the palace to discuss them"
_APPEALS = re.compile(
    r"on\b[^.;:,]*\b(?:for\s+(?:restraint|calm|peace|help|support|an?\s+(?:ceasefire|truce|end))|"
    r"to\s+(?!discuss|brief|talk|exchange|express|pay|review|congratulate|thank)[a-z])",
)
_MUTUAL = ("each other", "one another")
_NEAR = 6  # words between a verb and "each other"
_TOGETHER = re.compile(r"\b(?:together|jointly|side by side|alongside|with)\b", re.I)
_WITH_OWN = re.compile(
    r"\b(?:with|alongside)\s+(?:his|her|their)\s+(?:[\w-]+\s+){0,2}(?:daughter|son|wife|husband|"
    r"sister|brother|mother|father|children|family|spouse|aide|staff|bodyguard)s?\b",
    re.I,
)


def verb_kind(token: "Token") -> str | None:
    """Tell how a verb takes its parties; None where it tells of no meeting."""
    if token.dep_ in ("amod", "compound") or _describes(token):
        return None
    if phrase_end(token) is not None:
        return "phrase"
    lemma = token.lemma_.lower()
    for kind, lemmas in words.VERBS.items():
        fits = _FITS.get(kind)
        if lemma in lemmas and (fits is None or fits(token)):
            return kind
    return None


def _describes(token: "Token") -> bool:
    """Whether it only tells who is a guest: "A and visiting Foreign Minister B agreed"."""
    before = token.nbor(-1).lower_ if token.i else ""
    return token.lower_ == "visiting" and before in ("and", "the", "a", "with", "between")


def is_mutual(verb: "Token") -> bool:
    """Tell whether it is done to "each other"."""
    near = verb.doc[verb.i + 1 : min(verb.i + _NEAR, verb.sent.end)].text.lower()
    return any(words in near for words in _MUTUAL)


def is_shared(verb: "Token") -> bool:
    """Tell whether it is done "together": not with one's family or staff."""
    rest = _rest(verb)
    return bool(_TOGETHER.search(rest)) and not _WITH_OWN.search(rest)


def _rest(verb: "Token") -> str:
    return verb.doc[verb.i + 1 : verb.sent.end].text


def _meets(token: "Token") -> bool:
    """Not "meet halfway"; sitting only "down" or "together"."""
    around = {c.lower_ for c in token.children}
    if token.lemma_ in ("come", "get"):
        return "together" in around and child(token, "dobj") is None
    if token.lemma_ == "gather" and child(token, "dobj") is not None:
        return False  # "gather support"
    return "halfway" not in around and (
        token.lemma_ != "sit"
        or not around.isdisjoint({"down", "together", "with", "alongside", "beside"})
    )


def _takes_hands(token: "Token") -> bool:
    hands = child(token, "dobj")
    return hands is not None and hands.lower_ == "hands"


def _is_call_on(token: "Token") -> bool:
    """Whether somebody calls on a person, not "on Russia to withdraw"."""
    on = child(token, "prt")
    if on is not None and on.lower_ == "on":
        return child(token, "xcomp", "ccomp") is None
    if child(token, "xcomp", "ccomp") is not None or _APPEALS.match(_rest(token)):
        return False
    next_to = token.i + 1 < len(token.doc) and token.nbor().lower_ == "on"
    return next_to or (next(under(token, "on"), None) is not None and child(token, "dobj") is None)


def _sees(token: "Token") -> bool:
    """Whether somebody sees a person, not "sees him as a friend" or "saw them leave"."""
    if child(token, "ccomp", "xcomp", "nsubjpass", "auxpass", "oprd", "prt") is not None:
        return False
    if any(c.lower_ == "as" for c in token.children):
        return False
    return child(token, "dobj") is not None or token.dep_ == "relcl"


def _is_together(token: "Token") -> bool:
    return any(c.lower_ == "together" for c in token.children)


def _is_to_call(token: "Token") -> bool:
    """Whether somebody calls a person, not "calls him a liar"."""
    if child(token, "ccomp", "prt") is not None:
        return False
    whom, names = child(token, "dobj"), child(token, "oprd")
    if names is not None and whom is None:  # "called Minister B to thank him" is parsed so
        aim = child(token, "xcomp")
        return aim is not None and child(aim, "aux") is not None
    return whom is not None and names is None and not _is_named(whom)


def _is_named(whom: "Token") -> bool:
    """Whether the object is what somebody is called: "called Ruiz governor"."""
    before = whom.nbor(-1) if whom.i else whom
    return whom.text.islower() and before.pos_ == "PROPN" and before.dep_ in ("compound", "nmod")


def _is_signing(token: "Token") -> bool:
    return child(token, "dobj", "nsubjpass") is not None


def _is_told(token: "Token") -> bool:
    """Whether something was told by phone, or in person."""
    there = token.dep_ == "relcl" and any(c.lower_ == "where" for c in token.children)
    return there or bool(_FAR.search(token.sent.text) or _IN_PERSON.search(_rest(token)))


def _is_joint(token: "Token") -> bool:
    """Whether people do it side by side: not "challenges posed by rivals"."""
    return token.lemma_ != "pose" or (token.tag_ != "VBN" and child(token, "dobj") is None)


def _is_past(token: "Token") -> bool:
    return token.tag_ == "VBD"


def _discusses(token: "Token") -> bool:
    """Not "took her with him", but "took the matter up with him"."""
    return token.lemma_ not in ("take", "bring") or any(c.lower_ == "up" for c in token.children)


def _joins(token: "Token") -> bool:
    """Whether somebody will join a person somewhere, not join him in a wish."""
    return child(token, "auxpass") is None and not any(
        c.dep_ == "pcomp" for prep in token.children for c in prep.children
    )


_FITS = {
    "meet": _meets,
    "hands": _takes_hands,
    "callon": _is_call_on,
    "see": _sees,
    "bring": _is_together,
    "ring": _is_to_call,
    "sign": _is_signing,
    "inform": _is_told,
    "join": _joins,
    "agree": _is_past,
    "discuss": _discusses,
    "joint": _is_joint,
    "together": is_shared,
}
