"""The state of the stand-in: people, channels, messages, views and files, all in memory.

Every change happens under one lock and wakes whoever waits, so tests wait for what they expect
instead of sleeping, and the page redraws what changed.
"""

import itertools
import mimetypes
import secrets
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from preview.errors import PreviewError

Found = TypeVar("Found")
Json = dict[str, Any]
LOOK_AGAIN_SECONDS = 0.05


@dataclass
class User:
    """Someone in the workspace, or the app's bot user."""

    id: str
    name: str
    real_name: str
    tz: str = "Etc/UTC"
    title: str = ""
    is_bot: bool = False

    def offset(self, moment: float) -> int:
        """Return the seconds east of UTC where the user is."""
        shift = datetime.fromtimestamp(moment, ZoneInfo(self.tz)).utcoffset()
        return int(shift.total_seconds()) if shift else 0


@dataclass
class Channel:
    """A public or private channel, or a direct conversation (`im`)."""

    id: str
    name: str
    kind: str = "public"
    members: set[str] = field(default_factory=set)
    is_archived: bool = False
    created: int = 0
    purpose: str = ""


@dataclass
class Message:
    """A message as it stands now; `serial` counts changes over the whole workspace."""

    channel: str
    ts: str
    user: str
    text: str = ""
    blocks: list[Json] = field(default_factory=list)
    thread_ts: str | None = None
    metadata: Json | None = None
    only_for: str | None = None
    from_app: bool = False
    edited: str | None = None
    broadcast: bool = False
    unfurl: Json = field(default_factory=dict)
    files: list[Json] = field(default_factory=list)
    reactions: dict[str, list[str]] = field(default_factory=dict)
    serial: int = 0

    @property
    def is_reply(self) -> bool:
        """Tell whether the message stands in a thread below another."""
        return self.thread_ts is not None and self.thread_ts != self.ts


@dataclass
class View:
    """A modal or a Home tab of one user."""

    id: str
    user: str
    content: Json
    hash: str
    root: str = ""
    previous: str | None = None
    errors: dict[str, str] = field(default_factory=dict)


@dataclass
class File:
    """A file on its way to a channel, or there."""

    id: str
    name: str
    title: str
    length: int
    user: str
    created: int
    content: bytes = b""
    is_complete: bool = False

    @property
    def mimetype(self) -> str:
        """Return the kind of file that its name tells."""
        return mimetypes.guess_type(self.name)[0] or "application/octet-stream"


@dataclass(frozen=True)
class Change:
    """What the page redraws: a channel's messages, a user's modal or Home, a notice to one user."""

    what: str
    channel: str = ""
    user: str = ""
    text: str = ""


