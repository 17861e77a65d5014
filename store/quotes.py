"""Keep and show quotes. The same words by one speaker in several articles are one quote."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from hashlib import blake2b

from sqlite_utils import Database

from bot.kept import Source, StoredQuote
from bot.models import Precision, Quote
from bot.words import folded
from store.documents import DAY_AND_NUMBER, end_of_beat, first_id
from store.records import (
    PARTY,
    Row,
    marks,
    party_from,
    party_values,
    source_from,
    span_from,
    span_values,
)

COLUMNS = (
    *("id", "article_id", "first_id", "document", "words_hash"),
    *("text", "start", "end", "direct", "utterance"),
    *("speaker", "speaker_key", "speaker_kind", "speaker_office", "speaker_side"),
    *("guess", "confidence", "mention", "cue", "inner_speaker", "listener", "occasion"),
    *("said_start", "said_end", "said_precision", "said_words"),
    *("meeting", "topics", "on_beat"),
)

SHOWN = """
    SELECT quotes.*, articles.title, articles.outlet, articles.url, articles.published,
           reports.meeting_id
    FROM quotes JOIN articles ON articles.id = quotes.article_id
    LEFT JOIN reports ON reports.article_id = quotes.article_id
                     AND reports.position = quotes.meeting
"""
LATEST = (
    SHOWN
    + """
    WHERE quotes.document >= ? AND quotes.document < ?
      AND (? OR quotes.direct OR quotes.speaker IS NOT NULL)
    ORDER BY quotes.document DESC LIMIT ?
"""
)
BY_DOCUMENT = SHOWN + "WHERE quotes.document IN ({marks})"
BY_ID = SHOWN + "WHERE quotes.id IN ({marks})"
OF_ARTICLE = SHOWN + "WHERE quotes.article_id = ? ORDER BY quotes.start, quotes.id"
REPEATS = """
    SELECT quotes.first_id, quotes.article_id, title, outlet, url, published
    FROM quotes JOIN articles ON articles.id = quotes.article_id
    WHERE quotes.first_id IN ({marks})
"""
PAGE = 200  # records that are fetched at a time when all are wanted


def latest_quotes(
    db: Database,
    limit: int,
    before: int | None = None,
    off_beat: bool = False,
    attributed: bool = False,
) -> list[StoredQuote]:
    """Return the newest quotes, those on the beat unless asked for all.

    For the next page, pass the `cursor` of the last one as `before`. With
    `attributed`, reported speech of nobody known is left out.
    """
    rows = newest(db, True, limit, before, attributed)
    if off_beat:
        rows += newest(db, False, limit, before, attributed)
        rows.sort(key=lambda row: row["document"] & DAY_AND_NUMBER, reverse=True)
    return stored(db, rows[:limit])


def newest(
    db: Database, on_beat: bool, limit: int, before: int | None, attributed: bool
) -> list[Row]:
    """Return the newest rows on the beat, or off it, that are older than a cursor."""
    first, end = first_id(None, on_beat), end_of_beat(on_beat)
    last = end if before is None else first | (before & DAY_AND_NUMBER)
    return list(db.query(LATEST, (first, last, not attributed, limit)))


def all_quotes(
    db: Database, off_beat: bool = False, at_a_time: int = PAGE
) -> Iterator[StoredQuote]:
    """Yield every quote, newest first, those on the beat unless asked for all."""
    page = latest_quotes(db, at_a_time, off_beat=off_beat)
    while page:
        yield from page
        page = latest_quotes(db, at_a_time, page[-1].cursor, off_beat)


def quotes_by_document(db: Database, documents: Sequence[int]) -> list[StoredQuote]:
    """Return the quotes that the search index knows under these ids."""
    return stored(db, list(db.query(BY_DOCUMENT.format(marks=marks(documents)), documents)))


def quotes_by_id(db: Database, ids: Sequence[int]) -> list[StoredQuote]:
    """Return quotes by their ids, leaving out those that are gone."""
    return stored(db, list(db.query(BY_ID.format(marks=marks(ids)), ids)))


def quotes_of_article(db: Database, article_id: int) -> list[StoredQuote]:
    """Return all that an article quotes, in its order, repeats of other articles included."""
    return stored(db, list(db.query(OF_ARTICLE, (article_id,))))


def stored(db: Database, rows: Sequence[Row]) -> list[StoredQuote]:
    """Complete rows of quotes with all the articles that carry them."""
    others: dict[int, list[Source]] = {row["id"]: [] for row in rows}
    for repeat in db.query(REPEATS.format(marks=marks(others)), list(others)):
        others[repeat["first_id"]].append(source_from(repeat))
    return [stored_quote(row, others[row["id"]]) for row in rows]


def stored_quote(row: Row, others: Iterable[Source]) -> StoredQuote:
    """Build the record for showing from a row and the sources that repeat it."""
    quote = quote_from(row)
    source = source_from(row)
    return StoredQuote(
        id=row["id"],
        quote=quote,
        sources=tuple(dict.fromkeys((source, *others))),
        day=day_said(quote, source),
        meeting_id=row["meeting_id"],
        cursor=row["document"] or 0,
    )


def day_said(quote: Quote, source: Source) -> date | None:
    """Return the day a quote was said; where it is not known to the day, its publication."""
    said = quote.said_on
    return said.start if said and said.precision is Precision.DAY else source.published


def quote_from(row: Row) -> Quote:
    """Read a quote from its row."""
    return Quote(
        text=row["text"],
        start=row["start"],
        end=row["end"],
        direct=bool(row["direct"]),
        utterance=row["utterance"],
        speaker=party_from(row),
        guess=PARTY.validate_json(row["guess"]) if row["guess"] else None,
        confidence=row["confidence"],
        mention=row["mention"],
        cue=row["cue"],
        inner_speaker=row["inner_speaker"],
        listener=row["listener"],
        occasion=row["occasion"],
        said_on=span_from(row),
        meeting=row["meeting"],
        topics=tuple(json.loads(row["topics"])) if row["topics"] else (),
        on_beat=bool(row["on_beat"]),
    )


def row_of(quote: Quote, *place: int | None) -> tuple[object, ...]:
    """Lay out a quote as its row; `place` is id, article_id, first_id and document."""
    return (
        *place,
        words_hash(quote.text),
        *(quote.text, quote.start, quote.end, quote.direct, quote.utterance),
        *party_values(quote.speaker),
        PARTY.dump_json(quote.guess).decode() if quote.guess else None,
        *(quote.confidence, quote.mention, quote.cue),
        *(quote.inner_speaker, quote.listener, quote.occasion),
        *span_values(quote.said_on),
        quote.meeting,
        topics_column(quote.topics),
        quote.on_beat,
    )


@lru_cache(maxsize=1024)
def topics_column(topics: tuple[str, ...]) -> str | None:
    """Write topics as a JSON list."""
    return json.dumps(topics, ensure_ascii=False) if topics else None


@lru_cache(maxsize=1024)
def words_hash(text: str) -> int:
    """Return a number that texts share when their words are the same."""
    digest = blake2b(folded(text).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
