"""Write an article's meetings: each reports an event that is known, or a new one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlite_utils import Database

from bot.kept import Report, Source, StoredMeeting, Verdict
from bot.models import DateSpan, Format, Meeting, Party, Precision, Status
from store.documents import Document, add_documents, drop_documents, put_document
from store.identity import identity
from store.meetings import meetings_by_id, reported
from store.people import AliasWords
from store.records import MEETING, Row, day_of, iso, marks
from store.same_events import Decisions

SameEvent = Callable[[Meeting, Meeting], Verdict]

# A postponed meeting may move by months; an event is not sought further away.
MOVED_WITHIN = timedelta(days=180)
AT_MOST_COMPARED = 200
IN_THE_NEWS = timedelta(days=14)

INSERT = """
    INSERT INTO meetings (document, record, status, start, end, reported, on_beat)
    VALUES (:document, :record, :status, :start, :end, :reported, :on_beat)
"""
UPDATE = """
    UPDATE meetings SET document = :document, record = :record, status = :status, start = :start,
        end = :end, reported = :reported, on_beat = :on_beat
    WHERE id = :id
"""
DELETE = "DELETE FROM meetings WHERE id = ?"
PUT_REPORT = """
    INSERT INTO reports (meeting_id, article_id, position, record) VALUES (?, ?, ?, ?)
"""
FORGET_REPORTS = "DELETE FROM reports WHERE article_id = ? RETURNING meeting_id"
PUT_PARTY = "INSERT OR IGNORE INTO meeting_parties (key, meeting_id) VALUES (?, ?)"
FORGET_PARTIES = "DELETE FROM meeting_parties WHERE meeting_id = ?"
SUGGEST = "INSERT OR IGNORE INTO suggestions (report_id, meeting_id) VALUES (?, ?)"
NEAR = """
    SELECT meetings.id, meetings.record, meetings.start, meetings.end, meetings.reported,
           EXISTS (SELECT 1 FROM reports WHERE meeting_id = meetings.id) AS told
    FROM meeting_parties JOIN meetings ON meetings.id = meeting_parties.meeting_id
    WHERE meeting_parties.key IN ({marks})
      AND (start IS NULL OR start <= ?) AND (end IS NULL OR end >= ?)
    GROUP BY meetings.id
    ORDER BY count(*) DESC, abs(julianday(start) - julianday(?)) NULLS LAST, reported DESC LIMIT ?
