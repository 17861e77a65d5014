"""What must be true of digests, whatever happens to the clock, to Slack and to the process."""

from datetime import UTC, date, datetime, timedelta

import pytest

from handlers.worker import TERM
from store.subscriptions import find_subscription, resume
from tests.handlers.desk import ASKER, CHANNEL, OTHER, START, desk_at, live

DAY = date(2025, 2, 7)
BEFORE = START - timedelta(hours=1)  # 08:00 in Tokyo


@pytest.fixture
def desk(tmp_path):
    with desk_at(tmp_path) as desk:
        desk.clock.moment = BEFORE
        yield desk


def heads(desk, channel=CHANNEL):
    return [thread[0] for thread in desk.threads(channel)]


def test_a_digest_comes_at_its_time_once_a_day(desk):
    desk.digest()
    worker = desk.worker()
    desk.article(DAY)
    live(desk, worker, minutes=59)
    assert desk.posted() == []
    live(desk, worker, minutes=10)
    assert heads(desk) == ["Digest, Fri 7 Feb 2025: 1 held, 1 quote"]
    (thread,) = desk.threads()
    assert len(thread) == 2
    live(desk, worker, hours=30)
    assert len(heads(desk)) == 2
    assert heads(desk)[1].startswith("*Quiet.*")


def test_the_next_digest_tells_only_what_is_new(desk):
    desk.digest()
    worker = desk.worker()
    desk.article(DAY)
    live(desk, worker, hours=2)
    desk.article(DAY + timedelta(days=1))
    live(desk, worker, hours=24)
    assert [head.rpartition(": ")[2] for head in heads(desk)] == ["1 held, 1 quote"] * 2
    assert "Fri 7 Feb" not in desk.threads()[1][0]


def test_a_quiet_day_says_nothing_where_that_was_asked_for(desk):
    desk.digest(skip_quiet=True)
    live(desk, desk.worker(), hours=25)
    assert desk.posted() == []
    assert set(desk.states().values()) == {"quiet"}


def test_a_weekly_digest_comes_on_mondays_and_covers_the_week(desk):
    desk.digest(schedule={"days": frozenset({0})})
    desk.article(DAY)
    live(desk, desk.worker(), days=11)
    assert heads(desk)[0] == "The week, 4–10 Feb 2025: 1 held, 1 quote"
    assert list(desk.states()) == ["2025-02-10", "2025-02-17"]


def test_a_restart_posts_nothing_again(desk):
    desk.digest()
    live(desk, desk.worker(), hours=2)
    assert len(heads(desk)) == 1
    live(desk, desk.worker(), hours=2)
    assert len(heads(desk)) == 1


@pytest.mark.parametrize(
    ("start", "at", "expected"),
    [
        # New York: on 9 March 02:30 does not exist, on 2 November 01:30 comes twice.
        (datetime(2025, 3, 8, 0, tzinfo=UTC), "02:30", ["07:30", "07:30", "06:30"]),
        (datetime(2025, 11, 1, 0, tzinfo=UTC), "01:30", ["05:30", "05:30", "06:30"]),
    ],
)
def test_clock_changes_neither_drop_nor_double_a_digest(desk, start, at, expected):
    desk.clock.moment = start
    desk.digest(at, "America/New_York")
    live(desk, desk.worker(), days=3)
    rows = desk.db.query("SELECT period, due_at, state FROM deliveries ORDER BY id")
    assert [row["due_at"][11:16] for row in rows] == expected
    assert len(heads(desk)) == 3
    assert set(desk.states().values()) == {"posted"}


def test_a_zone_changed_after_the_post_gives_no_second_digest_of_the_day(desk):
    desk.digest()
    worker = desk.worker()
    live(desk, worker, hours=2)
    desk.digest(zone="Europe/London")  # 09:00 there is still to come today
    live(desk, worker, hours=12)
    assert list(desk.states()) == ["2025-02-07"]
    live(desk, worker, hours=21)
    assert list(desk.states()) == ["2025-02-07", "2025-02-08"]


def test_a_time_changed_to_one_that_has_passed_waits_for_tomorrow(desk):
    desk.digest("10:00")
    worker = desk.worker()
    desk.clock.move(minutes=90)  # 09:30 in Tokyo
    desk.digest("09:00")
    live(desk, worker, hours=3)
    assert desk.posted() == []
    live(desk, worker, hours=22)
    assert list(desk.states()) == ["2025-02-08"]


def test_a_missed_digest_is_posted_late(desk):
    desk.digest()
    desk.article(DAY)
    desk.clock.move(hours=12, minutes=59)  # the bot was down; 11:59 late
    live(desk, desk.worker(), minutes=1)
    assert heads(desk) == ["Digest, Fri 7 Feb 2025: 1 held, 1 quote"]


def test_a_digest_missed_by_twelve_hours_is_folded_into_the_next(desk):
    desk.digest()
    desk.article(DAY)
    desk.clock.move(hours=13)
    worker = desk.worker()
    live(desk, worker, hours=11, minutes=30)
    assert desk.posted() == []
    live(desk, worker, hours=1)
    assert heads(desk) == ["Digest, Sat 8 Feb 2025: 1 held, 1 quote"]
    assert desk.states() == {"2025-02-07": "folded", "2025-02-08": "posted"}


