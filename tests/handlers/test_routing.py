from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from bot.reply import Message, Reply
from handlers.commands.help import help_on
from handlers.routing import QUERY_MAX, answer
from handlers.subcommand import Request, Subcommand

DB = Database(memory=True)
ASKED = Request(query="", user="U1", channel="C1", now=datetime(2025, 2, 7, tzinfo=UTC))


def echo(name, *aliases):
    return Subcommand(
        name=name,
        usage=f"{name} [words]",
        summary="Says what it was asked.",
        examples=(f"{name} x",),
        run=lambda db, request: Reply(Message(f"{name}: {request.query}")),
        aliases=aliases,
    )


ECHOES = (echo("latest", "new"), echo("meetings"), echo("search"))
SUBCOMMANDS = (*ECHOES, help_on(ECHOES))


def answered(typed):
    return answer(DB, replace(ASKED, query=typed), SUBCOMMANDS)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("latest 5", "latest: 5"),
        ("  LATEST   5 \n", "latest: 5"),
        ("new", "latest: "),
        ("search ishiba okinawa", "search: ishiba okinawa"),
        ("ishiba on okinawa", "search: ishiba on okinawa"),
        ("last week in tokyo", "search: last week in tokyo"),
    ],
)
def test_finds_the_subcommand_or_searches(typed, said):
    assert answered(typed).headline.text == said


def test_nothing_typed_is_a_question_for_help():
    assert answered("").headline.text == "What /alliance answers"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("latset 5", ["latest 5", "search latset 5"]),
        ("meting mori", ["meetings mori", "search meting mori"]),
        ("hepl", ["help", "search hepl"]),
    ],
)
def test_a_slip_of_the_keyboard_is_asked_back_with_buttons(typed, meant):
    reply = answered(typed)
    assert reply.only_asker
    assert [button["value"] for button in reply.headline.blocks[-1]["elements"]] == meant


def test_a_query_too_long_to_mean_anything_is_refused():
    reply = answered("x" * (QUERY_MAX + 1))
    assert reply.only_asker
    assert reply.headline.text.startswith("That is 501 characters; ask with at most 500")


def test_what_fits_as_free_words_fits_as_a_search_too():
    typed = "y" * QUERY_MAX
    assert answered(typed).headline.text == answered(f"search {typed}").headline.text


@given(st.text(max_size=600))
def test_whatever_is_typed_gets_an_answer(typed):
    assert answered(typed).headline.text
