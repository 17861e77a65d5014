"""Whose words they are where another one passes them on, or the subject stands far off.

People, papers and speech are invented.
"""

from datetime import date

import pytest

from bot.beat import load_beat
from bot.models import Article
from bot.reading import read_article

BEAT = load_beat()


def quotes_of(text):
    article = Article(id="a", text=text, published=date(2026, 3, 4))
    return [q for q in read_article(article, BEAT).quotes if q.direct]


def speaker(text):
    quote = quotes_of(text)[-1]
    return quote.speaker.name if quote.speaker else None


@pytest.mark.parametrize(
    ("text", "who", "relay"),
    [
        (
            "“We will not wait for them,” the spokesperson quoted Mira Osgood as saying.",
            "Mira Osgood",
            "the spokesperson",
        ),
        (
            "The agency quoted a senior diplomat as saying afterward: “She needs a paper to wave.”",
            "senior diplomat",
            "The agency",
        ),
        ("“We warned them,” Mira Osgood was quoted by AFP as saying.", "Mira Osgood", None),
    ],
)
def test_who_is_quoted_speaks_not_who_quotes(text, who, relay):
    assert speaker(text) == who
    assert quotes_of(text)[-1].relayed_by == relay


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Mr. Slinker, whose latest start-up, Paradata, uses big data to help brands find"
            " suppliers, said: “He is our kind of guy.”",
            "Slinker",
        ),
        (
            "Mira Osgood has herself warned they would use “all available means.”",
            "Mira Osgood",
        ),
        (
            "Mira Osgood sat down with Karl Lentz before the session opened and emerged saying the"
            " two were “on the same page.”",
            "Mira Osgood",
        ),
        (
            "The pact has met with anger from Beijing, which when asked said the sea is “no place"
            " for wrestling.”",
            "China",
        ),
        ("Mira Osgood emailed supporters saying: “The struggle goes on.”", "Mira Osgood"),
        ("“We will not wait for them,” **said Director Mira Osgood.**", "Mira Osgood"),
        ("Envoy Mira Osgood’s election manifesto stated: “We shall not wait.”", "Mira Osgood"),
        (
            "“It is over,” said an official, Karl Lentz, who led the search and described it as “a"
            " long story.”",
            "Karl Lentz",
        ),
    ],
)
def test_the_subject_far_off_speaks(text, who):
    assert speaker(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Karl Lentz was due to meet Mira Osgood, but scrapped the trip after Elba’s energy"
            " minister accused him of “heating the voters with blood.”",
            "Elba’s energy minister",
        ),
        (
            "Foreign Minister Mira Osgood saw Ana Kerm in Bern. In the call, she told Ms. Kerm the"
            " fees were “a stone in the shoe of both countries.”",
            "Mira Osgood",
        ),
        (
            "The agency also quoted a joint statement by Amia and the Union of Elban Ports as"
            " saying that the move would “mean an end to our trade”.",
            "Amia and the Union of Elban Ports",
        ),
        (
            "Hamas was not in the room. In a statement, the group accused Israel of “playing for"
            " time with other people's lives.”",
            "Hamas",
        ),
        (
            "Defense Minister Ann Orr, Envoy Karl Lentz and Envoy Mira Osgood “recalled their"
            " enduring commitment to the port” after the talks.",
            "Ann Orr, Karl Lentz and Mira Osgood",
        ),
        (
            "Secretary of State John Kerry left. “We should wait,” the House speaker, John A."
            " Lentz of Elba, said Tuesday.",
            "John A. Lentz",
        ),
        (
            "One of them, 88-year-old Ahn Bok-nam, watched it.\n“I am not asking to go,” she said.",
            "Ahn Bok-nam",
        ),
        (
            "Jeffrey J Hall, a lecturer at Elba University, said that Mr. Lentz's visit helped.\n"
            "“I think it is the day that matters,” he said.",
            "Jeffrey J Hall",
        ),
    ],
)
def test_who_is_meant_by_what_the_article_tells(text, who):
    assert speaker(text) == who
