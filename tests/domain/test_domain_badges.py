"""What becomes of a badge that is revoked and restored, here and apart."""

from itertools import permutations

from factkit import named, told
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.facts import Fact
from checkin_app.domain.folds import fold_badge
from checkin_app.domain.ids import LogId

HERE, THERE = LogId("a" * 32), LogId("b" * 32)


def said(number: int, kind: str, after: list[int] | None, log: LogId = HERE, reason: str = "why") -> Fact:
    body = {"reason": reason} | ({} if after is None else {"after": [named(each) for each in after]})
    return told(log, number, f"badge.{kind}", body, at=number)


def test_a_revoked_badge_is_valid_again_once_it_was_restored_and_void_once_revoked_anew() -> None:
    revoked, restored = said(1, "revoked", []), said(2, "restored", [1])
    assert fold_badge([revoked]).revoked == "why"
    assert fold_badge([revoked, restored]).is_valid(1)
    assert fold_badge([revoked, restored, said(3, "revoked", [2], reason="after all")]).revoked == "after all"


def test_what_was_revoked_before_it_could_be_restored_can_be() -> None:
    assert fold_badge([said(1, "revoked", None), said(2, "revoked", None), said(3, "restored", [2])]).revoked == ""


def test_what_was_revoked_and_restored_apart_is_void_and_says_so_until_it_is_settled() -> None:
    first = [said(1, "revoked", []), said(2, "restored", [1])]
    apart = [*first, said(3, "revoked", [2]), said(4, "restored", [2], THERE)]
    standing = fold_badge(apart)
    assert (standing.revoked, standing.apart, set(standing.state_facts)) == ("why", True, {named(3), named(4)})
    settled = fold_badge([*apart, said(5, "restored", [3, 4])])
    assert (settled.revoked, settled.apart) == ("", False)


def test_two_who_revoke_apart_do_not_contradict_each_other() -> None:
    standing = fold_badge([said(1, "revoked", []), said(2, "revoked", [], THERE)])
    assert (standing.revoked, standing.apart) == ("why", False)


def test_a_reason_that_is_empty_revokes_all_the_same() -> None:
    assert fold_badge([said(1, "revoked", [], reason="")]).revoked


@given(st.lists(st.tuples(st.booleans(), st.sets(st.integers(1, 4)), st.sampled_from([HERE, THERE])), max_size=4))
def test_whatever_order_they_come_in_they_come_to_the_same(story: list[tuple[bool, set[int], LogId]]) -> None:
    facts = [
        said(number, "revoked" if revokes else "restored", sorted(after), log)
        for number, (revokes, after, log) in enumerate(story, 1)
    ]
    assert len({fold_badge(each) for each in permutations(facts)}) <= 1
    assert fold_badge([*facts, *facts]) == fold_badge(facts)
