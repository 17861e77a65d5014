from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.search.nearness import NearWords, fingerprints

WORDS = st.text("abcst1é", min_size=1, max_size=25)


@given(st.lists(WORDS, unique=True, max_size=40), WORDS, st.integers(1, 3))
def test_exactly_the_words_within_the_edits_are_found(words, typed, edits):
    near = NearWords()
    for word in words:
        near.add(word, fingerprints(word)[-1])
    expected = {w: OSA.distance(typed, w) for w in words if OSA.distance(typed, w) <= edits}
    assert dict(near.near_anywhere(typed, edits)) == expected
    first = {word: n for word, n in expected.items() if word[0] == typed[0]}
    assert dict(near.near(typed, edits)) == first
