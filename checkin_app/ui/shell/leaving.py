"""Closing the window while something would be lost: work that is kept nowhere is asked about, entries that exist on this laptop
alone are said once.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from checkin_app.domain.sync.status import SyncStatus

#: Seconds in which closing once more is meant for what was said.
AGAIN = 60.0
#: Seconds that nobody closes before, who has read it: a second click, or keys that are held, come sooner.
READ = 1.0


class Leaving(QObject):
    """Keeps a window open while a screen asks what becomes of its work, and once where entries are nowhere else.

    Signals: `held` with how this laptop stands to the others.
    """

    held = Signal(object)

    def __init__(
        self,
        window: QWidget,
        status: Callable[[], SyncStatus],
        keeps_open: Callable[[], bool],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._status, self._keeps_open, self._clock = status, keeps_open, clock
        self._said: float | None = None
        self._asked = 0.0
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Close:
            return False
        if self._keeps_open() or self._holds():
            event.ignore()
            return True
        return False

    def _holds(self) -> bool:
        """Return whether something would be lost that nobody can have read of yet; say it where it is not said."""
        status, now = self._status(), self._clock()
        since, self._asked = now - self._asked, now
        if not status.unsaved:
            return False
        if self._said is not None and now - self._said < AGAIN:
            return since < READ
        self._said = now
        self.held.emit(status)
        return True
