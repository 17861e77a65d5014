"""Reported speech by construction, with the real model. People and speech are invented."""

import re

import pytest

from bot.beat import Beat
from bot.models import Article, Quote
from bot.reading.language import parse
from bot.reading.page import Page, Paragraph, Zone
from bot.reading.people import cast_of
from bot.reading.quotes import read_quotes

BEAT = Beat(key="none", name="No beat")


def reported(text: str) -> list[Quote]:
    paragraphs = tuple(
        Paragraph(start=m.start(), end=m.end(), text=m.group(), zone=Zone.BODY)
        for m in re.finditer(r"[^\n]+", text)
    )
    page = Page(article=Article(id="a", text=text), paragraphs=paragraphs)
    parsed = list(parse(page.paragraphs))
    quotes = read_quotes(page, parsed, cast_of(page, parsed, BEAT), BEAT)
    return [q for q in quotes if not q.direct]


def told(text: str) -> list[tuple[str | None, str]]:
    return [(q.mention, q.text) for q in reported(text)]


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("Osgood said the ports would open in June.", "Osgood", "the ports would open in June"),
        ("The ports would open in June, Osgood said.", "Osgood", "The ports would open in June"),
        ("Lentz called for a new treaty on fishing.", "Lentz", "a new treaty on fishing"),
        ("Lentz called on the union to end its strike.", "Lentz", "the union to end its strike"),
        ("Lentz blasted Osgood for closing ports.", "Lentz", "Osgood for closing ports"),
        ("Lentz cited the flood as a warning to all.", "Lentz", "the flood as a warning to all"),
        ("Osgood declined to comment.", "Osgood", "to comment"),
        ("Osgood cautioned against closing the port.", "Osgood", "closing the port"),
        ("Osgood reminded voters of the flood in May.", "Osgood", "of the flood in May"),
        ("Osgood is quick to point out that the port is full.", "Osgood", "that the port is full"),
        ("The merger was first reported by the Daily Lantern.", "the Daily Lantern", "The merger"),
        ("They laughed at his claim that the port is full.", "his", "that the port is full"),
    ],
)  # fmt: skip
def test_each_construction_reports_its_content(text, who, what):
    assert (who, what) in told(text)


def test_as_reported_belongs_to_the_clause_around_it():
    ((who, what),) = told("As the Daily Lantern reported, the port lost half of its ships.")
    assert (who, what) == ("the Daily Lantern", "the port lost half of its ships.")


@pytest.mark.parametrize(
    "text",
    [
        "But according to Osgood, the port lost half of its ships.",
        "The port lost half of its ships, according to Osgood.",
    ],
)
def test_according_to_reports_the_rest_of_its_sentence(text):
    ((who, what),) = told(text)
    assert who == "Osgood"
    assert "the port lost half of its ships" in what.replace("The", "the")
    assert "Osgood" not in what


def test_a_cue_between_commas_may_name_its_listener():
    ((_, what),) = told("Every Friday, Osgood told the Daily Lantern, the harbor would be shut.")
    assert what.startswith("Every Friday")
    assert "the harbor would be shut" in what


def test_what_comes_before_a_colon_is_not_what_is_said_after_it():
    assert told("The polls are clear: 47 percent say the port should close.") == [
        ("47 percent", "the port should close")
    ]


def test_a_verb_that_goes_on_has_a_report_of_its_own():
    text = "Osgood said the ports were full, adding that two more would open."
    assert told(text) == [
        ("Osgood", "the ports were full"),
        ("Osgood", "that two more would open"),
    ]


def test_what_another_one_says_is_apart():
    text = "Osgood said the ports were full, while Lentz said they were empty."
    assert told(text) == [("Osgood", "the ports were full"), ("Lentz", "they were empty")]


def test_the_outermost_speaker_has_the_report():
    ((who, _),) = told("Osgood said that Lentz had claimed the ports were full.")
    assert who == "Osgood"


def test_an_aside_is_not_part_of_what_is_said():
    text = "Lentz criticized the harbor plan, which was drawn up in May."
    assert told(text) == [("Lentz", "the harbor plan")]


@pytest.mark.parametrize(
    "text",
    [
        "She won a race called the Harbor Mile in Lisbon.",
        "Osgood told reporters.",
        "Lentz smiled when asked about the harbor plan.",
        "The harbor plan continued its slow progress.",
    ],
)
def test_who_is_called_told_or_asked_says_nothing(text):
    assert told(text) == []


def test_a_short_quoted_word_does_not_make_it_direct():
    assert ("Lentz", "the plan “predatory") in told("Lentz called the plan “predatory.”")


def test_a_clause_counts_beside_a_quotation_of_the_same_speaker():
    text = "Osgood said the ports were full and said, “We will not wait for them.”"
    assert ("Osgood", "the ports were full") in told(text)


def test_what_describes_the_speaker_behind_the_comma_is_not_said():
    text = "The ports are full, said Mira Osgood, who runs the harbor."
    assert told(text) == [("Mira Osgood", "The ports are full")]
