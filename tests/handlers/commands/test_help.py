from datetime import UTC, datetime

import pytest
from sqlite_utils import Database

from bot.beat import Beat, Examples
from bot.reply import Message, Reply
from bot.search import Searcher
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


FOLLOW = Subcommand(
    name="follow",
    usage="follow <search>",
    summary="Post here what comes in.",
    examples=("follow {speaker}", 'follow "{phrase}" -{topic}'),
    details="Such as `with:{participant}` or `about:{place}`.",
    run=lambda db, request: Reply(Message("followed")),
)
BEAT = Beat(
    key="norden",
    name="Norden",
    examples=Examples(
        speaker="norgaard",
        participant="brandt",
        topic="cod",
        place="nordhaven",
        phrase="herring quota",
    ),
)


def ask(query, command=HELP):
    now = datetime(2025, 2, 7, tzinfo=UTC)
    request = Request(query=query, user="U1", channel="C1", now=now, searcher=Searcher(BEAT))
    return command.run(Database(memory=True), request)


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


def test_speaks_in_the_beats_own_examples():
    shown = ask("follow", help_on((FOLLOW,))).headline.blocks
    values = [button["value"] for button in shown[-1]["elements"]]
    assert values == ["follow norgaard", 'follow "herring quota" -cod']
    assert "Such as `with:brandt` or `about:nordhaven`." in str(shown)
