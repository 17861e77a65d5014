"""Rules for days, weekdays, months, seasons and years: a pattern each, and its resolver."""

import re
from datetime import date, timedelta

from bot.models import DateSpan
from bot.reading import spans
from bot.reading.date_words import DAY, MONTH, OTHER_YEAR, YEAR, Rule, Setting, rule, year_told

_LAST = r"(?:\s*(?:-|–|—|to|and|or|through)\s*(?P<last>\d{1,2})(?:st|nd|rd|th)?(?![\d:]))?"
_NAME = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_HOURS = r"(?:\s+(?:early\s+|late\s+)?(?:morning|afternoon|evening|night))?"
_BEFORE_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+\w+)?,?\s+)?"
_PART = r"(?:(?:the\s+)?(?P<part>early|mid|middle|late|start|beginning|end)[-\s]+(?:in\s+|of\s+)?)?"
_PARTS = {"middle": "mid", "start": "early", "beginning": "early", "end": "late"}
_FEASTS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
_IN_WEEK = re.compile(r"\W*(last|this|next)\s+week,", re.I)
_MAY_IS_A_MONTH = re.compile(
    r"\b(?:in|since|until|by|of|for|from|to|through|during|before)\s+$", re.I
)


def is_verb_may(match: re.Match[str]) -> bool:
    """Tell the verb "may" at the start of a sentence from the month."""
    if "open" not in match.re.groupindex:
        return False
    told = match["part"] or match["which"] or match["year"] or match["other_year"]
    before = match.string[: match.start()]
    return match["month"] == "May" and not told and not _MAY_IS_A_MONTH.search(before)


def _month_number(match: re.Match[str]) -> int:
    return spans.MONTHS[match["month"].lower().rstrip(".")]


def _iso(match: re.Match[str], _: Setting) -> DateSpan | None:
    """Resolve 2025-01-07; the calendar has no 2024-20-29."""
    day = spans.valid_day(*(int(part) for part in match.groups()))
    return spans.one_day(day) if day else None


