"""Where the meeting was, of the places that its sentence names."""

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.beat import Event
from bot.models import DateSpan
from bot.reading.date_events import always_there, events_named
from bot.reading.meetings import by_parse, order
from bot.reading.meetings.by_parse import FAR
from bot.reading.meetings.scene import Scene
from bot.reading.meetings.there import place_meant
from bot.reading.place import Place, PlacePhrase

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SIDELINES = re.compile(
    r"\b(?:sidelines?|margins?|fringes)\s+of\s+(?:the\s+|an?\s+)?$|\b(?:at|attend\w*)\s+the\s+$",
    re.I,
)
_ITS_SIDELINES = re.compile(r"\s+(?:summit(?:['’]s)?\s+)?(?:sidelines|margins|fringes)\b", re.I)
_DAYS_OFF = timedelta(days=5)  # bilateral meetings begin before a summit and end after it


def meeting_place(
    trigger: "Token",
    sentence: "Span",
    scene: Scene,
    own: bool = False,
    ahead: bool = False,
    day: DateSpan | None = None,
    before: Place | None = None,
) -> Place | None:
    """Join the places that go with the trigger; None where none does.

    `own` takes only what stands right with it ("the talks in Lima"). Which year's
    summit is meant is told by its day, else by whether it lies `ahead`. `before` is the
    place named last, for "there".
    """
    place: Place | None = None
    for near in _nearest_first(trigger, sentence, scene, own):
        place = place.joined(near) if place else near
    if place is None:
        return None if own else _otherwise(sentence, scene, ahead, day, before)
    meant = None if own or place.city else place_meant(sentence, scene, place)
    return place.joined(meant) if meant else place


def _nearest_first(trigger: "Token", sentence: "Span", scene: Scene, own: bool) -> list[Place]:
    """Give the places that can go with the trigger, the nearest first."""
    ranked: list[tuple[int, Place]] = []
    for phrase, token in scene.places_named(sentence):
        if _is_hyphenated(phrase, scene) or (own and not by_parse.belongs(token, trigger)):
            continue
        far = by_parse.distance(token, trigger, scene)
        if not own:
            last = next(t for t in reversed(sentence) if t.idx < phrase.end)
            far = min(far, order.distance(token, last, trigger, sentence))
        ranked.append((far, phrase.place))
    return [place for far, place in sorted(ranked, key=lambda item: item[0]) if far < FAR]


def _is_hyphenated(phrase: PlacePhrase, scene: Scene) -> bool:
    """Whether a country stands in "U.S.-Japan": it takes part."""
    raw = scene.parsed.paragraph.text  # the parse has spaces for hyphens
    around = raw[max(0, phrase.start - 1) : phrase.start], raw[phrase.end : phrase.end + 1]
    return not phrase.place.city and any(c in ("-", "–") for c in around)


def _otherwise(
    sentence: "Span", scene: Scene, ahead: bool, day: DateSpan | None, before: Place | None
) -> Place | None:
    """Place that is pointed at, or of a caption's picture, the event or the journey."""
    return (
        place_meant(sentence, scene, before)
        or _of_picture(sentence, scene)
        or _of_event(sentence, scene, ahead, day)
        or (scene.entry.place if scene.entry else None)
    )


def _of_picture(sentence: "Span", scene: Scene) -> Place | None:
    """Where a picture was taken: all in a caption belongs to what it shows."""
    if not scene.caption:
        return None
    found: Place | None = None
    for phrase in scene.places:
        at = re.search(r"\b(?:at|in|outside)\s+(?:the\s+)?$", scene.text[: phrase.start])
        if at and sentence.start_char <= phrase.start < sentence.end_char:
            found = found.joined(phrase.place) if found else phrase.place
    return found


def _of_event(sentence: "Span", scene: Scene, ahead: bool, day: DateSpan | None) -> Place | None:
    """Where the event is held that it is told by: "on the sidelines of the G7 summit"."""
    text = scene.text_of(sentence)
    for named in events_named(text, day.start if day else scene.dateline, ahead, scene.beat):
        beside = _ITS_SIDELINES.match(text, named.end)
        if not beside and not _SIDELINES.search(text[: named.start]):
            continue
        event = named.event
        if event and day and day.end and not _in_time(event, day.start, day.end):
            event = None
        event = event or always_there(text[named.start : named.end], scene.beat)
        if event and event.city:
            return Place(city=event.city, country=event.country)
    return None


def _in_time(event: Event, first: date, last: date) -> bool:
    return event.start - _DAYS_OFF <= last and first <= event.end + _DAYS_OFF
