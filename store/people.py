"""People: those of the beat, and those met while reading. One key is one person, for ever."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlite_utils import Database

from bot.models import Office, Party, Person
from bot.words import words_of
from store.connection import transaction
from store.records import Row, day_of, iso

PUT = """
    INSERT INTO people (key, name, gender, origin, article_id)
    VALUES (:key, :name, :gender, :origin, :article_id)
    ON CONFLICT (key) DO UPDATE SET
        name = excluded.name, gender = excluded.gender, origin = excluded.origin
    WHERE excluded.origin = 'beat'
"""
PUT_ALIAS = "INSERT OR IGNORE INTO aliases (person, alias) VALUES (?, ?)"
PUT_OFFICE = "INSERT INTO offices (person, title, side, start, end) VALUES (?, ?, ?, ?, ?)"
HAS_OFFICE = """
    SELECT 1 FROM offices WHERE person = ? AND title = ? AND side = ? AND start IS ? AND end IS ?
"""
CLEAR_OFFICES = "DELETE FROM offices WHERE person = ?"
ALIASES = "SELECT alias FROM aliases WHERE person = ? ORDER BY alias"
OFFICES = "SELECT * FROM offices WHERE person = ? ORDER BY start, title"
ALL = "SELECT * FROM people ORDER BY key"
ONE = "SELECT * FROM people WHERE key = ?"
TO_REVIEW = "SELECT * FROM people WHERE origin = 'article' AND NOT reviewed ORDER BY rowid DESC"
REVIEWED = "UPDATE people SET reviewed = 1 WHERE key = ?"


def put_beat_person(db: Database, person: Person) -> None:
    """Bring a person of the beat up to date, offices as the beat has them."""
    db.conn.execute(CLEAR_OFFICES, (person.key,))
    put_person(db, person, "beat")


def keep_people(db: Database, people: Iterable[Person], article_id: int) -> None:
    """Add the people that an article introduces; who is known already gains aliases and offices."""
    for person in people:
        put_person(db, person, "article", article_id)


def put_person(db: Database, person: Person, origin: str, article_id: int | None = None) -> None:
    """Add a person, or what is new about one. Only the key decides who is who."""
    row = {
        "key": person.key,
        "name": person.name,
        "gender": person.gender,
        "origin": origin,
        "article_id": article_id,
    }
    db.conn.execute(PUT, row)
    db.conn.executemany(PUT_ALIAS, [(person.key, alias) for alias in person.aliases])
    for office in person.offices:
        columns = (person.key, office.title, office.side, iso(office.start), iso(office.end))
        if not db.conn.execute(HAS_OFFICE, columns).fetchone():
            db.conn.execute(PUT_OFFICE, columns)


def all_people(db: Database) -> list[Person]:
    """Return everybody, by key."""
    return [person_from(db, row) for row in list(db.query(ALL))]


def find_person(db: Database, key: str) -> Person | None:
    """Return the person with this key."""
    return next((person_from(db, row) for row in list(db.query(ONE, (key,)))), None)


def people_to_review(db: Database) -> list[Person]:
    """Return those whom articles introduced and nobody has looked at, newest first."""
    return [person_from(db, row) for row in list(db.query(TO_REVIEW))]


def mark_reviewed(db: Database, key: str) -> None:
    """Take a person off the list to review."""
    with transaction(db):
        db.conn.execute(REVIEWED, (key,))


def person_from(db: Database, row: Row) -> Person:
    """Read a person from a row, with aliases and offices."""
    offices = db.query(OFFICES, (row["key"],))
    return Person(
        key=row["key"],
        name=row["name"],
        gender=row["gender"],
        aliases=tuple(alias for (alias,) in db.conn.execute(ALIASES, (row["key"],))),
        offices=tuple(office_from(office) for office in offices),
    )


def office_from(row: Row) -> Office:
    """Read an office from its row."""
    start, end = day_of(row["start"]), day_of(row["end"])
    return Office(title=row["title"], side=row["side"], start=start, end=end)


@dataclass(frozen=True, slots=True)
class AliasWords:
    """The spellings under which the index finds a party; looked up once each."""

    db: Database
    known: dict[tuple[str, str | None], str] = field(default_factory=dict)

    def of(self, party: Party) -> str:
        """Return the party's name and the words that only its other spellings have."""
        if (party.name, party.key) not in self.known:
            self.known[party.name, party.key] = self.look_up(party)
        return self.known[party.name, party.key]

    def look_up(self, party: Party) -> str:
        """Ask the tables for the other spellings."""
        aliases = self.db.conn.execute(ALIASES, (party.key,)).fetchall() if party.key else ()
        if not aliases:
            return party.name
        name = set(words_of(party.name))
        more = [word for (alias,) in aliases for word in words_of(alias) if word not in name]
        return " ".join((party.name, *dict.fromkeys(more)))
