"""Every listener, named to Bolt in one place."""

from collections.abc import Callable

from slack_bolt import Ack, App

from bot.reply import COMMAND
from handlers.actions import ACTIONS
from handlers.context import Build, Context
from handlers.errors import apologize
from handlers.home import home
from handlers.mentions import direct_message, mention
from handlers.shortcuts import SHORTCUTS
from handlers.slash import slash
from handlers.views import VIEWS

EVENTS: tuple[tuple[str, Build], ...] = (
    ("app_mention", mention),
    ("message", direct_message),
    ("app_home_opened", home),
)


def acknowledge(ack: Ack, next: Callable[[], None]) -> None:
    """Acknowledge before the listener is given to a thread, so that no answer delays another."""
    ack()
    next()


def register(app: App, context: Context) -> None:
    """Name every listener to Bolt; the one place that does."""
    at_once = [acknowledge]
    app.command(COMMAND, middleware=at_once)(slash(context))
    for event, build in EVENTS:
        app.event(event)(build(context))
    for action, build in ACTIONS:
        app.action(action, middleware=at_once)(build(context))
    for shortcut, build in SHORTCUTS:
        app.shortcut(shortcut, middleware=at_once)(build(context))
    for view, build in VIEWS:
        app.view(view)(build(context))
    app.error(apologize)
