import subprocess
import sys

import pytest

from bot.beat import load_beat
from bot.models import Article
from bot.reading import read_articles
from bot.reading.processes import CHUNK, read_in_processes, sheltered


def articles(count):
    text = "“We found much common ground, number {},” Foreign Minister Mira Halden said."
    return [Article(id=str(n), text=text.format(n)) for n in range(count)]


@pytest.mark.slow
def test_processes_read_what_one_would_in_the_same_order():
    beat, given = load_beat(), articles(3 * CHUNK + 1)
    assert list(read_in_processes(given, beat, 2)) == list(read_articles(given, beat))


def test_no_articles():
    assert list(read_in_processes([], load_beat(), 2)) == []


def test_an_interrupt_does_not_reach_a_process_that_is_still_starting():
    hit = "import os, signal; os.kill(os.getpid(), signal.SIGINT); print('goes on')"
    with sheltered():
        child = subprocess.run([sys.executable, "-c", hit], capture_output=True, text=True)
    assert (child.stdout, child.stderr) == ("goes on\n", "")
