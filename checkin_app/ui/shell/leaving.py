"""Closing the window while something would be lost: work that is kept nowhere is asked about, entries that exist on this laptop
alone are said once.
"""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from checkin_app.domain.sync.status import SyncStatus

#: Milliseconds in which closing once more is meant for what was said.
AGAIN_MS = 60_000


class Leaving(QObject):
    """Keeps a window open while a screen asks what becomes of its work, and once where entries are nowhere else.

    Signals: `held` with how this laptop stands to the others.
    """

    held = Signal(object)

    def __init__(self, window: QWidget, status: Callable[[], SyncStatus], keeps_open: Callable[[], bool]) -> None:
        super().__init__(window)
        self._status, self._keeps_open = status, keeps_open
        self._said = QElapsedTimer()
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Close:
            return False
        if self._keeps_open():
            event.ignore()
            return True
        if self._was_said():
            return False
        status = self._status()
        if not status.unsaved:
            return False
        event.ignore()
        self._said.start()
        self.held.emit(status)
        return True

    def _was_said(self) -> bool:
        return self._said.isValid() and self._said.elapsed() < AGAIN_MS
