"""Brings a store's key back by the forum's passphrase, in a window of its own, where the application cannot open."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from checkin_app.runtime.lanes import Done, Result
from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.cards import row
from checkin_app.ui.kit.fields import Field
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.replies import trouble
from checkin_app.ui.shell.fitting import FittingWindow

_WIDTH = 640


@dataclass(frozen=True, slots=True)
class UnlockActions:
    """What the window may ask for."""

    unlock: Callable[[str, Callable[[Result[None]], None]], None]
    """Argument: the passphrase.  The key is proven before it is kept."""


class UnlockWindow(FittingWindow):
    """Asks for the passphrase until it is right or somebody leaves; `ended` says whether the key is back."""

    ended = Signal(bool)

    def __init__(self, actions: UnlockActions) -> None:
        super().__init__()
        self._actions = actions
        self._working = self._unlocked = False
        self.passphrase = Field(ime=False)
        self.passphrase.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.go = Button("", ButtonKind.PRIMARY, key="Enter")
        self.leave = Button("", ButtonKind.SECONDARY, key="Esc")
        self._text = Label("", "bodyLarge", wrap=True)
        foot = row(self.leave, self.go)
        foot.insertStretch(0, 1)
        self.setWindowTitle(self.tr("Bring the key back"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(8)] * 4)
        column.setSpacing(theme.space(4))
        column.addWidget(Label(self.windowTitle(), "title"))
        column.addWidget(self._text)
        column.addWidget(self.passphrase)
        column.addLayout(foot)
        self.setFixedWidth(theme.widened(_WIDTH))
        self._say_words()
        self.go.clicked.connect(self._unlock)
        self.leave.clicked.connect(self.close)
        self.passphrase.edited.connect(lambda _text: self._show())
        self._show()
        self.passphrase.line.setFocus()

    def _say_words(self) -> None:
        self.passphrase.set_label(self.tr("Passphrase of the forum"))
        self.leave.setText(self.tr("Not now"))
        self._text.setText(
            self.tr(
                "The key of this laptop’s record is not on this computer or does not fit. With the passphrase that was "
                "given when it was started, it is brought back."
            )
        )

    def _show(self, trouble: str = "") -> None:
        self.passphrase.set_hint(trouble, wrong=True)
        self.passphrase.setEnabled(not self._working)
        self.leave.setEnabled(not self._working)
        self.go.setEnabled(bool(self.passphrase.text()) and not self._working)
        self.go.setText(self.tr("One moment…") if self._working else self.tr("Bring it back"))
        self.fit()

    def _unlock(self) -> None:
        if self.go.isEnabled():
            self._working = True
            self._show()
            self._actions.unlock(self.passphrase.text(), self._done)

    def _done(self, result: Result[None]) -> None:
        self._working = False
        if isinstance(result, Done):
            self._unlocked = True
            self.close()
        else:
            self._show(trouble(result))
            self.passphrase.line.setFocus()
            self.passphrase.line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._unlock()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay while the key is being proven."""
        if self._working:
            event.ignore()
            return
        self.passphrase.set_text("")
        self.ended.emit(self._unlocked)
        super().closeEvent(event)
