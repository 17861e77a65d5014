"""Write dates the way people read them."""

from datetime import date, datetime

from bot.models import DateSpan, Precision


def day(value: date) -> str:
    """Write a day: "7 Feb 2025"."""
    return f"{value.day} {value:%b %Y}"


def weekday(value: date) -> str:
    """Write a day with its weekday: "Fri 7 Feb 2025"."""
    return f"{value:%a} {day(value)}"


def span(value: DateSpan) -> str:
    """Write a span no more exactly than it is known: "about 11–20 Jan 2025", "Feb 2025"."""
    if value.precision is Precision.OPEN or value.end is None:
        return f"{day(value.start)} or later"
    if value.precision is Precision.MONTH:
        return f"{value.start:%b %Y}"
    if value.precision is Precision.YEAR:
        return f"{value.start:%Y}"
    if value.precision is Precision.DAY and value.start == value.end:
        return weekday(value.start)
    if value.precision is Precision.DAY:
        return days(value.start, value.end)
    return f"about {days(value.start, value.end)}"


def days(first: date, last: date) -> str:
    """Write first and last day, naming month and year once where they are the same."""
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    if first.month != last.month:
        return f"{first.day} {first:%b} – {day(last)}"
    return f"{first.day}–{day(last)}" if first != last else day(first)


def moment(value: datetime, today: date) -> str:
    """Write an aware moment so that Slack shows it in each reader's own zone."""
    fallback = f"{day(value.date())}, {value:%H:%M %Z}"
    style = "{time}" if value.date() == today else "{date_short_pretty}, {time}"
    return f"<!date^{int(value.timestamp())}^{style}|{fallback}>"
