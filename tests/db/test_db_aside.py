"""What nobody at the door waits for is put through to the disk beside whoever is there, and nobody is told before it is."""

import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import dbkit
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.problems import StorageProblem, StoreBusy
from db import log_file
from db.engine import Link
from db.store import Store
from db.transaction import Transaction
from db.turns import Turns
from db.witness import Witness

_FULL, _NORMAL = 2, 1
_NUMBERS = count(1)


@dataclass
class Disk:
    """Takes as long as it is told to."""

    asked: threading.Event = field(default_factory=threading.Event)
    done: threading.Event = field(default_factory=threading.Event)
    broken: bool = False

    def through(self, _descriptor: int) -> None:
        self.asked.set()
        assert self.done.wait(30)
        if self.broken:
            raise OSError(5, "it breaks")


class Anew:
    """How long the log was each time that it was written anew."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.lengths: list[int] = []
        write_anew = log_file.write_anew

        def noted(log: Path) -> None:
            self.lengths.append(log.stat().st_size)
            write_anew(log)

        monkeypatch.setattr("db.log_file.write_anew", noted)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    disk = Disk()
    monkeypatch.setattr("db.log_file.through", disk.through)
    yield disk
    disk.done.set()


def _record(store: Store, *, aside: bool = False) -> int:
    """Record something; return how its commit waits for the disk, as SQLite says."""
    with store.unit(first=not aside, aside=aside) as unit:
        unit.record(dbkit.registration(unit, dbkit.delegate(next(_NUMBERS))))
        waits = unit._link.script("PRAGMA synchronous")[0][0]
        unit.commit()
    return int(waits)


def test_a_guest_waits_for_no_disk_that_somebody_else_waits_for(store: Store, disk: Disk) -> None:
    with ThreadPoolExecutor(1) as lane:
        recorded = lane.submit(_record, store, aside=True)
        assert disk.asked.wait(30)
        assert _record(store) == _FULL, "whose own commit waits for the disk as ever"
        assert not recorded.done(), "who recorded something is told when it is on the disk"
        disk.done.set()
        assert recorded.result(30) == _NORMAL


def test_it_is_acknowledged_once_it_is_on_the_disk(store: Store, disk: Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Any] = []
    acknowledge = Witness.acknowledge

    def noted(witness: Witness, heads: Any) -> None:
        told.append([head.seq for head in heads])
        acknowledge(witness, heads)

    monkeypatch.setattr(Witness, "acknowledge", noted)
    with ThreadPoolExecutor(1) as lane:
        recorded = lane.submit(_record, store, aside=True)
        assert disk.asked.wait(30)
        assert told == []
        disk.done.set()
        recorded.result(30)
    assert len(told) == 1


def test_what_a_disk_did_not_take_is_said_and_its_log_is_written_no_further(store: Store, disk: Disk) -> None:
    disk.done.set()
    _record(store, aside=True)
    before = store._log.head.log_id
    disk.broken = True
    with pytest.raises(StorageProblem):
        _record(store, aside=True)
    assert store._log.head.log_id != before
    disk.broken = False
    assert _record(store) == _FULL


def test_what_a_disk_did_not_take_is_written_anew_before_anything_follows_it(
    store: Store, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    anew = Anew(monkeypatch)
    disk.done.set()
    _record(store)
    disk.broken = True
    with pytest.raises(StorageProblem):
        _record(store, aside=True)
    assert anew.lengths == []
    there = len(store.log.above({}, 100).facts)
    for _again in range(2):
        with pytest.raises(StorageProblem):
            _record(store)
        assert len(store.log.above({}, 100).facts) == there, "the disk still fails: nothing goes on"
    disk.broken = False
    _record(store)
    _record(store)
    assert len(anew.lengths) == 3, "until it is there, and not again"
    assert min(anew.lengths) > 0


def test_what_a_commit_heard_of_the_disk_is_not_hidden_from_whoever_asks_after_it(
    store: Store, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk says only once that it did not take something."""
    anew, told = Anew(monkeypatch), []
    monkeypatch.setattr(Witness, "acknowledge", lambda _witness, heads: told.append(heads))
    with ThreadPoolExecutor(1) as lane:
        recorded = lane.submit(_record, store, aside=True)
        assert disk.asked.wait(30)
        with monkeypatch.context() as patch, pytest.raises(StorageProblem):
            patch.setattr(Transaction, "commit", _fails)
            _record(store)
        disk.done.set()
        with pytest.raises(StorageProblem):
            recorded.result(30)
    assert told == []
    _record(store)
    assert len(anew.lengths) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only there it is told which parts of a file were ever written")
@given(size=st.integers(0, 40_000))
def test_all_of_a_log_is_written_anew_and_is_as_it_was(size: int) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(log_file, "_STEP", 8192)
        log = Path(folder, "log")
        with log.open("wb") as file:
            file.truncate(size)  # nothing of it is on the disk
        log_file.write_anew(log)
        assert log.stat().st_size == size
        assert log.stat().st_blocks * 512 >= size
        assert not any(log.read_bytes())


@pytest.mark.parametrize("ends", ["rolled back", "busy"])
def test_however_it_ends_the_next_commit_waits_for_the_disk(
    store: Store, disk: Disk, monkeypatch: pytest.MonkeyPatch, ends: str
) -> None:
    disk.done.set()
    if ends == "busy":
        with monkeypatch.context() as patch:
            patch.setattr(Turns, "begin", _busy)
            with pytest.raises(StoreBusy), store.unit(aside=True):
                pass
    else:
        with pytest.raises(KeyError), store.unit(aside=True):
            raise KeyError
    assert not disk.asked.is_set(), "nothing was committed"
    assert _record(store) == _FULL


def test_one_whose_way_of_waiting_cannot_be_set_again_is_not_written_by(
    store: Store, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk.done.set()
    script = Link.script

    def broken(link: Link, sql: str) -> list[tuple[Any, ...]]:
        if sql == "PRAGMA synchronous = FULL":
            raise StorageProblem
        return script(link, sql)

    with monkeypatch.context() as patch, pytest.raises(StorageProblem):
        patch.setattr(Link, "script", broken)
        _record(store, aside=True)
    assert _record(store) == _FULL, "a new connection writes"


def test_what_is_recorded_while_the_store_is_closed_is_in_it_and_no_trouble(store: Store, disk: Disk) -> None:
    """Closing moves the log into the database, and puts that through: whoever waits finds no log any more."""
    with ThreadPoolExecutor(1) as lane:
        recorded = lane.submit(_record, store, aside=True)
        assert disk.asked.wait(30)
        disk.broken = True
        store.close()
        disk.done.set()
        assert recorded.result(30) == _NORMAL
    again = Store.open(store.folder, dbkit.around())
    try:
        assert len(again.queries().delegate_ids()) == 1
        assert not again.holding().doubtful
    finally:
        again.close()


def _busy(*_given: object) -> None:
    raise StoreBusy


def _fails(transaction: Transaction) -> None:
    transaction.is_active = False  # as its own commit begins
    raise StorageProblem
