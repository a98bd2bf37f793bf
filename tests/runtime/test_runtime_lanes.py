import threading
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.problems import StoreBusy
from checkin_app.runtime.lanes import Done, Fault, Lane, LaneClosed, Troubled

Task = Callable[[], None]


class Home:
    """Where results come home: run by the test's own thread, as the application's event loop does."""

    def __init__(self) -> None:
        self.brought: list[Task] = []
        self.reported: list[BaseException] = []

    def lane(self, name: str = "writer") -> Lane:
        return Lane(name, self.brought.append, self.reported.append)

    def run(self) -> None:
        for task in self.brought:
            task()


@pytest.fixture
def home() -> Home:
    return Home()


@pytest.fixture
def lane(home: Home) -> Iterator[Lane]:
    lane = home.lane()
    yield lane
    assert lane.close(5)


def test_a_result_comes_home_through_deliver_and_not_in_the_lane(home: Home, lane: Lane) -> None:
    threads: list[str] = []
    results: list[object] = []

    def done(result: object) -> None:
        threads.append(threading.current_thread().name)
        results.append(result)

    lane.submit(lambda: threading.current_thread().name, done)
    assert lane.close(5)
    assert results == []
    home.run()
    assert results == [Done("writer")]
    assert threads == ["MainThread"]


def test_trouble_that_was_foreseen_comes_back_as_a_value_and_is_no_bug(home: Home, lane: Lane) -> None:
    trouble = StoreBusy()

    def work() -> None:
        raise trouble

    results: list[object] = []
    lane.submit(work, results.append)
    lane.close(5)
    home.run()
    assert results == [Troubled(trouble)]
    assert home.reported == []


@pytest.mark.parametrize("bug", [ZeroDivisionError(), SystemExit(1), KeyboardInterrupt()])
def test_a_bug_is_reported_and_also_answered(home: Home, lane: Lane, bug: BaseException) -> None:
    def work() -> None:
        raise bug

    results: list[object] = []
    lane.submit(work, results.append)
    lane.submit(lambda: "next", results.append)
    lane.close(5)
    home.run()
    assert results == [Fault(bug), Done("next")]
    assert home.reported == [bug]


def test_an_answer_comes_home_even_where_reporting_fails() -> None:
    brought: list[Task] = []
    broken: list[BaseException] = []

    def report(error: BaseException) -> None:
        broken.append(error)
        if len(broken) == 1:
            raise OSError("the reporter broke")

    lane = Lane("writer", brought.append, report)
    results: list[object] = []
    lane.submit(lambda: 1 // 0, results.append)
    lane.submit(lambda: 2, results.append)
    lane.close(5)
    for task in brought:
        task()
    assert isinstance(results[0], Fault)
    assert results[1] == Done(2)


@given(st.lists(st.sampled_from(["done", "troubled", "fault"]), max_size=30))
def test_every_piece_of_work_is_answered_once_and_in_its_order(kinds: list[str]) -> None:
    home = Home()
    lane = home.lane()
    answered: list[int] = []

    def work_of(kind: str) -> Callable[[], str]:
        def work() -> str:
            if kind == "troubled":
                raise StoreBusy
            if kind == "fault":
                raise ValueError(kind)
            return kind

        return work

    for number, kind in enumerate(kinds):
        lane.submit(work_of(kind), lambda _result, number=number: answered.append(number))
    assert lane.close(5)
    home.run()
    assert answered == list(range(len(kinds)))
    assert len(home.reported) == kinds.count("fault")


def test_work_from_many_threads_is_never_done_side_by_side_nor_lost(home: Home, lane: Lane) -> None:
    busy = threading.Lock()
    together: list[bool] = []
    done: list[int] = []

    def work() -> int:
        together.append(not busy.acquire(blocking=False))
        busy.release()
        return 1

    def many() -> None:
        for _ in range(200):
            lane.submit(work, lambda _result: done.append(1))

    threads = [threading.Thread(target=many) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lane.close(5)
    home.run()
    assert len(done) == 800
    assert not any(together)


def test_closing_finishes_what_was_taken_and_takes_no_more(home: Home, lane: Lane) -> None:
    held, done = threading.Event(), []
    lane.submit(held.wait, done.append)
    for _ in range(50):
        lane.submit(lambda: None, done.append)
    assert lane.waiting() >= 50
    closer = threading.Thread(target=lane.close, args=(5,))
    closer.start()
    held.set()
    closer.join()
    home.run()
    assert len(done) == 51
    with pytest.raises(LaneClosed):
        lane.submit(lambda: None, done.append)


def test_work_waits_until_its_answer_is_on_its_way(home: Home, lane: Lane) -> None:
    begun, held = threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        held.wait()

    assert lane.waiting() == 0
    lane.submit(work, lambda _result: None)
    begun.wait()
    assert lane.waiting() == 1, "what has begun is not done"
    held.set()
    assert lane.close(5)
    assert lane.waiting() == 0
    assert len(home.brought) == 1


def test_closing_a_lane_that_hangs_says_so_in_time(home: Home, expect_log: Callable[[str], None]) -> None:
    expect_log("lane printer did not finish in time")
    held = threading.Event()
    lane = home.lane("printer")
    lane.submit(held.wait, lambda _result: None)
    assert not lane.close(0.01)
    held.set()
    assert lane.close(5)


def test_a_lane_outlives_a_delivery_that_fails() -> None:
    reported: list[BaseException] = []

    def deliver(_task: Task) -> None:
        raise RuntimeError("no screen any more")

    lane = Lane("writer", deliver, reported.append)
    lane.submit(lambda: 1, lambda _result: None)
    lane.submit(lambda: 2, lambda _result: None)
    assert lane.close(5)
    assert [type(error) for error in reported] == [RuntimeError, RuntimeError]
