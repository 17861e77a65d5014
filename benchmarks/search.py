"""Measure the search against rapidfuzz over all rows and against tantivy.

Records, queries and the two rivals come from the harness in ../shared/bench;
each engine runs in a process of its own; times are CPU time.

    .venv/bin/pip install -r benchmarks/requirements.txt
    .venv/bin/python benchmarks/search.py --records 100000 --json
"""

import gc
import importlib.util
import json
import multiprocessing
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import groupby, islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import click

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bot.beat import Beat  # noqa: E402
from bot.models import Article, Party, Quote, Reading  # noqa: E402
from bot.search import Searcher  # noqa: E402
from store import open_store  # noqa: E402
from store.articles import keep_reading  # noqa: E402
from store.search import SearchIndex, built_at_once  # noqa: E402

QUERIES = 520
TOP = 10
QUOTES_AN_ARTICLE = 20
ADDED = 1_050  # records that each engine takes in one by one after the measurement
NOW = datetime(2025, 1, 1, tzinfo=UTC)


class Ours:
    """The harness's adapter on our own store."""

    name = "ours"

    def __init__(self, directory: str) -> None:
        self.path = Path(directory) / "alliance.db"
        self.searcher = Searcher(Beat(key="benchmark", name="Benchmark"))

    def build(self, records: Iterable[Any]) -> None:
        """Store all records as quotes, and learn the index's words."""
        self.db = open_store(self.path)
        with built_at_once(self.db):
            for reading in readings(records):
                keep_reading(self.db, reading)
        self.index = SearchIndex(self.db)
        before = own_memory()
        self.index.teach(self.searcher.vocabulary)
        self.vocabulary_bytes = own_memory() - before
        rows = self.db.execute("SELECT document, utterance FROM quotes")
        self.record_of = dict(rows.fetchall())

    def query(self, text: str, k: int) -> list[int]:
        """Answer as the slash command would, with numbers in place of records."""
        self.index.teach(self.searcher.vocabulary)
        wanted = self.searcher.understand(text, NOW, "UTC", None)
        return [self.record_of[hit.document] for hit in self.searcher.hits(self.index, wanted, k)]

    def add(self, records: Iterable[Any]) -> None:
        """Store records, an article each."""
        for record in records:
            keep_reading(self.db, reading_of([record]))
        self.index.teach(self.searcher.vocabulary)

    def more(self, records: Sequence[Any], extra: Sequence[Any]) -> dict[str, Any]:
        """Measure what the rivals do not have: filters alone, the vocabulary, inserts."""
        step = max(1, len(records) // 200)
        filters = [f'by:"{r.speaker}" on:{r.date[:7]}' for r in records[::step][:200]]
        times = timed(lambda text: self.query(text, TOP), filters)
        inserts = timed(lambda record: self.add([record]), extra)
        return {
            "filters_p50_ms": round(times[len(times) // 2], 3),
            "filters_p95_ms": round(times[int(len(times) * 0.95)], 3),
            "insert_ms": round(statistics.mean(inserts), 3),
            "vocabulary_mb": round(self.vocabulary_bytes / 1e6, 1),
            "vocabulary_words": len(self.searcher.vocabulary.counts),
        }

    def size(self) -> int:
        """Return the bytes of the database."""
        return sum(path.stat().st_size for path in self.path.parent.glob("alliance.db*"))


def own_memory() -> int:
    """Return the bytes of this process's own memory, mapped files aside."""
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"RssAnon:\s+(\d+)", status)[1]) * 1024  # type: ignore[index]


def timed(work: Callable[[Any], object], items: Sequence[Any]) -> list[float]:
    """Do the work on each item; return the milliseconds of CPU time, sorted."""
    times = []
    for item in items:
        start = time.process_time()
        work(item)
        times.append((time.process_time() - start) * 1e3)
    return sorted(times)


def readings(records: Iterable[Any]) -> Iterator[Reading]:
    """Lay the harness's records out as articles, each with the quotes of one day."""
    for _, of_day in groupby(records, key=lambda record: record.date):
        while some := list(islice(of_day, QUOTES_AN_ARTICLE)):
            yield reading_of(some)


def reading_of(records: Sequence[Any]) -> Reading:
    """Lay records of one day out as an article."""
    name = str(records[0].id)
    article = Article(
        id=name,
        text=name,
        url=f"https://news.example/{name}",
        published=date.fromisoformat(records[0].date),
    )
    return Reading(article=article, quotes=tuple(map(quote_of, records)))


def quote_of(record: Any) -> Quote:
    """Lay a record out as a quote; its number goes with it as the utterance's."""
    return Quote(
        text=record.text,
        start=0,
        end=len(record.text),
        direct=True,
        utterance=record.id,
        speaker=Party(name=record.speaker, key=record.speaker),
        occasion=record.place,
        topics=(record.topics,),
    )


def load_harness(directory: Path) -> Any:
    """Import the harness from where it lies."""
    path = directory / "bench_search.py"
    if not path.exists():
        raise click.ClickException(
            f"The search harness {path} is not there; name its directory with --shared."
        )
    spec = importlib.util.spec_from_file_location("bench_search", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_search"] = module
    spec.loader.exec_module(module)
    return module


def measured(
    engine: Any, records: list[Any], extra: list[Any], queries: list[Any]
) -> dict[str, Any]:
    """Build an engine and ask it the queries; return what it took, in CPU time."""
    gc.disable()
    start = time.process_time()
    engine.build(records)
    build_s = time.process_time() - start
    gc.enable()
    disk = engine.size()
    for query in queries[:3]:
        engine.query(query.text, TOP)
    recalls: dict[str, list[float]] = {}
    times = []
    for query in queries:
        start = time.process_time()
        ids = engine.query(query.text, TOP)[:TOP]
        times.append((time.process_time() - start) * 1e3)
        right = sum(id in query.rel for id in ids)
        recalls.setdefault(query.kind, []).append(right / min(TOP, len(query.rel)))
    times.sort()
    return {
        "recall": round(statistics.mean(r for kind in recalls.values() for r in kind), 4),
        "p50_ms": round(times[len(times) // 2], 3),
        "p95_ms": round(times[int(len(times) * 0.95)], 3),
        "build_s": round(build_s, 2),
        "disk_mb": round(disk / 1e6, 1) if disk else None,
        "queries": len(queries),
        "recall_by_kind": {kind: round(statistics.mean(r), 3) for kind, r in recalls.items()},
        **(engine.more(records, extra) if isinstance(engine, Ours) else {}),
    }


def sample(queries: list[Any], at_most: int, kinds: int) -> list[Any]:
    """Return no more than so many queries, each kind as often."""
    rounds = max(1, at_most // kinds)
    step = max(1, len(queries) // kinds // rounds)
    return [q for i, q in enumerate(queries) if (i // kinds) % step == 0][: rounds * kinds]


def in_own_process(make: Any, *work: Any) -> dict[str, Any]:
    """Measure an engine in a process of its own, in a directory that goes with it."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)

    def child(connection: Connection) -> None:
        with tempfile.TemporaryDirectory() as directory:
            connection.send(measured(make(directory), *work))

    process = context.Process(target=child, args=(there,))
    process.start()
    there.close()
    try:
        result: dict[str, Any] = here.recv()
    except EOFError:
        result = {"error": "the engine's process ended early; see its message above"}
    process.join()
    return result


@click.command()
@click.option("--records", default=10_000, show_default=True, help="How many quotes to store.")
@click.option("--seed", default=7, show_default=True, help="Of the records and queries.")
@click.option("--words", type=click.Path(path_type=Path), default="/usr/share/dict/words")
@click.option("--shared", type=click.Path(path_type=Path), default=ROOT.parent / "shared/bench")
@click.option("--engines", default="ours,rapidfuzz,tantivy", show_default=True)
@click.option("--queries", default=QUERIES, show_default=True, help="How many to ask.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def main(
    records: int, seed: int, words: Path, shared: Path, engines: str, queries: int, as_json: bool
) -> None:
    """Measure the search: recall of the first ten, CPU time, size."""
    harness = load_harness(shared)
    if not words.exists():
        raise click.ClickException(f"No word list at {words}: apt install wamerican, or --words.")
    made = map(harness.Rec._make, harness.generate(records + ADDED, seed, str(words)))
    everything = list(made)
    known, extra = everything[:records], everything[records:]
    asked, _ = harness.make_queries(known, queries, seed)
    gc.collect()
    gc.freeze()
    kinds = len(harness.KINDS)
    makers = {
        "ours": (Ours, len(asked)),
        "rapidfuzz": (harness.BruteTSR, harness.BruteTSR.sample.get(records, len(asked))),
        "tantivy": (harness.TantivyRerank, len(asked)),
    }
    results = {}
    for name in engines.split(","):
        make, at_most = makers[name]
        results[name] = in_own_process(make, known, extra, sample(asked, at_most, kinds))
        if not as_json:
            click.echo(f"{name}: {json.dumps(results[name])}")
    if as_json:
        click.echo(json.dumps({"records": records, "seed": seed, **results}))


if __name__ == "__main__":
    main()
