"""Plans: nobody beyond the seats, needs met or named, what is frozen untouched, and the bound that arithmetic allows."""

from collections import Counter
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from planningkit import broken, conference, fleet, route

from checkin_app.domain.ids import BusCode, DelegateId, RouteId
from checkin_app.domain.planning.bounds import certificate, least
from checkin_app.domain.planning.greedy import Watch, greedy
from checkin_app.domain.planning.keeping import fewest_changes
from checkin_app.domain.planning.layout import Cost, Layout, cost_of
from checkin_app.domain.planning.moves import Move, MoveCost, cost_of_move, moved, pieces_of
from checkin_app.domain.planning.people import Roll, Traveller
from checkin_app.domain.planning.route import Kind, Task, Vehicle
from checkin_app.domain.planning.routes import plan_route
from checkin_app.domain.planning.shortage import Lacking, Shortage, shortages

TONGUES = st.sets(st.sampled_from(["en", "ru", "zh"]), max_size=2)


def beside(seats: int, takes: list[int]) -> tuple[int, ...]:
    """Return the seats beside so many wheelchairs, each of which takes some; nothing where none is named."""
    left = [seats - sum(takes[:number]) for number in range(len(takes) + 1)]
    return tuple(each for each in left if each >= 0) if takes else ()


KINDS = st.builds(
    lambda name, spoken, accessible, vip: Kind(name, tuple(sorted(spoken)), accessible, vip),
    st.sampled_from("ABC"), TONGUES, st.sampled_from([False, False, False, True]),
    st.sampled_from([False, False, False, True]),
)  # fmt: skip
VEHICLES = st.lists(
    st.tuples(
        st.integers(0, 5), st.integers(0, 2), TONGUES, st.sampled_from([True, True, True, False]),
        st.sampled_from([False, False, False, True]),
        # Layouts: how many seats each wheelchair takes, the first, the second and so on; mostly there are none.
        st.one_of(st.just([]), st.lists(st.integers(0, 3), max_size=3)),
    ),
    min_size=1, max_size=5,
).map(
    lambda some: [
        Vehicle(BusCode(f"1-{n}"), seats, min(seats, places), frozenset(spoken), is_open, vip, beside(seats, takes))
        for n, (seats, places, spoken, is_open, vip, takes) in enumerate(some)
    ]
)  # fmt: skip


def _told(_done: int, _whole: int) -> None:
    """Hear nothing."""


WATCH = Watch(_told, lambda: False)


def planned(task: Task, restarts: int = 12) -> Layout:
    return greedy(task, WATCH, restarts=restarts)


@st.composite
def rolls(draw: st.DrawFn) -> Roll:
    """Any small route: some aboard, some on lists, some who wait; buses with other people's seats taken, locked, full."""
    vehicles = draw(VEHICLES)
    codes = st.sampled_from([None, *(each.code for each in vehicles)])
    people = draw(st.lists(st.tuples(KINDS, codes, st.booleans()), max_size=14))
    travellers = [
        Traveller(
            DelegateId(f"{number:02}"), kind, bus, stays=bus is not None and (stays or not _is_open(vehicles, bus))
        )
        for number, (kind, bus, stays) in enumerate(people)
    ]
    return Roll.of(travellers, vehicles)


def _is_open(vehicles: list[Vehicle], bus: BusCode) -> bool:
    return next(each.is_open for each in vehicles if each.code == bus)


@settings(deadline=None)
@given(rolls())
def test_nobody_sits_twice_or_beyond_the_seats_and_what_is_frozen_stays(roll: Roll) -> None:
    for layout in (planned(roll.task), fewest_changes(roll.task, WATCH)):
        assert not broken(roll.task, layout)
        seats = roll.seated(layout)
        assert seats.keys() == {each.delegate for each in roll.travellers if not each.stays}
        counted = Counter(bus for bus in seats.values() if bus)
        assert counted == {
            vehicle.code: sum(load.values())
            for vehicle, load in zip(roll.task.vehicles, layout.loads, strict=True)
            if sum(load.values())
        }


