"""The store as a whole: what it keeps, where it keeps it, and that nobody else can read it."""

import shutil
import threading
from collections.abc import Sequence
from pathlib import Path

import dbkit
import pytest
import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]  # the package carries no type hints
from dbkit import OPENING, Ticking
from msgspec import structs

from checkin_app.domain.chain import Known, Stored
from checkin_app.domain.changes import Changed
from checkin_app.domain.ids import BusCode, Instant, LogId, bus_checkpoint, delegate_subject
from checkin_app.domain.movements import Movements
from checkin_app.domain.problems import StoreCorrupt, StoreExists
from checkin_app.services.dispatch import Dispatch
from checkin_app.services.merging import bundle_above
from db import backup
from db.log.stamps import Stamp
from db.store import DATABASE, IDENTITY, Store
from db.transaction import Transaction

PEOPLE = [dbkit.delegate(number) for number in range(6)]


def test_a_scan_is_admitted_once_and_seen_by_queries(store: Store) -> None:
    dbkit.register(store, PEOPLE[1])
    scanning = dbkit.scanning(store)
    code = dbkit.code_of(store, PEOPLE[1].id)
    first, second = scanning.scan([code], OPENING), scanning.scan([code.lower()], OPENING)
    assert (first.decision.reason, second.decision.reason) == ("admitted", "already_in")
    assert first.changes == {Changed.SCANS, Changed.PRESENCES}
    assert second.changes == {Changed.SCANS}
    card = store.queries().card(PEOPLE[1].id)
    assert card is not None
    assert card.delegate == PEOPLE[1]
    assert card.movements.presences[0].inside


def test_an_undone_admission_never_was_and_can_be_made_again(store: Store) -> None:
    dbkit.register(store, PEOPLE[1])
    scanning, code = dbkit.scanning(store), dbkit.code_of(store, PEOPLE[1].id)
    scanning.scan([code], OPENING)
    undone = scanning.undo()
    assert Changed.PRESENCES in undone.changes
    assert store.queries().checkpoint_counts(rehearsal=True)[0].arrived == 0
    store.check()
    assert scanning.scan([code], OPENING).decision.reason == "admitted"


@pytest.mark.parametrize("left", [("station.toml",), ("station.toml", "station.db.part")])
def test_a_start_that_was_cut_short_is_begun_again(folder: Path, left: tuple[str, ...]) -> None:
    folder.mkdir()
    for name in left:
        (folder / name).write_text("half of it")
    dbkit.new_store(folder).close()
    store = Store.open(folder, dbkit.around())
    assert store.check().facts == 2
    store.close()


def test_what_is_not_committed_never_was(store: Store) -> None:
    with store.unit() as unit:
        unit.record(dbkit.registration(unit, PEOPLE[0]))
        assert unit.delegate(PEOPLE[0].id) == PEOPLE[0]
    with pytest.raises(ZeroDivisionError), store.unit() as unit:
        unit.record(dbkit.registration(unit, PEOPLE[1]))
        raise ZeroDivisionError
    dbkit.register(store, PEOPLE[2])
    assert store.queries().delegate_ids() == [PEOPLE[2].id]
    assert store.check().facts == 3


def test_a_unit_reads_what_it_has_just_recorded(store: Store) -> None:
    with store.unit() as unit:
        unit.record_all(dbkit.registration(unit, each) for each in PEOPLE)
        assert unit.delegates().keys() == {each.id for each in PEOPLE}
        assert unit.delegate_by_alias("ticket-3") == PEOPLE[3].id
        assert unit.last_badge_no("") == 5
        fact = unit.record(dbkit.AnyDraft("badge.revoked", delegate_subject(PEOPLE[3].id), {"reason": "gone"}))
        assert unit.badge(PEOPLE[3].id).revoked == "gone"
        assert unit.fact(fact.fact_id) == fact
        unit.commit()


def test_badge_numbers_are_counted_by_their_prefix_alone(store: Store) -> None:
    numbers = ["W7", "W12", "WX90", "W3a", "99", "W99999999999999999999", "w44"]
    dbkit.register(store, *(dbkit.delegate(n, badge_no=number) for n, number in enumerate(numbers)))
    with store.unit() as unit:
        assert [unit.last_badge_no(prefix) for prefix in ("W", "", "Z", "W1")] == [12, 99, 0, 2]


def test_a_code_that_stands_for_two_people_stands_for_nobody(store: Store) -> None:
    dbkit.register(store, dbkit.delegate(1, aliases=("same", "own")), dbkit.delegate(2, aliases=("same",)))
    with store.unit() as unit:
        assert unit.delegate_by_alias("same") is None
        assert unit.delegate_by_alias("own") == PEOPLE[1].id


