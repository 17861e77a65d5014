"""A lease: the right of one process to do a job, until it gives it back or stops renewing it.

The processes share one database file, so they share one machine and one clock.
"""

from datetime import datetime, timedelta

from sqlite_utils import Database

from store.connection import transaction

TAKE = """
    INSERT INTO leases (name, owner, until) VALUES (:name, :owner, :until)
    ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until
    WHERE leases.owner = excluded.owner OR leases.until <= :now
"""


def take_lease(db: Database, name: str, owner: str, now: datetime, term: timedelta) -> bool:
    """Take or renew a lease for a term; tell whether `owner` now has it."""
    times = {"now": now.timestamp(), "until": (now + term).timestamp()}
    with transaction(db):
        return bool(db.execute(TAKE, {"name": name, "owner": owner, **times}).rowcount)


def give_lease_back(db: Database, name: str, owner: str) -> None:
    """End a lease, so that another process need not wait for its term."""
    with transaction(db):
        db.execute("DELETE FROM leases WHERE name = ? AND owner = ?", (name, owner))
