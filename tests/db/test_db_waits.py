"""No scan waits long for what the product itself does: long works hold the store for an instant at a time."""

import gc
import multiprocessing
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

import dbkit
import pytest

from checkin_app.domain.facts import Fact
from checkin_app.domain.kinds import registry
from checkin_app.domain.planning.routes import unimproved
from checkin_app.services.accepting import FEW, LIVE, Accepting
from checkin_app.services.merging import Merging, bundle_above
from checkin_app.services.operations import GRAIN, HELD, STRETCH
from checkin_app.services.planning import Planning
from db.engine import CHECKPOINT_PAGES
from db.store import DATABASE, Store
from db.transaction import Transaction
from db.turns import MOST_PAGES, Turns
from db.unit import Unit
from db.writer import Writer

#: Seconds of a thread's own time, which a busy machine stretches little; a scan may wait for 0.2.
LONGEST = 0.15
PEOPLE = [dbkit.delegate(number) for number in range(2500)]
SCANNED = [dbkit.delegate(number) for number in range(5000, 5040)]
#: Pieces that may begin after a scan began to wait: one that had looked for hands just before.
BEHIND = 2


@contextmanager
def holds() -> Iterator[list[float]]:
    """Yield the own time of every transaction of the writer, in this process, while the block goes on."""
    found: list[float] = []
    plain = Writer.transaction

    @contextmanager
    def timed(self: Writer, **how: bool) -> Iterator[object]:
        with plain(self, **how) as begun:
            since = time.thread_time()
            try:
                yield begun
            finally:
                found.append(time.thread_time() - since)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Writer, "transaction", timed)
        patch.setattr(Turns, "anybody_waits", lambda _self: True)  # else nobody is kept waiting
        yield found


def import_a_list(store: Store) -> None:
    dbkit.take_in(store, *PEOPLE)


def take_it_back(store: Store) -> None:
    with store.reading() as state:
        log_id = next(each for each in store.log.vector() if state.operation(each))
    dbkit.operations(store).take_back(log_id, lambda _unit: None)


def fill_the_buses(store: Store) -> None:
    planning = Planning(store.reading, store.piece, dbkit.operations(store), time.monotonic, unimproved)
    assert planning.fill().placed == len(PEOPLE)


def repair(store: Store) -> None:
    with store._writer.plain() as link:
        link.script("DELETE FROM delegates")
        link.script("UPDATE rides SET bus = 'lost'")
        link.script("UPDATE facts SET unread = 1, aspect = NULL WHERE kind = 'delegate.registered'")
    assert "delegates" in store.check(repair=True).rebuilt


def merge(store: Store) -> None:
    other = dbkit.new_store(store.folder.with_name("other"))
    bundle = bundle_above(store.log, {}, 100_000)
    dbkit.merging(other).take(bundle, {store.keys.station: store.keys.public_key})
    assert len(other.queries().delegate_ids()) == len(PEOPLE)
    other.check()
    other.close()


def open_a_store_of_another_form(store: Store) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(registry, "FORM", registry.FORM + 1)
        Store.open(store.folder, dbkit.around()).close()


#: In this order on one store: each leaves what the next one needs.
WORKS: dict[str, Callable[[Store], None]] = {
    "a list is taken in": import_a_list,
    "all buses are filled": fill_the_buses,
    "another laptop's facts are merged": merge,
    "a store is repaired": repair,
    "a newer version opens the store": open_a_store_of_another_form,
    "a list is taken back": take_it_back,
}


