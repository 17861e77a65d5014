"""Mentions of one meeting within an article become one meeting."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from bot.models import DateSpan, Evidence, Format, Meeting, Party, PartyKind, Precision, Status
from bot.reading.meetings.alike import joined, same_parties, sureness
from bot.reading.meetings.fallen import was_to_be
from bot.reading.meetings.sighting import Sighting
from bot.reading.meetings.status import Standing
from bot.reading.place import Place

_NEVER = date.max


@dataclass(slots=True)
class _Draft:
    """A meeting while its mentions are gathered."""

    parties: tuple[Party, ...]
    standing: Standing
    format: Format
    date: DateSpan | None
    place: Place | None
    evidence: list[Evidence] = field(default_factory=list)
    now: bool = False
    presumed: bool = False
    alluded: bool = False

    def takes(self, sighting: Sighting) -> bool:
        """Whether a mention can be of this meeting."""
        return (
            not (self.now and sighting.earlier)
            and same_parties(self.parties, sighting.parties)
            and _same_standing(self, sighting)
            and (same_format(self.format, sighting.format) or self.presumed or sighting.presumed)
            and dates_meet(self.date, sighting.date)
            and (self._is_there(sighting) or self._is_that_day(sighting))
        )

    def _is_there(self, sighting: Sighting) -> bool:
        return not self.place or not sighting.place or self.place.agrees(sighting.place)

    def _is_that_day(self, sighting: Sighting) -> bool:
        """Whether just the same people met on the very same day: hardly in two towns."""
        if not self.date or not sighting.date or len(self.parties) != len(sighting.parties):
            return False
        exact = self.date.precision is sighting.date.precision is Precision.DAY
        return exact and self.date.start == sighting.date.start

    def add(self, sighting: Sighting) -> None:
        """Complete the meeting by one more mention."""
        self.parties = joined(self.parties, sighting.parties)
        self.standing = _standing_of(self, sighting)
        self.alluded = self.alluded and sighting.alluded
        if self.format is Format.UNKNOWN or (self.presumed and not sighting.presumed):
            self.format, self.presumed = sighting.format, sighting.presumed
        self.date = sharper(self.date, sighting.date)
        if sighting.place and self._is_there(sighting):
            self.place = self.place.joined(sighting.place) if self.place else sighting.place
        if sighting.evidence not in self.evidence:
            self.evidence.append(sighting.evidence)

    def meeting(self) -> Meeting:
        """Make the record."""
        place = self.place or Place()
        return Meeting(
            participants=self.parties,
            status=self.standing.status,
            certainty=self.standing.certainty,
            format=self.format,
            date=self.date,
            venue=place.venue,
            city=place.city or place.region,
            country=place.country,
            evidence=tuple(sorted(self.evidence, key=lambda e: e.start)),
        )


def merge(sightings: Iterable[Sighting]) -> list[Meeting]:
    """Gather mentions into meetings, in the order they are told."""
    drafts: list[_Draft] = []
    for sighting in sightings:
        if sighting.detail:
            _add_detail(drafts, sighting)
            continue
        if sighting.headline and _adds_nothing(sighting, drafts):
            continue
        fitting = [draft for draft in drafts if draft.takes(sighting)]
        if fitting:
            max(reversed(fitting), key=lambda d: _closeness(d, sighting)).add(sighting)
        else:
            drafts.append(
                _Draft(
                    sighting.parties,
                    sighting.standing,
                    sighting.format,
                    sighting.date,
                    sighting.place,
                    [sighting.evidence],
                    sighting.now,
                    sighting.presumed,
                    sighting.alluded,
                )
            )
    return [draft.meeting() for draft in drafts]


def _adds_nothing(headline: Sighting, drafts: list[_Draft]) -> bool:
    """Whether the text tells of what the headline says, or the headline names only countries."""
    bodies = all(party.kind is PartyKind.BODY for party in headline.parties)
    return bool(bodies and drafts) or any(same_parties(d.parties, headline.parties) for d in drafts)


def _add_detail(drafts: list[_Draft], sighting: Sighting) -> None:
    """Add "the talks in Lima" to the meeting told last, where nothing speaks against it."""
    told = [d for d in drafts if same_parties(d.parties, sighting.parties) and d.takes(sighting)]
    if told:
        told[-1].add(sighting)


def _closeness(draft: _Draft, sighting: Sighting) -> tuple[bool, int, bool, bool]:
    sure = sureness(draft.parties, sighting.parties)
    same_day = bool(draft.date and sighting.date and draft.date.start == sighting.date.start)
    alike = {p.name for p in draft.parties} == {p.name for p in sighting.parties}
    return same_day, sure, alike, draft.now and not sighting.date


def _weight(stands: Standing) -> int:
    return (Status.PLANNED, Status.HELD, Status.CANCELLED).index(stands.status)


def _same_standing(draft: _Draft, sighting: Sighting) -> bool:
    """One status; or another one on the very same day, or called off in the next breath."""
    statuses = {draft.standing.status, sighting.standing.status}
    if len(statuses) == 1 or _only_countries(draft, sighting) or _is_on(draft, sighting):
        return True
    came_about = Status.CANCELLED not in statuses and (_was_to(draft) or _was_to(sighting))
    if came_about and set(draft.parties) == set(sighting.parties):
        return True
    if draft.alluded or sighting.alluded:
        return Status.CANCELLED not in statuses
    if sighting.standing.status is Status.CANCELLED and draft.standing.status is Status.PLANNED:
        return draft.date == sighting.date
    exact = draft.date and draft.date.precision is Precision.DAY
    return bool(exact and draft.date and sighting.date and draft.date.start == sighting.date.start)


def _was_to(mention: _Draft | Sighting) -> bool:
    """Whether a plan is told of as past, so that it may have come about: "A was due to meet B"."""
    told = mention.evidence
    text = told.text if isinstance(told, Evidence) else told[0].text
    return mention.standing.status is Status.PLANNED and was_to_be(text)


def _is_on(draft: _Draft, sighting: Sighting) -> bool:
    """Whether "I wish to discuss with you" is about the meeting at which it is said."""
    vague = not (sighting.date or sighting.place)
    return draft.now and vague and sighting.standing.status is Status.PLANNED


def _standing_of(draft: _Draft, sighting: Sighting) -> Standing:
    """How the meeting stands by both: what only refers to it has no say."""
    if draft.standing.status is sighting.standing.status or _only_countries(draft, sighting):
        return draft.standing
    if draft.alluded is not sighting.alluded:
        return sighting.standing if draft.alluded else draft.standing
    return max(draft.standing, sighting.standing, key=_weight)


def _only_countries(draft: _Draft, sighting: Sighting) -> bool:
    """Whether "these U.S.-Russia talks" only speak of what the text tells of with names."""
    named = any(p.kind is PartyKind.PERSON for p in draft.parties)
    ahead = draft.standing.status is Status.PLANNED and sighting.standing.status is Status.HELD
    return ahead and named and all(p.kind is PartyKind.BODY for p in sighting.parties)


def same_format(one: Format, other: Format) -> bool:
    """Tell whether two mentions can mean one format: a phone call is no visit."""
    return one is other or Format.UNKNOWN in (one, other)


def dates_meet(one: DateSpan | None, other: DateSpan | None) -> bool:
    """Whether two spans share a day; an unknown one can be any."""
    if not one or not other:
        return True
    return (not one.end or other.start <= one.end) and (not other.end or one.start <= other.end)


def sharper(one: DateSpan | None, other: DateSpan | None) -> DateSpan | None:
    """Choose the more exact of two dates: the shorter span."""
    known = [span for span in (one, other) if span]
    return min(known, key=lambda span: (span.end or _NEVER) - span.start, default=None)
