import json
from pathlib import Path

import pytest

from bot.beat import load_beat
from bot.models import Article, Party
from bot.reading.page import read_page
from bot.reading.people import cast_of
from bot.reading.relevance import article_on_beat, on_beat, topics_of
from bot.sources import SourceError, articles_in

BEAT = load_beat()
HERE = Path(__file__).parent
ARCHIVE = HERE.parents[3] / "shared" / "archive"
LEAST = 0.95


def party(name, side):
    return Party(name=name, side=side)


def article(text, **known):
    page = read_page(Article(id="a", text=text, **known), BEAT)
    return article_on_beat(page, cast_of(page, [], BEAT).mentions, BEAT)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        (
            "They spoke of extended deterrence and of tariffs on cars.",
            {"deterrence", "trade and tariffs"},
        ),
        ("The Status of Forces Agreement covers Okinawa.", {"status of forces", "Okinawa"}),
        ("He said aid would reach the aide.", set()),
    ],
)
def test_topics(text, topics):
    assert set(topics_of(text, BEAT)) == topics


def test_a_meeting_of_both_sides_is_on_the_beat():
    assert on_beat([party("A", "Japan"), party("B", "United States")], "", BEAT)
    assert not on_beat([party("A", "Japan"), party("B", "India")], "They met in Tokyo.", BEAT)
    assert not on_beat([party("A", "France"), party("B", "India")], "", BEAT)


def test_one_side_is_enough_where_the_words_name_the_other():
    japan = [party("A", "Japan")]
    assert on_beat(japan, "The U.S. bases in Okinawa stay.", BEAT)
    assert not on_beat(japan, "The rice harvest was good.", BEAT)


def test_an_article_needs_its_share_of_both_sides():
    assert article("Japan and the U.S. agree\nJapan and the United States agreed in Tokyo on rice.")
    assert not article("Japan and India agree\nJapan and India agreed on rice, as the U.S. did.")


def documents():
    for path in (ARCHIVE / "whitehouse", ARCHIVE / "state-department.rss"):
        for found in articles_in(path):
            if not isinstance(found, SourceError):
                yield found


@pytest.mark.slow
@pytest.mark.skipif(not ARCHIVE.exists(), reason="the archive of papers is absent")
@pytest.mark.parametrize("half", [0, 1], ids=["tuned on", "only checked"])
def test_a_hundred_public_papers(half):
    labels = json.loads((HERE / "relevance.json").read_text(encoding="utf-8"))
    wanted = sorted(labels)[half::2]
    known = {key: each for each in documents() for key in (each.id, each.url)}
    judged = {
        key: article(known[key].text, url=known[key].url, title=known[key].title) for key in wanted
    }
    hits = sum(judged[key] and labels[key] == "yes" for key in wanted)
    assert hits / sum(judged.values()) >= LEAST
    assert hits / sum(labels[key] == "yes" for key in wanted) >= LEAST
