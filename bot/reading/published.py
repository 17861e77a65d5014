"""When a page was published: its dateline, its address, or a guarded guess."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from bot.models import DateOrigin, DateSpan
from bot.reading import spans
from bot.reading.linked_posts import latest_post

HEAD = 12  # a dateline stands in the first or last paragraphs
TAIL = 12
FIRST_YEAR = 1990
SHORT_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
WEEKDAY = r"\(?(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?\)?,?"
DATES = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"(?<![\d-]){YEAR}[-/.](?P<month>[01]?\d)[-/.](?P<day>[0-3]?\d)"
        r"(?:(?![\d-])|(?=-\d\d-\d\d-\d\d\b))",
        rf"\b{MONTH}\s+{DAY},?\s+{YEAR}\b",
        rf"(?<!\d){DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}\b",
    )
)
# 07/02/26 and 2.7.2026: which of the two is the month is told by the place it was written in.
NUMBERS = re.compile(
    r"(?<![\d/.-])(?P<first>[0-3]?\d)(?P<mark>[/.-])(?P<second>[0-3]?\d)(?P=mark)"
    r"(?P<year>(?:20)?\d\d)(?![\d/-])"
)
YEARLESS = re.compile(rf"\b{MONTH}\s+{DAY}\b(?!,?\s+\d{{4}})", re.I)
CLOCK = re.compile(
    r"\b(?P<hour>[0-2]?\d)[:.h](?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?(?![\d:])",
    re.I,
)
OFFSET = re.compile(r"(?<=\d)\s*(?:(?P<utc>Z)\b|(?P<sign>[+-])(?P<h>\d\d):?(?P<m>\d\d)\b)")
ZONES = {
    "JST": 9, "KST": 9, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6,
    "PST": -8, "PDT": -7, "GMT": 0, "UTC": 0, "BST": 1, "CET": 1, "CEST": 2, "IST": 5.5,
    "SGT": 8, "HKT": 8, "AEST": 10, "AEDT": 11,
}  # fmt: skip
EASTERN = {"ET": "America/New_York", "CT": "America/Chicago", "PT": "America/Los_Angeles"}
AMERICAN = frozenset({"EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", *EASTERN})
ZONE = re.compile(rf"\b({'|'.join([*ZONES, *EASTERN])})\b")
TITLE = 4  # lines at the top of which one may be the title
ENDS_TITLE = re.compile(rf"[,|(–—-]\s*(?:{WEEKDAY}\s*)?$", re.I)
RUN = 500  # characters in which the page's own lines have ended and the story runs
STAMP = re.compile(
    rf"\b(?:Published|Posted|Updated|Modified|Issued)\b.{{0,35}}$"
    rf"|\d[:.]\d\d\s*(?:[AaPp]\.?[Mm]\.?)?\s*{ZONE.pattern},?\s*(?:{WEEKDAY}\s*)?$"
)
# What may stand beside the date in a line that is a dateline.
BESIDE = re.compile(
    r"\b(?:updated?|published|posted|modified|at|on|by|p\.?m|a\.?m|local time|last|first)\b|[^\w]",
    re.I,
)
WIRE = re.compile(  # "WASHINGTON, Feb 7 (Reuters)", "Tokyo, July 23 (Jippo)--", "OSLO, May 2:"
    rf"^[A-Z][\w.'’ /-]{{2,30}}(?:\s\([A-Z][\w ]{{2,30}}\))?,\s+{MONTH}\s+{DAY},?(?:\s+{YEAR})?\s*"
    r"(?:\([\w./' -]{2,40}\)|/[\w-]{2,20}/|[-—–]{1,2}\s|:\s)",
)
NOT_PATH = re.compile(r"^\w+://[^/]*|[?#].*$")
IN_PATH = (
    re.compile(r"/(?P<year>20\d\d)/(?P<month>\d\d?)/(?P<day>\d\d?)(?=/|\b)"),
    re.compile(r"/(?P<year>20\d\d)/(?P<month>[a-z]{3})/(?P<day>\d\d?)(?=/|\b)"),
    re.compile(r"(?<!\d)(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(r"(?<![\dA-Za-z])(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)(?=\D|$|\d{3,5}\b)"),
    # Day first, as in India; of 05-06-2024 nobody knows which is the month.
    re.compile(r"(?<!\d)(?P<day>1[3-9]|2\d|3[01])-(?P<month>\d\d)-(?P<year>20\d\d)(?!\d)"),
)
MONTH_IN_PATH = re.compile(r"/(?P<year>20\d\d)/(?P<month>0[1-9]|1[0-2])(?=/)")


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication, the time with its zone where stated, and where it was found."""

    day: date
    origin: DateOrigin
    at: datetime | None = None


