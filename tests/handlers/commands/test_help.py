from datetime import UTC, datetime

import pytest
from sqlite_utils import Database

from bot.reply import Message, Reply
from handlers.commands.help import help_on
from handlers.subcommand import Request, Subcommand

LATEST = Subcommand(
    name="latest",
    usage="latest [n]",
    summary="The newest meetings.",
    examples=("latest", "latest 10"),
    run=lambda db, request: Reply(Message("newest")),
    aliases=("new",),
)
HELP = help_on((LATEST,))


def ask(query):
    now = datetime(2025, 2, 7, tzinfo=UTC)
    return HELP.run(Database(memory=True), Request(query=query, user="U1", channel="C1", now=now))


def test_lists_every_subcommand_for_the_asker_only():
    reply = ask("")
    shown = str(reply.headline.blocks)
    assert reply.only_asker
    assert "/alliance latest [n]" in shown
    assert "/alliance help [subcommand]" in shown


@pytest.mark.parametrize("word", ["latest", "LATEST", "new"])
def test_tells_about_one_subcommand_with_its_examples_as_buttons(word):
    reply = ask(word)
    values = [b["value"] for b in reply.headline.blocks[-1]["elements"]]
    assert values == ["latest", "latest 10"]


def test_names_what_there_is_help_on():
    assert (
        ask("dance").headline.text == "There is no help on “dance”; there is on `latest`, `help`."
    )
