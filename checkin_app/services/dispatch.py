"""Buses on routes, and delegates on buses."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from msgspec import UNSET

from checkin_app.domain.buses import (
    BOARDABLE,
    BY_ITS_OWN_WAY,
    PERSONAL_FIELDS,
    Bus,
    BusRecord,
    BusState,
    may_follow,
    values_of,
    voids,
)
from checkin_app.domain.canonical import Json, canonical
from checkin_app.domain.changes import Recorded
from checkin_app.domain.delegates import LONGEST_TEXT
from checkin_app.domain.details import Entry, Expected, Found
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.ids import BUS_CODE, BusCode, DelegateId, FactId, bus_subject, delegate_subject
from checkin_app.domain.kinds.buses import BusAdded, BusAmended, BusEdit, BusMove, BusMovedTo
from checkin_app.domain.kinds.rides import RideAssigned
from checkin_app.domain.layouts import LayoutFlaw, flaw_of
from checkin_app.domain.problems import (
    BusAlready,
    BusCannotBecome,
    FieldInvalid,
    UnknownBus,
    UnknownDelegate,
    UnknownRoute,
)
from checkin_app.domain.problems_counts import DoorsVoid
from checkin_app.domain.problems_fleet import BusExists
from checkin_app.domain.problems_rides import ListedAlready
from checkin_app.domain.seating import wheelchair_places, with_places_of_layouts
from checkin_app.domain.texts import Phrase
from checkin_app.services.ports.buses import BusReads
from checkin_app.services.ports.facts import FactReads
from checkin_app.services.ports.movements import MovementReads
from checkin_app.services.ports.people import PersonReads
from checkin_app.services.ports.stations import ForumReads
from checkin_app.services.ports.transactions import Keeping, Opens, Transaction

_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


class DispatchUnit(ForumReads, FactReads, PersonReads, BusReads, MovementReads, Transaction, Protocol):
    """Changes buses and their lists."""


@dataclass(frozen=True, slots=True)
class Dispatch:
    """What the event lead and the coordinators do with buses."""

    open_unit: Opens[DispatchUnit]

    def add_bus(self, bus: Bus) -> Recorded:
        """Put a bus on a route.

        Raises:
            BusExists, UnknownRoute, FieldInvalid: and nothing was changed.
        """
        with self.open_unit() as unit:
            bus = with_places_of_layouts(bus, None)
            _check_bus(unit, bus)
            if unit.bus(bus.code):
                raise BusExists(name=bus.code)
            unit.record(bus_draft(unit, BusAdded, bus.code, values_of(bus), {}))
            unit.commit()
            return Recorded(unit.changes)

    def amend_bus(self, bus: Bus, written: Collection[str] = ()) -> Recorded:
        """Change a bus's plate, seats, crew, bay or times; what stays the same is not written again.

        Args:
            bus: as it is to be.
            written: the fields that a person wrote; where laptops said different things of one, that settles it, also
                with the value that holds.

        Raises:
            UnknownBus, UnknownRoute, FieldInvalid: and nothing was changed.
        """
        with self.open_unit() as unit:
            record = unit.bus_record(bus.code)
            bus = with_places_of_layouts(bus, record.bus)
            _check_bus(unit, bus)
            if record.bus is None:
                raise UnknownBus(name=bus.code)
            before, after = values_of(record.bus), values_of(bus)
            disputed = {*record.edits.conflicts()}.intersection(written)
            changes = {name: value for name, value in after.items() if before[name] != value or name in disputed}
            if changes:
                supersedes = record.edits.superseding(changes)
                unit.record(bus_draft(unit, BusAmended, bus.code, changes, supersedes))
                unit.commit()
            return Recorded(unit.changes)

    def lock(self, bus: BusCode, locked: bool) -> Recorded:  # noqa: FBT001 - the verb's form
        """Say that a bus's list is right, so that plans leave it as it is, or that it is not; what is so already stays unsaid.

        Raises:
            UnknownBus: and nothing was changed.
        """
        return self._say(bus, "locked", locked)

    def keep_for_vips(self, bus: BusCode, kept: bool) -> Recorded:  # noqa: FBT001 - the verb's form
        """Say that a bus is meant for VIPs, or for everybody, in the same way.

        Raises:
            UnknownBus: and nothing was changed.
        """
        return self._say(bus, "for_vips", kept)

    def _say(self, bus: BusCode, name: str, value: Json) -> Recorded:
        with self.open_unit() as unit:
            record = unit.bus_record(bus)
            if record.bus is None:
                raise UnknownBus(name=bus)
            if getattr(record.bus, name) != value or name in record.edits.conflicts():
                supersedes = record.edits.superseding({name: value})
                unit.record(bus_draft(unit, BusAmended, bus, {name: value}, supersedes))
                unit.commit()
            return Recorded(unit.changes)

    def move_to(self, bus: BusCode, state: BusState) -> Recorded:
        """Bring a bus into a state: open its doors, call finally, close.

        Where laptops moved it apart, a state settles that, also the one that holds for now.

        Raises:
            UnknownBus, BusAlready, BusCannotBecome: and nothing was changed.
            ValueError: more than the state is said of it: `HeadCounts` says it.
        """
        if state in BY_ITS_OWN_WAY:
            raise ValueError(f"a bus is not moved to {state}")
        return self._move(bus, state, already=frozenset({state}))

    def click_to(self, bus: BusCode, state: BusState) -> Recorded:
        """Bring a bus into a state by one click, which makes nothing void that somebody found out meanwhile.

        Raises:
            UnknownBus, BusAlready, BusCannotBecome, DoorsVoid: and nothing was changed.
        """
        return self._move(bus, state, already=frozenset({state}), clicked=True)

    def open_doors(self, bus: BusCode) -> Recorded:
        """Begin boarding.

        Raises:
            UnknownBus, BusAlready, BusCannotBecome: and nothing was changed.
        """
        return self._move(bus, BusState.BOARDING, already=BOARDABLE)

    def _move(self, bus: BusCode, state: BusState, *, already: frozenset[BusState], clicked: bool = False) -> Recorded:
        with self.open_unit() as unit:
            record = unit.bus_record(bus)
            if record.bus is None:
                raise UnknownBus(name=bus)
            before = record.bus.state
            if before in already and len(record.state_facts) <= 1:
                raise BusAlready(bus=bus, state=before)
            apart = () if before is BusState.EMERGENCY else _said_apart(unit, record)
            if state not in {before, *apart} and not may_follow(before, state):
                raise BusCannotBecome(bus=bus, state=before, wanted=state)
            if clicked and voids(before, state):
                raise DoorsVoid(bus=bus, state=before)
            unit.record(FactDraft(bus_subject(bus), BusMovedTo(state=state, after=record.state_facts)))
            unit.commit()
            return Recorded(unit.changes)

    def assign(self, delegate: DelegateId, bus: BusCode | None) -> Recorded:
        """Put a delegate on a bus's list, or take them off every list.

        Raises:
            UnknownDelegate, UnknownBus, ListedAlready: and nothing was changed.
        """
        with self.open_unit() as unit:
            if unit.delegate(delegate) is None:
                raise UnknownDelegate(name=delegate)
            if bus and unit.bus(bus) is None:
                raise UnknownBus(name=bus)
            listed = unit.movements(delegate)
            if listed.bus == bus and len(listed.ride.edits) <= 1:
                raise ListedAlready
            unit.record(assignment(unit, delegate, bus))
            unit.commit()
            return Recorded(unit.changes)


def _said_apart(unit: FactReads, record: BusRecord) -> Iterator[BusState]:
    """Yield the states that laptops say a bus is in: which of them is true, a person says, and nothing beyond."""
    for each in record.state_facts:
        fact = unit.fact(each)
        if fact and isinstance(fact.said, BusMove):
            yield fact.said.becomes


def assignment(state: MovementReads, delegate: DelegateId, bus: BusCode | None) -> FactDraft:
    """Return the fact that puts a delegate on a bus's list, instead of whatever was said before."""
    former = state.movements(delegate).ride.edits
    return FactDraft(delegate_subject(delegate), RideAssigned(bus=bus, supersedes=former))


