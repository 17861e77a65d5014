"""The Home tab: what is new, what one asked to be sent, and what can be asked."""

from collections.abc import Callable
from typing import Any

from slack_sdk import WebClient
from sqlite_utils import Database

from bot.kept import Subscription, SubscriptionKind
from bot.views.home import home_view
from handlers.commands import SUBCOMMANDS
from handlers.context import Context
from store.meetings import latest_meetings
from store.quotes import latest_quotes
from store.subscriptions import subscriptions

SHOWN = 3


def home(context: Context) -> Callable[..., None]:
    """Build the listener that draws the Home tab anew each time it is opened."""

    def listener(event: dict[str, Any], client: WebClient) -> None:
        if event.get("tab") != "home":
            return
        with context.open_store() as db:
            meetings = latest_meetings(db, SHOWN)
            quotes = latest_quotes(db, SHOWN, attributed=True)
            asked = asked_by(db, event["user"])
        words = context.searcher.beat.examples
        entries = [subcommand.entry(words) for subcommand in SUBCOMMANDS]
        view = home_view(entries, meetings, quotes, asked, context.now(), words)
        client.views_publish(user_id=event["user"], view=view)

    return listener


def asked_by(db: Database, user: str) -> list[Subscription]:
    """Return the digests and follows that somebody asked for, in all channels."""
    kept = [one for kind in SubscriptionKind for one in subscriptions(db, kind)]
    return [one for one in kept if one.asked_by == user]
