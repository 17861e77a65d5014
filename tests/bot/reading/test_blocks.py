"""Wrapped lines of official papers become paragraphs again."""

from bot.reading.blocks import blocks_of

FRONT = "---\ntitle: Readout\n---\n"
WRAPPED = (
    "President Elena Marlow spoke today with Prime Minister Hiroki Asakawa of\n"
    "Japan, and they agreed that the next meeting of the two will be held on\n"
    "August 3, a few weeks after the first one, which was in Washington on May\n"
    "25. It was the first such meeting since the two of them had taken their\n"
    "offices in the year before, and the first in that city since the bridge\n"
    "over the river was opened to the public on a bright and windy afternoon\n"
    "in the spring of that year, as the officials of both sides remembered.\n"
)


def test_with_a_front_matter_the_first_line_is_no_title() -> None:
    (block,) = blocks_of(FRONT + WRAPPED, len(FRONT))
    assert block.text == WRAPPED.strip()


def test_a_number_at_a_line_start_within_a_sentence_is_no_list_item() -> None:
    _, block = blocks_of("Readout of a Call\n\n" + WRAPPED)
    assert "May\n25. It was" in block.text


def test_a_title_stands_alone() -> None:
    title, _ = blocks_of("Readout of a Call\n" + WRAPPED)
    assert title.text == "Readout of a Call"
