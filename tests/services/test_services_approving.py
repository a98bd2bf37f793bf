"""A second person on real stores: another operator, by their own badge or PIN; judged on every laptop as the actor is."""

from dataclasses import replace

import pytest
from msgspec import UNSET

from checkin_app.domain.facts import FactDraft
from checkin_app.domain.ids import BusCode, bus_subject
from checkin_app.domain.kinds import registry
from checkin_app.domain.kinds.approvals import Approvable
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.operators import Objection
from checkin_app.domain.problems_operators import (
    NotAStaffBadge,
    PinWrong,
    RoleMayNot,
    SecondIsFirst,
    SecondPersonNeeded,
)
from checkin_app.domain.roles import Deed, OperatorRole
from checkin_app.services.approving import Approving
from checkin_app.services.exchange import exchange
from checkin_app.services.proofs import BadgeShown, PinHeld

BUS = bus_subject(BusCode("2-1"))


class Sent(Approvable, frozen=True, kw_only=True):
    KIND = "bus.sent"
    SUBJECT = "bus:"
    ASPECT = Aspect.BUS
    DEED = Deed.MOVE_BUS
    CHANGES = frozenset()

    @property
    def approval(self) -> Deed:
        return Deed.SETTLE


@pytest.fixture(autouse=True)
def _known(monkeypatch):
    monkeypatch.setitem(registry.KINDS, Sent.KIND, Sent)


def operator(post, name):
    return next(each for each in post.station.queries.operators() if each.name == name)


def held(post, name):
    known = operator(post, name)
    return PinHeld(known.id, known.pin)


def send(post, proof):
    approving = Approving(post.station.signing_in.proving)
    with post.station.dispatch.open_unit() as unit:
        unit.record(FactDraft(BUS, Sent(approved_by=approving.approved(unit, proof, Deed.SETTLE))))
        unit.commit()


@pytest.fixture
def led(post):
    people = [("Lena", "lead"), ("Dina", "duty_officer"), ("Cora", "coordinator"), ("Cem", "coordinator")]
    for name, role in people:
        post.station.operators.add(name, OperatorRole(role))
        post.station.operators.set_pin(operator(post, name).id, f"h{name}")
        post.station.signing_in.sign_in(held(post, "Lena"))
    post.station.signing_in.sign_in(held(post, "Cora"))
    return post


def test_a_second_person_approves_by_pin_or_badge_and_the_first_stays_signed_in(led) -> None:
    cora = led.station.signing_in.who.signed_in
    send(led, held(led, "Dina"))
    led.station.signing_in.sign_in(held(led, "Lena"))
    bearer = led.register("Dina")
    led.station.operators.change(operator(led, "Dina").id, badge=bearer.id)
    led.station.signing_in.who.signed_in = cora
    send(led, BadgeShown(led.code(bearer)))
    assert led.station.signing_in.who.signed_in == cora
    assert led.station.queries.not_applied() == []
    led.station.upkeep.check()


def test_the_first_again_a_lower_role_a_guest_s_badge_a_changed_pin_and_nobody_are_refused_and_nothing_is_recorded(
    led,
) -> None:
    before = led.station.queries.folded()
    for proof, problem in (
        (held(led, "Cora"), SecondIsFirst),
        (held(led, "Cem"), RoleMayNot),
        (BadgeShown("x"), NotAStaffBadge),
        (replace(held(led, "Dina"), hashed="another"), PinWrong),
        (None, SecondPersonNeeded),
    ):
        with pytest.raises(problem):
            send(led, proof)
    assert led.station.queries.folded() == before


def test_what_was_approved_by_who_was_revoked_elsewhere_is_listed_and_not_applied_but_for_what_was_heard(
    led, new_post
) -> None:
    second = new_post("second")
    exchange(led.station, second.station)
    led.station.signing_in.sign_in(held(led, "Lena"))
    second.station.signing_in.sign_in(held(second, "Cora"))
    second.clock.at += 90_000
    send(second, held(second, "Dina"))
    exchange(led.station, second.station)
    led.clock.at += 30_000
    led.station.operators.revoke(operator(led, "Dina").id, "went home")
    second.clock.at += 90_000
    send(second, held(second, "Dina"))
    exchange(led.station, second.station)
    for each in (led, second):
        assert [one.why for one in each.station.queries.not_applied()] == [Objection.UNAPPROVED]
        each.station.upkeep.check()
    assert led.station.queries.folded().fold_hash == second.station.queries.folded().fold_hash


def test_where_a_forum_has_no_operators_nobody_is_asked(post) -> None:
    with post.station.dispatch.open_unit() as unit:
        assert Approving(post.station.signing_in.proving).approved(unit, None, Deed.SETTLE) is UNSET
