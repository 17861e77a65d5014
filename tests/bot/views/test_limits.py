"""Whatever an article says, Slack takes the message; checked by the rules of the stand-in."""

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bot.models import Evidence, Format, Party
from bot.search import SearchResult
from bot.views.help import Entry, about, did_you_mean, overview
from bot.views.latest import latest_reply
from bot.views.plain import plain
from bot.views.search import search_reply
from preview.blocks import is_too_long, message_problems
from tests.bot.views.records import meeting, source, stored_meeting, stored_quote

MESSAGE_TEXT_MAX = 4000
# Pieces that Slack or we treat specially; long texts come from repeating them.
PIECES = ("a", "&", "<!here>", "> ", "*_`~", " ", "\x00", "\u202e", "𝒳", "so they said ", "|")
words = st.builds(lambda piece, times: piece * times, st.sampled_from(PIECES), st.integers(0, 900))
quickly = settings(max_examples=40, deadline=None, phases=(Phase.explicit, Phase.generate))
parties = st.builds(Party, name=words, office=words, side=words)
quotes = st.builds(
    lambda text, speaker, direct, listener: stored_quote(
        text=text, speaker=speaker, direct=direct, listener=listener, occasion=listener
    ),
    words,
    st.none() | parties,
    st.booleans(),
    st.none() | words,
)
meetings = st.builds(
    lambda who, place, text, topics: stored_meeting(
        now=meeting(
            participants=tuple(who),
            venue=place,
            topics=tuple(topics),
            format=Format.UNKNOWN,
            evidence=(Evidence(start=0, end=1, text=text),),
        ),
        reports=[(source(1, outlet=place), meeting())],
    ),
    st.lists(parties, max_size=20),
    words,
    words,
    st.lists(words, max_size=8),
)


def assert_slack_takes(reply):
    for message in reply.messages:
        blocks = list(message.blocks)
        assert not message_problems(blocks)
        assert not is_too_long(blocks)
        assert 0 < len(message.text) <= MESSAGE_TEXT_MAX
    assert plain(reply)


@quickly
@given(st.lists(meetings, max_size=7), st.lists(quotes, max_size=7), st.integers(1, 25))
def test_latest(found, said, count):
    assert_slack_takes(latest_reply(found, said, count))


@quickly
@given(
    st.lists(meetings | quotes, max_size=5),
    st.lists(st.tuples(words, words), max_size=5),
    st.lists(words, max_size=5),
    st.none() | st.text(max_size=1500),
    words.map(lambda text: text[:500]),
)
def test_search(found, shown, notes, literal, query):
    result = SearchResult(
        found=tuple(found),
        nearest=tuple(found[:3]),
        shown=tuple(shown),
        notes=tuple(notes),
        literal=literal,
        spoiled=literal,
        more="5.1",
    )
    assert_slack_takes(search_reply(result, "search", query))


@quickly
@given(words, st.text(min_size=1, max_size=500))
def test_help(text, typed):
    entries = [Entry("latest", text[:500], text[:500], ("latest 5",))] * 8
    for message in (overview(entries), about(entries[0]), did_you_mean(typed, [typed] * 3)):
        assert not message_problems(list(message.blocks))
        assert not is_too_long(list(message.blocks))
