"""A diary of coming events: entries that each tell their place, below headings of days."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.beat import Beat
from bot.models import DateSpan, Precision
from bot.reading.dates import dates_in
from bot.reading.meetings.there import written_at
from bot.reading.page import Page, Zone
from bot.reading.place import Place

_ENTRIES = 3
_LONGEST_HEADING = 40
_MARKS = " \t*#-–—•:_=|"


@dataclass(frozen=True, slots=True)
class Entry:
    """Where and on which day a diary's entry takes place, as far as told."""

    place: Place
    day: DateSpan | None = None


def diary_of(page: Page, beat: Beat) -> dict[str, Entry]:
    """Give the entries of a diary, by their texts; nothing if the page is none."""
    body = [p for p in page.paragraphs if p.zone is Zone.BODY]
    places = ((p, written_at([p.text], beat)) for p in body)
    found = {p.start: (p.text, Entry(place)) for p, place in places if place}
    if len(found) < _ENTRIES:
        return {}
    days = [*_headings(page, beat)]
    return {text: replace(entry, day=_above(start, days)) for start, (text, entry) in found.items()}


def _headings(page: Page, beat: Beat) -> Iterator[tuple[int, DateSpan]]:
    """Yield the days that head entries, each with its place: "** Monday, July 20"."""
    start = 0
    for raw in page.article.text.splitlines(keepends=True):
        line = raw.strip().strip(_MARKS)
        if line and len(line) <= _LONGEST_HEADING:
            phrases = dates_in(line, page.article.published, None, beat)
            whole = len(phrases) == 1 and phrases[0].start == 0 and phrases[0].end == len(line)
            if whole and phrases[0].span and phrases[0].span.precision is Precision.DAY:
                yield start, phrases[0].span
        start += len(raw)


def _above(start: int, days: list[tuple[int, DateSpan]]) -> DateSpan | None:
    """Give the last day that heads what starts at an offset."""
    return next((day for at, day in reversed(days) if at < start), None)
