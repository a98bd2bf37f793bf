"""What it costs to put some people on another bus than the one on whose list they stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from checkin_app.domain.planning.layout import Layout, cost_of, together
from checkin_app.domain.planning.route import Load, Task


@dataclass(frozen=True, slots=True)
class Move:
    """Some people, by kind, go from one vehicle to another, each by its place."""

    people: Load
    origin: int | None
    """None of who stands on no list of this route."""
    target: int | None
    """None of who goes on another route."""

    @property
    def back(self) -> "Move":
        return Move(self.people, self.target, self.origin)


class MoveCost(NamedTuple):
    """What a move comes to beside leaving all as it is, the weightiest first: of two the lesser is the better.

    What the law or a wheelchair forbids stands before everything, so a move that may be is less than any that may not.
    Of the others negative is a gain, and the way back costs the opposite.
    """

    seats_short: int
    """For how many there is no seat on the other bus."""
    accessible_short: int
    """For how many who need one there is no accessible place there."""
    unmet: int
    """How many more are on a bus where nobody speaks a language of theirs."""
    strayed: int
    """How many more travel on a route that they did not choose."""
    buses: int
    pieces: int
    """Into how many more parts delegations are split."""
    mixed: int
    """How many more VIPs ride on a bus for others, or others on a bus for VIPs."""
    lists: int
    """How many lists change that people stand at already; the same both ways."""
    crowding: int
    """How much less even the two are filled: the difference of the squares."""

    @property
    def is_possible(self) -> bool:
        return not self.seats_short and not self.accessible_short

    def with_(self, other: "MoveCost") -> "MoveCost":
        """Return what two parts of one move come to: leaving a route, and joining another."""
        return MoveCost(*(one + more for one, more in zip(self, other, strict=True)))


def cost_of_move(task: Task, layout: Layout, move: Move, *, lists: int = 0, strayed: int = 0) -> MoveCost:
    """Return what a move costs beside leaving all as it is.

    Args:
        task: the whole route.
        layout: who sits where now, of those who may be moved.
        move: who goes, and where to.
        lists: how many of the two buses' lists are in use already.
        strayed: how many more of them travel on a route that they did not choose.
    """
    before, after = cost_of(task, layout), cost_of(task, moved(layout, move))
    seats_short, accessible_short = _short(task, layout, move)
    return MoveCost(
        seats_short=seats_short,
        accessible_short=accessible_short,
        unmet=after.unmet - before.unmet,
        strayed=strayed,
        buses=after.buses - before.buses,
        pieces=after.pieces - before.pieces,
        mixed=after.mixed - before.mixed,
        lists=lists,
        crowding=after.crowding - before.crowding,
    )


def _short(task: Task, layout: Layout, move: Move) -> tuple[int, int]:
    """Return for how many there is no seat, and no accessible place, where they go."""
    if move.target is None:
        return 0, 0
    load, vehicle = together(task, layout)[move.target], task.vehicles[move.target]
    room = task.left_of(vehicle.room, load) if vehicle.is_open else (0,)
    coming = task.accessible_on(move.people)
    placed = min(coming, len(room) - 1)
    return max(0, sum(move.people.values()) - room[placed] - placed), coming - placed


def moved(layout: Layout, move: Move) -> Layout:
    """Return the layout after a move."""
    loads = [dict(load) for load in layout.loads]
    for place, sign in ((move.origin, -1), (move.target, 1)):
        if place is not None:
            for kind, count in move.people.items():
                loads[place][kind] = loads[place].get(kind, 0) + sign * count
    return Layout(tuple(loads), layout.unplaced)


def pieces_of(task: Task, layout: Layout, people: Mapping[int, int]) -> int:
    """Return in how many parts the delegations of some people travel on the route."""
    wanted = {task.kinds[kind].party for kind, count in people.items() if count}
    return sum(
        len(wanted & {task.kinds[kind].party for kind, count in load.items() if count})
        for load in together(task, layout)
    )
