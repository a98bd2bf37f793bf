"""Vectors are compared by their sums: whatever moved is found, and what did not is not spoken of."""

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.ids import LogId
from checkin_app.domain.sync.vectors import MARK, PARTS, SUM, Vector, part_of

HEADS = st.dictionaries(st.text("0123456789abcdef", min_size=1, max_size=4).map(LogId), st.integers(1, 9), max_size=40)


@given(HEADS)
def test_a_vector_is_the_heads_it_was_made_of(heads: dict[LogId, int]) -> None:
    vector = Vector(heads)
    assert dict(vector) == heads
    assert len(vector) == len(heads)
    assert vector.of_parts(range(PARTS)) == heads


@given(HEADS, HEADS)
def test_two_vectors_have_one_root_just_where_they_are_equal(one: dict[LogId, int], other: dict[LogId, int]) -> None:
    assert (Vector(one).root == Vector(other).root) == (one == other)


@given(HEADS, HEADS)
def test_every_log_that_differs_is_in_a_part_that_differs(one: dict[LogId, int], other: dict[LogId, int]) -> None:
    parts = Vector(one).differing(Vector(other).sums)
    differing = {log_id for log_id in one | other if one.get(log_id) != other.get(log_id)}
    assert {part_of(each) for each in differing} == set(parts)


@given(HEADS, HEADS)
def test_what_moved_comes_to_the_same_by_any_way(before: dict[LogId, int], moved: dict[LogId, int]) -> None:
    vector = Vector(before)
    after = vector.moved_to(moved)
    assert after.root == Vector(before | moved).root
    assert dict(vector) == before
    assert after.moved_to(moved) is after


def test_thousands_of_logs_are_a_few_bytes() -> None:
    vector = Vector({LogId(f"{n:032x}"): n + 1 for n in range(5000)})
    assert len(vector.root) == SUM
    moved = vector.moved_to({LogId(f"{7:032x}"): 9})
    parts = moved.differing(vector.sums)
    assert len(parts) == 1
    assert len(moved.of_parts(parts)) < 5000 / PARTS * 3


@given(st.dictionaries(st.integers(0, 40), st.integers(1, 9), min_size=1), st.data())
def test_two_that_know_logs_as_far_and_hold_another_fact_last_differ_in_its_part_alone(places, data) -> None:
    heads = {LogId(f"{number:032x}"): seq for number, seq in places.items()}
    marks = {log_id: log_id.encode()[-MARK:] for log_id in heads}
    one, forked = Vector(heads, marks), data.draw(st.sampled_from(sorted(heads)))
    other = one.moved_to({forked: heads[forked]}, {forked: b"another"})
    assert other.root == one.root, "by how far the logs are known they are the same"
    assert other.content != one.content
    assert one.apart(other.contents) == [part_of(forked)]
    assert other.marks_of([part_of(forked)])[forked] == b"another"
    assert other.moved_to({forked: heads[forked]}, {forked: marks[forked]}).content == one.content
    assert Vector(heads, marks).content == one.content
