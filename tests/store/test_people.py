from datetime import date

from bot.models import Office, Person
from store.articles import keep_reading
from store.beat import sync_beat
from store.people import all_people, find_person, mark_reviewed, people_to_review
from tests.store.conftest import make_reading

MINISTER = Office(title="foreign minister", side="Japan", start=date(2024, 10, 1))
MORI = Person(
    key="aki-mori", name="Aki Mori", aliases=("Mori Aki", "森亜紀"), gender="f", offices=(MINISTER,)
)
STRANGER = Person(key="jo-field", name="Jo Field", aliases=("Joanna Field",))


def test_a_person_comes_back_as_the_beat_has_it(db):
    sync_beat(db, [MORI])
    assert find_person(db, "aki-mori") == MORI


def test_the_beat_again_changes_nothing(db):
    sync_beat(db, [MORI])
    sync_beat(db, [MORI])
    assert all_people(db) == [MORI]


def test_an_office_that_ended_is_brought_up_to_date(db):
    sync_beat(db, [MORI])
    ended = Office(
        title="foreign minister", side="Japan", start=MINISTER.start, end=date(2025, 10, 1)
    )
    sync_beat(db, [Person(key="aki-mori", name="Aki Mori", offices=(ended,))])
    assert find_person(db, "aki-mori").offices == (ended,)


def test_people_met_in_articles_are_listed_for_review_until_looked_at(db):
    sync_beat(db, [MORI])
    keep_reading(db, make_reading(people=[STRANGER]))
    assert [person.key for person in people_to_review(db)] == ["jo-field"]
    mark_reviewed(db, "jo-field")
    assert people_to_review(db) == []
    assert len(all_people(db)) == 2


def test_an_article_adds_spellings_but_does_not_rename_whom_the_beat_knows(db):
    sync_beat(db, [MORI])
    keep_reading(
        db, make_reading(people=[Person(key="aki-mori", name="A. Mori", aliases=("Akiko Mori",))])
    )
    person = find_person(db, "aki-mori")
    assert person.name == "Aki Mori"
    assert "Akiko Mori" in person.aliases


def test_one_surname_is_two_people(db):
    keep_reading(db, make_reading("a", people=[STRANGER]))
    keep_reading(db, make_reading("b", people=[Person(key="sam-field", name="Sam Field")]))
    assert len(people_to_review(db)) == 2
