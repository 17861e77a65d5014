"""What was read: as JSON records for scripts, and as lines for people."""

from collections.abc import Sequence
from typing import Any

from bot.kept import StoredMeeting
from bot.models import Meeting, Person, Quote, Reading


def reading_record(reading: Reading) -> dict[str, Any]:
    """Shape a reading as the object that `read --json` prints."""
    article = reading.article
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "quotes": [quote_record(quote) for quote in reading.quotes],
        "meetings": [meeting_record(meeting) for meeting in reading.meetings],
    }


def quote_record(quote: Quote) -> dict[str, Any]:
    """Shape a quote; `speaker` is null rather than a guess."""
    return {
        "text": quote.text,
        "start": quote.start,
        "end": quote.end,
        "speaker": quote.speaker.name if quote.speaker else None,
        "mention": quote.mention,
        "cue": quote.cue,
        "direct": quote.direct,
        "utterance": quote.utterance,
    }


def meeting_record(meeting: Meeting) -> dict[str, Any]:
    """Shape a meeting; `date` is YYYY-MM-DD, YYYY-MM or null."""
    return {
        "participants": [party.name for party in meeting.participants],
        "date": meeting.date.iso() if meeting.date else None,
        "place": meeting.place,
        "status": meeting.status.value,
        "format": meeting.format.value,
        "certainty": meeting.certainty.value,
        "evidence": [evidence.text for evidence in meeting.evidence],
    }


def reading_text(reading: Reading) -> str:
    """Write a reading for people: the article's heading, its meetings, its quotes."""
    article = reading.article
    heading = [article.title or article.id, article.outlet, str(article.published or "no date")]
    lines = [" · ".join(part for part in heading if part)]
    lines += [f"  {_meeting_line(meeting)}" for meeting in reading.meetings]
    lines += [f"  {_quote_line(quote)}" for quote in reading.quotes if quote.direct]
    lines += [f"  {_quote_line(quote)}" for quote in reading.quotes if not quote.direct]
    return "\n".join(lines if len(lines) > 1 else [*lines, "  No meetings or quotes."])


def _meeting_line(meeting: Meeting) -> str:
    when = meeting.date.iso() or meeting.date.words if meeting.date else None
    parties = " – ".join(party.name for party in meeting.participants)
    parts = [f"{meeting.status} ({meeting.certainty})", meeting.format, when, meeting.place]
    return f"{parties}: " + ", ".join(part for part in parts if part)


def _quote_line(quote: Quote) -> str:
    words = f"“{quote.text}”" if quote.direct else f"reported: {quote.text}"
    return f"{quote.speaker.name if quote.speaker else 'somebody'}: {words}"


def pair_text(name: str, pair: Sequence[StoredMeeting]) -> str:
    """Write two meetings that may be one event, a line each, with the outlets that tell them."""
    indent = " " * len(name)
    return "\n".join(
        f"{indent if number else name}  {_meeting_line(stored.meeting)} [{_outlets(stored)}]"
        for number, stored in enumerate(pair)
    )


def _outlets(stored: StoredMeeting) -> str:
    outlets = (source.outlet or source.title or "untitled" for source in stored.sources)
    return ", ".join(dict.fromkeys(outlets))


def person_text(person: Person) -> str:
    """Write a person as one line: key, name, other spellings, offices."""
    offices = (f"{o.title} ({o.side}, {o.start or ''}–{o.end or ''})" for o in person.offices)
    spellings = ", ".join(person.aliases)
    return "  ".join(part for part in (person.key, person.name, spellings, *offices) if part)
