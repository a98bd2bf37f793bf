"""Who sits where when several buses fit, and who is over the seats.  Pure."""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from checkin_app.domain.buses import LEFT, Bus
from checkin_app.domain.ids import BusCode, DelegateId, RouteId

T = TypeVar("T")


def takes_people(bus: Bus) -> bool:
    """Return whether anybody may still be given a seat on a bus: nobody waits at one that is off."""
    return bus.state not in LEFT


def free_seats(bus: Bus, taken: int) -> int:
    """Return the seats for delegates that are left; `taken` by those aboard, or by whoever holds one (`holders`)."""
    return max(0, bus.usable_seats - taken)


def holders(listed: int, unlisted: int) -> int:
    """Return how many hold a seat: everybody on the list, wherever they are, and who is aboard besides."""
    return listed + unlisted


def bus_for_one(free: Iterable[tuple[Bus, int]]) -> Bus | None:
    """Return the bus for somebody who comes late: the one with the most seats left, None where there is none.

    Not the fullest, as for a delegation: laptops apart, of which each gives a seat away, do not meet on the last one.
    """
    open_buses = [(bus, seats) for bus, seats in free if seats > 0 and takes_people(bus)]
    return max(open_buses, key=lambda each: each[1])[0] if open_buses else None


def with_accessible_place(buses: Iterable[Bus], aboard: Callable[[Bus], int]) -> BusCode | None:
    """Return a bus whose accessible places are not all taken; `aboard` counts those who sit on one."""
    return next((bus.code for bus in buses if takes_people(bus) and aboard(bus) < bus.accessible_places), None)


def is_overfull(bus: Bus, aboard: int) -> bool:
    return aboard > bus.usable_seats


def over_the_seats(bus: Bus, aboard: Sequence[T], chosen: Container[T]) -> Sequence[T]:
    """Return those who are aboard beyond the seats, where no person chose to fill a bus further.

    Those let aboard by an answer to “full” are a decision, not a contradiction, up to the licensed seats.

    Args:
        bus: whose seats.
        aboard: who is aboard, in the order in which they came.
        chosen: whom of them a person chose to take.
    """
    if not is_overfull(bus, len(aboard)):
        return ()
    return aboard[bus.licensed_seats :] or [each for each in aboard if each not in chosen][bus.usable_seats :]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who chose a route and has no bus."""

    delegate: DelegateId
    route: RouteId
    accessible: bool
    delegation: str = ""


def by_delegation(waiting: Iterable[Waiting]) -> list[list[Waiting]]:
    """Return those who wait, by route and delegation, the largest group first: it is the hardest to keep together."""
    groups: dict[tuple[RouteId, str], list[Waiting]] = {}
    for each in waiting:
        groups.setdefault((each.route, each.delegation), []).append(each)
    return sorted(groups.values(), key=len, reverse=True)


class Seats:
    """Seats that nobody holds, by route and bus, given away one group at a time."""

    def __init__(self, buses: Iterable[Bus]) -> None:
        known = [bus for bus in buses if takes_people(bus)]
        self._free: dict[RouteId, dict[BusCode, int]] = {}
        for bus in known:
            self._free.setdefault(bus.route, {})[bus.code] = bus.usable_seats
        self._accessible = {bus.code: bus.accessible_places for bus in known}

    def hold(self, bus: BusCode, *, accessible: bool) -> None:
        """Take a seat out that somebody holds: on the list, or aboard besides."""
        for by_bus in self._free.values():
            if bus in by_bus:
                by_bus[bus] -= 1
                self._accessible[bus] -= accessible

    def place(self, group: Sequence[Waiting]) -> list[tuple[DelegateId, BusCode | None]]:
        """Return a bus for each: the fullest that takes all of them, else the emptiest in turn."""
        placed: list[tuple[DelegateId, BusCode | None]] = []
        rest = sorted(group, key=lambda each: not each.accessible)
        while rest:
            free = {bus: left for bus, left in self._free.get(rest[0].route, {}).items() if left > 0}
            if rest[0].accessible:
                free = {bus: left for bus, left in free.items() if self._accessible[bus] > 0}
            if not free:
                placed.append((rest.pop(0).delegate, None))
                continue
            whole = [bus for bus, left in free.items() if left >= len(rest)]
            bus = min(whole, key=lambda each: free[each]) if whole else max(free, key=lambda each: free[each])
            placed += self._seat(rest, bus)
        return placed

    def _seat(self, rest: list[Waiting], bus: BusCode) -> list[tuple[DelegateId, BusCode | None]]:
        seated: list[tuple[DelegateId, BusCode | None]] = []
        by_bus = self._free[rest[0].route]
        while rest and by_bus[bus] > 0 and (not rest[0].accessible or self._accessible[bus] > 0):
            person = rest.pop(0)
            by_bus[bus] -= 1
            self._accessible[bus] -= person.accessible
            seated.append((person.delegate, bus))
        return seated
