"""A beat: the sides, people, bodies, topics, events, places and outlets that one file names."""

from dataclasses import dataclass
from datetime import date

from bot.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A country or organisation of the beat, and the words that name it ("U.S.", "American")."""

    name: str
    spellings: tuple[str, ...]
    core: bool = False  # True for the sides whose relations the beat is about


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A ministry, government or organisation that can speak or meet."""

    key: str
    name: str
    side: str | None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject of the beat and the spellings that show it."""

    name: str
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A dated public event that articles date other things by ("Election Day", "APEC")."""

    name: str
    spellings: tuple[str, ...]
    start: date
    end: date
    city: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """A building where meetings are held."""

    name: str
    spellings: tuple[str, ...]
    city: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A publisher: its name, the domains and page marks that show it, its time zone (IANA)."""

    name: str
    domains: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    timezone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """All that one beat file says."""

    key: str  # "japan_us"
    name: str  # "Japan–U.S. alliance"
    sides: tuple[Side, ...] = ()
    people: tuple[Person, ...] = ()
    bodies: tuple[Body, ...] = ()
    topics: tuple[Topic, ...] = ()
    events: tuple[Event, ...] = ()
    venues: tuple[Venue, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()  # search: each group means one thing
    feeds: tuple[str, ...] = ()
