"""Filling buses: nobody twice, no seat twice, accessible places to those who need them."""

from collections import Counter

import pytest

from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.ids import BusCode, RouteId, bus_checkpoint
from checkin_app.domain.outcomes import Answer
from checkin_app.domain.problems import FieldInvalid, UnknownBus, UnknownRoute
from checkin_app.domain.problems_fleet import BusExists
from checkin_app.services.scanning import How


def test_nobody_is_given_a_seat_on_a_bus_that_is_off_or_one_that_somebody_sits_on(post) -> None:
    post.bus("2-1", usable=9)
    post.bus("2-2", usable=2)
    sits = post.register("Sits")
    post.station.scanning.enter(sits.id, bus_checkpoint(BusCode("2-2")), How.FOUND)
    scan = post.station.queries.recent_scans(1)[0]
    post.station.scanning.answer(scan.fact_id, Answer.BOARD_HERE)
    post.move(BusCode("2-1"), BusState.DEPARTED)
    guests = [post.register(f"Guest {number}", delegation=str(number)) for number in range(2)]
    result = post.station.planning.fill()
    assert (result.placed, len(result.unplaced)) == (1, 1)
    assert {post.card(guest).movements.bus for guest in guests} == {"2-2", None}
    assert post.card(sits).movements.bus is None


def test_everybody_who_chose_a_route_is_put_on_one_of_its_buses_and_a_second_time_changes_nothing(post) -> None:
    post.bus("2-1", usable=2)
    post.bus("2-2", usable=2)
    guests = [post.register(f"Guest {number}", delegation="AABBC"[number]) for number in range(5)]
    stays = post.register("Stays", route=RouteId(""))
    result = post.station.planning.fill()
    assert (result.placed, len(result.unplaced)) == (4, 1)
    buses = [post.card(guest).movements.bus for guest in guests]
    assert Counter(buses) == {"2-1": 2, "2-2": 2, None: 1}
    assert buses[0] == buses[1]  # a delegation that fits stays together
    assert post.card(stays).movements.bus is None
    assert post.station.planning.fill().placed == 0


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


def test_nobody_whose_badge_is_revoked_is_given_a_seat(post) -> None:
    post.bus("2-1")
    comes, stopped = post.register("Comes"), post.register("Stopped")
    post.station.badges.revoke(stopped.id, "left the delegation")
    result = post.station.planning.fill()
    assert (result.placed, result.unplaced) == (1, ())
    assert (post.card(comes).movements.bus, post.card(stopped).movements.bus) == ("2-1", None)
    post.station.badges.restore(stopped.id, "came after all")
    assert post.station.planning.fill().placed == 1
