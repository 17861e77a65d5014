"""The command line, and the place where the parts are put together."""

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress

from bot.beat import BeatError, load_beat
from bot.models import Article, Kept
from bot.reading import read_articles
from bot.reading.processes import read_in_processes
from bot.reading.version import reader_version
from bot.records import person_text, reading_record, reading_text
from bot.settings import BadSettings, Settings, load_settings
from bot.sources import SourceError, articles_at, articles_in_file, expected_at
from bot.tables import csv_lines, json_lines, meeting_row, quote_row
from handlers.doctor import examine
from store import Database, StoreError, open_store
from store.articles import articles_to_reread, is_kept, keep_reading
from store.meetings import all_meetings
from store.people import all_people, find_person, mark_reviewed, people_to_review, sync_beat
from store.quotes import all_quotes

EXPECTED = (BadSettings, BeatError, StoreError)  # their message is one clear sentence
PROCESSES = os.cpu_count() or 1
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


@main.command(epilog="Example: ./run ingest articles/ https://example.org/feed.rss")
@click.argument("targets", metavar="PATH|URL...", nargs=-1, required=True)
@click.pass_obj
def ingest(settings: Settings, targets: tuple[str, ...]) -> None:
    """Read articles and store their meetings and quotes. Safe to interrupt and to repeat."""
    tally = Tally()
    with closing(open_store(settings.alliance_database)) as db:
        keep_all(db, settings, tally.readable(articles_at(targets)), expected_at(targets))
    sys.exit(tally.exit_code())


@main.command(epilog="Example: ./run reread")
@click.pass_obj
def reread(settings: Settings) -> None:
    """Read stored articles again where the reader or the beat has changed since."""
    with closing(open_store(settings.alliance_database)) as db:
        keep_all(db, settings, articles_to_reread(db), db.table("articles").count)


@main.command(epilog="Example: ./run export quotes --format csv --output quotes.csv")
@click.argument("noun", type=click.Choice(["meetings", "quotes"]))
@click.option("--format", "kind", type=click.Choice(["csv", "json"]), default="csv")
@click.option("--output", type=click.File("w", encoding="utf-8", lazy=True), default="-")
@click.option("--off-beat", is_flag=True, help="Export also what does not belong to the beat.")
@click.pass_obj
def export(settings: Settings, noun: str, kind: str, output: Any, off_beat: bool) -> None:
    """Write the stored meetings or quotes, newest first, as CSV or JSON."""
    with closing(open_store(settings.alliance_database)) as db:
        rows = (
            map(meeting_row, all_meetings(db, off_beat))
            if noun == "meetings"
            else map(quote_row, all_quotes(db, off_beat))
        )
        for line in csv_lines(rows) if kind == "csv" else json_lines(rows):
            output.write(line)


@main.command(epilog="Example: ./run people --review")
@click.option("--review", is_flag=True, help="Only those whom articles introduced, newest first.")
@click.option("--done", metavar="KEY", help="Take this person off the list to review.")
@click.pass_obj
def people(settings: Settings, review: bool, done: str | None) -> None:
    """List the people that are known, or go through those whom articles introduced."""
    with closing(open_store(settings.alliance_database)) as db:
        if done and not find_person(db, done):
            raise click.ClickException(f"Nobody is known as {done}; see ./run people.")
        if done:
            mark_reviewed(db, done)
        for person in people_to_review(db) if review or done else all_people(db):
            click.echo(person_text(person))


@main.command(epilog="Example: ./run doctor")
@click.pass_obj
def doctor(settings: Settings) -> None:
    """Check the database, the model, the beat and the tokens, a line each."""
    checks = examine(settings)
    for check in checks:
        click.echo(f"{'ok   ' if check.fine else 'wrong'}  {check.what}: {check.found}")
    sys.exit(not all(check.fine for check in checks))


def keep_all(
    db: Database, settings: Settings, articles: Iterable[Article], expected: int | None
) -> None:
    """Read and store articles, those that need it; say how many and what they gave."""
    beat, found = load_beat(settings.alliance_beat), Counter[str]()
    reader = reader_version(beat)
    sync_beat(db, beat.people)
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=expected)

        def unread() -> Iterator[Article]:
            for article in articles:
                if not is_kept(db, article, reader):
                    yield article
                    continue
                found[Kept.UNCHANGED] += 1
                bar.advance(task)

        for reading in read_in_processes(unread(), beat, PROCESSES):
            found[keep_reading(db, reading, reader=reader)] += 1
            found["meetings"] += len(reading.meetings)
            found["quotes"] += len(reading.quotes)
            bar.advance(task)
    click.echo(
        f"{sum(found[kind] for kind in Kept)} articles: "
        + ", ".join(f"{found[kind]} {kind}" for kind in Kept)
        + f"; {found['meetings']} meetings and {found['quotes']} quotes read."
    )


if __name__ == "__main__":
    main()
