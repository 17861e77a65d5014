"""Several meetings told in one breath: "in Lima in May and in Quito in June"."""

import re
from typing import TYPE_CHECKING

from bot.models import DateSpan
from bot.reading.dates import DatePhrase, dates_in
from bot.reading.meetings.scene import Scene
from bot.reading.place import Place, PlacePhrase

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Occasion = tuple[DateSpan, Place | None]

_AND = re.compile(r"\s*,?\s+and(?:\s+(?:again|then|also|most recently))?(?:\s+(?:in|on|at))?\s*")
_IN = re.compile(r"\s*,?\s*(?:(?:in|on|at)\s+)?(?:early\s+|late\s+)?")
_BEFORE = re.compile(r"\b(?:in|at)\s+(?:the\s+)?$")


def occasions(
    trigger: "Token", sentence: "Span", scene: Scene, ahead: bool | None, day: DateSpan
) -> list[Occasion]:
    """Find the days, each with its place, that a sentence strings together after a trigger.

    One of them must be the day that goes with the trigger.
    """
    text = scene.text_of(sentence)
    after = trigger.idx - sentence.start_char
    if " and " not in text[after:]:
        return []
    days = [
        phrase
        for phrase in dates_in(text, scene.dateline, ahead, scene.beat, month=scene.month)
        if phrase.span and not phrase.bound and not phrase.event and phrase.start > after
    ]
    places = [
        (phrase.start - sentence.start_char, phrase.end - sentence.start_char, phrase)
        for phrase in scene.places
    ]
    found: list[tuple[int, int, Occasion]] = []
    for phrase in days:
        begin, place = _place_before(text, phrase, places)
        if phrase.span and (not found or _AND.fullmatch(text, found[-1][1], begin)):
            found.append((begin, phrase.end, (phrase.span, place)))
    strung = [occasion for _, _, occasion in found]
    return strung if len(strung) > 1 and any(d.start == day.start for d, _ in strung) else []


def _place_before(
    text: str, day: DatePhrase, places: list[tuple[int, int, PlacePhrase]]
) -> tuple[int, Place | None]:
    """Where an occasion begins, and its place: "in Lima" of "in Lima in May"."""
    for start, end, phrase in places:
        if (
            end <= day.start
            and _IN.fullmatch(text, end, day.start)
            and _BEFORE.search(text[:start])
        ):
            return start, phrase.place
    return day.start, None
