"""A plan on the day: whoever stands on a list that is printed stays there, unless somebody would be stranded.

Who needs an accessible place and finds none because a bus is full changes places with one who can sit anywhere.
"""

from dataclasses import replace
from random import Random

from checkin_app.domain.planning.greedy import SEED, Watch, present_kept
from checkin_app.domain.planning.layout import Cost, Layout, cost_of
from checkin_app.domain.planning.route import Task

#: Few have to be placed on the day, and the rest does not move.
_ATTEMPTS = 30


def fewest_changes(task: Task, watch: Watch, *, seed: int = SEED) -> Layout:
    """Return a layout that strands as few as can be, and among those one that takes fewest off the list they stand on."""
    chance = Random(seed)  # noqa: S311 - nobody is to be kept from guessing it
    best = present_kept(task, chance)
    moving = task
    while freed := _one_moved(moving, best):
        moving = freed
        layout = present_kept(moving, chance)
        if _weight(cost_of(task, layout)) >= _weight(cost_of(task, best)):
            break
        best = layout
    attempts = (present_kept(moving, chance) for _ in range(_ATTEMPTS) if not watch.stopped())
    return min((best, *attempts), key=lambda each: _weight(cost_of(task, each)))


def _weight(cost: Cost) -> tuple[int, ...]:
    return cost.stranded, cost.unplaced, cost.changes, cost.unmet, cost.buses, cost.pieces, cost.mixed, cost.crowding


def _one_moved(task: Task, layout: Layout) -> Task | None:
    """Return the task in which those are off a full bus, of who can sit anywhere, on whose seats somebody's place would stand."""
    if not any(task.kinds[kind].accessible for kind, count in layout.unplaced.items() if count):
        return None
    for vehicle, load in enumerate(layout.loads):
        placed = task.accessible_on(load)
        room, others = task.rooms[vehicle], sum(load.values()) - placed
        mobile = {
            kind: count for kind, count in task.present[vehicle].items() if not task.kinds[kind].accessible and count
        }
        over = others - room[placed + 1] if len(room) > placed + 1 else 0
        if 0 < over <= sum(mobile.values()):
            present = {**task.present[vehicle], **_without(mobile, over)}
            return replace(task, present=(*task.present[:vehicle], present, *task.present[vehicle + 1 :]))
    return None


def _without(mobile: dict[int, int], over: int) -> dict[int, int]:
    """Return what is left of those who can sit anywhere: who is alone of their kind there splits nobody."""
    left = dict(mobile)
    for _ in range(over):
        kind = min((each for each, count in left.items() if count), key=lambda each: (left[each], each))
        left[kind] -= 1
    return left
