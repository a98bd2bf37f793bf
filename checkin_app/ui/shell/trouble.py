"""Says in a window why the application cannot open: who double-clicks an icon has no console to read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_app.domain.problems import Problem
from checkin_app.ui import theme, words, words_notices
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.cards import row
from checkin_app.ui.kit.labels import Label

_WIDTH = 640


class TroubleWindow(QWidget):
    """One problem: its sentence, the next step, and a way out.

    Signals: `restore_asked` where a backup may help, `unlock_asked` where the passphrase may, `closed`.
    """

    restore_asked = Signal()
    unlock_asked = Signal()
    closed = Signal()

    def __init__(self, problem: Problem, *, restorable: bool = False, unlockable: bool = False) -> None:
        super().__init__()
        self.sentence, self.step = words.problem(problem)
        self.setWindowTitle(self.tr("Check-in cannot be opened"))
        self._close = Button(self.tr("Close"), ButtonKind.PRIMARY, key="Enter")
        self._close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(8)] * 4)
        column.setSpacing(theme.space(4))
        column.addWidget(Label(self.windowTitle(), "title"))
        column.addWidget(Label(self.sentence, "bodyLarge", wrap=True))
        column.addWidget(Label(self.step, "bodyLarge", "ink.secondary", wrap=True))
        self.restore = Button(words_notices.restoring(), ButtonKind.SECONDARY)
        self.restore.clicked.connect(self.restore_asked)
        self.restore.setVisible(restorable)
        self.unlock = Button(self.tr("Type the passphrase…"), ButtonKind.SECONDARY)
        self.unlock.clicked.connect(self.unlock_asked)
        self.unlock.setVisible(unlockable)
        foot = row(*(each for each in (self.unlock, self.restore) if not each.isHidden()), self._close)
        foot.insertStretch(0, 1)
        column.addLayout(foot)
        # A window does not grow with the lines that its words take.
        width = theme.widened(_WIDTH)
        self.setFixedSize(width, column.heightForWidth(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)
