"""The day of the meeting that an official paper is about.

A readout and a joint statement come out on the day itself, and often do not say which it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.beat import Beat
from bot.models import DateOrigin, DateSpan, Meeting, Party, Status
from bot.reading import spans
from bot.reading.meetings.titled import people_in
from bot.reading.page import Page
from bot.reading.people import Cast

_READOUT = re.compile(r"^\W*(?:joint\s+)?readout\b", re.I)
_JOINT = re.compile(r"\bjoint\b.{0,40}\bstatement\b|\bleaders['’]\s+(?:\w+\s+)?statement\b", re.I)
_MEETS = re.compile(  # not "in the year since our summit"
    r"^(?:(?!\b(?:since|anniversary)\b).)*?"
    r"\b(?:met|meet|convened?|gather(?:ed)?|hosts|hosted|welcom(?:es?|ed))\b",
    re.S,
)
_FIRST = 2000  # characters, with a front matter, in which a joint statement tells of its own


def with_own_day(
    meetings: Sequence[Meeting], page: Page, cast: Cast, beat: Beat
) -> Iterator[Meeting]:
    """Date the undated meeting that a paper is about by the day on which it came out."""
    article = page.article
    dated = article.published and article.published_origin is not DateOrigin.GUESS
    own = _own(meetings, page, cast, beat) if dated else None
    for meeting in meetings:
        yield replace(meeting, date=_day(page)) if meeting is own else meeting


def _day(page: Page) -> DateSpan | None:
    day = page.article.published
    return spans.one_day(day) if day else None


def _own(meetings: Sequence[Meeting], page: Page, cast: Cast, beat: Beat) -> Meeting | None:
    """Find the meeting of a readout's title, or the first of a joint statement."""
    title = page.article.title or ""
    held = [m for m in meetings if m.status is Status.HELD]
    if _READOUT.search(title):
        people = people_in(title, page, cast, beat)
        of_title = [m for m in held if people and _are_among(people, m.participants)]
        return None if any(m.date for m in of_title) else next(iter(of_title), None)
    if not _JOINT.search(title) or not held or held[0].date:
        return None
    told = held[0].evidence[0]
    return held[0] if told.start < _FIRST and _MEETS.search(told.text) else None


def _are_among(people: Sequence[Party], parties: Sequence[Party]) -> bool:
    return {p.key for p in people} <= {p.key for p in parties}
