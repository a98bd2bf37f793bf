"""Filling buses: nobody twice, no seat twice, accessible places to those who need them."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin_app.domain.buses import LEFT, Bus, BusState
from checkin_app.domain.ids import BusCode, DelegateId, RouteId
from checkin_app.domain.seating import (
    Seats,
    Waiting,
    bus_for_one,
    by_delegation,
    free_seats,
    over_the_seats,
    takes_people,
    with_accessible_place,
)

TWO = RouteId("2")


def _bus(number: int, usable: int, licensed: int = 100, accessible: int = 0) -> Bus:
    return Bus(BusCode(f"2-{number}"), TWO, licensed, usable, min(usable, accessible))


BUSES = st.lists(st.tuples(st.integers(1, 6), st.integers(0, 2)), min_size=1, max_size=4).map(
    lambda some: [_bus(number, usable, accessible=places) for number, (usable, places) in enumerate(some)]
)


@given(BUSES, st.lists(st.lists(st.booleans(), min_size=1, max_size=5), max_size=6))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_no_seat_and_no_accessible_place_is_given_twice(buses: list[Bus], delegations: list[list[bool]]) -> None:
    seats = Seats(buses)
    placed = []
    for number, delegation in enumerate(delegations):
        people = [Waiting(DelegateId(f"{number}-{place}"), TWO, need) for place, need in enumerate(delegation)]
        needs = {each.delegate: each.accessible for each in people}
        placed += [(who, bus, needs[who]) for who, bus in seats.place(people)]
    assert len({who for who, _, _ in placed}) == sum(map(len, delegations))
    taken = Counter(bus for _, bus, _ in placed if bus)
    assert all(taken[bus.code] <= bus.usable_seats for bus in buses)
    special = Counter(bus for _, bus, need in placed if bus and need)
    assert all(special[bus.code] <= bus.accessible_places for bus in buses)
    unplaced = [who for who, bus, need in placed if bus is None and not need]
    assert not unplaced or sum(taken.values()) == sum(bus.usable_seats for bus in buses)


@given(BUSES, st.integers(1, 6))
def test_a_group_that_fits_on_one_bus_stays_together_on_the_fullest(buses: list[Bus], count: int) -> None:
    placed = Seats(buses).place([Waiting(DelegateId(str(each)), TWO, accessible=False) for each in range(count)])
    fitting = [bus for bus in buses if bus.usable_seats >= count]
    if fitting:
        (code,) = {bus for _, bus in placed}
        chosen = next(bus for bus in buses if bus.code == code)
        assert chosen.usable_seats == min(bus.usable_seats for bus in fitting)


@given(BUSES, st.lists(st.integers(0, 6), min_size=4, max_size=4))
def test_somebody_who_comes_late_sits_where_most_seats_are_left_and_never_where_none_is(
    buses: list[Bus], taken: list[int]
) -> None:
    free = [(bus, free_seats(bus, held)) for bus, held in zip(buses, taken, strict=False)]
    chosen = bus_for_one(free)
    most = max(seats for _, seats in free)
    assert (chosen is None) == (most == 0)
    assert chosen is None or {bus.code: seats for bus, seats in free}[chosen.code] == most


@pytest.mark.parametrize("state", BusState)
def test_nobody_is_given_a_seat_or_sent_to_an_accessible_place_on_a_bus_that_is_off(state: BusState) -> None:
    bus = replace(_bus(1, 5, accessible=2), state=state)
    off = state in LEFT
    assert takes_people(bus) != off
    assert (bus_for_one([(bus, 5)]) is None) == off
    assert (with_accessible_place([bus], lambda _bus: 0) is None) == off
    assert (Seats([bus]).place([Waiting(DelegateId("a"), TWO, accessible=False)])[0][1] is None) == off


def test_the_largest_group_of_a_route_is_placed_first() -> None:
    waiting = [
        Waiting(DelegateId(f"{route}{delegation}{n}"), RouteId(route), False, delegation)
        for route, delegation, size in (("1", "A", 1), ("2", "A", 3), ("1", "B", 2))
        for n in range(size)
    ]
    groups = by_delegation(waiting)
    assert [len(group) for group in groups] == [3, 2, 1]
    assert all(len({(each.route, each.delegation) for each in group}) == 1 for group in groups)


@given(st.integers(0, 12), st.sets(st.integers(0, 11)), st.integers(1, 6), st.integers(0, 4))
def test_over_the_seats_is_whom_no_law_and_no_person_let_aboard(
    count: int, chosen: set[int], usable: int, more: int
) -> None:
    bus = _bus(1, usable, licensed=usable + more)
    over = over_the_seats(bus, list(range(count)), chosen)
    if count <= usable:
        assert not over
    elif count > bus.licensed_seats:
        assert list(over) == list(range(bus.licensed_seats, count))
    else:
        assert not chosen & set(over)
        assert len(over) == max(0, len(set(range(count)) - chosen) - usable)
