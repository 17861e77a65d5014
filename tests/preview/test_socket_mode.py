"""Socket Mode with a real Bolt app: commands, clicks, modals, events and response addresses."""

import httpx
import pytest
from slack_sdk.webhook import WebhookClient

from preview.errors import PreviewError

BUTTON = {
    "type": "button",
    "text": {"type": "plain_text", "text": "More"},
    "action_id": "more",
    "value": "page-2",
}


@pytest.fixture
def hana(preview):
    return preview.person("hana")


def test_a_slash_command_is_answered_in_a_thread(preview, bolt, connect, hana):
    @bolt.command("/echo")
    def echo(ack, command, client):
        ack()
        head = client.chat_postMessage(channel=command["channel_id"], text=command["text"])
        client.chat_postMessage(channel=command["channel_id"], text="detail", thread_ts=head["ts"])

    connect()
    sent = preview.wait_finished(hana.command("alliance-desk", "/echo latest 5"))
    head = preview.wait_for_messages("alliance-desk")[0]
    assert (sent.attempts, head.text) == (1, "latest 5")
    assert preview.wait_for_messages("alliance-desk", thread=head.ts)[0].text == "detail"


def test_text_in_the_acknowledgement_is_for_the_asker(preview, bolt, connect, hana):
    bolt.command("/echo")(lambda ack: ack("just you"))
    connect()
    hana.command("no-bot-here", "/echo")
    message = preview.wait_for_messages("no-bot-here", user="hana")[0]
    assert (message.text, message.only_for) == ("just you", "U0HANA")


def test_an_unanswered_command_fails_visibly(preview, bolt, connect, hana):
    preview.slack.sockets.ack_seconds = 0.05
    bolt.command("/echo")(lambda: None)
    connect()
    sent = preview.wait_finished(hana.command("general", "/echo"))
    assert (sent.is_acked, sent.attempts) == (False, 1)
    assert "operation_timeout" in preview.slack.notices[-1][1]


def test_a_command_fails_where_no_app_is_connected(preview, hana):
    preview.wait_finished(hana.command("general", "/echo"))
    assert "dispatch_failed" in preview.slack.notices[-1][1]


def test_a_response_url_works_five_times_in_any_channel(preview, bolt, connect, hana):
    urls = []

    @bolt.command("/echo")
    def echo(ack, command, respond):
        ack()
        respond(text="only you")
        respond(text="everyone", response_type="in_channel")
        urls.append(command["response_url"])

    connect()
    hana.command("secret-no-bot", "/echo")
    shown = preview.wait_for_messages("secret-no-bot", 2, user="hana")
    assert [m.only_for for m in shown] == ["U0HANA", None]
    webhook = WebhookClient(preview.workspace.wait_for(lambda: urls)[0])
    assert [webhook.send(text="again").status_code for _ in range(4)] == [200, 200, 200, 404]


def test_a_response_url_refuses_bad_blocks_and_ends_after_half_an_hour(preview, hana):
    url = preview.slack.new_response_url("C0DESK", "U0HANA")
    bad = httpx.post(url, json={"blocks": [{"type": "marquee"}]})
    assert (bad.status_code, bad.json()["error"]) == (400, "invalid_blocks")
    preview.slack.responses[url.rpartition("/")[2]].made -= 31 * 60
    assert httpx.post(url, json={"text": "late"}).json()["error"] == "expired_url"


def test_a_click_may_replace_the_message(preview, bolt, connect, client, hana):
    seen = []

    @bolt.action("more")
    def more(ack, action, body, respond):
        ack()
        seen.append((action["value"], body["container"]["is_ephemeral"]))
        respond(text="page two", replace_original=True)

    connect()
    blocks = [{"type": "actions", "elements": [BUTTON]}]
    client.chat_postMessage(channel="C0DESK", text="page one", blocks=blocks)
    message = preview.wait_for_messages("alliance-desk")[0]
    mark = preview.workspace.serial
    hana.click(message, "more")
    replaced = preview.wait_for_messages("alliance-desk", after=mark)[0]
    assert (replaced.ts, replaced.text) == (message.ts, "page two")
    assert seen == [("page-2", False)]


