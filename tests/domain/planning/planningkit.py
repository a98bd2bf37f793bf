"""Routes as they are: delegations of invented people in the sizes of a world conference, drawn by a fixed seed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random

from checkin_app.domain.ids import BusCode, DelegateId
from checkin_app.domain.planning.layout import Layout, together
from checkin_app.domain.planning.people import Roll, Traveller
from checkin_app.domain.planning.route import Kind, Task, Vehicle

#: How many delegations of each size a conference of 15 000 has: a long tail, and a few very large ones.
SIZES: Mapping[int, int] = {
    1: 144, 2: 213, 3: 211, 4: 167, 5: 111, 6: 115, 7: 75, 8: 77, 9: 39, 10: 39, 11: 25, 12: 21, 13: 17, 14: 18, 15: 15,
    16: 13, 17: 10, 18: 7, 19: 5, 20: 7, 21: 8, 22: 3, 23: 3, 24: 5, 25: 5, 26: 6, 28: 5, 29: 6, 31: 5, 33: 5, 36: 2,
    38: 2, 40: 5, 43: 1, 47: 2, 50: 4, 54: 5, 60: 1, 64: 1, 72: 1, 80: 1, 83: 2, 90: 1, 100: 1, 107: 2, 126: 1, 153: 2,
    171: 1, 191: 1, 208: 1, 234: 1, 405: 1,
}  # fmt: skip
_SPOKEN = (("en",), ("en", "fr"), ("ru",), ("es",), ("ar",), ("zh",), ("en", "zh"), ())
_OFTEN = (30, 10, 6, 8, 6, 10, 10, 20)
SEATS = 43


def conference(seed: int, routes: int = 4, people: int = 5000) -> Sequence[Sequence[Traveller]]:
    """Return the travellers of each route: of each delegation some went on each."""
    chance = Random(seed)
    found: list[list[Traveller]] = [[] for _ in range(routes)]
    everybody: list[Kind] = []
    for number, size in enumerate(size for size, count in SIZES.items() for _ in range(count)):
        (spoken,) = chance.choices(_SPOKEN, _OFTEN)
        everybody += [Kind(f"Delegation {number}", spoken, chance.random() < 0.01) for _ in range(size)]
    for number, kind in enumerate(chance.sample(everybody, people)):
        found[chance.randrange(routes)].append(Traveller(DelegateId(f"{number:05}"), kind, None, stays=False))
    return found


def fleet(people: int, seats: int = SEATS, spare: int = 0) -> list[Vehicle]:
    """Return as many buses as people need, and some to spare; everywhere somebody speaks English, and one language more."""
    others = ("zh", "fr", "ru", "es", "ar")
    return [
        Vehicle(BusCode(f"1-{number:02}"), seats, 2, frozenset({"en", others[number % len(others)]}))
        for number in range(-(-people // seats) + spare)
    ]


def route(seed: int, people: int = 1500) -> Roll:
    (travellers,) = conference(seed, routes=1, people=people)
    return Roll.of(travellers, fleet(people))


def broken(task: Task, layout: Layout) -> Sequence[str]:
    """Return what a layout breaks of what none may."""
    found = []
    placed = Counter[int](layout.unplaced)
    for vehicle, fixed, load, whole in zip(
        task.vehicles, task.fixed, layout.loads, together(task, layout), strict=True
    ):
        placed.update(load)
        if any(count < 0 for count in load.values()):
            found.append(f"{vehicle.code}: less than nobody")
        if not vehicle.is_open and any(load.values()):
            found.append(f"{vehicle.code}: is locked and changed")
        accessible, most = task.accessible_on(whole), len(vehicle.room) - 1
        wheeled = min(accessible, most)
        if any(load.values()) and sum(whole.values()) - wheeled > vehicle.room[wheeled]:
            found.append(f"{vehicle.code}: too many people")
        if task.accessible_on(load) and accessible > most:
            found.append(f"{vehicle.code}: too many wheelchairs")
        if any(whole.get(kind, 0) < count for kind, count in fixed.items()):
            found.append(f"{vehicle.code}: somebody was moved who stays")
    if [placed[kind] for kind in range(len(task.kinds))] != [*task.people]:
        found.append("somebody is nowhere, or twice")
    return found
