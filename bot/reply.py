"""What a subcommand answers, before any Slack client is involved."""

from dataclasses import dataclass
from typing import Any

COMMAND = "/alliance"

Block = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Message:
    """One Slack message; `text` is what notifications and screen readers get, in mrkdwn."""

    text: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """A headline for the channel and the messages threaded under it.

    With `only_asker`, the reply is shown to nobody but who asked: for help,
    questions back and refusals, which would only be noise to the channel.
    """

    headline: Message
    thread: tuple[Message, ...] = ()
    only_asker: bool = False

    @property
    def messages(self) -> tuple[Message, ...]:
        """The headline and its thread, in the order of posting."""
        return (self.headline, *self.thread)
