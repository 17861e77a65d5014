from datetime import date

import pytest

from bot.kept import Correction, Kept
from bot.models import DateOrigin, Status
from store.articles import (
    articles_to_reread,
    correct,
    is_kept,
    keep_reading,
)
from store.corrections import CorrectionError, all_corrections
from store.meetings import latest_meetings
from store.quotes import latest_quotes
from tests.store.conftest import GRANT, MORI, make_meeting, make_quote, make_reading


def test_the_same_article_again_changes_nothing(db):
    reading = make_reading(quotes=[make_quote()], meetings=[make_meeting()])
    assert keep_reading(db, reading) is Kept.ADDED
    before = db.conn.total_changes
    assert keep_reading(db, reading) is Kept.UNCHANGED
    assert db.conn.total_changes == before


def test_a_changed_article_replaces_what_came_from_it(db):
    keep_reading(db, make_reading(quotes=[make_quote("Old words of mine")], text="Old."))
    kept = keep_reading(db, make_reading(quotes=[make_quote("New words of mine")], text="New."))
    assert kept is Kept.REPLACED
    assert [q.quote.text for q in latest_quotes(db, 9)] == ["New words of mine"]


def test_a_newer_reader_replaces_what_the_older_one_found(db):
    keep_reading(db, make_reading(quotes=[make_quote(speaker=None)]), reader="1")
    assert keep_reading(db, make_reading(quotes=[make_quote()]), reader="2") is Kept.REPLACED
    assert latest_quotes(db, 9)[0].quote.speaker == MORI


def test_is_kept_spares_reading_again(db):
    reading = make_reading()
    assert not is_kept(db, reading.article, "1")
    keep_reading(db, reading, reader="1")
    assert is_kept(db, reading.article, "1")
    assert not is_kept(db, reading.article, "2")
    assert not is_kept(db, make_reading(text="Other text.").article, "1")
    assert not is_kept(db, make_reading(published=date(2025, 1, 1)).article, "1")


@pytest.mark.parametrize(
    ("second", "kept"),
    [
        ({"name": "copy", "text": "One text."}, Kept.REPLACED),  # the same text under another name
        ({"name": "a", "text": "Corrected text.", "title": "T"}, Kept.REPLACED),
        ({"name": "a", "text": "Another text.", "title": "Another title"}, Kept.ADDED),
    ],
)
def test_without_a_url_text_or_name_and_title_tell_who_is_who(db, second, kept):
    keep_reading(db, make_reading("a", url=None, title="T", text="One text."))
    assert keep_reading(db, make_reading(**({"url": None, "title": "U"} | second))) is kept


def test_a_failure_leaves_nothing_of_the_article(db):
    def fails(one, other):
        raise ZeroDivisionError

    keep_reading(db, make_reading("a", meetings=[make_meeting()]))
    with pytest.raises(ZeroDivisionError):
        keep_reading(
            db,
            make_reading("b", meetings=[make_meeting()], quotes=[make_quote()]),
            same_event=fails,
        )
    assert db.table("articles").count == 1
    assert latest_quotes(db, 9) == []


def test_every_quote_can_be_proved_verbatim_by_sql(db):
    text = "He said: We will deepen the alliance, and left."
    quote = make_quote("We will deepen the alliance", start=text.index("We"))
    keep_reading(db, make_reading(text=text, quotes=[quote]))
    proof = """
        SELECT substr(articles.text, start + 1, end - start) = quotes.text
        FROM quotes JOIN articles ON articles.id = article_id
    """
    assert db.execute(proof).fetchall() == [(1,)]


def test_rereading_gives_articles_as_they_came(db):
    keep_reading(db, make_reading("stated"))
    keep_reading(db, make_reading("found", published_origin=DateOrigin.DATELINE))
    given = {article.id: article.published for article in articles_to_reread(db)}
    assert given == {"stated": date(2025, 2, 8), "found": None}


