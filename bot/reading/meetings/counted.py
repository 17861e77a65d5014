"""When a meeting was that a day is counted from: "a day after they met"."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bot.models import Precision
from bot.reading.dates import DatePhrase
from bot.reading.meetings import words
from bot.reading.meetings.scene import ancestry, child

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_AS_EXACT = {
    "month": frozenset({Precision.DAY, Precision.MONTH}),
    "year": frozenset({Precision.DAY, Precision.MONTH, Precision.YEAR}),
}


def counted(
    phrase: DatePhrase,
    trigger: "Token",
    sentence: "Span",
    phrases: list[DatePhrase],
    anchor: date | None,
) -> DatePhrase:
    """Read "a day after they met": for what is told within, it counts back from the main clause."""
    if not phrase.away or not opens_clause_of(phrase, trigger, sentence):
        return phrase
    if _is_called_off(trigger, sentence.start_char + phrase.end):
        return replace(phrase, span=None)  # "a day after he called off the talks"
    told = phrase.span.start if phrase.span else _told(phrase, phrases, anchor)
    span = phrase.away.before(told) if told else None
    if not span:
        return phrase
    return replace(phrase, span=replace(span, words=sentence.text[phrase.start : phrase.end]))


def opens_clause_of(phrase: DatePhrase, trigger: "Token", sentence: "Span") -> bool:
    """Whether a meeting is what "a day after" counts from."""
    at = trigger.idx - sentence.start_char
    if not phrase.away or at < phrase.start:
        return False
    if phrase.span:  # "a day after they met on May 2", "four months after the Lima summit"
        return at <= phrase.end + 1
    return phrase.start > 2 or "," not in sentence.text[phrase.end : at]


def hides(phrase: DatePhrase, trigger: "Token", sentence: "Span") -> bool:
    """Whether what stands before "a day after" dates something else: "on Friday, a day after"."""
    within = opens_clause_of(phrase, trigger, sentence)
    return within and "," not in sentence.text[phrase.end : trigger.idx - sentence.start_char]


def _told(phrase: DatePhrase, phrases: list[DatePhrase], anchor: date | None) -> date | None:
    """Give the day of the main clause; where months are counted, its month will do."""
    unit = phrase.away.unit if phrase.away else "day"
    if unit == "day":
        spans = (p.span for p in phrases if p.span and p.span.precision is Precision.DAY)
        return next((span.start for span in spans), anchor)
    before = (p.span for p in phrases if p.span and not p.event and p.start < phrase.start)
    return next((s.start for s in before if s.precision in _AS_EXACT[unit]), None)


def _is_called_off(trigger: "Token", start: int) -> bool:
    """Whether what a clause tells is that the meeting was called off, so that dates it."""
    for word in ancestry(trigger):
        if word.idx < start:
            return False
        particle = child(word, "prt")
        off = words.CANCELLED_BY.get(word.lemma_, frozenset())
        if word.lemma_ in words.CANCELLED or (particle is not None and particle.lower_ in off):
            return True
    return False
