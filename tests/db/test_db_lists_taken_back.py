"""Who is gone with a list that is taken back is nowhere else, and who was let in is not gone."""

from collections.abc import Callable
from pathlib import Path

import dbkit
import pytest
from dbkit import OPENING

from checkin_app.domain.ids import BusCode, LogId
from checkin_app.domain.operations import opening
from checkin_app.domain.problems_lists import ListInUse
from checkin_app.services.dispatch import Dispatch
from checkin_app.services.importing import Importing
from checkin_app.services.operations import count_due
from db.journal import now
from db.store import Store

PEOPLE = [dbkit.delegate(number) for number in range(7)]
BUS = BusCode("1-1")


def _take_back(store: Store, log_id: LogId) -> None:
    Importing(store.reading, now, dbkit.operations(store)).take_back(log_id)


def _seat(store: Store, *people: dbkit.Delegate) -> None:
    for each in people:
        Dispatch(store.unit, now).assign(each.id, BUS)


def _on_the_list(store: Store) -> list[str]:
    (count,) = store.queries().buses(rehearsal=False)
    lines = store.queries().manifest(BUS, rehearsal=False).lines
    assert count.listed == len(lines)
    return sorted(line.delegate.id for line in lines)


def _once_taken_back(store: Store) -> None:
    _take_back(store, dbkit.take_in(store, *PEOPLE))


def _once_broken_off(store: Store) -> None:
    log = store.new_operation()
    with store.piece() as unit:
        log.write(opening(log.id, "list", len(PEOPLE)))
        for each in PEOPLE:
            log.write(dbkit.registration(log, each))
        unit.append(log, 100)
        unit.commit()


@pytest.mark.parametrize("before", [_once_taken_back, _once_broken_off])
def test_a_list_that_does_not_count_is_no_reason_to_let_guests_go_who_were_let_in(
    store: Store, before: Callable[[Store], None]
) -> None:
    before(store)
    log_id = dbkit.take_in(store, *PEOPLE)
    dbkit.scanning(store).scan([dbkit.code_of(store, PEOPLE[0].id)], OPENING)
    with pytest.raises(ListInUse):
        _take_back(store, log_id)
    assert store.queries().card(PEOPLE[0].id)


def test_guests_whom_another_list_names_as_well_stay(store: Store) -> None:
    dbkit.take_in(store, *PEOPLE[:1])
    log_id = dbkit.take_in(store, *PEOPLE)
    dbkit.scanning(store).scan([dbkit.code_of(store, PEOPLE[0].id)], OPENING)
    _take_back(store, log_id)
    assert store.queries().delegate_ids() == [PEOPLE[0].id]


def test_whoever_is_gone_with_a_list_is_on_no_buss_list(store: Store) -> None:
    dbkit.add_bus(store)
    dbkit.register(store, PEOPLE[0])
    log_id = dbkit.take_in(store, *PEOPLE)
    _seat(store, *PEOPLE)
    _take_back(store, log_id)
    assert _on_the_list(store) == [PEOPLE[0].id]
    assert store.queries().conflicts() == []
    store.check()


def test_whom_another_laptop_put_on_a_bus_meanwhile_is_on_no_list_once_they_meet(tmp_path: Path) -> None:
    one, other = dbkit.new_store(tmp_path / "one"), dbkit.new_store(tmp_path / "other", "Desk B")
    dbkit.add_bus(one)
    log_id = dbkit.take_in(one, *PEOPLE)
    dbkit.exchange([one, other])
    _seat(other, *PEOPLE)
    _take_back(one, log_id)
    dbkit.exchange([one, other])
    for store in (one, other):
        assert _on_the_list(store) == []
        assert store.queries().conflicts() == []
        store.check()
        store.close()


def test_who_is_not_known_yet_stays_on_the_list_of_a_bus(tmp_path: Path) -> None:
    """The list that names them is on its way."""
    one, other = dbkit.new_store(tmp_path / "one"), dbkit.new_store(tmp_path / "other", "Desk B")
    dbkit.add_bus(one)
    log_id = dbkit.take_in(one, *PEOPLE)
    _seat(one, *PEOPLE)
    bundle = dbkit.merging(one).give({}, 10_000)
    facts = tuple(each for each in bundle.facts if each.log_id != log_id or each.seq < 5)
    admitted = {one.keys.station: one.keys.public_key}
    dbkit.merging(other).take(type(bundle)(facts, bundle.documents), admitted)
    count_due(other.piece)
    assert _on_the_list(other) == sorted(each.id for each in PEOPLE)
    for store in (one, other):
        store.close()
