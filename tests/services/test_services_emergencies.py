"""An emergency at a bus: the list is frozen, nobody boards, everybody is marked, and no word of two laptops is lost."""

import pytest

from checkin_app.domain.buses import BusState
from checkin_app.domain.contradictions import ConflictKind, Effect, Standing, choices
from checkin_app.domain.emergencies import Condition, How
from checkin_app.domain.head_counts import Crew
from checkin_app.domain.ids import BusCode, Instant
from checkin_app.domain.kinds.rides import Ground
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import Reason, Verdict
from checkin_app.domain.problems import BusCannotBecome, FieldInvalid, UnknownBus
from checkin_app.domain.problems_emergencies import (
    EmergencyIsOn,
    EmergencyIsOver,
    EmergencyIsReal,
    NobodyCalledSo,
    NoEmergency,
)
from checkin_app.domain.problems_operators import RoleMayNot, SignInFirst
from checkin_app.domain.problems_records import SettledSince
from checkin_app.domain.ride_states import RideVerb
from checkin_app.domain.roles import OperatorRole
from checkin_app.domain.swaps import Cause, Left, Step
from checkin_app.services.exchange import exchange
from checkin_app.services.proofs import PinHeld
from checkin_app.services.rides import RideWish
from checkin_app.services.scanning import How as Seen

BUS, NEXT = BusCode("2-1"), BusCode("2-2")
C = Condition


def scan(post, who, bus=BUS, direction=Direction.IN):
    return post.station.scanning.enter(who.id, f"bus:{bus}", Seen.FOUND, direction).decision


def crowd(post, aboard: int = 3, to_come: int = 1, **more):
    post.bus(BUS, **more)
    people = [post.register(f"Guest {each:02}") for each in range(aboard + to_come)]
    for each in people:
        post.station.dispatch.assign(each.id, BUS)
    for each in people[:aboard]:
        assert scan(post, each).reason is Reason.BOARDED
    return people


def state(post, bus=BUS) -> BusState:
    return post.station.manifest(bus).bus.state


def figures(standing) -> tuple[int, ...]:
    return tuple(standing.emergency.figures[each] for each in (C.UNKNOWN, C.INJURED, C.SAFE))


def test_the_list_is_frozen_everybody_is_marked_and_the_bus_goes_on_as_it_was(post) -> None:
    ann, ben, cai, late = crowd(post, driver="Dora Drum", driver_phone="+86 1", guide="Gil", coordinator="Cora")
    excused, visitor = post.register("Excused"), post.register("Visitor")
    post.station.dispatch.assign(excused.id, BUS)
    post.station.rides.say(RideWish(excused.id, RideVerb.EXCUSE, ground=Ground.OWN_WAY))
    post.move(BUS, BusState.DEPARTED)
    foreseen = post.station.emergencies.look(BUS)
    assert (foreseen.emergency, state(post)) == (None, BusState.DEPARTED), "looking calls nothing"
    version = post.station.manifest(BUS).version
    called = post.station.emergencies.call(BUS, " smoke  in the  back ")
    assert [each.who for each in called.lines] == [each.who for each in foreseen.lines]
    assert (called.version, called.emergency.calls[0].reason) == (version, "smoke in the back")
    assert {each.who for each in called.lines if each.was_aboard} == {
        ann.id, ben.id, cai.id, "guide-1", "driver-1", "staff-1",
    }  # fmt: skip
    assert [each.who for each in called.lines if not each.was_aboard] == [late.id], "who is excused is not looked for"
    driver = next(each for each in called.lines if each.crew is Crew.DRIVER)
    assert (driver.called, driver.phone) == ("Dora Drum", "+86 1")
    assert (state(post), figures(called)) == (BusState.EMERGENCY, (7, 0, 0))

    with pytest.raises(EmergencyIsOn):
        post.station.emergencies.call(BUS)
    post.station.emergencies.mark(BUS, ann.id, C.SAFE)
    post.station.emergencies.mark(BUS, "driver-1", C.INJURED, "to the  hospital")
    told = post.station.emergencies.mark(BUS, visitor.id, C.SAFE)
    assert figures(told) == (5, 1, 2)
    found = next(each for each in told.lines if each.who == visitor.id)
    assert (found.is_listed, found.called) == (False, "Visitor")
    needy = told.by_need
    assert [each.condition for each in needy] == sorted((each.condition for each in needy), key=list(C).index)
    for who in ("guide-1", "staff-1", ben.id, cai.id, late.id):
        told = post.station.emergencies.mark(BUS, who, C.SAFE)
    with pytest.raises(EmergencyIsReal, match="1"):
        post.station.emergencies.end(BUS, How.FALSE_ALARM, "radiator")
    ended = post.station.emergencies.end(BUS)
    assert (state(post), ended.emergency.is_on) == (BusState.DEPARTED, False)
    late_news = post.station.emergencies.mark(BUS, "driver-1", C.SAFE)
    assert figures(late_news) == (0, 0, 8), "news that comes afterwards is taken"
    post.station.upkeep.check()


