"""A parsed paragraph with its quoted segments and frames (sentences that quotes do not break)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice, pairwise
from typing import TYPE_CHECKING

from bot.reading.language import Parsed
from bot.reading.page import Paragraph
from bot.reading.quotes.lexicon import Strength, strength_of
from bot.reading.quotes.marks import Segment

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MASK = "\0"
ENDS = re.compile(
    rf"[.!?…]+[)\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9{MASK}]|\s*$)|(?<=[a-z]{2})[.!?](?=[A-Z][a-z])"
)
ABBREVIATION = re.compile(
    r"\b(?:[A-Za-z]|Mr|Mrs|Ms|Messrs|Dr|Jr|Sr|St|Lt|Sgt|Maj|Cmdr|Capt|Col|Gen|Adm|Amb|Hon|Supt|Prof"
    r"|Rev|Sens?|Reps?|Govs?|Pres|Jan|Feb|Aug|Sept|Oct|Nov|Dec|vs|Inc|Co|Ltd|Corp|Dept|Va|Pa|Ga|La"
    r"|Md|Ill|Ind|Ky|Fla|Tex|Ariz|Ala|Ark|Calif|Conn|Colo|Del|Kan|Mass|Mich|Minn|Miss|Mont|Neb|Nev"
    r"|Okla|Ore|Penn|Tenn|Wash|Wis|Wyo)\.$"
)
HIGHEST = 60  # heads above a word that are looked at
TAG_REACH = 8  # words after a question mark in which "asked X" may stand


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence of the paragraph, where quoted sentences count as part of the one around them."""

    start: int
    end: int


class Passage:
    """One parsed paragraph. All offsets are in its own text, as in its `doc`."""

    def __init__(
        self, parsed: Parsed, segments: Sequence[Segment], below: Paragraph | None = None
    ) -> None:
        self.below = below  # the article's next paragraph
        self.paragraph = parsed.paragraph
        self.text = parsed.paragraph.text
        self.doc: Doc = parsed.doc
        self.readable = parsed.text  # there, a dateline before the speech is blank
        self.segments = tuple(segments)
        self._heads: tuple[int, frozenset[int]] = (-1, frozenset())

    def is_quoted(self, offset: int) -> bool:
        """Tell whether a character stands inside quotation marks."""
        position = bisect_right(self.segments, offset, key=lambda s: s.start) - 1
        return position >= 0 and offset < self.segments[position].end

    @cached_property
    def outside(self) -> str:
        """The text with everything inside (and at) quotation marks blanked out, length kept."""
        characters = list(self.text)
        for segment in self.segments:
            for i in range(max(0, segment.start - 1), min(len(characters), segment.end + 1)):
                characters[i] = MASK
        return "".join(characters)

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """Cut the paragraph into frames."""
        cuts = {0, len(self.text)}
        cuts.update(m.end() for m in ENDS.finditer(self.outside) if self._is_sentence_end(m))
        cuts.update(self._after_mark(s) for s in self.segments if self._closes_frame(s))
        edges = sorted(c for c in cuts if c <= len(self.text))
        return tuple(Frame(a, b) for a, b in pairwise(edges))

    def _after_mark(self, segment: Segment) -> int:
        """Where the text goes on behind the marks that close a segment."""
        rest = self.text[segment.end :]
        return segment.end + max(1, len(rest) - len(rest.lstrip("”\"'’»")))

    def _is_sentence_end(self, match: re.Match[str]) -> bool:
        if match.group()[0] != ".":
            return True
        before = self.outside[max(0, match.start() - 12) : match.start() + 1]
        return ABBREVIATION.search(before) is None

    def _closes_frame(self, segment: Segment) -> bool:
        """Whether a quoted sentence ends where its marks do ("I am." He left.)."""
        last = self.text[: segment.end].rstrip("’'”")[-1:]
        rest = self.outside[segment.end + 1 :].lstrip(" \u00a0”\"'")
        if last not in ".?!…" or not rest:
            return False
        if not (rest[0].isupper() or rest[0] == MASK):
            return False
        return last == "." or rest[0] == MASK or not _has_tag(rest)

    def frame_at(self, offset: int) -> Frame:
        """Give the frame that holds a character."""
        if not 0 <= offset < len(self.text):
            return self.frames[-1]
        return self.frames[bisect_right(self.frames, offset, key=lambda f: f.start) - 1]

    def frame_before(self, frame: Frame) -> Frame | None:
        """Give the frame that ends where another one begins."""
        position = bisect_left(self.frames, frame.start, key=lambda f: f.start)
        return self.frames[position - 1] if position else None

    @cached_property
    def _ends(self) -> list[int]:
        return [t.idx + len(t) for t in self.doc]

    def token_at(self, offset: int) -> Token | None:
        """Give the token that covers a character, or the next one."""
        position = bisect_right(self._ends, offset)
        return self.doc[position] if position < len(self.doc) else None

    def tokens_of(self, frame: Frame) -> Iterator[Token]:
        """Yield the tokens that begin in a frame."""
        position = bisect_right(self._ends, frame.start)
        for token in self.doc[position:]:
            if token.idx >= frame.end:
                return
            if token.idx >= frame.start:
                yield token

    def heads_above(self, offset: int) -> frozenset[int]:
        """Give the tokens that govern the one at an offset, nearest ones only."""
        if self._heads[0] != offset:
            self._heads = (offset, frozenset(islice(self._climb(offset), HIGHEST)))
        return self._heads[1]

    def _climb(self, offset: int) -> Iterator[int]:
        token = self.token_at(offset)
        while token is not None and token.head.i != token.i:
            token = token.head
            yield token.i

    def plain(self, start: int, end: int) -> int:
        """Count the characters between two offsets that stand outside quotation marks."""
        return self._plain[end] - self._plain[start] if start < end else 0

    def is_crossed(self, start: int, end: int) -> bool:
        """Tell whether a whole quotation stands between two offsets, with words on both sides."""
        position = bisect_right(self._masked, start, key=lambda run: run[0])
        return position < len(self._masked) and self._masked[position][1] < end

    @cached_property
    def _plain(self) -> list[int]:
        return list(accumulate((c != MASK for c in self.outside), initial=0))

    @cached_property
    def _masked(self) -> list[tuple[int, int]]:
        return [m.span() for m in re.finditer(f"{MASK}+", self.outside)]


def _has_tag(rest: str) -> bool:
    """Whether words such as "Mr. Osgood asked" open a text."""
    for word in re.split(rf"[:{MASK}]", rest, maxsplit=1)[0].split()[:TAG_REACH]:
        if strength_of(word.strip(",.")) <= Strength.SPEECH:
            return True
        if word[-1] in ".!?" and not ABBREVIATION.search(word):
            return False
    return False
