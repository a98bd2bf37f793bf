"""Guests who are put on another bus, as the screen is given it: a list, and what each bus of the route would cost."""

from collections.abc import Sequence
from dataclasses import replace

from layout_people import GUESTS
from layout_stage import BUS, bus, manifest

from checkin_app.domain.ids import BusCode, DelegateId, FactId
from checkin_app.domain.planning.moves import MoveCost
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems_planning import MoveLocked, MoveNoPlace, MoveNoSeat, MoveTakesNobody
from checkin_app.services.ports.buses import BusCount, Manifest
from checkin_app.services.reseating import Foreseen, MoveForeseen, Reseated

#: Costs of every sign, and each reason for which it may not be.
COSTS: Sequence[tuple[MoveCost, Problem | None]] = (
    (MoveCost(0, 0, 0, 0, -1, 0, 0, -20), None),
    (MoveCost(0, 0, 2, 1, 1, 3, 2, 44), None),
    (MoveCost(3, 0, 0, 0, 1, 0, 0, 8), MoveNoSeat(bus="3-4", people=3)),
    (MoveCost(0, 1, 0, 0, 0, 0, 0, 0), MoveNoPlace(bus="3-5", people=1)),
    (MoveCost(0, 0, -1, -1, 0, 0, 1, 0), MoveLocked(bus="3-6")),
    (MoveCost(2, 0, 0, 0, 1, 0, 0, 8), MoveTakesNobody(bus="3-7")),
)


def route() -> list[BusCount]:
    """Return the buses of a route, one of them locked."""
    counts = [bus(f"3-{number}") for number in range(1, 9)]
    return [replace(each, bus=replace(each.bus, locked=each.bus.code == "3-6")) for each in counts]


def of_one() -> Manifest:
    """Return a list of which all but two wait at the bus."""
    made = manifest()
    lines = [replace(each, listed=True) for each in made.lines]
    return replace(made, lines=tuple(lines))


def weighed(people: Sequence[DelegateId]) -> MoveForeseen:
    """Return what each bus would cost."""
    others = [each for each in route() if each.bus.code != BUS]
    costs = (*COSTS, COSTS[0])
    found = [Foreseen(each.bus, 30, *cost) for each, cost in zip(others, costs, strict=True)]
    return MoveForeseen(BusCode(BUS), tuple(people), 3, tuple(found))


def reseated(people: int = 3) -> Reseated:
    return Reseated(BusCode(BUS), BusCode("3-1"), people, FactId("f" * 64))


WAITING = [line.delegate.id for line in of_one().lines if not line.aboard and not line.seen_on]
assert len(WAITING) >= 3
assert len(GUESTS) > len(WAITING)
