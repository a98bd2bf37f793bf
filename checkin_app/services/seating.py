"""Everybody who waits for a bus, put on one."""

from dataclasses import dataclass
from typing import Protocol

from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.ids import DelegateId, bus_of
from checkin_app.domain.kinds.buses import BusAdded, BusAmended
from checkin_app.domain.kinds.rides import RideAssigned
from checkin_app.domain.operations import SEATING
from checkin_app.domain.seating import Seats, Waiting, by_delegation
from checkin_app.services.dispatch import assignment
from checkin_app.services.operations import Operations, Written
from checkin_app.services.ports.badges import RevocationReads
from checkin_app.services.ports.buses import BusReads
from checkin_app.services.ports.facts import ArrivalReads
from checkin_app.services.ports.movements import MovementReads
from checkin_app.services.ports.people import EditReads
from checkin_app.services.ports.stations import ForumReads
from checkin_app.services.ports.transactions import Opens


class SeatingReads(ForumReads, EditReads, RevocationReads, BusReads, MovementReads, ArrivalReads, Protocol):
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
        """Put everybody who chose a route, has no bus and whose badge is valid on that route's buses.

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
            kinds=(RideAssigned.KIND, BusAdded.KIND, BusAmended.KIND),
            spoils=bool,  # any of them may have given a seat away
        )
        _, changes = self.operations.carry_out(written)
        return Assigned(len(drafts), tuple(unplaced), changes)


def _seated(state: SeatingReads) -> tuple[list[FactDraft], list[DelegateId]]:
    """Return the facts that seat those who wait, and whoever finds no seat."""
    drafts: list[FactDraft] = []
    unplaced: list[DelegateId] = []
    seats, waiting = _surveyed(state)
    for group in by_delegation(waiting):
        for delegate, bus in seats.place(group):
            if bus is None:
                unplaced.append(delegate)
            else:
                drafts.append(assignment(state, delegate, bus))
    return drafts, unplaced


def _surveyed(state: SeatingReads) -> tuple[Seats, list[Waiting]]:
    """Return the seats that nobody holds, and those who wait for one: on no list, aboard no bus, and not stopped there."""
    seats = Seats(bus for route in state.forum.routes for bus in state.buses_of(route.id))
    waiting: list[Waiting] = []
    revoked = state.revocations()
    for delegate, known in state.delegates().items():
        moved = state.movements(delegate)
        held = {bus for each in moved.aboard if not each.rehearsal and (bus := bus_of(each.checkpoint))}
        held |= {moved.bus} if moved.bus else set()
        for bus in held:
            seats.hold(bus, accessible=known.accessible)
        if known.route and not held and delegate not in revoked:
            waiting.append(Waiting(delegate, known.route, known.accessible, known.delegation))
    return seats, waiting
