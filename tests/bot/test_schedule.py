from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.kept import Schedule
from bot.schedule import (
    Due,
    ScheduleError,
    describe,
    due_on,
    latest_due,
    next_due,
    read_order,
    read_time,
)

# Zones that move by an hour (both hemispheres), by half an hour, at midnight, or by a whole day.
ZONES = (
    "Asia/Tokyo",
    "America/New_York",
    "Europe/London",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "America/Havana",
    "Pacific/Apia",
    "Africa/Casablanca",
    "UTC",
)
schedules = st.builds(
    Schedule,
    at=st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    zone=st.sampled_from(ZONES),
    days=st.frozensets(st.integers(0, 6), min_size=1),
)
moments = st.datetimes(datetime(2011, 1, 1), datetime(2030, 1, 1)).map(
    lambda moment: moment.replace(tzinfo=UTC)
)


def local(due: Due, zone: str) -> str:
    return f"{due.at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"


def due_then(schedule: Schedule, day: date) -> Due:
    due = due_on(schedule, day)
    assert due is not None
    return due


@pytest.mark.parametrize(
    ("words", "at", "zone", "days"),
    [
        ("here at 09:00 Asia/Tokyo weekdays", time(9), "Asia/Tokyo", {0, 1, 2, 3, 4}),
        ("here at 9 am tokyo", time(9), "Asia/Tokyo", set(range(7))),
        ("at 9:30pm New York on mondays", time(21, 30), "America/New_York", {0}),
        ("every Monday and Thursday at 18.15 JST", time(18, 15), "Asia/Tokyo", {0, 3}),
        ("weekly", time(9), "Europe/Paris", {0}),
        ("12am utc", time(0), "UTC", set(range(7))),
        ("12pm daily", time(12), "Europe/Paris", set(range(7))),
        ("mon, wed, fri 07:05 los angeles", time(7, 5), "America/Los_Angeles", {0, 2, 4}),
        ("", time(9), "Europe/Paris", set(range(7))),
    ],
)
def test_orders_are_read_as_written(words, at, zone, days):
    schedule = read_order(words, zone="Europe/Paris").schedule
    assert schedule == Schedule(at=at, zone=zone, days=frozenset(days))


def test_an_order_names_channel_topic_and_quiet_days():
    order = read_order("<#C012AB3CD|policy> at 8 unless quiet about Status of Forces", "UTC")
    assert (order.channel, order.about, order.skip_quiet) == (
        "C012AB3CD",
        "Status of Forces",
        True,
    )
    assert read_order("here at 8 about", "UTC").about == ""
    assert read_order("C012AB3CD at 8", "UTC").channel == "C012AB3CD"


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("at 25:00", "not a time of day"),
        ("at 9:75", "not a time of day"),
        ("at 13pm", "not a time of day"),
        ("at 9 Asia/Tokio", "did you mean Asia/Tokyo?"),
        ("at 9 qqqqqq", "name a zone"),
    ],
)
def test_what_cannot_be_read_is_answered_with_what_to_write(words, part):
    with pytest.raises(ScheduleError, match=part.replace("?", r"\?")):
        read_order(words, "UTC")


@given(st.text(max_size=60))
def test_any_words_are_read_or_refused_in_one_way(words):
    try:
        order = read_order(words, "UTC")
    except ScheduleError:
        return
    assert next_due(order.schedule, datetime(2025, 2, 7, tzinfo=UTC))


@given(schedules)
def test_a_described_schedule_reads_back_the_same(schedule):
    assert read_order(describe(schedule), zone="UTC").schedule == schedule


@given(schedules, moments)
def test_next_and_latest_meet(schedule, now):
    coming = next_due(schedule, now)
    assert coming.at > now
    assert latest_due(schedule, coming.at) == coming
    before = latest_due(schedule, now)
    assert before is not None
    assert before.at <= now
    assert next_due(schedule, before.at) == coming


@given(schedules, moments)
def test_each_local_day_is_due_once_in_order(schedule, start):
    due = next_due(schedule, start)
    seen = [due]
    for _ in range(40):
        seen.append(next_due(schedule, seen[-1].at))
    assert sorted(set(seen)) == seen
    between = (
        due.day + timedelta(days=offset) for offset in range((seen[-1].day - due.day).days + 1)
    )
    assert [d.day for d in seen] == [day for day in between if due_on(schedule, day)]
    for due in seen:
        assert due.at.astimezone(ZoneInfo(schedule.zone)).date() == due.day


def test_a_time_that_the_clock_skips_is_due_as_much_later():
    schedule = Schedule(at=time(2, 30), zone="America/New_York")
    due = due_then(schedule, date(2025, 3, 9))  # 02:00 becomes 03:00
    assert local(due, schedule.zone) == "2025-03-09 03:30"
    assert local(next_due(schedule, due.at), schedule.zone) == "2025-03-10 02:30"


def test_a_time_that_comes_twice_is_due_the_first_time_only():
    schedule = Schedule(at=time(1, 30), zone="America/New_York")
    due = due_then(schedule, date(2025, 11, 2))  # 02:00 becomes 01:00
    assert due.at == datetime(2025, 11, 2, 5, 30, tzinfo=UTC)
    second_half_past_one = due.at + timedelta(hours=1)
    assert latest_due(schedule, second_half_past_one) == due
    assert next_due(schedule, second_half_past_one).day == date(2025, 11, 3)


def test_nine_stays_nine_across_clock_changes():
    schedule = Schedule(at=time(9), zone="Europe/London")
    winter, summer = due_then(schedule, date(2025, 3, 29)), due_then(schedule, date(2025, 3, 30))
    assert summer.at - winter.at == timedelta(hours=23)
    assert local(summer, schedule.zone) == "2025-03-30 09:00"


def test_a_day_that_a_zone_skipped_has_no_digest():
    schedule = Schedule(at=time(9), zone="Pacific/Apia")
    assert due_on(schedule, date(2011, 12, 30)) is None
    assert due_on(schedule, date(2011, 12, 31)) is not None


def test_a_weekly_digest_is_weekly():
    assert read_order("weekly at 9", "UTC").schedule.weekly
    assert not read_order("weekdays at 9", "UTC").schedule.weekly


@pytest.mark.parametrize("words", ["", "nine", "9:5", "-1", "9:00:00"])
def test_times_that_are_not_times(words):
    with pytest.raises(ScheduleError):
        read_time(words)
