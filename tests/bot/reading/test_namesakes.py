"""Whom a surname alone means where several people bear it. All is invented."""

from datetime import date

import pytest

from bot.beat import load_beat
from bot.models import Article
from bot.reading import read_article

BEAT = load_beat()
ABOUT = (
    "A long night in Elba\n"
    "Senator Carl Munro spoke for hours. Munro was tired. They said that Munro would go on.\n"
)


def speakers(text):
    article = Article(id="a", text=text, published=date(2026, 3, 4))
    quotes = [q for q in read_article(article, BEAT).quotes if q.direct]
    return [quote.speaker.name if quote.speaker else None for quote in quotes]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (  # a namesake in passing keeps the full name
            ABOUT + "He praised an aide, Anne Munro, who had saved a child.\n"
            "“It takes courage to look away,” Munro said.",
            ["Carl Munro"],
        ),
        (  # but the paragraph that tells of her goes on with her
            ABOUT + "A teacher, Anne Munro, heard it at home. “It is a long speech,” Munro said.",
            ["Anne Munro"],
        ),
        (  # and so does the one below that begins with her
            ABOUT + "Anne Munro, a teacher, heard it at home.\n“It is a long speech,” Munro said.",
            ["Anne Munro"],
        ),
        (  # who is called by the given name is nobody whom the surname means
            "A long night in Elba\nAnne Munro saw her brother Carl Munro.\nAnne stayed.\n"
            "“I am off to the port of Elba,” Munro said.",
            ["Carl Munro"],
        ),
    ],
)
def test_a_surname_goes_on_meaning_whom_it_meant(text, who):
    assert speakers(text) == who
