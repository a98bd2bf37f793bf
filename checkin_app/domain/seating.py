"""Who sits where when several buses fit, and who is over the seats.  Pure."""

from collections.abc import Callable, Container, Iterable, Sequence
from typing import TypeVar

from checkin_app.domain.buses import LEFT, Bus, BusState
from checkin_app.domain.ids import BusCode

T = TypeVar("T")


def takes_people(bus: Bus) -> bool:
    """Return whether anybody may still be given a seat on a bus: nobody waits at one that is off."""
    return bus.state not in LEFT | {BusState.CANCELLED}


def free_seats(bus: Bus, taken: int) -> int:
    """Return the seats for delegates that are left; `taken` by those aboard, or by whoever holds one (`holders`)."""
    return max(0, bus.usable_seats - taken)


def holders(listed: int, unlisted: int) -> int:
    """Return how many hold a seat: everybody on the list, wherever they are, and who is aboard besides."""
    return listed + unlisted


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
