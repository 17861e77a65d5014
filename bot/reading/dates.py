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
from bot.reading.date_calendar import is_verb_may
from bot.reading.date_events import events_named
from bot.reading.date_relative import Away, away_from, how_far, phrase_end
from bot.reading.date_rules import RULES
from bot.reading.date_words import Resolver, Setting

# "since Friday" bounds a time; "before his Jan. 20 speech" dates the speech, not what is told.
_AFTER = re.compile(r"\b(?:after|since|following)\s+$", re.I)
_UNTIL = re.compile(
    r"\b(?:before|until|till|by|ahead of|prior to|than)\s+(?:the\s+|early\s+|late\s+)*$", re.I
)
# "for the second time this year" counts.
_COUNTED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|\d+(?:st|nd|rd|th))\s+(?:[\w-]+\s+){1,2}$", re.I
)
_NIGHT = re.compile(r"\bby\s+\S+\s+(?:morning|afternoon|evening|night)$", re.I)
_LINK = re.compile(r",?\s+(?:in|on)\s+", re.I)
_POSSESSIVE = re.compile(r"['’]s?\b")


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """Words that name a time, where they stand in the text, and what they mean.

    `span` is None where they cannot be resolved. `bound` tells that they limit a
    time ("before Friday") instead of naming it. `event` is the beat's event, if
    the time was told by one ("at the APEC summit"). `away` counts from
    something that is told by a clause: a day in "a day after they signed".
    """

    start: int
    end: int
    span: DateSpan | None
    bound: bool = False
    event: Event | None = None
    names_event: bool = False  # also where it is not clear which year's
    away: Away | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """A match of a rule that overlaps none of a more exact one."""

    match: re.Match[str]
    resolve: Resolver
    end: int

    @property
    def start(self) -> int:
        return self.match.start()


def dates_in(
    text: str,
    dateline: date | None,
    ahead: bool | None,
    beat: Beat,
    anchor: date | None = None,
    month: DateSpan | None = None,
) -> list[DatePhrase]:
    """Find the words in a text that name a time, in order.

    `dateline` is the day it was written; `ahead` tells whether it speaks of the
    future, None that it may be either. "The following day" is taken from a day
    told before in the text, else from `anchor`. `month` is when it was written, where
    no day is known: it tells the year of "October 29", but not which day "Friday" is.
    """
    setting = Setting(text, dateline, ahead, beat, anchor, month=month)
    phrases: list[DatePhrase] = []
    for found in _by_rules(setting):
        phrase = _phrase(found, setting)
        if phrase.span and phrase.span.precision is not Precision.OPEN:
            exact = phrase.span.precision is Precision.DAY
            anchor = phrase.span.start if exact else setting.anchor
            setting = replace(setting, anchor=anchor, told=phrase.span.start)
        phrases.append(phrase)
    told = [p.span.start for p in phrases if p.span and p.span.precision is Precision.DAY]
    for event in _by_events(setting, told):
        if _is_free(event.start, event.end, phrases):
            phrases.append(event)
    phrases.sort(key=lambda phrase: phrase.start)
    return _without_frame([p for p in phrases if not _is_told_exactly(p, phrases, text)])


def _is_told_exactly(phrase: DatePhrase, phrases: list[DatePhrase], text: str) -> bool:
    """Whether "18 months later in June 2019" goes on to tell the time that it counts to."""
    if not text[phrase.start : phrase.end].lower().endswith("later"):
        return False
    following = next((p for p in phrases if p.start >= phrase.end and p.span), None)
    return following is not None and _LINK.fullmatch(text[phrase.end : following.start]) is not None


def _without_frame(phrases: list[DatePhrase]) -> list[DatePhrase]:
    """Leave out the "Last week," that a sentence begins with, if it then tells the day."""
    if len(phrases) != 2 or phrases[0].start > 1:
        return phrases
    frame, day = (phrase.span for phrase in phrases)
    if not frame or not day or frame.precision is Precision.DAY or not frame.end or not day.end:
        return phrases
    within = frame.start <= day.start and day.end <= frame.end and day.precision is Precision.DAY
    return phrases[1:] if within else phrases


def _is_free(start: int, end: int, taken: list[DatePhrase] | list[_Found]) -> bool:
    return all(end <= other.start or start >= other.end for other in taken)


def _by_rules(setting: Setting) -> list[_Found]:
    """Find what the rules match, the more exact rules first, in the order of the text."""
    found: list[_Found] = []
    for pattern, resolve in RULES:
        for match in pattern.finditer(setting.text):
            end = phrase_end(match, setting) if resolve is away_from else match.end()
            if _is_free(match.start(), end, found) and not is_verb_may(match):
                found.append(_Found(match, resolve, end))
    return sorted(found, key=lambda one: one.start)


def _phrase(found: _Found, setting: Setting) -> DatePhrase:
    phrase = _bounded(setting.text, found.start, found.end, found.resolve(found.match, setting))
    away = how_far(found.match) if found.resolve is away_from else None
    return replace(phrase, away=away) if away else phrase


def _by_events(setting: Setting, told: list[date]) -> Iterator[DatePhrase]:
    """Yield the beat's events that the text names, among days that it tells."""
    ahead = bool(setting.ahead)
    for named in events_named(setting.text, setting.dateline, ahead, setting.beat, told):
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
    if _UNTIL.search(before) and not _NIGHT.search(text[:end]):
        return DatePhrase(start, end, None, bound=True)
    counted = span and span.precision is Precision.YEAR and _COUNTED.search(before)
    return DatePhrase(start, end, span, bound=bool(counted))
