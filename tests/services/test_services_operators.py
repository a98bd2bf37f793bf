"""Operators on real stores: named, signed in, revoked elsewhere; what they might not is kept, listed and not applied."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from types import SimpleNamespace

import pytest

from checkin_app.domain.buses import BusState
from checkin_app.domain.emergencies import Condition, How
from checkin_app.domain.ids import BusCode, FactId, operator_id_from
from checkin_app.domain.operators import Maker, Objection
from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.pins import TRIES
from checkin_app.domain.problems import FieldInvalid
from checkin_app.domain.problems_operators import (
    BadgeTaken,
    LastLead,
    NoOperatorAnyMore,
    NoPin,
    NotAStaffBadge,
    OperatorExists,
    PinMustWait,
    PinWrong,
    RoleMayNot,
    SignInFirst,
    StaffBadgeVoid,
)  # fmt: skip
from checkin_app.domain.roles import OperatorRole
from checkin_app.services.exchange import exchange
from checkin_app.services.proofs import PinHeld


def operator(post, name):
    return next(each for each in post.station.queries.operators() if each.name == name)


def add(post, name, role=OperatorRole.VOLUNTEER, pin="h"):
    """Name somebody; the hash of their PIN is one that no PIN has: what costs half a second is tried apart."""
    post.station.operators.add(name, role)
    if pin:
        post.station.operators.set_pin(operator(post, name).id, pin + name)


def sign_in(post, name):
    known = operator(post, name)
    return post.station.signing_in.sign_in(PinHeld(known.id, known.pin))


def moved(post, code="2-1"):
    return next(each.bus.state for each in post.station.queries.buses(rehearsal=False) if each.bus.code == code)


@pytest.fixture
def led(post):
    add(post, "Lena Lead", OperatorRole.LEAD)
    return post


def test_without_operators_everything_works_and_no_fact_names_anybody(post) -> None:
    who = post.register()
    post.bus("2-1")
    assert post.station.queries.operators() == []
    assert not post.station.signing_in.who.signed_in
    assert post.card(who)


def test_what_is_recorded_names_who_signed_in_and_what_they_may_not_is_refused_with_the_reason(led) -> None:
    sign_in(led, "Lena Lead")
    led.station.operators.add("Vera", OperatorRole.VOLUNTEER)
    led.station.operators.set_pin(operator(led, "Vera").id, "hVera")
    led.bus("2-1")
    sign_in(led, "Vera")
    who = led.register("Noor")
    assert led.station.scanning.scan((led.code(who),), "opening").decision.verdict is Verdict.GO
    with pytest.raises(RoleMayNot, match="Volunteer"):
        led.station.dispatch.move_to(BusCode("2-1"), BusState.FINAL_CALL)
    led.station.upkeep.check()
    assert led.station.queries.not_applied() == []


def test_nobody_signed_in_only_scans_and_no_scan_is_dropped(led) -> None:
    sign_in(led, "Lena Lead")
    who = led.register("Noor")
    led.station.signing_in.lock()
    assert led.station.scanning.scan((led.code(who),), "opening").decision.verdict is Verdict.GO
    with pytest.raises(SignInFirst):
        led.register("Amir")


def test_an_operator_revoked_while_signed_in_goes_on_scanning_as_nobody(led) -> None:
    sign_in(led, "Lena Lead")
    add(led, "Omar", OperatorRole.DUTY_OFFICER)
    who = led.register("Noor")
    omar = sign_in(led, "Omar") and led.station.signing_in.who.signed_in
    sign_in(led, "Lena Lead")
    led.station.operators.revoke(operator(led, "Omar").id, "went home")
    led.station.signing_in.who.signed_in = omar
    assert led.station.scanning.scan((led.code(who),), "opening").decision.verdict is Verdict.GO
    with pytest.raises(NoOperatorAnyMore, match="Omar"):
        led.register("Amir")
    with pytest.raises(NoOperatorAnyMore):
        sign_in(led, "Omar")
    assert led.station.queries.not_applied() == []


@pytest.fixture
def apart(led, new_post):
    """Return two laptops that know a dispatcher, who has signed in on the second; a bus is boarding."""
    sign_in(led, "Lena Lead")
    add(led, "Dina", OperatorRole.ROUTE_DISPATCHER)
    led.bus("2-1")
    led.bus("2-2")
    second = new_post("second")
    exchange(led.station, second.station)
    sign_in(second, "Dina")
    return led, second


def test_what_is_done_while_revoked_elsewhere_is_kept_listed_and_not_applied_on_every_laptop(apart, new_post) -> None:
    first, second = apart
    second.clock.at += 1000
    second.station.dispatch.move_to(BusCode("2-2"), BusState.FINAL_CALL)
    first.clock.at += 60_000
    second.clock.at += 120_000
    first.station.operators.revoke(operator(first, "Dina").id, "badge lost")
    second.station.dispatch.move_to(BusCode("2-1"), BusState.FINAL_CALL)
    assert moved(second) is BusState.FINAL_CALL, "nobody here could know"
    third = new_post("third")
    exchange(second.station, third.station)  # hears of the fact before the revocation, and of who made it later
    exchange(first.station, third.station)
    exchange(first.station, second.station)
    posts = (first, second, third)
    for each in posts:
        assert (moved(each), moved(each, "2-2")) == (BusState.BOARDING, BusState.FINAL_CALL)
        assert [(one.fact.kind, one.why) for one in each.station.queries.not_applied()] == [
            ("bus.moved_to", Objection.REVOKED)
        ]
        each.station.upkeep.check()
    for each in posts:
        exchange(each.station, first.station)
    assert len({each.station.queries.folded().fold_hash for each in posts}) == 1
    with pytest.raises(NoOperatorAnyMore):
        second.station.dispatch.move_to(BusCode("2-1"), BusState.FINAL_CALL)


def test_an_emergency_called_while_revoked_elsewhere_counts_and_is_listed_and_its_end_does_not(apart, new_post) -> None:
    first, second = apart
    guest = second.register("Guest")
    second.station.dispatch.assign(guest.id, BusCode("2-1"))
    first.clock.at += 60_000
    second.clock.at += 120_000
    first.station.operators.revoke(operator(first, "Dina").id, "badge lost")
    emergencies = second.station.emergencies
    emergencies.call(BusCode("2-1"), "smoke")
    emergencies.mark(BusCode("2-1"), guest.id, Condition.INJURED)
    emergencies.call(BusCode("2-2"))
    emergencies.end(BusCode("2-2"), How.FALSE_ALARM, "a drill")
    third = new_post("third")
    exchange(second.station, third.station)
    exchange(first.station, third.station)
    exchange(first.station, second.station)
    for each in (first, second, third):
        assert moved(each) is moved(each, "2-2") is BusState.EMERGENCY, (
            "whoever called it; it is over once somebody says so who may"
        )
        look = each.station.emergencies.look(BusCode("2-1"))
        assert next(line.condition for line in look.lines if line.who == guest.id) is Condition.INJURED
        listed = [
            (one.fact.kind, one.counts) for one in each.station.queries.not_applied() if "emergency" in one.fact.kind
        ]
        assert sorted(listed) == [
            ("bus.emergency_called", True), ("bus.emergency_called", True), ("bus.emergency_ended", False),
            ("bus.emergency_marked", True),
        ]  # fmt: skip
        each.station.upkeep.check()
    first.station.emergencies.end(BusCode("2-2"), How.FALSE_ALARM, "a drill")
    assert moved(first, "2-2") is not BusState.EMERGENCY


def test_a_pin_set_while_revoked_elsewhere_is_listed_and_not_applied(apart) -> None:
    first, second = apart
    first.station.operators.revoke(operator(first, "Dina").id, "badge lost")
    second.clock.at += 60_000
    second.station.operators.set_pin(operator(second, "Dina").id, "another")
    exchange(first.station, second.station)
    for each in apart:
        assert operator(each, "Dina").pin == "hDina"
        assert [(one.fact.kind, one.why) for one in each.station.queries.not_applied()] == [
            ("operator.pin_set", Objection.REVOKED)
        ]
        each.station.upkeep.check()


def test_a_scan_made_while_revoked_elsewhere_stands_in_the_list_as_taken_back(apart) -> None:
    first, second = apart
    who = first.register("Noor")
    exchange(first.station, second.station)
    first.station.operators.revoke(operator(first, "Dina").id, "badge lost")
    second.clock.at += 60_000
    assert second.station.scanning.scan((second.code(who),), "opening").decision.verdict is Verdict.GO
    exchange(first.station, second.station)
    for each in apart:
        assert not each.card(who).movements.any_stands
        assert [one.undone for one in each.station.queries.recent_scans(9)] == [True]
        each.station.upkeep.check()


def test_who_is_named_again_acts_again_and_what_was_not_applied_stays_so(apart) -> None:
    first, second = apart
    first.station.operators.revoke(operator(first, "Dina").id, "badge lost")
    second.clock.at += 60_000
    second.station.dispatch.move_to(BusCode("2-1"), BusState.FINAL_CALL)
    exchange(first.station, second.station)
    first.clock.at += 120_000
    second.clock.at += 120_000
    first.station.operators.add("dina", OperatorRole.ROUTE_DISPATCHER)
    exchange(first.station, second.station)
    sign_in(second, "dina")
    second.station.dispatch.move_to(BusCode("2-2"), BusState.FINAL_CALL)
    exchange(first.station, second.station)
    for each in apart:
        assert (moved(each), moved(each, "2-2")) == (BusState.BOARDING, BusState.FINAL_CALL)
        each.station.upkeep.check()


def test_a_lower_role_given_elsewhere_holds_from_then_on(apart) -> None:
    first, second = apart
    first.station.operators.change(operator(first, "Dina").id, OperatorRole.VOLUNTEER)
    second.clock.at += 60_000
    second.station.dispatch.move_to(BusCode("2-1"), BusState.FINAL_CALL)
    exchange(first.station, second.station)
    for each in apart:
        assert moved(each) is BusState.BOARDING
        assert [one.why for one in each.station.queries.not_applied()] == [Objection.ROLE]


def test_the_same_name_twice_and_a_badge_of_two_are_refused(led) -> None:
    sign_in(led, "Lena Lead")
    who = led.register("Lena Lead")
    led.station.operators.change(operator(led, "Lena Lead").id, badge=who.id)
    with pytest.raises(OperatorExists):
        led.station.operators.add("lena  LEAD", OperatorRole.VOLUNTEER)
    with pytest.raises(BadgeTaken, match="Lena"):
        led.station.operators.add("Vera", OperatorRole.VOLUNTEER, who.id)
    with pytest.raises(FieldInvalid):
        led.station.operators.add(" \n", OperatorRole.VOLUNTEER)


def test_the_only_lead_stays_one(led) -> None:
    sign_in(led, "Lena Lead")
    lena = operator(led, "Lena Lead").id
    for refused in (
        lambda: led.station.operators.revoke(lena, "gone"),
        lambda: led.station.operators.change(lena, OperatorRole.VOLUNTEER),
        lambda: led.station.operators.set_pin(lena, ""),
    ):
        with pytest.raises(LastLead):
            refused()
    add(led, "Lara", OperatorRole.LEAD)
    led.station.operators.revoke(lena, "gone")


def test_a_staff_badge_signs_in_and_changes_hands_and_a_replaced_one_does_not(led) -> None:
    sign_in(led, "Lena Lead")
    who, guest = led.register("Vera"), led.register("Noor")
    led.station.operators.add("Vera", OperatorRole.VOLUNTEER, who.id)
    signing = led.station.signing_in
    signing.by_badge(led.code(who))
    assert signing.who.signed_in and signing.who.signed_in.operator == operator(led, "Vera").id
    for code, problem in ((led.code(guest), NotAStaffBadge), ("x", NotAStaffBadge)):
        with pytest.raises(problem):
            signing.by_badge(code)
    forged = led.code(who)[:-2] + ("AA" if not led.code(who).endswith("AA") else "BB")
    with pytest.raises(NotAStaffBadge):
        signing.by_badge(forged)
    sign_in(led, "Lena Lead")
    led.station.badges.replace(who.id, "lost", former=1)
    with pytest.raises(StaffBadgeVoid, match="Vera"):
        signing.by_badge(led.code(who))
    assert signing.who.signed_in.operator == operator(led, "Lena Lead").id, "who was signed in still is"
    signing.by_badge(led.code(who, 2))


class Plainly:
    """Hashes at no cost."""

    def hashed(self, pin: str) -> str:
        return f"hash of {pin}"

    def matches(self, pin: str, hashed: str) -> bool:
        return hashed == self.hashed(pin)


def test_a_wrong_pin_five_times_makes_a_growing_wait_that_is_said_and_outlives_the_application(led) -> None:
    sign_in(led, "Lena Lead")
    signing = replace(led.station.signing_in, pins=Plainly())
    lena = operator(led, "Lena Lead").id
    led.station.operators.set_pin(lena, signing.hashed("1357"))
    for left in (4, 3, 2, 1):
        with pytest.raises(PinWrong, match=str(left)):
            signing.proven(lena, "2468")
    with pytest.raises(PinMustWait, match="30 s"):
        signing.proven(lena, "2468")
    anew = replace(signing, attempts=type(signing.attempts)(signing.attempts.file))
    with pytest.raises(PinMustWait):
        anew.proven(lena, "1357")
    led.clock.at += 31_000
    with pytest.raises(PinMustWait, match="60 s"):
        anew.proven(lena, "2468")
    led.clock.at += 61_000
    anew.sign_in(anew.proven(lena, "１３５７"))
    with pytest.raises(PinWrong, match="4"):
        anew.proven(lena, "2468")


def test_pins_that_are_tried_at_the_same_time_are_counted_each(led) -> None:
    """A script may start a command for each guess at once: no more are looked at than one after the other."""
    signing = replace(led.station.signing_in, pins=Plainly())
    lena = operator(led, "Lena Lead").id
    looked = []
    never = SimpleNamespace(matches=lambda typed, _hashed: looked.append(typed), hashed=signing.pins.hashed)
    begin = threading.Barrier(20)

    def guess(number: int) -> None:
        begin.wait(60)
        each = replace(signing, pins=never, attempts=type(signing.attempts)(signing.attempts.file))
        with pytest.raises((PinWrong, PinMustWait)):
            each.proven(lena, f"{number:04}")

    with ThreadPoolExecutor(20) as threads:
        list(threads.map(guess, range(20)))
    assert len(looked) == TRIES
    with pytest.raises(PinMustWait):
        signing.proven(lena, "2468")


def test_who_has_no_pin_is_told_so_and_a_pin_that_was_changed_meanwhile_signs_nobody_in(led) -> None:
    sign_in(led, "Lena Lead")
    add(led, "Vera", pin="")
    with pytest.raises(NoPin):
        led.station.signing_in.proven(operator(led, "Vera").id, "1357")
    with pytest.raises(FieldInvalid):
        led.station.signing_in.hashed("1234")
    held = PinHeld(operator(led, "Lena Lead").id, operator(led, "Lena Lead").pin)
    led.station.operators.set_pin(held.operator, "another")
    with pytest.raises(PinWrong):
        led.station.signing_in.sign_in(held)


def test_everybody_sets_their_own_pin_and_nobody_another_s(led) -> None:
    sign_in(led, "Lena Lead")
    add(led, "Vera")
    sign_in(led, "Vera")
    led.station.operators.set_pin(operator(led, "Vera").id, "mine")
    with pytest.raises(RoleMayNot):
        led.station.operators.set_pin(operator(led, "Lena Lead").id, "hers")


def test_operators_are_one_on_laptops_that_named_them_apart(led, new_post) -> None:
    other = new_post("other")
    add(other, "Lena Lead", OperatorRole.LEAD, pin="")
    exchange(led.station, other.station)
    names = [(each.id, each.name) for each in other.station.queries.operators()]
    assert names == [(operator_id_from(led.station.forum.id, "lena lead"), "Lena Lead")]
    other.station.upkeep.check()


def test_what_is_read_of_facts_names_who_made_them_in_the_role_that_they_had_then_on_every_laptop(apart) -> None:
    first, second = apart
    who = second.register("Noor")
    second.station.people.amend(who.id, {"title": "Engineer"}, second.station.queries.record(who.id).edits)
    exchange(first.station, second.station)
    first.clock.at += 60_000
    first.station.operators.change(operator(first, "Dina").id, OperatorRole.DUTY_OFFICER)
    first.station.badges.revoke(who.id, "lost")
    exchange(first.station, second.station)
    for each in (first, second):
        record = each.station.queries.record(who.id)
        made = [record.makers.of(change.fact_id, change.station) for change in record.changes]
        assert made == [Maker("Dina", OperatorRole.ROUTE_DISPATCHER)] * 2 + [Maker("Lena Lead", OperatorRole.LEAD)]
        asked = each.station.queries.makers([change.fact_id for change in record.changes])
        assert dict(asked.by) == dict(record.makers.by)


def test_where_a_forum_has_no_operators_nobody_is_said_to_have_made_anything(post) -> None:
    who = post.register()
    assert not post.station.queries.record(who.id).makers.has_operators
    assert not post.station.queries.makers([FactId("x")]).has_operators


def test_what_does_not_count_of_a_guest_is_listed_with_their_name(apart) -> None:
    first, second = apart
    who = first.register("Noor")
    exchange(first.station, second.station)
    first.station.operators.revoke(operator(first, "Dina").id, "badge lost")
    second.clock.at += 120_000
    second.station.people.amend(who.id, {"title": "Engineer"}, second.station.queries.record(who.id).edits)
    exchange(first.station, second.station)
    assert [each.about for each in first.station.queries.not_applied()] == ["Noor"]
