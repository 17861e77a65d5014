"""A summit announced with its day and place, whose guests the next sentence names."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.models import DateSpan, Precision
from bot.reading.dates import dates_in
from bot.reading.meetings.scene import Scene
from bot.reading.place import Place

if TYPE_CHECKING:
    from spacy.tokens import Span

_WILL_HOST = re.compile(
    r"\b(?:will|is\s+(?:set\s+)?to|plans\s+to)\s+(?:\w+\s+)?(?:host|hold|convene)\b[^.;]*"
    r"\b(?:summit|meeting|dinner|dialogue|talks|conference)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Announcement:
    """The one day and place that a sentence announces."""

    sentence: int  # its number in the article
    day: DateSpan | None
    place: Place | None


def announced(sentence: "Span", scene: Scene, number: int) -> Announcement | None:
    """Read "will host the fourth Quad Leaders Summit in Wilmington on Saturday, September 21"."""
    text = scene.text_of(sentence)
    if not _WILL_HOST.search(text):
        return None
    phrases = dates_in(text, scene.dateline, True, scene.beat)
    told = (p.span for p in phrases if not (p.bound or p.event))
    days = [span for span in told if span and span.precision is Precision.DAY]
    places = [phrase.place for phrase, _ in scene.places_named(sentence)]
    day = days[0] if len(days) == 1 else None
    return Announcement(number, day, places[0] if places else None) if day else None
