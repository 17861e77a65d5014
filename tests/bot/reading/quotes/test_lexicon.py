import pytest

from bot.reading.quotes.lexicon import Strength, strength_of, takes, words


@pytest.mark.parametrize(
    ("form", "strength"),
    [
        ("said", Strength.SAY),
        ("Told", Strength.SAY),
        ("denied", Strength.SPEECH),
        ("admitted", Strength.SPEECH),
        ("conveying", Strength.VIEW),
        ("walked", Strength.ANY),
    ],
)
def test_every_form_of_a_verb_has_its_strength(form, strength):
    assert strength_of(form) is strength


def test_some_verbs_bring_in_what_is_said_by_a_preposition():
    assert takes("called", "for")
    assert not takes("called", "of")


def test_no_verb_has_two_strengths():
    lists = [words("say"), words("speech"), words("view")]
    assert sum(map(len, lists)) == len(frozenset().union(*lists))
