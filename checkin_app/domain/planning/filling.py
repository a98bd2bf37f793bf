"""Vehicles as they fill in one attempt at a plan."""

from collections.abc import Iterable
from random import Random

from checkin_app.domain.planning.layout import Layout
from checkin_app.domain.planning.route import Load, Task, bits

#: How often the best place is passed over for the next one.
_WHIM = 0.1


class Filling:
    """Seats that are left, given away one group at a time."""

    def __init__(self, task: Task, chance: Random) -> None:
        self._task, self._chance = task, chance
        self._free, self._accessible = list(task.free), list(task.accessible_free)
        self._loads: list[dict[int, int]] = [{} for _ in task.vehicles]
        self._left: dict[int, int] = {}
        self._unplaced: dict[int, int] = {}
        self._in_use = [False] * len(task.vehicles)
        self._every = (1 << len(task.vehicles)) - 1
        self._by_left = [0] * (max(self._free, default=0) + 1)
        self._homes: dict[tuple[str, bool], int] = {}
        for place, reserved in enumerate(task.reserved):
            if reserved:
                self._open(place)
        for place, load in enumerate(task.fixed):
            for kind, count in load.items():
                if count:
                    self._open(place)
                    self._move_in(kind, place)

    def put(self, kind: int, count: int, vehicle: int) -> int:
        """Put up to `count` of a kind on a vehicle; return how many found a place there."""
        left = self._free[vehicle]
        accessible = self._task.kinds[kind].accessible
        limit = self._accessible[vehicle] if accessible else left
        count = min(count, limit)
        if not count:
            return 0
        self._open(vehicle)
        self._by_left[left] ^= 1 << vehicle
        self._free[vehicle] = left = left - count
        self._by_left[left] |= 1 << vehicle
        if accessible:
            self._accessible[vehicle] -= count
        # A wheelchair's place is a seat as well: a bus that is full has neither.
        self._accessible[vehicle] = min(self._accessible[vehicle], left)
        load = self._loads[vehicle]
        load[kind] = load.get(kind, 0) + count
        self._move_in(kind, vehicle)
        return count

    def open_enough(self, groups: Iterable[tuple[bool, int, int, Load]]) -> None:
        """Open vehicles until their seats suffice for all: for needs that few vehicles meet, then the largest."""
        task = self._task
        demands: dict[int, int] = {}
        for *_, group in groups:
            for kind, count in group.items():
                demands[task.suited[kind]] = demands.get(task.suited[kind], 0) + count
        for suited in sorted(demands, key=int.bit_count):
            within = sum(count for other, count in demands.items() if not other & ~suited)
            self._open_for(suited, within)
        self._open_for((1 << len(task.vehicles)) - 1, sum(demands.values()))

    def _open_for(self, suited: int, people: int) -> None:
        chosen = [place for place in range(len(self._free)) if suited >> place & 1]
        lacking = people - sum(self._free[place] for place in chosen if self._in_use[place])
        shut = [place for place in chosen if not self._in_use[place]]
        shut.sort(key=lambda place: (-self._free[place], self._task.vehicles[place].vip, self._chance.random()))
        for place in shut:
            if lacking <= 0 or not self._free[place]:
                break
            self._open(place)
            lacking -= self._free[place]

    def place(self, group: Load) -> None:
        """Put a group where every need of theirs is met: all on one vehicle, else on as few as there are."""
        rest = dict(group)
        while rest:
            vehicle = self._whole(rest)
            if vehicle is None:
                vehicle = self._most(rest)
            if vehicle is None:
                break
            self._fill(vehicle, rest, needs=True)
        for kind, count in rest.items():
            self._left[kind] = self._left.get(kind, 0) + count

    def place_the_rest(self) -> None:
        """Put those whose needs nobody meets where a seat is left: on a bus without their language, never without a place."""
        for kind in sorted(self._left, key=lambda each: not self._task.kinds[each].accessible):
            rest = {kind: self._left[kind]}
            order = sorted(
                range(len(self._free)),
                key=lambda place: (not self._in_use[place], not self._task.is_fit(kind, place), -self._free[place]),
            )
            for vehicle in order:
                self._fill(vehicle, rest, needs=False)
            if rest:
                self._unplaced[kind] = rest[kind]

    def layout(self) -> Layout:
        return Layout(tuple(self._loads), self._unplaced)

    def _fill(self, vehicle: int, rest: dict[int, int], *, needs: bool) -> None:
        """Put of `rest` whom a vehicle takes, those with an accessible need first."""
        for kind in sorted(rest, key=self._scarcest) if len(rest) > 1 else [*rest]:
            if needs and not self._task.is_met(kind, vehicle):
                continue
            rest[kind] -= self.put(kind, rest[kind], vehicle)
            if not rest[kind]:
                del rest[kind]

    def _scarcest(self, kind: int) -> tuple[bool, int]:
        return not self._task.kinds[kind].accessible, self._task.met[kind].bit_count()

    def _whole(self, rest: Load) -> int | None:
        """Return the vehicle in use with the fewest seats left that takes all, one where some of them sit first."""
        people, accessible, met = self._wanted(rest)
        if accessible:
            met &= bits(place for place, left in enumerate(self._accessible) if left >= accessible)
        fits = self._task.fitting[next(iter(rest))]
        found = self._whole_among(rest, people, met & fits)
        return found if found is not None else self._whole_among(rest, people, met & self._every & ~fits)

    def _whole_among(self, rest: Load, people: int, met: int) -> int | None:
        if not met:
            return None
        if met & self._home(rest):
            at_home = self._fullest(people, met & self._home(rest))
            if at_home is not None:
                return at_home
        fullest = self._fullest(people, met)
        if fullest is None or self._chance.random() >= _WHIM:
            return fullest
        other = self._fullest(people, met & ~(1 << fullest))
        return fullest if other is None else other

    def _fullest(self, people: int, among: int) -> int | None:
        for alike in self._by_left[people:]:
            if found := alike & among:
                return found.bit_length() - 1
        return None

    def _most(self, rest: Load) -> int | None:
        """Return the vehicle that takes most of them: of those in use, else of all."""
        home, fits = self._home(rest), self._task.fitting[next(iter(rest))]
        for in_use in (True, False):
            taken = [
                (
                    self._takes(rest, place),
                    bool(fits >> place & 1),
                    bool(home >> place & 1),
                    -left,
                    self._chance.random(),
                    place,
                )
                for place, left in enumerate(self._free)
                if left and self._in_use[place] is in_use
            ]
            best = max(taken, default=None)
            if best and best[0]:
                return best[-1]
        return None

    def _takes(self, rest: Load, vehicle: int) -> int:
        others = accessible = 0
        for kind, count in rest.items():
            if self._task.is_met(kind, vehicle):
                if self._task.kinds[kind].accessible:
                    accessible += count
                else:
                    others += count
        return min(self._free[vehicle], others + min(accessible, self._accessible[vehicle]))

    def _wanted(self, rest: Load) -> tuple[int, int, int]:
        """Return how many they are, how many of them need an accessible place, and the vehicles that all can talk on."""
        people = accessible = 0
        met = -1
        for kind, count in rest.items():
            people += count
            accessible += count * self._task.kinds[kind].accessible
            met &= self._task.met[kind]
        return people, accessible, met

    def _home(self, rest: Load) -> int:
        return self._homes.get(self._task.kinds[next(iter(rest))].party, 0)

    def _open(self, vehicle: int) -> None:
        if not self._in_use[vehicle]:
            self._in_use[vehicle] = True
            self._by_left[self._free[vehicle]] |= 1 << vehicle

    def _move_in(self, kind: int, vehicle: int) -> None:
        party = self._task.kinds[kind].party
        self._homes[party] = self._homes.get(party, 0) | 1 << vehicle
