"""The subcommands of `/alliance`, in the order that help lists them.

A new one is a module here, a line in `ANSWERING` and a test.
"""

from handlers.commands.digest import DIGEST
from handlers.commands.follow import FOLLOW, FOLLOWING, UNFOLLOW
from handlers.commands.help import help_on
from handlers.commands.latest import LATEST
from handlers.commands.meetings import MEETINGS
from handlers.commands.quotes import QUOTES
from handlers.commands.search import SEARCH
from handlers.subcommand import Subcommand

ANSWERING: tuple[Subcommand, ...] = (
    LATEST,
    SEARCH,
    MEETINGS,
    QUOTES,
    DIGEST,
    FOLLOW,
    FOLLOWING,
    UNFOLLOW,
)
SUBCOMMANDS: tuple[Subcommand, ...] = (*ANSWERING, help_on(ANSWERING))
