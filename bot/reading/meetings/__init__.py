"""Meetings in an article: who met whom, when, where, and did it happen."""

from collections.abc import Sequence

from bot.beat import Beat
from bot.models import Meeting
from bot.reading.language import Parsed
from bot.reading.meetings.company import Company
from bot.reading.meetings.memory import Memory
from bot.reading.meetings.merge import merge
from bot.reading.meetings.narrative import Narrative
from bot.reading.meetings.own_day import with_own_day
from bot.reading.meetings.sightings import sightings
from bot.reading.meetings.stays import placed
from bot.reading.meetings.there import written_at
from bot.reading.meetings.told_journeys import told_journeys
from bot.reading.meetings.transcript import opening_of
from bot.reading.meetings.triggers import needs_parse
from bot.reading.page import Page, Zone
from bot.reading.people import Cast

__all__ = ["needs_parse", "read_meetings"]

_TEXT = (Zone.DATELINE, Zone.BODY)


def read_meetings(page: Page, parsed: Sequence[Parsed], cast: Cast, beat: Beat) -> list[Meeting]:
    """Read the meetings that an article tells of; mentions of one meeting are merged."""
    opening = opening_of(page, cast, beat)
    here = opening.place if opening else None
    here = here or written_at((p.text for p in page.paragraphs if p.zone in _TEXT), beat)
    memory = Memory(Company(page, cast), Narrative(page, cast, beat))
    told = merge(sightings(page, parsed, cast, beat, memory, here, opening))
    meetings = list(with_own_day(told, page, cast, beat))
    stays = [*memory.stays, *told_journeys(page, cast, beat)]
    if opening and opening.is_joint:  # they tell of earlier journeys
        stays = [stay for stay in stays if stay.days]
    return placed(meetings, stays, here, page.article.published)
