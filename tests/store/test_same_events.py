"""What users decide of meetings that may be one event, and that it holds after re-reading."""

from datetime import date
from functools import partial

import pytest

from bot.kept import Verdict
from bot.models import Party
from store.articles import correct, keep_reading
from store.meetings import latest_meetings, undecided_pairs
from store.same_events import decide
from tests.store.conftest import GRANT, MORI, make_meeting, make_reading

FIELD = Party(name="Jo Field", key="jo-field")
ONE = make_meeting(MORI, GRANT, sentence="Mori met Grant.")
OTHER = make_meeting(MORI, GRANT, FIELD, sentence="The three met.")
TOLD = {"a": ONE, "b": OTHER}


def doubted(one, other):
    same = len(one.participants) == len(other.participants)
    return Verdict.SAME if same else Verdict.DOUBTFUL


def keep(db, name, reader="1"):
    reading = make_reading(name, meetings=(TOLD[name],), outlet=name, published=date(2025, 2, 8))
    keep_reading(db, reading, reader=reader, same_event=doubted)


@pytest.fixture
def pair(db):
    for name in TOLD:
        keep(db, name)
    (pair,) = undecided_pairs(db)
    return pair


def say(db, pair, verdict):
    decide(db, pair, verdict, partial(correct, db, same_event=doubted))


def events(db):
    return sorted(
        sorted(source.outlet for source in meeting.sources) for meeting in latest_meetings(db, 9)
    )


@pytest.mark.parametrize("again", [(), ("a",), ("b",), ("a", "b"), ("b", "a")])
def test_one_event_stays_one_whatever_is_read_again(db, pair, again):
    say(db, pair, Verdict.SAME)
    for name in again:
        keep(db, name, reader="2")
    assert events(db) == [["a", "b"]]
    assert undecided_pairs(db) == []


@pytest.mark.parametrize("again", [(), ("a",), ("b",), ("a", "b"), ("b", "a")])
def test_different_events_are_not_asked_about_again(db, pair, again):
    say(db, pair, Verdict.DIFFERENT)
    for name in again:
        keep(db, name, reader="2")
    assert events(db) == [["a"], ["b"]]
    assert undecided_pairs(db) == []


def test_the_last_word_holds(db, pair):
    say(db, pair, Verdict.DIFFERENT)
    say(db, pair, Verdict.SAME)
    assert events(db) == [["a", "b"]]


def test_all_reports_of_an_event_follow(db, pair):
    third = make_reading("c", meetings=(ONE,), outlet="c", published=date(2025, 2, 9))
    keep_reading(db, third, same_event=doubted)
    say(db, undecided_pairs(db)[0], Verdict.SAME)
    assert events(db) == [["a", "b", "c"]]


def test_a_sentence_may_prove_two_meetings(db):
    sentence = "Mori met Grant, and Field met Hale."
    hale = Party(name="Ann Hale", key="ann-hale")
    beside = make_meeting(FIELD, hale, sentence=sentence)
    told = make_meeting(MORI, GRANT, FIELD, sentence=sentence)
    for name, meetings in {"a": (ONE,), "b": (beside, told)}.items():
        keep_reading(db, make_reading(name, meetings=meetings, outlet=name), same_event=doubted)
    (pair,) = undecided_pairs(db)
    say(db, pair, Verdict.SAME)
    assert events(db) == [["a", "b"], ["b"]]
    joined = next(m for m in latest_meetings(db, 9) if len(m.sources) > 1)
    assert {party.name for party in joined.meeting.participants} >= {"Aki Mori", "Ellen Grant"}
