"""Whether what a person would confirm has been before their eyes: a key that was on its way confirms nothing."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

#: Seconds from the painting of something new until it can be confirmed: nobody reads and answers in less.
GRACE = 0.5


class Seen(QObject):
    """Watches a widget: what it was told to show anew counts as seen a while after it was painted."""

    def __init__(self, widget: QWidget, grace: float = GRACE, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(widget)
        self._widget, self._grace, self._clock = widget, grace, clock
        self._painted: float | None = None
        self._awaited = True
        widget.installEventFilter(self)

    def __bool__(self) -> bool:
        return self._painted is not None and self._clock() - self._painted >= self._grace

    def renew(self) -> None:
        """Something else is shown from now on."""
        self._painted, self._awaited = None, True
        self._widget.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._awaited and event.type() == QEvent.Type.Paint:
            self._painted, self._awaited = self._clock(), False
        return super().eventFilter(watched, event)
