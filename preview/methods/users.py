"""users.info and users.list."""

from preview.call import Call, Method
from preview.methods.conversations import page_of
from preview.shapes import user_json
from preview.workspace import Json


def info(call: Call) -> Json:
    """Describe a user, time zone included."""
    return {"user": user_json(call.user(), call.workspace)}


def list_(call: Call) -> Json:
    """List the users."""
    users = [user_json(user, call.workspace) for user in call.workspace.users.values()]
    members, cursor = page_of(call, users, 1000, 200)
    return {"members": members, "response_metadata": {"next_cursor": cursor}}


METHODS = {
    "users.info": Method(info, ("users:read",)),
    "users.list": Method(list_, ("users:read",)),
}