def bus_draft(
    unit: Keeping,
    kind: type[BusEdit],
    code: BusCode,
    values: Mapping[str, Json],
    supersedes: dict[str, tuple[FactId, ...]],
) -> FactDraft:
    personal = {name: value for name, value in values.items() if name in PERSONAL_FIELDS and value}
    public = {name: value for name, value in values.items() if name not in PERSONAL_FIELDS}
    document = unit.keep(canonical(personal)) if personal else UNSET
    return FactDraft(bus_subject(code), kind(values=public, document=document, supersedes=supersedes or UNSET))


def _check_bus(unit: ForumReads, bus: Bus) -> None:
    if not BUS_CODE.fullmatch(bus.code):
        raise FieldInvalid(field=Entry.CODE, value=bus.code, expected=Expected.BUS_CODE)
    if unit.forum.route(bus.route) is None:
        raise UnknownRoute(name=bus.route, known=", ".join(route.id for route in unit.forum.routes))
    if bus.departs and not _TIME.fullmatch(bus.departs):
        raise FieldInvalid(field=Entry.DEPARTS, value=bus.departs[:LONGEST_TEXT], expected=Expected.TIME)
    for name, value in values_of(bus).items():
        if isinstance(value, str) and len(value) > LONGEST_TEXT:
            found, expected = Found.CHARACTERS.of(length=len(value)), Expected.AT_MOST.of(most=LONGEST_TEXT)
            raise FieldInvalid(field=Entry[name.upper()], value=found, expected=expected)
    if not 0 < bus.licensed_seats <= 100:
        raise FieldInvalid(field=Entry.LICENSED_SEATS, value=bus.licensed_seats, expected=_from_to(1, 100))
    if not 0 < bus.usable_seats <= bus.licensed_seats:
        raise FieldInvalid(field=Entry.USABLE_SEATS, value=bus.usable_seats, expected=_from_to(1, bus.licensed_seats))
    if not 0 <= bus.accessible_places <= bus.usable_seats:
        expected = _from_to(0, bus.usable_seats)
        raise FieldInvalid(field=Entry.ACCESSIBLE_PLACES, value=bus.accessible_places, expected=expected)
    _check_layouts(bus)


def _check_layouts(bus: Bus) -> None:
    if found := flaw_of(bus.layouts, bus.licensed_seats):
        flaw, layout = found
        expected: Mapping[LayoutFlaw, Phrase | Expected] = {
            LayoutFlaw.MALFORMED: Expected.LAYOUT,
            LayoutFlaw.TWICE: Expected.LAYOUT_ONCE,
            LayoutFlaw.OVER_LICENSED: Expected.LAYOUT_WITHIN.of(most=bus.licensed_seats),
        }
        raise FieldInvalid(field=Entry.LAYOUTS, value=layout[:LONGEST_TEXT], expected=expected[flaw])
    if bus.layouts and bus.accessible_places != wheelchair_places(bus):
        expected_places = Expected.AS_LAYOUTS.of(places=wheelchair_places(bus))
        raise FieldInvalid(field=Entry.ACCESSIBLE_PLACES, value=bus.accessible_places, expected=expected_places)


def _from_to(least: int, most: int) -> Phrase:
    return Expected.FROM_TO.of(least=least, most=most)
