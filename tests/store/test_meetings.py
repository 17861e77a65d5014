from datetime import date, timedelta

import pytest

from bot.kept import Verdict
from bot.models import Certainty, Format, Party, Status
from store.articles import keep_reading
from store.meetings import all_meetings, latest_meetings, meetings_between, undecided_pairs
from tests.store.conftest import GRANT, MORI, make_meeting, make_reading

FIELD = Party(name="Jo Field", key="jo-field")


def by_people(one, other):
    """A stand-in for the bot's judgement: the same people on days that touch."""
    names = [{party.name for party in meeting.participants} for meeting in (one, other)]
    if names[0] == names[1] and one.format == other.format:
        return Verdict.SAME
    return Verdict.DOUBTFUL if names[0] & names[1] else Verdict.DIFFERENT


def keep(db, name, *meetings, published=date(2025, 2, 8)):
    reading = make_reading(name, meetings=meetings, published=published, outlet=name)
    keep_reading(db, reading, same_event=by_people)


PLANNED = {"status": Status.PLANNED, "certainty": Certainty.ARRANGING}


def test_a_meeting_comes_back_as_it_was_read(db):
    meeting = make_meeting(venue="the State Guest House", topics=("deterrence",))
    keep(db, "a", meeting)
    (stored,) = latest_meetings(db, 9)
    assert stored.meeting == meeting
    assert stored.reports[0].meeting == meeting
    assert stored.day == date(2025, 2, 7)


def test_several_reports_are_one_event_and_its_history(db):
    keep(db, "first", make_meeting(day=date(2025, 2, 10), **PLANNED), published=date(2025, 1, 20))
    keep(db, "then", make_meeting(day=date(2025, 2, 12), **PLANNED), published=date(2025, 2, 1))
    keep(db, "last", make_meeting(day=date(2025, 2, 12)), published=date(2025, 2, 13))
    (stored,) = latest_meetings(db, 9)
    history = [(r.source.outlet, r.meeting.status, r.meeting.date.iso()) for r in stored.reports]
    assert history == [
        ("first", "planned", "2025-02-10"),
        ("then", "planned", "2025-02-12"),
        ("last", "held", "2025-02-12"),
    ]
    assert stored.meeting.status is Status.HELD
    assert stored.meeting.date.iso() == "2025-02-12"


def test_of_very_many_meetings_the_one_of_that_day_is_found(db):
    for number in range(250):
        day = date(2024, 6, 1) + timedelta(days=number)
        meetings = [make_meeting(day=day), make_meeting(MORI, Party(name="Jo"), day=day)]
        keep_reading(db, make_reading(f"a{number}", meetings=meetings, published=day))
    keep_reading(db, make_reading("z", meetings=[make_meeting(day=date(2024, 6, 2))]))
    assert db.table("meetings").count == 500


def test_what_was_held_stays_held_when_an_old_preview_comes_in_late(db):
    keep(db, "report", make_meeting(), published=date(2025, 2, 8))
    keep(db, "preview", make_meeting(**PLANNED), published=date(2025, 2, 9))
    assert latest_meetings(db, 1)[0].meeting.status is Status.HELD


def test_the_order_of_storing_does_not_matter(db):
    keep(db, "report", make_meeting(), published=date(2025, 2, 8))
    keep(db, "plan", make_meeting(**PLANNED), published=date(2025, 1, 9))
    (stored,) = latest_meetings(db, 1)
    assert stored.meeting.status is Status.HELD
    assert [report.source.outlet for report in stored.reports] == ["plan", "report"]


def test_a_plan_can_be_called_off(db):
    cancelled = {"status": Status.CANCELLED, "certainty": Certainty.DECLINED}
    keep(db, "plan", make_meeting(**PLANNED), published=date(2025, 1, 9))
    keep(db, "off", make_meeting(**cancelled), published=date(2025, 1, 20))
    (stored,) = latest_meetings(db, 1)
    assert (stored.meeting.status, stored.meeting.certainty) == ("cancelled", "declined")


def test_what_one_report_leaves_out_another_tells(db):
    vague = make_meeting(day=None, city=None, country=None)
    keep(db, "a", make_meeting(city="Tokyo", country="Japan"), published=date(2025, 2, 7))
    keep(db, "b", vague, published=date(2025, 2, 9))
    (stored,) = latest_meetings(db, 9)
    assert (stored.meeting.date.iso(), stored.meeting.place) == ("2025-02-07", "Tokyo, Japan")


