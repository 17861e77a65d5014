"""What an app sends to a `response_url`: a message to one or all, a replacement, a deletion."""

from preview.compose import checked_blocks, checked_text
from preview.errors import Refusal
from preview.slack import ResponseUrl, Slack
from preview.workspace import Json, Message


def respond(slack: Slack, name: str, body: Json) -> None:
    """Do what the app asked for through one of its response addresses."""
    with slack.workspace.lock:
        response = slack.use_response_url(name)
        if body.get("delete_original") and response.original:
            slack.workspace.remove(response.original)
        elif body.get("replace_original") and response.original:
            _replace(slack, response.original, body)
        else:
            answer_user(slack, response, body)


def answer_user(slack: Slack, response: ResponseUrl, body: Json) -> Message:
    """Post an answer where the user is: to that user alone, or to the channel."""
    if slack.workspace.channels[response.channel].is_archived:
        raise Refusal("is_archived")
    blocks = checked_blocks(body.get("blocks"))
    text = checked_text(str(body.get("text") or ""), blocks)
    message = Message(response.channel, slack.workspace.new_ts(), slack.bot, text, blocks)
    message.thread_ts = body.get("thread_ts") or None
    message.from_app = True
    if body.get("response_type", "ephemeral") != "in_channel":
        message.only_for = response.user
    return slack.workspace.put(message)


def _replace(slack: Slack, original: Message, body: Json) -> None:
    blocks = checked_blocks(body.get("blocks"))
    original.text = checked_text(str(body.get("text") or ""), blocks)
    original.blocks = blocks
    original.edited = slack.workspace.new_ts()
    slack.workspace.put(original)
