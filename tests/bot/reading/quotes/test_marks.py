from hypothesis import given
from hypothesis import strategies as st

from bot.reading.quotes.marks import (
    count_words,
    double_quoted,
    single_quoted,
    uses_single_marks,
)

MARKED = st.text(alphabet="ab .,'’‘\"“”`-\n ", max_size=80)


def inside(text, find=double_quoted):
    return [text[s.start : s.end] for s in find(text)]


def test_reads_every_kind_of_double_mark():
    assert inside("He said “one” and \"two\" and ''three'' and ``four''.") == [
        "one",
        "two",
        "three",
        "four",
    ]


def test_a_page_may_open_with_the_mark_that_closes():
    assert inside("It said ”we will go” and ”not soon”.") == ["we will go", "not soon"]
    assert inside("“We will go,” it said. ”Not soon.") == ["We will go,"]


def test_a_quotation_left_open_runs_to_the_end():
    (segment,) = double_quoted("“We are ready. We will go.")
    assert not segment.closed
    assert segment.end == len("“We are ready. We will go.")


def test_a_single_mark_left_open_runs_to_the_end_of_whole_sentences():
    assert inside("Ruiz said: 'We won't go. It's late.", single_quoted) == [
        "We won't go. It's late."
    ]
    assert not single_quoted("'We are ready. We will go.")[0].closed
    assert single_quoted("The '90s were fine. The ports' men left.") == []


def test_a_second_opening_mark_drops_the_first():
    assert inside("“We are “ready to go” now") == ["ready to go"]


def test_inches_and_seconds_open_nothing():
    assert inside('a 5" gun') == []


def test_keeps_inner_single_marks_inside():
    assert inside("“He told me ‘no’ twice.”") == ["He told me ‘no’ twice."]


def test_apostrophes_close_no_single_quotation():
    text = "‘It’s the allies’ duty to help,’ she said, and ‘we don’t wait’."
    assert inside(text, single_quoted) == ["It’s the allies’ duty to help,", "we don’t wait"]


def test_tells_an_outlet_with_single_marks():
    lines = ["‘We will go there,’ she said.", "‘It is not so far,’ he added."]
    assert uses_single_marks(lines)
    assert not uses_single_marks(["“We will go,” she said, “to ‘the far side of it’ now.”"])


def test_counts_a_shortened_word_once():
    assert count_words("The U.S. doesn't wait") == 4


@given(MARKED)
def test_segments_are_in_order_and_within_the_text(text):
    for find in (double_quoted, single_quoted):
        edges = [edge for s in find(text) for edge in (s.start, s.end)]
        assert edges == sorted(edges)
        assert all(0 <= edge <= len(text) for edge in edges)


def test_a_forgotten_closing_mark_ends_before_the_tag():
    assert inside("“We had little choice, said Mira Osgood. “It was late.”") == [
        "We had little choice,",
        "It was late.",
    ]
