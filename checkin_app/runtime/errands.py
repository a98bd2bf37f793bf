"""Long works that tell how far they are, and that a person, or the end of the application, can stop."""

import time
from collections.abc import Callable
from threading import Event, Lock
from weakref import WeakSet

from checkin_app.runtime.lanes import Deliver

#: Seconds between two words of how far a work is: a screen is painted for each.
_BETWEEN = 0.1


class Errand:
    """One long work, seen from both sides: the lane that does it, the screen that waits."""

    def __init__(self, deliver: Deliver, told: Callable[[int, int], None]) -> None:
        self._deliver, self._told = deliver, told
        self._stopped = Event()
        self._next = 0.0

    def progress(self, done: int, whole: int) -> None:
        """Tell the screen, now and then; called by whoever does the work, at every piece of it."""
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _BETWEEN
            told = self._told
            self._deliver(lambda: told(done, whole))

    def stopped(self) -> bool:
        return self._stopped.is_set()

    def stop(self) -> None:
        self._stopped.set()


class Errands:
    """Every long work that was begun, so that the application can end without waiting for them."""

    def __init__(self, deliver: Deliver) -> None:
        self._deliver = deliver
        self._gate = Lock()
        self._begun: WeakSet[Errand] = WeakSet()

    def begin(self, told: Callable[[int, int], None]) -> Errand:
        errand = Errand(self._deliver, told)
        with self._gate:
            self._begun.add(errand)
        return errand

    def stop_all(self) -> None:
        with self._gate:
            for errand in self._begun:
                errand.stop()
