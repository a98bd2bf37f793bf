"""What was just written is kept, in the order of writing, whatever the clock says; nothing half done stays."""

import signal
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import dbkit
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.ids import Instant
from db import backup
from db.store import DATABASE, Store
from tests.processes import started

HERE = Path(__file__).parent
BACK_UP = """
import sys
sys.path[:0] = {path!r}
from pathlib import Path
import dbkit
from db import backup
from db.store import Store
plain = backup._copy
def copied(file, partial, key):
    plain(file, partial, key)
    print("copied", flush=True)
    sys.stdin.read()
backup._copy = copied
Store.open(Path({folder!r}), dbkit.around()).backup()
"""


def _at(year: int) -> Instant:
    return Instant(int(datetime(year, 3, 1, tzinfo=UTC).timestamp() * 1000))


def test_after_a_wrong_clock_every_backup_that_is_written_is_there(folder: Path) -> None:
    clock = [_at(2037)]
    store = dbkit.new_store(folder, clock=lambda: clock[0])
    for _ in range(backup.KEPT):
        store.backup()
    clock[0] = _at(2024)
    made = [store.backup() for _ in range(3)]
    assert all(each.exists() for each in made)
    assert backup.newest(folder) == made[-1]
    assert len(backup.every(folder)) == backup.KEPT
    store.close()


@given(st.lists(st.integers(-(2**62), 2**62) | st.integers(0, 2**42), min_size=1, max_size=backup.KEPT * 2))
def test_the_order_of_writing_decides_for_any_clock(clocks: list[int]) -> None:
    with tempfile.TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        patch.setattr(backup, "_copy", lambda _file, partial, _key: partial.write_bytes(b""))
        made = [backup.back_up(Path(place) / DATABASE, b"", Instant(at)) for at in clocks]
        assert list(backup.every(Path(place))) == made[::-1][: backup.KEPT]


def test_backups_of_former_versions_are_older_than_every_new_one(store: Store) -> None:
    former = store.folder / backup.FOLDER / "station-29990101T000000000Z.db"
    former.parent.mkdir()
    former.write_bytes(b"")
    made = store.backup()
    assert list(backup.every(store.folder)) == [made, former]


def test_what_is_no_backup_is_neither_counted_nor_removed(store: Store) -> None:
    store.backup()
    kept = store.folder / backup.FOLDER / "station-my own copy.db"
    kept.write_bytes(b"")
    for _ in range(backup.KEPT + 1):
        store.backup()
    assert kept.exists()
    assert len(backup.every(store.folder)) == backup.KEPT


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
def test_what_killed_backups_left_is_cleared_at_the_next(store: Store) -> None:
    script = BACK_UP.format(path=[str(HERE), str(HERE.parents[1])], folder=str(store.folder))
    for _ in range(2):
        with started([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            assert process.stdout
            assert process.stdout.readline() == "copied\n"
            process.send_signal(signal.SIGKILL)
    left = [each for each in (store.folder / backup.FOLDER).iterdir() if each.suffix == ".partial"]
    assert len(left) == 1  # the second has cleared the first
    made = store.backup()
    assert list((store.folder / backup.FOLDER).glob("station-*")) == [made]
