"""Whom epithets mean. All people are invented."""

from datetime import date

import pytest

from bot.beat import load_beat
from bot.models import Article
from bot.reading.page import read_page
from bot.reading.people import cast_of

BEAT = load_beat()


def told(text, words):
    """Say whom the last occurrence of some words means."""
    page = read_page(Article(id="a", text=text, published=date(2026, 3, 4)), BEAT)
    start = text.rindex(words)
    party = cast_of(page, [], BEAT).resolve(start, start + len(words)).party
    return party.name if party else None


SLOVAK = (
    "Council President Ines Valad left without a promise from Slovak Prime Minister Jur Hron. "
    "Hron, a onetime boxing promoter who won in 2023, did not budge.\n"
)
IRAQI = "Turkish Foreign Minister Cem Ayd met his Iraqi counterpart, Yas Rubai, on Monday.\n"


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (SLOVAK + "“No,” the Slovak said.", "the Slovak", "Jur Hron"),
        (SLOVAK + "“No,” the former promoter said.", "the former promoter", "Jur Hron"),
        (IRAQI + "“No,” said the Iraqi diplomat.", "the Iraqi diplomat", "Yas Rubai"),
        ("Peter Sziv of Hungary spoke.\nThe Hungarian said no.", "The Hungarian", "Peter Sziv"),
        ("Maria Atwi lives in a tent.\nThe 58-year-old said no.", "The 58-year-old", "Maria Atwi"),
        (
            "Ann Orr, 61, met Maria Atwi, 58.\nAnn Orr left.\nThe 58-year-old said no.",
            "The 58-year-old",
            "Maria Atwi",
        ),
        ("Ann Orr spoke.\nThe retired banker said no.", "The retired banker", "Ann Orr"),
    ],
)
def test_an_epithet_is_somebody_named(text, words, who):
    assert told(text, words) == who


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            IRAQI + "An Iraqi diplomat was there.\n“No,” said the Iraqi diplomat.",
            "the Iraqi diplomat",
            "Iraqi diplomat",
        ),
        (IRAQI + "Two bankers left.\nThe former banker said no.", "The former banker", None),
        ("Ann Orr spoke.\nThe source said no.", "The source", "source"),
        (IRAQI + "The Chinese said no.", "The Chinese", "Chinese"),
    ],
)
def test_an_epithet_of_somebody_unnamed_is_nobody_named(text, words, who):
    found = told(text, words)
    assert found == who or (who is None and found not in {"Cem Ayd", "Yas Rubai"})