def test_while_it_is_on_nobody_boards_the_bus_does_not_move_and_whoever_gets_off_is_seen(post) -> None:
    ann, _, _, late = crowd(post)
    post.station.emergencies.call(BUS)
    refused = scan(post, late)
    assert (refused.reason, refused.verdict) == (Reason.BUS_EMERGENCY, Verdict.STOP)
    assert scan(post, ann).reason is Reason.BUS_EMERGENCY, "nobody is waved on who should be asked"
    for move in (
        lambda: post.station.dispatch.open_doors(BUS),
        lambda: post.station.dispatch.move_to(BUS, BusState.FINAL_CALL),
        lambda: post.station.bus_days.hold(BUS, "wait"),
        lambda: post.station.head_counts.release(BUS),
        lambda: post.station.head_counts.count(BUS, "Ann", 3),
        lambda: post.station.head_counts.empty(BUS, "Ann"),
    ):
        with pytest.raises(BusCannotBecome):
            move()
    post.clock.at = Instant(post.clock.at + 60_000)
    assert scan(post, ann, direction=Direction.OUT).reason is Reason.GOT_OFF
    line = next(each for each in post.station.emergencies.look(BUS).lines if each.who == ann.id)
    assert (line.was_aboard, line.condition, line.seen.inside) == (True, C.UNKNOWN, False), "seen is shown, not taken"
    assert state(post) is BusState.EMERGENCY


def test_what_cannot_be_said_of_an_emergency_is_refused_and_changes_nothing(post) -> None:
    ann, *_ = crowd(post)
    with pytest.raises(UnknownBus):
        post.station.emergencies.call(BusCode("2-8"))
    for wrong in (
        lambda: post.station.emergencies.mark(BUS, ann.id, C.SAFE),
        lambda: post.station.emergencies.end(BUS),
    ):
        with pytest.raises(NoEmergency):
            wrong()
    post.station.emergencies.call(BUS)
    for nobody in ("0" * 16, "captain-1", "driver-0", "", "x" * 4000):
        with pytest.raises(NobodyCalledSo):
            post.station.emergencies.mark(BUS, nobody, C.SAFE)
    with pytest.raises(FieldInvalid):
        post.station.emergencies.mark(BUS, ann.id, C.SAFE, "x" * 401)
    for how in How:
        with pytest.raises(FieldInvalid, match="reason"):  # somebody is looked for; it was a false alarm
            post.station.emergencies.end(BUS, how)
    assert figures(post.station.emergencies.look(BUS)) == (4, 0, 0)
    post.station.emergencies.end(BUS, How.FALSE_ALARM, "a child at the laptop")
    with pytest.raises(EmergencyIsOver):
        post.station.emergencies.end(BUS)
    assert state(post) is BusState.BOARDING