@pytest.fixture(scope="module")
def long_used(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, list[float]]]:
    """How long each work held the store, transaction by transaction."""
    folder = tmp_path_factory.mktemp("waits")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHECKIN_KEYS_DIR", str(folder / "keys"))
        store = dbkit.new_store(folder / "station")
        for number in range(1, len(PEOPLE) // 40 + 2):
            dbkit.add_bus(store, f"1-{number}")
        found = {}
        for name, work in WORKS.items():
            with holds() as found[name]:
                work(store)
            store.check()
        yield found
        store.close()


@pytest.mark.parametrize("work", WORKS)
def test_no_long_work_holds_the_store_for_long(long_used: dict[str, list[float]], work: str) -> None:
    held = long_used[work]
    assert len(held) > 3  # it is done in pieces
    assert max(held) < LONGEST


@pytest.mark.parametrize("empty_before", [0, 1, 5])
def test_a_scan_beside_a_long_work_never_moves_its_pages_into_the_database(store: Store, empty_before: int) -> None:
    """SQLite's log is as large as it ever was; a commit that finds it longer than this moves all of it."""
    with store._writer.plain() as link:
        link.script("CREATE TABLE much(row INTEGER PRIMARY KEY, what BLOB)")
    for _ in range(empty_before):  # as a list begins: what the pieces to come write cannot be told from it
        with store._writer.bare_piece() as piece:
            piece.commit()
    for _ in range(12):
        with store._writer.bare_piece() as piece:
            piece.link.script(
                "WITH RECURSIVE row(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM row LIMIT 800)"
                " INSERT INTO much(what) SELECT randomblob(4000) FROM row"
            )
            piece.commit()
    log = (store.folder / f"{DATABASE}-wal").stat().st_size
    assert log // 4096 < CHECKPOINT_PAGES


@pytest.mark.usefixtures("cycles_anywhere")
def test_nothing_is_collected_while_the_store_is_held(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full collection visits all that the process holds: over long lists it is longer than a scan may wait."""
    within: list[bool] = [False]
    heard: list[bool] = []
    plain = Writer.transaction

    @contextmanager
    def told(self: Writer, **how: bool) -> Iterator[object]:
        with plain(self, **how) as begun:
            within[0] = True
            try:
                yield begun
            finally:
                within[0] = False

    def hear(_phase: str, _about: object) -> None:
        heard.append(within[0])

    monkeypatch.setattr(Writer, "transaction", told)
    usual = gc.get_threshold()
    gc.callbacks.append(hear)
    gc.set_threshold(1, 1, 1)
    try:
        dbkit.take_in(store, *PEOPLE[:100])
        dbkit.scanning(store).scan([dbkit.code_of(store, PEOPLE[0].id)], dbkit.OPENING)
    finally:
        gc.set_threshold(*usual)
        gc.callbacks.remove(hear)
    assert heard
    assert not any(heard)


def test_reading_a_whole_store_holds_nobody_up(store: Store) -> None:
    dbkit.take_in(store, *PEOPLE[:50])
    merging = dbkit.merging(store)
    with store.unit(), store.reading() as state:  # somebody writes, and reading goes on
        assert len(state.delegates()) == 50
        assert bundle_above(merging.log, merging.vector(), 10).facts == ()
        store.check()
        assert store.backup().exists()


def _scan_until(store: Store, done: threading.Event) -> list[tuple[float, float]]:
    """Scan on; return when each scan began to wait and when it had the store."""
    waits: list[tuple[float, float]] = []
    scanning = dbkit.scanning(store)
    codes = [dbkit.code_of(store, each.id) for each in SCANNED]
    while not done.is_set():
        for code in codes:
            begun = time.monotonic()
            scanning.scan([code], dbkit.OPENING)
            waits.append((begun, time.monotonic()))
    return waits


@contextmanager
def pieces() -> Iterator[list[float]]:
    """Yield when each piece of a long work of this process got the store."""
    begun: list[float] = []
    plain = Writer.piece

    @contextmanager
    def noted(self: Writer) -> Iterator[object]:
        with plain(self) as piece:
            begun.append(time.monotonic())
            yield piece

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Writer, "piece", noted)
        yield begun


def _overtaken(waits: list[tuple[float, float]], begun: list[float]) -> int:
    """Return the most pieces that began while one scan waited."""
    return max(sum(since < piece < until for piece in begun) for since, until in waits)


def test_a_scan_in_the_same_process_waits_for_one_piece_only(store: Store) -> None:
    dbkit.register(store, *SCANNED)
    done = threading.Event()
    waits: list[tuple[float, float]] = []
    scanner = threading.Thread(target=lambda: waits.extend(_scan_until(store, done)))
    with pieces() as begun:
        scanner.start()
        dbkit.take_in(store, *PEOPLE)
        done.set()
        scanner.join()
    assert len(begun) > 5
    assert len(waits) > 5
    assert _overtaken(waits, begun) <= BEHIND
    store.check()


def _take_in(folder: Path, keys: str, told: Connection) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHECKIN_KEYS_DIR", keys)
        store = Store.open(folder, dbkit.around())
        with pieces() as begun:
            told.send(None)
            dbkit.take_in(store, *PEOPLE)
        store.close()
    told.send(begun)


def test_a_scan_in_another_process_waits_for_one_piece_only(folder: Path, tmp_path: Path) -> None:
    """From the moment that it puts up its hand."""
    store = dbkit.new_store(folder)
    dbkit.register(store, *SCANNED)
    ours, theirs = multiprocessing.Pipe()
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=_take_in, args=(folder, str(tmp_path / "keys"), theirs))
    done = threading.Event()
    waits: list[tuple[float, float]] = []
    process.start()
    ours.recv()
    with _hands(waits):
        scanner = threading.Thread(target=_scan_until, args=(store, done))
        scanner.start()
        begun = ours.recv()
        done.set()
        scanner.join()
    process.join(60)
    assert len(begun) > 5
    assert waits  # some did meet
    assert _overtaken(waits, begun) <= BEHIND
    assert len(store.queries().delegate_ids()) == len(PEOPLE) + len(SCANNED)
    store.check()
    store.close()


@contextmanager
def _hands(waits: list[tuple[float, float]]) -> Iterator[None]:
    """Note from when to when a hand was up."""
    plain = Turns._begin_in_time

    def noted(self: Turns, *given: object) -> object:
        since = time.monotonic()
        try:
            return plain(self, *given)  # type: ignore[arg-type]  # as it was called
        finally:
            waits.append((since, time.monotonic()))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Turns, "_begin_in_time", noted)
        yield


def test_a_piece_ends_as_soon_as_somebody_of_this_process_waits(tmp_path: Path) -> None:
    turns, stands = Turns(tmp_path), threading.Event()

    def wait_in_line() -> None:
        stands.set()
        with turns.taken():
            pass

    with turns.taken():
        assert turns.may_go_on(0.0)
        other = threading.Thread(target=wait_in_line)
        other.start()
        assert stands.wait(60)
        while not turns.anybody_waits():
            time.sleep(0)
        assert not turns.may_go_on(0.0)
    other.join(60)


def test_beside_scans_arrivals_come_by_pieces_as_short_as_a_scan(tmp_path: Path) -> None:
    here, there = (dbkit.new_store(tmp_path / name) for name in ("here", "there"))
    dbkit.register(there, *PEOPLE[: 4 * FEW])
    bundle, admitted = bundle_above(there.log, {}), {there.station.id: there.keys.public_key}
    with closing(there), closing(here):
        before = here.queries().health().facts
        with here.unit(first=True):
            pass  # somebody was at the door
        with pieces() as begun:
            dbkit.merging(here).take(bundle, admitted)
        assert len(begun) >= len(bundle.facts) / FEW > 4
        assert here.queries().health().facts == before + len(bundle.facts)
        here._writer.turns._first.came -= 60
        dbkit.register(there, *PEOPLE[4 * FEW : 8 * FEW])
        with pieces() as begun:
            dbkit.merging(here).take(bundle_above(there.log, here.log.vector()))
        assert len(begun) < 4


@dataclass
class Passing:
    """A clock for turns that goes when it is told, and what waits for a scan: the one whose turn it is, or for nothing."""

    now: float = 100.0
    coming: list[Turns] = field(default_factory=list)

    def monotonic(self) -> float:
        return self.now

    def wait(self, seconds: float | None = None) -> bool:
        assert seconds
        if self.coming:
            self.scan(self.coming.pop())
        else:
            self.now += seconds
        return True

    def clear(self) -> None:
        """Be cleared."""

    def is_set(self) -> bool:
        return True

    def scan(self, turns: Turns) -> None:
        with turns.taken_first():
            self.now += 0.001


@pytest.fixture
def passing(monkeypatch: pytest.MonkeyPatch) -> Passing:
    passing = Passing()
    monkeypatch.setattr("db.turns.time", passing)
    return passing


def test_a_backlog_comes_in_the_moment_after_a_scan(tmp_path: Path, passing: Passing) -> None:
    """Guests come no faster than they came lately: who comes next does not meet the piece."""
    turns = Turns(tmp_path)
    turns._first.answered = passing  # type: ignore[assignment]  # it waits for a clock of its own
    turns.let_scans_pass()  # nobody is checked in here
    passing.scan(turns)
    turns.let_scans_pass()  # who comes next is not there yet
    passing.coming = [turns]
    turns.let_scans_pass()
    assert passing.coming, "nobody is waited for so far"
    passing.now += 2  # of the three seconds after which nobody is thought to come
    turns.let_scans_pass()
    assert not passing.coming
    passing.now += 2
    before = passing.now
    with turns.taken():
        turns.let_scans_pass()
    assert passing.now == before, "it stands in line behind whoever is there"
    turns.let_scans_pass()
    assert passing.now > before, "until nobody comes any more"


def test_a_piece_that_would_last_into_the_next_scan_begins_when_the_one_before_it_is_over(
    tmp_path: Path, passing: Passing
) -> None:
    """On a slow disk a commit takes longer than what is left of the pause in which nobody comes."""
    turns = Turns(tmp_path)
    turns._first.answered = passing  # type: ignore[assignment]  # it waits for a clock of its own

    def commit(seconds: float) -> None:
        """Hold the store as whoever is no scan: a piece of a backlog, or the state of a badge."""
        with turns.taken():
            passing.now += seconds

    passing.scan(turns)
    passing.now += 0.1
    passing.scan(turns)
    passing.coming = [turns]
    commit(0.02)
    turns.let_scans_pass()
    assert passing.coming, "it is over by half of the pause"
    commit(0.06)
    passing.now += 0.02
    passing.scan(turns)
    for _ in range(5):
        commit(0.001)  # one that was slow is not forgotten at once
    turns.let_scans_pass()
    assert not passing.coming
    passing.scan(turns)
    begun, passing.now = passing.now, passing.now + 0.09
    turns.let_scans_pass(0.03)
    assert passing.now == pytest.approx(begun + 0.12), "whoever has little patience waits no longer"


def test_what_pieces_wrote_is_moved_into_the_database_in_the_moment_after_a_scan(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    monkeypatch.setattr("db.writer._PAGES_BESIDE_SCANS", 1)
    monkeypatch.setattr(Writer, "_checkpoint", lambda _writer: steps.append("moved"))
    monkeypatch.setattr(Turns, "let_scans_pass", lambda _turns, *_patience: steps.append("waited"))
    with store.unit(first=True) as unit:
        unit.commit()
    with store.piece() as unit:
        unit.keep_out_misplaced(store.station.id, 1)
        unit.commit()
    assert steps == ["waited", "moved"]


def test_who_waits_for_a_scan_hears_that_one_was_done(tmp_path: Path) -> None:
    turns = Turns(tmp_path)
    turns._first.answered.clear()
    with turns.taken_first():
        assert not turns._first.answered.is_set()
    assert turns._first.answered.is_set()


def test_how_fast_guests_come_is_known_by_the_shortest_pause_of_late(tmp_path: Path, passing: Passing) -> None:
    turns = Turns(tmp_path)
    for pause in (2.0, 0.2):
        passing.scan(turns)
        passing.now += pause
    passing.scan(turns)
    assert turns._first.pause == pytest.approx(0.2)
    passing.now += 2.0  # that one takes longer says little of the next
    passing.scan(turns)
    assert turns._first.pause == pytest.approx(0.25)


@pytest.mark.parametrize(("count", "waits"), [(LIVE, False), (LIVE + 1, True)])
def test_only_a_backlog_waits_for_the_moment_after_a_scan(store: Store, count: int, waits: bool) -> None:
    opened, waited = 0, 0

    def open_piece() -> AbstractContextManager[Unit]:
        nonlocal opened
        opened += 1
        return store.piece()

    def let_scans_pass() -> None:
        nonlocal waited
        assert waited == opened
        waited += 1

    with closing(dbkit.new_store(store.folder.parent / "other")) as other:
        dbkit.register(other, *PEOPLE[: count - 2])
        facts = bundle_above(other.log, {}).facts
        assert len(facts) == count
        accepted = Accepting(open_piece, let_scans_pass).accept(facts)
    assert len(accepted.judgements) == count
    assert (waited > 0) is waits


def test_a_backlog_is_proven_some_facts_at_a_time(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A scan beside what computes waits for the interpreter again and again."""
    worked_out = [0]
    hashed = Fact.hash
    monkeypatch.setattr(Fact, "hash", lambda fact: (worked_out.append(0), hashed(fact))[1])
    with closing(dbkit.new_store(store.folder.parent / "other")) as other:
        dbkit.register(other, *PEOPLE[: 2 * LIVE])
        bundle, admitted = bundle_above(other.log, {}), {other.station.id: other.keys.public_key}
        at_once: list[int] = []

        def let_scans_pass() -> None:
            at_once.append(len(worked_out))
            worked_out.clear()

        worked_out.clear()
        Merging(store.log, store.keys, let_scans_pass=let_scans_pass)._refusals(bundle.facts, admitted)
    assert len(at_once) > 2 * LIVE / GRAIN
    assert max(at_once) <= GRAIN


def test_a_scan_has_the_interpreter_back_at_once_and_leaves_it_as_it_was(tmp_path: Path) -> None:
    turns, usual = Turns(tmp_path), sys.getswitchinterval()
    assert not turns.scans_are_near
    with turns.taken_first():
        assert sys.getswitchinterval() <= min(usual / 2, 0.0001)
    assert sys.getswitchinterval() == usual
    assert turns.scans_are_near
    with turns.alone():
        assert not turns.scans_are_near


def test_a_piece_ends_before_it_has_more_pages_than_a_scan_can_wait_for(tmp_path: Path) -> None:
    """A commit enciphers each page, and nobody can stop it: what the last piece wrote in its time tells of the next."""
    turns = Turns(tmp_path)
    assert turns.may_go_on(0.06)
    turns.have_written(2 * MOST_PAGES)
    assert turns.may_go_on(0.02)
    assert not turns.may_go_on(0.04)
    turns.have_written(MOST_PAGES // 10)
    assert turns.may_go_on(0.1)


def test_while_guests_come_a_piece_is_an_eighth_as_long(tmp_path: Path) -> None:
    turns = Turns(tmp_path)
    turns.may_go_on(0.06)
    turns.have_written(2 * MOST_PAGES)
    assert turns.may_go_on(0.02)
    with turns.taken_first():
        pass
    assert turns.may_go_on(0.0035)
    assert not turns.may_go_on(0.004)


def test_what_is_done_beside_a_commit_stops_when_somebody_waits_for_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The commit has the processor then, which may have one core left."""
    committing = Transaction.committing

    @contextmanager
    def going_on(transaction: Transaction) -> Iterator[Callable[[], bool]]:
        with committing(transaction):
            yield lambda: True

    monkeypatch.setattr(Transaction, "committing", going_on)
    with store.piece() as unit:
        dbkit.registration(unit, PEOPLE[0])
        with unit.committing() as may_go_on:
            assert may_go_on()
            with store.turns._next:
                assert not may_go_on()
            assert may_go_on()


def test_while_guests_come_a_list_looks_twice_as_often_whether_somebody_waits(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once: list[int] = []
    append, count_on = Unit.append, Unit.count_on
    monkeypatch.setattr(Unit, "append", lambda unit, log, most: (at_once.append(most), append(unit, log, most))[1])
    monkeypatch.setattr(Unit, "count_on", lambda unit, most: (at_once.append(most), count_on(unit, most))[1])
    dbkit.take_in(store, *PEOPLE[:10])
    assert {*at_once} == {STRETCH}
    at_once.clear()
    with store.unit(first=True):
        pass  # somebody was at the door
    dbkit.take_in(store, *PEOPLE[10:20])
    assert {*at_once} == {GRAIN}


def test_a_list_writes_few_pages_more_where_many_people_are_known(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each page is enciphered as often as it is written: rows that a hash scatters would take one or two each."""
    dbkit.take_in(store, *PEOPLE[:1500])
    pages: list[int] = []
    monkeypatch.setattr(Turns, "have_written", lambda _self, written: pages.append(written))
    monkeypatch.setattr(Turns, "may_go_on", lambda _self, _held: True)
    dbkit.take_in(store, *PEOPLE[1500:1700])
    assert sum(pages) < 1.5 * 200


def test_where_nobody_is_checked_in_a_piece_is_as_large_as_its_work_until_a_hand_goes_up(tmp_path: Path) -> None:
    turns, elsewhere = Turns(tmp_path), Turns(tmp_path)
    with turns.alone():
        assert turns.may_go_on(1.0)
        elsewhere._put_up_hand()
        assert not turns.may_go_on(0.0)
        elsewhere._hand.release()
    assert not turns.may_go_on(1.0)


def test_a_piece_looks_for_hands_once_in_ten_milliseconds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    turns, looks = Turns(tmp_path), list[None]()
    monkeypatch.setattr(Turns, "anybody_waits", lambda _self: looks.append(None))
    for piece in range(1, 3):
        for held in range(60):
            assert turns.may_go_on(HELD + held / 2000)
        assert len(looks) == 3 * piece, "in the next piece it looks anew"
