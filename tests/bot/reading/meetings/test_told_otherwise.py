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
