"""Guests are put on a bus by hand, from none or from another: what it costs is said before, and it is taken back as one."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from checkin_app.domain.buses import BEFORE_A_RIDE, Bus
from checkin_app.domain.changes import ChangeSet, Recorded
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import BusCode, CategoryId, DelegateId, FactId, RouteId
from checkin_app.domain.kinds.rides import RideAssigned
from checkin_app.domain.planning.layout import Layout
from checkin_app.domain.planning.moves import Move, MoveCost, cost_of_move, pieces_of
from checkin_app.domain.planning.people import Roll, Traveller
from checkin_app.domain.planning.route import Vehicle
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems import UnknownBus, UnknownDelegate
from checkin_app.domain.problems_planning import (
    MoveLocked,
    MoveNoPlace,
    MoveNoSeat,
    MoveOfAboard,
    MoveOfAccounted,
    MoveOfOthers,
    MoveOfSeated,
    MoveOfVoid,
    MoveTakesNobody,
    MoveToOwnBus,
    NothingMoved,
)
from checkin_app.domain.problems_undo import UndoAccessiblePlacesTaken, UndoSeatsTaken
from checkin_app.domain.ride_states import ACCOUNTED, is_accounted_for
from checkin_app.domain.seating import takes_people, usable, wheelchair_places
from checkin_app.services.dispatch import assignment
from checkin_app.services.ports.buses import BusCount, Manifest, ManifestLine
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.ports.transactions import Opens
from checkin_app.services.rides import RideUnit, undoing_of
from checkin_app.services.travellers import kind_of

#: More than anybody drags: the others are given their seats by a plan.
MOST_UNSEATED = 500


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What it would come to if they went on one bus."""

    bus: Bus
    seated: int
    """How many hold a seat there now."""
    cost: MoveCost
    objection: Problem | None
    """Why it may not be; None where it may."""
    wheelchairs: int = 0
    """How many in a wheelchair there would be."""

    @property
    def seats(self) -> int:
        """Return for how many the bus would be."""
        return usable(self.bus, self.wheelchairs)


@dataclass(frozen=True, slots=True)
class MoveForeseen:
    """What it would come to if some people went on another bus than theirs, for each bus of a route."""

    origin: BusCode | None
    """None of who has no bus yet."""
    people: tuple[DelegateId, ...]
    pieces: int
    """In how many parts their delegations travel now, on their own route and on this one."""
    buses: tuple[Foreseen, ...]
    """In the order of their codes."""
    route: RouteId
    """On which they would travel."""

    def on(self, bus: BusCode | None) -> Foreseen | None:
        return next((each for each in self.buses if each.bus.code == bus), None)


@dataclass(frozen=True, slots=True)
class Reseated:
    """That some people are on another bus now."""

    origin: BusCode | None
    bus: BusCode
    people: int
    act: FactId
    """What takes it back."""
    strayed: int = 0
    """How many of them travel on a route now that they did not choose."""
    changes: ChangeSet = frozenset()


class SeatReads(Protocol):
    """What is known of people who have no bus."""

    def unseated(self, route: RouteId, limit: int) -> Sequence[DelegateId]: ...
    def cards(self, delegates: Sequence[DelegateId]) -> Sequence[DelegateCard]: ...


