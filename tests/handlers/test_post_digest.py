from datetime import date

import pytest

from bot.reply import Message, Reply
from handlers.post_digest import post_digest
from store.deliveries import State
from tests.handlers.desk import CHANNEL, desk_at

DAY = date(2025, 2, 7)
REPLY = Reply(Message("head"), (Message("one"),))


@pytest.fixture
def desk(tmp_path):
    with desk_at(tmp_path) as desk:
        yield desk


def post(desk, channel=CHANNEL):
    def sleep(seconds: float) -> None:
        desk.clock.move(seconds=max(seconds, 0.1))

    return post_digest(desk.db, desk.client, desk.clock, sleep, channel, DAY, REPLY)


def test_a_digest_posted_by_hand_is_there_once_however_often_one_asks(desk):
    assert [post(desk), post(desk)] == [State.POSTED, State.POSTED]
    assert desk.threads() == [["head", "one"]]


def test_a_channel_that_is_closed_is_said_to_have_failed(desk):
    assert post(desk, "C0NOBOT") is State.FAILED


def test_slack_away_leaves_it_to_the_bot(desk):
    desk.server.go_down()
    assert post(desk) is State.WAITING
    desk.server.come_back()
    assert post(desk) is State.POSTED
    assert desk.threads() == [["head", "one"]]


def test_a_bot_that_runs_beside_it_posts(desk):
    worker = desk.worker()
    assert worker.holds_lease()

    def sleep(seconds: float) -> None:
        worker.turn()
        desk.clock.move(seconds=max(seconds, 0.1))

    state = post_digest(desk.db, desk.client, desk.clock, sleep, CHANNEL, DAY, REPLY)
    assert state is State.POSTED
    assert desk.threads() == [["head", "one"]]
