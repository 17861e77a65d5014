"""A desk for delivery tests: a store in a file, the preview as Slack, and one clock for all."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from bot.kept import Schedule, Subscription
from bot.search.lexicon import Lexicon
from handlers.post_once import delivery_client
from handlers.worker import LOOK_EVERY, Worker
from preview.server import PreviewServer
from store import open_store
from store.articles import keep_reading
from store.deliveries import Delivery, add_delivery
from store.subscriptions import keep_digest, keep_follow
from tests.handlers.articles import FIRST_DAY, reading

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


RESTING = timedelta(minutes=20)


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
        self.opened = [self.db]
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

    def worker(self) -> Worker:
        """Start a worker as a process of its own would: with its own connection."""
        db = open_store(self.path)
        self.opened.append(db)
        return Worker(db=db, client=self.client, now=self.clock, lexicon=Lexicon())

    def digest(self, at: str = "09:00", zone: str = "Asia/Tokyo", **more: Any) -> Subscription:
        """Subscribe the channel to a digest."""
        return keep_digest(
            self.db,
            channel=more.pop("channel", CHANNEL),
            schedule=Schedule(at=time.fromisoformat(at), zone=zone, **more.pop("schedule", {})),
            query=more.pop("query", ""),
            skip_quiet=more.pop("skip_quiet", False),
            asked_by=ASKER,
            now=self.clock(),
        )

    def follow(self, query: str, channel: str = CHANNEL) -> Subscription:
        """Let the channel follow a search."""
        return keep_follow(self.db, channel=channel, query=query, asked_by=ASKER, now=self.clock())

    def article(self, day: date) -> None:
        """Store an article published on a day, with a meeting held and a quote said on it."""
        keep_reading(self.db, reading((day - FIRST_DAY).days))

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
            for db in desk.opened:
                db.close()


def live(desk: Desk, *workers: Worker, **span: float) -> None:
    """Let workers turn for a span of the desk's time, resting a little longer when idle."""
    until = desk.clock() + timedelta(**span)
    while desk.clock() < until:
        wait = min(worker.turn() for worker in workers)
        rest = min(RESTING, (until - desk.clock()) / 10) if wait >= LOOK_EVERY else wait
        rest = max(rest, min(wait, LOOK_EVERY), timedelta(milliseconds=10))
        desk.clock.moment = min(desk.clock() + rest, until)
