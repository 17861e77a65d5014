"""The beat's dated events ("Election Day", "APEC") as articles name them."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.beat import Beat, Event
from bot.models import DateSpan
from bot.reading import spans

_NEAR = timedelta(days=400)  # an event named without its year is no further than this


@dataclass(frozen=True, slots=True)
class NamedEvent:
    """An event's name in a text; `event` is None where its year is not clear."""

    start: int
    end: int
    event: Event | None

    def span(self, words: str) -> DateSpan | None:
        """Days of the event, told by these words of the article."""
        if self.event is None:
            return None
        return replace(spans.days(self.event.start, self.event.end), words=words)


def events_named(
    text: str, dateline: date | None, ahead: bool, beat: Beat, told: Collection[date] = ()
) -> Iterator[NamedEvent]:
    """Find the events that a text names, the longer spellings first; that of a day told with it."""
    spellings = {spelling for event in beat.events for spelling in event.spellings}
    for spelling in sorted(spellings, key=len, reverse=True):
        if spelling not in text:
            continue
        year = r"(?:19|20)\d\d"
        pattern = rf"(?:({year})\s+)?\b{re.escape(spelling)}(?!\w)(?:,?\s+({year})\b)?"
        for match in re.finditer(pattern, text):
            stated = match[1] or match[2]
            event = _on(told, spelling, beat) or _which(
                spelling, int(stated) if stated else None, dateline, ahead, beat
            )
            yield NamedEvent(match.start(), match.end(), event)


def _on(days: Collection[date], spelling: str, beat: Beat) -> Event | None:
    """Give the event of a name that one of these days belongs to."""
    same = (event for event in beat.events if spelling in event.spellings)
    return next((e for e in same if any(e.start <= day <= e.end for day in days)), None)


def _which(
    spelling: str, year: int | None, dateline: date | None, ahead: bool, beat: Beat
) -> Event | None:
    """Choose among the years of an event: the one stated, or the nearest the right way."""
    same = [event for event in beat.events if spelling in event.spellings]
    if year:
        return next((event for event in same if event.start.year == year), None)
    if not dateline:
        return None
    if ahead:
        coming = [e for e in same if dateline <= e.end and e.start - dateline < _NEAR]
        return min(coming, key=lambda event: event.start, default=None)
    past = [e for e in same if e.start <= dateline and dateline - e.start < _NEAR]
    return max(past, key=lambda event: event.start, default=None)


def always_there(name: str, beat: Beat) -> Event | None:
    """Give one of the events of a name, if each year's is held in the same city."""
    same = [event for event in beat.events if any(s in name for s in event.spellings)]
    return same[0] if len(same) > 1 and len({event.city for event in same}) == 1 else None
