"""Verbs that tell of a meeting, by what they take: a key of words.VERBS, or "phrase"."""

import re
from typing import TYPE_CHECKING

from bot.reading.meetings import words
from bot.reading.meetings.naming_verbs import is_call_on, is_seen_as, is_to_call
from bot.reading.meetings.phrases import phrase_end
from bot.reading.meetings.scene import child
from bot.reading.meetings.speaking import talks

if TYPE_CHECKING:
    from spacy.tokens import Token

_FAR = re.compile(
    r"\b(?:by|over\s+the|on\s+the)\s+(?:tele)?phone\b|\bphone\s+call\b|\bby\s+video\b|\bvideo\s+link\b",
    re.I,
)
_FROM_AFAR = frozenset({"urge", "warn", "promise", "press", "ask", "report", "put", "explain"})
_BESIDE = re.compile(r"\bon\s+the\s+(?:sidelines?|margins?|fringes)\s+of\b", re.I)
_IN_PERSON = re.compile(r"\bin\s+person\b|\bface[- ]to[- ]face\b", re.I)
_TIMES = frozenset({"time", "day", "occasion", "year", "month", "week", "hour"})
_MUTUAL = ("each other", "one another")
_NEAR = 6  # words between a verb and "each other"
_TOGETHER = re.compile(r"\b(?:together|jointly|side by side|alongside|with)\b", re.I)
_ALL_TOGETHER = re.compile(r"\b(?:together|jointly|side by side|each other|one another)\b", re.I)
_CLAUSE = re.compile(r"[;:]|, (?:and|but|while|who|which)\b| (?:and|but) (?!\w+ing\b)")
_FOUND = frozenset(
    {"foundation", "groundwork", "ground", "blame", "claim", "base", "basis", "siege"}
)
_SHOWS = re.compile(r"\bfor\b.{0,40}\b(?:podcast|interview|show|portrait)s?\b", re.I)
_WITH_OWN = re.compile(
    r"\b(?:with|alongside)\s+(?:his|her|their)\s+(?:[\w-]+\s+){0,2}(?:daughter|son|wife|husband|"
    r"sister|brother|mother|father|children|family|spouse|aide|staff|bodyguard)s?\b",
    re.I,
)


def verb_kind(token: "Token") -> str | None:
    """Tell how a verb takes its parties; None where it tells of no meeting."""
    own = is_clause(token) or _shakes_hands(token)
    if (token.dep_ in ("amod", "compound") and not own) or _describes(token):
        return None
    if phrase_end(token) is not None:
        return "phrase"
    lemma = token.lemma_.lower()
    for kind, lemmas in words.VERBS.items():
        fits = _FITS.get(kind)
        if lemma in lemmas and (fits is None or fits(token)):
            return kind
    return None


def is_clause(verb: "Token") -> bool:
    """Whether a participle before a name has its own subject: "after A hosted B" is parsed so."""
    return verb.dep_ == "amod" and child(verb, "nsubj") is not None


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


def are_all_together(verb: "Token") -> bool:
    """Tell whether those who do it do so with each other, as its own clause says."""
    return _ALL_TOGETHER.search(_CLAUSE.split(_rest(verb))[0]) is not None


def _stays_together(verb: "Token") -> bool:
    """Whether it is done with somebody; not "appeared to be one with", "laid the ground for"."""
    thing = child(verb, "dobj")
    idle = verb.lemma_ == "lay" and thing is not None and thing.lemma_ in _FOUND
    seems = verb.lemma_ == "appear" and child(verb, "xcomp", "oprd", "acomp") is not None
    return not (idle or seems) and is_shared(verb)


def _rest(verb: "Token") -> str:
    return verb.doc[verb.i + 1 : verb.sent.end].text


def _meets(token: "Token") -> bool:
    """Not "meet halfway"; sitting only "down" or "together"."""
    around = {c.lower_ for c in token.children}
    if token.lemma_ in ("come", "get"):
        if child(token, "det", "amod") is not None:
            return False  # "an eventual coming together"
        return "together" in around and child(token, "dobj") is None
    thing = child(token, "dobj")
    if token.lemma_ == "gather" and thing is not None:
        return False  # "gather support"
    if token.lemma_ == "sit" and (_is_someone(thing) or _SHOWS.search(_rest(token))):
        return False  # "sat them down"; "sat down for an interview"
    return "halfway" not in around and (
        token.lemma_ != "sit"
        or not around.isdisjoint({"down", "together", "with", "alongside", "beside"})
    )


def is_of_those_met(verb: "Token") -> bool:
    """Whether a clause tells whom somebody met: "the voters they met", not "the day they met"."""
    met = verb.head
    people = verb.dep_ == "relcl" and met.tag_ in ("NNS", "NNPS") and met.lemma_ not in _TIMES
    doer = child(verb, "nsubj")
    if not people or doer is None or child(verb, "advmod", "prep") is not None:
        return False
    return doer.i > met.i and doer.lower_ not in ("who", "that")


def _is_someone(word: "Token | None") -> bool:
    return word is not None and word.pos_ in ("PROPN", "PRON")


def _shakes_hands(token: "Token") -> bool:
    """Tell "were photographed shaking hands", which is parsed as hands that shake."""
    return token.lower_ == "shaking" and token.head.lower_ == "hands"


def _takes_hands(token: "Token") -> bool:
    if _shakes_hands(token):
        return True
    hands = child(token, "dobj")
    return hands is not None and hands.lower_ == "hands"


def _sees(token: "Token") -> bool:
    """Whether somebody sees a person, not "sees him as a friend" or "saw them leave"."""
    if child(token, "ccomp", "xcomp", "nsubjpass", "auxpass", "oprd", "prt") is not None:
        return False
    if any(c.lower_ == "as" for c in token.children) or is_seen_as(token):
        return False
    return child(token, "dobj") is not None or token.dep_ == "relcl"


def _is_together(token: "Token") -> bool:
    return any(c.lower_ == "together" for c in token.children)


def _is_signing(token: "Token") -> bool:
    return child(token, "dobj", "nsubjpass") is not None


def is_told_there(token: "Token") -> bool:
    """Whether something was told to somebody who was there: "told visiting Minister B"."""
    if token.lemma_ in _FROM_AFAR:
        return False
    return _rest(token).startswith("visiting ") or _BESIDE.search(_before_said(token)) is not None


def _before_said(token: "Token") -> str:
    """Give the words of a sentence up to what is said: "On the sidelines, A told B (that …)"."""
    said = (c.left_edge.i for c in token.children if c.dep_ in ("ccomp", "xcomp"))
    end = min((i for i in said if i > token.i), default=token.sent.end)
    return str(token.doc[token.sent.start : end].text)


def _is_told(token: "Token") -> bool:
    """Whether something was told by phone, or in person."""
    there = token.dep_ == "relcl" and any(c.lower_ == "where" for c in token.children)
    return (
        there
        or is_told_there(token)
        or bool(_FAR.search(token.sent.text) or _IN_PERSON.search(_rest(token)))
    )


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
    "callon": is_call_on,
    "see": _sees,
    "bring": _is_together,
    "ring": is_to_call,
    "sign": _is_signing,
    "inform": _is_told,
    "join": _joins,
    "agree": _is_past,
    "discuss": _discusses,
    "joint": _is_joint,
    "talk": talks,
    "together": _stays_together,
}
