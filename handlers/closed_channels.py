"""A channel that Slack closed to us: its subscription rests, and who asked for it is told why."""

from datetime import datetime

from sqlite_utils import Database

from bot.views.subscriptions import paused_message
from store.connection import transaction
from store.deliveries import Delivery, Waiting, add_delivery
from store.subscriptions import find_subscription, pause


def tell_asker(db: Database, message: Waiting, error: str, now: datetime) -> None:
    """Pause the subscription of a refused message and write to who asked for it."""
    if message.subscription_id is None:
        return
    subscription = find_subscription(db, message.subscription_id)
    if subscription is None:
        return
    told = paused_message(subscription, error)
    with transaction(db):
        pause(db, subscription.id, error)
        notice = Delivery(
            series=f"paused {subscription.series}",
            period=message.token,
            channel=subscription.asked_by,
            due_at=now,
            messages=[{"text": told.text, "blocks": list(told.blocks)}],
        )
        add_delivery(db, notice, now)
