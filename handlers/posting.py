"""Posting a reply: the one place that sends an answer to Slack."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from slack_bolt import Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.reply import Message, Reply
from bot.views.blocks import joined
from bot.views.refusals import closed_place

WHISPERS_MAX = 5  # what a response_url accepts

Whisper = Callable[[Message], object]


@dataclass(frozen=True, slots=True)
class Place:
    """Where to post: a channel, and the thread in it if any."""

    channel: str
    thread: str | None = None


def send(client: WebClient, place: Place, message: Message) -> Place:
    """Post one message and return the thread that it stands in or begins."""
    sent = client.chat_postMessage(
        channel=place.channel,
        text=message.text,
        blocks=list(message.blocks) or None,
        thread_ts=place.thread,
        unfurl_links=False,
        unfurl_media=False,
    )
    return Place(sent["channel"], place.thread or sent["ts"])


def whisper_by(respond: Respond, client: WebClient, user: str) -> Whisper:
    """Build a function that shows a message to the asker alone, through a response_url.

    Where that does not work (an archived channel, too long ago), the message
    goes to the asker's direct messages.
    """

    def whisper(message: Message) -> None:
        response = respond(
            text=message.text,
            blocks=list(message.blocks) or None,
            response_type="ephemeral",
            replace_original=False,
        )
        if response.status_code != 200:
            send(client, Place(user), message)

    return whisper


def whisper_in(client: WebClient, place: Place, user: str) -> Whisper:
    """Build a function that shows a message to one user of a channel, where we are a member."""

    def whisper(message: Message) -> None:
        client.chat_postEphemeral(
            channel=place.channel,
            user=user,
            text=message.text,
            blocks=list(message.blocks) or None,
            thread_ts=place.thread,
        )

    return whisper


def post(client: WebClient, place: Place, reply: Reply, whisper: Whisper) -> None:
    """Post a reply: the headline, then the rest in the thread under it.

    What only the asker should see is whispered; so is everything, with the
    reason first, where the channel is closed to us.
    """
    if reply.only_asker:
        whisper_all(reply.messages, whisper)
        return
    try:
        thread = send(client, place, reply.headline)
    except SlackApiError as error:
        reason = closed_place(error.response.get("error", ""))
        if reason is None:
            raise
        whisper_all((reason, *reply.messages), whisper)
        return
    for message in reply.thread:
        send(client, thread, message)


def whisper_all(messages: Sequence[Message], whisper: Whisper) -> None:
    """Show messages to the asker alone, joined, as one request may do so only a few times."""
    for message in joined(messages)[:WHISPERS_MAX]:
        whisper(message)
