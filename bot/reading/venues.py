"""Buildings and grounds in running text: "Windsor Castle", "city hall", "his residence"."""

import re
from collections.abc import Iterator
from functools import cache

from bot.beat import Beat, Venue
from bot.reading.place import Place, PlacePhrase

_UPPER = "A-ZÀ-ÞĀ-Ž"
_WORDS = rf"[{_UPPER}][\w’'-]*(?:\s+(?:(?:of|and|the|de|del|la|el|al)\s+)*[{_UPPER}][\w’'-]*)*"
_ENDING = re.compile(
    rf"(?:[{_UPPER}][\w.&'’-]*\s+(?:(?:of|the|and|for)\s+(?=(?:the\s+)?[{_UPPER}]))*){{0,6}}"
    r"(?:House|Office|Palace|Ministry|Residence|Hotel|Hall|Building|Cent(?:er|re)|Airport|Castle|"
    r"Villa|Mansion|Club|Room|Street|Embassy|Consulate|Headquarters|Kremlin|Pentagon|Department|"
    r"Base|Garden|Shrine|Temple|University|Resort|Guesthouse|Chancellery|Museum|Lodge|Ranch|"
    rf"Estate|Compound|Barracks|Tower|Inn|Library|Abbey)\b(?:\s+of\s+the\s+{_WORDS})?"
)
_BEGINNING = re.compile(
    r"\b(?:(?:Hotel|Camp|Fort|Villa|Ch[âa]teau|Schloss|Palazzo|Palais|Hacienda)\s+"
    rf"|(?<=\bthe\s)(?:Ministry|Department|Palace|Museum|Hall)\s+of\s+(?:the\s+)?){_WORDS}"
)
_NAME_BEFORE = re.compile(
    r"(?<![.!?]\s)(?!(?:The|At|In|Inside|Outside|From|Near)\b)\b([A-Z][\w-]+)\s$"
)
_NAME_AFTER = re.compile(
    r"\s(?!(?:\w+day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\b)[A-Z][a-z]"
)
_ALONE = frozenset({"Pentagon", "Kremlin"})
_AT = r"\b(?:at|in|inside|outside|near|into|entered|visit(?:s|ed|ing)?)\s+"
_PLAIN = re.compile(
    rf"{_AT}(?:the|a|an|his|her|their|its)\s+"
    r"(?P<name>(?:(?!(?:and|of|in|at|with|to|for|from|by|on|as|that)\b)[\w’'-]+\s+){0,3}?"
    r"(?:palace|residence|ministry|villa|hotel|embassy|consulate|headquarters|guest\s?house|"
    r"airport|air\s?base|mansion|castle|compound|ranch|court|parliament|chancellery|museum|"
    r"university|monastery|embassy|ryokan|inn|farm|restaurant))\b"
)
_OFFICE = re.compile(
    rf"{_AT}(?:the\s+)?(?P<name>(?:his|her|their|(?:\w+\s+)?[\w-]+['’]s|presidential)\s+office)\b"
)
_ENVOYS = re.compile(
    rf"{_AT}(?:the\s+)?(?P<name>[\w.]+\s+(?:ambassador|envoy|consul)['’]s\s+(?:residence|home|house))\b"
)
_OWNER = re.compile(r"^(?:his|her|their|(?:the\s+)?(?:latter|former)['’]s)\s+")
_HALL = re.compile(r"\b(?:at|in|to|outside)\s+(?P<name>(?:city|town)\s+hall|parliament)\b")


def known_venues(text: str, beat: Beat) -> Iterator[PlacePhrase]:
    """Find the beat's own venues, wherever they are named."""
    for spelling, place in _spelled(beat):
        at = text.find(spelling)
        while at >= 0:
            if not _is_part_of_name(text, at, spelling, place.venue or ""):
                yield PlacePhrase(at, at + len(spelling), place)
            at = text.find(spelling, at + len(spelling))


def _is_part_of_name(text: str, at: int, spelling: str, venue: str) -> bool:
    """Whether a by-name belongs to another's whole name: "State Guest House Jamuna"."""
    if venue in spelling or spelling in venue.split(",")[-1]:
        return False
    before = _NAME_BEFORE.search(text[:at])
    if before and not venue.endswith(before[1]):
        return True
    return _NAME_AFTER.match(text, at + len(spelling)) is not None


@cache
def _spelled(beat: Beat) -> tuple[tuple[str, Place], ...]:
    """Give the spellings of the beat's venues, each with its place."""
    return tuple(
        (spelling, Place(_room(spelling, venue.name), venue.city, venue.country))
        for venue in beat.venues
        for spelling in dict.fromkeys(_names(venue))
    )


def _names(venue: Venue) -> tuple[str, ...]:
    """Give what a venue is found by: not by a name that only its spellings make one."""
    generic = any(venue.name in spelling for spelling in venue.spellings)
    return venue.spellings if generic else (venue.name, *venue.spellings)


def _room(spelling: str, venue: str) -> str:
    """Name a venue; a room of it is told with it: "Oval Office, White House"."""
    words, known = (re.sub(r"\W", "", name).lower() for name in (spelling, venue))
    return venue if words in known or known in words else f"{spelling}, {venue}"


def named_venues(text: str) -> Iterator[PlacePhrase]:
    """Find names that say what they are: "Windsor Castle", "the Hotel Okura"."""
    for pattern in (_BEGINNING, _ENDING):
        for match in pattern.finditer(text):
            if " " in match[0] or match[0] in _ALONE:
                yield PlacePhrase(match.start(), match.end(), Place(venue=match[0]))
    for match in _ENVOYS.finditer(text):  # "the U.K. ambassador's residence" is not in the U.K.
        yield PlacePhrase(match.start("name"), match.end("name"), Place(venue=match["name"]))


def plain_venues(text: str) -> Iterator[PlacePhrase]:
    """Find venues without a name: "at the presidential palace", "in his office"."""
    for pattern in (_OFFICE, _PLAIN, _HALL):
        for match in pattern.finditer(text):
            place = Place(venue=_OWNER.sub("", " ".join(match["name"].split())))
            yield PlacePhrase(match.start("name"), match.end("name"), place)
