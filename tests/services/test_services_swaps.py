"""A substitute takes over: everybody is scanned on it anew, nobody past its seats, and the old bus ends empty."""

from collections import Counter

import pytest

from checkin_app.domain.buses import BusState
from checkin_app.domain.head_counts import Method
from checkin_app.domain.ids import BusCode
from checkin_app.domain.kinds.rides import Ground
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import Reason
from checkin_app.domain.problems import BusCannotBecome, UnknownBus
from checkin_app.domain.problems_operators import RoleMayNot
from checkin_app.domain.problems_swaps import (
    NoSwap,
    StillAboard,
    SubstituteHasNoSeat,
    SubstituteOfAnotherRoute,
    SubstituteTakesNobody,
    SwapBegun,
    SwapsWithItself,
)
from checkin_app.domain.ride_states import RideVerb
from checkin_app.domain.roles import OperatorRole
from checkin_app.domain.swaps import Cause, Left, Step
from checkin_app.services.exchange import exchange
from checkin_app.services.proofs import PinHeld
from checkin_app.services.rides import RideWish
from checkin_app.services.scanning import How

OLD, NEW, THIRD = BusCode("2-1"), BusCode("2-9"), BusCode("2-3")


def board(post, who, bus=OLD) -> Reason:
    return post.station.scanning.enter(who.id, f"bus:{bus}", How.FOUND).decision.reason


def crowd(post, aboard: int, *, wheelchairs: int = 0, to_come: int = 0, places: int = 4):
    """Return who is aboard bus 2-1, those in a wheelchair first, and who is only listed there."""
    post.bus(OLD, usable=max(12, aboard + to_come), licensed=max(14, aboard + to_come), accessible_places=places)
    people = [
        post.register(f"Guest {each:02}", delegation=f"D{each // 3}", accessible=each < wheelchairs)
        for each in range(aboard + to_come)
    ]
    for each in people:
        post.station.dispatch.assign(each.id, OLD)
    for each in people[:aboard]:
        assert board(post, each) is Reason.BOARDED
    return people[:aboard], people[aboard:]


def state(post, bus=OLD) -> BusState:
    return post.station.head_counts.of(bus).bus.state


def figures(post, bus):
    tally = post.station.manifest(bus).tally
    return tally.listed, tally.aboard


def test_everybody_is_scanned_on_the_substitute_and_the_old_bus_ends_empty_and_closed(post) -> None:
    aboard, to_come = crowd(post, 4, wheelchairs=1, to_come=1)
    post.bus(NEW, usable=9, licensed=10, accessible_places=1, opened=False)
    post.move(OLD, BusState.DEPARTED)
    seen = post.station.swaps.preview(OLD, NEW)
    assert (state(post), figures(post, NEW)) == (BusState.DEPARTED, (0, 0)), "looking changes nothing"
    told = post.station.swaps.swap(OLD, NEW, Cause.BROKEN_DOWN, "  the   engine ")
    assert [each.delegate for each in told.moves] == [each.delegate for each in seen.moves]
    assert told.moves[0].delegate.id == aboard[0].id, "who needs a place is scanned first"
    assert {each.delegate.id for each in told.moves} == {each.id for each in (*aboard, *to_come)}
    assert (told.swap.cause, told.swap.reason, told.step) == (Cause.BROKEN_DOWN, "the engine", Step.OPEN)
    assert (figures(post, OLD), figures(post, NEW)) == ((0, 4), (5, 0))
    post.station.dispatch.open_doors(NEW)
    assert post.station.swaps.look(OLD).step is Step.SCAN
    with pytest.raises(StillAboard, match="4"):
        post.station.head_counts.empty(OLD, "Ann")
    assert board(post, post.register("Late"), OLD) is Reason.BUS_LEFT
    for each in (*aboard, *to_come):
        assert board(post, each, NEW) in {Reason.BOARDED_BY_TRANSFER, Reason.BOARDED}
    assert (figures(post, OLD), figures(post, NEW)) == ((0, 0), (5, 5))
    assert post.station.swaps.look(OLD).step is Step.EMPTY
    post.station.head_counts.empty(OLD, "Ann")
    assert post.station.swaps.look(OLD).step is Step.CLOSE
    post.station.head_counts.close(OLD)
    assert post.station.swaps.look(OLD).step is Step.DONE
    old, new = post.station.manifest(OLD), post.station.manifest(NEW)
    assert (old.swap.to, new.took_over, old.took_over, new.swap) == (NEW, (OLD,), (), None)
    post.station.upkeep.check()


