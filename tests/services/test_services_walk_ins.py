"""A walk-in is one operation: registered, seated, checked in and owed a badge, all of it or nothing."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from msgspec import structs

from checkin_app.domain.buses import BusState
from checkin_app.domain.changes import Changed
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import BusCode, CategoryId, CheckpointId, DelegateId, FactId, RouteId, bus_checkpoint
from checkin_app.domain.jobs import JobState
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import Answer, Reason
from checkin_app.domain.problems import FieldInvalid, NothingToUndo, UnknownCheckpoint
from checkin_app.services.exchange import exchange
from checkin_app.services.scanning import How
from checkin_app.services.walk_ins import WalkIns

OPENING = CheckpointId("opening")
ANA = Delegate(DelegateId(""), "Ana")


@pytest.fixture
def walk_ins(post) -> WalkIns:
    """Walk-ins at a laptop with a printer."""
    return replace(post.station.walk_ins, scanning=replace(post.station.scanning, badge_printer=lambda: "badges"))


def _facts(post) -> Sequence[Fact]:
    return post.station.merging.log.above({}, 10_000).facts


def test_a_walk_in_is_registered_seated_admitted_and_owed_one_badge(post, walk_ins: WalkIns) -> None:
    post.bus("2-1")
    came = walk_ins.register(structs.replace(ANA, route=RouteId("2")), OPENING)
    card = post.card(came.delegate)
    assert (card.delegate.name, card.movements.bus) == ("Ana", "2-1")
    assert came.scan and came.scan.decision.reason is Reason.ADMITTED
    assert card.movements.at(OPENING, rehearsal=False).inside
    assert [came.job] == list(post.station.queries.jobs(5))
    assert not came.unseated
    post.station.upkeep.check()


def test_one_who_is_refused_at_the_door_has_a_badge_all_the_same(post, walk_ins: WalkIns) -> None:
    post.clock.at += 12 * 3_600_000
    came = walk_ins.register(ANA, OPENING)
    assert came.scan and came.scan.decision.reason is Reason.SESSION_OVER
    assert came.scan.job is None
    assert [came.job] == list(post.station.queries.jobs(5))


def test_where_nothing_is_open_nobody_is_checked_in_and_the_badge_is_owed(post, walk_ins: WalkIns) -> None:
    came = walk_ins.register(ANA, None)
    assert came.scan is None
    assert came.job
    assert post.card(came.delegate).movements.presences == ()


@pytest.mark.parametrize(
    ("person", "checkpoint", "problem"),
    [(structs.replace(ANA, name=" "), OPENING, FieldInvalid), (ANA, CheckpointId("bus:9-9"), UnknownCheckpoint)],
)
def test_where_a_part_cannot_be_done_nothing_is(post, walk_ins: WalkIns, person, checkpoint, problem) -> None:
    before = _facts(post)
    with pytest.raises(problem):
        walk_ins.register(person, checkpoint)
    assert _facts(post) == before
    assert not post.station.queries.delegate_ids()


def test_without_a_seat_or_a_printer_a_walk_in_says_so(post) -> None:
    post.bus("2-1", usable=1)
    post.station.dispatch.assign(post.register("Holds it").id, BusCode("2-1"))
    came = post.station.walk_ins.register(structs.replace(ANA, route=RouteId("2")), OPENING)
    assert came.unseated
    assert came.job is None
    assert post.card(came.delegate).movements.bus is None


def test_a_walk_in_sits_where_most_seats_are_left_that_nobody_holds_and_no_bus_is_off(post, walk_ins) -> None:
    for code, usable in (("2-1", 3), ("2-2", 4), ("2-3", 9)):
        post.bus(code, usable=usable)
    post.move(BusCode("2-3"), BusState.DEPARTED)
    post.station.dispatch.assign(post.register("Listed").id, BusCode("2-2"))
    guest = post.register("Aboard besides")
    scan = post.station.scanning.enter(guest.id, bus_checkpoint(BusCode("2-2")), How.FOUND, Direction.IN)
    post.station.scanning.answer(scan.fact_id, Answer.BOARD_HERE)
    assert walk_ins.register(structs.replace(ANA, route=RouteId("2")), OPENING).bus == "2-1"


def test_a_walk_in_at_the_door_of_a_bus_of_their_route_sits_there_and_boards(post, walk_ins: WalkIns) -> None:
    for code, usable in (("2-1", 3), ("2-2", 9)):
        post.bus(code, usable=usable)
    came = walk_ins.register(structs.replace(ANA, route=RouteId("2")), bus_checkpoint(BusCode("2-1")))
    assert came.bus == "2-1"
    assert came.scan and came.scan.decision.reason is Reason.BOARDED


# ---- one act


def test_a_walk_in_in_a_wheelchair_sits_where_a_place_is_left_although_other_buses_are_emptier(post, walk_ins) -> None:
    post.bus("2-1", usable=10)
    post.bus("2-2", usable=4, accessible_places=1)
    come = {"category": CategoryId("delegate"), "route": RouteId("2"), "accessible": True}
    first, second = (walk_ins.register(Delegate(DelegateId(""), name, **come), None) for name in ("First", "Second"))
    assert (first.bus, second.bus) == ("2-2", None)
    assert second.unseated


def test_a_walk_in_sits_where_somebody_speaks_to_them(post, walk_ins) -> None:
    post.bus("2-1", usable=10, languages=("en",))
    post.bus("2-2", usable=4, languages=("ru",))
    who = Delegate(DelegateId(""), "Guest", category=CategoryId("delegate"), route=RouteId("2"), languages=("ru",))
    assert walk_ins.register(who, None).bus == "2-2"


def _act_of(post, fact_id: str) -> list[Fact]:
    with post.station.scanning.open_unit() as unit:
        return list(unit.act_of(unit.fact(FactId(fact_id))))


def test_all_facts_of_a_walk_in_carry_one_act_and_those_of_one_fact_none(post, walk_ins: WalkIns) -> None:
    post.bus("2-1")
    came = walk_ins.register(structs.replace(ANA, route=RouteId("2")), OPENING)
    assert came.scan
    act = _act_of(post, came.scan.fact_id)
    assert [fact.kind for fact in act] == ["delegate.registered", "ride.assigned", "scan.decided", "job.changed"]
    assert len({fact.said.act for fact in act}) == 1
    alone = post.station.scanning.scan((post.code(post.register("Ben")),), OPENING)
    assert [fact.fact_id for fact in _act_of(post, alone.fact_id)] == [alone.fact_id]
    assert {b'"act"' in fact.body for fact in _facts(post) if fact not in act} == {False}


def test_a_walk_in_is_taken_back_as_one(post, walk_ins: WalkIns) -> None:
    post.bus("2-1")
    came = walk_ins.register(structs.replace(ANA, route=RouteId("2")), OPENING)
    undone = post.station.scanning.undo()
    assert came.scan and undone.fact_id == came.scan.fact_id
    assert {Changed.RIDES, Changed.PRESENCES, Changed.JOBS} <= undone.changes
    with post.station.scanning.open_unit() as unit:
        moved = unit.movements(came.delegate.id)
    assert (moved.bus, moved.presences) == (None, ())
    assert post.station.queries.jobs(5)[0].state is JobState.CANCELLED
    assert post.station.queries.buses(rehearsal=False)[0].listed == 0
    with pytest.raises(NothingToUndo):
        post.station.scanning.undo()
    post.station.upkeep.check()


def test_a_badge_owed_by_an_admission_that_was_taken_back_is_owed_anew_by_the_next(post) -> None:
    scanning = replace(post.station.scanning, badge_printer=lambda: "badges")
    code = post.code(post.register())
    first = scanning.scan((code,), OPENING).job
    scanning.undo()
    second = scanning.scan((code,), OPENING).job
    assert first and second and first.id != second.id
    states = {job.id: job.state for job in post.station.queries.jobs(5)}
    assert states == {first.id: JobState.CANCELLED, second.id: JobState.QUEUED}


def test_a_badge_that_may_have_come_out_is_not_called_back_and_not_printed_twice(post) -> None:
    scanning = replace(post.station.scanning, badge_printer=lambda: "badges")
    code = post.code(post.register())
    job = scanning.scan((code,), OPENING).job
    assert job
    for state in (JobState.RENDERED, JobState.SENDING, JobState.SENT):
        post.station.badges.job_changed(job.id, state)
    scanning.undo()
    again = scanning.scan((code,), OPENING).job
    assert again and again.id == job.id
    assert [each.state for each in post.station.queries.jobs(5)] == [JobState.SENT]


def test_an_act_is_whole_on_every_laptop_that_hears_of_it(new_post, walk_ins: WalkIns, post) -> None:
    other = new_post("other")
    came = walk_ins.register(ANA, OPENING)
    exchange(post.station, other.station)
    assert other.card(came.delegate).movements.presences
    post.station.scanning.undo()
    exchange(post.station, other.station)
    for each in (post, other):
        assert each.station.queries.card(came.delegate.id) is None
        with each.station.scanning.open_unit() as unit:
            assert unit.movements(came.delegate.id).presences == ()
        assert each.station.queries.jobs(5)[0].state is JobState.CANCELLED
        each.station.upkeep.check()


def test_a_walk_in_that_was_taken_back_is_registered_no_more_and_their_badge_is_void(post, walk_ins: WalkIns) -> None:
    came = walk_ins.register(ANA, OPENING)
    code = post.code(came.delegate)
    undone = post.station.scanning.undo()
    assert undone.withdrawn
    assert undone.delegate and undone.delegate.name == "Ana"
    assert post.station.queries.card(came.delegate.id) is None
    assert not post.station.queries.delegate_ids()
    assert not post.station.queries.find("Ana")
    assert post.station.scanning.scan((code,), OPENING).decision.reason is Reason.BADGE_REPLACED
    post.station.upkeep.check()


def test_the_number_of_a_walk_in_that_was_taken_back_is_given_to_nobody_else(post, walk_ins: WalkIns) -> None:
    numbers = []
    for _ in range(3):
        numbers.append(walk_ins.register(ANA, OPENING).delegate.badge_no)
        post.station.scanning.undo()
    numbers.append(walk_ins.register(ANA, OPENING).delegate.badge_no)
    assert len(set(numbers)) == 4


def test_a_walk_in_of_whom_others_know_stays_registered(new_post, post, walk_ins: WalkIns) -> None:
    other = new_post("other")
    came = walk_ins.register(ANA, OPENING)
    exchange(post.station, other.station)
    other.station.people.amend(came.delegate.id, {"title": "Chair"})
    exchange(post.station, other.station)
    undone = post.station.scanning.undo()
    assert not undone.withdrawn
    card = post.card(came.delegate)
    assert (card.delegate.title, card.movements.presences, card.badge.revoked) == ("Chair", (), "")


def test_who_amends_a_walk_in_while_another_laptop_takes_them_back_keeps_them_whole(
    new_post, post, walk_ins: WalkIns
) -> None:
    other = new_post("other")
    came = walk_ins.register(ANA, OPENING)
    exchange(post.station, other.station)
    other.station.people.amend(came.delegate.id, {"title": "Chair"})
    assert post.station.scanning.undo().withdrawn
    exchange(post.station, other.station)
    for each in (post, other):
        card = each.card(came.delegate)
        assert (card.delegate.name, card.delegate.title) == ("Ana", "Chair")
        each.station.upkeep.check()
    # The badge of the walk-in is void, and there is a further one.
    assert [post.station.scanning.scan((post.code(came.delegate, issue),), OPENING).decision.reason for issue in (1, 2)] == [
        Reason.BADGE_REPLACED, Reason.ADMITTED,
    ]  # fmt: skip


def test_taking_back_a_later_scan_of_a_walk_in_leaves_the_registration(post, walk_ins: WalkIns) -> None:
    came = walk_ins.register(ANA, OPENING)
    post.station.scanning.enter(came.delegate.id, OPENING, How.TYPED, Direction.OUT)
    assert not post.station.scanning.undo().withdrawn
    assert post.card(came.delegate).movements.at(OPENING, rehearsal=False).inside
    assert post.station.scanning.undo().withdrawn


def _let_aboard(other, came) -> None:
    boarded = other.station.scanning.scan((other.code(came.delegate),), bus_checkpoint(BusCode("2-1")))
    assert boarded.decision.reason is Reason.BOARDED


def _listed(other, came) -> None:
    other.station.dispatch.assign(came.delegate.id, BusCode("2-2"))


def test_who_gives_a_walk_in_another_badge_while_another_laptop_takes_them_back_keeps_them(
    new_post, post, walk_ins: WalkIns
) -> None:
    other = new_post("other")
    came = walk_ins.register(ANA, OPENING)
    exchange(post.station, other.station)
    other.station.badges.replace(came.delegate.id, "lost", 1)
    assert post.station.scanning.undo().withdrawn
    exchange(post.station, other.station)
    for each in (post, other):
        assert each.card(came.delegate).delegate.name == "Ana"
        each.station.upkeep.check()


@pytest.mark.parametrize("meanwhile", [_let_aboard, _listed])
def test_who_lets_aboard_or_lists_a_walk_in_while_another_laptop_takes_them_back_keeps_them_by_name(
    new_post, post, walk_ins: WalkIns, meanwhile
) -> None:
    other = new_post("other")
    post.bus("2-1")
    post.bus("2-2", usable=1)
    came = walk_ins.register(structs.replace(ANA, route=RouteId("2")), OPENING)
    exchange(post.station, other.station)
    meanwhile(other, came)
    assert post.station.scanning.undo().withdrawn
    exchange(post.station, other.station)
    bus = "2-1" if meanwhile is _let_aboard else "2-2"
    for each in (post, other):
        card = each.card(came.delegate)
        assert (card.delegate.name, card.movements.at(OPENING, rehearsal=False)) == ("Ana", None)
        lines = each.station.queries.manifest(BusCode(bus), rehearsal=False).lines
        assert [line.delegate.name for line in lines] == ["Ana"]
        each.station.upkeep.check()


def test_a_walk_in_that_was_taken_back_is_gone_once_nobody_knows_of_them_elsewhere(
    new_post, post, walk_ins: WalkIns
) -> None:
    other = new_post("other")
    post.bus("2-1")
    came = walk_ins.register(structs.replace(ANA, route=RouteId("2")), OPENING)
    exchange(post.station, other.station)
    _let_aboard(other, came)
    post.station.scanning.undo()
    exchange(post.station, other.station)
    undone = other.station.scanning.undo()
    assert Changed.DELEGATES in undone.changes
    exchange(post.station, other.station)
    for each in (post, other):
        assert each.station.queries.card(came.delegate.id) is None
        assert not each.station.queries.find("Ana")
        each.station.upkeep.check()
