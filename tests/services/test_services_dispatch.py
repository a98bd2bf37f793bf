"""Filling buses: nobody twice, no seat twice, accessible places to those who need them."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin_app.domain.buses import Bus
from checkin_app.domain.ids import BusCode, RouteId
from checkin_app.domain.problems import BusExists, FieldInvalid, UnknownBus, UnknownRoute
from checkin_app.services.seating import _Seats, _Waiting


@given(
    st.lists(st.tuples(st.integers(1, 6), st.integers(0, 2)), min_size=1, max_size=4),
    st.lists(st.lists(st.booleans(), min_size=1, max_size=5), max_size=6),
)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_no_seat_and_no_accessible_place_is_given_twice(buses, delegations) -> None:
    codes = [BusCode(f"2-{number}") for number in range(len(buses))]
    free = dict(zip(codes, (usable for usable, _ in buses), strict=True))
    places = dict(zip(codes, (min(usable, accessible) for usable, accessible in buses), strict=True))
    seats = _Seats({"2": dict(free)}, dict(places))
    placed = []
    for number, delegation in enumerate(delegations):
        people = [_Waiting(f"{number}-{place}", "2", need) for place, need in enumerate(delegation)]
        needs = {each.delegate: each.accessible for each in people}
        placed += [(who, bus, needs[who]) for who, bus in seats.place(people)]
    assert len({who for who, _, _ in placed}) == sum(map(len, delegations))
    taken = Counter(bus for _, bus, _ in placed if bus)
    assert all(taken[bus] <= free[bus] for bus in codes)
    special = Counter(bus for _, bus, need in placed if bus and need)
    assert all(special[bus] <= places[bus] for bus in codes)
    unplaced = [who for who, bus, need in placed if bus is None and not need]
    assert not unplaced or sum(taken.values()) == sum(free.values())


def test_everybody_who_chose_a_route_is_put_on_one_of_its_buses_and_a_second_time_changes_nothing(post) -> None:
    post.bus("2-1", usable=2)
    post.bus("2-2", usable=2)
    guests = [post.register(f"Guest {number}", delegation="AABBC"[number]) for number in range(5)]
    stays = post.register("Stays", route=RouteId(""))
    result = post.station.seating.fill()
    assert (result.placed, len(result.unplaced)) == (4, 1)
    buses = [post.card(guest).movements.bus for guest in guests]
    assert Counter(buses) == {"2-1": 2, "2-2": 2, None: 1}
    assert buses[0] == buses[1]  # a delegation that fits stays together
    assert post.card(stays).movements.bus is None
    assert post.station.seating.fill().placed == 0


@pytest.mark.parametrize(
    ("bus", "problem"),
    [
        (Bus(BusCode("two"), RouteId("2"), 10, 10), FieldInvalid),
        (Bus(BusCode("2-1"), RouteId("7"), 10, 10), UnknownRoute),
        (Bus(BusCode("2-1"), RouteId("2"), 0, 0), FieldInvalid),
        (Bus(BusCode("2-1"), RouteId("2"), 10, 11), FieldInvalid),
        (Bus(BusCode("2-1"), RouteId("2"), 10, 10, accessible_places=11), FieldInvalid),
        (Bus(BusCode("2-1"), RouteId("2"), 10, 10, departs="25:99"), FieldInvalid),
        (Bus(BusCode("2-1"), RouteId("2"), 10, 10, departs="8:30\n"), FieldInvalid),
        (Bus(BusCode("2-1"), RouteId("2"), 10, 10, driver="x" * 5000), FieldInvalid),
    ],
)
def test_a_bus_that_cannot_be_is_refused(post, bus, problem) -> None:
    with pytest.raises(problem):
        post.station.dispatch.add_bus(bus)
    assert not post.station.queries.buses(rehearsal=False)


def test_a_bus_is_added_once_and_an_unknown_one_is_named(post) -> None:
    bus = post.bus("2-1")
    with pytest.raises(BusExists):
        post.station.dispatch.add_bus(bus)
    with pytest.raises(UnknownBus):
        post.station.dispatch.open_doors(BusCode("2-9"))
    with pytest.raises(UnknownBus):
        post.station.dispatch.assign(post.register().id, BusCode("2-9"))
