"""The bar above the first run: what this application is, and the languages."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit import paint
from checkin_app.ui.kit.labels import Label


class Heading(QWidget):
    """`row` takes what stands at its trailing end."""

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self._words = Label("", "buttonLarge", wrap=True)
        self.row.addWidget(self._words, 1)
        self.set_layout(theme.Layout.REGULAR)

    def set_layout(self, layout: theme.Layout) -> None:
        self.setFixedHeight(60 if layout.low else 72)
        side, end = (24, 4) if layout.low else (32, 8)
        self.row.setContentsMargins(side, end, side, end)

    def set_words(self, said: str) -> None:
        self._words.setText(said)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            painter.fillRect(self.rect(), theme.color("bg.surface"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line.subtle"))
