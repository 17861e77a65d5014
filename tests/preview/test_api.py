"""The Web API through Slack's own client."""

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from preview.server import PreviewServer
from tests.preview.conftest import MANIFEST


def refused(call, *args, **kwargs):
    with pytest.raises(SlackApiError) as caught:
        call(*args, **kwargs)
    return caught.value.response


def section(text="hello"):
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def test_tells_whose_token_it_is(client):
    answer = client.auth_test()
    assert answer["user"] == "echo"
    assert answer["team"] == "Preview"


@pytest.mark.parametrize(("token", "error"), [(None, "not_authed"), ("xoxb-other", "invalid_auth")])
def test_refuses_bad_tokens(preview, token, error):
    client = WebClient(token=token, base_url=preview.api_url)
    assert refused(client.auth_test)["error"] == error


def test_refuses_a_token_of_the_wrong_kind(preview):
    client = WebClient(token=preview.app_token, base_url=preview.api_url)
    assert refused(client.auth_test)["error"] == "not_allowed_token_type"


def test_refuses_a_revoked_token(preview, client):
    preview.revoke_tokens()
    assert refused(client.auth_test)["error"] == "token_revoked"


def test_knows_only_its_methods(client):
    assert refused(client.api_call, "emoji.list")["error"] == "unknown_method"


def test_posts_by_json_and_by_form(preview, client):
    client.chat_postMessage(channel="C0DESK", text="json", blocks=[section()])
    form = {"channel": "C0DESK", "text": "form", "blocks": '[{"type":"divider"}]'}
    headers = {"Authorization": f"Bearer {preview.bot_token}"}
    assert httpx.post(f"{preview.api_url}chat.postMessage", data=form, headers=headers).json()["ok"]
    shown = [m.text for m in preview.wait_for_messages("alliance-desk", 2)]
    assert shown == ["json", "form"]


def test_token_may_come_as_an_argument(preview):
    answer = httpx.post(f"{preview.api_url}auth.test", data={"token": preview.bot_token})
    assert answer.json()["ok"]


@pytest.mark.parametrize(
    ("channel", "error"),
    [
        ("C0NOBOT", "not_in_channel"),
        ("C0SECRET", "channel_not_found"),
        ("C0OLD", "is_archived"),
        ("C404", "channel_not_found"),
    ],
)
def test_posts_only_where_slack_would(client, channel, error):
    assert refused(client.chat_postMessage, channel=channel, text="x")["error"] == error


def test_a_scope_lets_the_bot_post_without_joining():
    scopes = [*MANIFEST["oauth_config"]["scopes"]["bot"], "chat:write.public"]
    manifest = {**MANIFEST, "oauth_config": {"scopes": {"bot": scopes}}}
    with PreviewServer(manifest=manifest) as preview:
        client = WebClient(token=preview.bot_token, base_url=preview.api_url)
        assert client.chat_postMessage(channel="C0NOBOT", text="x")["ok"]


def test_refuses_what_the_manifest_does_not_allow():
    manifest = {**MANIFEST, "oauth_config": {"scopes": {"bot": ["commands"]}}}
    with PreviewServer(manifest=manifest) as preview:
        client = WebClient(token=preview.bot_token, base_url=preview.api_url)
        answer = refused(client.chat_postMessage, channel="C0DESK", text="x")
    assert (answer["error"], answer["needed"]) == ("missing_scope", "chat:write")


def test_a_user_identifier_means_the_direct_conversation(preview, client):
    answer = client.chat_postMessage(channel="U0HANA", text="for you")
    assert answer["channel"] == preview.person("hana").direct_channel.id


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ({"text": ""}, "no_text"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"blocks": [section("x" * 3001)]}, "invalid_blocks"),
        ({"blocks": [section("x" * 2900) for _ in range(5)]}, "msg_blocks_too_long"),
        ({"text": "x", "thread_ts": "1.2"}, "thread_not_found"),
        ({"text": "x", "metadata": {"event_payload": {}}}, "invalid_metadata_format"),
    ],
)
def test_refuses_malformed_messages(client, content, error):
    body = {"channel": "C0DESK", **content}
    assert refused(client.api_call, "chat.postMessage", json=body)["error"] == error


def test_says_where_a_block_is_wrong(client):
    long = [section("x" * 3001)]
    answer = refused(client.chat_postMessage, channel="C0DESK", text="x", blocks=long)
    expected = "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    assert answer["errors"] == [expected]
    assert answer["response_metadata"]["messages"] == [f"[ERROR] {expected}"]


def test_threads_are_read_back_apart(client):
    head = client.chat_postMessage(channel="C0DESK", text="headline")["ts"]
    for number in range(3):
        client.chat_postMessage(channel="C0DESK", text=f"detail {number}", thread_ts=head)
    newest = client.conversations_history(channel="C0DESK")["messages"][0]
    assert (newest["text"], newest["reply_count"]) == ("headline", 3)
    thread = client.conversations_replies(channel="C0DESK", ts=head)["messages"]
    assert [m["text"] for m in thread] == ["headline", "detail 0", "detail 1", "detail 2"]
    assert thread[1]["parent_user_id"] == "U0BOT"


def test_history_is_paged_and_bounded(client):
    posted = [client.chat_postMessage(channel="C0DESK", text=str(n))["ts"] for n in range(5)]
    first = client.conversations_history(channel="C0DESK", limit=2)
    assert [m["text"] for m in first["messages"]] == ["4", "3"]
    cursor = first["response_metadata"]["next_cursor"]
    second = client.conversations_history(channel="C0DESK", limit=2, cursor=cursor)
    assert [m["text"] for m in second["messages"]] == ["2", "1"]
    later = client.conversations_history(channel="C0DESK", oldest=posted[2])["messages"]
    assert [m["text"] for m in later] == ["4", "3"]
    with_it = client.conversations_history(channel="C0DESK", oldest=posted[2], inclusive=True)
    assert [m["text"] for m in with_it["messages"]] == ["4", "3", "2"]


