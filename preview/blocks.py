"""Block Kit as Slack checks it: which blocks, how many, how long; for messages and for views."""

from collections.abc import Callable, Iterator
from typing import Any

from preview.elements import (
    IMAGE_SOURCE,
    IN_ACTIONS,
    IN_CONTEXT,
    IN_INPUT,
    IN_SECTION,
    plain,
    text,
)
from preview.rich_text import PARTS
from preview.schema import (
    Rule,
    also,
    at,
    boolean,
    by_type,
    choice,
    listing,
    record,
    string,
)

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
# Slack does not publish the size of a whole message. Reports measured on slackapi/bolt-js (#2509,
# #2867) fit "about 13,300 characters, of which every block costs some 60 whatever it holds".
MESSAGE_CHARACTERS = 13_300
BLOCK_COST = 60


def _text_or_fields(value: Any, pointer: str) -> Iterator[str]:
    if value.get("text") is None and value.get("fields") is None:
        yield at("missing required field: text", pointer)


def _has_picture(value: Any, pointer: str) -> Iterator[str]:
    if (value.get("image_url") is None) == (value.get("slack_file") is None):
        yield at("must have either image_url or slack_file", pointer)


def _block(kind: str, required: dict[str, Rule], optional: dict[str, Rule]) -> Rule:
    return record({"type": choice(kind), **required}, {"block_id": string(255), **optional})


EVERYWHERE: dict[str, Rule] = {
    "section": also(
        _block(
            "section",
            {},
            {
                "text": text(3000),
                "fields": listing(text(2000), 10),
                "accessory": IN_SECTION,
                "expand": boolean,
            },
        ),
        _text_or_fields,
    ),
    "header": _block("header", {"text": plain(150)}, {}),
    "divider": _block("divider", {}, {}),
    "context": _block("context", {"elements": listing(IN_CONTEXT, 10)}, {}),
    "actions": _block("actions", {"elements": listing(IN_ACTIONS, 25)}, {}),
    "image": also(
        _block("image", {"alt_text": string(2000)}, {**IMAGE_SOURCE, "title": plain(2000)}),
        _has_picture,
    ),
    "input": _block(
        "input",
        {"label": plain(2000), "element": IN_INPUT},
        {"hint": plain(2000), "optional": boolean, "dispatch_action": boolean},
    ),
    "rich_text": _block("rich_text", {"elements": PARTS}, {}),
}
IN_MESSAGE = listing(
    by_type({**EVERYWHERE, "markdown": _block("markdown", {"text": string(12_000)}, {})}),
    MESSAGE_BLOCKS,
    0,
)
IN_VIEW = listing(by_type(EVERYWHERE), VIEW_BLOCKS, 0)

_VIEW_FIELDS: dict[str, Rule] = {
    "private_metadata": string(3000, 0),
    "callback_id": string(255, 0),
    "external_id": string(255, 0),
}
MODAL = record(
    {"type": choice("modal"), "title": plain(24), "blocks": IN_VIEW},
    {
        **_VIEW_FIELDS,
        "close": plain(24),
        "submit": plain(24),
        "clear_on_close": boolean,
        "notify_on_close": boolean,
        "submit_disabled": boolean,
    },
)
HOME = record({"type": choice("home"), "blocks": IN_VIEW}, _VIEW_FIELDS)
VIEW = by_type({"modal": MODAL, "home": HOME})


def message_problems(blocks: Any) -> list[str]:
    """Return what Slack would find wrong with the blocks of a message."""
    problems = list(IN_MESSAGE(blocks, "/blocks"))
    return problems or list(_duplicates(blocks, "/blocks"))


def view_problems(view: Any) -> list[str]:
    """Return what Slack would find wrong with a modal or a Home tab."""
    problems = list(VIEW(view, "/view"))
    return problems or [*_duplicates(view["blocks"], "/view/blocks"), *_unsubmittable(view)]


def _unsubmittable(view: dict[str, Any]) -> Iterator[str]:
    has_input = any(block["type"] == "input" for block in view["blocks"])
    if view["type"] == "modal" and has_input and not view.get("submit"):
        yield at("submit is required when an input block is within the blocks array", "/view")


def _duplicates(blocks: list[dict[str, Any]], pointer: str) -> Iterator[str]:
    seen: set[str] = set()
    for number, block in enumerate(blocks):
        name = block.get("block_id")
        if name in seen:
            yield at(f"block_id {name} already exists", f"{pointer}/{number}/block_id")
        if name:
            seen.add(name)
        yield from _repeated_actions(block, f"{pointer}/{number}")


def _repeated_actions(block: dict[str, Any], pointer: str) -> Iterator[str]:
    seen: set[str] = set()
    for element in elements_of(block):
        name = element.get("action_id")
        if name in seen:
            yield at(f"action_id {name} already exists for this block", pointer)
        if name:
            seen.add(name)


def elements_of(block: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the elements of a block that a person can use."""
    kind = block["type"]
    if kind == "actions":
        return list(block["elements"])
    one = block.get({"section": "accessory", "input": "element"}.get(kind, ""))
    return [one] if one and one["type"] != "image" else []


def is_too_long(blocks: list[dict[str, Any]]) -> bool:
    """Tell whether Slack would answer `msg_blocks_too_long`."""
    return _characters(blocks) + BLOCK_COST * len(blocks) > MESSAGE_CHARACTERS


def _characters(value: Any) -> int:
    if isinstance(value, dict):
        own = value.get("text")
        return (len(own) if isinstance(own, str) else 0) + sum(
            _characters(inner) for inner in value.values() if isinstance(inner, dict | list)
        )
    return sum(map(_characters, value)) if isinstance(value, list) else 0


def with_ids(blocks: list[dict[str, Any]], new_id: Callable[[], str]) -> list[dict[str, Any]]:
    """Return the blocks with the identifiers that Slack adds where the app gave none."""
    return [_with_id(block, new_id) for block in blocks]


def _with_id(block: dict[str, Any], new_id: Callable[[], str]) -> dict[str, Any]:
    block = {"block_id": new_id(), **block}
    for element in elements_of(block):
        element.setdefault("action_id", new_id())
    return block
