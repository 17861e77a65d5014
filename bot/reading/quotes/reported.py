"""Reported speech: what an article says that somebody said, without quotation marks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from bot.reading.quotes.cues import Cue, CueKind
from bot.reading.quotes.lexicon import Strength
from bot.reading.quotes.passage import Passage
from bot.reading.quotes.phrases import phrase_of

CLAUSE = frozenset({"ccomp", "xcomp"})
OBJECT = frozenset({"dobj", "prep", "attr", "oprd"})
FEWEST_CHARACTERS = 12
MOSTLY = 0.6  # the share inside quotation marks from which it is direct speech


@dataclass(frozen=True, slots=True)
class Report:
    """Speech in the article's own words; offsets in the paragraph's text."""

    start: int
    end: int
    cue: Cue


def find_reports(passage: Passage, cues: Sequence[Cue], used: frozenset[int]) -> Iterator[Report]:
    """Find reported speech; `used` holds the cue tokens that attribute direct speech."""
    for cue in cues:
        if cue.token.i in used or cue.strength > Strength.SPEECH:
            continue
        bounds = _bounds(cue, passage)
        if bounds is None:
            continue
        start, end = _stripped(passage.text, *bounds)
        if end - start >= FEWEST_CHARACTERS and not _is_mostly_quoted(passage, start, end):
            yield Report(start, end, cue)


def _bounds(cue: Cue, passage: Passage) -> tuple[int, int] | None:
    if cue.kind is CueKind.ACCORDING:
        return _sentence_around(cue)
    content = [c for c in cue.token.children if c.dep_ in CLAUSE]
    content = content or [c for c in cue.token.children if c.dep_ in OBJECT and c.i > cue.token.i]
    if not content or cue.kind is CueKind.NOUN:
        return None
    start = min(c.left_edge.idx for c in content)
    end = max(_end(c.right_edge) for c in content)
    if start <= cue.token.idx < end:
        if content[0].i < cue.token.i:
            return start, min(cue.token.idx, phrase_of(cue.speaker).start_char)
        return _end(cue.token), end
    return start, end


def _sentence_around(cue: Cue) -> tuple[int, int]:
    """Take what "according to X" reports: its sentence, without these words."""
    sentence = cue.token.sent
    if cue.token.idx - sentence.start_char < len("But, "):
        return phrase_of(cue.speaker).end_char, sentence.end_char
    return sentence.start_char, cue.token.idx


def _end(token: Token) -> int:
    return token.idx + len(token)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,\u00a0":
        start += 1
    while end > start and text[end - 1] in " ,\u00a0":
        end -= 1
    return start, end


def _is_mostly_quoted(passage: Passage, start: int, end: int) -> bool:
    inside = sum(max(0, min(end, s.end) - max(start, s.start)) for s in passage.segments)
    return inside > MOSTLY * (end - start)