def test_a_click_may_delete_the_message(preview, bolt, connect, hana):
    @bolt.action("more")
    def more(ack, respond):
        ack()
        respond(delete_original=True)

    @bolt.command("/echo")
    def echo(ack, respond):
        ack()
        respond(text="choose", blocks=[{"type": "actions", "elements": [BUTTON]}])

    connect()
    hana.command("general", "/echo")
    message = preview.wait_for_messages("general", user="hana")[0]
    hana.click(message, "more")
    gone = preview.workspace.wait_for(
        lambda: preview.workspace.find(message.channel, message.ts) is None
    )
    assert gone


def test_clicking_what_is_not_there_says_what_is(hana, preview, client):
    blocks = [{"type": "actions", "elements": [BUTTON]}]
    client.chat_postMessage(channel="C0DESK", text="x", blocks=blocks)
    message = preview.wait_for_messages("alliance-desk")[0]
    with pytest.raises(PreviewError, match="more"):
        hana.click(message, "less")


def test_mentions_and_direct_messages_reach_the_app(preview, bolt, connect, hana):
    @bolt.event("app_mention")
    def mentioned(event, say):
        say(text=f"heard {event['text']}", thread_ts=event.get("thread_ts") or event["ts"])

    @bolt.event("message")
    def messaged(event, say):
        say(text=f"privately {event['text']} {event['channel_type']}")

    connect()
    said = hana.say("alliance-desk", "@Echo latest")
    assert said.text == "<@U0BOT> latest"
    reply = preview.wait_for_messages("alliance-desk", thread=said.ts)[0]
    assert reply.text == "heard <@U0BOT> latest"
    hana.direct("hello")
    answer = preview.wait_for_messages(hana.direct_channel.id)[0]
    assert answer.text == "privately hello im"


def test_the_app_does_not_hear_channels_it_is_not_in(preview, bolt, connect, hana):
    connect()
    hana.mention("no-bot-here", "anyone?")
    assert preview.slack.sockets.deliveries == []


def test_an_event_without_acknowledgement_comes_again_three_times(preview, bolt, connect, hana):
    preview.slack.sockets.ack_seconds = 0.05
    preview.slack.sockets.retry_delays = (0.0, 0.0, 0.0)
    attempts = []

    @bolt.middleware
    def deaf(request):
        attempts.append((request.body["event_id"], request.headers.get("x-slack-retry-num")))

    connect()
    hana.mention("alliance-desk", "hello?")
    sent = preview.slack.sockets.deliveries[0]
    assert preview.wait_finished(sent).attempts == 4
    preview.workspace.wait_for(lambda: len(attempts) == 4)
    assert len({event for event, _ in attempts}) == 1
    assert [retry for _, retry in attempts][1:] == [["1"], ["2"], ["3"]]


def test_an_acknowledged_event_comes_once(preview, bolt, connect, hana):
    preview.slack.sockets.retry_delays = (0.0, 0.0, 0.0)
    bolt.event("app_mention")(lambda: None)
    connect()
    hana.mention("alliance-desk", "hello")
    assert preview.wait_finished(preview.slack.sockets.deliveries[0]).attempts == 1


def test_a_message_shortcut_names_the_message(preview, bolt, connect, hana):
    seen = []

    @bolt.shortcut("shout")
    def shout(ack, shortcut):
        ack()
        seen.append(shortcut["message"]["text"])

    connect()
    preview.wait_finished(hana.message_shortcut(hana.say("general", "quiet"), "shout"))
    assert preview.workspace.wait_for(lambda: seen) == ["quiet"]


def test_the_app_comes_back_after_slack_closes_its_connection(preview, bolt, connect, hana):
    bolt.command("/echo")(lambda ack: ack("here again"))
    connect()
    preview.refresh_connections()
    preview.wait_connected(timeout=20)
    hana.command("general", "/echo")
    assert preview.wait_for_messages("general", user="hana")[0].text == "here again"


def test_a_socket_needs_a_fresh_ticket(preview):
    headers = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
    headers["Sec-WebSocket-Key"] = "dGhlIHNhbXBsZSBub25jZQ=="
    answer = httpx.get(f"{preview.url}/link/?ticket=guess", headers=headers)
    assert answer.status_code == 403
