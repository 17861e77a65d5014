"""Whom words for several people or countries mean: "the two", "they", "both sides"."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.models import Party
from bot.reading.meetings.chunks import Chunk, is_office, text_of, words_of
from bot.reading.meetings.company import (
    OF_COUNTRIES,
    OUR_LEADERS,
    THEIR_LEADERS,
    TOGETHER,
    fits,
    number_of,
)
from bot.reading.meetings.made import bodies

if TYPE_CHECKING:
    from spacy.tokens import Token

    from bot.reading.meetings.scene import Scene


def _nobody(words: str, at: int) -> tuple[Party, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Told:
    """Who was told of before, as far as later words can mean them."""

    meant: Callable[[str, int], tuple[Party, ...]] = _nobody  # finds "the two" at an offset
    last: tuple[Party, ...] = ()  # who met in the meeting told of before: "the two leaders"
    countries: tuple[Party, ...] = ()  # named together: "the leaders of the three countries"
    roles: tuple[Party, ...] = ()  # known by office only: "the lawmakers"
    followed: tuple[Party, ...] = ()  # whose meetings the article tells of, one after the other
    doer: Party | None = None  # who met, by the sentence before, as its subject
    issuers: tuple[Party, ...] = ()  # whose leaders say "we" in a joint statement


class Several:
    """Finds whom words for several mean, in one paragraph."""

    def __init__(self, scene: "Scene", told: Told) -> None:
        self._scene = scene
        self._told = told

    def named_by(self, item: Chunk) -> list[Party]:
        """Whom words for several mean: "they", "leaders of the two countries"."""
        words = text_of(item)
        if OF_COUNTRIES.search(words):
            return self._of_countries(item)
        if TOGETHER.match(words):
            return self.together(item)
        if OUR_LEADERS.match(words):
            return list(self._told.issuers)
        return bodies(p.side for p in self._told.last) if THEIR_LEADERS.match(words) else []

    def together(self, item: Chunk) -> list[Party]:
        """Whom "the two", "they" or "the ministers" mean."""
        if "sides" in words_of(item):
            sides = self._countries_before(item) or list(self._told.countries)
            return list(self._meant(item)) or (sides if len(sides) == 2 else [])
        last = self._told.last if fits(text_of(item), self._told.last) else ()
        return list(self._meant(item) or last)

    def theirs(self, noun: "Token") -> tuple[Party, ...]:
        """Whose "their meeting" is, where its sentence does not say."""
        return self._told.meant("they", self._scene.offset + noun.idx) or self._told.last

    def _meant(self, item: Chunk) -> tuple[Party, ...]:
        return self._told.meant(text_of(item), self._scene.offset + item.tokens[0].idx)

    def _of_countries(self, item: Chunk) -> list[Party]:
        """Whom "the leaders of the two countries", or the two countries alone, mean."""
        people = self._meant(item) if is_office(item) else ()
        told = self._told
        last = list(told.last) if is_office(item) else bodies(p.side for p in told.last)
        number = number_of(text_of(item))
        known = (self._countries_before(item), list(told.countries), last)
        return list(people) or next((g for g in known if g and number in (0, len(g))), [])

    def _countries_before(self, item: Chunk) -> list[Party]:
        """Give the two countries that the sentence named before: "Japan-Laos ties, both sides"."""
        first = item.tokens[0]
        told = (self._scene.sides.get(i) for i in range(first.sent.start, first.i))
        named = dict.fromkeys(side for side in told if side)
        return bodies(named) if len(named) == 2 else []
