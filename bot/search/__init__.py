"""Search: what somebody typed, any misspelling, against all quotes and meetings.

The app makes one `Searcher` at its start; each request gives it an index on its
own connection:

    searcher = Searcher(beat)
    result = searcher.search(SearchIndex(db), "ishbia deterence since:2024-10", now=now)
    result.found        # StoredQuote and StoredMeeting, best first
    result.shown        # (("ishbia", "ishiba"), …): say so, and offer `result.literal`
    result.notes        # sentences about what was not understood
    result.more         # pass as `page` for the next page; None at the end
    result.nearest      # where nothing fits: the nearest three,
    result.spoiled      # and the word or filter that spoiled it
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.beat import Beat
from bot.kept import Label, StoredMeeting, StoredQuote
from bot.search.lexicon import Lexicon
from bot.search.matching import Hit, Index, Matcher, Part
from bot.search.query import take_apart
from bot.search.understand import Condition, QueryReader, Wanted
from bot.search.vocabulary import Vocabulary
from bot.words import WORD, fold

__all__ = ["SearchResult", "Searcher", "StoreIndex"]

Record = StoredQuote | StoredMeeting
NEAREST = 3
OFF_BEAT = "Nothing on the beat fits; this is off it."


class StoreIndex(Index, Protocol):
    """The store's index on one connection; `store.search.SearchIndex` is one."""

    def teach(self, learner: Vocabulary) -> None:
        """Bring the vocabulary up to date."""

    def clock(self) -> int:
        """Return the index's time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """What a search answers."""

    found: tuple[Record, ...] = ()
    shown: tuple[tuple[str, str], ...] = ()
    literal: str | None = None
    notes: tuple[str, ...] = ()
    nearest: tuple[Record, ...] = ()
    spoiled: str | None = None
    more: str | None = None


class Searcher:
    """Answers searches of one beat; holds the index's vocabulary between them."""

    def __init__(self, beat: Beat) -> None:
        self.beat = beat
        self.lexicon = Lexicon.of(beat)
        self.vocabulary = Vocabulary()

    def search(
        self,
        index: StoreIndex,
        text: str,
        *,
        now: datetime,
        timezone: str = "UTC",
        page: str | None = None,
        size: int = 5,
        noun: str | None = None,
    ) -> SearchResult:
        """Answer a query.

        `now` and the asker's `timezone` tell what "yesterday" is; `noun` keeps
        to quotes or meetings ("quote", "meeting"); `page` is the `more` of the
        page before.
        """
        index.teach(self.vocabulary)
        wanted = self.understand(text, now, timezone, noun)
        start, as_of = read_page(page, index.clock())
        hits = self.hits(index, wanted, start + size + 1, as_of if page else None)
        full = [hit for hit in hits if not hit.lacks]
        if not full:
            return self.nothing(index, wanted, hits)
        here = full[start : start + size]
        found = tuple(index.records([hit.document for hit in here]))
        corrected = corrections(here, wanted.parts)
        return SearchResult(
            found=found,
            shown=(*wanted.shown, *((typed, as_written(term, found)) for typed, term in corrected)),
            literal=literally(text, [typed for typed, _ in corrected]),
            notes=tuple(wanted.notes),
            more=f"{start + size}.{as_of}" if len(full) > start + size else None,
        )

    def understand(self, text: str, now: datetime, timezone: str, noun: str | None) -> Wanted:
        """Read a query against what the beat and the index know."""
        today = now.astimezone(ZoneInfo(timezone)).date()
        nouns = (Label(kind="noun", key=noun),) if noun else ()
        reader = QueryReader(self.lexicon, self.vocabulary, today)
        wanted = reader.read(take_apart(text))
        wanted.nouns = nouns
        if reader.took_words_for_dates:
            plain = QueryReader(self.lexicon, self.vocabulary, today, plain_dates=False)
            wanted.otherwise = plain.read(take_apart(text))
            wanted.otherwise.nouns = nouns
        return wanted

    def hits(
        self, index: StoreIndex, wanted: Wanted, limit: int, as_of: int | None = None
    ) -> list[Hit]:
        """Return what fits best: on the beat first, then off it if asked for or needed."""
        hits: list[Hit] = []
        for beat in wanted.beats:
            hits += self.match(index, wanted, limit - len(hits), as_of, off_beat=beat == "off")
            if len(hits) >= limit:
                break
        if wanted.otherwise and all(hit.lacks for hit in hits):
            plain = self.hits(index, wanted.otherwise, limit, as_of)
            if any(not hit.lacks for hit in plain):
                return plain
        if wanted.beats == ("on",) and all(hit.lacks for hit in hits):
            off = self.match(index, wanted, limit, as_of, off_beat=True)
            if any(not hit.lacks for hit in off):
                wanted.notes.append(OFF_BEAT)
                return off
        return hits

    def match(
        self,
        index: StoreIndex,
        wanted: Wanted,
        limit: int,
        as_of: int | None = None,
        off_beat: bool = False,
        left_out: Condition | None = None,
    ) -> list[Hit]:
        """Look on the beat, or off it, with all conditions but one."""
        scope = replace(wanted.scope(left_out), off_beat=off_beat, as_of=as_of)
        matcher = Matcher(index, self.vocabulary, scope, limit)
        return matcher.find(wanted.parts, " ".join(wanted.words))

    def nothing(self, index: StoreIndex, wanted: Wanted, near: Sequence[Hit]) -> SearchResult:
        """Answer a query that nothing fits with what comes nearest, and what spoiled it."""
        spoiled = near[0].lacks if near else ()
        for condition in wanted.conditions:
            if near:
                break
            hits = self.match(index, wanted, NEAREST, left_out=condition)
            near = [hit for hit in hits if not hit.lacks]
            spoiled = (condition.typed,)
        if not near and wanted.conditions and wanted.parts:
            near = self.match(index, replace(wanted, parts=[], words=[]), NEAREST)
            spoiled = tuple(part.typed for part in wanted.parts)
        return SearchResult(
            nearest=tuple(index.records([hit.document for hit in near[:NEAREST]])),
            spoiled=", ".join(spoiled) if near else None,
            shown=tuple(wanted.shown),
            notes=tuple(wanted.notes),
        )