@dataclass(frozen=True, slots=True)
class Reseating:
    """What whoever plans changes by hand: guests who are not aboard yet, from no list or from one to another."""

    open_unit: Opens[RideUnit]
    reads: SeatReads
    buses: Callable[[], Sequence[BusCount]]
    manifest: Callable[[BusCode], Manifest]
    vips: Callable[[], frozenset[CategoryId]]
    """Returns the categories of those who ride on a bus for VIPs, as the forum has them now."""

    def unseated(self, route: RouteId) -> tuple[Delegate, ...]:
        """Return who chose a route and has no bus, at most `MOST_UNSEATED`: nobody who is accounted for or whose badge is void."""
        cards = self.reads.cards(self.reads.unseated(route, MOST_UNSEATED))
        return tuple(card.delegate for card in cards if _objection_to(card) is None)

    def foresee(
        self, origin: BusCode | None, people: Sequence[DelegateId], route: RouteId | None = None
    ) -> MoveForeseen:
        """Return what each bus of a route would cost; nothing is recorded.

        Args:
            origin: on whose list they stand; None where they have no bus.
            people: who would move.
            route: on which they would travel; None is that of their bus, or the one that the first of them chose.

        Raises:
            UnknownBus, UnknownDelegate, MoveOfOthers, MoveOfAboard, MoveOfAccounted, MoveOfSeated, MoveOfVoid: of those who would move,
                or of their bus.
        """
        buses = [each.bus for each in self.buses()]
        moving = self._moving(buses, origin, people)
        to = route or _route_of(buses, origin) or moving[0].route
        course = self._course(buses, origin, to, moving)
        return MoveForeseen(
            origin,
            tuple(each.id for each in moving),
            course.pieces,
            tuple(course.foreseen(code) for code in course.joined.codes if code != origin),
            to,
        )

    def move(self, origin: BusCode | None, people: Sequence[DelegateId], to: BusCode) -> Reseated:
        """Put people on the list of another bus, also of another route than they chose.

        Raises:
            UnknownBus, UnknownDelegate, MoveRefused: and nothing was changed, as if whoever acts may not.
        """
        with self.open_unit() as unit:
            # Asked once nobody else writes: who boards meanwhile, or takes the last seat, did so before it.
            target = unit.bus(to)
            if target is None:
                raise UnknownBus(name=to)
            if to == origin:
                raise MoveToOwnBus(bus=to)
            buses = [each.bus for each in self.buses()]
            moving = self._moving(buses, origin, people)
            course = self._course(buses, origin, target.route, moving)
            if objection := course.foreseen(to).objection:
                raise objection
            unit.as_one_act()
            written = [unit.record(assignment(unit, each.id, to)) for each in moving]
            unit.commit()
            strayed = _strayed(moving, target.route)
            return Reseated(origin, to, len(moving), written[0].fact_id, strayed, unit.changes)

    def take_back(self, act: FactId) -> Recorded:
        """Put everybody back whom nobody has moved since.

        Raises:
            NothingMoved: there was no such move, or nobody of it is where it put them.
            UndoSeatsTaken, UndoAccessiblePlacesTaken: their bus has no seat or no place for them any more; nothing was changed,
                as if whoever acts may not.
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

    def _moving(
        self, buses: Sequence[Bus], origin: BusCode | None, people: Sequence[DelegateId]
    ) -> tuple[Delegate, ...]:
        """Return those who are to move, each once."""
        if origin is not None:
            _route_of(buses, origin)
            return _listed(self.manifest(origin), people)
        wanted = tuple(dict.fromkeys(people))
        cards = {card.delegate.id: card for card in self.reads.cards(wanted)}
        for each in wanted:
            if each not in cards:
                raise UnknownDelegate(name=each)
            if objection := _objection_to(cards[each]):
                raise objection
        if not wanted:
            raise MoveOfOthers(bus="")
        return tuple(cards[each].delegate for each in wanted)

    def _course(
        self, buses: Sequence[Bus], origin: BusCode | None, to: RouteId, moving: Sequence[Delegate]
    ) -> "_Course":
        own = _route_of(buses, origin)
        joined = self._route(buses, to, () if own == to else moving)
        left = joined if own == to else self._route(buses, own) if own else None
        return _Course(origin, own, to, tuple(moving), left, joined)

    def _route(self, buses: Sequence[Bus], route: RouteId, joining: Sequence[Delegate] = ()) -> "_Route":
        of_route = [each for each in buses if each.route == route]
        # As in a plan: where no bus is for VIPs, they are as everybody.
        vips = self.vips() if any(bus.for_vips for bus in of_route) else frozenset[CategoryId]()
        return _Route.of([self.manifest(bus.code) for bus in of_route], vips, joining)


def _route_of(buses: Sequence[Bus], origin: BusCode | None) -> RouteId | None:
    """Return the route of somebody's bus, None where they have none."""
    if origin is None:
        return None
    own = next((each for each in buses if each.code == origin), None)
    if own is None:
        raise UnknownBus(name=origin)
    return own.route


@dataclass(frozen=True)
class _Route:
    """A route as its lists have it: everybody who holds a seat on a bus of it."""

    manifests: Mapping[BusCode, Manifest]
    roll: Roll
    vips: frozenset[CategoryId]

    @classmethod
    def of(cls, manifests: Sequence[Manifest], vips: frozenset[CategoryId], joining: Sequence[Delegate]) -> "_Route":
        """Return the route with those who hold a seat on it, and those who would join it."""
        travellers = [
            Traveller(line.delegate.id, kind_of(line.delegate, vips), each.bus.code, stays=line.aboard)
            for each in manifests
            for line in each.lines
            if line.aboard or not (line.seen_on or line.said in ACCOUNTED)
        ]
        travellers += [Traveller(each.id, kind_of(each, vips), None, stays=False) for each in joining]
        roll = Roll.of(travellers, [_vehicle(each) for each in manifests])
        return cls({each.bus.code: each for each in manifests}, roll, vips)

    @property
    def codes(self) -> tuple[BusCode, ...]:
        return tuple(self.manifests)

    def pieces(self, moving: Collection[Delegate]) -> int:
        return pieces_of(self.roll.task, self._layout, self._load(moving))

    def seated(self, bus: BusCode) -> int:
        return sum(each.bus == bus for each in self.roll.travellers)

    def wheelchairs(self, bus: BusCode) -> int:
        return sum(each.bus == bus and each.kind.accessible for each in self.roll.travellers)

    def cost(self, moving: Collection[Delegate], origin: BusCode | None, target: BusCode | None) -> MoveCost:
        """Return what it comes to on this route; of who comes from elsewhere or goes there, None."""
        places: dict[BusCode | None, int] = {code: place for place, code in enumerate(self.codes)}
        move = Move(self._load(moving), places.get(origin), places.get(target))
        return cost_of_move(self.roll.task, self._layout, move)

    @property
    def _layout(self) -> Layout:
        return Layout(self.roll.task.present, {})

    def _load(self, moving: Collection[Delegate]) -> Mapping[int, int]:
        places = {kind: place for place, kind in enumerate(self.roll.task.kinds)}
        return Counter(places[kind_of(each, self.vips)] for each in moving)


