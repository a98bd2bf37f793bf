"""Changes that come fast, gathered for a moment: sixty laptops that scan let no screen ask sixty times a second."""

from collections.abc import Callable
from threading import Lock

from PySide6.QtCore import QTimer

from checkin_app.domain.changes import ChangeSet

#: Too short for anybody to wait for.
_GATHERED_MS = 50


class Gathering:
    """Takes changes from any thread, and tells them on the screen's."""

    def __init__(self, deliver: Callable[[Callable[[], None]], None], tell: Callable[[ChangeSet], None]) -> None:
        self._deliver, self._tell = deliver, tell
        self._gate, self._gathered = Lock(), ChangeSet()
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.setInterval(_GATHERED_MS)
        self._timer.timeout.connect(self._told)

    def add(self, changes: ChangeSet) -> None:
        with self._gate:
            first, self._gathered = not self._gathered, self._gathered | changes
        if first and changes:
            self._deliver(self._timer.start)

    def stop(self) -> None:
        self._timer.stop()

    def _told(self) -> None:
        with self._gate:
            changes, self._gathered = self._gathered, ChangeSet()
        self._tell(changes)
