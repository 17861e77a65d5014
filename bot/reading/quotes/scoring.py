"""What speaks for and against a cue as the source of a segment, as one cost (lower is better).

The weights were set by hand and measured on news articles; see docs/reading.md.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.reading.quotes.cues import Cue, CueKind
from bot.reading.quotes.lexicon import Strength, words
from bot.reading.quotes.marks import Segment
from bot.reading.quotes.passage import HIGHEST, MASK, Passage
from bot.reading.quotes.phrases import phrase_of
from bot.reading.quotes.subjects import is_thing

if TYPE_CHECKING:
    from spacy.tokens import Token

FIRST_PERSONS = frozenset({"i", "we", "you", "me", "us"})
MARK_REACH = 10  # characters that marks and blanks before a quotation may take
PER_CHARACTER = 0.2  # of the text between a segment and a cue behind it
PER_CHARACTER_AHEAD = 0.1  # between a cue and a segment that it leads to
WEAKER = {Strength.SAY: 0.0, Strength.SPEECH: 5.0, Strength.VIEW: 16.0, Strength.ANY: 35.0}
QUOTE_BETWEEN = 12.0  # another quotation stands between cue and segment
FULL_STOP_BEFORE_CUE = 45.0  # "…." he said: the sentence is over before the cue
COMMA_BEFORE_CUE = -12.0  # "…," he said
LED_IN = -8.0  # he said: "…"
GOVERNED = -10.0  # the segment depends on the cue in the parse
SET_OFF = -8.0  # ", he said,"
STRADDLED = 20.0  # speaker on one side, cue on the other
ONLY_A_NOUN = 8.0  # "his claim that"
CONTRASTS = frozenset({"while", "whereas", "though", "although"})
OF_THE_NEXT = 20.0  # "…," and he said: "…" tells of the second quotation
ANNOUNCES = re.compile(rf"[^{MASK}.,;]{{0,40}}:\s*{MASK}")
ELSEWHERE = re.compile(
    rf"[{MASK}\s,]*(?:and|but|while|whereas|though|although|because|since|after|before|when|if|as)\b"
)  # "…," while X said: another clause, with words of its own
CONTRASTED = re.compile(rf"[{MASK}\s,]*(?:while|whereas|though|although)\b")
CONTRAST = 15.0  # "likened it to “…”, while X said": X said something else
COPULA = 18.0  # "it is": says what something is, not who speaks
# Of a speaker that is a thing ("the timing"), by the strength of its verb.
THING = {Strength.SAY: 0.0, Strength.SPEECH: 8.0, Strength.VIEW: 15.0, Strength.ANY: 15.0}
SPOKEN = frozenset({"ccomp", "pcomp", "xcomp"})  # clauses that are part of what is said
FIRST_PERSON = 15.0  # the writer, or a speaker further out


def cost_of(cue: Cue, segment: Segment, passage: Passage) -> float:
    """Cost of taking a cue as the one that attributes a segment."""
    cost = WEAKER[cue.strength]
    if cue.start >= segment.end:
        gap = _gap(passage, segment.end, cue.start, PER_CHARACTER)
        cost += gap + _after(cue, segment, passage)
    elif cue.end <= segment.start:
        cost += _gap(passage, cue.end, segment.start, PER_CHARACTER_AHEAD)
        lead = passage.text[max(0, segment.start - MARK_REACH) : segment.start].rstrip("“\"'`‘ ")
        cost += LED_IN if lead.endswith((":", ",")) else 0.0
        cost += SET_OFF if cue.set_off else 0.0
    else:
        cost += STRADDLED
    cost += GOVERNED if governs(cue, segment, passage) else 0.0
    cost += THING[cue.strength] if is_thing(cue.speaker) else 0.0
    cost += FIRST_PERSON if cue.speaker.lower_ in FIRST_PERSONS else 0.0
    cost += COPULA if cue.strength is Strength.ANY and cue.token.pos_ == "AUX" else 0.0
    cost += ONLY_A_NOUN if cue.kind is CueKind.NOUN else 0.0
    return cost


def _gap(passage: Passage, start: int, end: int, each: float) -> float:
    crossed = passage.is_crossed(start, end)
    return each * passage.plain(start, end) + (QUOTE_BETWEEN if crossed else 0.0)


def _after(cue: Cue, segment: Segment, passage: Passage) -> float:
    last = passage.text[segment.end - 1 : segment.end]
    if last == ".":
        return FULL_STOP_BEFORE_CUE
    if ANNOUNCES.match(passage.outside, cue.end):
        return OF_THE_NEXT
    if CONTRASTED.match(passage.outside, segment.end):
        return CONTRAST
    if ELSEWHERE.match(passage.outside, segment.end):
        return 0.0
    return COMMA_BEFORE_CUE if last in ",?!—-" else 0.0


def governs(cue: Cue, segment: Segment, passage: Passage) -> bool:
    """Tell whether the parse puts a segment under a cue."""
    return cue.token.i in passage.heads_above(segment.start)


def told_by(outer: Cue, near: Sequence[Cue], segment: Segment, passage: Passage) -> Cue | None:
    """Find X in "X said …, the ministry said": whose words another one only passes on."""
    if not _is_relay(outer) or (outer.kind is CueKind.VERB and outer.start < segment.end):
        return None
    told = [
        c
        for c in near
        if c.strength <= Strength.VIEW
        and c.kind is CueKind.VERB
        and c.speaker.i != outer.speaker.i
        and not any(t.lower_ in words("shares") for t in phrase_of(c.speaker))
        and c.end <= segment.start
        and (c.strength < Strength.VIEW or c.speaker.tag_ in {"NNP", "NNPS", "PRP"})
        and not _is_relay(c)
        and governs(c, segment, passage)
        and not _goes_beside(c, segment, passage)
    ]
    return min(told, key=lambda c: cost_of(c, segment, passage), default=None)


def _goes_beside(cue: Cue, segment: Segment, passage: Passage) -> bool:
    """Whether the words stand in a clause beside a cue's: "They spoke and it “was bad”"."""
    beside = cue.token.conjuncts
    above = passage.heads_above(segment.start)
    return any(t.i in above and t.i > cue.token.i and _has_subject(t) for t in beside)


