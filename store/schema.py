"""The schema, as numbered migrations. To change it, append one; never edit a landed one."""

from datetime import UTC, datetime

from sqlite_utils import Database

from store.connection import StoreError, explained, path_of, transaction
from store.migration import Migration, statements
from store.tables import ARTICLES, CORRECTIONS, INDEX, MEETINGS, PEOPLE, QUOTES

DELIVERIES = statements(
    """
    CREATE TABLE subscriptions (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('digest', 'follow')),
        channel TEXT NOT NULL,
        query TEXT NOT NULL,
        weekly INTEGER NOT NULL,
        asked_by TEXT NOT NULL,
        asked_at TEXT NOT NULL,
        at TEXT,
        zone TEXT,
        days TEXT,
        skip_quiet INTEGER NOT NULL DEFAULT 0,
        paused INTEGER NOT NULL DEFAULT 0,
        paused_why TEXT,
        UNIQUE (kind, channel, query, weekly)
    )
    """,
    """
    CREATE TABLE deliveries (
        id INTEGER PRIMARY KEY,
        series TEXT NOT NULL,
        period TEXT NOT NULL,
        token TEXT NOT NULL UNIQUE,
        subscription_id INTEGER REFERENCES subscriptions ON DELETE SET NULL,
        channel TEXT NOT NULL,
        due_at TEXT NOT NULL,
        made_at TEXT NOT NULL,
        covers_until TEXT,
        last_article INTEGER,
        state TEXT NOT NULL
            CHECK (state IN ('waiting', 'posted', 'quiet', 'folded', 'held', 'failed')),
        why TEXT,
        UNIQUE (series, period)
    )
    """,
    "CREATE INDEX deliveries_subscription ON deliveries (subscription_id)",
    """
    CREATE INDEX deliveries_waiting ON deliveries (channel, due_at, id) WHERE state = 'waiting'
    """,
    """
    CREATE TABLE delivery_messages (
        delivery_id INTEGER NOT NULL REFERENCES deliveries ON DELETE CASCADE,
        place INTEGER NOT NULL,
        content TEXT NOT NULL,
        tried_at TEXT,
        ts TEXT,
        PRIMARY KEY (delivery_id, place)
    ) WITHOUT ROWID
    """,
    "CREATE TABLE leases (name TEXT PRIMARY KEY, owner TEXT NOT NULL, until REAL NOT NULL)",
)

RECEIVED = statements(
    "CREATE TABLE received (key TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID",
    "CREATE INDEX received_at ON received (at)",
)

FOLLOW_MARK = statements(
    "CREATE TABLE follow_mark (id INTEGER PRIMARY KEY CHECK (id = 1), article INTEGER NOT NULL)",
    "CREATE INDEX deliveries_held ON deliveries (due_at) WHERE state = 'held'",
)

MIGRATIONS = (
    Migration(1, "articles", ARTICLES),
    Migration(2, "quotes", QUOTES),
    Migration(3, "meetings", MEETINGS),
    Migration(4, "people", PEOPLE),
    Migration(5, "corrections", CORRECTIONS),
    Migration(6, "search index", INDEX),
    Migration(7, "subscriptions and deliveries", DELIVERIES),
    Migration(8, "received", RECEIVED),
    Migration(9, "how far followers were told", FOLLOW_MARK),
)

RECORD = "INSERT INTO migrations (number, name, applied_at) VALUES (?, ?, ?)"


def migrate(db: Database, migrations: tuple[Migration, ...] = MIGRATIONS) -> None:
    """Bring the tables up to date; refuse a database that a newer version of the bot made."""
    newest = migrations[-1].number
    with explained(db):
        refuse_foreign(db)
        if applied(db) < newest:
            db.execute("PRAGMA journal_mode = WAL")
            with transaction(db):
                step_up(db, migrations)
        if applied(db) > newest:
            raise StoreError(
                f"The database {path_of(db)} was made by a newer version of the bot "
                f"(schema {applied(db)}, this one knows {newest}); update the bot."
            )


def step_up(db: Database, migrations: tuple[Migration, ...]) -> None:
    """Apply the migrations that are missing. Another process may just have applied them."""
    db.execute(
        "CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name, applied_at)"
    )
    have = applied(db)
    for migration in migrations:
        if migration.number > have:
            migration.apply(db)
            db.execute(RECORD, (migration.number, migration.name, datetime.now(UTC).isoformat()))


def refuse_foreign(db: Database) -> None:
    """Raise a StoreError for a database that holds tables, but none of ours."""
    tables = db.table_names()
    if tables and "migrations" not in tables:
        raise StoreError(
            f"The database {path_of(db)} is not a database of this bot; name another file."
        )


def applied(db: Database) -> int:
    """Return the number of the last migration that the database has had; 0 where none."""
    if "migrations" not in db.table_names():
        return 0
    return int(db.execute("SELECT coalesce(max(number), 0) FROM migrations").fetchone()[0])
