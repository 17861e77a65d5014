"""One Web API call: its arguments as the methods read them, and what every method may check."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from preview.errors import Refusal
from preview.slack import Slack
from preview.workspace import Channel, Json, Message, User, Workspace


@dataclass(frozen=True)
class Call:
    """The arguments of a call, from a form, a query string or JSON alike."""

    slack: Slack
    args: Json

    @property
    def workspace(self) -> Workspace:
        """Return the state that the call reads and changes."""
        return self.slack.workspace

    def text(self, name: str, default: str = "") -> str:
        """Return an argument as text."""
        value = self.args.get(name)
        return default if value is None else str(value)

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Return an argument as true or false."""
        value = self.args.get(name)
        return default if value is None else str(value).lower() in ("1", "true")

    def number(self, name: str, default: int) -> int:
        """Return an argument as a whole number."""
        try:
            return int(self.text(name) or default)
        except ValueError:
            raise Refusal("invalid_arguments") from None

    def json(self, name: str, error: str) -> Any:
        """Return a structured argument, whether it came as JSON or as text holding JSON."""
        value = self.args.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise Refusal(error) from None

    def user(self, name: str = "user") -> User:
        """Return the user that an argument names by identifier."""
        user = self.workspace.users.get(self.text(name))
        if user is None:
            raise Refusal("user_not_found")
        return user

    def seen_channel(self) -> Channel:
        """Return the channel named, unless the bot cannot even see it."""
        wanted = self.text("channel")
        channel = self.workspace.channels.get(wanted)
        if channel is None or (channel.kind != "public" and self.slack.bot not in channel.members):
            raise Refusal("channel_not_found")
        return channel

    def joined_channel(self) -> Channel:
        """Return the channel named, of which the bot must be a member."""
        channel = self.seen_channel()
        if self.slack.bot not in channel.members:
            raise Refusal("not_in_channel")
        return channel

    def message(self, channel: Channel, error: str = "message_not_found") -> Message:
        """Return the message that `ts` names in a channel."""
        message = self.workspace.find(channel.id, self.text("ts") or self.text("timestamp"))
        if message is None or message.only_for:
            raise Refusal(error)
        return message


@dataclass(frozen=True)
class Method:
    """A Web API method: what runs it and which scopes allow it."""

    run: Callable[[Call], Json]
    scopes: tuple[str, ...] = ()
    app_level: bool = False
