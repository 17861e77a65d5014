"""The JSON that Slack answers with: users, channels, messages, files, views."""

from preview.workspace import Channel, File, Json, Message, User, View, Workspace

APP_ID = "A0PREVIEW"
BOT_ID = "B0PREVIEW"


def user_json(user: User, workspace: Workspace) -> Json:
    """Return a user as `users.info` shows it."""
    return {
        "id": user.id,
        "team_id": workspace.team_id,
        "name": user.name,
        "deleted": False,
        "real_name": user.real_name,
        "tz": user.tz,
        "tz_label": user.tz,
        "tz_offset": user.offset(workspace.clock()),
        "is_bot": user.is_bot,
        "is_admin": False,
        "is_app_user": False,
        "profile": {
            "real_name": user.real_name,
            "display_name": user.name,
            "title": user.title,
            **({"bot_id": BOT_ID, "api_app_id": APP_ID} if user.is_bot else {}),
        },
    }


def channel_json(channel: Channel, bot: str) -> Json:
    """Return a conversation as the bot sees it."""
    common = {
        "id": channel.id,
        "created": channel.created,
        "is_im": channel.kind == "im",
        "is_mpim": False,
        "is_archived": channel.is_archived,
        "is_private": channel.kind != "public",
    }
    if channel.kind == "im":
        other = next(iter(channel.members - {bot}))
        return {**common, "user": other, "is_open": True}
    return {
        **common,
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": channel.kind == "public",
        "is_group": channel.kind == "private",
        "is_general": channel.name == "general",
        "is_member": bot in channel.members,
        "topic": {"value": "", "creator": "", "last_set": 0},
        "purpose": {"value": channel.purpose, "creator": "", "last_set": 0},
        "num_members": len(channel.members),
    }


def message_json(message: Message, workspace: Workspace, *, metadata: bool = False) -> Json:
    """Return a message as history shows it; its metadata only where asked for."""
    shape: Json = {"type": "message", "user": message.user, "text": message.text, "ts": message.ts}
    shape["team"] = workspace.team_id
    if message.from_app:
        shape |= {"bot_id": BOT_ID, "app_id": APP_ID}
    for name in ("blocks", "files"):
        if getattr(message, name):
            shape[name] = getattr(message, name)
    if message.edited:
        shape["edited"] = {"user": message.user, "ts": message.edited}
    if message.reactions:
        shape["reactions"] = [
            {"name": name, "users": users, "count": len(users)}
            for name, users in message.reactions.items()
        ]
    if metadata and message.metadata:
        shape["metadata"] = message.metadata
    return shape | _thread_json(message, workspace)


def _thread_json(message: Message, workspace: Workspace) -> Json:
    if message.is_reply:
        head = workspace.find(message.channel, message.thread_ts or "")
        parent = {"parent_user_id": head.user} if head else {}
        return {"thread_ts": message.thread_ts, **parent}
    replies = workspace.replies(message)
    if not replies:
        return {}
    users = list(dict.fromkeys(reply.user for reply in replies))
    return {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "reply_users_count": len(users),
        "reply_users": users,
        "latest_reply": replies[-1].ts,
        "is_locked": False,
        "subscribed": False,
    }


def file_json(file: File, url: str) -> Json:
    """Return a file as `files.completeUploadExternal` shows it."""
    return {
        "id": file.id,
        "name": file.name,
        "title": file.title,
        "size": file.length,
        "user": file.user,
        "created": file.created,
        "mimetype": file.mimetype,
        "filetype": file.name.rpartition(".")[2].lower(),
        "url_private": f"{url}/files/{file.id}",
        "permalink": f"{url}/files/{file.id}",
    }


def view_json(view: View, workspace: Workspace, values: Json | None = None) -> Json:
    """Return a view with the fields that Slack adds and, in payloads, what was filled in."""
    return {
        "private_metadata": "",
        "callback_id": "",
        "external_id": "",
        "clear_on_close": False,
        "notify_on_close": False,
        "close": None,
        "submit": None,
        **view.content,
        "id": view.id,
        "team_id": workspace.team_id,
        "state": {"values": values or {}},
        "hash": view.hash,
        "root_view_id": view.root or view.id,
        "previous_view_id": view.previous,
        "app_id": APP_ID,
        "app_installed_team_id": workspace.team_id,
        "bot_id": BOT_ID,
    }
