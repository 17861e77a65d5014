"""What a beat file may say: checked by pydantic at the edge, before anything is built from it."""

import re
import unicodedata
from collections import Counter
from datetime import date
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, field_validator, model_validator


def slug(name: str) -> str:
    """Make an identity of a name: "Shigeru Ishiba" -> "shigeru-ishiba"."""
    plain = unicodedata.normalize("NFKD", name)
    letters = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return re.sub(r"\W+", "-", re.sub(r"[.'’]", "", letters)).strip("-")


class Strict(BaseModel):
    """What every entry of a beat file has in common: unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", str_min_length=1)


class SideEntry(Strict):
    """A country or organisation."""

    name: str
    spellings: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    core: bool = False
    family_first: bool = False


class OfficeEntry(Strict):
    """An office and when it was held (both days inclusive)."""

    title: str
    side: str
    start: date | None = None
    end: date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "OfficeEntry":
        if self.start and self.end and self.start > self.end:
            raise ValueError("the office ends before it starts")
        return self


class PersonEntry(Strict):
    """A person, with spellings and offices."""

    name: str
    key: str = ""
    aliases: tuple[str, ...] = ()
    gender: Literal["f", "m"] | None = None
    offices: tuple[OfficeEntry, ...] = ()


class BodyEntry(Strict):
    """A ministry, government or organisation."""

    name: str
    key: str = ""
    side: str | None = None
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


class TopicEntry(Strict):
    """A subject and its spellings."""

    name: str
    spellings: tuple[str, ...]
    core: bool = False


class EventEntry(Strict):
    """A dated public event; without an end it lasts a day."""

    name: str
    spellings: tuple[str, ...]
    start: date
    end: date | None = None
    city: str | None = None
    country: str | None = None
    members: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _in_order(self) -> "EventEntry":
        if self.end and self.start > self.end:
            raise ValueError("the event ends before it starts")
        return self


class VenueEntry(Strict):
    """A building where meetings are held."""

    name: str
    spellings: tuple[str, ...] = ()
    city: str | None = None
    country: str | None = None


class OutletEntry(Strict):
    """A publisher."""

    name: str
    domains: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    timezone: str | None = None
    side: str | None = None
    official: bool = False

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str | None) -> str | None:
        try:
            if value:
                ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueError(f"{value!r} is no IANA time zone (such as Asia/Tokyo)") from error
        return value


class ExamplesEntry(Strict):
    """Words for the examples in help; what is left out has a plain one."""

    speaker: str = ""
    participant: str = ""
    topic: str = ""
    place: str = ""
    phrase: str = ""


class BeatFile(Strict):
    """A whole beat file."""

    name: str
    sides: tuple[SideEntry, ...] = ()
    people: tuple[PersonEntry, ...] = ()
    bodies: tuple[BodyEntry, ...] = ()
    topics: tuple[TopicEntry, ...] = ()
    events: tuple[EventEntry, ...] = ()
    venues: tuple[VenueEntry, ...] = ()
    outlets: tuple[OutletEntry, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()
    feeds: tuple[str, ...] = ()
    examples: ExamplesEntry = ExamplesEntry()

    @model_validator(mode="after")
    def _consistent(self) -> "BeatFile":
        sides = {s.name for s in self.sides}
        named = [(p.name, o.side) for p in self.people for o in p.offices]
        named += [(b.name, b.side) for b in self.bodies if b.side]
        named += [(b.name, member) for b in self.bodies for member in b.members]
        named += [(e.name, member) for e in self.events for member in e.members]
        named += [(o.name, o.side) for o in self.outlets if o.side]
        for name, side in named:
            if side not in sides:
                raise ValueError(f"{name} belongs to {side!r}, which is not among the sides")
        keys = Counter(p.key or slug(p.name) for p in self.people)
        keys.update(b.key or slug(b.name) for b in self.bodies)
        twice = [k for k, n in keys.items() if n > 1]
        if twice:
            raise ValueError(f"the key {twice[0]!r} stands for two entries")
        return self
