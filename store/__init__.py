"""Articles, quotes, meetings, people, subscriptions and deliveries, kept in SQLite."""

from pathlib import Path

from sqlite_utils import Database

from store.connection import StoreError, connect, explained, transaction
from store.schema import migrate

__all__ = ["Database", "StoreError", "explained", "open_store", "transaction"]


def open_store(path: str | Path) -> Database:
    """Open the database at `path`, its tables up to date; raise a StoreError where it cannot be.

    A connection belongs to one thread: open one a request, and close it after.
    """
    db = connect(path)
    try:
        migrate(db)
    except BaseException:
        db.close()
        raise
    return db
