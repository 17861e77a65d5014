"""What an article told before, for "the two leaders", "the following day" and "while in Tokyo"."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.models import Certainty, DateSpan, Format, Party, PartyKind, Precision, Status
from bot.reading.dates import dates_in
from bot.reading.meetings.announced import Announcement, announced
from bot.reading.meetings.company import Company
from bot.reading.meetings.fallen import calls_off_visit
from bot.reading.meetings.journeys import journey_place
from bot.reading.meetings.known_summits import is_of_summit
from bot.reading.meetings.made import bodies
from bot.reading.meetings.narrative import Narrative
from bot.reading.meetings.parties import Parties
from bot.reading.meetings.scene import Scene, child
from bot.reading.meetings.several import Told
from bot.reading.meetings.sighting import Sighting
from bot.reading.meetings.status import Standing
from bot.reading.meetings.stays import Stay, people_of
from bot.reading.meetings.subjects import subject_of
from bot.reading.meetings.there import last_named
from bot.reading.place import Place

if TYPE_CHECKING:
    from spacy.tokens import Span


_MANY = 5
_NEXT = 2  # sentences within which "he also met" goes on telling of one day
_FRESH = 3  # sentences for which a journey, or a meeting, is on the reader's mind


@dataclass(frozen=True, slots=True)
class Journey:
    """Where and when somebody is on a journey."""

    sentence: int  # its number in the article
    travellers: tuple[Party, ...]
    place: Place | None
    days: DateSpan | None


class Memory:
    """Grows with each sentence of an article."""

    def __init__(self, company: Company, narrative: Narrative) -> None:
        self._company = company
        self._issuers = company.issuers()
        self.narrative = narrative
        self._told: list[Sighting] = []
        self.last: tuple[Party, ...] = ()  # who met, or were named together, most recently
        self.met: Sighting | None = None  # the meeting told of most recently
        self.fresh: list[Sighting] = []  # meetings of the sentence before
        self.countries: tuple[Party, ...] = ()  # named together most recently
        self.roles: tuple[Party, ...] = ()  # who were known by office only
        self.called_off: set[Party] = set()  # whose visit or meeting will not take place
        self.place: Place | None = None  # named last
        self.stays: list[Stay] = []  # who was where, as journeys tell
        self._journey: Journey | None = None
        self._sentences = 0
        self._met_at = 0
        self._groups: set[frozenset[Party]] = set()
        self._doer: Party | None = None  # of the sentence before
        self._announced: Announcement | None = None

    def is_fresh(self) -> bool:
        """Whether the last meeting was told of just before, or is the only one."""
        return self._sentences - self._met_at <= _FRESH or len(self._groups) == 1

    def as_announced(
        self, stands: Standing, day: DateSpan | None, place: Place | None
    ) -> tuple[DateSpan | None, Place | None]:
        """Add the day of the summit just announced to "looks forward to welcoming A and B"."""
        summit = self._announced
        if not summit or self._sentences - summit.sentence > 1:
            return day, place
        if day or stands.certainty is not Certainty.SOUGHT:
            return day, place
        return summit.day, place or summit.place

    def parties(self, scene: Scene) -> Parties:
        """Make a finder of parties that knows what was told."""
        told = Told(
            self._meant,
            self.last,
            self.countries,
            self.roles,
            self._followed(),
            self._doer_met(),
            self._issuers,
        )
        return Parties(scene, told)

    def tell(self, told: list[Sighting]) -> None:
        """Remember what a word of the present sentence tells."""
        self._told += told
        self.last = told[-1].parties if told else self.last

    def _meant(self, words: str, at: int) -> tuple[Party, ...]:
        return self._company.meant(words, at, self._told)

    def _followed(self) -> tuple[Party, ...]:
        """Give whom the article follows: who met most; of several, who did what was told last."""
        times = Counter(p for group in self._groups for p in group if p.kind is PartyKind.PERSON)
        often = max(times.values(), default=0)
        most = [party for party, number in times.items() if number == often]
        if self._doer and (not most or self._doer in most):
            return (self._doer,)
        return tuple(most) if len(most) == 1 else ()

    def _doer_met(self) -> Party | None:
        """Give who did what the sentence before tells, if it tells of a meeting of theirs."""
        met = (party for s in self.fresh for party in s.parties)
        return self._doer if self._doer and self._doer in met else None

    def has_told(self, group: tuple[Party, ...]) -> bool:
        """Whether a meeting of just these was told of before."""
        return frozenset(group) in self._groups

    def has_dated(self, group: tuple[Party, ...]) -> bool:
        """Whether the day of a meeting of just these was told before."""
        return any(s.date and set(s.parties) == set(group) for s in self._told)

    def has_dated_some(self, group: tuple[Party, ...]) -> bool:
        """Whether the day was told when two of these met, or more."""
        return any(s.date and len(set(s.parties) & set(group)) > 1 for s in self._told)

    def journey(self, group: tuple[Party, ...]) -> Journey | None:
        """Give the journey told shortly before, if one of these is on it."""
        here = self._journey
        if not here or self._sentences - here.sentence > _FRESH:
            return None
        known = not here.travellers or any(party in group for party in here.travellers)
        return here if known else None

    def occasion(self, group: tuple[Party, ...], stands: Standing) -> Sighting | None:
        """Give the meeting told just before, if one of its people "also met" somebody."""
        met = self.met
        if not met or self._sentences - self._met_at > _NEXT or met.format is not Format.IN_PERSON:
            return None
        shared = any(party in group for party in met.parties)
        return met if shared and met.standing.status is stands.status else None

    def keep(self, found: list[Sighting], sentence: "Span", scene: Scene) -> None:
        """Remember what a sentence told."""
        self.fresh = found
        self._announced = None if found else announced(sentence, scene, self._sentences)
        if found:
            self.last, self.met = found[-1].parties, self._completed(found[-1])
            self._met_at = self._sentences
            self._groups |= {frozenset(s.parties) for s in found}
        else:
            people = [p for p in scene.named_in(sentence) if p.kind is PartyKind.PERSON]
            if len(people) == 2 and not self.met:
                self.last = tuple(people)
        sides = dict.fromkeys(scene.sides[t.i] for t in sentence if t.i in scene.sides)
        self.countries = tuple(bodies(sides)) if 1 < len(sides) < _MANY else self.countries
        told = [p for s in found for p in s.parties if p.kind is PartyKind.ROLE]
        self.roles = tuple(dict.fromkeys((*self.roles, *told)))
        days = [
            s.date.start
            for s in found
            if s.date and s.date.precision is Precision.DAY and not is_of_summit(s.date, scene.beat)
        ]
        met = (party for s in found for party in s.parties)
        self.narrative.tell(sentence, scene, met, days[-1] if days else None)
        self._keep_doer(sentence, scene)
        self.place = last_named(sentence, scene) or self.place
        self._keep_journey(sentence, scene)
        self._keep_called_off(found, sentence, scene)
        self._sentences += 1

    def _completed(self, met: Sighting) -> Sighting:
        """Add the day and place told before, where the same meeting is told again."""
        before = self.met
        if not before or set(before.parties) != set(met.parties):
            return met
        if before.standing.status is not met.standing.status or before.format is not met.format:
            return met
        return replace(met, date=met.date or before.date, place=met.place or before.place)

    def _keep_called_off(self, found: list[Sighting], sentence: "Span", scene: Scene) -> None:
        gone = [s for s in found if s.standing.status is Status.CANCELLED]
        self.called_off |= {party for s in gone for party in s.parties}
        if not found and calls_off_visit(scene.text_of(sentence)):
            self.called_off |= {p for p in scene.named_in(sentence) if p.kind is PartyKind.PERSON}

    def _keep_doer(self, sentence: "Span", scene: Scene) -> None:
        verb = sentence.root
        who = self.parties(scene).before(child(verb, "nsubj", "nsubjpass"), verb)
        people = [p for p in who if p.kind is PartyKind.PERSON]
        self._doer = people[0] if len(people) == 1 else self._doer

    def _keep_journey(self, sentence: "Span", scene: Scene) -> None:
        verb, place = journey_place(sentence, scene)
        if verb is None:
            return
        ahead = verb.tag_ not in ("VBD", "VBN")
        phrases = dates_in(
            scene.text_of(sentence), scene.dateline, ahead, scene.beat, month=scene.month
        )
        spans = [p.span for p in phrases if p.span and not p.bound and not p.event]
        stays = [s for s in spans if s.precision is Precision.PART_OF_MONTH and s.end]
        who = self.parties(scene).before(subject_of(verb), verb)
        days = stays[0] if len(stays) == 1 else None
        self._journey = Journey(self._sentences, who, place, days)
        if place and who:
            start = scene.offset + sentence.start_char
            told = spans[0] if len(spans) == 1 else days
            self.stays.append(Stay(start, people_of(who), place, told))
