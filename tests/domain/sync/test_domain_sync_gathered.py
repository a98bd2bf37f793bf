"""Batches put together: nothing is lost, nothing changes places, and no one of them is more than a message holds."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.facts import Fact
from checkin_app.domain.hlc import Hlc
from checkin_app.domain.ids import FactId, Instant, LogId, Subject
from checkin_app.domain.sync.messages import FULL, MOST, Batch, gathered, together


def _fact(number: int, length: int) -> Fact:
    return Fact(
        LogId("a" * 32), number, FactId(str(number)), Hlc(number), Instant(1), 0, "scan.made", 1, "", Subject("x"),
        b"x" * length, bytes(32), bytes(64),
    )  # fmt: skip


_BATCHES = st.lists(
    st.tuples(st.integers(0, MOST), st.sampled_from((2, 400, 5000)), st.lists(st.binary(max_size=3), max_size=3)),
    max_size=12,
)


@given(_BATCHES)
def test_what_is_gathered_is_what_there_was_in_few_batches_that_a_message_holds(
    wanted: Sequence[tuple[int, int, Sequence[bytes]]],
) -> None:
    batches = [
        Batch(tuple(_fact(place, length) for place in range(count)), tuple(documents))
        for count, length, documents in wanted
    ]
    found = [*gathered(batches)]
    assert [fact for each in found for fact in each.facts] == [fact for each in batches for fact in each.facts]
    assert {*together(found).documents} == {document for each in batches for document in each.documents}
    largest = max((each.size for each in batches), default=0)
    assert all(len(each.facts) <= MOST and each.size <= max(FULL, largest) for each in found)
