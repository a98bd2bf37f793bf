"""What stands around every page of the first run: the bar above it, the way back and the way on below."""

from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit import paint
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.chips import PrintSteps
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


class Foot(QWidget):
    """The steps beside the buttons, or above them where they have no room."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = PrintSteps()
        self.back = Button("", ButtonKind.QUIET, icon="arrow-left", height=theme.size("target.scan"))
        self.go_on = Button("", ButtonKind.PRIMARY, icon="arrow-right", key="Enter", height=theme.size("target.scan"))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(3))
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.go_on)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space(2))
        self._row.addWidget(self.steps)
        self._row.addLayout(buttons, 1)

    def arrange(self) -> None:
        """Take the room there is; whoever changes a word of it asks for this."""
        buttons = sum(each.sizeHint().width() + theme.space(3) for each in (self.back, self.go_on))
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        fits = self.steps.minimumSizeHint().width() + buttons <= self.width()
        self._row.setDirection(across if fits else down)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
