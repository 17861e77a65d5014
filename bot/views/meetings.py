"""Render meetings: who met whom, when, where, and whether it happened."""

import re
from collections.abc import Sequence
from itertools import groupby

from bot.kept import Report, StoredMeeting
from bot.models import Certainty, Evidence, Format, Meeting, Status
from bot.reply import Block
from bot.views.blocks import brief, context, escape, one_line, section
from bot.views.dates import day, span
from bot.views.parties import NAME_MAX, listed, together
from bot.views.sources import source_line

# "TOKYO, Jan. 7, 2025 — ", "WASHINGTON (Example News) -- "
DATELINE = re.compile(
    r"^[A-Z]{3}[A-Z .,'’-]*"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})? ?)?"
    r"(?:\([^)]{1,40}\) ?)?"
    r"(?:—|–|--) "
)
PLACE_MAX = 160
EVIDENCE_MAX = 320
TOPICS_MAX = 4
HISTORY_MAX = 5
NAMED_MAX = 4  # in a line

STATUSES = {
    Status.HELD: "● Held",
    Status.PLANNED: "○ Planned",
    Status.CANCELLED: "✕ Cancelled",
}
CERTAINTIES = {Certainty.ARRANGING: "being arranged", Certainty.SOUGHT: "sought by one side"}
FORMATS = {Format.IN_PERSON: "in person", Format.PHONE: "by phone", Format.VIDEO: "by video"}


def meeting_items(meetings: Sequence[StoredMeeting]) -> list[list[Block]]:
    """Render meetings in order."""
    return [meeting_item(kept) for kept in meetings]


def meeting_item(kept: StoredMeeting) -> list[Block]:
    """Render one meeting: participants, how it stands, the sentence that proves it, sources."""
    meeting = kept.meeting
    lines = [together(meeting.participants), how_it_stands(meeting)]
    if meeting.evidence:
        lines.append(f">{proof(meeting.evidence[0])}")
    latest_first = source_line(kept.sources[::-1])
    asides = [_topics(meeting), history(kept.reports), latest_first]
    return [section("\n".join(lines)), context(" · ".join(aside for aside in asides if aside))]


def proof(evidence: Evidence) -> str:
    """Render the sentence that proves a meeting, without a dateline before it."""
    sentence = one_line(evidence.text)
    told = DATELINE.sub("", sentence)
    return brief(told if told == sentence else f"… {told}", EVIDENCE_MAX)


def how_it_stands(meeting: Meeting) -> str:
    """Render status, date, place and format: "● Held · Fri 7 Feb 2025 · Washington · in person"."""
    certainty = CERTAINTIES.get(meeting.certainty)
    status = f"*{STATUSES[meeting.status]}*" + (f" ({certainty})" if certainty else "")
    parts = (
        status,
        span(meeting.date) if meeting.date else "date not known",
        brief(meeting.place or "", PLACE_MAX),
        FORMATS.get(meeting.format, ""),
    )
    return " · ".join(part for part in parts if part)


def history(reports: Sequence[Report]) -> str:
    """Render how the status changed from report to report; empty where it never did."""
    changes = [next(run) for _, run in groupby(reports, key=lambda report: report.meeting.status)]
    if len(changes) < 2:
        return ""
    return " → ".join(_change(report) for report in changes[-HISTORY_MAX:])


def _change(report: Report) -> str:
    published = report.source.published
    return report.meeting.status.value + (f" ({day(published)})" if published else "")


def _topics(meeting: Meeting) -> str:
    return ", ".join(escape(topic) for topic in meeting.topics[:TOPICS_MAX])


def meeting_line(kept: StoredMeeting) -> str:
    """Render a meeting in one line: names and how it stands."""
    names = [brief(party.name, NAME_MAX) for party in kept.meeting.participants]
    left = len(names) - NAMED_MAX
    listed_names = listed([*names[:NAMED_MAX], *([f"{left} more"] if left > 0 else [])])
    return f"{listed_names} · {how_it_stands(kept.meeting)}"
