"""What was handled already: Slack delivers some events twice, and people click twice."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from sqlite_utils import Database

from store.connection import transaction

KEPT_FOR = timedelta(days=1)  # Slack gives up on an event within the hour

FORGET = "DELETE FROM received WHERE at < ?"
TAKE = "INSERT INTO received (key, at) VALUES (?, ?) ON CONFLICT DO NOTHING"
GIVE_BACK = "DELETE FROM received WHERE key = ?"


@contextmanager
def once(db: Database, key: str, now: datetime) -> Iterator[bool]:
    """Tell the first who handles `key` so, among all processes on this database.

    Where the handling fails, the key is given back, and the next try is first again.
    """
    with transaction(db):
        db.execute(FORGET, ((now - KEPT_FOR).isoformat(),))
        first = db.execute(TAKE, (key, now.isoformat())).rowcount == 1
    try:
        yield first
    except BaseException:
        if first:
            with transaction(db):
                db.execute(GIVE_BACK, (key,))
        raise
