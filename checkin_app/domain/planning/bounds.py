"""What no plan of a route can do better than, by arithmetic alone: a plan that reaches it is proven best."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checkin_app.domain.planning.layout import Cost, mixed_on
from checkin_app.domain.planning.rooms import fewest, short
from checkin_app.domain.planning.route import Task


@dataclass(frozen=True, slots=True)
class Certificate:
    """The least that any plan of a task costs."""

    unplaced: int
    unmet: int
    buses: int
    pieces: int
    """Where everybody has a seat."""
    pieces_where_met: int
    """Where everybody sits where a language of theirs is spoken, too."""
    mixed: int = 0
    """On no more buses."""

    def least_pieces(self, cost: Cost) -> int:
        """Return the least number of pieces of plans that meet as many languages."""
        return self.pieces if cost.unmet else self.pieces_where_met

    def proves(self, cost: Cost) -> bool:
        """Return whether everybody has a seat and no plan is better in anything that weighs more than changes."""
        reached = (cost.unplaced, cost.unmet, cost.buses, cost.pieces, cost.mixed)
        return reached <= (0, self.unmet, self.buses, self.least_pieces(cost), self.mixed)


def least(people: int, seats: Iterable[int]) -> int:
    """Return the least number of vehicles whose seats suffice, or of all where they do not."""
    used = 0
    for each in sorted(seats, reverse=True):
        if people <= 0 or not each:
            break
        people -= each
        used += 1
    return used


def certificate(task: Task) -> Certificate:
    """Return what is proven of every plan of a task."""
    others, accessible = _apart(task, range(len(task.kinds)))
    unplaced = short(task.rooms, others, accessible)
    unmet, buses = _least_unmet(task, unplaced), _least_buses(task)
    return Certificate(
        unplaced=unplaced,
        unmet=unmet,
        buses=buses,
        pieces=sum(_least_pieces(task, kinds, met=False) for kinds in task.parties.values()),
        pieces_where_met=sum(_least_pieces(task, kinds, met=True) for kinds in task.parties.values()),
        mixed=_least_mixed(task, buses, unplaced, met=not unmet),
    )


def _apart(task: Task, kinds: Iterable[int]) -> tuple[int, int]:
    """Return how many of some kinds need a seat, and how many an accessible place."""
    counts = [0, 0]
    for kind in kinds:
        counts[task.kinds[kind].accessible] += task.people[kind]
    return counts[0], counts[1]


def _least_unmet(task: Task, unplaced: int) -> int:
    """Return how many there are for whom no seat is left where a language of theirs is spoken; some have none at all."""
    stay = sum(
        count
        for vehicle, load in enumerate(task.fixed)
        for kind, count in load.items()
        if not task.is_met(kind, vehicle)
    )
    lacking = apart = 0
    counted: set[int] = set()
    for met in sorted(set(task.met), key=int.bit_count):
        if met & apart:
            continue
        within = {other for other in task.met if not other & ~met} - counted
        wanting = _apart(task, (kind for kind, other in enumerate(task.met) if other in within))
        left = short([room for place, room in enumerate(task.rooms) if met >> place & 1], *wanting)
        if left > 0:
            lacking += left
            apart |= met
            counted |= within
    return stay + max(0, lacking - unplaced)


def _least_buses(task: Task) -> int:
    held = [any(load.values()) or kept for load, kept in zip(task.fixed, task.reserved, strict=True)]
    return sum(held) + _beyond(task, range(len(task.kinds)), held)


def _least_mixed(task: Task, buses: int, unplaced: int, *, met: bool) -> int:
    """Return how many ride with such as are not of their kind, where everybody else has what weighs more.

    Those who stay so; and of the others whoever has no seat among their own on so few buses, or none where a need of theirs
    is met.
    """
    if not any(vehicle.vip for vehicle in task.vehicles):
        return 0
    stay = sum(mixed_on(task, place, load) for place, load in enumerate(task.fixed))
    found = 0
    for vip in (True, False):
        kinds = [place for place, kind in enumerate(task.kinds) if kind.vip is vip and task.people[place]]
        seats = sorted(
            (left for left, each in zip(task.free, task.vehicles, strict=True) if each.vip is vip), reverse=True
        )
        some = seats if vip else seats[: max(0, buses - sum(task.reserved))]
        over = sum(task.people[place] for place in kinds) - sum(some) - unplaced
        elsewhere = sum(
            task.people[place]
            for place in kinds
            if met and not unplaced and not task.suited[place] & task.fitting[place]
        )
        found += max(0, over, elsewhere)
    return stay + found


def _least_pieces(task: Task, kinds: Sequence[int], *, met: bool) -> int:
    """Return on how many vehicles a delegation sits at least: where some of it stays, and as many as the others need."""
    homes = [any(load.get(kind) for kind in kinds) for load in task.fixed]
    apart = _least_apart(task, kinds) if met and not any(homes) else 0
    return sum(homes) + max(_beyond(task, kinds, homes), apart)


def _beyond(task: Task, kinds: Iterable[int], homes: Sequence[bool]) -> int:
    """Return how many vehicles some need beside those where some of them are."""
    others, accessible = _apart(task, kinds)
    at_home = [room for room, is_home in zip(task.rooms, homes, strict=True) if is_home]
    elsewhere = [room for room, is_home in zip(task.rooms, homes, strict=True) if not is_home]
    if accessible:
        return fewest(elsewhere, others, accessible, at_home)
    return least(others - sum(room[0] for room in at_home), (room[0] for room in elsewhere))


def _least_apart(task: Task, kinds: Sequence[int]) -> int:
    """Return how many vehicles those need of whom no two can sit on one, since nobody there speaks to both."""
    found = apart = 0
    for kind in sorted(kinds, key=lambda each: task.suited[each].bit_count()):
        suited = task.suited[kind]
        if task.people[kind] and suited and not suited & apart:
            seats = (
                len(room) - 1 if task.kinds[kind].accessible else room[0]
                for place, room in enumerate(task.rooms)
                if suited >> place & 1
            )
            found += least(task.people[kind], seats)
            apart |= suited
    return found
