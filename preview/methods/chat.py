"""chat.*: posting, changing and deleting messages."""

from preview.call import Call, Method
from preview.compose import check_size, checked_blocks, checked_metadata, checked_text
from preview.errors import Refusal
from preview.shapes import message_json
from preview.workspace import Channel, Json, Message


def post_message(call: Call) -> Json:
    """Post to a channel, a thread, or (with a user's identifier) to the direct conversation."""
    channel = _channel_to_post(call)
    blocks = checked_blocks(call.json("blocks", "invalid_blocks_format"))
    check_size(blocks)
    text = checked_text(call.text("text"), blocks)
    metadata = checked_metadata(call.json("metadata", "invalid_metadata_format"))
    thread = _thread_of(call, channel)
    call.slack.limits.check(channel.id)
    message = call.workspace.put(
        Message(
            channel=channel.id,
            ts=call.workspace.new_ts(),
            user=call.slack.bot,
            text=text,
            blocks=blocks,
            thread_ts=thread,
            metadata=metadata,
            from_app=True,
            broadcast=call.flag("reply_broadcast"),
            unfurl={
                "links": call.flag("unfurl_links"),
                "media": call.flag("unfurl_media", default=True),
            },
        )
    )
    shape = message_json(message, call.workspace, metadata=True)
    return {"channel": channel.id, "ts": message.ts, "message": shape}


def post_ephemeral(call: Call) -> Json:
    """Post what only one member of the channel sees."""
    channel = _channel_to_post(call)
    user = call.text("user")
    if user not in channel.members:
        raise Refusal("user_not_in_channel")
    blocks = checked_blocks(call.json("blocks", "invalid_blocks_format"))
    check_size(blocks)
    text = checked_text(call.text("text"), blocks)
    message = Message(channel.id, call.workspace.new_ts(), call.slack.bot, text, blocks)
    message.thread_ts = call.text("thread_ts") or None
    message.only_for, message.from_app = user, True
    call.workspace.put(message)
    return {"message_ts": message.ts}


def update(call: Call) -> Json:
    """Change a message of the bot's own."""
    channel = call.joined_channel()
    message = call.message(channel)
    if not message.from_app:
        raise Refusal("cant_update_message")
    if channel.is_archived:
        raise Refusal("is_archived")
    blocks = checked_blocks(call.json("blocks", "invalid_blocks_format"))
    check_size(blocks)
    text = checked_text(call.text("text"), blocks)
    metadata = checked_metadata(call.json("metadata", "invalid_metadata_format"))
    message.text = text
    # As in Slack: text alone takes the blocks away.
    message.blocks = blocks
    message.metadata = metadata or message.metadata
    message.edited = call.workspace.new_ts()
    call.workspace.put(message)
    shape = message_json(message, call.workspace)
    return {"channel": channel.id, "ts": message.ts, "text": text, "message": shape}


def delete(call: Call) -> Json:
    """Delete a message of the bot's own."""
    channel = call.joined_channel()
    message = call.message(channel)
    if not message.from_app:
        raise Refusal("cant_delete_message")
    call.workspace.remove(message)
    return {"channel": channel.id, "ts": message.ts}


def get_permalink(call: Call) -> Json:
    """Return the address of a message on the preview's page."""
    channel = call.seen_channel()
    message = call.workspace.find(channel.id, call.text("message_ts"))
    if message is None:
        raise Refusal("message_not_found")
    thread = f"&thread={message.thread_ts}" if message.is_reply else ""
    link = f"{call.slack.url}/?channel={channel.id}{thread}#m{message.ts}"
    return {"channel": channel.id, "permalink": link}


def _channel_to_post(call: Call) -> Channel:
    channel = _addressed(call)
    if channel.is_archived:
        raise Refusal("is_archived")
    is_open = channel.kind == "public" and call.slack.app.scopes is not None
    if call.slack.bot not in channel.members and not (
        is_open and call.slack.app.may("chat:write.public")
    ):
        raise Refusal("not_in_channel")
    return channel


def _addressed(call: Call) -> Channel:
    """Return the channel named by identifier or #name, or the direct one with a user named."""
    name = call.text("channel")
    if name in call.workspace.users and name != call.slack.bot:
        return call.workspace.direct(name, call.slack.bot)
    by_name = {f"#{c.name}": c.id for c in call.workspace.channels.values() if c.kind != "im"}
    return Call(call.slack, {"channel": by_name.get(name, name)}).seen_channel()


def _thread_of(call: Call, channel: Channel) -> str | None:
    wanted = call.text("thread_ts")
    if not wanted:
        return None
    head = call.workspace.find(channel.id, wanted)
    # Stricter than Slack, where a reply to a message that is gone starts a thread without a head.
    if head is None:
        raise Refusal("thread_not_found")
    return head.thread_ts or head.ts


METHODS = {
    "chat.postMessage": Method(post_message, ("chat:write",)),
    "chat.postEphemeral": Method(post_ephemeral, ("chat:write",)),
    "chat.update": Method(update, ("chat:write",)),
    "chat.delete": Method(delete, ("chat:write",)),
    "chat.getPermalink": Method(get_permalink),
}
