"""Beside whose badge it is: the badge as it will print, and the printers with their queue."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.badge_desk.preview import PreviewPane
from checkin_app.ui.badge_desk.queue import Printers, PrintQueue
from checkin_app.ui.kit.buttons import Segmented

#: Narrower than this, in pixels at the usual size of text, one of the two is shown at a time.
_BOTH_FROM = 450
_BADGE, _QUEUE = "badge", "queue"


class BadgeDeskSide(QWidget):
    """Badge and queue side by side, or one after the other behind tabs."""

    def __init__(self) -> None:
        super().__init__()
        self.preview, self.printers, self.queue = PreviewPane(), Printers(), PrintQueue()
        self.tabs = Segmented()
        self.tabs.chosen.connect(lambda _tab: self._arrange())
        self._side = QWidget()
        self._side_column = QVBoxLayout(self._side)
        self._side_column.setContentsMargins(0, 0, 0, 0)
        self._side_column.addWidget(self.printers)
        self._side_column.addWidget(self.queue, 1)
        self._row = QHBoxLayout()
        self._row.addWidget(self.preview, 10)
        self._row.addWidget(self._side, 11)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.tabs)
        self._column.addLayout(self._row, 1)

    def set_layout(self, layout: theme.Layout, spacing: int) -> None:
        self._row.setSpacing(spacing)
        self._column.setSpacing(theme.gap(layout))
        self._side_column.setSpacing(theme.gap(layout))
        self._row.setStretchFactor(self._side, 14 if layout.narrow else 11)
        self.preview.set_layout(layout)
        self.queue.set_layout(layout)
        self._arrange()

    def set_words(self, badge: str, queue: str) -> None:
        self.tabs.set_options(((_BADGE, badge), (_QUEUE, queue)))
        if not self.tabs.value():
            self.tabs.choose(_QUEUE)
        self._arrange()

    def turn_to(self, *, badge: bool) -> None:
        """Show the badge, or the queue, where both have no room."""
        self.tabs.choose(_BADGE if badge else _QUEUE)
        self._arrange()

    def _arrange(self) -> None:
        both = self.width() * 100 >= _BOTH_FROM * theme.text_size()
        self.tabs.setVisible(not both)
        self.preview.setVisible(both or self.tabs.value() == _BADGE)
        self._side.setVisible(both or self.tabs.value() != _BADGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
