"""Rules for words that count from the day of writing, or from a day told before."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.models import DateSpan, Precision
from bot.reading import spans
from bot.reading.date_calendar import FULL_DAYS
from bot.reading.date_events import events_named
from bot.reading.date_words import COUNT, PART_OF_DAY, Rule, Setting, count_in, rule

_CLAUSE = re.compile(r"(?:[^;.:—]|\.(?=\s\d)){0,80}")
_RANKS = ("first", "second", "third", "fourth", "fifth")
_SHIFTS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
_THIRDS = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}
_DAYS = {"hour": 0, "minute": 0, "day": 1, "week": 7, "eve": 1}


@dataclass(frozen=True, slots=True)
class Away:
    """How far something is from what a clause tells: a day after, two months before."""

    count: int  # of days, if not of months or years; negative for what came before
    unit: str = "day"

    def after(self, day: date) -> DateSpan | None:
        """Span what lies so far from a day."""
        return _moved(day, self.unit, self.count)

    def before(self, day: date) -> DateSpan | None:
        """Span what a day lies so far from."""
        return _moved(day, self.unit, -self.count)


def _this_day(match: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "today", "yesterday", "tomorrow" and "the day after tomorrow"."""
    words = match[0].lower()
    shift = -1 if words.endswith("yesterday") or words.startswith("last") else 0
    shift = 1 if words.endswith("tomorrow") else shift
    shift *= 2 if words.startswith("the day") else 1
    return spans.one_day(setting.dateline + timedelta(days=shift)) if setting.dateline else None


