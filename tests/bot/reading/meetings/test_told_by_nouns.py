"""Meetings told by a noun, and the lists of parties that follow it."""

import pytest

from bot.models import Format
from tests.bot.reading.meetings.test_meetings import PAIR, day, names, read


def test_ministers_of_any_country_stand_for_it() -> None:
    (meeting,) = read("The foreign ministers of Ghana and Colombia met in London on Tuesday.")
    assert names(meeting) == {"Ghana", "Colombia"}


@pytest.mark.parametrize(
    "noun",
    ["one-on-one", "sit-down", "tête-à-tête", "pull-aside", "get-together", "follow-up", "tea"],
)
def test_nouns_of_meeting(noun: str) -> None:
    (meeting,) = read(f"Hirose had a {noun} with Oakes in London on Tuesday.")
    assert names(meeting) == PAIR


def test_one_on_ones_with_two_are_two_meetings() -> None:
    first, second = read("Hirose held back-to-back one-on-ones with Oakes and Brandt on Tuesday.")
    assert names(first) == PAIR
    assert names(second) == {"Makoto Hirose", "Lukas Brandt"}


def test_a_one_on_one_meeting_is_one() -> None:
    (meeting,) = read("Hirose had a one-on-one meeting with Oakes in London on Tuesday.")
    assert names(meeting) == PAIR


def test_counterparts_of_several_countries_are_received_as_these() -> None:
    body = "Hirose hosted his Mexican and Canadian counterparts in Tokyo on Tuesday."
    (meeting,) = read(body)
    assert names(meeting) == {"Makoto Hirose", "Mexico", "Canada"}
    assert {p.office for p in meeting.participants if p.side == "Mexico"} == {"counterparts"}


@pytest.mark.parametrize(
    "body",
    [
        "Hirose met Brandt on Monday. Talks with Oakes had been set for Tuesday but were dropped.",
        "Hirose met Brandt on Monday. In London, a meeting with Oakes was called off on Tuesday.",
        "Hirose flew home on Tuesday. Scrapped was a luncheon with Oakes in London.",
    ],
)
def test_whom_the_article_follows_has_the_talks(body: str) -> None:
    assert PAIR in [names(meeting) for meeting in read(body)]


def test_what_is_joined_to_a_possession_has_the_same_owner() -> None:
    body = "It came after Hirose's speech to parliament and a meeting with Oakes on Tuesday."
    (meeting,) = read(body)
    assert names(meeting) == PAIR


def test_who_stands_before_with_held_the_meeting() -> None:
    body = "There was anger in Berlin over a meeting Foreign Minister Hirose held with Oakes."
    (meeting,) = read(body)
    assert names(meeting) == PAIR


@pytest.mark.parametrize(
    "body",
    [
        "Hirose took a call from Oakes on Tuesday.",
        "Hirose conveyed the decision to Oakes in a telephone conversation on Tuesday.",
        "Hirose reminded Oakes of the treaty during a phone call on Tuesday.",
    ],
)
def test_calls(body: str) -> None:
    (meeting,) = read(body)
    assert (names(meeting), meeting.format) == (PAIR, Format.PHONE)


def test_who_receives_a_courtesy_call_from_somebody() -> None:
    (meeting,) = read("On June 10, Hirose received a courtesy call from Oakes at the ministry.")
    assert (names(meeting), meeting.format) == (PAIR, Format.IN_PERSON)


def test_a_counterpart_is_who_is_named_after_it() -> None:
    body = "Hirose had talks with his Papua New Guinean counterpart, Justine Tkatchuk-Amo."
    (meeting,) = read(body)
    assert names(meeting) == {"Makoto Hirose", "Justine Tkatchuk-Amo"}


def test_a_link_in_brackets_is_read_as_its_words() -> None:
    body = "Hirose held a [meeting](https://a.example/b) with Oakes in London on Tuesday."
    (meeting,) = read(body)
    assert names(meeting) == PAIR


@pytest.mark.parametrize(
    "body",
    [
        '"In my call with Secretary Oakes, I asked for patience," Hirose said on Tuesday.',
        '"I met Oakes in London," Hirose told reporters on Tuesday.',
    ],
)
def test_i_is_who_says_so(body: str) -> None:
    (meeting,) = read(body)
    assert names(meeting) == PAIR


def test_i_is_whose_turn_it_is_in_a_transcript() -> None:
    body = "QUESTION: And the treaty?\n\nMR HIROSE: In my meeting with Oakes, I raised it."
    (meeting,) = read(body)
    assert names(meeting) == PAIR


def test_people_in_a_picture_have_met() -> None:
    body = (
        "Foreign Minister Makoto Hirose (R) exchanges gifts with Foreign Secretary "
        "Margaret Oakes (L) in London on June 10, 2025. (Pool photo)"
    )
    (meeting,) = read(body)
    assert names(meeting) == PAIR
    assert (day(meeting), meeting.city) == ("2025-06-10", "London")


def test_and_then_with_tells_of_two_meetings() -> None:
    told = read("Hirose had one-on-one talks with Oakes and then with Brandt in Rome on Tuesday.")
    assert sorted(map(sorted, map(names, told))) == [
        ["Lukas Brandt", "Makoto Hirose"],
        ["Makoto Hirose", "Margaret Oakes"],
    ]