def test_an_amendment_takes_the_former_alias_away(store: Store) -> None:
    dbkit.register(store, PEOPLE[1])
    dbkit.amend(store, PEOPLE[1].id, aliases=["new-ticket"])
    with store.unit() as unit:
        assert unit.delegate_by_alias("ticket-1") is None
        assert unit.delegate_by_alias("new-ticket") == PEOPLE[1].id
        assert unit.delegate_edits(PEOPLE[1].id).conflicts() == ()


def test_edits_come_back_as_they_were_folded(store: Store) -> None:
    dbkit.register(store, PEOPLE[1])
    second = dbkit.amend(store, PEOPLE[1].id, note="Deaf in the left ear", accessible=True)
    with store.unit() as unit:
        edits = unit.delegate_edits(PEOPLE[1].id)
        assert edits.heads["note"][0].fact_id == edits.heads["accessible"][0].fact_id == second
        assert edits.value("accessible") is True
        assert edits.value("aliases") == ["ticket-1"]
        unknown = unit.delegate_edits(PEOPLE[2].id)
    assert unknown.heads == {}


@pytest.mark.parametrize("text", ["", "\ud800", "x" * 100_000, "'; DROP TABLE facts; --", "\x00"])
def test_hostile_text_is_looked_up_and_not_found(store: Store, text: str) -> None:
    dbkit.register(store, structs.replace(PEOPLE[1], aliases=("", "ticket-1")))
    with store.unit() as unit:
        assert unit.delegate_by_alias(text) is None
        assert unit.bus(BusCode(text)) is None
    assert store.queries().resolve(text) is None


def test_the_last_actions_are_this_stations_and_not_undone(store: Store, tmp_path: Path) -> None:
    dbkit.register(store, *PEOPLE)
    dbkit.add_bus(store)
    scanning = dbkit.scanning(store)
    Dispatch(store.unit).assign(PEOPLE[0].id, BusCode("1-1"))
    done = [scanning.scan([dbkit.code_of(store, each.id)], OPENING).fact_id for each in PEOPLE[:3]]
    other = dbkit.new_store(tmp_path / "other")
    dbkit.exchange([store, other])
    dbkit.scanning(other).scan([dbkit.code_of(store, PEOPLE[4].id)], OPENING)
    dbkit.exchange([store, other])
    other.close()
    assert scanning.undo().fact_id == done[2]
    with store.unit() as unit:
        assert [each.fact_id for each in unit.last_actions(10)] == [done[1], done[0]]
        assert [each.fact_id for each in unit.last_actions(1)] == [done[1]]


def test_every_opening_writes_a_log_of_its_own(folder: Path) -> None:
    store = dbkit.new_store(folder)
    logs = set()
    for person in PEOPLE[:3]:
        dbkit.register(store, person)
        logs.add(max(store.log.above({}, 100).facts, key=lambda each: each.hlc).log_id)
        store.close()
        store = Store.open(folder, dbkit.around())
    heads = store.log.vector()
    store.close()
    assert len(logs) == 3
    assert sorted(heads.values()) == [1, 1, 1, 2]  # an opening that writes nothing leaves no log


def test_a_restored_backup_never_uses_a_place_twice(folder: Path) -> None:
    store = dbkit.new_store(folder)
    dbkit.register(store, PEOPLE[0])
    saved = store.backup()
    dbkit.register(store, PEOPLE[1])
    newest = store.log.above({}, 100).facts
    lost = {(each.log_id, each.seq): each.hash() for each in newest}
    store.close()
    for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm"):
        (folder / name).unlink(missing_ok=True)
    shutil.copy(saved, folder / DATABASE)
    store = Store.open(folder, dbkit.around())
    assert store.queries().delegate_ids() == [PEOPLE[0].id]
    dbkit.register(store, PEOPLE[2])
    again = {(each.log_id, each.seq): each.hash() for each in store.log.above({}, 100).facts}
    assert all(lost[place] == again[place] for place in lost.keys() & again.keys())
    with store.unit() as unit:
        answers = [unit.take_in(each) for each in newest]
        unit.commit()
    assert set(answers) == {Known(), Stored()}
    assert set(store.queries().delegate_ids()) == {each.id for each in PEOPLE[:3]}
    store.check()
    store.close()


