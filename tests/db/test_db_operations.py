"""A list counts as a whole or not at all: on the laptop that takes it in, after a crash, and wherever it arrives."""

import multiprocessing
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import dbkit
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin_app.domain.canonical import object_of
from checkin_app.domain.changes import Changed
from checkin_app.domain.facts import Fact, FactDraft
from checkin_app.domain.ids import LogId, StationId, delegate_subject
from checkin_app.domain.operations import ListState, Stage, closing, named_by, naming, opening, taking_back
from checkin_app.domain.problems import DiskFull
from checkin_app.domain.problems_lists import ListBeingTaken, ListOutdated, ListStopped
from checkin_app.services import operations
from checkin_app.services.merging import Bundle, bundle_above
from checkin_app.services.operations import Written, count_due
from checkin_app.services.scanning import How
from db import turns
from db.engine import Link
from db.operations import OperationLog
from db.store import Store
from db.transaction import Transaction

PEOPLE = [dbkit.delegate(number) for number in range(12)]
DIED = 9


def known(store: Store) -> int:
    return len(store.queries().delegate_ids())


def found(store: Store) -> int:
    return len(store.queries().find("person"))


def write(store: Store, log: OperationLog, *drafts: FactDraft) -> None:
    with store.piece() as unit:
        for draft in drafts:
            log.write(draft)
        unit.append(log, 100)
        unit.commit()


def begin(store: Store, *people: dbkit.Delegate) -> OperationLog:
    log = store.new_operation()
    write(store, log, opening(log.id, "list", len(people)))
    write(store, log, *[dbkit.registration(log, each) for each in people])
    return log


def stage(store: Store, log_id: LogId) -> Stage:
    with store.reading() as state:
        operation = state.operation(log_id)
    assert operation
    return operation.stage


def test_nothing_of_an_operation_counts_before_it_is_closed(store: Store) -> None:
    log = begin(store, *PEOPLE)
    assert (known(store), found(store)) == (0, 0)
    store.check()
    write(store, log, closing(log.id))
    assert known(store) == 0
    count_due(store.piece)
    assert (known(store), found(store)) == (12, 12)
    store.check()


def test_what_counts_is_right_after_every_piece(store: Store) -> None:
    """However far it is: each projection is the fold of what counts by then."""
    dbkit.register(store, *PEOPLE[:2])
    log = store.new_operation()
    with store.reading() as state:
        superseded = state.delegate_edits(PEOPLE[0].id).superseding(["route"])
    amended = {"values": {"route": "9"}, "supersedes": {name: [*facts] for name, facts in superseded.items()}}
    drafts = [dbkit.registration(log, each) for each in PEOPLE[2:]]
    amendment = dbkit.AnyDraft("delegate.amended", delegate_subject(PEOPLE[0].id), amended)
    write(store, log, opening(log.id, "list", 11), *drafts, amendment, closing(log.id))
    seen = []
    for then in (closing, taking_back):
        left = 1
        if then is taking_back:
            with store.unit() as unit:
                unit.record(taking_back(log.id))
                unit.commit()
        while left:
            with store.piece() as unit:
                left = unit.count_on(3)
                unit.commit()
            store.check()
            seen.append(known(store))
    assert seen == [4, 7, 10, 12, 12, 11, 8, 5, 2, 2]
    card = store.queries().card(PEOPLE[0].id)
    assert card
    assert (known(store), found(store), card.delegate.route) == (2, 2, PEOPLE[0].route)


def test_a_list_that_is_taken_back_leaves_nothing_and_can_come_again(store: Store) -> None:
    before = dbkit.dump(store)
    log_id = dbkit.take_in(store, *PEOPLE)
    dbkit.operations(store).take_back(log_id, lambda _unit: None)
    after = dbkit.dump(store)
    assert {name: rows for name, rows in after.items() if name != "operations"} == {
        name: rows for name, rows in before.items() if name != "operations"
    }
    assert stage(store, log_id) is Stage.TAKEN_BACK
    dbkit.take_in(store, *PEOPLE)
    assert (known(store), found(store)) == (12, 12)
    store.check()


