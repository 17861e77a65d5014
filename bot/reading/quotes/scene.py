"""The cues and sentences of one paragraph, looked up without going through all of them.

A paragraph may hold thousands of quotation marks; what is asked for each of them must not
grow with the paragraph.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from bot.reading.quotes.cues import Cue
from bot.reading.quotes.lexicon import Strength
from bot.reading.quotes.marks import Segment
from bot.reading.quotes.naming import Mention, mention_of, speaker_of
from bot.reading.quotes.passage import Frame, Passage
from bot.reading.quotes.phrases import phrase_of
from bot.reading.quotes.scoring import cost_of, outermost

NEAREST = 12  # cues of a sentence on each side of a quotation that are weighed


class Scene:
    """A paragraph and its cues."""

    def __init__(self, passage: Passage, cues: Sequence[Cue]) -> None:
        self.passage, self.cues = passage, cues
        self._starts = [cue.token.idx for cue in cues]
        self._leads: dict[Frame, Mention | None] = {}
        self._subjects: dict[Frame, Mention | None] = {}

    def cues_near(self, segment: Segment) -> Sequence[Cue]:
        """Give the cues nearest to a segment in its own sentence."""
        frame = self.passage.frame_at(segment.start)
        first, last = self._within(frame)
        here = bisect_left(self._starts, segment.start, first, last)
        return self.cues[max(first, here - NEAREST) : min(last, here + NEAREST)]

    def lead_of(self, frame: Frame | None) -> Mention | None:
        """Tell who speaks, or is spoken of, in a sentence: what follows may be theirs."""
        if frame is None:
            return None
        if frame not in self._leads:
            self._leads[frame] = self._lead(frame)
        return self._leads[frame]

    def _lead(self, frame: Frame) -> Mention | None:
        first, last = self._within(frame)
        near = self.cues[first:last]
        spoken = next((c for c in near if c.strength <= Strength.SPEECH), None)
        if spoken is not None:
            return speaker_of(outermost(spoken, near, frame.end), self.passage)
        return self.subject_of(frame)

    def announced(self) -> Mention | None:
        """Tell who speaks below a paragraph that ends in a colon."""
        passage = self.passage
        frame = passage.frames[-1]
        end = len(passage.text.rstrip())
        first, last = self._within(frame)
        near = self.cues[first:last][-NEAREST:]
        coming = Segment(end, end)
        best = min(near, key=lambda c: cost_of(c, coming, passage), default=None)
        if best is None:
            return self.subject_of(frame)
        return speaker_of(outermost(best, near, end), passage)

    def _within(self, frame: Frame) -> tuple[int, int]:
        first = bisect_left(self._starts, frame.start)
        return first, bisect_left(self._starts, frame.end, first)

    def subject_of(self, frame: Frame) -> Mention | None:
        """Find the subject of a sentence, where it may be somebody."""
        if frame not in self._subjects:
            self._subjects[frame] = self._subject(frame)
        return self._subjects[frame]

    def _subject(self, frame: Frame) -> Mention | None:
        for token in self.passage.tokens_of(frame):
            named = token.tag_[:3] in {"NNP", "PRP"} or token.tag_ in {"NN", "NNS"}
            if token.dep_ == "nsubj" and named and not self.passage.is_quoted(token.idx):
                return mention_of(phrase_of(token), self.passage)
        return None
