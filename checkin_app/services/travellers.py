"""Who travels on which route, and on what: everything that a plan of the routes' seats begins with."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from checkin_app.domain.buses import Bus
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import BusCode, DelegateId, RouteId, bus_of
from checkin_app.domain.movements import Movements
from checkin_app.domain.planning.people import Roll, Traveller
from checkin_app.domain.planning.route import Kind, Vehicle
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
        keep: buses that a person locked: nobody is put on them or taken off.
        all_stay: whoever has a seat keeps it.
    """
    buses = {bus.code: bus for route in state.forum.routes for bus in state.buses_of(route.id)}
    revoked, survey = state.revocations(), _Survey(buses, frozenset(keep), all_stay=all_stay)
    for who, known in state.delegates().items():
        stopped()
        survey.look_at(known, state.movements(who), revoked=who in revoked)
    return [*survey.rolls(route.id for route in state.forum.routes)]


class _Survey:
    """Sorts people by the route they travel on."""

    def __init__(self, buses: Mapping[BusCode, Bus], keep: frozenset[BusCode], *, all_stay: bool) -> None:
        self._buses, self._keep, self._all_stay = buses, keep, all_stay
        self._travellers: dict[RouteId, list[Traveller]] = {}
        self._held: Counter[BusCode] = Counter()
        self._held_accessible: Counter[BusCode] = Counter()
        self._boarding = {bus.route for bus in buses.values() if bus.opened}

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
        elif listed is not None:
            bus = self._buses[listed]
            stays = self._all_stay or revoked or listed in self._keep or not takes_people(bus)
            self._add(known, listed, stays=stays)
        elif known.route and not revoked and not aboard_of(moved):
            self._add(known, None, stays=False)

    def _add(self, known: Delegate, bus: BusCode | None, *, stays: bool) -> None:
        kind = Kind(known.delegation, tuple(sorted(known.languages)), known.accessible)
        route = self._buses[bus].route if bus else known.route
        self._travellers.setdefault(route, []).append(Traveller(known.id, kind, bus, stays))

    def rolls(self, routes: Iterator[RouteId]) -> Iterator[RouteRoll]:
        for route in routes:
            buses = tuple(sorted((bus for bus in self._buses.values() if bus.route == route), key=lambda bus: bus.code))
            travellers = self._travellers.get(route, [])
            if buses or travellers:
                roll = Roll.of(travellers, [self._vehicle(bus) for bus in buses])
                yield RouteRoll(route, roll, buses, route in self._boarding)

    def _vehicle(self, bus: Bus) -> Vehicle:
        return Vehicle(
            code=bus.code,
            seats=max(0, bus.usable_seats - self._held[bus.code]),
            accessible_places=max(0, bus.accessible_places - self._held_accessible[bus.code]),
            languages=frozenset(bus.languages),
            is_open=takes_people(bus) and bus.code not in self._keep,
        )


def waits(state: MovementReads, who: DelegateId) -> bool:
    """Return whether somebody is aboard no bus, so that their seat may still be changed."""
    return not aboard_of(state.movements(who))
