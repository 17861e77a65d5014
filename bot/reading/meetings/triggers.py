"""Words in a parse that tell of a meeting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.reading.meetings import words
from bot.reading.meetings.captions import is_picture
from bot.reading.meetings.other_nouns import is_another_thing
from bot.reading.meetings.phrases import PHRASES
from bot.reading.meetings.verb_kinds import verb_kind

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_STEMS = re.compile(
    r"\b(?:met|meet(?:s|ing|ings)?|talks?|talked|talking|spoke|speaks?|spoken|speaking|confer(?:s|red)?|"
    r"held|summit|calls?|called|phoned?|telephoned?|conversations?|discussions?|(?:tele|video)conferences?|"
    r"dialog(?:ue)?s?|consult\w*|ministerials?|bilaterals?|trilaterals?|lunch(?:eon)?|dinner|breakfast|"
    r"roundtable|audience|host(?:s|ed|ing)?|welcom\w+|receiv\w+|greet\w*|visit\w*|conven\w+|"
    r"two-plus-two|2\+2|shak(?:es?|ing)\s+hands|shook\s+hands|sat\s+down|sits?\s+(?:down|with)|negotiations?|"
    r"gathering|conference|banquet|discuss\w*|negotiat\w+|deliberat\w+|interact\w+|chat\w*|parleys?|din(?:e|ed|ing)|golf\w*|co-?chair\w*|tour|poses?|walks?|sign(?:ed|s|ing)?)\b",
    re.I,
)
_NOUN_STEMS = re.compile(
    r"\b(?:(?:one|head|face)-(?:on|to)-(?:one|head|face)|sit-down|t[eê]te-[aà]-t[eê]te|pull-aside|get-together|"
    r"follow-up|meet-up|drop-in|appointment|round|briefing|reunion|session|tea|"
    r"coffee|supper|brunch|drink|dinner|lunch(?:eon)?|breakfast|summit|reception|encounter|huddle|"
    r"handshake|gathering|banquet)(?:e?s)?\b",
    re.I,
)
_VERB_STEMS = re.compile(
    r"\b(?:(?:saw|sees?|seen|seeing|join(?:s|ed)?|brief(?:s|ed)?)\s+"
    r"(?:the|his|her|him|their|each|one|by|(?-i:[A-Z][\w.]*))|gather(?:s|ed)?|rang|reunited?|entertain\w*|"
    r"rais(?:e|es|ed|ing)\b[^.]*\bwith|review(?:s|ed)|exchang(?:e|es|ed|ing)|posed|walk(?:ed|ing)|toured|inspect\w*|inaugurat\w+|"
    r"(?:took|tak(?:e[sn]?|ing)|br(?:ing(?:s|ing)?|ought))\s+(?:[\w-]+\s+){0,5}up|breakfasted|lunched|in\s+person)\b",
    re.I,
)


AGREE = "agree"  # the kind of what only those who meet can do


def needs_parse(text: str) -> bool:
    """Tell, without parsing, whether a paragraph may tell of a meeting."""
    return is_picture(text) or any(
        stems.search(text) for stems in (_STEMS, _NOUN_STEMS, _VERB_STEMS, PHRASES)
    )


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of a meeting, and how it takes its parties."""

    token: "Token"
    kind: str  # "noun", or a key of words.VERBS


def triggers(sentence: "Span") -> Iterator[Trigger]:
    """Find the words of a sentence that tell of meetings."""
    for token in sentence:
        kind = verb_kind(token) if token.pos_ in ("VERB", "AUX") else _noun_kind(token)
        if kind:
            yield Trigger(token, kind)


def _noun_kind(token: "Token") -> str | None:
    if token.pos_ not in ("NOUN", "PROPN", "NUM", "ADJ") or token.dep_ == "compound":
        return None
    lemma = token.lemma_.lower()
    if lemma not in words.NOUNS and token.lower_ not in words.NOUNS:
        return None
    if token.dep_ in ("amod", "nmod", "nummod"):
        return None
    if lemma == "consultation" and token.i and token.nbor(-1).lower_ == "in":
        return None  # "shall decide, in consultation with B"
    if token.pos_ in ("NUM", "ADJ") and lemma not in ("bilateral", "trilateral"):
        return None
    if is_another_thing(token):
        return None
    before = token.doc[max(token.left_edge.i, token.i - 3) : token.i + 1].text
    if words.NO_MEETING.search(before) and not is_joint_conference(token):
        return None
    return "noun"


def is_joint_conference(noun: "Token") -> bool:
    """Whether the press is told of it "with", or "alongside", somebody who then was there."""
    if noun.lower_ not in ("conference", "briefing") or noun.i + 1 >= len(noun.doc):
        return False
    return noun.nbor().lower_ in ("with", "alongside")
