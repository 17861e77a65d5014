"""Which digests are due: look at every subscription's wall-clock time, write what is due down.

A look, not a timer a digest: nothing is kept of "when next", so no restart, clock change, new zone
rule or second process can leave a stale one behind. A thousand subscriptions take some
milliseconds.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import islice

from sqlite_utils import Database

from bot.kept import Subscription, SubscriptionKind
from bot.reply import Reply
from bot.schedule import Due, latest_due
from handlers.delivery import TOO_LATE
from store.connection import transaction
from store.deliveries import (
    Delivery,
    State,
    add_delivery,
    covered,
    has_delivery,
    is_waiting,
)
from store.news import Articles, last_article
from store.subscriptions import active_subscriptions

COVERED_MAX = timedelta(days=14)
MOMENT = timedelta(microseconds=1)
TOGETHER = 50  # few enough not to keep others from writing for long

# Composes the digest of a subscription and a local day, told up to a moment before, from these
# articles. None: there is nothing to post.
Compose = Callable[[Subscription, Due, datetime, Articles], Reply | None]


def add_due_digests(db: Database, now: datetime, compose: Compose) -> int:
    """Write down every digest that is due and not written down yet; return how many."""
    digests = iter(active_subscriptions(db, SubscriptionKind.DIGEST))
    added = 0
    while some := list(islice(digests, TOGETHER)):
        with transaction(db):  # as each commit waits for the disk
            added += sum(add_due_digest(db, subscription, now, compose) for subscription in some)
    return added


def add_due_digest(
    db: Database, subscription: Subscription, now: datetime, compose: Compose
) -> bool:
    """Write down a subscription's digest, if one is due.

    While an earlier one still waits, it is not clear yet what the channel has been told: the
    next waits with it. One that is found too late to post leaves its news to the next.
    """
    due = latest_due(subscription.schedule, now) if subscription.schedule else None
    if due is None or due.at <= subscription.asked_at:
        return False
    if _is_known(db, subscription, due) or is_waiting(db, subscription.series):
        return False
    if now - due.at >= TOO_LATE:
        return add_delivery(db, _folded(subscription, due), now)
    since, after = told_until(db, subscription, due)
    span = Articles(after=after, last=last_article(db))
    reply = compose(subscription, due, since, span)
    return add_delivery(db, _delivery(subscription, due, now, span, reply), now)


def told_until(db: Database, subscription: Subscription, due: Due) -> tuple[datetime, int]:
    """Return the moment and the article after which a digest's news begin.

    That is where the last one ended; for a first one, when it would have been due.
    """
    earliest = due.at - COVERED_MAX
    told = covered(db, subscription.series)
    if told and told[0] >= earliest:
        return told
    before = latest_due(subscription.schedule, due.at - MOMENT) if subscription.schedule else None
    since = max(before.at, earliest) if before and not told else earliest
    return since, last_article(db, kept_by=since)


def _is_known(db: Database, subscription: Subscription, due: Due) -> bool:
    return has_delivery(db, subscription.series, due.day.isoformat())


def _delivery(
    subscription: Subscription, due: Due, now: datetime, span: Articles, reply: Reply | None
) -> Delivery:
    messages = reply.messages if reply else ()
    return Delivery(
        series=subscription.series,
        period=due.day.isoformat(),
        channel=subscription.channel,
        due_at=due.at,
        subscription_id=subscription.id,
        covers_until=now,
        last_article=span.last,
        messages=[{"text": m.text, "blocks": list(m.blocks)} for m in messages],
        state=State.WAITING if messages else State.QUIET,
    )


def _folded(subscription: Subscription, due: Due) -> Delivery:
    return Delivery(
        series=subscription.series,
        period=due.day.isoformat(),
        channel=subscription.channel,
        due_at=due.at,
        subscription_id=subscription.id,
        state=State.FOLDED,
        why="missed by 12 hours or more",
    )
