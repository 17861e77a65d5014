from datetime import date

import pytest

from bot.models import Certainty, Evidence, Format, Party, Status
from bot.views.meetings import how_it_stands, meeting_items, meeting_line, proof
from tests.bot.views.records import meeting, source, stored_meeting


def item(kept):
    section, context = meeting_items([kept])[0]
    return section["text"]["text"], context["elements"][0]["text"]


def test_says_who_met_whom_when_where_and_what_proves_it():
    text, aside = item(stored_meeting())
    assert text == (
        "*Aiko Mori* (Foreign Minister, Japan) and "
        "*Dana Vance-Hill* (Secretary of State, United States)\n"
        "*● Held* · Fri 7 Feb 2025 · Cedar House, Tokyo · in person\n"
        ">Mori met Vance-Hill in Tokyo on Friday."
    )
    assert aside == "deterrence · <https://example.org/1|Example Times>, 8 Feb 2025"


@pytest.mark.parametrize(
    ("status", "certainty", "shown"),
    [
        (Status.HELD, Certainty.REPORTED, "*● Held*"),
        (Status.PLANNED, Certainty.SCHEDULED, "*○ Planned*"),
        (Status.PLANNED, Certainty.ARRANGING, "*○ Planned* (being arranged)"),
        (Status.PLANNED, Certainty.SOUGHT, "*○ Planned* (sought by one side)"),
        (Status.CANCELLED, Certainty.DECLINED, "*✕ Cancelled*"),
    ],
)
def test_the_status_is_visible(status, certainty, shown):
    stands = how_it_stands(meeting(status, certainty, date=None, venue=None, city=None))
    assert stands == f"{shown} · date not known · in person"


def test_a_call_is_by_phone_and_an_unknown_format_is_not_guessed():
    assert how_it_stands(meeting(format=Format.PHONE)).endswith("Tokyo · by phone")
    assert how_it_stands(meeting(format=Format.UNKNOWN)).endswith("Tokyo")


def test_a_changed_status_shows_its_history():
    planned = (source(1, published=date(2025, 1, 31)), meeting(Status.PLANNED))
    again = (source(2, published=date(2025, 2, 3)), meeting(Status.PLANNED))
    held = (source(3), meeting())
    _, aside = item(stored_meeting(reports=(planned, again, held)))
    assert "planned (31 Jan 2025) → held (8 Feb 2025)" in aside
    assert aside.endswith(
        "8 Feb 2025; <https://example.org/2|Example Times>, 3 Feb 2025; "
        "<https://example.org/1|Example Times>, 31 Jan 2025"
    )


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("TOKYO, Feb. 7, 2025 — Mori met Hill.", "… Mori met Hill."),
        ("NEW YORK (Example News) -- Mori met Hill.", "… Mori met Hill."),
        ("Mori met Hill – a first – in Tokyo.", "Mori met Hill – a first – in Tokyo."),
        ("U.S. envoys met Mori – a first.", "U.S. envoys met Mori – a first."),
        ("NATO chiefs met – a first.", "NATO chiefs met – a first."),
    ],
)
def test_a_dateline_is_not_shown_before_the_proof(sentence, shown):
    assert proof(Evidence(start=0, end=len(sentence), text=sentence)) == shown


def test_many_participants_are_counted():
    crowd = tuple(Party(name=f"Person {n}") for n in range(1, 12))
    text, _ = item(stored_meeting(now=meeting(participants=crowd)))
    assert text.split("\n")[0].endswith("*Person 8* and 3 more")


def test_a_meeting_in_one_line():
    assert meeting_line(stored_meeting()) == (
        "Aiko Mori and Dana Vance-Hill · *● Held* · Fri 7 Feb 2025 · Cedar House, Tokyo · in person"
    )
