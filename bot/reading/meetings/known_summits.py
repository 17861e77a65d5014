"""Summits that the beat knows by name, with those who met there: "the Camp David summit"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.beat import Beat, Event
from bot.models import DateSpan, PartyKind
from bot.reading import spans
from bot.reading.meetings.made import bodies
from bot.reading.meetings.scene import Scene
from bot.reading.meetings.verb_sides import Group
from bot.reading.place import Place

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = frozenset({"summit", "meeting"})
_SOON = timedelta(days=45)  # before a summit, it is the one that is spoken of
# There others may meet, or meet before it.
_BESIDE = re.compile(
    r"\b(?:sidelines?|margins?|fringes|ahead|eve|before|series|preview)\b[^.;]{0,30}$", re.I
)


def summit_named(noun: "Token", scene: Scene, who: Sequence[Group]) -> Event | None:
    """Find the past summit that a noun means by its name, if those told of can have met there."""
    if noun.lemma_.lower() not in _NOUNS or noun.tag_ in ("NNS", "NNPS") or not scene.dateline:
        return None
    start, end = noun.doc[noun.left_edge.i].idx, noun.idx + len(noun)
    named = [e for e in scene.beat.events if e.members and _is_in(e, scene.text[start:end])]
    if not named or _BESIDE.search(scene.text[noun.sent.start_char : start]):
        return None
    stated = [e for e in named if str(e.start.year) in scene.text_of(noun.sent)]
    soon = scene.dateline + _SOON
    near = [e for e in stated or named if e.start <= soon]
    event = max(near, key=lambda e: e.start, default=None)
    over = event is not None and event.end <= scene.dateline
    return event if event and over and event.city and _fits(event, who) else None


def _fits(event: Event, who: Sequence[Group]) -> bool:
    """Whether those told of can have met there; whoever the beat does not know cannot."""
    parties = [party for group in who for party in group]
    known = all(p.key or p.kind is not PartyKind.PERSON for p in parties)
    return known and all(p.side in event.members for p in parties)


def _is_in(event: Event, words: str) -> bool:
    return any(spelling in words for spelling in event.spellings)


def those_at(event: Event) -> Group:
    """Who met at a summit."""
    return tuple(bodies(event.members))


def is_that_day(day: DateSpan | None, event: Event) -> bool:
    """Whether a day, if one is told, is one of the summit's."""
    return day is None or (day.start <= event.end and event.start <= (day.end or day.start))


def day_of(event: Event) -> DateSpan:
    """When a summit was."""
    return replace(spans.days(event.start, event.end), words=event.name)


def is_of_summit(day: DateSpan, beat: Beat) -> bool:
    """Whether a day was not told, but known of a summit."""
    return any(day.words == event.name for event in beat.events if event.members)


def place_of(event: Event) -> Place | None:
    """Where a summit was."""
    return Place(city=event.city, country=event.country) if event.city else None
