"""conversations.*: which channels there are and what was said in them."""

from preview.call import Call, Method
from preview.errors import Refusal
from preview.shapes import channel_json, message_json
from preview.workspace import Change, Json, Message

READ = ("channels:read", "groups:read", "im:read", "mpim:read")
HISTORY = ("channels:history", "groups:history", "im:history", "mpim:history")
KINDS = {"public_channel": "public", "private_channel": "private", "im": "im"}


def page_of(call: Call, entries: list[Json], most: int, default: int) -> tuple[list[Json], str]:
    """Return one page of entries and the cursor of the next, empty at the end."""
    cursor = call.text("cursor")
    if cursor and not cursor.removeprefix("at-").isdigit():
        raise Refusal("invalid_cursor")
    start = int(cursor.removeprefix("at-") or 0)
    end = start + max(1, min(call.number("limit", default), most))
    return entries[start:end], f"at-{end}" if end < len(entries) else ""


def list_(call: Call) -> Json:
    """List the channels that the bot can see."""
    asked = call.text("types", "public_channel").replace(" ", "").split(",")
    kinds = {KINDS.get(name, name) for name in asked}
    shown = [
        channel_json(channel, call.slack.bot)
        for channel in call.workspace.channels.values()
        if channel.kind in kinds
        and (channel.kind == "public" or call.slack.bot in channel.members)
        and not (call.flag("exclude_archived") and channel.is_archived)
    ]
    channels, cursor = page_of(call, shown, 1000, 100)
    return {"channels": channels, "response_metadata": {"next_cursor": cursor}}


def info(call: Call) -> Json:
    """Describe a channel."""
    return {"channel": channel_json(call.seen_channel(), call.slack.bot)}


def members(call: Call) -> Json:
    """List who is in a channel."""
    entries = [{"id": user} for user in sorted(call.seen_channel().members)]
    shown, cursor = page_of(call, entries, 1000, 100)
    names = [entry["id"] for entry in shown]
    return {"members": names, "response_metadata": {"next_cursor": cursor}}


def join(call: Call) -> Json:
    """Let the bot into a public channel."""
    channel = call.seen_channel()
    if channel.is_archived:
        raise Refusal("is_archived")
    if channel.kind != "public":
        raise Refusal("method_not_supported_for_channel_type")
    channel.members.add(call.slack.bot)
    call.workspace.changed(Change("channels"))
    return {"channel": channel_json(channel, call.slack.bot)}


def open_(call: Call) -> Json:
    """Open the direct conversation with a user."""
    if call.text("channel"):
        return {"channel": {"id": call.joined_channel().id}}
    names = [name for name in call.text("users").split(",") if name]
    if len(names) != 1:
        raise Refusal("users_list_not_supplied" if not names else "method_not_supported")
    user = Call(call.slack, {"user": names[0]}).user()
    return {"channel": {"id": call.workspace.direct(user.id, call.slack.bot).id}}


def history(call: Call) -> Json:
    """Return a channel's messages, newest first, without the replies in threads."""
    channel = call.joined_channel()
    shown = call.workspace.shown(channel.id)
    return _messages(call, [m for m in reversed(shown) if _in_range(call, m)], most=999)


def replies(call: Call) -> Json:
    """Return a thread, oldest first, its head included."""
    channel = call.joined_channel()
    message = call.message(channel, "thread_not_found")
    head = message.thread_ts or message.ts
    thread = call.workspace.shown(channel.id, thread=head)
    kept = [m for m in thread if not m.is_reply or _in_range(call, m)]
    return _messages(call, kept, most=1000)


def _in_range(call: Call, message: Message) -> bool:
    oldest, latest = call.text("oldest", "0"), call.text("latest") or "9999999999"
    moment = _moment(message.ts)
    if call.flag("inclusive"):
        return _moment(oldest) <= moment <= _moment(latest)
    return _moment(oldest) < moment < _moment(latest)


def _moment(ts: str) -> tuple[int, int]:
    seconds, _, micros = ts.partition(".")
    try:
        return int(seconds), int(micros.ljust(6, "0")[:6] or 0)
    except ValueError:
        raise Refusal("invalid_ts_oldest") from None


def _messages(call: Call, messages: list[Message], most: int) -> Json:
    with_metadata = call.flag("include_all_metadata")
    entries = [message_json(m, call.workspace, metadata=with_metadata) for m in messages]
    shown, cursor = page_of(call, entries, most, 100)
    answer: Json = {"messages": shown, "has_more": bool(cursor)}
    return answer | ({"response_metadata": {"next_cursor": cursor}} if cursor else {})


METHODS = {
    "conversations.list": Method(list_, READ),
    "conversations.info": Method(info, READ),
    "conversations.members": Method(members, READ),
    "conversations.join": Method(join, ("channels:join",)),
    "conversations.open": Method(open_, ("im:write", "mpim:write", "channels:manage")),
    "conversations.history": Method(history, HISTORY),
    "conversations.replies": Method(replies, HISTORY),
}
