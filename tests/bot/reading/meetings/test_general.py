"""What tells of no single meeting, or of no meeting of those whom it names."""

import pytest

from bot.models import Status
from tests.bot.reading.meetings.test_meetings import PAIR, day, names, read


@pytest.mark.parametrize(
    "body",
    [
        "Hirose has spoken with Oakes on the phone a number of times.",
        "Hirose will meet Oakes annually.",
        "Hirose has met Oakes countless times, her office said.",
        "Hirose speaks to Oakes regularly.",
        "Hirose sees no ground for a meeting with Oakes.",
        "Hirose sees for the time being no reason to hold talks with Oakes.",
        "Hirose travelled to Lima with his daughter, Margaret Oakes.",
        "Hirose stressed the importance of promoting political dialogue with Oakes.",
    ],
)
def test_no_meeting(body: str) -> None:
    assert read(body) == []


def test_often_in_another_clause_leaves_the_meeting() -> None:
    (meeting,) = read("Hirose met Oakes, who often writes to him.")
    assert names(meeting) == PAIR


def test_whose_truce_they_talk_about_is_no_party() -> None:
    (meeting,) = read("Hirose hosted Oakes in Tokyo for talks on the truce with Brandt.")
    assert names(meeting) == PAIR


def test_a_country_before_the_noun_has_the_talks() -> None:
    found = read("Hirose left after days of U.S. meetings with Oakes in Lima.")
    assert [names(meeting) for meeting in found] == [{"United States", "Margaret Oakes"}]


def test_leaders_such_as_are_met() -> None:
    found = read("Hirose flew home on Monday. His stay included talks with leaders such as Oakes.")
    assert [names(meeting) for meeting in found] == [PAIR]


def test_what_was_due_is_what_came_about() -> None:
    (meeting,) = read(
        "Hours before Hirose was due to meet Oakes, a letter came. Hirose smiled when he met Oakes."
    )
    assert (names(meeting), meeting.status) == (PAIR, Status.HELD)


def test_a_day_in_the_clause_of_a_guest_is_not_the_meetings() -> None:
    (meeting,) = read("Hirose met Oakes, who had signed a treaty in Lima on May 6.")
    assert day(meeting) is None


def test_he_also_met_goes_on_telling_of_the_same_one() -> None:
    found = read("Hirose met with Brandt in Lima on Monday. He was also meeting with Oakes.")
    assert [names(m) for m in found] == [{"Makoto Hirose", "Lukas Brandt"}, PAIR]


def test_a_first_meeting_is_of_those_who_have_met_since() -> None:
    (found,) = read("Hirose has met Oakes since an initial meeting in Lima in February failed.")
    assert (names(found), day(found), found.city) == (PAIR, "2025-02", "Lima")


def test_before_meeting_somebody_is_no_meeting_of_another_day() -> None:
    (meeting,) = read(
        "Hirose met Oakes in Lima on Monday. His ministry praised the plan on Tuesday. "
        "Shortly before meeting Oakes and Brandt, Hirose told a forum that he was ready."
    )
    assert (day(meeting), meeting.city) == ("2025-06-09", "Lima")


def test_a_missed_chance_was_no_plan() -> None:
    assert read("Hirose stayed away from Lima, missing an opportunity to meet Oakes.") == []


def test_his_meeting_is_of_who_follows() -> None:
    found = read(
        "Brandt was at home. Following his meeting with Oakes on June 10, 2025, Foreign Minister "
        "Hirose had said in a statement that it had gone well."
    )
    assert [names(meeting) for meeting in found] == [PAIR]


def test_who_is_praised_for_it_has_met() -> None:
    found = read("Brandt praised Hirose for meeting Oakes in Lima on Tuesday.")
    assert [names(meeting) for meeting in found] == [PAIR]
