"""A store whose files were removed or replaced while it was open accepts nothing, and spoils nothing."""

import shutil
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import dbkit
import pytest
from dbkit import OPENING

from checkin_app.domain.problems import StoreReplaced
from db.aside import FOLDER, put_aside
from db.store import DATABASE, Store
from db.transaction import Transaction

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="an open file can be neither removed nor replaced")

Mischief = Callable[[Path, Path], None]


def _remove_folder(folder: Path, _backup: Path) -> None:
    shutil.rmtree(folder)


def _move_folder(folder: Path, _backup: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))


def _remove_database(folder: Path, _backup: Path) -> None:
    (folder / DATABASE).unlink()


def _remove_log(folder: Path, _backup: Path) -> None:
    (folder / f"{DATABASE}-wal").unlink()


def _remove_index(folder: Path, _backup: Path) -> None:
    (folder / f"{DATABASE}-shm").unlink()


def _remove_all(folder: Path, _backup: Path) -> None:
    for each in folder.glob(f"{DATABASE}*"):
        each.unlink()


def _swap_in_a_backup(folder: Path, backup: Path) -> None:
    shutil.copy(backup, folder / "copy")
    (folder / "copy").replace(folder / DATABASE)


def _put_aside_and_copy_a_backup(folder: Path, backup: Path) -> None:
    (folder / DATABASE).rename(folder / "former.db")
    shutil.copy(backup, folder / DATABASE)


def _remove_and_copy_all(folder: Path, _backup: Path) -> None:
    shutil.copytree(folder, folder.with_name("copy"))
    shutil.rmtree(folder)
    folder.with_name("copy").rename(folder)


def _write_a_backup_over_it(folder: Path, backup: Path) -> None:
    shutil.copy(backup, folder / DATABASE)


MISCHIEF = (
    _write_a_backup_over_it,
    _remove_folder,
    _move_folder,
    _remove_database,
    _remove_log,
    _remove_index,
    _remove_all,
    _swap_in_a_backup,
    _put_aside_and_copy_a_backup,
    _remove_and_copy_all,
)


def _scan(store: Store, number: int) -> str:
    return dbkit.scanning(store).scan([dbkit.code_of(store, dbkit.delegate(number).id)], OPENING).decision.reason


def _opened_with_a_backup(folder: Path) -> tuple[Store, Path]:
    store = dbkit.new_store(folder)
    dbkit.register(store, *map(dbkit.delegate, range(9)))
    made = store.backup()
    kept = folder.with_name("kept.db")
    shutil.copy(made, kept)
    assert _scan(store, 1) == "admitted"
    return store, kept


@pytest.mark.parametrize("mischief", MISCHIEF)
def test_nothing_is_accepted_into_files_that_are_not_there_any_more(folder: Path, mischief: Mischief) -> None:
    store, kept = _opened_with_a_backup(folder)
    with closing(store):
        mischief(folder, kept)
        for number in range(2, 9):
            with pytest.raises(StoreReplaced):
                _scan(store, number)


