"""The three steps of an upload: an address, the bytes, and the sharing."""

from typing import Any

from preview.call import Call, Method
from preview.compose import checked_blocks
from preview.errors import Refusal
from preview.shapes import file_json
from preview.slack import Slack
from preview.workspace import Channel, File, Json, Message


def get_upload_url(call: Call) -> Json:
    """Return where to send a file's bytes."""
    name, length = call.text("filename"), call.number("length", 0)
    if not name or length <= 0:
        raise Refusal("invalid_arguments")
    file = File(
        id=call.workspace.new_id("F"),
        name=name,
        title=name,
        length=length,
        user=call.slack.bot,
        created=int(call.slack.clock()),
    )
    call.workspace.files[file.id] = file
    return {"upload_url": f"{call.slack.url}/upload/v1/{file.id}", "file_id": file.id}


def take_bytes(slack: Slack, name: str, content: bytes) -> int:
    """Keep the bytes sent to an upload address and return the HTTP status."""
    with slack.workspace.lock:
        file = slack.workspace.files.get(name)
        if file is None or file.is_complete or len(content) != file.length:
            return 400
        file.content = content
        return 200


def complete_upload(call: Call) -> Json:
    """Finish uploads and, where a channel is given, share them there."""
    files = [_finished(call, entry) for entry in call.json("files", "invalid_arguments") or []]
    if not files:
        raise Refusal("invalid_arguments")
    shapes = [file_json(file, call.slack.url) for file in files]
    for channel in _shared_to(call):
        _share(call, channel, shapes)
    for file in files:
        file.is_complete = True
    return {"files": shapes}


def _finished(call: Call, entry: Any) -> File:
    file = call.workspace.files.get(str(entry.get("id"))) if isinstance(entry, dict) else None
    if file is None or not file.content:
        raise Refusal("file_not_found")
    file.title = str(entry.get("title") or file.name)
    return file


def _shared_to(call: Call) -> list[Channel]:
    names = [call.text("channel_id"), *call.text("channels").split(",")]
    channels = [Call(call.slack, {"channel": name}).joined_channel() for name in names if name]
    if any(channel.is_archived for channel in channels):
        raise Refusal("is_archived")
    return channels


def _share(call: Call, channel: Channel, shapes: list[Json]) -> None:
    message = Message(
        channel=channel.id,
        ts=call.workspace.new_ts(),
        user=call.slack.bot,
        text=call.text("initial_comment"),
        blocks=checked_blocks(call.json("blocks", "invalid_blocks_format")),
        thread_ts=call.text("thread_ts") or None,
        from_app=True,
        files=shapes,
    )
    call.workspace.put(message)


METHODS = {
    "files.getUploadURLExternal": Method(get_upload_url, ("files:write",)),
    "files.completeUploadExternal": Method(complete_upload, ("files:write",)),
}
