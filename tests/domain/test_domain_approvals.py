"""What a second person must approve counts only by another operator, proven at that moment, who might approve it."""

from typing import Any

import pytest
from factkit import named, told
from msgspec import UNSET
from msgspec.structs import replace

from checkin_app.domain.acting import Acting
from checkin_app.domain.approvals import REACH, unapproved
from checkin_app.domain.facts import Fact, FactDraft
from checkin_app.domain.ids import LogId, OperatorId, Subject, operator_subject
from checkin_app.domain.kinds import registry
from checkin_app.domain.kinds.approvals import Approvable
from checkin_app.domain.operators import Objection, objection
from checkin_app.domain.problems_operators import SecondPersonNeeded
from checkin_app.domain.roles import Deed, OperatorRole

HERE, THERE = LogId("1" * 32), LogId("2" * 32)
ANN, BEA = operator_subject(OperatorId("a" * 16)), operator_subject(OperatorId("b" * 16))
DIGEST = "d" * 64


class Sent(Approvable, frozen=True, kw_only=True):
    KIND = "bus.sent"
    SUBJECT = "bus:"
    DEED = Deed.MOVE_BUS

    needs_second: bool = True

    @property
    def approval(self) -> Deed | None:
        return Deed.SETTLE if self.needs_second else None


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(registry.KINDS, Sent.KIND, Sent)  # type: ignore[arg-type]  # a Mapping to all but this test


def naming(number: int, who: Subject, role: OperatorRole) -> Fact:
    body = {"role": role.value, "badge": None, "document": DIGEST, "listed": False, "after": [], "heard": {}}
    return told(THERE, number, "operator.named", body, at=number, about=who)


def revoking(number: int, who: Subject, *, hlc: int, heard: dict[str, int]) -> Fact:
    body = {"reason": "gone", "after": [named(2)], "heard": heard}
    return told(THERE, number, "operator.revoked", body, at=number, hlc=hlc, about=who)


def proving(number: int, who: Subject, how: str, knew: int, *, seq: int = 0) -> Fact:
    proof = told(HERE, number, "operator.signed_in", {"how": how, "after": [named(knew)]}, at=number, about=who)
    return replace(proof, seq=seq or number)


def sending(number: int, by: Fact, approval: Fact | None, **more: Any) -> Fact:
    body = {"approved_by": approval.fact_id, **more} if approval else more
    return replace(
        told(HERE, number, Sent.KIND, {"needs_second": True, **body}, at=number, about="bus:2-1"), actor=by.fact_id
    )


FIRST, SECOND = naming(1, ANN, OperatorRole.COORDINATOR), naming(2, BEA, OperatorRole.DUTY_OFFICER)
IN, APPROVAL = proving(10, ANN, "pin", 1), proving(11, BEA, "approval", 2)
SENT = sending(12, IN, APPROVAL)


def test_what_another_operator_approved_who_might_counts() -> None:
    assert unapproved(SENT, IN, APPROVAL, [SECOND]) is None
    assert unapproved(sending(12, IN, None, needs_second=False), IN, None, []) is None


@pytest.mark.parametrize(
    ("sent", "approval", "stated"),
    [
        (sending(12, IN, None), None, []),
        (SENT, None, [SECOND]),
        (sending(12, IN, own := proving(11, ANN, "approval", 1)), own, [FIRST]),
        (SENT, APPROVAL, [naming(2, BEA, OperatorRole.COORDINATOR)]),
        (SENT, APPROVAL, []),
        (sending(12, IN, pin := proving(11, BEA, "pin", 2)), pin, [SECOND]),
        (replace(SENT, seq=11 + REACH + 1), APPROVAL, [SECOND]),
        (replace(SENT, seq=10), APPROVAL, [SECOND]),
        (replace(SENT, log_id=THERE), APPROVAL, [SECOND]),
    ],
    ids=["none", "unheard of", "the first", "another role", "nobody", "no approval", "later", "before", "elsewhere"],
)  # fmt: skip
def test_what_nobody_else_approved_who_might_at_that_moment_does_not(sent, approval, stated) -> None:
    assert unapproved(sent, IN, approval, stated) is Objection.UNAPPROVED


def test_who_approves_is_judged_as_the_actor_is_by_what_was_known_of_them_and_heard() -> None:
    assert unapproved(SENT, IN, APPROVAL, [SECOND, revoking(9, BEA, hlc=9, heard={})]) is Objection.UNAPPROVED
    assert unapproved(SENT, IN, APPROVAL, [SECOND, revoking(9, BEA, hlc=9, heard={HERE: 12})]) is None
    assert unapproved(SENT, IN, APPROVAL, [SECOND, revoking(90, BEA, hlc=90, heard={})]) is None


def test_an_approval_signs_nobody_in() -> None:
    assert objection(sending(12, APPROVAL, APPROVAL), APPROVAL, [SECOND]) is Objection.UNKNOWN


def test_without_a_second_person_it_is_not_recorded_where_somebody_is_named() -> None:
    draft = FactDraft(Subject("bus:2-1"), Sent())
    with pytest.raises(SecondPersonNeeded, match="settle"):
        Acting(frozenset(Deed), named(10)).said(draft)
    assert Acting(frozenset(Deed)).said(draft).said == Sent(approved_by=UNSET), (
        "nobody is named: nobody can be the second"
    )
