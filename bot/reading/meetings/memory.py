"""What an article told before, for "the two leaders", "the following day" and "while in Tokyo"."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bot.models import DateSpan, Party, PartyKind, Precision
from bot.reading.dates import dates_in
from bot.reading.meetings.scene import Scene
from bot.reading.meetings.sighting import Sighting
from bot.reading.meetings.where import journey_place
from bot.reading.places import Place

if TYPE_CHECKING:
    from spacy.tokens import Span


@dataclass(frozen=True, slots=True)
class Journey:
    """Where and when somebody is on a journey, told in one paragraph."""

    paragraph: int
    place: Place | None
    days: DateSpan | None


class Memory:
    """Grows with each sentence of an article."""

    def __init__(self) -> None:
        self.last: tuple[Party, ...] = ()  # who met, or were named together, most recently
        self.met: Sighting | None = None  # the meeting told of most recently
        self.day: date | None = None  # and its day
        self.fresh: list[Sighting] = []  # meetings of the sentence before
        self._journey: Journey | None = None

    def journey(self, scene: Scene) -> Journey | None:
        """Give the journey that this paragraph told of before."""
        here = self._journey
        return here if here and here.paragraph == scene.offset else None

    def keep(self, found: list[Sighting], sentence: "Span", scene: Scene) -> None:
        """Remember what a sentence told."""
        self.fresh = found
        if found:
            self.last, self.met = found[-1].parties, found[-1]
            days = [s.date.start for s in found if s.date and s.date.precision is Precision.DAY]
            self.day = days[-1] if days else self.day
        else:
            people = [p for p in scene.named_in(sentence) if p.kind is PartyKind.PERSON]
            if len(people) == 2 and not self.met:
                self.last = tuple(people)
        self._keep_journey(sentence, scene)

    def _keep_journey(self, sentence: "Span", scene: Scene) -> None:
        place = journey_place(sentence, scene)
        if place is None:
            return
        phrases = dates_in(sentence.text, scene.dateline, True, scene.beat)
        spans = [p.span for p in phrases if p.span and not p.bound and not p.event]
        stays = [s for s in spans if s.precision is Precision.PART_OF_MONTH and s.end]
        self._journey = Journey(scene.offset, place, stays[0] if len(stays) == 1 else None)
