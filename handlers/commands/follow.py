"""`/alliance follow <search>`: post here what comes in that a search would find."""

from sqlite_utils import Database

from bot.follows import wanted
from bot.kept import SubscriptionKind
from bot.reply import COMMAND, Reply
from bot.views.refusals import plainly
from bot.views.subscriptions import changed, follow_kept, listed
from handlers.subcommand import Request, Subcommand
from store.subscriptions import keep_follow, stop, subscriptions

QUERY_MAX = 200
SAY_WHAT = f"Say what to follow, for example `{COMMAND} follow meetings with:{{participant}}`."
TOO_LONG = f"Follow something shorter, of at most {QUERY_MAX} characters."
NONE_HERE = f"Nothing is followed here; `{COMMAND} follow {{speaker}}` would be a start."


def follow(db: Database, request: Request) -> Reply:
    """Let the channel follow a search."""
    query = request.query.strip()
    if wanted(query, request.searcher.lexicon).empty:
        return Reply(plainly(request.examples.fill(SAY_WHAT)), only_asker=True)
    if len(query) > QUERY_MAX:
        return Reply(plainly(TOO_LONG), only_asker=True)
    kept = keep_follow(
        db, channel=request.channel, query=query, asked_by=request.user, now=request.now
    )
    return follow_kept(kept)


def following(db: Database, request: Request) -> Reply:
    """List what is followed here, or with "all" everywhere."""
    channel = None if request.query.strip().lower() == "all" else request.channel
    kept = subscriptions(db, SubscriptionKind.FOLLOW, channel)
    return listed(kept, request.now, empty=request.examples.fill(NONE_HERE))


def unfollow(db: Database, request: Request) -> Reply:
    """Stop following a search, named by its number or its words; "all" ends all of this channel."""
    asked = request.query.strip()
    everywhere = subscriptions(db, SubscriptionKind.FOLLOW)
    here = [kept for kept in everywhere if kept.channel == request.channel]
    numbered = [kept for kept in everywhere if asked.lstrip("#") == str(kept.id)]
    meant = numbered or [kept for kept in here if asked.lower() in ("all", kept.query.lower())]
    if not meant:
        return Reply(
            plainly(f"“{asked}” is not followed here; see `{COMMAND} following`."), only_asker=True
        )
    for kept in meant:
        stop(db, kept.id)
    return changed("No longer followed", meant)


FOLLOW = Subcommand(
    name="follow",
    usage="follow <search>",
    summary="Post here what comes in that a search would find.",
    examples=("follow {speaker}", "follow meetings with:{participant}", 'follow "{phrase}"'),
    run=follow,
)
FOLLOWING = Subcommand(
    name="following",
    usage="following [all]",
    summary="What is followed here, by whom; with buttons to unfollow.",
    examples=("following", "following all"),
    run=following,
)
UNFOLLOW = Subcommand(
    name="unfollow",
    usage="unfollow <search or number>",
    summary="Stop following a search.",
    examples=("unfollow {speaker}", "unfollow all"),
    run=unfollow,
)
