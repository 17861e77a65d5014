from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from bot.kept import SubscriptionKind
from handlers.commands.digest import run
from handlers.subcommand import Request
from store import open_store
from store.subscriptions import pause, subscriptions
from tests.handlers.articles import fill

NOW = datetime(2025, 2, 7, 1, 0, tzinfo=UTC)
ASKED = Request(query="", user="U1", channel="C1", now=NOW, timezone="Asia/Tokyo")


@pytest.fixture
def db(tmp_path):
    with open_store(tmp_path / "alliance.db") as db:
        yield db


def ask(db, words, **more):
    return run(db, replace(ASKED, query=words, **more))


def kept(db, channel=None):
    return subscriptions(db, SubscriptionKind.DIGEST, channel)


def test_a_digest_is_set_with_the_askers_zone_unless_another_is_named(db):
    reply = ask(db, "here at 09:00 weekdays")
    (one,) = kept(db)
    assert (one.schedule.at, one.schedule.zone, one.channel) == (time(9), "Asia/Tokyo", "C1")
    assert reply.headline.text.startswith("*Digest set*: weekdays at 09:00 Asia/Tokyo.")
    assert not reply.only_asker
    ask(db, "at 8am new york about deterrence")
    assert kept(db)[1].schedule.zone == "America/New_York"
    assert kept(db)[1].query == "deterrence"


def test_the_first_digest_is_announced_for_its_moment(db):
    reply = ask(db, "here at 09:00")
    first = int(datetime(2025, 2, 8, 0, 0, tzinfo=UTC).timestamp())
    assert f"<!date^{first}^" in reply.headline.text


@pytest.mark.parametrize("words", ["at 25:00", "here at 9 Asia/Tokio", "#other at 9"])
def test_what_cannot_be_read_sets_nothing_and_says_what_to_write(db, words):
    reply = ask(db, words)
    assert reply.only_asker
    assert kept(db) == []


def test_without_words_the_form_is_offered(db):
    (button,) = ask(db, "").headline.blocks[-1]["elements"]
    assert button["action_id"] == "open-digest-form"


def test_the_list_shows_who_asked_and_how_to_end_it(db):
    ask(db, "here at 09:00")
    ask(db, "here at 09:00", channel="C2", user="U2")
    here = str(ask(db, "list").headline.blocks)
    assert "<@U1>" in here
    assert "C2" not in here
    everywhere = ask(db, "list all")
    assert everywhere.only_asker
    blocks = everywhere.headline.blocks
    values = [b["accessory"]["value"] for b in blocks if "accessory" in b]
    assert values == [f"digest stop {one.id}" for one in kept(db)]
    assert ask(db, "list", channel="C3").only_asker


def test_pause_resume_and_stop_act_on_this_channel_or_on_a_number(db):
    ask(db, "here at 09:00")
    ask(db, "here at 09:00", channel="C2")
    ask(db, "pause")
    assert [one.paused for one in kept(db)] == [True, False]
    ask(db, f"pause {kept(db)[1].id}")
    assert [one.paused for one in kept(db)] == [True, True]
    reply = ask(db, "resume")
    assert reply.headline.text.startswith("*Resumed*")
    assert [one.paused for one in kept(db)] == [False, True]
    ask(db, "stop")
    assert [one.channel for one in kept(db)] == ["C2"]
    assert ask(db, "stop").only_asker


def test_a_digest_that_slack_paused_says_why_in_the_list(db):
    ask(db, "here at 09:00")
    pause(db, kept(db)[0].id, "is_archived")
    assert "the channel is archived" in str(ask(db, "list").headline.blocks)


def test_a_preview_is_for_the_asker_alone_and_of_any_day(db):
    fill(db, 6)  # the fifth is of 5 February
    reply = ask(db, "preview 2025-02-05")
    assert reply.only_asker
    assert reply.headline.text == "Digest, Wed 5 Feb 2025: 1 held, 1 quote"
    assert ask(db, "preview 2025-02-05 about zebra").headline.text.startswith("*Quiet.*")
    assert ask(db, "preview").headline.text.startswith("*Quiet.*")
    assert "2025-02-07" in ask(db, "preview yesterday").headline.text
