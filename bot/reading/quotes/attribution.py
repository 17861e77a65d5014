"""Decide, segment by segment, which words of the article name the one who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.reading.quotes.cues import Cue
from bot.reading.quotes.labels import LONGEST_MARK, ends_quoted, label_of, led_by_name
from bot.reading.quotes.lexicon import Strength
from bot.reading.quotes.marks import Segment
from bot.reading.quotes.naming import Mention, speaker_of
from bot.reading.quotes.passage import MASK, Frame, Passage
from bot.reading.quotes.predicates import predicate_cues
from bot.reading.quotes.scene import Scene
from bot.reading.quotes.scoring import cost_of, inner_of, outermost, told_by

PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "you"])
NEAR = 25.0  # a cue up to this cost outweighs a quotation that goes on
MORE_THAN_WORDS = 25  # characters of a quotation that says something
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
    scene = Scene(passage, sorted([*cues, *predicate_cues(passage)], key=lambda c: c.token.i))
    own = [_in_sentence(segment, scene) for segment in passage.segments]
    if label is not None:
        found = [replace(a, how=How.LABEL, mention=label) for a in own]
    else:
        found = _completed(own, scene, thread)
    _carry(thread, found, scene, label)
    return found


def _in_sentence(segment: Segment, scene: Scene) -> Attribution:
    """Choose the best cue of the segment's own sentence."""
    passage = scene.passage
    name = led_by_name(segment, passage)
    if name is not None:
        return Attribution(segment, How.LABEL, name)
    near = scene.cues_near(segment)
    best = min(near, key=lambda c: cost_of(c, segment, passage), default=None)
    if best is None:
        return Attribution(segment, How.CUE, None)
    cost = cost_of(best, segment, passage)
    outer = outermost(best, near, segment.start)
    told = told_by(outer, near, segment, passage)
    if told is not None:
        return Attribution(
            segment, How.CUE, speaker_of(told, passage), told, cost=cost, relay=outer
        )
    inner = inner_of(outer, near, segment, passage)
    relay = next((c for c in near if c.token.i == outer.quoted_by), None)
    return Attribution(segment, How.CUE, speaker_of(outer, passage), outer, inner, cost, relay)


def _completed(own: Sequence[Attribution], scene: Scene, thread: Thread) -> list[Attribution]:
    """Give segments without a cue of their own the speaker of what stands around them."""
    done: list[Attribution] = []
    latest = _Latest(scene.passage)
    for attribution, following in zip(own, _following(own), strict=True):
        if thread.is_open and not done and attribution.segment.start <= LONGEST_MARK:
            chosen = _continued(attribution, thread)
        elif attribution.mention is not None and attribution.cost < TOO_DEAR:
            chosen = attribution
        else:
            chosen = _borrowed(attribution, latest.surest, following, scene, thread)
        done.append(chosen)
        latest.add(chosen)
    return done


def _following(own: Sequence[Attribution]) -> list[Attribution | None]:
    """Give for each attribution the next one with a speaker of its own."""
    following: list[Attribution | None] = []
    coming: Attribution | None = None
    for attribution in reversed(own):
        following.append(coming)
        if attribution.mention is not None and attribution.cost < TOO_DEAR:
            coming = attribution
    return following[::-1]


def _continued(attribution: Attribution, thread: Thread) -> Attribution:
    """Go on with the quotation of the paragraph before, unless a near cue names one."""
    if thread.speaker is None or (attribution.mention is not None and attribution.cost < NEAR):
        return attribution
    return replace(attribution, how=How.CARRIED, mention=thread.speaker, cue=None)


def _borrowed(
    attribution: Attribution,
    previous: Attribution | None,
    following: Attribution | None,
    scene: Scene,
    thread: Thread,
) -> Attribution:
    frame = scene.passage.frame_at(attribution.segment.start)
    lead = scene.lead_of(scene.passage.frame_before(frame))
    if previous and (lead is None or not _is_newer(lead, previous, scene.passage)):
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
    return replace(attribution, how=How.SUBJECT, mention=scene.subject_of(frame))


class _Latest:
    """The surest attribution of the latest sentence that has one."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._frame: Frame | None = None
        self.surest: Attribution | None = None

    def add(self, attribution: Attribution) -> None:
        """Go on to the next segment of the paragraph."""
        if attribution.mention is None:
            return
        frame = self._passage.frame_at(attribution.segment.start)
        if frame != self._frame or self.surest is None or attribution.cost < self.surest.cost:
            self._frame, self.surest = frame, attribution


def _is_newer(lead: Mention, previous: Attribution, passage: Passage) -> bool:
    """Whether a sentence between two quotations brings in somebody else."""
    after = lead.start - passage.paragraph.start > previous.segment.start
    return after and lead.words.lower() not in PRONOUNS


def _carry(
    thread: Thread,
    found: Sequence[Attribution],
    scene: Scene,
    label: Mention | None,
) -> None:
    """Leave to the next paragraph who spoke, and whether the quotation goes on."""
    passage, cues = scene.passage, scene.cues
    last = passage.segments[-1] if passage.segments else None
    thread.is_open = last is not None and not last.closed
    spoken = [c for c in cues if c.strength <= Strength.SPEECH]
    if label is not None:
        thread.speaker = label
    elif found and found[-1].mention is not None:
        thread.speaker = _last_spoken(found, thread).mention
    elif spoken:
        thread.speaker = scene.lead_of(passage.frame_at(spoken[-1].token.idx))
    thread.subject = scene.subject_of(passage.frames[-1]) or thread.subject
    ends_in_colon = passage.outside.rstrip(f" {MASK}").endswith(":") and not ends_quoted(passage)
    thread.announced = scene.announced() if ends_in_colon else None


def _last_spoken(found: Sequence[Attribution], thread: Thread) -> Attribution:
    """Give the last quotation that is more than a word in marks: "to “fix” the deal"."""
    whole = [a for a in found if a.mention and a.segment.end - a.segment.start >= MORE_THAN_WORDS]
    return whole[-1] if whole and not thread.is_open else found[-1]
