from datetime import UTC, datetime, timedelta

import pytest

from store import open_store
from store.leases import give_lease_back, take_lease

NOW = datetime(2025, 2, 7, tzinfo=UTC)
TERM = timedelta(seconds=45)


@pytest.fixture
def processes(tmp_path):
    """Two connections to one file, as two processes have."""
    path = tmp_path / "alliance.db"
    with open_store(path) as one, open_store(path) as other:
        yield one, other


def test_one_has_it_and_the_other_waits_for_its_end(processes):
    one, other = processes
    assert take_lease(one, "post", "first", NOW, TERM)
    assert not take_lease(other, "post", "second", NOW + TERM / 2, TERM)
    assert take_lease(other, "post", "second", NOW + TERM, TERM)
    assert not take_lease(one, "post", "first", NOW + TERM, TERM)


def test_who_renews_keeps_it(processes):
    one, other = processes
    for step in range(5):
        assert take_lease(one, "post", "first", NOW + step * TERM / 2, TERM)
        assert not take_lease(other, "post", "second", NOW + step * TERM / 2, TERM)


def test_what_is_given_back_is_free_at_once(processes):
    one, other = processes
    take_lease(one, "post", "first", NOW, TERM)
    give_lease_back(other, "post", "second")
    assert not take_lease(other, "post", "second", NOW, TERM)
    give_lease_back(one, "post", "first")
    assert take_lease(other, "post", "second", NOW, TERM)
