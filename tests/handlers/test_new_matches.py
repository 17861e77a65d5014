from datetime import date, timedelta

import pytest

from bot.search.lexicon import Lexicon
from handlers.new_matches import AN_HOUR_MAX, ARTICLES_A_LOOK, add_matches
from store.articles import keep_reading
from store.matches import looked_through
from store.subscriptions import pause
from tests.handlers.articles import fill, reading
from tests.handlers.desk import CHANNEL, OTHER, START, desk_at, live

DAY = date(2025, 2, 7)


@pytest.fixture
def desk(tmp_path):
    with desk_at(tmp_path) as desk:
        desk.article(DAY - timedelta(days=1))  # there before anybody follows anything
        yield desk


@pytest.fixture
def worker(desk):
    worker = desk.worker()
    worker.turn()  # it knows from now on what is new
    return worker


def test_a_match_is_posted_within_a_minute_in_one_message_an_article(desk, worker):
    desk.follow("mori")
    desk.article(DAY)
    live(desk, worker, minutes=1)
    (told,) = desk.posted()
    assert told == "mori: Round 37"
    (message,) = (m for m in desk.slack.workspace.shown(CHANNEL) if m.user == desk.slack.bot)
    shown = str(message.blocks)
    assert "https://example.org/round-37" in shown
    assert "Dana Hill" in shown
    assert "Round 37 of our talks went well &amp; nobody shouted &lt;!channel&gt;." in shown


def test_what_was_there_before_and_what_does_not_match_is_not_told(desk, worker):
    desk.follow("mori")
    desk.follow("zebra", OTHER)
    live(desk, worker, minutes=5)
    desk.article(DAY)
    live(desk, worker, minutes=5)
    assert (len(desk.posted()), desk.posted(OTHER)) == (1, [])


def test_each_follow_gets_its_own_and_a_restart_tells_nothing_again(desk, worker):
    desk.follow("mori")
    desk.follow("meetings with:hill", OTHER)
    desk.article(DAY)
    live(desk, worker, minutes=1)
    worker.close()
    live(desk, desk.worker(), minutes=10)
    assert (len(desk.posted()), len(desk.posted(OTHER))) == (1, 1)


def test_articles_stored_while_the_bot_was_down_are_told_when_it_is_back(desk, worker):
    desk.follow("mori")
    worker.close()
    desk.article(DAY)
    desk.clock.move(hours=5)
    live(desk, desk.worker(), minutes=1)
    assert len(desk.posted()) == 1


def test_an_article_read_again_is_not_told_again(desk, worker):
    desk.follow("mori")
    desk.article(DAY)
    live(desk, worker, minutes=1)
    keep_reading(desk.db, reading(37), reader="newer")
    live(desk, worker, minutes=10)
    assert len(desk.posted()) == 1


def test_over_the_cap_the_rest_of_the_hour_is_one_line(desk, worker):
    desk.clock.moment = START + timedelta(minutes=20)
    desk.follow("mori")
    fill(desk.db, AN_HOUR_MAX + 4, first=20)
    live(desk, worker, minutes=30)
    assert len(desk.posted()) == AN_HOUR_MAX
    live(desk, worker, minutes=20)
    assert len(desk.posted()) == AN_HOUR_MAX + 1
    rest = desk.posted()[-1]
    assert rest.startswith("“mori”: 4 more articles in the last hour: ")
    assert rest.count("https://example.org/round-") == 3
    assert "and 1 more" in rest
    live(desk, worker, hours=3)
    assert len(desk.posted()) == AN_HOUR_MAX + 1


def test_the_next_hour_has_its_own_cap(desk, worker):
    desk.follow("mori")
    fill(desk.db, AN_HOUR_MAX, first=20)
    live(desk, worker, minutes=61)
    fill(desk.db, AN_HOUR_MAX, first=40)
    live(desk, worker, minutes=10)
    assert len(desk.posted()) == 2 * AN_HOUR_MAX


def test_a_paused_follow_and_one_that_was_stopped_stay_silent(desk, worker):
    kept = desk.follow("mori")
    pause(desk.db, kept.id)
    desk.article(DAY)
    live(desk, worker, minutes=10)
    assert desk.posted() == []


def test_slack_down_delays_what_followers_are_told(desk, worker):
    desk.follow("mori")
    desk.server.go_down()
    desk.article(DAY)
    live(desk, worker, hours=1)
    desk.server.come_back()
    live(desk, worker, minutes=10)
    assert len(desk.posted()) == 1


def test_a_large_ingest_is_looked_through_in_parts(desk, worker):
    desk.follow("nothing of this kind")
    before = looked_through(desk.db)
    fill(desk.db, ARTICLES_A_LOOK + 5, first=20)
    assert add_matches(desk.db, Lexicon(), START) == ARTICLES_A_LOOK
    assert add_matches(desk.db, Lexicon(), START) == 5
    assert looked_through(desk.db) == before + ARTICLES_A_LOOK + 5
