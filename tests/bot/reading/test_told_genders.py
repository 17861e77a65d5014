"""Whom the article's own pronouns make "he" or "she"."""

from datetime import date

import pytest

from bot.beat import load_beat
from bot.models import Article
from bot.reading.page import read_page
from bot.reading.people import cast_of

TWO = "Trade Minister Rin Asagiri hosted Energy Minister Noor Vandermeer in Lisbon.\n\n"


def told(sentence: str) -> dict[str, str]:
    page = read_page(Article(id="a", text=TWO + sentence, published=date(2025, 1, 8)), load_beat())
    return cast_of(page, [], load_beat()).resolver.antecedents.told


@pytest.mark.parametrize(
    ("sentence", "genders"),
    [
        ("Vandermeer said she was pleased.", {"noor-vandermeer": "f"}),
        ("Asagiri left early, her office said.", {"rin-asagiri": "f"}),
        ("Vandermeer wrote that he was pleased.", {"noor-vandermeer": "m"}),
        ("Asagiri praised his own staff.", {"rin-asagiri": "m"}),
    ],
)
def test_a_pronoun_that_leaves_no_doubt_tells_the_gender(
    sentence: str, genders: dict[str, str]
) -> None:
    assert told(sentence) == genders


@pytest.mark.parametrize(
    "sentence",
    [
        "An aide to Vandermeer said she was pleased.",
        "Vandermeer told her to wait.",
        "“She was pleased,” said Vandermeer.",
        "Asagiri told Vandermeer that she was pleased.",
        "Asagiri said he would come. Later Asagiri said she would not.",
    ],
)
def test_a_pronoun_that_may_mean_another_tells_nothing(sentence: str) -> None:
    assert told(sentence) == {}
