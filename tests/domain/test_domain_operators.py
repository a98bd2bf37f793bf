"""Who acts, and whether a fact counts by whoever made it: by what it follows, the same in any order."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from factkit import named
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec import structs

from checkin_app.domain.acting import ANYBODY, SignedIn, acting
from checkin_app.domain.buses import BusState
from checkin_app.domain.canonical import canonical
from checkin_app.domain.facts import GENESIS, Fact, FactDraft
from checkin_app.domain.following import heads, in_order
from checkin_app.domain.hlc import Hlc
from checkin_app.domain.ids import (
    BusCode,
    Digest,
    FactId,
    Instant,
    LogId,
    OperatorId,
    Subject,
    bus_subject,
    operator_subject,
    station_of,
)  # fmt: skip
from checkin_app.domain.kinds.buses import BusMovedTo
from checkin_app.domain.kinds.operators import OperatorNamed, OperatorPinSet, OperatorRevoked, OperatorSignedIn
from checkin_app.domain.kinds.registry import KINDS
from checkin_app.domain.kinds.scans import ScanUndone
from checkin_app.domain.mandates import Mandate, Mandates, said_last, went_before
from checkin_app.domain.operators import Objection, Operator, fold_operator, judge, objection
from checkin_app.domain.pins import FIRST_WAIT, LONGEST_WAIT, TRIES, may_be_pin, pin_of, wait
from checkin_app.domain.problems_operators import NoOperatorAnyMore, RoleMayNot, SignInFirst
from checkin_app.domain.roles import BY_NOBODY, TABLE, Deed, OperatorRole, deed_word, deeds_of, may, role_word

ANN, BEA = OperatorId("a" * 16), OperatorId("b" * 16)
HERE, THERE = LogId("1" * 32), LogId("2" * 32)
DIGEST = Digest("d" * 64)


def fact(log: LogId, seq: int, subject: str, said: Any, *, hlc: int, number: int, actor: str = "") -> Fact:
    return Fact(
        log,
        seq,
        named(number),
        Hlc(hlc),
        Instant(hlc),
        0,
        said.KIND,
        1,
        actor,
        Subject(subject),
        canonical(said),
        GENESIS,
    )


def naming(
    number: int, role: OperatorRole, *, log=THERE, seq=0, hlc=0, after=(), heard=None, who=ANN, actor="", listed=False
):
    said = OperatorNamed(role=role, badge=None, document=DIGEST, listed=listed, after=after, heard=heard or {})
    return fact(log, seq or number, operator_subject(who), said, hlc=hlc or number, number=number, actor=actor)


def revoking(number: int, *, log=THERE, seq=0, hlc=0, after=(), heard=None, who=ANN, actor=""):
    said = OperatorRevoked(reason="gone", after=after, heard=heard or {})
    return fact(log, seq or number, operator_subject(who), said, hlc=hlc or number, number=number, actor=actor)


def signing_in(number: int, *, log=HERE, seq=0, hlc=0, after=(), who=ANN):
    said = OperatorSignedIn(how="pin", after=after)
    return fact(log, seq or number, operator_subject(who), said, hlc=hlc or number, number=number)


def moving(number: int, sign_in: Fact, *, log=HERE, seq=0, hlc=0):
    said = BusMovedTo(state=BusState.BOARDING)
    return fact(
        log, seq or number, bus_subject(BusCode("2-1")), said, hlc=hlc or number, number=number, actor=sign_in.fact_id
    )


NAMED = naming(1, OperatorRole.COORDINATOR)
IN = signing_in(10, after=(NAMED.fact_id,))


def test_the_table_has_each_deed_once_each_is_some_kind_s_and_the_lead_may_all() -> None:
    assert sorted(each.deed for each in TABLE) == sorted(Deed)
    said = {kind.DEED for kind in KINDS.values()} | {
        Deed.IMPORT,
        Deed.PLAN,
        Deed.REPLACE,
        Deed.RIDE,
        Deed.RELEASE_SHORT,
        Deed.OVERRIDE,
        Deed.EMERGENCY_END,
        Deed.EMERGENCY_END_SHORT,
    }
    assert said - {None} == set(Deed) - {Deed.QUEUE}  # which stands in a laptop's settings
    assert deeds_of(OperatorRole.LEAD) == set(Deed)
    assert all(deeds_of(role) >= BY_NOBODY for role in OperatorRole), "whoever signs in may not do less than nobody"
    assert all(deeds_of(OperatorRole.VOLUNTEER) <= deeds_of(role) for role in OperatorRole)
    assert [may(OperatorRole.VOLUNTEER, each) for each in (Deed.SCAN, Deed.MOVE_BUS)] == [True, False]


def test_every_role_and_deed_has_words() -> None:
    assert len({role_word(each) for each in OperatorRole} | {deed_word(each) for each in Deed}) == 6 + len(Deed)


def test_a_fact_counts_by_the_role_of_whoever_signed_in() -> None:
    assert objection(moving(11, IN), IN, [NAMED]) is None
    assert objection(moving(11, IN), IN, [naming(1, OperatorRole.VOLUNTEER)]) is Objection.ROLE
    assert objection(moving(11, IN), IN, []) is Objection.UNKNOWN
    assert objection(moving(11, IN), None, [NAMED]) is Objection.UNKNOWN
    assert objection(structs.replace(moving(11, IN), actor=""), None, []) is None, "nobody is named"


def test_what_a_revocation_had_heard_of_counts_whatever_the_clocks_say() -> None:
    scan = moving(11, IN, hlc=900)
    assert objection(scan, IN, [NAMED, revoking(50, after=(NAMED.fact_id,), heard={HERE: 11})]) is None


def test_what_was_made_after_a_revocation_elsewhere_does_not_count() -> None:
    revoked = revoking(50, after=(NAMED.fact_id,), heard={HERE: 11})
    assert objection(moving(12, IN, hlc=60), IN, [NAMED, revoked]) is Objection.REVOKED
    assert objection(moving(12, IN, hlc=40), IN, [NAMED, revoked]) is None, "made before, and heard of later"


def test_who_signed_in_knowing_of_a_revocation_was_none_whatever_the_clocks_say() -> None:
    revoked = revoking(50, after=(NAMED.fact_id,), hlc=900)
    again = signing_in(11, after=(revoked.fact_id,))
    assert objection(moving(12, again, hlc=60), again, [NAMED, revoked]) is Objection.REVOKED


def test_who_was_named_again_is_one_again() -> None:
    revoked = revoking(50, after=(NAMED.fact_id,))
    anew = naming(60, OperatorRole.COORDINATOR, after=(revoked.fact_id,))
    again = signing_in(70, after=(anew.fact_id,))
    assert objection(moving(71, again), again, [NAMED, revoked, anew]) is None
    assert objection(moving(55, IN, seq=11), IN, [NAMED, revoked, anew]) is Objection.REVOKED


def test_another_role_holds_from_then_on() -> None:
    lower = naming(50, OperatorRole.VOLUNTEER, after=(NAMED.fact_id,))
    assert objection(moving(11, IN), IN, [NAMED, lower]) is None
    assert objection(moving(12, IN, hlc=60), IN, [NAMED, lower]) is Objection.ROLE


def test_laptops_apart_that_name_and_revoke_somebody_stop_them() -> None:
    said = [
        NAMED,
        revoking(50, after=(NAMED.fact_id,)),
        naming(51, OperatorRole.LEAD, log=HERE, after=(NAMED.fact_id,)),
    ]
    assert objection(moving(70, IN), IN, said) is Objection.REVOKED
    folded = fold_operator(said, {DIGEST: {"name": "Ann"}})
    assert folded and not folded.stands


def test_what_people_say_goes_before_what_the_forum_s_file_says_on_a_laptop_that_starts_later() -> None:
    lower = naming(50, OperatorRole.VOLUNTEER, after=(NAMED.fact_id,))
    later = naming(90, OperatorRole.LEAD, log=HERE, listed=True)
    folded = fold_operator([NAMED, lower, later], {DIGEST: {"name": "Ann"}})
    assert folded and folded.role is OperatorRole.VOLUNTEER and folded.name == "Ann"


def _sign_ins(*known: Fact):
    by_name = {(each.fact_id, station_of(each.log_id)): each for each in known}
    return lambda fact: by_name.get((fact.actor, station_of(fact.log_id)))


def test_only_a_lead_says_who_acts_and_everybody_sets_their_own_pin() -> None:
    lead = naming(2, OperatorRole.LEAD, who=BEA)
    hers, his = signing_in(10, after=(lead.fact_id,), who=BEA), IN
    made_lead = naming(20, OperatorRole.LEAD, log=HERE, actor=IN.fact_id, after=(NAMED.fact_id,))
    taken = judge([NAMED, lead, made_lead], _sign_ins(his)).taken
    assert made_lead not in taken[operator_subject(ANN)], "nobody makes themselves lead"
    by_lead = structs.replace(made_lead, actor=hers.fact_id)
    assert by_lead in judge([NAMED, lead, by_lead], _sign_ins(hers)).taken[operator_subject(ANN)]
    pin = fact(
        HERE, 30, operator_subject(ANN), OperatorPinSet(document=DIGEST, after=()), hlc=30, number=30, actor=IN.fact_id
    )
    assert pin in judge([NAMED, lead, pin], _sign_ins(his)).taken[operator_subject(ANN)]
    other = structs.replace(pin, subject=operator_subject(BEA))
    assert other not in judge([NAMED, lead, other], _sign_ins(his)).taken[operator_subject(BEA)]


@st.composite
def histories(draw) -> tuple[list[Fact], list[Fact], list[Fact]]:
    """What two laptops say of two operators, who sign in and act, each knowing some of what was said before."""
    said, sign_ins, done = [naming(1, OperatorRole.LEAD), naming(2, OperatorRole.LEAD, who=BEA)], [], []
    for number in range(3, draw(st.integers(4, 24))):
        log, who = draw(st.sampled_from((HERE, THERE))), draw(st.sampled_from((ANN, BEA)))
        hlc = draw(st.integers(1, 40))
        mine = [each.fact_id for each in said if each.subject == operator_subject(who)]
        after = tuple(draw(st.lists(st.sampled_from(mine), unique=True)))
        own = [each for each in sign_ins if each.log_id == log]
        actor = draw(st.sampled_from([None, *own]))
        heard = {log: draw(st.integers(0, number)) for log in draw(st.sets(st.sampled_from((HERE, THERE))))}
        common = {"log": log, "seq": number, "hlc": hlc}
        match draw(st.sampled_from(("in", "act", "act", "revoke", "name", "pin"))):
            case "in":
                sign_ins.append(signing_in(number, after=after, who=who, **common))
            case "act" if own:
                done.append(moving(number, draw(st.sampled_from(own)), **common))
            case "revoke":
                said.append(
                    revoking(number, after=after, who=who, heard=heard, actor=actor.fact_id if actor else "", **common)
                )
            case "name":
                role = draw(st.sampled_from(OperatorRole))
                said.append(
                    naming(
                        number, role, after=after, who=who, heard=heard, actor=actor.fact_id if actor else "", **common
                    )
                )
            case "pin":
                pin = OperatorPinSet(document=DIGEST, after=())
                by = actor.fact_id if actor else ""
                said.append(fact(subject=operator_subject(who), said=pin, number=number, actor=by, **common))
    return said, sign_ins, done


@given(histories(), st.randoms(use_true_random=False))
def test_what_is_applied_is_the_same_in_any_order(history, random) -> None:
    said, sign_ins, done = history

    def applied(told: list[Fact]) -> set[FactId]:
        known = _sign_ins(*sign_ins)
        taken = judge(told, known).taken
        return {each.fact_id for each in done if objection(each, s := known(each), taken.get(s.subject, ())) is None}

    shuffled = [*said, *said[:2]]
    random.shuffle(shuffled)
    assert applied(said) == applied(shuffled)


@given(histories())
def test_whatever_is_said_of_operators_is_applied_or_has_an_objection_and_never_both(history) -> None:
    said, sign_ins, _ = history
    known = _sign_ins(*sign_ins)
    judged = judge(said, known)
    taken = [each.order for some in judged.taken.values() for each in some]
    assert sorted([*taken, *judged.refused]) == sorted(each.order for each in said)


def test_what_a_lead_says_is_applied_though_the_clock_of_whoever_named_them_runs_far_ahead() -> None:
    """A clock that is far ahead is not adopted: what follows it has smaller stamps."""
    lead = naming(2, OperatorRole.LEAD, who=BEA, hlc=90_000)
    hers = signing_in(10, after=(lead.fact_id,), who=BEA)
    stopped = revoking(20, log=HERE, after=(NAMED.fact_id,), actor=hers.fact_id)
    assert stopped in judge([NAMED, lead, stopped], _sign_ins(hers)).taken[operator_subject(ANN)]


@given(histories())
def test_nothing_of_somebody_s_counts_that_knew_they_were_revoked_and_not_named_since(history) -> None:
    said, sign_ins, done = history
    known = _sign_ins(*sign_ins)
    taken = judge(said, known).taken
    for each in done:
        sign_in = known(each)
        of_theirs = taken.get(sign_in.subject, ())
        if any(isinstance(one.said, OperatorRevoked) and one.fact_id in sign_in.said.after for one in of_theirs):
            followed = {name for one in of_theirs for name in one.said.after}
            last = [one for one in of_theirs if one.fact_id not in followed and one.fact_id in sign_in.said.after]
            if any(isinstance(one.said, OperatorRevoked) for one in last):
                assert objection(each, sign_in, of_theirs) is Objection.REVOKED


def _operator(role: OperatorRole, who: OperatorId = ANN, revoked: str | None = None, pin: str = "x") -> Operator:
    return Operator(who, "Ann", role, None, revoked, pin)


def test_without_operators_anybody_does_anything_and_nobody_is_named() -> None:
    draft = FactDraft(Subject("bus:2-1"), BusMovedTo(state=BusState.BOARDING))
    assert acting([], None) is ANYBODY
    assert acting([_operator(OperatorRole.LEAD, revoked="gone")], None) is ANYBODY
    assert ANYBODY.said(draft).actor == ""


def test_with_operators_who_is_signed_in_is_named_and_nobody_else_does_more_than_scan() -> None:
    lead, volunteer = _operator(OperatorRole.LEAD), _operator(OperatorRole.VOLUNTEER, BEA)
    draft = FactDraft(Subject("bus:2-1"), BusMovedTo(state=BusState.BOARDING))
    scan = FactDraft(Subject("delegate:" + "1" * 16), ScanUndone(fact=named(1)))
    signed_in = SignedIn(BEA, named(9))
    assert acting([lead, volunteer], SignedIn(ANN, named(8))).said(draft).actor == named(8)
    with pytest.raises(RoleMayNot):
        acting([lead, volunteer], signed_in).said(draft)
    with pytest.raises(SignInFirst):
        acting([lead, volunteer], None).said(draft)
    assert acting([lead, volunteer], None).said(scan).actor == ""
    gone = acting([lead, replace(volunteer, revoked="gone")], signed_in)
    with pytest.raises(NoOperatorAnyMore):
        gone.said(draft)
    assert gone.said(scan).actor == "", "a scan is never dropped"


def test_as_long_as_no_lead_can_sign_in_anybody_says_who_acts() -> None:
    assert Deed.OPERATORS in acting([_operator(OperatorRole.LEAD, pin="")], None).may
    assert Deed.OPERATORS in acting([_operator(OperatorRole.DUTY_OFFICER)], None).may
    assert Deed.OPERATORS not in acting([_operator(OperatorRole.LEAD)], None).may


@pytest.mark.parametrize(("pin", "fits"), [
    ("1357", True), ("20417", True), ("13572468", True), ("135", False), ("135724680", False), ("1111", False),
    ("1234", False), ("98765", False), ("12a4", False), ("", False), ("٣١٤٥", False),
])  # fmt: skip
def test_a_pin_is_four_to_eight_digits_that_nobody_tries_first(pin: str, *, fits: bool) -> None:
    assert may_be_pin(pin) is fits


def test_wide_digits_of_an_input_method_are_digits() -> None:
    assert pin_of(" １３５７ ") == "1357"


@given(st.integers(0, 400), st.integers(0, 10**13), st.integers(-(10**10), 10**10))
@example(TRIES, 0, 0)
@example(TRIES, 10**12, -(10**9))
def test_after_five_wrong_pins_each_further_one_waits_longer_and_no_clock_makes_it_forever(wrong, at, later) -> None:
    waiting = wait(wrong, at, at + later)
    assert 0 <= waiting <= LONGEST_WAIT
    assert (waiting > 0) is (wrong >= TRIES and later < min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(wrong - TRIES, 10)))
    assert wait(wrong + 1, at, at) >= wait(wrong, at, at)


def _gone_through(stated: Iterable[Fact], fact: Fact, told: Iterable[FactId]) -> Mandate:
    """Return what held of somebody, by the rule and one thing after the other."""
    of_role = [each for each in stated if each.kind != OperatorPinSet.KIND]
    before = [each for each in of_role if each.fact_id in told or went_before(each, fact)]
    roles = [getattr(each.said, "role", None) for each in said_last(before)]
    named = [each for each in roles if each]
    return Mandate(named[-1] if named else None, len(named) < len(roles))


@given(histories(), st.randoms(use_true_random=False))
def test_what_held_at_a_moment_is_what_going_through_everything_finds(history, random) -> None:
    said, sign_ins, done = history
    known = _sign_ins(*sign_ins)
    for subject in (operator_subject(ANN), operator_subject(BEA)):
        theirs = [each for each in said if each.subject == subject]
        told = random.sample(theirs, len(theirs))
        laid = Mandates(told)
        for each in (*done, *said, *sign_ins):
            for names in ((), getattr(known(each) and known(each).said, "after", ())):
                assert laid.held(each, names) == _gone_through(told, each, names)


@given(histories(), st.randoms(use_true_random=False))
def test_what_nothing_follows_is_what_going_through_everything_finds(history, random) -> None:
    for subject in (operator_subject(ANN), operator_subject(BEA)):
        told = [each for each in history[0] if each.subject == subject]
        if random.random() < 0.5:
            random.shuffle(told)
        of_role = [each for each in told if isinstance(each.said, OperatorNamed | OperatorRevoked)]
        assert Mandates(told).last() == said_last(of_role)
        known = fold_operator(told, {})
        ever = [each.said for each in in_order(told) if isinstance(each.said, OperatorNamed)]
        namings = [each.said for each in said_last(of_role) if isinstance(each.said, OperatorNamed)]
        assert (known is None) == (not ever)
        if known:
            assert known.role == (namings or ever)[-1].role
            assert known.pins == tuple(
                each.fact_id for each in heads(each for each in told if isinstance(each.said, OperatorPinSet))
            )


@given(histories(), st.randoms(use_true_random=False))
def test_a_copy_is_the_same_and_what_is_added_to_it_is_not_added_to_the_first(history, random) -> None:
    said, _, done = history
    told = sorted(
        (each for each in said if each.subject == operator_subject(ANN)), key=lambda each: each.order
    )  # or all is laid out anew each time
    some = random.randrange(len(told) + 1)
    first = Mandates(told[:some])
    copy = first.copied()
    for each in told[some:]:
        copy.add(each)
    for account, facts in ((first, told[:some]), (copy, told)):
        anew = Mandates(facts)
        assert ([*account], [*account.of_role], account.last()) == ([*anew], [*anew.of_role], anew.last())
        assert [account.held(each, ()) for each in (*done, *said)] == [anew.held(each, ()) for each in (*done, *said)]


@given(histories(), st.randoms(use_true_random=False))
def test_what_is_judged_as_it_comes_is_judged_as_all_at_once(history, random) -> None:
    said, sign_ins, _ = history
    known = _sign_ins(*sign_ins)
    said = (
        sorted(said, key=lambda each: each.order) if random.random() < 0.5 else said
    )  # else nearly nothing comes last
    some = random.randrange(len(said) + 1)
    judged = judge(said[:some], known)
    before = {subject: [*each] for subject, each in judged.taken.items()}
    former = judged.go_on(said[some:], known)
    whole = judge(said, known)
    if former is None:
        assert {subject: [*each] for subject, each in judged.taken.items()} == before, "nothing was done"
        return
    assert {subject: [*each] for subject, each in judged.taken.items()} == {
        subject: [*each] for subject, each in whole.taken.items()
    }
    assert (judged.refused, judged.lacking) == (whole.refused, whole.lacking)
    assert {subject: [*each] for subject, each in former.items()} == {
        subject: before.get(subject, []) for subject in former
    }
    assert former.keys() == {each for each, some in judged.taken.items() if [*some] != before.get(each, [])}
