"""The addresses that the app calls: Web API, WebSocket, response addresses and file uploads."""

import json
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket

from preview import api
from preview.errors import Refusal
from preview.faults import Fault
from preview.methods.files import take_bytes
from preview.responses import respond
from preview.shapes import APP_ID
from preview.slack import Slack
from preview.workspace import Json

HOLD_SECONDS = 60
SAFE_TO_SHOW = ("image/png", "image/jpeg")


class Dropped(Response):
    """No answer at all: the connection is cut."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Cut the connection and wait until it is gone."""
        transport = scope["app"].state.transports.get(tuple(scope["client"]))
        if transport is not None:
            transport.abort()
        while (await receive())["type"] != "http.disconnect":
            pass


async def web_api(request: Request) -> Response:
    """Answer a Web API call, with the trouble that a test ordered."""
    slack: Slack = request.app.state.slack
    name = request.path_params["method"]
    if slack.faults.is_down:
        return PlainTextResponse("Service Unavailable", status_code=503)
    fault = slack.faults.take(name)
    args: Json = {}
    try:
        args = await _arguments(request)
        if fault and not fault.accepted:
            await _trouble(fault)
        answer = await _run(slack, name, request, args)
        if fault and fault.accepted:
            await _trouble(fault)
    except Refusal as refusal:
        api.record(slack, name, args, refusal.error)
        return _refused(refusal)
    except _Cut:
        api.record(slack, name, args, "dropped")
        return Dropped()
    api.record(slack, name, args)
    return JSONResponse(answer)


class _Cut(Exception):
    """The call is to stay without an answer."""


async def _run(slack: Slack, name: str, request: Request, args: Json) -> Json:
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != "bearer":
        token = str(args.get("token") or "")
    return api.answer(slack, name, token.strip(), args)


async def _trouble(fault: Fault) -> None:
    if fault.hold:
        fault.hold.reached.set()
        await run_in_threadpool(fault.hold.released.wait, HOLD_SECONDS)
    if fault.refusal:
        raise fault.refusal
    if fault.drops:
        raise _Cut


async def _arguments(request: Request) -> Json:
    args: Json = dict(request.query_params)
    if "json" in request.headers.get("content-type", ""):
        try:
            body = json.loads(await request.body() or b"{}")
        except ValueError:
            raise Refusal("invalid_json") from None
        if not isinstance(body, dict):
            raise Refusal("json_not_object")
        return args | body
    return args | dict(await request.form())


def _refused(refusal: Refusal) -> Response:
    wait = {} if refusal.retry_after is None else {"Retry-After": str(refusal.retry_after)}
    return JSONResponse(refusal.answer, status_code=refusal.status, headers=wait)


async def response_url(request: Request) -> Response:
    """Take what an app sends to a `response_url`."""
    slack: Slack = request.app.state.slack
    if slack.faults.is_down:
        return PlainTextResponse("Service Unavailable", status_code=503)
    try:
        body = await _arguments(request)
        respond(slack, request.path_params["name"], body)
    except Refusal as refusal:
        return JSONResponse(refusal.answer, status_code=max(refusal.status, 400))
    return PlainTextResponse("ok")


async def upload(request: Request) -> Response:
    """Take the bytes of a file."""
    slack: Slack = request.app.state.slack
    if slack.faults.is_down:
        return PlainTextResponse("Service Unavailable", status_code=503)
    content = await request.body()
    status = take_bytes(slack, request.path_params["name"], content)
    return PlainTextResponse(f"OK - {len(content)}" if status == 200 else "", status_code=status)


async def file(request: Request) -> Response:
    """Return an uploaded file; only pictures are shown in the page, the rest is downloaded."""
    slack: Slack = request.app.state.slack
    found = slack.workspace.files.get(request.path_params["name"])
    if found is None or not found.is_complete:
        return PlainTextResponse("no such file", status_code=404)
    if found.mimetype in SAFE_TO_SHOW:
        return Response(found.content, media_type=found.mimetype)
    return Response(
        found.content,
        media_type="application/octet-stream",
        headers={"Content-Disposition": "attachment"},
    )


async def link(socket: WebSocket) -> None:
    """Serve one Socket Mode connection."""
    slack: Slack = socket.app.state.slack
    if slack.faults.is_down:
        await socket.close(code=1013)
        return
    await slack.sockets.serve(socket, APP_ID)


def app_routes() -> list[BaseRoute]:
    """Return the routes for apps."""
    return [
        Route("/api/{method:str}", web_api, methods=["GET", "POST"]),
        Route("/response/{name:str}", response_url, methods=["POST"]),
        Route("/upload/v1/{name:str}", upload, methods=["POST"]),
        Route("/files/{name:str}", file),
        WebSocketRoute("/link/", link),
    ]
