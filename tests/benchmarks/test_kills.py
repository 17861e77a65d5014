import json
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = Path(__file__).parent.parent.parent / "benchmarks" / "kills.py"


@pytest.mark.slow
def test_killing_the_worker_loses_nothing_and_posts_nothing_twice():
    ran = subprocess.run(
        [sys.executable, KILLS, "--kills", "10", "--seed", "3", "--json"],
        capture_output=True,
        check=True,
        text=True,
        timeout=110,
    )
    counted = json.loads(ran.stdout)
    assert (counted["kills"], counted["lost"], counted["twice"]) == (10, 0, 0)
    assert counted["in_order"]
    assert counted["messages"] == 90
