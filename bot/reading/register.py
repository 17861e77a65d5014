"""Whom and what the beat knows, indexed by the words that name them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from bot.beat import Beat, Body, Side
from bot.models import Office, Party, PartyKind, Person
from bot.reading.titles import office_of
from bot.reading.words import keys_of

Keys = tuple[str, ...]
LONG_ENOUGH = 11  # letters in a full name before a letter or two may differ
ALIKE = 93.0
# Surnames that are also plain words, places or many people's: they need a title or a first name.
COMMON = frozenset(
    keys_of(
        """brown power price bush may glass wright tai burns miller kim lee park wong li wu yang cho
    chung han moon shin johnson harris campbell costa michel mori tamaki suzuki kato kishi
    saito noda singh suh ahn wi xie lin mao qin king jordan charles cooper peters to lam duda
    wang dong cameron blair anand joly green musk tusk koo payne reynolds ross lai"""
    )
)


class Register:
    """The beat's people, bodies and sides, found by name, surname or office."""

    def __init__(self, beat: Beat) -> None:
        self.beat = beat
        self.sides: dict[Keys, Side] = {}
        self.adjectives: dict[Keys, Side] = {}
        self.capitals: dict[Keys, Side] = {}
        self.names: dict[Keys, Person] = {}
        self.surnames: dict[str, list[Person]] = defaultdict(list)
        self.bodies: dict[Keys, Body] = {}
        self.holders: dict[tuple[str, str], list[tuple[Office, Person]]] = defaultdict(list)
        self._index_sides()
        for person in beat.people:
            self._index_person(person)
        for body in beat.bodies:
            for name in (body.name, *body.aliases):
                self.bodies[keys_of(name)] = body
        self.body_keys = frozenset(body.key for body in beat.bodies)
        self._genders = {person.key: person.gender for person in beat.people}
        self._spellings = [" ".join(keys) for keys in self.names if len(keys) > 1]

    def _index_sides(self) -> None:
        for side in self.beat.sides:
            indexes = (
                (self.sides, side.spellings),
                (self.adjectives, side.adjectives),
                (self.capitals, side.capitals),
            )
            for index, spellings in indexes:
                for spelling in spellings:
                    index.setdefault(keys_of(spelling), side)

    def _index_person(self, person: Person) -> None:
        family_first = self.writes_family_first(person)
        for spelling in (person.name, *person.aliases):
            keys = keys_of(spelling)
            self.names.setdefault(keys, person)
            if len(keys) == 2:
                self.names.setdefault(keys[::-1], person)  # "Ishiba Shigeru"
        surname = surname_of(keys_of(person.name), family_first)
        self.surnames[surname].append(person)
        for office in person.offices:
            plain = office_of(office.title) or office.title.casefold()
            self.holders[(office.side, plain)].append((office, person))

    def writes_family_first(self, person: Person) -> bool:
        """Tell whether a person's family name stands first: "Kwon Tae-il"."""
        return looks_family_first(person.name) or self.is_family_first(
            office.side for office in person.offices
        )

    def is_family_first(self, sides: Iterable[str | None]) -> bool:
        """Tell whether people of these sides write the family name first in English."""
        named = set(sides)
        return any(side.family_first for side in self.beat.sides if side.name in named)

    def misspelt(self, keys: Keys) -> Person | None:
        """Find whose full name is misspelt by a letter or two: "Volodymyr Zelenksy"."""
        wanted = " ".join(keys)
        if len(wanted) < LONG_ENOUGH:
            return None
        near = process.extractOne(wanted, self._spellings, scorer=ratio, score_cutoff=ALIKE)
        if near is None or near[0][0] != wanted[0] or near[0].count(" ") != wanted.count(" "):
            return None
        return self.names[tuple(near[0].split(" "))]

    def gender(self, key: str | None) -> str | None:
        """Tell the gender of one of the beat's people."""
        return self._genders.get(key or "")

    def side_told(self, keys: Keys) -> str | None:
        """Tell the side that an adjective among words names: "the Japanese spokeswoman"."""
        told = (self.adjectives.get((key,)) for key in keys)
        return next((side.name for side in told if side), None)

    def adjectives_of(self, name: str | None) -> Keys:
        """Give the words for what is of a side: "japanese"."""
        side = self.side(name)
        return tuple(key for word in side.adjectives for key in keys_of(word)) if side else ()

    def side(self, name: str | None) -> Side | None:
        """Find a side by its name."""
        return next((s for s in self.beat.sides if s.name == name), None)

    def holder(self, side: str, office: str, day: date | None) -> Person | None:
        """Find who held an office on a day; None where that is open or nobody is known."""
        if day is None:
            return None
        held = {
            person.key: person
            for term, person in self.holders.get((side, office), ())
            if (term.start or date.min) <= day <= (term.end or date.max)
        }
        # On a day of change the newcomer holds it.
        if len(held) > 1:
            held = {
                person.key: person
                for term, person in self.holders[(side, office)]
                if person.key in held and term.start == day
            } or held
        return next(iter(held.values())) if len(held) == 1 else None

    def party(self, person: Person, day: date | None = None) -> Party:
        """Show a person as a party, with the office held on a day (else the latest known)."""
        office = office_on(person, day)
        return Party(
            name=person.name,
            kind=PartyKind.PERSON,
            key=person.key,
            office=office.title if office else None,
            side=office.side if office else next((o.side for o in person.offices), None),
        )


def looks_family_first(name: str) -> bool:
    """Tell "Kwon Tae-il" and "Bae Chang-soo": a short family name, a hyphenated given name."""
    parts = name.split()
    return len(parts) == 2 and "-" in parts[1] and parts[1].split("-")[1][:1].islower()


def surname_of(keys: Keys, family_first: bool) -> str:
    """Pick the surname out of a full name's words."""
    plain = [k for k in keys if k not in {"jr", "sr", "ii", "iii", "iv"}] or list(keys)
    return plain[0] if family_first else plain[-1]


def office_on(person: Person, day: date | None) -> Office | None:
    """Give the office that a person held on a day, the latest begun first; undated ones last."""
    if day is None:
        return person.offices[-1] if person.offices else None
    held = [
        o
        for o in person.offices
        if (o.start or o.end) and (o.start or date.min) <= day <= (o.end or date.max)
    ]
    undated = [o for o in person.offices if not o.start and not o.end]
    return max(held, key=lambda o: o.start or date.min) if held else next(iter(undated), None)


@lru_cache(maxsize=8)
def register_of(beat: Beat) -> Register:
    """Index a beat, once."""
    return Register(beat)
