"""Words of meeting that tell of something else: names given, speeches, appeals, crowds."""

import pytest

from bot.models import Status
from tests.bot.reading.meetings.test_meetings import PAIR, names, read


@pytest.mark.parametrize(
    "body",
    [
        "Hirose called Oakes “the worst neighbour” on Monday.",
        "Hirose called Oakes, his old rival, a “coward”.",
        "Hirose attacked Oakes, calling her, among other things, “a failed candidate”.",
        "The bond of Hirose and Oakes, as they call each other, is a story of slights.",
        "Hirose sees Oakes as captured by the hard line.",
        "Hundreds stood in the rain to hear Hirose and Oakes speak about the treaty.",
        "Speaking in Lima, Hirose and Oakes chose other words.",
        "Hirose and Oakes talked past each other for years.",
        "Hirose is to speak on Thursday, along with Oakes.",
        "Hirose spoke of his differences with Oakes.",
        "Hirose and Oakes have spent the year courting allies who may agree with one plan.",
        "Hirose and Oakes laid the groundwork for an eventual coming together.",
        "Hirose and Oakes sat down for the show’s first interview.",
        "Hirose named the donors they met. Oakes wrote to him.",
        "Hirose ignored calls from Oakes to leave the islands.",
        "Hirose feared a new round of sanctions by Oakes.",
        "Hirose had a call with staffers of Oakes on Monday.",
        "Hirose saw two senior Oakes aides at a meeting of the board.",
        "Hirose wrote to Oakes. Farmers read the letter at their weekly lunch on Monday.",
        "Hirose met families of former minister Oakes on Monday.",
    ],
)
def test_no_meeting(body: str) -> None:
    assert read(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "Hirose called Oakes a day later.",
        "Hirose called Oakes “to congratulate her”.",
        "Hirose saw Oakes as well.",
        "Hirose and Oakes spoke by phone on Monday.",
        "Hirose spoke about the war with Oakes.",
        "Last week, Hirose called on Oakes to brief her.",
        "In addition to holding talks with the leadership, Hirose will meet Oakes.",
        "Hirose took a call from Oakes to discuss the truce.",
        "Hirose and Oakes held a round of difficult talks.",
    ],
)
def test_a_meeting(body: str) -> None:
    assert [names(meeting) for meeting in read(body)] == [PAIR]


def test_what_is_rejected_first_does_not_call_off_what_follows() -> None:
    (meeting,) = read("Hirose rejects the remarks but will meet with Oakes.")
    assert (names(meeting), meeting.status) == (PAIR, Status.PLANNED)


def test_what_somebody_is_told_not_to_do_in_a_meeting_is_no_plan() -> None:
    (meeting,) = read("Hirose warned Oakes during their meeting in Lima not to leave the pact.")
    assert (names(meeting), meeting.status) == (PAIR, Status.HELD)


def test_opened_talks_were_held() -> None:
    (meeting,) = read("Hirose and Brandt opened talks on Monday in Lima with Oakes.")
    assert (names(meeting), meeting.status) == (PAIR | {"Lukas Brandt"}, Status.HELD)


def test_several_times_is_not_several_guests() -> None:
    (meeting,) = read(
        "Hirose saw it several times before a trilateral meeting with Oakes and Brandt."
    )
    assert names(meeting) == PAIR | {"Lukas Brandt"}