@pytest.mark.parametrize("mischief", MISCHIEF)
def test_nothing_is_answered_that_was_written_as_they_went(
    folder: Path, mischief: Mischief, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files go between the last look before the commit and the commit."""
    store, kept = _opened_with_a_backup(folder)
    commit = Transaction.commit

    def commit_late(transaction: Transaction) -> None:
        mischief(folder, kept)
        commit(transaction)

    with closing(store):
        with monkeypatch.context() as patch, pytest.raises(StoreReplaced):
            patch.setattr(Transaction, "commit", commit_late)
            _scan(store, 2)
        with pytest.raises(StoreReplaced):
            _scan(store, 2)


@pytest.mark.parametrize("mischief", MISCHIEF)
def test_readers_check_and_backup_say_it_too(folder: Path, mischief: Mischief) -> None:
    store, kept = _opened_with_a_backup(folder)
    assert store.queries().health().facts
    with closing(store):
        mischief(folder, kept)
        for use in (store.queries().health, store.check, store.backup):
            with pytest.raises(StoreReplaced):
                use()
        with pytest.raises(StoreReplaced):
            store.check(repair=True)


@pytest.mark.parametrize("scanned", [True, False])
@pytest.mark.parametrize("mischief", [_swap_in_a_backup, _put_aside_and_copy_a_backup, _write_a_backup_over_it])
def test_a_backup_put_in_its_place_is_not_ruined(folder: Path, mischief: Mischief, scanned: bool) -> None:
    store, kept = _opened_with_a_backup(folder)
    mischief(folder, kept)
    if scanned:
        with pytest.raises(StoreReplaced):
            _scan(store, 2)
    store.close()
    assert (folder / DATABASE).read_bytes() == kept.read_bytes()
    with closing(Store.open(folder, dbkit.around())) as restored:
        assert restored.check().facts == 11
        assert _scan(restored, 2) == "admitted"
    assert sorted(each.name for each in (folder / FOLDER / "0001").iterdir()) == [f"{DATABASE}-shm", f"{DATABASE}-wal"]


@pytest.mark.parametrize("moved", [False, True])
def test_a_backup_written_over_it_in_its_place_is_noticed_whatever_is_in_the_log(folder: Path, moved: bool) -> None:
    store, kept = _opened_with_a_backup(folder)
    if moved:
        with store._writer.plain() as link:
            link.script("PRAGMA wal_checkpoint(PASSIVE)")
        assert _scan(store, 2) == "admitted"
        with store._writer.plain() as link:
            link.script("PRAGMA wal_checkpoint(PASSIVE)")
        assert _scan(store, 3) == "admitted"
    with closing(store):
        _write_a_backup_over_it(folder, kept)
        for number in range(4, 9):
            with pytest.raises(StoreReplaced):
                _scan(store, number)


def test_an_older_state_of_all_its_files_written_over_them_accepts_nothing_and_is_not_ruined(folder: Path) -> None:
    """As when somebody copies the folder of yesterday over the one that is in use: every file keeps its inode."""
    store = dbkit.new_store(folder)
    dbkit.register(store, *map(dbkit.delegate, range(9)))
    older = shutil.copytree(folder, folder.with_name("older"))
    for number in range(4):
        assert _scan(store, number) == "admitted"
    with closing(store):
        for each in older.glob(f"{DATABASE}*"):
            shutil.copy(each, folder)
        for number in range(4, 9):
            with pytest.raises(StoreReplaced):
                _scan(store, number)
    with closing(Store.open(folder, dbkit.around())) as restored:
        assert restored.check().facts == 11
        assert restored.holding().missing == 4


@pytest.mark.parametrize("left", [0, 40_000])
def test_a_log_that_was_cut_in_its_place_accepts_nothing(folder: Path, left: int) -> None:
    store = dbkit.new_store(folder)
    dbkit.register(store, *map(dbkit.delegate, range(9)))
    assert _scan(store, 1) == "admitted"
    with closing(store):
        with (folder / f"{DATABASE}-wal").open("r+b") as log:
            log.truncate(left)
        for number in range(2, 9):
            with pytest.raises(StoreReplaced):
                _scan(store, number)
    with closing(Store.open(folder, dbkit.around())) as opened:
        opened.check()
        assert opened.holding().missing


def test_moving_the_log_into_the_database_is_no_replacement(folder: Path) -> None:
    with closing(dbkit.new_store(folder)) as store, closing(Store.open(folder, dbkit.around())) as other:
        for number in range(12):
            dbkit.register((store, other)[number % 2], dbkit.delegate(number))
            with (other, store)[number % 2]._writer.plain() as link:
                link.script(f"PRAGMA wal_checkpoint({('PASSIVE', 'TRUNCATE')[number // 2 % 2]})")
            assert store.queries().health().facts == 3 + number
        store.check()


def test_a_connection_opened_anew_after_a_commit_that_failed_holds_the_files_there_are(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    dbkit.register(store, dbkit.delegate(1))
    with monkeypatch.context() as patch, pytest.raises(OSError, match="lost"), store.unit() as unit:
        unit.record(dbkit.registration(unit, dbkit.delegate(2)))
        patch.setattr(type(unit._transaction), "commit", lambda _self: (_ for _ in ()).throw(OSError("lost")))
        unit.commit()
    assert store.queries().health().facts == 3
    dbkit.register(store, dbkit.delegate(3))
    assert store.check().facts == 4


def test_what_is_put_aside_is_never_written_over(tmp_path: Path) -> None:
    for text in ("first", "second"):
        (tmp_path / "a").write_text(text)
        put_aside(tmp_path, [tmp_path / "a", tmp_path / "not there"])
    assert put_aside(tmp_path, [tmp_path / "a"]) is None
    assert [(tmp_path / FOLDER / number / "a").read_text() for number in ("0001", "0002")] == ["first", "second"]
    assert len(list((tmp_path / FOLDER).iterdir())) == 2