def test_pressed_twice_is_said_once_and_a_correction_names_what_it_corrects(post) -> None:
    ann, *_ = crowd(post)
    post.station.emergencies.call(BUS)
    first = post.station.emergencies.mark(BUS, ann.id, C.SAFE)
    again = post.station.emergencies.mark(BUS, ann.id, C.SAFE)
    assert first.emergency.marks == again.emergency.marks
    assert first.changes
    assert not again.changes
    told = post.station.emergencies.mark(BUS, ann.id, C.INJURED, "arm")
    assert [(each.condition, each.note) for each in told.emergency.marks[ann.id]] == [(C.INJURED, "arm")]


def test_two_laptops_say_different_things_of_one_person_and_both_see_the_worst_until_somebody_looks(new_post) -> None:
    desk, door = new_post("desk"), new_post("door")
    ann, ben, *_ = crowd(desk)
    exchange(desk.station, door.station)
    desk.station.emergencies.call(BUS, "smoke")
    door.station.emergencies.call(BUS, "fire")
    exchange(desk.station, door.station)
    assert len(desk.station.emergencies.look(BUS).emergency.calls) == 2
    desk.station.emergencies.mark(BUS, ann.id, C.SAFE)
    desk.station.emergencies.mark(BUS, ben.id, C.SAFE)
    door.station.emergencies.mark(BUS, ann.id, C.INJURED, "leg")
    door.station.emergencies.mark(BUS, ben.id, C.SAFE)
    exchange(desk.station, door.station)
    one, other = desk.station.emergencies.look(BUS), door.station.emergencies.look(BUS)
    assert one.emergency == other.emergency
    line = one.by_need[0]
    assert (line.who, line.condition, line.is_contradicted) == (ann.id, C.INJURED, True)
    assert {each.condition for each in line.marks} == {C.SAFE, C.INJURED}
    assert {one.stations[each.station] for each in line.marks} == {"desk", "door"}
    assert not one.emergency.is_contradicted(ben.id), "who says the same contradicts nobody"
    door.station.emergencies.mark(BUS, ann.id, C.INJURED, "leg")
    exchange(desk.station, door.station)
    settled = desk.station.emergencies.look(BUS).emergency
    assert (settled.is_contradicted(ann.id), settled.condition(ann.id)) == (False, C.INJURED)
    assert not desk.station.queries.conflicts(), (
        "who says it anew settles it; that a bus moved meanwhile is none either"
    )
    desk.station.upkeep.check()
    door.station.upkeep.check()


def marked_apart(new_post, who=None):
    """Return two laptops that marked one person differently, who that is, and the contradiction as both show it."""
    desk, door = new_post("desk"), new_post("door")
    guest = crowd(desk, driver="Dora Drum")[0].id
    exchange(desk.station, door.station)
    desk.station.emergencies.call(BUS, "smoke")
    exchange(desk.station, door.station)
    desk.station.emergencies.mark(BUS, who or guest, C.SAFE)
    door.station.emergencies.mark(BUS, who or guest, C.INJURED, "leg")
    exchange(desk.station, door.station)
    (conflict,) = desk.station.queries.conflicts()
    assert [conflict] == list(door.station.queries.conflicts())
    return desk, door, who or guest, conflict


def choice_of(conflict, value):
    return next(each.key for each in choices(conflict) if each.value == value)


@pytest.mark.parametrize("who", [None, "driver-1"])
@pytest.mark.parametrize("value", [C.SAFE, C.INJURED])
def test_who_is_safe_by_one_laptop_and_injured_by_another_is_a_contradiction_that_is_settled_and_taken_back(
    new_post, who, value
) -> None:
    desk, door, name, conflict = marked_apart(new_post, who)
    assert (conflict.kind, conflict.subject, conflict.field) == (ConflictKind.TWO_CONDITIONS, name, BUS)
    assert {(each["value"], each.get("note", "")) for each in conflict.claims} == {("safe", ""), ("injured", "leg")}
    assert any(desk.station.queries.heard(conflict)), "what each laptop had heard of the other is known"
    assert [each.effect for each in choices(conflict)] == [Effect.THIS, Effect.THIS, Effect.WAIT]
    door.station.settling.settle(conflict.id, choice_of(conflict, value))
    exchange(desk.station, door.station)
    for post in (desk, door):
        assert not post.station.queries.conflicts()
        known = post.station.emergencies.look(BUS).emergency
        assert (known.condition(name), known.is_contradicted(name)) == (value, False)
        assert [(each.condition, each.note) for each in known.marks[name]] == [
            (value, "leg" if value is C.INJURED else "")
        ]
        (past,) = post.station.queries.settled(9)
        assert {(each["value"], each.get("note", "")) for each in past.claims} == {("safe", ""), ("injured", "leg")}
    desk.station.settling.undo(conflict.id)
    exchange(desk.station, door.station)
    for post in (desk, door):
        (again,) = post.station.queries.conflicts()
        assert (again.id, again.standing) == (conflict.id, Standing.UNDONE)
        known = post.station.emergencies.look(BUS).emergency
        assert (known.condition(name), known.is_contradicted(name)) == (C.INJURED, True), "the worst holds again"
        post.station.upkeep.check()


