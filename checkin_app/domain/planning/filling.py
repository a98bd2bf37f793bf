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
        self._rooms = [*task.rooms]
        self._loads: list[dict[int, int]] = [{} for _ in task.vehicles]
        self._left: dict[int, int] = {}
        self._unplaced: dict[int, int] = {}
        self._in_use = [False] * len(task.vehicles)
        self._every = (1 << len(task.vehicles)) - 1
        self._by_left = [0] * (max((room[0] for room in self._rooms), default=0) + 1)
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
        room = self._rooms[vehicle]
        accessible = self._task.kinds[kind].accessible
        count = min(count, len(room) - 1 if accessible else room[0])
        if not count:
            return 0
        self._open(vehicle)
        self._by_left[room[0]] ^= 1 << vehicle
        # Where too few seats are left for a place, there is none.
        room = room[count:] if accessible else tuple(seats - count for seats in room if seats >= count)
        self._rooms[vehicle] = room
        self._by_left[room[0]] |= 1 << vehicle
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
        self._open_for((1 << len(task.vehicles)) - 1, sum(demands.values()) + task.taken_by_places)

    def _open_for(self, suited: int, people: int) -> None:
        chosen = [place for place in range(len(self._rooms)) if suited >> place & 1]
        lacking = people - sum(self._rooms[place][0] for place in chosen if self._in_use[place])
        shut = [place for place in chosen if not self._in_use[place]]
        shut.sort(key=lambda place: (-self._rooms[place][0], self._task.vehicles[place].vip, self._chance.random()))
        for place in shut:
            if lacking <= 0 or not self._rooms[place][0]:
                break
            self._open(place)
            lacking -= self._rooms[place][0]

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
                range(len(self._rooms)),
                key=lambda place: (not self._in_use[place], not self._task.is_fit(kind, place), -self._rooms[place][0]),
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
        others, accessible, met = self._wanted(rest)
        if accessible:
            met &= self._with_places(others, accessible)
        fits = self._task.fitting[next(iter(rest))]
        found = self._whole_among(rest, others, met & fits)
        return found if found is not None else self._whole_among(rest, others, met & self._every & ~fits)

    def _with_places(self, others: int, accessible: int) -> int:
        """Return, as bits, the vehicles that take so many in wheelchairs and the others beside them, for the fewest seats."""
        cost = {
            place: room[0] - room[accessible]
            for place, room in enumerate(self._rooms)
            if len(room) > accessible and room[accessible] >= others and self._in_use[place]
        }
        least = min(cost.values(), default=0)
        return bits(place for place, seats in cost.items() if seats == least)

    def _whole_among(self, rest: Load, others: int, met: int) -> int | None:
        if not met:
            return None
        if met & self._home(rest):
            at_home = self._fullest(others, met & self._home(rest))
            if at_home is not None:
                return at_home
        fullest = self._fullest(others, met)
        if fullest is None or self._chance.random() >= _WHIM:
            return fullest
        other = self._fullest(others, met & ~(1 << fullest))
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
                    -room[0],
                    self._chance.random(),
                    place,
                )
                for place, room in enumerate(self._rooms)
                if any(room) and self._in_use[place] is in_use
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
        room = self._rooms[vehicle][: accessible + 1]
        return max(min(others, seats) + some for some, seats in enumerate(room))

    def _wanted(self, rest: Load) -> tuple[int, int, int]:
        """Return how many need a seat, how many an accessible place, and the vehicles that all can talk on."""
        others = accessible = 0
        met = -1
        for kind, count in rest.items():
            if self._task.kinds[kind].accessible:
                accessible += count
            else:
                others += count
            met &= self._task.met[kind]
        return others, accessible, met

    def _home(self, rest: Load) -> int:
        return self._homes.get(self._task.kinds[next(iter(rest))].party, 0)

    def _open(self, vehicle: int) -> None:
        if not self._in_use[vehicle]:
            self._in_use[vehicle] = True
            self._by_left[self._rooms[vehicle][0]] |= 1 << vehicle

    def _move_in(self, kind: int, vehicle: int) -> None:
        party = self._task.kinds[kind].party
        self._homes[party] = self._homes.get(party, 0) | 1 << vehicle
