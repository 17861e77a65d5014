"""What the calendar says of a meeting: whether its day can be meant, and is over."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.models import Certainty, DateSpan, Precision, Status
from bot.reading import spans
from bot.reading.meetings import words
from bot.reading.meetings.fallen import did_not_happen, was_to_be
from bot.reading.meetings.scene import Scene, ancestry, child
from bot.reading.meetings.status import Standing, planned
from bot.reading.meetings.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SEASON = 150  # days
_SLIP = 14  # days by which what is told as past may lie ahead
_YEAR = re.compile(r"\d{4}")


def unless_to_come(day: DateSpan | None, stands: Standing, scene: Scene) -> DateSpan | None:
    """Drop the day of an event to come: "we have met at the G7 summit" means none of its days."""
    if day is None or stands.status is not Status.HELD or scene.dateline is None:
        return day
    named = any(day.words == name for event in scene.beat.events for name in event.spellings)
    return None if named and day.start > scene.dateline else day


def day_just_now(token: "Token", stands: Standing, scene: Scene) -> DateSpan | None:
    """Give the day of saying so to what was "just" concluded; of a transcript, that is its day."""
    if stands.status is not Status.HELD or scene.dateline is None:
        return None
    verb = next((w for w in ancestry(token, 3) if w.pos_ == "VERB"), token)
    now = any(c.lower_ == "just" and c.i < verb.i for c in verb.children)
    if not now or any(c.lower_ == "had" for c in verb.children) or verb.tag_ not in ("VBD", "VBN"):
        return None
    subject = child(verb, "nsubj")
    if subject is not None and subject.lower_ not in ("i", "we"):
        return None  # "he had just met" in the story of another day
    stated = scene.opening.day if scene.opening else None
    return stated or spans.one_day(scene.dateline)


def direction(stands: Standing, ahead: bool, sentence: "Span", scene: Scene) -> bool | None:
    """On which side of the dateline the day lies; None if on either: what was to be."""
    text = scene.text_of(sentence)
    either = stands.status is Status.CANCELLED or (ahead and was_to_be(text))
    if not either:
        return ahead
    if did_not_happen(text):
        return False
    return True if _is_told_now(sentence.root) else None


def looking_back(
    day: DateSpan | None, trigger: Trigger, stands: Standing, scene: Scene
) -> DateSpan | None:
    """Read "they met on January 1", written in December, as of the January before."""
    if day is None or stands.status is not Status.HELD or not is_told_as_past(trigger):
        return day
    exact = day.precision is Precision.DAY and not _YEAR.search(day.words)
    if not exact or not is_far(day, scene.dateline, _SLIP):
        return day
    before = spans.valid_day(day.start.year - 1, day.start.month, day.start.day)
    return replace(day, start=before, end=before) if before else None


def is_far(day: DateSpan, dateline: date | None, days: int = _SEASON) -> bool:
    """Whether what was called off would lie months ahead: "had planned to meet in January"."""
    return dateline is not None and (day.start - dateline).days > days


def by_date(
    trigger: Trigger, stands: Standing, day: DateSpan | None, dateline: date | None
) -> Standing:
    """Correct the tense by the calendar: what lies after the dateline has not been held."""
    if stands.status is not Status.HELD or not dateline:
        return stands
    # Across the Pacific it may be tomorrow already: "met on October 28", written on the 27th.
    today = dateline + timedelta(days=1) if is_told_as_past(trigger) else dateline
    if day and day.start > today:
        return planned(Certainty.SCHEDULED)
    vague = day is None or day.precision is not Precision.DAY
    open_still = day is None or day.end is None or day.end >= dateline
    before = trigger.token.head.lower_ == "of" and trigger.token.head.head.lower_ == "ahead"
    return planned(Certainty.SCHEDULED) if before and vague and open_still else stands


def _is_told_now(verb: "Token") -> bool:
    """Whether a sentence tells what is so today: "scrapped is a stop where he was to meet"."""
    tense = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), verb)
    return tense.tag_ in ("VBZ", "VBP") and tense.lemma_ == "be"


def is_told_as_past(trigger: Trigger) -> bool:
    """Whether it is said in so many words that they met, or held talks."""
    token, verb = trigger.token, trigger.token.head
    return token.tag_ == "VBD" or (verb.tag_ == "VBD" and verb.lemma_ in words.LIGHT)
