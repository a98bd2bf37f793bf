"""Long works tell how far they are, not too often, and can be stopped."""

import time
from collections.abc import Callable

import pytest

from checkin_app.runtime import errands
from checkin_app.runtime.errands import Errands


def test_the_screen_is_told_at_once_and_then_only_now_and_then() -> None:
    queue: list[Callable[[], None]] = []
    told: list[tuple[int, int]] = []
    errand = Errands(queue.append).begin(lambda done, whole: told.append((done, whole)))
    for done in range(10_000):
        errand.progress(done, 10_000)
    assert len(queue) < 100
    for each in queue:
        each()
    assert told[0] == (0, 10_000)


def test_a_work_is_stopped_alone_or_with_all_others() -> None:
    begun = Errands(lambda call: call())
    first, second = (begun.begin(lambda _done, _whole: None) for _ in range(2))
    first.stop()
    assert (first.stopped(), second.stopped()) == (True, False)
    begun.stop_all()
    assert second.stopped()


def test_a_work_that_is_over_is_forgotten() -> None:
    begun = Errands(lambda call: call())
    begun.begin(lambda _done, _whole: None)
    assert not begun._begun


def test_a_work_stands_still_until_what_somebody_waits_for_is_answered() -> None:
    looks: list[float] = []

    def urgent() -> bool:
        looks.append(time.monotonic())
        return len(looks) < 5

    errand = Errands(lambda call: call(), urgent).begin(lambda _done, _whole: None)
    assert not errand.stopped()
    assert len(looks) == 5


def test_what_never_ends_holds_a_work_up_for_a_moment_at_a_time_and_no_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    errand = Errands(lambda call: call(), lambda: True).begin(lambda _done, _whole: None)
    waits: list[float] = []
    monkeypatch.setattr(errands, "_OWN", 3600.0)
    monkeypatch.setattr(errands, "_PATIENCE", 0.002)
    monkeypatch.setattr(errand._stopped, "wait", lambda seconds: bool(waits.append(seconds)))
    begun = time.monotonic()
    while time.monotonic() < begun + 0.002:
        errand.stopped()
    first = len(waits)
    assert first > 0
    errand.stopped()
    assert len(waits) == first  # its own time has come
    errand.stop()
    assert errand.stopped()
