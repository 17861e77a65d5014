"""The command line, and the place where the parts are put together."""

import json
import os
import subprocess
import sys
import webbrowser
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import asdict, replace
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from pathlib import Path
from threading import Event
from time import sleep
from typing import Any
from zoneinfo import ZoneInfo

import click
from rich.console import Console
from rich.progress import Progress

from bot.beat import BeatError, load_beat
from bot.events import same_event
from bot.kept import Verdict
from bot.models import Article
from bot.reading import read_articles
from bot.records import pair_text, person_text, reading_record, reading_text
from bot.search import Searcher
from bot.search.lexicon import Lexicon
from bot.settings import BadSettings, Settings, load_settings
from bot.sources import Tally, articles_at, articles_in_file, expected_at
from bot.tables import csv_lines, json_lines, meeting_row, quote_row
from bot.views.digest import digest_reply
from bot.views.plain import plain
from handlers.commands import SUBCOMMANDS
from handlers.connection import CannotConnect, connected, serve_http, web_client
from handlers.doctor import examine
from handlers.ingest import keep_articles
from handlers.news import Newsroom
from handlers.post_digest import post_digest
from handlers.post_once import delivery_client
from handlers.routing import answer
from handlers.running import running
from handlers.subcommand import Request
from preview.errors import PreviewError
from preview.server import PreviewServer
from store import Database, StoreError, explained, open_store
from store.articles import articles_to_reread, correct
from store.deliveries import State
from store.meetings import all_meetings, undecided_pairs
from store.people import all_people, find_person, mark_reviewed, people_to_review
from store.quotes import all_quotes
from store.same_events import decide

ROOT = Path(__file__).parent
SAMPLES = ROOT / "bot" / "sources" / "samples"
# Their message is one clear sentence for the user.
EXPECTED = (BadSettings, BeatError, CannotConnect, PreviewError, StoreError)
PROCESSES = os.cpu_count() or 1
INTERRUPTED = 130  # exit code, as shells have it


class Commands(click.Group):
    """Commands whose expected errors are one line, not a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an expected error becomes its message and exit code 1."""
        try:
            ctx.obj = load_settings()
            with explained(ctx.obj.alliance_database):
                return super().invoke(ctx)
        except EXPECTED as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=Commands, invoke_without_command=True, epilog="Example: ./run (starts the bot)")
@click.option("--http", is_flag=True, help="Hear from Slack by HTTP instead of Socket Mode.")
@click.option("--no-browser", is_flag=True, help="Do not open the preview in a browser.")
@click.pass_context
def main(ctx: click.Context, http: bool, no_browser: bool) -> None:
    """Know what was said and who met whom: start the bot, or run one of its commands.

    With Slack's tokens in the environment or `.env` it connects to Slack;
    without, it opens a preview of a Slack workspace, with sample articles.
    """
    settings: Settings = ctx.obj
    if ctx.invoked_subcommand:
        return
    if settings.slack_bot_token:
        serve_slack(settings, settings.slack_bot_token.get_secret_value(), http)
    else:
        serve_preview(settings, browser=not no_browser and has_screen())


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
    tally = Tally(partial(click.echo, err=True))
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
    tally = Tally(partial(click.echo, err=True))
    with closing(open_store(settings.alliance_database)) as db:
        keep_all(db, settings, tally.readable(articles_at(targets)), expected_at(targets))
    sys.exit(tally.exit_code())


@main.command(epilog="Example: ./run reread")
@click.pass_obj
def reread(settings: Settings) -> None:
    """Read stored articles again where the reader or the beat has changed since."""
    with closing(open_store(settings.alliance_database)) as db:
        keep_all(db, settings, articles_to_reread(db), db.table("articles").count)


