"""Timers that fire once: what goes by itself after a while."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

#: For how long a further press of one button is the second of a double click, whatever the first has put there.
TWICE_MS = 700


def single_shot(parent: QObject, fired: Callable[[], object], milliseconds: int = 0) -> QTimer:
    """Return a stopped timer; without `milliseconds` each start names its own."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(milliseconds)
    timer.timeout.connect(fired)
    return timer
