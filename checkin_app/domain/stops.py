"""The stops of a bus on its ride: where it was and when, which it passes by, which comes next.  Pure."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from checkin_app.domain.forum import Route, Stop
from checkin_app.domain.ids import FactId, Instant
from checkin_app.domain.problems_stops import RouteStopUnknown, StopIsLast


@dataclass(frozen=True, slots=True)
class Visit:
    """A bus at a place: where its ride began, then at each stop."""

    stop: str = ""
    """Empty where the ride began, and at one that nobody gave a name."""
    arrival: FactId | None = None
    """None where the ride began."""
    arrived: Instant | None = None
    departure: FactId | None = None
    left: Instant | None = None
    people: int | None = None
    """How many were counted aboard as it was last released there."""


@dataclass(frozen=True, slots=True)
class Skip:
    """That the bus passes by a stop of its route."""

    fact_id: FactId
    stop: str
    reason: str


class StopState(StrEnum):
    """How a bus stands to a stop."""

    AHEAD = "ahead"
    HERE = "here"
    LEFT = "left"
    SKIPPED = "skipped"


#: Those that a bus may still come to.
AHEAD = frozenset({StopState.AHEAD, StopState.SKIPPED})


@dataclass(frozen=True, slots=True)
class StopLine:
    """One stop of a bus's day."""

    state: StopState
    name: str = ""
    """As a fact holds it; empty at an unscheduled one that nobody gave a name."""
    planned: Stop | None = None
    """Of the route; None where it was opened on the way."""
    visit: Visit | None = None
    skip: Skip | None = None


def is_called(stop: Stop, name: str) -> bool:
    """Return whether a name is a stop's, in any language of the forum."""
    return name.strip().casefold() in {each.strip().casefold() for each in stop.name.by_language.values()}


def day_of(stops: Sequence[Stop], visits: Iterable[Visit], skips: Iterable[Skip]) -> tuple[StopLine, ...]:
    """Return the stops of a bus's day: those it was at, as it came to them, then those of its route that are left."""
    ahead = list(stops)
    lines = [_visited(visit, _taken(ahead, visit.stop)) for visit in visits if visit.arrival]
    passed = list(skips)
    for stop in ahead:
        skip = next((each for each in passed if is_called(stop, each.stop)), None)
        if skip:
            passed.remove(skip)
        state = StopState.SKIPPED if skip else StopState.AHEAD
        lines.append(StopLine(state, next(iter(stop.name.by_language.values()), ""), stop, None, skip))
    return tuple(lines)


def _taken(ahead: list[Stop], name: str) -> Stop | None:
    """Take the first stop of that name from those ahead: a route may come to a place twice."""
    found = next((each for each in ahead if name and is_called(each, name)), None)
    if found:
        ahead.remove(found)
    return found


def _visited(visit: Visit, stop: Stop | None) -> StopLine:
    return StopLine(StopState.HERE if visit.left is None else StopState.LEFT, visit.stop, stop, visit)


def next_stop(day: Iterable[StopLine]) -> StopLine | None:
    """Return where the bus goes next by its route."""
    return next((each for each in day if each.state is StopState.AHEAD), None)


def here(visits: Sequence[Visit]) -> Visit | None:
    """Return where a bus stands; None while it is on its way, and before its ride."""
    return visits[-1] if visits and visits[-1].left is None else None


def place_of(day: Sequence[StopLine], wanted: str, states: Container[StopState] = AHEAD) -> StopLine | None:
    """Return the stop that somebody means by its number in the day, from 1 on, or by its name in any language.

    Args:
        day: the stops, as `day_of` gives them.
        wanted: what was typed.
        states: only of these.
    """
    if wanted.isascii() and wanted.isdecimal() and len(wanted) < 4:
        line = day[int(wanted) - 1] if 0 < int(wanted) <= len(day) else None
        return line if line and line.state in states else None
    return next(
        (each for each in day if each.state in states and each.planned and is_called(each.planned, wanted)), None
    )


def stop_added(route: Route, stop: Stop, at: int = 0) -> tuple[Stop, ...]:
    """Return the stops of a route with one more, as its `at`th; as its last where that is 0.

    Raises:
        RouteStopUnknown: there is no such place.
    """
    place = _place(route, at, len(route.stops) + 1) if at else len(route.stops)
    return (*route.stops[:place], stop, *route.stops[place:])


def stop_moved(route: Route, number: int, to: int) -> tuple[Stop, ...]:
    """Return the stops of a route with one of them at another place.

    Raises:
        RouteStopUnknown: there is no such stop, or place.
    """
    place, stops = _place(route, to, len(route.stops)), list(route.stops)
    stops.insert(place, stops.pop(_place(route, number, len(stops))))
    return tuple(stops)


def stop_removed(route: Route, number: int) -> tuple[Stop, ...]:
    """Return the stops of a route without one of them.

    Raises:
        RouteStopUnknown: there is no such stop.
        StopIsLast: it is the only one.
    """
    place = _place(route, number, len(route.stops))
    if len(route.stops) == 1:
        raise StopIsLast(route=route.id, name=next(iter(route.stops[0].name.by_language.values()), ""))
    return route.stops[:place] + route.stops[place + 1 :]


def stop_renamed(route: Route, number: int, stop: Stop) -> tuple[Stop, ...]:
    """Return the stops of a route with one of them called otherwise.

    Raises:
        RouteStopUnknown: there is no such stop.
    """
    place = _place(route, number, len(route.stops))
    return (*route.stops[:place], stop, *route.stops[place + 1 :])


def _place(route: Route, number: int, most: int) -> int:
    if not 1 <= number <= most:
        raise RouteStopUnknown(route=route.id, name=number, most=most)
    return number - 1
