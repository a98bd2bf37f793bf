"""A few words in the top bar: what a health item means, or trouble that changed nothing."""

from collections.abc import Collection

from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit import paint
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.timers import single_shot
from checkin_app.ui.sentences import said_anew

#: Long enough to read three lines twice.
STANDS_MS = 12_000
_CLEAR = 3


class Notice(QWidget):
    """Goes by itself or at a click, and never takes the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._gives_way, self._said = False, ""
        self._about: object = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        self._words = Label("", "body", "plate.ink", wrap=True)
        row.addWidget(self._words)
        self._timer = single_shot(self, self.hide)
        self.hide()

    def words(self) -> str:
        return self._words.text()

    def remark(self, words: str, *, about: object = None) -> None:
        """Say what gives way to the next scan: nothing may stand over a verdict that it does not concern.

        Args:
            words: the remark.
            about: what it explains; it goes when that holds no longer.
        """
        self.say(words)
        self._gives_way, self._about = True, about

    def holds_of(self, things: Collection[object]) -> None:
        """Take away what explains none of `things`, which are all there are now."""
        if self._about is not None and self._about not in things:
            self._about = None
            self.give_way()

    def give_way(self) -> None:
        if self._gives_way:
            self.hide()

    def say(self, words: str) -> None:
        self._gives_way, self._about = False, None
        self._said = words
        self._show()
        # Anew, so that the bar sees to its room.
        self.hide()
        self.show()
        self._timer.start(STANDS_MS)

    def retranslate(self) -> None:
        self._said = said_anew(self._said)
        self._show()

    def _show(self) -> None:
        self._words.setText(self._said)
        self.setAccessibleName(self._said)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self._timer.stop()
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            fill = theme.color("plate.fill")
            rect = self.rect().adjusted(0, _CLEAR, 0, -_CLEAR)
            paint.box(painter, rect, fill=fill, line=theme.color("plate.ink"), radius=theme.radius("control"))
