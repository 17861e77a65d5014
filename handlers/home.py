"""The Home tab: what can be asked, and what is new."""

from collections.abc import Callable
from typing import Any

from slack_sdk import WebClient

from bot.views.home import home_view
from handlers.commands import SUBCOMMANDS
from handlers.context import Context
from store.meetings import latest_meetings
from store.quotes import latest_quotes

SHOWN = 3


def home(context: Context) -> Callable[..., None]:
    """Build the listener that draws the Home tab anew each time it is opened."""

    def listener(event: dict[str, Any], client: WebClient) -> None:
        if event.get("tab") != "home":
            return
        with context.open_store() as db:
            meetings, quotes = latest_meetings(db, SHOWN), latest_quotes(db, SHOWN)
        view = home_view([subcommand.entry for subcommand in SUBCOMMANDS], meetings, quotes)
        client.views_publish(user_id=event["user"], view=view)

    return listener
