"""A preview and a small Bolt app that talks to it as it would to Slack."""

import logging
from contextlib import suppress

import pytest
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from preview.server import PreviewServer

MANIFEST = {
    "display_information": {"name": "Echo", "description": "Says it again"},
    "features": {
        "bot_user": {"display_name": "Echo"},
        "slash_commands": [
            {"command": "/echo", "description": "Say it again", "usage_hint": "words"}
        ],
        "shortcuts": [{"name": "Shout", "type": "message", "callback_id": "shout"}],
    },
    "oauth_config": {
        "scopes": {
            "bot": [
                "app_mentions:read",
                "channels:history",
                "channels:join",
                "channels:read",
                "chat:write",
                "commands",
                "files:write",
                "im:history",
                "im:write",
                "reactions:write",
                "users:read",
            ]
        }
    },
    "settings": {
        "event_subscriptions": {"bot_events": ["app_mention", "app_home_opened", "message.im"]}
    },
}


def disconnect(preview, handler):
    """Close a handler without waiting out its socket (3 s) and its queue (1 s)."""
    client = handler.client
    client.auto_reconnect_enabled = False
    preview.slack.sockets.close_all()
    with suppress(TimeoutError):
        preview.workspace.wait_for(lambda: not client.is_connected(), timeout=3)
    client.closed = True
    client.enqueue_message("{}")
    handler.close()


@pytest.fixture
def preview():
    with PreviewServer(
        manifest=MANIFEST, completions=("/echo latest [n] — the newest", "/echo help")
    ) as server:
        yield server


@pytest.fixture
def client(preview):
    return WebClient(token=preview.bot_token, base_url=preview.api_url)


@pytest.fixture
def bolt(preview, client):
    """An app without listeners; the test adds its own before `connect`."""
    return App(client=client, process_before_response=False)


@pytest.fixture
def connect(preview, bolt):
    """Connect the app by Socket Mode, and disconnect it at the end."""
    handlers = []
    logging.getLogger("slack_bolt").setLevel(logging.ERROR)

    def connect():
        handler = SocketModeHandler(bolt, preview.app_token, ping_interval=0.5)
        handlers.append(handler)
        handler.connect()
        preview.wait_connected()
        return handler

    yield connect
    for handler in handlers:
        disconnect(preview, handler)
