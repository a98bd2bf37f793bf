"""Keys that mean something else on one screen than in the window: the window's shortcuts give way there."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class OwnKeys(QObject):
    """Keeps those keys for a widget that `is_own` names."""

    def __init__(self, widget: QWidget, is_own: Callable[[QKeyEvent], bool]) -> None:
        super().__init__(widget)
        self._is_own = is_own
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent) or not self._is_own(event):
            return False
        event.accept()
        return True
