"""Long works tell how far they are, not too often, and can be stopped."""

from collections.abc import Callable

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
    errands = Errands(lambda call: call())
    first, second = (errands.begin(lambda _done, _whole: None) for _ in range(2))
    first.stop()
    assert (first.stopped(), second.stopped()) == (True, False)
    errands.stop_all()
    assert second.stopped()


def test_a_work_that_is_over_is_forgotten() -> None:
    errands = Errands(lambda call: call())
    errands.begin(lambda _done, _whole: None)
    assert not errands._begun
