"""Dates in running text: "on Thursday", "mid-January", "two days after Election Day".

A general date parser guesses: for it "Thursday" on a Thursday is a week ago, and
"in February" may be years away. News has a dateline and a tense, so we resolve by
those, and leave a phrase open (its span is None) rather than guess.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.beat import Beat, Event
from bot.models import DateSpan, Precision
from bot.reading.date_events import events_named
from bot.reading.date_rules import RULES, Setting, is_verb_may, phrase_end

# "since Friday" bounds a time; "before his Jan. 20 speech" dates the speech, not what is told.
_AFTER = re.compile(r"\b(?:after|since|following)\s+$", re.I)
_UNTIL = re.compile(
    r"\b(?:before|until|till|by|ahead of|prior to|than)\s+(?:the\s+|early\s+|late\s+)*$", re.I
)
_POSSESSIVE = re.compile(r"['’]s?\b")


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """Words that name a time, where they stand in the text, and what they mean.

    `span` is None where they cannot be resolved. `bound` tells that they limit a
    time ("before Friday") instead of naming it. `event` is the beat's event, if
    the time was told by one ("at the APEC summit").
    """

    start: int
    end: int
    span: DateSpan | None
    bound: bool = False
    event: Event | None = None
    names_event: bool = False  # also where it is not clear which year's


def dates_in(
    text: str, dateline: date | None, ahead: bool, beat: Beat, anchor: date | None = None
) -> list[DatePhrase]:
    """Find the words in a text that name a time, in order.

    `dateline` is the day it was written; `ahead` tells whether it speaks of the
    future; "the following day" is taken from `anchor`, the day told of before.
    """
    setting = Setting(text, dateline, ahead, beat, anchor)
    found: list[DatePhrase] = []
    for phrase in [*_by_rules(setting), *_by_events(setting)]:
        if all(phrase.end <= other.start or phrase.start >= other.end for other in found):
            found.append(phrase)
    return sorted(found, key=lambda phrase: phrase.start)


def _by_rules(setting: Setting) -> Iterator[DatePhrase]:
    """Yield what the rules find, the more exact rules first; phrases may overlap."""
    for pattern, resolve in RULES:
        for match in pattern.finditer(setting.text):
            if not is_verb_may(match):
                span, end = resolve(match, setting), phrase_end(match, resolve, setting)
                yield _bounded(setting.text, match.start(), end, span)


def _by_events(setting: Setting) -> Iterator[DatePhrase]:
    """Yield the beat's events that the text names."""
    for named in events_named(setting.text, setting.dateline, setting.ahead, setting.beat):
        span = named.span(setting.text[named.start : named.end])
        yield DatePhrase(named.start, named.end, span, event=named.event, names_event=True)


def _bounded(text: str, start: int, end: int, span: DateSpan | None) -> DatePhrase:
    """Make a phrase, minding a "since" or "before" in front of it."""
    if span:
        span = replace(span, words=text[start:end])
    before = text[:start]
    if _POSSESSIVE.match(text, end):
        return DatePhrase(start, end, span)
    if _AFTER.search(before):
        opened = span and replace(span, end=None, precision=Precision.OPEN)
        return DatePhrase(start, end, opened, bound=True)
    if _UNTIL.search(before):
        return DatePhrase(start, end, None, bound=True)
    return DatePhrase(start, end, span)
