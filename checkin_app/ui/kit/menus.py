"""Menus of choices that are too many to stand side by side."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit import icons, paint


class Menu(QComboBox):
    """A menu with a caret; the mouse wheel scrolls past it, so that turning it chooses nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        ink = theme.color("ink.primary" if self.isEnabled() else "ink.hint")
        with paint.painting(self) as painter:
            caret = paint.visual(self, QRect(self.width() - 32, (self.height() - 18) // 2, 18, 18))
            icons.draw(painter, caret, "caret-down", ink)
