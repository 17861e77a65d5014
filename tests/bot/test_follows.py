from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.beat import Beat
from bot.follows import about, wanted, wants
from bot.models import Person
from bot.search.lexicon import Lexicon
from tests.bot.test_digest import ENVOY, NEW, PLANNED, PREMIER, meeting, quote

SAID = quote("The Status of Forces Agreement needs a new look", PREMIER, day=date(2025, 2, 7))
MET = meeting((NEW, PLANNED))


@pytest.mark.parametrize(
    ("query", "quoted", "met"),
    [
        ("mori", True, True),
        ("Mori", True, True),
        ("agrement", True, False),  # a slip of the keyboard
        ('"status of forces"', True, False),
        ('"forces of status"', False, False),
        ("quotes mori", True, False),
        ("meetings with:grant", False, True),
        ("meetings with:mori with:grant", False, True),
        ("with:biden", False, False),
        ("by:mori", True, False),
        ("by:grant", False, False),
        ('by:"prime minister"', True, False),
        ("mori -forces", False, True),
        ("status:planned", False, True),
        ("from:nowhere", False, False),
        ("mori zebra", False, False),
        ("meetings", False, True),
    ],
)
def test_a_followed_search_wants_what_it_names(query, quoted, met):
    assert (wants(wanted(query, Lexicon()), SAID), wants(wanted(query, Lexicon()), MET)) == (
        quoted,
        met,
    )


@pytest.mark.parametrize("query", ["", "   ", "-mori", '""'])
def test_a_search_for_nothing_wants_nothing(query):
    assert wanted(query, Lexicon()).empty
    assert not wants(wanted(query, Lexicon()), SAID)


def test_a_digest_about_nothing_takes_everything():
    assert about("", Lexicon())(SAID)
    assert about("forces", Lexicon())(SAID)
    assert not about("forces", Lexicon())(MET)


@given(st.text(max_size=80))
def test_any_text_can_be_followed(query):
    assert wants(wanted(query, Lexicon()), SAID) in (True, False)


def test_short_words_are_taken_as_they_stand():
    assert not wants(wanted("nee", Lexicon()), quote("We need it now, all of it, today", ENVOY))


def test_what_the_beat_knows_may_be_written_in_any_of_its_ways():
    mori = Person(key="aki-mori", name="Aki Mori", aliases=("PM Mori", "森"))
    lexicon = Lexicon.of(
        Beat(
            key="b",
            name="B",
            people=(mori,),
            synonyms=(("SOFA", "Status of Forces Agreement"),),
        )
    )
    for query in ("森", "PM Mori", "SOFA", "by:森", "what did PM Mori say about the SOFA"):
        assert wants(wanted(query, lexicon), SAID), query
    assert not wants(wanted("森 zebra", lexicon), SAID)


def test_small_words_do_not_count_unless_there_are_no_others():
    assert wants(wanted("what was said about the forces", Lexicon()), SAID)
    assert not wants(wanted("what was", Lexicon()), SAID)
