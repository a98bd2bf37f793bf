"""A bus is made ready, held, cancelled, and goes from stop to stop: on a real store, with nothing half done."""

import pytest

from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.ids import BusCode, RouteId
from checkin_app.domain.outcomes import Reason
from checkin_app.domain.problems import BusAlready, BusCannotBecome, FieldInvalid, UnknownBus
from checkin_app.domain.problems_stops import BusCarriesPeople, BusNotReady, NothingAtStops, StopInUse, StopUnknown
from checkin_app.domain.programme import EntryWritten, Part, lines_of, values_of
from checkin_app.domain.stops import day_of, here, stop_removed
from checkin_app.services.exchange import exchange

BUS = BusCode("2-1")


def told(post):
    return post.station.head_counts.of(BUS)


def day(post):
    route = post.station.forum.route(RouteId("2"))
    return [(each.name, each.state.value) for each in day_of(route.stops, told(post).visits, told(post).skips)]


def leave(post) -> None:
    """Count a bus by two people, release it, and let it leave."""
    for counter in ("Ann", "Bo"):
        post.station.head_counts.count(BUS, counter, 0)
    post.station.head_counts.release(BUS)
    post.station.dispatch.move_to(BUS, BusState.DEPARTED)


def without_stop(post, number: int) -> EntryWritten:
    route, forum = post.station.forum.route(RouteId("2")), post.station.forum
    values = values_of(Part.ROUTE, lines_of(forum, Part.ROUTE, "2"), forum.languages)
    values["stops"] = [dict(each.name.by_language) for each in stop_removed(route, number)]
    return EntryWritten(Part.ROUTE, "2", values)


@pytest.fixture
def away(post):
    """Return a post whose bus 2-1 has left, and the names of its route's stops."""
    post.bus("2-1")
    leave(post)
    names = [each for each, _ in day(post)]
    assert len(names) > 1
    return post, names


def test_a_bus_goes_from_stop_to_stop_and_is_counted_at_each_before_it_goes_on(away) -> None:
    post, names = away
    days = post.station.bus_days
    days.arrive(BUS, "2")
    assert told(post).bus.state is BusState.AT_STOP
    with pytest.raises(BusCannotBecome):
        post.station.dispatch.move_to(BUS, BusState.DEPARTED)
    post.station.dispatch.open_doors(BUS)
    leave(post)
    assert [each.people for each in told(post).visits] == [0, 0]
    assert day(post)[:2] == [(names[1], "left"), (names[0], "ahead")]
    post.station.upkeep.check()


def test_an_unscheduled_stop_is_opened_at_once_and_taken_back_at_once(away) -> None:
    post, names = away
    days = post.station.bus_days
    days.arrive(BUS, doors=True)
    assert (told(post).bus.state, day(post)[0]) == (BusState.BOARDING, ("", "here"))
    days.undo(BUS)
    assert (told(post).bus.state, here(told(post).visits)) == (BusState.DEPARTED, None)
    days.arrive(BUS, "Tea house")
    assert [each for each, _ in day(post)] == ["Tea house", *names]
    post.station.upkeep.check()


def test_only_the_last_arrival_or_departure_is_taken_back_and_only_before_more_is_said(away) -> None:
    post, _ = away
    days = post.station.bus_days
    days.undo(BUS)
    assert told(post).bus.state is BusState.RELEASED
    with pytest.raises(NothingAtStops):
        days.undo(BUS)
    post.station.dispatch.move_to(BUS, BusState.DEPARTED)
    days.arrive(BUS, doors=True)
    post.station.head_counts.count(BUS, "Ann", 0)
    with pytest.raises(NothingAtStops):
        days.undo(BUS)
    assert told(post).bus.state is BusState.COUNTING


def test_a_stop_is_passed_by_with_a_reason_and_called_at_after_all(away) -> None:
    post, names = away
    days = post.station.bus_days
    with pytest.raises(FieldInvalid):
        days.skip(BUS, names[0], " ")
    days.skip(BUS, names[0], "road closed")
    assert (day(post)[0], told(post).skips[0].reason) == ((names[0], "skipped"), "road closed")
    with pytest.raises(StopUnknown):
        days.skip(BUS, names[0], "again")
    days.restore(BUS, "1")
    assert day(post)[0] == (names[0], "ahead")
    with pytest.raises(StopUnknown):
        days.restore(BUS, "1")
    with pytest.raises(StopUnknown) as wrong:
        days.arrive(BUS, "77")
    assert names[1] in str(wrong.value.details["known"])
    assert told(post).bus.state is BusState.DEPARTED


