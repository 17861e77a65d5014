"""Trouble on order, seen through Slack's own client."""

import http.client
import threading
import urllib.error

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import (
    ConnectionErrorRetryHandler,
    RateLimitErrorRetryHandler,
)

from preview.server import PreviewServer

LOST = (http.client.RemoteDisconnected, urllib.error.URLError, ConnectionError)


def post(client, text="x", channel="C0DESK"):
    return client.chat_postMessage(channel=channel, text=text)


def error_of(call, *args, **kwargs):
    with pytest.raises(SlackApiError) as caught:
        call(*args, **kwargs)
    return caught.value.response["error"]


def texts(preview):
    shown = preview.workspace.shown("C0DESK")
    return [message.text for message in shown if message.from_app]


@pytest.fixture
def careful(preview):
    """A client that tries again neither on errors nor on lost connections."""
    return WebClient(token=preview.bot_token, base_url=preview.api_url, retry_handlers=[])


def test_fails_as_often_as_ordered(preview, careful):
    preview.faults.fail("chat.postMessage", "internal_error", times=2)
    assert error_of(post, careful) == "internal_error"
    assert careful.auth_test()["ok"]
    assert error_of(post, careful) == "internal_error"
    assert post(careful)["ok"]


def test_a_429_says_when_to_come_back(preview, careful):
    preview.faults.fail("*", retry_after=7)
    with pytest.raises(SlackApiError) as caught:
        post(careful)
    response = caught.value.response
    assert (response.status_code, response["error"]) == (429, "ratelimited")
    assert response.headers["Retry-After"] == "7"


def test_the_retry_handler_answers_a_429(preview, careful):
    careful.retry_handlers.append(RateLimitErrorRetryHandler(max_retry_count=1))
    preview.faults.fail("chat.postMessage", retry_after=0)
    assert post(careful)["ok"]


def test_an_answer_is_lost_though_the_message_stands(preview, careful):
    preview.faults.drop("chat.postMessage")
    with pytest.raises(LOST):
        post(careful, "stands")
    assert texts(preview) == ["stands"]
    assert preview.calls[-1].error == "dropped"


def test_a_call_is_lost_before_it_is_done(preview, careful):
    preview.faults.drop("chat.postMessage", accepted=False)
    with pytest.raises(LOST):
        post(careful)
    assert texts(preview) == []


def test_trying_again_after_a_lost_answer_posts_twice(preview, careful):
    careful.retry_handlers.append(ConnectionErrorRetryHandler(max_retry_count=1))
    preview.faults.drop("chat.postMessage")
    post(careful, "again")
    assert texts(preview) == ["again", "again"]


def test_a_held_call_waits_until_it_is_let_go(preview, careful):
    hold = preview.faults.hold("chat.postMessage")
    caller = threading.Thread(target=post, args=(careful, "held"))
    caller.start()
    assert hold.reached.wait(5)
    assert texts(preview) == ["held"]
    assert caller.is_alive()
    hold.release()
    caller.join(5)
    assert not caller.is_alive()


def test_slack_goes_down_and_comes_back(preview, bolt, connect, careful):
    bolt.command("/echo")(lambda ack: ack("up again"))
    connect()
    preview.go_down()
    with pytest.raises(SlackApiError) as caught:
        post(careful)
    assert caught.value.response.status_code == 503
    assert preview.slack.sockets.count == 0
    preview.come_back()
    preview.wait_connected()
    preview.person("hana").command("general", "/echo")
    assert preview.wait_for_messages("general", user="hana")[0].text == "up again"


def test_channels_are_archived_and_left(preview, careful):
    preview.archive("general")
    assert error_of(post, careful, channel="C0GENERAL") == "is_archived"
    preview.remove_bot("alliance-desk")
    assert error_of(post, careful) == "not_in_channel"
    preview.remove_bot("embassy-private")
    assert error_of(post, careful, channel="C0PRIVATE") == "channel_not_found"


class Clock:
    now = 1_738_900_800.0

    def __call__(self):
        return self.now


def test_one_message_a_second_a_channel(preview, careful):
    clock = Clock()
    preview.limits.turn_on(clock=clock)
    post(careful, "one")
    assert error_of(post, careful) == "ratelimited"
    assert post(careful, channel="C0GENERAL")["ok"]
    clock.now += 1
    post(careful, "two")
    assert (texts(preview), preview.limits.refused) == (["one", "two"], 1)
    preview.limits.turn_off()
    assert post(careful)["ok"]


def test_so_many_messages_a_minute_in_all(preview, careful):
    clock = Clock()
    preview.limits.turn_on(seconds_apart=0, per_minute=3, clock=clock)
    for _ in range(3):
        post(careful)
        clock.now += 10
    with pytest.raises(SlackApiError) as caught:
        post(careful)
    assert caught.value.response.headers["Retry-After"] == "30"
    clock.now += 30
    assert post(careful)["ok"]


def test_a_refused_message_does_not_count(preview, careful):
    preview.limits.turn_on(clock=Clock())
    empty = {"channel": "C0DESK", "text": ""}
    assert error_of(careful.api_call, "chat.postMessage", json=empty) == "no_text"
    assert post(careful)["ok"]


def test_the_clock_can_be_chosen():
    clock = Clock()
    with PreviewServer(clock=clock) as preview:
        client = WebClient(token=preview.bot_token, base_url=preview.api_url)
        first, second = post(client)["ts"], post(client)["ts"]
        assert first.startswith("1738900800.")
        assert second > first
        clock.now += 3600
        trigger = preview.slack.new_trigger("U0HANA")
        clock.now += 4
        view = {"type": "modal", "title": {"type": "plain_text", "text": "x"}, "blocks": []}
        assert error_of(client.views_open, trigger_id=trigger, view=view) == "expired_trigger_id"
