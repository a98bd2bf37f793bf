"""The application is killed as laptops exchange, hub and desk alike: what was printed is at the hub in the end."""

import sys
from pathlib import Path

import pytest

from tests.e2e.killkit import kill_by_turns

KILLS = 10


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
def test_kill_9_of_the_hub_the_desk_and_its_scanner_loses_nothing_that_was_printed(tmp_path: Path) -> None:
    hall = kill_by_turns(tmp_path, seed=4, times=KILLS)
    assert len(hall.printed) > 2 * KILLS
    assert {"hub", "watch", "scan"} <= {*hall.killed}
