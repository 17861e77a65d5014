"""Post a digest to many channels due at one minute, through the preview with Slack's limits on.

    .venv/bin/python benchmarks/digest.py [--channels 1000] [--per-minute 0] [--json]

The preview takes one message a second a channel and, with --per-minute, so many in the whole
workspace; a post that comes too soon gets HTTP 429 with Retry-After. Counted are the 429s and those
not waited for, whether each channel has its digest in order, and the time against the limit's own
floor: a second between the messages of a digest, and a minute between each workspace's fill.
"""

import argparse
import json
import sys
import tempfile
import time
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from math import ceil
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.kills import MANIFEST  # noqa: E402
from bot.kept import Schedule  # noqa: E402
from bot.models import Article, Party, Quote, Reading  # noqa: E402
from bot.search.lexicon import Lexicon  # noqa: E402
from handlers.post_once import delivery_client  # noqa: E402
from handlers.worker import Worker  # noqa: E402
from preview.server import PreviewServer  # noqa: E402
from preview.workspace import Channel  # noqa: E402
from store import Database, open_store  # noqa: E402
from store.articles import keep_reading  # noqa: E402
from store.subscriptions import keep_digest  # noqa: E402

POST = "chat.postMessage"
PREMIER = Party(name="Aki Mori", key="aki-mori", office="Prime Minister", side="Japan")
ONE_DAY = timedelta(days=1)
SHORTEST_RETRY = 1.0  # seconds; the least that Retry-After says


def subscribe(db: Database, channels: list[str], due: datetime) -> None:
    """Give every channel a daily digest due at one minute, and the store something to tell."""
    schedule = Schedule(at=due.time(), zone="UTC")
    for channel in channels:
        keep_digest(
            db,
            channel=channel,
            schedule=schedule,
            query="",
            skip_quiet=False,
            asked_by="U0HANA",
            now=due - ONE_DAY,
        )
    for number in range(5):
        keep_reading(db, article(number, due.date()))


def article(number: int, day: date) -> Reading:
    """Return an invented article with one quote."""
    said = f"We will build bridge number {number} across the river before the winter"
    text = f"“{said},” Mori said."
    quote = Quote(text=said, start=1, end=1 + len(said), direct=True, utterance=1, speaker=PREMIER)
    name = f"bridge-{number}"
    page = Article(id=name, text=text, title=name, outlet=f"Outlet {number}", published=day)
    return Reading(article=page, quotes=(quote,))


def deliver(worker: Worker, patience: float) -> float:
    """Let the worker post until nothing waits; return the seconds that took."""
    start = time.monotonic()
    wait = worker.turn()
    while worker.db.execute("SELECT 1 FROM deliveries WHERE state = 'waiting'").fetchone():
        if time.monotonic() - start > patience:
            raise TimeoutError("the digests were not posted in time")
        time.sleep(wait.total_seconds())
        wait = worker.turn()
    return time.monotonic() - start


def unanswered(server: PreviewServer) -> int:
    """Count the 429s after which the message came again too soon, or never."""
    tries = defaultdict(list)
    for call in server.calls:
        if call.method == POST:
            tries[call.args["channel"], call.args["text"]].append(call)
    too_soon = sum(
        later.at - earlier.at < SHORTEST_RETRY
        for calls in tries.values()
        for earlier, later in pairwise(calls)
    )
    return too_soon + sum(bool(calls[-1].error) for calls in tries.values())


def in_order(server: PreviewServer, channels: list[str]) -> bool:
    """Tell whether each channel has one thread, the headline before its details."""
    kept = defaultdict(list)
    for message in server.workspace.messages:
        kept[message.channel].append(message)
    whole = {len(kept[channel]) for channel in channels}
    headed = all(
        all(m.thread_ts == kept[channel][0].ts for m in kept[channel][1:]) for channel in channels
    )
    return len(whole) == 1 and whole != {0} and headed


def measure(count: int, per_minute: int) -> dict[str, Any]:
    """Post the digests and count."""
    channels = [f"C0MANY{number:04}" for number in range(count)]
    due = datetime.now(UTC).replace(second=0, microsecond=0)
    with tempfile.TemporaryDirectory() as directory, PreviewServer(manifest=MANIFEST) as server:
        for name in channels:
            members = {server.slack.bot}
            server.workspace.channels[name] = Channel(name, name.lower(), members=members)
        server.limits.turn_on(per_minute=per_minute or None)
        with open_store(Path(directory) / "alliance.db") as db:
            subscribe(db, channels, due)
            client = delivery_client(server.bot_token, server.api_url)
            worker = Worker(db=db, client=client, now=lambda: datetime.now(UTC), lexicon=Lexicon())
            seconds = deliver(worker, patience=3600)
            worker.close()
        posts = [c for c in server.calls if c.method == POST and not c.error]
        a_digest = len(posts) // count
        floor = float(a_digest - 1)
        if per_minute:
            floor = max(floor, 60.0 * (ceil(len(posts) / per_minute) - 1))
        return {
            "channels": count,
            "messages": len(posts),
            "refused_429": server.limits.refused,
            "unanswered_429": unanswered(server),
            "in_order": in_order(server, channels),
            "seconds": round(seconds, 1),
            "floor_seconds": round(floor, 1),
            "posts_a_second": round(len(posts) / seconds, 1),
        }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--channels", type=int, default=1000)
    parser.add_argument("--per-minute", type=int, default=0, help="workspace limit; 0: none")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    asked = parser.parse_args()
    counted = measure(asked.channels, asked.per_minute)
    print(json.dumps(counted) if asked.json else "\n".join(f"{k}: {v}" for k, v in counted.items()))


if __name__ == "__main__":
    main()
