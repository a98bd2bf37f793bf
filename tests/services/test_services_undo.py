"""Taking back asks the same rules as the door: it puts nobody where a scan would not."""

from datetime import timedelta

import pytest

from checkin_app.domain.buses import BusState
from checkin_app.domain.ids import BusCode, CheckpointId, bus_checkpoint
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import Answer, Reason
from checkin_app.domain.problems_undo import (
    UndoAccessiblePlacesTaken,
    UndoBadgeVoid,
    UndoBusShut,
    UndoOtherBus,
    UndoRefused,
    UndoSeatsTaken,
    UndoSessionShut,
)

OPENING = CheckpointId("opening")


def _scan(post, delegate, checkpoint, **more):
    return post.station.scanning.scan((post.code(delegate),), checkpoint, **more).decision.reason


def _listed(post, bus: str, **more):
    guest = post.register(**more)
    post.station.dispatch.assign(guest.id, BusCode(bus))
    return guest


def _off(post, guest, bus: str):
    outcome = post.station.scanning.scan((post.code(guest),), bus_checkpoint(BusCode(bus)), Direction.OUT)
    assert outcome.decision.reason is Reason.GOT_OFF
    return outcome.fact_id


def _aboard(post, bus: str) -> int:
    return next(count.aboard for count in post.station.queries.buses(rehearsal=False) if count.bus.code == bus)


def test_undoing_a_got_off_never_passes_the_licensed_seats(post) -> None:
    post.bus("2-1", usable=1, licensed=1)
    first, second = _listed(post, "2-1"), _listed(post, "2-1")
    assert _scan(post, first, bus_checkpoint(BusCode("2-1"))) is Reason.BOARDED
    off = _off(post, first, "2-1")
    assert _scan(post, second, bus_checkpoint(BusCode("2-1"))) is Reason.BOARDED
    with pytest.raises(UndoSeatsTaken, match="1 / 1 seats are taken"):
        post.station.scanning.undo(off)
    assert _aboard(post, "2-1") == 1
    assert not post.card(first).movements.aboard


def test_undoing_a_got_off_gives_no_accessible_place_twice(post) -> None:
    post.bus("2-1", accessible_places=1)
    first, second = _listed(post, "2-1", accessible=True), _listed(post, "2-1", accessible=True)
    assert _scan(post, first, bus_checkpoint(BusCode("2-1"))) is Reason.BOARDED
    off = _off(post, first, "2-1")
    assert _scan(post, second, bus_checkpoint(BusCode("2-1"))) is Reason.BOARDED
    with pytest.raises(UndoAccessiblePlacesTaken):
        post.station.scanning.undo(off)


def test_undoing_a_got_off_puts_nobody_on_a_bus_that_has_left(post) -> None:
    post.bus("2-1")
    guest = _listed(post, "2-1")
    _scan(post, guest, bus_checkpoint(BusCode("2-1")))
    off = _off(post, guest, "2-1")
    post.move(BusCode("2-1"), BusState.DEPARTED)
    with pytest.raises(UndoBusShut):
        post.station.scanning.undo(off)
    post.station.dispatch.move_to(BusCode("2-1"), BusState.BOARDING)
    post.station.scanning.undo(off)
    assert _aboard(post, "2-1") == 1


def test_undoing_a_got_off_puts_nobody_on_two_buses(post) -> None:
    post.bus("2-1")
    post.bus("2-2")
    guest = _listed(post, "2-1")
    _scan(post, guest, bus_checkpoint(BusCode("2-1")))
    off = _off(post, guest, "2-1")
    post.station.dispatch.assign(guest.id, BusCode("2-2"))
    assert _scan(post, guest, bus_checkpoint(BusCode("2-2"))) is Reason.BOARDED
    with pytest.raises(UndoOtherBus):
        post.station.scanning.undo(off)
    assert [each.checkpoint for each in post.card(guest).movements.aboard] == ["bus:2-2"]


