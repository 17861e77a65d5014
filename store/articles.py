"""Keep what reading an article gave, and give articles back to be read again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

from sqlite_utils import Database

from bot.kept import Correction, Kept, Source
from bot.models import Article, DateOrigin, Reading
from store.connection import transaction
from store.corrections import corrected, corrections_of, record_correction
from store.documents import tick
from store.identity import BY_URL, article_identity, find_by_identity
from store.meeting_writing import MeetingWriter, SameEvent, plainly_same
from store.meetings import reports_of_article
from store.people import AliasWords, keep_people
from store.quote_writing import QuoteWriter
from store.quotes import quotes_of_article
from store.records import Row, day_of, insert_sql, iso, rows, update_sql
from store.same_events import Decisions

COLUMNS = (
    *("id", "name", "url", "title", "outlet", "published", "published_at", "published_origin"),
    *("on_beat", "text", "text_hash", "reader", "kept_at"),
)
INSERT = insert_sql("articles", COLUMNS)
UPDATE = update_sql("articles", COLUMNS)
BY_TEXT = "SELECT * FROM articles WHERE url IS NULL AND text_hash = ?"
BY_NAME = "SELECT * FROM articles WHERE url IS NULL AND name = ? AND title IS ?"
BY_ID = "SELECT * FROM articles WHERE id = ?"
AFTER = "SELECT * FROM articles WHERE id > ? ORDER BY id LIMIT ?"
BATCH = 100
GIVEN = ("url", "title", "outlet", "published", "published_at", "published_origin")


def keep_reading(
    db: Database, reading: Reading, *, reader: str = "", same_event: SameEvent = plainly_same
) -> Kept:
    """Store an article and all that reading it gave, in one transaction.

    The same text read by the same version of the reader changes nothing; else
    what came from the article before is replaced. Users' corrections of the
    article are applied again. `same_event` decides which meetings of different
    articles are one event.
    """
    article = reading.article
    with transaction(db):
        row = row_of(reading, reader)
        old = find_article(db, article, row["text_hash"])
        if old and all(old[c] == row[c] for c in (*GIVEN, "text_hash", "reader", "on_beat")):
            return Kept.UNCHANGED
        article_id = write_article(db, row, old)
        write_contents(db, article_id, reading, old is None, same_event)
    return Kept.REPLACED if old else Kept.ADDED


def write_article(db: Database, row: dict[str, Any], old: Row | None) -> int:
    """Write the row of an article and return its id."""
    if old is None:
        return int(db.conn.execute(INSERT, [row[c] for c in COLUMNS]).lastrowid or 0)
    row = row | {"id": old["id"], "name": old["name"]}
    db.conn.execute(UPDATE, [*(row[c] for c in COLUMNS), old["id"]])
    return int(old["id"])


def write_contents(
    db: Database, article_id: int, reading: Reading, new_article: bool, same_event: SameEvent
) -> None:
    """Write people, meetings and quotes; meetings first, for quotes point to them."""
    article = completed_from(rows(db, BY_ID, (article_id,))[0])
    identity = article_identity(article)
    quotes, meetings = corrected(db, identity, reading.quotes, reading.meetings)
    source = Source(
        article_id=article_id,
        title=article.title,
        outlet=article.outlet,
        url=article.url,
        published=article.published,
    )
    now, aliases = tick(db), AliasWords(db)
    keep_people(db, reading.people, article_id)
    decisions = Decisions(db, corrections_of(db, identity))
    MeetingWriter(db, source, now, aliases, same_event, decisions).keep(meetings)
    QuoteWriter(db, source, meetings, now, aliases).keep(quotes, new_article)


def is_kept(db: Database, article: Article, reader: str = "") -> bool:
    """Tell whether this very text was read by this version of the reader, so need not be again."""
    old = find_article(db, article, text_hash(article.text))
    if old is None or old["text_hash"] != text_hash(article.text) or old["reader"] != reader:
        return False
    given = columns(article)
    return all(given[c] is None or given[c] == old[c] for c in ("title", "outlet", "published"))


def find_article(db: Database, article: Article, hashed: bytes) -> Row | None:
    """Find an article: by its url; without one, by its text, else by its name and title."""
    if article.url:
        return next(iter(rows(db, BY_URL, (article.url,))), None)
    by_text = next(db.query(BY_TEXT, (hashed,)), None)
    return by_text or next(db.query(BY_NAME, (article.id, article.title)), None)


def correct(db: Database, correction: Correction, same_event: SameEvent = plainly_same) -> bool:
    """Record a correction and apply it at once; return whether its article is kept.

    Raise a CorrectionError, and record nothing, where the value makes no sense.
    """
    with transaction(db):
        record_correction(db, correction)
        row = find_by_identity(db, correction.article)
        if row is None:
            return False
        reading = Reading(
            article=completed_from(row),
            quotes=tuple(stored.quote for stored in quotes_of_article(db, row["id"])),
            meetings=tuple(report.meeting for report in reports_of_article(db, row["id"])),
            on_beat=bool(row["on_beat"]),
        )
        write_contents(db, row["id"], reading, False, same_event)
    return True


def articles_to_reread(db: Database) -> Iterator[Article]:
    """Yield every article as it came: a date that reading found in the text is found anew.

    The table may be written while this runs: articles that come in later come last.
    """
    last = 0
    while batch := rows(db, AFTER, (last, BATCH)):
        for row in batch:
            yield as_given(completed_from(row))
        last = batch[-1]["id"]


def completed_from(row: Row) -> Article:
    """Read an article as reading completed it."""
    at, origin = row["published_at"], row["published_origin"]
    return Article(
        id=row["name"],
        text=row["text"],
        url=row["url"],
        title=row["title"],
        outlet=row["outlet"],
        published=day_of(row["published"]),
        published_at=datetime.fromisoformat(at) if at else None,
        published_origin=DateOrigin(origin) if origin else None,
    )


def as_given(article: Article) -> Article:
    """Forget the date that reading found, so that it is looked for anew."""
    if article.published_origin is DateOrigin.METADATA:
        return article
    return replace(article, published=None, published_at=None, published_origin=None)


def text_hash(text: str) -> bytes:
    """Return a digest of a text."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def columns(article: Article) -> dict[str, Any]:
    """Lay out an article as the columns of its row."""
    at, origin = article.published_at, article.published_origin
    return {
        "name": article.id,
        "url": article.url,
        "title": article.title,
        "outlet": article.outlet,
        "published": iso(article.published),
        "published_at": at.isoformat() if at else None,
        "published_origin": origin.value if origin else None,
        "text": article.text,
        "text_hash": text_hash(article.text),
    }


def row_of(reading: Reading, reader: str) -> dict[str, Any]:
    """Lay out a reading's article as its row."""
    return columns(reading.article) | {
        "id": None,
        "on_beat": reading.on_beat,
        "reader": reader,
        "kept_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }
