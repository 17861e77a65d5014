"""Decide, segment by segment, which words of the article name the one who speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.reading.quotes.cues import Cue
from bot.reading.quotes.labels import ends_quoted, label_of, led_by_name
from bot.reading.quotes.lexicon import Strength
from bot.reading.quotes.marks import Segment
from bot.reading.quotes.naming import Mention, mention_of, speaker_of
from bot.reading.quotes.passage import MASK, Frame, Passage
from bot.reading.quotes.phrases import phrase_of
from bot.reading.quotes.scoring import cost_of, inner_of, outermost, told_by

if TYPE_CHECKING:
    pass

PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "you"])
NEAR = 25.0  # a cue up to this cost outweighs a quotation that goes on
TOO_DEAR = 42.0  # a cue that costs more is worse than no cue in the sentence


class How(StrEnum):
    """What tied a segment to its speaker; earlier members are surer."""

    LABEL = "label"  # "NAME:" before it, or "— Name" after it
    CUE = "cue"  # a cue in the same sentence
    NEIGHBOUR = "neighbour"  # another quote of the same paragraph
    CARRIED = "carried"  # an earlier paragraph
    SUBJECT = "subject"  # the subject of a sentence without a cue


@dataclass(frozen=True, slots=True)
class Attribution:
    """One segment and who is said to speak it."""

    segment: Segment
    how: How
    mention: Mention | None
    cue: Cue | None = None  # in the segment's own sentence
    inner: Cue | None = None  # X in "A said that X said"
    cost: float = 0.0
    relay: Cue | None = None  # Y in "X said …, according to Y"


@dataclass
class Thread:
    """What earlier paragraphs leave for the next one."""

    speaker: Mention | None = None  # who spoke last
    subject: Mention | None = None  # whom the last sentence was about
    is_open: bool = False  # the last quotation was not closed
    announced: Mention | None = None  # who spoke in "He continued:"


def attribute(passage: Passage, cues: Sequence[Cue], thread: Thread) -> list[Attribution]:
    """Attribute all segments of a paragraph, and bring `thread` up to date."""
    label = label_of(passage)
    own = [_in_sentence(segment, passage, cues) for segment in passage.segments]
    if label is not None:
        found = [replace(a, how=How.LABEL, mention=label) for a in own]
    else:
        found = list(_completed(own, passage, cues, thread))
    _carry(thread, found, passage, cues, label)
    return found


def _in_sentence(segment: Segment, passage: Passage, cues: Sequence[Cue]) -> Attribution:
    """Choose the best cue of the segment's own sentence."""
    name = led_by_name(segment, passage)
    if name is not None:
        return Attribution(segment, How.LABEL, name)
    frame = passage.frame_at(segment.start)
    near = [c for c in cues if frame.start <= c.token.idx < frame.end]
    best = min(near, key=lambda c: cost_of(c, segment, passage), default=None)
    if best is None:
        return Attribution(segment, How.CUE, None)
    cost = cost_of(best, segment, passage)
    outer = outermost(best, near, segment)
    told = told_by(outer, near, segment, passage)
    if told is not None:
        return Attribution(
            segment, How.CUE, speaker_of(told, passage), told, cost=cost, relay=outer
        )
    inner = inner_of(outer, near, segment, passage)
    return Attribution(segment, How.CUE, speaker_of(outer, passage), outer, inner, cost)


def _completed(
    own: Sequence[Attribution], passage: Passage, cues: Sequence[Cue], thread: Thread
) -> Iterator[Attribution]:
    """Give segments without a cue of their own the speaker of what stands around them."""
    done: list[Attribution] = []
    for position, attribution in enumerate(own):
        if thread.is_open and position == 0 and attribution.segment.start <= 2:
            chosen = _continued(attribution, thread)
        elif attribution.mention is not None and attribution.cost < TOO_DEAR:
            chosen = attribution
        else:
            chosen = _borrowed(attribution, done, own[position + 1 :], passage, cues, thread)
        done.append(chosen)
        yield chosen


def _continued(attribution: Attribution, thread: Thread) -> Attribution:
    """Go on with the quotation of the paragraph before, unless a near cue names one."""
    if thread.speaker is None or (attribution.mention is not None and attribution.cost < NEAR):
        return attribution
    return replace(attribution, how=How.CARRIED, mention=thread.speaker, cue=None)


def _borrowed(
    attribution: Attribution,
    before: Sequence[Attribution],
    after: Sequence[Attribution],
    passage: Passage,
    cues: Sequence[Cue],
    thread: Thread,
) -> Attribution:
    previous = _latest(before, passage)
    following = next((a for a in after if a.mention and a.cost < TOO_DEAR), None)
    lead = _lead_in(attribution.segment, passage, cues)
    if previous and (lead is None or not _is_newer(lead, previous, passage)):
        return replace(attribution, how=How.NEIGHBOUR, mention=previous.mention)
    if lead is not None:
        return replace(attribution, how=How.NEIGHBOUR, mention=lead)
    if following is not None:
        return replace(attribution, how=How.NEIGHBOUR, mention=following.mention)
    if attribution.mention is not None:
        return attribution
    carried = thread.announced or thread.speaker or thread.subject
    if carried is not None:
        return replace(attribution, how=How.CARRIED, mention=carried)
    subject = _subject(passage.frame_at(attribution.segment.start), passage)
    return replace(attribution, how=How.SUBJECT, mention=subject)


def _latest(before: Sequence[Attribution], passage: Passage) -> Attribution | None:
    """Find the surest attribution of the latest sentence with one."""
    named = [a for a in before if a.mention is not None]
    if not named:
        return None
    frame = passage.frame_at(named[-1].segment.start)
    latest = [a for a in named if passage.frame_at(a.segment.start) == frame]
    return min(latest, key=lambda a: a.cost)


def _is_newer(lead: Mention, previous: Attribution, passage: Passage) -> bool:
    """Whether a sentence between two quotations brings in somebody else."""
    after = lead.start - passage.paragraph.start > previous.segment.start
    return after and lead.words.lower() not in PRONOUNS


def _lead_in(segment: Segment, passage: Passage, cues: Sequence[Cue]) -> Mention | None:
    """Who speaks, or is spoken of, in the sentence right before a segment's own."""
    frame = passage.frame_at(segment.start)
    before = [f for f in passage.frames if f.end <= frame.start]
    if not before:
        return None
    near = [c for c in cues if before[-1].start <= c.token.idx < before[-1].end]
    spoken = [c for c in near if c.strength <= Strength.SPEECH]
    if spoken:
        return speaker_of(outermost(spoken[0], near, segment), passage)
    return _subject(before[-1], passage)


def _subject(frame: Frame, passage: Passage) -> Mention | None:
    """Find the subject of a sentence, where it may be somebody."""
    for token in passage.doc:
        if frame.start <= token.idx < frame.end and token.dep_ == "nsubj":
            named = token.tag_[:3] in {"NNP", "PRP"} or token.tag_ in {"NN", "NNS"}
            if named and not passage.is_quoted(token.idx):
                return mention_of(phrase_of(token), passage)
    return None


def _carry(
    thread: Thread,
    found: Sequence[Attribution],
    passage: Passage,
    cues: Sequence[Cue],
    label: Mention | None,
) -> None:
    """Leave to the next paragraph who spoke, and whether the quotation goes on."""
    last = passage.segments[-1] if passage.segments else None
    thread.is_open = last is not None and not last.closed
    spoken = [c for c in cues if c.strength <= Strength.SPEECH]
    if label is not None:
        thread.speaker = label
    elif found and found[-1].mention is not None:
        thread.speaker = found[-1].mention
    elif spoken:
        thread.speaker = speaker_of(spoken[-1], passage)
    thread.subject = _subject(passage.frames[-1], passage) or thread.subject
    ends_in_colon = passage.outside.rstrip(f" {MASK}").endswith(":") and not ends_quoted(passage)
    thread.announced = speaker_of(cues[-1], passage) if ends_in_colon and cues else None
