"""`/alliance latest [n]`: the newest meetings and quotes of the beat."""

from sqlite_utils import Database

from bot.reply import Reply
from bot.views.latest import latest_reply
from bot.views.pages import PAGE
from bot.views.refusals import bad_number
from handlers.subcommand import Request, Subcommand
from store.meetings import latest_meetings
from store.quotes import latest_quotes

COUNT_MAX = 25


def run(db: Database, request: Request) -> Reply:
    """Answer with the newest of each, as many as asked for."""
    typed = request.query or str(PAGE)
    count = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 0
    if not 1 <= count <= COUNT_MAX:
        return Reply(bad_number(typed, COUNT_MAX), only_asker=True)
    # One beyond what is shown, to know whether there are more.
    meetings = latest_meetings(db, count + 1)
    quotes = latest_quotes(db, count + 1, attributed=True)
    return latest_reply(meetings, quotes, count)


LATEST = Subcommand(
    name="latest",
    usage="latest [n]",
    summary="The newest meetings and quotes.",
    examples=("latest", "latest 10"),
    run=run,
    aliases=("new", "news"),
)
