"""A look at SQLite's log costs the commits after it no write to the disk."""

import os
import sys
from contextlib import closing
from pathlib import Path

import dbkit
import pytest
from dbkit import OPENING

from db import looking
from db.looking import looking_at


def test_what_is_looked_at_is_what_the_system_says_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "Zürich 证件"
    file.write_bytes(b"some")
    said = file.stat()
    (inode, *device), size, changed = looking_at(str(file), change=True)()
    if sys.platform == "linux":
        assert (os.makedev(*device), sum(part * unit for part, unit in zip(changed, (10**9, 1), strict=True))) == (
            said.st_dev,
            said.st_mtime_ns,
        )
    assert (inode, size) == (said.st_ino, 4)
    monkeypatch.setattr(looking, "_statx", None)
    assert looking_at(str(file))() == ((said.st_ino, said.st_dev, 0), 4, divmod(said.st_mtime_ns, 10**9))


@pytest.mark.skipif(sys.platform != "linux", reason="no other system has such a look")
def test_a_look_that_the_system_fails_once_finds_the_same_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "station.db"
    file.write_bytes(b"some")
    looked = looking_at(str(file), change=True)()
    monkeypatch.setattr(looking, "_statx", lambda *_asked: -1)
    assert looking_at(str(file), change=True)() == looked


def test_where_there_is_no_file_nothing_is_made_up(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        looking_at(str(tmp_path / "nothing"))()


@pytest.mark.skipif(sys.platform != "linux", reason="no other system has such a look")
def test_a_scan_never_asks_when_the_log_was_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, int] = {}
    statx = looking._statx
    assert statx

    def noting(here: int, name: bytes, flags: int, what: int, room: object) -> int:
        asked[name.decode()] = what
        return statx(here, name, flags, what, room)

    def never(path: str) -> os.stat_result:
        raise AssertionError(path)

    monkeypatch.setattr(looking, "_statx", noting)
    with closing(dbkit.new_store(tmp_path / "station")) as store:
        dbkit.register(store, dbkit.delegate(1))
        scanning = dbkit.scanning(store)
        asked.clear()
        with monkeypatch.context() as patch:
            patch.setattr(os, "stat", never)
            assert scanning.scan([dbkit.code_of(store, dbkit.delegate(1).id)], OPENING).decision.reason == "admitted"
    changes = {name: bool(what & looking._LAST_CHANGE) for name, what in asked.items()}
    database = str(store.folder / "station.db")
    assert changes == {database: True, f"{database}-wal": False, f"{database}-shm": False}
