"""Who may talk to the preview: programs on this machine and its own page, no other web site."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

LOCAL_NAMES = ("127.0.0.1", "localhost")
HEADERS = {
    b"content-security-policy": (
        b"default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
        b"img-src 'self' https: data:; connect-src 'self'; form-action 'none'; "
        b"base-uri 'none'; frame-ancestors 'none'"
    ),
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-resource-policy": b"same-origin",
    b"cache-control": b"no-store",
}


def is_local(headers: Headers) -> bool:
    """Tell whether a request names this machine and comes from no other web site.

    The Host check stops a foreign name that resolves to 127.0.0.1; the Origin check stops a foreign
    page that posts to us or opens a WebSocket.
    """
    host = headers.get("host", "")
    if urlsplit(f"//{host}").hostname not in LOCAL_NAMES:
        return False
    origin = headers.get("origin")
    return origin is None or origin == f"http://{host}"


class Gate:
    """Turns strangers away and adds the headers that keep the page to itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] == "lifespan" or is_local(Headers(scope=scope)):
            await self.app(scope, receive, _with_headers(send))
        elif scope["type"] == "websocket":
            await WebSocketClose(code=1008)(scope, receive, send)
        else:
            refusal = PlainTextResponse("Only this machine may use the preview.", status_code=403)
            await refusal(scope, receive, send)


def _with_headers(send: Send) -> Send:
    async def sender(message: dict[str, object]) -> None:
        if message["type"] == "http.response.start":
            headers = list(message.get("headers", []))  # type: ignore[call-overload]
            message = {**message, "headers": [*headers, *HEADERS.items()]}
        await send(message)

    return sender  # type: ignore[return-value]
