"""Post a digest by hand: through the outbox, so that it is there once however often one asks."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import uuid4

from slack_sdk import WebClient
from sqlite_utils import Database

from bot.reply import Reply
from handlers.delivery import Postman
from handlers.worker import LEASE, TERM
from store.deliveries import Delivery, State, add_delivery, delivery_state
from store.leases import give_lease_back, take_lease

PATIENCE = timedelta(minutes=2)
A_SECOND = timedelta(seconds=1)


def post_digest(
    db: Database,
    client: WebClient,
    now: Callable[[], datetime],
    sleep: Callable[[float], None],
    channel: str,
    day: date,
    reply: Reply,
) -> State:
    """Post a day's digest to a channel and return how it went; WAITING where Slack is away.

    Where the bot runs beside this, it holds the lease: then it posts, and this waits for it.
    """
    series, period, owner = f"by hand {channel}", day.isoformat(), uuid4().hex
    messages = [{"text": m.text, "blocks": list(m.blocks)} for m in reply.messages]
    add_delivery(
        db,
        Delivery(series=series, period=period, channel=channel, due_at=now(), messages=messages),
        now(),
    )

    def holds_lease() -> bool:
        return take_lease(db, LEASE, owner, now(), TERM)

    postman = Postman(db, client, now, may_go_on=holds_lease, refused=lambda *_: None)
    until = now() + PATIENCE
    while _state(db, series, period) is State.WAITING and now() < until:
        wait = postman.round() if holds_lease() else A_SECOND
        sleep(min(wait, A_SECOND).total_seconds())
    give_lease_back(db, LEASE, owner)
    return _state(db, series, period)


def _state(db: Database, series: str, period: str) -> State:
    return delivery_state(db, series, period) or State.FAILED
