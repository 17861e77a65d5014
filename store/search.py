"""The search index: documents that fit, their words, and the vocabulary to correct queries by."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain
from typing import Protocol

from sqlite_utils import Database

from bot.kept import Label, Scope, StoredMeeting, StoredQuote
from store.connection import explained, transaction
from store.documents import FIELD_GAP, LABEL, end_of_beat, first_id, label, label_parts
from store.meetings import meetings_by_document
from store.quotes import quotes_by_document
from store.records import marks

MATCHING = """
    SELECT rowid FROM document_index
    WHERE document_index MATCH ? AND rowid >= ? AND rowid < ?
    ORDER BY rowid DESC LIMIT ?
"""
MATCHING_AS_OF = """
    SELECT document_index.rowid FROM document_index
    JOIN documents ON documents.id = document_index.rowid
    WHERE document_index MATCH ? AND document_index.rowid >= ? AND document_index.rowid < ?
      AND documents.added <= ?
    ORDER BY document_index.rowid DESC LIMIT ?
"""
BETWEEN = """
    SELECT id FROM documents WHERE id >= ? AND id < ? AND added <= ? ORDER BY id DESC LIMIT ?
"""
WORDS = "SELECT id, words FROM documents WHERE id IN ({marks})"
CLOCK = "SELECT tick FROM clock"
TERMS = "SELECT term, doc FROM document_terms WHERE term < ?"
LABELS = "SELECT term, doc FROM document_terms WHERE term >= ?"
CHANGED = "SELECT words, labels FROM documents WHERE changed > ?"
SIZE = "SELECT count(*) FROM documents"
TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'documents'"
SET_INDEX_MEMORY = "INSERT INTO document_index (document_index, rank) VALUES ('hashsize', ?)"
MEMORY, MEMORY_TO_BUILD = 1 << 20, 1 << 26  # bytes of new words before a part is written out
FOR_EVER = 1 << 62
EVERYTHING = (Label(kind="noun", key="quote"), Label(kind="noun", key="meeting"))
ONE_DAY = timedelta(days=1)

Term = str | Label


class Learner(Protocol):
    """What learns the index's words; `seen` is the time of the index's clock up to which it did."""

    seen: int

    def learn(self, terms: Iterable[tuple[str, int]], documents: int, seen: int) -> None:
        """Take in the words of so many more documents, each with how many of them have it."""

    def learn_labels(self, labels: Iterable[tuple[str, str, int]]) -> None:
        """Take in labels (kind, key in words, number of documents)."""


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The index as one connection sees it."""

    db: Database

    def clock(self) -> int:
        """Return the index's time, which moves with everything that is stored."""
        return int(self.db.conn.execute(CLOCK).fetchone()[0])

    def teach(self, learner: Learner) -> None:
        """Bring a vocabulary up to date, whoever wrote to the index since."""
        now = self.clock()
        if learner.seen == now:
            return
        with explained(self.db):
            if learner.seen == 0:
                self.teach_all(learner, now)
            else:
                self.teach_changes(learner, now)

    def teach_all(self, learner: Learner, now: int) -> None:
        """Teach every word that the index holds."""
        conn = self.db.conn
        labels = conn.execute(LABELS, (LABEL,))
        learner.learn_labels((*label_parts(term), count) for term, count in labels)
        documents = conn.execute(SIZE).fetchone()[0]
        learner.learn(conn.execute(TERMS, (LABEL,)), documents, now)

    def teach_changes(self, learner: Learner, now: int) -> None:
        """Teach the words of what was stored since."""
        changed = self.db.conn.execute(CHANGED, (learner.seen,)).fetchall()
        learner.learn_labels(
            (*label_parts(term), 1) for _, labels in changed for term in labels.split()
        )
        words = chain.from_iterable(set(words_in(text)) for text, _ in changed)
        learner.learn(((word, 1) for word in words), len(changed), now)

    def matching(self, groups: Sequence[Iterable[Term]], scope: Scope, limit: int) -> list[int]:
        """Return the newest documents that have one term of each group and are in scope.

        A term of several words is a phrase; a Label is one of the index's marks.
        """
        first, end = id_range(scope)
        match = expression((*groups, *scope.any_of), scope.none_of)
        with explained(self.db):
            if match is None:
                as_of = FOR_EVER if scope.as_of is None else scope.as_of
                rows = self.db.conn.execute(BETWEEN, (first, end, as_of, limit))
            elif scope.as_of is None:
                rows = self.db.conn.execute(MATCHING, (match, first, end, limit))
            else:
                row = (match, first, end, scope.as_of, limit)
                rows = self.db.conn.execute(MATCHING_AS_OF, row)
            return [id for (id,) in rows]

    def words(self, documents: Sequence[int]) -> list[tuple[int, str]]:
        """Return the folded words of documents, in no particular order."""
        with explained(self.db):
            return self.db.conn.execute(WORDS.format(marks=marks(documents)), documents).fetchall()

    def records(self, documents: Sequence[int]) -> list[StoredQuote | StoredMeeting]:
        """Return the quotes and meetings behind documents, in the order given."""
        with explained(self.db):
            found: list[StoredQuote | StoredMeeting] = [
                *quotes_by_document(self.db, documents),
                *meetings_by_document(self.db, documents),
            ]
        by_document = {record.cursor: record for record in found}
        return [by_document[id] for id in documents if id in by_document]


def words_in(text: str) -> list[str]:
    """Return the words of a document's text, which is folded already."""
    return [word for word in text.split() if word != FIELD_GAP.strip()]


def id_range(scope: Scope) -> tuple[int, int]:
    """Return the least id that is in scope and the least one above that is not."""
    on_beat = not scope.off_beat
    first = first_id(scope.since, on_beat)
    end = first_id(scope.until + ONE_DAY, on_beat) if scope.until else end_of_beat(on_beat)
    return first, end


def expression(groups: Iterable[Iterable[Term]], none_of: Iterable[Term]) -> str | None:
    """Write what to match in FTS5's terms; None where everything does.

    Each term goes in as a quoted string, so that none can be read as syntax.
    """
    required = [" OR ".join(map(quoted, group)) for group in groups]
    forbidden = " OR ".join(map(quoted, none_of))
    if forbidden and not required:
        required = [" OR ".join(map(quoted, EVERYTHING))]  # FTS5 cannot start with NOT
    if not required:
        return None
    wanted = " AND ".join(f"({group})" for group in required)
    return f"({wanted}) NOT ({forbidden})" if forbidden else wanted


def quoted(term: Term) -> str:
    """Write a term as an FTS5 string."""
    word = label(term.kind, term.key) if isinstance(term, Label) else term
    return '"' + word.replace('"', '""') + '"'


@contextmanager
def built_at_once(db: Database) -> Iterator[None]:
    """Suspend the index while very much is stored, and build it in one go at the end.

    For filling an empty store: the whole is one transaction, and what is stored
    inside cannot be searched until it ends.
    """
    with transaction(db):
        triggers = db.conn.execute(TRIGGERS).fetchall()
        for name, _ in triggers:
            db.execute(f"DROP TRIGGER {name}")
        yield
        db.execute(SET_INDEX_MEMORY, (MEMORY_TO_BUILD,))
        db.execute("INSERT INTO document_index (document_index) VALUES ('rebuild')")
        db.execute(SET_INDEX_MEMORY, (MEMORY,))
        for _, sql in triggers:
            db.execute(sql)
    db.execute("INSERT INTO document_index (document_index) VALUES ('optimize')")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
