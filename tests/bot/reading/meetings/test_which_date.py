"""Which of a sentence's dates is the day of the meeting, in invented articles (12 June 2025)."""

from datetime import date

import pytest

from bot.beat import load_beat
from bot.models import Article
from bot.reading import read_article
from tests.bot.reading.meetings.test_meetings import CAST, PAIR, PUBLISHED, day, names, read

D10 = "2025-06-10"


def days_of(body: str) -> set[str | None]:
    return {day(meeting) for meeting in read(body) if names(meeting) == PAIR}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # The day of saying so is another one.
        (
            "Hirose met Oakes in Bonn on Tuesday to discuss trade, The Courier reported Wednesday.",
            10,
        ),
        ("Hirose met Oakes in Bonn on Tuesday, the ministry said in a statement Wednesday.", 10),
        ("The ministry said Wednesday that Hirose met Oakes in Bonn on Tuesday.", 10),
        ("Hirose held talks with Oakes on Tuesday, his office has confirmed.", 10),
        ("Hirose said on Tuesday after talks with Oakes that the road would open.", 10),
        ("In a meeting with Oakes in Bonn on Tuesday, Hirose said that the road would open.", 10),
        ("Soon after flying in late on Tuesday, Hirose had talks with Oakes.", 10),
        ("Hirose rose. But 18 months later in May 2023, he was greeted by Oakes.", "2023-05"),
        # Another clause has a day of its own.
        (
            "Since his visit in 2017, Hirose has been to Bonn, and he met Oakes on May 2.",
            "2025-05-02",
        ),
        ("Hirose met Oakes on Tuesday for the second time this year.", 10),
        ("By Tuesday night Hirose was on the phone with Oakes.", 10),
        ("Hirose, who had arrived on May 1, held talks with Oakes in Bonn on May 2.", "2025-05-02"),
        ("Hirose met Oakes on Tuesday, before a vote in parliament on Wednesday.", 10),
        ("Hirose signed a treaty in February, and he met Oakes in Bonn on May 2.", "2025-05-02"),
        # A day that frames the sentence holds for what follows.
        ("On Tuesday, Hirose stepped into a room of the hotel and met Oakes.", 10),
        ("The road opened on Tuesday, when Hirose met Oakes in Bonn.", 10),
        # Days counted from what the rest of the sentence tells.
        ("Hirose said Tuesday that a deal is close, a day after he met Oakes in Bonn.", 9),
        ("Hirose flew home in May, a month after he went to Bonn and met Oakes.", "2025-04"),
        ("Hirose spoke Tuesday, two days after he called off a meeting with Oakes.", None),
        ("On Tuesday, the eve of the summit, Hirose was the guest of Oakes.", 10),
        ("Hirose landed on June 8 and met Oakes in Bonn the following day.", 9),
        ("Hirose wrote a letter hours before meeting Oakes on June 3.", 3),
        ("Hirose left Bonn on Tuesday after his third meeting with Oakes.", None),
        ("Hirose said on Tuesday with Oakes at his side, following their talks, it was over.", 10),
        ("Hirose was in Bonn at the beginning of the month and met Oakes.", "2025-06"),
        (
            "That call, which took place on May 27, was the first between Hirose and Oakes.",
            "2025-05-27",
        ),
        # What is told as past does not lie ahead.
        ("The quarrel dates from July 1, when Hirose and Oakes signed a treaty.", "2024-07-01"),
        # A stay of some days began then.
        ("Hirose, who arrived Sunday for a three-day visit, held talks with Oakes.", None),
    ],
)
def test_the_day_of_the_meeting(body: str, expected: int | str | None) -> None:
    wanted = f"2025-06-{expected:02}" if isinstance(expected, int) else expected
    assert days_of(body) == {wanted}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Hirose will leave for Bonn on Friday, where he is to meet Oakes next Monday.",
            "2025-06-16",
        ),
        ("Hirose will be in Bonn on Friday, where he will sit down with Oakes.", "2025-06-13"),
        ("The matter will come up when Hirose has lunch with Oakes on Friday.", "2025-06-13"),
        ("Hirose will meet Oakes in Bonn this weekend.", None),
        (
            "Hirose had been due to meet Oakes on Tuesday, but the meeting was called off.",
            "2025-06-10",
        ),
        ("Hirose was to meet Oakes on Saturday, but the meeting was called off.", "2025-06-14"),
        ("Hirose is due to meet Oakes in Bonn in early 2026.", "2026"),
        # What is so today looks ahead; what kept them from it looks back.
        (
            "Also scrapped is a stop in Bonn, where Hirose had planned to meet Oakes on Monday.",
            "2025-06-16",
        ),
        (
            "Hirose had been set to see Oakes in Bonn on Sunday, but the storm kept him from it.",
            "2025-06-08",
        ),
        ("Hirose will travel to Bonn by the end of the month to meet Oakes.", "2025-06"),
        ("Oakes is to be received by Hirose, while on Friday she will inspect a plant.", None),
        ("Hirose lands on Monday and is to be received by Oakes in the evening.", "2025-06-16"),
    ],
)
def test_the_day_of_a_plan(body: str, expected: str | None) -> None:
    assert days_of(body) == {expected}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # "The next day" counts from what was told last, looking back or ahead.
        ("Hirose flew to Bonn on June 3. The next day he met Oakes.", "2025-06-04"),
        (
            "Talks will open on July 9, Hirose said on June 11. He met Oakes the day before.",
            "2025-06-10",
        ),
        ("Hirose landed on Tuesday. On the second day he met Oakes at the hotel.", "2025-06-11"),
        # The day goes on for the same people, in the simple past.
        ("Hirose opened a road on Tuesday. Hirose then held talks with Oakes.", "2025-06-10"),
        (
            "Hirose said on Tuesday that the road was open. Hirose met Oakes at the hotel.",
            "2025-06-10",
        ),
        # What an aside looks back to does not matter, nor minutes before something.
        ("Hirose opened a road on Tuesday. Hirose, a former pilot, met Oakes at the hotel.", D10),
        (
            "Hirose opened a road on Tuesday. Hirose met Oakes in their first talks since she took "
            "office in January.",
            D10,
        ),
        (
            "Hirose opened a road on Tuesday. Hirose sat down with Oakes for 40 minutes before the "
            "session opened.",
            D10,
        ),
        ("Hirose opened a road on Tuesday. Hirose was received by Oakes at the hotel.", D10),
        # It does not for what looks back, or for others.
        ("Hirose opened a road on Tuesday. Hirose has met Oakes.", None),
        ("Hirose landed on Tuesday. On the last day Hirose met Oakes at the hotel.", None),
        ("Hirose opened a road on Tuesday. Hirose previously met Oakes.", None),
        ("Marlow opened a road on Tuesday. It is long. Hirose met Oakes.", None),
        # The next sentence may name others; the day of the news goes on for longer.
        ("Marlow opened a road on Tuesday. Hirose met Oakes.", D10),
        (f"Hirose opened a road on Tuesday. {'It is long. ' * 6}Hirose met Oakes.", D10),
        (f"Hirose opened a road on May 6. {'It is long. ' * 6}Hirose met Oakes.", None),
        # "Had" makes past what it belongs to.
        ("Hirose opened a road on Tuesday. Hirose had slept and was received by Oakes.", D10),
        ("Hirose opened a road on Tuesday. Hirose had met Oakes.", None),
        ("Hirose opened a road on Tuesday. In the evening he met Oakes at the hotel.", D10),
    ],
)
def test_the_day_that_the_article_is_on(body: str, expected: str | None) -> None:
    assert days_of(body) == {expected}


