"""Fills the vehicles of a route: those first who can sit on fewest of them, delegations whole, again and again by chance.

Alone it reaches the arithmetic bound on most routes; what it leaves is mended by exact solving where a solver is there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from checkin_app.domain.planning.bounds import certificate
from checkin_app.domain.planning.filling import Filling
from checkin_app.domain.planning.layout import Layout, cost_of
from checkin_app.domain.planning.route import Load, Task

RESTARTS = 300
#: The day the first forum opened: any number will do, as long as it is the same everywhere.
SEED = 20240925

Group = tuple[bool, int, int, Load]
"""Whether they come after the VIPs, on how many vehicles they can sit, how many they are, and who."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Who waits for a plan."""

    told: Callable[[int, int], None]
    """How much is done, and of how much."""
    stopped: Callable[[], bool]
    """Whether the plan has to be made of what there is."""


def greedy(task: Task, watch: Watch, *, restarts: int = RESTARTS, seed: int = SEED) -> Layout:
    """Return the best of many attempts: the same for the same task, unless it is stopped.

    Args:
        task: what is to be planned.
        watch: is told how many attempts were made, and asked before each; by then there is a plan, which changes least.
        restarts: how many attempts are made where none is proven best.
        seed: what chance is drawn from.
    """
    chance = Random(seed)  # noqa: S311 - nobody is to be kept from guessing it
    proven = certificate(task)
    best = present_kept(task, chance)
    least = cost_of(task, best)
    # By turns whole, or those first who need what is scarce: that leaves more of it to others.
    ways = [_groups(task, task.people, apart=apart) for apart in (False, True)]
    for attempt in range(restarts):
        watch.told(attempt, restarts)
        if proven.proves(least) or watch.stopped():
            break
        layout = _placed(Filling(task, chance), chance, ways[attempt % 2])
        cost = cost_of(task, layout)
        if cost < least:
            best, least = layout, cost
    return best


def present_kept(task: Task, chance: Random) -> Layout:
    """Return the layout that leaves everybody on the list where they stand, as far as seats allow, and places the rest."""
    filling = Filling(task, chance)
    rest = list(task.people)
    for vehicle, load in enumerate(task.present):
        for kind in sorted(load, key=lambda each: not task.kinds[each].accessible):
            rest[kind] -= filling.put(kind, load[kind], vehicle)
    return _placed(filling, chance, _groups(task, rest, apart=True))


def _placed(filling: Filling, chance: Random, groups: Sequence[Group]) -> Layout:
    filling.open_enough(groups)
    drawn = [
        (others, level, -size * chance.uniform(0.8, 1.25), place)
        for place, (others, level, size, _) in enumerate(groups)
    ]
    drawn.sort()
    for *_, place in drawn:
        filling.place(groups[place][-1])
    filling.place_the_rest()
    return filling.layout()


def _groups(task: Task, people: Sequence[int], *, apart: bool) -> Sequence[Group]:
    """Return those who are placed together: delegations whole, or `apart` those of each who need what is as scarce."""
    found: dict[tuple[bool, int, tuple[str, bool]], dict[int, int]] = {}
    for party, kinds in task.parties.items():
        scarce = min((task.suited[kind].bit_count() for kind in kinds if people[kind]), default=0)
        for kind in kinds:
            if people[kind]:
                level = task.suited[kind].bit_count() if apart else scarce
                found.setdefault((not party[1], level, party), {})[kind] = people[kind]
    return [(others, level, sum(group.values()), group) for (others, level, _), group in found.items()]
