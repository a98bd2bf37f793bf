"""Who travels on which route, and on what: everything that a plan of the routes' seats begins with."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from checkin_app.domain.buses import Bus
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import BusCode, CategoryId, DelegateId, RouteId, bus_of
from checkin_app.domain.movements import Movements
from checkin_app.domain.planning.choices import Choice, to_second
from checkin_app.domain.planning.people import Roll, Traveller
from checkin_app.domain.planning.rooms import most_seated
from checkin_app.domain.planning.route import Kind, Vehicle
from checkin_app.domain.ride_states import is_accounted_for
from checkin_app.domain.seating import takes_people
from checkin_app.services.ports.badges import RevocationReads
from checkin_app.services.ports.buses import BusReads
from checkin_app.services.ports.facts import ArrivalReads
from checkin_app.services.ports.movements import MovementReads
from checkin_app.services.ports.people import EditReads
from checkin_app.services.ports.progress import Stopped
from checkin_app.services.ports.stations import ForumReads


class SeatingReads(ForumReads, EditReads, RevocationReads, BusReads, MovementReads, ArrivalReads, Protocol):
    """Knows who waits, and what there is to sit on."""


@dataclass(frozen=True, slots=True)
class RouteRoll:
    """A route with who travels on it."""

    route: RouteId
    roll: Roll
    buses: tuple[Bus, ...]
    boarding: bool
    """Its day has come: doors were opened, or somebody is aboard."""
    to_others: tuple[DelegateId, ...] = ()
    """Who goes on the route of their second choice, for this one has too few seats."""


def aboard_of(moved: Movements) -> list[BusCode]:
    """Return the buses that somebody is aboard, a rehearsal's apart."""
    return [bus for each in moved.aboard if not each.rehearsal and (bus := bus_of(each.checkpoint))]


def surveyed(
    state: SeatingReads, stopped: Stopped, *, keep: Collection[BusCode] = (), all_stay: bool = False
) -> list[RouteRoll]:
    """Return every route with its travellers: those on a list or aboard, and those who chose it and have no bus.

    Args:
        state: one state of the store.
        stopped: asked at each person, so that this gives way to scans.
        keep: buses that stay as they are this time, besides those that are locked: nobody is put on them or taken off.
        all_stay: whoever has a seat keeps it.
    """
    buses = {bus.code: bus for route in state.forum.routes for bus in state.buses_of(route.id)}
    revoked, survey = state.revocations(), _Survey(buses, state.forum.vips, frozenset(keep), all_stay=all_stay)
    for who, known in state.delegates().items():
        stopped()
        survey.look_at(known, state.movements(who), revoked=who in revoked)
    return [*survey.rolls([route.id for route in state.forum.routes])]


@dataclass(frozen=True, slots=True)
class _Chooser:
    """Somebody with two choices who may go on either."""

    choice: Choice
    traveller: Traveller
    stands: RouteId
    """That of their bus, else the first choice."""


