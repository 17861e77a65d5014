from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.digest import (
    Change,
    News,
    Window,
    as_of,
    choose_quotes,
    make_digest,
    novelty,
    party_weight,
    tells_news,
)
from bot.kept import Report, Source, StoredMeeting, StoredQuote
from bot.models import (
    Certainty,
    DateSpan,
    Format,
    Meeting,
    Party,
    PartyKind,
    Precision,
    Quote,
    Status,
)

DAY = date(2025, 2, 7)
WINDOW = Window(since=DAY - timedelta(days=1), day=DAY)
PREMIER = Party(name="Aki Mori", key="aki-mori", office="Prime Minister", side="Japan")
MINISTER = Party(name="Rei Sato", key="rei-sato", office="Foreign Minister", side="Japan")
ENVOY = Party(name="Ellen Grant", key="ellen-grant", office="Ambassador", side="U.S.")
OLD, NEW, NEWER = 1, 10, 11


def source(article: int) -> Source:
    return Source(article_id=article, outlet=f"Outlet {article}", published=DAY)


def day(offset: int) -> DateSpan:
    moment = DAY + timedelta(days=offset)
    return DateSpan(start=moment, end=moment, precision=Precision.DAY)


def told(status: Status, when: DateSpan | None, *parties: Party) -> Meeting:
    return Meeting(
        participants=parties or (PREMIER, ENVOY),
        status=status,
        certainty=Certainty.REPORTED,
        format=Format.IN_PERSON,
        date=when,
    )


def meeting(*reports: tuple[int, Meeting], number: int = 1) -> StoredMeeting:
    """A meeting as its last report tells it."""
    kept = tuple(
        Report(id=place, source=source(article), meeting=one)
        for place, (article, one) in enumerate(reports)
    )
    return StoredMeeting(id=number, meeting=reports[-1][1], reports=kept, day=DAY)


def quote(text: str, speaker: Party | None = PREMIER, *, articles=(NEW,), **more: Any):
    said = Quote(text=text, start=0, end=len(text), direct=True, utterance=1, speaker=speaker)
    fields = {"day": DAY} | more
    return StoredQuote(id=hash(text), quote=said, sources=tuple(map(source, articles)), **fields)


def digest(*meetings: StoredMeeting, quotes=(), coming=()):
    news = News(articles=frozenset({NEW, NEWER}), meetings=meetings, quotes=quotes, coming=coming)
    return make_digest(news, WINDOW)


HELD = told(Status.HELD, day(0))
PLANNED = told(Status.PLANNED, day(3))


def test_several_outlets_on_one_event_are_one_item_with_its_sources():
    made = digest(meeting((NEW, HELD), (NEWER, HELD)))
    (kept,) = made.held
    assert [found.outlet for found in kept.sources] == ["Outlet 10", "Outlet 11"]


def test_a_meeting_that_was_planned_and_now_was_held_is_news():
    assert len(digest(meeting((OLD, told(Status.PLANNED, day(0))), (NEW, HELD))).held) == 1


@pytest.mark.parametrize(
    "reports",
    [
        ((OLD, HELD), (NEW, HELD)),  # told already
        ((NEW, told(Status.HELD, day(-60))),),  # background
        ((NEW, told(Status.HELD, None)),),  # nobody knows when
    ],
)
def test_what_was_told_before_or_is_long_past_is_no_news(reports):
    assert digest(meeting(*reports)).quiet


@pytest.mark.parametrize(
    ("reports", "change", "was"),
    [
        (((NEW, PLANNED),), Change.NEW, None),
        (((OLD, PLANNED), (NEW, told(Status.PLANNED, day(5)))), Change.MOVED, day(3)),
        (((OLD, PLANNED), (NEW, told(Status.CANCELLED, day(3)))), Change.CANCELLED, None),
    ],
)
def test_what_is_new_about_a_planned_meeting(reports, change, was):
    (planned,) = digest(meeting(*reports)).planned
    assert (planned.change, planned.was) == (change, was)


def test_a_finer_date_is_no_move_and_a_plan_told_before_no_news():
    month = DateSpan(start=DAY, end=DAY + timedelta(days=21), precision=Precision.MONTH)
    vague = told(Status.PLANNED, month)
    assert digest(meeting((OLD, vague), (NEW, PLANNED))).quiet
    assert digest(meeting((OLD, PLANNED), (NEW, PLANNED))).quiet
    some_day = told(Status.PLANNED, DateSpan(start=DAY, end=None, precision=Precision.OPEN))
    assert digest(meeting((OLD, PLANNED), (NEW, some_day))).quiet


def test_a_plan_whose_day_has_passed_is_no_news():
    assert digest(meeting((NEW, told(Status.PLANNED, day(-2))))).quiet


