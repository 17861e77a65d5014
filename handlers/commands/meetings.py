"""`/alliance meetings [words]`: who met whom."""

from sqlite_utils import Database

from bot.reply import Reply
from bot.views.latest import latest_reply
from bot.views.pages import PAGE
from handlers.subcommand import Request, Subcommand
from store.meetings import latest_meetings


def run(db: Database, request: Request) -> Reply:
    """Answer with the newest meetings, a page at a time."""
    return latest_reply(latest_meetings(db, PAGE + 1, _before(request.page)), (), PAGE)


def _before(page: str | None) -> tuple[str, int] | None:
    if page is None:
        return None
    reported, _, number = page.partition(" ")
    return reported, int(number)


MEETINGS = Subcommand(
    name="meetings",
    usage="meetings",
    summary="The newest meetings.",
    examples=("meetings",),
    run=run,
    aliases=("meeting", "met"),
)
