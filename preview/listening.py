"""The web server under the stand-in: its routes, its port on 127.0.0.1, its connections."""

import asyncio
import contextlib
import socket
import threading
from collections.abc import AsyncIterator, Sequence

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from uvicorn.protocols.http.h11_impl import H11Protocol

from preview.errors import PreviewError
from preview.gate import Gate
from preview.page import page_routes
from preview.routes import app_routes
from preview.screen import page_templates
from preview.slack import Slack

HOST = "127.0.0.1"
Transports = dict[tuple[str, int], asyncio.Transport]


def web_server(slack: Slack, completions: Sequence[str]) -> "WebServer":
    """Return a server for one stand-in, not started yet."""
    transports: Transports = {}
    return WebServer(_config(_web_app(slack, completions, transports), transports))


def _web_app(slack: Slack, completions: Sequence[str], transports: Transports) -> Starlette:

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        slack.sockets.loop = asyncio.get_running_loop()
        yield

    app = Starlette(
        routes=[*page_routes(), *app_routes()], middleware=[Middleware(Gate)], lifespan=lifespan
    )
    app.state.slack = slack
    app.state.completions = completions
    app.state.templates = page_templates()
    app.state.transports = transports
    return app


class WebServer(uvicorn.Server):
    """A uvicorn server that says when it is up."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.is_up = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets)
        self.is_up.set()


def _config(app: Starlette, transports: Transports) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=_tracking(transports),
        ws="websockets-sansio",
        lifespan="on",
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=1,
    )


def _tracking(transports: Transports) -> type[H11Protocol]:
    """Return uvicorn's HTTP protocol, with its connections kept at hand to cut them."""

    class Tracking(H11Protocol):
        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            transports[transport.get_extra_info("peername")] = transport

        def connection_lost(self, exc: Exception | None) -> None:
            transports.pop(self.transport.get_extra_info("peername"), None)
            super().connection_lost(exc)

    return Tracking


def listen(port: int) -> socket.socket:
    """Return a socket on a port of 127.0.0.1, any free one for 0."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError as problem:
        listening.close()
        raise PreviewError(
            f"port {port} is taken; stop what uses it or choose another"
        ) from problem
    return listening
