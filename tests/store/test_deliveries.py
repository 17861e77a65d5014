from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from store import open_store
from store.deliveries import (
    Delivery,
    State,
    add_delivery,
    begin,
    close_delivery,
    covered,
    has_delivery,
    is_waiting,
    next_messages,
    record_not_posted,
    record_posted,
)

NOW = datetime(2025, 2, 7, 0, 0, tzinfo=UTC)


@pytest.fixture
def db(tmp_path):
    with open_store(tmp_path / "alliance.db") as db:
        yield db


def delivery(period="2025-02-07", channel="C1", due=NOW, texts=("head", "one", "two"), **more):
    return Delivery(
        series=f"digest {channel}",
        period=period,
        channel=channel,
        due_at=due,
        messages=[{"text": text} for text in texts],
        **more,
    )


def only(db):
    (message,) = next_messages(db)
    return message


def test_a_period_has_one_delivery_however_often_it_is_added(db):
    assert add_delivery(db, delivery(), NOW)
    assert not add_delivery(db, delivery(texts=("other",)), NOW)
    assert only(db).content == {"text": "head"}


def test_messages_come_one_by_one_and_the_thread_hangs_under_the_headline(db):
    add_delivery(db, delivery(), NOW)
    seen = []
    for ts in ("1.0", "2.0", "3.0"):
        message = only(db)
        seen.append((message.content["text"], message.thread))
        record_posted(db, message, ts)
    assert seen == [("head", None), ("one", "1.0"), ("two", "1.0")]
    assert next_messages(db) == []
    assert not is_waiting(db, "digest C1")


def test_a_try_is_remembered_from_the_first_on_by_any_connection(db, tmp_path):
    add_delivery(db, delivery(), NOW)
    begin(db, next_messages(db), NOW)
    begin(db, next_messages(db), NOW + timedelta(hours=1))
    with open_store(tmp_path / "alliance.db") as other:
        assert only(other).tried_at == NOW
    record_not_posted(db, only(db))
    assert only(db).tried_at is None


def test_a_channel_is_told_in_the_order_in_which_things_were_due(db):
    add_delivery(db, delivery("2025-02-08", due=NOW + timedelta(days=1)), NOW)
    add_delivery(db, delivery("2025-02-07"), NOW)
    add_delivery(db, delivery(channel="C2", due=NOW - timedelta(hours=1)), NOW)
    assert [(m.channel, m.due_at) for m in next_messages(db)] == [
        ("C2", NOW - timedelta(hours=1)),
        ("C1", NOW),
    ]


def test_headlines_go_before_threads(db):
    add_delivery(db, delivery(channel="C1"), NOW)
    record_posted(db, only(db), "1.0")
    add_delivery(db, delivery(channel="C2", due=NOW + timedelta(minutes=1)), NOW)
    assert [(m.channel, m.place) for m in next_messages(db)] == [("C2", 0), ("C1", 1)]


def test_what_is_closed_waits_no_more_and_keeps_its_period(db):
    add_delivery(db, delivery(), NOW)
    close_delivery(db, only(db).delivery_id, State.FAILED, "is_archived")
    assert next_messages(db) == []
    assert has_delivery(db, "digest C1", "2025-02-07")


def test_news_count_as_told_unless_the_digest_was_folded_or_refused(db):
    assert covered(db, "digest C1") is None
    for day, state in ((1, State.POSTED), (2, State.QUIET), (3, State.FOLDED), (4, State.FAILED)):
        until = NOW + timedelta(days=day)
        add_delivery(
            db,
            delivery(f"day {day}", state=state, texts=(), covers_until=until, last_article=day),
            NOW,
        )
    assert covered(db, "digest C1") == (NOW + timedelta(days=2), 2)


class Outbox(RuleBasedStateMachine):
    """Whatever is added, tried and recorded: each channel sees each message once, in order."""

    def __init__(self):
        super().__init__()
        self.db = open_store(":memory:")
        self.added = {"C1": [], "C2": []}
        self.seen = {"C1": [], "C2": []}
        self.periods = 0

    def teardown(self):
        self.db.close()

    @rule()
    def add_to_both(self):
        self.periods += 1
        for channel, added in self.added.items():
            texts = tuple(f"{channel} {self.periods} {place}" for place in range(self.periods % 4))
            state = State.WAITING if texts else State.QUIET
            due = NOW + timedelta(days=self.periods)
            one = delivery(str(self.periods), channel, due, texts, state=state)
            assert add_delivery(self.db, one, NOW)
            assert not add_delivery(self.db, one, NOW)
            added.extend(texts)

    @rule()
    def try_all(self):
        begin(self.db, next_messages(self.db), NOW)

    @precondition(lambda self: bool(next_messages(self.db)))
    @rule()
    def post_the_first(self):
        message = next_messages(self.db)[0]
        self.seen[message.channel].append(message.content["text"])
        record_posted(self.db, message, f"{len(self.seen[message.channel])}.0")

    @precondition(lambda self: bool(next_messages(self.db)))
    @rule()
    def fail_the_last(self):
        record_not_posted(self.db, next_messages(self.db)[-1])

    @invariant()
    def in_order_and_nothing_lost(self):
        for channel, seen in self.seen.items():
            assert seen == self.added[channel][: len(seen)]
        waiting = {message.channel: message.content["text"] for message in next_messages(self.db)}
        left = {c: added[len(self.seen[c])] for c, added in self.added.items()
                if len(added) > len(self.seen[c])}  # fmt: skip
        assert waiting == left


TestOutbox = Outbox.TestCase
TestOutbox.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
