"""Clicks on buttons: the next page, and commands to run."""

import json
import re
from collections.abc import Callable
from typing import Any

from slack_bolt import Respond
from slack_sdk import WebClient

from bot.views.digest_form import OPEN
from handlers.context import Build, Context
from handlers.digest_form import open_form
from handlers.posting import Place, Whisper, post, send, whisper_all, whisper_by
from handlers.routing import answer
from handlers.subcommand import Request
from store.received import once

Body = dict[str, Any]


def run(context: Context) -> Callable[..., None]:
    """Build the listener for buttons that do as if one had typed a command.

    On the Home tab there is no channel to answer in: the answer goes to the
    direct messages of who clicked.
    """

    def listener(body: Body, action: Body, client: WebClient, respond: Respond) -> None:
        request = _request(context, client, body, action["value"])
        with context.open_store() as db:
            reply = answer(db, request)
        place = Place(request.channel, request.thread)
        post(client, place, reply, _whisper(body, client, request, respond))

    return listener


def more(context: Context) -> Callable[..., None]:
    """Build the listener for "More": the next page in the same thread, once.

    The button is taken off its message when the page is there; until then
    the store remembers the click, as two people may click at the same time.
    """

    def listener(body: Body, action: Body, client: WebClient, respond: Respond) -> None:
        wanted = json.loads(action["value"])
        request = _request(context, client, body, wanted["ask"], wanted["page"])
        with context.open_store() as db:
            if body["container"].get("is_ephemeral"):
                whisper_all(answer(db, request).thread, whisper_by(respond, client, request.user))
                return
            clicked = f"{request.channel} {body['container']['message_ts']} {action['block_id']}"
            with once(db, clicked, request.now) as first:
                if first:
                    _add_page(client, body, action, answer(db, request).thread)

    return listener


def _add_page(client: WebClient, body: Body, action: Body, page: tuple[Any, ...]) -> None:
    message, channel = body["message"], body["channel"]["id"]
    place = Place(channel, message.get("thread_ts") or message["ts"])
    for part in page:
        send(client, place, part)
    kept = [block for block in message["blocks"] if block.get("block_id") != action["block_id"]]
    client.chat_update(channel=channel, ts=message["ts"], text=message["text"], blocks=kept)


def _request(
    context: Context, client: WebClient, body: Body, typed: str, page: str | None = None
) -> Request:
    user = body["user"]["id"]
    return context.request(
        client,
        typed,
        user=user,
        channel=body["channel"]["id"] if "channel" in body else user,
        thread=body.get("container", {}).get("thread_ts"),
        page=page,
    )


def _whisper(body: Body, client: WebClient, request: Request, respond: Respond) -> Whisper:
    if "response_url" in body:
        return whisper_by(respond, client, request.user)
    return lambda message: send(client, Place(request.user), message)


ACTIONS: tuple[tuple[str | re.Pattern[str], Build], ...] = (
    ("more", more),
    (OPEN, open_form),
    (re.compile(r"^run-\w+$"), run),
)
