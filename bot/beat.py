"""A beat: the sides, people, bodies, topics, events, places and outlets that one file names."""

import tomllib
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from bot.beat_file import BeatFile, PersonEntry, slug
from bot.models import Office, Person

FOLDER = Path(__file__).parent / "beats"


class BeatError(Exception):
    """A beat file is missing or wrong; the message is one sentence that says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A country or organisation of the beat, and the words that name it.

    `spellings` name it ("U.S."), `adjectives` tell what is its ("American"), and
    its government goes by its `capitals` ("Washington").
    """

    name: str
    spellings: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    core: bool = False  # True for the sides whose relations the beat is about
    family_first: bool = False  # English texts write its people's family name first


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A ministry, government or organisation that can speak or meet."""

    key: str
    name: str
    side: str | None
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()  # the sides that make it up ("Quad")


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject of the beat and the spellings that show it."""

    name: str
    spellings: tuple[str, ...]
    core: bool = False  # True: shows by itself that a text belongs to the beat


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A dated public event that articles date other things by ("Election Day", "APEC")."""

    name: str
    spellings: tuple[str, ...]
    start: date
    end: date
    city: str | None = None
    country: str | None = None
    members: tuple[str, ...] = ()  # the sides that meet there, where they are few


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
    side: str | None = None  # whose officials it means by "the prime minister"
    official: bool = False  # it speaks for its side, which then needs no naming


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """What the examples in help search for: as typed, best something in the beat's news."""

    speaker: str = "minister"
    participant: str = "president"
    topic: str = "trade"
    place: str = "border"
    phrase: str = "joint statement"

    def fill(self, text: str) -> str:
        """Put the examples into a text: "follow {speaker}" -> "follow ishiba"."""
        return text.format_map(asdict(self))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Beat:
    """All that one beat file says.

    A beat is itself alone, not its contents: what is worked out from it is cached by it, and
    hashing hundreds of people at each look-up took a tenth of the reading.
    """

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
    examples: Examples = field(default_factory=Examples)


def load_beat(name_or_path: str | Path = "japan_us") -> Beat:
    """Load a beat by its name in bot/beats, or any beat file by its path."""
    path = _path(name_or_path)
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        known = ", ".join(sorted(p.stem for p in FOLDER.glob("*.toml")))
        raise BeatError(f"There is no beat file {path}; the beats at hand are: {known}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BeatError(f"The beat file {path} is not valid TOML: {error}.") from None
    try:
        return _beat(path.stem, BeatFile.model_validate(content))
    except ValidationError as error:
        raise BeatError(f"In the beat file {path}, correct {_first(error)}.") from None


def _path(name_or_path: str | Path) -> Path:
    if isinstance(name_or_path, Path) or Path(name_or_path).suffix:
        return Path(name_or_path)
    return FOLDER / f"{name_or_path}.toml"


def _first(error: ValidationError) -> str:
    """Say where the first mistake is and what it is."""
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}" if place else first["msg"]


def _beat(key: str, file: BeatFile) -> Beat:
    return Beat(
        key=key,
        name=file.name,
        sides=tuple(Side(**s.model_dump()) for s in file.sides),
        people=tuple(_person(p) for p in file.people),
        bodies=tuple(Body(**b.model_dump() | {"key": b.key or slug(b.name)}) for b in file.bodies),
        topics=tuple(Topic(**t.model_dump()) for t in file.topics),
        events=tuple(Event(**e.model_dump() | {"end": e.end or e.start}) for e in file.events),
        venues=tuple(Venue(**v.model_dump()) for v in file.venues),
        outlets=tuple(Outlet(**o.model_dump()) for o in file.outlets),
        synonyms=file.synonyms,
        feeds=file.feeds,
        examples=Examples(**file.examples.model_dump(exclude_unset=True)),
    )


def _person(entry: PersonEntry) -> Person:
    return Person(
        key=entry.key or slug(entry.name),
        name=entry.name,
        aliases=entry.aliases,
        gender=entry.gender,
        offices=tuple(Office(**o.model_dump()) for o in entry.offices),
    )
