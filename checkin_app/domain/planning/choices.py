"""Who goes to the route of their second choice, where the first has too few seats: as few as can be, exactly."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checkin_app.domain.ids import DelegateId, RouteId


@dataclass(frozen=True, slots=True, order=True)
class Choice:
    """What somebody chose who can still go on either route."""

    delegation: str
    delegate: DelegateId
    first: RouteId
    second: RouteId
    on_second: bool = False
    """They stand on a list there now."""


_Step = tuple[RouteId, RouteId]


def to_second(
    choices: Sequence[Choice], demand: Mapping[RouteId, int], seats: Mapping[RouteId, int]
) -> set[DelegateId]:
    """Return who goes to their second choice, so that as many as can be have a seat, and of these the fewest go.

    Who stands there on a list already goes first, then whole delegations, the largest before the others.

    Args:
        choices: of those who have a second one.
        demand: how many there are by first choice, those without a second one among them.
        seats: what each route has left for them.
    """
    sizes = Counter((each.first, each.second, each.delegation) for each in choices)
    moves = _moves(Counter((each.first, each.second) for each in choices), demand, seats)
    gone: set[DelegateId] = set()
    for step, count in moves.items():
        willing = [each for each in choices if (each.first, each.second) == step]
        willing.sort(key=lambda each: (not each.on_second, -sizes[each.first, each.second, each.delegation], each))
        gone |= {each.delegate for each in willing[:count]}
    return gone


def _moves(willing: Mapping[_Step, int], demand: Mapping[RouteId, int], seats: Mapping[RouteId, int]) -> Counter[_Step]:
    """Return how many go from which route to which: a flow of the least cost, along the cheapest way while there is one.

    Somebody may make room on a full route for one who comes there; and where one comes who had gone the other way, both
    have what they chose first.
    """
    over = {route: count - seats.get(route, 0) for route, count in demand.items() if count > seats.get(route, 0)}
    left = {route: count - demand.get(route, 0) for route, count in seats.items() if count > demand.get(route, 0)}
    moves: Counter[_Step] = Counter()
    while way := _way(willing, moves, over, left):
        steps = [*pairwise(way)]
        count = min(over[way[0]], left[way[-1]], *(_step(willing, moves, each)[1] for each in steps))
        for start, end in steps:
            if moves[end, start]:
                moves[end, start] -= count
            else:
                moves[start, end] += count
        over[way[0]] -= count
        left[way[-1]] -= count
    return +moves


def _step(willing: Mapping[_Step, int], moves: Mapping[_Step, int], step: _Step) -> tuple[int, int]:
    """Return what one more costs who goes this way, and how many can: first those who went the other way and come back."""
    back = moves.get((step[1], step[0]), 0)
    return (-1, back) if back else (1, willing.get(step, 0) - moves.get(step, 0))


def _way(
    willing: Mapping[_Step, int], moves: Mapping[_Step, int], over: Mapping[RouteId, int], left: Mapping[RouteId, int]
) -> Sequence[RouteId]:
    """Return the cheapest way from a route that is over to one with seats left; empty where there is none."""
    routes = sorted({*over, *left, *(route for step in willing for route in step)})
    ways: dict[RouteId, tuple[int, Sequence[RouteId]]] = {
        route: (0, (route,)) for route in routes if over.get(route, 0) > 0
    }
    for _ in routes:
        for start, end in ((start, end) for start in routes for end in routes if start in ways and start != end):
            price, room = _step(willing, moves, (start, end))
            cost, way = ways[start]
            if room > 0 and end not in way and (end not in ways or cost + price < ways[end][0]):
                ways[end] = (cost + price, (*way, end))
    ends = [ways[route] for route in routes if route in ways and left.get(route, 0) > 0]
    return min(ends)[1] if ends else ()
