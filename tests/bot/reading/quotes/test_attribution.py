"""Who is said to speak, construction by construction. People and speech are invented."""

import re

import pytest

from bot.beat import Beat
from bot.models import Article
from bot.reading.language import parse
from bot.reading.page import Page, Paragraph, Zone
from bot.reading.people import cast_of
from bot.reading.quotes import read_quotes

BEAT = Beat(key="none", name="No beat")


def mentions(text: str) -> list[str | None]:
    paragraphs = tuple(
        Paragraph(start=m.start(), end=m.end(), text=m.group(), zone=Zone.BODY)
        for m in re.finditer(r"[^\n]+", text)
    )
    page = Page(article=Article(id="a", text=text), paragraphs=paragraphs)
    parsed = list(parse(page.paragraphs))
    quotes = read_quotes(page, parsed, cast_of(page, parsed, BEAT), BEAT)
    return [q.mention for q in quotes if q.direct]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Osgood warned Lentz to be calm at the talks, but Amsel said he answered: “Nobody can"
            " be calm there.”",
            "Amsel",
        ),
        ("Osgood met Karl Lentz, who he praised as “the best friend of our ports.”", "he"),
        (
            "Osgood suggested that the ports may close, while Lentz said the harbor is “open for"
            " everybody.”",
            "Lentz",
        ),
        ("Osgood denied the idea that the ports are full, saying “they are half empty.”", "Osgood"),
        ("Osgood sent out an email saying the ports were “as empty as ever.”", "Osgood"),
        ("Osgood was heard shouting “close the ports now” in the hall.", "Osgood"),
        ("The ports will close because, in Osgood's words, “nobody needs them now.”", "Osgood"),
        (
            "Osgood turned back because, in the words of one official, “nobody was there to meet.”",
            "one official",
        ),
        ("“We will not wait for them,” fumed one of her aides.", "one of her aides"),
        (
            "Earlier on Friday the Elban government's stance appeared to soften after a spokeswoman"
            " for Mrs Lentz said Greece's request for a loan extension from its eurozone partners"
            " provided “a starting point” for more talks.",
            "a spokeswoman for Mrs Lentz",
        ),
        ("“We will not wait for them,” read one.", "one"),
        ("“We will not wait for them,” tweeted another.", "another"),
        ("“We will not wait for them,” the two write.", "the two"),
        ("“We will not wait for them,”Osgood said.", "Osgood"),
        ("Osgood said,“We will not wait for them.”", "Osgood"),
        ("Sen. Mira Osgood (D-Va.) said the ports were “as empty as ever.”", "Sen. Mira Osgood"),
        (
            "“We will not wait for them,” wrote a man calling himself Tom Renn.",
            "a man calling himself Tom Renn",
        ),
        ("No end of it - Mira Osgood: “We will not wait for them.”", "Mira Osgood"),
        ("That is not all, and here is more from Osgood: “We will not wait.”", "Osgood"),
        ("“We will not wait for them.”\n\n- Mira Osgood", "Mira Osgood"),
    ],
)  # fmt: skip
def test_names_the_one_who_speaks(text, who):
    assert mentions(text) == [who]


def test_what_follows_a_cue_of_its_own_is_not_the_source_of_what_stands_before():
    text = "After Lentz said ships might do better in “ports of lower rank,” Osgood said: “Not so.”"
    assert mentions(text)[0] == "Lentz"


def test_a_poll_speaks_for_the_share_of_people_it_counts():
    text = "Some 55 percent of voters said the ports are “no place to work,” according to a poll."
    assert mentions(text) == ["a poll"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Osgood spoke on “Morning Talk with Karl Lentz” before she left.", []),
        ("Osgood said the two sides would set up a “U.S.-Elba Port Dialogue.”", []),
        ("Osgood proposed an “East Elba AI center” for the ports.", []),
        ("Osgood welcomed the second meeting of the port committee (“Ports 2+2”).", []),
        ("Osgood said that “we are not Elba”, the shipping line.", ["Osgood"]),
        ("Osgood said the comment by Dr. Paul Song “was not at all helpful.”", ["Osgood"]),
        ("“Go Mira Osgood, go!!!,” the leader of the harbor workers Karl Lentz wrote.", ["Lentz"]),
    ],
)
def test_tells_titles_from_speech(text, found):
    assert [m.split()[-1] for m in mentions(text) if m] == found


def test_a_copula_names_nobody():
    text = "“It is far too late now,” Osgood said. It was “the wrong kind of port.”"
    assert mentions(text) == ["Osgood", "Osgood"]


def test_a_name_after_a_dash_signs_only_a_paragraph_of_speech():
    text = "Osgood said on Monday that the ports were “as empty as ever.” — Karl Lentz"
    assert mentions(text) == ["Osgood"]


def test_no_label_begins_with_an_adverb():
    text = (
        "“It is far too late now,” Osgood said.\n\nThen, a day later at Harbor Hall: “It is not.”"
    )
    assert mentions(text)[-1] == "Osgood"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“Nobody can be calm there,” said Early, explaining he left.", "Early"),
        ("“It is about time that we had a port,” exhorted Mira Osgood.", "Mira Osgood"),
        ("“There are so many ships that I…” Osgood said.", "Osgood"),
        (
            "“The ports are as empty as ever,” said one Republican involved in the planning.",
            "one Republican involved in the planning",
        ),
        (
            "Former secretary of state Mira Osgood: “We are not going to wait.”",
            "Former secretary of state Mira Osgood",
        ),
    ],
)  # fmt: skip
def test_finds_the_speaker_whom_the_parser_lost(text, who):
    assert mentions(text) == [who]


def test_a_tag_behind_a_quotation_is_not_part_of_what_stands_before_it():
    text = "Lentz cannot say that “from his own point of view,” Osgood added."
    assert mentions(text) == ["Osgood"]


def test_a_thing_speaks_less_than_a_person_farther_off():
    text = (
        "Osgood explained the refusal to call the strike a result of “bad management and worse"
        " luck” was wrong."
    )
    assert mentions(text) == ["Osgood"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Osgood spoke first.\n\nMira Renn echoed:\n\n“We will not wait for them.”", "Mira Renn"),
        (
            "Osgood said that for years some critics had been predicting the end of the ports.\n\n"
            "“It will not come as long as we are here.”",
            "Osgood",
        ),
    ],
)
def test_a_paragraph_of_speech_belongs_to_whom_the_one_before_tells_of(text, who):
    assert mentions(text)[-1] == who
