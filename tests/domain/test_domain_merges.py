"""Which record stands for which: the same on every laptop, whatever order it heard of merges in, circles and all."""

from itertools import permutations

from factkit import named, told
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import DelegateId, LogId
from checkin_app.domain.merges import Merge, fold_merge, roots

HERE, THERE = LogId("a" * 32), LogId("b" * 32)
A, B, C, D = (DelegateId(f"{number:016x}") for number in (0xA1, 0xB2, 0xC3, 0xD4))


def merged(number: int, into: DelegateId, after: list[int], log: LogId = HERE) -> Fact:
    body = {"into": into, "after": [named(each) for each in after]}
    return told(log, number, "delegate.merged", body, at=number, about=f"delegate:{B}")


def parted(number: int, after: list[int], log: LogId = HERE) -> Fact:
    body = {"after": [named(each) for each in after]}
    return told(log, number, "delegate.parted", body, at=number, about=f"delegate:{B}")


def test_one_stands_for_the_other_until_they_are_taken_apart() -> None:
    assert fold_merge(B, []) == Merge()
    assert fold_merge(B, [merged(1, A, [])]).into == A
    assert fold_merge(B, [merged(1, A, []), parted(2, [1])]).into is None


def test_two_who_merge_apart_into_different_records_are_told_apart_and_the_last_holds_meanwhile() -> None:
    apart = [merged(1, A, []), merged(2, C, [], THERE)]
    assert {fold_merge(B, each) for each in permutations(apart)} == {Merge(C, (named(1), named(2)), apart=True)}
    assert not fold_merge(B, [merged(1, A, []), merged(2, A, [], THERE)]).apart
    assert fold_merge(B, [*apart, merged(3, A, [1, 2])]) == Merge(A, (named(3),))


def test_nobody_stands_for_themselves() -> None:
    assert fold_merge(B, [merged(1, B, [])]).into is None
    assert roots({A: A}) == {}


def test_what_was_merged_into_a_merged_record_goes_with_it() -> None:
    assert roots({D: C, C: B, B: A}) == {D: A, C: A, B: A}


def test_of_records_merged_in_a_circle_the_one_of_the_least_id_stands() -> None:
    assert roots({A: B, B: A, C: B}) == {B: A, C: A}
    assert roots({B: C, C: D, D: B}) == {C: B, D: B}


_WHO = st.sampled_from([DelegateId(f"{number:016x}") for number in range(8)])


@given(st.dictionaries(_WHO, _WHO))
def test_whoever_stands_stands_by_themselves_and_for_all_that_lead_to_them(into: dict[DelegateId, DelegateId]) -> None:
    found = roots(into)
    assert not found.keys() & set(found.values())
    for who, next_one in into.items():
        assert found.get(who, who) == found.get(next_one, next_one)


@given(st.dictionaries(_WHO, _WHO), st.randoms())
def test_the_order_in_which_they_are_told_makes_no_difference(into: dict[DelegateId, DelegateId], random) -> None:
    items = list(into.items())
    random.shuffle(items)
    assert roots(dict(items)) == roots(into)
