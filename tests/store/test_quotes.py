from datetime import date

import pytest

from bot.models import DateSpan, Party, PartyKind, Precision
from store.articles import keep_reading
from store.quotes import all_quotes, latest_quotes, quotes_by_id
from tests.store.conftest import GRANT, MORI, make_meeting, make_quote, make_reading, on_day


def test_a_quote_comes_back_as_it_was_read(db):
    quote = make_quote(
        guess=GRANT,
        mention="the minister",
        inner_speaker="an aide",
        listener="reporters",
        occasion="in Tokyo",
        said_on=DateSpan(
            start=date(2025, 2, 1),
            end=date(2025, 2, 28),
            precision=Precision.MONTH,
            words="in Feb.",
        ),
        topics=("deterrence", "Taiwan"),
    )
    keep_reading(db, make_reading(quotes=[quote]))
    (stored,) = latest_quotes(db, 9)
    assert stored.quote == quote
    assert stored.day == date(2025, 2, 8)  # a month is not a day: the publication counts
    assert stored.sources[0].outlet == "Example Daily"


def test_a_quote_knows_the_meeting_at_which_it_was_said(db):
    reading = make_reading(meetings=[make_meeting()], quotes=[make_quote(meeting=0)])
    keep_reading(db, reading)
    assert latest_quotes(db, 1)[0].meeting_id is not None


def test_newest_first_and_page_by_page(db):
    for day in (3, 9, 1, 7, 5):
        said = make_quote(f"Words of day {day}", said_on=on_day(date(2025, 1, day)))
        keep_reading(db, make_reading(f"a{day}", quotes=[said]))
    first = latest_quotes(db, 2)
    second = latest_quotes(db, 2, before=first[-1].cursor)
    assert [q.day.day for q in (*first, *second)] == [9, 7, 5, 3]


def test_reported_speech_of_nobody_known_can_be_left_out(db):
    unknown = make_quote("they would meet", speaker=None, direct=False)
    cried = make_quote("Somebody cried this", speaker=None)
    reported = make_quote("ties would deepen", direct=False)
    keep_reading(db, make_reading(quotes=[unknown, cried, reported]))
    assert len(latest_quotes(db, 9)) == 3
    shown = {kept.quote.text for kept in latest_quotes(db, 9, attributed=True)}
    assert shown == {"Somebody cried this", "ties would deepen"}


def test_off_beat_only_when_asked_for(db):
    keep_reading(db, make_reading(quotes=[make_quote(on_beat=False)]))
    assert latest_quotes(db, 9) == []
    assert len(latest_quotes(db, 9, off_beat=True)) == 1


def outlets(stored):
    return [source.outlet for source in stored.sources]


def test_the_same_words_in_several_outlets_are_one_quote(db):
    keep_reading(db, make_reading("a", quotes=[make_quote("We will deepen it")], outlet="A"))
    keep_reading(db, make_reading("b", quotes=[make_quote("“We will deepen it,”")], outlet="B"))
    (stored,) = latest_quotes(db, 9)
    assert outlets(stored) == ["A", "B"]


@pytest.mark.parametrize(
    "other",
    [
        {"speaker": GRANT},
        {"speaker": None},
        {"direct": False},
        {"text": "We will deepen the alliances"},
    ],
)
def test_other_words_or_another_speaker_are_another_quote(db, other):
    keep_reading(db, make_reading("a", quotes=[make_quote()]))
    keep_reading(db, make_reading("b", quotes=[make_quote(**other)]))
    assert len(latest_quotes(db, 9)) == 2


def test_the_same_words_months_later_are_said_again(db):
    keep_reading(db, make_reading("a", quotes=[make_quote()], published=date(2025, 2, 8)))
    keep_reading(db, make_reading("b", quotes=[make_quote()], published=date(2025, 5, 8)))
    assert len(latest_quotes(db, 9)) == 2


def test_speakers_known_by_function_only_are_told_by_their_words(db):
    official = Party(name="a senior official", kind=PartyKind.ROLE)
    other = Party(name="a ministry official", kind=PartyKind.ROLE)
    for name, speaker in (("a", official), ("b", official), ("c", other)):
        keep_reading(db, make_reading(name, quotes=[make_quote(speaker=speaker)]))
    assert sorted(len(q.sources) for q in latest_quotes(db, 9)) == [1, 2]


def test_when_the_first_source_drops_a_quote_the_next_one_carries_it(db):
    keep_reading(db, make_reading("a", quotes=[make_quote()], outlet="A"))
    keep_reading(db, make_reading("b", quotes=[make_quote()], outlet="B"))
    keep_reading(db, make_reading("c", quotes=[make_quote()], outlet="C"))
    keep_reading(db, make_reading("a", quotes=[], outlet="A", text="Changed."))
    (stored,) = latest_quotes(db, 9)
    assert outlets(stored) == ["B", "C"]


def test_a_repeat_with_a_corrected_speaker_leaves_the_others(db):
    keep_reading(db, make_reading("a", quotes=[make_quote()], outlet="A"))
    keep_reading(db, make_reading("b", quotes=[make_quote()], outlet="B"), reader="1")
    (before,) = latest_quotes(db, 9)
    keep_reading(db, make_reading("b", quotes=[make_quote(speaker=GRANT)], outlet="B"), reader="2")
    found = {q.quote.speaker.name: outlets(q) for q in latest_quotes(db, 9)}
    assert found == {MORI.name: ["A"], GRANT.name: ["B"]}
    assert quotes_by_id(db, [before.id])[0].quote.speaker == MORI


def test_a_quote_keeps_its_id_through_rereading(db):
    keep_reading(db, make_reading("a", quotes=[make_quote()]), reader="1")
    keep_reading(db, make_reading("b", quotes=[make_quote()]), reader="1")
    (before,) = latest_quotes(db, 9)
    keep_reading(db, make_reading("a", quotes=[make_quote(start=50)]), reader="2")
    (after,) = latest_quotes(db, 9)
    assert (after.id, len(after.sources), after.quote.start) == (before.id, 2, 50)


def test_all_quotes_come_newest_first_page_after_page(db):
    for day in range(1, 6):
        quote = make_quote(f"We met for the {day}. time this month")
        keep_reading(db, make_reading(f"{day}", quotes=[quote], published=date(2025, 2, day)))
    days = [stored.day.day for stored in all_quotes(db, at_a_time=2)]
    assert days == [5, 4, 3, 2, 1]
