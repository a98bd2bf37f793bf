"""What is done every so often while the application runs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer

from checkin_app.runtime.interpreter import CyclesHere

#: Between two looks whether cycles are to be freed: what is made meanwhile is walked over in a few milliseconds.
_CYCLES_MS = 100


class Rounds:
    """Timers of the screen's thread, stopped together."""

    def __init__(self) -> None:
        self._timers: list[QTimer] = []

    def every(self, milliseconds: int, then: Callable[[], None]) -> None:
        self._timer(milliseconds, then)

    def once(self, milliseconds: int, then: Callable[[], None]) -> None:
        self._timer(milliseconds, then).setSingleShot(True)

    def stop(self) -> None:
        for timer in self._timers:
            timer.stop()

    def _timer(self, milliseconds: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer()
        timer.timeout.connect(then)
        timer.start(milliseconds)
        self._timers.append(timer)
        return timer


@contextmanager
def freeing_cycles() -> Iterator[None]:
    """Free cycles on this thread alone, the screen's: a window that was closed may be among them."""
    with CyclesHere() as cycles:
        rounds = Rounds()
        rounds.every(_CYCLES_MS, cycles.collect_due)
        try:
            yield
        finally:
            rounds.stop()
