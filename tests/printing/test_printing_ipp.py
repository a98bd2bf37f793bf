"""What goes to spoolers and comes back: whole, or it is no answer."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printing.ipp import Group, IppUnreadable, Operation, Tag, decoded, encoded

_names = st.from_regex(r"[a-z][a-z-]{0,30}", fullmatch=True)
_texts = st.tuples(
    st.sampled_from([Tag.KEYWORD, Tag.NAME, Tag.URI]), st.lists(st.text(max_size=60), min_size=1, max_size=3)
)
_numbers = st.tuples(
    st.sampled_from([Tag.INTEGER, Tag.ENUM]), st.lists(st.integers(-(2**31), 2**31 - 1), min_size=1, max_size=3)
)
_attributes = st.dictionaries(_names, st.one_of(_texts, _numbers), max_size=4)


@given(st.lists(st.tuples(st.sampled_from([Group.OPERATION, Group.JOBS, Group.PRINTERS]), _attributes), max_size=4))
def test_what_is_written_is_read_as_it_was(groups: list[tuple[Group, dict[str, tuple[Tag, list[int | str]]]]]) -> None:
    wanted = [(group, [(tag, name, values) for name, (tag, values) in some.items()]) for group, some in groups]
    answer = decoded(encoded(Operation.PRINT_JOB, wanted, b"%PDF"))
    assert answer.status == Operation.PRINT_JOB  # an answer has its status where a request has what is asked
    assert list(answer.groups) == [
        (group, {name: values for name, (_, values) in some.items()}) for group, some in groups
    ]


@given(st.binary(max_size=80))
def test_no_bytes_do_more_harm_than_to_be_no_answer(content: bytes) -> None:
    with suppress(IppUnreadable):
        decoded(content)


def test_an_answer_cut_anywhere_is_none() -> None:
    whole = encoded(
        Operation.PRINT_JOB, [(Group.JOBS, [(Tag.INTEGER, "job-id", [7]), (Tag.KEYWORD, "media", ["a", "b"])])]
    )
    for length in range(len(whole)):
        with pytest.raises(IppUnreadable):
            decoded(whole[:length])
