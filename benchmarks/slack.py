"""Measure a question in Slack: from sent to acknowledged, to the headline, to the last page.

The bot runs against the preview over Socket Mode on loopback, so what is measured is ours and the
preview's together, without Slack's own time. Records are invented words.

    .venv/bin/python benchmarks/slack.py --records 1000000 --json
"""

import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import click

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bot.beat import Beat  # noqa: E402
from bot.models import Article, Party, Quote, Reading  # noqa: E402
from bot.search import Searcher  # noqa: E402
from handlers.connection import build_app, connected, web_client  # noqa: E402
from handlers.context import Context  # noqa: E402
from handlers.zones import Zones  # noqa: E402
from preview.server import PreviewServer  # noqa: E402
from store import open_store  # noqa: E402
from store.articles import keep_reading  # noqa: E402
from store.search import built_at_once  # noqa: E402

QUOTES_AN_ARTICLE = 20
WORDS_A_QUOTE = 14
VOCABULARY = 30_000
SPEAKERS = 400
ASKED = 40
CHANNEL = "alliance-desk"
SYLLABLES = ("ka", "shi", "mo", "ter", "bel", "non", "ra", "vi", "dus", "lo", "pen", "tri", "sol")


def make_word(chance: random.Random) -> str:
    """Invent a word."""
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))


def readings(records: int, chance: random.Random, words: list[str]) -> Iterator[Reading]:
    """Invent articles with quotes."""
    names = [
        f"{chance.choice(words).title()} {chance.choice(words).title()}" for _ in range(SPEAKERS)
    ]
    for number in range(records // QUOTES_AN_ARTICLE):
        said = [" ".join(chance.choices(words, k=WORDS_A_QUOTE)) for _ in range(QUOTES_AN_ARTICLE)]
        text = " ".join(said)
        article = Article(
            id=f"a{number}",
            text=text,
            url=f"https://example.org/{number}",
            outlet="Example",
            published=date(2015, 1, 1) + timedelta(days=number % 3650),
        )
        quotes = tuple(
            quote(words_said, text.index(words_said), utterance, chance.choice(names))
            for utterance, words_said in enumerate(said)
        )
        yield Reading(article=article, quotes=quotes)


def quote(text: str, start: int, utterance: int, name: str) -> Quote:
    """Put words into somebody's mouth."""
    speaker = Party(name=name, key=name.lower().replace(" ", "-"))
    end = start + len(text)
    return Quote(text=text, start=start, end=end, direct=True, utterance=utterance, speaker=speaker)


def measure(preview: PreviewServer, line: str) -> tuple[float, float, float]:
    """Ask once; return milliseconds to the acknowledgement, the headline and the last page."""
    before = preview.workspace.serial
    start = time.perf_counter()
    delivery = preview.person("hana").command(CHANNEL, line)
    delivery.acked.wait(10)
    acked = time.perf_counter()
    headline = preview.wait_for_messages(CHANNEL, after=before)[-1]
    seen = time.perf_counter()
    preview.wait_for_messages(CHANNEL, thread=headline.ts)
    end = time.perf_counter()
    return (acked - start) * 1000, (seen - start) * 1000, (end - start) * 1000


def summary(times: list[tuple[float, float, float]]) -> dict[str, float]:
    """Return medians and 95th percentiles in milliseconds."""
    found = {}
    for name, column in zip(("ack", "headline", "answer"), zip(*times, strict=True), strict=True):
        found[f"{name}_p50_ms"] = round(statistics.median(column), 1)
        found[f"{name}_p95_ms"] = round(statistics.quantiles(column, n=20)[-1], 1)
    return found


def measure_all(
    preview: PreviewServer, chance: random.Random, words: list[str]
) -> dict[str, dict[str, float]]:
    """Ask for the newest quotes and for words, each many times."""
    questions = {
        "latest": ["/alliance quotes"] * ASKED,
        "search": [f"/alliance quotes {chance.choice(words)}" for _ in range(ASKED)],
    }
    measure(preview, "/alliance quotes")  # the first asks Slack for the reader's time zone
    return {
        name: summary([measure(preview, line) for line in asked])
        for name, asked in questions.items()
    }


@click.command()
@click.option("--records", default=100_000, show_default=True)
@click.option("--seed", default=1, show_default=True)
@click.option("--json", "as_json", is_flag=True)
def main(records: int, seed: int, as_json: bool) -> None:
    """Measure `latest` and `search` over so many quotes."""
    chance = random.Random(seed)
    words = sorted({make_word(chance) for _ in range(VOCABULARY)})
    chance.shuffle(words)
    with tempfile.TemporaryDirectory() as directory, PreviewServer() as preview:
        path = Path(directory) / "alliance.db"
        with open_store(path) as db, built_at_once(db):
            for reading in readings(records, chance, words):
                keep_reading(db, reading)
        context = Context(
            open_store=lambda: open_store(path),
            now=lambda: datetime.now(UTC),
            searcher=Searcher(Beat(key="benchmark", name="Benchmark")),
            zones=Zones(),
        )
        client = web_client(preview.bot_token, preview.api_url)
        with connected(build_app(client, context), preview.app_token):
            preview.wait_connected()
            result = {"records": records, **measure_all(preview, chance, words)}
    click.echo(json.dumps(result, indent=None if as_json else 2))


if __name__ == "__main__":
    main()
