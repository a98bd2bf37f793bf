"""At a bus door a scan asks for little more than at a desk, and knows of every change of the bus."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import dbkit
import pytest
from dbkit import OPENING

from checkin_app.domain.buses import BusState
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.ids import BusCode, CheckpointId, bus_checkpoint, bus_subject
from checkin_app.domain.kinds.buses import BusMovedTo
from checkin_app.domain.outcomes import Reason
from checkin_app.services.dispatch import Dispatch
from db.engine import Link, Prepared
from db.store import Store

BUS = BusCode("1-1")
DOOR = bus_checkpoint(BUS)
PEOPLE = [dbkit.delegate(number) for number in range(8)]


@pytest.fixture
def store(store: Store) -> Store:
    dbkit.register(store, *PEOPLE)
    dbkit.add_bus(store, BUS)
    for each in PEOPLE:
        Dispatch(store.unit).assign(each.id, BUS)
    return store


@contextmanager
def asked() -> Iterator[list[str]]:
    """Yield the statements of the store's writer while the block goes on."""
    found: list[str] = []
    one, every = Link.one, Link.all

    def noting_one(self: Link, prepared: Prepared, **values: object) -> tuple[object, ...] | None:
        found.append(prepared.sql)
        return one(self, prepared, **values)

    def noting_all(self: Link, prepared: Prepared, **values: object) -> list[tuple[object, ...]]:
        found.append(prepared.sql)
        return every(self, prepared, **values)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Link, "one", noting_one)
        patch.setattr(Link, "all", noting_all)
        yield found


def reason(store: Store, person: int, at: CheckpointId = DOOR) -> Reason:
    return dbkit.scanning(store).scan((dbkit.code_of(store, PEOPLE[person].id),), at).decision.reason


def depart(store: Store, *, commit: bool = True) -> None:
    with store.unit() as unit:
        assert unit.bus(BUS)
        left = BusMovedTo(state=BusState.DEPARTED, after=unit.bus_record(BUS).state_facts)
        unit.record(FactDraft(bus_subject(BUS), left))
        bus = unit.bus(BUS)
        assert bus
        assert bus.state is BusState.DEPARTED
        if commit:
            unit.commit()


def test_a_scan_at_a_door_asks_one_thing_more_than_at_a_desk(store: Store) -> None:
    for at in (DOOR, OPENING):
        reason(store, 0, at)
    with asked() as at_the_desk:
        reason(store, 1, OPENING)
    with asked() as at_the_door:
        assert reason(store, 1) is Reason.BOARDED
    assert len(at_the_desk) == 1
    assert len(at_the_door) == 2, "besides how many are aboard"


def test_what_becomes_of_a_bus_is_known_at_its_door_at_once(store: Store) -> None:
    assert reason(store, 0) is Reason.BOARDED
    depart(store)
    assert reason(store, 1) is not Reason.BOARDED


def test_what_another_process_says_of_a_bus_is_known_at_once(store: Store, folder: Path) -> None:
    assert reason(store, 0) is Reason.BOARDED
    other = Store.open(folder, dbkit.around())
    depart(other)
    other.close()
    assert reason(store, 1) is not Reason.BOARDED


def test_what_was_taken_back_of_a_bus_was_never_so(store: Store) -> None:
    assert reason(store, 0) is Reason.BOARDED
    depart(store, commit=False)
    assert reason(store, 1) is Reason.BOARDED
