import pytest

from bot.beat import load_beat
from bot.models import Article
from bot.reading import read_article, read_articles
from bot.reading.language import parse
from bot.reading.page import Paragraph, Zone

TEXT = """Envoys Meet in Harbor City

Foreign Minister Mira Halden met with Ambassador Tomas Renn in Oslo on Thursday.

“We found much common ground,” Halden told reporters after the talks.
"""


@pytest.fixture(scope="module")
def beat():
    return load_beat()


def test_quotes_are_verbatim(beat):
    reading = read_article(Article(id="a", text=TEXT), beat)
    (quote,) = [quote for quote in reading.quotes if quote.direct]
    assert quote.text == TEXT[quote.start : quote.end] == "We found much common ground,"


def test_each_article_is_read_on_its_own_and_in_order(beat):
    other = Article(id="b", text="“It will rain,” the mayor of Harbor City said on Friday.")
    alone = [read_article(article, beat) for article in (Article(id="a", text=TEXT), other)]
    together = list(read_articles([Article(id="a", text=TEXT), other], beat))
    assert together == alone


def test_an_article_without_anything_to_read(beat):
    reading = read_article(Article(id="a", text="Menu\n\nHome"), beat)
    assert (reading.quotes, reading.meetings) == ((), ())


def test_what_is_too_long_for_a_paragraph_is_passed_over(beat):
    text = f"{TEXT}\n" + "“Blah,” said Halden, who met Renn. " * 2000
    quotes = read_article(Article(id="a", text=text), beat).quotes
    assert max(quote.end for quote in quotes) <= len(TEXT)


def test_meetings_and_quotes_bear_their_topics(beat):
    text = """TOKYO, Jan. 7, 2025 — Foreign Minister Takeshi Iwaya met U.S. Secretary of State \
Antony Blinken in Tokyo on Tuesday. They took up North Korea's missiles.

Blinken left for Paris on Wednesday to speak about tariffs."""
    (meeting,) = read_article(Article(id="a", text=text), beat).meetings
    assert "North Korea" in meeting.topics
    assert not any("tariff" in topic for topic in meeting.topics)


def test_a_mark_repeated_without_end_is_no_word_to_parse(beat):
    marks = "“" * 15_000
    paragraphs = (Paragraph(start=0, end=len(marks), text=marks, zone=Zone.BODY),)
    (parsed,) = parse(paragraphs)
    assert parsed.doc.text.isspace()
    reading = read_article(Article(id="a", text=f"{TEXT}\n{marks}"), beat)
    assert reading.quotes[0].text == "We found much common ground,"


@pytest.mark.parametrize(("region", "found"), [("South American", 0), ("American", 1)])
def test_a_continent_is_no_country(beat, region, found):
    text = f"""Ports open

The Union of {region} Nations thanked Japan. The presidents of the two countries met on Monday."""
    assert len(read_article(Article(id="a", text=text), beat).meetings) == found


@pytest.mark.parametrize(
    "cut",
    [
        "The ministers had been scheduled to hold talks in New York on",
        "Finance Minister Koo Ja-hyun and U.S. Treasury Secretary Lyle Abernathy met in Paris on",
        "President Salim Hadi, Prime Minister Omar Bahah and around 400 delegates gathered "
        "in Riyadh on Sunday, with leading factions including",
    ],
)
def test_a_paragraph_may_break_off_anywhere(beat, cut):
    assert read_article(Article(id="a", text=f"{TEXT}\n\n{cut}"), beat).meetings
