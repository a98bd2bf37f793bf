"""A look at SQLite's log costs the commits after it no write to the disk."""

import os
import sys
from contextlib import closing
from pathlib import Path

import dbkit
import pytest
from dbkit import OPENING

from db import looking
from db.looking import looked_at


def test_what_is_looked_at_is_what_the_system_says_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "Zürich 证件"
    file.write_bytes(b"some")
    said = file.stat()
    assert looked_at(str(file)) == (said.st_dev, said.st_ino, 4)
    monkeypatch.setattr(looking, "_statx", None)
    assert looked_at(str(file)) == (said.st_dev, said.st_ino, 4)


def test_where_there_is_no_file_nothing_is_made_up(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        looked_at(str(tmp_path / "nothing"))


@pytest.mark.skipif(sys.platform != "linux", reason="no other system has such a look")
def test_a_scan_never_asks_when_the_log_was_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    stat = os.stat

    def noting(path: str) -> os.stat_result:
        asked.append(path)
        return stat(path)

    with closing(dbkit.new_store(tmp_path / "station")) as store:
        dbkit.register(store, dbkit.delegate(1))
        scanning = dbkit.scanning(store)
        with monkeypatch.context() as patch:
            patch.setattr(os, "stat", noting)
            assert scanning.scan([dbkit.code_of(store, dbkit.delegate(1).id)], OPENING).decision.reason == "admitted"
    assert any(each.endswith(".db") for each in asked)
    assert not [each for each in asked if each.endswith("-wal")]