def read_page(page: str | None, now: int) -> tuple[int, int]:
    """Read where a page starts, and the index's time at the first page."""
    match = re.fullmatch(r"(\d{1,6})\.(\d{1,18})", page or "")
    return (int(match[1]), int(match[2])) if match else (0, now)


def corrections(hits: Sequence[Hit], parts: Sequence[Part]) -> list[tuple[str, str]]:
    """Return the words that the best of these hits has in place of those typed."""
    found: dict[str, str] = {}
    synonyms = {(part.typed, other) for part in parts for other in part.others}
    for hit in hits:
        for typed, term in hit.stands_for.items():
            if not term.startswith(typed) and (typed, term) not in synonyms:
                found.setdefault(typed, term)
    exact = {typed for hit in hits for typed, term in hit.stands_for.items() if typed == term}
    return [(typed, term) for typed, term in found.items() if typed not in exact]


def as_written(term: str, records: Sequence[Record]) -> str:
    """Write a folded word as the records do ("Ishiba")."""
    for record in records:
        if isinstance(record, StoredQuote):
            parties, text = [record.quote.speaker], record.quote.text
        else:
            parties = list(record.meeting.participants)
            text = " ".join(evidence.text for evidence in record.meeting.evidence)
        words: list[str] = WORD.findall(" ".join([*(p.name for p in parties if p), text]))
        for word in words:
            if fold(word) == term:
                return word
    return term


def literally(text: str, typed: Sequence[str]) -> str | None:
    """Write a query so that the corrected words are taken as they were typed."""
    if not typed:
        return None
    words = re.compile(
        rf"(?<![\w\"])(?:{'|'.join(map(re.escape, typed))})(?![\w\"])", re.IGNORECASE
    )
    return words.sub(r'"\g<0>"', text)