def test_undoing_a_transfer_puts_nobody_on_a_former_bus_whose_seats_are_taken(post) -> None:
    post.bus("2-1", usable=1, licensed=1)
    post.bus("2-2")
    guest, other = _listed(post, "2-1"), _listed(post, "2-1")
    _scan(post, guest, bus_checkpoint(BusCode("2-1")))
    asked = post.station.scanning.scan((post.code(guest),), bus_checkpoint(BusCode("2-2")))
    moved = post.station.scanning.answer(asked.fact_id, Answer.BOARD_HERE)
    assert _scan(post, other, bus_checkpoint(BusCode("2-1"))) is Reason.BOARDED
    with pytest.raises(UndoSeatsTaken):
        post.station.scanning.undo(moved.fact_id)
    assert [each.checkpoint for each in post.card(guest).movements.aboard] == ["bus:2-2"]


def test_a_question_that_was_answered_is_not_in_the_way_of_an_undo(post) -> None:
    post.bus("2-1")
    guest = post.register()
    asked = post.station.scanning.scan((post.code(guest),), bus_checkpoint(BusCode("2-1")))
    assert asked.decision.reason is Reason.NO_BUS
    post.station.scanning.answer(asked.fact_id, Answer.BOARD_HERE)
    off = _off(post, guest, "2-1")
    post.station.scanning.undo(off)
    assert _aboard(post, "2-1") == 1


def test_a_question_that_nobody_has_answered_is_not_passed_by_an_undo(post) -> None:
    post.bus("2-1", usable=1, licensed=5)
    first, second = _listed(post, "2-1"), _listed(post, "2-1")
    _scan(post, first, bus_checkpoint(BusCode("2-1")))
    off = _off(post, first, "2-1")
    _scan(post, second, bus_checkpoint(BusCode("2-1")))
    with pytest.raises(UndoSeatsTaken):
        post.station.scanning.undo(off)


def test_undoing_somebody_s_leaving_lets_nobody_into_a_session_that_is_over(post) -> None:
    guest = post.register()
    _scan(post, guest, OPENING)
    assert _scan(post, guest, OPENING, direction=Direction.OUT) is Reason.LEFT
    post.clock.at = post.station.forum.session(OPENING).closes_at
    with pytest.raises(UndoSessionShut):
        post.station.scanning.undo()
    post.clock.at -= timedelta(minutes=1) // timedelta(milliseconds=1)
    post.station.scanning.undo()
    assert _scan(post, guest, OPENING) is Reason.ALREADY_IN


def test_undoing_somebody_s_leaving_lets_nobody_in_whose_badge_was_revoked(post) -> None:
    guest = post.register()
    _scan(post, guest, OPENING)
    _scan(post, guest, OPENING, direction=Direction.OUT)
    post.station.badges.revoke(guest.id, "no longer invited")
    with pytest.raises(UndoBadgeVoid):
        post.station.scanning.undo()


@pytest.mark.parametrize("bus", ["2-1", ""])
def test_an_admission_or_a_boarding_can_be_undone_whatever_the_rules_say_by_now(post, bus: str) -> None:
    post.bus("2-1")
    guest = _listed(post, "2-1")
    checkpoint = bus_checkpoint(BusCode(bus)) if bus else OPENING
    assert _scan(post, guest, checkpoint) in {Reason.BOARDED, Reason.ADMITTED}
    post.move(BusCode("2-1"), BusState.DEPARTED)
    post.station.badges.revoke(guest.id, "no longer invited")
    post.clock.at = post.station.forum.session(OPENING).closes_at
    post.station.scanning.undo()
    assert not any(each.inside for each in post.card(guest).movements.presences)


def test_an_undo_that_is_refused_leaves_no_trace(post) -> None:
    post.bus("2-1", usable=1, licensed=1)
    first, second = _listed(post, "2-1"), _listed(post, "2-1")
    _scan(post, first, bus_checkpoint(BusCode("2-1")))
    off = _off(post, first, "2-1")
    _scan(post, second, bus_checkpoint(BusCode("2-1")))
    before = post.station.queries.health().facts
    with pytest.raises(UndoRefused):
        post.station.scanning.undo(off)
    assert post.station.queries.health().facts == before
    _off(post, second, "2-1")
    post.station.scanning.undo(off)
    assert [each.checkpoint for each in post.card(first).movements.aboard] == ["bus:2-1"]
