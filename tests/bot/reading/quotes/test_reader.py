"""Whole articles in, quotes out, with the real model. People and speech are invented."""

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.beat import Beat
from bot.models import Article, Quote
from bot.reading.language import parse
from bot.reading.page import Page, Paragraph, Zone
from bot.reading.people import cast_of
from bot.reading.quotes import read_quotes

BEAT = Beat(key="none", name="No beat")


def read(text: str) -> list[Quote]:
    paragraphs = tuple(
        Paragraph(start=m.start(), end=m.end(), text=m.group(), zone=Zone.BODY)
        for m in re.finditer(r"[^\n]+", text)
    )
    article = Article(id="a", text=text, published=date(2031, 5, 9))
    return quotes_of(Page(article=article, paragraphs=paragraphs))


def quotes_of(page: Page) -> list[Quote]:
    parsed = list(parse(page.paragraphs))
    return read_quotes(page, parsed, cast_of(page, parsed, BEAT), BEAT)


def said(text: str) -> list[tuple[str, str | None]]:
    return [(q.text, q.mention) for q in read(text) if q.direct]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will not wait,” said Mira Osgood.", ["Mira Osgood"]),
        ("Mira Osgood said: “We will not wait.”", ["Mira Osgood"]),
        ("“We will,” Osgood said, “not wait any longer.”", ["Osgood"]),
        ("“We will not wait,” Osgood said. “It is too late for that.”", ["Osgood", "Osgood"]),
        ("“It is too late,” according to Minister Osgood.", ["Minister Osgood"]),
        ("The plan is “far too late for us,” as Osgood put it.", ["Osgood"]),
        ("OSGOOD: “We will not wait for them.”", ["OSGOOD"]),
        ("“We will not wait for them.” — Mira Osgood", ["Mira Osgood"]),
        ("Osgood said Lentz had called the plan “far too late for us.”", ["Osgood"]),
        ("A senior official said the ties were “as firm as ever.”", ["A senior official"]),
    ],
)  # fmt: skip
def test_puts_words_in_the_right_mouth(text, expected):
    assert [mention for _, mention in said(text)] == expected


def test_keeps_the_inner_speaker():
    (quote,) = (q for q in read("Osgood said Lentz called it “far too late for us.”") if q.direct)
    assert (quote.mention, quote.inner_speaker) == ("Osgood", "Lentz")


def test_a_colon_announces_the_next_paragraph():
    text = "Lentz disagreed. Osgood then continued:\n\n“We will not wait for them.”"
    assert said(text) == [("We will not wait for them.", "Osgood")]


def test_a_quotation_over_two_paragraphs_is_one_utterance():
    text = "“We will not wait,” Osgood said. “It is late.\n\n“And we are tired of it.”"
    quotes = [q for q in read(text) if q.direct]
    assert {q.mention for q in quotes} == {"Osgood"}
    assert len({q.utterance for q in quotes}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "She sang the hit song “Lights Over Harbor Road” at the dinner.",
        "The bill, known as the “fair ports for all act,” passed.",
        "They waved “Ports for Everybody” signs.",
        "Nobody can say “yes” here.",
    ],
)
def test_titles_slogans_and_single_words_are_no_quotes(text):
    assert said(text) == []


def test_reported_speech_is_kept_apart():
    (quote,) = read("Osgood said that the ports would open in June.")
    assert not quote.direct
    assert (quote.text, quote.mention, quote.cue) == (
        "that the ports would open in June",
        "Osgood",
        "said",
    )


def test_listener_occasion_and_day():
    text = "“We will not wait,” Osgood told reporters during a meeting with Lentz on Wednesday."
    (quote,) = read(text)
    assert quote.listener == "reporters"
    assert quote.occasion == "a meeting with Lentz on Wednesday"
    assert quote.said_on is not None
    assert quote.said_on.start == date(2031, 5, 7)


def test_without_a_day_the_dateline_counts():
    (quote,) = read("“We will not wait,” Osgood said.")
    assert quote.said_on is not None
    assert quote.said_on.start == date(2031, 5, 9)


def test_someone_known_by_function_is_a_role():
    (quote,) = read("“We will not wait,” said a senior ministry official.")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.kind) == ("senior ministry official", "role")


