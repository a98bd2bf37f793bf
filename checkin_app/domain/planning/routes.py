"""The plan of one route: made, proven where it can be, and told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from checkin_app.domain.ids import BusCode, DelegateId, RouteId
from checkin_app.domain.planning.bounds import Certificate, certificate
from checkin_app.domain.planning.greedy import Watch, greedy
from checkin_app.domain.planning.keeping import fewest_changes
from checkin_app.domain.planning.layout import Cost, Layout, cost_of
from checkin_app.domain.planning.people import Roll
from checkin_app.domain.planning.route import Task
from checkin_app.domain.planning.shortage import Shortage, shortages

Improve = Callable[[Task, Layout, Watch], Layout]
"""Returns a layout that is no worse, and proves better where it can be."""


def unimproved(_task: Task, layout: Layout, _watch: Watch) -> Layout:
    """Leave a layout as it is: there is no solver."""
    return layout


@dataclass(frozen=True, slots=True)
class RoutePlan:
    """Who is to sit where on one route, and how good that is."""

    route: RouteId
    people: int
    cost: Cost
    proven: Certificate
    seats: Mapping[DelegateId, BusCode | None]
    """Of those who were to be given a place; None where there is none."""
    short_of: tuple[Shortage, ...]
    kept: bool
    """It is the day: whoever stood on a list stayed there, and neither buses nor pieces were to be fewest."""

    @property
    def is_best(self) -> bool:
        """Whether it is proven that no plan is better."""
        return self.proven.proves(self.cost)

    @property
    def unplaced(self) -> tuple[DelegateId, ...]:
        return tuple(who for who, bus in self.seats.items() if bus is None)


def plan_route(route: RouteId, roll: Roll, watch: Watch, *, keep: bool, improve: Improve = unimproved) -> RoutePlan:
    """Return a plan of one route.

    Args:
        route: which.
        roll: who is on it.
        watch: who waits for it.
        keep: it is the day; the lists are printed.
        improve: what mends a plan that is not proven best.
    """
    task = roll.task
    proven = certificate(task)
    layout = fewest_changes(task, watch) if keep else greedy(task, watch)
    if not keep and not proven.proves(cost_of(task, layout)):
        layout = improve(task, layout, watch)
    return RoutePlan(
        route=route,
        people=task.whole,
        cost=cost_of(task, layout),
        proven=proven,
        seats=roll.seated(layout),
        short_of=tuple(shortages(task, layout)),
        kept=keep,
    )