def test_days_of_downtime_are_one_digest(desk):
    desk.digest()
    live(desk, desk.worker(), hours=2)
    for offset in (1, 2, 3):
        desk.article(DAY + timedelta(days=offset))
    desk.clock.moment = START + timedelta(days=3, hours=1)
    desk.slack.workspace.forget_messages()
    live(desk, desk.worker(), hours=1, minutes=2)
    assert heads(desk) == ["Digest, Mon 10 Feb 2025: 3 held, 1 quote"]  # the quotes say the same


def test_slack_down_for_an_hour_delays_the_digest_by_an_hour(desk):
    desk.digest()
    desk.article(DAY)
    worker = desk.worker()
    live(desk, worker, minutes=59)
    desk.server.go_down()
    live(desk, worker, hours=1)
    assert desk.posted() == []
    desk.server.come_back()
    live(desk, worker, minutes=10)
    assert [len(thread) for thread in desk.threads()] == [2]
    live(desk, worker, hours=3)
    assert [len(thread) for thread in desk.threads()] == [2]


def test_slack_down_past_the_limit_folds_the_digest_into_the_next(desk):
    desk.digest()
    desk.article(DAY)
    worker = desk.worker()
    desk.server.go_down()
    live(desk, worker, hours=20)
    desk.server.come_back()
    live(desk, worker, hours=6)
    assert heads(desk) == ["Digest, Sat 8 Feb 2025: 1 held, 1 quote"]
    assert desk.states() == {"2025-02-07": "folded", "2025-02-08": "posted"}


def test_an_unposted_digest_found_when_the_next_is_due_is_told_by_that_one(desk):
    desk.digest()
    desk.article(DAY)
    desk.server.go_down()
    live(desk, desk.worker(), hours=1, minutes=5)
    assert desk.states() == {"2025-02-07": "waiting"}
    desk.clock.moment = START + timedelta(days=1, minutes=1)
    desk.server.come_back()
    live(desk, desk.worker(), minutes=10)
    assert heads(desk) == ["Digest, Sat 8 Feb 2025: 1 held, 1 quote"]
    assert desk.states() == {"2025-02-07": "folded", "2025-02-08": "posted"}


def test_two_processes_on_one_database_post_one_digest(desk):
    desk.digest()
    desk.digest(channel=OTHER)
    desk.article(DAY)
    one, other = desk.worker(), desk.worker()
    live(desk, one, other, hours=26)
    assert [len(thread) for thread in desk.threads()] == [2, 1]
    assert [len(thread) for thread in desk.threads(OTHER)] == [2, 1]


@pytest.mark.parametrize("posted", [0, 1, 2])
@pytest.mark.parametrize("lost", [True, False])
def test_a_second_process_finishes_what_a_dead_one_began(desk, posted, lost):
    desk.digest()
    desk.article(DAY)
    dying, standing_by = desk.worker(), desk.worker()
    desk.clock.moment = START
    dying.holds_lease()
    for _ in range(posted):
        dying.turn()
        desk.clock.move(seconds=1)
    if lost:  # it died with an answer on its way
        desk.slack.faults.drop("chat.postMessage", accepted=True)
        dying.turn()
    live(desk, standing_by, seconds=TERM.total_seconds() - 5)
    in_slack = len(desk.posted())
    assert in_slack == min(2, posted + lost)
    live(desk, standing_by, minutes=15)
    assert [len(thread) for thread in desk.threads()] == [2]
    assert desk.states() == {"2025-02-07": "posted"}


def test_a_worker_that_ends_well_hands_over_at_once(desk):
    desk.digest()
    one, other = desk.worker(), desk.worker()
    desk.clock.moment = START
    assert one.holds_lease()
    one.close()
    assert other.holds_lease()


@pytest.mark.parametrize(
    ("close", "reason"),
    [
        (lambda desk: desk.server.archive(CHANNEL), "is archived"),
        (lambda desk: desk.server.remove_bot(CHANNEL), "not in the channel"),
    ],
)
def test_a_closed_channel_pauses_its_digest_and_its_asker_is_told(desk, close, reason):
    kept = desk.digest()
    desk.digest(channel=OTHER)
    worker = desk.worker()
    close(desk)
    live(desk, worker, hours=50)
    assert desk.posted() == []
    assert len(heads(desk, OTHER)) == 3  # the others go on
    assert find_subscription(desk.db, kept.id).paused
    direct = desk.slack.workspace.direct(ASKER, desk.slack.bot)
    (told,) = desk.posted(direct.id)
    assert reason in told
    assert "/alliance digest resume" in told


def test_a_resumed_digest_goes_on_with_what_was_not_told(desk):
    kept = desk.digest()
    desk.article(DAY)
    worker = desk.worker()
    desk.server.remove_bot(CHANNEL)
    live(desk, worker, hours=3)
    desk.slack.workspace.channel(CHANNEL).members.add(desk.slack.bot)
    resume(desk.db, kept.id, desk.clock())
    live(desk, worker, hours=24)
    assert heads(desk) == ["Digest, Sat 8 Feb 2025: 1 held, 1 quote"]


def test_a_revoked_token_holds_everything_until_there_is_a_good_one(desk, caplog):
    kept = desk.digest()
    desk.article(DAY)
    worker = desk.worker()
    desk.server.revoke_tokens()
    live(desk, worker, hours=3)
    assert "token_revoked" in caplog.text
    desk.slack.tokens.revoked.clear()
    live(desk, desk.worker(), minutes=10)
    assert heads(desk) == ["Digest, Fri 7 Feb 2025: 1 held, 1 quote"]
    assert not find_subscription(desk.db, kept.id).paused
