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
    r"gathering|conference|tour|poses?|walks?|sign(?:ed|s|ing)?)\b",
    re.I,
)


def needs_parse(text: str) -> bool:
    """Tell, without parsing, whether a paragraph may tell of a meeting."""
    return bool(_STEMS.search(text))


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of a meeting, and how it takes its parties."""

    token: "Token"
    kind: (
        str  # "meet", "talk", "phone", "host", "hands", "joint", "callon", "bring", "sign", "noun"
    )


def triggers(sentence: "Span") -> Iterator[Trigger]:
    """Find the words of a sentence that tell of meetings."""
    for token in sentence:
        kind = _verb_kind(token) if token.pos_ in ("VERB", "AUX") else _noun_kind(token)
        if kind:
            yield Trigger(token, kind)


def _verb_kind(token: "Token") -> str | None:
    lemma = token.lemma_.lower()
    if lemma == "sit" and any(c.lower_ in ("down", "together") for c in token.children):
        return "meet"
    for kind, lemmas in (
        ("meet", words.MEET),
        ("talk", words.TALK),
        ("phone", words.PHONE),
        ("host", words.HOST),
        ("joint", words.JOINT),
    ):
        if lemma in lemmas:
            return kind
    if lemma == "sign" and child(token, "dobj", "nsubjpass") is not None:
        return "sign"
    if lemma in words.HANDS and (hands := child(token, "dobj")) is not None:
        return "hands" if hands.lower_ == "hands" else None
    if lemma == "call" and next(under(token, "on"), None) is not None:
        return "callon" if child(token, "dobj", "xcomp") is None else None
    if lemma == "bring" and any(c.lower_ == "together" for c in token.children):
        return "bring"
    return None


def _noun_kind(token: "Token") -> str | None:
    if token.pos_ not in ("NOUN", "PROPN", "NUM", "ADJ") or token.dep_ == "compound":
        return None
    lemma = token.lemma_.lower()
    if lemma not in words.NOUNS and token.lower_ not in words.NOUNS:
        return None
    if token.dep_ in ("amod", "nmod"):
        return None
    if token.pos_ in ("NUM", "ADJ") and lemma not in ("bilateral", "trilateral"):
        return None
    before = token.doc[max(token.left_edge.i, token.i - 3) : token.i + 1].text
    return None if words.NO_MEETING.search(before) else "noun"
