"""`/alliance meetings [words]`: who met whom."""

from sqlite_utils import Database

from bot.reply import Reply
from bot.views.latest import latest_reply
from bot.views.pages import PAGE
from bot.views.search import search_reply
from handlers.commands.search import find
from handlers.subcommand import Request, Subcommand
from store.meetings import latest_meetings


def run(db: Database, request: Request) -> Reply:
    """Answer with the meetings that fit, or with the newest where no words are given."""
    if request.query:
        return search_reply(find(db, request, "meeting"), "meetings", request.query)
    return latest_reply(latest_meetings(db, PAGE + 1, _before(request.page)), (), PAGE)


def _before(page: str | None) -> tuple[str, int] | None:
    if page is None:
        return None
    reported, _, number = page.partition(" ")
    return reported, int(number)


MEETINGS = Subcommand(
    name="meetings",
    usage="meetings [words]",
    summary="Who met whom: the meetings that fit the words, or the newest.",
    examples=("meetings", "meetings {speaker} {participant}", "meetings status:planned"),
    run=run,
    aliases=("meeting", "met"),
)
