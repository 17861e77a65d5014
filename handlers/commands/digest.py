"""`/alliance digest`: a channel's morning digest — set, list, preview, pause, resume, stop."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from sqlite_utils import Database

from bot.kept import Subscription, SubscriptionKind
from bot.reply import Reply
from bot.schedule import ScheduleError, read_order
from bot.views.digest import digest_reply
from bot.views.digest_form import offer
from bot.views.refusals import plainly
from bot.views.subscriptions import changed, digest_kept, listed
from handlers.news import Newsroom
from handlers.subcommand import Request, Subcommand
from store.subscriptions import keep_digest, pause, resume, stop, subscriptions

NONE_HERE = "No digest is set here; `/alliance digest here at 09:00` sets one."
Answer = Callable[[Database, Request, str], Reply]


def run(db: Database, request: Request) -> Reply:
    """Answer by the first word; anything that is no word of ours is an order."""
    word, _, rest = request.query.partition(" ")
    answer = ANSWERS.get(word.lower())
    if answer:
        return answer(db, request, rest.strip())
    return order(db, request)


def order(db: Database, request: Request) -> Reply:
    """Subscribe the channel to "here at 09:00 Asia/Tokyo weekdays about deterrence"."""
    if not request.query:
        here = subscriptions(db, SubscriptionKind.DIGEST, request.channel)
        return Reply(offer(here), only_asker=True)
    try:
        asked = read_order(request.query, request.timezone)
    except ScheduleError as error:
        return Reply(plainly(str(error)), only_asker=True)
    kept = keep_digest(
        db,
        channel=asked.channel or request.channel,
        schedule=asked.schedule,
        query=asked.about,
        skip_quiet=asked.skip_quiet,
        asked_by=request.user,
        now=request.now,
    )
    return digest_kept(kept, request.now)


def show_list(db: Database, request: Request, rest: str) -> Reply:
    """List the digests of this channel, or with "all" those of every channel."""
    channel = None if rest.lower() == "all" else request.channel
    kept = subscriptions(db, SubscriptionKind.DIGEST, channel)
    return listed(kept, request.now, empty=NONE_HERE)


def preview(db: Database, request: Request, rest: str) -> Reply:
    """Show the asker the digest of today, or of a day: "preview 2025-02-07 about trade"."""
    typed, _, query = f"{rest} ".partition("about ")
    try:
        day = date.fromisoformat(typed.strip()) if typed.strip() else request.today
    except ValueError:
        sentence = f"“{typed.strip()}” is not a day; write it as 2025-02-07."
        return Reply(plainly(sentence), only_asker=True)
    shown = digest_reply(
        Newsroom(db, request.searcher.lexicon).digest_of_days(day, query=query.strip())
    )
    return replace(shown, only_asker=True)


def change(
    done: str,
    act: Callable[[Database, Subscription, Request], None],
    db: Database,
    request: Request,
    rest: str,
) -> Reply:
    """Pause, resume or stop this channel's digests, or the one numbered."""
    kept = _meant(subscriptions(db, SubscriptionKind.DIGEST), request, rest)
    if not kept:
        return Reply(plainly(NONE_HERE), only_asker=True)
    for subscription in kept:
        act(db, subscription, request)
    return changed(done, kept)


def _meant(kept: Sequence[Subscription], request: Request, number: str) -> list[Subscription]:
    if number:
        return [one for one in kept if str(one.id) == number.lstrip("#")]
    return [one for one in kept if one.channel == request.channel]


ANSWERS: dict[str, Answer] = {
    "list": show_list,
    "preview": preview,
    "pause": partial(change, "Paused", lambda db, one, _: pause(db, one.id)),
    "resume": partial(change, "Resumed", lambda db, one, asked: resume(db, one.id, asked.now)),
    "stop": partial(change, "Stopped", lambda db, one, _: stop(db, one.id)),
}

DETAILS = """\
After the time, a zone (`Asia/Tokyo`; else yours), the days (`weekdays`, `weekly`) and a topic \
(`about {topic}`) narrow it.
`digest` alone offers a form; `digest list`, `preview`, `pause`, `resume`, `stop` do as they say."""

DIGEST = Subcommand(
    name="digest",
    usage="digest here at 09:00",
    summary="The news of the beat in this channel every morning.",
    examples=(
        "digest here at 09:00 Asia/Tokyo weekdays",
        "digest weekly at 8am about {topic}",
        "digest preview",
        "digest list",
    ),
    run=run,
    details=DETAILS,
)
