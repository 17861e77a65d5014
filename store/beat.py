"""Bring the store up to date with the beat: its people, and what the index finds them by."""

from collections.abc import Iterable

from sqlite_utils import Database

from bot.kept import Label, Scope, StoredQuote
from bot.models import Person
from store.connection import transaction
from store.documents import tick
from store.meeting_writing import refresh_meeting
from store.people import AliasWords, find_person, put_beat_person
from store.quote_writing import reindex_quote
from store.search import SearchIndex

ALL = 1 << 62


def sync_beat(db: Database, people: Iterable[Person]) -> None:
    """Bring the people of the beat up to date; what reading has added to them stays.

    What is stored already becomes findable by a person's new spellings.
    """
    with transaction(db):
        for person in people:
            before = find_person(db, person.key)
            put_beat_person(db, person)
            if before and not {person.name, *person.aliases} <= {before.name, *before.aliases}:
                reindex_person(db, person.key)


def reindex_person(db: Database, key: str) -> None:
    """Write the documents of all quotes and meetings of a person anew."""
    index, now, aliases = SearchIndex(db), tick(db), AliasWords(db)
    for off_beat in (False, True):
        scope = Scope(any_of=((Label(kind="party", key=key),),), off_beat=off_beat)
        for record in index.records(index.matching((), scope, ALL)):
            if isinstance(record, StoredQuote):
                reindex_quote(db, record, now, aliases)
            else:
                refresh_meeting(db, record.id, now, aliases)
