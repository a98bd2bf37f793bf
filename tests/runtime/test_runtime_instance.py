import subprocess
import sys
from pathlib import Path

import pytest

from checkin_app.domain.problems import StoreLocked, StoreNotWritable
from checkin_app.runtime.instance import sole_instance
from tests.processes import started

HOLD = """
import sys, pathlib
from checkin_app.runtime.instance import sole_instance
with sole_instance(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_one_folder_has_one_application(tmp_path: Path) -> None:
    with sole_instance(tmp_path), pytest.raises(StoreLocked), sole_instance(tmp_path):
        pytest.fail("two at once")


def test_a_folder_is_free_again_after_use(tmp_path: Path) -> None:
    for _ in range(2):
        with sole_instance(tmp_path / "站"):
            pass


def test_two_folders_do_not_meet(tmp_path: Path) -> None:
    with sole_instance(tmp_path / "a"), sole_instance(tmp_path / "b"):
        pass


def test_a_process_that_is_killed_lets_go(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with started(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == "held\n"
        with pytest.raises(StoreLocked), sole_instance(tmp_path):
            pytest.fail("another process holds it")
        other.kill()
        other.wait()
    with sole_instance(tmp_path):
        pass


def test_a_place_where_no_folder_can_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreNotWritable), sole_instance(tmp_path / "file" / "station"):
        pytest.fail("held nothing")
