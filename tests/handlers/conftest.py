"""A bot connected to the preview by Socket Mode, over a store of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.beat import Beat
from bot.search import Searcher
from handlers.connection import build_app, connected, web_client
from handlers.context import Context
from handlers.zones import Zones
from preview.people import Person
from preview.server import PreviewServer
from preview.sockets import Delivery
from preview.workspace import Message
from store import Database, open_store
from tests.handlers.articles import fill

NOW = datetime(2025, 6, 10, 9, tzinfo=UTC)
ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Bot:
    """The bot, its store and the workspace that it is connected to."""

    preview: PreviewServer
    path: Path

    @property
    def hana(self) -> Person:
        """Somebody who asks."""
        return self.preview.person("hana")

    def store(self) -> Database:
        """Open the bot's store."""
        return open_store(self.path)

    def command(self, channel: str, line: str) -> None:
        """Let Hana use a command, and see it acknowledged."""
        self.preview.wait_finished(self.hana.command(channel, line))

    def redeliver(self) -> None:
        """Let Slack deliver its last event once more."""
        sockets = self.preview.slack.sockets
        again = Delivery("events_api", sockets.deliveries[-1].payload)
        self.preview.wait_finished(sockets.send(again))

    def seen(self, channel: str, count: int = 1, thread: Message | None = None) -> list[Message]:
        """Return what the bot posted as Hana sees it, once there is enough."""
        return self.preview.wait_for_messages(
            channel, count, thread=thread.ts if thread else None, user="hana"
        )


def context_on(path: Path) -> Context:
    """Return a context on a store, at a fixed time."""
    return Context(
        open_store=lambda: open_store(path),
        now=lambda: NOW,
        searcher=Searcher(Beat(key="rounds", name="Rounds")),
        zones=Zones(),
    )


@pytest.fixture
def preview() -> Iterator[PreviewServer]:
    with PreviewServer(manifest=ROOT / "manifest.json") as server:
        yield server


@pytest.fixture
def bot(preview: PreviewServer, tmp_path: Path) -> Iterator[Bot]:
    path = tmp_path / "alliance.db"
    with open_store(path) as db:
        fill(db, 12)
    client = web_client(preview.bot_token, preview.api_url)
    with connected(build_app(client, context_on(path)), preview.app_token):
        preview.wait_connected()
        yield Bot(preview, path)
