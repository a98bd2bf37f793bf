"""A list whose rows are put into another order by dragging them."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit import paint
from checkin_app.ui.kit.rows_view import RowsView


class OrderedView(RowsView):
    """Emits `row_moved` with a pair of places: which row was dragged, and which it is to become.

    The rows stay where they are until whoever is told shows them otherwise.  Qt's own drag and drop runs a loop of its own as
    long as the button is down, in which no scan would be decided.
    """

    row_moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._from, self._gap = -1, -1

    @property
    def dragging(self) -> bool:
        return self._gap >= 0

    def let_go(self) -> None:
        """Leave the row where it was."""
        self._from, self._gap = -1, -1
        self.viewport().unsetCursor()
        self.viewport().update()

    def _gap_at(self, y: int) -> int:
        """Return before which row something would come that is let go at a height; as many as there are rows: at the end."""
        rows = (self.visualRect(self.model().index(place, 0)) for place in range(self.model().rowCount()))
        return sum(row.center().y() < y for row in rows)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        self._from = self.indexAt(event.position().toPoint()).row() if left else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (event.position().toPoint() - self.pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if self._from >= 0 and (far or self.dragging):
            self._gap = self._gap_at(event.position().toPoint().y())
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.dragging:
            self._from = -1
            super().mouseReleaseEvent(event)
            return
        moved, gap = self._from, self._gap_at(event.position().toPoint().y())
        self.let_go()
        to = gap if gap <= moved else gap - 1
        if to != moved:
            self.row_moved.emit((moved, to))

    def hideEvent(self, event: QHideEvent) -> None:
        self.let_go()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.dragging:
            return
        last = self.model().rowCount() - 1
        row = self.visualRect(self.model().index(min(self._gap, last), 0))
        y = row.top() if self._gap <= last else row.bottom()
        with paint.painting(self.viewport()) as painter:
            painter.fillRect(QRect(0, max(0, y - 2), self.viewport().width(), 4), theme.color("accent.fill"))
