"""What there is to plan on one route: people by kind, its vehicles, and who stays where they are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from checkin_app.domain.buses import Bus
from checkin_app.domain.ids import BusCode
from checkin_app.domain.planning.rooms import Room, most_beside
from checkin_app.domain.seating import room

Load = Mapping[int, int]
"""How many of each kind, by its place among the kinds, sit on one vehicle."""


@dataclass(frozen=True, slots=True, order=True)
class Kind:
    """Delegates whom no plan tells apart."""

    delegation: str
    languages: tuple[str, ...] = ()
    """What they understand, one of which is to be spoken on their bus; empty where nothing was said."""
    accessible: bool = False
    """Each needs an accessible place."""
    vip: bool = False
    """Each is to ride on a bus for VIPs; of a route without one, nobody is."""

    @property
    def party(self) -> tuple[str, bool]:
        """Return whom they are to ride with: their delegation, of which VIPs ride by themselves."""
        return self.delegation, self.vip


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A bus as far as a plan sees it."""

    code: BusCode
    seats: int
    """For delegates, less those held by whom no plan knows."""
    accessible_places: int = 0
    languages: frozenset[str] = frozenset()
    is_open: bool = True
    """Whether anybody may be put on it, or taken off it: not where a person locked it, nor where it left."""
    vip: bool = False
    """It is meant for VIPs, and others ride on it only where nothing else is left."""
    beside: Room = ()
    """The seats beside so many wheelchairs, by the layouts that it names; where it names none, each of these is a seat."""

    @classmethod
    def of(cls, bus: Bus, held: int, wheelchairs: int, *, is_open: bool = True) -> "Vehicle":
        """Return a bus on which so many seats are held by whom no plan knows, so many of these in wheelchairs."""
        left = room(bus, held, wheelchairs)
        beside = left if bus.layouts else ()
        return cls(bus.code, left[0], len(left) - 1, frozenset(bus.languages), is_open, bus.for_vips, beside)

    @property
    def room(self) -> Room:
        return self.beside or tuple(self.seats - some for some in range(min(self.accessible_places, self.seats) + 1))


@dataclass(frozen=True)
class Task:
    """One route: everybody is on a vehicle for good, or is to be given a place."""

    vehicles: tuple[Vehicle, ...]
    kinds: tuple[Kind, ...]
    people: tuple[int, ...]
    """How many of each kind are to be given a place."""
    fixed: tuple[Load, ...]
    """Who stays, by vehicle: those aboard, and those on a vehicle that is locked."""
    present: tuple[Load, ...]
    """Where those who are to be given a place stand now, by vehicle."""

    @cached_property
    def rooms(self) -> tuple[Room, ...]:
        """Return what nobody holds for good of each vehicle."""
        return tuple(
            self.left_of(vehicle.room, load) if vehicle.is_open else (0,)
            for vehicle, load in zip(self.vehicles, self.fixed, strict=True)
        )

    def left_of(self, room: Room, load: Load) -> Room:
        """Return what a load leaves of a room."""
        accessible = self.accessible_on(load)
        placed = min(accessible, len(room) - 1)
        held = sum(load.values()) - placed  # who has no place, sits on a seat
        return tuple(takewhile(lambda seats: seats >= 0, (seats - held for seats in room[placed:]))) or (0,)

    @cached_property
    def free(self) -> tuple[int, ...]:
        """Return how many each vehicle takes at most, whoever they are."""
        return tuple(max(seats + some for some, seats in enumerate(room)) for room in self.rooms)

    @cached_property
    def accessible_free(self) -> tuple[int, ...]:
        """Return how many in wheelchairs each takes at most."""
        return tuple(len(room) - 1 for room in self.rooms)

    @cached_property
    def taken_by_places(self) -> int:
        """Return how many seats go at least, besides one for each, where all in wheelchairs have a place who can."""
        wanting = sum(count for kind, count in zip(self.kinds, self.people, strict=True) if kind.accessible)
        beside = most_beside(self.rooms, min(wanting, sum(self.accessible_free)))
        return beside[0] - beside[-1] - len(beside) + 1

    @cached_property
    def met(self) -> tuple[int, ...]:
        """Return for each kind, as bits, the vehicles on which somebody speaks a language of theirs.

        Where no vehicle of the route says what is spoken on it, nobody has said anything yet, and all will do.
        """
        every = (1 << len(self.vehicles)) - 1
        said = any(vehicle.languages for vehicle in self.vehicles)
        return tuple(self._speaking(kind) if said and kind.languages else every for kind in self.kinds)

    @cached_property
    def suited(self) -> tuple[int, ...]:
        """Return for each kind, as bits, the vehicles with a free place that meets every need of theirs."""
        seats = bits(place for place, room in enumerate(self.rooms) if room[0])
        accessible = bits(place for place, left in enumerate(self.accessible_free) if left)
        return tuple(
            met & (accessible if kind.accessible else seats) for met, kind in zip(self.met, self.kinds, strict=True)
        )

    @cached_property
    def parties(self) -> Mapping[tuple[str, bool], Sequence[int]]:
        """Return the kinds of each party: a delegation, and its VIPs where they ride by themselves."""
        found: dict[tuple[str, bool], list[int]] = {}
        for place, kind in enumerate(self.kinds):
            found.setdefault(kind.party, []).append(place)
        return found

    @cached_property
    def fitting(self) -> tuple[int, ...]:
        """Return for each kind, as bits, the vehicles that are meant for such as them."""
        of_each = {
            vip: bits(place for place, vehicle in enumerate(self.vehicles) if vehicle.vip is vip)
            for vip in (False, True)
        }
        return tuple(of_each[kind.vip] for kind in self.kinds)

    @cached_property
    def reserved(self) -> tuple[bool, ...]:
        """Return for each vehicle whether it runs in any case: it is meant for VIPs, and some are to be given a place."""
        wanted = any(count and kind.vip for kind, count in zip(self.kinds, self.people, strict=True))
        return tuple(wanted and vehicle.vip and vehicle.is_open for vehicle in self.vehicles)

    @property
    def whole(self) -> int:
        """Return how many people are on the route, those who stay among them."""
        return sum(self.people) + sum(sum(load.values()) for load in self.fixed)

    def accessible_on(self, load: Load) -> int:
        return sum(count for kind, count in load.items() if self.kinds[kind].accessible)

    def is_fit(self, kind: int, vehicle: int) -> bool:
        return self.kinds[kind].vip is self.vehicles[vehicle].vip

    def is_met(self, kind: int, vehicle: int) -> bool:
        return bool(self.met[kind] >> vehicle & 1)

    def _speaking(self, kind: Kind) -> int:
        known = {*kind.languages}
        return bits(place for place, vehicle in enumerate(self.vehicles) if known & vehicle.languages)


def bits(places: Iterable[int]) -> int:
    """Return the number whose bits at `places` are set."""
    return sum(1 << place for place in places)
