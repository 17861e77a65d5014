"""Puts the stand-in on a port of 127.0.0.1: `PreviewServer` for tests, `serve` for a person."""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from preview.errors import PreviewError
from preview.faults import Faults
from preview.limits import RateLimits
from preview.listening import HOST, WebServer, listen, web_server
from preview.manifest import App, app_of, read_manifest
from preview.people import Person
from preview.slack import Called, Slack
from preview.sockets import Delivery
from preview.workspace import Change, Message, Workspace

START_SECONDS = 10
WAIT_SECONDS = 0.5


class PreviewServer:
    """The stand-in, running in a thread of its own while the `with` block lasts."""

    def __init__(
        self,
        port: int = 0,
        *,
        manifest: str | Path | Mapping[str, Any] | None = None,
        completions: Sequence[str] = (),
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.slack = Slack(_app(manifest), clock)
        self.completions = tuple(completions)
        self._port = port
        self._server: WebServer | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        listening = listen(self._port)
        self.slack.url = f"http://{HOST}:{listening.getsockname()[1]}"
        self._server = web_server(self.slack, self.completions)
        self._thread = threading.Thread(
            target=self._server.run, args=([listening],), name="preview", daemon=True
        )
        self._thread.start()
        if not self._server.is_up.wait(START_SECONDS):
            raise PreviewError("the preview did not start; try again")
        return self

    def __exit__(self, *exc: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Close all connections and end."""
        if self._server and self._thread:
            self.workspace.changed(Change("closing"))
            self._server.should_exit = True
            self._thread.join(START_SECONDS)

    def wait_closed(self) -> None:
        """Return once the server has ended.

        In short waits: a wait without end misses a Ctrl-C that comes just before it begins.
        """
        while self._thread and self._thread.is_alive():
            self._thread.join(WAIT_SECONDS)

    # -- what an app needs to connect ---------------------------------------------------------

    @property
    def url(self) -> str:
        """Return the address of the page."""
        return self.slack.url

    @property
    def api_url(self) -> str:
        """Return the base of the Web API: the app's `SLACK_API_URL`."""
        return f"{self.slack.url}/api/"

    @property
    def bot_token(self) -> str:
        """Return the bot token that this preview made."""
        return self.slack.tokens.bot

    @property
    def app_token(self) -> str:
        """Return the app-level token, for Socket Mode."""
        return self.slack.tokens.app

    @property
    def environment(self) -> dict[str, str]:
        """Return the settings with which an app in another process connects here."""
        return {
            "SLACK_API_URL": self.api_url,
            "SLACK_BOT_TOKEN": self.bot_token,
            "SLACK_APP_TOKEN": self.app_token,
        }

    # -- what a test does and sees ------------------------------------------------------------

    @property
    def workspace(self) -> Workspace:
        """Return the state."""
        return self.slack.workspace

    @property
    def faults(self) -> Faults:
        """Return where to order trouble."""
        return self.slack.faults

    @property
    def limits(self) -> RateLimits:
        """Return the rate limits, off until turned on."""
        return self.slack.limits

    @property
    def calls(self) -> list[Called]:
        """Return the Web API calls answered so far, oldest first."""
        with self.workspace.lock:
            return list(self.slack.calls)

    def person(self, name: str = "hana") -> Person:
        """Return someone to act as."""
        return Person(self.slack, self.workspace.user(name))

    def wait_connected(self, timeout: float = 10) -> None:
        """Return once the app's Socket Mode connection is open."""
        self.slack.sockets.wait_connected(timeout)

    def wait_for_messages(
        self,
        channel: str,
        count: int = 1,
        *,
        thread: str | None = None,
        user: str | None = None,
        after: int = 0,
        timeout: float = 10,
    ) -> list[Message]:
        """Return the app's messages in a channel or thread once there are at least `count`.

        `user` also sees what is visible to that user only; `after` is a `workspace.serial` and
        leaves out what stood there before.
        """
        place = self.workspace.channel(channel).id
        viewer = self.workspace.user(user).id if user else None

        def look() -> list[Message] | None:
            shown = self.workspace.shown(place, user=viewer, thread=thread)
            found = [m for m in shown if m.from_app and m.serial > after]
            found = [m for m in found if thread is None or m.is_reply]
            return found if len(found) >= count else None

        return self.workspace.wait_for(look, timeout)

    def wait_for_call(self, method: str, count: int = 1, timeout: float = 10) -> list[Called]:
        """Return the calls of a method once it was called at least `count` times."""

        def look() -> list[Called] | None:
            found = [call for call in self.slack.calls if call.method == method]
            return found if len(found) >= count else None

        return self.workspace.wait_for(look, timeout)

    def wait_finished(self, delivery: Delivery | None, timeout: float = 10) -> Delivery:
        """Return a delivery once it was acknowledged and acted on, or given up."""
        if delivery is None or not delivery.finished.wait(timeout):
            raise TimeoutError(f"the app did not answer within {timeout} seconds")
        return delivery

    # -- trouble beyond single calls ----------------------------------------------------------

    def refresh_connections(self) -> None:
        """Close the app's connections as Slack does every few hours; the app connects anew."""
        self.slack.sockets.close_all("refresh_requested")

    def revoke_tokens(self) -> None:
        """Uninstall the app: every call is answered with `token_revoked`."""
        self.slack.tokens.revoked |= {self.bot_token, self.app_token}

    def archive(self, channel: str) -> None:
        """Archive a channel."""
        self.workspace.channel(channel).is_archived = True

    def remove_bot(self, channel: str) -> None:
        """Take the bot out of a channel."""
        self.workspace.channel(channel).members.discard(self.slack.bot)

    def go_down(self) -> None:
        """Slack is down: connections close, and calls get HTTP 503 until `come_back`."""
        self.faults.is_down = True
        self.slack.sockets.close_all()

    def come_back(self) -> None:
        """Slack is up again."""
        self.faults.is_down = False


def serve(
    port: int = 0,
    *,
    manifest: str | Path | Mapping[str, Any] | None = None,
    completions: Sequence[str] = (),
    ready: Callable[[PreviewServer], None],
) -> None:
    """Run the preview until it is stopped; `ready` is called once it answers, with its tokens."""
    with PreviewServer(port, manifest=manifest, completions=completions) as preview:
        ready(preview)
        preview.wait_closed()


def _app(manifest: str | Path | Mapping[str, Any] | None) -> App | None:
    if manifest is None:
        return None
    return read_manifest(manifest) if isinstance(manifest, str | Path) else app_of(dict(manifest))
