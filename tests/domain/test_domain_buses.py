"""Which way a bus may move: one table, one step onward, and what has to be meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.buses import (
    BOARDABLE,
    FOLLOWING,
    LEFT,
    ONWARD,
    VOIDED_BY_DOORS,
    BusState,
    click_moves,
    is_click_enough,
    leaves_next,
    may_follow,
    voids,
)

_S = BusState


@pytest.mark.parametrize("state", BusState)
def test_a_click_moves_a_bus_on_or_back_but_where_it_would_make_something_void(state: BusState) -> None:
    assert (click_moves(state) is None) == (
        state in VOIDED_BY_DOORS | {_S.CLOSED, _S.CANCELLED, _S.SWAPPING, _S.EMERGENCY}
    )


@pytest.mark.parametrize("state", BusState)
def test_no_click_makes_a_count_a_release_or_the_walk_to_the_last_row_void(state: BusState) -> None:
    offered = {ONWARD.get(state), click_moves(state)} - {None}
    assert not any(voids(state, following) for following in offered)
    assert voids(state, _S.BOARDING) == (state in {_S.COUNTING, _S.RELEASED, _S.EMPTIED, _S.HELD})


@pytest.mark.parametrize("state", BusState)
def test_what_is_offered_is_what_the_rules_allow(state: BusState) -> None:
    offered = {ONWARD.get(state), click_moves(state)} - {None}
    assert all(may_follow(state, following) for following in offered)


@pytest.mark.parametrize("state", BusState)
def test_no_click_brings_a_bus_where_boarding_is_over(state: BusState) -> None:
    following = click_moves(state)
    assert following is None or is_click_enough(following)
    assert is_click_enough(state) == (state not in LEFT | {_S.CANCELLED})


@pytest.mark.parametrize("state", BusState)
def test_where_counting_or_leaving_comes_next_the_click_goes_back_if_at_all(state: BusState) -> None:
    assert leaves_next(state) == (state in {_S.FINAL_CALL, _S.COUNTING, _S.RELEASED})
    if leaves_next(state):
        assert click_moves(state) in {_S.BOARDING, None}


def test_a_bus_leaves_only_once_it_is_released_and_is_released_only_once_it_is_counted() -> None:
    before = {state: {each for each in _S if may_follow(each, state)} for state in _S}
    assert before[_S.DEPARTED] == {_S.RELEASED}
    assert before[_S.RELEASED] == {_S.COUNTING}
    assert before[_S.COUNTING] == BOARDABLE


@given(clicks=st.integers(0, 5))
def test_clicks_onward_open_the_doors_and_end_before_the_bus_leaves(clicks: int) -> None:
    state = _S.PLANNED
    for _ in range(clicks):
        state = ONWARD.get(state, state)
    assert state in BOARDABLE if clicks else state is _S.PLANNED
    assert state not in LEFT


def test_closed_is_final_and_follows_only_where_nobody_boarded_or_somebody_walked_to_the_last_row() -> None:
    assert FOLLOWING[_S.CLOSED] == frozenset()
    assert {state for state in _S if may_follow(state, _S.CLOSED)} == {_S.PLANNED, _S.EMPTIED}


def test_a_bus_that_is_held_or_cancelled_neither_boards_nor_leaves_and_what_was_held_is_counted_anew() -> None:
    for state in (_S.HELD, _S.CANCELLED):
        assert state not in BOARDABLE | LEFT
        assert not FOLLOWING[state] & {_S.COUNTING, _S.RELEASED, _S.DEPARTED}
    assert FOLLOWING[_S.CANCELLED] == {_S.PLANNED}
    assert not FOLLOWING[_S.AT_STOP] & {_S.DEPARTED, _S.RELEASED, _S.COUNTING}  # doors are opened, and heads counted
    holdable = {state for state in _S if may_follow(state, _S.HELD)}
    assert holdable == {_S.READY, _S.RELEASED, _S.AT_STOP, _S.COUNTING} | BOARDABLE
