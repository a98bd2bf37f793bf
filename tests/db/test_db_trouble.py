"""Each trouble of the store is its own Problem; nothing is recorded, and what was is still there."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import IO

import dbkit
import pytest
import sqlcipher3.dbapi2 as driver

from checkin_app.domain.problems import (
    DiskFull,
    DriverUnfit,
    ForumFileInvalid,
    KeyMissing,
    MemoryShort,
    Problem,
    StorageProblem,
    StoreBusy,
    StoreCorrupt,
    StoreExists,
    StoreMissing,
    StoreNewer,
    StoreNotWritable,
    WorkStopped,
    WrongKey,
)
from db import engine
from db.store import DATABASE, IDENTITY, Store
from db.trouble import TROUBLE, problem_of

#: Every primary result code of SQLite (sqlite.org/rescode.html); None is a bug of ours and stays one.
CODES: dict[str, tuple[int, type[Problem] | None]] = {
    "SQLITE_ERROR": (1, None),
    "SQLITE_INTERNAL": (2, None),
    "SQLITE_PERM": (3, StoreNotWritable),
    "SQLITE_ABORT": (4, None),
    "SQLITE_BUSY": (5, StoreBusy),
    "SQLITE_LOCKED": (6, StoreBusy),
    "SQLITE_NOMEM": (7, MemoryShort),
    "SQLITE_READONLY": (8, StoreNotWritable),
    "SQLITE_INTERRUPT": (9, WorkStopped),
    "SQLITE_IOERR": (10, StorageProblem),
    "SQLITE_CORRUPT": (11, StoreCorrupt),
    "SQLITE_NOTFOUND": (12, None),
    "SQLITE_FULL": (13, DiskFull),
    "SQLITE_CANTOPEN": (14, StoreNotWritable),
    "SQLITE_PROTOCOL": (15, StoreBusy),
    "SQLITE_SCHEMA": (17, None),
    "SQLITE_TOOBIG": (18, None),
    "SQLITE_CONSTRAINT": (19, None),
    "SQLITE_MISMATCH": (20, None),
    "SQLITE_MISUSE": (21, None),
    "SQLITE_NOLFS": (22, StorageProblem),
    "SQLITE_AUTH": (23, StoreNotWritable),
    "SQLITE_RANGE": (25, None),
    "SQLITE_NOTADB": (26, WrongKey),
}


@pytest.mark.parametrize("name", CODES)
@pytest.mark.parametrize("extended", [0, 3 << 8])
def test_every_error_of_the_driver_is_one_problem_or_a_bug(name: str, extended: int) -> None:
    code, expected = CODES[name]
    error = driver.OperationalError("as the driver says it")
    error.sqlite_errorcode = code | extended
    problem = problem_of(error, Path("here"))
    assert type(problem) is (expected or type(None))
    if problem:
        assert "{" not in str(problem)


def test_the_table_of_trouble_names_no_code_that_is_not_tested() -> None:
    assert set(TROUBLE) == {code for code, expected in CODES.values() if expected and expected is not WorkStopped}


@pytest.mark.parametrize("code", TROUBLE)
def test_trouble_in_a_backup_which_has_no_code_is_known_by_its_words(code: int) -> None:
    expected, said = TROUBLE[code]
    assert type(problem_of(driver.OperationalError(said), Path("here"))) is expected


def test_an_error_without_a_code_is_a_bug() -> None:
    assert problem_of(driver.ProgrammingError("used wrongly"), Path("here")) is None


def _facts(store: Store) -> int:
    return store.queries().health().facts


def _fill_until_full(store: Store) -> int:
    """Register people until the disk is full; return how many facts were recorded."""
    for number in range(100_000):
        before = _facts(store)
        try:
            dbkit.register(store, *(dbkit.delegate(number * 50 + n, note="x" * 2000) for n in range(50)))
        except DiskFull:
            assert _facts(store) == before
            return before
    raise AssertionError("the disk was never full")


def test_a_store_that_may_not_grow_says_that_the_disk_is_full_and_stays_readable(store: Store) -> None:
    with store._writer.plain() as link:
        link.script("PRAGMA max_page_count = 300")
    recorded = _fill_until_full(store)
    with store._writer.plain() as link:
        link.script("PRAGMA max_page_count = 30000")
    dbkit.register(store, dbkit.delegate(999_999))
    assert store.check().facts == recorded + 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    made = mount and sys.platform == "linux"
    if not made or subprocess.run([mount, "-t", "tmpfs", "-o", "size=2m", "tmpfs", place], check=False).returncode:
        pytest.skip("this user may not mount a small disk")
    yield place
    subprocess.run(["umount", place], check=True)


@pytest.fixture
def small(small_disk: Path) -> Iterator[Callable[[Store], Store]]:
    """Close what was opened on the small disk before it goes."""
    with ExitStack() as stack:
        yield lambda store: stack.enter_context(closing(store))


def test_a_full_disk_is_said_and_what_was_accepted_stays(small_disk: Path, small: Callable[[Store], Store]) -> None:
    store = small(dbkit.new_store(small_disk / "station"))
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 300_000)
    recorded = _fill_until_full(store)
    code = dbkit.code_of(store, dbkit.delegate(1).id)
    assert store.queries().card(dbkit.delegate(1).id) is not None
    with pytest.raises(DiskFull):
        store.backup()
    assert not list((small_disk / "station" / "backups").iterdir())
    ballast.unlink()
    outcome = dbkit.scanning(store).scan([code], dbkit.OPENING)
    assert outcome.decision.reason == "admitted"
    assert store.check().facts == recorded + 1


def test_a_disk_that_fills_at_any_moment_never_loses_or_invents_a_scan(
    small_disk: Path, small: Callable[[Store], Store]
) -> None:
    store = small(dbkit.new_store(small_disk / "station"))
    dbkit.register(store, *map(dbkit.delegate, range(200)))
    scanning = dbkit.scanning(store)
    (small_disk / "ballast").write_bytes(b"x" * (2_000_000 - _used(small_disk) - 60_000))
    said: list[str] = []
    full = 0
    for number in range(200):
        try:
            code = dbkit.code_of(store, dbkit.delegate(number).id)
            said.append(scanning.scan([code], dbkit.OPENING).fact_id)
        except DiskFull:
            full += 1
    assert said
    assert full
    assert [each.fact_id for each in reversed(store.queries().recent_scans(1000))] == said
    (small_disk / "ballast").unlink()
    store.check()


@pytest.mark.parametrize("killed", [False, True])
def test_at_no_byte_free_what_was_accepted_can_be_read_and_with_room_again_scans_go_on(
    small_disk: Path, small: Callable[[Store], Store], killed: bool
) -> None:
    folder = small_disk / "station"
    with closing(dbkit.new_store(folder)) as store:
        dbkit.register(store, *map(dbkit.delegate, range(20)))
        code = dbkit.code_of(store, dbkit.delegate(1).id)
        dbkit.scanning(store).scan([code], dbkit.OPENING)
        if killed:
            shutil.copytree(folder, small_disk / "killed", ignore=shutil.ignore_patterns("*-shm"))
    folder = small_disk / "killed" if killed else folder
    with (small_disk / "ballast").open("wb", buffering=0) as ballast:
        while _grows(ballast):
            pass
    full = small(Store.open(folder, dbkit.around()))
    assert full.queries().delegate_ids()
    assert full.queries().recent_scans(1)[0].decision.reason == "admitted"
    assert len(full.queries().find("person")) == 20
    assert full.check().facts == 23
    with pytest.raises(DiskFull):
        dbkit.scanning(full).scan([code], dbkit.OPENING)
    (small_disk / "ballast").unlink()
    assert dbkit.scanning(full).scan([code], dbkit.OPENING).decision.reason == "already_in"
    assert full.check().facts == 24


def _grows(file: IO[bytes]) -> bool:
    try:
        return bool(file.write(b"x" * 512))
    except OSError:
        return False


def _used(place: Path) -> int:
    return sum(each.stat().st_size for each in place.rglob("*") if each.is_file())


def test_a_store_kept_busy_is_said_to_be(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_MS", 50)
    one = dbkit.new_store(folder)
    other = Store.open(folder, dbkit.around())
    with other.unit(), pytest.raises(StoreBusy), one.unit():
        pass
    dbkit.register(one, dbkit.delegate(1))
    one.close()
    other.close()


def test_a_folder_without_a_station_is_said(folder: Path) -> None:
    with pytest.raises(StoreMissing):
        Store.open(folder, dbkit.around())
    folder.mkdir()
    with pytest.raises(StoreMissing):
        Store.open(folder, dbkit.around())


def test_a_station_is_never_started_over_another(store: Store) -> None:
    dbkit.register(store, dbkit.delegate(1))
    with pytest.raises(StoreExists):
        dbkit.new_store(store.folder)
    assert _facts(store) == 3


def test_a_forum_that_cannot_be_parsed_makes_no_station(folder: Path) -> None:
    def refuse(_document: bytes) -> object:
        raise ForumFileInvalid(file="f", line=1, expected="a name", found="nothing")

    around = dbkit.around()
    object.__setattr__(around, "parse_forum", refuse)
    with pytest.raises(ForumFileInvalid):
        Store.create(folder, b"", "Desk A", around)
    assert not folder.exists()


def test_a_copied_folder_without_its_key_is_closed(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(store.folder, tmp_path / "copy")
    monkeypatch.setenv("CHECKIN_KEYS_DIR", str(tmp_path / "elsewhere"))
    with pytest.raises(KeyMissing):
        Store.open(tmp_path / "copy", dbkit.around())


def test_another_stations_key_is_the_wrong_key(store: Store, tmp_path: Path) -> None:
    other = dbkit.new_store(tmp_path / "other")
    other.close()
    keys = tmp_path / "keys"
    mine, theirs = (_store_id(folder) for folder in (store.folder, tmp_path / "other"))
    (keys / f"{mine}.key").write_text((keys / f"{theirs}.key").read_text())
    with pytest.raises(WrongKey):
        Store.open(store.folder, dbkit.around())


def _store_id(folder: Path) -> str:
    line = next(line for line in (folder / IDENTITY).read_text().splitlines() if line.startswith("store"))
    return line.split('"')[1]


def _scribble(file: Path) -> None:
    file.write_bytes(b"this is no database" * 1000)


def _truncate(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: 4096 * 3 + 100])


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _flip_one_bit(file: Path) -> None:
    content = bytearray(file.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 + 1000] ^= 1
    file.write_bytes(content)


@pytest.mark.parametrize("damage", [_scribble, _truncate, _empty, _flip_one_bit])
def test_a_damaged_file_is_said_to_be_and_is_not_touched(folder: Path, damage: Callable[[Path], None]) -> None:
    store = dbkit.new_store(folder)
    dbkit.register(store, *map(dbkit.delegate, range(50)))
    store.close()
    damage(folder / DATABASE)
    before = (folder / DATABASE).read_bytes()
    with pytest.raises(StoreCorrupt):
        _open_and_use(folder)
    assert (folder / DATABASE).read_bytes() == before


def _open_and_use(folder: Path) -> None:
    store = Store.open(folder, dbkit.around())
    try:
        store.check()
    finally:
        store.close()


def test_an_identity_that_cannot_be_read_is_damage(folder: Path) -> None:
    dbkit.new_store(folder).close()
    (folder / IDENTITY).write_bytes(b"\xff\xfe not toml")
    with pytest.raises(StoreCorrupt):
        Store.open(folder, dbkit.around())


def test_a_store_of_a_newer_version_is_left_alone(folder: Path) -> None:
    store = dbkit.new_store(folder)
    with store._writer.plain() as link:
        link.script("UPDATE alembic_version SET version_num = '9001'")
    store.close()
    before = (folder / DATABASE).read_bytes()
    with pytest.raises(StoreNewer):
        Store.open(folder, dbkit.around())
    assert (folder / DATABASE).read_bytes() == before


def test_a_folder_that_cannot_be_written_is_said(small_disk: Path) -> None:
    folder = small_disk / "station"
    dbkit.new_store(folder).close()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    try:
        with pytest.raises(StoreNotWritable):
            Store.open(folder, dbkit.around())
        with pytest.raises(StoreNotWritable):
            dbkit.new_store(small_disk / "another")
    finally:
        subprocess.run(["mount", "-o", "remount,rw", small_disk], check=True)


def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "station").write_text("a file")
    with pytest.raises(StorageProblem):
        dbkit.new_store(tmp_path / "station")
    with pytest.raises(StorageProblem):
        Store.open(tmp_path / "station", dbkit.around())


def test_an_old_sqlite_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(DriverUnfit):
        dbkit.new_store(folder)


def test_a_pragma_that_does_not_take_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_SYNCHRONOUS_FULL", 3)
    with pytest.raises(DriverUnfit):
        dbkit.new_store(folder)


def test_the_writer_is_as_durable_as_sqlite_can_be(store: Store) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
    }
    with store._writer.plain() as link:
        assert {name: link.script(f"PRAGMA {name}")[0][0] for name in wanted} == wanted


def test_readers_cannot_write(store: Store) -> None:
    with store.queries().reading() as link, pytest.raises(StoreNotWritable):
        link.script("DELETE FROM facts")


def test_a_closed_store_is_not_written_to_by_a_thread_that_outlived_it(folder: Path) -> None:
    store = dbkit.new_store(folder)
    store.close()
    with pytest.raises(StorageProblem, match="closed"), store.unit():
        pass
    Store.open(folder, dbkit.around()).close()
