"""Meetings as official papers tell them: long titles, joint statements, previews."""

import pytest

from bot.models import Format, Status
from tests.bot.reading.meetings.test_meetings import PAIR, day, names, read


def test_advisers_are_listed_by_long_titles() -> None:
    body = (
        "National Security Advisor Ana Ruiz met on Tuesday with Diplomatic Counselor to the "
        "President Luc Moreau, National Security Secretariat Secretary General Sato Kenji of "
        "Japan and National Security Advisor Han Dae-ho of the Republic of Korea."
    )
    (meeting,) = read(body)
    assert names(meeting) == {"Ana Ruiz", "Luc Moreau", "Sato Kenji", "Han Dae-ho"}


def test_countries_in_a_list_do_not_explain_each_other() -> None:
    (meeting,) = read("The summit between the United States, Japan, and the Philippines began.")
    assert names(meeting) == {"United States", "Japan", "Philippines"}


def test_the_three_countries_are_not_two() -> None:
    assert (
        read("Japan and South Korea are allies. It is a meeting among the three countries.") == []
    )


def test_what_will_be_done_on_a_journey_is_planned() -> None:
    body = "On Thursday, Hirose will travel to London, and have a bilateral meeting with Oakes."
    (meeting,) = read(body)
    assert meeting.status is Status.PLANNED


def test_hyphened_countries_take_part() -> None:
    (meeting,) = read("The Japan-U.S.-ROK trilateral summit was held on Tuesday.")
    assert meeting.country is None


@pytest.mark.parametrize(
    "body",
    [
        "Will Hirose meet Oakes in London?",
        "Hirose often meets Oakes in London.",
        "Hirose shall decide in consultation with Oakes.",
        "Japan and the Philippines are committed to reestablishing dialogue with North Korea.",
        "The forum meeting hosted by Japan and India took place.",
    ],
)
def test_no_meeting(body: str) -> None:
    assert read(body) == []


def test_agreeing_does_not_make_a_call_a_visit() -> None:
    (meeting,) = read(
        "Hirose spoke with Oakes by video on Tuesday. Hirose and Oakes agreed on steps."
    )
    assert names(meeting) == PAIR
    assert day(meeting) == "2025-06-10"


def test_a_summit_known_by_name_tells_who_met_when_and_where() -> None:
    (meeting,) = read("It builds on the historic Camp David Trilateral Summit of 2023.")
    assert names(meeting) == {"Japan", "United States", "South Korea"}
    assert (day(meeting), meeting.city) == ("2023-08-18", "Camp David")


@pytest.mark.parametrize(
    "body",
    [
        "A reporter was on the sidelines of the Quad Leaders' Summit of 2024.",
        "The preparations for the Quad Leaders' Summit tomorrow are made.",
    ],
)
def test_a_summit_is_not_told_by_its_sidelines_or_for_another_day(body: str) -> None:
    assert read(body) == []


def test_the_day_of_a_summit_that_is_only_known_is_not_what_the_paper_is_on() -> None:
    body = (
        "Hirose landed on Tuesday. He spoke of the 2023 Camp David summit. Hirose then met Oakes."
    )
    assert "2025-06-10" in {day(meeting) for meeting in read(body)}


def test_our_ministers_are_those_of_the_countries_that_speak() -> None:
    body = (
        "We, the leaders of Japan, the Philippines, and the United States, met on Tuesday. "
        "In March 2024, our foreign ministers met in Lima, and again virtually in May."
    )
    first, second = read(body)
    assert names(first) == names(second) == {"Japan", "Philippines", "United States"}
    assert (day(second), second.city, second.format) == ("2024-03", "Lima", Format.IN_PERSON)


def test_our_ministers_are_nobody_where_no_countries_speak() -> None:
    assert read("A spokeswoman said our foreign ministers met in Lima on Tuesday.") == []
