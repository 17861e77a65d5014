"""Meetings as statements, gaggles and reports tell them: announced, just over, before the press."""

import pytest

from bot.models import Status
from tests.bot.reading.meetings.test_meetings import PAIR, day, names, read


def test_guests_follow_the_summit_that_was_announced() -> None:
    (summit,) = read(
        "President Marlow will host the fourth Elba Leaders Summit in Chicago on June 21. "
        "The President looks forward to welcoming Prime Minister Aino Salonen of Finland and "
        "Prime Minister Ole Keld of Denmark."
    )
    assert {name.split()[-1] for name in names(summit)} == {"Marlow", "Salonen", "Keld"}
    assert (day(summit), summit.city, summit.status) == ("2025-06-21", "Chicago", Status.PLANNED)


@pytest.mark.parametrize(
    "body",
    [
        "We have just concluded the first meeting between Hirose and Oakes.",
        "Just finished the meeting between Hirose and Oakes.",
    ],
)
def test_what_was_just_concluded_was_today(body: str) -> None:
    (meeting,) = read(body)
    assert (names(meeting), day(meeting)) == (PAIR, "2025-06-12")


def test_what_had_just_been_concluded_need_not_be_today() -> None:
    (meeting,) = read("Hirose had just met Oakes when the war began.")
    assert day(meeting) != "2025-06-12"


@pytest.mark.parametrize(
    "body",
    [
        "Marlow praised the treaty in a joint press conference with Oakes.",
        "Marlow's comments came during an hour-long press conference alongside Oakes.",
    ],
)
def test_who_faces_the_press_together_has_met(body: str) -> None:
    (meeting,) = read(body)
    assert names(meeting) == {"Elena Marlow", "Margaret Oakes"}
    assert meeting.status is Status.HELD


@pytest.mark.parametrize(
    "body",
    [
        "Oakes's comments came in a press conference with British Trade Secretary Abe Tanner.",
        "Hirose held a press conference with reporters.",
        "Hirose held a press conference.",
    ],
)
def test_a_press_conference_of_one_side_is_no_meeting(body: str) -> None:
    assert not read(body)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The truce follows talks between the Elban Free Army and the Northern League in Rome.",
            {"Elban Free Army", "Northern League"},
        ),
        ("They praised the meeting of the Japan-India Council on Tuesday.", {"Japan", "India"}),
        ("Japan and India will convene a joint commission on June 20.", {"Japan", "India"}),
    ],
)
def test_bodies_meet(body: str, expected: set[str]) -> None:
    (meeting,) = read(body)
    assert names(meeting) == expected


def test_a_heading_in_the_line_is_no_part_of_the_sentence() -> None:
    (meeting,) = read(
        "It was late. DEEP DIVISIONS ON LAOS Hirose received Oakes in Tokyo on Tuesday."
    )
    assert (names(meeting), day(meeting)) == (PAIR, "2025-06-10")