def _is_relay(cue: Cue) -> bool:
    """Whether a cue names a document, an office or a reporter that passes on another's words."""
    phrase = phrase_of(cue.speaker)
    return cue.kind is CueKind.ACCORDING or any(t.lower_ in words("relays") for t in phrase)


def inner_of(outer: Cue, near: Sequence[Cue], segment: Segment, passage: Passage) -> Cue | None:
    """Find X in "A said that X said": the nearest cue between, with a name of its own."""
    inner = [
        c
        for c in near
        if c.strength <= Strength.SPEECH
        and c.token.i != outer.token.i
        and c.speaker.tag_ != "PRP"
        and c.speaker.i != outer.speaker.i
        and outer.token.is_ancestor(c.token)
        and governs(c, segment, passage)
    ]
    return max(inner, key=lambda c: c.token.i, default=None)


def outermost(cue: Cue, near: Sequence[Cue], before: int) -> Cue:
    """Climb from a cue to the one whose speech holds it: A in "A said that X said".

    But in "the agency quoted X as saying" it is X, whom the agency only passes on.
    """
    top = cue if _is_tag(cue, before) else _climbed(cue, near, before)
    return next((c for c in near if c.quoted_by == top.token.i), top)


def _climbed(cue: Cue, near: Sequence[Cue], before: int) -> Cue:
    if near[0].kind is CueKind.ACCORDING and _opens_sentence(near[0]):
        return near[0]
    by_token = {c.token.i: c for c in near if c.strength <= Strength.SPEECH}
    token, top, in_clause = cue.token, cue, False
    for _ in range(HIGHEST):
        if token.head.i == token.i or token.head.idx > token.idx or _stands_apart(token):
            break
        beside = token.dep_ == "conj" and _has_subject(token)
        in_clause = token.dep_ in SPOKEN or (in_clause and not beside)
        token = token.head
        if in_clause and token.i in by_token and token.idx < before:
            top = by_token[token.i]
    return cue if top.speaker.lower_ in FIRST_PERSONS else top


def _is_tag(cue: Cue, before: int) -> bool:
    """Whether a cue with its speaker stands behind the segment that begins at an offset."""
    return cue.kind is CueKind.VERB and cue.start > before and cue.strength <= Strength.SPEECH


def _stands_apart(verb: Token) -> bool:
    """Whether a clause is no part of what the clause above it says: "…, while X said"."""
    if verb.dep_ == "advcl" and _has_subject(verb):
        return any(c.lower_ in CONTRASTS for c in verb.children)
    before = verb.left_edge.i - 1
    return verb.dep_ == "relcl" and before >= 0 and verb.doc[before].is_punct


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ == "nsubj" for c in verb.children)


def _opens_sentence(cue: Cue) -> bool:
    """Whether "according to X" comes first, and so holds for the whole sentence."""
    return cue.token.i - cue.token.sent.start <= 1
