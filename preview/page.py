"""The page's addresses: the page itself, the pieces it redraws, what people do, what changes."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import asdict
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from preview.errors import PreviewError
from preview.people import Person
from preview.screen import HERE, Screen
from preview.shapes import message_json
from preview.slack import Slack
from preview.workspace import Change, Channel, Json, Message, View

LONGEST_WAIT = 30


async def page(request: Request) -> Response:
    """Return the whole page."""
    screen = _screen(request)
    channel = _channel(request, screen)
    thread, tab = request.query_params.get("thread", ""), request.query_params.get("tab", "")
    return HTMLResponse(screen.whole(channel, thread, tab))


async def sidebar(request: Request) -> Response:
    """Return the list of channels."""
    screen = _screen(request)
    return HTMLResponse(screen.sidebar(_channel(request, screen).id))


async def messages(request: Request) -> Response:
    """Return the messages of a channel, or of a thread."""
    screen = _screen(request)
    channel, thread = _channel(request, screen), request.query_params.get("thread")
    html = screen.thread(channel, thread) if thread else screen.messages(channel)
    return HTMLResponse(html)


async def modal(request: Request) -> Response:
    """Return the modal in front of the user, empty without one."""
    return HTMLResponse(_screen(request).modal())


async def home(request: Request) -> Response:
    """Return the user's Home tab."""
    return HTMLResponse(_screen(request).home())


async def messages_json(request: Request) -> Response:
    """Return messages as data; with `count`, wait until the app has posted so many.

    For tests that run the preview in another process.
    """
    screen = _screen(request)
    channel, asked = _channel(request, screen), request.query_params
    wait = min(float(asked.get("wait", 0)), LONGEST_WAIT)

    def look() -> list[Message] | None:
        shown = screen.slack.workspace.shown(
            channel.id, user=screen.user.id, thread=asked.get("thread")
        )
        found = [m for m in shown if m.serial > int(asked.get("after", 0))]
        posted = [m for m in found if m.from_app]
        return found if len(posted) >= int(asked.get("count", 0)) else None

    def waited() -> list[Message]:
        try:
            return screen.slack.workspace.wait_for(look, wait)
        except TimeoutError:
            return []

    found = await run_in_threadpool(waited)
    shapes = [_with_reader(message, screen.slack) for message in found]
    return JSONResponse({"messages": shapes, "serial": screen.slack.workspace.serial})


async def act(request: Request) -> Response:
    """Do what a person does: write, command, click, fill in."""
    # A foreign page cannot send JSON without asking first, which the gate refuses.
    if request.headers.get("content-type", "").partition(";")[0] != "application/json":
        return JSONResponse({"error": "send JSON"}, status_code=415)
    try:
        what = await request.json()
        slack: Slack = request.app.state.slack
        person = Person(slack, slack.workspace.user(str(what["as"])))
        await run_in_threadpool(_ACTS[what["act"]], person, what)
    except PreviewError as problem:
        return JSONResponse({"error": str(problem)}, status_code=400)
    except (KeyError, TypeError, ValueError) as problem:
        return JSONResponse({"error": f"not understood: {problem}"}, status_code=400)
    return JSONResponse({"ok": True})


async def changes(request: Request) -> Response:
    """Tell the page what changes, as server-sent events."""
    slack: Slack = request.app.state.slack
    return StreamingResponse(_changes(slack), media_type="text/event-stream")


async def _changes(slack: Slack) -> AsyncIterator[str]:
    loop = asyncio.get_running_loop()
    waiting: asyncio.Queue[Change] = asyncio.Queue()

    def watch(change: Change) -> None:
        loop.call_soon_threadsafe(waiting.put_nowait, change)

    slack.workspace.watchers.append(watch)
    try:
        yield ": welcome\n\n"
        while (change := await waiting.get()).what != "closing":
            yield f"data: {json.dumps(asdict(change))}\n\n"
    finally:
        slack.workspace.watchers.remove(watch)


def _say(person: Person, what: Json) -> None:
    channel, text, thread = what["channel"], str(what["text"]), what.get("thread")
    if not text.startswith("/"):
        person.say(channel, text, thread=thread)
        return
    name = text.split()[0]
    known = [command.name for command in person.slack.app.commands]
    if thread:
        raise PreviewError(f"{name} is not supported in threads. Sorry!")
    if known and name not in known:
        raise PreviewError(f"{name} is not a valid command; there is {', '.join(known)}")
    person.command(channel, text)


def _click(person: Person, what: Json) -> None:
    person.click(_message(person, what), what["action_id"], what.get("value"))


def _click_in_view(person: Person, what: Json) -> None:
    person.click_in_view(_view(person, what["view"]), what["action_id"], what.get("value"))


def _shortcut(person: Person, what: Json) -> None:
    person.message_shortcut(_message(person, what), what["callback_id"])


_ACTS: dict[str, Callable[[Person, Json], Any]] = {
    "say": _say,
    "click": _click,
    "click_in_view": _click_in_view,
    "submit": lambda person, what: person.submit(**what["values"]),
    "close": lambda person, what: person.close_modal(),
    "shortcut": _shortcut,
    "home": lambda person, what: person.open_home(),
    "invite": lambda person, what: person.invite_bot(what["channel"]),
}


def _message(person: Person, what: Json) -> Message:
    message = person.slack.workspace.find(what["channel"], what["ts"])
    if message is None or message.only_for not in (None, person.user.id):
        raise PreviewError("that message is gone")
    return message


def _view(person: Person, name: str) -> View:
    shown = [person.modal, person.home]
    for view in shown:
        if view is not None and view.id == name:
            return view
    raise PreviewError("that view is gone")


def _with_reader(message: Message, slack: Slack) -> Json:
    shape = message_json(message, slack.workspace, metadata=True)
    return shape | {"only_for": message.only_for, "serial": message.serial}


def _screen(request: Request) -> Screen:
    slack: Slack = request.app.state.slack
    users = slack.workspace.users
    asked = users.get(request.query_params.get("as", ""))
    user = asked if asked and not asked.is_bot else next(iter(users.values()))
    return Screen(slack, user, request.app.state.templates, request.app.state.completions)


def _channel(request: Request, screen: Screen) -> Channel:
    """Return the channel asked for, if the user is in it, else the first of the user's."""
    channels = screen.slack.workspace.channels
    asked = channels.get(request.query_params.get("channel", "C0DESK"))
    if asked and screen.user.id in asked.members:
        return asked
    return next(c for c in channels.values() if screen.user.id in c.members)


def page_routes() -> list[BaseRoute]:
    """Return the routes of the page."""
    return [
        Route("/", page),
        Route("/client/sidebar", sidebar),
        Route("/client/messages", messages),
        Route("/client/messages.json", messages_json),
        Route("/client/modal", modal),
        Route("/client/home", home),
        Route("/client/changes", changes),
        Route("/client/act", act, methods=["POST"]),
        Mount("/static", StaticFiles(directory=HERE / "static")),
    ]
