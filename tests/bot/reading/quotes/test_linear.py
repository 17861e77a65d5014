"""Reading a paragraph full of quotation marks takes work in proportion to its length."""

import sys
from types import FrameType
from typing import Any

import pytest

from bot.beat import Beat
from bot.models import Article
from bot.reading.language import parse
from bot.reading.page import Page, Paragraph, Zone
from bot.reading.people import cast_of
from bot.reading.quotes import read_quotes

BEAT = Beat(key="none", name="No beat")


def steps(text: str) -> int:
    """Count the steps (bytecodes) that reading the quotes of a parsed paragraph takes."""
    paragraph = Paragraph(start=0, end=len(text), text=text, zone=Zone.BODY)
    page = Page(article=Article(id="a", text=text), paragraphs=(paragraph,))
    parsed = list(parse(page.paragraphs))
    cast = cast_of(page, parsed, BEAT)
    taken = 0

    def count(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal taken
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        taken += event == "opcode"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        read_quotes(page, parsed, cast, BEAT)
    finally:
        sys.settrace(before)
    return taken


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "“we will go” ",
        "“We will go.” ",
        "“We will go,” Osgood said. ",
        "Osgood said “we will go” and ",
        "'we go now' he said ",
        "Osgood told Lentz it was “far too late” while ",
    ],
)
def test_twice_the_marks_take_twice_the_work(piece):
    steps(piece)  # loads and caches what is loaded once
    assert steps(piece * 120) < 3 * steps(piece * 60)
