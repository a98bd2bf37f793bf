"""Who was struck from a list: told by its earlier versions, and never by a list that is a part or somebody else's."""

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.ids import DelegateId, LogId
from checkin_app.domain.lists.left_off import EarlierList, struck_from

FULL, NEXT, OTHER = (LogId(each * 32) for each in "123")


def people(*numbers: int) -> frozenset[DelegateId]:
    return frozenset(DelegateId(f"{number:016x}") for number in numbers)


def test_who_stood_on_the_version_before_and_is_missing_was_struck() -> None:
    earlier = {FULL: EarlierList(people(*range(10)))}
    assert struck_from(earlier, people(3, 77)) == ((FULL,), people(3))


def test_a_list_without_most_of_the_people_of_another_is_no_version_of_it() -> None:
    earlier = {FULL: EarlierList(people(*range(10))), OTHER: EarlierList(people(*range(20, 25)))}
    assert struck_from(earlier, people(*range(20, 25), 3)) == ((FULL,), people(3))
    assert struck_from(earlier, people(*range(9), *range(20, 25))) == ((), frozenset())


def test_whom_only_a_later_version_brought_is_struck_with_the_next() -> None:
    """What a later version brought is a handful, and would be no list of its own."""
    earlier = {NEXT: EarlierList(people(50), (FULL,)), FULL: EarlierList(people(*range(10)))}
    versions, struck = struck_from(earlier, people(50))
    assert (set(versions), struck) == ({FULL, NEXT}, people(50))
    assert struck_from({**earlier, NEXT: EarlierList(people(50))}, people(50))[1] == frozenset()


@given(
    st.dictionaries(st.sampled_from([FULL, NEXT, OTHER]), st.frozensets(st.integers(0, 20))),
    st.frozensets(st.integers(0, 20)),
    st.lists(st.tuples(st.sampled_from([FULL, NEXT, OTHER]), st.sampled_from([FULL, NEXT, OTHER])), max_size=4),
)
def test_struck_is_only_who_is_missing_and_stood_on_a_list_that_mostly_stands_again(
    named: dict[LogId, frozenset[int]], missing: frozenset[int], follows: list[tuple[LogId, LogId]]
) -> None:
    earlier = {
        log: EarlierList(people(*who), tuple(former for later, former in follows if later == log))
        for log, who in named.items()
    }
    versions, struck = struck_from(earlier, people(*missing))
    stood = {who for log in versions for who in earlier[log].people}
    assert struck == stood & people(*missing)
    assert 2 * len(struck) <= len(stood)
    assert len(set(versions)) == len(versions)
