"""To whom, where and when something was said: "told reporters", "in a speech to parliament"."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from bot.beat import Beat
from bot.models import DateSpan, Precision
from bot.reading.dates import dates_in
from bot.reading.quotes.cues import Cue
from bot.reading.quotes.passage import Passage
from bot.reading.quotes.phrases import phrase_of

if TYPE_CHECKING:
    from spacy.tokens import Token

TOLD_FORMS = re.compile(
    r"(?:told|tell|ask|remind|assur|inform|advis|warn|urg)(?:e|s|es|ed|ing)?$", re.IGNORECASE
)
ADDRESSED = frozenset({"to", "with"})
SET_IN = frozenset({"in", "at", "during", "on", "via", "through"})
OCCASION = re.compile(
    r"\b(?:address(?:es)?|briefings?|call|ceremony|committee|comments?|conference|conversation"
    r"|debate|dinner|dialogue|editorial|e-?mail|event|forum|gathering|hearing|interview|letter"
    r"|luncheon|meetings?|memo|message|news release|op-ed|parliament|posts?|press release|question"
    r"|rally|reception|remarks|reply|report|response|session|show|speech(?:es)?|statements?|summit"
    r"|talks|telephone|phone|testimony|toast|tweets?|video|visit|webcast|X|Twitter|Facebook)\b"
)
LONGEST = 90  # characters of an occasion
DAY_REACH = 400  # characters between a cue and the day of speaking


def listener_of(cue: Cue) -> str | None:
    """Who was addressed: "reporters" in "told reporters"."""
    if TOLD_FORMS.match(cue.token.text):
        for child in cue.token.children:
            if child.dep_ in {"dobj", "dative"} and child.i > cue.token.i:
                return phrase_of(child).text
    for child in cue.token.children:
        if child.dep_ in {"prep", "dative"} and child.lower_ in ADDRESSED:
            named = _object_of(child)
            if named is not None and not OCCASION.search(named.text):
                return phrase_of(named).text
    return None


def occasion_of(cue: Cue, passage: Passage) -> str | None:
    """On what occasion: "in a policy address to parliament", without the preposition."""
    for child in cue.token.children:
        if child.dep_ not in {"prep", "advcl"} or child.lower_ not in SET_IN:
            continue
        named = _object_of(child)
        if named is None or passage.is_quoted(named.idx):
            continue
        words = _until_mark(passage, named.left_edge.idx, child.right_edge)
        if OCCASION.search(words):
            return words
    return None


def _object_of(preposition: Token) -> Token | None:
    return next((c for c in preposition.children if c.dep_ == "pobj"), None)


def _until_mark(passage: Passage, start: int, last: Token) -> str:
    """Take the words of a phrase up to a comma or a quotation."""
    words = passage.outside[start : last.idx + len(last)]
    return re.split(r"[\0,;:]", words, maxsplit=1)[0][:LONGEST].strip()


def said_on(
    cue: Cue | None, passage: Passage, dateline: date | None, beat: Beat
) -> DateSpan | None:
    """Find the day of speaking: the one that the cue's sentence states, else the dateline."""
    stated = _stated_day(cue, passage, dateline, beat) if cue is not None else None
    if stated is not None or dateline is None:
        return stated
    return DateSpan(start=dateline, end=dateline, precision=Precision.DAY)


def _stated_day(cue: Cue, passage: Passage, dateline: date | None, beat: Beat) -> DateSpan | None:
    """Find the date nearest to the cue among those that depend on it."""
    frame = passage.frame_at(cue.token.idx)
    start = max(frame.start, cue.token.idx - DAY_REACH)
    text = passage.outside[start : min(frame.end, cue.token.idx + DAY_REACH)]
    phrases = [
        p for p in dates_in(text, dateline, ahead=False, beat=beat) if p.span and not p.bound
    ]
    here = cue.token.idx - start
    tied = [p for p in phrases if _tied(passage.token_at(p.start + start), cue)]
    near = sorted((abs(p.start - here), p.start, p.span) for p in tied)
    return near[0][2] if near else None


def _tied(token: Token | None, cue: Cue) -> bool:
    """Whether a word depends on the cue's verb without a clause between."""
    while token is not None and token.i != cue.token.i:
        if token.head.i == token.i or token.dep_ in {"ccomp", "relcl", "acl"}:
            return False
        token = token.head
    return token is not None