def test_settled_in_two_ways_apart_it_is_open_again_and_the_worst_holds(new_post) -> None:
    desk, door, name, conflict = marked_apart(new_post)
    desk.station.settling.settle(conflict.id, choice_of(conflict, C.SAFE))
    door.station.settling.settle(conflict.id, choice_of(conflict, C.INJURED))
    exchange(desk.station, door.station)
    for post in (desk, door):
        (again,) = post.station.queries.conflicts()
        assert (again.standing, len(again.answers)) == (Standing.OPEN, 2)
        assert post.station.emergencies.look(BUS).emergency.condition(name) is C.INJURED


def test_what_was_marked_anew_since_is_not_overwritten_by_taking_a_settlement_back(new_post) -> None:
    desk, _, name, conflict = marked_apart(new_post)
    desk.station.settling.settle(conflict.id, choice_of(conflict, C.SAFE))
    desk.station.emergencies.mark(BUS, name, C.UNKNOWN, "went back in")
    with pytest.raises(SettledSince):
        desk.station.settling.undo(conflict.id)
    assert desk.station.emergencies.look(BUS).emergency.condition(name) is C.UNKNOWN


def test_a_person_s_record_tells_how_they_are_by_an_emergency_and_what_contradicts_it(new_post) -> None:
    desk, _, name, _ = marked_apart(new_post)
    (known,) = desk.station.queries.record(name).emergencies
    assert (known.bus, known.is_contradicted) == (BUS, True)
    assert {(each.condition, each.note) for each in known.marks} == {(C.SAFE, ""), (C.INJURED, "leg")}
    double = desk.register("Guest 00 again")
    desk.station.merges.merge(name, double.id)
    (still,) = desk.station.queries.record(double.id).emergencies
    assert still == known, "also where another record stands for theirs"
    (conflict,) = desk.station.queries.conflicts()
    assert conflict.name == "Guest 00 again"
    desk.station.emergencies.mark(BUS, double.id, C.SAFE)
    (still,) = desk.station.queries.record(double.id).emergencies
    assert ([each.condition for each in still.marks], still.is_contradicted) == ([C.SAFE], False)


def test_a_bus_that_another_laptop_sent_off_meanwhile_is_in_an_emergency_and_then_on_its_way(new_post) -> None:
    desk, door = new_post("desk"), new_post("door")
    crowd(desk)
    exchange(desk.station, door.station)
    desk.station.emergencies.call(BUS)
    door.clock.at = Instant(door.clock.at + 60_000)
    door.move(BUS, BusState.DEPARTED)
    exchange(desk.station, door.station)
    assert (state(desk), state(door)) == (BusState.EMERGENCY, BusState.EMERGENCY)
    door.station.emergencies.end(BUS, How.FALSE_ALARM, "radiator")
    exchange(desk.station, door.station)
    assert (state(desk), state(door)) == (BusState.DEPARTED, BusState.DEPARTED)
    assert not desk.station.queries.conflicts()


