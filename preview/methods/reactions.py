"""reactions.add."""

import re

from preview.call import Call, Method
from preview.errors import Refusal
from preview.workspace import Json


def add(call: Call) -> Json:
    """Put the bot's reaction on a message."""
    message = call.message(call.joined_channel())
    name = call.text("name").strip(":")
    if not re.fullmatch(r"[a-z0-9_+'-]+", name):
        raise Refusal("invalid_name")
    users = message.reactions.setdefault(name, [])
    if call.slack.bot in users:
        raise Refusal("already_reacted")
    users.append(call.slack.bot)
    call.workspace.put(message)
    return {}


METHODS = {"reactions.add": Method(add, ("reactions:write",))}
