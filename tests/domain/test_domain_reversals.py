"""Every kind of fact has its end: it is taken back, followed, or final by rule; the documents say which."""

from pathlib import Path

import pytest

from checkin_app.domain.kinds.registry import KINDS, WITHHELD
from checkin_app.domain.reversals import REVERSALS, TABLE, End, Finality
from checkin_app.domain.roles import OperatorRole, may

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "taking-back.md"


def test_every_kind_has_its_end_in_the_order_in_which_kinds_are_registered() -> None:
    assert [each.kind for each in TABLE] == [*KINDS.values()]
    assert REVERSALS.keys() == KINDS.keys()


@pytest.mark.parametrize("name", KINDS)
def test_what_is_final_says_why_and_anything_else_by_what_it_ends(name: str) -> None:
    reversal = REVERSALS[name]
    assert (reversal.why is not None) == (reversal.end is End.FINAL)
    assert bool(reversal.by) == (reversal.end is not End.FINAL)
    assert {each.KIND for each in reversal.by} <= KINDS.keys()


def test_every_reason_is_somethings_and_what_an_operation_withholds_goes_with_it() -> None:
    assert {each.why for each in TABLE if each.why} == set(Finality)
    by_operation = {each.kind.KIND for each in TABLE for by in each.by if by.KIND == "operation.taken_back"}
    assert by_operation - {"operation.opened", "operation.closed"} == WITHHELD


@pytest.mark.parametrize("role", OperatorRole)
def test_whoever_may_say_something_may_also_end_it_or_it_is_said_who_may(role: OperatorRole) -> None:
    """A mistake is mended by whoever made it, but for what asks for more than was given to make it."""
    alone = [
        each.kind.KIND
        for each in TABLE
        if each.end is not End.FINAL
        and (each.kind.DEED is None or may(role, each.kind.DEED))
        and not any(by.DEED is None or may(role, by.DEED) for by in each.by)
    ]
    assert alone == BY_OTHERS.get(role, [])


#: Who walks to the last row closes a bus; that it is opened again is for whoever answers for the ride.
BY_OTHERS = {OperatorRole.COORDINATOR: ["bus.closed"]}


def test_the_document_says_the_same() -> None:
    said = [line for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    assert said == [_line(each.kind.KIND) for each in TABLE]


def _line(name: str) -> str:
    reversal = REVERSALS[name]
    by = ", ".join(f"`{each.KIND}`" for each in reversal.by)
    return f"| `{name}` | {reversal.end.value} | {by or reversal.why} |"
