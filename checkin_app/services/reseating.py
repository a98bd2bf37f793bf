"""Guests are put on another bus of their route by hand: what it costs is said before, and it is taken back as one."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from checkin_app.domain.buses import BEFORE_A_RIDE, Bus
from checkin_app.domain.changes import ChangeSet, Recorded
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import BusCode, CategoryId, DelegateId, FactId
from checkin_app.domain.kinds.rides import RideAssigned
from checkin_app.domain.planning.layout import Layout
from checkin_app.domain.planning.moves import Move, MoveCost, cost_of_move, pieces_of
from checkin_app.domain.planning.people import Roll, Traveller
from checkin_app.domain.planning.route import Vehicle
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems import UnknownBus
from checkin_app.domain.problems_planning import (
    MoveLocked,
    MoveNoPlace,
    MoveNoSeat,
    MoveOfAboard,
    MoveOfAccounted,
    MoveOfOthers,
    MoveTakesNobody,
    MoveToOtherRoute,
    NothingMoved,
)
from checkin_app.domain.problems_undo import UndoSeatsTaken
from checkin_app.domain.ride_states import ACCOUNTED
from checkin_app.domain.seating import takes_people
from checkin_app.services.dispatch import assignment
from checkin_app.services.ports.buses import BusCount, Manifest, ManifestLine
from checkin_app.services.ports.transactions import Opens
from checkin_app.services.rides import RideUnit, undoing_of
from checkin_app.services.travellers import kind_of


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What it would come to if they went on one bus."""

    bus: Bus
    seated: int
    """How many hold a seat there now."""
    cost: MoveCost
    objection: Problem | None
    """Why it may not be; None where it may."""


@dataclass(frozen=True, slots=True)
class MoveForeseen:
    """What it would come to if some people went on another bus than theirs, for each bus of the route."""

    origin: BusCode
    people: tuple[DelegateId, ...]
    pieces: int
    """In how many parts their delegations travel now."""
    buses: tuple[Foreseen, ...]
    """In the order of their codes."""

    def on(self, bus: BusCode | None) -> Foreseen | None:
        return next((each for each in self.buses if each.bus.code == bus), None)


@dataclass(frozen=True, slots=True)
class Reseated:
    """That some people are on another bus now."""

    origin: BusCode
    bus: BusCode
    people: int
    act: FactId
    """What takes it back."""
    changes: ChangeSet = frozenset()


@dataclass(frozen=True, slots=True)
class Reseating:
    """What whoever plans changes by hand: guests who are not aboard yet, on the lists of their route."""

    open_unit: Opens[RideUnit]
    buses: Callable[[], Sequence[BusCount]]
    manifest: Callable[[BusCode], Manifest]
    vips: Callable[[], frozenset[CategoryId]]
    """Returns the categories of those who ride on a bus for VIPs, as the forum has them now."""

    def foresee(self, origin: BusCode, people: Sequence[DelegateId]) -> MoveForeseen:
        """Return what each other bus of the route would cost; nothing is recorded.

        Raises:
            UnknownBus, MoveOfOthers, MoveOfAboard, MoveOfAccounted: of those who would move, or of their bus.
        """
        route = self._route(origin)
        moving = _moving(route.manifests[origin], people)
        return MoveForeseen(
            origin,
            tuple(each.id for each in moving),
            route.pieces(moving),
            tuple(route.foreseen(origin, code, moving) for code in route.codes if code != origin),
        )

    def move(self, origin: BusCode, people: Sequence[DelegateId], to: BusCode) -> Reseated:
        """Put people on the list of another bus of the route.

        Raises:
            UnknownBus, MoveRefused: and nothing was changed, as if whoever acts may not.
        """
        with self.open_unit() as unit:
            # Asked once nobody else writes: who boards meanwhile, or takes the last seat, did so before it.
            route = self._route(origin)
            if to not in route.manifests:
                raise MoveToOtherRoute(bus=to) if unit.bus(to) else UnknownBus(name=to)
            moving = _moving(route.manifests[origin], people)
            if objection := route.foreseen(origin, to, moving).objection:
                raise objection
            unit.as_one_act()
            written = [unit.record(assignment(unit, each.id, to)) for each in moving]
            unit.commit()
            return Reseated(origin, to, len(moving), written[0].fact_id, unit.changes)

    def take_back(self, act: FactId) -> Recorded:
        """Put everybody back whom nobody has moved since.

        Raises:
            NothingMoved: there was no such move, or nobody of it is where it put them.
            UndoSeatsTaken: their bus has no seat for them any more; nothing was changed, as if whoever acts may not.
        """
        with self.open_unit() as unit:
            fact = unit.fact(act)
            stands = [each for each in (unit.act_of(fact) if fact else ()) if isinstance(each.said, RideAssigned)]
            back = [each for each in stands if unit.movements(_whose(each.subject)).ride.edits == (each.fact_id,)]
            if not back:
                raise NothingMoved
            unit.as_one_act()
            for each in back:
                if draft := undoing_of(each):
                    unit.record(draft)
            _must_fit(unit, [_whose(each.subject) for each in back])
            unit.commit()
            return Recorded(unit.changes)

    def _route(self, origin: BusCode) -> "_Route":
        counts = self.buses()
        own = next((each.bus for each in counts if each.bus.code == origin), None)
        if own is None:
            raise UnknownBus(name=origin)
        of_route = [each.bus for each in counts if each.bus.route == own.route]
        # As in a plan: where no bus is for VIPs, they are as everybody.
        vips = self.vips() if any(bus.for_vips for bus in of_route) else frozenset[CategoryId]()
        return _Route.of([self.manifest(bus.code) for bus in of_route], vips)


