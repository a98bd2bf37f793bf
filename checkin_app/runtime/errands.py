"""Long works that tell how far they are, and that a person, or the end of the application, can stop."""

import time
from collections.abc import Callable
from threading import Event, Lock
from weakref import WeakSet

from checkin_app.runtime.lanes import Deliver

#: Seconds between two words of how far a work is: a screen is painted for each.
_BETWEEN = 0.1
#: Seconds for which a work stands still for what somebody waits for, and those it has to itself before it does so again.
_PATIENCE, _OWN = 0.05, 0.005
_LOOK = 0.001

Urgent = Callable[[], object]
"""Returns whether somebody waits for an answer, of a scan say."""


def _nothing() -> bool:
    return False


class Errand:
    """One long work, seen from both sides: the lane that does it, the screen that waits.

    A scan takes the interpreter's lock some fifty times, and meets a work that computes at each of them; so the work stands
    still until the scan is decided.
    """

    def __init__(self, deliver: Deliver, told: Callable[[int, int], None], urgent: Urgent = _nothing) -> None:
        self._deliver, self._told, self._urgent = deliver, told, urgent
        self._stopped = Event()
        self._next = self._goes_on_until = 0.0

    def progress(self, done: int, whole: int) -> None:
        """Tell the screen, now and then; called by whoever does the work, at every piece of it."""
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _BETWEEN
            told = self._told
            self._deliver(lambda: told(done, whole))

    def stopped(self) -> bool:
        """Return whether it is to end; called at every piece, when nobody else waits any more."""
        if self._urgent():
            self._give_way()
        return self._stopped.is_set()

    def stop(self) -> None:
        self._stopped.set()

    def _give_way(self) -> None:
        now = time.monotonic()
        if now < self._goes_on_until:
            return
        until = now + _PATIENCE
        while self._urgent() and time.monotonic() < until and not self._stopped.wait(_LOOK):
            pass
        self._goes_on_until = time.monotonic() + _OWN


class Errands:
    """Every long work that was begun, so that the application can end without waiting for them."""

    def __init__(self, deliver: Deliver, urgent: Urgent = _nothing) -> None:
        self._deliver, self._urgent = deliver, urgent
        self._gate = Lock()
        self._begun: WeakSet[Errand] = WeakSet()

    def begin(self, told: Callable[[int, int], None]) -> Errand:
        errand = Errand(self._deliver, told, self._urgent)
        with self._gate:
            self._begun.add(errand)
        return errand

    def stop_all(self) -> None:
        with self._gate:
            for errand in self._begun:
                errand.stop()
