from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.beat import Beat, Event
from bot.models import DateSpan
from bot.reading import spans
from bot.reading.date_relative import Away
from bot.reading.dates import dates_in

BEAT = Beat(
    key="test",
    name="Test",
    events=(
        Event(
            name="U.S. election",
            spellings=("Election Day",),
            start=date(2024, 11, 5),
            end=date(2024, 11, 5),
        ),
        Event(name="APEC", spellings=("APEC",), start=date(2023, 11, 15), end=date(2023, 11, 17)),
        Event(name="APEC", spellings=("APEC",), start=date(2024, 11, 15), end=date(2024, 11, 16)),
    ),
)
FRIDAY = date(2024, 11, 29)


def spans_of(text: str, ahead: bool = False, anchor: date | None = None) -> list[DateSpan | None]:
    return [phrase.span for phrase in dates_in(text, FRIDAY, ahead, BEAT, anchor)]


def iso(text: str, ahead: bool = False, anchor: date | None = None) -> list[str | None]:
    return [span.iso() if span else None for span in spans_of(text, ahead, anchor)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("met on Thursday", "2024-11-28"),
        ("met on Friday evening", "2024-11-29"),
        ("met last Friday", "2024-11-22"),
        ("met Wednesday last week", "2024-11-20"),
        ("Last week, they met late on Friday", "2024-11-22"),
        ("met on Boxing Day last year", "2023-12-26"),
        ("met on New Year’s Eve 2021", "2021-12-31"),
        ("met on Oct. 3", "2024-10-03"),
        ("met on the 18th", "2024-11-18"),
        ("met on the 30th in Lima", "2024-10-30"),
        ("met on Monday, October 7", "2024-10-07"),
        ("met on Friday 13 September", "2024-09-13"),
        ("met on the 3rd of December, 2023", "2023-12-03"),
        ("met on Dec. 19", "2024-12-19"),  # an early report of a trip already under way
        ("met on May 21-24", "2024-05"),
        ("met from March 4 to 5", "2024-03"),
        ("met on 2024-10-03", "2024-10-03"),
        ("met two days after Election Day", "2024-11-07"),
        ("met a week before the vote on July 20", "2024-07-13"),
        ("met in October", "2024-10"),
        ("met in mid-January", "2024-01"),
        ("met late last July", "2024-07"),
        ("met in August 2023", "2023-08"),
        ("met in May", "2024-05"),
        ("met in January last year", "2023-01"),
        ("met earlier this month", "2024-11"),
        ("met last month", "2024-10"),
        ("met yesterday", "2024-11-28"),
        ("met three days ago", "2024-11-26"),
        ("met on the sidelines of APEC", "2024-11"),
        ("met on the sidelines of APEC 2023", "2023-11"),
        ("met at the 2023 APEC summit", "2023-11"),
        ("met in 2019", "2019"),
        ("met in early 2024", "2024"),
        ("met in the summer of 2022", "2022"),
        ("met last spring", "2024"),
        ("met last fall", "2023"),
        ("met two years ago", "2022"),
        ("met two months ago", "2024-09"),
        ("met the year before last", "2022"),
        ("met on Oct. 3 last year", "2023-10-03"),
        ("met at the end of last month", "2024-10"),
        ("met in the middle of August", "2024-08"),
        ("met at the beginning of the month", "2024-11"),
        ("met later in the month", "2024-11"),
        ("met this Wednesday", "2024-11-27"),
        ("On the 18th she met", "2024-11-18"),
        ("met the day before yesterday", "2024-11-27"),
    ],
)
def test_past(text: str, expected: str) -> None:
    assert iso(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("will meet on Monday", "2024-12-02"),
        ("will meet on Friday", "2024-11-29"),
        ("will meet next Tuesday", "2024-12-03"),
        ("will meet on Jan. 7", "2025-01-07"),
        ("will meet in mid-January", "2025-01"),
        ("will meet tomorrow", "2024-11-30"),
        ("will meet next month", "2024-12"),
        ("will meet this Wednesday", "2024-12-04"),
        ("will meet the day after tomorrow", "2024-12-01"),
        ("will meet this coming Monday", "2024-12-02"),
        ("will meet next spring", "2025"),
    ],
)
def test_ahead(text: str, expected: str) -> None:
    assert iso(text, ahead=True) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "2024-20-29",
        "meets as soon as possible",
        "met since Friday",
        "meets before Jan. 20",
        "met days after Election Day",
        "met two days after his arrival",
        "met the following day",
        "met last week",
        "met over the weekend",
        "met the other day",
        "met weeks earlier",
        "met on the 18th floor",
        "will meet in February or later",
        "met on Feb. 30",
    ],
)
def test_what_is_no_day_is_left_open(text: str) -> None:
    assert set(iso(text)) <= {None}


