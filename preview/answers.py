"""What an acknowledgement does: an immediate reply to a command, or the next step of a modal."""

from typing import Any

from preview.errors import Refusal
from preview.methods.views import change_view, checked_view, push_view
from preview.responses import answer_user
from preview.slack import ResponseUrl, Slack
from preview.sockets import Delivery
from preview.workspace import Change, Json, View


def after_command(slack: Slack, delivery: Delivery, command: str) -> None:
    """Show the reply in the acknowledgement, or that the command failed."""
    payload = delivery.payload
    channel, user = payload["channel_id"], payload["user_id"]
    if not delivery.is_acked:
        why = "operation_timeout" if slack.sockets.count else "dispatch_failed"
        notice(slack, user, f"{command} failed with the error “{why}”.", channel)
    elif delivery.answer and (delivery.answer.get("text") or delivery.answer.get("blocks")):
        try:
            answer_user(slack, ResponseUrl(channel, user, slack.clock()), delivery.answer)
        except Refusal as refusal:
            notice(slack, user, f"{command} failed with the error “{refusal.error}”.", channel)


def after_click(slack: Slack, delivery: Delivery) -> None:
    """Tell the user when a click went nowhere."""
    if not delivery.is_acked:
        notice(slack, delivery.payload["user"]["id"], "That did not work: the app did not answer.")


def after_submission(slack: Slack, delivery: Delivery, view: View) -> None:
    """Close the modal, or do what the acknowledgement asks: errors, update, push or clear."""
    if not delivery.is_acked:
        notice(slack, view.user, "We had some trouble connecting. Try again?")
        return
    answer = delivery.answer or {}
    try:
        with slack.workspace.lock:
            _ACTIONS.get(answer.get("response_action", "close"), _close)(slack, view, answer)
            slack.workspace.changed(Change("modal", user=view.user))
    except Refusal as refusal:
        messages = refusal.more.get("errors") or [refusal.error]
        notice(slack, view.user, f"We had some trouble connecting. Try again? ({messages[0]})")


def notice(slack: Slack, user: str, text: str, channel: str = "") -> None:
    """Show the user a line from Slack itself."""
    slack.notices.append((user, text))
    slack.workspace.changed(Change("notice", channel=channel, user=user, text=text))


def _errors(slack: Slack, view: View, answer: Json) -> None:
    view.errors = {str(block): str(text) for block, text in (answer.get("errors") or {}).items()}


def _update(slack: Slack, view: View, answer: Json) -> None:
    change_view(view, checked_view(_view_in(answer), "modal"))


def _push(slack: Slack, view: View, answer: Json) -> None:
    push_view(slack.workspace, view.user, checked_view(_view_in(answer), "modal"))


def _clear(slack: Slack, view: View, answer: Json) -> None:
    slack.workspace.modals.pop(view.user, None)


def _close(slack: Slack, view: View, answer: Json) -> None:
    stack = slack.workspace.modals.get(view.user, [])
    if view in stack:
        del stack[stack.index(view) :]


def _view_in(answer: Json) -> Any:
    return answer.get("view")


_ACTIONS = {"errors": _errors, "update": _update, "push": _push, "clear": _clear, "close": _close}
