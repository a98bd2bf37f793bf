"""Who acts is judged as facts come: in any order to the same end, at a price that grows with them and not with their square."""

import sys
from collections.abc import Callable, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

import dbkit
import pytest
from rolekit import Day

from checkin_app.domain import operators
from checkin_app.domain.facts import Fact
from checkin_app.domain.mandates import Mandates
from checkin_app.domain.roles import OperatorRole
from checkin_app.services.accepting import LIVE
from checkin_app.services.operators import Operators
from db import checking, judging
from db.store import Store


def _by_turns(day: Day) -> list[Fact]:
    return [each for pair in zip_longest(day.said.facts, day.acts) for each in pair if each]


ORDERS: dict[str, Callable[[Day], Sequence[Fact]]] = {
    "as it happened": lambda day: day.as_it_happened,
    "what was said first": lambda day: (*day.said.facts, *day.acts),
    "what was done first": lambda day: (*day.acts, *day.said.facts),
    "by turns": _by_turns,
}


@pytest.fixture(params=ORDERS)
def order(request) -> Callable[[Day], Sequence[Fact]]:
    return ORDERS[request.param]


def _taken(folder: Path, facts: Sequence[Fact], piece: int) -> Store:
    store = dbkit.new_store(folder)
    for start in range(0, len(facts), piece):
        store.log.accept(facts[start : start + piece])
    return store


@pytest.mark.parametrize("piece", [1, LIVE])
def test_any_order_in_any_pieces_comes_to_what_folding_all_at_once_does(order, piece, tmp_path: Path) -> None:
    day = Day(operators=3, words=4, deeds=2)
    store = _taken(tmp_path / "station", order(day), piece)
    with store._writer.transaction() as (link, _):
        assert checking.differing(link) == {}
    refused = [(each.fact.order, each.why) for each in store.queries().not_applied()]
    store.close()
    whole = _taken(tmp_path / "whole", day.as_it_happened, 10_000)
    assert refused == [(each.fact.order, each.why) for each in whole.queries().not_applied()]
    whole.close()


class Steps:
    """Counts what judging costs: facts that are read for it, and judgements."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.taken = 0
        for room, name in ((judging, "fact_of"), (judging, "objection"), (operators, "objection")):
            patch.setattr(room, name, self._counting(getattr(room, name)))
        patch.setattr(Mandates, "add", self._counting(Mandates.add))

    def _counting(self, does: Callable[..., Any]) -> Callable[..., Any]:
        def step(*given: Any) -> Any:
            self.taken += 1
            return does(*given)

        return step


def _steps(day: Day, order: Callable[[Day], Sequence[Fact]], folder: Path, piece: int) -> int:
    with pytest.MonkeyPatch.context() as patch:
        steps = Steps(patch)
        _taken(folder, order(day), piece).close()
        return steps.taken


@pytest.mark.parametrize("piece", [6])
def test_twice_as_many_operators_who_do_twice_as_much_cost_twice_as_many_steps(order, piece, tmp_path: Path) -> None:
    one = _steps(Day(operators=12, words=3, deeds=3), order, tmp_path / "one", piece)
    two = _steps(Day(operators=24, words=3, deeds=3), order, tmp_path / "two", piece)
    assert two < 2.2 * one, (one, two)


@pytest.mark.parametrize("name", ["as it happened", "what was said first"])
def test_of_one_operator_who_is_named_and_acts_twice_as_often_it_is_the_same(name, tmp_path: Path) -> None:
    one = _steps(Day(operators=1, words=40, deeds=5), ORDERS[name], tmp_path / "one", 50)
    two = _steps(Day(operators=1, words=80, deeds=5), ORDERS[name], tmp_path / "two", 50)
    assert two < 2.2 * one, (one, two)


def test_one_more_word_of_somebody_of_whom_much_was_said_is_no_more_steps(store: Store) -> None:
    operators = Operators(store.unit)
    operators.add("Ann", OperatorRole.LEAD)
    operators.add("Bea", OperatorRole.LEAD)
    bea = next(each.id for each in store.queries().operators() if each.name == "Bea")

    def said_again(times: int) -> None:
        for _ in range(times):
            for role in (OperatorRole.COORDINATOR, OperatorRole.LEAD):
                operators.change(bea, role)

    def calls() -> int:
        heard = 0

        def call(_frame: object, event: str, _about: object) -> None:
            nonlocal heard
            heard += event == "call"

        sys.setprofile(call)
        try:
            said_again(5)
        finally:
            sys.setprofile(None)
        return heard

    said_again(5)  # what is compiled or made once
    few = calls()
    said_again(60)
    assert calls() < 1.1 * few
