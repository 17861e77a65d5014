"""Cut a page's text into paragraphs: one a line, or one a block where lines are wrapped."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

WIDEST = 84  # official papers wrap at 72 columns; mail at 78
NARROWEST = 60
ITEM = re.compile(r"\s*(?:[-*•–]|\d{1,2}[.)])\s")
OPEN_ENDED = re.compile(r"[\w,]$")  # a line that breaks within its sentence: "on August / 25. It"
LINE = re.compile(r"[^\n\r\x0b\x0c\u2028\u2029]+")


class Zone(StrEnum):
    """What part of a page a paragraph belongs to."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    CAPTION = "caption"
    SUMMARY = "summary"  # standfirst, or a page's own question-and-answer digest
    BODY = "body"
    JUNK = "junk"  # menus, tags, rankings, headlines of other articles, footers


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as it stands in the text: `text` is exactly the article's text[start:end]."""

    start: int
    end: int
    text: str


def blocks_of(text: str, start: int = 0) -> list[Block]:
    """Cut the text from `start` on into paragraphs; blank lines and edges are left out."""
    lines = list(_lines(text, start))
    if not _is_wrapped(text, lines):
        return lines
    runs: list[list[Block]] = []
    for line in lines:
        is_title = len(runs) == 1 and start == 0  # no front matter held it
        if runs and not is_title and _runs_on(text, runs[-1][-1], line):
            runs[-1].append(line)
        else:
            runs.append([line])
    spans = ((run[0].start, run[-1].end) for run in runs)
    return [Block(begin, end, text[begin:end]) for begin, end in spans]


def _lines(text: str, start: int) -> Iterator[Block]:
    for match in LINE.finditer(text, start):
        words = match.group().strip()
        if words:
            begin = match.start() + match.group().index(words[0])
            yield Block(begin, begin + len(words), words)


def _is_wrapped(text: str, lines: Sequence[Block]) -> bool:
    """Tell wrapped text: most neighbouring lines break just where the next word had no room."""
    pairs = [(a, b) for a, b in pairwise(lines[1:]) if _adjacent(text, a, b)]
    close = [(a, b) for a, b in pairs if len(a.text) <= WIDEST and not ITEM.match(b.text)]
    full = sum(_full(a, b) for a, b in close)
    return full >= 2 and full >= 0.7 * len(pairs)


def _adjacent(text: str, a: Block, b: Block) -> bool:
    return not text[a.end : b.start].strip() and text.count("\n", a.end, b.start) == 1


def _full(a: Block, b: Block) -> bool:
    """Tell whether the first word of `b` had no room in the line of `a`."""
    room = len(a.text) + 1 + len(b.text.split(maxsplit=1)[0])
    return len(a.text) <= WIDEST and room >= NARROWEST


def _is_item(block: Block, line: Block) -> bool:
    numbered = line.text[0].isdigit() and OPEN_ENDED.search(block.text)
    return bool(ITEM.match(line.text)) and not numbered


def _runs_on(text: str, last: Block, line: Block) -> bool:
    """Tell whether a line goes on where the line before it broke."""
    if not _adjacent(text, last, line) or _is_item(last, line):
        return False
    return _full(last, line) or len(last.text) > WIDEST
