from datetime import UTC, datetime, time

import pytest

from bot.kept import Schedule, SubscriptionKind
from store import open_store
from store.deliveries import Delivery, add_delivery, begin, has_delivery, next_messages
from store.subscriptions import (
    active_subscriptions,
    find_subscription,
    keep_digest,
    keep_follow,
    pause,
    resume,
    stop,
    subscriptions,
)

NOW = datetime(2025, 2, 7, 0, 0, tzinfo=UTC)
LATER = datetime(2025, 2, 8, 0, 0, tzinfo=UTC)
DAILY = Schedule(at=time(9), zone="Asia/Tokyo")
WEEKLY = Schedule(at=time(9), zone="Asia/Tokyo", days=frozenset({0}))


@pytest.fixture
def db(tmp_path):
    with open_store(tmp_path / "alliance.db") as db:
        yield db


def subscribe(db, schedule=DAILY, channel="C1", query="", now=NOW):
    return keep_digest(
        db,
        channel=channel,
        schedule=schedule,
        query=query,
        skip_quiet=False,
        asked_by="U1",
        now=now,
    )


def test_a_digest_comes_back_as_it_was_asked_for(db):
    kept = subscribe(db, query="deterrence")
    assert find_subscription(db, kept.id) == kept
    assert (kept.schedule, kept.query, kept.asked_by, kept.asked_at) == (
        DAILY,
        "deterrence",
        "U1",
        NOW,
    )


def test_asking_again_changes_the_digest_that_is_there(db):
    kept = subscribe(db)
    changed = subscribe(db, Schedule(at=time(8), zone="Europe/Paris"), now=LATER)
    assert (changed.id, changed.schedule.at, changed.asked_at) == (kept.id, time(8), LATER)
    assert subscriptions(db, SubscriptionKind.DIGEST) == [changed]


def test_a_weekly_digest_and_one_on_a_topic_stand_beside_the_daily(db):
    kept = [subscribe(db), subscribe(db, WEEKLY), subscribe(db, query="trade")]
    assert subscriptions(db, SubscriptionKind.DIGEST, "C1") == kept
    assert len({subscription.series for subscription in kept}) == 3


def test_follows_and_digests_are_listed_apart_and_by_channel(db):
    subscribe(db)
    here = keep_follow(db, channel="C1", query="ishiba", asked_by="U2", now=NOW)
    keep_follow(db, channel="C2", query="ishiba", asked_by="U2", now=NOW)
    assert subscriptions(db, SubscriptionKind.FOLLOW, "C1") == [here]
    assert len(subscriptions(db, SubscriptionKind.FOLLOW)) == 2


def test_a_paused_one_rests_until_it_is_resumed(db):
    kept = subscribe(db)
    pause(db, kept.id, "is_archived")
    assert active_subscriptions(db, SubscriptionKind.DIGEST) == []
    paused = find_subscription(db, kept.id)
    assert (paused.paused, paused.paused_why) == (True, "is_archived")
    resume(db, kept.id, LATER)
    resumed = find_subscription(db, kept.id)
    assert (resumed.paused, resumed.paused_why, resumed.asked_at) == (False, None, LATER)


def test_stopping_drops_what_waits_unless_a_part_may_have_been_seen(db):
    kept = subscribe(db)

    def wait(day):
        delivery = Delivery(
            series=kept.series,
            period=day,
            channel="C1",
            due_at=NOW,
            subscription_id=kept.id,
            messages=[{"text": "head"}],
        )
        add_delivery(db, delivery, NOW)

    wait("2025-02-07")
    begin(db, next_messages(db), NOW)
    wait("2025-02-08")
    stop(db, kept.id)
    assert find_subscription(db, kept.id) is None
    assert has_delivery(db, kept.series, "2025-02-07")
    assert not has_delivery(db, kept.series, "2025-02-08")
