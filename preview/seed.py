"""The workspace at the start: invented people in two time zones and one channel of each kind."""

import time
from collections.abc import Callable

from preview.workspace import Channel, Message, User, Workspace

BOT = "U0BOT"
PEOPLE = (
    User("U0HANA", "hana", "Hana Mori", "Asia/Tokyo", "Alliance desk, Tokyo"),
    User("U0DANIEL", "daniel", "Daniel Reyes", "America/New_York", "Analyst, New York"),
    User("U0GRETA", "greta", "Greta Lind", "Europe/Stockholm", "Correspondent, Stockholm"),
)


def sample_workspace(bot_name: str, clock: Callable[[], float] = time.time) -> Workspace:
    """Return a workspace with people, channels and a few words of welcome."""
    workspace = Workspace(clock)
    bot = User(BOT, bot_name.lower().replace(" ", "-"), bot_name, is_bot=True)
    workspace.users = {user.id: User(**vars(user)) for user in (*PEOPLE, bot)}
    people = {user.id for user in PEOPLE}
    created = int(clock())
    for channel in (
        Channel("C0GENERAL", "general", members={*people, BOT}, purpose="For everyone"),
        Channel("C0DESK", "alliance-desk", members={*people, BOT}, purpose="What the desk follows"),
        Channel("C0PRIVATE", "embassy-private", "private", {"U0HANA", "U0DANIEL", BOT}),
        Channel("C0NOBOT", "no-bot-here", members=set(people), purpose="The bot is not invited"),
        Channel("C0SECRET", "secret-no-bot", "private", {"U0HANA", "U0DANIEL"}),
        Channel("C0OLD", "old-summit", members={*people, BOT}, is_archived=True),
    ):
        channel.created = created
        workspace.channels[channel.id] = channel
    for user in PEOPLE:
        workspace.direct(user.id, BOT)
    workspace.direct("U0HANA", "U0DANIEL")
    _welcome(workspace)
    return workspace


def _welcome(workspace: Workspace) -> None:
    for channel, user, text in (
        ("C0GENERAL", "U0DANIEL", "Morning, Tokyo. Anything new overnight?"),
        (
            "C0DESK",
            "U0HANA",
            "This is where we follow who met whom. Ask the bot with a `/`.",
        ),
    ):
        workspace.put(Message(channel, workspace.new_ts(), user, text))
