"""The manifest asks Slack for what the listeners use, and for nothing else."""

import ast
import json
import re
from pathlib import Path

import pytest

from bot.reply import COMMAND
from handlers.listeners import EVENTS
from handlers.shortcuts import SHORTCUTS

ROOT = Path(__file__).parent.parent
METHOD = re.compile(r"(auth|chat|conversations|files|reactions|users|views)\.\w+")
MANIFEST = json.loads((ROOT / "manifest.json").read_text(encoding="utf-8"))
HISTORY = {"channels:history", "groups:history", "im:history"}
CHANNELS = {"channels:read", "groups:read", "im:read"}
# What Slack's reference asks for each method of the Web API and for each event.
METHODS: dict[str, set[str]] = {
    "auth_test": set(),
    "chat_delete": {"chat:write"},
    "chat_postEphemeral": {"chat:write"},
    "chat_postMessage": {"chat:write"},
    "chat_update": {"chat:write"},
    "conversations_history": HISTORY,
    "conversations_info": CHANNELS,
    "conversations_list": CHANNELS,
    "conversations_open": {"im:write"},
    "conversations_replies": HISTORY,
    "files_upload_v2": {"files:write"},
    "users_info": {"users:read"},
    "views_open": set(),
    "views_publish": set(),
    "views_push": set(),
    "views_update": set(),
}
EVENT_SCOPES: dict[str, set[str]] = {
    "app_home_opened": set(),
    "app_mention": {"app_mentions:read"},
    "message.im": {"im:history"},
}


def methods_called():
    """Return the Web API methods that the handlers call, as the SDK names them."""
    trees = [
        ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "handlers").rglob("*.py")
    ]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    words = {str(node.value) for node in nodes if isinstance(node, ast.Constant)}
    named = {word.replace(".", "_") for word in words if METHOD.fullmatch(word)}
    return {name for name in attributes | named if METHOD.fullmatch(name.replace("_", ".", 1))}


def events_asked():
    return set(MANIFEST["settings"]["event_subscriptions"]["bot_events"])


def test_each_scope_is_asked_for_because_something_needs_it():
    needed = {"commands"}
    for method in methods_called():
        assert method in METHODS, f"say in this test which scopes {method} needs"
        needed |= METHODS[method]
    for event in events_asked():
        needed |= EVENT_SCOPES[event]
    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == needed


def test_each_event_has_a_listener_and_each_listener_its_event():
    assert {event.partition(".")[0] for event in events_asked()} == {name for name, _ in EVENTS}


def test_the_command_is_ours():
    (command,) = MANIFEST["features"]["slash_commands"]
    assert command["command"] == COMMAND
    assert not command["should_escape"]


def test_each_shortcut_has_a_listener():
    named = [shortcut["callback_id"] for shortcut in MANIFEST["features"].get("shortcuts", [])]
    assert named == [callback for callback, _ in SHORTCUTS]


def test_buttons_home_and_socket_mode_are_on():
    home = MANIFEST["features"]["app_home"]
    assert MANIFEST["settings"]["interactivity"]["is_enabled"]
    assert MANIFEST["settings"]["socket_mode_enabled"]
    assert home["home_tab_enabled"]
    assert home["messages_tab_enabled"]
    assert not home["messages_tab_read_only_enabled"]


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        (MANIFEST["display_information"]["name"], 35),
        (MANIFEST["display_information"]["description"], 140),
        (MANIFEST["display_information"]["long_description"], 4000),
        (MANIFEST["features"]["bot_user"]["display_name"], 80),
        (MANIFEST["features"]["slash_commands"][0]["description"], 2000),
        (MANIFEST["features"]["slash_commands"][0]["usage_hint"], 1000),
    ],
)
def test_texts_are_within_slacks_limits(text, limit):
    assert 0 < len(text) <= limit


def test_the_long_description_is_long_enough_for_slack():
    assert len(MANIFEST["display_information"]["long_description"]) >= 175


def test_shortcuts_are_within_slacks_limits():
    for shortcut in MANIFEST["features"].get("shortcuts", []):
        assert len(shortcut["name"]) <= 24
        assert len(shortcut["description"]) <= 150
