"""The bot while it runs: its listeners, and the worker that posts what is due."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial

from pydantic import SecretStr
from slack_bolt import App
from slack_sdk import WebClient

from bot.beat import load_beat
from bot.search import Searcher
from bot.settings import Settings
from handlers.connection import build_app
from handlers.context import Context
from handlers.post_once import delivery_client
from handlers.worker import start_worker
from handlers.zones import Zones
from store import open_store


@contextmanager
def running(
    settings: Settings, client: WebClient, signing_secret: SecretStr | None = None
) -> Iterator[App]:
    """Build the Bolt app, and have digests and followed searches posted while the block lasts."""
    context = Context(
        open_store=partial(open_store, settings.alliance_database),
        now=partial(datetime.now, UTC),
        searcher=Searcher(load_beat(settings.alliance_beat)),
        zones=Zones(settings.alliance_timezone),
    )
    secret = signing_secret.get_secret_value() if signing_secret else None
    app = build_app(client, context, secret)
    posting = delivery_client(client.token or "", client.base_url)
    worker, stop = start_worker(context.open_store, posting, context.now, context.searcher.lexicon)
    try:
        yield app
    finally:
        stop.set()
        worker.join()
