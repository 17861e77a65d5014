"""A paragraph cut into pieces, and the titles that stand at its names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.reading.page import Paragraph
from bot.reading.register import Keys
from bot.reading.scan import PORTFOLIO, STATES, Piece, PieceKind
from bot.reading.titles import ENDED, MODIFIERS
from bot.reading.words import Word, keys_of

# A straight mark before a word, with none closed since, opens the next paragraph of one speech.
QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:(?<=\s)\"(?=\w)[^\"]*)*(?:\"|$)")
SIDES = frozenset({PieceKind.SIDE, PieceKind.ADJECTIVE, PieceKind.CAPITAL})
NAMES = frozenset({PieceKind.PERSON, PieceKind.NAME})
SPACE = " \n\xa0"
LINKS = frozenset({"of", "to", "for", "the", "in", "at"})
WHOSE = frozenset({"the", "its", "his", "her", "their", "our"})
OF_PORTFOLIO = frozenset({"of", "for", "and", "the"})
INDEFINITE = frozenset(keys_of("a an another one any some several two three every each no"))
ABBREVIATED = 4  # letters: "Sen.", "Prof."
NEIGHBOURS = 4  # pieces between a name and the title that it explains
DETERMINED = 4  # words before a title that may hold its "the"
# "X, assistant to the president" is no president.
SERVING = frozenset({"to", "for", "under", "with"})
# "The prime minister's official spokesman" is not any spokesman.
OF_SOMEBODY = re.compile(
    r"\b(?:minister|president|premier|chancellor|secretary|leader|governor|mayor|ambassador|senator"
    r"|king|queen|chief)['’]s\s(?:[\w-]+\s)?",
    re.I,
)
# "Elba since President X" does not say whose president X is.
APART = re.compile(
    r"since|when|while|as|after|before|until|because|if|that|and|or|but|to|with|from|by|for|in|at"
    r"|on|of|where|who|whom|than|like|via|against|under"
)
APPOSED = 7  # words between a name and the title in its apposition


@dataclass(frozen=True, slots=True)
class Title:
    """A title that stands at a name: its words, its plain office, the side it belongs to."""

    words: str
    keys: Keys
    office: str | None
    side: str | None
    ended: bool  # "former"
    start: int  # offset in the paragraph


class Scanned:
    """A paragraph, its words and its pieces."""

    def __init__(
        self, paragraph: Paragraph, words: Sequence[Word], pieces: Sequence[Piece]
    ) -> None:
        self.paragraph = paragraph
        self.words = words
        self.pieces = pieces
        self.quoted = [m.span() for m in QUOTED.finditer(paragraph.text)]

    def is_quoted(self, piece: Piece) -> bool:
        """Tell whether a piece stands inside quotation marks."""
        start = self.words[piece.first].start
        return any(a <= start < b for a, b in self.quoted)

    def title_before(self, index: int) -> Title | None:
        """Read the title right before a piece: "U.S. Ambassador to Japan X"."""
        piece = self.pieces[index]
        if self.words[piece.first].gap.strip(" .\n\xa0\u202f"):
            return None
        charged = self._title_with_portfolio(index)
        if charged is not None:
            return self.title_at(charged)
        i = index - 1
        if i < 0:
            return None
        if self.pieces[i].kind in SIDES and self.pieces[i].last == piece.first:
            i = self._title_of_side(i)
        if i < 0 or self.pieces[i].kind is not PieceKind.TITLE:
            return None
        last = self.words[self.pieces[i].last - 1]
        ends = "." in self.words[piece.first].gap and len(last.key) > ABBREVIATED
        if last.possessive or ends:
            return None
        return self.title_at(i) if self._reaches(i, piece.first) else None

    def _title_with_portfolio(self, index: int) -> int | None:
        """Find the title whose portfolio ends before a name: "Secretary of Homeland Security X"."""
        first = self.pieces[index].first
        for i in range(index - 1, max(-1, index - 1 - NEIGHBOURS), -1):
            if self.pieces[i].kind is PieceKind.TITLE:
                last = self.pieces[i].last
                return i if self._is_portfolio(last, first) else None
        return None

    def _is_portfolio(self, start: int, end: int) -> bool:
        """Tell "of Homeland Security" and "-designate" between a title and a name."""
        between = self.words[start:end]
        if not between or between[0].key not in STATES | {"of", "for"}:
            return False
        joined = all(not w.gap.strip(SPACE + ",-") for w in between)
        return (
            joined
            and between[-1].key in PORTFOLIO | STATES
            and all(w.capital or w.key in STATES or w.key in OF_PORTFOLIO for w in between)
        )

    def _title_of_side(self, i: int) -> int:
        """Step from a side over "of (the)" or "to" to its title; -1 where there is none."""
        before = self.pieces[i].first
        while before and self.words[before - 1].key in LINKS:
            before -= 1
        linked = before < self.pieces[i].first
        return i - 1 if linked and i and self.pieces[i - 1].last == before else -1

    def _reaches(self, i: int, at: int) -> bool:
        """Tell whether only "of (the) SIDE" stands between a title and the word at an index."""
        last = self.pieces[i].last
        after = self.pieces[i + 1]
        return last == at or (after.kind in SIDES and after.last == at)

    def title_after(self, index: int) -> Title | None:
        """Read the title in an apposition: "X, the ambassador to Y," or "X, Japan's premier"."""
        piece = self.pieces[index]
        words = self.words
        if piece.last >= len(words) or words[piece.last].gap.strip(" \n\xa0") != ",":
            return None
        for i in range(index + 1, min(index + 4, len(self.pieces))):
            between = words[piece.last + 1 : self.pieces[i].first + 1]
            if len(between) > APPOSED or any(w.gap.strip(" \n\xa0'’s-") for w in between):
                return None
            if not SERVING.isdisjoint(w.key for w in between):
                return None
            if self.pieces[i].kind is PieceKind.TITLE:
                return None if self._is_before_name(i) else self.title_at(i)
            if self.pieces[i].kind in NAMES:
                return None
        return None

    def _is_before_name(self, i: int) -> bool:
        """Tell a title that belongs to the next name: "X, on Monday criticised President Y"."""
        after = self.pieces[i + 1] if i + 1 < len(self.pieces) else None
        return bool(after and after.kind in NAMES and after.first == self.pieces[i].last)

    def title_set_off(self, index: int) -> Title | None:
        """Read the title that a name only explains: "The governor of Elba, X, said"."""
        first = self.pieces[index].first
        if self.words[first].gap.strip(SPACE) != ",":
            return None
        for i in range(index - 1, max(-1, index - 1 - NEIGHBOURS), -1):
            piece = self.pieces[i]
            between = self.words[piece.last : first]
            if len(between) > APPOSED or any(w.gap.strip(SPACE) for w in between):
                return None
            if piece.kind is PieceKind.PERSON:
                return None
            if piece.kind is PieceKind.TITLE:
                linked = not between or between[0].key in LINKS
                return self.title_at(i) if linked and self._is_definite(i) else None
        return None

    def explains(self, name: int, title: int) -> bool:
        """Tell whether a name says who bears a title: "its president, X,", "the host, Gen. X"."""
        own = self.title_before(name)
        if own is None:
            told = self.title_set_off(name)
            start = self.words[self.pieces[title].first].start
            return told is not None and told.start <= start
        end = self.words[self.pieces[title].last - 1].end
        between = self.paragraph.text[end : own.start].strip(SPACE)
        return between == "," and own.office is None

    def _is_definite(self, i: int) -> bool:
        """Tell "the Elba governor" and "its governor" from "a governor", "former governor"."""
        first = self.pieces[i].first
        before = self.words[max(0, first - DETERMINED) : first]
        definite = any(w.key in WHOSE or w.possessive for w in before)
        return definite and ENDED.isdisjoint(w.key for w in before)

    def title_at(self, i: int) -> Title:
        """Read the title that a piece is, with its modifiers and its side."""
        piece, words = self.pieces[i], self.words
        first = piece.first
        while first and words[first - 1].key in MODIFIERS and not words[first].gap.strip("- "):
            first -= 1
        keys = tuple(w.key for w in words[first : piece.last])
        start = words[first].start
        return Title(
            words=" ".join(self.paragraph.text[start : words[piece.last - 1].end].split()),
            keys=keys,
            office=piece.office,
            side=self._side_before(i, first) or self._side_after(i),
            ended=not ENDED.isdisjoint(keys),
            start=start,
        )

    def is_indefinite(self, title: Title) -> bool:
        """Tell "a spokesman" and "another minister" from "the minister" and "Japan's minister"."""
        before = self.paragraph.text[max(0, title.start - 40) : title.start]
        if title.office == "spokesperson" and OF_SOMEBODY.search(before):
            return True  # "the prime minister's spokesman" is not any spokesman
        return not INDEFINITE.isdisjoint(keys_of(before)[-2:])

    def side_of(self, index: int) -> str | None:
        """Read whose a body is: "the Chinese Foreign Ministry", "the government of Japan"."""
        return self._side_before(index, self.pieces[index].first) or self._side_after(index)

    def _side_before(self, i: int, first: int) -> str | None:
        if not i:
            return None
        before = self.pieces[i - 1]
        between = self.words[before.last : first + 1]
        if len(between) > 2 or any(w.gap.strip(" '’s\n\xa0-") for w in between):
            return None
        if len(between) == 2 and between[0].gap != "-" and APART.fullmatch(between[0].key):
            return None
        if before.side and before.kind in SIDES:
            return before.side.name
        if before.body is None or before.last != first:
            return None
        return before.body.side or self._side_before(i - 1, before.first)

    def _side_after(self, i: int) -> str | None:
        piece = self.pieces[i]
        if i + 1 >= len(self.pieces) or piece.office == "ambassador":
            return None
        after = self.pieces[i + 1]
        between = [w.key for w in self.words[piece.last : after.first]]
        if after.side and after.kind in SIDES and between in (["of"], ["of", "the"]):
            return after.side.name
        return None