@main.command(epilog='Example: ./run ask "latest 3"')
@click.argument("words", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print the messages as sent, one a line.")
@click.pass_obj
def ask(settings: Settings, words: tuple[str, ...], as_json: bool) -> None:
    """Print what Slack would answer to `/alliance WORDS`."""
    request = Request(
        query=" ".join(words),
        user="",
        channel="",
        now=datetime.now(UTC),
        timezone=settings.alliance_timezone,
        searcher=Searcher(load_beat(settings.alliance_beat)),
    )
    with closing(open_store(settings.alliance_database)) as db:
        reply = answer(db, request)
    if as_json:
        for message in reply.messages:
            click.echo(json.dumps(asdict(message), ensure_ascii=False))
    else:
        click.echo(plain(reply), nl=False)


@main.command(epilog="Example: ./run digest --date 2025-02-07 --dry-run")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day; default today.")
@click.option("--days", type=click.IntRange(1, 31), default=1, help="How many days, up to it.")
@click.option("--about", default="", metavar="WORDS", help="Only what a search would find.")
@click.option("--channel", metavar="C…", help="The channel to post to.")
@click.option("--post/--dry-run", help="Post it, once, or only print it (default).")
@click.pass_obj
def digest(
    settings: Settings, day: datetime | None, days: int, about: str, channel: str, post: bool
) -> None:
    """Print the digest of what was published on a day, or post it to a channel."""
    token = settings.slack_bot_token
    if post and not (channel and token):
        raise click.UsageError("--post needs --channel and SLACK_BOT_TOKEN; see README.md.")
    last = (day or datetime.now(ZoneInfo(settings.alliance_timezone))).date()
    with closing(open_store(settings.alliance_database)) as db:
        lexicon = Lexicon.of(load_beat(settings.alliance_beat))
        reply = digest_reply(Newsroom(db, lexicon).digest_of_days(last, days, about))
        if not (post and token):
            click.echo(plain(reply), nl=False)
            return
        client = delivery_client(token.get_secret_value(), settings.slack_api_url)
        state = post_digest(db, client, partial(datetime.now, UTC), sleep, channel, last, reply)
    click.echo(f"The digest of {last} for {channel} is {state}.")
    sys.exit(state is not State.POSTED)


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


@main.command(epilog="Example: ./run doubtful --same 12-34")
@click.option("--same", metavar="PAIR", help="These two are one event.")
@click.option("--different", metavar="PAIR", help="These two are different events.")
@click.pass_obj
def doubtful(settings: Settings, same: str | None, different: str | None) -> None:
    """List pairs of meetings that may be one event, or decide what a pair is."""
    with closing(open_store(settings.alliance_database)) as db:
        pairs = {f"{one.id}-{other.id}": (one, other) for one, other in undecided_pairs(db)}
        for name, verdict in ((same, Verdict.SAME), (different, Verdict.DIFFERENT)):
            if name and name not in pairs:
                raise click.ClickException(f"No pair {name} is open; see ./run doubtful.")
            if name:
                decide(db, pairs.pop(name), verdict, partial(correct, db, same_event=same_event))
        for name, pair in pairs.items():
            click.echo(pair_text(name, pair))
        if not pairs:
            click.echo("No meetings wait for a decision.")


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
    """Read and store articles with a progress bar; say how many and what they gave."""
    beat = load_beat(settings.alliance_beat)
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Reading", total=expected)
        try:
            kept = keep_articles(db, articles, beat, PROCESSES, advance=partial(bar.advance, task))
        except KeyboardInterrupt:
            click.echo("Interrupted; what was read is kept. Run it again to go on.", err=True)
            sys.exit(INTERRUPTED)
    click.echo(str(kept))


def serve_slack(settings: Settings, bot_token: str, http: bool) -> None:
    """Answer in Slack until interrupted."""
    secret, app_token = settings.slack_signing_secret, settings.slack_app_token
    if http and not secret:
        raise click.UsageError("--http needs SLACK_SIGNING_SECRET; see README.md.")
    if not http and not app_token:
        raise click.UsageError("set SLACK_APP_TOKEN for Socket Mode, or use --http; see README.md.")
    os.environ.pop("SLACK_BOT_TOKEN", None)  # Bolt would find it, too, and warn of two tokens
    client = web_client(bot_token, settings.slack_api_url)
    with running(settings, client, secret if http else None) as app:
        if http:
            click.echo(f"Ready: listening on port {settings.alliance_http_port}. Ctrl-C ends it.")
            serve_http(app, settings.alliance_http_host, settings.alliance_http_port)
        elif app_token:
            with suppress(KeyboardInterrupt), connected(app, app_token.get_secret_value()):
                click.echo("Ready: connected to Slack. Ctrl-C ends it.")
                while not Event().wait(1):  # without end, it could miss a Ctrl-C
                    pass


def serve_preview(settings: Settings, browser: bool) -> None:
    """Answer in a stand-in for Slack on this machine, with articles to ask about."""
    read_samples(settings)
    completions = [f"{each.full_usage} — {each.summary}" for each in SUBCOMMANDS]
    with PreviewServer(
        settings.alliance_preview_port, manifest=ROOT / "manifest.json", completions=completions
    ) as preview:
        client = web_client(preview.bot_token, preview.api_url)
        with (
            running(settings, client) as app,
            suppress(KeyboardInterrupt),
            connected(app, preview.app_token),
        ):
            preview.wait_connected()
            click.echo(f"Ready: open {preview.url} and type /alliance latest. Ctrl-C ends it.")
            if browser:
                webbrowser.open(preview.url)
            preview.wait_closed()


def read_samples(settings: Settings) -> None:
    """Fill an empty store with the sample articles, read in a process of its own."""
    with closing(open_store(settings.alliance_database)) as db:
        if db.table("articles").count:
            return
    click.echo("Reading the sample articles, the first time only …")
    ingest_samples = [sys.executable, str(ROOT / "app.py"), "ingest", str(SAMPLES)]
    environment = os.environ | {"ALLIANCE_DATABASE": str(settings.alliance_database.absolute())}
    subprocess.run(ingest_samples, cwd=ROOT, env=environment, check=True)  # noqa: S603 - ours


def has_screen() -> bool:
    """Tell whether a browser can be opened here."""
    on_linux = sys.platform.startswith("linux")
    return not on_linux or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    main(prog_name="./run")