@pytest.mark.parametrize("most", [0, 100, 149])
def test_an_operation_stopped_at_any_time_leaves_nothing(
    store: Store, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HELD", "LONGEST"):
        monkeypatch.setattr(turns, name, 0.0)  # every piece is the shortest there is
    told = [0]
    with pytest.raises(ListStopped):
        dbkit.take_in(
            store,
            *map(dbkit.delegate, range(200)),
            progress=lambda done, _whole: told.append(done),
            stopped=lambda: told[-1] >= most,
        )
    assert told == sorted(told)
    assert (known(store), found(store)) == (0, 0)
    store.check()


def test_one_operation_at_a_time(store: Store) -> None:
    with store.operating(), pytest.raises(ListBeingTaken):
        dbkit.take_in(store, *PEOPLE)
    assert known(store) == 0


def test_what_others_wrote_meanwhile_takes_the_operation_back(store: Store) -> None:
    def drafts(log: object) -> list[FactDraft]:
        dbkit.register(store, PEOPLE[0])  # a desk does so while the list is being signed
        return [dbkit.registration(log, each) for each in PEOPLE]  # type: ignore[arg-type]  # keeps documents

    subjects = {delegate_subject(each.id) for each in PEOPLE}
    with store.reading() as state:
        arrival = state.arrival()
    written = Written(
        "list", 12, drafts, arrival, ("delegate.registered",), lambda others: not subjects.isdisjoint(others)
    )
    with pytest.raises(ListOutdated):
        dbkit.operations(store).carry_out(written)
    assert known(store) == 1
    store.check()


# ---- what is done beside a commit


def test_what_follows_is_signed_and_made_ready_while_a_commit_goes_on(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And it is the same list all the same."""
    beside: list[bool] = []
    committing = Transaction.committing

    @contextmanager
    def slow(transaction: Transaction) -> Iterator[Callable[[], bool]]:
        with committing(transaction):
            yield lambda: beside.append(True) is None  # all that there is room for is done

    monkeypatch.setattr(Transaction, "committing", slow)
    for name, few in (("SIGNED", 3), ("READY", 4), ("GRAIN", 2), ("STRETCH", 2)):
        monkeypatch.setattr(operations, name, few)
    for name in ("HELD", "LONGEST"):
        monkeypatch.setattr(turns, name, 0.0)  # every piece is the shortest there is
    log_id = dbkit.take_in(store, *PEOPLE)
    assert len(beside) >= len(PEOPLE)
    assert (stage(store, log_id), known(store), found(store)) == (Stage.CLOSED, 12, 12)
    store.check()


def test_a_commit_that_fails_beside_other_work_is_said_and_nothing_of_the_list_counts(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    execute, commits = Transaction._execute, [0]

    def failing(transaction: Transaction, sql: str) -> None:
        commits[0] += sql == "COMMIT"
        if sql == "COMMIT" and commits[0] == 2:  # the first is that which begins the log
            raise DiskFull(folder=str(store.folder))
        execute(transaction, sql)

    with monkeypatch.context() as patch, pytest.raises(DiskFull):
        patch.setattr(Transaction, "_execute", failing)
        dbkit.take_in(store, *PEOPLE)
    assert (known(store), found(store)) == (0, 0)
    dbkit.take_in(store, *PEOPLE)
    assert (known(store), found(store)) == (12, 12)
    store.check()


def test_work_that_fails_beside_a_commit_is_said_once_it_is_done(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.piece() as unit:
        unit.record(dbkit.registration(unit, PEOPLE[0]))
        with unit.committing():
            raise ZeroDivisionError
    dbkit.register(store, PEOPLE[1])
    store.check()


# ---- a process that dies


class _Fuse:
    """Ends the process before the write that is `left` from now."""

    def __init__(self, left: int) -> None:
        self._left = left
        self._run = Link.run

    def lay(self) -> None:
        fuse = self

        def burning(link: Link, *args: object) -> int:
            fuse.burn()
            return fuse._run(link, *args)  # type: ignore[arg-type]  # as it was called

        Link.run = burning  # type: ignore[method-assign]

    def burn(self) -> None:
        if self._left == 0:
            os._exit(DIED)
        self._left -= 1


def _take_in_with_fuse(folder: Path, left: int) -> None:
    os.environ["CHECKIN_KEYS_DIR"] = str(folder.parent / "keys")  # the server may be another test's
    operations.GRAIN = operations.STRETCH = operations.SIGNED = 2
    operations.HELD = turns.HELD = turns.LONGEST = 0.0  # so that every piece is the shortest there is
    store = Store.open(folder, dbkit.around())
    _Fuse(left).lay()
    dbkit.take_in(store, *PEOPLE)
    os._exit(0)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a server that forks")
def test_a_kill_at_any_write_leaves_the_whole_list_or_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dbkit.new_store(folder).close()
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))  # the preloading server looks nowhere else
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["dbkit"])
    outcomes: list[int] = []
    for left in (0, 3, 8, 17, 26, 34, 42, 50, 60, 80, 160):
        process = context.Process(target=_take_in_with_fuse, args=(folder, left))
        process.start()
        process.join(60)
        store = Store.open(folder, dbkit.around())
        store.check()  # whatever it is in the middle of
        dbkit.operations(store).settle()
        assert known(store) in (0, len(PEOPLE))
        assert found(store) == known(store)
        outcomes.append(known(store))
        store.check()
        with store.reading() as state:
            assert (state.unfinished(), state.left_to_count()) == ([], 0)
            closed = [each for each in _logs(store) if (op := state.operation(each)) and op.stage is Stage.CLOSED]
        for log_id in closed:
            dbkit.operations(store).take_back(log_id, lambda _unit: None)
        assert known(store) == 0
        store.close()
    assert set(outcomes) == {0, len(PEOPLE)}
    assert outcomes == sorted(outcomes)


def _logs(store: Store) -> list[LogId]:
    return [*store.log.vector()]


def test_a_process_that_works_is_not_taken_for_one_that_died(folder: Path) -> None:
    store = dbkit.new_store(folder)
    log = begin(store, *PEOPLE)
    other = Store.open(folder, dbkit.around())
    with store.operating():
        dbkit.operations(other).settle()
    assert stage(store, log.id) is Stage.OPEN
    dbkit.operations(other).settle()
    assert stage(store, log.id) is Stage.TAKEN_BACK
    other.close()
    store.close()


# ---- other laptops


@dataclass
class Told:
    """What a laptop tells that took one list in, took another back, and has a third half way."""

    folder: Path
    """Of a store that has heard nothing yet."""
    keys: Path
    bundle: Bundle
    admitted: dict[StationId, bytes]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    root = tmp_path_factory.mktemp("told")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHECKIN_KEYS_DIR", str(root / "keys"))
        store = dbkit.new_store(root / "teller")
        dbkit.register(store, PEOPLE[0])
        dbkit.take_in(store, *PEOPLE[1:4])
        dbkit.operations(store).take_back(dbkit.take_in(store, *PEOPLE[3:7]), lambda _unit: None)
        begin(store, *PEOPLE[6:])
        bundle = bundle_above(store.log, {}, 100_000)
        store.close()
        dbkit.new_store(root / "hearer").close()
    return Told(root / "hearer", root / "keys", bundle, {store.keys.station: store.keys.public_key})


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_has_been_heard_of_a_list_all_of_it_counts_or_nothing(
    told: Told, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    order: list[Fact] = data.draw(st.permutations(told.bundle.facts))
    cuts = sorted(data.draw(st.lists(st.integers(1, len(order)), max_size=3)))
    root = tmp_path_factory.mktemp("heard")
    whole, gone = ({each.id for each in people} for people in (PEOPLE[1:4], PEOPLE[3:7]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHECKIN_KEYS_DIR", str(told.keys))
        shutil.copytree(told.folder, root / "hearer")
        store = Store.open(root / "hearer", dbkit.around())
        for upto in (*cuts, *[len(order)] * len(order)):
            heard = dbkit.merging(store).take(Bundle(tuple(order[:upto]), told.bundle.documents), told.admitted)
            here = set(store.queries().delegate_ids())
            # Who has heard of a list and not yet that it was taken back knows it whole.
            assert here - {PEOPLE[0].id} in (set(), whole, gone, whole | gone)
            if upto == len(order) and not heard.later:
                break
        assert here == {PEOPLE[0].id} | whole
        store.check()
        store.close()
    shutil.rmtree(root)


def test_a_list_that_another_laptop_takes_back_is_gone_on_both(tmp_path: Path) -> None:
    one, other = dbkit.new_store(tmp_path / "one"), dbkit.new_store(tmp_path / "other", "Desk B")
    log_id = dbkit.take_in(one, *PEOPLE)
    dbkit.exchange([one, other])
    assert known(other) == len(PEOPLE)
    dbkit.operations(other).take_back(log_id, lambda _unit: None)
    dbkit.exchange([one, other])
    assert (known(one), known(other), found(one), found(other)) == (0, 0, 0, 0)
    for each in (one, other):
        each.check()
        each.close()


def test_laptops_that_meet_in_the_middle_of_a_list_agree_when_it_is_done(tmp_path: Path) -> None:
    one, other = dbkit.new_store(tmp_path / "one"), dbkit.new_store(tmp_path / "other", "Desk B")
    log = begin(one, *PEOPLE)
    dbkit.exchange([one, other])
    assert (known(one), known(other)) == (0, 0)
    other.check()
    write(one, log, closing(log.id))
    dbkit.exchange([one, other])
    count_due(one.piece)
    assert (known(one), known(other)) == (12, 12)
    for each in (one, other):
        each.check()
        each.close()


# ---- what is told of them


def taken(store: Store) -> list[tuple[ListState, int, int, str, str, str]]:
    return [
        (each.state, each.taken, each.operation.promised, each.file, each.station, each.taken_back_by)
        for each in store.queries().lists_taken()
    ]


def test_a_list_is_told_of_with_its_file_and_how_far_it_has_come(store: Store) -> None:
    assert taken(store) == []
    log_id = dbkit.take_in(store, *PEOPLE, file="代表 (2).xlsx")
    assert taken(store) == [(ListState.WHOLE, 12, 12, "代表 (2).xlsx", "Desk A", "")]
    dbkit.operations(store).take_back(log_id, lambda _unit: None)
    assert taken(store) == [(ListState.TAKEN_BACK, 0, 12, "代表 (2).xlsx", "Desk A", "Desk A")]
    (told,) = store.queries().lists_taken()
    assert told.taken_back_at is not None
    assert (told.registered, told.amended) == (12, 0)


def test_how_far_a_list_is_counts_what_is_written_and_then_what_counts(store: Store) -> None:
    log = begin(store, *PEOPLE[:5])
    assert taken(store) == [(ListState.UNFINISHED, 5, 5, "", "Desk A", "")]
    write(store, log, closing(log.id))
    seen = []
    left = 1
    while left:
        seen.append(taken(store)[0][:2])
        with store.piece() as unit:
            left = unit.count_on(2)
            unit.commit()
    assert seen == [*((ListState.UNFINISHED, each) for each in (0, 1, 3)), (ListState.WHOLE, 5)]


def test_other_laptops_tell_of_a_list_and_of_who_took_it_back(tmp_path: Path) -> None:
    one, other = dbkit.new_store(tmp_path / "one"), dbkit.new_store(tmp_path / "other", "Desk B")
    log_id = dbkit.take_in(one, *PEOPLE, file="list.csv")
    dbkit.exchange([one, other])
    assert taken(one) == taken(other) == [(ListState.WHOLE, 12, 12, "list.csv", "Desk A", "")]
    dbkit.operations(other).take_back(log_id, lambda _unit: None)
    dbkit.exchange([one, other])
    assert taken(one) == taken(other) == [(ListState.TAKEN_BACK, 0, 12, "list.csv", "Desk A", "Desk B")]
    for each in (one, other):
        each.close()


def test_the_newest_list_is_told_first(folder: Path) -> None:
    store = dbkit.new_store(folder, clock=dbkit.Ticking(1_700_000_000_000))
    for number in range(3):
        dbkit.take_in(store, PEOPLE[number], file=f"{number}.csv")
    assert [each.file for each in store.queries().lists_taken()] == ["2.csv", "1.csv", "0.csv"]
    assert [each.file for each in store.queries().lists_taken(1)] == ["2.csv"]
    store.close()


@given(st.binary(max_size=40) | st.builds(naming, st.text(st.characters(exclude_categories=["Cs"]), max_size=400)))
def test_whatever_names_a_list_is_shown_as_one_line(document: bytes) -> None:
    said = named_by(object_of(document))
    assert said.isprintable()
    assert len(said) <= 255


def test_who_settles_what_was_left_hears_that_lists_changed(store: Store) -> None:
    assert dbkit.operations(store).settle().changes == frozenset()
    begin(store, *PEOPLE)
    assert Changed.OPERATIONS in dbkit.operations(store).settle().changes
    assert dbkit.operations(store).settle().changes == frozenset()


def test_who_was_scanned_since_is_found_as_by_looking_through_the_list(store: Store) -> None:
    dbkit.take_in(store, *PEOPLE[8:])
    dbkit.operations(store).take_back(dbkit.take_in(store, *PEOPLE[:4]), lambda _unit: None)
    log_id = dbkit.take_in(store, *PEOPLE)
    scanning = dbkit.scanning(store)
    before = []
    for person in (PEOPLE[0], PEOPLE[5], PEOPLE[9]):  # the last one is on another list as well
        with store.reading() as state:
            before.append(state.arrival())
        for _ in range(2):
            scanning.enter(person.id, dbkit.OPENING, How.FOUND)
    with store.reading() as state:
        first = [PEOPLE[0].id, PEOPLE[5].id]
        assert state.in_use(log_id) == first
        assert [state.in_use(log_id, since) for since in before] == [first, first[1:], []]
