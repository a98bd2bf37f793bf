"""Everybody on the buses of their route: planned anew, or only those who wait; as one operation that can be taken back."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Protocol

from checkin_app.domain.buses import Bus
from checkin_app.domain.changes import ChangeSet, Recorded
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.ids import BusCode, DelegateId, LogId, RouteId
from checkin_app.domain.kinds.buses import BusAdded, BusAmended
from checkin_app.domain.kinds.rides import RideAssigned
from checkin_app.domain.operations import SEATING, Stage
from checkin_app.domain.planning.greedy import Watch
from checkin_app.domain.planning.routes import Improve, RoutePlan, plan_route
from checkin_app.domain.planning.shortage import Lacking, Shortage
from checkin_app.domain.problems import UnknownBus, UnknownRoute
from checkin_app.domain.problems_lists import ListOutdated, ListStopped
from checkin_app.domain.problems_planning import NothingPlanned, PlanOutdated, PlanStopped
from checkin_app.domain.seating import takes_people, usable
from checkin_app.services.dispatch import assignment
from checkin_app.services.operations import Operations, OperationUnit, Written, work_off
from checkin_app.services.ports.buses import SeatReads
from checkin_app.services.ports.movements import MovementReads, RideReads
from checkin_app.services.ports.operations import MadeReads
from checkin_app.services.ports.people import PersonReads
from checkin_app.services.ports.progress import Progress, Stopped, unstopped, untold
from checkin_app.services.ports.transactions import Opens
from checkin_app.services.travellers import RouteRoll, SeatingReads, surveyed, waits

#: Seconds that a route is looked for a better plan where nobody says how many; most are proven best within one.
SECONDS = 4.0


class PlanningReads(SeatingReads, PersonReads, SeatReads, RideReads, MadeReads, Protocol):
    """Knows who travels on what, and what was planned."""


@dataclass(frozen=True, slots=True)
class PlanWish:
    """What is to be planned."""

    route: RouteId | None = None
    """None for all."""
    keep: frozenset[BusCode] = frozenset()
    """Buses that stay as they are, besides those that are locked."""
    seconds: float | None = None
    """For all of them together; None for `SECONDS` each."""
    dry: bool = False
    """Nothing is written."""


@dataclass(frozen=True, slots=True)
class TimedPlan:
    plan: RoutePlan
    seconds: float


@dataclass(frozen=True, slots=True)
class Planned:
    """What came of planning, route by route."""

    routes: tuple[TimedPlan, ...]
    moved: int
    """How many get another bus than they had, or their first."""
    operation: LogId | None
    """What takes it back; None where nothing was written."""
    seconds: float
    changes: ChangeSet = frozenset()


@dataclass(frozen=True, slots=True)
class Assigned:
    """How those who waited were put on the buses of their routes."""

    placed: int
    unplaced: tuple[DelegateId, ...]
    """Those whose route has no seat left."""
    changes: ChangeSet


@dataclass(frozen=True, slots=True)
class Planning:
    """Plans who sits where on all routes."""

    reading: Opens[PlanningReads]
    open_piece: Opens[OperationUnit]
    operations: Operations
    stopwatch: Callable[[], float]
    """Returns seconds, from any beginning."""
    improve: Improve

    def plan(self, wish: PlanWish, progress: Progress = untold, stopped: Stopped = unstopped) -> Planned:
        """Plan everybody who is aboard no bus: before the day anew, on the day with the fewest changes.

        Raises:
            UnknownRoute, UnknownBus: of the wish.
            PlanStopped: as asked; nothing was changed.
            PlanOutdated: others changed buses or gave seats away meanwhile; nothing was changed.
            ListBeingTaken: a list is being taken in, or somebody else plans.
        """
        began = self.stopwatch()
        with self.reading() as state:
            _check(state, wish)
            arrival = state.arrival()
            rolls = [each for each in surveyed(state, stopped, keep=wish.keep) if wish.route in {None, each.route}]
        routes = tuple(self._planned(rolls, wish.seconds, progress, stopped))
        if stopped():
            raise PlanStopped
        seats = _changed(rolls, [each.plan.seats for each in routes])
        if not seats or wish.dry:
            return Planned(routes, len(seats), None, self.stopwatch() - began)
        written = self._written(arrival, rolls, seats)
        operation, changes = self._carried_out(written, progress, stopped)
        return Planned(routes, written.count, operation, self.stopwatch() - began, changes)

    def fill(self, progress: Progress = untold, stopped: Stopped = unstopped) -> Assigned:
        """Put everybody who chose a route, has no bus and whose badge is valid on that route's buses; the others stay.

        Raises:
            PlanStopped, PlanOutdated, ListBeingTaken: as for `plan`.
        """
        with self.reading() as state:
            arrival = state.arrival()
            rolls = surveyed(state, stopped, all_stay=True)
        plans = [each.plan for each in self._planned(rolls, None, progress, stopped)]
        unplaced = tuple(who for plan in plans for who in plan.unplaced)
        seats = _changed(rolls, [plan.seats for plan in plans])
        if not seats:
            return Assigned(0, unplaced, frozenset())
        written = self._written(arrival, rolls, seats)
        _, changes = self._carried_out(written, progress, stopped)
        return Assigned(written.count, unplaced, changes)

    def take_back(self, operation: LogId | None = None, progress: Progress = untold) -> Recorded:
        """Give everybody the seat that they had before a plan; whom somebody moved since stays there.

        Whose seat somebody else has by now stays where the plan put them, while there is a seat.

        Args:
            operation: which; None for the last one that counts.
            progress: is told how far it is.

        Raises:
            NothingPlanned: there is none, or it was taken back already.
            ListBeingTaken: a list is being taken in, or somebody plans.
        """
        with self.reading() as state:
            which = operation or state.last_made(SEATING)
            if which is None:
                raise NothingPlanned
            seated = [DelegateId(each.partition(":")[2]) for each in state.said_by(which, RideAssigned.KIND)]
            rides = {who: state.movements(who).ride for who in seated}
        apart = {who for who, ride in rides.items() if len(ride.edits) > 1}
        taken = self.operations.take_back(which, lambda unit: _must_be_planned(unit, which), progress)

        def settle(unit: OperationUnit, some: Sequence[DelegateId]) -> None:
            rides = {who: unit.movements(who).ride for who in some}
            unit.record_all([assignment(unit, who, ride.bus) for who, ride in rides.items() if len(ride.edits) > 1])
            unit.settle()

        # The seat given by hand follows the plan's, which is gone: it is to follow the one before as well.
        work_off(self.open_piece, [who for who in seated if who not in apart], settle)
        self._leave_full({who: ride.bus for who, ride in rides.items() if ride.bus})
        return taken

    def _leave_full(self, planned: Mapping[DelegateId, BusCode]) -> None:
        """Put those who are back on a bus that is beyond its seats by now where they were planned, as far as seats go."""
        with self.reading() as state:
            buses = [bus for route in state.forum.routes for bus in state.buses_of(route.id)]
            held = {bus.code: _Held(bus, *_expected(state, bus)) for bus in buses if takes_people(bus)}
            if not any(each.is_over for each in held.values()):
                return
            moves = _fewer(state, held, planned)

        def leave(unit: OperationUnit, some: Sequence[DelegateId]) -> None:
            unit.record_all([assignment(unit, who, moves[who]) for who in some if waits(unit, who)])
            unit.settle()

        work_off(self.open_piece, [*moves], leave)

    def _planned(
        self, rolls: Sequence[RouteRoll], seconds: float | None, progress: Progress, stopped: Stopped
    ) -> Iterator[TimedPlan]:
        ends = self.stopwatch() + (SECONDS * len(rolls) if seconds is None else seconds)
        for place, each in enumerate(rolls):
            began = self.stopwatch()
            until = began + max(0.0, ends - began) / (len(rolls) - place)

            def has_to_end(until: float = until) -> bool:
                return stopped() or self.stopwatch() >= until

            def told(done: int, whole: int, place: int = place) -> None:
                progress(place * whole + done, len(rolls) * whole)

            plan = plan_route(each.route, each.roll, Watch(told, has_to_end), keep=each.boarding, improve=self.improve)
            if each.to_others:
                left = Shortage(Lacking.FIRST_CHOICE, len(each.to_others), delegates=each.to_others)
                plan = replace(plan, short_of=(*plan.short_of, left))
            yield TimedPlan(plan, self.stopwatch() - began)

    def _written(self, arrival: int, rolls: Sequence[RouteRoll], seats: Mapping[DelegateId, BusCode | None]) -> Written:
        """Return what is to be written, without whoever boarded meanwhile."""
        with self.reading() as state:
            planned = {bus.code for each in rolls for bus in each.buses if takes_people(bus)}
            known = {bus.code for each in rolls for bus in state.buses_of(each.route) if takes_people(bus)}
            if not {bus for bus in seats.values() if bus} <= planned & known:
                raise PlanOutdated
            drafts = _drafts(state, seats)
        return Written(
            what=SEATING,
            count=len(drafts),
            drafts=lambda _log: drafts,
            arrival=arrival,
            kinds=(RideAssigned.KIND, BusAdded.KIND, BusAmended.KIND),
            spoils=bool,  # any of them may have given a seat away
        )

    def _carried_out(self, written: Written, progress: Progress, stopped: Stopped) -> tuple[LogId, ChangeSet]:
        with _plans_words():
            return self.operations.carry_out(written, progress, stopped)


@contextmanager
def _plans_words() -> Iterator[None]:
    """Say of a plan what operations say of lists."""
    try:
        yield
    except ListStopped as problem:
        raise PlanStopped from problem
    except ListOutdated as problem:
        raise PlanOutdated from problem


@dataclass(frozen=True, slots=True)
class _Held:
    """How many hold a seat of a bus and are expected on it."""

    bus: Bus
    people: int
    wheelchairs: int

    @property
    def is_over(self) -> bool:
        return self.people > usable(self.bus, self.wheelchairs)

    def with_(self, some: int, *, accessible: bool) -> "_Held":
        return _Held(self.bus, self.people + some, self.wheelchairs + some * accessible)


def _expected(state: PlanningReads, bus: Bus) -> tuple[int, int]:
    people = state.holders(bus.code, rehearsal=False) - state.accounted(bus.code, rehearsal=False)
    return people, state.accessible_expected(bus.code, rehearsal=False) if bus.layouts else 0


def _fewer(
    state: PlanningReads, held: dict[BusCode, _Held], planned: Mapping[DelegateId, BusCode]
) -> Mapping[DelegateId, BusCode]:
    """Return who leaves a bus that is beyond its seats for the one where they were planned, while that has a seat."""
    moves: dict[DelegateId, BusCode] = {}
    for who, bus in planned.items():
        stands = held.get(state.movements(who).ride.bus or BusCode("")) if waits(state, who) else None
        if stands is None or not stands.is_over or bus not in held:
            continue
        known = state.delegate(who)
        accessible = bool(known and known.accessible)
        there = held[bus].with_(1, accessible=accessible)
        if not there.is_over:
            moves[who] = bus
            held[bus], held[stands.bus.code] = there, stands.with_(-1, accessible=accessible)
    return moves


def _check(state: SeatingReads, wish: PlanWish) -> None:
    if wish.route is not None and state.forum.route(wish.route) is None:
        raise UnknownRoute(name=wish.route, known=", ".join(route.id for route in state.forum.routes))
    for code in wish.keep:
        if state.bus(code) is None:
            raise UnknownBus(name=code)


def _changed(
    rolls: Collection[RouteRoll], seats: Collection[Mapping[DelegateId, BusCode | None]]
) -> Mapping[DelegateId, BusCode | None]:
    """Return whose seat becomes another, with that seat; None takes them off their list."""
    stand = {each.delegate: each.bus for roll in rolls for each in roll.roll.travellers if not each.stays}
    return {who: bus for some in seats for who, bus in some.items() if stand[who] != bus}


def _drafts(state: MovementReads, seats: Mapping[DelegateId, BusCode | None]) -> list[FactDraft]:
    return [assignment(state, who, bus) for who, bus in seats.items() if waits(state, who)]


def _must_be_planned(unit: OperationUnit, operation: LogId) -> None:
    known = unit.operation(operation)
    if known is None or known.what != SEATING or known.stage is not Stage.CLOSED:
        raise NothingPlanned
