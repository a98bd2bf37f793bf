"""Plans on a store: whole or not at all, taken back as one, and nobody's seat taken from under them."""

from collections import Counter

import pytest

from checkin_app.domain.buses import BusState
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import BusCode, CategoryId, DelegateId, RouteId, bus_checkpoint
from checkin_app.domain.kinds.rides import Ground
from checkin_app.domain.outcomes import Answer
from checkin_app.domain.planning.shortage import Lacking
from checkin_app.domain.problems import UnknownBus, UnknownRoute
from checkin_app.domain.problems_planning import NothingPlanned, PlanOutdated, PlanStopped
from checkin_app.domain.programme import EntryWritten, Part, lines_of, values_of
from checkin_app.domain.ride_states import RideState, RideVerb
from checkin_app.services.exchange import exchange
from checkin_app.services.planning import Planned, PlanWish
from checkin_app.services.rides import RideWish
from checkin_app.services.scanning import How

ALL = PlanWish()


def guests(post, *delegations: str, **more: object) -> list:
    return [post.register(f"Guest {number}", delegation=name, **more) for number, name in enumerate(delegations)]


def seats_of(post, people) -> list[BusCode | None]:
    return [post.card(each).movements.bus for each in people]


def aboard(post, who, bus: str) -> None:
    post.station.scanning.enter(who.id, bus_checkpoint(BusCode(bus)), How.FOUND)
    if not post.card(who).movements.aboard:
        scan = post.station.queries.recent_scans(1)[0]
        post.station.scanning.answer(scan.fact_id, Answer.BOARD_HERE)


def only(planned: Planned):
    (each,) = planned.routes
    return each.plan


def test_delegations_are_planned_whole_on_the_fewest_buses_and_a_second_time_nobody_moves(post) -> None:
    for number in range(3):
        post.bus(f"2-{number}", usable=4, opened=False)
    people = guests(post, *"AAABBC")
    first = post.station.planning.plan(ALL)
    seats = seats_of(post, people)
    assert (only(first).is_best, only(first).cost.buses, only(first).cost.pieces, first.moved) == (True, 2, 3, 6)
    assert len({*seats[:3]}) == len({*seats[3:5]}) == 1
    again = post.station.planning.plan(ALL)
    assert (again.moved, again.operation) == (0, None)
    assert seats_of(post, people) == seats


def excuse(post, who) -> None:
    post.station.rides.say(RideWish(who.id, RideVerb.EXCUSE, ground=Ground.UNWELL, by="Ann"))


def state_of(post, who) -> RideState:
    return post.station.rides.look(who.id).state


def test_whoever_is_excused_stays_excused_when_all_is_planned_anew_and_others_have_the_seat(post) -> None:
    post.bus("2-1", usable=2, opened=False)
    post.bus("2-2", usable=2, opened=False)
    people = guests(post, *"ABA")
    for who, bus in zip(people, ("2-1", "2-1", "2-2"), strict=True):
        post.station.dispatch.assign(who.id, BusCode(bus))
    excuse(post, people[1])
    planned = post.station.planning.plan(ALL)
    assert (only(planned).people, only(planned).cost.buses) == (2, 1)
    assert seats_of(post, people)[1] == "2-1"
    assert seats_of(post, people)[0] == seats_of(post, people)[2]
    assert state_of(post, people[1]) is RideState.EXCUSED


def test_whoever_did_not_come_and_has_no_bus_is_given_none(post) -> None:
    post.bus("2-1", usable=2, opened=False)
    excused, waits = guests(post, "A", "B")
    excuse(post, excused)
    assert post.station.planning.plan(ALL).moved == 1
    post.station.planning.take_back()
    assert post.station.planning.fill().placed == 1
    assert (seats_of(post, [excused, waits]), state_of(post, excused)) == ([None, "2-1"], RideState.EXCUSED)


def test_whoever_is_excused_while_it_is_planned_stays_so(post) -> None:
    post.bus("2-1", usable=2, opened=False)
    who, other = guests(post, "A", "B")

    def meddle(_done: int, _whole: int) -> None:
        if post.card(who).movements.ride.said is None:
            excuse(post, who)

    assert post.station.planning.plan(ALL, progress=meddle).moved == 1
    assert (seats_of(post, [who, other]), state_of(post, who)) == ([None, "2-1"], RideState.EXCUSED)


def test_a_dry_run_changes_nothing(post) -> None:
    post.bus("2-1", opened=False)
    people = guests(post, "A", "B")
    planned = post.station.planning.plan(PlanWish(dry=True))
    assert (planned.moved, planned.operation) == (2, None)
    assert seats_of(post, people) == [None, None]
    with pytest.raises(NothingPlanned):
        post.station.planning.take_back()


