"""Guests who are put on another bus, as the screen is given it: a list, and what each bus of the route would cost."""

from collections.abc import Sequence
from dataclasses import replace

from layout_people import GUESTS
from layout_stage import BUS, bus, manifest

from checkin_app.domain.ids import BusCode, DelegateId, FactId, RouteId
from checkin_app.domain.planning.moves import MoveCost
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems_planning import MoveLocked, MoveNoPlace, MoveNoSeat, MoveTakesNobody
from checkin_app.services.ports.buses import BusCount, Manifest
from checkin_app.services.reseating import Foreseen, MoveForeseen, Reseated

HOME, ROUTE = BusCode(BUS), RouteId("3")
#: Costs of every sign, and each reason for which it may not be.
COSTS: Sequence[tuple[MoveCost, Problem | None]] = (
    (MoveCost(0, 0, 0, 0, 0, -1, 0, 0, -20), None),
    (MoveCost(0, 0, 2, 3, 1, 1, 3, 2, 44), None),
    (MoveCost(3, 0, 0, 0, 0, 1, 0, 0, 8), MoveNoSeat(bus="3-4", people=3)),
    (MoveCost(0, 1, 0, 0, 0, 0, 0, 0, 0), MoveNoPlace(bus="3-5", people=1)),
    (MoveCost(0, 0, -1, 0, -1, 0, 0, 1, 0), MoveLocked(bus="3-6")),
    (MoveCost(2, 0, 0, 0, 0, 1, 0, 0, 8), MoveTakesNobody(bus="3-7")),
)


def route() -> list[BusCount]:
    """Return the buses of a route, one of them locked, and one of another."""
    counts = [*(bus(f"3-{number}") for number in range(1, 9)), bus("4-1")]
    return [replace(each, bus=replace(each.bus, locked=each.bus.code == "3-6")) for each in counts]


def of_one() -> Manifest:
    """Return a list of which all but two wait at the bus."""
    made = manifest()
    lines = [replace(each, listed=True) for each in made.lines]
    return replace(made, lines=tuple(lines))


def weighed(people: Sequence[DelegateId], origin: BusCode | None = HOME, to: RouteId = ROUTE) -> MoveForeseen:
    """Return what each bus of a route would cost."""
    others = [each for each in route() if each.bus.code != origin and each.bus.route == to]
    found = [Foreseen(each.bus, 30, *COSTS[place % len(COSTS)]) for place, each in enumerate(others)]
    return MoveForeseen(origin, tuple(people), 3, tuple(found), to)


def reseated(people: int = 3, *, origin: BusCode | None = HOME, strayed: int = 0) -> Reseated:
    return Reseated(origin, BusCode("3-1"), people, FactId("f" * 64), strayed)


WAITING = [line.delegate.id for line in of_one().lines if not line.aboard and not line.seen_on]
assert len(WAITING) >= 3
assert len(GUESTS) > len(WAITING)
