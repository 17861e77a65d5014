"""views.*: modals and Home tabs."""

import json
import secrets
from typing import Any

from preview.blocks import view_problems, with_ids
from preview.call import Call, Method
from preview.errors import Refusal, malformed
from preview.shapes import view_json
from preview.workspace import Change, Json, View, Workspace

STACK = 3
VIEW_BYTES = 250_000


def open_(call: Call) -> Json:
    """Open a modal for the user whose trigger it is."""
    user = _spent_trigger(call)
    view = new_view(call.workspace, user, checked_view(_given(call), "modal"))
    call.workspace.modals[user] = [view]
    return _shown(call, view)


def push(call: Call) -> Json:
    """Put a modal on top of the one that the user is in."""
    user = _spent_trigger(call)
    view = push_view(call.workspace, user, checked_view(_given(call), "modal"))
    return _shown(call, view)


def update(call: Call) -> Json:
    """Change a modal that is open."""
    view = _open_view(call)
    if call.text("hash") and call.text("hash") != view.hash:
        raise Refusal("hash_conflict")
    change_view(view, checked_view(_given(call), "modal"))
    return _shown(call, view)


def publish(call: Call) -> Json:
    """Set a user's Home tab."""
    user = Call(call.slack, {"user": call.text("user_id")}).user()
    content = checked_view(_given(call), "home")
    before = call.workspace.homes.get(user.id)
    if before and call.text("hash") and call.text("hash") != before.hash:
        raise Refusal("hash_conflict")
    view = before or new_view(call.workspace, user.id, content)
    change_view(view, content)
    call.workspace.homes[user.id] = view
    return _shown(call, view, "home")


def checked_view(content: Any, kind: str) -> Json:
    """Return a view's content with identifiers, or refuse it as Slack would."""
    if len(json.dumps(content)) > VIEW_BYTES:
        raise Refusal("view_too_large")
    problems = view_problems(content)
    if not problems and content["type"] != kind:
        problems = [f"must be one of {kind} [json-pointer:/view/type]"]
    if problems:
        raise malformed("invalid_arguments", problems)
    return {**content, "blocks": with_ids(content["blocks"], lambda: secrets.token_urlsafe(4))}


def new_view(workspace: Workspace, user: str, content: Json) -> View:
    """Return a view that is not on the screen yet."""
    return View(workspace.new_id("V"), user, content, _hash())


def push_view(workspace: Workspace, user: str, content: Json) -> View:
    """Put a view on top of a user's modal."""
    stack = workspace.modals.setdefault(user, [])
    if len(stack) >= STACK:
        raise Refusal("push_limit_reached")
    view = new_view(workspace, user, content)
    if stack:
        view.root, view.previous = stack[0].id, stack[-1].id
    stack.append(view)
    return view


def change_view(view: View, content: Json) -> None:
    """Replace what a view shows."""
    view.content, view.hash, view.errors = content, _hash(), {}


def _hash() -> str:
    return f"{secrets.randbelow(10**10)}.{secrets.token_hex(4)}"


def _spent_trigger(call: Call) -> str:
    if not call.text("trigger_id"):
        raise Refusal("invalid_arguments")
    return call.slack.use_trigger(call.text("trigger_id"))


def _given(call: Call) -> Any:
    return call.json("view", "invalid_arguments")


def _open_view(call: Call) -> View:
    for stack in call.workspace.modals.values():
        for view in stack:
            outside = view.content.get("external_id") or view.id
            if call.text("view_id") == view.id or call.text("external_id") == outside:
                return view
    raise Refusal("not_found")


def _shown(call: Call, view: View, what: str = "modal") -> Json:
    call.workspace.changed(Change(what, user=view.user))
    return {"view": view_json(view, call.workspace)}


METHODS = {
    "views.open": Method(open_),
    "views.push": Method(push),
    "views.update": Method(update),
    "views.publish": Method(publish),
}
