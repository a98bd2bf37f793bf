"""Why a new badge: one answer out of five, each with its number key."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit import paint
from checkin_app.ui.kit.buttons import draw_key, key_width
from checkin_app.ui.kit.lines import Lines


class _Reason(QAbstractButton):
    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._key, self._tight = key, False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_tight(self, *, tight: bool) -> None:
        self._tight = tight
        self.update()

    def set_words(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(words)
        self.update()

    def _lines(self, width: int, *, bold: bool = True) -> Lines:
        pixels = theme.grown(16 if self._tight else 18)
        return Lines(self.text(), pixels, width - 46 - key_width(self._key) - 20, least=theme.grown(16), bold=bold)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(theme.size("target.min"), self._lines(width).height + 4)

    def sizeHint(self) -> QSize:
        return QSize(220, self.heightForWidth(max(220, self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        on = self.isChecked()
        ink = theme.color("ink.primary" if self.isEnabled() else "ink.hint")
        with paint.painting(self) as painter:
            fill = theme.color("accent.tint" if on else "bg.surface")
            line = theme.color("accent.fill" if on else "line.control")
            paint.box(
                painter, self.rect(), fill=fill, line=line, width=2.5 if on else 1.25, radius=theme.radius("control")
            )
            self._dot(painter)
            key = key_width(self._key)
            lines = self._lines(self.width(), bold=on)
            lines.draw(painter, self, (46, (self.height() - lines.height) // 2), ink)
            side = theme.size("keycap")
            cap = QRect(self.width() - key - 12, (self.height() - side) // 2, key, side)
            draw_key(painter, paint.visual(self, cap), self._key, ink)

    def _dot(self, painter: QPainter) -> None:
        square = paint.visual(self, QRect(16, (self.height() - 22) // 2, 22, 22))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(theme.color("accent.fill"), 7))
            painter.drawEllipse(square.adjusted(4, 4, -4, -4))
        else:
            painter.setPen(QPen(theme.color("line.control"), 2))
            painter.drawEllipse(square.adjusted(1, 1, -1, -1))


class Reasons(QWidget):
    """The answers in order; `chosen` carries the value of one."""

    chosen = Signal(object)

    def __init__(self, values: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = tuple(values)
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(2))
        for index in range(len(self._values)):
            button = _Reason(str(index + 1), self)
            self._group.addButton(button, index)
            self._column.addWidget(button)
        self._group.idClicked.connect(lambda index: self.chosen.emit(self._values[index]))

    def set_words(self, words: Sequence[str]) -> None:
        for button, word in zip(self._group.buttons(), words, strict=True):
            if isinstance(button, _Reason):
                button.set_words(word)

    def set_tight(self, *, tight: bool) -> None:
        self._column.setSpacing(theme.space(1) if tight else theme.space(2))
        for button in self.findChildren(_Reason):
            button.set_tight(tight=tight)

    def choose(self, value: str) -> None:
        """Mark a value, or none where it is empty, without telling anybody."""
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)
        elif chosen := self._group.checkedButton():
            self._group.setExclusive(False)
            chosen.setChecked(False)
            self._group.setExclusive(True)
