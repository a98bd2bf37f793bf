"""Mends a plan by solving some of its buses anew, exactly, and again others, until it is proven best or time is over."""

from collections.abc import Sequence
from random import Random

from checkin_app.domain.planning.bounds import certificate
from checkin_app.domain.planning.greedy import SEED, Watch
from checkin_app.domain.planning.layout import Cost, Layout, cost_of, mixed_on, together
from checkin_app.domain.planning.route import Load, Task
from checkin_app.solving.program import solved

#: Buses that are solved at once: more take far longer than they bring.
_AT_ONCE = 6
#: Tries that may fail one after the other.
_IN_VAIN = 40


def repaired(task: Task, layout: Layout, watch: Watch) -> Layout:
    """Return a layout that costs no more than the one given: the same for the same, unless it is stopped."""
    chance = Random(SEED)  # noqa: S311 - nobody is to be kept from guessing it
    proven, cost, in_vain = certificate(task), cost_of(task, layout), 0
    while in_vain < _IN_VAIN and not proven.proves(cost) and not watch.stopped():
        watch.told(in_vain, _IN_VAIN)
        chosen = _chosen(task, layout, cost, chance)
        if not chosen:
            break
        other = _anew(task, layout, chosen)
        if other is not None and cost_of(task, other) < cost:
            layout, cost, in_vain = other, cost_of(task, other), 0
        else:
            in_vain += 1
    return layout


def _anew(task: Task, layout: Layout, chosen: Sequence[int]) -> Layout | None:
    people: dict[int, int] = dict(layout.unplaced)
    for place in chosen:
        for kind, count in layout.loads[place].items():
            people[kind] = people.get(kind, 0) + count
    best = solved(task, chosen, people)
    if best is None:
        return None
    seats, unplaced = best
    loads = [seats.get(place, load) for place, load in enumerate(layout.loads)]
    return Layout(tuple(loads), unplaced)


def _chosen(task: Task, layout: Layout, cost: Cost, chance: Random) -> Sequence[int]:
    """Return vehicles among which something may be gained: where a need is not met, or a delegation is in pieces."""
    whole = together(task, layout)
    free = [place for place, vehicle in enumerate(task.vehicles) if vehicle.is_open and task.free[place]]
    troubled = [place for place in free if _is_troubled(task, place, whole[place])]
    if not cost.unmet:
        split = chance.choice([*_split(task, whole), *_mixed(task, whole)] or [[]])
        troubled = [place for place in split if place in free]
    first = chance.sample(troubled, min(len(troubled), _AT_ONCE // 2))
    others = [place for place in free if place not in first]
    return [*first, *chance.sample(others, min(len(others), _AT_ONCE - len(first)))]


def _is_troubled(task: Task, place: int, load: Load) -> bool:
    return any(count and not task.is_met(kind, place) for kind, count in load.items())


def _split(task: Task, whole: Sequence[Load]) -> Sequence[Sequence[int]]:
    """Return the vehicles of each delegation that is on more than one."""
    found: dict[tuple[str, bool], set[int]] = {}
    for place, load in enumerate(whole):
        for kind, count in load.items():
            if count:
                found.setdefault(task.kinds[kind].party, set()).add(place)
    return [sorted(places) for _, places in sorted(found.items()) if len(places) > 1]


def _mixed(task: Task, whole: Sequence[Load]) -> Sequence[Sequence[int]]:
    """Return the vehicles on which VIPs ride with others, where there are any."""
    found = [place for place, load in enumerate(whole) if mixed_on(task, place, load)]
    return [found] if found else []
