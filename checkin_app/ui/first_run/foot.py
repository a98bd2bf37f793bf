"""What stands below every page of the first run: how far it is, the way back and the way on."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.chips import PrintSteps


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