def test_a_stop_cannot_go_from_a_route_while_a_bus_stands_there_and_can_once_it_left(away) -> None:
    post, names = away
    post.station.bus_days.arrive(BUS, names[0])
    with pytest.raises(StopInUse) as refused:
        post.station.programme.change(without_stop(post, 1))
    assert (refused.value.details["bus"], refused.value.details["name"]) == ("2-1", names[0])
    assert len(post.station.forum.route(RouteId("2")).stops) == len(names)
    assert post.station.programme.change(without_stop(post, 2)).changes
    post.station.dispatch.open_doors(BUS)
    leave(post)
    assert post.station.programme.change(without_stop(post, 1)).changes


def test_what_two_laptops_say_of_stops_comes_to_the_same_on_both(away, new_post) -> None:
    post, names = away
    post.station.bus_days.arrive(BUS, names[0], doors=True)
    post.station.bus_days.skip(BUS, names[1], "late")
    other = new_post("Other")
    exchange(post.station, other.station)
    assert day(other) == day(post)
    assert told(other).bus.state is BusState.BOARDING


def test_a_bus_is_ready_only_where_it_lacks_nothing_and_its_doors_open_all_the_same(post) -> None:
    post.bus("2-1", opened=False)
    days = post.station.bus_days
    with pytest.raises(BusNotReady):
        days.ready(BUS)
    texts = {"plate": "京A·30302", "driver": "Mo", "driver_phone": "13800138000", "guide": "Gu", "languages": ("zh",)}
    whole = {**texts, "coordinator": "Co", "bay": "7", "departs": "08:30"}
    post.station.dispatch.amend_bus(Bus(BUS, RouteId("2"), 12, 10, **whole), whole)
    for accessible in (True, False):
        post.station.dispatch.assign(post.register(str(accessible), accessible=accessible).id, BUS)
    with pytest.raises(BusNotReady):
        days.ready(BUS)
    assert post.station.queries.wheelchairs() == {BUS: 1}
    post.station.dispatch.amend_bus(Bus(BUS, RouteId("2"), 12, 10, 1, **whole), ["accessible_places"])
    days.ready(BUS)
    with pytest.raises(BusAlready):
        days.ready(BUS)
    assert told(post).bus.state is BusState.READY
    post.station.dispatch.open_doors(BUS)
    with pytest.raises(UnknownBus):
        days.ready(BusCode("2-9"))


def test_nobody_boards_a_held_bus_and_it_says_why_it_is(post) -> None:
    guest = post.register()
    post.bus("2-1")
    post.station.dispatch.assign(guest.id, BUS)
    post.station.bus_days.hold(BUS, "engine\n warm")
    assert (told(post).bus.state, told(post).held) == (BusState.HELD, "engine warm")
    assert post.station.scanning.scan((post.code(guest),), "bus:2-1").decision.reason is Reason.BUS_NOT_OPEN
    with pytest.raises(BusCannotBecome):
        post.station.head_counts.count(BUS, "Ann", 0)
    post.station.dispatch.open_doors(BUS)
    assert (told(post).held, post.station.scanning.scan((post.code(guest),), "bus:2-1").decision.reason) == (
        "",
        Reason.BOARDED,
    )


def test_a_bus_with_people_aboard_is_not_cancelled_and_one_that_is_may_run_after_all(post) -> None:
    guest = post.register()
    post.bus("2-1")
    post.station.dispatch.assign(guest.id, BUS)
    post.station.scanning.scan((post.code(guest),), "bus:2-1")
    days = post.station.bus_days
    days.hold(BUS, "brakes")
    with pytest.raises(BusCarriesPeople) as refused:
        days.cancel(BUS, "brakes")
    assert (refused.value.details["people"], told(post).bus.state) == (1, BusState.HELD)
    scan = post.station.queries.recent_scans(1)[0]
    post.station.scanning.undo(scan.fact_id)
    days.cancel(BUS, "brakes")
    assert (told(post).bus.state, told(post).held) == (BusState.CANCELLED, "brakes")
    post.station.dispatch.move_to(BUS, BusState.PLANNED)
    post.station.upkeep.check()


def test_a_bus_of_a_route_that_leaves_the_province_is_ready_only_with_its_charter_sign(post) -> None:
    crew = {"driver": "Li", "driver_phone": "1", "guide": "Wu", "coordinator": "An", "plate": "京A·1", "bay": "7"}
    for route in ("3", "4"):
        bus = Bus(BusCode(f"{route}-1"), RouteId(route), 45, 40, departs="08:30", languages=("zh",), **crew)
        post.station.dispatch.add_bus(bus)
    post.station.bus_days.ready(BusCode("3-1"))
    with pytest.raises(BusNotReady):
        post.station.bus_days.ready(BusCode("4-1"))
    signed = Bus(
        BusCode("4-1"), RouteId("4"), 45, 40, departs="08:30", languages=("zh",), charter_sign="京包 0417", **crew
    )
    post.station.dispatch.amend_bus(signed)
    post.station.bus_days.ready(BusCode("4-1"))
