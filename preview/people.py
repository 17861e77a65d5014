"""What a person can do in the workspace: write, command, click, fill in, open the Home tab.

The page does these things for whoever sits in front of it, tests do them directly.
"""

import re
from dataclasses import dataclass
from typing import Any

from preview import payloads
from preview.answers import after_click, after_command, after_submission
from preview.errors import PreviewError
from preview.forms import action_of, find_element, missing_inputs, values_of
from preview.slack import Slack
from preview.sockets import Delivery
from preview.workspace import Change, Channel, Json, Message, User, View


@dataclass(frozen=True)
class Person:
    """One user at the keyboard."""

    slack: Slack
    user: User

    # -- writing ----------------------------------------------------------------------------

    def command(self, channel: str, line: str) -> Delivery:
        """Send a line like "/alliance latest 5" in a channel."""
        place = self._place(channel)
        name, _, text = line.strip().partition(" ")
        payload = payloads.slash_command(self.slack, self.user, place, name, text.strip())
        return self.slack.sockets.send(
            Delivery("slash_commands", payload, accepts_response=True),
            lambda delivery: after_command(self.slack, delivery, name),
        )

    def say(self, channel: str, text: str, *, thread: str | None = None) -> Message:
        """Write in a channel or thread; "@name" mentions; the app hears what it subscribed to."""
        place = self._place(channel)
        if place.is_archived:
            raise PreviewError(f"#{place.name} is archived")
        workspace = self.slack.workspace
        message = Message(place.id, workspace.new_ts(), self.user.id, self._with_mentions(text))
        message.thread_ts = thread
        workspace.put(message)
        self._tell(place, message)
        return message

    def mention(self, channel: str, text: str, *, thread: str | None = None) -> Message:
        """Write to the bot in a channel or thread."""
        return self.say(channel, f"<@{self.slack.bot}> {text}", thread=thread)

    def direct(self, text: str, *, thread: str | None = None) -> Message:
        """Write to the bot in the direct conversation."""
        return self.say(self.direct_channel.id, text, thread=thread)

    @property
    def direct_channel(self) -> Channel:
        """Return the direct conversation with the bot."""
        return self.slack.workspace.direct(self.user.id, self.slack.bot)

    # -- using what the app shows -----------------------------------------------------------

    def click(self, message: Message, action_id: str, value: Any = None) -> Delivery:
        """Use a button, menu or picker of a message; `value` is what is chosen."""
        block, element = find_element(message.blocks, action_id)
        action = action_of(self.slack.workspace.new_ts(), block, element, value)
        values = values_of(message.blocks, {} if value is None else {action_id: value})
        payload = payloads.message_click(self.slack, self.user, message, action, values)
        return self._interact(payload)

    def click_in_view(self, view: View, action_id: str, value: Any = None) -> Delivery:
        """Use a button, menu or picker of a modal or the Home tab."""
        blocks = view.content["blocks"]
        block, element = find_element(blocks, action_id)
        action = action_of(self.slack.workspace.new_ts(), block, element, value)
        values = values_of(blocks, {} if value is None else {action_id: value})
        return self._interact(payloads.view_click(self.slack, self.user, view, action, values))

    @property
    def modal(self) -> View | None:
        """Return the modal in front of the user."""
        stack = self.slack.workspace.modals.get(self.user.id)
        return stack[-1] if stack else None

    @property
    def home(self) -> View | None:
        """Return the user's Home tab as last published."""
        return self.slack.workspace.homes.get(self.user.id)

    def submit(self, **given: Any) -> Delivery | None:
        """Send in the modal, filling its inputs by `action_id`; None where Slack would not send."""
        view = self._modal()
        values = values_of(view.content["blocks"], given)
        view.errors = missing_inputs(view.content["blocks"], values)
        if view.errors:
            self.slack.workspace.changed(Change("modal", user=self.user.id))
            return None
        payload = payloads.submission(self.slack, self.user, view, values)
        return self.slack.sockets.send(
            Delivery("interactive", payload, accepts_response=True),
            lambda delivery: after_submission(self.slack, delivery, view),
        )

    def close_modal(self) -> None:
        """Close the modal without sending it."""
        view = self._modal()
        stack = self.slack.workspace.modals[self.user.id]
        cleared = bool(view.content.get("clear_on_close"))
        stack.clear() if cleared else stack.pop()
        self.slack.workspace.changed(Change("modal", user=self.user.id))
        if view.content.get("notify_on_close"):
            self._interact(payloads.closing(self.slack, self.user, view, cleared=cleared))

    def message_shortcut(self, message: Message, callback_id: str) -> Delivery:
        """Use a shortcut on a message."""
        return self._interact(
            payloads.message_shortcut(self.slack, self.user, message, callback_id)
        )

    def global_shortcut(self, callback_id: str) -> Delivery:
        """Use a global shortcut."""
        return self._interact(payloads.global_shortcut(self.slack, self.user, callback_id))

    def open_home(self) -> Delivery | None:
        """Open the app's Home tab."""
        return self._event(
            {
                "type": "app_home_opened",
                "user": self.user.id,
                "channel": self.direct_channel.id,
                "tab": "home",
            }
        )

    def invite_bot(self, channel: str) -> Delivery | None:
        """Bring the bot into a channel."""
        place = self._place(channel)
        place.members.add(self.slack.bot)
        self.slack.workspace.changed(Change("channels"))
        return self._event(
            {
                "type": "member_joined_channel",
                "user": self.slack.bot,
                "channel": place.id,
                "channel_type": "C" if place.kind == "public" else "G",
                "team": self.slack.workspace.team_id,
                "inviter": self.user.id,
            }
        )

    # -- what that makes Slack do -----------------------------------------------------------

    def _place(self, name: str) -> Channel:
        place = self.slack.workspace.channel(name)
        if self.user.id not in place.members:
            raise PreviewError(f"{self.user.real_name} is not in #{place.name}")
        return place

    def _modal(self) -> View:
        view = self.modal
        if view is None:
            raise PreviewError(f"{self.user.real_name} has no modal open")
        return view

    def _with_mentions(self, text: str) -> str:
        for user in self.slack.workspace.users.values():
            for name in {user.name, user.real_name}:
                text = re.sub(rf"(?<![\w<])@{re.escape(name)}\b", f"<@{user.id}>", text)
        return text

    def _tell(self, place: Channel, message: Message) -> None:
        if self.slack.bot not in place.members:
            return
        kinds = {"public": "message.channels", "private": "message.groups", "im": "message.im"}
        if self.slack.app.hears(kinds[place.kind]):
            self._send_event(payloads.said(self.slack, message, "message"))
        is_mention = f"<@{self.slack.bot}>" in message.text and place.kind != "im"
        if is_mention and self.slack.app.hears("app_mention"):
            self._send_event(payloads.said(self.slack, message, "app_mention"))

    def _event(self, inner: Json) -> Delivery | None:
        return self._send_event(inner) if self.slack.app.hears(inner["type"]) else None

    def _send_event(self, inner: Json) -> Delivery:
        return self.slack.sockets.send(Delivery("events_api", payloads.event(self.slack, inner)))

    def _interact(self, payload: Json) -> Delivery:
        return self.slack.sockets.send(
            Delivery("interactive", payload), lambda delivery: after_click(self.slack, delivery)
        )
