"""Kill the worker again and again while it posts; count messages lost and posted twice.

    .venv/bin/python benchmarks/kills.py [--kills 200] [--seed 1] [--json]

Each round puts deliveries of a headline and two thread messages in the outbox and starts a worker
in a process of its own against the preview. It is killed (SIGKILL) after a random time, or while
Slack holds its call before or after taking the message, so that every step between two commits is
met; then the next one goes on. At the end one worker finishes, and what stands in Slack is counted.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Event
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bot.search.lexicon import Lexicon  # noqa: E402
from handlers.post_once import delivery_client  # noqa: E402
from handlers.worker import Worker  # noqa: E402
from preview.server import PreviewServer  # noqa: E402
from preview.workspace import Channel  # noqa: E402
from store import Database, open_store  # noqa: E402
from store.deliveries import Delivery, add_delivery  # noqa: E402

CHANNELS = 3
TEXTS = ("headline", "first of the thread", "second of the thread")
TERM = timedelta(milliseconds=250)  # short, so that a killed worker is followed soon
SPACING = timedelta(milliseconds=15)
LONGEST_LIFE = 0.12  # seconds; longer than a round of posts takes
HOLD_SHARE = 0.3  # of the kills come while Slack holds a call
PATIENCE = 60.0
MANIFEST = {
    "display_information": {"name": "Alliance"},
    "features": {"bot_user": {"display_name": "Alliance"}},
    "oauth_config": {"scopes": {"bot": ["chat:write", "channels:history"]}},
    "settings": {},
}
PROCESSES = get_context("forkserver")


def work(path: str, api_url: str, token: str, begun: Any) -> None:
    """Be the worker, until killed."""
    with open_store(path) as db:
        client = delivery_client(token, api_url)
        worker = Worker(
            db=db,
            client=client,
            now=lambda: datetime.now(UTC),
            lexicon=Lexicon(),
            term=TERM,
            spacing=SPACING,
        )
        while not worker.holds_lease():
            time.sleep(0.005)
        begun.set()
        while True:
            time.sleep(min(worker.turn().total_seconds(), 0.005))


class Rounds:
    """The outbox, the preview, and one worker after the other."""

    def __init__(self, directory: Path, server: PreviewServer, chance: random.Random) -> None:
        self.path, self.server, self.chance = directory / "alliance.db", server, chance
        self.expected: dict[str, list[list[str]]] = {}
        self.seen_at_death: Counter[str] = Counter()

    def run(self, kills: int) -> None:
        """Kill so many workers, and let one finish."""
        with open_store(self.path) as db:
            for number in range(kills):
                self.fill(db, number)
                self.start_and_kill()
                self.seen_at_death.update([self.step(db)])
            last = self.start()
            finish(db)
            end(last)

    def fill(self, db: Database, number: int) -> None:
        """Put a delivery for each channel in the outbox."""
        now = datetime.now(UTC)
        for channel in channels():
            texts = [f"{channel} {number} {text}" for text in TEXTS]
            self.expected.setdefault(channel, []).append(texts)
            messages = [{"text": text} for text in texts]
            delivery = Delivery(
                series=channel, period=str(number), channel=channel, due_at=now, messages=messages
            )
            add_delivery(db, delivery, now)

    def start(self) -> BaseProcess:
        """Start a worker and wait until it has the lease."""
        begun = PROCESSES.Event()
        arguments = (str(self.path), self.server.api_url, self.server.bot_token, begun)
        worker = PROCESSES.Process(target=work, args=arguments, daemon=True)
        worker.start()
        if not begun.wait(PATIENCE):
            raise TimeoutError("the worker did not start")
        return worker

    def start_and_kill(self) -> None:
        """Start a worker and kill it at a random moment, or in the middle of a call."""
        hold = None
        if self.chance.random() < HOLD_SHARE:
            taken = self.chance.random() < 0.5
            hold = self.server.faults.hold("chat.postMessage", accepted=taken)
        worker = self.start()
        if hold:
            reached(hold.reached)
        else:
            time.sleep(self.chance.random() * LONGEST_LIFE)
        end(worker)
        if hold:
            hold.release()

    def step(self, db: Database) -> str:
        """Say between which commits the worker died: what Slack and the outbox know."""
        (tried,) = db.execute(
            "SELECT count(*) FROM delivery_messages WHERE tried_at NOT NULL AND ts IS NULL"
        ).fetchone()
        (recorded,) = db.execute(
            "SELECT count(*) FROM delivery_messages WHERE ts NOT NULL"
        ).fetchone()
        in_slack = sum(len(texts) for texts in posted(self.server).values())
        if in_slack > recorded:
            return "posted, result not recorded"
        return "tried, not posted" if tried else "between messages"


def channels() -> list[str]:
    """Return the channels that are posted to."""
    return [f"C0KILL{number}" for number in range(CHANNELS)]


def reached(event: Event) -> None:
    """Wait until Slack holds a call."""
    if not event.wait(PATIENCE):
        raise TimeoutError("the worker posted nothing")


def end(worker: BaseProcess) -> None:
    """Kill a worker."""
    worker.kill()
    worker.join()


def finish(db: Database) -> None:
    """Wait until nothing waits any more."""
    until = time.monotonic() + PATIENCE
    while db.execute("SELECT 1 FROM deliveries WHERE state = 'waiting'").fetchone():
        if time.monotonic() > until:
            raise TimeoutError("the last worker did not finish")
        time.sleep(0.05)


def posted(server: PreviewServer) -> dict[str, list[str]]:
    """Return what stands in each channel, threads included."""
    kept = {channel: [] for channel in channels()}  # type: dict[str, list[str]]
    with server.workspace.lock:
        for message in sorted(server.workspace.messages, key=lambda message: message.ts):
            if message.channel in kept:
                kept[message.channel].append(message.text)
    return kept


def threads(server: PreviewServer, channel: str) -> list[list[str]]:
    """Return the threads of a channel, each from its headline on."""
    workspace = server.workspace
    heads = workspace.shown(channel)
    return [[m.text for m in workspace.shown(channel, thread=head.ts)] for head in heads]


def measure(kills: int, seed: int) -> dict[str, Any]:
    """Run the rounds and count."""
    PROCESSES.set_forkserver_preload(["benchmarks.kills"])
    with (
        tempfile.TemporaryDirectory() as directory,
        PreviewServer(manifest=MANIFEST) as server,
    ):
        for name in channels():
            members = {server.slack.bot}
            server.workspace.channels[name] = Channel(name, name.lower(), members=members)
        rounds = Rounds(Path(directory), server, random.Random(seed))
        rounds.run(kills)
        found = Counter(text for texts in posted(server).values() for text in texts)
        wanted = [text for each in rounds.expected.values() for texts in each for text in texts]
        in_place = all(threads(server, name) == rounds.expected[name] for name in channels())
    return {
        "kills": kills,
        "lost": sum(1 for text in wanted if not found[text]),
        "twice": sum(found[text] - 1 for text in found if found[text] > 1),
        "messages": len(wanted),
        "in_order": in_place,
        "died": dict(rounds.seen_at_death),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    asked = parser.parse_args()
    counted = measure(asked.kills, asked.seed)
    print(json.dumps(counted) if asked.json else "\n".join(f"{k}: {v}" for k, v in counted.items()))


if __name__ == "__main__":
    main()
