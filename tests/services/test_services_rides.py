"""What is said of a guest's ride: each verb a fact, taken back by another that names it."""

import pytest

from checkin_app.domain.buses import BusState
from checkin_app.domain.ids import BusCode, RouteId, bus_checkpoint
from checkin_app.domain.kinds.rides import Ground
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import Answer, Reason
from checkin_app.domain.problems_rides import (
    BelongingsNotAsked,
    NoShowAsked,
    NoShowNeedsAnother,
    NoShowNotAsked,
    NothingSaid,
    RideCannot,
    RideNeedsBus,
    RideNeedsGround,
    TransferHasNoSeat,
)
from checkin_app.domain.problems_undo import UndoSeatsTaken
from checkin_app.domain.ride_states import RideState, RideVerb
from checkin_app.domain.standings import Standing
from checkin_app.services.ports.buses import Filter
from checkin_app.services.rides import RideWish
from checkin_app.services.scanning import How

HERE, THERE = BusCode("2-1"), BusCode("2-2")


def _says(post, who, verb, **more):
    return post.station.rides.say(RideWish(who.id, verb, **more)).now


def _board(post, who, bus=HERE, direction=Direction.IN):
    return post.station.scanning.enter(who.id, bus_checkpoint(bus), How.FOUND, direction)


@pytest.fixture
def riding(post):
    """Return a guest on the list of a bus whose doors are open, beside another of the same route."""
    for code in (HERE, THERE):
        post.bus(code, usable=2)
    who = post.register("Amara Diallo")
    post.station.dispatch.assign(who.id, HERE)
    return who


def _state(post, who) -> RideState:
    return post.station.rides.look(who.id).state


def test_a_boarding_that_is_undone_keeps_the_seat_and_the_guest_may_board_again(post, riding) -> None:
    _board(post, riding)
    assert _state(post, riding) is RideState.BOARDED
    assert _says(post, riding, RideVerb.UNBOARD).state is RideState.UNBOARDED
    assert post.card(riding).movements.bus == HERE
    assert _board(post, riding).decision.reason is Reason.BOARDED
    assert _state(post, riding) is RideState.BOARDED


def test_whoever_is_offloaded_gives_the_seat_up_and_it_is_asked_what_they_left_aboard(post, riding) -> None:
    _board(post, riding)
    with pytest.raises(RideNeedsGround):
        _says(post, riding, RideVerb.OFFLOAD, belongings=False)
    with pytest.raises(BelongingsNotAsked):
        _says(post, riding, RideVerb.OFFLOAD, ground=Ground.UNWELL)
    now = _says(post, riding, RideVerb.OFFLOAD, ground=Ground.UNWELL, belongings=True)
    assert now.state is RideState.OFFLOADED
    assert post.card(riding).movements.bus is None
    back = post.station.rides.undo(riding.id).now
    assert (back.state, back.bus) == (RideState.BOARDED, HERE)
    assert post.card(riding).movements.bus == HERE


def test_taking_an_offloading_back_gives_nobody_a_seat_that_another_has_by_now(post, riding) -> None:
    _board(post, riding)
    _says(post, riding, RideVerb.OFFLOAD, ground=Ground.CONDUCT, belongings=False)
    for number in range(2):
        post.station.dispatch.assign(post.register(f"Guest {number}").id, HERE)
    with pytest.raises(UndoSeatsTaken):
        post.station.rides.undo(riding.id)
    assert _state(post, riding) is RideState.OFFLOADED


def test_whoever_is_excused_is_not_looked_for_until_their_badge_is_seen_again(post, riding) -> None:
    _says(post, riding, RideVerb.EXCUSE, ground=Ground.OWN_WAY, agreed="Head of delegation")
    manifest = post.station.manifest(HERE)
    assert [manifest.standing(line) for line in manifest.lines] == [Standing.ACCOUNTED]
    assert (manifest.tally.sought, manifest.tally.accounted) == (0, 1)
    count = next(each for each in post.station.buses() if each.bus.code == HERE)
    assert count.tally == manifest.tally
    _board(post, riding)
    assert _state(post, riding) is RideState.BOARDED
    assert post.station.manifest(HERE).tally.accounted == 0


def test_what_is_said_of_somebody_ends_where_they_are_put_on_another_list(post, riding) -> None:
    _says(post, riding, RideVerb.EXCUSE, ground=Ground.UNWELL)
    post.station.dispatch.assign(riding.id, THERE)
    assert _state(post, riding) is RideState.ASSIGNED


