"""Connections, transactions, and what can be wrong with a database file, in plain words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

WAIT_FOR_OTHERS_MS = 5000
CACHE_KIB = 65536
MAPPED_BYTES = 1 << 31

_ADVICE = {
    sqlite3.SQLITE_NOTADB: "is not a database of this bot; name another file",
    sqlite3.SQLITE_CORRUPT: "is damaged; restore a copy, or move it away and ingest again",
    sqlite3.SQLITE_FULL: "cannot grow, because the disk is full; free some space and try again",
    sqlite3.SQLITE_READONLY: "cannot be written; check who owns it",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check that its directory exists and is writable",
    sqlite3.SQLITE_BUSY: "is in use by another process; try again in a moment",
    sqlite3.SQLITE_IOERR: "cannot be read or written; check the disk",
    sqlite3.SQLITE_PERM: "cannot be opened; check who owns it",
    sqlite3.SQLITE_AUTH: "cannot be opened; check who owns it",
}
_PRIMARY_CODE = 0xFF  # the low byte of SQLite's extended result codes


class StoreError(Exception):
    """The database cannot be used; the message is one sentence that says what to do."""


@contextmanager
def explained(where: str | Path | Database) -> Iterator[None]:
    """Turn SQLite's errors about the file itself into a StoreError; programming errors pass."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        trouble = trouble_with(path_of(where) if isinstance(where, Database) else where, error)
        if trouble is None:
            raise
        raise trouble from error


def trouble_with(where: str | Path, error: Exception) -> StoreError | None:
    """Say what an error of SQLite's tells about the file itself; None for any other error."""
    advice = _ADVICE.get(getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE)
    return StoreError(f"The database {where} {advice}.") if advice else None


def connect(path: str | Path) -> Database:
    """Connect to the file at `path`, making it and its directory where they are missing."""
    with explained(path):
        try:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                f"The directory {Path(path).parent} cannot be made: {error.strerror}."
            ) from error
        # No implicit transactions: they begin where `transaction` says so.
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            prepare(connection)
        except BaseException:
            connection.close()
            raise
    return Database(connection)


def prepare(connection: sqlite3.Connection) -> None:
    """Set what every connection needs. Nothing here writes: the file may be somebody else's."""
    connection.execute(f"PRAGMA busy_timeout = {WAIT_FOR_OTHERS_MS}")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    connection.execute(f"PRAGMA mmap_size = {MAPPED_BYTES}")


def path_of(db: Database) -> str:
    """Return the file that a connection is open on."""
    return str(db.execute("PRAGMA database_list").fetchone()[2]) or "in memory"


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """Write all or nothing; inside another transaction, a part of it.

    The write lock is taken at once: a transaction that reads first and writes
    later cannot wait for another writer, and would fail instead.
    """
    with explained(db):
        if db.conn.in_transaction:
            with db.atomic():
                yield
            return
        db.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.execute("COMMIT")
        except BaseException:
            db.rollback()
            raise
