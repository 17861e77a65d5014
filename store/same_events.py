"""What users decided of meetings that may be one event; kept as corrections, it outlives rows."""

import json
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass

from sqlite_utils import Database

from bot.kept import Correction, Report, StoredMeeting, Verdict
from bot.models import Meeting
from bot.words import words_of
from store.identity import find_by_identity, identity, identity_of
from store.records import MEETING, rows

FIELDS = {"same_event": Verdict.SAME, "another_event": Verdict.DIFFERENT}
REPORTS_OF = "SELECT meeting_id, record FROM reports WHERE article_id = ?"


@dataclass(frozen=True, slots=True)
class Proof:
    """An article, its sentence that proves a meeting, and who met: one sentence may prove two."""

    article: str
    evidence: str
    parties: Sequence[str]

    def shows(self, meeting: Meeting) -> bool:
        """Tell whether it proves this meeting: by its sentence, and two of those who met."""
        common = set(self.parties) & set(map(identity, meeting.participants))
        sentences = [words_of(e.text) for e in meeting.evidence]
        return words_of(self.evidence) in sentences and len(common) > 1

    def unlike(self, meeting: Meeting) -> int:
        """Count the parties that are only in one."""
        return len(set(self.parties) ^ set(map(identity, meeting.participants)))


@dataclass(frozen=True, slots=True)
class Decisions:
    """What was decided of one article's meetings; each names another article's report."""

    db: Database
    corrections: Sequence[Correction] = ()

    def of(self, meeting: Meeting) -> dict[int, Verdict]:
        """Return what was decided of a meeting and other events, by id; the last word holds."""
        found = {}
        for correction in self.corrections:
            if correction.field not in FIELDS or not correction.value:
                continue
            own, other = (Proof(*parts) for parts in json.loads(correction.value))
            event = self.event(other) if own.shows(meeting) else None
            if event is not None:
                found[event] = FIELDS[correction.field]
        return found

    def event(self, proof: Proof) -> int | None:
        """Return the event that the other article's sentence tells of."""
        row = find_by_identity(self.db, proof.article)
        told = [
            (MEETING.validate_json(report["record"]), int(report["meeting_id"]))
            for report in (rows(self.db, REPORTS_OF, (row["id"],)) if row else ())
        ]
        shown = [(proof.unlike(meeting), event) for meeting, event in told if proof.shows(meeting)]
        return min(shown)[1] if shown else None


def decide(
    db: Database,
    pair: tuple[StoredMeeting, StoredMeeting],
    verdict: Verdict,
    correct: Callable[[Correction], bool],
    user: str = "",
) -> None:
    """Say whether two meetings are one event: each article's report is put right by it."""
    field = next(name for name, meant in FIELDS.items() if meant is verdict)
    for one, other in (pair, pair[::-1]):
        theirs = proof_of(db, other.reports[0])
        for report in one.reports:
            own = proof_of(db, report)
            correct(
                Correction(
                    article=own.article,
                    noun="meeting",
                    evidence=own.evidence,
                    field=field,
                    value=json.dumps([astuple(own), astuple(theirs)], ensure_ascii=False),
                    user=user,
                )
            )


def proof_of(db: Database, report: Report) -> Proof:
    """Return what proves a report."""
    meeting = report.meeting
    parties = tuple(map(identity, meeting.participants))
    article = identity_of(db, report.source.article_id)
    return Proof(article, meeting.evidence[0].text, parties)