def test_metadata_comes_back_only_when_asked_for(client):
    metadata = {"event_type": "digest", "event_payload": {"key": "2025-02-07"}}
    client.chat_postMessage(channel="C0DESK", text="x", metadata=metadata)
    plain = client.conversations_history(channel="C0DESK", limit=1)["messages"][0]
    asked = client.conversations_history(channel="C0DESK", limit=1, include_all_metadata=True)
    assert "metadata" not in plain
    assert asked["messages"][0]["metadata"] == metadata


def test_history_needs_membership(client):
    assert refused(client.conversations_history, channel="C0NOBOT")["error"] == "not_in_channel"
    client.conversations_join(channel="C0NOBOT")
    assert client.conversations_history(channel="C0NOBOT")["ok"]


def test_changes_and_deletes_its_own_messages_only(preview, client):
    ts = client.chat_postMessage(channel="C0DESK", text="one", blocks=[section()])["ts"]
    client.chat_update(channel="C0DESK", ts=ts, text="two")
    kept = client.conversations_history(channel="C0DESK", limit=1)["messages"][0]
    assert (kept["text"], "blocks" in kept, "edited" in kept) == ("two", False, True)
    client.chat_delete(channel="C0DESK", ts=ts)
    assert refused(client.chat_delete, channel="C0DESK", ts=ts)["error"] == "message_not_found"
    theirs = preview.person().say("alliance-desk", "mine").ts
    answer = refused(client.chat_update, channel="C0DESK", ts=theirs, text="x")
    assert answer["error"] == "cant_update_message"


def test_ephemeral_messages_are_for_one_user_and_not_in_history(preview, client):
    client.chat_postEphemeral(channel="C0DESK", user="U0HANA", text="psst")
    assert preview.wait_for_messages("alliance-desk", user="hana")[0].text == "psst"
    history = client.conversations_history(channel="C0DESK")["messages"]
    assert "psst" not in [m["text"] for m in history]
    outsider = refused(client.chat_postEphemeral, channel="C0PRIVATE", user="U0GRETA", text="x")
    assert outsider["error"] == "user_not_in_channel"


def test_lists_what_the_bot_can_see(client):
    names = {c["name"] for c in client.conversations_list(exclude_archived=True)["channels"]}
    assert names == {"general", "alliance-desk", "no-bot-here"}
    private = client.conversations_list(types="private_channel")["channels"]
    assert [c["name"] for c in private] == ["embassy-private"]


def test_a_test_adds_channels_of_its_own(preview, client):
    channel = preview.workspace.add_channel("talks", members=["U0HANA", "U0BOT"])
    client.chat_postMessage(channel=channel.id, text="x")
    assert client.conversations_members(channel=channel.id)["members"] == ["U0BOT", "U0HANA"]
    preview.workspace.forget_messages()
    assert client.conversations_history(channel=channel.id)["messages"] == []


def test_users_have_time_zones(client):
    user = client.users_info(user="U0HANA")["user"]
    assert (user["tz"], user["tz_offset"]) == ("Asia/Tokyo", 9 * 3600)
    assert refused(client.users_info, user="U404")["error"] == "user_not_found"
    assert len(client.users_list()["members"]) == 4


def test_files_go_through_the_three_steps(preview, client):
    answer = client.files_upload_v2(
        channel="C0DESK", filename="timeline.png", content=b"\x89PNG", initial_comment="see"
    )
    assert answer["file"]["name"] == "timeline.png"
    message = preview.wait_for_messages("alliance-desk")[0]
    assert (message.text, message.files[0]["mimetype"]) == ("see", "image/png")
    assert httpx.get(answer["file"]["url_private"]).content == b"\x89PNG"


def test_files_other_than_pictures_are_downloaded_not_shown(client):
    answer = client.files_upload_v2(channel="C0DESK", filename="x.html", content="<script>")
    headers = httpx.get(answer["file"]["url_private"]).headers
    assert headers["content-type"] == "application/octet-stream"
    assert headers["content-disposition"] == "attachment"


def test_reactions_once_a_name(client):
    ts = client.chat_postMessage(channel="C0DESK", text="x")["ts"]
    client.reactions_add(channel="C0DESK", timestamp=ts, name="eyes")
    again = refused(client.reactions_add, channel="C0DESK", timestamp=ts, name="eyes")
    assert again["error"] == "already_reacted"


def test_permalinks_lead_to_the_page(preview, client):
    ts = client.chat_postMessage(channel="C0DESK", text="x")["ts"]
    link = client.chat_getPermalink(channel="C0DESK", message_ts=ts)["permalink"]
    assert link.startswith(preview.url)


def test_home_is_published_to_one_user(preview, client):
    client.views_publish(user_id="U0HANA", view={"type": "home", "blocks": [section()]})
    assert preview.person("hana").home.content["type"] == "home"
    assert preview.person("greta").home is None


def test_a_trigger_that_slack_did_not_give_opens_nothing(client):
    view = {"type": "modal", "title": {"type": "plain_text", "text": "x"}, "blocks": []}
    answer = refused(client.views_open, trigger_id="1.2.3", view=view)
    assert answer["error"] == "invalid_trigger_id"
