"""Which day, place and format the mentions of a meeting get, in invented articles."""

from datetime import date

import pytest

from bot.models import Meeting
from tests.bot.reading.meetings.test_meetings import PAIR, names, read


def told(body: str, published: date | None = None) -> tuple[str | None, str | None, str | None]:
    """Day, city (or venue) and format of the only meeting of the pair."""
    found = [m for m in (read(body, published) if published else read(body)) if names(m) == PAIR]
    assert len(found) == 1, found
    return seen(found[0])


def seen(meeting: Meeting) -> tuple[str | None, str | None, str | None]:
    day = meeting.date.iso() if meeting.date else None
    return day, meeting.city or meeting.venue, meeting.format


@pytest.mark.parametrize(
    "body",
    [
        "OSLO, June 12, 2025 — Hirose spoke by phone with Oakes on the evening of June 10.",
        "Oslo, June 12, 2025: Hirose spoke by phone with Oakes on Tuesday.",
        "OSLO, June 12 /FJORD/. Hirose spoke by phone with Oakes on Tuesday.",
    ],
)
def test_the_dateline_is_no_date_of_the_meeting(body: str) -> None:
    assert told(body) == ("2025-06-10", None, "phone")


@pytest.mark.parametrize(
    "opening", ["OSLO: ", "OSLO, June 12 (Fjord) -- ", "Oslo, June 12, 2025 (Fjord) — "]
)
def test_here_is_the_place_of_the_dateline(opening: str) -> None:
    arrival = f"{opening}Hirose arrived for a visit of three days."
    body = f"{arrival}\n\nHirose met Oakes here on Tuesday, his office said."
    assert told(body)[:2] == ("2025-06-10", "Oslo")


@pytest.mark.parametrize(
    ("published", "city"),
    [(date(2023, 5, 20), "Hiroshima"), (date(2024, 6, 14), "Fasano"), (date(2018, 6, 9), None)],
)
def test_a_summit_tells_the_place(published: date, city: str | None) -> None:
    body = "Hirose met Oakes today on the sidelines of the G7 summit."
    assert told(body, published)[:2] == (published.isoformat(), city)


def test_each_general_assembly_is_in_new_york() -> None:
    body = "Hirose met Oakes on the sidelines of the UN General Assembly."
    assert told(body, date(2012, 9, 27))[1] == "New York"


def test_a_state_will_do_for_want_of_a_city() -> None:
    assert told("Hirose met Oakes in Florida on Tuesday.")[1] == "Florida"


def test_a_day_told_before_is_meant_by_earlier_in_the_day() -> None:
    body = "Hirose met Brandt on Tuesday. Earlier in the day, Hirose met Oakes in Bonn."
    assert told(body)[:2] == ("2025-06-10", "Bonn")


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("Hirose, who is visiting Berlin, met Oakes on Tuesday.", "Berlin"),
        ("Hirose met Oakes in the port city of Odesa on Tuesday.", "Odesa"),
        ("Hirose met Oakes on Tuesday. The meeting took place in Lisbon.", "Lisbon"),
        ("Oakes is in Tokyo this week. She met Hirose on Tuesday.", "Tokyo"),
        ("Hirose met Oakes in Kananaskis on Tuesday.", "Kananaskis"),
        ("Hirose met Oakes at the NATO summit in The Hague on Tuesday.", "The Hague"),
        ("Hirose met Oakes at the Foreign Ministry in Madrid on Tuesday.", "Madrid"),
        ("Hirose met Oakes on Tuesday, ahead of a July 4 visit to Ottawa.", None),
        ("Hirose met Oakes on Tuesday. His upcoming visit to Ottawa was discussed.", None),
    ],
)
def test_where_a_meeting_was(body: str, place: str | None) -> None:
    assert told(body)[:2] == ("2025-06-10", place)


def test_the_next_day_is_counted_from_an_arrival() -> None:
    body = "Hirose arrived in Beijing on Monday. The next day, he held talks with Oakes."
    assert told(body) == ("2025-06-10", "Beijing", "in-person")


def test_a_house_is_no_month() -> None:
    assert told("Hirose met Oakes at Mar-a-Lago in February.")[0] == "2025-02"


def test_also_met_is_the_same_day_and_place() -> None:
    assert told("Hirose met Brandt in Cairo on Tuesday. He also met Oakes.")[:2] == (
        "2025-06-10",
        "Cairo",
    )


def test_leaders_who_speak_for_some_minutes_are_on_the_phone() -> None:
    assert told("Hirose and Oakes spoke for about 40 minutes on Tuesday.")[2] == "phone"


@pytest.mark.parametrize(
    "words", ["by secure video conference", "in a remote meeting", "on screen", "via Zoom"]
)
def test_who_is_seen_on_a_screen_is_on_video(words: str) -> None:
    assert told(f"Hirose spoke with Oakes {words} on Tuesday.")[2] == "video"
