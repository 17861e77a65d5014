"""Stretches of days: months, weeks, years and parts of them, as `DateSpan`s."""

import calendar
from datetime import date, timedelta

from bot.models import DateSpan, Precision

MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): i for i, name in enumerate(calendar.month_abbr) if name}
MONTHS["sept"] = 9
WEEKDAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
# How far on the wrong side of the dateline a day without a year may lie: an
# announcement of a trip is often dated a few days after the trip began.
WRONG_SIDE = timedelta(days=65)


def one_day(day: date, words: str = "") -> DateSpan:
    """Span a single day."""
    return DateSpan(start=day, end=day, precision=Precision.DAY, words=words)


def days(first: date, last: date) -> DateSpan:
    """Span some days; a single one is known to the day."""
    precision = Precision.DAY if first == last else Precision.PART_OF_MONTH
    return DateSpan(start=min(first, last), end=max(first, last), precision=precision)


def month(year: int, number: int, part: str | None = None) -> DateSpan:
    """Span a month, or its "early", "mid" or "late" third."""
    length = calendar.monthrange(year, number)[1]
    first, last = PARTS.get(part or "", (1, 31))
    return DateSpan(
        start=date(year, number, first),
        end=date(year, number, min(last, length)),
        precision=Precision.PART_OF_MONTH if part else Precision.MONTH,
    )


def week(day: date) -> DateSpan:
    """Span the week, Monday to Sunday, that holds a day."""
    monday = day - timedelta(days=day.weekday())
    return DateSpan(start=monday, end=monday + timedelta(days=6), precision=Precision.WEEK)


def weekend(day: date) -> DateSpan:
    """Span the Saturday and Sunday of the week that holds a day."""
    sunday = day + timedelta(days=6 - day.weekday())
    return DateSpan(start=sunday - timedelta(days=1), end=sunday, precision=Precision.WEEK)


def year(number: int) -> DateSpan:
    """Span a year."""
    return DateSpan(start=date(number, 1, 1), end=date(number, 12, 31), precision=Precision.YEAR)


def from_day(start: date) -> DateSpan:
    """Span everything from a day on."""
    return DateSpan(start=start, end=None, precision=Precision.OPEN)


def months_away(day: date, count: int) -> tuple[int, int]:
    """Year and month that lie `count` months after that of `day`."""
    years, index = divmod(day.month - 1 + count, 12)
    return day.year + years, index + 1


def valid_day(year_number: int, month_number: int, day_number: int) -> date | None:
    """Make a date; None where the calendar has no such day."""
    try:
        return date(year_number, month_number, day_number)
    except ValueError:
        return None


def nearest_year(
    month_number: int, day_number: int, dateline: date, ahead: bool | None
) -> int | None:
    """Year of a day and month given without one, looking ahead, back, or (None) either way."""
    years = (dateline.year - 1, dateline.year, dateline.year + 1)
    found = [day for day in (valid_day(y, month_number, day_number) for y in years) if day]
    if ahead is None:
        return min(found, key=lambda day: abs(day - dateline)).year if found else None
    for day in found:
        distance = day - dateline if ahead else dateline - day
        if -WRONG_SIDE <= distance < timedelta(days=365) - WRONG_SIDE:
            return day.year
    return None


def nearest_month(number: int, dateline: date, ahead: bool | None) -> int:
    """Year of a month given without one: the next, or the last, counting that of the dateline."""
    coming = dateline.year + (number < dateline.month)
    past = dateline.year - (number > dateline.month)
    if ahead is None:
        return coming if (number - dateline.month) % 12 < 6 else past
    return coming if ahead else past


def nearest_weekday(number: int, dateline: date, ahead: bool | None) -> date:
    """Find the weekday next after, or last before, the dateline, which itself counts."""
    coming = dateline + timedelta(days=(number - dateline.weekday()) % 7)
    past = dateline - timedelta(days=(dateline.weekday() - number) % 7)
    if ahead is None:
        return min(coming, past, key=lambda day: abs(day - dateline))
    return coming if ahead else past
