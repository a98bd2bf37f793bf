"""A printer that stopped is asked again by itself: soon, then ever later, and never twice at once."""

from collections.abc import Callable
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.bootstrap.pauses import Pauses


class Watch:
    """A clock that is set."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def asked_until(watch: Watch, pauses: Pauses, then: Callable[[str], None], seconds: int) -> list[float]:
    """Ask whatever is due each second; return when something was."""
    times = []
    for _ in range(seconds):
        watch.at += 1
        for printer in pauses.due():
            assert pauses.ask(printer)
            times.append(watch.at)
            then(printer)
    return times


def test_a_printer_that_is_not_back_is_asked_ever_later_and_at_last_once_a_minute() -> None:
    watch = Watch()
    pauses = Pauses(watch)
    pauses.begin("A")
    times = asked_until(watch, pauses, pauses.go_on, 300)
    assert times[:5] == [4, 12, 28, 60, 120]
    assert {after - before for before, after in pairwise(times[4:])} == {60}
    assert pauses.hold("A")


def test_one_that_says_it_is_back_and_fails_again_at_once_is_asked_ever_later_too() -> None:
    watch = Watch()
    pauses = Pauses(watch)
    pauses.begin("A")

    def fails_again(printer: str) -> None:
        pauses.end(printer)
        pauses.begin(printer)

    assert asked_until(watch, pauses, fails_again, 130)[:5] == [4, 12, 28, 60, 120]


def test_one_that_printed_is_asked_soon_again() -> None:
    watch = Watch()
    pauses = Pauses(watch)
    for _ in range(5):
        pauses.begin("A")
        watch.at += 4
        assert pauses.due() == ["A"]
        pauses.end("A")
        pauses.prove("A")
    assert not pauses.hold("A")


@given(st.lists(st.sampled_from(["begin", "ask", "end", "go_on", "prove", "later"]), max_size=40))
def test_nobody_is_asked_who_is_not_paused_nor_twice_at_once(steps: list[str]) -> None:
    watch = Watch()
    pauses, asking = Pauses(watch), False
    for step in steps:
        match step:
            case "ask":
                asks = pauses.ask("A")
                assert asks is (pauses.hold("A") and not asking)
                asking = asking or asks
            case "later":
                watch.at += 100
                assert pauses.due() == (["A"] if pauses.hold("A") and not asking else [])
            case "end" | "go_on":
                getattr(pauses, step)("A")
                asking = False
            case _:
                getattr(pauses, step)("A")


def test_printers_are_looked_through_though_the_lane_of_another_pauses_it_meanwhile() -> None:
    """The screen's thread looks, and a printer's lane pauses: between any two steps of the look."""
    pauses = Pauses()
    others = iter("BCDEFGH")

    def meanwhile() -> float:
        pauses.now = lambda: 100.0
        pauses.begin(next(others))
        pauses.now = meanwhile
        return 10.0

    pauses.now = lambda: 0.0
    pauses.begin("A")
    pauses.now = meanwhile
    assert pauses.due() == ["A"]