def test_a_guest_whose_record_was_merged_since_is_marked_where_they_stand_on_the_list(post) -> None:
    ann, *_ = crowd(post)
    post.station.emergencies.call(BUS)
    double = post.register("Guest 00 again")
    post.station.merges.merge(ann.id, double.id)
    told = post.station.emergencies.mark(BUS, double.id, C.SAFE)
    line = next(each for each in told.lines if each.who == ann.id)
    assert (line.condition, line.called) == (C.SAFE, "Guest 00 again")
    assert told.emergency.added == ()


def test_anybody_calls_it_and_marks_but_only_who_may_ends_it(post) -> None:
    ann, ben, *_ = crowd(post)
    for name, role in (("Lena", "lead"), ("Cora", "coordinator"), ("Vito", "volunteer"), ("Otto", "duty_officer")):
        post.station.operators.add(name, OperatorRole(role))
        known = next(each for each in post.station.queries.operators() if each.name == name)
        post.station.operators.set_pin(known.id, f"h{name}")
        lead = next(each for each in post.station.queries.operators() if each.name == "Lena")
        post.station.signing_in.sign_in(PinHeld(lead.id, lead.pin))

    def sign_in(name: str) -> None:
        known = next(each for each in post.station.queries.operators() if each.name == name)
        post.station.signing_in.sign_in(PinHeld(known.id, known.pin))

    post.station.signing_in.lock()
    post.station.emergencies.call(BUS)
    told = post.station.emergencies.mark(BUS, ann.id, C.SAFE)
    mark = told.emergency.marks[ann.id][0]
    assert told.makers.of(mark.fact_id, mark.station) is None, "nobody is named, and it counts"
    with pytest.raises(SignInFirst):
        post.station.emergencies.end(BUS, How.OVER, "enough")
    sign_in("Vito")
    told = post.station.emergencies.mark(BUS, ben.id, C.SAFE)
    mark = told.emergency.marks[ben.id][0]
    assert told.makers.of(mark.fact_id, mark.station).name == "Vito"
    with pytest.raises(RoleMayNot, match="end an emergency"):
        post.station.emergencies.end(BUS, How.FALSE_ALARM, "nothing")
    sign_in("Cora")
    with pytest.raises(RoleMayNot, match="still looked for"):
        post.station.emergencies.end(BUS, How.OVER, "enough")
    assert state(post) is BusState.EMERGENCY
    sign_in("Otto")
    told = post.station.emergencies.end(BUS, How.OVER, "the police look on")
    assert (told.emergency.endings[-1].unknown, state(post)) == (2, BusState.BOARDING)
    post.station.upkeep.check()


def test_another_bus_takes_over_in_an_emergency_and_its_list_stays_frozen_with_every_mark(post) -> None:
    ann, ben, cai, late = crowd(post, driver="Dora Drum")
    post.bus(NEXT, usable=9, licensed=10)
    post.move(BUS, BusState.DEPARTED)
    before = post.station.emergencies.call(BUS, "smoke").emergency
    post.station.emergencies.mark(BUS, ann.id, C.SAFE)
    post.station.emergencies.mark(BUS, ben.id, C.INJURED, "leg")
    seen = post.station.swaps.preview(BUS, NEXT)
    assert (seen.emergency.is_on, [each.delegate.id for each in seen.left]) == (True, [ben.id])
    told = post.station.swaps.swap(BUS, NEXT, Cause.BROKEN_DOWN, "the engine")
    assert {each.delegate.id for each in told.moves} == {ann.id, cai.id, late.id}, "whoever is looked for moves too"
    assert [(each.delegate.id, each.why) for each in told.left] == [(ben.id, Left.INJURED)]
    assert (state(post), told.old.state, told.swap.before) == (
        BusState.EMERGENCY,
        BusState.EMERGENCY,
        BusState.DEPARTED,
    )
    known = post.station.emergencies.look(BUS)
    assert (known.emergency.people, known.swap.to) == (before.people, NEXT)
    assert figures(known) == (3, 1, 1)

    post.clock.at = Instant(post.clock.at + 60_000)
    for each in (ann, cai, late):
        assert scan(post, each, NEXT).reason in {Reason.BOARDED, Reason.BOARDED_BY_TRANSFER}
    known = post.station.emergencies.look(BUS)
    cai_s = next(each for each in known.lines if each.who == cai.id)
    assert (cai_s.was_aboard, cai_s.condition, cai_s.seen.checkpoint) == (True, C.UNKNOWN, f"bus:{NEXT}"), (
        "seen, not marked"
    )
    for who in (cai.id, late.id, "driver-1"):
        known = post.station.emergencies.mark(BUS, who, C.SAFE)
    assert figures(known) == (0, 1, 4)

    assert post.station.swaps.look(BUS).step is Step.SEAT
    post.station.rides.say(RideWish(ben.id, RideVerb.OFFLOAD, ground=Ground.UNWELL, belongings=False))
    assert post.station.swaps.look(BUS).step is Step.CALM
    with pytest.raises(BusCannotBecome):
        post.station.head_counts.empty(BUS, "Ann")
    post.station.emergencies.end(BUS)
    assert (state(post), post.station.swaps.look(BUS).step) == (BusState.SWAPPING, Step.EMPTY)
    post.station.head_counts.empty(BUS, "Ann")
    post.station.head_counts.close(BUS)
    post.station.upkeep.check()


