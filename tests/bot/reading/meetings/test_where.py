"""Where a meeting was, by the order of words and by what was told before, in invented articles."""

import pytest

from bot.models import Status
from tests.bot.reading.meetings.test_meetings import PAIR, names, read


def place(body: str) -> tuple[str | None, str | None]:
    """Venue and city of the only meeting of the pair."""
    (found,) = (m for m in read(body) if names(m) == PAIR)
    return found.venue, found.city


@pytest.mark.parametrize(
    ("body", "city"),
    [
        ("Hirose will fly to Lima on Friday, where he is to meet Oakes.", "Lima"),
        ("Hirose came to Oslo straight from Bergen, where he met Oakes.", "Bergen"),
        ("Hirose said in Lisbon, where he met Oakes, that he was glad.", "Lisbon"),
        ("Hirose and Oakes met when they were in Lisbon.", "Lisbon"),
        ("The Camp David summit between Hirose and Oakes was long.", None),
        ("In Lisbon, the minister, Hirose, met Oakes.", "Lisbon"),
        ("In Lisbon, officials said that Hirose met Oakes on Tuesday.", None),
        ("Hirose is due in Georgetown on Monday for talks with Oakes.", "Georgetown"),
        ("Hirose met Oakes, chief of Fjord Ore (FJO.OL), in Jakarta on Tuesday.", "Jakarta"),
        ("Hirose is to visit the town hall of Bergen for talks with Oakes.", None),
        ("Hirose toured a dam in Lima, meeting Oakes as well.", "Lima"),
        ("Hirose met Oakes at a forum that runs until Friday in Lima.", "Lima"),
        ("Hirose will join Gaza aid talks with Oakes in Cairo on Friday.", "Cairo"),
        ("Hirose met Oakes on the island of St. Vincent on Tuesday.", "St. Vincent"),
        ("Hirose met Oakes, who flew home and gave a lecture in Jakarta.", None),
    ],
)
def test_the_order_of_words_tells_the_place(body: str, city: str | None) -> None:
    assert place(body)[1] == city


@pytest.mark.parametrize(
    ("body", "venue"),
    [
        ("Hirose met Oakes at the presidential palace on Tuesday.", "presidential palace"),
        ("Hirose met Oakes at city hall on Tuesday.", "city hall"),
        ("Hirose received Oakes at his residence in Marmaris on Tuesday.", "residence"),
        ("Hirose met Oakes at the Hotel Miramar on Tuesday.", "Hotel Miramar"),
        ("Hirose met Oakes at Vallorbe Castle on Tuesday.", "Vallorbe Castle"),
        ("Hirose met Oakes at Chequers on Tuesday.", "Chequers"),
    ],
)
def test_venues(body: str, venue: str) -> None:
    assert place(body)[0] == venue


@pytest.mark.parametrize(
    ("body", "city"),
    [
        # the journey is told, then somebody else met
        ("Hirose arrived in Lima on Monday. He saw a dam.\n\nHirose met Oakes on Tuesday.", "Lima"),
        ("Hirose met Oakes on Tuesday.\n\nHe met Brandt in Lima on Tuesday.", "Lima"),
        ("Hirose met Oakes on Tuesday.\n\nHe met Brandt in Lima on June 2.", None),
        ("LIMA, June 11 (Fjord) -- Hirose met Oakes on Tuesday.", "Lima"),
        ("LIMA, June 11 (Fjord) -- Hirose met Oakes in May.", None),
        ("LIMA, June 11 (Fjord) -- Hirose will meet Oakes on Saturday.", None),
    ],
)
def test_where_they_were_in_those_days(body: str, city: str | None) -> None:
    assert place(body)[1] == city


@pytest.mark.parametrize(
    ("body", "city"),
    [
        ("Hirose flew to Lima. He saw a dam. He met Oakes there on Tuesday.", "Lima"),
        ("A fair was opened in Lima on Monday.\n\nHirose met Oakes in the city.", "Lima"),
        ("Hirose toured Peru.\n\nHe was in Peru to meet Oakes in the capital.", "Lima"),
        ("LIMA, June 11 (Fjord) -- Hirose met Oakes at city hall on Tuesday.", "Lima"),
        ("Hirose met Oakes on Tuesday. There is no date for a visit to Lima.", None),
    ],
)
def test_there_and_in_the_city(body: str, city: str | None) -> None:
    assert place(body)[1] == city


def test_a_diary_gives_each_entry_its_place_and_is_a_plan() -> None:
    body = "\n\n".join(
        [
            "LIMA - Hirose meets Oakes at noon.",
            "OSLO - A fair of the fjords opens its doors.",
            "BERN - The lake council holds a session.",
        ]
    )
    (meeting,) = (m for m in read(body) if names(m) == PAIR)
    assert (meeting.city, meeting.status) == ("Lima", Status.PLANNED)