def test_a_plan_is_taken_back_as_one_and_whom_somebody_moved_since_stays_there(post) -> None:
    post.bus("2-1", usable=4, opened=False)
    post.bus("2-2", usable=4, opened=False)
    people = guests(post, "A", "A", "B")
    post.station.dispatch.assign(people[0].id, BusCode("2-1"))
    post.station.dispatch.assign(people[1].id, BusCode("2-2"))
    planned = post.station.planning.plan(ALL)
    assert planned.moved == 2
    assert len({*seats_of(post, people)}) == 1
    post.station.dispatch.assign(people[2].id, BusCode("2-2"))
    post.station.planning.take_back(planned.operation)
    assert seats_of(post, people) == ["2-1", "2-2", "2-2"]
    assert all(len(post.card(each).movements.ride.edits) <= 1 for each in people)
    with pytest.raises(NothingPlanned):
        post.station.planning.take_back()


def test_whoever_is_moved_by_a_plan_and_then_by_hand_is_on_one_list_when_it_is_taken_back(post) -> None:
    post.bus("2-1", usable=4, opened=False)
    post.bus("2-2", usable=4, opened=False)
    people = guests(post, "A", "A")
    post.station.dispatch.assign(people[0].id, BusCode("2-1"))
    post.station.dispatch.assign(people[1].id, BusCode("2-2"))
    post.station.planning.plan(ALL)
    (moved,) = [each for each, was in zip(people, ("2-1", "2-2"), strict=True) if post.card(each).movements.bus != was]
    post.station.dispatch.assign(moved.id, None)
    post.station.planning.take_back()
    assert post.card(moved).movements.bus is None
    assert len(post.card(moved).movements.ride.edits) == 1


def test_a_seat_that_somebody_else_has_by_now_is_not_given_twice_when_a_plan_is_taken_back(post) -> None:
    post.bus("2-1", usable=1, opened=False)
    post.bus("2-2", usable=4, opened=False)
    people = guests(post, "A", "A")
    post.station.dispatch.assign(people[0].id, BusCode("2-1"))
    post.station.dispatch.assign(people[1].id, BusCode("2-2"))
    post.station.planning.plan(ALL)
    assert seats_of(post, people) == ["2-2", "2-2"]
    late = guests(post, "B")
    post.station.dispatch.assign(late[0].id, BusCode("2-1"))
    post.station.planning.take_back()
    assert seats_of(post, people + late) == ["2-2", "2-2", "2-1"]
    assert all(len(post.card(each).movements.ride.edits) <= 1 for each in people)


def test_a_locked_bus_is_left_as_it_is(post) -> None:
    post.bus("2-1", usable=4, opened=False)
    post.bus("2-2", usable=4, opened=False)
    people = guests(post, *"ABAB")
    post.station.dispatch.assign(people[0].id, BusCode("2-1"))
    post.station.dispatch.assign(people[1].id, BusCode("2-1"))
    post.station.planning.plan(PlanWish(keep=frozenset({BusCode("2-1")})))
    assert seats_of(post, people) == ["2-1", "2-1", "2-2", "2-2"]


def test_a_lock_lasts_for_every_plan_at_every_laptop_until_somebody_takes_it_away(new_post) -> None:
    here, there = new_post("here"), new_post("there")
    for number in (1, 2):
        here.bus(f"2-{number}", usable=4, opened=False)
    people = guests(here, *"ABAB")
    for who in people[:2]:
        here.station.dispatch.assign(who.id, BusCode("2-1"))
    here.station.dispatch.lock(BusCode("2-1"), locked=True)
    assert not here.station.dispatch.lock(BusCode("2-1"), locked=True).changes
    exchange(here.station, there.station)
    for _ in range(2):
        there.station.planning.plan(ALL)
        assert seats_of(there, people) == ["2-1", "2-1", "2-2", "2-2"]
    there.station.planning.take_back()
    assert there.station.planning.fill().placed == 2
    assert seats_of(there, people) == ["2-1", "2-1", "2-2", "2-2"]
    there.station.dispatch.lock(BusCode("2-1"), locked=False)
    exchange(here.station, there.station)
    here.station.planning.plan(ALL)
    assert len({*seats_of(here, people)}) == 1
    with pytest.raises(UnknownBus):
        here.station.dispatch.lock(BusCode("9-9"), locked=True)


def test_two_laptops_that_lock_and_unlock_apart_are_asked(new_post) -> None:
    here, there = new_post("here"), new_post("there")
    here.bus("2-1", opened=False)
    here.station.dispatch.lock(BusCode("2-1"), locked=True)
    exchange(here.station, there.station)
    here.station.dispatch.lock(BusCode("2-1"), locked=False)
    exchange(here.station, there.station)
    for post, locked in ((here, True), (there, True)):
        post.station.dispatch.lock(BusCode("2-1"), locked=locked)
    there.station.dispatch.lock(BusCode("2-1"), locked=False)
    exchange(here.station, there.station)
    assert [each.field for each in here.station.queries.conflicts()] == ["locked"]
    here.station.dispatch.lock(BusCode("2-1"), locked=True)
    assert here.station.queries.conflicts() == []


