from datetime import timedelta

import pytest

from handlers.delivery import Postman
from store import open_store
from tests.handlers.desk import ASKER, CHANNEL, OTHER, desk_at


@pytest.fixture
def desk(tmp_path):
    with desk_at(tmp_path) as desk:
        yield desk


@pytest.fixture
def postman(desk):
    return new_postman(desk)


def new_postman(desk, db=None):
    return Postman(
        db=db or desk.db,
        client=desk.client,
        now=desk.clock,
        may_go_on=lambda: True,
        refused=lambda message, error: None,
    )


def deliver(desk, postman, **span):
    """Let the postman work for a span of the desk's time."""
    until = desk.clock() + timedelta(**(span or {"minutes": 1}))
    while desk.clock() < until:
        wait = postman.round()
        desk.clock.move(seconds=max(wait.total_seconds(), 0.01))


def test_a_digest_is_posted_with_its_details_in_the_thread(desk, postman):
    desk.add()
    deliver(desk, postman)
    assert desk.threads() == [["2025-02-07 head", "2025-02-07 one", "2025-02-07 two"]]
    assert desk.states() == {"2025-02-07": "posted"}


def test_messages_keep_their_order_and_slacks_pace(desk, postman):
    desk.slack.limits.turn_on(clock=desk.clock.timestamp)
    for period in ("1", "2"):
        desk.add(period)
        desk.add(period, OTHER)
    deliver(desk, postman)
    for channel in (CHANNEL, OTHER):
        assert desk.posted(channel) == [f"{p} {t}" for p in "12" for t in ("head", "one", "two")]
    assert desk.slack.limits.refused == 0


def test_slack_being_busy_is_waited_out_and_nothing_is_posted_twice(desk, postman):
    desk.add()
    desk.slack.faults.fail("chat.postMessage", times=2, retry_after=30)
    start = desk.clock()
    deliver(desk, postman, seconds=29)
    assert desk.posted() == []
    assert len([c for c in desk.slack.calls if c.method == "chat.postMessage"]) == 1
    deliver(desk, postman, seconds=40)
    assert desk.threads() == [["2025-02-07 head", "2025-02-07 one", "2025-02-07 two"]]
    assert desk.clock() - start < timedelta(seconds=75)
    assert not [c for c in desk.slack.calls if c.method.startswith("conversations.")]


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("taken", [True, False])
def test_a_lost_answer_leads_to_a_look_and_not_to_a_second_post(desk, postman, place, taken):
    desk.add()
    for _ in range(place):
        postman.round()
        desk.clock.move(seconds=1)
    desk.slack.faults.drop("chat.postMessage", accepted=taken)
    deliver(desk, postman)
    assert desk.threads() == [["2025-02-07 head", "2025-02-07 one", "2025-02-07 two"]]
    looks = [c.method for c in desk.slack.calls if c.method.startswith("conversations.")]
    assert looks == ["conversations.replies" if place else "conversations.history"]


def test_a_second_lost_answer_and_a_lost_look_change_nothing(desk, postman):
    desk.add()
    desk.slack.faults.drop("chat.postMessage", accepted=True)
    desk.slack.faults.drop("conversations.history", times=2)
    desk.slack.faults.fail("conversations.history", retry_after=20)
    deliver(desk, postman, minutes=5)
    assert desk.threads() == [["2025-02-07 head", "2025-02-07 one", "2025-02-07 two"]]


@pytest.mark.parametrize("status", [500, 503])
def test_slacks_own_trouble_is_looked_after(desk, postman, status):
    desk.add()
    desk.slack.faults.fail("chat.postMessage", "service_unavailable", status=status, times=3)
    deliver(desk, postman, minutes=5)
    assert desk.threads() == [["2025-02-07 head", "2025-02-07 one", "2025-02-07 two"]]


