from datetime import UTC, datetime, timedelta

import pytest

from store import open_store
from store.received import KEPT_FOR, once

NOW = datetime(2025, 2, 7, 9, tzinfo=UTC)


@pytest.fixture
def db(tmp_path):
    with open_store(tmp_path / "alliance.db") as db:
        yield db


def is_first(db, key, now=NOW):
    with once(db, key, now) as first:
        return first


def test_only_the_first_is_told_so(db):
    assert is_first(db, "Ev1")
    assert not is_first(db, "Ev1")
    assert is_first(db, "Ev2")


def test_another_process_on_the_database_counts(db, tmp_path):
    assert is_first(db, "Ev1")
    with open_store(tmp_path / "alliance.db") as other:
        assert not is_first(other, "Ev1")


def test_after_a_failure_the_next_try_is_first_again(db):
    with pytest.raises(LookupError), once(db, "click", NOW):
        raise LookupError
    assert is_first(db, "click")


def test_a_failure_of_the_second_changes_nothing_for_the_first(db):
    assert is_first(db, "click")
    with pytest.raises(LookupError), once(db, "click", NOW):
        raise LookupError
    assert not is_first(db, "click")


def test_old_keys_are_forgotten(db):
    assert is_first(db, "Ev1")
    later = NOW + KEPT_FOR + timedelta(seconds=1)
    assert is_first(db, "Ev2", later)
    assert db.execute("SELECT count(*) FROM received").fetchone()[0] == 1
