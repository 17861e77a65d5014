"""Stored meetings and quotes as tables: CSV that a spreadsheet may open safely, and JSON."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping

from bot.kept import Source, StoredMeeting, StoredQuote

Cell = str | int | float | bool | None
Row = Mapping[str, Cell]

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def meeting_row(stored: StoredMeeting) -> Row:
    """Lay out a meeting as it stands by all its reports."""
    meeting = stored.meeting
    return {
        "id": stored.id,
        "participants": "; ".join(party.name for party in meeting.participants),
        "offices": "; ".join(party.office or "" for party in meeting.participants),
        "date": meeting.date.iso() if meeting.date else None,
        "date_words": meeting.date.words if meeting.date else None,
        "place": meeting.place,
        "status": meeting.status.value,
        "certainty": meeting.certainty.value,
        "format": meeting.format.value,
        "topics": "; ".join(meeting.topics),
        "on_beat": meeting.on_beat,
        "evidence": " … ".join(evidence.text for evidence in meeting.evidence),
        "reports": len(stored.reports),
        **_source_cells(stored.sources),
    }


def quote_row(stored: StoredQuote) -> Row:
    """Lay out a quote; `direct` is false for reported speech, which is not verbatim."""
    quote = stored.quote
    return {
        "id": stored.id,
        "speaker": quote.speaker.name if quote.speaker else None,
        "office": quote.speaker.office if quote.speaker else None,
        "text": quote.text,
        "direct": quote.direct,
        "mention": quote.mention,
        "cue": quote.cue,
        "listener": quote.listener,
        "occasion": quote.occasion,
        "day": stored.day.isoformat() if stored.day else None,
        "topics": "; ".join(quote.topics),
        "on_beat": quote.on_beat,
        "meeting": stored.meeting_id,
        "start": quote.start,
        "end": quote.end,
        **_source_cells(stored.sources),
    }


def csv_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Write rows as CSV with a header; no cell can be taken for a formula."""
    header: list[str] | None = None
    for row in rows:
        if header is None:
            header = list(row)
            yield _csv_line(header)
        yield _csv_line([_harmless(row[column]) for column in header])


def json_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Write rows as a JSON array, a row a line."""
    opening = "[\n"
    for row in rows:
        yield opening + json.dumps(row, ensure_ascii=False)
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def _source_cells(sources: Iterable[Source]) -> dict[str, Cell]:
    given = list(sources)
    return {
        "sources": len(given),
        "titles": "; ".join(source.title or "" for source in given),
        "outlets": "; ".join(source.outlet or "" for source in given),
        "urls": " ".join(source.url or "" for source in given).strip(),
        "published": "; ".join(str(source.published or "") for source in given),
    }


def _harmless(cell: Cell) -> Cell:
    """Put an apostrophe before what a spreadsheet would run as a formula."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(FORMULA):
        return f"'{cell}"
    return cell


def _csv_line(cells: Iterable[Cell]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()
