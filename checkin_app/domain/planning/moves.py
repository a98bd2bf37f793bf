"""What it costs to put somebody on another bus than planned."""

from dataclasses import dataclass

from checkin_app.domain.planning.layout import Cost, Layout, cost_of, together
from checkin_app.domain.planning.route import Task


@dataclass(frozen=True, slots=True)
class Move:
    """Some of a kind go from one vehicle to another."""

    kind: int
    count: int
    origin: int
    target: int


@dataclass(frozen=True, slots=True)
class MoveCost:
    """What a move comes to; negative is a gain."""

    seats_short: int
    """For how many there is no seat on the other bus."""
    accessible_short: int
    """For how many who need one there is no accessible place there."""
    unmet: int
    buses: int
    pieces: int

    @property
    def is_possible(self) -> bool:
        return not self.seats_short and not self.accessible_short


def cost_of_move(task: Task, layout: Layout, move: Move) -> MoveCost:
    """Return what a move costs beside leaving all as it is."""
    before, after = cost_of(task, layout), cost_of(task, moved(layout, move))
    load, vehicle = together(task, layout)[move.target], task.vehicles[move.target]
    left = vehicle.seats - sum(load.values()) if vehicle.is_open else 0
    places = min(left, vehicle.accessible_places - task.accessible_on(load))
    needs = move.count if task.kinds[move.kind].accessible else 0
    return MoveCost(
        seats_short=max(0, move.count - max(0, left)),
        accessible_short=max(0, needs - max(0, places)),
        **_difference(before, after),
    )


def moved(layout: Layout, move: Move) -> Layout:
    """Return the layout after a move."""
    loads = [dict(load) for load in layout.loads]
    loads[move.origin][move.kind] = loads[move.origin].get(move.kind, 0) - move.count
    loads[move.target][move.kind] = loads[move.target].get(move.kind, 0) + move.count
    return Layout(tuple(loads), layout.unplaced)


def _difference(before: Cost, after: Cost) -> dict[str, int]:
    return {name: getattr(after, name) - getattr(before, name) for name in ("unmet", "buses", "pieces")}
