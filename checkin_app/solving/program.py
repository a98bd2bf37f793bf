"""A few buses of a plan as a program of whole numbers, and what HiGHS makes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import highspy
import numpy as np
from highspy._core import _Highs  # what is public says who it is on standard output, which is a command's answer

from checkin_app.domain.planning.route import Load, Task

Pair = tuple[int, int]
Party = tuple[str, bool]
#: How far one program is followed: the same on every laptop, however busy.  Seconds only guard against one that is stuck.
_NODES, _SECONDS = 100, 5.0


@dataclass
class _Rows:
    """A program as it is written: columns with their cost, and rows that bound their sums."""

    costs: list[float] = field(default_factory=list)
    uppers: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    lows: list[float] = field(default_factory=list)
    highs: list[float] = field(default_factory=list)

    def column(self, cost: float, upper: float) -> int:
        self.costs.append(cost)
        self.uppers.append(upper)
        return len(self.costs) - 1

    def row(self, low: float, entries: Sequence[tuple[int, float]], high: float) -> None:
        self.starts.append(len(self.columns))
        self.columns += [column for column, _ in entries]
        self.values += [value for _, value in entries]
        self.lows.append(low)
        self.highs.append(high)


@dataclass(frozen=True, slots=True)
class _Weights:
    """What weighs more than all together of what comes after it."""

    stranded: float
    unplaced: float
    unmet: float
    bus: float
    piece: float
    mixed: float = 1.0

    @classmethod
    def of(cls, people: int, pieces: int, buses: int, *, apart: bool, taken: int) -> "_Weights":
        """Return the weights; `taken` is how many seats one accessible place takes at most."""
        piece = people + 1.0 if apart else 1.0
        bus = piece * (pieces + 1.0)
        unmet = bus * (buses + 1)
        unplaced = unmet * (people + 1)
        return cls(unplaced * (taken + 1), unplaced, unmet, bus, piece)


def solved(task: Task, chosen: Sequence[int], people: Load) -> tuple[Mapping[int, Load], Load] | None:
    """Return the best way to seat `people` on the vehicles at `chosen`, and who has no seat; None where none was found.

    Args:
        task: the whole route.
        chosen: places of vehicles that nobody else sits on but those who stay.
        people: how many of each kind.
    """
    program = _Program(task, chosen, people)
    return program.solved()


class _Program:
    """Columns: how many of each kind sit on each vehicle, whether a delegation does, whether a vehicle is used at all."""

    def __init__(self, task: Task, chosen: Sequence[int], people: Load) -> None:
        self._task, self._chosen = task, chosen
        self._people = {kind: count for kind, count in people.items() if count}
        self._parties = sorted({task.kinds[kind].party for kind in self._people})
        self._weights = _Weights.of(
            sum(self._people.values()), len(self._parties) * len(chosen), len(chosen),
            apart=any(not task.is_fit(kind, place) for kind in self._people for place in chosen),
            taken=max(1, *(task.rooms[place][0] - task.rooms[place][-1] for place in chosen)),
        )  # fmt: skip
        self._rows = _Rows()
        self._seats: dict[Pair, int] = {}
        self._without: dict[int, int] = {}
        self._write()

    def _write(self) -> None:
        used = {place: self._used(place) for place in self._chosen}
        sits = {(name, place): self._sits(name, place) for name in self._parties for place in self._chosen}
        for kind, count in self._people.items():
            self._write_kind(kind, count, sits)
        for place in self._chosen:
            self._write_room(place, used[place])

    def _write_room(self, place: int, used: int) -> None:
        """Bound who sits on a vehicle: where each wheelchair takes one seat by two rows, else by a choice of layouts."""
        room, kinds = self._task.rooms[place], self._task.kinds
        here = {kind: (self._seats[kind, place], 1.0) for kind in self._people}
        needing = [entry for kind, entry in here.items() if kinds[kind].accessible]
        if not needing or all(seats == room[0] - some for some, seats in enumerate(room)):
            self._rows.row(-np.inf, [*here.values(), (used, -float(room[0]))], 0.0)
            if needing:
                self._rows.row(-np.inf, needing, float(len(room) - 1))
            return
        layouts = {seats: some for some, seats in enumerate(room)}  # of as many seats, that with the most places
        chosen = {self._rows.column(0.0, 1.0): layout for layout in layouts.items()}
        others = [entry for kind, entry in here.items() if not kinds[kind].accessible]
        self._rows.row(-np.inf, [*((column, 1.0) for column in chosen), (used, -1.0)], 0.0)
        self._rows.row(-np.inf, [*others, *((column, -float(seats)) for column, (seats, _) in chosen.items())], 0.0)
        self._rows.row(-np.inf, [*needing, *((column, -float(some)) for column, (_, some) in chosen.items())], 0.0)

    def _used(self, place: int) -> int:
        runs = self._task.reserved[place] or any(self._task.fixed[place].values())
        return self._rows.column(0.0 if runs else self._weights.bus, 1.0)

    def _sits(self, name: Party, place: int) -> int:
        stays = any(self._task.kinds[kind].party == name for kind, n in self._task.fixed[place].items() if n)
        return self._rows.column(0.0 if stays else self._weights.piece, 1.0)

    def _write_kind(self, kind: int, count: int, sits: Mapping[tuple[Party, int], int]) -> None:
        rows, task = self._rows, self._task
        without = self._weights.stranded if task.kinds[kind].accessible else self._weights.unplaced
        self._without[kind] = rows.column(without, float(count))
        for place in self._chosen:
            most = float(min(count, task.free[place]))
            apart = 0.0 if task.is_fit(kind, place) else self._weights.mixed
            seat = rows.column(apart if task.is_met(kind, place) else apart + self._weights.unmet, most)
            self._seats[kind, place] = seat
            rows.row(-np.inf, [(seat, 1.0), (sits[task.kinds[kind].party, place], -most)], 0.0)
        everywhere = [(self._seats[kind, place], 1.0) for place in self._chosen]
        rows.row(float(count), [*everywhere, (self._without[kind], 1.0)], float(count))

    def solved(self) -> tuple[Mapping[int, Load], Load] | None:
        values = _minimum(self._rows)
        if values is None:
            return None
        loads: dict[int, dict[int, int]] = {place: {} for place in self._chosen}
        for (kind, place), column in self._seats.items():
            if count := round(values[column]):
                loads[place][kind] = count
        return loads, {kind: count for kind, column in self._without.items() if (count := round(values[column]))}


def _minimum(rows: _Rows) -> Sequence[float] | None:
    solver = _Highs()
    for option, value in (
        ("output_flag", False),
        ("threads", 1),
        ("mip_max_nodes", _NODES),
        ("time_limit", _SECONDS),
        ("mip_abs_gap", 0.5),
    ):
        solver.setOptionValue(option, value)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.passModel(_model(rows))
    solver.run()
    if not solver.getSolution().value_valid:
        return None
    values: Sequence[float] = solver.getSolution().col_value
    return values


def _model(rows: _Rows) -> highspy.HighsLp:
    model = highspy.HighsLp()
    count = len(rows.costs)
    model.num_col_, model.num_row_ = count, len(rows.lows)
    model.col_cost_ = np.array(rows.costs)
    model.col_lower_, model.col_upper_ = np.zeros(count), np.array(rows.uppers)
    model.row_lower_, model.row_upper_ = np.array(rows.lows), np.array(rows.highs)
    model.integrality_ = [highspy.HighsVarType.kInteger] * count
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.array([*rows.starts, len(rows.columns)], dtype=np.int32)
    model.a_matrix_.index_ = np.array(rows.columns, dtype=np.int32)
    model.a_matrix_.value_ = np.array(rows.values)
    return model
