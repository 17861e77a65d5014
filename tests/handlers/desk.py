"""A desk for delivery tests: a store in a file, the preview as Slack, and one clock for all."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from handlers.post_once import delivery_client
from preview.server import PreviewServer
from store import open_store
from store.deliveries import Delivery, add_delivery

MANIFEST: dict[str, Any] = {
    "display_information": {"name": "Alliance"},
    "features": {"bot_user": {"display_name": "Alliance"}},
    "oauth_config": {
        "scopes": {
            "bot": ["chat:write", "channels:history", "groups:history", "im:history", "im:write"]
        }
    },
    "settings": {},
}
START = datetime(2025, 2, 7, 0, 0, tzinfo=UTC)  # Friday, 09:00 in Tokyo
CHANNEL, OTHER, ASKER = "C0DESK", "C0GENERAL", "U0HANA"


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self, moment: datetime = START) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def timestamp(self) -> float:
        return self.moment.timestamp()

    def move(self, **span: float) -> None:
        self.moment += timedelta(**span)


class Desk:
    """What a delivery test works with."""

    def __init__(self, path: Path, server: PreviewServer, clock: Clock) -> None:
        self.path, self.server, self.clock = path, server, clock
        self.slack = server.slack
        self.db = open_store(path)
        self.client = delivery_client(server.bot_token, server.api_url)

    def add(self, period: str = "2025-02-07", channel: str = CHANNEL, **more: Any) -> None:
        """Put a digest of a headline and two messages in the outbox."""
        texts = more.pop("texts", ("head", "one", "two"))
        delivery = Delivery(
            series=more.pop("series", f"digest {channel}"),
            period=period,
            channel=channel,
            due_at=more.pop("due_at", self.clock()),
            covers_until=more.pop("covers_until", self.clock()),
            last_article=0,
            messages=[{"text": f"{period} {text}"} for text in texts],
            **more,
        )
        assert add_delivery(self.db, delivery, self.clock())

    def posted(self, channel: str = CHANNEL) -> list[str]:
        """Return the bot's texts in a channel, threads included, in the order of posting."""
        workspace = self.slack.workspace
        kept = [m for m in workspace.messages if m.channel == channel and m.user == self.slack.bot]
        return [m.text for m in sorted(kept, key=lambda m: m.ts)]

    def threads(self, channel: str = CHANNEL) -> list[list[str]]:
        """Return the bot's threads in a channel, each from its headline on."""
        workspace = self.slack.workspace
        heads = [m for m in workspace.shown(channel) if m.user == self.slack.bot]
        return [[m.text for m in workspace.shown(channel, thread=head.ts)] for head in heads]

    def states(self) -> dict[str, str]:
        """Return how each delivery stands, by its period."""
        rows = self.db.query("SELECT period, state FROM deliveries ORDER BY id")
        return {row["period"]: row["state"] for row in rows}


@contextmanager
def desk_at(path: Path) -> Iterator[Desk]:
    """Open a desk with a preview of its own."""
    clock = Clock()
    with PreviewServer(manifest=MANIFEST, clock=clock.timestamp) as server:
        desk = Desk(path / "alliance.db", server, clock)
        try:
            yield desk
        finally:
            desk.db.close()
