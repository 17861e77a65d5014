"""Meetings in an article: who met whom, when, where, and did it happen."""

from collections.abc import Sequence

from bot.beat import Beat
from bot.models import Meeting
from bot.reading.language import Parsed
from bot.reading.meetings.merge import merge
from bot.reading.meetings.sightings import sightings
from bot.reading.meetings.triggers import needs_parse
from bot.reading.page import Page
from bot.reading.people import Cast

__all__ = ["needs_parse", "read_meetings"]


def read_meetings(page: Page, parsed: Sequence[Parsed], cast: Cast, beat: Beat) -> list[Meeting]:
    """Read the meetings that an article tells of; mentions of one meeting are merged."""
    return merge(sightings(page, parsed, cast, beat))
