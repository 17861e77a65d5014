"""`/alliance quotes [words]`: who said what."""

from sqlite_utils import Database

from bot.reply import Reply
from bot.views.latest import latest_reply
from bot.views.pages import PAGE
from handlers.subcommand import Request, Subcommand
from store.quotes import latest_quotes


def run(db: Database, request: Request) -> Reply:
    """Answer with the newest quotes, a page at a time."""
    before = int(request.page) if request.page else None
    return latest_reply((), latest_quotes(db, PAGE + 1, before), PAGE)


QUOTES = Subcommand(
    name="quotes",
    usage="quotes",
    summary="The newest quotes.",
    examples=("quotes",),
    run=run,
    aliases=("quote", "said"),
)
