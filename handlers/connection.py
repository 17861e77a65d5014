"""The Bolt app, and its two ways to hear from Slack: Socket Mode and HTTP."""

import secrets
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from urllib.error import URLError

import uvicorn
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.starlette.handler import to_bolt_request, to_starlette_response
from slack_bolt.error import BoltError
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import (
    ConnectionErrorRetryHandler,
    RateLimitErrorRetryHandler,
    ServerErrorRetryHandler,
)
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from handlers.context import Context
from handlers.listeners import register

SLACK_API_URL = "https://slack.com/api/"
LISTENERS_AT_ONCE = 16  # each may wait for Slack's rate limit; acknowledgements don't queue here
EVENTS_PATH = "/slack/events"


class CannotConnect(Exception):
    """Slack can't be reached or refuses the token; the text says what to do."""


def web_client(token: str, base_url: str = SLACK_API_URL) -> WebClient:
    """Build a client of Slack's Web API that waits and tries again where Slack asks for it."""
    retries = [
        ConnectionErrorRetryHandler(),
        RateLimitErrorRetryHandler(max_retry_count=3),
        ServerErrorRetryHandler(max_retry_count=2),
    ]
    return WebClient(token=token, base_url=base_url, retry_handlers=retries)


def build_app(client: WebClient, context: Context, signing_secret: str | None = None) -> App:
    """Build the Bolt app with every listener on it, ready to answer; asks Slack who we are.

    Without a signing secret, one that nobody knows refuses whatever comes by HTTP.
    """
    try:
        app = App(
            client=client,
            signing_secret=signing_secret or secrets.token_hex(),
            listener_executor=ThreadPoolExecutor(LISTENERS_AT_ONCE, "listener"),
        )
    except BoltError as error:
        raise CannotConnect(
            "Slack refuses the token; check SLACK_BOT_TOKEN (xoxb-…) and that the app is installed."
        ) from error
    except URLError as error:
        raise CannotConnect(
            f"Slack can't be reached at {client.base_url}: {error.reason}."
        ) from error
    context.learn_words()
    register(app, context)
    return app


@contextmanager
def connected(app: App, app_token: str) -> Iterator[None]:
    """Hear from Slack by Socket Mode, which needs no public address, while the block lasts."""
    handler = SocketModeHandler(app, app_token)
    try:
        handler.connect()  # type: ignore[no-untyped-call]
    except SlackApiError as error:
        code = error.response.get("error", "no reason given")
        raise CannotConnect(
            f"Slack refuses Socket Mode ({code}); check SLACK_APP_TOKEN."
        ) from error
    try:
        yield
    finally:
        session = handler.client.current_session
        if session and session.sock:
            # Its reader would wait up to three seconds for more.
            with suppress(OSError):
                session.sock.shutdown(socket.SHUT_RDWR)
        handler.close()  # type: ignore[no-untyped-call]


def http_app(app: App) -> Starlette:
    """Build the web application that Slack posts to when not in Socket Mode.

    Bolt checks the signature of each request. It works in threads, as the
    listeners do, so that one request never waits for another's answer.
    """

    async def events(request: Request) -> Response:
        bolt_request = to_bolt_request(request, await request.body())
        return to_starlette_response(await run_in_threadpool(app.dispatch, bolt_request))

    def health(_request: Request) -> Response:
        return PlainTextResponse("ok")

    return Starlette(
        routes=[Route(EVENTS_PATH, events, methods=["POST"]), Route("/health", health)]
    )


def serve_http(app: App, host: str, port: int) -> None:
    """Listen for Slack on HTTP until interrupted."""
    uvicorn.run(http_app(app), host=host, port=port, log_level="warning")
