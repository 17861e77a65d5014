"""The stand-in as a whole: workspace, tokens, and what Slack remembers between calls."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from preview.errors import Refusal
from preview.faults import Faults
from preview.limits import RateLimits
from preview.manifest import App
from preview.seed import BOT, sample_workspace
from preview.sockets import Sockets
from preview.workspace import Json, Message

TRIGGER_SECONDS = 3
RESPONSE_SECONDS = 30 * 60
RESPONSE_USES = 5


@dataclass
class Trigger:
    """A `trigger_id`: good once, for three seconds, to open a modal."""

    user: str
    made: float
    is_used: bool = False


@dataclass
class ResponseUrl:
    """A `response_url`: good five times in half an hour, to answer one user in one channel."""

    channel: str
    user: str
    made: float
    original: Message | None = None
    uses: int = 0


@dataclass(frozen=True)
class Called:
    """One Web API call as it was answered; `error` is empty for an ok."""

    method: str
    args: Json
    error: str
    at: float


@dataclass
class Tokens:
    """The app's tokens, made anew at each start."""

    bot: str = field(default_factory=lambda: f"xoxb-preview-{secrets.token_urlsafe(18)}")
    app: str = field(default_factory=lambda: f"xapp-preview-{secrets.token_urlsafe(18)}")
    revoked: set[str] = field(default_factory=set)

    def check(self, token: str, *, app_level: bool) -> None:
        """Refuse a call whose token is missing, unknown, revoked or of the wrong kind."""
        if not token:
            raise Refusal("not_authed")
        if token not in (self.bot, self.app):
            raise Refusal("invalid_auth")
        if token in self.revoked:
            raise Refusal("token_revoked")
        if app_level != (token == self.app):
            raise Refusal("not_allowed_token_type")


class Slack:
    """Everything that answers for Slack; the server puts it on a port."""

    bot = BOT

    def __init__(self, app: App | None = None, clock: Callable[[], float] = time.time) -> None:
        self.app = app or App()
        self.clock = clock
        self.url = ""
        self.tokens = Tokens()
        self.workspace = sample_workspace(self.app.handle, clock)
        self.sockets = Sockets()
        self.faults = Faults()
        self.limits = RateLimits()
        self.calls: list[Called] = []
        self.notices: list[tuple[str, str]] = []
        self.triggers: dict[str, Trigger] = {}
        self.responses: dict[str, ResponseUrl] = {}

    def note(self, call: Called) -> None:
        """Remember an answered call for those who watch."""
        with self.workspace.lock:
            self.calls.append(call)
            self.workspace.lock.notify_all()

    def new_trigger(self, user: str) -> str:
        """Return a fresh `trigger_id` for something that a user did."""
        name = f"{secrets.randbelow(10**12)}.{secrets.randbelow(10**12)}.{secrets.token_hex(16)}"
        self.triggers[name] = Trigger(user, self.clock())
        return name

    def use_trigger(self, name: str) -> str:
        """Spend a `trigger_id` and return whose it is."""
        trigger = self.triggers.get(name)
        if trigger is None:
            raise Refusal("invalid_trigger_id")
        if trigger.is_used:
            raise Refusal("exchanged_trigger_id")
        if self.clock() - trigger.made > TRIGGER_SECONDS:
            raise Refusal("expired_trigger_id")
        trigger.is_used = True
        return trigger.user

    def new_response_url(self, channel: str, user: str, original: Message | None = None) -> str:
        """Return a fresh `response_url`."""
        name = secrets.token_urlsafe(16)
        self.responses[name] = ResponseUrl(channel, user, self.clock(), original)
        return f"{self.url}/response/{name}"

    def use_response_url(self, name: str) -> ResponseUrl:
        """Spend one use of a `response_url`."""
        response = self.responses.get(name)
        if response is None or self.clock() - response.made > RESPONSE_SECONDS:
            raise Refusal("expired_url", status=404)
        if response.uses >= RESPONSE_USES:
            raise Refusal("used_url", status=404)
        response.uses += 1
        return response
