"""Who "he" and "she" are where they meet somebody."""

import pytest

from tests.bot.reading.meetings.test_meetings import names, read


@pytest.mark.parametrize(
    ("body", "who"),
    [
        (
            "Marlow will next head to Berlin, where she is expected to meet Brandt on Friday.",
            {"Elena Marlow", "Lukas Brandt"},
        ),
        (
            "Oakes left for Berlin on Monday. Brandt met her on Tuesday.",
            {"Margaret Oakes", "Lukas Brandt"},
        ),
        (
            "Brandt was in Tokyo on Monday. He met Hirose there on Tuesday.",
            {"Makoto Hirose", "Lukas Brandt"},
        ),
        (
            "Hirose was grateful to Brandt on Monday. Brandt met him again on Tuesday.",
            {"Makoto Hirose", "Lukas Brandt"},
        ),
    ],
)
def test_the_pronoun_is_not_who_is_met(body: str, who: set[str]) -> None:
    assert {frozenset(names(meeting)) for meeting in read(body)} == {frozenset(who)}


@pytest.mark.parametrize(
    ("body", "who"),
    [
        (  # who is named most, not who was named last
            "Hirose left Tokyo. Hirose met Brandt on Tuesday. The foreign minister saw "
            "Oakes on Wednesday.",
            {"Makoto Hirose", "Margaret Oakes"},
        ),
        (
            "Brandt arrived in Tokyo. Brandt visited a harbour and Hirose was not there. "
            "On Tuesday the minister met Oakes.",
            {"Lukas Brandt", "Margaret Oakes"},
        ),
    ],
)
def test_an_office_alone_is_whom_the_text_is_about(body: str, who: set[str]) -> None:
    assert frozenset(names(read(body)[-1])) == frozenset(who)
