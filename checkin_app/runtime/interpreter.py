"""Keeps the interpreter's lock and its collector of cycles from holding up the screen.

A full collection visits every object with the interpreter's lock held: over the rows of a long list that is a stall of half
a second in every thread. What was made to stay is put aside; it is still freed as soon as nobody holds it.
"""

import gc
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

#: Seconds for which one thread may keep the lock while another waits; fifty times less than the interpreter's own.
_TURN = 0.0001
#: The same where the other one is a scan, which lets go of the lock some twenty times and waits to have it back.
_HASTE = 0.00005


def share_the_lock() -> None:
    """Let threads take turns more often: a screen being painted takes the lock some twenty times."""
    haste.usual = _TURN
    haste.end()


class _Haste:
    """Has the interpreter's lock given back soon to whoever let go of it for an instant, whatever others compute."""

    def __init__(self) -> None:
        self.usual = sys.getswitchinterval()

    def begin(self) -> None:
        sys.setswitchinterval(_HASTE)

    def end(self) -> None:
        sys.setswitchinterval(self.usual)


haste = _Haste()


def set_aside() -> None:
    """Let no collection visit what there is now."""
    gc.freeze()


class _Pause:
    """No collections while anybody asks for none; in the end they are as they were before the first who did."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._asked = 0
        self._were_on = False

    def __enter__(self) -> None:
        with self._lock:
            if not self._asked:
                self._were_on = gc.isenabled()
                gc.disable()
            self._asked += 1

    def __exit__(self, *_raised: object) -> None:
        with self._lock:
            self._asked -= 1
            if not self._asked and self._were_on:
                gc.enable()

    @property
    def asked(self) -> int:
        """How many ask for none."""
        return self._asked


uncollected = _Pause()
"""Hold what others wait for, and hold it for nothing but one's own work: a collection is made up for afterwards."""


class CyclesHere:
    """Cycles are freed by whoever calls `collect_due`, and by no other thread, while this is held.

    The interpreter collects in whichever thread asks for memory next. Where that is a lane and the garbage a closed window, Qt's
    objects are destroyed beside the thread that they live in, and the process dies.
    """

    _held = 0

    def __init__(self) -> None:
        self._old = 0

    def __enter__(self) -> Self:
        uncollected.__enter__()
        CyclesHere._held += 1
        return self

    def __exit__(self, *_raised: object) -> None:
        CyclesHere._held -= 1
        uncollected.__exit__()

    def collect_due(self) -> None:
        """Make the collection that the interpreter itself would make by now, unless somebody asks for none."""
        made, young, middle = gc.get_count()
        first, second, third = gc.get_threshold()
        if made <= first or uncollected.asked > CyclesHere._held:
            return
        if young <= second:
            gc.collect(0)
        elif middle <= third or not self._many_new():
            gc.collect(1)
        else:
            gc.collect()
            self._old = _old_objects()

    def _many_new(self) -> bool:
        """Tell, by the interpreter's own rule, whether a walk over all is worth it: a quarter has come since the last."""
        return _old_objects() * 4 > self._old * 5


def _old_objects() -> int:
    return len(gc.get_objects(generation=2))


@contextmanager
def making_much() -> Iterator[None]:
    """Make many objects that stay: nothing is collected meanwhile, and they are set aside in the end."""
    with uncollected:
        try:
            yield
        finally:
            set_aside()
