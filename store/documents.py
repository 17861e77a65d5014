"""What the search index knows of each quote and meeting: its words, its labels and its day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sqlite_utils import Database

from bot.words import folded

# An id is whether it is on the beat, the day's number and a number within the
# day: newest first is descending id, and a span of days is a range of ids.
FIRST_DAY = date(1900, 1, 1).toordinal() - 1  # 0 is for "no day known"
WITHIN_DAY_BITS = 20
ON_BEAT_BIT = 22 + WITHIN_DAY_BITS  # above the last day that a date can hold
DAY_AND_NUMBER = (1 << ON_BEAT_BIT) - 1

LABEL, JOINT = "\ue000", "\ue001"  # no folded text holds them, so no text can forge a label
FIELD_GAP = " | "

INSERT = "INSERT INTO documents (id, added, changed, words, labels) VALUES (?, ?, ?, ?, ?)"
UPDATE = """
    UPDATE documents SET changed = ?, words = ?, labels = ?
    WHERE id = ? AND (words, labels) IS NOT (?, ?)
"""
DELETE = "DELETE FROM documents WHERE id = ?"
LAST_OF_DAY = "SELECT max(id) FROM documents WHERE id >= ? AND id < ?"
TICK = "UPDATE clock SET tick = tick + 1 RETURNING tick"


@dataclass(frozen=True, slots=True)
class Document:
    """One record as the index sees it."""

    day: date | None
    on_beat: bool
    fields: tuple[str | None, ...]
    labels: tuple[tuple[str, str | None], ...]  # (kind, key); those without a key are left out

    @property
    def words(self) -> str:
        """The folded words, field by field."""
        return FIELD_GAP.join(folded(field) for field in self.fields if field)

    @property
    def label_words(self) -> str:
        """The labels as words of the index."""
        return " ".join(dict.fromkeys(label(kind, key) for kind, key in self.labels if key))


@lru_cache(maxsize=4096)
def label(kind: str, key: str) -> str:
    """Write a label as a single word that the index can look up."""
    return LABEL + kind + JOINT + folded(key).replace(" ", JOINT)


def label_parts(word: str) -> tuple[str, str]:
    """Read a label back: its kind, and its key as folded words."""
    kind, _, key = word.removeprefix(LABEL).partition(JOINT)
    return kind, key.replace(JOINT, " ")


def first_id(day: date | None, on_beat: bool) -> int:
    """Return the least id that a document of this day can have."""
    number = max(0, day.toordinal() - FIRST_DAY) if day else 0
    return (on_beat << ON_BEAT_BIT) | (number << WITHIN_DAY_BITS)


def end_of_beat(on_beat: bool) -> int:
    """Return the least id above all documents on the beat, or off it."""
    return (on_beat + 1) << ON_BEAT_BIT


def tick(db: Database) -> int:
    """Move the index's clock; what one transaction adds bears one time."""
    return int(next(db.conn.execute(TICK))[0])


def add_documents(db: Database, documents: Sequence[Document], now: int) -> list[int]:
    """Write new documents and return their ids."""
    next_ids: dict[int, int] = {}
    ids = []
    for document in documents:
        start = first_id(document.day, document.on_beat)
        id = next_ids[start] if start in next_ids else next_id(db, start)
        next_ids[start] = id + 1
        ids.append(id)
    rows = ((id, now, now, d.words, d.label_words) for id, d in zip(ids, documents, strict=True))
    db.conn.executemany(INSERT, rows)
    return ids


def next_id(db: Database, start: int) -> int:
    """Return the first free id of the day whose ids start here."""
    last = db.conn.execute(LAST_OF_DAY, (start, start + (1 << WITHIN_DAY_BITS))).fetchone()[0]
    return start if last is None else int(last) + 1


def put_document(db: Database, document: Document, now: int, old: int) -> int:
    """Write a document in the place of an old one and return its id.

    The id stays as it is unless the day, or being on the beat, has changed.
    """
    start = first_id(document.day, document.on_beat)
    if old >> WITHIN_DAY_BITS == start >> WITHIN_DAY_BITS:
        words, labels = document.words, document.label_words
        db.conn.execute(UPDATE, (now, words, labels, old, words, labels))
        return old
    drop_documents(db, [old])
    return add_documents(db, [document], now)[0]


def drop_documents(db: Database, ids: Iterable[int]) -> None:
    """Take documents out of the index."""
    db.conn.executemany(DELETE, [(id,) for id in ids])
