"""How far a long work is, as a line that fills."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit import paint

_HEIGHT = 6


class ProgressLine(QWidget):
    """Empty while it is not known how much there is to do; its place stays kept while it is hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = 0.0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)

    def show_part(self, done: int, whole: int) -> None:
        part = min(1.0, done / whole) if whole else 0.0
        if part != self._part:
            self._part = part
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        radius = _HEIGHT // 2
        with paint.painting(self) as painter:
            paint.box(painter, self.rect(), fill=theme.color("line.subtle"), radius=radius)
            width = round(self.width() * self._part)
            if width >= _HEIGHT:
                filled = paint.visual(self, QRect(0, 0, width, self.height()))
                paint.box(painter, filled, fill=theme.color("accent.fill"), radius=radius)