def _day_of_month(match: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "Oct. 25", "13 September 2024" and "May 21-24"."""
    number, day = _month_number(match), int(match["day"])
    year = _year_of(number, day, match, setting)
    if year is None:
        return None
    first = spans.valid_day(year, number, day)
    last = spans.valid_day(year, number, int(match["last"])) if match["last"] else first
    return spans.days(first, last) if first and last else None


def _feast(match: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "Christmas Eve" and "New Year's Day 2024"."""
    number, day = _FEASTS[match["feast"].lower().replace("’", "'")]
    year = _year_of(number, day, match, setting)
    return spans.one_day(date(year, number, day)) if year else None


def _year_of(number: int, day: int, match: re.Match[str], setting: Setting) -> int | None:
    """Year of a day of a month: the one stated, or the nearest."""
    year = int(match["year"]) if match["year"] else None
    if match["other_year"]:
        year = year_told(match["other_year"], setting)
    elif year is None and setting.near:
        year = spans.nearest_year(number, day, setting.near, setting.ahead)
    return year


def _day_alone(match: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "on the 18th": that day of the dateline's month, or of the one before or after."""
    number, which = int(match["day"]), (match["which"] or "").lower()
    told = setting.told or setting.anchor
    base = told if which in ("that", "the same") else setting.dateline
    if not base:
        return None
    shift = {"last": -1, "next": 1}.get(which, 0)
    if not which and setting.ahead is not None:
        shift = int(number < base.day) if setting.ahead else -int(number > base.day)
    day = spans.valid_day(*spans.months_away(base, shift), number)
    return spans.one_day(day) if day else None


def _weekday(match: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "Thursday", "last Friday", "next Tuesday" and "Friday last week"."""
    number = spans.WEEKDAYS[match["weekday"].lower()]
    which, week = (match["which"] or "").lower(), (match["week"] or "").lower()
    fronted = None if which else _IN_WEEK.match(setting.text)
    week = fronted[1].lower() if fronted and not week else week
    if which.endswith(("following", "previous", "preceding")):
        return _weekday_after(number, which, setting)
    if not setting.dateline:
        return None
    monday = setting.dateline - timedelta(days=setting.dateline.weekday())
    shift = {"last": -7, "this": 0, "next": 7}
    if week or which == "next":
        return spans.one_day(monday + timedelta(days=number + shift[week or which]))
    if which == "this":
        day = monday + timedelta(days=number)
        gone = setting.ahead and day < setting.dateline
        return spans.one_day(day + timedelta(days=7) if gone else day)
    if which.endswith(("last", "past")):
        return spans.one_day(
            spans.nearest_weekday(number, setting.dateline - timedelta(days=1), False)
        )
    ahead = True if which.endswith("coming") else setting.ahead
    return spans.one_day(spans.nearest_weekday(number, setting.dateline, ahead))


def _weekday_after(number: int, which: str, setting: Setting) -> DateSpan | None:
    """Resolve "the following Monday" against the day told before."""
    base = setting.anchor or setting.dateline
    if not base:
        return None
    ahead = which.endswith("following")
    start = base + timedelta(days=1 if ahead else -1)
    return spans.one_day(spans.nearest_weekday(number, start, ahead))


def _part_of(match: re.Match[str]) -> str | None:
    part = (match["part"] or "").lower()
    return _PARTS.get(part, part) or None


def _month(match: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "in mid-January", "late last July", "August 2023" and "February or later"."""
    number, which = _month_number(match), (match["which"] or "").lower()
    year = int(match["year"]) if match["year"] else _told_year(match, number, which, setting)
    if year is None:
        return None
    span = spans.month(year, number, _part_of(match))
    return spans.from_day(span.start) if match["open"] else span


def _told_year(match: re.Match[str], number: int, which: str, setting: Setting) -> int | None:
    """Year of a month by "last", "next", "last year", the day told before or the dateline."""
    if match["other_year"]:
        return year_told(match["other_year"], setting)
    if which == "that":
        return setting.anchor.year if setting.anchor else None
    near = setting.near
    if not near:
        return None
    year = spans.nearest_month(number, near, setting.ahead if which != "last" else False)
    return year - 1 if which == "last" and number == near.month else year


def _year(match: re.Match[str], _: Setting) -> DateSpan | None:
    """Resolve "in 2019", "early 2024" and "the summer of 2022"."""
    return spans.year(int(match["year"]))


def _season(match: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "last fall" and "this spring" as their year; a winter lies in two."""
    if not setting.dateline:
        return None
    first, last = _SEASONS[match["season"].lower()]
    which, today = match["which"].lower(), setting.dateline
    if which.endswith(("last", "past")):
        return spans.year(today.year - (today.month <= last))
    if which.endswith(("next", "coming")):
        return spans.year(today.year + (today.month >= first))
    late = setting.ahead and today.month > last
    return spans.year(today.year + bool(late)) if which == "this" or setting.ahead else None


FULL_DAYS: tuple[Rule, ...] = (
    rule(r"(?<![\d/-])(\d{4})-(\d{2})-(\d{2})(?![\d/-])", _iso),
    rule(
        rf"\b{_BEFORE_DAY}{MONTH}\s+{DAY}{_LAST}(?![\d:%])(?!,\d)(?:,?\s+{YEAR}\b)?{OTHER_YEAR}",
        _day_of_month,
    ),
    rule(
        rf"(?<![\d-])(?:{_BEFORE_DAY})\b{DAY}{_LAST}\s+(?:of\s+)?{MONTH}(?:,?\s+{YEAR}\b)?"
        rf"{OTHER_YEAR}",
        _day_of_month,
    ),
    rule(
        r"\b(?P<feast>(?:Christmas|New\sYear['’]s)\s(?:Eve|Day)|Boxing\sDay)\b"
        rf"(?:,?\s+{YEAR}\b)?{OTHER_YEAR}",
        _feast,
    ),
)
MONTHS_AND_DAYS: tuple[Rule, ...] = (
    rule(
        rf"(?i:\b{_PART})(?i:\b(?P<which>last|next|this|that)\s+)?"
        rf"\b{MONTH}(?!\w)(?!\s+\d\d?(?!\d))(?P<open>\s+or\s+later)?"
        rf"(?:(?:,|\s+of|\s+in)?\s+{YEAR}\b)?{OTHER_YEAR}",
        _month,
    ),
    rule(
        r"(?:\b(?i:(?P<which>last|next|(?:this|the)\s+(?:past|coming)|coming|this|"
        r"the\s+(?:following|previous|preceding)))\s+)?"
        rf"\b(?i:{_NAME})\b{_HOURS}"
        r"(?:,?\s+(?:of\s+)?(?P<week>last|next|this)\s+week)?",
        _weekday,
    ),
    rule(
        r"(?i)(?<=\bon )the\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\b"
        r"(?:\s+of\s+(?P<which>last|this|that|next|the\s+same)\s+month\b)?"
        r"(?=\s*(?:[.,;)—–]|$|(?:and|in|at|to|with|for|during|by|after|before|when|he|she|they|it|"
        r"we|the\s+two)\b))",
        _day_alone,
    ),
)
YEARS: tuple[Rule, ...] = (
    rule(
        rf"(?i)(?:\b(?:early|late|mid|in|the\s+(?:end|start|beginning|middle)\s+of|"
        rf"(?:spring|summer|autumn|fall|winter)(?:\s+of)?)[-\s]+)"
        rf"{YEAR}\b(?!\s*(?:-|percent|%))",
        _year,
    ),
    rule(
        r"(?i)\b(?P<which>last|this\s+past|this\s+coming|this|next|the\s+coming|(?<=\bin )the)\s+"
        r"(?P<season>spring|summer|autumn|fall)\b",
        _season,
    ),
)
