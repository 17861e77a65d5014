"""What users decided of meetings that may be one event; kept as corrections, it outlives rows."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from bot.models import Correction, Meeting, Report, StoredMeeting, Verdict
from bot.words import words_of
from store.identity import find_by_identity
from store.records import MEETING, rows

FIELDS = {"same_event": Verdict.SAME, "another_event": Verdict.DIFFERENT}
REPORTS_OF = "SELECT meeting_id, record FROM reports WHERE article_id = ?"
IDENTITY = "SELECT coalesce(url, 'name:' || name) AS identity FROM articles WHERE id = ?"


@dataclass(frozen=True, slots=True)
class Decisions:
    """What was decided of one article's meetings; each names another article's report."""

    db: Database
    corrections: Sequence[Correction] = ()

    def of(self, meeting: Meeting) -> dict[int, Verdict]:
        """Return what was decided of a meeting and other events, by id; the last word holds."""
        found = {}
        for correction in self.corrections:
            if correction.field in FIELDS and is_proof(correction.evidence, meeting):
                for event in self.events(correction):
                    found[event] = FIELDS[correction.field]
        return found

    def events(self, correction: Correction) -> Iterator[int]:
        """Yield the events that the other article's sentence tells of."""
        article, evidence = json.loads(correction.value or "[null, null]")
        row = find_by_identity(self.db, article)
        for report in rows(self.db, REPORTS_OF, (row["id"],)) if row else ():
            if is_proof(evidence, MEETING.validate_json(report["record"])):
                yield int(report["meeting_id"])


def is_proof(evidence: str, meeting: Meeting) -> bool:
    """Tell whether a sentence is one of those that prove a meeting."""
    return words_of(evidence) in [words_of(e.text) for e in meeting.evidence]


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
        value = json.dumps(proof(db, other.reports[0]), ensure_ascii=False)
        for report in one.reports:
            article, evidence = proof(db, report)
            correct(
                Correction(
                    article=article,
                    noun="meeting",
                    evidence=evidence,
                    field=field,
                    value=value,
                    user=user,
                )
            )


def proof(db: Database, report: Report) -> tuple[str, str]:
    """Return the article of a report and the sentence that proves it."""
    (row,) = rows(db, IDENTITY, (report.source.article_id,))
    return row["identity"], report.meeting.evidence[0].text
