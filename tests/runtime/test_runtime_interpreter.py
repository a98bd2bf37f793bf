"""Nothing walks over a long list while it is made, and what is made is still freed."""

import gc
import weakref
from collections.abc import Callable
from contextlib import ExitStack
from threading import Thread

import pytest

from checkin_app.runtime import interpreter
from checkin_app.runtime.interpreter import CyclesHere, making_much, uncollected

pytestmark = pytest.mark.usefixtures("cycles_anywhere")


class _Row:
    itself: object = None


def test_nothing_is_collected_while_much_is_made() -> None:
    heard: list[str] = []
    gc.callbacks.append(lambda phase, _about: heard.append(phase))
    try:
        with making_much():
            rows = [[_Row()] for _ in range(20_000)]
        assert heard == []
        assert gc.isenabled()
    finally:
        gc.callbacks.pop()
    assert len(rows) == 20_000


def test_what_was_made_is_not_visited_again_and_is_freed_when_nobody_holds_it() -> None:
    with making_much():
        rows = [_Row() for _ in range(10)]
    watched = weakref.ref(rows[0])
    assert gc.get_freeze_count() > 0
    del rows
    assert watched() is None


def test_collections_that_were_off_stay_off() -> None:
    gc.disable()
    try:
        with making_much():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_collections_stay_off_until_the_last_who_asked_for_none_is_done() -> None:
    first, second = ExitStack(), ExitStack()
    first.enter_context(uncollected)
    second.enter_context(making_much())
    first.close()
    assert not gc.isenabled()
    second.close()
    assert gc.isenabled()


# ---- cycles are freed where they may be


def _ring(walks: int = 0) -> "weakref.ref[_Row]":
    """Return a weak hold on what nothing but itself holds, after so many walks that met it held."""
    row = _Row()
    row.itself = row
    for generation in range(walks):
        gc.collect(generation)
    return weakref.ref(row)


def _in_a_thread(work: Callable[[], object]) -> None:
    thread = Thread(target=work)
    thread.start()
    thread.join()


def _make_many() -> None:
    for _ in range(3):
        [[] for _ in range(20_000)]


def test_no_other_thread_frees_cycles_and_whoever_holds_them_does() -> None:
    with CyclesHere() as cycles:
        ring = _ring()
        _in_a_thread(_make_many)
        assert ring() is not None
        made = [[] for _ in range(gc.get_threshold()[0] + 1)]
        cycles.collect_due()
        assert ring() is None
    assert made
    left = _ring()
    _in_a_thread(_make_many)
    assert left() is None, "without a window the interpreter goes on by itself"


def test_little_is_not_worth_a_walk_and_while_somebody_makes_much_nothing_is() -> None:
    with CyclesHere() as cycles:
        gc.collect()
        ring = _ring()
        cycles.collect_due()
        assert ring() is not None
        made = [[] for _ in range(gc.get_threshold()[0] + 1)]
        with uncollected:
            cycles.collect_due()
            assert ring() is not None
        cycles.collect_due()
        assert ring() is None
    assert made


def test_what_has_grown_old_is_freed_too_by_few_walks_over_all() -> None:
    heard: list[int] = []
    with CyclesHere() as cycles:
        ring = _ring(walks=2)
        gc.collect(1)
        assert ring() is not None
        gc.callbacks.append(lambda phase, about: heard.append(about["generation"]) if phase == "stop" else None)
        kept: list[list[object]] = []
        try:
            for _ in range(500):
                kept += [[] for _ in range(gc.get_threshold()[0] + 1)]
                cycles.collect_due()
        finally:
            gc.callbacks.pop()
        assert ring() is None
    assert 0 < heard.count(2) < heard.count(1) < heard.count(0)


class _Old:
    """A collector in which every generation is due, and which tells what it was asked for."""

    def __init__(self, old: int) -> None:
        self.old, self.asked = old, list[int]()

    def get_count(self) -> tuple[int, int, int]:
        return 701, 11, 11

    def get_threshold(self) -> tuple[int, int, int]:
        return 700, 10, 10

    def get_objects(self, generation: int) -> list[None]:
        assert generation == 2
        return [None] * self.old

    def collect(self, generation: int = 2) -> None:
        self.asked.append(generation)

    def isenabled(self) -> bool:
        return False

    def disable(self) -> None:
        """Be disabled already."""


def test_all_is_walked_over_only_where_a_quarter_has_come_since(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the longest turn of the screen."""
    collector = _Old(100)
    monkeypatch.setattr(interpreter, "gc", collector)
    with CyclesHere() as cycles:
        for collector.old in (100, 100, 125, 126, 157, 158):
            cycles.collect_due()
    assert collector.asked == [2, 1, 1, 2, 1, 2]
