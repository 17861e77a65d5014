import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words import WORD, fold, folded, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Prime Minister ISHIBA Shigeru", ["prime", "minister", "ishiba", "shigeru"]),
        ("Radosław Sikorski, Péter Szijjártó", ["radoslaw", "sikorski", "peter", "szijjarto"]),
        ("U.S.-Japan ties, the U.S. said.", ["us", "japan", "ties", "the", "us", "said"]),
        ("e.g. a.m.", ["eg", "am"]),
        ("the end. A new start", ["the", "end", "a", "new", "start"]),
        ("石破首相が", ["石破首相が"]),
        ("ガザ", ["ガザ"]),  # the voicing marks of kana are no accents
        ("한국", ["한국"]),
        ("ＮＡＴＯ", ["nato"]),
        ("under_score", ["under", "score"]),
        ("\ue000noun\ue001quote", ["noun", "quote"]),
    ],
)
def test_words(text, words):
    assert words_of(text) == words


@given(st.text())
def test_folding_leaves_plain_words(text):
    once = folded(text)
    assert folded(once) == once
    assert all(WORD.fullmatch(word) for word in once.split())
    assert "\ue000" not in fold(text)


@given(st.text(st.characters(max_codepoint=127)))
def test_words_of_plain_text_are_its_letters_and_digits(text):
    assert words_of(text) == WORD.findall(fold(text))
