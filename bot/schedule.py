"""When a digest is due: read "at 09:00 Asia/Tokyo weekdays about deterrence", find due times.

A due time is a wall-clock time in a zone, never a stored instant, so that clock changes and
new zone rules need no repair. A time that the clock skips is due as much later as the clock
jumps (02:30 becomes 03:30); a time that comes twice is due the first time.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

from rapidfuzz import process

from bot.kept import Schedule

USUAL_TIME = time(9)
EVERY_DAY = frozenset(range(7))
WEEKDAYS = frozenset(range(5))
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LONGEST_GAP = timedelta(days=16)  # a weekly digest whose day a zone skipped (Samoa, 2011)

_DAY_WORDS = {
    **{word: EVERY_DAY for word in ("daily", "day", "morning", "evening")},
    **{word: WEEKDAYS for word in ("weekday", "weekdays")},
    **{word: EVERY_DAY - WEEKDAYS for word in ("weekend", "weekends")},
    **{word: frozenset({0}) for word in ("weekly", "week")},
    **{
        word: frozenset({number})
        for number, name in enumerate(DAY_NAMES)
        for word in (name.lower(), f"{name.lower()}s", name[:3].lower())
    },
    **{"tues": frozenset({1}), "thur": frozenset({3}), "thurs": frozenset({3})},
}
_FILLERS = {"at", "on", "in", "every", "each", "and", "the", "time", "to", "a", "from"}
_ZONE_WORDS = {
    "jst": "Asia/Tokyo",
    "japan": "Asia/Tokyo",
    "kst": "Asia/Seoul",
    "beijing": "Asia/Shanghai",
    "delhi": "Asia/Kolkata",
    "ist": "Asia/Kolkata",
    "gmt": "UTC",
    "z": "UTC",
    "cet": "Europe/Paris",
    "et": "America/New_York",
    "est": "America/New_York",
    "edt": "America/New_York",
    "eastern": "America/New_York",
    "washington": "America/New_York",
    "ct": "America/Chicago",
    "central": "America/Chicago",
    "pt": "America/Los_Angeles",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "pacific": "America/Los_Angeles",
    "hawaii": "Pacific/Honolulu",
}
_CHANNEL = re.compile(r"<#(?P<id>[A-Z0-9]+)(\|[^>]*)?>|(?P<bare>[CGD][A-Z0-9]{7,})\Z")
_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>[ap]\.?m\.?)?", re.IGNORECASE
)
_HALF_APART = re.compile(r"(?<=\d)\s+(?=[ap]\.?m\b)", re.IGNORECASE)
_ABOUT = re.compile(r"(?:^|\s)about(?:\s+|$)", re.IGNORECASE)
_UNLESS_QUIET = re.compile(r"\bunless\s+quiet\b", re.IGNORECASE)


class ScheduleError(ValueError):
    """The words do not make a schedule; the message says what to write instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What "here at 09:00 Asia/Tokyo weekdays about deterrence" asks for."""

    schedule: Schedule
    channel: str | None = None  # None: here
    about: str = ""
    skip_quiet: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """A moment (UTC) when a digest is due, and the local day that it is the digest of."""

    at: datetime
    day: date


def read_order(words: str, zone: str) -> Order:
    """Read a digest order; `zone` is the asker's and holds where the words name none."""
    when, about = _split_about(words)
    skip_quiet = bool(_UNLESS_QUIET.search(when))
    tokens = _HALF_APART.sub("", _UNLESS_QUIET.sub(" ", when)).replace(",", " ").split()
    channel, at, named_zone, days = None, None, None, None
    for token in _join_zone_words(tokens):
        if token.lower() in _FILLERS or token.lower() == "here":
            continue
        if match := _CHANNEL.match(token):
            channel = match["id"] or match["bare"]
        elif found := _DAY_WORDS.get(token.lower()):
            days = (days or frozenset()) | found
        elif token.startswith("#"):
            raise ScheduleError(
                f"Ask in {token} itself, with “here”, or choose the channel in the form that "
                "`/alliance digest` opens."
            )
        elif token[0].isdigit():
            at = read_time(token)
        else:
            named_zone = read_zone(token)
    schedule = Schedule(at=at or USUAL_TIME, zone=named_zone or zone, days=days or EVERY_DAY)
    return Order(schedule=schedule, channel=channel, about=about, skip_quiet=skip_quiet)


