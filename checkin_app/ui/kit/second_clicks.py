"""The second click of a double one is meant for what the first one found: what took its place meanwhile does not hear it."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

_PRESSES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick})


class SecondClicks(QObject):
    """Watches the presses of a window, as many as follow one another in one place as fast as those of a double click.

    A button whose words are others by now is another one: what it did is done, and what it does now undoes it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._found: tuple[QWidget | None, str] = (None, "")
        self._at, self._when = QPoint(), 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and watched is self._window:
            watched.removeEventFilter(self)
            self._window.windowHandle().installEventFilter(self)
        elif event.type() in _PRESSES and isinstance(watched, QWindow) and isinstance(event, QMouseEvent):
            return self._is_stray(event)
        return False

    def _is_stray(self, press: QMouseEvent) -> bool:
        """Return whether a press follows another one too soon to be meant for what is there now."""
        at, soon = press.globalPosition().toPoint(), press.timestamp() - self._when
        near = (at - self._at).manhattanLength() <= QApplication.styleHints().mouseDoubleClickDistance()
        again = near and 0 <= soon <= QApplication.doubleClickInterval()
        self._at, self._when = at, press.timestamp()
        found = self._window.childAt(self._window.mapFromGlobal(at))
        words = found.text() if isinstance(found, QAbstractButton) else ""
        if again:
            return self._found != (found, words)
        self._found = found, words
        return False
