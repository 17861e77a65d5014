"""Deliveries to followers: how far articles were looked through, and the cap of an hour."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlite_utils import Database

from store.connection import transaction
from store.deliveries import State

MATCH = "article "  # what a match's period begins with; its article's number follows

POSTED_SINCE = """
    SELECT count(*) FROM deliveries
    WHERE series = ? AND due_at >= ? AND state != 'held' AND period LIKE 'article %'
"""
HELD_BEFORE = """
    SELECT subscription_id, substr(due_at, 1, 13) AS hour,
           json_group_array(cast(substr(period, 9) AS INTEGER)) AS articles
    FROM deliveries WHERE state = 'held' AND due_at < ? AND subscription_id NOT NULL
    GROUP BY subscription_id, hour ORDER BY hour, subscription_id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """The matches of one hour of a follow that were over its cap."""

    subscription_id: int
    hour: str
    articles: Sequence[int]


def looked_through(db: Database) -> int | None:
    """Return the last article that was compared with what is followed; None before the first."""
    found = db.execute("SELECT article FROM follow_mark").fetchone()
    return int(found[0]) if found else None


def mark_looked_through(db: Database, article: int) -> None:
    """Write down the last article that was compared with what is followed."""
    with transaction(db):
        db.execute("INSERT OR REPLACE INTO follow_mark (id, article) VALUES (1, ?)", (article,))


def posted_this_hour(db: Database, series: str, now: datetime) -> int:
    """Count the matches of a series that this clock hour has had."""
    return int(db.execute(POSTED_SINCE, (series, _hour(now))).fetchone()[0])


def held_before_this_hour(db: Database, now: datetime) -> list[HeldBack]:
    """Return what was held back in hours that are over."""
    return [
        HeldBack(
            subscription_id=row["subscription_id"],
            hour=row["hour"],
            articles=json.loads(row["articles"]),
        )
        for row in db.query(HELD_BEFORE, (_hour(now),))
    ]


def fold_held(db: Database, held: HeldBack) -> None:
    """Close what was held back: it is told in one line."""
    with transaction(db):
        db.execute(
            """
            UPDATE deliveries SET state = ? WHERE state = 'held' AND subscription_id = ?
            AND substr(due_at, 1, 13) = ?
            """,
            (State.FOLDED, held.subscription_id, held.hour),
        )


def _hour(now: datetime) -> str:
    return now.astimezone(UTC).isoformat(timespec="hours")[:13]