def test_who_has_no_seat_or_no_place_is_named_and_stays_until_a_person_finds_another_way(post) -> None:
    """The scene of the acceptance, small: more aboard than the substitute seats, and no place for two wheelchairs."""
    crowd(post, 9, wheelchairs=3)
    post.bus(NEW, usable=6, licensed=7, accessible_places=1)
    post.bus(THIRD, accessible_places=4)
    told = post.station.swaps.swap(OLD, NEW, Cause.SWAPPED)
    assert Counter(each.why for each in told.left) == {Left.NO_PLACE: 2, Left.NO_SEAT: 1}
    assert len(told.moves) == 6
    unplaced = next(each.delegate for each in told.left if each.why is Left.NO_PLACE)
    assert sum(each.delegate.accessible for each in told.moves) == 1
    for each in told.moves:
        assert board(post, each.delegate, NEW) is Reason.BOARDED_BY_TRANSFER
    assert board(post, unplaced, NEW) is Reason.NEEDS_ACCESSIBLE_PLACE, "not even by a scan"
    assert post.station.swaps.look(OLD).step is Step.SEAT
    moved, excused, off = told.left
    post.station.rides.say(RideWish(moved.delegate.id, RideVerb.TRANSFER, bus=THIRD))
    assert len(post.station.swaps.look(OLD).stranded) == 3, "on its way is not there"
    assert board(post, moved.delegate, THIRD) is Reason.BOARDED_BY_TRANSFER
    post.station.rides.say(RideWish(excused.delegate.id, RideVerb.EXCUSE, ground=Ground.OWN_WAY))
    post.station.rides.say(RideWish(off.delegate.id, RideVerb.OFFLOAD, ground=Ground.OTHER, belongings=False))
    told = post.station.swaps.look(OLD)
    assert (told.stranded, told.step) == ((), Step.EMPTY)
    post.station.head_counts.empty(OLD, "Ann")
    post.station.upkeep.check()


def test_a_swap_is_taken_back_until_somebody_was_scanned_on_the_substitute(post) -> None:
    aboard, to_come = crowd(post, 3, to_come=1)
    post.bus(NEW)
    post.bus(THIRD)
    before = [post.card(each).movements.bus for each in (*aboard, *to_come)]
    post.station.swaps.swap(OLD, NEW, Cause.SWAPPED)
    # What a person did meanwhile stays.
    post.station.dispatch.assign(to_come[0].id, THIRD)
    undone = post.station.swaps.undo(OLD)
    assert undone.swap is None
    assert (state(post), figures(post, OLD), figures(post, NEW)) == (BusState.BOARDING, (3, 3), (0, 0))
    assert [post.card(each).movements.bus for each in (*aboard, *to_come)] == [*before[:3], THIRD]
    assert all(post.card(each).movements.ride.said is None for each in aboard)
    with pytest.raises(NoSwap):
        post.station.swaps.look(OLD)
    post.station.swaps.swap(OLD, NEW, Cause.SWAPPED)
    assert board(post, aboard[0], NEW) is Reason.BOARDED_BY_TRANSFER
    with pytest.raises(SwapBegun, match="1"):
        post.station.swaps.undo(OLD)
    post.station.upkeep.check()


