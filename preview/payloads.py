"""What the app is told: commands, clicks, submissions, shortcuts and events, in Slack's words."""

from preview.shapes import APP_ID, message_json, view_json
from preview.slack import Slack
from preview.workspace import Channel, Json, Message, User, View


def slash_command(slack: Slack, user: User, channel: Channel, command: str, text: str) -> Json:
    """Return the payload of a slash command."""
    return {
        "token": "preview-verification",
        "team_id": slack.workspace.team_id,
        "team_domain": slack.workspace.domain,
        "channel_id": channel.id,
        "channel_name": _spoken_name(channel),
        "user_id": user.id,
        "user_name": user.name,
        "command": command,
        "text": text,
        "api_app_id": APP_ID,
        "is_enterprise_install": "false",
        "response_url": slack.new_response_url(channel.id, user.id),
        "trigger_id": slack.new_trigger(user.id),
    }


def message_click(slack: Slack, user: User, message: Message, action: Json, values: Json) -> Json:
    """Return the payload of a click on an element of a message."""
    channel = slack.workspace.channels[message.channel]
    thread = {"thread_ts": message.thread_ts} if message.is_reply else {}
    container = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": channel.id,
        "is_ephemeral": message.only_for is not None,
        **thread,
    }
    shown = {} if message.only_for else {"message": message_json(message, slack.workspace)}
    return {
        **_interaction(slack, user, "block_actions"),
        "container": container,
        "channel": {"id": channel.id, "name": _spoken_name(channel)},
        **shown,
        "state": {"values": values},
        "response_url": slack.new_response_url(channel.id, user.id, message),
        "actions": [action],
    }


def view_click(slack: Slack, user: User, view: View, action: Json, values: Json) -> Json:
    """Return the payload of a click in a modal or Home tab."""
    return {
        **_interaction(slack, user, "block_actions"),
        "container": {"type": "view", "view_id": view.id},
        "view": view_json(view, slack.workspace, values),
        "actions": [action],
    }


def submission(slack: Slack, user: User, view: View, values: Json) -> Json:
    """Return the payload of a modal sent in."""
    return {
        **_interaction(slack, user, "view_submission"),
        "view": view_json(view, slack.workspace, values),
        "response_urls": [],
    }


def closing(slack: Slack, user: User, view: View, *, cleared: bool) -> Json:
    """Return the payload of a modal closed without sending."""
    payload = _interaction(slack, user, "view_closed")
    del payload["trigger_id"]
    return {**payload, "view": view_json(view, slack.workspace), "is_cleared": cleared}


def message_shortcut(slack: Slack, user: User, message: Message, callback_id: str) -> Json:
    """Return the payload of a shortcut used on a message."""
    channel = slack.workspace.channels[message.channel]
    return {
        **_interaction(slack, user, "message_action"),
        "callback_id": callback_id,
        "action_ts": slack.workspace.new_ts(),
        "message_ts": message.ts,
        "channel": {"id": channel.id, "name": _spoken_name(channel)},
        "message": message_json(message, slack.workspace),
        "response_url": slack.new_response_url(channel.id, user.id),
    }


def global_shortcut(slack: Slack, user: User, callback_id: str) -> Json:
    """Return the payload of a global shortcut."""
    return {
        **_interaction(slack, user, "shortcut"),
        "callback_id": callback_id,
        "action_ts": slack.workspace.new_ts(),
    }


def event(slack: Slack, inner: Json) -> Json:
    """Return an event in its Events API envelope."""
    return {
        "token": "preview-verification",
        "team_id": slack.workspace.team_id,
        "api_app_id": APP_ID,
        "event": {"event_ts": slack.workspace.new_ts(), **inner},
        "type": "event_callback",
        "event_id": slack.workspace.new_id("Ev"),
        "event_time": int(slack.clock()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": slack.workspace.team_id,
                "user_id": slack.bot,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
    }


def said(slack: Slack, message: Message, kind: str) -> Json:
    """Return the inner event of something that a user said (`message` or `app_mention`)."""
    channel = slack.workspace.channels[message.channel]
    types = {"public": "channel", "private": "group", "im": "im"}
    where = {"channel_type": types[channel.kind]} if kind == "message" else {}
    return {
        **message_json(message, slack.workspace),
        "type": kind,
        "channel": channel.id,
        "event_ts": message.ts,
        **where,
    }


def _interaction(slack: Slack, user: User, kind: str) -> Json:
    workspace = slack.workspace
    return {
        "type": kind,
        "token": "preview-verification",
        "api_app_id": APP_ID,
        "team": {"id": workspace.team_id, "domain": workspace.domain},
        "enterprise": None,
        "is_enterprise_install": False,
        "user": {
            "id": user.id,
            "username": user.name,
            "name": user.name,
            "team_id": workspace.team_id,
        },
        "trigger_id": slack.new_trigger(user.id),
    }


def _spoken_name(channel: Channel) -> str:
    names = {"im": "directmessage", "private": "privategroup"}
    return names.get(channel.kind, channel.name)