PIECES = st.lists(
    st.sampled_from(
        ["“", "”", '"', "''", "‘", "’", "we will not wait", "Osgood said", ",", ". ", " ", "\n\n",
         "She told reporters", ": ", "OSGOOD: ", " — Mira Osgood", "\u00a0", "🚢 ", "é"]
    ),
    max_size=30,
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PIECES)
def test_every_quote_is_verbatim(pieces):
    text = "".join(pieces)
    for quote in read(text):
        assert quote.text == text[quote.start : quote.end]
        assert quote.text.strip() == quote.text != ""


def test_a_relay_is_not_the_speaker():
    text = "Osgood told Lentz the ports “will not open before June,” the Foreign Ministry said."
    (quote,) = (q for q in read(text) if q.direct)
    assert (quote.mention, quote.relayed_by) == ("Osgood", "the Foreign Ministry")


def test_each_paragraph_of_a_speech_may_open_with_a_mark():
    text = 'Osgood told reporters: "We will go there. "It is late. "But we will be there."'
    assert {mention for _, mention in said(text)} == {"Osgood"}
    assert len(said(text)) == 3


def test_a_headline_may_end_with_its_speaker():
    line = "No plan for a summit “at any level”: Osgood"
    paragraph = Paragraph(start=0, end=len(line), text=line, zone=Zone.HEADLINE)
    page = Page(article=Article(id="a", text=line), paragraphs=(paragraph,))
    (quote,) = quotes_of(page)
    assert quote.mention == "Osgood"


def speakers(text: str) -> list[str | None]:
    return [q.speaker.name if q.speaker else None for q in read(text) if q.direct]


def test_he_goes_on_meaning_the_one_who_spoke_last():
    text = (
        "Prime Minister Ivo Osgood met Chancellor Karl Lentz on Monday.\n\n"
        "“We will go there,” Lentz said, adding that Osgood had agreed.\n\n"
        "“It is not far,” he said."
    )
    first, second = speakers(text)
    assert first == second
    assert first is not None
    assert "Lentz" in first


def test_it_goes_on_meaning_the_body_that_spoke_last():
    text = "“We will go there,” the Foreign Ministry said.\n\nIt added: “That is not far.”"
    first, second = speakers(text)
    assert first == second
    assert first is not None


def test_the_paper_is_the_one_that_spoke_last():
    text = (
        "“They will not wait,” the Daily Lantern said in a commentary.\n\n"
        "The paper said the drill was “aimed at all of our neighbours.”"
    )
    assert speakers(text) == ["Daily Lantern", "Daily Lantern"]


def test_a_pronoun_left_open_is_who_spoke_in_the_paragraph():
    text = (
        "“We will go there,” Jane Osgood said. Elsa Lentz and Ruth Amsel had told her so. "
        "“It is not far,” she said."
    )
    assert speakers(text) == ["Jane Osgood", "Jane Osgood"]


def test_he_is_not_somebody_with_a_womans_name():
    text = (
        "“We will go there,” said Mark Lentz.\n\n“It is not far,” said Elizabeth Osgood.\n\n"
        "“You are wrong,” he said."
    )
    assert speakers(text) == ["Mark Lentz", "Elizabeth Osgood", "Mark Lentz"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“We will go there,” the two leaders said on Monday.", "the two leaders"),
        (
            "Minister Ivo Osgood met Minister Karl Lentz. “We will go there,” Osgood and Lentz"
            " said.",
            "Ivo Osgood and Karl Lentz",
        ),
    ],
)
def test_two_may_speak_with_one_voice(text, who):
    assert speakers(text) == [who]


def test_nobody_listens_to_himself():
    for quote in read("“We will go there,” Mira Osgood told Osgood. “Not far,” she told Lentz."):
        assert quote.listener != "Osgood"


def test_who_is_told_or_asked_something_does_not_speak():
    assert "Osgood" not in [m for _, m in said("Osgood was asked, “What will you do then?”")]


def test_a_dateline_is_no_part_of_what_is_reported():
    text = "OSLO, Dec. 31, 2030 — The talks will go on until spring, the envoy Tom Renn said."
    assert [q.text for q in read(text)] == ["The talks will go on until spring"]
