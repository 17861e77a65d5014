"""The five seed documents give what they say, and nothing that their pages only show beside it."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GOLD = ROOT.parent / "shared" / "gold"
SCORER = GOLD / "score_articles.py"
SEEDS = sorted(GOLD.glob("articles/tune/seed*.json"))

pytestmark = pytest.mark.skipif(not SEEDS, reason="the labelled seeds are not beside the project")


@pytest.fixture(scope="module")
def readings(tmp_path_factory):
    """What `read --jsonl … --json` prints of the seeds."""
    file = tmp_path_factory.mktemp("seeds") / "seeds.jsonl"
    labelled = [json.loads(path.read_text(encoding="utf-8")) for path in SEEDS]
    lines = [json.dumps({key: seed[key] for key in ("id", "text", "url")}) for seed in labelled]
    file.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "app.py", "read", "--jsonl", str(file), "--json", "--direct"]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in printed.splitlines()]


def test_every_required_meeting_and_quote_is_found_with_all_its_fields(readings, tmp_path):
    predictions = tmp_path / "readings.jsonl"
    predictions.write_text("\n".join(map(json.dumps, readings)), encoding="utf-8")
    command = [sys.executable, str(SCORER), str(predictions), str(SEEDS[0].parent)]
    command += ["--kind", "seed", "--errors"]
    scores = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "publication date           accuracy 1.000" in scores
    assert re.findall(r"(?m)^  missed .*", scores) == []


def test_nothing_comes_from_the_rankings_and_footers(readings):
    found = json.dumps([reading["meetings"] + reading["quotes"] for reading in readings])
    for words in ("Takaichi", "Zelenskyy", "Abe’s Widow", "Newsletter", "2024-20-29"):
        assert words not in found


def test_two_days_after_election_day_is_a_date(readings):
    dates = [meeting["date"] for reading in readings for meeting in reading["meetings"]]
    assert "2024-11-07" in dates
