"""Journeys that the words tell without a parse: "Hirose left for Lima on Monday"."""

import re
from collections.abc import Iterator
from datetime import date

from bot.beat import Beat
from bot.models import DateSpan, PartyKind
from bot.reading.dates import dates_in
from bot.reading.meetings.narrative import TOLD_IN, sentences_of
from bot.reading.meetings.stays import Stay
from bot.reading.page import Page
from bot.reading.people import Cast, Mention
from bot.reading.places import places_in

_GOES = (
    r"\b(?:(?:arriv(?:ed?|es|ing|al)|landed)\s+(?:\w+\s+)?(?:in|at)|"
    r"(?:flew|flies|flown|fly|flying|traveled|travelled|travels?|headed|heading|heads?|left|leaves?|"
    r"departed|departs?|goes|went|going|way)\s+(?:on\s+)?(?:to|for)|"
    r"(?:is|are)\s+(?:in|visiting)|visit(?:ed|ing)|"
    r"(?:[Dd]uring|[Oo]n)\s+(?:an?|his|her|the)\s+(?:[\w-]+\s+)?(?:visit|trip)\s+to)\s+"
)
_JOURNEY = re.compile(_GOES + r"(?=(?:the\s+)?(?:\w+\s+)?[A-Z])")
_JUST_BEFORE = re.compile(_GOES + r"(?:the\s+)?$")
_NEGATED = re.compile(r"\b(?:not|never|cancel\w*|scrap\w*|postpon\w*|called off)\b|n['’]t\b", re.I)
_COMING = re.compile(r"\b(?:will|plans?|due|to\s+(?:visit|travel|fly)|leaves?|heads?)\b")


def told_journeys(page: Page, cast: Cast, beat: Beat) -> Iterator[Stay]:
    """Find who went where, also in paragraphs that tell of no meeting."""
    for paragraph in page.paragraphs:
        if paragraph.zone not in TOLD_IN or not _JOURNEY.search(paragraph.text):
            continue
        for start, text in sentences_of(paragraph):
            stay = _stay(start, text, page.article.published, cast, beat)
            if stay:
                yield stay


def _stay(start: int, text: str, dateline: date | None, cast: Cast, beat: Beat) -> Stay | None:
    """Read one sentence: who was named last before the journey went there."""
    if not _JOURNEY.search(text) or _NEGATED.search(text):
        return None
    for phrase in places_in(text, beat):
        journey = _JUST_BEFORE.search(text[: phrase.start])
        if not journey or not phrase.place.city:
            continue
        who = [m for m in cast.between(start, start + journey.start()) if _travels(m)]
        if who and who[-1].party:
            person = who[-1].party
            people = frozenset({person.key or person.name})
            return Stay(start, people, phrase.place, _day(text, dateline, beat))
    return None


def _travels(mention: Mention) -> bool:
    party = mention.party
    return party is not None and party.kind is PartyKind.PERSON and not mention.possessive


def _day(text: str, dateline: date | None, beat: Beat) -> DateSpan | None:
    """Give the only day that the sentence tells."""
    ahead = _COMING.search(text) is not None
    spans = [
        p.span for p in dates_in(text, dateline, ahead, beat) if p.span and not (p.bound or p.event)
    ]
    return spans[0] if len({span.start for span in spans}) == 1 else None
