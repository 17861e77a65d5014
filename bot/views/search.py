"""Render what a search found, and say where it took a word for another."""

from collections.abc import Sequence

from bot.kept import StoredMeeting, StoredQuote
from bot.reply import COMMAND, Block, Message, Reply
from bot.search import SearchResult
from bot.views.blocks import actions, brief, button, context, message, section
from bot.views.meetings import meeting_item, meeting_line
from bot.views.pages import more_button, page
from bot.views.parties import listed
from bot.views.quotes import quote_item, quote_line

QUERY_SHOWN_MAX = 150
WORD_MAX = 60
NOTE_MAX = 300


def search_reply(result: SearchResult, ask: str, query: str) -> Reply:
    """Render one page of results; `ask` is the subcommand they were asked for with.

    Where nothing fits, only the asker hears of it, with what comes nearest.
    """
    asides = [*_taken_for(result.shown), *(brief(note, NOTE_MAX) for note in result.notes)]
    if not result.found:
        return Reply(_nothing(result, query, asides), nearest(result), only_asker=True)
    more = more_button("More results", f"{ask} {query}", result.more) if result.more else None
    return Reply(
        _headline(result, ask, query, asides), page(_found(result), items(result.found), more)
    )


def items(found: Sequence[StoredQuote | StoredMeeting]) -> list[list[Block]]:
    """Render quotes and meetings in the order given."""
    return [
        meeting_item(kept) if isinstance(kept, StoredMeeting) else quote_item([kept])
        for kept in found
    ]


def nearest(result: SearchResult) -> tuple[Message, ...]:
    """Render what comes nearest where nothing fits."""
    return page("Nearest", items(result.nearest)) if result.nearest else ()


def _line(kept: StoredQuote | StoredMeeting) -> str:
    return meeting_line(kept) if isinstance(kept, StoredMeeting) else quote_line(kept)


def _found(result: SearchResult) -> str:
    return "Best matches" if len(result.found) > 1 else "Best match"


def _headline(result: SearchResult, ask: str, query: str, asides: Sequence[str]) -> Message:
    count = f"{len(result.found)} best of more" if result.more else f"{len(result.found)} found"
    title = f"*{ask.capitalize()}* “{brief(query, QUERY_SHOWN_MAX)}”: {count}"
    lines = section(f"{title}\n{_line(result.found[0])}")
    blocks = [lines, *([context(*asides)] if asides else [])]
    if result.literal:
        as_typed = button("Search exactly as typed", "run-literal", f"{ask} {result.literal}")
        blocks.append(actions(as_typed))
    return message(title, *blocks)


def _nothing(result: SearchResult, query: str, asides: Sequence[str]) -> Message:
    found = f"Nothing fits “{brief(query, QUERY_SHOWN_MAX)}”"
    if result.spoiled:
        found += f"; without “{brief(result.spoiled, WORD_MAX)}” something would"
    advice = f"Fewer words find more; `{COMMAND} help search` shows how to ask."
    blocks = [section(f"{found}."), *([context(*asides)] if asides else []), context(advice)]
    return message(f"{found}.", *blocks)


def _taken_for(shown: Sequence[tuple[str, str]]) -> list[str]:
    if not shown:
        return []
    pairs = [f"*{brief(term, WORD_MAX)}* for “{brief(typed, WORD_MAX)}”" for typed, term in shown]
    return [f"Showing {listed(pairs)}."]
