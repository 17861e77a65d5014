"""Places meant by "here", "there", "in the city" and "in the capital"."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from bot.beat import Beat
from bot.reading.gazetteer import capitals, town_named
from bot.reading.place import Place
from bot.reading.places import places_in

if TYPE_CHECKING:
    from spacy.tokens import Span

    from bot.reading.meetings.scene import Scene

_OPENING = re.compile(r"\s*([A-Z][^—–:()]{2,40}?)(?:,? [A-Z][a-z]+\.? \d|\s*\(|\s?[—–:]| -)")
_CAPITALS = re.compile(r"\b[A-Z]{3,}\b")
_IN = re.compile(
    r"\b(?:in|at|to|for|from|visit(?:ed|ing|s)?|near|into)\s+(?:the\s+(?:[\w-]+\s+){0,3})?$", re.I
)
_THE_CITY = re.compile(
    r"\b(?:in|at|to|across|outside)\s+(?:the|that|(?P<this>this))\s+(?:[a-z-]+\s+){0,2}"
    r"(?:city|town|resort|port)\b(?!\s+(?:hall|of|council|office)\b)"
)
_THE_CAPITAL = re.compile(r"\b(?:in|to)\s+the\s+capital\b(?!\s+of\b)", re.I)


def written_at(texts: Iterable[str], beat: Beat) -> Place | None:
    """Place of an article's dateline: "TOKYO, May 7 (Press) --", "ISTANBUL: ..."."""
    for text in texts:
        opening = _OPENING.match(text)
        if not opening:
            continue
        line = _CAPITALS.sub(lambda word: word[0].title(), opening[1])  # "LIMA, Peru"
        found = places_in(line, beat)
        if found and found[0].start == 0:
            return found[0].place
        town = town_named(line.split(",")[0]) if line != opening[1] else None
        if town:
            return town
    return None


def place_meant(sentence: "Span", scene: "Scene", before: Place | None) -> Place | None:
    """Give the place that a sentence only points at; `before` is the one named last."""
    if any(word.lower_ == "here" for word in sentence):
        return scene.written_at
    if _THE_CAPITAL.search(sentence.text):
        of = before or scene.written_at
        return capitals().get(of.country) if of and of.country else None
    if any(word.lower_ == "there" and word.tag_ != "EX" for word in sentence):
        return before
    city = _THE_CITY.search(sentence.text)
    if city and city["this"]:
        return scene.written_at
    if city:
        return before if before and before.city else scene.written_at
    return None


def last_named(sentence: "Span", scene: "Scene") -> Place | None:
    """Give the last city or country in which a sentence says that something is."""
    text = scene.text
    named = [
        phrase.place
        for phrase in scene.places
        if sentence.start_char <= phrase.start < sentence.end_char
        and _IN.search(text[: phrase.start])
        and (phrase.place.city or phrase.place.country)
    ]
    return named[-1] if named else None
