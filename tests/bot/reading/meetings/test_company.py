"""Whom "the two", "they", "the ministers" and "their" mean."""

import pytest

from bot.models import Format
from tests.bot.reading.meetings.test_meetings import day, names, read

SEEN_OFF = "Hirose met Brandt in Berlin on Monday. "


@pytest.mark.parametrize(
    "body",
    [
        "Hirose had hoped for a word with Oakes. The two spoke by phone on Tuesday.",
        "Hirose praised Oakes, and the two spoke by phone on Tuesday.",
        "Hirose had written to Oakes. They spoke by phone on Tuesday.",
        "The letter from Hirose surprised Oakes. The pair spoke by phone on Tuesday.",
        "Hirose wrote to Oakes. He had no answer. The two ministers spoke by phone on Tuesday.",
        "Hirose thanked Oakes. Both spoke by phone on Tuesday, according to spokesman Abe Tanner.",
    ],
)
def test_who_was_named_together_last_is_meant(body: str) -> None:
    *_, call = read(SEEN_OFF + body)
    assert (names(call), day(call)) == ({"Makoto Hirose", "Margaret Oakes"}, "2025-06-10")
    assert call.format is Format.PHONE


def test_a_spokesman_is_not_one_of_the_two() -> None:
    body = "Hirose thanked Oakes. Spokesman Abe Tanner was pleased. The two will meet on Monday."
    *_, plan = read(SEEN_OFF + body)
    assert names(plan) == {"Makoto Hirose", "Margaret Oakes"}


def test_the_two_presidents_are_no_ministers() -> None:
    body = (
        "Marlow received Chilean President Rodrigo Antunes in Washington on Monday. "
        "Hirose thanked Oakes. The two presidents last met in Lima in May."
    )
    *_, last = read(body)
    assert names(last) == {"Elena Marlow", "Rodrigo Antunes"}


def test_their_talks_are_of_those_spoken_of() -> None:
    body = "Hirose spoke highly of Oakes. He recalled their talks in Lisbon in May."
    *_, last = read(SEEN_OFF + body)
    assert names(last) == {"Makoto Hirose", "Margaret Oakes"}


def test_some_two_officials_are_nobody_told_of() -> None:
    (meeting,) = read("Hirose met Oakes on Tuesday. Two officials met reporters on Wednesday.")
    assert day(meeting) == "2025-06-10"


def test_the_two_countries_are_no_people() -> None:
    body = "Japan and Germany trade much. The leaders of the two countries met in Bonn on Monday."
    (meeting,) = read(body)
    assert names(meeting) == {"Japan", "Germany"}


def test_they_are_who_says_so() -> None:
    body = "Brandt said they met Trade Minister Yuri Anzai in Berlin on Tuesday."
    *_, meeting = read("Hirose and Oakes wrote letters. " + body)
    assert names(meeting) == {"Lukas Brandt", "Yuri Anzai"}


def test_the_envoys_are_no_ministers() -> None:
    body = (
        "Ambassador Piet Holm and Ambassador Ines Duarte have known each other for years. "
        "Brandt is expected to receive Holm in Berlin on Monday. The envoys met in Vienna in May."
    )
    last = [m for m in read(body) if m.city == "Vienna"]
    assert [names(m) for m in last] == [{"Piet Holm", "Ines Duarte"}]


def test_talks_between_countries_are_those_of_their_leaders() -> None:
    body = (
        "Marlow will meet Chinese President Wei Dalin in Lima on Monday. "
        "Nobody in Paris had expected these U.S.-China talks."
    )
    (meeting,) = read(body)
    assert names(meeting) == {"Elena Marlow", "Wei Dalin"}


def test_the_two_are_those_who_met_not_who_was_named_since() -> None:
    body = (
        "Hirose met Oakes on Monday. Brandt was at home.\n\nHirose likes tea. "
        "The two ministers will speak by phone on Friday."
    )
    assert all("Lukas Brandt" not in names(meeting) for meeting in read(body))


def test_both_sides_are_no_people_named_before() -> None:
    body = "Analyst Ida Brenner spoke first. Abe Tanner agreed. Both sides held talks on Tuesday."
    assert all({"Ida Brenner", "Abe Tanner"}.isdisjoint(names(meeting)) for meeting in read(body))


def test_the_two_top_diplomats_are_ministers_not_the_president_named_since() -> None:
    body = (
        "Hirose met Oakes in Lisbon on Monday. Oakes was received by Elena Marlow afterwards. "
        "The two top diplomats will meet again in Lima on Friday."
    )
    *_, plan = read(body)
    assert names(plan) == {"Makoto Hirose", "Margaret Oakes"}