def is_dateline(text: str) -> bool:
    """Tell whether a line states a date and hardly anything else."""
    return _line(text) is not None


def date_published(
    texts: Sequence[str], url: str | None, zone: str | None = None
) -> Published | None:
    """Find the date of publication: dateline, then address, then a guess that two facts bear out.

    `texts` are the page's paragraphs, junk included; `zone` is the outlet's time zone.
    """
    by_url = _in_url(url)
    for find in (_in_lines, _in_wire):
        found = find(texts, by_url, zone)
        if found:
            return found
    if by_url:
        return Published(by_url, DateOrigin.URL)
    stated = _in_title(texts, zone) or _in_run(texts, zone)
    return stated or _by_posts(texts, url, zone) or _guess(texts)


def _in_lines(texts: Sequence[str], _: date | None, zone: str | None) -> Published | None:
    for text in (*texts[:HEAD], *texts[HEAD:][-TAIL:]):
        found = _line(text, zone)
        if found:
            return Published(found, DateOrigin.DATELINE, _moment(text, found, zone))
    return None


def _line(text: str, zone: str | None = None) -> date | None:
    """Read a line that states a date and hardly anything else."""
    if len(text) > 120 or not any(c.isdigit() for c in text) or _is_aside(text):
        return None
    for match, day in _dates(text, zone):
        rest = text[: match.start()] + " " + text[match.end() :]
        rest = ZONE.sub(" ", CLOCK.sub(" ", re.sub(WEEKDAY, " ", rest, flags=re.I)))
        words = BESIDE.sub(" ", rest).split()
        if len(words) <= 4 or (len(words) <= 7 and re.search(r"[|•·-]\s", text)):
            return day
    return None


def _is_aside(text: str) -> bool:
    """Tell "(December 12, 2023)": when a transcript's words were spoken, not when it appeared."""
    return text.startswith("(") and text.endswith(")")


def _dates(text: str, zone: str | None = None) -> Iterator[tuple[re.Match[str], date]]:
    for pattern in DATES:
        for match in pattern.finditer(text):
            day = _day(match.groupdict())
            if day:
                yield match, day
    for match in NUMBERS.finditer(text):
        day = _of_numbers(match, zone)
        if day:
            yield match, day


def _of_numbers(match: re.Match[str], zone: str | None) -> date | None:
    """Read 07/02/2026 month first, as in America, and 2.7.2026 or 02/07/2026 GMT day first."""
    year = match["year"] if len(match["year"]) == 4 else f"20{match['year']}"
    named = ZONE.search(match.string)
    far = named is not None and named[1] not in AMERICAN
    abroad = far or (named is None and zone is not None and not zone.startswith("America/"))
    order = ("day", "month") if match["mark"] != "/" or abroad else ("month", "day")
    for names in (order, order[::-1]):
        parts = dict(zip(names, match.group("first", "second"), strict=True))
        day = _day({**parts, "year": year})
        if day:
            return day
    return None


def _day(parts: dict[str, str | None]) -> date | None:
    """Make a date of its parts; None where there is no such day (2024-20-29)."""
    month = str(parts["month"]).casefold()
    try:
        number = int(month) if month.isdigit() else 1 + SHORT_MONTHS.index(month[:3])
        day = date(int(parts["year"] or 0), number, int(parts["day"] or 0))
    except ValueError:
        return None
    return day if day.year >= FIRST_YEAR else None


def _in_title(texts: Sequence[str], zone: str | None) -> Published | None:
    """Read a heading that closes with its date: "Press Briefing by Jo Ernst, 7/2/2026"."""
    for text in texts[:TITLE]:
        for match, day in _dates(text, zone):
            before, after = text[: match.start()], text[match.end() :]
            if ENDS_TITLE.search(before) and after in ("", ")") and len(text) < 200:
                return Published(day, DateOrigin.DATELINE)
    return None