@dataclass(frozen=True)
class _Course:
    """Some people on their way from one route, or from none, to a bus of the same or of another."""

    origin: BusCode | None
    own: RouteId | None
    to: RouteId
    moving: tuple[Delegate, ...]
    left: _Route | None
    """The route of their bus; None where they have none."""
    joined: _Route

    @property
    def is_elsewhere(self) -> bool:
        return self.left is not None and self.own != self.to

    @property
    def pieces(self) -> int:
        here = self.left.pieces(self.moving) if self.left and self.is_elsewhere else 0
        return here + self.joined.pieces(self.moving)

    def foreseen(self, target: BusCode) -> Foreseen:
        own = self.left.manifests[self.origin].bus if self.left and self.origin else None
        other = self.joined.manifests[target].bus
        buses = [each for each in (own, other) if each]
        strayed = _strayed(self.moving, self.to) - (_strayed(self.moving, self.own) if self.own else 0)
        in_use = sum(each.state not in BEFORE_A_RIDE for each in buses)
        cost = self._cost(target)._replace(strayed=strayed, lists=in_use)
        chairs = self.joined.wheelchairs(target) + sum(each.accessible for each in self.moving)
        return Foreseen(other, self.joined.seated(target), cost, _objection(buses, other, cost), chairs)

    def _cost(self, target: BusCode) -> MoveCost:
        if self.left and self.is_elsewhere:
            return self.left.cost(self.moving, self.origin, None).with_(self.joined.cost(self.moving, None, target))
        return self.joined.cost(self.moving, self.origin, target)


def _strayed(moving: Collection[Delegate], route: RouteId) -> int:
    """Return how many would travel on a route that they did not choose, of those who chose any."""
    return sum(bool(each.route) and route not in {each.route, each.second_route} for each in moving)


def _objection_to(card: DelegateCard) -> Problem | None:
    """Return why somebody is none of those who wait for a bus; None where they do."""
    name, moved = card.delegate.called, card.movements
    if aboard := sorted(moved.on_buses(rehearsal=False)):
        return MoveOfAboard(name=name, bus=aboard[0])
    if is_accounted_for(moved, rehearsal=False):
        return MoveOfAccounted(name=name)
    if moved.bus:
        return MoveOfSeated(name=name, bus=moved.bus)
    return MoveOfVoid(name=name) if card.badge.revoked else None


def _vehicle(manifest: Manifest) -> Vehicle:
    """Return a bus as a move sees it: without the seats of those listed there who are aboard another one."""
    bus = manifest.bus
    held = [line.delegate for line in manifest.lines if line.seen_on and not line.aboard]
    return Vehicle.of(bus, len(held), sum(each.accessible for each in held))


def _listed(manifest: Manifest, people: Sequence[DelegateId]) -> tuple[Delegate, ...]:
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


def _objection(buses: Sequence[Bus], other: Bus, cost: MoveCost) -> Problem | None:
    """Return what stands against a move; what the law forbids first."""
    if not takes_people(other):
        return MoveTakesNobody(bus=other.code)
    if cost.seats_short and not (other.layouts and cost.accessible_short):
        return MoveNoSeat(bus=other.code, people=cost.seats_short)
    if cost.accessible_short:
        return MoveNoPlace(bus=other.code, people=cost.accessible_short)
    locked = next((each.code for each in buses if each.locked), None)
    return MoveLocked(bus=locked) if locked else None


def _whose(subject: str) -> DelegateId:
    return DelegateId(subject.partition(":")[2])


def _must_fit(unit: RideUnit, people: Sequence[DelegateId]) -> None:
    """Refuse to put people back on a bus beyond its seats, or beyond its places for who comes in a wheelchair."""
    back = {each: unit.movements(each).bus for each in people}
    for code in {*back.values()} - {None}:
        bus = unit.bus(code) if code else None
        if bus is None:
            continue
        wheelchairs = unit.accessible_expected(bus.code, rehearsal=False)
        seats = usable(bus, wheelchairs)
        if unit.holders(bus.code, rehearsal=False) - unit.accounted(bus.code, rehearsal=False) > seats:
            raise UndoSeatsTaken(bus=bus.code, seats=seats)
        needing = (known.accessible for each, to in back.items() if to == code and (known := unit.delegate(each)))
        if wheelchairs > wheelchair_places(bus) and any(needing):
            raise UndoAccessiblePlacesTaken(bus=bus.code)
