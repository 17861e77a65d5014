"""The command line, and the place where the parts are put together."""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import click

from bot.beat import BeatError, load_beat
from bot.export import reading_record, reading_text
from bot.models import Article
from bot.reading import read_articles
from bot.settings import BadSettings, Settings, load_settings
from bot.sources import SourceError, articles_at, articles_in_file

EXPECTED = (BadSettings, BeatError)  # their message is one clear sentence for the user
NONE_READ, SOME_READ = 1, 3  # exit codes where sources could not be read


class Commands(click.Group):
    """Commands whose expected errors are one line, not a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an expected error becomes its message and exit code 1."""
        try:
            return super().invoke(ctx)
        except EXPECTED as error:
            raise click.ClickException(str(error)) from error


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


@click.group(cls=Commands)
@click.pass_context
def main(ctx: click.Context) -> None:
    """Know what was said and who met whom."""
    ctx.obj = load_settings()


@main.command(epilog="Example: ./run read article.html https://example.org/news --json")
@click.argument("targets", metavar="PATH|URL...", nargs=-1)
@click.option("--jsonl", metavar="FILE", type=click.Path(path_type=Path), help="Read JSON lines.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.option("--direct", is_flag=True, help="Leave out reported speech.")
@click.pass_obj
def read(
    settings: Settings, targets: tuple[str, ...], jsonl: Path | None, as_json: bool, direct: bool
) -> None:
    """Read articles and print their meetings and quotes; store nothing."""
    if not targets and not jsonl:
        raise click.UsageError("name a file, directory or address to read, or --jsonl FILE.")
    tally = Tally()
    found = chain(articles_at(targets), articles_in_file(jsonl, ".jsonl") if jsonl else ())
    for reading in read_articles(tally.readable(found), load_beat(settings.alliance_beat)):
        if direct:
            reading = replace(reading, quotes=tuple(q for q in reading.quotes if q.direct))
        record = reading_record(reading)
        click.echo(json.dumps(record, ensure_ascii=False) if as_json else reading_text(reading))
    sys.exit(tally.exit_code())


if __name__ == "__main__":
    main()
