"""Mentions in channels and threads, and direct messages: answered where they were asked."""

from collections.abc import Callable
from typing import Any

from slack_sdk import WebClient

from handlers.context import Context
from handlers.posting import Place, Whisper, post, send, whisper_in
from handlers.routing import answer
from handlers.typed import plain_words
from store.received import once

Body = dict[str, Any]
SAID = (None, "file_share", "thread_broadcast")  # other subtypes tell of changes, joins and such


def mention(context: Context) -> Callable[..., None]:
    """Build the listener for `@alliance …`: the answer goes to that message's thread."""

    def listener(body: Body, event: Body, client: WebClient) -> None:
        place = Place(event["channel"], event.get("thread_ts") or event["ts"])
        whisper = whisper_in(client, place, event["user"])
        _answer(context, client, body, place, whisper)

    return listener


def direct_message(context: Context) -> Callable[..., None]:
    """Build the listener for direct messages: there, nobody but the asker reads along."""

    def listener(body: Body, event: Body, client: WebClient) -> None:
        said = event.get("subtype") in SAID and "bot_id" not in event
        if event.get("channel_type") != "im" or not said:
            return
        place = Place(event["channel"], event.get("thread_ts"))
        _answer(context, client, body, place, lambda message: send(client, place, message))

    return listener


def _answer(
    context: Context, client: WebClient, body: Body, place: Place, whisper: Whisper
) -> None:
    event = body["event"]
    with context.open_store() as db, once(db, body["event_id"], context.now()) as first:
        if first:
            request = context.request(
                client,
                plain_words(event.get("text", "")),
                user=event["user"],
                channel=place.channel,
                thread=place.thread,
            )
            post(client, place, answer(db, request), whisper)
