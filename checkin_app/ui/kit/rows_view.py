"""The view of every list: lays out its rows a batch at a time, so that no number of them holds up the screen."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QHideEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

_Index = QModelIndex | QPersistentModelIndex
_HINT = QAbstractItemView.ScrollHint

#: Rows laid out between two turns of the event loop.  Qt asks the model twice about each, and each time waits for the
#: interpreter's lock if another thread has it: more rows would hold up the screen while a list is taken in.
BATCH = 300


class PressedView(QListView):
    """A list of which the second press of a double click is meant only where the first was, as of a button.

    What the first press opened would take the second: whoever clicks twice on a bus would be at its neighbour.
    """

    _pressed_here = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_here = True
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._pressed_here:
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed_here:
            super().mouseReleaseEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._pressed_here = False
        super().hideEvent(event)


class RowsView(PressedView):
    """A list whose rows are of one height; it never takes the keys: the screen steps through it, so typing goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sought = QPersistentModelIndex()
        self.pressed_at = QPoint()
        """Where in the viewport the mouse went down last: a row may offer something at its end."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().rangeChanged.connect(self._reached)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def dataChanged(self, first: _Index, last: _Index, roles: Sequence[int] = ()) -> None:
        if not self.uniformItemSizes():
            super().dataChanged(first, last, list(roles))
            return
        # QListView lays out every row anew, and loses its place by it; none of ours grows by what it says.
        QAbstractItemView.dataChanged(self, first, last, list(roles))
        self.viewport().update()

    def scrollTo(self, index: _Index, hint: QAbstractItemView.ScrollHint = _HINT.EnsureVisible) -> None:
        """Bring a row into sight, at once or as soon as it has its place."""
        placed = not self.visualRect(index).isEmpty()
        self._sought = QPersistentModelIndex() if placed else QPersistentModelIndex(index)
        if placed:
            super().scrollTo(index, hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the row that is chosen in sight where it was, as something comes to stand above or under the rows."""
        super().resizeEvent(event)
        chosen = self.currentIndex()
        if chosen.isValid() and QRect(self.viewport().rect().topLeft(), event.oldSize()).contains(
            self.visualRect(chosen)
        ):
            self.scrollTo(chosen)

    def _reached(self, _least: int, _most: int) -> None:
        if self._sought.isValid() and not self.visualRect(self._sought).isEmpty():
            self.scrollTo(self._sought)
