"""Words in a parse that tell of a meeting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.reading.meetings import words
from bot.reading.meetings.scene import child, under

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_STEMS = re.compile(
    r"\b(?:met|meet(?:s|ing|ings)?|talks?|talked|talking|spoke|speaks?|spoken|speaking|confer(?:s|red)?|"
    r"held|summit|calls?|called|phoned?|telephoned?|conversations?|discussions?|(?:tele|video)conferences?|"
    r"dialog(?:ue)?s?|consult\w*|ministerials?|bilaterals?|trilaterals?|lunch(?:eon)?|dinner|breakfast|"
    r"roundtable|audience|host(?:s|ed|ing)?|welcom\w+|receiv\w+|greet\w*|visit\w*|conven\w+|"
    r"two-plus-two|2\+2|shakes?\s+hands|shook\s+hands|sat\s+down|sits?\s+(?:down|with)|negotiations?|"
    r"gathering|conference|banquet|discuss\w*|negotiat\w+|deliberat\w+|interact\w+|chat\w*|parleys?|din(?:e|ed|ing)|golf\w*|co-?chair\w*|tour|poses?|walks?|sign(?:ed|s|ing)?)\b",
    re.I,
)
_NOUN_STEMS = re.compile(
    r"\b(?:(?:one|head)-(?:on|to)-(?:one|head)|sit-down|t[eê]te-[aà]-t[eê]te|pull-aside|get-together|"
    r"follow-up|meet-up|drop-in|appointment|round|briefing|reunion|session|tea|"
    r"coffee|supper|brunch|drink|dinner|lunch(?:eon)?|breakfast|summit|reception|encounter|huddle|"
    r"handshake|gathering|banquet)(?:e?s)?\b",
    re.I,
)


def needs_parse(text: str) -> bool:
    """Tell, without parsing, whether a paragraph may tell of a meeting."""
    return bool(_STEMS.search(text) or _NOUN_STEMS.search(text))


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of a meeting, and how it takes its parties."""

    token: "Token"
    kind: str  # "noun", or a key of words.VERBS


def triggers(sentence: "Span") -> Iterator[Trigger]:
    """Find the words of a sentence that tell of meetings."""
    for token in sentence:
        kind = _verb_kind(token) if token.pos_ in ("VERB", "AUX") else _noun_kind(token)
        if kind:
            yield Trigger(token, kind)


def _verb_kind(token: "Token") -> str | None:
    lemma = token.lemma_.lower()
    if token.dep_ in ("amod", "compound"):
        return None
    for kind, lemmas in words.VERBS.items():
        fits = _FITS.get(kind)
        if lemma in lemmas and (fits is None or fits(token)):
            return kind
    return None


def _meets(token: "Token") -> bool:
    """Not "meet halfway"; sitting only "down" or "together"."""
    around = {c.lower_ for c in token.children}
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
    on = next(under(token, "on"), None)
    return on is not None and child(token, "dobj", "xcomp", "ccomp") is None


def _is_to_see(token: "Token") -> bool:
    return token.tag_ == "VB" and child(token, "dobj") is not None


def _is_together(token: "Token") -> bool:
    return any(c.lower_ == "together" for c in token.children)


def _is_to_call(token: "Token") -> bool:
    """Whether somebody calls a person, not "calls him a liar"."""
    return child(token, "dobj") is not None and child(token, "oprd", "ccomp", "prt") is None


def _is_signing(token: "Token") -> bool:
    return child(token, "dobj", "nsubjpass") is not None


def _is_by_phone(token: "Token") -> bool:
    """Whether something was told by phone."""
    return bool(re.search(r"\bby (?:tele)?phone\b|\bphone call\b", token.sent.text, re.I))


_FITS = {
    "meet": _meets,
    "hands": _takes_hands,
    "callon": _is_call_on,
    "see": _is_to_see,
    "bring": _is_together,
    "ring": _is_to_call,
    "sign": _is_signing,
    "inform": _is_by_phone,
}


def _noun_kind(token: "Token") -> str | None:
    if token.pos_ not in ("NOUN", "PROPN", "NUM", "ADJ") or token.dep_ == "compound":
        return None
    lemma = token.lemma_.lower()
    if lemma not in words.NOUNS and token.lower_ not in words.NOUNS:
        return None
    if token.dep_ in ("amod", "nmod", "nummod"):
        return None
    if token.pos_ in ("NUM", "ADJ") and lemma not in ("bilateral", "trilateral"):
        return None
    before = token.doc[max(token.left_edge.i, token.i - 3) : token.i + 1].text
    return None if words.NO_MEETING.search(before) else "noun"