def test_a_swap_of_a_full_bus_is_taken_back_whole(post) -> None:
    aboard, _ = crowd(post, 45)
    post.bus(NEW, usable=49, licensed=49)
    post.station.swaps.swap(OLD, NEW, Cause.BROKEN_DOWN)
    assert (figures(post, OLD)[0], figures(post, NEW)[0]) == (0, 45)
    post.station.swaps.undo(OLD)
    assert (figures(post, OLD), figures(post, NEW)) == ((45, 45), (0, 0)), "however many an act has"
    assert all(post.card(each).movements.ride.said is None for each in aboard)


def test_no_bus_takes_over_that_cannot_and_nothing_is_changed_by_asking(post) -> None:
    crowd(post, 3, wheelchairs=3)
    post.bus("3-1")
    post.bus(NEW, usable=2)
    post.bus(THIRD)
    for bus, problem in (
        (OLD, SwapsWithItself),
        ("3-1", SubstituteOfAnotherRoute),
        (NEW, SubstituteHasNoSeat),
        ("2-8", UnknownBus),
    ):
        with pytest.raises(problem):
            post.station.swaps.swap(OLD, BusCode(bus), Cause.SWAPPED)
    post.station.head_counts.count(THIRD, "Ann", 0, Method.HEADS)
    for gone in (BusState.COUNTING, BusState.DEPARTED):
        post.move(THIRD, gone)
        with pytest.raises(SubstituteTakesNobody):
            post.station.swaps.swap(OLD, THIRD, Cause.SWAPPED)
    post.move(OLD, BusState.RETURNED)
    with pytest.raises(BusCannotBecome):
        post.station.swaps.swap(OLD, NEW, Cause.SWAPPED)
    with pytest.raises(NoSwap):
        post.station.swaps.undo(OLD)
    assert (state(post), figures(post, OLD), figures(post, NEW)) == (BusState.RETURNED, (3, 3), (0, 0))


def test_a_volunteer_swaps_no_bus_and_a_coordinator_does(post) -> None:
    for name, role in (("Lena", "lead"), ("Cora", "coordinator"), ("Vito", "volunteer")):
        post.station.operators.add(name, OperatorRole(role))
        known = next(each for each in post.station.queries.operators() if each.name == name)
        post.station.operators.set_pin(known.id, f"h{name}")
        lead = next(each for each in post.station.queries.operators() if each.name == "Lena")
        post.station.signing_in.sign_in(PinHeld(lead.id, lead.pin))

    def sign_in(name: str) -> None:
        known = next(each for each in post.station.queries.operators() if each.name == name)
        post.station.signing_in.sign_in(PinHeld(known.id, known.pin))

    crowd(post, 2)
    post.bus(NEW)
    sign_in("Vito")
    with pytest.raises(RoleMayNot, match="take over"):
        post.station.swaps.swap(OLD, NEW, Cause.SWAPPED)
    assert (state(post), figures(post, NEW)) == (BusState.BOARDING, (0, 0))
    sign_in("Cora")
    post.station.swaps.swap(OLD, NEW, Cause.SWAPPED)
    assert state(post) is BusState.SWAPPING


def test_two_laptops_make_the_same_of_a_swap_whatever_one_scanned_meanwhile(new_post) -> None:
    desk, door = new_post("desk"), new_post("door")
    aboard, _ = crowd(desk, 3)
    desk.bus(NEW)
    exchange(desk.station, door.station)
    desk.station.swaps.swap(OLD, NEW, Cause.BROKEN_DOWN)
    # The other has not heard of it, and lets one off and one aboard.
    door.station.scanning.enter(aboard[0].id, f"bus:{OLD}", How.FOUND, Direction.OUT)
    late = door.register("Late", delegation="D9")
    door.station.dispatch.assign(late.id, OLD)
    assert board(door, late, OLD) is Reason.BOARDED
    exchange(desk.station, door.station)
    assert desk.station.manifest(OLD) == door.station.manifest(OLD)
    assert desk.station.manifest(NEW) == door.station.manifest(NEW)
    with pytest.raises(StillAboard, match="3"):
        desk.station.head_counts.empty(OLD, "Ann")
