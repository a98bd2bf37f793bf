"""Seats: who may still be given one, and who is aboard beyond them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.buses import LEFT, Bus, BusState
from checkin_app.domain.ids import BusCode, RouteId
from checkin_app.domain.planning.late import Room, bus_for_one
from checkin_app.domain.seating import (
    free_seats,
    over_the_seats,
    room,
    takes_people,
    with_accessible_place,
)

TWO = RouteId("2")


def _bus(number: int, usable: int, licensed: int = 100, accessible: int = 0) -> Bus:
    return Bus(BusCode(f"2-{number}"), TWO, licensed, usable, min(usable, accessible))


BUSES = st.lists(st.tuples(st.integers(1, 6), st.integers(0, 2)), min_size=1, max_size=4).map(
    lambda some: [_bus(number, usable, accessible=places) for number, (usable, places) in enumerate(some)]
)


@given(BUSES, st.lists(st.integers(0, 6), min_size=4, max_size=4))
def test_somebody_who_comes_late_sits_where_most_seats_are_left_and_never_where_none_is(
    buses: list[Bus], taken: list[int]
) -> None:
    free = [(bus, free_seats(bus, held)) for bus, held in zip(buses, taken, strict=False)]
    chosen = bus_for_one([Room(bus, seats, 0) for bus, seats in free])
    most = max(seats for _, seats in free)
    assert (chosen is None) == (most == 0)
    assert chosen is None or {bus.code: seats for bus, seats in free}[chosen.code] == most


@pytest.mark.parametrize("state", BusState)
def test_nobody_is_given_a_seat_or_sent_to_an_accessible_place_on_a_bus_that_is_off(state: BusState) -> None:
    bus = replace(_bus(1, 5, accessible=2), state=state)
    off = state in LEFT | {BusState.CANCELLED}
    assert takes_people(bus) != off
    assert (bus_for_one([Room(bus, 5, 0)]) is None) == off
    assert (with_accessible_place([bus], lambda each: room(each, 0)) is None) == off


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


def test_somebody_who_comes_late_is_understood_while_there_is_a_seat_for_that_and_a_wheelchair_finds_its_place() -> (
    None
):
    english, russian = (replace(_bus(n, 9), languages=(tongue,)) for n, tongue in enumerate(("en", "ru")))
    rooms = [Room(english, 5, 0), Room(russian, 2, 1)]
    assert bus_for_one(rooms) is english
    assert bus_for_one(rooms, languages=("ru",)) is russian
    assert bus_for_one(rooms, languages=("fr",)) is english
    assert bus_for_one(rooms, accessible=True) is russian
    assert bus_for_one(rooms[:1], accessible=True) is None
    assert bus_for_one([Room(english, 5, 0), Room(russian, 0, 0)], languages=("ru",)) is english
