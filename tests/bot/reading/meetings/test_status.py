"""Whether a meeting was held, is planned or fell through, in invented articles."""

import pytest

from bot.models import Status
from tests.bot.reading.meetings.test_meetings import PAIR, names, read


def status(body: str) -> Status:
    """Status of the only meeting of the pair."""
    (found,) = (m for m in read(body) if names(m) == PAIR)
    return found.status


@pytest.mark.parametrize(
    "body",
    [
        "Hirose was to have met Oakes in London last week.",
        "Hirose, who had been due to meet Oakes in London on Monday, is flying to Oslo instead.",
        "Hirose had been set to host Oakes in London on June 25.",
        "Hirose had planned to meet Oakes in London on Monday.",
        "Hirose was due to meet Oakes in London last week, but that meeting was put off.",
        "Hirose was to meet Oakes in London on Monday, but he called the visit off.",
        "Hirose was due to meet Oakes in London on Monday, but the talks never took place.",
        "Hirose missed a planned meeting with Oakes in London on Tuesday.",
        "Hirose turned down a meeting with Oakes in London.",
        "Hirose pulled out of a meeting with Oakes in London.",
        "Hirose will not fly to London, where he was to meet Oakes on Friday.",
        "The envoys regretted the lack of a meeting between Hirose and Oakes in London.",
        "Also scrapped was a meeting between Hirose and Oakes in London.",
        "Hirose is to meet Oakes in London on Monday. It will not take place, his office said.",
    ],
)
def test_what_fell_through(body: str) -> None:
    assert status(body) is Status.CANCELLED


@pytest.mark.parametrize(
    "body",
    [
        "Hirose, who had been due to meet Oakes in London on Tuesday, did so as planned.",
        "Hirose will meet Oakes in London on Friday. The talks had first been set for May, "
        "but they were put off.",
        "Hirose will meet Oakes in London on Friday, before a match that was cancelled twice.",
    ],
)
def test_what_did_not_fall_through(body: str) -> None:
    assert status(body) is Status.PLANNED


@pytest.mark.parametrize(
    "body",
    [
        "Hirose had a chance to speak with Oakes in London on Tuesday.",
        "Hirose said that her meeting with Oakes in London on Tuesday would help trade.",
        "Hirose met Oakes in London in May; a visit to Oslo was cancelled.",
        "The summit was arranged after talks between Hirose and Oakes in London on Tuesday.",
    ],
)
def test_what_was_held(body: str) -> None:
    assert status(body) is Status.HELD
