"""From what was typed to the subcommand that answers it."""

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlite_utils import Database

from bot.reply import Reply
from bot.views.blocks import one_line
from bot.views.help import did_you_mean
from bot.views.refusals import too_long
from handlers.commands import SUBCOMMANDS
from handlers.subcommand import Request, Subcommand

QUERY_MAX = 500
LIKENESS = 0.7  # of one word to another: one slip in four letters, two in seven
SUGGESTIONS_MAX = 2


def answer(
    db: Database, request: Request, subcommands: Sequence[Subcommand] = SUBCOMMANDS
) -> Reply:
    """Answer what was typed after `/alliance`: "latest 5", "search okinawa", or free words.

    Words that name no subcommand are a question back where they look like a
    slip of the keyboard, and a search otherwise. Nothing at all asks for help.
    """
    typed = one_line(request.query)
    by_name = {name: subcommand for subcommand in subcommands for name in subcommand.names}
    word, _, rest = typed.partition(" ")
    subcommand = by_name.get(word.lower() if word else "help")
    query = rest if subcommand else typed
    if len(query) > QUERY_MAX:
        return Reply(too_long(len(query), QUERY_MAX, request.examples), only_asker=True)
    if subcommand is None:
        meant = [f"{name} {rest}".strip() for name in _nearest(word, subcommands)]
        if meant:
            return Reply(did_you_mean(typed, [*meant, f"search {typed}"]), only_asker=True)
        subcommand = by_name["search"]
    return subcommand.run(db, replace(request, query=query))


def _nearest(word: str, subcommands: Sequence[Subcommand]) -> list[str]:
    hits = process.extract(
        word.lower(),
        [subcommand.name for subcommand in subcommands],
        scorer=OSA.normalized_similarity,
        score_cutoff=LIKENESS,
        limit=SUGGESTIONS_MAX,
    )
    return [name for name, _, _ in hits]
