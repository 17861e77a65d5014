"""The benchmark of the search, in small."""

import json
import sys
from pathlib import Path
from subprocess import run

import pytest

ROOT = Path(__file__).parent.parent.parent
HARNESS = ROOT.parent / "shared" / "bench"
WORDS = Path("/usr/share/dict/words")


def benchmark(*options):
    command = [sys.executable, "benchmarks/search.py", "--json", *map(str, options)]
    return run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_without_the_harness_it_says_what_to_do(tmp_path):
    done = benchmark("--shared", tmp_path)
    assert done.returncode == 1
    assert "name its directory with --shared" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
@pytest.mark.skipif(not HARNESS.exists(), reason="the harness is not beside the project")
@pytest.mark.skipif(not WORDS.exists(), reason="no word list: apt install wamerican")
def test_our_search_finds_what_was_meant():
    done = benchmark("--records", 2000, "--queries", 130, "--engines", "ours")
    ours = json.loads(done.stdout)["ours"]
    assert ours["recall"] >= 0.95
    assert {"p50_ms", "p95_ms", "build_s", "disk_mb"} <= ours.keys()