class _Survey:
    """Sorts people by the route they travel on."""

    def __init__(
        self, buses: Mapping[BusCode, Bus], vips: frozenset[CategoryId], keep: frozenset[BusCode], *, all_stay: bool
    ) -> None:
        locked = {bus.code for bus in buses.values() if bus.locked}
        self._buses, self._keep, self._all_stay = buses, keep | locked, all_stay
        self._vips = vips
        self._travellers: dict[RouteId, list[Traveller]] = {}
        self._held: Counter[BusCode] = Counter()
        self._held_accessible: Counter[BusCode] = Counter()
        self._boarding = {bus.route for bus in buses.values() if bus.opened}
        self._choosers: list[_Chooser] = []

    def look_at(self, known: Delegate, moved: Movements, *, revoked: bool) -> None:
        """Put one person where they belong: to the bus they are on, to that of their list, to the route they chose."""
        aboard = [bus for bus in aboard_of(moved) if bus in self._buses]
        listed = moved.bus if moved.bus in self._buses else None
        if aboard:
            self._boarding.add(self._buses[aboard[-1]].route)
            self._add(known, aboard[-1], stays=True)
            for other in {*aboard, listed} - {aboard[-1], None}:
                if other is not None:
                    self._held[other] += 1
                    self._held_accessible[other] += known.accessible
        elif is_accounted_for(moved, rehearsal=False):
            return  # nobody waits for them: others may have the seat, and a list that changed would end what was said
        elif listed is not None:
            bus = self._buses[listed]
            stays = self._all_stay or revoked or listed in self._keep or not takes_people(bus)
            self._add(known, listed, stays=stays)
        elif known.route and not revoked and not aboard_of(moved):
            self._add(known, None, stays=False)

    def _add(self, known: Delegate, bus: BusCode | None, *, stays: bool) -> None:
        kind = kind_of(known, self._vips)
        route, traveller = self._buses[bus].route if bus else known.route, Traveller(known.id, kind, bus, stays)
        if not stays and known.second_route and route in {known.route, known.second_route}:
            on_second = bus is not None and route == known.second_route
            choice = Choice(known.delegation, known.id, known.route, known.second_route, on_second)
            self._choosers.append(_Chooser(choice, traveller, route))
        else:
            self._put(traveller, route)

    def _put(self, traveller: Traveller, route: RouteId) -> None:
        self._travellers.setdefault(route, []).append(traveller)

    def rolls(self, routes: Sequence[RouteId]) -> Iterator[RouteRoll]:
        """Yield the routes, once it is known who goes to their second choice."""
        going = self._going(routes)
        for route in routes:
            buses = tuple(sorted((bus for bus in self._buses.values() if bus.route == route), key=lambda bus: bus.code))
            travellers = self._travellers.get(route, [])
            if buses or travellers:
                roll = Roll.of(travellers, [self._vehicle(bus) for bus in buses])
                yield RouteRoll(route, roll, buses, route in self._boarding, tuple(sorted(going[route])))

    def _going(self, routes: Sequence[RouteId]) -> Mapping[RouteId, set[DelegateId]]:
        """Put those with two choices on one of them; return who leaves which route: nobody who stands on a printed list."""
        free = []
        for each in self._choosers:
            if (each.traveller.bus and each.stands in self._boarding) or each.choice.second not in routes:
                self._put(each.traveller, each.stands)
            else:
                free.append(each)
        demand, seats = self._figures(routes)
        demand.update(each.choice.first for each in free)
        gone = to_second([each.choice for each in free], demand, seats)
        for each in free:
            goes = each.choice.delegate in gone
            self._put(each.traveller, each.choice.second if goes else each.choice.first)
        return {route: {each.choice.delegate for each in free if each.choice.first == route} & gone for route in routes}

    def _figures(self, routes: Sequence[RouteId]) -> tuple[Counter[RouteId], Mapping[RouteId, int]]:
        """Return how many are to be given a place on each route, and how many places there are for them."""
        demand, seats = Counter[RouteId](), dict[RouteId, int]()
        for route in routes:
            known = self._travellers.get(route, [])
            roll = Roll.of(known, [self._vehicle(bus) for bus in self._buses.values() if bus.route == route])
            waiting = [each.kind.accessible for each in known if not each.stays]
            choosing = (each.traveller.kind.accessible for each in self._choosers if each.choice.first == route)
            demand[route] = len(waiting)
            seats[route] = most_seated(roll.task.rooms, sum(waiting) + sum(choosing))
        return demand, seats

    def _vehicle(self, bus: Bus) -> Vehicle:
        is_open = takes_people(bus) and bus.code not in self._keep
        return Vehicle.of(bus, self._held[bus.code], self._held_accessible[bus.code], is_open=is_open)


def kind_of(known: Delegate, vips: Collection[CategoryId]) -> Kind:
    """Return as whom a plan sees somebody; `vips` are the categories of those who ride on a bus for VIPs."""
    return Kind(known.delegation, tuple(sorted(known.languages)), known.accessible, known.category in vips)


def waits(state: MovementReads, who: DelegateId) -> bool:
    """Return whether somebody is aboard no bus and still expected, so that their seat may be changed."""
    moved = state.movements(who)
    return not aboard_of(moved) and not is_accounted_for(moved, rehearsal=False)
