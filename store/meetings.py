"""Show meetings: each one event, told by one report an article."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from sqlite_utils import Database

from bot.kept import Report, StoredMeeting
from store.records import MEETING, Row, day_of, marks, source_from

LATEST = """
    SELECT * FROM meetings
    WHERE (reported, id) < (?, ?) AND {shown}
    ORDER BY reported DESC, id DESC LIMIT ?
"""
BETWEEN = """
    SELECT * FROM meetings
    WHERE start <= ? AND coalesce(end, start) >= ? AND {shown}
    ORDER BY start, id LIMIT ?
"""
BY_DOCUMENT = "SELECT * FROM meetings WHERE document IN ({marks})"
BY_ID = "SELECT * FROM meetings WHERE id IN ({marks})"
REPORT = """
    SELECT reports.id, reports.meeting_id, reports.record, reports.article_id,
           articles.title, articles.outlet, articles.url, articles.published
    FROM reports JOIN articles ON articles.id = reports.article_id
"""
OF_ARTICLE = REPORT + "WHERE reports.article_id = ? ORDER BY reports.position"
REPORTS = (
    REPORT
    + """
    WHERE reports.meeting_id IN ({marks})
    ORDER BY articles.published IS NOT NULL, articles.published, reports.id
"""
)
SUGGESTIONS = """
    SELECT suggestions.report_id, reports.meeting_id AS one, suggestions.meeting_id AS other
    FROM suggestions JOIN reports ON reports.id = suggestions.report_id
    ORDER BY suggestions.report_id DESC LIMIT ?
"""
PAGE = 200  # records that are fetched at a time when all are wanted
NEWEST = ("9999-99-99", 1 << 62)


def latest_meetings(
    db: Database, limit: int, before: tuple[str, int] | None = None, off_beat: bool = False
) -> list[StoredMeeting]:
    """Return the meetings reported last, those on the beat unless asked for all.

    For the next page, pass as `before` the day of the last one's last report (ISO,
    empty where not dated) and its id. The day is the one that the reader saw: a
    report that came in since must not shift the pages.
    """
    shown = "TRUE" if off_beat else "on_beat"
    return stored(db, list(db.query(LATEST.format(shown=shown), (*(before or NEWEST), limit))))


def meetings_between(
    db: Database, first: date, last: date, limit: int = 1000, off_beat: bool = False
) -> list[StoredMeeting]:
    """Return the meetings that fall, or may fall, on these days (both inclusive), in order."""
    shown = "TRUE" if off_beat else "on_beat"
    rows = db.query(BETWEEN.format(shown=shown), (last.isoformat(), first.isoformat(), limit))
    return stored(db, list(rows))


def all_meetings(
    db: Database, off_beat: bool = False, at_a_time: int = PAGE
) -> Iterator[StoredMeeting]:
    """Yield every meeting, newest first, those on the beat unless asked for all."""
    page = latest_meetings(db, at_a_time, off_beat=off_beat)
    while page:
        yield from page
        last = (f"{page[-1].reported or ''}", page[-1].id)
        page = latest_meetings(db, at_a_time, last, off_beat)


def meetings_by_document(db: Database, documents: Sequence[int]) -> list[StoredMeeting]:
    """Return the meetings that the search index knows under these ids."""
    return stored(db, list(db.query(BY_DOCUMENT.format(marks=marks(documents)), documents)))


def meetings_by_id(db: Database, ids: Sequence[int]) -> list[StoredMeeting]:
    """Return meetings by their ids, leaving out those that are gone."""
    return stored(db, list(db.query(BY_ID.format(marks=marks(ids)), ids)))


def reports_of_article(db: Database, article_id: int) -> list[Report]:
    """Return what one article says of meetings, in its order."""
    return [report_from(row) for row in db.query(OF_ARTICLE, (article_id,))]


def undecided_pairs(db: Database, limit: int = 50) -> list[tuple[StoredMeeting, StoredMeeting]]:
    """Return pairs of meetings that may be one event, for somebody to decide, newest first."""
    pairs = [(row["one"], row["other"]) for row in db.query(SUGGESTIONS, (limit,))]
    kept = {m.id: m for m in meetings_by_id(db, list({id for pair in pairs for id in pair}))}
    found = {frozenset(pair): pair for pair in reversed(pairs) if len(set(pair)) == 2}
    return [(kept[one], kept[other]) for one, other in reversed(found.values())]


def stored(db: Database, rows: Sequence[Row]) -> list[StoredMeeting]:
    """Complete rows of meetings with their reports."""
    told: defaultdict[int, list[Report]] = defaultdict(list)
    ids = [row["id"] for row in rows]
    for report in db.query(REPORTS.format(marks=marks(ids)), ids):
        told[report["meeting_id"]].append(report_from(report))
    return [stored_meeting(row, tuple(told[row["id"]])) for row in rows]


def stored_meeting(row: Row, reports: tuple[Report, ...]) -> StoredMeeting:
    """Build the record for showing."""
    first = reports[0].source.published if reports else None
    return StoredMeeting(
        id=row["id"],
        meeting=MEETING.validate_json(row["record"]),
        reports=reports,
        day=day_of(row["start"]) or first,
        cursor=row["document"],
    )


def report_from(row: Row) -> Report:
    """Read a report from its row joined with its article."""
    meeting = MEETING.validate_json(row["record"])
    return Report(id=row["id"], source=source_from(row), meeting=meeting)


def reported(reports: Sequence[Report]) -> str:
    """Return the day of the last report as the tables hold it; empty where none is dated."""
    return max((r.source.published.isoformat() for r in reports if r.source.published), default="")
