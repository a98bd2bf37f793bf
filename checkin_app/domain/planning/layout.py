"""A plan of one route, and what speaks for one before another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from checkin_app.domain.planning.route import Load, Task


class Cost(NamedTuple):
    """What a plan costs, the weightiest first: of two plans the lesser is the better.

    That nobody sits beyond the usable seats, or on a bus without a place for their wheelchair, is no cost: no plan does it.
    """

    stranded: int
    """Of those without a seat, who needs an accessible place: no seat that it takes is worth more."""
    unplaced: int
    """People without a seat."""
    unmet: int
    """People on a bus where nobody speaks a language of theirs."""
    buses: int
    pieces: int
    """Into how many parts the delegations are split, each on a bus of its own; VIPs apart are no part of theirs."""
    mixed: int
    """VIPs on a bus for others, and others on a bus for VIPs."""
    changes: int
    """People who stand on another list now."""
    crowding: int
    """The squares of how many sit on each: the least where all are as full."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Who sits where, by kind."""

    loads: tuple[Load, ...]
    """Of those who are to be given a place, by vehicle."""
    unplaced: Load


def cost_of(task: Task, layout: Layout) -> Cost:
    """Return what a layout of a task costs."""
    whole = together(task, layout)
    parties = ({task.kinds[kind].party for kind, count in load.items() if count} for load in whole)
    return Cost(
        stranded=task.accessible_on(layout.unplaced),
        unplaced=sum(layout.unplaced.values()),
        unmet=sum(unmet_on(task, vehicle, load) for vehicle, load in enumerate(whole)),
        buses=sum(kept or any(load.values()) for kept, load in zip(task.reserved, whole, strict=True)),
        pieces=sum(map(len, parties)),
        mixed=sum(mixed_on(task, vehicle, load) for vehicle, load in enumerate(whole)),
        changes=changes_of(task, layout),
        crowding=sum(sum(load.values()) ** 2 for load in whole),
    )


def changes_of(task: Task, layout: Layout) -> int:
    """Return how many stand on a list now and would not stand on it any more."""
    return sum(
        max(0, count - load.get(kind, 0))
        for present, load in zip(task.present, layout.loads, strict=True)
        for kind, count in present.items()
    )


def unmet_on(task: Task, vehicle: int, load: Load) -> int:
    return sum(count for kind, count in load.items() if not task.is_met(kind, vehicle))


def mixed_on(task: Task, vehicle: int, load: Load) -> int:
    return sum(count for kind, count in load.items() if not task.is_fit(kind, vehicle))


def together(task: Task, layout: Layout) -> Sequence[Load]:
    """Return everybody on each vehicle: those who stay, and those who are given a place."""
    return [
        {kind: fixed.get(kind, 0) + load.get(kind, 0) for kind in {*fixed, *load}}
        for fixed, load in zip(task.fixed, layout.loads, strict=True)
    ]