"""


def plainly_same(one: Meeting, other: Meeting) -> Verdict:
    """Call two meetings one event where parties, format and a known day are equal."""
    return Verdict.SAME if one.date and alike(one, other) else Verdict.DIFFERENT


def alike(one: Meeting, other: Meeting) -> bool:
    """Tell whether parties, format and day are equal, the day perhaps not known."""
    parties = [set(map(identity, meeting.participants)) for meeting in (one, other)]
    return parties[0] == parties[1] and days(one) == days(other) and one.format == other.format


@dataclass(frozen=True, slots=True)
class MeetingWriter:
    """Writes the meetings of one article, inside the transaction that keeps the article."""

    db: Database
    source: Source
    now: int
    aliases: AliasWords
    same_event: SameEvent
    decisions: Decisions
    touched: set[int] = field(default_factory=set)

    def keep(self, meetings: Sequence[Meeting]) -> None:
        """Make `meetings` all that the article reports.

        Events that only this article told are still there while its new reports
        look for theirs, so a re-reading keeps their ids; then the left ones go.
        """
        for (meeting_id,) in self.db.conn.execute(FORGET_REPORTS, (self.source.article_id,)):
            self.touched.add(meeting_id)
        taken: set[int] = set()
        for position, meeting in enumerate(meetings):
            meeting_id, doubtful = self.event_of(meeting, taken)
            taken.add(meeting_id)
            self.add_report(meeting_id, position, meeting, doubtful)
        for meeting_id in sorted(self.touched):
            refresh_meeting(self.db, meeting_id, self.now, self.aliases)

    def event_of(self, meeting: Meeting, taken: set[int]) -> tuple[int, list[int]]:
        """Return the event that a meeting is, made where it is new, and those that it may be.

        Two meetings of one article are never one event: reading has merged what is the same.
        """
        doubtful = []
        decided = self.decisions.of(meeting)
        for event, verdict in decided.items():
            if verdict is Verdict.SAME and event not in taken:
                return event, []
        for row in self.near(meeting):
            if row["id"] in taken:
                continue
            verdict = decided.get(row["id"]) or self.judged(row, meeting)
            if verdict == Verdict.SAME:
                return int(row["id"]), []
            if verdict == Verdict.DOUBTFUL and self.is_in_the_news(row, meeting):
                doubtful.append(int(row["id"]))
        return self.new_event(meeting), doubtful

    def is_in_the_news(self, row: Row, meeting: Meeting) -> bool:
        """Tell whether an event was told of, or took place, about when this article appeared.

        A meeting "last year" may be any of that year's: to ask about each helps nobody.
        """
        published = self.source.published
        exact = meeting.date is not None and meeting.date.precision is Precision.DAY
        if published is None or (exact and row["start"] and row["start"] == row["end"]):
            return True
        told = (day_of(row[column] or None) for column in ("start", "reported"))
        return any(abs(day - published) <= IN_THE_NEWS for day in told if day)

    def judged(self, row: Row, meeting: Meeting) -> Verdict:
        """Judge whether a meeting is a known event; one that nobody reports was this article's."""
        known = MEETING.validate_json(row["record"])
        reread = not row["told"] and alike(known, meeting)
        return Verdict.SAME if reread else self.same_event(known, meeting)

    def near(self, meeting: Meeting) -> list[Row]:
        """Return the known events about the same time, most parties in common first."""
        keys = [identity(party) for party in meeting.participants]
        start, end = days(meeting)
        window = (
            shifted(end, MOVED_WITHIN).isoformat() if end else "9999",
            shifted(start, -MOVED_WITHIN).isoformat() if start else "",
        )
        sql = NEAR.format(marks=marks(keys))
        return list(self.db.query(sql, (*keys, *window, iso(start), AT_MOST_COMPARED)))

    def new_event(self, meeting: Meeting) -> int:
        """Add an event; `refresh_meeting` completes it."""
        (document,) = add_documents(self.db, [Document(None, False, (), ())], self.now)
        row = columns(meeting, reported="") | {"document": document}
        return int(self.db.conn.execute(INSERT, row).lastrowid or 0)

    def add_report(
        self, meeting_id: int, position: int, meeting: Meeting, doubtful: Sequence[int]
    ) -> None:
        """Add the article's report to an event, and what else it may be a report of."""
        record = MEETING.dump_json(meeting).decode()
        row = (meeting_id, self.source.article_id, position, record)
        report_id = self.db.conn.execute(PUT_REPORT, row).lastrowid
        self.db.conn.executemany(SUGGEST, [(report_id, other) for other in doubtful])
        # Known at once, so that the next article in this transaction can find the event.
        parties = [(identity(party), meeting_id) for party in meeting.participants]
        self.db.conn.executemany(PUT_PARTY, parties)
        self.touched.add(meeting_id)


def refresh_meeting(db: Database, meeting_id: int, now: int, aliases: AliasWords) -> None:
    """Work out anew how a meeting stands after its reports have changed."""
    stored = meetings_by_id(db, [meeting_id])[0]
    db.conn.execute(FORGET_PARTIES, (meeting_id,))
    if not stored.reports:
        db.conn.execute(DELETE, (meeting_id,))
        drop_documents(db, [stored.cursor])
        return
    meeting = as_it_stands(stored.reports)
    document = meeting_document(meeting, stored, aliases)
    row = columns(meeting, reported(stored.reports)) | {
        "id": meeting_id,
        "document": put_document(db, document, now, stored.cursor),
    }
    db.conn.execute(UPDATE, row)
    parties = [(identity(party), meeting_id) for party in meeting.participants]
    db.conn.executemany(PUT_PARTY, parties)


