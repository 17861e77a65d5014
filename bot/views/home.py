"""Render the Home tab."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.beat import Examples
from bot.kept import StoredMeeting, StoredQuote, Subscription
from bot.reply import COMMAND, Block
from bot.views.blocks import divider, header
from bot.views.help import Entry, overview
from bot.views.meetings import meeting_items
from bot.views.quotes import quote_items
from bot.views.subscriptions import listed

BLOCKS_MAX = 100
NOTHING_ASKED = (
    f"Nothing yet. `{COMMAND} digest here at 09:00` in a channel sends it the news every morning, "
    f"`{COMMAND} follow {{speaker}}` what comes in about somebody."
)


def home_view(
    entries: Sequence[Entry],
    meetings: Sequence[StoredMeeting],
    quotes: Sequence[StoredQuote],
    asked: Sequence[Subscription],
    now: datetime,
    words: Examples,
) -> dict[str, Any]:
    """Render what is new, the digests and follows that the reader asked for, and help.

    `words` are the beat's own, for the hint where nothing was asked for yet.
    """
    blocks: list[Block] = []
    for title, items in (("meetings", meeting_items(meetings)), ("quotes", quote_items(quotes))):
        if items:
            blocks += [header(f"Latest {title}"), *(block for item in items for block in item)]
    blocks += [header("Your digests and follows")]
    blocks += listed(asked, now, empty=words.fill(NOTHING_ASKED)).headline.blocks
    blocks += [divider(), *overview(entries).blocks]
    return {"type": "home", "blocks": blocks[:BLOCKS_MAX]}
