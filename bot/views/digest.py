"""Render a digest: what can be read in ten seconds in the channel, the details in the thread."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.digest import Change, Digest, Planned, Window
from bot.kept import Source, StoredMeeting, StoredQuote
from bot.models import DateSpan, Format, Meeting, Precision
from bot.reply import Block, Message, Reply
from bot.views.blocks import (
    brief,
    context,
    divider,
    escape,
    header,
    link,
    message,
    messages,
    section,
)
from bot.views.dates import day, days, span, weekday
from bot.views.latest import counted
from bot.views.meetings import meeting_item
from bot.views.quotes import quote_item

HEADLINE_MEETINGS, HEADLINE_PLANNED, HEADLINE_QUOTES, HEADLINE_COMING = 3, 3, 2, 3
HEADLINE_QUOTE_MAX = 180
NAME_MAX, PLACE_MAX, LABEL_MAX = 60, 60, 40
NAMED_MAX = 3
COMING_MAX = 12
APART = {Format.PHONE: "by phone", Format.VIDEO: "by video"}


def digest_reply(digest: Digest) -> Reply:
    """Render a digest as a headline and its thread; a quiet day is one line."""
    if digest.quiet:
        return Reply(quiet_message(digest))
    return Reply(headline(digest), details(digest))


def quiet_message(digest: Digest) -> Message:
    """Render a day on which nothing happened."""
    subject = f"about “{brief(digest.about, 60)}”" if digest.about else "on the beat"
    read = counted(digest.figures.articles, "article")
    line = f"*Quiet.* Nothing new {subject}, {_covered(digest.window)} ({read} read)."
    return message(line, section(line), *_ahead(digest))


def headline(digest: Digest) -> Message:
    """Render the part for the channel: a line an event, the strongest words, the figures."""
    year = digest.window.day.year
    held = [f"●  {meeting_line(kept, year)}" for kept in digest.held[:HEADLINE_MEETINGS]]
    planned = [_planned_line(told, year) for told in digest.planned[:HEADLINE_PLANNED]]
    groups = (_more(held, len(digest.held)), _more(planned, len(digest.planned)))
    quotes = [quote_line(kept) for kept in digest.quotes[:HEADLINE_QUOTES]]
    return message(
        f"{escape(title(digest))}: {_counts(digest)}",
        header(title(digest)),
        *(section("\n".join(lines)) for lines in groups if lines),
        *map(section, quotes),
        *_ahead(digest),
        context(figures(digest)),
    )


def details(digest: Digest) -> tuple[Message, ...]:
    """Render the thread: each part under its title, in as few messages as Slack allows."""
    sections = (
        ("Held", [meeting_item(kept) for kept in digest.held]),
        ("Planned", [_labelled(told) for told in digest.planned]),
        ("Said", [quote_item([kept]) for kept in digest.quotes]),
        ("This week", _coming(digest.coming, digest.window.day.year)),
    )
    groups = [group for name, items in sections if items for group in _under_title(name, items)]
    return messages(f"{escape(title(digest))}: details", [*groups[:-1], groups[-1][:-1]])


def title(digest: Digest) -> str:
    """Say what a digest is and of when: "Digest, Fri 7 Feb 2025"."""
    window = digest.window
    subject = f" on {digest.about}" if digest.about else ""
    if window.days >= 7:
        return f"The week{subject}, {_covered_days(window)}"
    return f"Digest{subject}, {weekday(window.day)}"


def figures(digest: Digest) -> str:
    """Say from how much a digest was made."""
    counted_figures = digest.figures
    return (
        f"{counted(counted_figures.articles, 'article')} from "
        f"{counted(counted_figures.outlets, 'outlet')} · "
        f"{counted(counted_figures.meetings, 'meeting')} and "
        f"{counted(counted_figures.quotes, 'quote')} in them · details in the thread"
    )


def _counts(digest: Digest) -> str:
    counts = ((len(digest.held), "held"), (len(digest.planned), "planned"))
    meetings = [f"{number} {word}" for number, word in counts if number]
    quotes = [counted(len(digest.quotes), "quote")] if digest.quotes else []
    return ", ".join([*meetings, *quotes])


def _covered(window: Window) -> str:
    return _covered_days(window) if window.days > 1 else weekday(window.day)


def _covered_days(window: Window) -> str:
    return days(date.fromordinal(window.since.toordinal() + 1), window.day)


def _more(lines: list[str], total: int) -> list[str]:
    left = total - len(lines)
    return [*lines, f"_and {left} more in the thread_"] if left > 0 else lines


def meeting_line(kept: StoredMeeting, this_year: int | None = None) -> str:
    """Render a meeting in one line: "*A* and *B* · Washington · Fri 7 Feb · NHK +2"."""
    meeting = kept.meeting
    when = _when(meeting.date, this_year) if meeting.date else "no date yet"
    parts = (names(meeting), _town(meeting), when, sources(_witnesses(kept)))
    return " · ".join(part for part in parts if part)


def _witnesses(kept: StoredMeeting) -> list[Source]:
    """Return the articles that say what is shown: a plan proves nothing about what was held."""
    status = kept.meeting.status
    return [report.source for report in kept.reports if report.meeting.status is status]


def _when(value: DateSpan, this_year: int | None) -> str:
    """Write a span without the year that a reader knows."""
    return span(value).replace(f" {this_year}", "") if this_year else span(value)


def _ahead(digest: Digest) -> list[Block]:
    """Render the next meetings of the week in the small line under the news."""
    year = digest.window.day.year
    lines = [
        f"{names(kept.meeting)}, {_when(kept.meeting.date, year)}"
        for kept in digest.coming[:HEADLINE_COMING]
        if kept.meeting.date
    ]
    return [context(f"This week: {'; '.join(lines)}")] if lines else []


def _planned_line(told: Planned, year: int) -> str:
    mark = "✕" if told.change is Change.CANCELLED else "○"
    return f"{mark}  {meeting_line(told.meeting, year)} · _{_change(told)}_"


def quote_line(kept: StoredQuote) -> str:
    """Render a quote in two lines: its words, then who said them and where it stands."""
    speaker = kept.quote.speaker
    who = f"*{brief(speaker.name, NAME_MAX)}*" if speaker else "Unclear who"
    words = brief(kept.quote.text, HEADLINE_QUOTE_MAX)
    return f">“{words}”\n>{who} · {sources(kept.sources)}"


def names(meeting: Meeting) -> str:
    """Render who meets, without offices: "*A*, *B* and 2 more"."""
    shown = [f"*{brief(p.name, NAME_MAX)}*" for p in meeting.participants[:NAMED_MAX]]
    left = len(meeting.participants) - len(shown)
    if left:
        shown.append(f"{left} more")
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def sources(found: Sequence[Source]) -> str:
    """Render the first outlet, linked, and how many more there are: "NHK +2"."""
    outlets = list({source.outlet or source.title or "source": source for source in found}.items())
    if not outlets:
        return ""
    (label, first), *others = outlets
    more = f" +{len(others)}" if others else ""
    return link(first.url, brief(label, LABEL_MAX)) + more


def _town(meeting: Meeting) -> str:
    place = brief(meeting.city or meeting.country or meeting.venue or "", PLACE_MAX)
    return place or APART.get(meeting.format, "")


def _change(told: Planned) -> str:
    if told.change is Change.MOVED and told.was:
        return f"moved from {_short(told.was)}"
    return told.change.value


def _short(value: DateSpan) -> str:
    return day(value.start) if value.precision is Precision.DAY else span(value)


def _labelled(told: Planned) -> list[Block]:
    """Render a planned meeting with what is new about it in front."""
    first, *rest = meeting_item(told.meeting)
    change = _change(told)
    label = change[0].upper() + change[1:]
    return [section(f"_{label}_\n{first['text']['text']}"), *rest]


def _coming(coming: Sequence[StoredMeeting], year: int) -> list[list[Block]]:
    lines = [f"○  {meeting_line(kept, year)}" for kept in coming[:COMING_MAX]]
    return [[section("\n".join(_more(lines, len(coming))))]] if lines else []


def _under_title(name: str, items: Iterable[Sequence[Block]]) -> list[list[Block]]:
    """Put a title over the first item, and a thin line under the last."""
    groups = [list(item) for item in items]
    groups[0] = [section(f"*{name}*"), *groups[0]]
    groups[-1] = [*groups[-1], divider()]
    return groups
