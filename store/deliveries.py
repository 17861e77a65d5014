"""The outbox: what is to be posted is written down before it is posted, and the result after.

A delivery is one digest, one follower's notice: a headline (place 0) and the messages of its
thread. It is known by its series (the channel and what it asked for) and its period (the day, the
article), which exist once. A message that was tried and has no `ts` may or may not be in Slack:
whoever finds it must look there, by the delivery's token, before posting again.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from uuid import uuid4

from sqlite_utils import Database

from store.connection import transaction

Content = Mapping[str, Any]  # a message as JSON: "text" and "blocks"

ADD = """
    INSERT OR IGNORE INTO deliveries
        (series, period, token, subscription_id, channel, due_at, made_at, covers_until,
         last_article, state, why)
    VALUES
        (:series, :period, :token, :subscription_id, :channel, :due_at, :made_at, :covers_until,
         :last_article, :state, :why)
"""
# The next unposted message of the first waiting delivery of each channel: order is kept because
# nothing of a channel is seen here before all that stands in front of it is done with.
NEXT = """
    SELECT d.id AS delivery_id, d.subscription_id, d.channel, d.token, d.due_at,
           d.covers_until NOT NULL AS can_fold,
           m.place, m.content, m.tried_at,
           (SELECT ts FROM delivery_messages h WHERE h.delivery_id = d.id AND h.place = 0) AS thread
    FROM (
        SELECT *, row_number() OVER (PARTITION BY channel ORDER BY due_at, id) AS turn
        FROM deliveries WHERE state = 'waiting'
    ) d
    JOIN delivery_messages m ON m.delivery_id = d.id AND m.place = (
        SELECT min(place) FROM delivery_messages WHERE delivery_id = d.id AND ts IS NULL
    )
    WHERE d.turn = 1
    ORDER BY m.place > 0, d.due_at, d.id
"""
COVERED = """
    SELECT covers_until, last_article FROM deliveries
    WHERE series = ? AND covers_until NOT NULL AND state IN ('waiting', 'posted', 'quiet')
    ORDER BY covers_until DESC LIMIT 1
"""


class State(StrEnum):
    """How a delivery stands."""

    WAITING = "waiting"  # something of it is still to be posted
    POSTED = "posted"
    QUIET = "quiet"  # there was nothing to post
    FOLDED = "folded"  # too late to post; its news are in the next one
    HELD = "held"  # over the cap of its hour; to be told in one line
    FAILED = "failed"  # Slack refused it; `why` says with which error


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One thing to post, before it is written down."""

    series: str
    period: str
    channel: str
    due_at: datetime
    subscription_id: int | None = None
    covers_until: datetime | None = None  # digests: the moment and the article up to which
    last_article: int | None = None  # they tell the news
    messages: Sequence[Content] = ()
    state: State = State.WAITING
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """The message of a delivery that is to be posted next."""

    delivery_id: int
    subscription_id: int | None
    channel: str
    token: str
    due_at: datetime
    can_fold: bool  # a digest: what it tells can be told in the next one
    place: int
    content: dict[str, Any]
    thread: str | None  # the headline's ts
    tried_at: datetime | None  # when it was first tried: it may be in Slack already


def add_delivery(db: Database, delivery: Delivery, now: datetime) -> bool:
    """Write a delivery down with all its messages; False where its period has one already."""
    row = {
        "series": delivery.series,
        "period": delivery.period,
        "token": uuid4().hex,
        "subscription_id": delivery.subscription_id,
        "channel": delivery.channel,
        "due_at": _stamp(delivery.due_at),
        "made_at": _stamp(now),
        "covers_until": delivery.covers_until and _stamp(delivery.covers_until),
        "last_article": delivery.last_article,
        "state": delivery.state,
        "why": delivery.why,
    }
    with transaction(db):
        added = db.execute(ADD, row)
        if not added.rowcount:
            return False
        db.conn.executemany(
            "INSERT INTO delivery_messages (delivery_id, place, content) VALUES (?, ?, ?)",
            [
                (added.lastrowid, place, json.dumps(dict(content), ensure_ascii=False))
                for place, content in enumerate(delivery.messages)
            ],
        )
    return True


def delivery_state(db: Database, series: str, period: str) -> State | None:
    """Return how the delivery of a period stands; None where it has none."""
    found = db.execute(
        "SELECT state FROM deliveries WHERE series = ? AND period = ?", (series, period)
    ).fetchone()
    return State(found[0]) if found else None


def has_delivery(db: Database, series: str, period: str) -> bool:
    """Tell whether a period has its delivery, in whatever state."""
    return delivery_state(db, series, period) is not None


def is_waiting(db: Database, series: str) -> bool:
    """Tell whether something of a series is still to be posted."""
    found = db.execute("SELECT 1 FROM deliveries WHERE series = ? AND state = 'waiting'", (series,))
    return found.fetchone() is not None


def next_messages(db: Database) -> list[Waiting]:
    """Return the message that each channel is to get next: first headlines, the oldest first."""
    return [
        Waiting(
            **row
            | {
                "can_fold": bool(row["can_fold"]),
                "due_at": datetime.fromisoformat(row["due_at"]),
                "tried_at": row["tried_at"] and datetime.fromisoformat(row["tried_at"]),
                "content": json.loads(row["content"]),
            }
        )
        for row in db.query(NEXT)
    ]


def begin(db: Database, messages: Iterable[Waiting], now: datetime) -> None:
    """Write down that these are about to be posted; the first try is what counts."""
    with transaction(db):
        db.conn.executemany(
            """
            UPDATE delivery_messages SET tried_at = coalesce(tried_at, ?)
            WHERE delivery_id = ? AND place = ?
            """,
            [(_stamp(now), message.delivery_id, message.place) for message in messages],
        )


def record_posted(db: Database, message: Waiting, ts: str) -> None:
    """Write down that a message is in Slack, and the delivery with it if it was the last."""
    with transaction(db):
        db.execute(
            "UPDATE delivery_messages SET ts = ? WHERE delivery_id = ? AND place = ?",
            (ts, message.delivery_id, message.place),
        )
        db.execute(
            """
            UPDATE deliveries SET state = 'posted' WHERE id = ? AND NOT EXISTS
            (SELECT 1 FROM delivery_messages WHERE delivery_id = deliveries.id AND ts IS NULL)
            """,
            (message.delivery_id,),
        )


def record_not_posted(db: Database, message: Waiting) -> None:
    """Write down that Slack certainly did not take a message: it can be posted without a look."""
    with transaction(db):
        db.execute(
            "UPDATE delivery_messages SET tried_at = NULL WHERE delivery_id = ? AND place = ?",
            (message.delivery_id, message.place),
        )


def close_delivery(db: Database, delivery_id: int, state: State, why: str) -> None:
    """Give up what is left of a delivery: folded into the next, or refused by Slack."""
    with transaction(db):
        db.execute(
            "UPDATE deliveries SET state = ?, why = ? WHERE id = ?", (state, why, delivery_id)
        )


def covered(db: Database, series: str) -> tuple[datetime, int] | None:
    """Return the moment and the article up to which a series told the news; None if never."""
    for row in db.query(COVERED, (series,)):
        return datetime.fromisoformat(row["covers_until"]), row["last_article"]
    return None


def keep_through_power_cuts(db: Database) -> None:
    """Have each commit of this connection wait for the disk: a lost one could post twice."""
    db.execute("PRAGMA synchronous = FULL")


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
