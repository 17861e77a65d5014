"""Which channel asked for which digest, and who follows what."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Any

from sqlite_utils import Database

from bot.kept import Schedule, Subscription, SubscriptionKind
from store.connection import transaction

# Asking again in the same channel changes the digest there is; a weekly one stands beside a daily.
KEEP = """
    INSERT INTO subscriptions
        (kind, channel, query, weekly, asked_by, asked_at, at, zone, days, skip_quiet)
    VALUES
        (:kind, :channel, :query, :weekly, :asked_by, :asked_at, :at, :zone, :days, :skip_quiet)
    ON CONFLICT (kind, channel, query, weekly) DO UPDATE SET
        asked_by = excluded.asked_by, asked_at = excluded.asked_at, at = excluded.at,
        zone = excluded.zone, days = excluded.days, skip_quiet = excluded.skip_quiet,
        paused = 0, paused_why = NULL
    RETURNING *
"""
SELECT = "SELECT * FROM subscriptions WHERE {} ORDER BY id"


def keep_digest(
    db: Database,
    *,
    channel: str,
    schedule: Schedule,
    query: str,
    skip_quiet: bool,
    asked_by: str,
    now: datetime,
) -> Subscription:
    """Subscribe a channel to a digest, or change the one it has."""
    row = _row(SubscriptionKind.DIGEST, channel, query, asked_by, now) | {
        "weekly": schedule.weekly,
        "at": schedule.at.isoformat("minutes"),
        "zone": schedule.zone,
        "days": "".join(map(str, sorted(schedule.days))),
        "skip_quiet": skip_quiet,
    }
    return _keep(db, row)


def keep_follow(
    db: Database, *, channel: str, query: str, asked_by: str, now: datetime
) -> Subscription:
    """Let a channel follow a search, or renew what it follows."""
    return _keep(db, _row(SubscriptionKind.FOLLOW, channel, query, asked_by, now))


def _row(
    kind: SubscriptionKind, channel: str, query: str, asked_by: str, now: datetime
) -> dict[str, Any]:
    return {
        "kind": kind,
        "channel": channel,
        "query": query,
        "weekly": False,
        "asked_by": asked_by,
        "asked_at": now.astimezone(UTC).isoformat(),
        "at": None,
        "zone": None,
        "days": None,
        "skip_quiet": False,
    }


def _keep(db: Database, row: dict[str, Any]) -> Subscription:
    with transaction(db):
        return _subscription(next(db.query(KEEP, row)))


def subscriptions(
    db: Database, kind: SubscriptionKind, channel: str | None = None
) -> list[Subscription]:
    """List the subscriptions of a kind, the oldest first; of one channel, if one is given."""
    where = "kind = :kind AND (:channel IS NULL OR channel = :channel)"
    return list(_read(db, where, {"kind": kind, "channel": channel}))


def active_subscriptions(db: Database, kind: SubscriptionKind) -> list[Subscription]:
    """List those that are not paused."""
    return list(_read(db, "kind = :kind AND NOT paused", {"kind": kind}))


def find_subscription(db: Database, subscription_id: int) -> Subscription | None:
    """Return one subscription; None once it was stopped."""
    return next(_read(db, "id = :id", {"id": subscription_id}), None)


def pause(db: Database, subscription_id: int, why: str | None = None) -> None:
    """Pause a subscription; `why` is Slack's error, where Slack refused."""
    with transaction(db):
        db.execute(
            "UPDATE subscriptions SET paused = 1, paused_why = ? WHERE id = ?",
            (why, subscription_id),
        )


def resume(db: Database, subscription_id: int, now: datetime) -> None:
    """Go on with a paused subscription; what was due before now is not made up for."""
    with transaction(db):
        db.execute(
            "UPDATE subscriptions SET paused = 0, paused_why = NULL, asked_at = ? WHERE id = ?",
            (now.astimezone(UTC).isoformat(), subscription_id),
        )


def stop(db: Database, subscription_id: int) -> None:
    """End a subscription, and drop what it has waiting that nobody has seen a part of."""
    with transaction(db):
        db.execute(
            """
            DELETE FROM deliveries WHERE subscription_id = ? AND state IN ('waiting', 'held')
            AND id NOT IN (SELECT delivery_id FROM delivery_messages WHERE tried_at NOT NULL)
            """,
            (subscription_id,),
        )
        db.execute("DELETE FROM subscriptions WHERE id = ?", (subscription_id,))


def _read(db: Database, where: str, values: dict[str, Any]) -> Iterator[Subscription]:
    return map(_subscription, db.query(SELECT.format(where), values))


def _subscription(row: dict[str, Any]) -> Subscription:
    return Subscription(
        id=row["id"],
        kind=SubscriptionKind(row["kind"]),
        channel=row["channel"],
        asked_by=row["asked_by"],
        asked_at=datetime.fromisoformat(row["asked_at"]),
        query=row["query"],
        schedule=_schedule(row) if row["at"] else None,
        skip_quiet=bool(row["skip_quiet"]),
        paused=bool(row["paused"]),
        paused_why=row["paused_why"],
    )


def _schedule(row: dict[str, Any]) -> Schedule:
    days = frozenset(map(int, row["days"]))
    return Schedule(at=time.fromisoformat(row["at"]), zone=row["zone"], days=days)
