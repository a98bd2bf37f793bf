"""What a person did at once is found as one and undone as one."""

from collections.abc import Callable
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.acts import MOST, of_one_act
from checkin_app.domain.delegates import BadgeStanding, Issue
from checkin_app.domain.facts import GENESIS, Fact, FactDraft
from checkin_app.domain.folds import standing_edits
from checkin_app.domain.hlc import Hlc
from checkin_app.domain.ids import ActId, BusCode, CheckpointId, DelegateId, FactId, Instant, LogId, delegate_subject
from checkin_app.domain.kinds.badges import BadgeReplaced
from checkin_app.domain.kinds.body import Aspect, Body
from checkin_app.domain.kinds.people import DelegateAmended, DelegateRegistered
from checkin_app.domain.kinds.rides import RideAssigned
from checkin_app.domain.kinds.scans import ScanDecided, ScanUndone
from checkin_app.domain.kinds.withdrawals import DelegateWithdrawn
from checkin_app.domain.movements import Movements, fold_presences
from checkin_app.domain.outcomes import Reason, Verdict
from checkin_app.domain.registers import Head, Registers
from checkin_app.domain.rides import fold_ride
from checkin_app.domain.undoing import may_withdraw, take_back

WHO = delegate_subject(DelegateId("0" * 16))
LISTED = RideAssigned(bus=BusCode("2-1"))
LET_IN = ScanDecided(checkpoint=CheckpointId("opening"), verdict=Verdict.GO, reason=Reason.ADMITTED)
REPLACED = BadgeReplaced(issue=2, reason="lost")
TURNED_AWAY = ScanDecided(checkpoint=CheckpointId("opening"), verdict=Verdict.STOP, reason=Reason.SESSION_OVER)


def _written(number: int, said: Body, act: str = "") -> Fact:
    draft = FactDraft(WHO, said).within(ActId(act)) if act else FactDraft(WHO, said)
    return Fact(
        LogId("a" * 32), number, FactId(f"00000000-0000-7000-8000-{number:012x}"), Hlc(number), Instant(number), 0,
        draft.kind, 1, "", WHO, draft.body, GENESIS,
    )  # fmt: skip


def _telling(*facts: Fact) -> Callable[[Aspect], list[Fact]]:
    return lambda aspect: [fact for fact in facts if fact.aspect is aspect]


@given(st.lists(st.sampled_from(["", "one", "two"]), min_size=1, max_size=MOST))
def test_an_act_is_all_facts_that_carry_its_name_and_one_without_a_name_is_itself(acts: list[str]) -> None:
    log = [_written(number, LET_IN, act) for number, act in enumerate(acts, start=1)]
    for fact, act in zip(log, acts, strict=True):
        found = of_one_act(fact, lambda: log)
        assert fact in found
        assert list(found) == [each for each in log if each is fact or (act and each.said and each.said.act == act)]


def test_nothing_beside_a_fact_is_read_where_it_is_all_of_its_act() -> None:
    alone = _written(1, LET_IN)
    assert of_one_act(alone, pytest.fail) == [alone]  # type: ignore[arg-type]  # it must not be asked


def test_a_fact_that_is_no_part_of_an_act_is_written_as_it_always_was() -> None:
    assert b"act" not in _written(1, LISTED).body
    assert _written(1, LISTED, "one").said == FactDraft(WHO, LISTED).within(ActId("one")).said


@given(st.lists(st.sampled_from([LISTED, LET_IN, TURNED_AWAY]), max_size=5))
def test_what_takes_an_act_back_leaves_nobody_where_it_put_them(said: list[Body]) -> None:
    act = [_written(number, each, "one") for number, each in enumerate(said, start=1)]
    undoings = [_written(number, draft.said, "two") for number, draft in enumerate(take_back(act), start=len(act) + 1)]
    moves = [fact for fact in act if fact.aspect]
    assert fold_presences([*moves, *undoings]) == ()
    assert fold_ride([*moves, *undoings]).bus is None
    assert len(undoings) == len(moves)
    assert all(isinstance(each.said, ScanUndone) for each in undoings)


def test_a_registration_that_was_withdrawn_leaves_nothing_unless_somebody_wrote_more() -> None:
    registered = _written(1, DelegateRegistered(values={"badge_no": "1"}))
    withdrawn = _written(2, DelegateWithdrawn(fact=registered.fact_id, badge_no="1"), "undone")
    amended = _written(3, DelegateAmended(values={"badge_no": "2"}))
    assert list(standing_edits([registered], _telling())) == [registered]
    for order in permutations([registered, withdrawn]):
        assert list(standing_edits(order, _telling())) == []
    assert list(standing_edits([withdrawn], _telling())) == []
    assert list(standing_edits([amended], _telling(_written(4, LISTED)))) == [], "nobody registered them"
    for besides in (_written(3, LET_IN), _written(3, LISTED), _written(3, REPLACED, "another")):
        assert list(standing_edits([registered, withdrawn], _telling(besides))) == [registered]
    voided = _written(3, REPLACED, "undone")
    assert list(standing_edits([registered, withdrawn], _telling(voided))) == []
    for order in permutations([registered, withdrawn, amended]):
        assert {each.fact_id for each in standing_edits(order, Movements)} == {registered.fact_id, amended.fact_id}


def test_a_guest_of_whom_more_is_known_than_their_registration_is_not_withdrawn() -> None:
    registered = _written(1, DelegateRegistered(values={"badge_no": "1"}))
    alone = Registers({"badge_no": (Head(registered.fact_id, "1"),)})
    amended = Registers({**alone.heads, "title": (Head(FactId("another"), "Chair"),)})
    seen = Movements(fold_presences([_written(2, LET_IN)]))
    listed = Movements.of((), fold_ride([_written(2, LISTED)]))
    replaced = BadgeStanding(2, (Issue(2, "lost", Instant(1), FactId("another")),))
    assert may_withdraw(registered.fact_id, alone, BadgeStanding(), Movements())
    for edits, badge, after in (
        (amended, BadgeStanding(), Movements()), (alone, replaced, Movements()),
        (alone, BadgeStanding(), seen), (alone, BadgeStanding(), listed),
    ):  # fmt: skip
        assert not may_withdraw(registered.fact_id, edits, badge, after)