def test_a_no_show_is_asked_for_and_confirmed_by_a_second_person(post, riding) -> None:
    with pytest.raises(NoShowNotAsked):
        _says(post, riding, RideVerb.NO_SHOW, confirms=True, by="Bo Lind")
    asked = _says(post, riding, RideVerb.NO_SHOW, by="Ada Berg")
    assert (asked.state, asked.is_asked) == (RideState.ASSIGNED, True)
    with pytest.raises(NoShowAsked):
        _says(post, riding, RideVerb.NO_SHOW, by="Bo Lind")
    for same in ("Ada Berg", "ada  berg", ""):
        with pytest.raises(NoShowNeedsAnother):
            _says(post, riding, RideVerb.NO_SHOW, confirms=True, by=same)
    assert post.station.manifest(HERE).tally.sought == 1
    assert _says(post, riding, RideVerb.NO_SHOW, confirms=True, by="Bo Lind").state is RideState.NO_SHOW
    assert post.station.manifest(HERE).tally.sought == 0
    back = post.station.rides.undo(riding.id).now
    assert (back.state, back.is_asked) == (RideState.ASSIGNED, True)


def test_who_waits_for_a_seat_waits_in_the_order_in_which_it_was_said(post, riding) -> None:
    waiting = [post.register(f"Guest {number}", route=RouteId("")) for number in range(3)]
    with pytest.raises(RideNeedsBus):
        _says(post, waiting[0], RideVerb.STANDBY)
    ranks = [_says(post, each, RideVerb.STANDBY, bus=HERE).rank for each in (waiting[2], waiting[0], waiting[1])]
    assert ranks == [1, 2, 3]
    post.station.rides.undo(waiting[2].id)
    assert [post.station.rides.look(each.id).rank for each in waiting] == [1, 2, 0]
    assert _state(post, waiting[2]) is RideState.NONE


def test_a_transfer_is_open_until_the_guest_was_seen_off_the_one_bus_and_on_the_other(post, riding) -> None:
    _board(post, riding)
    now = _says(post, riding, RideVerb.TRANSFER, bus=THERE)
    assert (now.state, now.bus, now.transfer) == (RideState.BOARDED, HERE, (HERE, THERE))
    _board(post, riding, HERE, Direction.OUT)
    now = post.station.rides.look(riding.id)
    assert (now.state, now.bus, now.transfer) == (RideState.ASSIGNED, THERE, (HERE, THERE))
    _board(post, riding, THERE)
    now = post.station.rides.look(riding.id)
    assert (now.state, now.bus, now.transfer) == (RideState.BOARDED, THERE, None)


def test_a_transfer_is_given_no_seat_that_somebody_holds(post, riding) -> None:
    for number in range(2):
        post.station.dispatch.assign(post.register(f"Guest {number}").id, THERE)
    with pytest.raises(TransferHasNoSeat):
        _says(post, riding, RideVerb.TRANSFER, bus=THERE)
    assert post.card(riding).movements.bus == HERE


def test_a_transfer_that_is_taken_back_gives_the_former_seat_again(post, riding) -> None:
    _says(post, riding, RideVerb.TRANSFER, bus=THERE)
    now = post.station.rides.undo(riding.id).now
    assert (now.state, now.bus, now.transfer) == (RideState.ASSIGNED, HERE, None)


def test_whoever_got_off_is_overdue_once_the_bus_is_called_and_missing_where_somebody_says_so(post, riding) -> None:
    _board(post, riding)
    _board(post, riding, HERE, Direction.OUT)
    assert _state(post, riding) is RideState.OFF
    with pytest.raises(RideCannot):
        _says(post, riding, RideVerb.MISSING)
    post.station.dispatch.move_to(HERE, BusState.FINAL_CALL)
    assert _state(post, riding) is RideState.OVERDUE
    assert _says(post, riding, RideVerb.MISSING).state is RideState.MISSING
    assert post.station.manifest(HERE).tally.sought == 1


def test_whoever_is_signed_off_at_the_end_is_aboard_no_more_and_not_looked_for(post, riding) -> None:
    _board(post, riding)
    assert _says(post, riding, RideVerb.RETURN).state is RideState.RETURNED
    tally = post.station.manifest(HERE).tally
    assert (tally.aboard, tally.sought, tally.accounted) == (0, 0, 1)


def test_nothing_is_taken_back_of_a_ride_of_which_nothing_was_said(post, riding) -> None:
    _board(post, riding)
    with pytest.raises(NothingSaid):
        post.station.rides.undo(riding.id)


def test_what_was_said_of_rides_is_folded_anew_to_the_same(post, riding) -> None:
    _says(post, riding, RideVerb.NO_SHOW, by="Ada Berg")
    _says(post, riding, RideVerb.NO_SHOW, by="Bo Lind", confirms=True)
    other = post.register("Bea Novak", route=RouteId(""))
    _says(post, other, RideVerb.STANDBY, bus=HERE)
    scan = _board(post, post.register("Cas Ito"))
    post.station.scanning.answer(scan.fact_id, Answer.BOARD_HERE)
    assert post.station.upkeep.check(repair=False).rebuilt == ()


