"""At which of an article's meetings a quote was said."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.models import Meeting, Party, Quote, Status

MET = re.compile(
    r"\b(?:breakfast|call|conversation|dialogue|dinner|luncheon|meetings?|phone|reception|session"
    r"|summit|talks)\b",
    re.IGNORECASE,
)
WORD = re.compile(r"\w+")


def link_meetings(quotes: Sequence[Quote], meetings: Sequence[Meeting]) -> Iterator[Quote]:
    """Give every quote the meeting it was said at, where the article tells which."""
    for quote in quotes:
        fitting = [n for n, meeting in enumerate(meetings) if _was_said_at(quote, meeting)]
        yield replace(quote, meeting=fitting[0]) if len(fitting) == 1 else quote


def _was_said_at(quote: Quote, meeting: Meeting) -> bool:
    """Whether a participant speaks to another one, or on an occasion told as this meeting."""
    if quote.speaker is None or meeting.status is not Status.HELD:
        return False
    others = [p for p in meeting.participants if not _is_same(p, quote.speaker)]
    if len(others) == len(meeting.participants):
        return False
    if quote.listener and any(_names(quote.listener, p) for p in others):
        return True
    if not quote.occasion or not MET.search(quote.occasion):
        return False
    told_here = any(e.start < quote.end and quote.start < e.end for e in meeting.evidence)
    return told_here or any(_names(quote.occasion, p) for p in others)


def _is_same(party: Party, other: Party) -> bool:
    return party.key == other.key if party.key and other.key else party.name == other.name


def _names(words: str, party: Party) -> bool:
    """Whether words name a party, by the last word of its name at least."""
    last = WORD.findall(party.name)[-1:]
    return bool(last) and last[0].lower() in {w.lower() for w in WORD.findall(words)}