def test_after_a_commit_that_failed_another_log_is_begun(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    dbkit.register(store, PEOPLE[0])
    before = store._log.head.log_id

    class LostError(Exception):
        pass

    def fail(_self: object) -> None:
        raise LostError

    with pytest.raises(LostError), store.unit() as unit, monkeypatch.context() as patch:
        unit.record(dbkit.registration(unit, PEOPLE[1]))
        patch.setattr(type(unit._transaction), "commit", fail)
        unit.commit()
    dbkit.register(store, PEOPLE[2])
    assert store._log.head.log_id != before
    assert store._log.head.seq == 1
    store.check()


def test_the_last_twelve_backups_are_kept_and_open(folder: Path, tmp_path: Path) -> None:
    clock = Ticking(1_900_000_000_000)
    store = dbkit.new_store(folder, clock=clock)
    dbkit.register(store, PEOPLE[0])
    made = [store.backup() for _ in range(backup.KEPT + 2)]
    assert sorted((folder / backup.FOLDER).glob("*.db")) == made[2:]
    store.close()
    shutil.copytree(folder, tmp_path / "from_backup", ignore=shutil.ignore_patterns("station.db*"))
    shutil.copy(made[-1], tmp_path / "from_backup" / DATABASE)
    restored = Store.open(tmp_path / "from_backup", dbkit.around())
    assert restored.check().facts == 3
    restored.close()


def test_nothing_in_the_folder_can_be_read_without_the_key(folder: Path) -> None:
    store = dbkit.new_store(folder, name="Desk by the entrance")
    dbkit.register(store, *PEOPLE)
    for person in PEOPLE:
        dbkit.scanning(store).scan([dbkit.code_of(store, person.id)], OPENING)
    store.backup()
    secrets = [each.name for each in PEOPLE] + [PEOPLE[0].delegation, "ticket-1", "delegate.registered", "Desk by"]
    files = [each for each in folder.rglob("*") if each.is_file()]
    assert f"{DATABASE}-wal" in {each.name for each in files}
    for content in (each.read_bytes() for each in files):
        assert not any(secret.encode(encoding) in content for secret in secrets for encoding in ("utf-8", "utf-16-le"))
        assert store.keys.database_key not in content
        assert store.keys.database_key.hex().encode() not in content
    store.close()


def test_two_processes_may_open_one_folder_and_see_each_other(folder: Path) -> None:
    one = dbkit.new_store(folder)
    other = Store.open(folder, dbkit.around())
    for store, person in ((one, PEOPLE[0]), (other, PEOPLE[1]), (one, PEOPLE[2])):
        dbkit.register(store, person)
    assert one.queries().delegate_ids() == other.queries().delegate_ids()
    other.close()
    assert one.check().logs == 3
    one.close()


def test_a_store_hears_of_what_others_wrote_and_never_of_what_it_wrote_itself(folder: Path) -> None:
    one = dbkit.new_store(folder)
    other = Store.open(folder, dbkit.around())
    before = [each.queries().others() for each in (one, other)]
    dbkit.register(one, PEOPLE[0])
    dbkit.take_in(one, PEOPLE[1])
    dbkit.scanning(one).scan([dbkit.code_of(one, PEOPLE[0].id)], OPENING)
    one.backup()
    one.check(repair=True)
    assert one.queries().others() == before[0]
    heard = other.queries().others()
    assert heard != before[1]
    assert other.queries().others() == heard
    dbkit.register(other, PEOPLE[2])
    assert other.queries().others() == heard
    assert one.queries().others() != before[0]
    other.close()
    one.close()


def test_whoever_asks_what_others_wrote_waits_for_no_transaction(folder: Path) -> None:
    store = dbkit.new_store(folder)
    before = store.queries().others()
    with store.unit():
        assert store.queries().others() == before  # in the thread that holds the turn, which would wait for itself
    store.close()


def test_after_a_connection_that_was_given_up_others_may_have_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: object) -> None:
        raise OSError("lost")

    store = dbkit.new_store(folder)
    dbkit.register(store, PEOPLE[0])
    before = store.queries().others()
    with monkeypatch.context() as patch, pytest.raises(OSError, match="lost"), store.unit():
        patch.setattr(Transaction, "rollback", fail)
    assert store._writer._link is None
    dbkit.register(store, PEOPLE[1])
    assert store.queries().others() != before
    store.close()


def test_a_store_opens_while_another_writes_to_it(folder: Path) -> None:
    one, done = dbkit.new_store(folder), threading.Event()

    def write() -> None:
        number = 0
        while not done.is_set():
            dbkit.register(one, dbkit.delegate(number))
            number += 1

    writing = threading.Thread(target=write)
    writing.start()
    try:
        for _ in range(40):
            Store.open(folder, dbkit.around()).close()
    finally:
        done.set()
        writing.join(30)
    one.close()


def test_units_of_one_store_wait_for_each_other_in_any_thread(store: Store) -> None:
    def work(number: int) -> None:
        dbkit.register(store, dbkit.delegate(number))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(store.queries().delegate_ids()) == 8
    store.check()