def test_the_week_ahead_leaves_out_what_stands_above_it():
    known = meeting((OLD, PLANNED), number=2)
    later = meeting((OLD, told(Status.PLANNED, day(12))), number=3)
    new = meeting((NEW, PLANNED), number=4)
    made = digest(new, coming=(known, later, new))
    assert [kept.id for kept in made.coming] == [2]
    assert [planned.meeting.id for planned in made.planned] == [4]


def test_heads_of_government_come_before_envoys():
    low = meeting((NEW, told(Status.HELD, day(0), ENVOY)), number=1)
    high = meeting((NEW, told(Status.HELD, day(0), PREMIER, ENVOY)), number=2)
    assert [kept.id for kept in digest(low, high).held] == [2, 1]


def test_one_quote_a_speaker_comes_first_and_five_are_the_most():
    premier = [
        quote(text)
        for text in (
            "We will build a bridge across the river",
            "Trade talks open in the spring of next year",
            "Nobody wants a quarrel over fishing rights",
            "My visit to Ottawa was put off until autumn",
            "Energy prices worry every household here",
            "Exchange students bring our peoples together",
        )
    ]
    envoy = quote("The ambassador is happy to be at the opening today", ENVOY)
    chosen = choose_quotes(News(quotes=[*premier, envoy]), WINDOW)
    assert len(chosen) == 5
    assert {kept.quote.speaker.name for kept in chosen[:2]} == {"Aki Mori", "Ellen Grant"}


def test_a_quote_weighs_by_office_outlets_and_what_is_new_in_it():
    text = "The alliance has never been as strong as today"
    low, high = quote(f"{text}, she said", ENVOY), quote(f"{text}, he said", PREMIER)
    assert choose_quotes(News(quotes=[low, high]), WINDOW)[0] == high
    one, many = (
        quote(text, MINISTER),
        quote("We have a plan for the coming year", ENVOY, articles=range(9)),
    )
    assert choose_quotes(News(quotes=[one, many]), WINDOW)[0] == many
    again, fresh = quote(text), quote("We shall close the base at the harbour in May")
    news = News(quotes=[again, fresh], earlier={"aki-mori": [text]})
    assert choose_quotes(news, WINDOW)[0] == fresh


@pytest.mark.parametrize(
    "unworthy",
    [
        quote("Yes indeed"),
        quote("Somebody said that this is how it will be", None),
        quote("We said this long ago and nobody listened", day=DAY - timedelta(days=40)),
    ],
)
def test_scraps_unknown_mouths_and_old_words_are_left_out(unworthy):
    assert choose_quotes(News(quotes=[unworthy]), WINDOW) == []


def test_the_same_words_twice_are_told_once():
    first = quote("We will deepen the alliance in every field there is")
    second = quote("We will deepen the alliance in every field")
    assert len(choose_quotes(News(quotes=[first, second]), WINDOW)) == 1


def test_novelty_runs_from_said_already_to_new():
    said = ["We will deepen the alliance"]
    assert novelty("We will deepen the alliance", said) == 0
    assert novelty("Trade talks open in March", said) > 0.5
    assert novelty("Anything", []) == 1


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        ("President", "Vice President"),
        ("Prime Minister", "Foreign Minister"),
        ("Secretary of State", "Deputy Secretary of State"),
        ("Foreign Minister", "Vice Foreign Minister"),
        ("Ambassador to Japan", "White House press secretary"),
    ],
)
def test_offices_are_weighed_by_rank(higher, lower):
    weights = [party_weight(Party(name="X", office=office)) for office in (higher, lower)]
    assert weights[0] > weights[1]


def test_bodies_and_roles_weigh_little():
    body = Party(name="the White House", kind=PartyKind.BODY)
    role = Party(name="a senior official", kind=PartyKind.ROLE, office="President's aide")
    assert party_weight(PREMIER) > party_weight(body) > party_weight(role) == party_weight(None)


def test_a_report_is_news_to_followers_if_it_is_first_or_changes_something():
    assert tells_news(meeting((NEW, PLANNED)), NEW)
    assert not tells_news(meeting((OLD, PLANNED), (NEW, PLANNED)), NEW)
    assert tells_news(meeting((OLD, told(Status.PLANNED, day(0))), (NEW, HELD)), NEW)
    assert tells_news(meeting((OLD, PLANNED), (NEW, told(Status.PLANNED, day(5)))), NEW)


def test_a_past_digest_knows_no_more_than_its_day_did():
    was = Source(article_id=OLD, published=DAY - timedelta(days=9))
    kept = meeting((OLD, PLANNED), (NEW, HELD))
    first, second = kept.reports
    kept = replace(kept, reports=(replace(first, source=was), second))
    then = as_of(kept, DAY - timedelta(days=1))
    assert then is not None
    assert (then.meeting.status, len(then.reports)) == (Status.PLANNED, 1)
    assert as_of(kept, DAY) == kept
    assert as_of(kept, DAY - timedelta(days=10)) is None