def test_the_boarded_are_frozen_and_the_printed_lists_stay_while_newcomers_find_a_seat(post) -> None:
    post.bus("2-1", usable=3)
    post.bus("2-2", usable=3)
    people = guests(post, *"AABB")
    for who, bus in zip(people, ("2-1", "2-2", "2-1", "2-2"), strict=True):
        post.station.dispatch.assign(who.id, BusCode(bus))
    aboard(post, people[0], "2-1")
    late = guests(post, "A", "C")
    planned = post.station.planning.plan(ALL)
    assert only(planned).kept
    assert seats_of(post, people) == ["2-1", "2-2", "2-1", "2-2"]
    assert Counter(seats_of(post, late)) == {"2-1": 1, "2-2": 1}


def test_an_accessible_need_and_a_language_are_met_or_named(post) -> None:
    post.bus("2-1", usable=2, opened=False, languages=("en",))
    post.bus("2-2", usable=2, opened=False, languages=("ru",), accessible_places=1)
    wheelchairs = [post.register(f"Chair {n}", delegation="W", accessible=True) for n in range(2)]
    speaks = [post.register(f"Speaks {n}", delegation="R", languages=("ru",)) for n in range(2)]
    plan = only(post.station.planning.plan(ALL))
    assert sorted(map(str, seats_of(post, wheelchairs))) == ["2-2", "None"]
    assert plan.unplaced == (next(each.id for each in wheelchairs if not post.card(each).movements.bus),)
    assert sorted(map(str, seats_of(post, speaks))) == ["2-1", "2-2"]
    assert {(each.of, each.people) for each in plan.short_of} == {(Lacking.ACCESSIBLE_PLACE, 1), (Lacking.LANGUAGE, 1)}


def test_who_stops_the_planner_changes_nothing(post) -> None:
    post.bus("2-1", opened=False)
    people = guests(post, "A", "B")
    with pytest.raises(PlanStopped):
        post.station.planning.plan(ALL, stopped=lambda: True)
    assert seats_of(post, people) == [None, None]
    assert post.station.planning.plan(ALL).moved == 2


def test_a_plan_on_buses_that_others_changed_meanwhile_is_not_written(post) -> None:
    post.bus("2-1", opened=False)
    people = guests(post, "A", "B")

    def meddle(_done: int, _whole: int) -> None:
        if len(post.station.queries.buses(rehearsal=False)) == 1:
            post.bus("2-2", opened=False)

    with pytest.raises(PlanOutdated):
        post.station.planning.plan(ALL, progress=meddle)
    assert seats_of(post, people) == [None, None]


def test_a_plan_for_a_bus_that_left_meanwhile_is_not_written(post) -> None:
    post.bus("2-1", opened=False)
    guests(post, "A")

    def leave(_done: int, _whole: int) -> None:
        if post.station.queries.buses(rehearsal=False)[0].bus.state is BusState.PLANNED:
            post.station.dispatch.open_doors(BusCode("2-1"))
            post.move(BusCode("2-1"), BusState.DEPARTED)

    with pytest.raises(PlanOutdated):
        post.station.planning.plan(ALL, progress=leave)


def test_who_boards_while_it_is_planned_keeps_the_seat_they_are_on(post) -> None:
    post.bus("2-1", usable=4)
    post.station.dispatch.move_to(BusCode("2-1"), BusState.PLANNED)
    post.bus("2-2", usable=2, opened=False)
    people = guests(post, "A", "A", "A")
    post.station.dispatch.assign(people[0].id, BusCode("2-2"))

    def board(_done: int, _whole: int) -> None:
        if not post.card(people[0]).movements.aboard:
            post.station.dispatch.open_doors(BusCode("2-2"))
            aboard(post, people[0], "2-2")

    planned = post.station.planning.plan(ALL, progress=board)
    assert planned.moved == 2
    assert post.card(people[0]).movements.bus == "2-2"


def test_one_route_alone_is_planned_and_what_is_not_there_is_named(post) -> None:
    post.bus("1-1", opened=False)
    post.bus("2-1", opened=False)
    one = post.register("One", route=RouteId("1"))
    two = post.register("Two")
    assert [each.plan.route for each in post.station.planning.plan(PlanWish(RouteId("1"))).routes] == ["1"]
    assert seats_of(post, [one, two]) == ["1-1", None]
    with pytest.raises(UnknownRoute):
        post.station.planning.plan(PlanWish(RouteId("9")))
    with pytest.raises(UnknownBus):
        post.station.planning.plan(PlanWish(keep=frozenset({BusCode("9-9")})))


