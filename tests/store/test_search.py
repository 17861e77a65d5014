"""The whole search: what is typed, against a real store."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.beat import Beat, Topic
from bot.kept import StoredMeeting, StoredQuote
from bot.models import Party, Person
from bot.search import Searcher
from store import open_store
from store.articles import keep_reading
from store.beat import sync_beat
from store.search import SearchIndex
from tests.store.conftest import GRANT, make_meeting, make_quote, make_reading, on_day

NOW = datetime(2025, 2, 10, 12, tzinfo=UTC)
BEAT = Beat(
    key="test",
    name="Test",
    people=(
        Person(key="aki-mori", name="Aki Mori", aliases=("Mori Aki", "森亜紀", "森")),
        Person(key="ellen-grant", name="Ellen Grant"),
    ),
    topics=(Topic(name="status of forces", spellings=("SOFA", "status of forces agreement")),),
    synonyms=(("SOFA", "Status of Forces Agreement"), ("2+2", "two-plus-two")),
)
READINGS = (
    make_reading(
        "a",
        quotes=[
            make_quote(
                "The Status of Forces Agreement must be revised soon",
                said_on=on_day(date(2024, 10, 3)),
                topics=("status of forces",),
            ),
            make_quote("Extended deterrence has never been stronger", speaker=GRANT),
        ],
        meetings=[make_meeting(venue="State Guest House", topics=("status of forces",))],
    ),
    make_reading(
        "b",
        outlet="Harbour Times",
        published=date(2025, 2, 9),
        quotes=[
            make_quote("Deterrence rests on trust, Grant told me"),
            make_quote("Cherry trees bloom early in U.S. parks", on_beat=False),
        ],
    ),
)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("search") / "alliance.db"
    with open_store(path) as db:
        sync_beat(db, BEAT.people)
        for reading in READINGS:
            keep_reading(db, reading)
    return path


@pytest.fixture(scope="module")
def ask(path):
    searcher = Searcher(BEAT)
    with open_store(path) as db:
        yield lambda text, **more: searcher.search(SearchIndex(db), text, now=NOW, **more)


SOFA, STRONGER, TRUST, TREES = "The Status", "Extended", "Deterrence", "Cherry"


def texts(records):
    """The first words of each quote; for a meeting, its status."""
    return [r.quote.text if isinstance(r, StoredQuote) else r.meeting.status for r in records]


def assert_found(result, *beginnings):
    found = texts(result.found)
    assert len(found) == len(beginnings), found
    for text, beginning in zip(found, beginnings, strict=True):
        assert text.startswith(beginning)


def test_misspelt_words_are_corrected_and_said(ask):
    result = ask("moir revisd")
    assert_found(result, SOFA)
    assert dict(result.shown) == {"moir": "Mori", "revisd": "revised"}
    assert result.literal == '"moir" "revisd"'
    assert ask(result.literal).found == ()


def test_a_word_spelt_right_is_not_corrected(ask):
    result = ask("deterrence")
    assert (result.shown, result.literal) == ((), None)


def test_newer_before_older_and_phrase_before_scattered(ask):
    assert_found(ask("deterrence"), TRUST, STRONGER)
    assert_found(ask("extended deterrence"), STRONGER)


@pytest.mark.parametrize(
    ("query", "beginnings"),
    [
        ("by:mori", [TRUST, SOFA]),
        ("by:森", [TRUST, SOFA]),
        ("by:Aki Mori since:2025", [TRUST]),
        ("by:mroi sofa", [SOFA]),
        ("with:grant with:mori", ["held"]),
        ("about:sofa by:mori", [SOFA]),
        ("in:tokyo", ["held"]),
        ('in:"state guest house"', ["held"]),
        ("on:2024-10-03", [SOFA]),
        ("on:oct 3", [SOFA]),
        ("until:2024", [SOFA]),
        ("since:yesterday", [TRUST]),
        ("status:held", ["held"]),
        ("from:harbour", [TRUST]),
        ("from:harbor times", [TRUST]),
        ('"deterrence rests"', [TRUST]),
        ("deterrence -trust", [STRONGER]),
        ('"status of forces" -revised', ["held"]),
        ("mori on sofa last october", [SOFA]),
        ("sofa", ["held", SOFA]),
        ("sofa yesterday", []),
        ("mori since january", [TRUST, "held"]),
        ("森外相 sofa", ["held", SOFA]),
        ("Trust", [TRUST]),
        ("beat:off trees", [TREES]),
        ("beat:all by:mori", [TRUST, SOFA, TREES]),
        ("US parks", [TREES]),
    ],
)
def test_words_and_filters(ask, query, beginnings):
    assert_found(ask(query), *beginnings)


@pytest.mark.parametrize(
    "query", ["by:zzzzzz mori", "on:blah mori", "status:maybe mori", "in:qqqq mori", "beat:x mori"]
)
def test_a_filter_not_understood_is_said_with_an_example_and_the_rest_answers(ask, query):
    result = ask(query)
    assert result.found
    (note,) = result.notes
    name = query.partition(":")[0]
    assert f"try {name}:" in note


def test_a_misspelt_filter_is_said(ask):
    assert ask("by:mroi").shown == (("mroi", "mori"),)


def test_what_is_off_the_beat_is_shown_only_for_want_of_better(ask):
    result = ask("cherry trees")
    assert_found(result, TREES)
    assert result.notes
    assert ask("deterrence").notes == ()


def test_words_that_could_be_a_date_are_words_where_the_date_finds_nothing(db):
    searcher, index = Searcher(BEAT), SearchIndex(db)
    quote = make_quote("We shall meet next year in Seoul", said_on=on_day(date(2024, 1, 1)))
    keep_reading(db, make_reading(quotes=[quote]))
    assert searcher.search(index, "next year in seoul", now=NOW).found
    assert searcher.search(index, "seoul last week", now=NOW).spoiled


def test_capitals_make_a_small_word_a_name(db):
    searcher, index = Searcher(BEAT), SearchIndex(db)
    keep_reading(db, make_reading(quotes=[make_quote("Funds for the WHO will rise")]))
    keep_reading(db, make_reading("b", quotes=[make_quote("Funds for the navy will rise")]))
    assert len(searcher.search(index, "WHO funds", now=NOW).found) == 1
    assert len(searcher.search(index, "who funds", now=NOW).found) == 2


def test_a_word_that_is_seldom_may_be_a_misprint(db):
    searcher, index = Searcher(BEAT), SearchIndex(db)
    for number in range(9):
        quote = make_quote(f"The Iwaya plan for intelligence, part {number}")
        keep_reading(db, make_reading(f"a{number}", quotes=[quote]))
    keep_reading(db, make_reading("b", quotes=[make_quote("The Iaya plan for intelligence")]))
    result = searcher.search(index, "iaya intelligence", now=NOW, size=20)
    assert texts(result.found)[0] == "The Iaya plan for intelligence"
    assert len(result.found) == 10


def test_one_noun_only(ask):
    assert all(isinstance(r, StoredQuote) for r in ask("mori", noun="quote").found)
    assert all(isinstance(r, StoredMeeting) for r in ask("mori", noun="meeting").found)
    assert ask("mori", noun="meeting").found


def test_nothing_found_names_the_word_that_spoiled_it(ask):
    result = ask("grant deterrence zyzzyva")
    assert result.found == ()
    assert 1 <= len(result.nearest) <= 3
    assert result.spoiled == "zyzzyva"


def test_nothing_found_names_the_filter_that_spoiled_it(ask):
    result = ask("by:grant trust")
    assert (texts(result.nearest)[0][:10], result.spoiled) == (TRUST, "by:grant")


def test_nothing_found_names_the_words_where_the_filters_alone_find_something(ask):
    result = ask("by:grant zyzzyva")
    assert (texts(result.nearest)[0][:8], result.spoiled) == (STRONGER, "zyzzyva")


def test_an_empty_query_is_the_latest(ask):
    assert texts(ask("").found)[0].startswith(TRUST)


def keep_many(db, numbers):
    for number in numbers:
        quote = make_quote(f"Common ground number {number}", said_on=on_day(date(2025, 1, 1)))
        keep_reading(db, make_reading(f"n{number}", quotes=[quote]))


@pytest.mark.parametrize("query", ["common ground", "commno grond", "by:mori", ""])
def test_pages_are_stable_while_articles_arrive(db, query):
    searcher, index = Searcher(BEAT), SearchIndex(db)
    keep_many(db, range(12))
    expected = texts(searcher.search(index, query, now=NOW, size=50).found)
    page, seen = None, []
    for arriving in range(100, 103):
        result = searcher.search(index, query, now=NOW, page=page, size=5)
        seen += texts(result.found)
        keep_many(db, [arriving])
        page = result.more
    assert page is None
    assert seen == expected


def test_the_vocabulary_follows_another_process(db, path, tmp_path):
    searcher = Searcher(BEAT)
    assert searcher.search(SearchIndex(db), "quixotic", now=NOW).found == ()
    with open_store(tmp_path / "alliance.db") as other:
        keep_reading(other, make_reading(quotes=[make_quote("A quixotic plan")]))
    assert_found(searcher.search(SearchIndex(db), "quixotik", now=NOW), "A quixotic")


def test_a_replaced_article_is_no_longer_found(db):
    searcher, index = Searcher(BEAT), SearchIndex(db)
    keep_reading(db, make_reading(quotes=[make_quote("An early draft")]))
    assert searcher.search(index, "draft", now=NOW).found
    keep_reading(db, make_reading(quotes=[make_quote("A final version")], text="Changed."))
    assert not searcher.search(index, "draft", now=NOW).found
    assert searcher.search(index, "final", now=NOW).found


def test_a_repeat_in_another_outlet_is_found_by_that_outlet(db):
    searcher, index = Searcher(BEAT), SearchIndex(db)
    keep_reading(db, make_reading("a", quotes=[make_quote()], outlet="Daily"))
    keep_reading(db, make_reading("b", quotes=[make_quote()], outlet="Harbour Times"))
    (found,) = searcher.search(index, "from:harbour", now=NOW).found
    assert len(found.sources) == 2


def test_a_spelling_that_the_beat_learns_later_finds_what_was_stored_before(db):
    searcher, index = Searcher(BEAT), SearchIndex(db)
    sync_beat(db, [Person(key="aki-mori", name="Aki Mori")])
    keep_reading(db, make_reading(quotes=[make_quote()], meetings=[make_meeting()]))
    assert not searcher.search(index, "Kurokawa", now=NOW).found
    sync_beat(db, [Person(key="aki-mori", name="Aki Mori", aliases=("A. Kurokawa",))])
    assert len(searcher.search(index, "Kurokawa", now=NOW).found) == 2


def test_one_surname_finds_both_people(db):
    searcher, index = Searcher(BEAT), SearchIndex(db)
    for name, key in (("Jo Field", "jo-field"), ("Sam Field", "sam-field")):
        speaker = Party(name=name, key=key)
        keep_reading(db, make_reading(key, quotes=[make_quote(f"I am {name}", speaker=speaker)]))
    assert len(searcher.search(index, "by:field", now=NOW).found) == 2
    assert len(searcher.search(index, "by:sam field", now=NOW).found) == 1


HOSTILE = [
    'NEAR("a" "b", 5)',
    "a AND OR NOT",
    'words:"x" OR labels:*',
    '"',
    '""" OR "',
    "* ^ ( ) { } + - : ;",
    "'; DROP TABLE documents; --",
    "x" * 10_000,
    "word " * 2_000,
    "😀 🇯🇵🇺🇸 👩‍👩‍👧",
    "\x00\x01\x1b[31m\x7f",
    "\u202eabihsi\u202c \u200f",
    "\ue000noun\ue001quote",
    "\ud800",
    "by: with: -",
    "since:\x00 on:9999-99-99",
    "-" * 50,
    "by:" * 50,
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_queries_are_answered(ask, query):
    ask(query)


def test_no_query_can_forge_a_label(ask):
    assert ask("\ue000noun\ue001meeting").found == ()


SYNTAX = st.sampled_from(
    [*'"*^(){}+-:;.,', " AND ", " OR ", " NOT ", "NEAR(", "by:", "on:", "mori"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    text=st.lists(st.text(max_size=20) | SYNTAX, max_size=12).map("".join),
    page=st.none() | st.text(),
)
def test_any_text_is_answered(ask, text, page):
    result = ask(text, page=page)
    assert len(result.found) <= 5
    assert len(result.nearest) <= 3
    assert not (result.found and result.nearest)
