"""What articles say that came in lately, for digests and followers.

Articles are numbered in the order in which they were stored, and a re-reading keeps the number:
so "since the last digest" is a number, which no clock can put in doubt.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlite_utils import Database

from bot.kept import Source, StoredMeeting, StoredQuote
from store.meetings import meetings_by_id
from store.quotes import quotes_by_id
from store.records import source_from

AT_A_TIME = 500
# An article is on the beat, or something that it says is.
ON_BEAT = """
    (articles.on_beat
     OR EXISTS (SELECT 1 FROM quotes WHERE article_id = articles.id AND quotes.on_beat)
     OR EXISTS (SELECT 1 FROM reports JOIN meetings ON meetings.id = meeting_id
                WHERE article_id = articles.id AND meetings.on_beat))
"""
ARTICLES_BETWEEN = """
    SELECT id AS article_id, title, outlet, url, published FROM articles
    WHERE id > :after AND id <= :last AND {on_beat}
    AND (published IS NULL OR published >= :oldest)
    ORDER BY id
"""
ARTICLES_PUBLISHED = """
    SELECT id AS article_id, title, outlet, url, published FROM articles
    WHERE published BETWEEN ? AND ? AND {on_beat} ORDER BY id
"""
ARTICLES_NUMBERED = """
    SELECT id AS article_id, title, outlet, url, published FROM articles
    WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id
"""
QUOTES_OF = """
    SELECT DISTINCT coalesce(first_id, id) AS id FROM quotes
    WHERE article_id IN (SELECT value FROM json_each(?)) AND direct AND on_beat
"""
MEETINGS_OF = """
    SELECT DISTINCT meeting_id AS id FROM reports JOIN meetings ON meetings.id = meeting_id
    WHERE article_id IN (SELECT value FROM json_each(?)) AND meetings.on_beat
"""
SAID_BEFORE = """
    SELECT text FROM quotes
    WHERE speaker_key = ? AND article_id NOT IN (SELECT value FROM json_each(?))
    ORDER BY id DESC LIMIT 100
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Articles:
    """The articles stored after one and up to another, by their numbers."""

    after: int
    last: int


def last_article(db: Database, kept_by: datetime | None = None) -> int:
    """Return the number of the newest article, or of the newest kept by a moment; 0 if none."""
    by = kept_by.astimezone(UTC).isoformat() if kept_by else "9999"
    found = db.execute("SELECT max(id) FROM articles WHERE kept_at <= ?", (by,)).fetchone()[0]
    return int(found or 0)


def articles_stored(db: Database, articles: Articles, oldest: date = date.min) -> list[Source]:
    """Return the articles on the beat of a span, but for those published before `oldest`."""
    values = {"after": articles.after, "last": articles.last, "oldest": oldest.isoformat()}
    return list(map(source_from, db.query(ARTICLES_BETWEEN.format(on_beat=ON_BEAT), values)))


def articles_published(db: Database, first: date, last: date) -> list[Source]:
    """Return the articles on the beat that were published on these days (both inclusive)."""
    sql = ARTICLES_PUBLISHED.format(on_beat=ON_BEAT)
    return list(map(source_from, db.query(sql, (first.isoformat(), last.isoformat()))))


def articles_numbered(db: Database, articles: Iterable[int]) -> list[Source]:
    """Return articles by their numbers, leaving out those that are gone."""
    return list(map(source_from, db.query(ARTICLES_NUMBERED, (json.dumps(list(articles)),))))


def quotes_of(db: Database, articles: Iterable[int]) -> list[StoredQuote]:
    """Return what these articles quote word for word on the beat."""
    ids = _ids(db, QUOTES_OF, articles)
    return [quote for some in _some(ids) for quote in quotes_by_id(db, some)]


def meetings_of(db: Database, articles: Iterable[int]) -> list[StoredMeeting]:
    """Return the meetings on the beat that these articles report."""
    ids = _ids(db, MEETINGS_OF, articles)
    return [meeting for some in _some(ids) for meeting in meetings_by_id(db, some)]


def said_before(
    db: Database, speakers: Collection[str], but_for: Iterable[int]
) -> dict[str, list[str]]:
    """Return what speakers (by key) were quoted with last, these articles aside."""
    aside = json.dumps(sorted(but_for))
    return {
        key: [row["text"] for row in db.query(SAID_BEFORE, (key, aside))]
        for key in sorted(speakers)
    }


def _ids(db: Database, sql: str, articles: Iterable[int]) -> list[int]:
    return [row["id"] for row in db.query(sql, (json.dumps(sorted(articles)),))]


def _some(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    return (ids[start : start + AT_A_TIME] for start in range(0, len(ids), AT_A_TIME))
