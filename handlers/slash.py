"""`/alliance`: answer, with the headline in the channel and the rest in its thread."""

from collections.abc import Callable
from typing import Any

from slack_bolt import Respond
from slack_sdk import WebClient

from handlers.context import Context
from handlers.posting import Place, post, whisper_by
from handlers.routing import answer
from handlers.typed import plain_words


def slash(context: Context) -> Callable[..., None]:
    """Build the `/alliance` listener; Slack has its acknowledgement before this runs."""

    def listener(command: dict[str, Any], client: WebClient, respond: Respond) -> None:
        user, channel = command["user_id"], command["channel_id"]
        typed = plain_words(command.get("text", ""))
        request = context.request(client, typed, user=user, channel=channel)
        with context.open_store() as db:
            reply = answer(db, request)
        post(client, Place(channel), reply, whisper_by(respond, client, user))

    return listener
