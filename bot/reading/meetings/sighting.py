"""The record of one mention of a meeting."""

from dataclasses import dataclass

from bot.models import DateSpan, Evidence, Format, Party
from bot.reading.meetings.status import Standing
from bot.reading.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One mention of one meeting.

    `detail` marks a mention that names nobody ("the talks in Lima"): it adds to a
    meeting told before, but makes none. `now` marks the meeting at which a transcript
    was spoken, `earlier` one that is told there as before it ("we last met"). `presumed`
    tells that the format is only what such words mean as a rule: "talks" are in person;
    `alluded` that the words only refer to the meeting ("in her talks with B"), which does
    not say whether it was held.
    """

    parties: tuple[Party, ...]
    standing: Standing
    format: Format
    date: DateSpan | None
    place: Place | None
    evidence: Evidence
    headline: bool = False
    detail: bool = False
    now: bool = False
    earlier: bool = False
    presumed: bool = False
    alluded: bool = False
