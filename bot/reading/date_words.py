"""Patterns of words that dates are made of, and what a phrase is resolved against."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.beat import Beat
from bot.models import DateSpan

_WORDS = "zero one two three four five six seven eight nine ten eleven twelve"
NUMBERS = {word: number for number, word in enumerate(_WORDS.split())}
NUMBERS |= dict.fromkeys(("a", "an", "the", ""), 1)

MONTH = (
    r"(?P<month>(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b(?!-[a-z])\.?|January|February|March|"
    r"April|May|June|July|August|September|October|November|December)"
)
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
# "March 3 last year", "January of that year": told by the dateline, or by what was told before.
OTHER_YEAR = (
    r"(?:,?\s+(?:of\s+)?"
    r"(?P<other_year>last|this|next|that|(?:the\s+)?(?:same|following|previous))\s+year)?"
)
COUNT = rf"(?P<count>{'|'.join(filter(None, NUMBERS))}|\d{{1,2}})"
PART_OF_DAY = r"(?:day|morning|afternoon|evening|night)"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a phrase is resolved against.

    `ahead` tells whether the sentence speaks of the future; None where it may be
    either, as in what was called off. `anchor` is the day told of before, `told` also
    the first of a month or year that was ("on the 21st of that month"). `month` is the
    month of publication where no more of the dateline is known.
    """

    text: str
    dateline: date | None
    ahead: bool | None
    beat: Beat
    anchor: date | None
    told: date | None = None
    month: DateSpan | None = None

    @property
    def near(self) -> date | None:
        """A day that tells the year of a month named without one; "Thursday" needs a dateline."""
        if self.dateline or not self.month:
            return self.dateline
        return self.month.start if self.ahead else self.month.end


Resolver = Callable[[re.Match[str], Setting], DateSpan | None]
Rule = tuple[re.Pattern[str], Resolver]


def rule(pattern: str, resolve: Resolver) -> Rule:
    """Pair a pattern with what resolves its matches."""
    return re.compile(pattern), resolve


def count_in(match: re.Match[str]) -> int:
    """Read the number that a match tells: "two", "12", or one for "a"."""
    count = (match["count"] or "").lower()
    return int(count) if count.isdigit() else NUMBERS[count]


def year_told(word: str, setting: Setting) -> int | None:
    """Year meant by "last year", "that year" or "the following year"."""
    known = {"last": -1, "this": 0, "next": 1}
    word = word.lower().removeprefix("the").strip()
    if word in known:
        return setting.dateline.year + known[word] if setting.dateline else None
    shift = {"that": 0, "same": 0, "following": 1, "previous": -1}[word]
    told = setting.told or setting.anchor
    return told.year + shift if told else None
