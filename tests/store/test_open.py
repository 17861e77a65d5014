import sqlite3

import pytest
from sqlite_utils import Database

from store import StoreError, open_store, transaction
from store.migration import Migration, statements
from store.schema import MIGRATIONS, migrate


def test_makes_the_file_and_its_directory(tmp_path):
    with open_store(tmp_path / "new" / "alliance.db") as db:
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert db.execute("PRAGMA busy_timeout").fetchone()[0] > 0


def test_each_migration_is_recorded_once(tmp_path):
    for _ in range(2):
        with open_store(tmp_path / "alliance.db") as db:
            numbers = [number for (number,) in db.execute("SELECT number FROM migrations")]
            assert numbers == [migration.number for migration in MIGRATIONS]
    assert numbers == sorted(set(numbers))


def test_a_migration_that_fails_leaves_nothing_behind(tmp_path, db):
    broken = Migration(999, "broken", statements("CREATE TABLE half (id)", "SELECT nonsense"))
    with pytest.raises(sqlite3.OperationalError):
        migrate(db, (*MIGRATIONS, broken))
    assert "half" not in db.table_names()


def test_a_new_migration_is_applied_to_an_old_database(db):
    migrate(db, (*MIGRATIONS, Migration(999, "more", statements("CREATE TABLE more (id)"))))
    assert "more" in db.table_names()


def test_a_newer_schema_is_refused(tmp_path):
    path = tmp_path / "alliance.db"
    with open_store(path) as db:
        db.execute("INSERT INTO migrations VALUES (999, 'from the future', '2099')")
    with pytest.raises(StoreError, match="newer version"):
        open_store(path)


def test_a_file_that_is_no_database_is_refused(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("These are not the tables you are looking for. " * 50)
    with pytest.raises(StoreError, match="is not a database"):
        open_store(path)


def test_another_programs_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "other.db"
    with Database(path) as other:
        other.table("birds").insert({"name": "wren"})
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not a database of this bot"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_damaged_file_is_named_damaged(tmp_path):
    path = tmp_path / "alliance.db"
    with open_store(path) as db, transaction(db):
        for name in range(200):
            db.execute(
                "INSERT INTO people (key, name, origin) VALUES (?, ?, 'beat')", (name, "x" * 500)
            )
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xab" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"):
        open_store(path)


def test_a_directory_instead_of_a_file(tmp_path):
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path)


def test_a_file_where_its_directory_should_be(tmp_path):
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StoreError, match="cannot be made"):
        open_store(tmp_path / "data" / "alliance.db")


def test_a_full_disk_is_said_and_nothing_is_half_written(db):
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(StoreError, match="disk is full"), transaction(db):
        db.execute("INSERT INTO people (key, name, origin) VALUES ('k', ?, 'beat')", ("x" * 99999,))
    assert db.execute("SELECT count(*) FROM people").fetchone() == (0,)


def test_a_locked_database_says_so(tmp_path, db):
    with open_store(tmp_path / "alliance.db") as other:
        other.execute("PRAGMA busy_timeout = 10")
        with transaction(db), pytest.raises(StoreError, match="in use"), transaction(other):
            pass


def test_an_inner_transaction_is_undone_alone(db):
    add = "INSERT INTO people (key, name, origin) VALUES (?, ?, 'beat')"
    with transaction(db):
        db.execute(add, ("kept", "n"))
        with pytest.raises(sqlite3.IntegrityError), transaction(db):
            db.conn.executemany(add, [("undone", "n"), ("nameless", None)])
    assert db.execute("SELECT key FROM people").fetchall() == [("kept",)]
