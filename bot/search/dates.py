"""Days, months and spans as people type them: "2024-10", "last week", "Oct 3", "yesterday"."""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date, timedelta

Span = tuple[date, date]  # first and last day, both inclusive

YEARS = range(1900, 2200)
LONGEST = 5  # words of "the 3rd of october 2024"

_MONTHS = "january february march april may june july august september october november december"
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"


def _spellings(names: str, others: dict[str, int]) -> dict[str, int]:
    full = names.split()
    return {n[:3]: i for i, n in enumerate(full)} | {n: i for i, n in enumerate(full)} | others


MONTHS = _spellings(_MONTHS, {"sept": 8})
WEEKDAYS = _spellings(_WEEKDAYS, {"tues": 1, "thur": 3, "thurs": 3})
UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}
NAMED_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
SMALL_WORDS = {"the", "of", "in", "on", "a"}
RELATIVE = ("last", "past", "previous", "this", "next")
FIRST_WORDS = {*MONTHS, *WEEKDAYS, *NAMED_DAYS, *RELATIVE}

_NUMERIC = re.compile(r"(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")


def read_span(words: Sequence[str], today: date) -> Span | None:
    """Read words as a day or a span of days; None where they are none, or are out of range."""
    plain = [word.strip(".,").lower() for word in words]
    plain = [word for word in plain if word not in SMALL_WORDS]
    if not plain or len(plain) > LONGEST:
        return None
    for reader in READERS:
        try:
            span = reader(plain, today)
        except (ValueError, OverflowError):  # 30 February, the year 0
            continue
        if span and span[0].year in YEARS and span[1].year in YEARS:
            return span
    return None


def may_begin_a_date(word: str) -> bool:
    """Tell whether a date may begin with this word; quick, for most words begin none."""
    plain = word.strip(".,").lower()
    return plain[:1].isdigit() or not plain or plain in FIRST_WORDS or plain in SMALL_WORDS


def numeric(words: list[str], today: date) -> Span | None:
    """Read 2024, 2024-10 and 2024-10-03."""
    match = _NUMERIC.fullmatch(words[0]) if len(words) == 1 else None
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None:
        return None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return month_of(year, month)
    return date(year, month, day), date(year, month, day)


def named_day(words: list[str], today: date) -> Span | None:
    """Read "yesterday"."""
    if len(words) != 1 or words[0] not in NAMED_DAYS:
        return None
    day = today + timedelta(days=NAMED_DAYS[words[0]])
    return day, day


def relative(words: list[str], today: date) -> Span | None:
    """Read "last week", "this month", "next year"."""
    if len(words) != 2 or words[0] not in RELATIVE:
        return None
    step = {"this": 0, "next": 1}.get(words[0], -1)
    if words[1] == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
        return monday, monday + timedelta(days=6)
    if words[1] == "month":
        months = today.year * 12 + today.month - 1 + step
        return month_of(months // 12, months % 12 + 1)
    if words[1] == "year":
        return date(today.year + step, 1, 1), date(today.year + step, 12, 31)
    return None


def counted(words: list[str], today: date) -> Span | None:
    """Read "last 10 days", "past 2 weeks" as up to today, and "3 days ago" as one day."""
    if len(words) != 3:
        return None
    if words[0] in ("last", "past") and words[1].isdigit():
        return back(today, words[1], words[2]), today
    if words[2] == "ago" and words[0].isdigit():
        day = back(today, words[0], words[1])
        return day, day
    return None


def back(today: date, number: str, unit: str) -> date:
    """Count back from today; raise a ValueError for an unknown unit."""
    days = UNITS.get(unit.removesuffix("s"))
    if days is None:
        raise ValueError(unit)
    return today - timedelta(days=int(number[:5]) * days)


def weekday(words: list[str], today: date) -> Span | None:
    """Read "monday" and "last monday": the latest before today, or today itself without "last"."""
    if words[-1] not in WEEKDAYS or words[:-1] not in ([], ["last"]):
        return None
    days = (today.weekday() - WEEKDAYS[words[-1]]) % 7
    if days == 0 and words[0] == "last":
        days = 7
    day = today - timedelta(days=days)
    return day, day


def month(words: list[str], today: date) -> Span | None:
    """Read "october 2024", and "october" or "last october" as the latest that has begun."""
    if words[0] in ("last", "past", "this"):
        last, words = words[0] != "this", words[1:]
    else:
        last = False
    if not words or words[0] not in MONTHS:
        return None
    number = MONTHS[words[0]] + 1
    if len(words) == 2 and words[1].isdigit() and len(words[1]) == 4:
        return month_of(int(words[1]), number)
    if len(words) != 1:
        return None
    over = number < today.month or (number == today.month and not last)
    return month_of(today.year if over else today.year - 1, number)


def day_of_month(words: list[str], today: date) -> Span | None:
    """Read "oct 3", "3rd october", "oct 3 2024"; without a year, the latest that has come."""
    if len(words) not in (2, 3):
        return None
    first, second = words[:2]
    name, number = (first, second) if first in MONTHS else (second, first)
    match = _ORDINAL.fullmatch(number)
    if name not in MONTHS or not match:
        return None
    year = int(words[2]) if len(words) == 3 else today.year
    day = date(year, MONTHS[name] + 1, int(match[1]))
    if len(words) == 2 and day > today:
        day = day.replace(year=year - 1)
    return day, day


def month_of(year: int, month: int) -> Span:
    """Return the first and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


READERS: tuple[Callable[[list[str], date], Span | None], ...] = (
    numeric,
    named_day,
    relative,
    counted,
    weekday,
    day_of_month,
    month,
)
