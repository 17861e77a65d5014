"""Which day an article is telling of, for what it tells without a day of its own."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bot.models import DateSpan, Party, PartyKind, Precision
from bot.reading import spans
from bot.reading.dates import dates_in
from bot.reading.meetings.scene import Scene, ancestry
from bot.reading.meetings.when import follows_speech
from bot.reading.page import Zone

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_GOES_ON = 3  # sentences for which the day that was told goes on
_COMING = re.compile(
    r"\b(?:will|'ll|(?:is|are)\s+(?:\w+\s+)?(?:to|set|due|scheduled|slated)|plans?\s+to|"
    r"expected|was\s+to\s+have|no\s+longer)\b",
    re.I,
)
# A sentence with one of these looks back to some other time.
_BEFORE = re.compile(
    r"\b(?:last|previous(?:ly)?|first|earlier|once|since|ago|years?|months?|weeks?|recent(?:ly)?|"
    r"former|past|again|twice|times|often|frequently|repeatedly|already|had|have|has|'ve|'d)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A day that was told, in which sentence, and of whom."""

    day: date
    sentence: int
    people: frozenset[Party]


class Narrative:
    """Grows with each sentence of an article."""

    def __init__(self) -> None:
        self._past: date | None = None  # the last day that was told of what has been
        self._last: date | None = None  # and of what has been or is to come
        self._now: _Told | None = None
        self._sentences = 0

    def tell(self, sentence: "Span", scene: Scene, met: Iterable[Party], day: date | None) -> None:
        """Remember the day that a sentence tells: that of its meeting, else what comes first."""
        if scene.parsed.paragraph.zone not in (Zone.BODY, Zone.SUMMARY) or not scene.dateline:
            return
        days, said = self._days_in(sentence.text, scene)
        days = [day, *days] if day else days
        past = next((d for d in days if d <= scene.dateline), None)
        if past is None and (days or self._past is None):
            past = next(iter(said), None)  # for want of another: "will meet, she said Monday"
        self._last = days[0] if days else past or self._last
        if past:
            self._past = past
            named = (p for p in scene.named_in(sentence) if p.kind is PartyKind.PERSON)
            self._now = _Told(past, self._sentences, frozenset((*named, *met)))
        self._sentences += 1

    def anchor(self, ahead: bool | None) -> date | None:
        """Give the day that "the next day" is counted from, looking back or ahead."""
        return self._last if ahead else self._past

    def _days_in(self, text: str, scene: Scene) -> tuple[list[date], list[date]]:
        """Find the days that a sentence tells of, and those of saying so."""
        coming = _COMING.search(text) is not None
        phrases = dates_in(text, scene.dateline, coming, scene.beat, self.anchor(coming))
        exact = [p for p in phrases if p.span and p.span.precision is Precision.DAY and not p.event]
        said = [p for p in exact if follows_speech(text, p)]
        return [p.span.start for p in exact if p.span and p not in said], [
            p.span.start for p in said if p.span
        ]

    def day_of(
        self, trigger: "Token", sentence: "Span", scene: Scene, group: Iterable[Party]
    ) -> DateSpan | None:
        """Give the day that the article is on, to what it goes on to tell of the same people."""
        now = self._now
        if not now or self._sentences - now.sentence > _GOES_ON or not _goes_on(trigger):
            return None
        if now.people.isdisjoint(group) or _BEFORE.search(sentence.text):
            return None
        if dates_in(sentence.text, scene.dateline, False, scene.beat):
            return None
        return spans.one_day(now.day)


def _goes_on(trigger: "Token") -> bool:
    """Whether it is told in the simple past, or as what came just before: "after talks with"."""
    for word in ancestry(trigger):
        if word.pos_ in ("VERB", "AUX"):
            return word.tag_ in ("VBD", "VBG")
        if word.i != trigger.i and word.dep_ == "prep" and word.lower_ in ("after", "following"):
            return True
    return False
