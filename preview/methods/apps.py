"""auth.test and apps.connections.open."""

from preview.call import Call, Method
from preview.shapes import APP_ID, BOT_ID
from preview.workspace import Json


def test(call: Call) -> Json:
    """Say who the token belongs to."""
    bot = call.workspace.users[call.slack.bot]
    return {
        "url": f"{call.slack.url}/",
        "team": call.workspace.name,
        "user": bot.name,
        "team_id": call.workspace.team_id,
        "user_id": bot.id,
        "bot_id": BOT_ID,
        "is_enterprise_install": False,
    }


def open_connection(call: Call) -> Json:
    """Return the address of a new WebSocket; it works once."""
    address = call.slack.url.replace("http://", "ws://", 1)
    ticket = call.slack.sockets.new_ticket()
    return {"url": f"{address}/link/?ticket={ticket}&app_id={APP_ID}"}


METHODS = {
    "auth.test": Method(test),
    "apps.connections.open": Method(open_connection, app_level=True),
}
