"""A list whose rows are taken in hand and carried to somewhere else."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from checkin_app.ui.kit.rows_view import RowsView


class CarryView(RowsView):
    """Emits `carry_begun` with the row that is taken in hand, then `carried` and in the end `dropped` with a place on the screen.

    `carry_left` says that the hand is empty again without a drop.  Qt's own drag and drop runs a loop of its own as long as the
    button is down, in which no scan would be decided.
    """

    carry_begun = Signal(object)
    carried = Signal(object)
    dropped = Signal(object)
    carry_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._from, self._carrying = -1, False

    def let_go(self) -> None:
        """Carry nothing any more."""
        was, self._from, self._carrying = self._carrying, -1, False
        self.viewport().unsetCursor()
        if was:
            self.carry_left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        self._from = self.indexAt(event.position().toPoint()).row() if left else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (event.position().toPoint() - self.pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if self._from >= 0 and far and not self._carrying:
            self._carrying = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.carry_begun.emit(self._from)
        if self._carrying:
            self.carried.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._carrying:
            self._from = -1
            super().mouseReleaseEvent(event)
            return
        self._from, self._carrying = -1, False
        self.viewport().unsetCursor()
        self.dropped.emit(event.globalPosition().toPoint())

    def hideEvent(self, event: QHideEvent) -> None:
        self.let_go()
        super().hideEvent(event)