class Workspace:
    """Everything in the stand-in's memory, safe to use from several threads."""

    team_id = "T0PREVIEW"
    name = "Preview"
    domain = "preview"

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self.clock = clock
        self.lock = threading.Condition(threading.RLock())
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.modals: dict[str, list[View]] = {}
        self.homes: dict[str, View] = {}
        self.files: dict[str, File] = {}
        self.watchers: list[Callable[[Change], None]] = []
        self.serial = 0
        self._last_ts = 0
        self._messages: dict[str, dict[str, Message]] = {}  # by channel, then timestamp
        self._numbers = itertools.count(1)

    def new_id(self, prefix: str) -> str:
        """Return an identifier in Slack's form."""
        return f"{prefix}0{next(self._numbers):04d}{secrets.token_hex(3).upper()}"

    def new_ts(self) -> str:
        """Return a timestamp that no other message has."""
        with self.lock:
            now = int(self.clock() * 1_000_000)
            self._last_ts = max(now, self._last_ts + 1)
            return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    @property
    def messages(self) -> list[Message]:
        """Return all messages of all channels, oldest first."""
        with self.lock:
            found = [m for channel in self._messages.values() for m in channel.values()]
        return sorted(found, key=lambda message: [int(part) for part in message.ts.split(".")])

    # -- changes ----------------------------------------------------------------------------

    def changed(self, change: Change) -> None:
        """Wake those who wait and tell the page."""
        with self.lock:
            self.serial += 1
            self.lock.notify_all()
            for watcher in list(self.watchers):
                watcher(change)

    def put(self, message: Message) -> Message:
        """Add a message, or note that one changed."""
        with self.lock:
            message.serial = self.serial + 1
            self._messages.setdefault(message.channel, {})[message.ts] = message
            self.changed(Change("channel", channel=message.channel))
            return message

    def remove(self, message: Message) -> None:
        """Delete a message."""
        with self.lock:
            self._messages.get(message.channel, {}).pop(message.ts, None)
            self.changed(Change("channel", channel=message.channel))

    def forget_messages(self) -> None:
        """Delete every message, as a retention policy does."""
        with self.lock:
            for message in self.messages:
                self.remove(message)

    def add_channel(self, name: str, kind: str = "public", members: Iterable[str] = ()) -> Channel:
        """Add a channel and those who are in it."""
        with self.lock:
            channel = Channel(self.new_id("C"), name, kind, set(members), False, int(self.clock()))
            self.channels[channel.id] = channel
            self.changed(Change("channels"))
            return channel

    def wait_for(self, look: Callable[[], Found | None], timeout: float = 10) -> Found:
        """Return what `look` finds, as soon as it finds something.

        It is asked at each change here, and now and then for what it sees elsewhere.
        """
        end = time.monotonic() + timeout
        with self.lock:
            while not (found := look()):
                if time.monotonic() > end:
                    raise TimeoutError(f"nothing seen in the preview after {timeout} seconds")
                self.lock.wait(LOOK_AGAIN_SECONDS)
            return found

    # -- looking things up ------------------------------------------------------------------

    def user(self, name: str) -> User:
        """Return a user by identifier or name."""
        wanted = name.removeprefix("@")
        for user in self.users.values():
            if wanted in (user.id, user.name):
                return user
        raise PreviewError(f"no user {name!r}; there are {_names(self.users.values())}")

    def channel(self, name: str) -> Channel:
        """Return a channel by identifier or name."""
        wanted = name.removeprefix("#")
        for channel in self.channels.values():
            if wanted in (channel.id, channel.name):
                return channel
        raise PreviewError(f"no channel {name!r}; there are {_names(self.channels.values())}")

    def direct(self, one: str, other: str) -> Channel:
        """Return the direct conversation of two users, made on first use."""
        with self.lock:
            for channel in self.channels.values():
                if channel.kind == "im" and channel.members == {one, other}:
                    return channel
            channel = Channel(self.new_id("D"), f"dm-{one}-{other}", "im", {one, other})
            self.channels[channel.id] = channel
            self.changed(Change("channels"))
            return channel

    def find(self, channel: str, ts: str) -> Message | None:
        """Return the message with this timestamp, whoever can see it."""
        with self.lock:
            return self._messages.get(channel, {}).get(ts)

    def shown(
        self, channel: str, *, user: str | None = None, thread: str | None = None
    ) -> list[Message]:
        """Return the messages of a channel, or of one thread (its head included), oldest first.

        Without a user, only what everyone in the channel sees.
        """
        with self.lock:
            return [
                message
                for message in self._messages.get(channel, {}).values()
                if message.only_for in (None, user) and _stands_in(message, thread)
            ]

    def replies(self, head: Message) -> list[Message]:
        """Return the replies that everyone sees under a message."""
        thread = self.shown(head.channel, thread=head.ts)
        return [message for message in thread if message.is_reply]


def _stands_in(message: Message, thread: str | None) -> bool:
    if thread is None:
        return not message.is_reply or message.broadcast
    return thread in (message.thread_ts, message.ts)


def _names(things: Iterable[User | Channel]) -> str:
    return ", ".join(sorted(thing.name for thing in things))
