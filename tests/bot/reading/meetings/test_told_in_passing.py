"""Meetings that a sentence tells in passing, or of which it tells a second one."""

import pytest

from bot.models import Format
from tests.bot.reading.meetings.test_meetings import PAIR, day, names, read


@pytest.mark.parametrize(
    "body",
    [
        "Hirose said he and Foreign Secretary Oakes discussed the treaty in London.",
        "Hirose told visiting British Foreign Secretary Margaret Oakes that Japan would sign.",
        "Hirose apologised to Foreign Secretary Oakes on the sidelines of a conference in Lima.",
        "After talks in the British capital, Hirose told Foreign Secretary Oakes to sign.",
        "It came a day after Oakes hosted Hirose in London.",
        "Hirose played a round of golf with Oakes.",
        "Hirose flew to London for a face-to-face with Oakes.",
        "Hirose is in London, where he sat across the table from Oakes.",
        "Hirose and Oakes wrapped up two days of negotiations in London.",
        "Hirose and Oakes were photographed shaking hands in London.",
        "Hirose and Oakes were brought together in London.",
        "Hirose and Oakes, meeting in London, agreed to sign.",
        "A meeting in London brought together Hirose and Oakes.",
        "The meeting in London involved Hirose; two aides; and three envoys, including Oakes.",
    ],
)
def test_meetings_in_passing(body: str) -> None:
    (meeting,) = read(body)
    assert names(meeting) == PAIR


@pytest.mark.parametrize(
    "body",
    [
        "Hirose and his counterpart Oakes discussed in separate interviews how to go on.",
        "Hirose told Foreign Secretary Oakes in an open letter to sign.",
        "A meeting between Hirose and Oakes would be a mistake, analysts said.",
        "Hirose and Foreign Secretary Oakes exchanged insults on Tuesday.",
        "Hirose and Foreign Secretary Oakes shook hands with voters on Tuesday.",
        "Hirose and Foreign Secretary Oakes are unlikely to meet this year.",
    ],
)
def test_no_meetings(body: str) -> None:
    assert read(body) == []


def test_what_is_told_at_a_conference_is_told_in_person() -> None:
    body = "On the sidelines of a conference in Lima, Hirose told Foreign Secretary Oakes to sign."
    (meeting,) = read(body)
    assert meeting.format is Format.IN_PERSON


def test_a_list_goes_on_after_a_place() -> None:
    body = (
        "Hirose called on Foreign Secretary Oakes at Windsor Castle on Monday "
        "and German Foreign Minister Lukas Brandt in Berlin on Tuesday."
    )
    first, second = read(body)
    assert (names(first), day(first)) == (PAIR, "2025-06-09")
    assert names(second) == {"Makoto Hirose", "Lukas Brandt"}
    assert (day(second), second.city) == ("2025-06-10", "Berlin")


def test_who_says_something_behind_an_and_has_not_met() -> None:
    body = "Hirose met Oakes in London on Monday and German Foreign Minister Lukas Brandt said so."
    (meeting,) = read(body)
    assert names(meeting) == PAIR


def test_names_before_their_countries() -> None:
    body = "The two presidents, Ana Ruiz of Peru and Ole Lund of Denmark, met in Lima on Monday."
    (meeting,) = read(body)
    assert names(meeting) == {"Ana Ruiz", "Ole Lund"}


def test_the_leaders_of_three_countries_are_met_one_after_the_other() -> None:
    body = "Hirose held talks in London on Monday with the leaders of Laos, Canada and Thailand."
    others = [names(meeting) - {"Makoto Hirose"} for meeting in read(body)]
    assert others == [{"Laos"}, {"Canada"}, {"Thailand"}]


def test_after_talks_the_other_one_is_who_was_told_of_before() -> None:
    body = (
        "Foreign Secretary Margaret Oakes has long criticised Hirose over the treaty. "
        "After talks in Lima on Tuesday, Oakes said it would be signed."
    )
    (meeting,) = read(body)
    assert (names(meeting), meeting.city) == (PAIR, "Lima")


def test_after_talks_of_others_it_is_not() -> None:
    body = (
        "Foreign Secretary Margaret Oakes has long criticised Hirose over the treaty. "
        "After a cabinet meeting in London on Tuesday, Oakes said it would be signed."
    )
    assert read(body) == []


def test_trilateral_talks_are_those_of_the_three_countries_named_last() -> None:
    body = (
        "Laos, Canada and Thailand have quarrelled over the treaty since January. "
        "The next round of trilateral talks will be held in Lima on Friday."
    )
    (meeting,) = read(body)
    assert (names(meeting), meeting.city) == ({"Laos", "Canada", "Thailand"}, "Lima")


def test_of_whom_a_meeting_was_may_follow_its_day() -> None:
    (meeting,) = read("It was raised at a meeting on Monday of top officials from Laos and Canada.")
    assert names(meeting) == {"Laos", "Canada"}