def test_rereading_goes_on_while_articles_are_replaced(db):
    for number in range(250):
        keep_reading(db, make_reading(f"n{number}", quotes=[make_quote(f"Words number {number}")]))
    read = 0
    for article in articles_to_reread(db):
        keep_reading(db, make_reading(article.id, quotes=[make_quote("Better read")]), reader="2")
        read += 1
    assert read == 250


def correction(**fields):
    defaults = {"article": "https://news.example/a", "noun": "quote", "user": "U1"}
    return Correction(**(defaults | fields))


def test_a_correction_holds_at_once_and_after_rereading(db):
    wrong = make_reading(quotes=[make_quote(speaker=MORI)])
    keep_reading(db, wrong, reader="1")
    fix = correction(evidence="We will deepen the alliance", field="speaker", value="Ellen Grant")
    assert correct(db, fix)
    assert latest_quotes(db, 1)[0].quote.speaker.name == "Ellen Grant"
    keep_reading(db, wrong, reader="2")
    assert latest_quotes(db, 1)[0].quote.speaker.name == "Ellen Grant"


def test_a_record_that_is_none_is_hidden_and_can_come_back(db):
    reading = make_reading(
        meetings=[make_meeting(sentence="They met."), make_meeting(MORI, sentence="She met him.")],
        quotes=[make_quote(meeting=1)],
    )
    keep_reading(db, reading)
    fix = {"noun": "meeting", "evidence": "They met.", "field": "hidden"}
    correct(db, correction(value="yes", **fix))
    (meeting,) = latest_meetings(db, 9)
    assert meeting.meeting.evidence[0].text == "She met him."
    assert latest_quotes(db, 1)[0].meeting_id == meeting.id
    correct(db, correction(value="no", **fix))
    keep_reading(db, reading, reader="2")
    assert len(latest_meetings(db, 9)) == 2


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("status", "cancelled", lambda m: m.status is Status.CANCELLED),
        ("date", "2025-02", lambda m: m.date.iso() == "2025-02"),
        ("date", "2025-02-06", lambda m: m.date.iso() == "2025-02-06"),
        ("date", None, lambda m: m.date is None),
        ("city", "Osaka", lambda m: m.place == "Osaka, Japan"),
        ("not_participant", "Ellen Grant", lambda m: m.participants == (MORI,)),
        ("participant", "Jo Field", lambda m: m.participants[-1].name == "Jo Field"),
    ],
)
def test_what_of_a_meeting_can_be_put_right(db, field, value, expected):
    keep_reading(db, make_reading(meetings=[make_meeting()]))
    fix = {"noun": "meeting", "evidence": "they met in tokyo", "field": field, "value": value}
    correct(db, correction(**fix))
    assert expected(latest_meetings(db, 1)[0].meeting)


@pytest.mark.parametrize(
    ("field", "value"), [("status", "maybe"), ("date", "soon"), ("hidden", ""), ("mood", "good")]
)
def test_a_correction_that_makes_no_sense_is_refused(db, field, value):
    keep_reading(db, make_reading(meetings=[make_meeting()]))
    fix = {"noun": "meeting", "evidence": "They met in Tokyo.", "field": field, "value": value}
    with pytest.raises(CorrectionError):
        correct(db, correction(**fix))
    assert all_corrections(db) == []


def test_corrections_cannot_be_changed_or_removed(db):
    keep_reading(db, make_reading(quotes=[make_quote()]))
    correct(db, correction(evidence="x", field="direct", value="no"))
    for sql in ("DELETE FROM corrections", "UPDATE corrections SET value = 'yes'"):
        with pytest.raises(Exception, match="append-only"):
            db.conn.execute(sql)


def test_an_event_stays_the_same_through_rereading(db):
    keep_reading(db, make_reading("a", meetings=[make_meeting()]), reader="1")
    keep_reading(db, make_reading("b", meetings=[make_meeting(MORI, GRANT)]), reader="1")
    before = latest_meetings(db, 9)
    keep_reading(db, make_reading("a", meetings=[make_meeting()]), reader="2")
    after = latest_meetings(db, 9)
    assert [m.id for m in after] == [m.id for m in before]