@settings(deadline=None)
@given(rolls())
def test_a_plan_costs_no_less_than_is_proven_of_all(roll: Roll) -> None:
    proven = certificate(roll.task)
    for layout in (planned(roll.task), fewest_changes(roll.task, WATCH)):
        cost = cost_of(roll.task, layout)
        assert cost.unplaced >= proven.unplaced
        if cost.unplaced == proven.unplaced:
            assert cost.unmet >= proven.unmet
        if not cost.unplaced:
            assert cost.buses >= proven.buses
            assert cost.pieces >= proven.least_pieces(cost)
            if (cost.unmet, cost.buses) == (proven.unmet, proven.buses):
                assert cost.mixed >= proven.mixed


def _all_layouts(task: Task):
    """Yield every way to place people who are one of a kind each."""
    places = [None, *range(len(task.vehicles))]
    kinds = [kind for kind, count in enumerate(task.people) for _ in range(count)]
    for seats in product(places, repeat=len(kinds)):
        loads: list[Counter[int]] = [Counter() for _ in task.vehicles]
        unplaced: Counter[int] = Counter()
        for kind, place in zip(kinds, seats, strict=True):
            (unplaced if place is None else loads[place])[kind] += 1
        layout = Layout(tuple(map(dict, loads)), dict(unplaced))
        if not broken(task, layout):
            yield layout


@settings(deadline=None, max_examples=60)
@given(rolls().filter(lambda roll: sum(roll.task.people) <= 4 and len(roll.task.vehicles) <= 3))
def test_what_is_proven_best_is_best_of_all_there_are(roll: Roll) -> None:
    cost = cost_of(roll.task, planned(roll.task))
    if certificate(roll.task).proves(cost):
        assert cost[:6] <= min(cost_of(roll.task, each)[:6] for each in _all_layouts(roll.task))


@settings(deadline=None)
@given(rolls())
def test_a_need_is_met_or_named(roll: Roll) -> None:
    task, layout = roll.task, planned(roll.task)
    cost, named = cost_of(task, layout), shortages(task, layout)
    assert sum(each.people for each in named if each.of is Lacking.LANGUAGE) == cost.unmet
    seats = {Lacking.SEAT, Lacking.ACCESSIBLE_PLACE}
    assert sum(each.people for each in named if each.of in seats) == cost.unplaced
    assert sum(each.people for each in named if each.of is Lacking.VIP_PLACE) == cost.mixed


@settings(deadline=None)
@given(rolls())
def test_the_same_task_has_the_same_plan_and_more_attempts_make_none_worse(roll: Roll) -> None:
    assert planned(roll.task) == planned(roll.task)
    assert cost_of(roll.task, planned(roll.task, 24)) <= cost_of(roll.task, planned(roll.task, 2))


@settings(deadline=None)
@given(rolls())
def test_on_the_day_nobody_leaves_a_list_but_for_one_who_would_be_stranded(roll: Roll) -> None:
    task, layout = roll.task, fewest_changes(roll.task, WATCH)
    over = sum(
        max(0, sum(load.values()) - free) for load, free in zip(task.present, task.free, strict=True)
    ) + sum(
        max(0, task.accessible_on(load) - free)
        for load, free in zip(task.present, task.accessible_free, strict=True)
    )  # fmt: skip
    needing = sum(count for kind, count in zip(task.kinds, task.people, strict=True) if kind.accessible)
    assert cost_of(task, layout).changes <= over + needing


def test_a_wheelchair_finds_its_place_on_the_day_although_the_bus_that_has_one_is_full() -> None:
    walks, rolls_ = Kind("A"), Kind("B", (), accessible=True)
    buses = [Vehicle(BusCode("1-1"), 2, 1), Vehicle(BusCode("1-2"), 2)]
    people = [Traveller(DelegateId(str(n)), walks, BusCode("1-1"), stays=False) for n in range(2)]
    roll = Roll.of([*people, Traveller(DelegateId("w"), rolls_, None, stays=False)], buses)
    layout = fewest_changes(roll.task, WATCH)
    assert cost_of(roll.task, layout)[:1] == (0,)
    assert cost_of(roll.task, layout).changes == 1
    assert roll.seated(layout)[DelegateId("w")] == "1-1"