def test_a_route_without_buses_names_everybody_who_has_no_seat(post) -> None:
    (who,) = guests(post, "A")
    plan = only(post.station.planning.plan(ALL))
    assert plan.unplaced == (DelegateId(who.id),)
    assert not plan.is_best
    assert [str(each.said) for each in plan.short_of] == ["No seat left for 1: more buses, or larger ones, are needed."]


def test_where_a_route_has_too_few_seats_people_go_to_their_second_choice_and_are_named(post) -> None:
    post.bus("2-1", usable=2, opened=False)
    post.bus("3-1", usable=2, opened=False)
    stay = guests(post, "A", "A")
    willing = guests(post, "B", second_route=RouteId("3"))
    planned = post.station.planning.plan(ALL)
    assert seats_of(post, [*stay, *willing]) == ["2-1", "2-1", "3-1"]
    two = next(each.plan for each in planned.routes if each.plan.route == "2")
    assert [(each.of, each.delegates) for each in two.short_of] == [(Lacking.FIRST_CHOICE, (willing[0].id,))]
    assert two.is_best
    assert post.station.planning.plan(ALL).moved == 0
    post.bus("2-2", usable=2, opened=False)
    post.station.planning.plan(ALL)
    assert seats_of(post, willing) == ["2-2"], "with seats enough everybody has their first choice"


def test_nobody_leaves_a_printed_list_for_another_route(post) -> None:
    post.bus("2-1", usable=1)
    post.bus("3-1", usable=2)
    (there,) = guests(post, "B", second_route=RouteId("3"))
    post.station.dispatch.assign(there.id, BusCode("2-1"))
    (late,) = guests(post, "A", second_route=RouteId("3"))
    post.station.planning.plan(ALL)
    assert seats_of(post, [there, late]) == ["2-1", "3-1"]


def with_vips(post) -> None:
    """Say that ministers ride on a bus for VIPs, and that 2-1 is one."""
    forum = post.station.forum
    lines = lines_of(forum, Part.CATEGORY, "minister") | {"vip": "yes"}
    values = values_of(Part.CATEGORY, lines, forum.languages)
    post.station.programme.change(EntryWritten(Part.CATEGORY, "minister", values))
    post.station.in_force.forum = post.station.queries.forum()
    post.station.dispatch.keep_for_vips(BusCode("2-1"), kept=True)


def test_vips_of_a_marked_category_are_planned_onto_the_bus_for_vips_and_nobody_else(post) -> None:
    for bus, usable in (("2-1", 2), ("2-2", 4), ("2-3", 4)):
        post.bus(bus, usable=usable, opened=False)
    ministers = guests(post, "A", "B", category=CategoryId("minister"))
    people = guests(post, *"AAABBC")
    first = post.station.planning.plan(ALL)
    assert (only(first).cost.buses, only(first).cost.mixed) == (2, 0), "nobody said yet who and what is for VIPs"
    with_vips(post)
    planned = post.station.planning.plan(ALL)
    assert only(planned).is_best
    assert (only(planned).cost.buses, only(planned).cost.mixed) == (3, 0), "the bus for VIPs runs in any case"
    assert seats_of(post, ministers) == ["2-1", "2-1"]
    assert "2-1" not in seats_of(post, people)
    foreseen = post.station.reseating.foresee(BusCode("2-1"), [ministers[0].id])
    assert {each.cost.mixed for each in foreseen.buses} == {1}, "by hand it is seen what it costs"
    post.station.dispatch.keep_for_vips(BusCode("2-1"), kept=False)
    assert not post.station.dispatch.keep_for_vips(BusCode("2-1"), kept=False).changes, "said already"
    assert only(post.station.planning.plan(ALL)).cost.buses == 2


def test_where_vips_and_others_have_to_ride_together_it_is_said(post) -> None:
    post.bus("2-1", usable=4, opened=False)
    with_vips(post)
    guests(post, "A", category=CategoryId("minister"))
    guests(post, "B", "C")
    plan = only(post.station.planning.plan(ALL))
    assert plan.is_best
    (short,) = plan.short_of
    assert (short.of, short.people) == (Lacking.VIP_PLACE, 2)


def test_a_vip_who_comes_late_gets_a_seat_on_the_bus_for_vips(post) -> None:
    post.bus("2-1", usable=2, opened=False)
    post.bus("2-2", usable=9, opened=False)
    with_vips(post)
    late = [
        post.station.walk_ins.register(
            Delegate(DelegateId(""), f"Guest {n}", category=CategoryId(category), route=RouteId("2")), None
        ).bus
        for n, category in enumerate(("minister", "delegate", "minister", "minister"))
    ]
    assert late == ["2-1", "2-2", "2-1", "2-2"]
