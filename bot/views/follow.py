"""Render what followers are told: one message an article, or one line for many."""

from collections.abc import Sequence

from bot.follows import Item
from bot.kept import Source, StoredMeeting, Subscription
from bot.reply import COMMAND, Message
from bot.views.blocks import brief, context, escape, link, message, section
from bot.views.dates import day
from bot.views.digest import meeting_line, quote_line
from bot.views.latest import counted

ITEMS_MAX = 4
TITLE_MAX, QUERY_MAX = 160, 80
TITLES_MAX = 3


def match_message(kept: Subscription, source: Source, items: Sequence[Item]) -> Message:
    """Render what one article holds of a followed search."""
    title = f"*{article_link(source)}*"
    lines = [
        f"●  {meeting_line(item)}" if isinstance(item, StoredMeeting) else quote_line(item)
        for item in items[:ITEMS_MAX]
    ]
    left = len(items) - len(lines)
    if left > 0:
        lines.append(f"_and {left} more in the article_")
    return message(
        f"{escape(kept.query)}: {brief(source.title or source.outlet or 'new', TITLE_MAX)}",
        section(title),
        *map(section, lines),
        context(f"Follows {_query(kept)} · asked by <@{kept.asked_by}> · `{COMMAND} following`"),
    )


def rest_message(kept: Subscription, sources: Sequence[Source]) -> Message:
    """Render in one line what was over the cap of an hour."""
    titles = "; ".join(article_link(source) for source in sources[:TITLES_MAX])
    left = len(sources) - TITLES_MAX
    more = f" and {left} more" if left > 0 else ""
    line = (
        f"{_query(kept)}: {counted(len(sources), 'more article')} in the last hour: "
        f"{titles}{more}. `{COMMAND} search {escape(kept.query)}` shows all."
    )
    return message(line, section(line))


def article_link(source: Source) -> str:
    """Render an article as its linked title, with outlet and day."""
    title = link(source.url, brief(source.title or source.outlet or "an article", TITLE_MAX))
    asides = [source.outlet if source.title else None, source.published and day(source.published)]
    return ", ".join([title, *(brief(aside, TITLE_MAX) for aside in asides if aside)])


def _query(kept: Subscription) -> str:
    return f"“{brief(kept.query, QUERY_MAX)}”"