def as_it_stands(reports: Sequence[Report]) -> Meeting:
    """Tell a meeting as all its reports, oldest first, do.

    The latest report that knows a thing is right about it; only the status has
    a rule of its own: what was held stays held, whatever a late preview says.
    """
    told = [report.meeting for report in reversed(reports)]
    held = [meeting for meeting in told if meeting.status is Status.HELD]
    status = held[0] if held and told[0].status is Status.PLANNED else told[0]
    placed = max(told, key=lambda m: sum(map(bool, (m.venue, m.city, m.country))))
    return Meeting(
        participants=all_parties(told),
        status=status.status,
        certainty=status.certainty,
        format=next((m.format for m in told if m.format is not Format.UNKNOWN), Format.UNKNOWN),
        date=best_date([status, *told]),
        venue=placed.venue,
        city=placed.city,
        country=placed.country,
        topics=tuple(dict.fromkeys(topic for meeting in told for topic in meeting.topics)),
        evidence=status.evidence,
        on_beat=any(meeting.on_beat for meeting in told),
    )


def all_parties(told: Sequence[Meeting]) -> tuple[Party, ...]:
    """Return everyone whom a report names, each once, in the words of the latest."""
    parties: dict[str, Party] = {}
    for meeting in told:
        for party in meeting.participants:
            parties.setdefault(identity(party), party)
    return tuple(parties.values())


def best_date(told: Sequence[Meeting]) -> DateSpan | None:
    """Return the first date that is known to the day, else the first that is known at all."""
    dates = [meeting.date for meeting in told if meeting.date]
    exact = [span for span in dates if span.precision is Precision.DAY]
    return next(iter(exact or dates), None)


def shifted(day: date, by: timedelta) -> date:
    """Move a day, at most to the first or last that there is."""
    number = day.toordinal() + by.days
    return date.fromordinal(min(max(number, date.min.toordinal()), date.max.toordinal()))


def days(meeting: Meeting) -> tuple[date | None, date | None]:
    """Return the first and last day on which a meeting may fall."""
    return (meeting.date.start, meeting.date.end) if meeting.date else (None, None)


def columns(meeting: Meeting, reported: str) -> dict[str, object]:
    """Lay out an event as the columns of its row."""
    start, end = days(meeting)
    return {
        "record": MEETING.dump_json(meeting).decode(),
        "status": meeting.status.value,
        "start": iso(start),
        "end": iso(end),
        "reported": reported,
        "on_beat": meeting.on_beat,
    }


def meeting_document(meeting: Meeting, stored: StoredMeeting, aliases: AliasWords) -> Document:
    """Lay a meeting out for the index."""
    outlets = tuple(dict.fromkeys(source.outlet for source in stored.sources))
    sentences = {e.text: None for report in stored.reports for e in report.meeting.evidence}
    parties = meeting.participants
    labels = (
        ("noun", "meeting"),
        ("status", meeting.status),
        ("format", meeting.format),
        *(("party", party.key or party.name) for party in parties),
        *(("topic", topic) for topic in meeting.topics),
        *(("place", place) for place in (meeting.venue, meeting.city, meeting.country)),
        *(("outlet", outlet) for outlet in outlets),
    )
    fields = (
        " ".join(aliases.of(party) for party in parties),
        " ".join(party.office for party in parties if party.office),
        " ".join(meeting.topics),
        meeting.place,
        " ".join(filter(None, outlets)),
        " ".join(sentences),
    )
    first = stored.reports[0].source.published
    day = meeting.date.start if meeting.date else first
    return Document(day, meeting.on_beat, fields, labels)