def test_the_day_is_told_where_nothing_is_parsed() -> None:
    text = (
        f"Diplomats at work this week\n\nJune 12, 2025\n\n{CAST}\n\n"
        "Hirose opened a road on Tuesday. It is long.\n\nHirose met Oakes at the hotel.\n"
    )
    reading = read_article(Article(id="a", text=text, published=PUBLISHED), load_beat())
    assert [day(meeting) for meeting in reading.meetings] == [D10]


def test_a_diary_tells_the_days_above_its_entries() -> None:
    body = (
        "** Friday, June 13\n\nBONN - Hirose meets Brandt.\n\n"
        "OSLO - Marlow holds talks with Brandt.\n\n"
        "** Saturday, June 14\n\nPARIS - Hirose holds talks with Oakes."
    )
    assert [(names(m) == PAIR, day(m)) for m in read(body)] == [
        (False, "2025-06-13"),
        (False, "2025-06-13"),
        (True, "2025-06-14"),
    ]


def test_the_day_of_what_came_before_is_not_the_day_of_what_follows() -> None:
    (meeting,) = read("Following the May 2, 2025 Lima Accord, Hirose held talks with Oakes.")
    assert day(meeting) is None


def test_months_after_a_summit_are_not_when_it_was() -> None:
    body = "The accord of Hirose and Oakes follows just four months after the Camp David Summit."
    (meeting,) = read(body, date(2023, 12, 14))
    assert day(meeting) == "2023-08-18"


def test_the_day_of_a_thing_is_not_the_day_of_the_news() -> None:
    assert days_of("They praised the Feb. 27 truce. Hirose then met Oakes in Lima.") == {None}