def test_what_stood_between_the_parts_of_a_dead_process_is_found_again(desk, postman):
    desk.add()
    desk.slack.faults.drop("chat.postMessage", accepted=True)
    postman.round()
    for _ in range(300):  # others talk on, over more than a page of the history
        desk.clock.move(seconds=1)
        desk.server.person("daniel").say(CHANNEL, "Anything new?")
    with open_store(desk.path) as db:
        deliver(desk, new_postman(desk, db))
    assert desk.threads() == [["2025-02-07 head", "2025-02-07 one", "2025-02-07 two"]]


def test_the_same_words_of_another_delivery_are_not_taken_for_ours(desk, postman):
    desk.add("1", series="a", texts=("head",))
    deliver(desk, postman)
    desk.add("1", series="b", texts=("head",))
    desk.slack.faults.drop("chat.postMessage", accepted=False)
    deliver(desk, postman)
    assert desk.posted() == ["1 head", "1 head"]


def test_slack_down_for_an_hour_delays_and_loses_nothing(desk, postman):
    desk.add(channel=CHANNEL)
    desk.add(channel=OTHER)
    desk.server.go_down()
    deliver(desk, postman, hours=1)
    assert desk.posted() == desk.posted(OTHER) == []
    desk.server.come_back()
    deliver(desk, postman, minutes=6)
    expected = [["2025-02-07 head", "2025-02-07 one", "2025-02-07 two"]]
    assert desk.threads(CHANNEL) == desk.threads(OTHER) == expected


def test_slack_down_in_the_middle_of_a_thread(desk, postman):
    desk.add()
    postman.round()
    desk.server.go_down()
    deliver(desk, postman, hours=14)  # a thread that has begun is finished, however late
    desk.server.come_back()
    deliver(desk, postman, minutes=6)
    assert desk.threads() == [["2025-02-07 head", "2025-02-07 one", "2025-02-07 two"]]


def test_a_digest_twelve_hours_late_is_left_to_the_next(desk, postman):
    desk.add("late", due_at=desk.clock() - timedelta(hours=12))
    desk.add("in time", due_at=desk.clock() - timedelta(hours=11, minutes=50))
    deliver(desk, postman)
    assert desk.states() == {"late": "folded", "in time": "posted"}


@pytest.mark.parametrize(("taken", "state"), [(True, "posted"), (False, "folded")])
def test_a_late_one_that_may_be_in_slack_is_looked_for_first(desk, postman, taken, state):
    desk.add("late")
    desk.slack.faults.drop("chat.postMessage", accepted=taken)
    postman.round()
    desk.server.go_down()
    deliver(desk, postman, hours=13)
    desk.server.come_back()
    deliver(desk, postman, minutes=6)
    assert desk.states() == {"late": state}
    assert desk.posted() == (["late head", "late one", "late two"] if taken else [])


def test_a_revoked_token_stops_all_and_loses_nothing(desk, postman, caplog):
    desk.add()
    desk.slack.faults.fail("chat.postMessage", "token_revoked", times=3)
    deliver(desk, postman, minutes=14)
    assert desk.posted() == []
    assert len([c for c in desk.slack.calls if c.method == "chat.postMessage"]) == 3
    assert "token_revoked" in caplog.text
    deliver(desk, postman, minutes=6)  # a good token again
    assert desk.threads() == [["2025-02-07 head", "2025-02-07 one", "2025-02-07 two"]]


def test_a_refused_message_does_not_hold_up_its_channel(desk, postman):
    desk.add("bad")
    desk.add("good", due_at=desk.clock() + timedelta(seconds=1))
    desk.slack.faults.fail("chat.postMessage", "invalid_blocks")
    deliver(desk, postman)
    assert desk.states() == {"bad": "failed", "good": "posted"}


def test_a_lost_answer_in_direct_messages_is_looked_for_there(desk, postman):
    desk.add(channel=ASKER)  # a person, as notices are sent
    desk.slack.faults.drop("chat.postMessage", accepted=True)
    deliver(desk, postman)
    direct = desk.slack.workspace.direct(ASKER, desk.slack.bot)
    assert desk.threads(direct.id) == [["2025-02-07 head", "2025-02-07 one", "2025-02-07 two"]]
