"""Who speaks, where the article leaves it to pronouns and descriptions. All is invented."""

from datetime import date

import pytest

from bot.beat import load_beat
from bot.models import Article
from bot.reading import read_article

BEAT = load_beat()


def speakers(text):
    article = Article(id="a", text=text, published=date(2026, 3, 4))
    quotes = [q for q in read_article(article, BEAT).quotes if q.direct]
    return [quote.speaker.name if quote.speaker else None for quote in quotes]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Senior official Fawz Barh spoke first. “We are ready to go,” he said.\n"
            "An official told the agency that the talks were long. "
            "The talks were “tough and far too long”, the official said.",
            ["Fawz Barh", "official"],
        ),
        (
            "Two people familiar with it spoke.\n“It is a good plan,” one of the people said.",
            ["person"],
        ),
        (
            "Environment Minister Rosa Acht held a call with Loïc Kerm. A source close to her said "
            "he had been “charming and unmoved”.",
            ["source close to Rosa Acht"],
        ),
        (
            "Interior Minister Marisol Quint spoke. The minister herself called it “a bad day”.",
            ["Marisol Quint"],
        ),
    ],
)
def test_who_is_meant(text, who):
    assert speakers(text) == who
