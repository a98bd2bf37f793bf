"""How many may sit on a bus, who sits where when several fit, and who is over the seats.  Pure.

On a bus that names its legal layouts fewer may sit the more come in a wheelchair; on any other, a place for a wheelchair is a
seat like the others.  Wherever anybody asks how many there may be, this answers, by how many of them come in one.
"""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple, TypeVar

from checkin_app.domain.buses import LEFT, Bus, BusState
from checkin_app.domain.ids import BusCode
from checkin_app.domain.layouts import seats_beside

T = TypeVar("T")


class Wheelchairs(NamedTuple):
    """How many come in a wheelchair, of those on one bus's list or aboard it."""

    aboard: int = 0
    held: int = 0
    """How many hold a place."""
    expected: int = 0
    """Of those, without whom a person accounted for."""


NO_WHEELCHAIRS = Wheelchairs()


def takes_people(bus: Bus) -> bool:
    """Return whether anybody may still be given a seat on a bus: nobody waits at one that is off."""
    return bus.state not in LEFT | {BusState.CANCELLED}


def licensed(bus: Bus, wheelchairs: int = 0) -> int:
    """Return how many the law lets aboard while so many of them come in a wheelchair: never exceeded."""
    beside = seats_beside(bus.layouts)
    if not beside:
        return bus.licensed_seats
    placed = min(wheelchairs, len(beside) - 1)
    return min(bus.licensed_seats, beside[placed] + placed)


def usable(bus: Bus, wheelchairs: int = 0) -> int:
    """Return how many delegates a bus is for while so many of them come in a wheelchair: the law's, less the staff's seats."""
    if not bus.layouts:
        return bus.usable_seats
    return max(0, licensed(bus, wheelchairs) - reserved(bus))


def reserved(bus: Bus) -> int:
    """Return the seats that no delegate is given: those of guide, interpreters and staff."""
    return max(0, bus.licensed_seats - bus.usable_seats)


def wheelchair_places(bus: Bus) -> int:
    """Return how many in wheelchairs a bus takes at most."""
    return len(seats_beside(bus.layouts)) - 1 if seats_beside(bus.layouts) else bus.accessible_places


def with_places_of_layouts(bus: Bus, before: Bus | None) -> Bus:
    """Return a bus as somebody writes it: its wheelchair places are those of its layouts, unless they wrote them, too.

    Args:
        bus: as it was written.
        before: as it was known; None where it is new.
    """
    known = before.accessible_places if before else 0
    follows = bus.layouts and bus.accessible_places == known
    return replace(bus, accessible_places=wheelchair_places(bus)) if follows else bus


def room(bus: Bus, held: int = 0, wheelchairs: int = 0) -> tuple[int, ...]:
    """Return for how many more there is a seat, beside so many more in wheelchairs: for none of these, for one, and so on.

    Never empty; none grows along it.

    Args:
        bus: which.
        held: how many have a seat or a place on it.
        wheelchairs: how many of those come in a wheelchair.
    """
    more = range(max(0, wheelchair_places(bus) - wheelchairs) + 1)
    left = [usable(bus, wheelchairs + some) - held - some for some in more]
    return tuple(takewhile(lambda seats: seats >= 0, left)) or (0,)


def free_seats(bus: Bus, taken: int, wheelchairs: int = 0) -> int:
    """Return the seats for delegates that are left.

    Args:
        bus: which.
        taken: by those aboard, or by whoever holds one (`holders`).
        wheelchairs: how many of those come in a wheelchair.
    """
    return max(0, usable(bus, wheelchairs) - taken)


def holders(listed: int, unlisted: int) -> int:
    """Return how many hold a seat: everybody on the list, wherever they are, and who is aboard besides."""
    return listed + unlisted


def with_accessible_place(buses: Iterable[Bus], room_of: Callable[[Bus], tuple[int, ...]]) -> BusCode | None:
    """Return a bus on which one more in a wheelchair finds a place; `room_of` says what those aboard leave of it (`room`)."""
    return next((bus.code for bus in buses if takes_people(bus) and len(room_of(bus)) > 1), None)


def is_overfull(bus: Bus, aboard: int, wheelchairs: int = 0) -> bool:
    return aboard > usable(bus, wheelchairs)


def over_the_seats(bus: Bus, aboard: Sequence[T], chosen: Container[T], wheelchairs: int = 0) -> Sequence[T]:
    """Return those who are aboard beyond the seats, where no person chose to fill a bus further.

    Those let aboard by an answer to “full” are a decision, not a contradiction, as far as the law goes.

    Args:
        bus: whose seats.
        aboard: who is aboard, in the order in which they came.
        chosen: whom of them a person chose to take.
        wheelchairs: how many of them come in a wheelchair.
    """
    if not is_overfull(bus, len(aboard), wheelchairs):
        return ()
    beyond = aboard[licensed(bus, wheelchairs) :]
    return beyond or [each for each in aboard if each not in chosen][usable(bus, wheelchairs) :]
