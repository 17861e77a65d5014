"""Reported speech: what an article says that somebody said, without quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.reading.quotes.cues import Cue, CueKind, is_set_off
from bot.reading.quotes.lexicon import Strength, takes, words
from bot.reading.quotes.passage import Passage
from bot.reading.quotes.phrases import phrase_of

if TYPE_CHECKING:
    from spacy.tokens import Token

FEWEST_CHARACTERS = 12
MOSTLY = 0.6  # the share inside quotation marks from which it is direct speech
BLANKS = " ,\u00a0"


@dataclass(frozen=True, slots=True)
class Report:
    """Speech in the article's own words; offsets in the paragraph's text."""

    start: int
    end: int
    cue: Cue


def find_reports(passage: Passage, cues: Sequence[Cue], used: frozenset[int]) -> Iterator[Report]:
    """Find reported speech; `used` holds the cue tokens that attribute direct speech."""
    for cue in cues:
        if cue.token.i in used or cue.strength > Strength.SPEECH or cue.kind is CueKind.NOUN:
            continue
        bounds = _bounds(cue, passage)
        if bounds is None:
            continue
        # The text as it was parsed: there, a dateline before the speech is blank.
        start, end = _stripped(passage.doc.text, *bounds)
        if end - start >= FEWEST_CHARACTERS and not _is_mostly_quoted(passage, start, end):
            yield Report(start, end, cue)


def _bounds(cue: Cue, passage: Passage) -> tuple[int, int] | None:
    if cue.kind is CueKind.ACCORDING:
        return _sentence_around(cue)
    if is_set_off(cue, passage):
        frame = passage.frame_at(cue.token.idx)
        return frame.start, frame.end
    content = _content(cue)
    if not content:
        return _beside(cue, passage) if cue.strength is Strength.SAY else None
    start = min(c.left_edge.idx for c in content)
    end = max(_end(c.right_edge) for c in content)
    if not start <= cue.token.idx < end:
        return start, end
    if content[0].i < cue.token.i:
        return start, min(cue.token.idx, phrase_of(cue.speaker).start_char)
    return _end(cue.token), end


def _content(cue: Cue) -> list[Token]:
    """Find the clauses, else the objects, that a cue's verb governs."""
    children = list(cue.token.children)
    clauses = [c for c in children if c.dep_ == "ccomp"]
    if clauses or cue.token.lower_ in words("no_report"):
        return clauses
    wishes = [c for c in children if c.dep_ == "xcomp"]
    later = [c for c in children if c.i > cue.token.i]
    objects = [c for c in later if c.dep_ in {"dobj", "attr", "oprd"}]
    brought = [c for c in later if c.dep_ == "prep" and takes(cue.token.lower_, c.lower_)]
    if not objects:
        brought = [o for c in brought for o in c.children if o.dep_ in {"pobj", "pcomp"}]
    return wishes + objects + brought


def _beside(cue: Cue, passage: Passage) -> tuple[int, int] | None:
    """Take what stands before "…, he said." where the parser saw no clause."""
    frame = passage.frame_at(cue.token.idx)
    start = min(cue.start, phrase_of(cue.speaker).start_char)
    if passage.text[frame.start : start].rstrip().endswith(","):
        return frame.start, start
    return None


def _sentence_around(cue: Cue) -> tuple[int, int]:
    """Take what "according to X" reports: its sentence, without these words."""
    sentence = cue.token.sent
    if cue.token.idx - sentence.start_char < len("But, "):
        return phrase_of(cue.speaker).end_char, sentence.end_char
    return sentence.start_char, cue.token.idx


def _end(token: Token) -> int:
    return token.idx + len(token)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in BLANKS:
        start += 1
    while end > start and text[end - 1] in BLANKS:
        end -= 1
    return start, end


def _is_mostly_quoted(passage: Passage, start: int, end: int) -> bool:
    inside = sum(max(0, min(end, s.end) - max(start, s.start)) for s in passage.segments)
    return inside > MOSTLY * (end - start)
