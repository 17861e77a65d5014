"""Quotation marks: which stretches of a paragraph stand inside them."""

import re
from dataclasses import dataclass

DOUBLE = re.compile(r"[“”„‟\"«»]|''|``")
SINGLE = re.compile(r"[‘’']")
OPENING = frozenset("“‟„``«")
CLOSING = frozenset("”»")
BEFORE_OPENING = frozenset(" \t\u00a0([{—–-/")
FORGOTTEN = re.compile(r",\s+(?:said|says)\s+[A-Z]")  # a tag after a mark left out
SENTENCE_ENDS = frozenset(".?!…")
AFTER_CLOSING = frozenset(" \t\u00a0)]},.;:!?—–-/")
MOST_APOSTROPHES = 40  # in a quotation between single marks
WORD = re.compile(r"\w+(?:['’.\-]\w+)*")


@dataclass(frozen=True, slots=True)
class Segment:
    """Words between one pair of marks, without the marks; offsets in the paragraph's text.

    `closed` is False where the paragraph ends before the closing mark.
    """

    start: int
    end: int
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    """One mark and what the characters beside it say about its direction."""

    start: int
    end: int
    sign: str
    room_before: bool  # what precedes could precede an opening mark
    room_after: bool  # what follows could follow a closing mark
    blank_after: bool


def _marks(text: str, pattern: re.Pattern[str]) -> list[_Mark]:
    found = []
    for match in pattern.finditer(text):
        start, end = match.span()
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        found.append(
            _Mark(
                start=start,
                end=end,
                sign=match.group(),
                room_before=not before or before in BEFORE_OPENING,
                room_after=not after or after in AFTER_CLOSING,
                blank_after=not after or after.isspace(),
            )
        )
    return found


def _opens(mark: _Mark, alike: bool) -> bool:
    """Whether a mark met outside a quotation begins one.

    `alike`: the paragraph writes ”so”, as many a South African or Nordic page does.
    """
    if mark.sign in OPENING:
        return True
    if mark.sign in CLOSING:
        return alike and mark.room_before and not mark.room_after
    return (mark.room_before and not mark.blank_after) or not mark.room_after


def _reopens(mark: _Mark) -> bool:
    """Whether a mark met inside a quotation begins another: the first was never closed."""
    if mark.sign in OPENING:
        return mark.room_before
    return mark.sign not in CLOSING and mark.room_before and not mark.room_after


def double_quoted(text: str) -> list[Segment]:
    """Find the segments inside double marks in one paragraph, in order.

    A second opening mark ends the first quotation at the sentence before it, as where
    every paragraph of a speech begins with a mark; without a sentence's end there,
    nobody can know where the first one ended, and it is dropped. A segment left open
    runs to the end of the paragraph.
    """
    segments: list[Segment] = []
    opened: int | None = None
    marks = _marks(text, DOUBLE)
    alike = OPENING.isdisjoint(mark.sign for mark in marks)
    for mark in marks:
        if opened is None:
            opened = mark.end if _opens(mark, alike) else None
        elif _reopens(mark):
            segments += _unclosed(text, opened, mark.start)
            opened = mark.end
        else:
            segments.append(Segment(opened, mark.start))
            opened = None
    if opened is not None:
        segments.append(Segment(opened, len(text), closed=False))
    return _trimmed(text, segments)


def _unclosed(text: str, start: int, end: int) -> list[Segment]:
    """Find where a quotation ended whose closing mark is missing, if that can be known."""
    tag = FORGOTTEN.search(text, start, end)
    if tag is not None:
        return [Segment(start, tag.start() + 1)]
    if text[:end].rstrip()[-1:] in SENTENCE_ENDS:
        return [Segment(start, end, closed=False)]
    return []


def single_quoted(text: str) -> list[Segment]:
    """Find the segments inside single marks; an apostrophe is no closing mark."""
    segments: list[Segment] = []
    marks = _marks(text, SINGLE)
    position = 0
    while position < len(marks):
        mark = marks[position]
        position += 1
        if mark.sign == "’" or not mark.room_before or mark.blank_after:
            continue
        closing = _single_close(text, marks, position)
        if closing is not None:
            segments.append(Segment(mark.end, marks[closing].start))
            position = closing + 1
        elif _goes_on_below(text, mark):
            segments.append(Segment(mark.end, len(text), closed=False))
            break
    return _trimmed(text, segments)


def _goes_on_below(text: str, mark: _Mark) -> bool:
    """Whether a quotation without a closing mark runs on into the next paragraph.

    Nothing tells an apostrophe from the mark but where it stands: ahead of everything, or
    behind a colon, with whole sentences behind it.
    """
    opens = not text[: mark.start].strip() or text[: mark.start].rstrip().endswith(":")
    return opens and text[mark.end].isupper() and text.rstrip()[-1] in SENTENCE_ENDS


def _single_close(text: str, marks: list[_Mark], after: int) -> int | None:
    """Choose the mark that closes: one after punctuation rather than after a plural's s."""
    doubtful = None
    for position in range(after, min(len(marks), after + MOST_APOSTROPHES)):
        mark = marks[position]
        if mark.room_before and not mark.blank_after and mark.sign != "’":
            break
        if not mark.room_after:
            continue
        if text[mark.start - 1] in ",.?!…":
            return position
        if text[mark.start - 1] != "s" and doubtful is None:
            doubtful = position
    return doubtful


def _trimmed(text: str, segments: list[Segment]) -> list[Segment]:
    """Leave out the blanks just inside the marks, and segments without a word."""
    kept = []
    for segment in segments:
        words = text[segment.start : segment.end]
        start = segment.start + len(words) - len(words.lstrip())
        end = segment.end - len(words) + len(words.rstrip())
        if WORD.search(words):
            kept.append(Segment(start, end, segment.closed))
    return kept


def uses_single_marks(texts: list[str]) -> bool:
    """Tell whether an article puts speech in single marks (its double ones are then inner ones)."""
    singles = [s for text in texts for s in single_quoted(text) if _is_long(text, s) and s.closed]
    doubles = [s for text in texts for s in double_quoted(text) if _is_long(text, s)]
    return len(singles) > 1 and len(singles) > 3 * len(doubles)


def _is_long(text: str, segment: Segment) -> bool:
    return count_words(text[segment.start : segment.end]) > 2


def count_words(text: str) -> int:
    """Count the words of a text; "U.S." and "don't" are one word each."""
    return sum(1 for _ in WORD.finditer(text))
