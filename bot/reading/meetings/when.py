"""Which of the dates in a sentence is the day of the meeting that it tells of."""

import re
from datetime import date
from typing import TYPE_CHECKING

from bot.models import DateSpan, Precision
from bot.reading.dates import DatePhrase, dates_in
from bot.reading.meetings import words
from bot.reading.meetings.scene import Scene, ancestry
from bot.reading.meetings.where import JOURNEY

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# Something else is dated by these: "Trump's inauguration on Jan. 20".
OTHER_EVENTS = frozenset(
    {"inauguration", "election", "vote", "attack", "agreement", "treaty", "war", "launch", "poll"}
    | {"inaugurate", "elect", "appoint", "assume", "office", "invasion", "birthday", "appointment"}
    | {"swear", "begin", "die", "bear", "win", "resign"}
)
_IN_THE_DAY = re.compile(r"\b(?:in|on) the day$", re.I)
_NEVER = 10_000
_OTHER_CLAUSE = 200
_ABOVE = 20
_WHILE = frozenset({"during", "after", "at", "following", "in"})
_BELOW = 50
_OWN_CLAUSE = 5
_SINCE = frozenset({"since", "after", "before", "following", "until", "ahead"})
_STRICT = 40  # farther dates are not taken for a meeting that is only referred to


def meeting_date(
    trigger: "Token", sentence: "Span", scene: Scene, ahead: bool, anchor: date | None
) -> DateSpan | None:
    """Choose the date that goes with the trigger; None where none does."""
    return _nearest(trigger, sentence, scene, ahead, anchor, _NEVER)


def own_date(
    trigger: "Token", sentence: "Span", scene: Scene, ahead: bool, anchor: date | None
) -> DateSpan | None:
    """Date that stands right with the trigger: "Thursday's meeting", "the talks on Friday"."""
    return _nearest(trigger, sentence, scene, ahead, anchor, _STRICT)


def _nearest(
    trigger: "Token",
    sentence: "Span",
    scene: Scene,
    ahead: bool,
    anchor: date | None,
    limit: int,
) -> DateSpan | None:
    phrases = dates_in(sentence.text, scene.dateline, ahead, scene.beat)
    phrases = [phrase for phrase in phrases if phrase.span or not phrase.names_event]
    ranked = sorted((_distance(phrase, trigger, sentence), i) for i, phrase in enumerate(phrases))
    if not ranked or ranked[0][0] >= limit:
        return None
    chosen = phrases[ranked[0][1]]
    if chosen.span:
        return chosen.span
    told = _told_before(chosen, phrases) or anchor
    if told is None and _IN_THE_DAY.search(sentence.text[chosen.start : chosen.end]):
        told = scene.dateline
    again = dates_in(sentence.text, scene.dateline, ahead, scene.beat, told)
    return next((p.span for p in again if p.start == chosen.start), None)


def _told_before(chosen: DatePhrase, phrases: list[DatePhrase]) -> date | None:
    """Find the day told just before "the following day" in the same sentence."""
    days = [
        phrase.span.start
        for phrase in phrases
        if phrase.span and phrase.start < chosen.start and phrase.span.precision is Precision.DAY
    ]
    return days[-1] if days else None


def _distance(phrase: DatePhrase, trigger: "Token", sentence: "Span") -> int:
    """How far a date is from a trigger in the sentence; _NEVER if it dates something else."""
    start = sentence.start_char + phrase.start
    token = next((t for t in sentence if t.idx + len(t) > start), None)
    if phrase.bound or token is None:
        return _NEVER
    if _dates_what_was_before(token, trigger):
        return _NEVER
    governor = _governor(token)
    if governor.lemma_.lower() in OTHER_EVENTS and governor.i != trigger.i:
        return _NEVER
    away = abs(token.i - trigger.i) + (_OTHER_CLAUSE // 2 if phrase.event else 0)
    of_head = governor.i == trigger.head.i and governor.lemma_ not in words.SAY
    if governor.i == trigger.i or of_head:
        return away
    return away + _clause_gap(governor, trigger)


def _dates_what_was_before(token: "Token", trigger: "Token") -> bool:
    """Whether a date is that of something else: "their first talks since a summit in May"."""
    for word in ancestry(token):
        if word.i == trigger.i:
            return False
        if word.lower_ in _SINCE and word.dep_ in ("prep", "advmod") and word.i < token.i - 1:
            return not word.left_edge.i <= trigger.i <= word.right_edge.i
    return False


def _governor(token: "Token") -> "Token":
    """Verb or noun that a date says something of."""
    word = token
    while word.head.i != word.i:
        word = word.head
        if word.pos_ in ("VERB", "AUX") or (word.pos_ == "NOUN" and word.lemma_ not in _TIMES):
            break
    return word


_TIMES = frozenset(
    {"day", "week", "month", "year", "evening", "morning", "night", "afternoon", "hour"}
)


def _is_only_said(governor: "Token", trigger: "Token") -> bool:
    """Whether a day is that of saying so; "said on Friday after talks" is also the talks'."""
    during = trigger.dep_ == "pobj" and trigger.head.lower_ in _WHILE
    return governor.lemma_ in words.SAY and not during


def _is_part(word: "Token", trigger: "Token") -> bool:
    """Whether a word is the trigger, or explains it: "a meeting Orban held" is parsed so."""
    return word.i == trigger.i or (word.dep_ == "appos" and word.head.i == trigger.i)


def _clause_gap(governor: "Token", trigger: "Token") -> int:
    """Cost of the clause borders between what is dated and the trigger."""
    crossed = False
    for word in ancestry(trigger):
        if word.i == governor.i:
            return _NEVER if crossed or _is_only_said(governor, trigger) else _ABOVE
        crossed = crossed or word.dep_ in ("ccomp", "relcl", "parataxis", "csubj")
    for word in ancestry(governor):
        if word.i in (trigger.i, trigger.head.i):
            return _BELOW
        if word.dep_ in ("acl", "relcl") and _is_part(word.head, trigger):
            return _OWN_CLAUSE
        border = word.dep_ in ("relcl", "ccomp", "advcl", "acl") and word.pos_ == "VERB"
        if border and word.lemma_ not in JOURNEY:
            return _NEVER
    return _NEVER if governor.lemma_ in words.SAY else _OTHER_CLAUSE