def test_a_swap_in_an_emergency_is_taken_back_and_the_emergency_goes_on(post) -> None:
    ann, *_ = crowd(post)
    post.bus(NEXT)
    post.move(BUS, BusState.DEPARTED)
    post.station.emergencies.call(BUS)
    post.station.emergencies.mark(BUS, ann.id, C.SAFE)
    assert post.station.swaps.swap(BUS, NEXT, Cause.SWAPPED).may_be_undone
    post.station.swaps.undo(BUS)
    assert (state(post), figures(post.station.emergencies.look(BUS))) == (BusState.EMERGENCY, (3, 0, 1))
    post.station.emergencies.end(BUS, How.OVER, "enough")
    assert state(post) is BusState.DEPARTED
    assert all(post.card(each).movements.bus == BUS for each in (ann,))
    post.station.upkeep.check()


def test_a_breakdown_that_becomes_an_emergency_freezes_whoever_has_not_changed_yet(post) -> None:
    ann, ben, cai, _ = crowd(post)
    post.bus(NEXT)
    post.station.swaps.swap(BUS, NEXT, Cause.BROKEN_DOWN)
    assert scan(post, ann, NEXT).reason is Reason.BOARDED_BY_TRANSFER
    told = post.station.emergencies.call(BUS, "fire")
    assert {each.who for each in told.lines if each.was_aboard} == {ben.id, cai.id}, (
        "who is aboard the other bus is safe"
    )
    assert (told.swap.to, state(post)) == (NEXT, BusState.EMERGENCY)
    assert scan(post, ben, NEXT).reason is Reason.BOARDED_BY_TRANSFER
    assert post.station.emergencies.look(BUS).emergency.condition(ben.id) is C.UNKNOWN
    post.station.upkeep.check()


def test_a_swap_and_marks_of_laptops_apart_in_an_emergency_come_to_one_on_both(new_post) -> None:
    desk, door = new_post("desk"), new_post("door")
    ann, ben, *_ = crowd(desk)
    desk.bus(NEXT)
    exchange(desk.station, door.station)
    desk.station.emergencies.call(BUS, "smoke")
    exchange(desk.station, door.station)
    desk.station.swaps.swap(BUS, NEXT, Cause.BROKEN_DOWN)
    door.station.emergencies.mark(BUS, ann.id, C.SAFE)
    door.station.emergencies.mark(BUS, ben.id, C.INJURED)
    exchange(desk.station, door.station)
    one, other = desk.station.emergencies.look(BUS), door.station.emergencies.look(BUS)
    assert (one.emergency, one.swap) == (other.emergency, other.swap)
    assert (state(desk), state(door), figures(one)) == (BusState.EMERGENCY, BusState.EMERGENCY, (2, 1, 1))
    assert desk.station.swaps.look(BUS).moves == door.station.swaps.look(BUS).moves
    assert not desk.station.queries.conflicts()
    for post in (desk, door):
        post.station.upkeep.check()
