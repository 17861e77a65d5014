"""Meetings told by many verbs, in the passive, in relative clauses and together."""

import pytest

from bot.models import Format, Status
from tests.bot.reading.meetings.test_meetings import PAIR, day, names, read


@pytest.mark.parametrize(
    "body",
    [
        "Hirose saw Oakes in London on Tuesday.",
        "Hirose flew to London on Tuesday and saw the British foreign secretary.",
        "Oakes was in London on Tuesday when she sees Hirose.",
        "Hirose ran into Oakes in London on Tuesday.",
        "Hirose and Oakes bumped into each other in London on Tuesday.",
        "Hirose dropped in on Oakes in London on Tuesday.",
        "Hirose caught up with Oakes in London on Tuesday.",
        "Hirose was the guest of Oakes in London on Tuesday.",
        "Hirose and Oakes got together in London on Tuesday.",
        "Hirose and Oakes came together in London on Tuesday.",
        "Hirose spent two hours with Oakes in London on Tuesday.",
        "Hirose and Oakes spent the afternoon together in London on Tuesday.",
        "Hirose briefed Oakes in London on Tuesday.",
        "Oakes entertained Hirose in London on Tuesday.",
        "Hirose reviewed debt relief with Oakes in London on Tuesday.",
        "Hirose exchanged views with Oakes in London on Tuesday.",
        "Hirose signed a treaty with Oakes in London on Tuesday.",
        "Hirose and Oakes inaugurated a museum in London on Tuesday.",
        "Hirose and Oakes inspected a harbour together in London on Tuesday.",
        "Hirose and Oakes lunched in London on Tuesday.",
        "Hirose told Oakes in person about the plan in London on Tuesday.",
        "Hirose will thank Oakes, whom he saw in London on Tuesday.",
        "Hirose will write to Oakes, with whom he conferred in London on Tuesday.",
        "Hirose flew to London and was received by Oakes on Tuesday.",
        "Hirose, who was received by Oakes in London on Tuesday, is back.",
        "Hirose and Oakes spoke at the Foreign Office in London on Tuesday about trade.",
    ],
)
def test_verbs_of_meeting(body: str) -> None:
    (meeting,) = read(body)
    assert names(meeting) == PAIR
    assert day(meeting) == "2025-06-10"


@pytest.mark.parametrize(
    "body",
    [
        "Hirose was on the phone with Oakes on Tuesday.",
        "Hirose took a call from Oakes on Tuesday.",
        "Hirose put the plan to Oakes by telephone on Tuesday.",
        "Hirose rang Oakes on Tuesday.",
        "Hirose spoke by phone with Oakes on Tuesday and briefed her on the treaty.",
        "Oakes, with whom Hirose had spoken by phone on Tuesday, was pleased.",
    ],
)
def test_verbs_of_calling(body: str) -> None:
    (meeting,) = read(body)
    assert names(meeting) == PAIR
    assert (day(meeting), meeting.format) == ("2025-06-10", Format.PHONE)


@pytest.mark.parametrize(
    "body",
    [
        "Hirose saw Oakes leave on Tuesday.",
        "Hirose sees Oakes as a friend.",
        "Hirose joined Oakes in calling for peace on Tuesday.",
        "Hirose gathered support in London on Tuesday.",
        "Hirose and Oakes got together the money on Tuesday.",
        "Hirose ran into trouble in London on Tuesday.",
        "Hirose and Oakes spoke at a news conference on Tuesday about trade.",
    ],
)
def test_other_senses_of_these_verbs(body: str) -> None:
    assert read(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "Hirose raised the tariffs with Oakes in London on Tuesday.",
        "Hirose reported the outcome in person to Oakes in London on Tuesday.",
        "Hirose met with several leaders on Tuesday, including Foreign Secretary Margaret Oakes.",
        "On Tuesday the party, whose leader, Makoto Hirose, met Oakes in London, said no.",
    ],
)
def test_whom_a_verb_takes_farther_on(body: str) -> None:
    (meeting,) = read(body)
    assert names(meeting) == PAIR
    assert day(meeting) == "2025-06-10"


def test_a_series_of_leaders_is_met_one_by_one() -> None:
    body = "Marlow met a series of leaders on Tuesday, including Margaret Oakes and Lukas Brandt."
    assert {frozenset(names(meeting)) for meeting in read(body)} == {
        frozenset({"Elena Marlow", "Margaret Oakes"}),
        frozenset({"Elena Marlow", "Lukas Brandt"}),
    }


def test_a_minister_of_a_country_is_that_countrys() -> None:
    (meeting,) = read("Hirose greeted the German minister in Tokyo on Tuesday.")
    assert names(meeting) == {"Makoto Hirose", "Lukas Brandt"}


@pytest.mark.parametrize(
    "body",
    [
        "Hirose and Oakes will coordinate to address challenges posed by rogue states.",
        "Hirose told Oakes that rivals pose a threat.",
        "Hirose and Oakes have had countless dialogues over the years.",
        "Hirose has held numerous talks with Oakes.",
    ],
)
def test_what_is_no_one_meeting(body: str) -> None:
    assert not read(body)


def test_posing_together_is_a_meeting() -> None:
    (meeting,) = read("Hirose and Oakes posed for pictures in London on Tuesday.")
    assert names(meeting) == PAIR


def test_two_who_agreed_on_a_day_have_met() -> None:
    body = "Hirose and Oakes agreed Tuesday to set up a channel for data, his ministry said."
    (meeting,) = read(body)
    assert names(meeting) == PAIR
    assert (day(meeting), meeting.status) == ("2025-06-10", Status.HELD)


@pytest.mark.parametrize(
    "body",
    [
        "Japan and Britain agreed on Tuesday to set up a channel.",
        "Hirose agreed on Tuesday that it was late.",
    ],
)
def test_agreeing_alone_is_no_meeting(body: str) -> None:
    assert read(body) == []


@pytest.mark.parametrize(
    ("body", "others"),
    [
        ("Hirose met with Oakes and also with Brandt in Lima.", [{"Oakes"}, {"Brandt"}]),
        ("Hirose met with Oakes as well as Brandt in Lima.", [{"Oakes", "Brandt"}]),
        ("Hirose met with Oakes and Brandt in Lima.", [{"Oakes", "Brandt"}]),
    ],
)
def test_with_each_is_one_meeting_each(body: str, others: list[set[str]]) -> None:
    met = [{name.split()[-1] for name in names(m)} for m in read(body)]
    assert met == [{"Hirose", *some} for some in others]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Hirose met Oakes in Lima in March and in Quito in May.",
            [("2025-03", "Lima"), ("2025-05", "Quito")],
        ),
        (
            "Hirose met Oakes on March 3 and again on May 5.",
            [("2025-03-03", None), ("2025-05-05", None)],
        ),
        ("Hirose met Oakes in Lima in March and is to resign in May.", [("2025-03", "Lima")]),
    ],
)
def test_meetings_told_in_one_breath(body: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(day(m), m.city) for m in read(body)] == expected
