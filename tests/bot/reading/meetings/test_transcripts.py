"""Transcripts of official papers: who spoke side by side, where and when."""

from datetime import date

import pytest

from bot.beat import load_beat
from bot.models import Article, Format, Meeting, Status
from bot.reading.language import parse
from bot.reading.meetings import read_meetings
from bot.reading.page import read_page
from bot.reading.people import cast_of
from tests.bot.reading.meetings.test_meetings import day, names

TITLE = "Remarks by President Marlow and Prime Minister Salonen of Finland Before Bilateral Meeting"
WORDS = "PRESIDENT MARLOW:  Welcome.  It is good to see you.\n\nPRIME MINISTER SALONEN:  Thank you."


def read_paper(
    body: str = WORDS,
    title: str = TITLE,
    published: str = "2025-06-12 16:22:52-04:00",
    opening: str = "Rose Garden\n\n10:45 A.M. EDT",
) -> list[Meeting]:
    matter = f'---\npublished_time: {published}\ntitle: "{title}"\n---\n'
    text = f"{matter}\n{opening}\n\n{body}\n"
    beat = load_beat()
    page = read_page(Article(id="a", text=text), beat)
    parsed = list(parse(page.paragraphs))
    meetings = read_meetings(page, parsed, cast_of(page, parsed, beat), beat)
    for meeting in meetings:
        for evidence in meeting.evidence:
            assert text[evidence.start : evidence.end] == evidence.text
    return meetings


def test_the_title_in_a_front_matter_tells_who_met_where_and_when() -> None:
    (meeting,) = read_paper()
    assert {name.split()[-1] for name in names(meeting)} == {"Marlow", "Salonen"}
    assert (day(meeting), meeting.status) == ("2025-06-12", Status.HELD)
    assert "Rose Garden" in (meeting.venue or "")
    assert meeting.evidence[0].text.strip('"') == TITLE


@pytest.mark.parametrize(
    ("published", "clock", "spoken"),
    [
        ("2025-06-13 00:10:00-04:00", "4:46 P.M. EDT", "2025-06-12"),
        ("2025-06-12 07:26:11-04:00", "3:21 P.M. JST", "2025-06-12"),
        ("2025-06-11 23:37:11-04:00", "8:24 A.M. JST", "2025-06-12"),
        ("2025-06-13 01:37:11-04:00", "", "2025-06-12"),
        ("2025-06-12", "4:46 P.M. EDT", None),
    ],
)
def test_what_was_said_was_said_before_it_was_published(
    published: str, clock: str, spoken: str | None
) -> None:
    (meeting,) = read_paper(published=published, opening=f"Rose Garden\n\n{clock}")
    assert day(meeting) == spoken


@pytest.mark.parametrize(
    ("opening", "venue", "city"),
    [
        ("Kantei,\nTokyo, Japan", "Kantei", "Tokyo"),
        ("*Ostbank  \n*Munich, Germany**", "Ostbank", "Munich"),
        ("10:45 A.M. EDT", None, None),
    ],
)
def test_the_lines_above_the_first_words_tell_the_place(
    opening: str, venue: str | None, city: str | None
) -> None:
    (meeting,) = read_paper(opening=opening)
    assert (meeting.venue or "").startswith(venue or "")
    assert bool(meeting.venue) == bool(venue)
    assert meeting.city == city


def test_a_meeting_by_video_has_no_room() -> None:
    (meeting,) = read_paper(opening="Via Teleconference\n\n10:45 A.M. EDT")
    assert (meeting.format, meeting.venue) == (Format.VIDEO, None)


@pytest.mark.parametrize(
    "title",
    [
        "Remarks by President Marlow on the Death of Prime Minister Salonen of Finland",
        "Remarks by President Salonen of Finland and Prime Minister Aalto of Finland on Trade",
        "Joint Statement by President Marlow and Prime Minister Salonen of Finland on Trade",
    ],
)
def test_these_titles_tell_of_no_meeting(title: str) -> None:
    assert read_paper(title=title) == []


def test_a_title_in_the_text_is_read_as_well() -> None:
    text = f"{TITLE}\n\n(April 10, 2024)\n\nOval Office\n\n{WORDS}\n"
    beat = load_beat()
    page = read_page(Article(id="a", text=text, published=date(2024, 4, 11)), beat)
    (meeting,) = read_meetings(page, [], cast_of(page, [], beat), beat)
    assert (day(meeting), meeting.city) == ("2024-04-10", "Washington")


