"""Block Kit's text objects and elements, with the limits of Slack's reference pages."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from preview.schema import (
    Rule,
    also,
    anything,
    at,
    boolean,
    by_type,
    choice,
    integer,
    listing,
    matching,
    record,
    string,
)

ACTION_ID = string(255)
TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def plain(most: int) -> Rule:
    """Return the rule of a plain text object."""
    fields = {"type": choice("plain_text"), "text": string(most)}
    return by_type({"plain_text": record(fields, {"emoji": boolean})})


def text(most: int) -> Rule:
    """Return the rule of a text object, plain or mrkdwn."""
    mrkdwn = record({"type": choice("mrkdwn"), "text": string(most)}, {"verbatim": boolean})
    return by_type({"plain_text": plain(most), "mrkdwn": mrkdwn})


def _is_date(value: str) -> bool:
    try:
        return datetime.strptime(value, "%Y-%m-%d").strftime("%Y-%m-%d") == value
    except ValueError:
        return False


def _is_web_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and len(value) <= 3000


DATE = matching(_is_date, "a date as YYYY-MM-DD")
CLOCK = matching(lambda value: bool(TIME.fullmatch(value)), "a time as HH:mm")
WEB_ADDRESS = matching(_is_web_address, "a valid web address of at most 3000 characters")
LINK = matching(
    lambda value: 0 < len(value) <= 3000 and bool(re.match(r"[a-z][a-z0-9+.-]*:", value)),
    "a valid URL of at most 3000 characters",
)

CONFIRM = record(
    {"title": plain(100), "text": text(300), "confirm": plain(30), "deny": plain(30)},
    {"style": choice("primary", "danger")},
)


def _option(label: Rule, *, link: bool = False) -> Rule:
    return record(
        {"text": label, "value": string(150)},
        {"description": text(75), **({"url": LINK} if link else {})},
    )


OPTION = _option(plain(75))
RICH_OPTION = _option(text(75))
OPTION_GROUP = record({"label": plain(75), "options": listing(OPTION, 100)}, {})

_INTERACTIVE: dict[str, Rule] = {"action_id": ACTION_ID, "focus_on_load": boolean}
_MENU: dict[str, Rule] = {**_INTERACTIVE, "placeholder": plain(150), "confirm": CONFIRM}
_MANY: dict[str, Rule] = {"max_selected_items": integer(1, 1000)}
_FILTER = record(
    {},
    {
        "include": listing(choice("im", "mpim", "private", "public"), 4),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    },
)


def _chosen(value: dict[str, Any]) -> list[Any]:
    many = value.get("initial_options")
    return many if isinstance(many, list) else [value.get("initial_option")]


def _initial_among_options(value: Any, pointer: str) -> Iterator[str]:
    offered = list(value.get("options") or [])
    for group in value.get("option_groups") or []:
        if isinstance(group, dict):
            offered += group.get("options") or []
    for option in _chosen(value):
        if option is not None and option not in offered:
            yield at("initial options must be among the options", pointer)


def _one_list(value: Any, pointer: str) -> Iterator[str]:
    if (value.get("options") is None) == (value.get("option_groups") is None):
        yield at("must have either options or option_groups", pointer)
    yield from _initial_among_options(value, pointer)


def _element(kind: str, required: Mapping[str, Rule], optional: Mapping[str, Rule]) -> Rule:
    return record({"type": choice(kind), **required}, {**_INTERACTIVE, **optional})


def _static(kind: str, more: Mapping[str, Rule]) -> Rule:
    lists = {"options": listing(OPTION, 100), "option_groups": listing(OPTION_GROUP, 100)}
    return also(_element(kind, {}, {**_MENU, **lists, **more}), _one_list)


def _group(kind: str, most: int, more: Mapping[str, Rule], option: Rule = RICH_OPTION) -> Rule:
    rule = _element(kind, {"options": listing(option, most)}, {"confirm": CONFIRM, **more})
    return also(rule, _initial_among_options)


def _picks(thing: str, more: Mapping[str, Rule]) -> dict[str, Rule]:
    """Return the single and multiple menus of users, conversations or channels."""
    one, many = f"{thing}s_select", f"multi_{thing}s_select"
    single = {**_MENU, **more, f"initial_{thing}": string(255), "response_url_enabled": boolean}
    several = {**_MENU, **more, **_MANY, f"initial_{thing}s": listing(string(255), 1000, 0)}
    return {one: _element(one, {}, single), many: _element(many, {}, several)}


_INPUT: dict[str, Rule] = {
    "placeholder": plain(150),
    "initial_value": string(3000, 0),
    "dispatch_action_config": anything,
}
_CONVERSATION = {"default_to_current_conversation": boolean, "filter": _FILTER}
_STATIC_MANY = {**_MANY, "initial_options": listing(OPTION, 100)}

BUTTON = _element(
    "button",
    {"text": plain(75)},
    {
        "url": LINK,
        "value": string(2000),
        "style": choice("primary", "danger"),
        "confirm": CONFIRM,
        "accessibility_label": string(75),
    },
)


def _has_source(value: Any, pointer: str) -> Iterator[str]:
    if (value.get("image_url") is None) == (value.get("slack_file") is None):
        yield at("must have either image_url or slack_file", pointer)


IMAGE_SOURCE: dict[str, Rule] = {"image_url": WEB_ADDRESS, "slack_file": anything}
IMAGE = also(record({"type": choice("image"), "alt_text": string(2000)}, IMAGE_SOURCE), _has_source)

PICKERS: dict[str, Rule] = {
    "static_select": _static("static_select", {"initial_option": OPTION}),
    "external_select": _element(
        "external_select",
        {},
        {**_MENU, "initial_option": OPTION, "min_query_length": integer(0, 1000)},
    ),
    "users_select": _picks("user", {})["users_select"],
    "conversations_select": _picks("conversation", _CONVERSATION)["conversations_select"],
    "channels_select": _picks("channel", {})["channels_select"],
    "datepicker": _element("datepicker", {}, {**_MENU, "initial_date": DATE}),
    "timepicker": _element(
        "timepicker", {}, {**_MENU, "initial_time": CLOCK, "timezone": string(255)}
    ),
    "datetimepicker": _element(
        "datetimepicker",
        {},
        {"confirm": CONFIRM, "initial_date_time": integer(1_000_000_000, 9_999_999_999)},
    ),
    "checkboxes": _group("checkboxes", 10, {"initial_options": listing(RICH_OPTION, 10)}),
    "radio_buttons": _group("radio_buttons", 10, {"initial_option": RICH_OPTION}),
}

MULTI_MENUS: dict[str, Rule] = {
    "multi_static_select": _static("multi_static_select", _STATIC_MANY),
    "multi_users_select": _picks("user", {})["multi_users_select"],
    "multi_conversations_select": _picks("conversation", _CONVERSATION)[
        "multi_conversations_select"
    ],
    "multi_channels_select": _picks("channel", {})["multi_channels_select"],
}

INPUTS: dict[str, Rule] = {
    "plain_text_input": _element(
        "plain_text_input",
        {},
        {
            **_INPUT,
            "multiline": boolean,
            "min_length": integer(0, 3000),
            "max_length": integer(1, 3000),
        },
    ),
    "number_input": _element(
        "number_input",
        {"is_decimal_allowed": boolean},
        {**_INPUT, "min_value": string(255), "max_value": string(255)},
    ),
    "email_text_input": _element("email_text_input", {}, _INPUT),
    "url_text_input": _element("url_text_input", {}, _INPUT),
}

OVERFLOW = _group("overflow", 5, {}, _option(plain(75), link=True))

IN_ACTIONS = by_type({**PICKERS, "button": BUTTON, "overflow": OVERFLOW})
IN_SECTION = by_type(
    {**PICKERS, **MULTI_MENUS, "button": BUTTON, "overflow": OVERFLOW, "image": IMAGE}
)
IN_INPUT = by_type({**PICKERS, **MULTI_MENUS, **INPUTS})
IN_CONTEXT = by_type({"plain_text": plain(3000), "mrkdwn": text(3000), "image": IMAGE})
