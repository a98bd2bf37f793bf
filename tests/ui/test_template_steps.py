"""Steps are taken back and done again exactly, however they came."""

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.ui.template_editor.steps import Steps, done_again, ended, kept, stepped, taken_back

values = st.lists(st.integers(0, 3))


@given(values)
def test_what_is_taken_back_step_by_step_is_as_it_was_and_done_again_as_it_is(made: list[int]) -> None:
    steps, seen = Steps(-1), [-1]
    for value in made:
        steps = stepped(steps, value)
        if value != seen[-1]:
            seen.append(value)
    there = steps
    for former in reversed(seen[:-1]):
        steps = taken_back(steps)
        assert steps.now == former
    assert taken_back(steps) == steps, "there is nothing before the beginning"
    for later in seen[1:]:
        steps = done_again(steps)
        assert steps.now == later
    assert steps == ended(there)
    assert done_again(steps) == steps


@given(values, values)
def test_what_was_taken_back_is_gone_once_something_else_is_done(made: list[int], others: list[int]) -> None:
    steps: Steps[int] = Steps(-1)
    for value in made:
        steps = stepped(steps, value)
    for value in others:
        steps = stepped(taken_back(steps), value + 10)
        assert not steps.future
        assert steps.now == value + 10


@given(st.integers(1, 9))
def test_a_key_that_is_held_down_is_one_step(times: int) -> None:
    steps = stepped(Steps(0), 100)
    for time in range(1, times + 1):
        steps = stepped(steps, 100 + time, part_of="right")
    assert taken_back(steps).now == 100
    other = stepped(ended(steps), 500, part_of="right")
    assert taken_back(other).now == 100 + times, "it was let go and pressed again"
    assert taken_back(stepped(steps, 7, part_of="down")).now == 100 + times


def test_what_is_kept_is_known_however_often_steps_are_taken_back() -> None:
    steps = kept(stepped(Steps(0), 1), 1)
    assert steps.is_kept
    assert not taken_back(steps).is_kept
    assert done_again(taken_back(steps)).is_kept
    assert stepped(stepped(steps, 2), 1).is_kept, "it stands as it is kept, whatever was done in between"
    assert not kept(stepped(steps, 2), 1).is_kept, "it went on while it was being kept"
