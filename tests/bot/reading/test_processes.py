import pytest

from bot.beat import load_beat
from bot.models import Article
from bot.reading import read_articles
from bot.reading.processes import CHUNK, read_in_processes


def articles(count):
    text = "“We found much common ground, number {},” Foreign Minister Mira Halden said."
    return [Article(id=str(n), text=text.format(n)) for n in range(count)]


@pytest.mark.slow
def test_processes_read_what_one_would_in_the_same_order():
    beat, given = load_beat(), articles(3 * CHUNK + 1)
    assert list(read_in_processes(given, beat, 2)) == list(read_articles(given, beat))


def test_no_articles():
    assert list(read_in_processes([], load_beat(), 2)) == []
