"""Places in running text: venues, cities and countries, as a place that a meeting can have."""

import re
from collections.abc import Iterator
from functools import cache

from bot.beat import Beat
from bot.reading.gazetteer import capitals, place_named, town_named
from bot.reading.place import Place, PlacePhrase
from bot.reading.venues import known_venues, named_venues, plain_venues

_UPPER = "A-ZÀ-ÞĀ-Ž"
_NAME = rf"[{_UPPER}][\w’'-]*(?:\s+(?:(?:de|del|la|el|al)\s+)?[{_UPPER}][\w’'-]+){{0,2}}"
_TOWN_OF = re.compile(
    r"\b(?:city|town|resort|capital|village|port|island|suburb|enclave)\s+of\s+"
    rf"(?P<name>(?:St\.\s+)?{_NAME})"
)
_TOWN_IN = re.compile(rf"\b(?:[Ii]n|[Aa]t)\s+(?P<name>{_NAME}),\s+(?P<country>(?:St\.\s+)?{_NAME})")
_CAPITAL = re.compile(rf"\b(?P<whose>{_NAME}?)(?:['’]s)?\s+capital\b")
_WORD = re.compile(rf"[{_UPPER}][\w.’'-]*")
_LONGEST = 4  # words in the name of a city or country
# What follows a whole name; "in Russian hands" and "at Stanford researchers" are none.
_END = (
    r"(?=\s*(?:[,;:!?)”\"—–]|\.(?!\w)|$)|\s+(?:on|in|at|to|for|from|with|and|where|who|as|by|over|since|until|"
    r"after|before|during|while|when|ahead|amid|this|last|next|earlier|later|late|early|today|"
    r"yesterday|tomorrow|tonight|together|jointly|alongside|again|separately|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
_AFTER_IN = re.compile(rf"\b(?:[Ii]n|near|outside)\s+(?P<name>{_NAME}){_END}")
_AFTER_AT = re.compile(rf"\b[Aa]t\s+(?:the\s+)?(?P<name>{_NAME}){_END}")
_VISITED = re.compile(
    r"\b(?:visit(?:s|ed|ing)?|(?:travel|go|fly|c[ao]m|head|return|visit|trip|journey|flew|went)(?:s|e|es|ed|l?ed|ing|l?ing)?"
    rf"\s+to)\s+(?P<name>{_NAME}){_END}"
)
# What stands after "in" or "at" with a capital letter, and is no place.
_NO_PLACE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|\w+day|Spring|Summer|Autumn|Winter|Ramadan|Christmas|"
    r"New Year|Easter|Mr|Mrs|Ms|Dr|President|Prime|Minister|Secretary|Chancellor|King|Queen|"
    r"English|French|German|Russian|Chinese|Japanese|Korean|Arabic|Spanish|Hebrew|Mandarin|"
    r"(?:(?:North|South|East|West|Central|Latin|Southeast)\w*\s+)?(?:Europe|Asia|Africa|America)|"
    r"Phase|Stage|Operation|Article|Part|Chapter|God|Parliament|Cabinet|[A-Z]{2,}\w*)\b"
    r"|.*\b(?:Summit|Conference|Forum|Meeting|Dialogue|Assembly|Council|Committee|Ceremony|"
    r"Games|Olympics|Talks|Session|Day|Week|War|Agreement|Treaty|Party|Post|Times|News)\b"
)

_ASKED = re.compile(
    r"['’]s?\s+(?:request|behest|insistence|invitation|urging|initiative|suggestion|expense)\b"
)


def places_in(text: str, beat: Beat) -> list[PlacePhrase]:
    """Find the venues, cities and countries that a text names, in order; the longer name wins."""
    found: list[PlacePhrase] = []
    for phrase in [
        *known_venues(text, beat),
        *named_venues(text),
        *_described(text, beat),
        *_summit_towns(text, beat),
        *_towns(text, beat),
        *plain_venues(text),
        *_unknown(text, beat),
    ]:
        if _ASKED.match(text, phrase.end):
            continue
        if all(phrase.end <= other.start or phrase.start >= other.end for other in found):
            found.append(phrase)
    return sorted(found, key=lambda phrase: phrase.start)


