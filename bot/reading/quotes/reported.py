"""Reported speech: what an article says that somebody said, without quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.reading.quotes.content import content_of
from bot.reading.quotes.cues import Cue, CueKind
from bot.reading.quotes.lexicon import Strength
from bot.reading.quotes.marks import Segment
from bot.reading.quotes.passage import Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

FEWEST_CHARACTERS = 8
MOSTLY = 0.6  # the share inside quotation marks from which it is direct speech
WHOLLY = 0.8  # the same for a quotation of a word or two
FEWEST_QUOTED = 3  # words from which a quotation says something by itself
BLANKS = " ,\u00a0"


@dataclass(frozen=True, slots=True)
class Report:
    """Speech in the article's own words; offsets in the paragraph's text."""

    start: int
    end: int
    cue: Cue


def find_reports(passage: Passage, cues: Sequence[Cue], used: frozenset[int]) -> Iterator[Report]:
    """Find reported speech; `used` holds the cue tokens that attribute direct speech.

    What is reported inside other reported speech is part of that: the outermost speaker wins.
    """
    found = [
        report
        for report in _reports(passage, cues)
        if report.cue.token.i not in used or _stands_apart(report, passage)
    ]
    for report in found:
        if not any(_holds(outer, report) for outer in found):
            yield report


def _reports(passage: Passage, cues: Sequence[Cue]) -> Iterator[Report]:
    speech = [c for c in cues if c.strength <= Strength.SPEECH or c.kind is CueKind.NOUN]
    speakers: dict[int, Token] = {}  # of verbs that go on for the speaker of an earlier one
    for each in speech:
        goes_on = each.token.i in speakers
        cue = replace(each, speaker=speakers[each.token.i]) if goes_on else each
        content = content_of(cue, passage)
        if content is None:
            continue
        if content.goes_on is not None:
            speakers[content.goes_on.i] = cue.speaker
        start, end = _stripped(passage.readable, content.start, content.end)
        if end - start >= FEWEST_CHARACTERS and not _is_quoted(passage, start, end):
            yield Report(start, end, cue)


def _holds(outer: Report, inner: Report) -> bool:
    """Whether a report, with its cue, is only part of what another one says."""
    at = inner.cue.token.idx
    first, last = min(at, inner.start), max(at, inner.end)
    return outer is not inner and outer.start <= first and last <= outer.end


def _stands_apart(report: Report, passage: Passage) -> bool:
    """Whether a clause is no part of the quotation that its cue attributes as well."""
    verb = report.cue.token
    has_clause = any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)
    if not has_clause or report.start < verb.idx or passage.text[report.end :][:1] in {":", "-"}:
        return False
    return not any(_is_long(s, passage) for s in _segments(passage, report.start, report.end))


def _is_quoted(passage: Passage, start: int, end: int) -> bool:
    """Whether words are direct speech already: mostly, or nothing but, a quotation."""
    shares = {
        s: (min(end, s.end) - max(start, s.start)) / (end - start)
        for s in _segments(passage, start, end)
    }
    quoted = sum(share for s, share in shares.items() if _is_long(s, passage))
    return quoted > MOSTLY or any(share > WHOLLY for share in shares.values())


def _segments(passage: Passage, start: int, end: int) -> list[Segment]:
    return [s for s in passage.segments if s.start < end and s.end > start]


def _is_long(segment: Segment, passage: Passage) -> bool:
    return len(passage.text[segment.start : segment.end].split()) >= FEWEST_QUOTED


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in BLANKS:
        start += 1
    while end > start and text[end - 1] in BLANKS:
        end -= 1
    return start, end