def _split_about(words: str) -> tuple[str, str]:
    """Split "at 9 about deterrence" into "at 9" and "deterrence"."""
    when, *about = _ABOUT.split(words.strip(), maxsplit=1)
    return when, about[0].strip() if about else ""


def _join_zone_words(tokens: list[str]) -> list[str]:
    """Write the two words of "New York" or "Los Angeles" as one token."""
    joined = list(tokens)
    for first, second in pairwise(tokens):
        if f"{first}_{second}".lower() in _zone_names() and first in joined:
            place = joined.index(first)
            joined[place : place + 2] = [f"{first}_{second}"]
    return joined


def read_time(words: str) -> time:
    """Read "9", "09:00", "9.30" or "9:30pm"."""
    match = _TIME.fullmatch(words.strip())
    if not match:
        raise ScheduleError(_not_a_time(words))
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), match["half"]
    if hour not in (range(1, 13) if half else range(24)) or minute > 59:
        raise ScheduleError(_not_a_time(words))
    if half:
        hour = hour % 12 + (12 if half.lower().startswith("p") else 0)
    return time(hour, minute)


def _not_a_time(words: str) -> str:
    return f"“{words}” is not a time of day; write it as 09:00 or 9am."


def read_zone(words: str) -> str:
    """Return the IANA name of a zone given as "Asia/Tokyo", "tokyo", "New York" or "JST"."""
    name = words.strip().replace(" ", "_").lower()
    if name in _zone_names():
        return _zone_names()[name]
    near = process.extractOne(name, _zone_names().keys(), score_cutoff=75)
    advice = f"did you mean {_zone_names()[near[0]]}?" if near else "name a zone as Asia/Tokyo."
    raise ScheduleError(
        f"“{words}” is not a time zone, day or channel that I know; {advice} "
        "Example: here at 09:00 Asia/Tokyo weekdays about deterrence."
    )


@cache
def _zone_names() -> dict[str, str]:
    """Every way to write a zone, in lower case, with its IANA name: full names win over cities."""
    full = sorted(zone for zone in available_timezones() if zone not in ("localtime", "Factory"))
    regions = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
    cities = {z.rsplit("/", 1)[1].lower(): z for z in full if z.startswith(regions)}
    return cities | _ZONE_WORDS | {zone.lower(): zone for zone in full}


def due_on(schedule: Schedule, day: date) -> Due | None:
    """Return when the digest of that local day is due; None on days that have none."""
    if day.weekday() not in schedule.days:
        return None
    zone = ZoneInfo(schedule.zone)
    at = datetime.combine(day, schedule.at, zone).astimezone(UTC)
    exists = at.astimezone(zone).date() == day  # a zone that crosses the date line skips a day
    return Due(at, day) if exists else None


def latest_due(schedule: Schedule, now: datetime) -> Due | None:
    """Return the last digest that was due at or before `now`."""
    today = now.astimezone(ZoneInfo(schedule.zone)).date()
    for back in range(LONGEST_GAP.days):
        due = due_on(schedule, today - timedelta(days=back))
        if due and due.at <= now:
            return due
    return None


def next_due(schedule: Schedule, after: datetime) -> Due:
    """Return the first digest due after a moment."""
    today = after.astimezone(ZoneInfo(schedule.zone)).date()
    dues = (due_on(schedule, today + timedelta(days=ahead)) for ahead in range(LONGEST_GAP.days))
    return next(due for due in dues if due and due.at > after)


def describe(schedule: Schedule) -> str:
    """Say a schedule in the words that `read_order` reads: "weekdays at 09:00 Asia/Tokyo"."""
    return f"{describe_days(schedule.days)} at {schedule.at:%H:%M} {schedule.zone}"


def describe_days(days: frozenset[int]) -> str:
    """Say on which days: "daily", "weekdays", "weekends" or "Mondays, Thursdays"."""
    named = {EVERY_DAY: "daily", WEEKDAYS: "weekdays", EVERY_DAY - WEEKDAYS: "weekends"}
    return named.get(days) or ", ".join(f"{DAY_NAMES[day]}s" for day in sorted(days))
