"""Render the Home tab."""

from collections.abc import Sequence
from typing import Any

from bot.models import StoredMeeting, StoredQuote
from bot.reply import Block
from bot.views.blocks import divider, header
from bot.views.help import Entry, overview
from bot.views.meetings import meeting_items
from bot.views.quotes import quote_items

BLOCKS_MAX = 100


def home_view(
    entries: Sequence[Entry], meetings: Sequence[StoredMeeting], quotes: Sequence[StoredQuote]
) -> dict[str, Any]:
    """Render help, then the newest meetings and quotes."""
    blocks: list[Block] = list(overview(entries).blocks)
    for title, items in (("Meetings", meeting_items(meetings)), ("Quotes", quote_items(quotes))):
        if items:
            blocks += [divider(), header(f"Latest {title.lower()}")]
            blocks += [block for item in items for block in item]
    return {"type": "home", "blocks": blocks[:BLOCKS_MAX]}
