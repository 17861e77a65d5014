"""When something fails, the asker gets one sentence and the log the rest, without secrets."""

import logging

import pytest

from handlers.connection import CannotConnect, build_app, web_client
from tests.handlers.conftest import context_on

DESK = "alliance-desk"


def break_store(bot):
    bot.path.write_bytes(b"not a database at all" * 500)


def test_a_broken_store_is_told_to_the_asker(bot):
    break_store(bot)
    bot.command(DESK, "/alliance latest")
    (answer,) = bot.seen(DESK)
    assert answer.only_for == bot.hana.user.id
    assert "is not a database of this bot; name another file." in answer.text


def test_a_broken_store_is_told_in_the_thread_of_a_mention(bot):
    break_store(bot)
    asked = bot.hana.mention(DESK, "latest")
    (answer,) = bot.seen(DESK, 1, thread=asked)
    assert "is not a database" in answer.text


def test_a_broken_store_is_told_to_who_opens_home(bot):
    break_store(bot)
    bot.hana.open_home()
    (answer,) = bot.seen(bot.hana.direct_channel.id)
    assert "is not a database" in answer.text


def test_a_store_damaged_inside_is_told_as_such(bot):
    with bot.store() as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    pages = bot.path.read_bytes()
    bot.path.write_bytes(pages[:4096] + b"\xff" * (len(pages) - 4096))
    bot.command(DESK, "/alliance latest")
    (answer,) = bot.seen(DESK)
    assert "is damaged; restore a copy, or move it away and ingest again." in answer.text


def test_an_error_of_ours_gets_a_reference_that_the_log_has_too(bot, caplog):
    with bot.store() as db:
        db.execute("DROP TABLE reports")
    bot.command(DESK, "/alliance latest")
    (answer,) = bot.seen(DESK)
    assert "went wrong on our side and is logged under" in answer.text
    reference = answer.text.split("`")[1]
    assert f"error {reference}" in caplog.text
    assert "no such table: reports" in caplog.text


def test_what_slack_refuses_is_told_with_its_code(bot):
    bot.preview.faults.fail("chat.postMessage", "fatal_error")
    bot.command(DESK, "/alliance latest")
    (answer,) = bot.seen(DESK)
    assert "Slack refused the answer (`fatal_error`)" in answer.text


def test_a_revoked_token_is_one_clear_line_in_the_log(bot, caplog):
    bot.preview.revoke_tokens()
    bot.command(DESK, "/alliance latest 1")
    (answer,) = bot.seen(DESK)
    assert "token_revoked" in answer.text
    lines = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert lines == ["Slack says token_revoked: install the app again and renew SLACK_BOT_TOKEN"]


def test_no_token_or_answering_address_is_logged(bot, caplog):
    caplog.set_level(logging.DEBUG)
    bot.preview.faults.fail("chat.postMessage", "fatal_error")
    bot.command(DESK, "/alliance latest")
    bot.seen(DESK)
    assert bot.preview.bot_token not in caplog.text
    assert bot.preview.app_token not in caplog.text


def test_a_wrong_token_is_refused_at_the_start(preview, tmp_path):
    with pytest.raises(CannotConnect, match="check SLACK_BOT_TOKEN"):
        build_app(web_client("xoxb-wrong", preview.api_url), context_on(tmp_path / "a.db"))


def test_an_unreachable_slack_is_said_to_be_one(tmp_path):
    with pytest.raises(CannotConnect, match=r"can't be reached at http://127\.0\.0\.1:9/"):
        build_app(web_client("xoxb-any", "http://127.0.0.1:9/"), context_on(tmp_path / "a.db"))
