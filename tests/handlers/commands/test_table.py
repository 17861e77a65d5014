"""What holds for every subcommand, present and to come."""

from datetime import UTC, datetime

import pytest

from bot.beat import load_beat
from bot.search import Searcher
from handlers.commands import SUBCOMMANDS
from handlers.routing import answer
from handlers.subcommand import Request
from preview.blocks import is_too_long, message_problems
from store import open_store
from tests.handlers.articles import fill

NOW = datetime(2025, 6, 10, 9, tzinfo=UTC)
BEAT = load_beat("japan_us")
ENTRIES = [subcommand.entry(BEAT.examples) for subcommand in SUBCOMMANDS]
EXAMPLES = [example for entry in ENTRIES for example in entry.examples]


@pytest.fixture(scope="module")
def searcher():
    return Searcher(BEAT)


def test_no_two_have_the_same_name():
    names = [name for subcommand in SUBCOMMANDS for name in subcommand.names]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("subcommand", SUBCOMMANDS, ids=lambda subcommand: subcommand.name)
def test_usage_and_examples_start_with_the_name(subcommand):
    for line in (subcommand.usage, *subcommand.examples):
        assert line.split()[0] == subcommand.name
    assert subcommand.examples
    assert subcommand.summary.endswith(".")


@pytest.mark.parametrize("articles", [0, 8])
@pytest.mark.parametrize("example", EXAMPLES)
def test_each_example_gets_an_answer_that_slack_takes(example, articles, searcher, tmp_path):
    request = Request(query=example, user="U1", channel="C1", now=NOW, searcher=searcher)
    with open_store(tmp_path / "alliance.db") as db:
        fill(db, articles)
        reply = answer(db, request)
    for message in reply.messages:
        assert message.text
        assert not message_problems(list(message.blocks))
        assert not is_too_long(list(message.blocks))
