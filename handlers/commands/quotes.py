"""`/alliance quotes [words]`: who said what."""

from sqlite_utils import Database

from bot.reply import Reply
from bot.views.latest import latest_reply
from bot.views.pages import PAGE
from bot.views.search import search_reply
from handlers.commands.search import find
from handlers.subcommand import Request, Subcommand
from store.quotes import latest_quotes


def run(db: Database, request: Request) -> Reply:
    """Answer with the quotes that fit, or with the newest where no words are given."""
    if request.query:
        return search_reply(find(db, request, "quote"), "quotes", request.query)
    before = int(request.page) if request.page else None
    return latest_reply((), latest_quotes(db, PAGE + 1, before, attributed=True), PAGE)


QUOTES = Subcommand(
    name="quotes",
    usage="quotes [words]",
    summary="Who said what: the quotes that fit the words, or the newest.",
    examples=("quotes", "quotes {speaker} {topic}", "quotes by:{speaker} since:2024-10"),
    run=run,
    aliases=("quote", "said"),
)
