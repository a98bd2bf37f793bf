"""Guests are put on another bus by hand: at the cost that was said, never past a seat, a place or a lock, and back as one."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin_app.domain.ids import BusCode, DelegateId, FactId, RouteId, bus_checkpoint
from checkin_app.domain.kinds.rides import Ground
from checkin_app.domain.planning.moves import MoveCost
from checkin_app.domain.problems import UnknownBus, UnknownDelegate
from checkin_app.domain.problems_planning import (
    MoveLocked,
    MoveNoPlace,
    MoveNoSeat,
    MoveOfAboard,
    MoveOfAccounted,
    MoveOfOthers,
    MoveOfSeated,
    MoveOfVoid,
    MoveTakesNobody,
    MoveToOwnBus,
    NothingMoved,
)
from checkin_app.domain.problems_undo import UndoSeatsTaken
from checkin_app.domain.ride_states import RideVerb
from checkin_app.services.exchange import exchange
from checkin_app.services.rides import RideWish
from checkin_app.services.scanning import How

ONE, TWO, THREE, FAR = map(BusCode, ("2-1", "2-2", "2-3", "3-1"))


@pytest.fixture
def ready(post):
    """Return a post with three buses of a route, one of another, and four guests of two delegations on the first."""
    post.bus("2-1", usable=4, opened=False)
    post.bus("2-2", usable=2, opened=False)
    post.bus("2-3", usable=9, opened=False)
    post.bus("3-1", usable=9, opened=False)
    people = [post.register(f"Guest {name}{n}", delegation=name) for n, name in enumerate("AAAB")]
    for each in people:
        post.station.dispatch.assign(each.id, ONE)
    return post, [each.id for each in people]


def seats(post, people) -> list[BusCode | None]:
    return [post.station.queries.card(each).movements.bus for each in people]


def refused(post, origin, people, to, problem) -> None:
    before, written = seats(post, people), post.station.queries.health().facts
    with pytest.raises(problem):
        post.station.reseating.move(origin, people, to)
    assert (seats(post, people), post.station.queries.health().facts) == (before, written), (
        "what is refused writes nothing"
    )


def test_what_each_bus_of_the_route_would_cost_is_said_and_nothing_written(ready) -> None:
    post, people = ready
    before = post.station.queries.health().facts
    foreseen = post.station.reseating.foresee(ONE, people[:2])
    assert [(each.bus.code, each.seated) for each in foreseen.buses] == [(TWO, 0), (THREE, 0)]
    assert foreseen.pieces == 1
    two = foreseen.on(TWO)
    assert two.cost == MoveCost(0, 0, unmet=0, strayed=0, buses=1, pieces=1, mixed=0, lists=0, crowding=4 + 4 - 16)
    assert two.objection is None
    whole = post.station.reseating.foresee(ONE, people[:3])
    assert whole.on(THREE).cost.pieces == 0, "a delegation that goes whole is in no more parts"
    assert isinstance(whole.on(TWO).objection, MoveNoSeat)
    assert whole.on(TWO).cost.seats_short == 1
    assert post.station.queries.health().facts == before


def test_who_is_a_vip_is_asked_of_the_forum_as_it_is_by_then(ready) -> None:
    post, people = ready
    post.station.dispatch.keep_for_vips(TWO, True)
    foresee = post.station.reseating.foresee  # a window that is open asks by what it was given when it opened
    assert foresee(ONE, people[:1]).on(TWO).cost.mixed == 1
    forum = post.station.forum
    post.station.in_force.forum = replace(forum, categories=tuple(replace(each, vip=True) for each in forum.categories))
    assert foresee(ONE, people[:1]).on(TWO).cost.mixed == -1


def test_a_move_is_one_act_that_is_taken_back_as_one_but_for_whom_somebody_moved_since(ready) -> None:
    post, people = ready
    moved = post.station.reseating.move(ONE, people[:3], THREE)
    assert (moved.people, moved.origin, moved.bus) == (3, ONE, THREE)
    assert seats(post, people) == [THREE, THREE, THREE, ONE]
    post.station.dispatch.assign(people[0], TWO)
    post.station.reseating.take_back(moved.act)
    assert seats(post, people) == [TWO, ONE, ONE, ONE]
    with pytest.raises(NothingMoved):
        post.station.reseating.take_back(moved.act)
    with pytest.raises(NothingMoved):
        post.station.reseating.take_back(FactId("0" * 64))


def test_nobody_is_put_back_on_a_bus_whose_seats_others_have_by_now(ready) -> None:
    post, people = ready
    moved = post.station.reseating.move(ONE, people[:1], THREE)
    other = post.register("Guest C", delegation="C")
    post.station.dispatch.assign(other.id, ONE)
    with pytest.raises(UndoSeatsTaken):
        post.station.reseating.take_back(moved.act)
    assert seats(post, people) == [THREE, ONE, ONE, ONE]


def test_a_locked_bus_gives_nobody_away_and_takes_nobody(ready) -> None:
    post, people = ready
    post.station.dispatch.lock(THREE, locked=True)
    refused(post, ONE, people[:1], THREE, MoveLocked)
    assert isinstance(post.station.reseating.foresee(ONE, people[:1]).on(THREE).objection, MoveLocked)
    post.station.dispatch.lock(THREE, locked=False)
    post.station.dispatch.lock(ONE, locked=True)
    refused(post, ONE, people[:1], THREE, MoveLocked)


def test_whoever_is_aboard_or_accounted_for_is_not_moved_and_nobody_with_them(ready) -> None:
    post, people = ready
    post.station.dispatch.open_doors(ONE)
    post.station.scanning.enter(people[0], bus_checkpoint(ONE), How.FOUND)
    refused(post, ONE, people[:2], THREE, MoveOfAboard)
    post.station.rides.say(RideWish(people[1], RideVerb.EXCUSE, ground=Ground.UNWELL, by="Ann"))
    refused(post, ONE, people[1:3], THREE, MoveOfAccounted)
    assert post.station.reseating.foresee(ONE, people[2:]).on(THREE).cost.lists == 1, "guests stand at the first one"
    post.station.reseating.move(ONE, people[2:], THREE)
    assert seats(post, people) == [ONE, ONE, THREE, THREE]


def test_who_stands_on_another_list_by_now_or_none_is_not_moved(ready) -> None:
    post, people = ready
    post.station.dispatch.assign(people[0], None)
    refused(post, ONE, people[:2], THREE, MoveOfOthers)
    refused(post, ONE, [], THREE, MoveOfOthers)
    refused(post, TWO, people[1:2], THREE, MoveOfOthers)


def test_a_move_goes_to_another_bus_that_there_is_and_that_runs(ready) -> None:
    post, people = ready
    refused(post, ONE, people[:1], BusCode("9-9"), UnknownBus)
    refused(post, BusCode("9-9"), people[:1], ONE, UnknownBus)
    refused(post, ONE, people[:1], ONE, MoveToOwnBus)
    post.station.bus_days.cancel(THREE, "no driver")
    refused(post, ONE, people[:1], THREE, MoveTakesNobody)


def test_who_needs_an_accessible_place_goes_only_where_one_is_left(post) -> None:
    post.bus("2-1", usable=4, accessible_places=2, opened=False)
    post.bus("2-2", usable=4, accessible_places=1, opened=False)
    people = [post.register(f"Guest {n}", accessible=True).id for n in range(2)]
    for each in people:
        post.station.dispatch.assign(each, ONE)
    refused(post, ONE, people, TWO, MoveNoPlace)
    post.station.reseating.move(ONE, people[:1], TWO)
    refused(post, ONE, people[1:], TWO, MoveNoPlace)


def test_a_move_made_on_another_laptop_is_taken_back_here(ready, new_post) -> None:
    post, people = ready
    there = new_post("other")
    exchange(post.station, there.station)
    moved = there.station.reseating.move(ONE, people[:3], THREE)
    exchange(post.station, there.station)
    assert seats(post, people) == [THREE, THREE, THREE, ONE]
    post.station.reseating.take_back(moved.act)
    exchange(post.station, there.station)
    assert seats(post, people) == seats(there, people) == [ONE] * 4
    post.station.upkeep.check()


def test_who_has_no_bus_is_put_on_one_at_a_cost_and_taken_off_it_again(ready) -> None:
    post, _ = ready
    late = post.register("Guest A9", delegation="A").id
    lone = post.register("Guest C1", delegation="C").id
    post.register("Elsewhere", route=RouteId("3"))
    assert [each.id for each in post.station.reseating.unseated(RouteId("2"))] == [late, lone]
    foreseen = post.station.reseating.foresee(None, [late])
    assert (foreseen.origin, foreseen.route, [each.bus.code for each in foreseen.buses]) == (
        None,
        "2",
        [ONE, TWO, THREE],
    )
    assert isinstance(foreseen.on(ONE).objection, MoveNoSeat), "four seats, and four on its list"
    assert (foreseen.on(TWO).cost.pieces, foreseen.on(TWO).cost.strayed) == (1, 0)
    moved = post.station.reseating.move(None, [late, lone], THREE)
    assert seats(post, [late, lone]) == [THREE, THREE]
    assert post.station.reseating.unseated(RouteId("2")) == ()
    refused(post, None, [late], TWO, MoveOfSeated)
    post.station.reseating.take_back(moved.act)
    assert seats(post, [late, lone]) == [None, None]
    post.station.upkeep.check()


def test_whoever_is_aboard_accounted_for_or_has_no_valid_badge_is_none_who_waits(ready) -> None:
    post, people = ready
    aboard, excused, void, gone = (post.register(name).id for name in ("Aboard", "Excused", "Void", "Gone"))
    post.station.dispatch.open_doors(THREE)
    post.station.scanning.enter(aboard, bus_checkpoint(THREE), How.FOUND)
    post.station.rides.say(RideWish(excused, RideVerb.EXCUSE, ground=Ground.UNWELL, by="Ann"))
    post.station.badges.revoke(void, "stolen")
    waits = {each.id for each in post.station.reseating.unseated(RouteId("2"))}
    assert waits == {gone} | ({aboard} - set(waits_aboard(post, aboard)))
    for who, problem in ((excused, MoveOfAccounted), (void, MoveOfVoid), (people[0], MoveOfSeated)):
        refused(post, None, [who], TWO, problem)
    refused(post, None, [], TWO, MoveOfOthers)
    with pytest.raises(UnknownDelegate):
        post.station.reseating.move(None, [DelegateId("0" * 16)], TWO)


def waits_aboard(post, who):
    return [who] if post.station.queries.card(who).movements.on_buses(rehearsal=False) else []


def test_a_move_to_another_route_says_how_many_did_not_choose_it_and_what_both_routes_lose(ready) -> None:
    post, people = ready
    second = post.register("Guest A8", delegation="A", second_route=RouteId("3")).id
    post.station.reseating.move(None, [second], THREE)
    there = post.station.reseating.foresee(ONE, people[:2], RouteId("3"))
    assert [each.bus.code for each in there.buses] == [FAR]
    cost = there.on(FAR).cost
    assert (cost.strayed, cost.buses, cost.pieces) == (2, 1, 1), "a bus more, and the delegation in one part more"
    moved = post.station.reseating.move(ONE, people[:2], FAR)
    assert (moved.strayed, seats(post, people)) == (2, [FAR, FAR, ONE, ONE])
    assert post.station.reseating.foresee(THREE, [second], RouteId("3")).on(FAR).cost.strayed == 0, (
        "their second choice"
    )
    home = post.station.reseating.foresee(FAR, people[:2], RouteId("2"))
    assert (home.on(ONE).cost.strayed, home.on(ONE).cost.pieces) == (-2, -1), "the way back costs the opposite"
    post.station.reseating.take_back(moved.act)
    assert seats(post, people) == [ONE] * 4
    post.station.dispatch.lock(FAR, locked=True)
    refused(post, ONE, people[:1], FAR, MoveLocked)
    post.station.upkeep.check()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sets(st.integers(0, 3), min_size=1), st.sampled_from([ONE, TWO, THREE, FAR]), st.booleans()),
        max_size=5,
    )
)
def test_the_cost_that_was_said_is_what_the_lists_come_to_and_the_way_back_the_opposite(ready, course) -> None:
    post, people = ready
    reseating = post.station.reseating
    for chosen, to, back in course:
        stand = dict(zip(people, seats(post, people), strict=True))
        origin = stand[people[min(chosen)]]
        some = [people[each] for each in sorted(chosen) if stand[people[each]] == origin]
        if to == origin:
            continue
        # Of two routes both are asked the same way round, so that they count the same delegations.
        foreseen = reseating.foresee(origin, some, RouteId(to[0]))
        said = foreseen.on(to)
        if said.objection:
            refused(post, origin, some, to, type(said.objection))
            continue
        moved = reseating.move(origin, some, to)
        after = reseating.foresee(to, some, RouteId(origin[0]))
        assert after.pieces - foreseen.pieces == said.cost.pieces
        assert [sum(pair) for pair in zip(said.cost[2:6], after.on(origin).cost[2:6], strict=True)] == [0, 0, 0, 0]
        assert said.cost.crowding == -after.on(origin).cost.crowding
        assert all(each.listed <= each.bus.usable_seats for each in post.station.buses())
        if back:
            reseating.take_back(moved.act)
            assert dict(zip(people, seats(post, people), strict=True)) == stand
