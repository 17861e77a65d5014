"""`/alliance help [subcommand]`: what can be asked, and how."""

from collections.abc import Sequence

from sqlite_utils import Database

from bot.reply import Reply
from bot.views.help import about, overview, unknown_topic
from handlers.subcommand import Request, Subcommand


def help_on(subcommands: Sequence[Subcommand]) -> Subcommand:
    """Build the `help` subcommand for a table of others."""

    def run(db: Database, request: Request) -> Reply:
        topic = request.query.strip().lower()
        if not topic:
            entries = [subcommand.entry(request.examples) for subcommand in table]
            return Reply(overview(entries), only_asker=True)
        for subcommand in table:
            if topic in subcommand.names:
                return Reply(about(subcommand.entry(request.examples)), only_asker=True)
        names = [subcommand.name for subcommand in table]
        return Reply(unknown_topic(topic, names), only_asker=True)

    this = Subcommand(
        name="help",
        usage="help [subcommand]",
        summary="What you can ask, with examples.",
        examples=("help", f"help {subcommands[0].name}" if subcommands else "help"),
        run=run,
    )
    table = (*subcommands, this)
    return this