def _later(_: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "they will meet later." as later that day."""
    return spans.one_day(setting.dateline) if setting.dateline and setting.ahead else None


def _ago(match: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "three days ago", "a week ago" and "two years ago" as exactly as they are told."""
    if not setting.dateline or not match["count"]:
        return None
    return _moved(setting.dateline, match["unit"].lower(), -count_in(match))


def _moved(day: date, unit: str, count: int) -> DateSpan | None:
    """Span the day, week, month or year that lies so many of them away."""
    if unit == "month":
        return spans.month(*spans.months_away(day, count))
    if unit == "year":
        return spans.year(day.year + count)
    if unit == "week":
        return spans.week(day + timedelta(weeks=count))
    return spans.one_day(day + timedelta(days=count))


def _extent(match: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "earlier this month", "next week" and "last year"."""
    if not setting.dateline:
        return None
    shift = _SHIFTS[match["which"].lower()]
    side = (match["side"] or "").lower() if shift == 0 else ""
    span = _whole(match["unit"].lower(), setting.dateline, shift)
    if side == "later":
        return replace(span, start=setting.dateline, precision=_part(span))
    if side == "earlier":
        return replace(span, end=setting.dateline, precision=_part(span))
    return span


def _part(span: DateSpan) -> Precision:
    return Precision.PART_OF_MONTH if span.precision is Precision.MONTH else span.precision


def _whole(unit: str, day: date, shift: int) -> DateSpan:
    if unit == "weekend":
        return spans.weekend(day + timedelta(weeks=shift))
    span = _moved(day, unit, shift)
    return span or spans.one_day(day)


def _of_the_month(match: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "at the beginning of the month": the present one, where no other was told of."""
    day, told = setting.dateline, setting.told or setting.anchor
    if not day or (told and (told.year, told.month) != (day.year, day.month)):
        return None
    part = next((p for words, p in _THIRDS.items() if words in match[0].lower()), None)
    return spans.month(day.year, day.month, part)


def _weekend(_: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "over the weekend": the last one, or the coming one."""
    if not setting.dateline:
        return None
    past = setting.dateline.weekday() < 5 and not setting.ahead
    return spans.weekend(setting.dateline - timedelta(weeks=int(past)))


def _before_last(match: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "the year before last"."""
    return _moved(setting.dateline, match["unit"].lower(), -2) if setting.dateline else None


def _soon(_: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "as soon as possible" and "in the coming weeks": some time from now on."""
    return spans.from_day(setting.dateline) if setting.dateline else None


def _vague(_: re.Match[str], __: Setting) -> DateSpan | None:
    """Leave "recently", "weeks ago" and "on the last day" open: a time, but not which."""
    return None


def _day_of_stay(match: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "on the second day" against the day that was told before: that of the arrival."""
    if not setting.anchor:
        return None
    return spans.one_day(setting.anchor + timedelta(days=_RANKS.index(match["rank"].lower())))


def following(match: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "the following day", "a day earlier" and "that morning" against the anchor."""
    words = match[0].lower()
    anchor = setting.anchor or (setting.dateline if words.endswith("the day") else None)
    if not anchor:
        return None
    unit = next((u for u in ("week", "month", "year") if u in words), "day")
    back = re.search(r"before|earlier|previous|preceding", words)
    if re.search(r"\b(?:that|same)\s+\w+$|\b(?:in|on) the\b", words):
        return _moved(anchor, unit, 0)
    if unit == "week" and match["count"]:  # "two weeks later" counts the days
        return spans.one_day(
            anchor + timedelta(weeks=-count_in(match) if back else count_in(match))
        )
    return _moved(anchor, unit, -count_in(match) if back else count_in(match))


def away_from(match: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "two days after Election Day" and "a week before the vote on July 20"."""
    day, _ = _base(match, setting)
    away = how_far(match)
    return away.after(day) if day and away else None


def how_far(match: re.Match[str]) -> Away | None:
    """Tell how far a phrase is from what it counts from: 2 for "two days after", -1 for the eve."""
    unit = match["unit"].lower()
    told = match["count"] or unit in ("eve", "hour", "minute") or match["one"]
    if not told:
        return None
    count = count_in(match) if match["way"].lower() in ("after", "following") else -count_in(match)
    return Away(_DAYS[unit] * count) if unit in _DAYS else Away(count, unit)


def _base(match: re.Match[str], setting: Setting) -> tuple[date | None, int]:
    """Day that "two days after …" counts from, and how many characters name it."""
    clause = _CLAUSE.match(setting.text, match.end())
    rest = clause[0] if clause else ""
    named = min(
        events_named(rest, setting.dateline, bool(setting.ahead), setting.beat),
        key=lambda name: name.start,
        default=None,
    )
    if named and named.start <= len("the U.S. presidential "):
        event = named.event
        return (event.start if event and event.start == event.end else None), named.end
    for pattern, resolve in FULL_DAYS:
        stated = pattern.search(rest)
        if stated and "," not in rest[: stated.start()]:
            span = resolve(stated, setting)
            return (span.start if span else None), stated.end()
    return None, 0


def phrase_end(match: re.Match[str], setting: Setting) -> int:
    """Where "two days after …" ends: it includes what it counts from."""
    return match.end() + _base(match, setting)[1]


def _part_of_day(_: re.Match[str], setting: Setting) -> DateSpan | None:
    """Resolve "in the afternoon": of the day told before, else of the day of writing."""
    day = setting.anchor or setting.dateline
    return spans.one_day(day) if day else None


AWAY: tuple[Rule, ...] = (
    rule(
        rf"(?i)\b(?:{COUNT}\s+|(?:on\s+)?(?P<one>the)\s+)?"
        r"(?P<unit>minute|hour|day|week|month|year|eve)s?\s+"
        r"(?P<way>after|before|ahead\s+of|prior\s+to|following|(?<=\beve )of)\b"
        r"(?=\s+(?!(?:in|at|on|by|with|last|tomorrow|yesterday)\b|that\s*(?:[,.;)]|$))\w)",
        away_from,
    ),
)
FOLLOWING: tuple[Rule, ...] = (
    rule(
        rf"(?i)\b{COUNT}\s+(?:following\s+|next\s+|previous\s+|preceding\s+)?"
        r"(?:days?|weeks?|months?|years?)\s+(?:later|earlier|(?:before(?!\s+last)|after)(?:\s+that)?)\b"
        r"(?!\s+(?:yesterday|tomorrow))|"
        rf"\b(?<!in )(?<!over )(?<!within )(?<!for )the\s+(?:very\s+)?"
        rf"(?:following|next|previous|preceding|same)\s+(?:{PART_OF_DAY}|week|month|year)\b|"
        rf"\bthe\s+{PART_OF_DAY}\s+(?:before|after)\b(?!\s+(?:yesterday|tomorrow))|"
        r"\b(?:later|earlier)\s+(?:in|on)\s+the\s+(?:same\s+)?day\b|"
        rf"\b(?:later\s+|earlier\s+)?that\s+(?:same\s+)?(?:{PART_OF_DAY}|week|month|year)\b",
        following,
    ),
)
FROM_TODAY: tuple[Rule, ...] = (
    rule(
        r"(?i)\b(?:(?:the\s+day\s+(?:after|before)\s+)?(?:yesterday|tomorrow)|today|tonight|"
        r"last\s+(?:night|evening)|(?:earlier\s+|later\s+)?this\s+(?:morning|afternoon|evening))\b",
        _this_day,
    ),
    rule(rf"(?i)\b(?:{COUNT}\s+)?(?P<unit>day|week|month|year)s?\s+ago\b", _ago),
    rule(r"\blater(?=\s*[.;])", _later),
    rule(
        r"(?i)\bin\s+the\s+(?:early\s+|late\s+)?(?:morning|afternoon|evening)\b(?!\s+of\b)",
        _part_of_day,
    ),
    rule(r"(?i)\bthe\s+(?P<unit>week|month|year)\s+before\s+last\b", _before_last),
    rule(
        r"(?i)\b(?:(?P<side>earlier|later)\s+)?(?:the\s+)?(?P<which>this|last|past|next|coming)\s+"
        r"(?P<unit>weekend|week|month|year)\b",
        _extent,
    ),
    rule(
        r"(?i)\b(?:(?:at|in|by|around|toward|towards)\s+the\s+(?:beginning|start|middle|end)\s+of\s+"
        r"the\s+month|(?:earlier|later)\s+in\s+the\s+month)\b",
        _of_the_month,
    ),
    rule(r"(?i)\b(?:over|at|during|on)\s+the\s+weekend\b", _weekend),
    rule(
        r"(?i)\bas\s+soon\s+as\s+possible\b|\bsoon\b(?!\s+(?:after|before))|\bin\s+the\s+(?:near\s+future|(?:coming|next)\s+"
        r"(?:few\s+)?(?:days|weeks|months))\b|\bin\s+due\s+course\b",
        _soon,
    ),
    rule(
        r"(?i)\b(?:(?<!most )recently|the\s+other\s+day|in\s+(?:the\s+)?(?:recent|past|last)\s+"
        r"(?:\w+\s+)?(?:days|weeks|months|years))\b|\b(?:days|weeks|months|years)\s+(?:later|earlier)\b|"
        r"\bon\s+(?:the|his|her|its|their)\s+(?:last|final)\s+day\b",
        _vague,
    ),
    rule(
        rf"(?i)\bon\s+(?:the|his|her|its|their)\s+(?P<rank>{'|'.join(_RANKS)})\s+day\b",
        _day_of_stay,
    ),
)