def told(words: str, title: str = TITLE) -> list[tuple[set[str], str | None, str | None]]:
    """Give the meetings that one of the two tells of, but for the one at which they speak."""
    hosts = "MODERATOR:  President Elena Marlow and Prime Minister Aino Salonen are here."
    body = f"{hosts}\n\nPRIME MINISTER SALONEN:  {words}\n\nPRESIDENT MARLOW:  Thank you."
    meetings = read_paper(body, title, "2025-06-12 16:22:52-04:00", "Rose Garden")
    return [
        ({name.split()[-1] for name in names(m)}, day(m), m.city or m.country)
        for m in meetings
        if day(m) != "2025-06-12"
    ]


PAIR = {"Marlow", "Salonen"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("You and I met in Lima in March.", [(PAIR, "2025-03", "Lima")]),
        ("We met in Lima in March.", [(PAIR, "2025-03", "Lima")]),
        (
            "President Marlow and I discussed this while I was in Lima in March.",
            [(PAIR, "2025-03", "Lima")],
        ),
        ("We last met when you were governor of Ohio.", [(PAIR, None, None)]),
        (
            "I look forward to welcoming you to Helsinki in September.",
            [(PAIR, "2025-09", "Helsinki")],
        ),
        (
            "President Marlow and I spoke last December and again in January.",
            [(PAIR, "2024-12", None), (PAIR, "2025-01", None)],
        ),
        ("We met in March.", [(PAIR, "2025-03", None)]),  # nobody says in the Rose Garden
        ("I wish to discuss trade with you.", []),  # here and now
    ],
)
def test_i_you_and_we_are_those_of_the_title(
    words: str, expected: list[tuple[set[str], str | None, str | None]]
) -> None:
    assert told(words) == expected


def test_a_journey_of_which_they_tell_did_not_lead_here() -> None:
    words = "PRESIDENT MARLOW:  I visited Lima, and it was good."
    (meeting,) = read_paper(f"{WORDS}\n\n{words}", opening="")
    assert (day(meeting), meeting.city) == ("2025-06-12", None)


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        (
            "Readout of President Marlow’s Call with Prime Minister Salonen of Finland",
            "President Elena Marlow spoke with Prime Minister Aino Salonen of Finland on trade.",
            "2025-06-12",
        ),
        (
            "Readout of President Marlow’s Call with Prime Minister Salonen of Finland",
            "President Elena Marlow spoke of Foreign Minister Ole Keld’s talks with Lukas Brandt.",
            None,
        ),
        (
            "Joint Statement of Japan and the Philippines",
            "We, the leaders of Japan and the Philippines, convened to renew our friendship.",
            "2025-06-12",
        ),
        (
            "Joint Statement of Japan and the Philippines",
            "Since their summit, Japan and the Philippines are friends. Their leaders met in Lima.",
            None,
        ),
    ],
)
def test_a_paper_comes_out_on_the_day_of_its_own_meeting(
    title: str, body: str, expected: str | None
) -> None:
    days = {day(meeting) for meeting in read_paper(f"{body}\n", title, opening="")}
    assert days <= {expected}


def test_president_x_need_not_be_of_the_outlets_country() -> None:
    title = "Remarks by President Marlow and President Keld Before Bilateral Meeting"
    (meeting,) = read_paper(
        "PRESIDENT MARLOW:  Welcome.\n\nPRESIDENT KELD:  Thank you.", title, opening=""
    )
    assert {name.split()[-1] for name in names(meeting)} == {"Marlow", "Keld"}


def test_we_who_meet_others_are_not_those_who_speak() -> None:
    assert not told("We met with investors in Lima in March.")


def test_a_label_is_no_part_of_the_sentence() -> None:
    (said,) = told("President Marlow, whom I saw in Lima in March, is here.")
    assert said == (PAIR, "2025-03", "Lima")


def test_a_statement_speaks_for_whom_its_title_names() -> None:
    title = "Statement by Prime Minister Salonen of Finland on Space"
    body = (
        "While I was in Tokyo in March, Prime Minister Ole Keld of Denmark and I discussed trade.\n"
    )
    (meeting,) = read_paper(body, title, opening="")
    assert {name.split()[-1] for name in names(meeting)} == {"Salonen", "Keld"}
    assert (day(meeting), meeting.city) == ("2025-03", "Tokyo")


def test_you_is_the_one_of_the_other_side() -> None:
    title = (
        "Remarks by President Elena Marlow of the United States, Secretary of State Abe Tanner, "
        "and Prime Minister Aino Salonen of Finland at State Luncheon"
    )
    body = "PRESIDENT MARLOW:  You and I first met in Lima in March."
    (before,) = [m for m in read_paper(body, title) if day(m) == "2025-03"]
    assert {name.split()[-1] for name in names(before)} == {"Marlow", "Salonen"}
