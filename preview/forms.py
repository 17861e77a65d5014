"""The state of inputs: what a person filled in, in the form that Slack reports it."""

from typing import Any

from preview.blocks import elements_of
from preview.errors import PreviewError
from preview.workspace import Json

# Which field of an element carries the value; menus of options carry whole option objects.
VALUE_FIELDS = {
    "plain_text_input": "value",
    "number_input": "value",
    "email_text_input": "value",
    "url_text_input": "value",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "users_select": "selected_user",
    "channels_select": "selected_channel",
    "conversations_select": "selected_conversation",
    "multi_users_select": "selected_users",
    "multi_channels_select": "selected_channels",
    "multi_conversations_select": "selected_conversations",
    "static_select": "selected_option",
    "external_select": "selected_option",
    "radio_buttons": "selected_option",
    "overflow": "selected_option",
    "multi_static_select": "selected_options",
    "checkboxes": "selected_options",
}
INITIAL_FIELDS = {
    "value": "initial_value",
    "selected_date": "initial_date",
    "selected_time": "initial_time",
    "selected_date_time": "initial_date_time",
    "selected_user": "initial_user",
    "selected_channel": "initial_channel",
    "selected_conversation": "initial_conversation",
    "selected_users": "initial_users",
    "selected_channels": "initial_channels",
    "selected_conversations": "initial_conversations",
    "selected_option": "initial_option",
    "selected_options": "initial_options",
}


def action_value(element: Json) -> Any:
    """Return what an element begins with: text, a date, an identifier, values of options."""
    field = VALUE_FIELDS[element["type"]]
    initial = element.get(INITIAL_FIELDS[field])
    if field == "selected_option":
        return initial["value"] if initial else ""
    if field == "selected_options":
        return [option["value"] for option in initial or []]
    return initial if initial is not None else ""


def find_element(blocks: list[Json], action_id: str) -> tuple[Json, Json]:
    """Return the block and the element that an `action_id` names."""
    for block in blocks:
        for element in elements_of(block):
            if element.get("action_id") == action_id:
                return block, element
    known = [e.get("action_id") for block in blocks for e in elements_of(block)]
    raise PreviewError(f"nothing with action_id {action_id!r} here; there is {known}")


def action_of(workspace_ts: str, block: Json, element: Json, value: Any) -> Json:
    """Return the entry of `actions` that a use of an element makes."""
    action = {
        "type": element["type"],
        "action_id": element["action_id"],
        "block_id": block["block_id"],
        "action_ts": workspace_ts,
    }
    if element["type"] == "button":
        given: Json = {
            name: element[name] for name in ("text", "value", "style") if name in element
        }
        return {**action, **given}
    return {**action, **_filled(element, value)}


def values_of(blocks: list[Json], given: Json) -> Json:
    """Return `state.values`: what is given by `action_id`, else what the elements began with."""
    state: Json = {}
    for block in blocks:
        for element in elements_of(block):
            field = VALUE_FIELDS.get(element["type"])
            if field is None or element["type"] == "overflow":
                continue
            name = element["action_id"]
            initial = element.get(INITIAL_FIELDS[field])
            filled = _filled(element, given[name]) if name in given else {field: initial}
            entry = {"type": element["type"], **filled}
            state.setdefault(block["block_id"], {})[name] = entry
    return state


def missing_inputs(blocks: list[Json], values: Json) -> dict[str, str]:
    """Return by block what the user must still fill in; Slack does not send the form before."""
    missing = {}
    for block in blocks:
        if block["type"] != "input" or block.get("optional"):
            continue
        element = block["element"]
        entry = values[block["block_id"]][element["action_id"]]
        if not entry[VALUE_FIELDS[element["type"]]]:
            missing[block["block_id"]] = "Please complete this required field."
    return missing


def _filled(element: Json, value: Any) -> Json:
    field = VALUE_FIELDS[element["type"]]
    if field == "selected_option":
        return {field: _option(element, value) if value else None}
    if field == "selected_options":
        return {field: [_option(element, one) for one in value or []]}
    return {field: value or None}


def _option(element: Json, value: Any) -> Json:
    groups = element.get("option_groups") or []
    offered = [*element.get("options", []), *(o for group in groups for o in group["options"])]
    for option in offered:
        if option["value"] == value:
            return dict(option)
    raise PreviewError(f"no option {value!r} in {element['action_id']!r}")