def test_or_later_has_a_start_and_no_end() -> None:
    (span,) = spans_of("will meet in February or later", ahead=True)
    assert span is not None
    assert (span.start, span.end) == (date(2025, 2, 1), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("met the following day", "2024-11-15"),
        ("met a day earlier", "2024-11-13"),
        ("met two days later", "2024-11-16"),
        ("met that evening", "2024-11-14"),
        ("met the same day", "2024-11-14"),
        ("met the next morning", "2024-11-15"),
        ("met two days after that", "2024-11-16"),
        ("met the following Monday", "2024-11-18"),
        ("met in March that year", "2024-03"),
        ("met on the 21st of that month", "2024-11-21"),
        ("met the previous month", "2024-10"),
        ("met a month later", "2024-12"),
    ],
)
def test_relative_to_what_was_told_before(text: str, expected: str) -> None:
    assert iso(text, anchor=date(2024, 11, 14)) == [expected]


def test_of_events_of_one_name_that_of_the_day_told_is_meant() -> None:
    assert iso("met on Nov. 15, 2023, at APEC") == ["2023-11-15", "2023-11"]


def test_the_following_day_is_counted_from_the_day_before_it() -> None:
    text = "will land on Dec. 2 and meet the following day"
    assert iso(text, ahead=True, anchor=date(2024, 11, 14)) == ["2024-12-02", "2024-12-03"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("was called off on Wednesday", "2024-11-27"),
        ("was to be held on Monday", "2024-12-02"),
        ("was to be held on Dec. 10", "2024-12-10"),
        ("was to be held in October", "2024-10"),
        ("was to be held in January", "2025-01"),
    ],
)
def test_either_way_the_nearest_is_meant(text: str, expected: str) -> None:
    spans = [phrase.span for phrase in dates_in(text, FRIDAY, None, BEAT)]
    assert [span and span.iso() for span in spans] == [expected]


def test_days_from_a_clause_are_counted() -> None:
    (phrase,) = dates_in("came a day after they met", FRIDAY, False, BEAT)
    assert (phrase.span, phrase.away) == (None, Away(1))
    (phrase,) = dates_in("spoke hours before meeting her on Nov. 12", FRIDAY, False, BEAT)
    assert (phrase.span and phrase.span.iso(), phrase.away) == ("2024-11-12", Away(0))
    (phrase,) = dates_in("came two months before they met", FRIDAY, False, BEAT)
    assert (phrase.span, phrase.away) == (None, Away(-2, "month"))


def test_without_a_dateline_only_full_dates_count() -> None:
    phrases = dates_in("met on Tuesday and on Jan. 8, 2019", None, False, BEAT)
    assert [p.span and p.span.iso() for p in phrases] == [None, "2019-01-08"]


def test_the_verb_may_is_no_month() -> None:
    assert iso("May the two meet. They may meet.") == []


def test_a_bound_is_marked() -> None:
    (phrase,) = dates_in("since Tuesday", FRIDAY, False, BEAT)
    assert phrase.bound
    (phrase,) = dates_in("following Tuesday's meeting", FRIDAY, False, BEAT)
    assert not phrase.bound


@pytest.mark.parametrize(
    ("text", "ahead", "expected"),
    [
        ("met on October 29", False, "2025-10-29"),
        ("will meet on December 3", True, "2025-12-03"),
        ("met in August", False, "2025-08"),
        ("met on Friday", False, None),
        ("met yesterday", False, None),
    ],
)
def test_a_known_month_tells_the_year_of_a_day(
    text: str, ahead: bool, expected: str | None
) -> None:
    (phrase,) = dates_in(text, None, ahead, BEAT, month=spans.month(2025, 11))
    assert (phrase.span.iso() if phrase.span else None) == expected


PIECES = (
    "on in last next this late mid- early Friday May March 31 30 7 2024 -20-29 , two days weeks "
    "after before Election Day APEC the following day ago month year or later Feb. to and"
)


DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(
    st.lists(st.sampled_from(PIECES.split())).map(" ".join) | st.text(), DAYS, st.booleans(), DAYS
)
def test_any_text_gives_ordered_spans_inside_it(
    text: str, dateline: date, ahead: bool, anchor: date
) -> None:
    end = 0
    for phrase in dates_in(text, dateline, ahead, BEAT, anchor):
        assert end <= phrase.start < phrase.end <= len(text)
        end = phrase.end
        if phrase.span and phrase.span.end:
            assert phrase.span.start <= phrase.span.end
