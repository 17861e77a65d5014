from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.dates import FIRST_WORDS, SMALL_WORDS, may_begin_a_date, read_span

MONDAY = date(2025, 2, 10)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-10", "2024-10-01", "2024-10-31"),
        ("2024-10-03", "2024-10-03", "2024-10-03"),
        ("2024/10/3", "2024-10-03", "2024-10-03"),
        ("today", "2025-02-10", "2025-02-10"),
        ("yesterday", "2025-02-09", "2025-02-09"),
        ("last week", "2025-02-03", "2025-02-09"),
        ("this week", "2025-02-10", "2025-02-16"),
        ("last month", "2025-01-01", "2025-01-31"),
        ("next month", "2025-03-01", "2025-03-31"),
        ("last year", "2024-01-01", "2024-12-31"),
        ("last 7 days", "2025-02-03", "2025-02-10"),
        ("2 weeks ago", "2025-01-27", "2025-01-27"),
        ("friday", "2025-02-07", "2025-02-07"),
        ("monday", "2025-02-10", "2025-02-10"),
        ("last monday", "2025-02-03", "2025-02-03"),
        ("Oct 3", "2024-10-03", "2024-10-03"),
        ("3rd of October 2023", "2023-10-03", "2023-10-03"),
        ("Feb 7", "2025-02-07", "2025-02-07"),
        ("oct. 3, 2024", "2024-10-03", "2024-10-03"),
        ("october", "2024-10-01", "2024-10-31"),
        ("last october", "2024-10-01", "2024-10-31"),
        ("february", "2025-02-01", "2025-02-28"),
        ("last february", "2024-02-01", "2024-02-29"),
        ("Sept 2023", "2023-09-01", "2023-09-30"),
        ("in 2024", "2024-01-01", "2024-12-31"),
    ],
)
def test_days_and_spans(words, first, last):
    span = (date.fromisoformat(first), date.fromisoformat(last))
    assert read_span(words.split(), MONDAY) == span


@pytest.mark.parametrize(
    "words",
    ["", "soon", "2024-13", "2024-02-30", "feb 30", "0000", "9999", "last", "the of", "13 weeks",
     "last 99999 years", "5 tons ago", "november rain", "20250203"],
)  # fmt: skip
def test_what_is_no_date(words):
    assert read_span(words.split(), MONDAY) is None


@given(st.lists(st.text(max_size=12), max_size=6), st.dates())
def test_anything_typed_is_a_span_or_none(words, today):
    span = read_span(words, today)
    assert span is None or span[0] <= span[1]


PIECES = st.sampled_from(
    [*sorted(FIRST_WORDS | SMALL_WORDS), "ago", "week", "2024-10", "3rd", "7", "x"]
)


@given(st.lists(PIECES, min_size=1, max_size=5), st.dates())
def test_every_date_begins_with_a_word_that_may_begin_one(words, today):
    if read_span(words, today):
        assert may_begin_a_date(words[0])


def test_most_words_begin_no_date():
    assert not any(map(may_begin_a_date, ("ishiba", "deterrence", "marchers", "U.S.")))
