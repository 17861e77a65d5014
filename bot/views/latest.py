"""Render the newest meetings and quotes."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.kept import StoredMeeting, StoredQuote
from bot.reply import COMMAND, Message, Reply
from bot.views.blocks import message, section
from bot.views.dates import day
from bot.views.meetings import meeting_items, meeting_line
from bot.views.pages import PAGE, more_button, pages
from bot.views.quotes import quote_items, quote_line

EMPTY = (
    "Nothing of this kind has been read in yet; articles come in with `./run ingest`, "
    f"and `{COMMAND} help` says what else to ask."
)


def latest_reply(
    meetings: Sequence[StoredMeeting], quotes: Sequence[StoredQuote], count: int
) -> Reply:
    """Render up to `count` of each; whether there are more shows in those beyond it."""
    if not meetings and not quotes:
        return Reply(message(EMPTY), only_asker=True)
    title = headline(min(len(meetings), count), min(len(quotes), count), _newest(meetings, quotes))
    return Reply(
        message(title, section("\n".join([title, *_first_lines(meetings, quotes)]))),
        (*meeting_pages(meetings, count), *quote_pages(quotes, count)),
    )


def headline(meetings: int, quotes: int, newest: date | None) -> str:
    """Render the line for the channel: "*Latest*: 5 meetings, 5 quotes, up to 7 Feb 2025"."""
    found = ((meetings, "meeting"), (quotes, "quote"))
    counts = ", ".join(counted(number, noun) for number, noun in found if number)
    return f"*Latest*: {counts}" + (f", up to {day(newest)}" if newest else "")


def _first_lines(meetings: Sequence[StoredMeeting], quotes: Sequence[StoredQuote]) -> Iterator[str]:
    yield from (meeting_line(kept) for kept in meetings[:1])
    yield from (quote_line(kept) for kept in quotes[:1])


def counted(number: int, noun: str) -> str:
    """Write a number with its noun: "1 quote", "5 quotes"."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def meeting_pages(meetings: Sequence[StoredMeeting], count: int = PAGE) -> tuple[Message, ...]:
    """Render the newest meetings, with a button for older ones if there are any."""
    shown = meetings[:count]
    if len(meetings) <= count:
        return pages("Meetings", meeting_items(shown))
    last = shown[-1]
    more = more_button("Older meetings", "meetings", f"{last.reported or ''} {last.id}")
    return pages("Meetings", meeting_items(shown), more)


def quote_pages(quotes: Sequence[StoredQuote], count: int = PAGE) -> tuple[Message, ...]:
    """Render the newest quotes, with a button for older ones if there are any."""
    shown = quotes[:count]
    if len(quotes) <= count:
        return pages("Quotes", quote_items(shown))
    more = more_button("Older quotes", "quotes", str(shown[-1].cursor))
    return pages("Quotes", quote_items(shown), more)


def _newest(meetings: Sequence[StoredMeeting], quotes: Sequence[StoredQuote]) -> date | None:
    sources = [source for meeting in meetings for source in meeting.sources]
    sources += [source for quote in quotes for source in quote.sources]
    return max((source.published for source in sources if source.published), default=None)
