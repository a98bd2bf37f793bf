"""A store that holds less than it acknowledged says so, with how much, until it has all of it again."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import dbkit
import pytest
from dbkit import OPENING
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from checkin_app.domain.chain import Head
from checkin_app.domain.ids import LogId
from checkin_app.runtime import keys as station_keys
from checkin_app.services.merging import bundle_above
from checkin_app.services.ports.upkeep import Holding
from db import witness
from db.store import DATABASE, Store
from tests.processes import started

HERE = Path(__file__).parent
WAL = f"{DATABASE}-wal"
REGISTER_ON = """
import sys
sys.path[:0] = {path!r}
from pathlib import Path
import dbkit
from db.store import Store
store = Store.open(Path({folder!r}), dbkit.around())
for number in range({first}, 10_000):
    dbkit.register(store, dbkit.delegate(number))
    print(number, flush=True)
"""


def _registered_until_killed(folder: Path, first: int, count: int) -> int:
    """Return how many registrations a process said before kill -9 took it."""
    script = REGISTER_ON.format(path=[str(HERE), str(HERE.parents[1])], folder=str(folder), first=first)
    with started([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
        assert process.stdout
        said = [process.stdout.readline() for _ in range(count)]
        process.send_signal(signal.SIGKILL)
        said += [line for line in process.stdout if line.endswith("\n")]
    return len(said)


def _lose_the_log(folder: Path) -> None:
    (folder / WAL).unlink()


def _flip_a_bit_of_the_log(folder: Path) -> None:
    content = bytearray((folder / WAL).read_bytes())
    content[len(content) // 3] ^= 1
    (folder / WAL).write_bytes(content)


def _facts(folder: Path) -> tuple[int, Holding]:
    with closing(Store.open(folder, dbkit.around())) as store:
        return store.queries().health().facts, store.holding()


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
@pytest.mark.parametrize("lose", [_lose_the_log, _flip_a_bit_of_the_log])
def test_what_was_said_before_kill_9_and_is_lost_with_the_log_is_counted(
    folder: Path, lose: Callable[[Path], None]
) -> None:
    dbkit.new_store(folder).close()
    said = sum(_registered_until_killed(folder, 100 * turn, 7) for turn in range(3))
    lose(folder)
    facts, holding = _facts(folder)
    # One fact more than was said may have been acknowledged to the process that was killed before it could say it.
    assert said <= facts - 2 + holding.missing <= said + 3
    assert holding.missing > 0
    assert _facts(folder)[1].missing == holding.missing  # and it stays said


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
def test_after_kill_9_alone_nothing_is_missing(folder: Path) -> None:
    dbkit.new_store(folder).close()
    for turn in range(4):
        _registered_until_killed(folder, 100 * turn, 2 + turn)
        assert _facts(folder)[1] == Holding()


def test_work_goes_on_in_a_store_that_lacks_something(folder: Path) -> None:
    _an_older_state(folder)
    with closing(Store.open(folder, dbkit.around())) as store:
        assert store.holding().missing == 2
        assert store.queries().health().missing == 2
        dbkit.register(store, dbkit.delegate(9))
        code = dbkit.code_of(store, dbkit.delegate(9).id)
        assert dbkit.scanning(store).scan([code], OPENING).decision.reason == "admitted"
        assert store.holding().missing == 2
        store.check()
    assert _facts(folder)[1].missing == 2


def _an_older_state(folder: Path) -> None:
    """Bring a store back to what it was before its last two facts."""
    with closing(dbkit.new_store(folder)) as store:
        dbkit.register(store, dbkit.delegate(1))
        former = shutil.copy(store.backup(), folder.with_name("former.db"))
        dbkit.register(store, dbkit.delegate(2), dbkit.delegate(3))
    shutil.copy(former, folder / DATABASE)


def test_an_older_state_of_the_whole_folder_is_known_by_the_witness_that_lies_apart(folder: Path) -> None:
    with closing(dbkit.new_store(folder)) as store:
        dbkit.register(store, dbkit.delegate(1))
    shutil.copytree(folder, folder.with_name("saved"))
    with closing(Store.open(folder, dbkit.around())) as store:
        dbkit.register(store, dbkit.delegate(2), dbkit.delegate(3))
    shutil.rmtree(folder)
    folder.with_name("saved").rename(folder)
    assert _facts(folder)[1] == Holding(missing=2)
    # From now on the folder says it too.
    for each in witness.apart().glob("*.witness"):
        each.unlink()
    assert _facts(folder)[1] == Holding(missing=2)


@pytest.mark.parametrize("where", ["beside", "apart", "both"])
@pytest.mark.parametrize("damage", ["removed", "emptied", "cut", "scribbled", "another store's"])
def test_a_witness_that_is_lost_or_not_this_stores_gives_no_false_alarm(
    folder: Path, tmp_path: Path, where: str, damage: str
) -> None:
    _an_older_state(folder)
    dbkit.new_store(tmp_path / "other").close()
    foreign = (tmp_path / "other" / witness.BESIDE).read_bytes()
    store_id = (folder / "station.toml").read_text().split('store = "')[1][:32]
    beside, apart = folder / witness.BESIDE, witness.apart() / f"{store_id}.witness"
    for file in {"beside": [beside], "apart": [apart], "both": [beside, apart]}[where]:
        content = file.read_bytes()
        match damage:
            case "removed":
                file.unlink()
            case "emptied":
                file.write_bytes(b"")
            case "cut":
                file.write_bytes(content[:100])
            case "scribbled":
                file.write_bytes(bytes(255 - each for each in content))
            case _:
                file.write_bytes(foreign)
    _facts_before, holding = _facts(folder)
    told = where != "both" or damage == "cut"
    assert holding.witnessed is told
    assert holding.missing == (2 if where != "both" else 0)
    with closing(Store.open(folder, dbkit.around())) as store:
        assert store.holding().witnessed
        dbkit.register(store, dbkit.delegate(8))
    assert _facts(folder)[1].missing == holding.missing


def test_a_store_of_a_version_without_witness_cannot_tell_once_and_can_from_then_on(folder: Path) -> None:
    _an_older_state(folder)
    for each in (*witness.apart().glob("*.witness"), folder / witness.BESIDE):
        each.unlink()
    assert _facts(folder)[1] == Holding(witnessed=False)
    assert _facts(folder)[1] == Holding()
    with closing(Store.open(folder, dbkit.around())) as store:
        former = shutil.copy(store.backup(), folder.with_name("former.db"))
        dbkit.register(store, dbkit.delegate(5))
    shutil.copy(former, folder / DATABASE)
    assert _facts(folder)[1] == Holding(missing=1)


def test_a_witness_cannot_be_forged_without_the_key(folder: Path) -> None:
    dbkit.new_store(folder).close()
    file = folder / witness.BESIDE
    content = file.read_bytes()
    file.write_bytes(content + os.urandom(128 * 20))
    assert _facts(folder)[1] == Holding()


def test_a_torn_line_leaves_the_one_before(folder: Path) -> None:
    _an_older_state(folder)
    for each in witness.apart().glob("*.witness"):
        each.unlink()
    file = folder / witness.BESIDE
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    assert _facts(folder)[1].witnessed
    assert _facts(folder)[1].missing in {0, 2}


def test_two_processes_writing_to_one_folder_are_both_witnessed(folder: Path) -> None:
    one = dbkit.new_store(folder)
    former = shutil.copy(one.backup(), folder.with_name("former.db"))
    other = Store.open(folder, dbkit.around())
    for number in range(6):
        dbkit.register((one, other)[number % 2], dbkit.delegate(number))
    other.close()
    dbkit.register(one, dbkit.delegate(7))
    one.close()
    shutil.copy(former, folder / DATABASE)
    assert _facts(folder)[1] == Holding(missing=7)


def test_two_processes_that_find_no_witness_make_one_together(folder: Path, tmp_path: Path) -> None:
    """As after an update, or where somebody removed the files: both have looked before either writes."""
    with closing(dbkit.new_store(folder)) as store:
        key = store.keys.database_key
    place = tmp_path / "elsewhere"
    place.mkdir()
    both = [witness.Witness.of(place, "a store", key) for _ in range(2)]
    heads = {LogId(f"{number:032x}"): Head(LogId(f"{number:032x}"), 10 + number) for number in range(5)}
    own = [Head(LogId(letter * 32), 1) for letter in "ab"]
    for turn in (1, 2, 3):
        for each, head in zip(both, own, strict=True):
            if turn == 1:
                each.catch_up(heads)
            each.claim([head])
            each.acknowledge([structs.replace(head, seq=turn)])
    said = witness.Witness.of(place, "a store", key)
    for table in said._tables:
        lengths = {name: row.seq for name, row in table.rows.items()}
        known = {log_id: head.seq for log_id, head in heads.items()} | {each.log_id: 3 for each in own}
        assert lengths == {said._name(log_id): seq for log_id, seq in known.items()}
    for each in both:
        each.close(last=True)


def test_what_is_missing_comes_back_from_whoever_has_it_and_the_notice_ends(folder: Path, tmp_path: Path) -> None:
    store, other = dbkit.new_store(folder), dbkit.new_store(tmp_path / "other", "Desk B")
    dbkit.register(store, *map(dbkit.delegate, range(4)))
    former = shutil.copy(store.backup(), folder.with_name("former.db"))
    codes = [dbkit.code_of(store, dbkit.delegate(number).id) for number in range(4)]
    for code in codes[:2]:
        assert dbkit.scanning(store).scan([code], OPENING).decision.reason == "admitted"
    dbkit.exchange([store, other])
    assert dbkit.scanning(store).scan([codes[2]], OPENING).decision.reason == "admitted"
    told = dbkit.dump(store)
    store.close()
    shutil.copy(former, folder / DATABASE)
    with closing(Store.open(folder, dbkit.around())) as older:
        known_elsewhere = older.holding().missing - 1
        dbkit.exchange([older, other])
        assert older.holding().missing == 1  # nobody has heard of the last scan
        assert known_elsewhere >= 2
        again = [dbkit.scanning(older).scan([code], OPENING).decision.reason for code in codes[:3]]
        assert again == ["already_in", "already_in", "admitted"]
        assert older.accept_loss() == 1
        assert older.holding() == Holding()
        older.check()
    assert _facts(folder)[1] == Holding()
    assert told["delegates"]
    other.close()


def test_a_log_that_comes_back_piece_by_piece_is_missed_until_it_is_whole(folder: Path, tmp_path: Path) -> None:
    store, other = dbkit.new_store(folder), dbkit.new_store(tmp_path / "other", "Desk B")
    former = shutil.copy(store.backup(), folder.with_name("former.db"))
    for number in range(6):
        dbkit.register(store, dbkit.delegate(number))
    dbkit.exchange([store, other])
    store.close()
    shutil.copy(former, folder / DATABASE)
    admitted = {other.keys.station: other.keys.public_key}
    missing = _facts(folder)[1].missing
    assert missing == 6 + 2  # its own, and what it had heard of the other
    while missing:
        with closing(Store.open(folder, dbkit.around())) as older:
            bundle = bundle_above(other.log, dbkit.merging(older).vector(), 2)
            for fact in bundle.facts:  # each in a transaction of its own
                missing -= dbkit.merging(older).take(replace(bundle, facts=(fact,)), admitted).stored
            assert older.holding().missing == missing
        assert _facts(folder)[1].missing == missing
    assert _facts(folder)[1] == Holding()
    other.close()


def test_a_merge_counts_what_was_this_stations_own(folder: Path, tmp_path: Path) -> None:
    store, other = dbkit.new_store(folder), dbkit.new_store(tmp_path / "other", "Desk B")
    former = shutil.copy(store.backup(), folder.with_name("former.db"))
    dbkit.register(store, dbkit.delegate(1), dbkit.delegate(2))
    dbkit.exchange([store, other])
    store.close()
    shutil.copy(former, folder / DATABASE)
    with closing(Store.open(folder, dbkit.around())) as older:
        bundle = bundle_above(other.log, dbkit.merging(older).vector(), 100)
        result = dbkit.merging(older).take(bundle, {other.keys.station: other.keys.public_key})
        assert (result.stored, result.returned) == (4, 2)
        assert older.holding() == Holding()
    other.close()


def test_an_unclean_shutdown_whose_log_is_gone_is_said_even_where_nothing_can_be_counted(folder: Path) -> None:
    store = dbkit.new_store(folder)
    dbkit.register(store, dbkit.delegate(1))
    copied = folder.with_name("copied")
    shutil.copytree(folder, copied)  # as a power loss leaves it, or a copy of the folder
    store.close()
    shutil.copy(folder / DATABASE, copied / DATABASE)
    (copied / WAL).unlink()
    (copied / f"{DATABASE}-shm").unlink()
    shutil.rmtree(folder)
    assert _facts(copied)[1] == Holding(unclean=True)
    assert _facts(copied)[1] == Holding()


def test_the_witness_is_written_after_the_commit_and_never_before(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, pytest.raises(OSError, match="lost"), store.unit() as unit:
        unit.record(dbkit.registration(unit, dbkit.delegate(2)))
        patch.setattr(type(unit._transaction), "commit", lambda _self: (_ for _ in ()).throw(OSError("lost")))
        unit.commit()
    store.close()
    assert _facts(store.folder)[1] == Holding()


def test_a_witness_that_cannot_be_written_stops_no_scan(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> int:
        raise OSError

    store = dbkit.new_store(folder)
    for name in ("open", "write", "fsync"):
        with monkeypatch.context() as patch:
            patch.setattr(witness.os, name, refuse)
            dbkit.register(store, dbkit.delegate(len(name)))
    assert store.check().facts == 5
    store.close()
    assert _facts(folder)[1] == Holding()


_STEPS = st.lists(st.sampled_from(["register", "register", "reopen", "beside", "save"]), min_size=3, max_size=9)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_STEPS, st.booleans())
def test_whichever_state_of_the_database_comes_back_what_it_lacks_is_counted(steps: list[str], whole: bool) -> None:
    """Every state that the folder was ever in, put in the place of the last one."""
    with tempfile.TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        patch.setenv(station_keys.KEYS_DIR, str(Path(place, "keys")))
        folder, saved = Path(place, "station"), []
        store = dbkit.new_store(folder)
        for number, step in enumerate([*steps, "save"]):
            match step:
                case "register":
                    dbkit.register(store, dbkit.delegate(number))
                case "reopen":
                    store.close()
                    store = Store.open(folder, dbkit.around())
                case "beside":
                    with closing(Store.open(folder, dbkit.around())) as other:
                        dbkit.register(other, dbkit.delegate(number))
                case _:
                    saved.append((shutil.copytree(folder, Path(place, f"saved{number}")), _count(store)))
        last = _count(store)
        store.close()
        for copy, facts in saved:
            if whole:
                shutil.rmtree(folder)
                shutil.copytree(copy, folder)
            else:
                for each in folder.glob(f"{DATABASE}*"):
                    each.unlink()
                for each in copy.glob(f"{DATABASE}*"):
                    shutil.copy(each, folder)
            assert _facts(folder) == (facts, Holding(missing=last - facts))


def _count(store: Store) -> int:
    return store.queries().health().facts


def test_the_witness_names_nobody(store: Store) -> None:
    dbkit.register(store, *map(dbkit.delegate, range(3)))
    logs = list(store.log.vector())
    for file in (store.folder / witness.BESIDE, *witness.apart().glob("*.witness")):
        content = file.read_bytes()
        assert not any(bytes.fromhex(each) in content or each.encode() in content for each in logs)
        assert len(content) == 128 * (1 + len(logs))
