"""The box above a person that says what was handed over, and asks what is to be said of it yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.domain.outcomes import Verdict
from checkin_app.ui import theme
from checkin_app.ui.badge_desk.hands_words import HandsView
from checkin_app.ui.kit import paint
from checkin_app.ui.kit.buttons import Button
from checkin_app.ui.kit.flow import FlowLayout
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.marks import VerdictMark

_TINTS = {Verdict.GO: "state.go", Verdict.ASK: "state.ask", Verdict.STOP: "state.stop"}


class HandsBox(QWidget):
    """Signals: `more_asked`, `who_asked`, `as_typed` with what was typed."""

    more_asked = Signal()
    who_asked = Signal()
    as_typed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict, self._typed = Verdict.GO, ""
        self._mark = VerdictMark(Verdict.GO)
        self._title = Label("", "bodyStrong", wrap=True)
        self._line = Label("", "body", "ink.secondary", wrap=True)
        small = theme.size("target.min")
        self.more, self.who = Button(key="M", height=small), Button(key="K", height=small)
        self.typed = Button(height=small)
        self.more.clicked.connect(self.more_asked)
        self.who.clicked.connect(self.who_asked)
        self.typed.clicked.connect(self._take_as_typed)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._line)
        told = QHBoxLayout()
        told.setSpacing(theme.space(3))
        told.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        told.addLayout(words, 1)
        buttons = FlowLayout(gap=theme.space(2))
        for button in (self.typed, self.more, self.who):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(theme.space(2))
        column.addLayout(told)
        column.addLayout(buttons)
        self.hide()

    def show_hands(self, view: HandsView | None) -> None:
        """Say what there is to say; None hides the box."""
        self.setVisible(view is not None)
        if view is None:
            return
        self._verdict, self._typed = view.verdict, view.typed
        self._mark.set_verdict(view.verdict)
        self._title.setText(view.title)
        self._line.setText(view.line)
        self._line.setVisible(bool(view.line))
        for button, words in ((self.more, view.more), (self.who, view.who), (self.typed, view.as_typed)):
            button.setText(words)
            button.setVisible(bool(words))
        self.setAccessibleName(". ".join(filter(None, (view.title, view.line))))
        self.update()

    def _take_as_typed(self) -> None:
        self.as_typed.emit(self._typed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tone = _TINTS.get(self._verdict, "state.quiet")
        with paint.painting(self) as painter:
            fill, line = theme.color(f"{tone}.tint"), theme.color(f"{tone}.line")
            paint.box(painter, self.rect(), fill=fill, line=line, radius=theme.radius("note"))
