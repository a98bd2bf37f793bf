"""A backup takes the store's place whole or not at all; the former files are kept, and what is newer in them is added."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import dbkit
import pytest
from dbkit import OPENING

from checkin_app.domain.problems import BackupMissing, BackupUnfit, DiskFull, StoreCorrupt, StoreLocked, WrongKey
from checkin_app.services.ports.upkeep import Holding
from db import aside, backup, restoring
from db.store import DATABASE, Store

HERE = Path(__file__).parent
WAL = f"{DATABASE}-wal"
HOLD_OPEN = """
import sys
sys.path[:0] = {path!r}
from pathlib import Path
import dbkit
from db.store import Store
store = Store.open(Path({folder!r}), dbkit.around())
{work}
print("open", flush=True)
sys.stdin.read()
"""
OLDER, NEWER = range(3), range(3, 60)


def _held_open(folder: Path, work: str = "") -> subprocess.Popen[str]:
    script = HOLD_OPEN.format(path=[str(HERE), str(HERE.parents[1])], folder=str(folder), work=work)
    process = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "open\n"
    return process


def _killed(process: subprocess.Popen[str]) -> None:
    with process:
        process.kill()


def _with_a_backup(folder: Path) -> None:
    """Make a store with a backup, and with facts that are newer than it."""
    with closing(dbkit.new_store(folder)) as store:
        dbkit.register(store, *map(dbkit.delegate, OLDER))
        store.backup()
        for number in NEWER:
            dbkit.register(store, dbkit.delegate(number))


def _known(folder: Path) -> tuple[set[str], Holding]:
    with closing(Store.open(folder, dbkit.around())) as store:
        store.check()
        return set(store.queries().delegate_ids()), store.holding()


def _ids(numbers: range) -> set[str]:
    return {dbkit.delegate(number).id for number in numbers}


def _nothing(_folder: Path) -> None:
    pass


def _remove(folder: Path) -> None:
    (folder / DATABASE).unlink()


def _scribble(folder: Path) -> None:
    (folder / DATABASE).write_bytes(b"this is no database" * 1000)


def _cut(folder: Path) -> None:
    file = folder / DATABASE
    file.write_bytes(file.read_bytes()[: -4096 * 3])


def _flip_late(folder: Path) -> None:
    """Damage a page that holds facts newer than the backup."""
    content = bytearray((folder / DATABASE).read_bytes())
    for page in range(len(content) // 4096 * 3 // 4, len(content) // 4096):
        content[page * 4096 + 1000] ^= 1
    (folder / DATABASE).write_bytes(content)


@pytest.mark.parametrize("damage", [_nothing, _remove, _scribble, _cut, _flip_late])
def test_whatever_happened_to_the_store_a_backup_brings_it_back(folder: Path, damage: Callable[[Path], None]) -> None:
    _with_a_backup(folder)
    damage(folder)
    before = (folder / DATABASE).read_bytes() if (folder / DATABASE).exists() else None
    restored = Store.restore(folder, dbkit.around())
    assert restored.backup == str(backup.newest(folder))
    known, holding = _known(folder)
    assert _ids(OLDER) <= known
    assert holding == restored.holding
    assert holding.missing == len(NEWER) - restored.added == len(NEWER) - len(known & _ids(NEWER))
    if damage is _nothing:
        assert restored.added == len(NEWER)
    if before is not None:
        assert restored.aside
        assert (Path(restored.aside) / DATABASE).read_bytes() == before
    else:
        assert not restored.aside
    with closing(Store.open(folder, dbkit.around())) as store:
        code = dbkit.code_of(store, dbkit.delegate(1).id)
        assert dbkit.scanning(store).scan([code], OPENING).decision.reason == "admitted"


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
def test_a_log_left_by_a_crash_does_not_ruin_the_backup_and_what_it_holds_is_added(folder: Path) -> None:
    _with_a_backup(folder)
    _killed(_held_open(folder, "dbkit.register(store, *map(dbkit.delegate, range(60, 90)))"))
    assert (folder / WAL).stat().st_size
    log = (folder / WAL).read_bytes()
    restored = Store.restore(folder, dbkit.around())
    assert restored.added == len(NEWER) + 30
    assert restored.aside
    assert (Path(restored.aside) / WAL).read_bytes() == log
    assert _known(folder) == (_ids(range(90)), Holding())


def test_a_store_that_somebody_has_open_is_left_alone(folder: Path) -> None:
    _with_a_backup(folder)
    before = (folder / DATABASE).read_bytes()
    process = _held_open(folder)
    with pytest.raises(StoreLocked):
        Store.restore(folder, dbkit.around())
    _killed(process)
    assert (folder / DATABASE).read_bytes() == before
    assert not (folder / aside.FOLDER).exists()
    assert not list(folder.glob(f"*{restoring._COPY}*"))
    assert _known(folder) == (_ids(range(60)), Holding())


@pytest.mark.parametrize("damage", [_scribble, _cut, _flip_late])
def test_a_backup_that_is_not_whole_changes_nothing(folder: Path, damage: Callable[[Path], None]) -> None:
    _with_a_backup(folder)
    made = backup.newest(folder)
    assert made is not None
    shutil.copy(made, folder.with_name(DATABASE))
    damage(folder.parent)
    shutil.copy(folder.with_name(DATABASE), made)
    with pytest.raises(BackupUnfit):
        Store.restore(folder, dbkit.around())
    assert not (folder / aside.FOLDER).exists()
    assert _known(folder) == (_ids(range(60)), Holding())


def test_without_a_backup_or_with_one_that_is_not_there_nothing_is_changed(folder: Path) -> None:
    dbkit.new_store(folder).close()
    with pytest.raises(BackupMissing):
        Store.restore(folder, dbkit.around())
    for no_file in (folder / "none.db", folder, Path(os.devnull)):
        with pytest.raises(BackupUnfit, match="is not there"):
            Store.restore(folder, dbkit.around(), no_file)
    assert _known(folder) == (set(), Holding())


def test_another_stations_backup_is_refused(folder: Path, tmp_path: Path) -> None:
    _with_a_backup(folder)
    with closing(dbkit.new_store(tmp_path / "other")) as other:
        foreign = other.backup()
    (tmp_path / "noise.db").write_bytes(random.Random(1).randbytes(20_000))
    for no_backup_of_it in (foreign, tmp_path / "noise.db"):
        with pytest.raises(BackupUnfit, match="it cannot be read"):
            Store.restore(folder, dbkit.around(), no_backup_of_it)
    assert _known(folder) == (_ids(range(60)), Holding())


def test_with_another_key_nothing_is_restored(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _with_a_backup(folder)
    from checkin_app.runtime import keys as station_keys

    monkeypatch.setattr(station_keys, "load", lambda *_: station_keys.StationKeys.generate())
    with pytest.raises(WrongKey):
        Store.restore(folder, dbkit.around())


class _Stopped(BaseException):
    """The process is killed here."""


@pytest.mark.parametrize("step", ["_must_be_whole", "_must_be_closed", "put_aside", "_into_place"])
@pytest.mark.parametrize("after", [False, True])
def test_a_restoration_that_is_killed_at_any_step_is_done_by_the_next(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str, after: bool
) -> None:
    _with_a_backup(folder)
    plain = getattr(restoring, step)

    def killed(*arguments: object) -> None:
        if after:
            plain(*arguments)
        raise _Stopped

    with monkeypatch.context() as patch, pytest.raises(_Stopped):
        patch.setattr(restoring, step, killed)
        patch.setattr(Path, "unlink", lambda *_arguments, **_more: None)  # a killed process clears nothing
        Store.restore(folder, dbkit.around())
    restored = Store.restore(folder, dbkit.around())
    assert _known(folder) == (_ids(range(60)), Holding())
    assert restored.added == len(NEWER)
    assert restored.aside
    assert list((folder / aside.FOLDER).rglob(DATABASE))


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
@pytest.mark.parametrize("moved", range(4))
def test_what_a_killed_restoration_parted_from_its_log_is_added_by_the_next(
    folder: Path, monkeypatch: pytest.MonkeyPatch, moved: int
) -> None:
    _with_a_backup(folder)
    _killed(_held_open(folder, "dbkit.register(store, *map(dbkit.delegate, range(60, 90)))"))
    left, plain = [moved], Path.rename

    def rename(path: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] < 0:
            raise _Stopped
        return plain(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", rename)
        patch.setattr(restoring, "_into_place", lambda *_: (_ for _ in ()).throw(_Stopped))
        with pytest.raises(_Stopped):
            Store.restore(folder, dbkit.around())
    restored = Store.restore(folder, dbkit.around())
    assert _known(folder) == (_ids(range(90)), Holding())
    assert restored.added == len(NEWER) + 30


def test_a_former_store_is_not_touched_by_reading_what_is_newer(folder: Path) -> None:
    _with_a_backup(folder)
    restored = Store.restore(folder, dbkit.around())
    assert restored.aside
    assert [each.name for each in Path(restored.aside).iterdir()] == [DATABASE]


def test_backups_are_listed_the_one_written_last_first(folder: Path) -> None:
    with closing(dbkit.new_store(folder)) as store:
        made = [store.backup() for _ in range(3)]
    listed = backup.listed(folder)
    assert [each.path for each in listed] == [str(each) for each in made[::-1]]
    assert all(each.size == Path(each.path).stat().st_size for each in listed)


def test_the_chosen_backup_is_restored_and_the_newer_is_added_from_the_former_store(folder: Path) -> None:
    with closing(dbkit.new_store(folder)) as store:
        first = store.backup()
        dbkit.register(store, dbkit.delegate(1))
        store.backup()
    restored = Store.restore(folder, dbkit.around(), first)
    assert (restored.backup, restored.added) == (str(first), 1)
    assert _known(folder) == ({dbkit.delegate(1).id}, Holding())


def test_others_that_may_hold_more_are_named(folder: Path, tmp_path: Path) -> None:
    store, other = dbkit.new_store(folder), dbkit.new_store(tmp_path / "other", "Desk B")
    dbkit.exchange([store, other])
    store.backup()
    store.close()
    other.close()
    assert Store.restore(folder, dbkit.around()).others == ("Desk B",)


def test_a_missing_store_with_backups_is_said_to_be_damaged_and_can_be_restored(folder: Path) -> None:
    _with_a_backup(folder)
    _remove(folder)
    with pytest.raises(StoreCorrupt, match="restore"):
        Store.open(folder, dbkit.around())
    assert Store.restore(folder, dbkit.around()).holding == Holding(missing=len(NEWER))


def test_a_full_disk_leaves_everything_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _with_a_backup(folder)

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch, pytest.raises(DiskFull):
        patch.setattr(restoring.shutil, "copyfile", full)
        Store.restore(folder, dbkit.around())
    assert _known(folder) == (_ids(range(60)), Holding())
