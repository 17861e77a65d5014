"""Meetings read from short invented articles, through the real parser and beat."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.beat import load_beat
from bot.models import Article, Certainty, Format, Meeting, Status
from bot.reading.language import parse
from bot.reading.meetings import needs_parse, read_meetings
from bot.reading.page import read_page
from bot.reading.people import cast_of

PUBLISHED = date(2025, 6, 12)  # a Thursday
CAST = (
    "Foreign Minister Makoto Hirose and British Foreign Secretary Margaret Oakes are in office. "
    "So are German Foreign Minister Lukas Brandt and President Elena Marlow of the United States."
)


def read(body: str, published: date | None = PUBLISHED) -> list[Meeting]:
    beat = load_beat()
    text = f"Diplomats at work this week\n\nJune 12, 2025\n\n{CAST}\n\n{body}\n"
    page = read_page(Article(id="a", text=text, published=published), beat)
    parsed = list(parse(page.paragraphs))
    meetings = read_meetings(page, parsed, cast_of(page, parsed, beat), beat)
    for meeting in meetings:
        for evidence in meeting.evidence:
            assert text[evidence.start : evidence.end] == evidence.text
    return meetings


def names(meeting: Meeting) -> set[str]:
    return {party.name for party in meeting.participants}


def day(meeting: Meeting) -> str | None:
    return meeting.date.iso() if meeting.date else None


PAIR = {"Makoto Hirose", "Margaret Oakes"}


@pytest.mark.parametrize(
    "body",
    [
        "Hirose met with Oakes in London on Tuesday.",
        "Hirose held talks with Oakes in London on Tuesday.",
        "Hirose and Oakes met in London on Tuesday.",
        "Oakes hosted Hirose for a working lunch in London on Tuesday.",
        "Hirose paid a courtesy call on Oakes in London on Tuesday.",
        "A meeting between Hirose and Oakes took place in London on Tuesday.",
        "Hirose attended a summit with Oakes in London on Tuesday.",
        "Oakes welcomed Hirose to London on Tuesday.",
    ],
)
def test_forms_of_meeting(body: str) -> None:
    (meeting,) = read(body)
    assert names(meeting) == PAIR
    assert (day(meeting), meeting.city) == ("2025-06-10", "London")
    assert (meeting.status, meeting.format) == (Status.HELD, Format.IN_PERSON)


@pytest.mark.parametrize(
    "body",
    [
        "Hirose spoke with Oakes by phone on Tuesday.",
        "Hirose and Oakes held telephone talks on Tuesday.",
        "Hirose had a phone call with Oakes on Tuesday.",
    ],
)
def test_phone_calls(body: str) -> None:
    (meeting,) = read(body)
    assert names(meeting) == PAIR
    assert (day(meeting), meeting.format) == ("2025-06-10", Format.PHONE)


@pytest.mark.parametrize(
    "body",
    [
        "Hirose will meet Oakes in London on Monday.",
        "Hirose is scheduled to hold talks with Oakes in London on Monday.",
        "Hirose is expected to meet Oakes in London on Monday.",
    ],
)
def test_planned(body: str) -> None:
    (meeting,) = read(body)
    assert (meeting.status, day(meeting), meeting.city) == (Status.PLANNED, "2025-06-16", "London")


@pytest.mark.parametrize(
    "body",
    [
        "Hirose canceled a meeting with Oakes in London.",
        "Hirose had been scheduled to meet Oakes in London on Monday. The meeting was called off.",
        "A meeting between Hirose and Oakes, set for Monday, was scrapped.",
    ],
)
def test_cancelled(body: str) -> None:
    (meeting,) = read(body)
    assert names(meeting) == PAIR
    assert meeting.status is Status.CANCELLED


def test_separate_meetings_are_several() -> None:
    meetings = read("Hirose met separately with Oakes and Brandt on Tuesday.")
    assert [names(m) for m in meetings] == [
        {"Makoto Hirose", "Margaret Oakes"},
        {"Makoto Hirose", "Lukas Brandt"},
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Hirose praised ties under the Marlow administration.",
        "Hirose told reporters in London that he had no comment.",
        "Ministers should meet regularly.",
        "Hirose welcomed the decision by Oakes.",
        "Hirose met reporters on Tuesday.",
        "The plan would meet the needs of the region.",
    ],
)
def test_what_is_no_meeting(body: str) -> None:
    assert read(body) == []


def test_a_call_and_a_visit_stay_apart() -> None:
    meetings = read(
        "Hirose spoke with Oakes by phone on Tuesday. He will meet Oakes in London on Monday."
    )
    assert [(m.format, m.status) for m in meetings] == [
        (Format.PHONE, Status.HELD),
        (Format.IN_PERSON, Status.PLANNED),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Hirose will meet Oakes in London on Friday. In her talks with Hirose, Oakes wants a deal.",
        "In her talks with Hirose, Oakes wants a deal. Hirose will meet Oakes in London on Friday.",
    ],
)
def test_talks_that_are_only_referred_to_may_be_planned(body: str) -> None:
    (meeting,) = read(body)
    assert (day(meeting), meeting.status) == ("2025-06-13", Status.PLANNED)


@pytest.mark.parametrize(
    "body",
    [
        "Hirose phoned Oakes on Tuesday. The talks between Hirose and Oakes were brief.",
        "The conversation between Hirose and Oakes was brief. Hirose phoned Oakes on Tuesday.",
    ],
)
def test_talks_may_be_the_call_that_was_told(body: str) -> None:
    (meeting,) = read(body)
    assert (day(meeting), meeting.format) == ("2025-06-10", Format.PHONE)


def test_mentions_of_one_meeting_merge() -> None:
    (meeting,) = read(
        "Hirose met Oakes on Tuesday. The talks between Hirose and Oakes were held in London."
    )
    assert (day(meeting), meeting.city, len(meeting.evidence)) == ("2025-06-10", "London", 2)


def test_needs_parse() -> None:
    assert needs_parse("The two met in Lima.")
    assert not needs_parse("Exports rose by three percent.")


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    read(text)


def test_a_transcript_tells_of_the_meeting_of_its_speakers() -> None:
    text = (
        "Remarks by President Biden and Prime Minister Kishida of Japan in Joint Press Conference"
        "\n\n(April 10, 2024)\n\nThe press conference was held in the Rose Garden that day.\n"
    )
    beat = load_beat()
    page = read_page(Article(id="a", text=text), beat)
    parsed = list(parse(page.paragraphs))
    (meeting,) = read_meetings(page, parsed, cast_of(page, parsed, beat), beat)
    assert names(meeting) == {"Joe Biden", "Fumio Kishida"}
    assert (day(meeting), meeting.status) == ("2024-04-10", Status.HELD)


def test_a_postponed_meeting_is_told_from_a_dropped_one() -> None:
    (meeting,) = read("A meeting between Hirose and Oakes, set for Monday, was postponed.")
    assert (meeting.status, meeting.certainty) == (Status.CANCELLED, Certainty.POSTPONED)


def test_officials_stand_for_their_countries() -> None:
    (meeting,) = read("Officials from Japan and the United States met in Tokyo on Tuesday.")
    assert names(meeting) == {"Japan", "United States"}


def test_they_met_and_shook_hands_once() -> None:
    (meeting,) = read("Hirose met Oakes in London on Tuesday. They shook hands.")
    assert names(meeting) == PAIR


def test_a_hope_to_meet_is_sought():
    (meeting,) = read("Hirose hopes to meet soon with Oakes to confirm their plans, sources said.")
    assert (meeting.status, meeting.certainty) == (Status.PLANNED, Certainty.SOUGHT)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("Hirose met with Oakes in Tokyo on June 13.", Status.HELD),
        ("Hirose held talks with Oakes in Tokyo on June 13.", Status.HELD),
        ("Hirose will meet with Oakes in Tokyo on June 13.", Status.PLANNED),
        ("Hirose announced talks with Oakes in Tokyo on June 13.", Status.PLANNED),
    ],
)
def test_what_is_told_as_past_may_be_of_the_next_day_in_another_time_zone(body, status):
    (meeting,) = read(body)
    assert (meeting.status, day(meeting)) == (status, "2025-06-13")
