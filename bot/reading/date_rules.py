"""The rules for words that name a time: a pattern each, and how to resolve what it finds."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.beat import Beat
from bot.models import DateSpan, Precision
from bot.reading import spans
from bot.reading.date_events import events_named

_WORDS = "zero one two three four five six seven eight nine ten eleven twelve"
NUMBERS = {word: number for number, word in enumerate(_WORDS.split())}
NUMBERS |= dict.fromkeys(("a", "an", "the", ""), 1)

_MONTH = r"(?P<month>(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b(?!-[a-z])\.?|January|February|March|April|May|June|July|August|September|October|November|December)"  # noqa: E501
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_LAST = r"(?:\s*(?:-|–|—|to|and|or|through)\s*(?P<last>\d{1,2})(?:st|nd|rd|th)?(?![\d:]))?"
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
_NAME = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_HOURS = r"(?:\s+(?:early\s+|late\s+)?(?:morning|afternoon|evening|night))?"
_BEFORE_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+\w+)?,?\s+)?"
_COUNT = rf"(?P<count>{'|'.join(filter(None, NUMBERS))}|\d{{1,2}})"


_CLAUSE = re.compile(r"[^;.:—]{0,80}")
_MAY_IS_A_MONTH = re.compile(
    r"\b(?:in|since|until|by|of|for|from|to|through|during|before)\s+$", re.I
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a phrase is resolved against."""

    text: str
    dateline: date | None
    ahead: bool
    beat: Beat
    anchor: date | None


Resolver = Callable[[re.Match[str], Setting], DateSpan | None]


def is_verb_may(match: re.Match[str]) -> bool:
    """Tell the verb "may" at the start of a sentence from the month."""
    if "part" not in match.re.groupindex:
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
    year = int(match["year"]) if match["year"] else None
    if year is None and setting.dateline:
        year = spans.nearest_year(number, day, setting.dateline, setting.ahead)
    if year is None:
        return None
    first = spans.valid_day(year, number, day)
    last = spans.valid_day(year, number, int(match["last"])) if match["last"] else first
    return spans.days(first, last) if first and last else None