def test_an_unknown_kind_is_counted_and_passed_on(store: Store, tmp_path: Path) -> None:
    other = dbkit.new_store(tmp_path / "other")
    with other.unit() as unit:
        log, head = other._log, other._log.head
        draft = dbkit.AnyDraft("badge.revoked", delegate_subject(PEOPLE[0].id), {"reason": "of tomorrow"}, version=7)
        fact = log.write(draft, unit.new_id(), Stamp(dbkit.hlc(1), Instant(1), 0))
        log.head = head
    bundle = bundle_above(other.log, {}, 100)
    with store.unit() as unit:
        answers = [unit.take_in(each) for each in (*bundle.facts, fact)]
        unit.commit()
    assert answers == [Stored()] * 3
    assert store.queries().health().unknown_kinds == 1
    assert fact in store.log.above({}, 100).facts
    with store.unit() as unit:
        assert unit.badge(PEOPLE[0].id).revoked == ""
    store.check()
    other.close()


def test_the_vector_tells_what_another_lacks(store: Store) -> None:
    dbkit.register(store, *PEOPLE)
    heads = dict(store.log.vector())
    first: LogId = min(heads, key=lambda log: heads[log])
    assert not store.log.above(heads, 100).facts
    above = store.log.above({**heads, first: 0}, 100).facts
    assert [each.seq for each in above] == list(range(1, heads[first] + 1))
    assert len(store.log.above({}, 3).facts) == 3
    documents = store.log.documents_of(store.log.above({}, 100).facts)
    assert len(documents) == 1 + len(PEOPLE)


def _verdicts(store: Store, steps: Sequence[tuple[int, str]]) -> list[str]:
    scanning = dbkit.scanning(store)
    return [
        scanning.scan([dbkit.code_of(store, PEOPLE[who].id)], bus_checkpoint(BusCode(bus))).decision.reason.value
        for who, bus in steps
    ]


def test_a_bus_fills_up_as_people_board(store: Store) -> None:
    dbkit.register(store, *PEOPLE)
    dbkit.add_bus(store, "1-1", usable_seats=2, licensed_seats=3)
    dispatch = Dispatch(store.unit)
    for person in PEOPLE[:3]:
        dispatch.assign(person.id, BusCode("1-1"))
    assert _verdicts(store, [(0, "1-1"), (0, "1-1"), (1, "1-1"), (2, "1-1")]) == [
        "boarded",
        "already_aboard",
        "boarded",
        "full",
    ]
    with store.unit() as unit:
        assert unit.aboard(BusCode("1-1"), rehearsal=True) == 2
        assert unit.accessible_aboard(BusCode("1-1"), rehearsal=True) == 0


def test_a_folder_with_backups_and_no_store_is_brought_back_and_not_begun_anew(folder: Path) -> None:
    store = dbkit.new_store(folder)
    saved = store.backup()
    store.close()
    (folder / DATABASE).unlink()
    identity = (folder / IDENTITY).read_bytes()
    with pytest.raises(StoreCorrupt, match="backup"):
        Store.open(folder, dbkit.around())
    with pytest.raises(StoreExists):
        dbkit.new_store(folder)
    assert (folder / IDENTITY).read_bytes() == identity
    shutil.copy(saved, folder / DATABASE)
    Store.open(folder, dbkit.around()).close()


def test_a_seat_and_a_scan_are_folded_apart(store: Store) -> None:
    """Giving a seat moves nobody and reads no scans; being scanned says nothing of seats; both are read together."""
    person, bus = PEOPLE[0], BusCode("1-1")
    dbkit.register(store, person)
    dbkit.add_bus(store, bus)
    scanned = dbkit.scanning(store).scan([dbkit.code_of(store, person.id)], OPENING)
    assert Changed.RIDES not in scanned.changes
    assert Dispatch(store.unit).assign(person.id, bus).changes == {Changed.RIDES}
    with store.unit() as unit:
        movements = unit.movements(person.id)
        assert (movements.bus, [each.checkpoint for each in movements.presences]) == (bus, [OPENING])
        assert unit.movements_without(person.id, scanned.fact_id) == Movements(ride=movements.ride)
    with store._writer.plain() as link:
        noted = dict(link.script("SELECT kind, aspect FROM facts WHERE aspect IN ('ride', 'movement')"))
    assert noted == {"ride.assigned": "ride", "scan.decided": "movement"}
    dbkit.scanning(store).undo()
    assert store.queries().card(person.id).movements == Movements(ride=movements.ride)  # type: ignore[union-attr]  # the card is there
    store.check()


def test_a_commit_that_sqlite_rolled_back_by_itself_is_none(store: Store) -> None:
    with pytest.raises(sqlcipher.OperationalError, match="no transaction is active"), store.unit() as unit:
        unit.record(dbkit.registration(unit, PEOPLE[0]))
        unit.settle()
        unit._link.script("ROLLBACK")
        unit.commit()
    assert store._writer._link is None
    dbkit.register(store, PEOPLE[1])
    assert store.check().facts == 3
    store.close()
