from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.kept import SubscriptionKind
from handlers.commands.follow import follow, following, unfollow
from handlers.subcommand import Request
from store import open_store
from store.subscriptions import subscriptions

NOW = datetime(2025, 2, 7, 1, 0, tzinfo=UTC)
ASKED = Request(query="", user="U1", channel="C1", now=NOW)


@pytest.fixture
def db(tmp_path):
    with open_store(tmp_path / "alliance.db") as db:
        yield db


def ask(command, db, words, **more):
    return command(db, replace(ASKED, query=words, **more))


def followed(db):
    return [(one.channel, one.query) for one in subscriptions(db, SubscriptionKind.FOLLOW)]


@pytest.mark.parametrize("words", ["ishiba", "meetings with:trump", '"status of forces"'])
def test_any_search_can_be_followed(db, words):
    reply = ask(follow, db, words)
    assert followed(db) == [("C1", words)]
    assert not reply.only_asker


@pytest.mark.parametrize("words", ["", "  ", "x" * 201])
def test_nothing_and_too_much_cannot(db, words):
    assert ask(follow, db, words).only_asker
    assert followed(db) == []


def test_words_of_the_asker_are_shown_as_they_are(db):
    reply = ask(follow, db, "<!channel> & co")
    assert "<!channel>" not in str(reply)
    assert "&lt;!channel&gt; &amp; co" in reply.headline.text


def test_the_list_has_who_asked_and_an_unfollow_button(db):
    ask(follow, db, "ishiba")
    ask(follow, db, "trade", channel="C2", user="U2")
    reply = ask(following, db, "")
    assert reply.only_asker
    section, aside = reply.headline.blocks
    assert section["accessory"]["text"]["text"] == "Unfollow"
    assert "<@U1>" in str(aside)
    assert "trade" in str(ask(following, db, "all").headline.blocks)
    ask(unfollow, db, section["accessory"]["value"].partition(" ")[2])
    assert followed(db) == [("C2", "trade")]


def test_a_follow_ends_by_its_words_or_all_of_a_channel_at_once(db):
    for words in ("ishiba", "trade", "okinawa"):
        ask(follow, db, words)
    ask(follow, db, "ishiba", channel="C2")
    ask(unfollow, db, "ISHIBA")
    assert followed(db) == [("C1", "trade"), ("C1", "okinawa"), ("C2", "ishiba")]
    assert ask(unfollow, db, "nobody").only_asker
    ask(unfollow, db, "all")
    assert followed(db) == [("C2", "ishiba")]
