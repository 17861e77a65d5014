"""Places of meetings told by trips and appearances, and places that are none, in invented texts."""

import pytest

from bot.models import Status
from tests.bot.reading.meetings.test_meetings import PAIR, names, read

_LONG = "The price of herring rose. " * 40


def city(body: str) -> str | None:
    """City of the only meeting of the pair."""
    (found,) = (m for m in read(body) if names(m) == PAIR)
    return found.city


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ("Before flying out of Lima on Tuesday, Hirose held talks with Oakes.", "Lima"),
        ("Hirose had returned from Lima on Monday after his third meeting with Oakes.", "Lima"),
        ("Hirose gave a joint news conference in Lima with Oakes following their talks.", "Lima"),
        ("Hirose called off a trip to Lima in May, when he had been due to meet Oakes.", "Lima"),
        ("Hirose paid a call on Oakes in Lima on Tuesday.", "Lima"),
        ("Hirose saw Oakes at the U.K. ambassador's residence in Rome on Tuesday.", "Rome"),
        ("Hirose spoke with Oakes at length when she visited the Oval Office.", "Washington"),
        ("Hirose will visit Iba on Dec. 9 to see a dam and confer with Oakes.", "Iba"),
        ("LIMA, Peru, June 11 (Fjord) -- Hirose met Oakes in this coastal city.", "Lima"),
        ("Hirose left for Lima on Tuesday.\n\nHirose met Oakes on Tuesday.", "Lima"),
        (f"Hirose is in Lima.\n\n{_LONG}\n\nHirose met Oakes during the visit.", "Lima"),
        (f"Hirose is in Lima.\n\n{_LONG}\n\nHirose met Oakes.", None),
        ("Hirose is on his way to Lima. In Peru, Hirose will meet Oakes.", "Lima"),
    ],
)
def test_trips_and_appearances_tell_the_place(body: str, where: str | None) -> None:
    assert city(body) == where


@pytest.mark.parametrize(
    "body",
    [
        "Hirose met Oakes and pressed for an end to the war in Ukraine.",
        "Hirose met Oakes on Tuesday to discuss the situation in Gaza.",
    ],
)
def test_the_place_of_a_matter_is_none_of_the_meeting(body: str) -> None:
    (found,) = (m for m in read(body) if names(m) == PAIR)
    assert (found.city, found.country) == (None, None)


def test_a_place_of_the_first_talks_is_none_of_the_second() -> None:
    body = "Hirose spoke after talks with Brandt in Lima and a meeting with Oakes in Oslo."
    assert city(body) == "Oslo"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("Hirose vowed to deter thieves during a meeting with Oakes in Lima.", Status.HELD),
        ("Hirose lied when asked about his talks with Oakes in Lima in May.", Status.HELD),
        ("Hirose met Oakes in Lima, but won little, and a return visit was dropped.", Status.HELD),
        (
            "Hirose was due to fly to Lima for talks with Oakes, but scrapped the trip.",
            Status.CANCELLED,
        ),
        ("Hirose had been due to fly to Lima on Feb. 5 for talks with Oakes.", Status.CANCELLED),
        ("Hirose failed to meet Oakes in Lima.", Status.CANCELLED),
        ("Hirose would have met Oakes in Lima.", Status.CANCELLED),
        ("Hirose and Oakes had been instructed to meet in Lima.", Status.PLANNED),
        ("Hirose is going to meet Oakes in Lima.", Status.PLANNED),
        ("Hirose floated a meeting with Oakes in Lima in July.", Status.PLANNED),
    ],
)
def test_whether_it_was_held(body: str, status: Status) -> None:
    (found,) = (m for m in read(body) if names(m) == PAIR)
    assert found.status == status