# ---- at the door


def test_whoever_is_in_transfer_boards_the_other_bus_without_a_question_and_leaves_the_first(post, riding) -> None:
    _board(post, riding)
    _says(post, riding, RideVerb.TRANSFER, bus=THERE)
    scan = _board(post, riding, THERE)
    assert (scan.decision.reason, scan.decision.details["bus"]) == (Reason.BOARDED_BY_TRANSFER, HERE)
    assert [each.checkpoint for each in post.card(riding).movements.aboard] == [bus_checkpoint(THERE)]
    assert post.station.rides.look(riding.id).transfer is None
    post.station.scanning.undo(scan.fact_id)
    now = post.station.rides.look(riding.id)
    assert (now.state, now.bus, now.transfer) == (RideState.BOARDED, HERE, (HERE, THERE))


def test_who_is_on_no_list_is_put_on_standby_at_the_door_and_boards_in_turn(post, riding) -> None:
    late, later = (post.register(name) for name in ("Late", "Later"))
    for each in (late, later):
        asked = _board(post, each)
        assert Answer.STANDBY in asked.decision.answers
        post.station.scanning.answer(asked.fact_id, Answer.STANDBY)
    assert [post.station.rides.look(each.id).rank for each in (late, later)] == [1, 2]
    waits = _board(post, later)  # two seats, one of them the listed guest's
    assert (waits.decision.reason, dict(waits.decision.details)) == (Reason.STANDBY_WAITS, {"rank": 2, "seats": 1})
    first = _board(post, late)
    assert first.decision.reason is Reason.BOARDED_FROM_STANDBY
    assert post.card(late).movements.bus == HERE
    assert _board(post, later).decision.details == {"rank": 1, "seats": 0}
    _says(post, riding, RideVerb.EXCUSE, ground=Ground.UNWELL)
    assert _board(post, later).decision.reason is Reason.BOARDED_FROM_STANDBY
    post.station.scanning.undo(first.fact_id)
    assert (_state(post, late), post.card(late).movements.bus) == (RideState.STANDBY, None)


def test_who_waits_is_listed_in_the_order_in_which_the_door_boards_them_with_the_seats_there_are(post, riding) -> None:
    guests = [post.register(name) for name in ("Zoe", "Anna", "Mira")]
    for each in guests:
        _says(post, each, RideVerb.STANDBY)
    for bus, seats in ((HERE, 1), (THERE, 2)):
        manifest = post.station.manifest(bus)
        assert [line.delegate.id for line in manifest.waiting] == [each.id for each in guests], "not by name"
        assert [line.delegate.id for line in manifest.part(Filter.STANDBY)] == [each.id for each in guests]
        assert (dict(manifest.open_seats), manifest.seats_here) == ({HERE: 1, THERE: 2}, seats)
        assert not {each.id for each in guests} & {line.delegate.id for line in manifest.lines}
    assert [(each.bus.code, each.waiting, each.open_seats) for each in post.station.buses()] == [
        (HERE, 3, 1),
        (THERE, 3, 2),
    ]
    for rank, each in enumerate(guests, start=1):
        boards = _board(post, each).decision.reason is Reason.BOARDED_FROM_STANDBY
        assert boards is (rank == 1), "the list says who boards by the next scan here"
        if boards:
            post.station.scanning.undo()
    _board(post, guests[0])
    assert [line.delegate.id for line in post.station.manifest(THERE).waiting] == [each.id for each in guests[1:]]
    _says(post, riding, RideVerb.EXCUSE, ground=Ground.UNWELL)
    assert post.station.manifest(HERE).seats_here == 1


def test_who_boards_another_bus_of_the_route_is_moved_to_its_list_while_it_has_a_seat(post, riding) -> None:
    asked = _board(post, riding, THERE)
    assert asked.decision.reason is Reason.WRONG_BUS
    moved = post.station.scanning.answer(asked.fact_id, Answer.BOARD_HERE)
    assert post.card(riding).movements.bus == THERE
    post.station.scanning.undo(moved.fact_id)
    assert (post.card(riding).movements.bus, _state(post, riding)) == (HERE, RideState.ASSIGNED)
    for number in range(2):
        post.station.dispatch.assign(post.register(f"Guest {number}").id, THERE)
    asked = _board(post, riding, THERE)
    post.station.scanning.answer(asked.fact_id, Answer.BOARD_HERE)
    assert post.card(riding).movements.bus == HERE  # all seats there are somebody's
