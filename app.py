"""The command line, and the place where the parts are put together."""

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import click

from bot.beat import Beat
from bot.export import reading_record, reading_text
from bot.models import Article
from bot.reading import read_articles
from bot.sources import SourceError, articles_at, articles_in_file

NONE_READ, SOME_READ = 1, 3  # exit codes where sources could not be read


class Tally:
    """What was read and what could not be: errors are said at once, the exit code tells."""

    def __init__(self) -> None:
        self.good = self.bad = 0

    def readable(self, found: Iterable[Article | SourceError]) -> Iterator[Article]:
        """Pass the articles on; say each error."""
        for one in found:
            if isinstance(one, SourceError):
                self.bad += 1
                click.echo(str(one), err=True)
            else:
                self.good += 1
                yield one

    def exit_code(self) -> int:
        """0 where all went well, 1 where nothing was read, 3 where only some was."""
        if not self.bad:
            return 0
        return SOME_READ if self.good else NONE_READ


@click.group()
def main() -> None:
    """Know what was said and who met whom."""


@main.command(epilog="Example: ./run read article.html notes.txt --json")
@click.argument("targets", metavar="PATH...", nargs=-1)
@click.option("--jsonl", metavar="FILE", type=click.Path(path_type=Path), help="Read JSON lines.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def read(targets: tuple[str, ...], jsonl: Path | None, as_json: bool) -> None:
    """Read articles and print their meetings and quotes; store nothing."""
    if not targets and not jsonl:
        raise click.UsageError("name a file or directory to read, or --jsonl FILE.")
    tally = Tally()
    found = chain(articles_at(targets), articles_in_file(jsonl, ".jsonl") if jsonl else ())
    for reading in read_articles(tally.readable(found), Beat(key="none", name="none")):
        record = reading_record(reading)
        click.echo(json.dumps(record, ensure_ascii=False) if as_json else reading_text(reading))
    sys.exit(tally.exit_code())


if __name__ == "__main__":
    main()
