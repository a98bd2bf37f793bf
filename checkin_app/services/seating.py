"""Everybody who waits for a bus, put on one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.facts import FactDraft, Kind
from checkin_app.domain.ids import BusCode, DelegateId
from checkin_app.domain.operations import SEATING
from checkin_app.services.dispatch import assignment
from checkin_app.services.operations import Operations, Written
from checkin_app.services.ports.buses import BusReads
from checkin_app.services.ports.facts import ArrivalReads
from checkin_app.services.ports.movements import MovementReads
from checkin_app.services.ports.people import EditReads
from checkin_app.services.ports.stations import ForumReads
from checkin_app.services.ports.transactions import Opens


class SeatingReads(ForumReads, EditReads, BusReads, MovementReads, ArrivalReads, Protocol):
    """Knows who waits, and what there is to sit on."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """How a route's people were put on its buses."""

    placed: int
    unplaced: tuple[DelegateId, ...]
    """Those whose route has no seat left."""
    changes: ChangeSet


@dataclass(frozen=True, slots=True)
class Seating:
    """Fills the buses of all routes."""

    reading: Opens[SeatingReads]
    operations: Operations

    def fill(self) -> Assigned:
        """Put everybody who chose a route and has no bus on that route's buses.

        Delegations stay together where seats allow; accessible places are given first to those who need them.

        Raises:
            ListBeingTaken: a list is being taken in, or somebody else fills the buses.
            ListOutdated: others changed buses or gave seats away meanwhile; nothing was changed.
        """
        with self.reading() as state:
            arrival = state.arrival()
            drafts, unplaced = _seated(state)
        if not drafts:
            return Assigned(0, tuple(unplaced), frozenset())
        written = Written(
            what=SEATING,
            count=len(drafts),
            drafts=lambda _log: drafts,
            arrival=arrival,
            kinds=(Kind.RIDE_ASSIGNED, Kind.BUS_ADDED, Kind.BUS_AMENDED),
            spoils=bool,  # any of them may have given a seat away
        )
        _, changes = self.operations.carry_out(written)
        return Assigned(len(drafts), tuple(unplaced), changes)


def _seated(state: SeatingReads) -> tuple[list[FactDraft], list[DelegateId]]:
    """Return the facts that seat those who wait, and whoever finds no seat."""
    drafts: list[FactDraft] = []
    unplaced: list[DelegateId] = []
    seats = _Seats.of(state)
    for delegation in _delegations(state):
        for delegate, bus in seats.place(delegation):
            if bus is None:
                unplaced.append(delegate)
            else:
                drafts.append(assignment(state, delegate, bus))
    return drafts, unplaced


@dataclass(frozen=True, slots=True)
class _Waiting:
    delegate: DelegateId
    route: str
    accessible: bool


@dataclass(frozen=True, slots=True)
class _Seats:
    """Seats that nobody holds, by route and bus."""

    free: dict[str, dict[BusCode, int]]
    accessible: dict[BusCode, int]

    @classmethod
    def of(cls, state: SeatingReads) -> "_Seats":
        buses = [bus for route in state.forum.routes for bus in state.buses_of(route.id)]
        free: dict[str, dict[BusCode, int]] = {}
        for bus in buses:
            free.setdefault(bus.route, {})[bus.code] = bus.usable_seats
        accessible = {bus.code: bus.accessible_places for bus in buses}
        for delegate, known in state.delegates().items():
            listed = state.movements(delegate).bus
            for by_bus in free.values():
                if listed in by_bus:
                    by_bus[listed] -= 1
                    accessible[listed] -= known.accessible
        return cls(free, accessible)

    def place(self, delegation: Sequence[_Waiting]) -> list[tuple[DelegateId, BusCode | None]]:
        """Return a bus for each: the fullest that takes all of them, else the emptiest in turn."""
        placed: list[tuple[DelegateId, BusCode | None]] = []
        rest = sorted(delegation, key=lambda each: not each.accessible)
        while rest:
            free = {bus: left for bus, left in self.free.get(rest[0].route, {}).items() if left > 0}
            if rest[0].accessible:
                free = {bus: left for bus, left in free.items() if self.accessible[bus] > 0}
            if not free:
                placed.append((rest.pop(0).delegate, None))
                continue
            whole = [bus for bus, left in free.items() if left >= len(rest)]
            bus = min(whole, key=lambda each: free[each]) if whole else max(free, key=lambda each: free[each])
            placed += self._seat(rest, bus)
        return placed

    def _seat(self, rest: list[_Waiting], bus: BusCode) -> list[tuple[DelegateId, BusCode | None]]:
        seated: list[tuple[DelegateId, BusCode | None]] = []
        by_bus = self.free[rest[0].route]
        while rest and by_bus[bus] > 0 and (not rest[0].accessible or self.accessible[bus] > 0):
            person = rest.pop(0)
            by_bus[bus] -= 1
            self.accessible[bus] -= person.accessible
            seated.append((person.delegate, bus))
        return seated


def _delegations(state: SeatingReads) -> list[list[_Waiting]]:
    """Return those who wait for a bus, by route and delegation, the largest first."""
    groups: dict[tuple[str, str], list[_Waiting]] = {}
    for delegate, known in state.delegates().items():
        if known.route and state.movements(delegate).bus is None:
            waiting = _Waiting(delegate, known.route, known.accessible)
            groups.setdefault((known.route, known.delegation), []).append(waiting)
    return sorted(groups.values(), key=len, reverse=True)
