"""One hold of a button, counted in beats of the event loop: a screen that stalls never takes a click for a hold."""

from PySide6.QtCore import QObject, QTimer, Signal

# How long it is held: long enough to read what it does, too long for any double click.
HOLD_MS = 1200
_BEAT_MS = 40


class Holding(QObject):
    """Runs from `start` until it is stopped, and counts until it is full."""

    beaten = Signal()
    filled = Signal()

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._beats, self._wanted = 0, 1
        self._running = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._count)

    @property
    def running(self) -> bool:
        """Whether it has begun and was not stopped; full, it runs until then."""
        return self._running

    @property
    def full(self) -> bool:
        return self._running and self._beats >= self._wanted

    @property
    def share(self) -> float:
        """How much of it has passed, from 0 to 1."""
        return min(1.0, self._beats / self._wanted) if self._running else 0.0

    def start(self) -> None:
        self._beats, self._wanted, self._running = 0, max(1, HOLD_MS // _BEAT_MS), True
        self._timer.start(min(_BEAT_MS, HOLD_MS))

    def stop(self) -> None:
        self._timer.stop()
        self._running = False

    def _count(self) -> None:
        self._beats += 1
        self.beaten.emit()
        if self.full:
            self._timer.stop()
            self.filled.emit()
