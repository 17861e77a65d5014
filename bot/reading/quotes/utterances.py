"""Pieces that belong together: "We will", he said, "not yield." is one utterance."""

from collections.abc import Iterator, Sequence

from bot.reading.quotes.attribution import Attribution, How
from bot.reading.quotes.passage import Passage

LONGEST_BREAK = 80  # characters between two pieces of one utterance


class Utterances:
    """Numbers the utterances of one article, from 1."""

    def __init__(self) -> None:
        self._last = 0
        self._is_open = False

    def next(self) -> int:
        """Begin an utterance."""
        self._last += 1
        return self._last

    def number(self, found: Sequence[Attribution], passage: Passage) -> Iterator[int]:
        """Give the segments of one paragraph their numbers."""
        previous: Attribution | None = None
        goes_on = self._is_open
        for attribution in found:
            same = goes_on if previous is None else _is_one(previous, attribution, passage)
            yield self._last if same and self._last else self.next()
            previous = attribution
        self._is_open = bool(found) and not found[-1].segment.closed


def _is_one(previous: Attribution, attribution: Attribution, passage: Passage) -> bool:
    """Whether a segment goes on with what the one before it says."""
    if previous.mention != attribution.mention or attribution.mention is None:
        return False
    if attribution.how in {How.NEIGHBOUR, How.LABEL}:
        return True
    between = passage.text[previous.segment.end : attribution.segment.start]
    same_frame = passage.frame_at(previous.segment.start) == passage.frame_at(
        attribution.segment.start
    )
    return same_frame and previous.cue is attribution.cue and len(between) < LONGEST_BREAK