def _day_alone(match: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "on the 18th": that day of the dateline's month, or of the one before or after."""
    today = setting.dateline
    if not today:
        return None
    number = int(match["day"])
    late = int(number < today.day) if setting.ahead else -int(number > today.day)
    day = spans.valid_day(*spans.months_away(today, late), number)
    return spans.one_day(day) if day else None


def _weekday(match: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "Thursday", "last Friday", "next Tuesday" and "Friday last week"."""
    if not setting.dateline:
        return None
    number = spans.WEEKDAYS[match["weekday"].lower()]
    which, week = (match["which"] or "").lower(), (match["week"] or "").lower()
    monday = setting.dateline - timedelta(days=setting.dateline.weekday())
    shift = {"last": -7, "this": 0, "next": 7}
    if week or which == "next":
        return spans.one_day(monday + timedelta(days=number + shift[week or which]))
    if which in ("last", "this past"):
        return spans.one_day(
            spans.nearest_weekday(number, setting.dateline - timedelta(days=1), False)
        )
    ahead = setting.ahead or which in ("coming", "this coming")
    return spans.one_day(spans.nearest_weekday(number, setting.dateline, ahead))


def _month(match: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "in mid-January", "late last July", "August 2023" and "February or later"."""
    number, which = _month_number(match), (match["which"] or "").lower()
    part = (match["part"] or "").lower().rstrip("- ") or None
    year = int(match["year"]) if match["year"] else _told_year(match, number, which, setting)
    if year is None:
        return None
    span = spans.month(year, number, part)
    return spans.from_day(span.start) if match["open"] else span


def _told_year(match: re.Match[str], number: int, which: str, setting: Setting) -> int | None:
    """Year of a month by "last", "next", "last year" or the dateline; none for "that month"."""
    if not setting.dateline or which == "that":
        return None
    if match["other_year"]:
        shift = {"last": -1, "this": 0, "next": 1}
        return setting.dateline.year + shift[match["other_year"].lower()]
    year = spans.nearest_month(number, setting.dateline, setting.ahead and which != "last")
    return year - 1 if which == "last" and number == setting.dateline.month else year


def _this_day(match: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "today", "yesterday" and "tomorrow"."""
    shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(match[0].lower(), 0)
    return spans.one_day(setting.dateline + timedelta(days=shift)) if setting.dateline else None


def _later(_: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "they will meet later." as later that day."""
    return spans.one_day(setting.dateline) if setting.dateline and setting.ahead else None


def _ago(match: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "three days ago"; "weeks ago" is too vague to be a date."""
    if not setting.dateline or match["unit"].lower() != "day":
        return None
    return spans.one_day(setting.dateline - timedelta(days=_count(match)))


def _count(match: re.Match[str]) -> int:
    count = (match["count"] or "").lower()
    return int(count) if count.isdigit() else NUMBERS[count]


def _extent(match: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "earlier this month", "next week" and "last year"."""
    if not setting.dateline:
        return None
    shift = {"last": -1, "this": 0, "next": 1, "coming": 1}[match["which"].lower()]
    side = (match["side"] or "").lower() if shift == 0 else ""
    span = _whole(match["unit"].lower(), setting.dateline, shift)
    if side == "later":
        return replace(span, start=setting.dateline, precision=_part(span))
    if side == "earlier":
        return replace(span, end=setting.dateline, precision=_part(span))
    return span


def _part(span: DateSpan) -> Precision:
    return Precision.YEAR if span.precision is Precision.YEAR else Precision.PART_OF_MONTH


def _whole(unit: str, day: date, shift: int) -> DateSpan:
    if unit == "month":
        return spans.month(*spans.months_away(day, shift))
    if unit == "year":
        return spans.year(day.year + shift)
    return spans.week(day + timedelta(weeks=shift))


def _soon(_: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "as soon as possible" and "in the coming weeks": some time from now on."""
    return spans.from_day(setting.dateline) if setting.dateline else None


def _whole_year(match: re.Match[str], _: Setting) -> DateSpan | None:
    """Resolve "in 2019"."""
    return spans.year(int(match["year"]))


def _following(match: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "the following day", "a day earlier" and "that morning" against the anchor."""
    if not setting.anchor:
        return None
    words = match[0].lower()
    if words.startswith(("that", "the same", "later", "earlier")):
        return spans.one_day(setting.anchor)
    count = _count(match) * (7 if "week" in words else 1)
    back = re.search(r"before|earlier|previous", words)
    return spans.one_day(setting.anchor + timedelta(days=-count if back else count))


def _away_from(match: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "two days after Election Day" and "a week before the vote on July 20"."""
    day, _ = _base(match, setting)
    if not day or not (match["count"] or match["unit"].lower() == "eve"):
        return None
    count = _count(match) * {"day": 1, "week": 7, "eve": 1}.get(match["unit"].lower(), 0)
    back = match["way"].lower() not in ("after", "following")
    return spans.one_day(day + timedelta(days=-count if back else count)) if count else None


def _base(match: re.Match[str], setting: Setting) -> tuple[date | None, int]:
    """Day that "two days after …" counts from, and how many characters name it."""
    clause = _CLAUSE.match(setting.text, match.end())
    rest = clause[0] if clause else ""
    named = min(
        events_named(rest, setting.dateline, setting.ahead, setting.beat),
        key=lambda name: name.start,
        default=None,
    )
    if named and named.start <= len("the U.S. presidential "):
        event = named.event
        return (event.start if event and event.start == event.end else None), named.end
    for pattern, resolve in _FULL_DAYS:
        stated = pattern.search(rest)
        if stated and "," not in rest[: stated.start()]:
            span = resolve(stated, setting)
            return (span.start if span else None), stated.end()
    return None, 0


def phrase_end(match: re.Match[str], resolve: Resolver, setting: Setting) -> int:
    """Where a phrase ends: "two days after …" includes what it counts from."""
    return match.end() + _base(match, setting)[1] if resolve is _away_from else match.end()


Rule = tuple[re.Pattern[str], Resolver]


def _rule(pattern: str, resolve: Resolver) -> Rule:
    return re.compile(pattern), resolve


_FULL_DAYS: tuple[Rule, ...] = (
    _rule(r"(?<![\d/-])(\d{4})-(\d{2})-(\d{2})(?![\d/-])", _iso),
    _rule(rf"\b{_BEFORE_DAY}{_MONTH}\s+{_DAY}{_LAST}(?![\d:%])(?!,\d){_YEAR}", _day_of_month),
    _rule(
        rf"(?<![\d-])(?:{_BEFORE_DAY})\b{_DAY}{_LAST}\s+(?:of\s+)?{_MONTH}{_YEAR}", _day_of_month
    ),
)
RULES: tuple[Rule, ...] = (
    _rule(
        rf"(?i)\b(?:{_COUNT}\s+|(?:on\s+)?the\s+)?(?P<unit>day|week|month|year|hour|eve)s?\s+"
        r"(?P<way>after|before|ahead\s+of|prior\s+to|following|(?<=\beve )of)\b"
        r"(?=\s+(?!in\b|at\b|on\b|by\b|with\b)\w)",
        _away_from,
    ),
    *_FULL_DAYS,
    _rule(
        rf"(?i)\b{_COUNT}\s+(?:following|next|previous|preceding)?\s*(?:days?|weeks?)"
        r"(?:\s+(?:later|earlier|before|after))\b|"
        r"\bthe\s+(?:very\s+)?(?:following|next|previous|same)\s+day\b|\bthe\s+day\s+(?:before|after)\b|"
        r"\b(?:later|earlier)\s+(?:in|on)\s+the\s+day\b|"
        r"\b(?:later\s+|earlier\s+)?that\s+(?:same\s+)?(?:day|morning|afternoon|evening|night)\b",
        _following,
    ),
    _rule(
        rf"(?i:\b(?P<part>early|mid|late)[-\s]+(?:in\s+)?)?(?i:\b(?P<which>last|next|this|that)\s+)?"
        rf"\b{_MONTH}(?!\w)(?!\s+\d\d?(?!\d))(?P<open>\s+or\s+later)?"
        r"(?:(?:,|\s+of|\s+in)?\s+(?P<year>(?:19|20)\d\d)\b)?"
        r"(?:\s+(?:of\s+)?(?P<other_year>last|this|next)\s+year)?",
        _month,
    ),
    _rule(
        r"(?:\b(?i:(?P<which>last|next|this past|this coming|coming|this))\s+)?"
        rf"\b(?i:{_NAME})\b{_HOURS}"
        r"(?:,?\s+(?:of\s+)?(?P<week>last|next|this)\s+week)?",
        _weekday,
    ),
    _rule(
        r"(?i)\b(?:today|tonight|yesterday|tomorrow|last\s+night|"
        r"(?:earlier\s+)?this\s+(?:morning|afternoon|evening))\b",
        _this_day,
    ),
    _rule(rf"(?i)\b{_COUNT}\s+(?P<unit>day|week|month|year)s?\s+ago\b", _ago),
    _rule(
        r"(?i)(?<=\bon )the\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\b"
        r"(?=\s*(?:[.,;)]|$|and\b|in\b|at\b|to\b|with\b|for\b))",
        _day_alone,
    ),
    _rule(r"\blater(?=\s*[.;])", _later),
    _rule(
        r"(?i)\b(?:(?P<side>earlier|later)\s+)?(?P<which>this|last|next|coming)\s+(?P<unit>week|month|year)(?:end)?\b",
        _extent,
    ),
    _rule(
        r"(?i)\bas\s+soon\s+as\s+possible\b|\bsoon\b|\bin\s+the\s+(?:near\s+future|(?:coming|next)\s+"
        r"(?:few\s+)?(?:days|weeks|months))\b|\bin\s+due\s+course\b",
        _soon,
    ),
    _rule(r"(?i)(?<=\bin )(?P<year>(?:19|20)\d\d)\b(?!\s*(?:-|percent|%))", _whole_year),
)