@dataclass(frozen=True)
class _Route:
    """A route as its lists have it: everybody who holds a seat on a bus of it."""

    manifests: Mapping[BusCode, Manifest]
    roll: Roll
    vips: frozenset[CategoryId]

    @classmethod
    def of(cls, manifests: Sequence[Manifest], vips: frozenset[CategoryId]) -> "_Route":
        travellers = [
            Traveller(line.delegate.id, kind_of(line.delegate, vips), each.bus.code, stays=line.aboard)
            for each in manifests
            for line in each.lines
            if line.aboard or not (line.seen_on or line.said in ACCOUNTED)
        ]
        roll = Roll.of(travellers, [_vehicle(each) for each in manifests])
        return cls({each.bus.code: each for each in manifests}, roll, vips)

    @property
    def codes(self) -> tuple[BusCode, ...]:
        return tuple(self.manifests)

    def pieces(self, moving: Collection[Delegate]) -> int:
        return pieces_of(self.roll.task, self._layout, self._load(moving))

    def foreseen(self, origin: BusCode, target: BusCode, moving: Collection[Delegate]) -> Foreseen:
        places = {code: place for place, code in enumerate(self.codes)}
        move = Move(self._load(moving), places[origin], places[target])
        own, other = self.manifests[origin].bus, self.manifests[target].bus
        in_use = sum(each.state not in BEFORE_A_RIDE for each in (own, other))
        cost = cost_of_move(self.roll.task, self._layout, move, lists=in_use)
        seated = sum(each.bus == target for each in self.roll.travellers)
        return Foreseen(other, seated, cost, _objection(own, other, cost))

    @property
    def _layout(self) -> Layout:
        return Layout(self.roll.task.present, {})

    def _load(self, moving: Collection[Delegate]) -> Mapping[int, int]:
        places = {kind: place for place, kind in enumerate(self.roll.task.kinds)}
        return Counter(places[kind_of(each, self.vips)] for each in moving)


def _vehicle(manifest: Manifest) -> Vehicle:
    """Return a bus as a move sees it: without the seats of those listed there who are aboard another one."""
    bus = manifest.bus
    held = [line.delegate for line in manifest.lines if line.seen_on and not line.aboard]
    places = max(0, bus.accessible_places - sum(each.accessible for each in held))
    return Vehicle(bus.code, max(0, bus.usable_seats - len(held)), places, frozenset(bus.languages), vip=bus.for_vips)


def _moving(manifest: Manifest, people: Sequence[DelegateId]) -> tuple[Delegate, ...]:
    """Return those who are to move, each once.

    Raises:
        MoveOfOthers, MoveOfAboard, MoveOfAccounted: one of them does not wait for this bus.
    """
    lines = {line.delegate.id: line for line in manifest.lines}
    wanted = [lines.get(each) for each in dict.fromkeys(people)]
    known = [line for line in wanted if line is not None and line.listed]
    if len(known) < len(wanted) or not known:
        raise MoveOfOthers(bus=manifest.bus.code)
    for line in known:
        _must_wait(line, manifest.bus.code)
    return tuple(line.delegate for line in known)


def _must_wait(line: ManifestLine, bus: BusCode) -> None:
    if line.aboard or line.seen_on:
        raise MoveOfAboard(name=line.delegate.called, bus=line.seen_on or bus)
    if line.said in ACCOUNTED:
        raise MoveOfAccounted(name=line.delegate.called)


def _objection(own: Bus, other: Bus, cost: MoveCost) -> Problem | None:
    """Return what stands against a move; what the law forbids first."""
    if not takes_people(other):
        return MoveTakesNobody(bus=other.code)
    if cost.seats_short:
        return MoveNoSeat(bus=other.code, people=cost.seats_short)
    if cost.accessible_short:
        return MoveNoPlace(bus=other.code, people=cost.accessible_short)
    locked = next((each.code for each in (own, other) if each.locked), None)
    return MoveLocked(bus=locked) if locked else None


def _whose(subject: str) -> DelegateId:
    return DelegateId(subject.partition(":")[2])


def _must_fit(unit: RideUnit, people: Sequence[DelegateId]) -> None:
    """Refuse to put people back on a bus beyond its seats."""
    for code in {unit.movements(each).bus for each in people} - {None}:
        bus = unit.bus(code) if code else None
        if (
            bus
            and unit.holders(bus.code, rehearsal=False) - unit.accounted(bus.code, rehearsal=False) > bus.usable_seats
        ):
            raise UndoSeatsTaken(bus=bus.code, seats=bus.usable_seats)
