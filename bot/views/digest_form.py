"""Render the form that sets a channel's digest: channel, time, zone, days, subject."""

from collections.abc import Sequence
from typing import Any

from bot.kept import Subscription
from bot.reply import COMMAND, Block, Message
from bot.schedule import WEEKDAYS
from bot.views.blocks import actions, button, message, section

CALLBACK, OPEN = "digest-form", "open-digest-form"
USUAL_TIME = "09:00"
ABOUT_MAX = 200
# Zones of capitals and desks, from east to west; the asker's own is added where it is missing.
ZONES = (
    *("Pacific/Auckland", "Australia/Sydney", "Pacific/Guam", "Asia/Tokyo", "Asia/Seoul"),
    *("Asia/Taipei", "Asia/Manila", "Asia/Shanghai", "Asia/Hong_Kong", "Asia/Singapore"),
    *("Asia/Jakarta", "Asia/Bangkok", "Asia/Kolkata", "Asia/Dubai", "Europe/Moscow"),
    *("Asia/Jerusalem", "Europe/Kyiv", "Europe/Brussels", "Europe/Berlin", "Europe/Paris"),
    *("Europe/Rome", "Europe/London", "UTC", "America/Sao_Paulo", "America/New_York"),
    *("America/Chicago", "America/Denver", "America/Los_Angeles", "Pacific/Honolulu"),
)
DAYS = {"Every day": "daily", "Weekdays": "weekdays", "Mondays, for the week": "weekly"}
QUIET = {"One line": "line", "Nothing": "nothing"}


def offer(kept: Sequence[Subscription]) -> Message:
    """Offer the form, where `/alliance digest` says nothing more."""
    line = (
        f"*A digest every morning.* Type `{COMMAND} digest here at 09:00 Asia/Tokyo weekdays`, "
        "or choose channel, time and zone:"
    )
    label = "Change it" if kept else "Set a digest"
    return message(line, section(line), actions(button(label, OPEN, "here", primary=True)))


def form(channel: str, zone: str, kept: Subscription | None = None) -> dict[str, Any]:
    """Build the modal, filled in with the channel's digest where it has one."""
    schedule = kept.schedule if kept else None
    days = "weekly" if schedule and schedule.weekly else "daily"
    if schedule and schedule.days == WEEKDAYS:
        days = "weekdays"
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "title": _plain("Morning digest"),
        "submit": _plain("Set digest"),
        "close": _plain("Cancel"),
        "blocks": [
            _input("channel", "Channel", _channel_picker(channel)),
            _input("time", "Time", _time_picker(f"{schedule.at:%H:%M}" if schedule else None)),
            _input("zone", "Time zone", _zone_picker(schedule.zone if schedule else zone)),
            _input("days", "Days", _choice("radio_buttons", DAYS, days)),
            _input("about", "Only about", _about(kept.query if kept else ""), True),
            _input(
                "quiet",
                "On a day without news",
                _choice("radio_buttons", QUIET, "nothing" if kept and kept.skip_quiet else "line"),
            ),
        ],
    }


def _input(name: str, label: str, element: Block, optional: bool = False) -> Block:
    return {
        "type": "input",
        "block_id": name,
        "label": _plain(label),
        "element": element | {"action_id": name},
        "optional": optional,
    }


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text}


def _channel_picker(channel: str) -> Block:
    return {"type": "conversations_select", "initial_conversation": channel}


def _time_picker(at: str | None) -> Block:
    return {"type": "timepicker", "initial_time": at or USUAL_TIME}


def _zone_picker(zone: str) -> Block:
    zones = ZONES if zone in ZONES else (zone, *ZONES)
    return _choice("static_select", {name: name for name in zones}, zone)


def _about(words: str) -> Block:
    picker: Block = {"type": "plain_text_input", "max_length": ABOUT_MAX}
    return picker | ({"initial_value": words} if words else {})


def _choice(kind: str, labels: dict[str, str], chosen: str) -> Block:
    options = [{"text": _plain(label), "value": value} for label, value in labels.items()]
    initial = next(option for option in options if option["value"] == chosen)
    return {"type": kind, "options": options, "initial_option": initial}
