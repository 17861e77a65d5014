"""Meetings told in other words than "met", and told together with others of the same day."""

import pytest

from bot.models import Format, Status
from tests.bot.reading.meetings.test_meetings import PAIR, day, names, read


@pytest.mark.parametrize(
    "body",
    [
        "Hirose discussed trade with Foreign Secretary Oakes in London on Tuesday.",
        "Hirose and Oakes had a brief informal interaction in London on Tuesday.",
        "Hirose and Oakes had a short conversation in London on Tuesday.",
        "Hirose met for several hours on Tuesday behind closed doors with Oakes in London.",
        "Hirose was received by Oakes in London on Tuesday.",
    ],
)
def test_other_words(body: str) -> None:
    (meeting,) = read(body)
    assert names(meeting) == PAIR
    assert (day(meeting), meeting.city) == ("2025-06-10", "London")


def test_calling_somebody_is_a_phone_call() -> None:
    (meeting,) = read("Hirose called Oakes on Tuesday to discuss the treaty.")
    assert names(meeting) == PAIR
    assert meeting.format is Format.PHONE


def test_calling_names_is_no_phone_call() -> None:
    assert read("Hirose called Oakes a hero on Tuesday.") == []


def test_also_met_goes_on_telling_of_the_same_day_and_place() -> None:
    body = "Hirose met Oakes in London on Tuesday. He also met his German counterpart Lukas Brandt."
    first, second = read(body)
    assert names(second) == {"Makoto Hirose", "Lukas Brandt"}
    assert (day(second), second.city) == (day(first), first.city) == ("2025-06-10", "London")


def test_where_the_meeting_took_place() -> None:
    body = "Hirose met Oakes on Tuesday. The closed-door meeting took place in the city of Lugano."
    (meeting,) = read(body)
    assert (day(meeting), meeting.city) == ("2025-06-10", "Lugano")


def test_what_was_to_happen_on_a_cancelled_visit_is_cancelled() -> None:
    body = (
        "Hirose's visit to London was cancelled on Tuesday. "
        "Hirose was scheduled to meet Oakes in London on Friday."
    )
    (meeting,) = read(body)
    assert names(meeting) == PAIR
    assert meeting.status is Status.CANCELLED


def test_a_date_after_since_is_not_the_day() -> None:
    body = "Hirose met Oakes in London for the first time since an election in April."
    (meeting,) = read(body)
    assert day(meeting) is None


def test_the_first_to_call_has_called() -> None:
    body = "Oakes became the first minister to visit Foreign Minister Hirose in Osaka on Tuesday."
    (meeting,) = read(body)
    assert meeting.status is Status.HELD


def test_who_follows_an_opening_clause_is_the_subject() -> None:
    body = "Before his meeting with Mr Brandt, Hirose met Foreign Secretary Oakes on Tuesday."
    assert PAIR in [names(meeting) for meeting in read(body)]


def test_whose_trip_comes_after_talks_took_part_in_them() -> None:
    (meeting,) = read("Hirose's trip comes after talks with Oakes in London last month.")
    assert names(meeting) == PAIR
    assert (day(meeting), meeting.city) == ("2025-05", "London")


def test_flying_somewhere_to_see_somebody_is_a_plan() -> None:
    (meeting,) = read("Hirose flies to London to see Foreign Secretary Oakes next month.")
    assert meeting.status is Status.PLANNED


def test_a_journey_does_not_move_a_meeting_told_before() -> None:
    body = (
        "Hirose met Oakes in London on Tuesday. Hirose arrived in Lima on Wednesday. "
        "After his meeting with Oakes, Hirose said that trade had been on the agenda."
    )
    (meeting,) = read(body)
    assert meeting.city == "London"


def test_a_phone_call_has_no_place() -> None:
    body = "Hirose spoke with Oakes by phone on Tuesday from a hotel in London."
    (meeting,) = read(body)
    assert (meeting.format, meeting.city) == (Format.PHONE, None)
