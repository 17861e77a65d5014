"""Meetings of people who are told together, with no "with" or "between"."""

import pytest

from tests.bot.reading.meetings.test_meetings import PAIR, day, names, read


@pytest.mark.parametrize(
    "body",
    [
        "Hirose thanked Oakes. That is from a readout of the two ministers' meeting on Tuesday.",
        "Hirose thanked Oakes. This follows on the two ministers’ first meeting on Tuesday.",
        "Hirose and Oakes's meeting in London on Tuesday was short.",
        "Hirose and Oakes reached a truce in London on Tuesday after hours of talks.",
        "Hirose and Oakes founded a board during their summit in London on Tuesday.",
        "Hirose met Oakes in London on Tuesday. They said that their June 10 foreign ministers "
        "bilateral meeting in London was short.",
    ],
)
def test_owners_and_doers_met(body: str) -> None:
    (meeting,) = read(body)
    assert (names(meeting), day(meeting)) == (PAIR, "2025-06-10")


@pytest.mark.parametrize(
    "body",
    [
        "Hirose and his aide, Ken Oda, reached a deal on Tuesday after hours of talks.",
        "The ASEAN Foreign Ministers' Meeting was held on Tuesday.",
        "Hirose and Oakes founded a series of meetings on Tuesday.",
    ],
)
def test_these_do_not_tell_who_met(body: str) -> None:
    assert not read(body)