def _in_run(texts: Sequence[str], zone: str | None) -> Published | None:
    """Read a page that was pasted as one paragraph: its time stamp runs on into the story."""
    for text in texts[:HEAD]:
        opening = text[:RUN]
        for match, day in _dates(opening, zone):
            if STAMP.search(opening[: match.start()]):
                return Published(day, DateOrigin.DATELINE, _moment(opening, day, zone))
    return None


def _in_wire(texts: Sequence[str], by_url: date | None, zone: str | None) -> Published | None:
    """Read a wire's dateline at the head of the story; the year may have to come from the url."""
    for text in texts[:HEAD]:
        match = WIRE.match(text)
        if not match:
            continue
        parts = match.groupdict()
        near = None if parts["year"] else by_url or _stated_year(texts)
        day = _day(parts) if parts["year"] else _nearest(parts, near)
        if day:
            return Published(day, DateOrigin.DATELINE)
    return None


def _nearest(parts: dict[str, str | None], near: date | None) -> date | None:
    """Give a date without a year the year that brings it nearest to a known day."""
    if near is None:
        return None
    years = (near.year - 1, near.year, near.year + 1)
    days = [d for d in (_day({**parts, "year": str(y)}) for y in years) if d]
    return min(days, key=lambda d: abs(d - near), default=None)


def _stated_year(texts: Sequence[str]) -> date | None:
    """Take the middle of the year that a page's copyright line names."""
    match = re.search(r"(?:©|copyright)\s*(?:\(c\)\s*)?(20\d\d)", " ".join(texts[-TAIL:]), re.I)
    return date(int(match.group(1)), 7, 1) if match else None


def _moment(text: str, day: date, zone: str | None) -> datetime | None:
    clock = CLOCK.search(DATES[0].sub(lambda m: " " * len(m.group()), text))
    where = _zone(text) or (ZoneInfo(zone) if zone else None)
    if not clock or where is None:
        return None
    hour = int(clock["hour"])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"].lower().startswith("p") else 0)
    return datetime.combine(day, time(hour, int(clock["minute"])), where) if hour < 24 else None


def _zone(text: str) -> tzinfo | None:
    named = ZONE.search(text)
    if named:
        name = named.group(1)
        if name in EASTERN:
            return ZoneInfo(EASTERN[name])
        return timezone(timedelta(hours=ZONES[name]), name)
    offset = OFFSET.search(text)
    if not offset or offset["utc"]:
        return UTC if offset else None
    minutes = int(offset["h"]) * 60 + int(offset["m"])
    return timezone(timedelta(minutes=minutes * (1 if offset["sign"] == "+" else -1)))


def _in_url(url: str | None) -> date | None:
    if not url:
        return None
    path = NOT_PATH.sub("", url)
    for pattern in IN_PATH:
        for match in pattern.finditer(path):
            day = _day(match.groupdict())
            if day:
                return day
    return None


def month_published(url: str | None) -> DateSpan | None:
    """Read the month of publication in an address that tells no day: "/2025/11/readout"."""
    match = MONTH_IN_PATH.search(NOT_PATH.sub("", url or ""))
    return spans.month(int(match["year"]), int(match["month"])) if match else None


def _by_posts(texts: Sequence[str], url: str | None, zone: str | None) -> Published | None:
    """Guess the day in the month that the address tells: a page quotes the posts of its day."""
    month, day = month_published(url), latest_post(texts, zone)
    if month is None or day is None or month != spans.month(day.year, day.month):
        return None
    return Published(day, DateOrigin.GUESS)


def _guess(texts: Sequence[str]) -> Published | None:
    """Guess from a line in brackets at the top: a transcript says when its words were spoken."""
    for text in texts[:HEAD]:
        if len(text) < 40 and _is_aside(text):
            for _, day in _dates(text):
                return Published(day, DateOrigin.GUESS)
    return None


def yearless(texts: Sequence[str]) -> list[date]:
    """Read a line like "July 8" at the top: that day in every year it may be."""
    for text in texts[:HEAD]:
        match = YEARLESS.search(text)
        if match and len(text) < 40 and not YEARLESS.sub("", text).strip(" ,."):
            parts = match.groupdict()
            days = (
                _day({**parts, "year": str(y)}) for y in range(FIRST_YEAR, date.today().year + 1)
            )
            return [day for day in days if day]
    return []
