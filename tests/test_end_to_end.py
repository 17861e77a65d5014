"""The bot as a process of its own, connected to the stand-in as it would be to Slack."""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from preview.server import PreviewServer

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "bot" / "sources" / "samples"
WAIT = 60  # seconds; the processes share a slow machine with other tests

pytestmark = pytest.mark.slow


def app(*args, **environment):
    """Start `./run` with these arguments, as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "app.py", *args],
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        text=True,
    )


@contextmanager
def ended(process):
    """End a process with its block."""
    try:
        yield process
    finally:
        process.terminate()
        process.wait(WAIT)
        process.stdout.close()


def test_latest_from_articles_to_a_thread_in_slack(tmp_path):
    database = {"ALLIANCE_DATABASE": str(tmp_path / "alliance.db")}
    with ended(app("ingest", str(SAMPLES), **database)) as ingest:
        assert ingest.wait(WAIT) == 0
    with (
        PreviewServer(manifest=ROOT / "manifest.json") as preview,
        ended(app(**database, **preview.environment)) as bot,
    ):
        assert bot.stdout.readline().startswith("Ready: connected")
        preview.wait_connected(WAIT)
        preview.person("hana").command("alliance-desk", "/alliance latest 8")
        (headline,) = preview.wait_for_messages("alliance-desk", timeout=WAIT)[:1]
        details = preview.wait_for_messages("alliance-desk", 4, thread=headline.ts, timeout=WAIT)
        shown = "\n".join(str(message.blocks) for message in details)
    assert headline.text.startswith("*Latest*")
    assert "Shigeru Ishiba" in shown
    assert "Donald Trump" in shown
    assert "a new golden age for U.S.-Japan relations" in shown
