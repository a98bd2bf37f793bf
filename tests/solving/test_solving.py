"""Exact repair: never worse than what it was given, breaks nothing, and finds what a greedy leaves."""

import subprocess
import sys
from random import Random

import pytest

from checkin_app.domain.ids import BusCode, DelegateId
from checkin_app.domain.planning.bounds import certificate
from checkin_app.domain.planning.greedy import Watch, greedy
from checkin_app.domain.planning.layout import Layout, cost_of, together
from checkin_app.domain.planning.people import Roll, Traveller
from checkin_app.domain.planning.route import Kind, Task, Vehicle
from checkin_app.solving.program import solved
from checkin_app.solving.repair import repaired

ON = Watch(lambda _done, _whole: None, lambda: False)


def tries(count: int) -> Watch:
    """Return who waits for so many tries and no more."""
    left = iter(range(count))
    return Watch(lambda _done, _whole: None, lambda: next(left, None) is None)


def middling(seed: int, people: int = 150, seats: int = 33) -> Task:
    """Return a route of delegations of nine to twenty-three, which are hard to pack."""
    chance, travellers = Random(seed), []
    while len(travellers) < people:
        number = len(travellers)
        kind = Kind(f"D{number}", chance.choice([(), (), ("ru",)]), accessible=False)
        size = chance.choice([9, 11, 13, 14, 17, 19, 22, 23])
        travellers += [Traveller(DelegateId(f"{number}-{n}"), kind, None, stays=False) for n in range(size)]
    buses = [
        Vehicle(BusCode(f"1-{n}"), seats, 1, frozenset({"ru", "en"} if n % 3 == 0 else {"en"}))
        for n in range(-(-len(travellers) // seats))
    ]
    return Roll.of(travellers, buses).task


def first_come(task: Task) -> Layout:
    """Return a layout by somebody who thinks of nothing."""
    free, loads = [*task.free], [dict[int, int]() for _ in task.vehicles]
    for kind, count in enumerate(task.people):
        left = count
        for place, load in enumerate(loads):
            if put := min(left, free[place]):
                load[kind] = put
                free[place] -= put
                left -= put
    return Layout(tuple(loads), {})


@pytest.mark.parametrize("seed", range(3))
def test_what_is_repaired_costs_no_more_and_holds_everybody_once_within_the_seats(seed: int) -> None:
    task = middling(seed)
    for before in (first_come(task), greedy(task, ON, restarts=3)):
        after = repaired(task, before, tries(4))
        assert cost_of(task, after) <= cost_of(task, before)
        assert all(
            sum(load.values()) <= vehicle.seats
            for load, vehicle in zip(together(task, after), task.vehicles, strict=True)
        )
        counted = [sum(load.get(kind, 0) for load in after.loads) for kind in range(len(task.kinds))]
        assert [n + after.unplaced.get(kind, 0) for kind, n in enumerate(counted)] == [*task.people]


def test_it_mends_what_was_filled_without_thought() -> None:
    task = middling(1)
    before, after = (cost_of(task, each) for each in (first_come(task), repaired(task, first_come(task), tries(5))))
    assert after.unmet < before.unmet
    assert after[1:5] >= (0, certificate(task).unmet, certificate(task).buses, certificate(task).pieces)


def test_the_same_is_repaired_to_the_same() -> None:
    task = middling(2, people=80)
    assert repaired(task, first_come(task), tries(5)) == repaired(task, first_come(task), tries(5))


def test_those_who_stay_are_counted_and_a_locked_bus_is_left_alone() -> None:
    a, b = Kind("A"), Kind("B")
    buses = [Vehicle(BusCode("1-1"), 3), Vehicle(BusCode("1-2"), 3), Vehicle(BusCode("1-3"), 3, is_open=False)]
    task = Task(tuple(buses), (a, b), (3, 2), ({0: 1}, {}, {1: 1}), ({}, {}, {}))
    after = repaired(task, Layout(({0: 1, 1: 1}, {0: 2, 1: 1}, {}), {}), ON)
    assert not after.loads[2]
    assert sum(after.loads[0].values()) <= 2


def test_whoever_has_no_seat_is_told() -> None:
    task = Task((Vehicle(BusCode("1-1"), 1),), (Kind("A"),), (2,), ({},), ({},))
    assert solved(task, [0], {0: 2}) == ({0: {0: 1}}, {0: 1})


def test_it_says_nothing_on_standard_output() -> None:
    code = (
        "from checkin_app.solving.program import solved\n"
        "from checkin_app.domain.planning.route import *\n"
        "solved(Task((Vehicle('1-1', 1),), (Kind('A'),), (1,), ({},), ({},)), [0], {0: 1})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == ""


def test_without_the_solver_a_plan_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    from checkin_app.bootstrap.solver import improved

    monkeypatch.setitem(sys.modules, "checkin_app.solving.repair", None)
    task = middling(1, people=60)
    before = first_come(task)
    assert improved(task, before, ON) is before


@pytest.mark.parametrize(
    ("beside", "seated", "wheelchairs"),
    [((8, 5, 3), 3, 2), ((8, 5, 5), 5, 2), ((8, 8, 8), 8, 2), ((8, 5), 5, 1), ((8,), 8, 0)],
)
def test_a_program_passes_no_layout_and_leaves_nobody_in_a_wheelchair_for_the_seats_that_a_place_takes(
    beside: tuple[int, ...], seated: int, wheelchairs: int
) -> None:
    kinds = [Kind("A", (), accessible=False)] * 9 + [Kind("A", (), accessible=True)] * 2
    travellers = [Traveller(DelegateId(f"{n:02}"), kind, None, stays=False) for n, kind in enumerate(kinds)]
    task = Roll.of(travellers, [Vehicle(BusCode("1-1"), 8, len(beside) - 1, beside=beside)]).task
    found = solved(task, [0], dict(enumerate(task.people)))
    assert found
    loads, without = found
    placed = task.accessible_on(loads[0])
    assert (sum(loads[0].values()) - placed, placed) == (seated, wheelchairs)
    assert sum(without.values()) == 11 - seated - wheelchairs
