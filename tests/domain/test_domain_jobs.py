"""A badge is printed once, or a person is asked."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.jobs import (
    FINAL,
    FIRST,
    FOLLOWING,
    MOVABLE,
    JobState,
    after_fault,
    after_restart,
    job_state,
    may_come_out,
    may_follow,
    may_retry,
    printer_for,
)

_S = JobState

#: States in which bytes may have left this computer, and no answer has settled what became of them.
_MAY_BE_OUT = {_S.SENDING, _S.SENT, _S.UNKNOWN}


def _walk(steps: list[int]) -> list[JobState]:
    states = [_S.QUEUED]
    for step in steps:
        following = sorted(FOLLOWING[states[-1]])
        if following:
            states.append(following[step % len(following)])
    return states


_walks = st.lists(st.integers(0, 20), max_size=30).map(_walk)


_EDGES = [(before, after) for before, following in FOLLOWING.items() for after in sorted(following)]


@pytest.mark.parametrize(("before", "after"), _EDGES)
def test_nothing_is_tried_again_after_its_first_byte_but_on_evidence_or_a_persons_word(
    before: JobState, after: JobState
) -> None:
    if before in _MAY_BE_OUT:
        assert after in {_S.SENT, _S.UNKNOWN, _S.CONFIRMED, _S.HANDED_OVER, _S.FAILED_SAFE}
    if after is _S.QUEUED:
        assert before in {_S.FAILED_SAFE, _S.RENDERED}


@given(states=_walks)
def test_sending_is_recorded_before_anything_is_said_to_be_sent(states: list[JobState]) -> None:
    for index, state in enumerate(states):
        if state is _S.SENT:
            assert states[index - 1] is _S.SENDING
        if state is _S.CONFIRMED:
            assert states[index - 1] in {_S.SENT, _S.UNKNOWN}


@given(states=_walks)
def test_nobody_is_said_to_have_a_badge_that_may_not_have_left_the_printer(states: list[JobState]) -> None:
    for before, after in pairwise(states):
        if after is _S.HANDED_OVER:
            assert before in {_S.SENT, _S.UNKNOWN, _S.CONFIRMED}


@given(states=_walks)
def test_what_is_over_stays_over(states: list[JobState]) -> None:
    assert all(state not in FINAL for state in states[:-1])


@given(state=st.sampled_from(JobState))
def test_a_restart_never_frees_a_badge_that_may_be_out(state: JobState) -> None:
    woken = after_restart(state)
    assert after_restart(woken) is woken
    assert woken is _S.UNKNOWN if state in _MAY_BE_OUT else not may_retry(woken) or state is _S.FAILED_SAFE
    assert woken is state or may_follow(state, woken)


@given(state=st.sampled_from(JobState))
def test_in_a_store_that_may_be_an_older_one_nothing_on_its_way_is_printed_unasked(state: JobState) -> None:
    woken = after_restart(state, doubtful=True)
    assert woken not in {_S.QUEUED, _S.RENDERED, _S.SENDING, _S.SENT}
    assert woken is state or (woken is _S.UNKNOWN and may_follow(state, woken))


@given(state=st.sampled_from(JobState))
def test_only_a_job_nobody_has_sent_may_move_or_be_retried(state: JobState) -> None:
    assert may_retry(state) is (state is _S.FAILED_SAFE)
    assert not MOVABLE & _MAY_BE_OUT


def test_each_state_has_its_place_and_can_be_reached() -> None:
    assert set(FOLLOWING) == set(JobState)
    assert FIRST.union(*FOLLOWING.values()) == set(JobState) - {_S.NEWER}
    assert {_S.HANDED_OVER, _S.CANCELLED, _S.SUPERSEDED, _S.NEWER} == FINAL


@given(word=st.text() | st.sampled_from([state.value for state in JobState]))
def test_a_word_of_a_newer_version_is_a_state_that_is_read_and_never_left_or_recorded(word: str) -> None:
    known = {state.value for state in JobState} - {_S.NEWER.value}
    assert job_state(word) == (word if word in known else _S.NEWER)
    assert not any(may_follow(before, _S.NEWER) for before in (None, *JobState))


@given(states=_walks)
def test_a_badge_may_be_out_unless_the_last_of_its_states_says_that_nothing_left(states: list[JobState]) -> None:
    last = states[-1]
    assert may_come_out(last) or last in {_S.FAILED_SAFE, _S.CANCELLED, _S.SUPERSEDED}
    assert may_come_out(last) or not may_follow(last, _S.HANDED_OVER)


@given(state=st.sampled_from(JobState))
def test_a_fault_ends_a_job_on_its_way_and_frees_none_that_may_be_out(state: JobState) -> None:
    ended = after_fault(state)
    assert ended is state or may_follow(state, ended)
    assert ended not in {_S.QUEUED, _S.RENDERED, _S.SENDING, _S.SENT}
    if state in _MAY_BE_OUT:
        assert ended is _S.UNKNOWN


_names = st.lists(st.sampled_from("abcd"), unique=True)


@given(there=_names, wanted=_names, able=_names)
def test_a_badge_goes_to_a_printer_that_is_there_wherever_there_is_one(
    there: list[str], wanted: list[str], able: list[str]
) -> None:
    chosen = printer_for(there, *wanted, able=able)
    assert chosen in there if there else chosen == ""


@given(there=_names, wanted=_names, able=_names)
def test_what_was_chosen_goes_before_what_works_and_that_before_the_first(
    there: list[str], wanted: list[str], able: list[str]
) -> None:
    chosen = printer_for(there, "", *wanted, able=able)
    for names in (wanted, able, there):
        if here := [name for name in names if name in there]:
            assert chosen == here[0]
            break