def _described(text: str, beat: Beat) -> Iterator[PlacePhrase]:
    """Find "the resort of Jurmala", "in Orta, Italy" and "the Peruvian capital"."""
    for match in _TOWN_OF.finditer(text):
        known = place_named(match["name"]) or town_named(match["name"])
        yield PlacePhrase(match.start(), match.end(), known or Place(city=match["name"]))
    for match in _TOWN_IN.finditer(text):
        country = place_named(match["country"])
        if country and not country.city and place_named(match["name"]) is None:
            place = Place(city=match["name"], country=country.country)
            yield PlacePhrase(match.start("name"), match.end(), place)
    whose = _sides(beat)
    for match in _CAPITAL.finditer(text):
        capital = capitals().get(whose.get(match["whose"], ""))
        if capital:
            yield PlacePhrase(match.start("whose"), match.end(), capital)


def _summit_towns(text: str, beat: Beat) -> Iterator[PlacePhrase]:
    """Find small towns that the beat knows for a summit: "Kananaskis"."""
    for city, country in _small_towns(beat).items():
        if city not in text:
            continue
        for match in re.finditer(rf"\b{re.escape(city)}\b", text):
            yield PlacePhrase(match.start(), match.end(), Place(None, city, country))


def _towns(text: str, beat: Beat) -> Iterator[PlacePhrase]:
    """Find cities and countries by their capitalised words, longest first."""
    words = list(_WORD.finditer(text))
    sides = _lands(beat)
    taken = -1
    for i, first in enumerate(words):
        if first.start() < taken:
            continue
        for last in reversed(words[i : i + _LONGEST]):
            name = text[first.start() : last.end()]
            place = _place_named(name, sides)
            if place is None:
                bare = re.sub(r"['’]s$|[.]$", "", name)
                place = _place_named(bare, sides) if bare != name else None
                name = bare
            if place:
                taken = first.start() + len(name)
                yield PlacePhrase(first.start(), taken, place)
                break


def _unknown(text: str, beat: Beat) -> Iterator[PlacePhrase]:
    """Find towns and venues that only their preposition tells: "in Hakone", "at Chequers"."""
    sides, events = _sides(beat), _events(beat)
    for match in _VISITED.finditer(text):
        town = town_named(match["name"])
        if town and match["name"] not in sides:
            yield PlacePhrase(match.start("name"), match.end("name"), town, sure=False)
    for pattern in (_AFTER_IN, _AFTER_AT):
        for match in pattern.finditer(text):
            name = match["name"]
            if _NO_PLACE.match(name) or name in sides or name in events:
                continue
            unknown = Place(venue=name) if pattern is _AFTER_AT else Place(city=name)
            place = town_named(name) or unknown
            yield PlacePhrase(match.start("name"), match.end("name"), place, sure=False)


@cache
def _sides(beat: Beat) -> dict[str, str]:
    """Names of the beat's sides by all words that tell of them."""
    return {word: side.name for side in beat.sides for word in (*side.spellings, *side.adjectives)}


@cache
def _events(beat: Beat) -> frozenset[str]:
    return frozenset(spelling for event in beat.events for spelling in event.spellings)


@cache
def _small_towns(beat: Beat) -> dict[str, str | None]:
    """Countries of the towns that only the beat's events make known."""
    return {e.city: e.country for e in beat.events if e.city and place_named(e.city) is None}


@cache
def _lands(beat: Beat) -> dict[str, str]:
    """Names of the beat's countries by all their spellings; NATO is no place."""
    countries = [s for s in beat.sides if any(place_named(w) for w in (s.name, *s.spellings))]
    return {spelling: side.name for side in countries for spelling in side.spellings}


def _place_named(name: str, sides: dict[str, str]) -> Place | None:
    if name in sides:
        return Place(country=sides[name])
    return place_named(name)
