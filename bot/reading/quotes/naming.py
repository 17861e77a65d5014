"""The words that name a speaker, with their place in the article."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.reading.quotes.cues import Cue, named_in
from bot.reading.quotes.passage import Passage
from bot.reading.quotes.phrases import phrase_of

if TYPE_CHECKING:
    from spacy.tokens import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a speaker, with offsets in the article."""

    start: int
    end: int
    words: str
    means: tuple[int, int] | None = None  # the words that "who" stands for


def mention_of(span: Span, passage: Passage) -> Mention:
    """Give a span of the parse its place in the article."""
    offset = passage.paragraph.start
    return Mention(offset + span.start_char, offset + span.end_char, span.text)


def speaker_of(cue: Cue, passage: Passage) -> Mention:
    """Give the words that name a cue's speaker."""
    mention = mention_of(named_in(cue), passage)
    clause = cue.token
    while clause.dep_ == "conj" and clause.head.i < clause.i:
        clause = clause.head  # "who oversaw the talks and said"
    if cue.speaker.lower_ != "who" or clause.dep_ != "relcl":
        return mention
    meant = mention_of(phrase_of(clause.head), passage)
    return replace(mention, means=(meant.start, meant.end))