@pytest.mark.parametrize("day", [date.min, date(1868, 1, 3), date.max])
def test_any_day_can_be_kept(db, day):
    keep(db, "a", make_meeting(day=day))
    assert latest_meetings(db, 1)[0].day == day


def test_a_call_and_a_visit_are_two_events(db):
    keep(db, "a", make_meeting(), make_meeting(format=Format.PHONE))
    assert len(latest_meetings(db, 9)) == 2


def test_two_meetings_of_one_article_stay_two(db):
    keep(db, "a", make_meeting(sentence="One."), make_meeting(sentence="Two."))
    assert len(latest_meetings(db, 9)) == 2


def test_without_a_judgement_only_a_known_day_makes_two_reports_one(db):
    for name, meeting in (("a", make_meeting(day=None)), ("b", make_meeting(day=None))):
        keep_reading(db, make_reading(name, meetings=[meeting]))
    assert len(latest_meetings(db, 9)) == 2
    for name in ("c", "d"):
        keep_reading(db, make_reading(name, meetings=[make_meeting()]))
    assert sorted(len(m.reports) for m in latest_meetings(db, 9)) == [1, 1, 2]


def test_a_meeting_without_a_date_keeps_its_id_through_rereading(db):
    keep(db, "a", make_meeting(day=None))
    (before,) = latest_meetings(db, 9)
    reading = make_reading("a", meetings=[make_meeting(day=None, topics=("trade",))])
    keep_reading(db, reading, reader="2", same_event=lambda one, other: Verdict.DIFFERENT)
    (after,) = latest_meetings(db, 9)
    assert (after.id, after.meeting.topics) == (before.id, ("trade",))


def test_a_doubtful_pair_becomes_a_suggestion(db):
    keep(db, "a", make_meeting(MORI, GRANT))
    keep(db, "b", make_meeting(MORI, GRANT, FIELD))
    assert len(latest_meetings(db, 9)) == 2
    ((one, other),) = undecided_pairs(db)
    assert {len(one.meeting.participants), len(other.meeting.participants)} == {2, 3}


def test_an_undated_meeting_is_not_doubted_beside_what_is_long_past(db):
    keep(db, "old", make_meeting(MORI, GRANT, FIELD, day=None), published=date(2022, 2, 8))
    keep(db, "news", make_meeting(MORI, GRANT))
    assert undecided_pairs(db) == []


def test_an_event_that_no_article_reports_any_more_is_gone(db):
    keep(db, "a", make_meeting())
    keep_reading(db, make_reading("a", text="Changed."))
    assert latest_meetings(db, 9) == []
    assert db.table("documents").count == 0


def test_latest_is_by_report_and_goes_page_by_page(db):
    for day in (3, 9, 1, 7, 5):
        meeting = make_meeting(Party(name=f"P {day}", key=f"p{day}"), day=date(2026, 1, 20 - day))
        keep(db, f"a{day}", meeting, published=date(2025, 1, day))
    first = latest_meetings(db, 2)
    second = latest_meetings(db, 2, before=(f"{first[-1].reported}", first[-1].id))
    assert [m.sources[0].published.day for m in (*first, *second)] == [9, 7, 5, 3]


def test_meetings_between_two_days(db):
    for day in (3, 9, 14):
        keep(db, f"a{day}", make_meeting(Party(name=f"P{day}"), day=date(2025, 1, day)))
    found = meetings_between(db, date(2025, 1, 4), date(2025, 1, 14))
    assert [m.day.day for m in found] == [9, 14]


def test_off_beat_only_when_asked_for(db):
    keep(db, "a", make_meeting(on_beat=False))
    assert latest_meetings(db, 9) == []
    assert len(latest_meetings(db, 9, off_beat=True)) == 1


def test_all_meetings_come_newest_first_page_after_page(db):
    for number in range(1, 6):
        day = date(2025, 2, number)
        envoys = (Party(name=f"Envoy {number}"), Party(name=f"Host {number}"))
        keep(db, f"report {number}", make_meeting(*envoys, day=day), published=day)
    days = [stored.day.day for stored in all_meetings(db, at_a_time=2)]
    assert days == [5, 4, 3, 2, 1]
