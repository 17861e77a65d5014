"""Where people were in those days, for meetings whose own sentences name no place.

"Hirose arrived in Lima on Monday. … He also met Oakes." A stay is told by a journey, by
another meeting of the same days, or by the dateline of an article about a guest.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.models import DateSpan, Format, Meeting, Party, PartyKind, Precision, Status
from bot.reading.place import Place

_NEWS = timedelta(days=4)  # what is older was not held where the article is written
_LEAD = 1000  # characters in which news is told
_IN_EVERY_TOWN = frozenset({"City Hall", "Town Hall", "Foreign Ministry", "Defense Ministry"})
_LATER = timedelta(days=2)  # after an arrival
_REACH = 700  # characters after which another journey may be meant
_FAR_REACH = 2500  # and what is held "during the visit"
_THE_VISIT = re.compile(r"\bduring\s+(?:the|his|her|their)\s+(?:visit|trip|stay|tour)\b", re.I)


@dataclass(frozen=True, slots=True)
class Stay:
    """Who was where, and when, as far as told; `start` is where the article says so."""

    start: int
    people: frozenset[str]
    place: Place
    days: DateSpan | None
    status: Status | None = None  # of the meeting that tells it

    def hosts(self, meeting: Meeting) -> bool:
        """Whether a meeting can have been there."""
        if self.people.isdisjoint(people_of(meeting.participants)):
            return False
        if self.days and meeting.date:
            later = _LATER if self.status is None else timedelta()
            return _one_day(self.days, meeting.date, later)
        after = _start(meeting) - self.start
        reach = _FAR_REACH if self.status is None and _is_of_the_visit(meeting) else _REACH
        near = abs(after) < reach if meeting.date else 0 <= after < reach
        return near and self.days is None and self.status in (None, meeting.status)


def placed(
    meetings: Sequence[Meeting],
    journeys: Sequence[Stay],
    written_at: Place | None,
    published: date | None,
) -> list[Meeting]:
    """Give a place to the meetings in person that name none, where the article tells one."""
    stays = [*journeys, *_stays_of(meetings)]
    return [
        _with_place(m, stays, written_at, published)
        if m.format is Format.IN_PERSON and _lacks_town(m)
        else m
        for m in meetings
    ]


def _lacks_town(meeting: Meeting) -> bool:
    """Whether no place is told, or one that every town has: "city hall"."""
    if meeting.city:
        return False
    if meeting.country:
        return meeting.venue is None
    return meeting.venue is None or meeting.venue.islower() or meeting.venue in _IN_EVERY_TOWN


def _stays_of(meetings: Sequence[Meeting]) -> Iterator[Stay]:
    for meeting in meetings:
        if meeting.city or meeting.country:
            place = Place(None, meeting.city, meeting.country)
            people = people_of(meeting.participants)
            yield Stay(_start(meeting), people, place, meeting.date, meeting.status)


def _with_place(
    meeting: Meeting, stays: Sequence[Stay], written_at: Place | None, published: date | None
) -> Meeting:
    fitting = [stay for stay in stays if _adds_to(stay, meeting) and stay.hosts(meeting)]
    stay = min(fitting, key=lambda stay: _away(stay, meeting), default=None)
    if stay is not None and _is_news(meeting, published):
        return replace(
            meeting, city=stay.place.city or stay.place.region, country=stay.place.country
        )
    if meeting.country or not written_at:
        return meeting
    if _is_news(meeting, published) and _is_guest_here(meeting, written_at):
        return replace(meeting, city=written_at.city, country=written_at.country)
    return meeting


def _adds_to(stay: Stay, meeting: Meeting) -> bool:
    """Whether a stay tells the town of a meeting in that country, or the country itself."""
    if not meeting.country:
        return True
    return bool(stay.place.city) and stay.place.country == meeting.country


def _is_of_the_visit(meeting: Meeting) -> bool:
    return any(_THE_VISIT.search(evidence.text) for evidence in meeting.evidence)


def _away(stay: Stay, meeting: Meeting) -> tuple[bool, bool, int]:
    """Order stays: of the very day first, then what was told before, then the nearest."""
    dated = bool(stay.days and meeting.date)
    return not dated, stay.start > _start(meeting), abs(stay.start - _start(meeting))


def _is_news(meeting: Meeting, published: date | None) -> bool:
    if meeting.date is None or published is None:
        return True
    return abs(meeting.date.start - published) <= _NEWS


def _is_guest_here(meeting: Meeting, here: Place) -> bool:
    """Whether one is at home where the article is written and another is not, or it leads."""
    sides = {party.side or party.name for party in meeting.participants}
    if meeting.status is not Status.HELD or len(sides) < 2:
        return False
    return here.country in sides or bool(meeting.date and _start(meeting) < _LEAD)


def _one_day(some: DateSpan, other: DateSpan, later: timedelta) -> bool:
    """Whether both are of one day, or the other is so much later at most."""
    exact = some.precision is Precision.DAY and other.precision is Precision.DAY
    if exact:
        return timedelta() <= other.start - some.start <= later
    last, first = (some.end or some.start), (other.end or other.start)
    return some.start <= first and other.start <= last


def people_of(parties: Sequence[Party]) -> frozenset[str]:
    """Keys or names of the people among some parties."""
    return frozenset(p.key or p.name for p in parties if p.kind is not PartyKind.BODY)


def _start(meeting: Meeting) -> int:
    return meeting.evidence[0].start if meeting.evidence else 0
