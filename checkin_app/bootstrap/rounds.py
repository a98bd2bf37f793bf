"""What is done every so often while the application runs."""

from collections.abc import Callable

from PySide6.QtCore import QTimer


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
