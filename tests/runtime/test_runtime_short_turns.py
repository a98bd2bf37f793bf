"""The application's threads have short turns at the processor where the system gives them, and are as they were where not."""

import os
import sys
import threading
from collections.abc import Callable

import pytest

from checkin_app.runtime import short_turns
from checkin_app.runtime.lanes import Done, Lane

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="others have no turns to be asked for")


def _in_a_thread_of_its_own(work: Callable[[], object]) -> object:
    """Return what `work` comes to where this test's own thread is left as it is."""
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.append(work()))
    thread.start()
    thread.join()
    return found[0]


def _of_a_lane() -> tuple[int, int]:
    short_turns.take_short_turns()
    told, said = threading.Event(), list[object]()

    def deliver(answer: Callable[[], None]) -> None:
        answer()
        told.set()

    lane = Lane("lane", deliver, said.append)
    lane.submit(short_turns.turn, said.append)
    told.wait(20)
    lane.close(20)
    (result,) = said
    assert isinstance(result, Done)
    return short_turns.turn(), result.value


def test_the_turns_of_a_thread_and_of_the_lanes_that_it_starts_are_short() -> None:
    if not short_turns.turn():
        pytest.skip("this Linux gives no turns of another length")
    before = short_turns.turn()
    assert _in_a_thread_of_its_own(_of_a_lane) == (short_turns.SHORT, short_turns.SHORT)
    assert short_turns.turn() == before


def test_how_nice_a_thread_was_and_how_it_is_scheduled_it_stays() -> None:
    def asked() -> tuple[int, int]:
        os.setpriority(os.PRIO_PROCESS, 0, 3)
        short_turns.take_short_turns()
        return os.getpriority(os.PRIO_PROCESS, 0), os.sched_getscheduler(0)

    assert _in_a_thread_of_its_own(asked) == (3, os.SCHED_OTHER)


@pytest.mark.parametrize("machine", ["armv7l", ""])
def test_where_the_call_is_not_known_nothing_is_asked_for(monkeypatch: pytest.MonkeyPatch, machine: str) -> None:
    before = short_turns.turn()
    with monkeypatch.context() as patched:
        patched.setattr(short_turns.platform, "machine", lambda: machine)
        short_turns.take_short_turns()
        assert short_turns.turn() == 0
    assert short_turns.turn() == before
