"""`/alliance search <words>`: quotes and meetings, with any misspelling."""

from sqlite_utils import Database

from bot.reply import Reply
from bot.search import SearchResult
from bot.views.help import about
from bot.views.search import search_reply
from bot.words import WORD
from handlers.subcommand import Request, Subcommand
from store.search import SearchIndex

DETAILS = """\
Narrow it where plain words find too much:
`by:{speaker}` who said it · `with:{participant}` who took part · `about:{place}` · `in:washington`
`since:2024-10` · `until:yesterday` · `on:"Oct 3"` · `status:planned` (held, cancelled)
`from:reuters` the outlet · `"{phrase}"` exactly so · `-{topic}` without this word
`beat:all` also what does not belong to the beat"""


def find(db: Database, request: Request, noun: str | None = None) -> SearchResult:
    """Search for what was asked, among quotes or meetings alone if so wanted."""
    return request.searcher.search(
        SearchIndex(db),
        request.query,
        now=request.now,
        timezone=request.timezone,
        page=request.page,
        noun=noun,
    )


def run(db: Database, request: Request) -> Reply:
    """Answer with what fits best, quotes and meetings together."""
    if not WORD.search(request.query):
        return Reply(about(SEARCH.entry(request.examples)), only_asker=True)
    return search_reply(find(db, request), "search", request.query)


SEARCH = Subcommand(
    name="search",
    usage="search <words>",
    summary="Quotes and meetings that fit, misspelt or not.",
    details=DETAILS,
    examples=(
        "search {speaker} {topic}",
        "search with:{participant} since:2024-10",
        "search by:{speaker} about:{place}",
        'search "{phrase}" -{topic}',
    ),
    run=run,
    aliases=("find",),
)
