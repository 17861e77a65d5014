"""The bot and the stand-in for Slack in their real processes, from a bare start to a thread."""

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from preview.server import PreviewServer

ROOT = Path(__file__).parent.parent
WAIT = 60  # seconds; the processes may share a slow machine with other tests
DESK = "C0DESK"
HANA = "U0HANA"

pytestmark = pytest.mark.slow


@contextmanager
def started(**environment):
    """Start the bot as a process of its own; end it with the block."""
    process = subprocess.Popen(
        [sys.executable, "app.py", "--no-browser"],
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(WAIT)
        process.stdout.close()


def line_with(process, words):
    """Read what the process prints up to a line with these words."""
    return next(line for line in process.stdout if words in line)


class Page:
    """What a person does on the preview's page, by the addresses that the page itself uses."""

    def __init__(self, client):
        self.client = client

    def type(self, text):
        """Write in the composer."""
        what = {"as": HANA, "act": "say", "channel": DESK, "text": text}
        self.client.post("/client/act", json=what).raise_for_status()

    def messages(self, count, thread=""):
        """Wait for the bot's messages in the channel or a thread."""
        asked = {"as": HANA, "channel": DESK, "count": count, "wait": 30}
        asked |= {"thread": thread} if thread else {}
        answer = self.client.get("/client/messages.json", params=asked).raise_for_status().json()
        return [message for message in answer["messages"] if message.get("bot_id")]


@pytest.fixture(scope="module")
def first_start(tmp_path_factory):
    """The bot as a newcomer starts it, and the page that it opens; nothing is stored yet."""
    database = tmp_path_factory.mktemp("first") / "alliance.db"
    with started(ALLIANCE_DATABASE=str(database), ALLIANCE_PREVIEW_PORT="0") as bot:
        ready = line_with(bot, "Ready")
        url = re.search(r"http://127\.0\.0\.1:\d+", ready)[0]
        with httpx.Client(base_url=url, timeout=WAIT) as client:
            yield Page(client), database


def test_a_newcomer_types_latest_and_gets_meetings_and_quotes_in_a_thread(first_start):
    page, _ = first_start
    page.type("/alliance latest 8")
    headline = page.messages(1)[-1]
    assert headline["text"].startswith("*Latest*")
    details = str([message["blocks"] for message in page.messages(4, headline["ts"])])
    assert "Shigeru Ishiba" in details
    assert "a new golden age for U.S.-Japan relations" in details


def test_articles_ingested_meanwhile_are_seen_by_the_running_bot(first_start, tmp_path):
    page, database = first_start
    news = (
        "WASHINGTON, Jan. 21, 2025 — Japanese Foreign Minister Takeshi Iwaya met with "
        "U.S. Secretary of State Marco Rubio in Washington on Tuesday."
    )
    (tmp_path / "new.txt").write_text(news, encoding="utf-8")
    subprocess.run(
        [sys.executable, "app.py", "ingest", str(tmp_path)],
        cwd=ROOT,
        env=os.environ | {"ALLIANCE_DATABASE": str(database)},
        check=True,
    )
    before = len(page.messages(1))
    page.type("/alliance search rubio iwaya")
    headline = page.messages(before + 1)[-1]
    details = str([message["blocks"] for message in page.messages(1, headline["ts"])])
    assert "Marco Rubio" in details


def test_a_followed_search_is_told_of_an_article_that_another_process_stored(first_start, tmp_path):
    page, database = first_start
    before = len(page.messages(1))
    page.type("/alliance follow meetings with:nakatani")
    assert page.messages(before + 1)[-1]["text"].startswith("*Following*")
    news = (
        "TOKYO, March 30, 2025 — Japanese Defense Minister Gen Nakatani met with "
        "U.S. Secretary of Defense Pete Hegseth in Tokyo on Sunday."
    )
    (tmp_path / "defense.txt").write_text(news, encoding="utf-8")
    subprocess.run(
        [sys.executable, "app.py", "ingest", str(tmp_path)],
        cwd=ROOT,
        env=os.environ | {"ALLIANCE_DATABASE": str(database)},
        check=True,
    )
    told = page.messages(before + 2)[-1]  # waits for half a minute
    assert told["text"].startswith("meetings with:nakatani: ")
    assert "Pete Hegseth" in str(told["blocks"])


def test_the_bot_connects_to_any_slack_that_the_settings_name(tmp_path):
    with (
        PreviewServer(manifest=ROOT / "manifest.json") as preview,
        started(ALLIANCE_DATABASE=str(tmp_path / "a.db"), **preview.environment) as bot,
    ):
        line_with(bot, "Ready: connected")
        preview.person("hana").command("alliance-desk", "/alliance help")
        preview.wait_for_messages("alliance-desk", user="hana", timeout=WAIT)


def test_it_ends_at_once_when_interrupted(tmp_path):
    with started(ALLIANCE_DATABASE=str(tmp_path / "a.db"), ALLIANCE_PREVIEW_PORT="0") as bot:
        line_with(bot, "Ready")
        bot.send_signal(signal.SIGINT)
        assert bot.wait(15) == 0