@pytest.mark.parametrize("seed", range(4))
def test_a_route_of_1500_is_planned_to_the_bound_by_the_greedy_alone(seed: int) -> None:
    roll = route(seed)
    cost = cost_of(roll.task, planned(roll.task, 300))
    groups = Counter(each.kind.delegation for each in roll.travellers)
    assert cost.unplaced == cost.unmet == 0
    assert cost.buses == -(-1500 // 43)
    # Beyond the seats: a delegation with more wheelchairs than a bus has places for is in two pieces for that.
    wheelchairs = Counter(each.kind.delegation for each in roll.travellers if each.kind.accessible)
    assert cost.pieces == sum(max(-(-size // 43), -(-wheelchairs[name] // 2)) for name, size in groups.items())
    assert certificate(roll.task).proves(cost)


def test_5000_people_on_four_routes_are_planned_to_the_bound() -> None:
    for travellers in conference(20240925):
        roll = Roll.of(travellers, fleet(len(travellers)))
        plan = plan_route(RouteId("1"), roll, WATCH, keep=False)
        assert plan.is_best, (plan.cost, plan.proven)
        assert not plan.unplaced
        assert not plan.short_of


def test_with_buses_of_different_sizes_the_bound_is_the_least_number_whose_seats_suffice() -> None:
    assert least(100, [20, 50, 33, 45]) == 3
    assert least(95, [20, 50, 33, 45]) == 2
    assert least(0, [20]) == 0
    assert least(99, [20, 10]) == 2


def test_whoever_speaks_no_language_of_any_bus_with_a_seat_is_named() -> None:
    buses = [Vehicle(BusCode("1-1"), 2, 0, frozenset({"ru"})), Vehicle(BusCode("1-2"), 5, 0, frozenset({"en"}))]
    people = [Traveller(DelegateId(str(n)), Kind("A", ("ru",)), None, stays=False) for n in range(3)]
    roll = Roll.of(people, buses)
    plan = plan_route(RouteId("1"), roll, WATCH, keep=False)
    assert plan.short_of == (Shortage(Lacking.LANGUAGE, 1, ("ru",)),)
    assert str(plan.short_of[0].said).startswith("No Russian-speaking place left for 1:")
    assert not plan.unplaced


def test_where_no_bus_says_what_is_spoken_languages_are_not_looked_at() -> None:
    people = [Traveller(DelegateId(str(n)), Kind("A", ("ru",)), None, stays=False) for n in range(3)]
    plan = plan_route(RouteId("1"), Roll.of(people, [Vehicle(BusCode("1-1"), 5)]), WATCH, keep=False)
    assert plan.is_best
    assert not plan.short_of


def test_one_who_stops_the_planner_has_the_plan_that_changes_least() -> None:
    roll = route(1, 200)
    first = greedy(roll.task, Watch(_told, lambda: True))
    assert not broken(roll.task, first)
    assert not cost_of(roll.task, first).unplaced


def test_a_plan_finished_again_moves_nobody() -> None:
    roll = route(2, 300)
    seats = roll.seated(planned(roll.task, 300))
    again = Roll.of([replace(each, bus=seats[each.delegate]) for each in roll.travellers], roll.task.vehicles)
    layout = planned(again.task, 300)
    assert cost_of(again.task, layout).changes == 0
    assert again.seated(layout) == seats


@st.composite
def moves(draw: st.DrawFn) -> tuple[Task, Layout, Move]:
    """Any move of some who sit on one bus, all of one kind or of several, to another, with a seat for them or without."""
    roll = draw(rolls().filter(lambda each: len(each.task.vehicles) > 1))
    layout = planned(roll.task)
    sitting = [place for place, load in enumerate(layout.loads) if any(load.values())]
    assume(sitting)
    origin = draw(st.sampled_from(sitting))
    target = draw(st.sampled_from([place for place in range(len(roll.task.vehicles)) if place != origin]))
    people = {kind: draw(st.integers(0, count)) for kind, count in layout.loads[origin].items()}
    assume(any(people.values()))
    return roll.task, layout, Move(people, origin, target)


@settings(deadline=None)
@given(moves())
def test_a_move_costs_what_the_plan_is_dearer_by(given_move: tuple[Task, Layout, Move]) -> None:
    task, layout, move = given_move
    price = cost_of_move(task, layout, move)
    before, after = cost_of(task, layout), cost_of(task, moved(layout, move))
    assert price.is_possible == (not broken(task, moved(layout, move)))
    assert (after.buses - before.buses, after.pieces - before.pieces) == (price.buses, price.pieces)
    assert (after.unmet - before.unmet, after.crowding - before.crowding) == (price.unmet, price.crowding)
    of_theirs = [pieces_of(task, each, move.people) for each in (layout, moved(layout, move))]
    assert of_theirs[1] - of_theirs[0] == price.pieces


@settings(deadline=None)
@given(moves())
def test_a_move_and_its_way_back_cost_nothing_together(given_move: tuple[Task, Layout, Move]) -> None:
    task, layout, move = given_move
    there, back = cost_of_move(task, layout, move, lists=2), cost_of_move(task, moved(layout, move), move.back, lists=2)
    summed = [sum(pair) for pair in zip(there[2:], back[2:], strict=True)]
    assert summed == [0, 0, 0, 0, 0, 4, 0], "languages, routes, buses, pieces, VIPs and balance; the lists change twice"
    assert moved(moved(layout, move), move.back).loads == tuple(
        {**dict.fromkeys(move.people, 0), **load} if place in {move.origin, move.target} else load
        for place, load in enumerate(layout.loads)
    )


@settings(deadline=None)
@given(moves())
def test_leaving_a_bus_and_joining_another_cost_together_what_the_move_costs(
    given_move: tuple[Task, Layout, Move],
) -> None:
    task, layout, move = given_move
    leaves, joins = Move(move.people, move.origin, None), Move(move.people, None, move.target)
    left = moved(layout, leaves)
    apart = cost_of_move(task, layout, leaves).with_(cost_of_move(task, left, joins))
    assert apart == cost_of_move(task, layout, move)
    assert moved(left, joins) == moved(layout, move)


@given(st.lists(st.tuples(*[st.integers(0, 3)] * 2, *[st.integers(-9, 9)] * 7), min_size=2, max_size=9))
def test_of_moves_those_that_may_be_come_before_those_that_may_not(some: list[tuple[int, ...]]) -> None:
    costs = sorted(MoveCost(*each) for each in some)
    assert [each.is_possible for each in costs] == sorted((each.is_possible for each in costs), reverse=True)


def test_what_a_move_costs_in_figures() -> None:
    ghana, peru = Kind("Ghana", ("en",)), Kind("Peru", ("es",), accessible=True)
    buses = [
        Vehicle(BusCode("1-1"), 5, 1, frozenset({"en", "es"})), Vehicle(BusCode("1-2"), 2, 0, frozenset({"en"})),
    ]  # fmt: skip
    people = [Traveller(DelegateId(f"g{n}"), ghana, BusCode("1-1"), stays=False) for n in range(3)]
    people.append(Traveller(DelegateId("p0"), peru, BusCode("1-1"), stays=False))
    task = Roll.of(people, buses).task
    layout = Layout(task.present, {})
    g, p = task.kinds.index(ghana), task.kinds.index(peru)
    one = cost_of_move(task, layout, Move({g: 1}, 0, 1), lists=1)
    assert one == MoveCost(0, 0, unmet=0, strayed=0, buses=1, pieces=1, mixed=0, lists=1, crowding=9 + 1 - 16)
    all_of_ghana = cost_of_move(task, layout, Move({g: 3}, 0, 1))
    assert (all_of_ghana.seats_short, all_of_ghana.pieces) == (1, 0)
    wheelchair = cost_of_move(task, layout, Move({p: 1}, 0, 1))
    assert (wheelchair.seats_short, wheelchair.accessible_short, wheelchair.unmet) == (0, 1, 1)
    assert one < wheelchair < all_of_ghana


def test_costs_are_compared_by_what_weighs_most() -> None:
    assert (
        Cost(0, 0, 0, 9, 9, 9, 9, 9)
        < Cost(0, 0, 1, 1, 1, 1, 1, 1)
        < Cost(0, 9, 0, 0, 0, 0, 0, 0)
        < Cost(1, 1, 0, 0, 0, 0, 0, 0)
    )


@given(st.lists(st.integers(1, 8), min_size=1, max_size=5), st.integers(1, 8))
def test_a_group_that_fits_on_one_bus_stays_together(sizes: list[int], count: int) -> None:
    buses = [Vehicle(BusCode(f"1-{n}"), seats) for n, seats in enumerate(sizes)]
    people = [Traveller(DelegateId(str(n)), Kind("A"), None, stays=False) for n in range(count)]
    seats = Roll.of(people, buses).seated(planned(Roll.of(people, buses).task))
    if max(sizes) >= count:
        assert len({*seats.values()}) == 1


def vips(count: int, delegation: str = "Court") -> list[Traveller]:
    return [
        Traveller(DelegateId(f"v{delegation}{n}"), Kind(delegation, vip=True), None, stays=False) for n in range(count)
    ]


def others(count: int, delegation: str) -> list[Traveller]:
    return [Traveller(DelegateId(f"o{delegation}{n}"), Kind(delegation), None, stays=False) for n in range(count)]


def on(roll: Roll, layout: Layout, bus: str) -> set[str]:
    return {who[0] for who, code in roll.seated(layout).items() if code == bus}


@pytest.mark.parametrize(
    ("buses", "people", "cost"),
    [
        # 4 VIPs on the bus for VIPs, 9 others on two of 5: it runs in any case, and is one of three.
        ([(6, True), (5, False), (5, False)], (4, (5, 4)), (3, 3, 0)),
        # A delegation's VIPs are no part of it: it is whole without them.
        ([(6, True), (9, False)], (3, (9,)), (2, 2, 0)),
        # 12 others and 10 seats for them: two ride with the VIPs rather than that another bus runs.
        ([(8, True), (10, False), (10, False)], (4, (10, 2)), (2, 3, 2)),
        # 5 VIPs and 3 places: that they stay together weighs more.
        ([(3, True), (9, False)], (5, (4,)), (2, 2, 5)),
        # Nobody is a VIP: that bus runs last.
        ([(5, True), (5, False)], (0, (5,)), (1, 1, 0)),
        # No bus is for VIPs: they are as everybody.
        ([(5, False), (5, False)], (2, (3,)), (1, 2, 0)),
    ],
)  # fmt: skip
def test_vips_ride_apart_where_nothing_weightier_is_lost(buses, people, cost) -> None:
    vehicles = [
        Vehicle(BusCode(f"1-{n}"), seats, vip=vip) for n, (seats, vip) in enumerate(buses)
    ]  # fmt: skip
    count, groups = people
    roll = Roll.of([*vips(count), *(one for n, size in enumerate(groups) for one in others(size, f"D{n}"))], vehicles)
    found = cost_of(roll.task, planned(roll.task, 300))
    assert (found.unplaced, found.buses, found.pieces, found.mixed) == (0, *cost)


def test_that_vips_are_apart_is_proven() -> None:
    vehicles = [Vehicle(BusCode("1-0"), 20, vip=True), Vehicle(BusCode("1-1"), 45), Vehicle(BusCode("1-2"), 45)]
    roll = Roll.of([*vips(12), *others(40, "A"), *others(41, "B"), *others(3, "C")], vehicles)
    layout = planned(roll.task, 300)
    assert certificate(roll.task).mixed == 0
    assert certificate(roll.task).proves(cost_of(roll.task, layout))
    assert (on(roll, layout, "1-0"), on(roll, layout, "1-1"), on(roll, layout, "1-2")) == ({"v"}, {"o"}, {"o"})


def test_the_bound_says_how_many_have_to_ride_with_others() -> None:
    vehicles = [Vehicle(BusCode("1-0"), 8, vip=True), Vehicle(BusCode("1-1"), 10), Vehicle(BusCode("1-2"), 10)]
    task = Roll.of([*vips(4), *others(10, "A"), *others(2, "B")], vehicles).task
    assert (certificate(task).buses, certificate(task).mixed) == (2, 2)
    many = Roll.of([*vips(11), *others(10, "A")], vehicles).task
    assert (certificate(many).buses, certificate(many).mixed) == (3, 3), (
        "of eleven VIPs eight have a place of their own"
    )


def test_on_the_day_vips_are_put_apart_only_where_no_list_changes() -> None:
    vehicles = [Vehicle(BusCode("1-0"), 5, vip=True), Vehicle(BusCode("1-1"), 5)]
    stands = [replace(each, bus=BusCode("1-1")) for each in vips(1)]
    roll = Roll.of([*stands, *vips(1, "Other")], vehicles)
    seats = roll.seated(fewest_changes(roll.task, WATCH))
    assert seats[stands[0].delegate] == "1-1"
    assert seats[DelegateId("vOther0")] == "1-0"
