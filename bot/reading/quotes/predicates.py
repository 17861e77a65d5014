"""Quotations that begin with the verb of their sentence: "the minister “welcomed the plan”"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.reading.quotes.cues import Cue
from bot.reading.quotes.lexicon import Strength, strength_of
from bot.reading.quotes.marks import Segment
from bot.reading.quotes.passage import Passage
from bot.reading.quotes.phrases import phrase_of

if TYPE_CHECKING:
    from spacy.tokens import Token

OPENING = 3  # words of the quotation among which the verb must be
FINITE = frozenset({"VBD", "VBZ", "VBP"})
SERVING = frozenset({"has", "have", "had", "also"})


def predicate_cues(passage: Passage) -> Iterator[Cue]:
    """Find the verbs of speech that open a quotation, with the subject before it."""
    for segment in passage.segments:
        cue = _opening(segment, passage)
        if cue is not None:
            yield cue


def _opening(segment: Segment, passage: Passage) -> Cue | None:
    first = passage.token_at(segment.start)
    if first is None or first.idx >= segment.end or not first.is_lower:
        return None
    for token in first.doc[first.i : first.i + OPENING]:
        if token.tag_ in FINITE and strength_of(token.lower_) <= Strength.VIEW:
            return _with_subject(token, segment, passage)
        if token.tag_ != "RB":
            return None
    return None


def _with_subject(verb: Token, segment: Segment, passage: Passage) -> Cue | None:
    """Give the cue if the subject stands right before the quotation."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.idx > segment.start or passage.is_quoted(subject.idx):
        return None
    edge = subject.right_edge  # of "X, Y and Z" as well
    last = max(phrase_of(subject).end_char, edge.idx + len(edge) if edge.i < verb.i else 0)
    between = passage.outside[last : segment.start].strip("\0 \n")
    if between and between not in SERVING:
        return None
    return Cue(verb, subject, strength_of(verb.lower_))
