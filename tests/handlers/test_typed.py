import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.typed import plain_words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("<@U0BOT> latest 5", "latest 5"),
        ("<@U0BOT|alliance> search Q&amp;A", "search Q&A"),
        (
            "quotes <https://example.org|example.org> &lt;tariffs&gt;",
            "quotes example.org <tariffs>",
        ),
        ("search <#C1|general> talks", "search general talks"),
        ("", ""),
    ],
)
def test_markup_of_slack_becomes_words(typed, words):
    assert plain_words(typed) == words


@given(st.text())
def test_any_text_gives_words(text):
    assert "<@U1>" not in plain_words(text + "<@U1>")
