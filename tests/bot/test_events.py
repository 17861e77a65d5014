from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.events import same_event, status_history
from bot.kept import Report, Source, Verdict
from bot.models import Certainty, DateSpan, Format, Meeting, Party, PartyKind, Precision, Status

ISHIBA = Party(name="Shigeru Ishiba", key="shigeru-ishiba", side="Japan")
TRUMP = Party(name="Donald Trump", key="donald-trump", side="United States")
RUBIO = Party(name="Marco Rubio", key="marco-rubio", side="United States")
YOON = Party(name="Yoon Suk-yeol", key="yoon-suk-yeol", side="South Korea")
JAPAN = Party(name="Japan", key="Japan", kind=PartyKind.BODY, side="Japan")
US = Party(name="United States", key="United States", kind=PartyKind.BODY, side="United States")
REPORTED = {
    Status.HELD: Certainty.REPORTED,
    Status.PLANNED: Certainty.SCHEDULED,
    Status.CANCELLED: Certainty.DECLINED,
}


def day(month: int, number: int) -> DateSpan:
    at = date(2025, month, number)
    return DateSpan(start=at, end=at, precision=Precision.DAY)


def meeting(
    when: DateSpan | None = None,
    status: Status = Status.HELD,
    who: tuple[Party, ...] = (ISHIBA, TRUMP),
    how: Format = Format.IN_PERSON,
    city: str | None = None,
    country: str | None = None,
    certainty: Certainty | None = None,
) -> Meeting:
    return Meeting(
        participants=who,
        status=status,
        certainty=certainty or REPORTED[status],
        format=how,
        date=when,
        city=city,
        country=country,
    )


FEBRUARY = DateSpan(start=date(2025, 2, 1), end=date(2025, 2, 28), precision=Precision.MONTH)
SOME_TIME = DateSpan(start=date(2025, 1, 8), end=None, precision=Precision.OPEN)


def test_three_outlets_on_one_summit() -> None:
    reports = [
        meeting(day(2, 7), city="Washington", country="United States"),
        meeting(day(2, 8), who=(TRUMP, ISHIBA)),  # a day ahead in Tokyo
        meeting(day(2, 7), who=(ISHIBA, TRUMP, RUBIO), country="United States"),
    ]
    for one, other in permutations(reports, 2):
        assert same_event(one, other) is Verdict.SAME


def test_two_calls_a_week_apart() -> None:
    first, second = meeting(day(2, 3), how=Format.PHONE), meeting(day(2, 10), how=Format.PHONE)
    assert same_event(first, second) is Verdict.DIFFERENT


def test_a_call_and_a_visit_on_one_day() -> None:
    call, visit = meeting(day(2, 7), how=Format.PHONE), meeting(day(2, 7))
    assert same_event(call, visit) is Verdict.DIFFERENT


@pytest.mark.parametrize("plan", [day(2, 7), FEBRUARY, SOME_TIME])
def test_a_plan_and_what_came_of_it(plan: DateSpan) -> None:
    planned = meeting(plan, Status.PLANNED)
    assert same_event(planned, meeting(day(2, 7), city="Washington")) is Verdict.SAME


def test_a_plan_for_another_time() -> None:
    planned = meeting(day(6, 15), Status.PLANNED)
    assert same_event(planned, meeting(day(2, 7))) is Verdict.DIFFERENT


def test_planned_postponed_held() -> None:
    planned = meeting(day(2, 7), Status.PLANNED)
    postponed = meeting(day(2, 7), Status.CANCELLED, certainty=Certainty.POSTPONED)
    held = meeting(day(2, 21))
    assert same_event(planned, postponed) is Verdict.SAME
    assert same_event(postponed, held) is Verdict.SAME


def test_dropped_and_another_one_held() -> None:
    dropped = meeting(day(2, 7), Status.CANCELLED)
    assert same_event(dropped, meeting(day(2, 21))) is Verdict.DIFFERENT


def test_other_people() -> None:
    assert same_event(meeting(day(2, 7)), meeting(day(2, 7), who=(ISHIBA, YOON))) is (
        Verdict.DIFFERENT
    )


def test_countries_stand_for_their_leaders() -> None:
    assert same_event(meeting(day(2, 7)), meeting(day(2, 7), who=(JAPAN, US))) is Verdict.SAME


def test_a_trilateral_beside_a_bilateral_is_doubtful() -> None:
    trilateral = meeting(day(2, 7), who=(ISHIBA, TRUMP, YOON))
    assert same_event(meeting(day(2, 7)), trilateral) is Verdict.DOUBTFUL


def test_another_leader_of_the_same_country_met_another_time() -> None:
    kishida = Party(name="Fumio Kishida", key="fumio-kishida", side="Japan")
    with_ishiba = meeting(day(2, 7), who=(ISHIBA, TRUMP, YOON))
    with_kishida = meeting(day(2, 7), who=(kishida, TRUMP, YOON))
    assert same_event(with_ishiba, with_kishida) is Verdict.DIFFERENT


def test_doubtful_in_two_ways_is_different() -> None:
    trilateral = meeting(day(2, 7), who=(ISHIBA, TRUMP, YOON))
    assert same_event(meeting(), trilateral) is Verdict.DIFFERENT


def test_another_city_is_doubtful_and_another_country_is_not() -> None:
    tokyo = meeting(day(2, 7), city="Tokyo", country="Japan")
    osaka = meeting(day(2, 7), city="Osaka", country="Japan")
    lima = meeting(day(2, 7), city="Lima", country="Peru")
    assert same_event(tokyo, osaka) is Verdict.DOUBTFUL
    assert same_event(tokyo, lima) is Verdict.DIFFERENT


def test_without_a_day_it_is_doubtful() -> None:
    assert same_event(meeting(), meeting(day(2, 7))) is Verdict.DOUBTFUL


def report(number: int, published: date | None, told: Meeting) -> Report:
    return Report(id=number, source=Source(article_id=number, published=published), meeting=told)


def test_status_history() -> None:
    reports = [
        report(3, date(2025, 2, 22), meeting(day(2, 21))),
        report(1, date(2025, 1, 10), meeting(day(2, 7), Status.PLANNED)),
        report(2, date(2025, 1, 12), meeting(day(2, 7), Status.PLANNED)),
        report(
            4,
            date(2025, 2, 5),
            meeting(day(2, 7), Status.CANCELLED, certainty=Certainty.POSTPONED),
        ),
        report(5, date(2025, 2, 23), meeting(day(2, 21), Status.PLANNED)),
    ]
    assert [(step.status, step.report.id) for step in status_history(reports)] == [
        (Status.PLANNED, 1),
        (Status.CANCELLED, 4),
        (Status.HELD, 3),
    ]


DAYS = st.dates(date(2024, 1, 1), date(2025, 12, 31))
SPANS = st.none() | st.builds(
    lambda start, length, precision: DateSpan(
        start=start, end=max(start, length), precision=precision
    ),
    DAYS,
    DAYS,
    st.sampled_from(Precision),
)
MEETINGS = st.builds(
    meeting,
    SPANS,
    st.sampled_from(Status),
    st.permutations([ISHIBA, TRUMP, RUBIO, YOON, JAPAN, US]).map(lambda p: tuple(p[:3])),
    st.sampled_from(Format),
    st.sampled_from([None, "Tokyo", "Washington"]),
)


@given(MEETINGS, MEETINGS)
def test_the_order_does_not_matter(one: Meeting, other: Meeting) -> None:
    assert same_event(one, other) is same_event(other, one)
