"""What a form is made of beyond the kit: labelled lines with a word at their trailing end, and grids of choices."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit import paint
from checkin_app.ui.kit.buttons import tab_in_place
from checkin_app.ui.kit.fields import TypedLine
from checkin_app.ui.kit.labels import Label


class FormField(QWidget):
    """A label that stays, a word at its trailing end, a line, and under it what is wrong with it.

    The word stands under the line where it has no room beside the label.
    """

    edited = Signal(object)

    def __init__(self, *, ime: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        self._label = Label("", "bodyStrong")
        self._aside, self._below = (Label("", "body", "ink.secondary") for _ in range(2))
        # All columns of a form are equally wide, however long their labels are.
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head = QHBoxLayout()
        head.addWidget(self._label, 1)
        head.addWidget(self._aside)
        self.line = TypedLine(self, ime=ime)
        self.line.textEdited.connect(self.edited.emit)
        self._wrong = Label("", "body", "trouble.ink", wrap=True)
        self._wrong.hide()
        self._label.setBuddy(self.line)
        column.addLayout(head)
        column.addWidget(self.line)
        column.addWidget(self._below)
        column.addWidget(self._wrong)
        column.addStretch(1)
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_words(self, label: str, aside: str = "") -> None:
        self._label.setText(label)
        self._aside.setText(aside)
        self._below.setText(aside)
        self.line.setAccessibleName(label)
        self._place_aside()

    def _place_aside(self) -> None:
        said = bool(self._aside.text())
        beside = self._label.sizeHint().width() + self._aside.sizeHint().width() + theme.space(2) <= self.width()
        self._aside.setVisible(said and beside)
        self._below.setVisible(said and not beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_aside()

    def set_wrong(self, words: str) -> None:
        """Say what is wrong with what was typed; empty where nothing is."""
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
        self.line.setAccessibleDescription(words)

    def set_text(self, text: str) -> None:
        """Show a text; the line is left alone where it says so already, so that no cursor jumps."""
        if self.line.text() != text:
            self.line.setText(text)
            if not self.line.hasFocus():
                self.line.setCursorPosition(0)


class _Segment(QAbstractButton):
    """One choice among joined ones: dark when chosen, told also by its bold word."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def height_at(self, width: int) -> int:
        """Return the pixels that the words take, wrapped to `width`; never less than a finger needs."""
        metrics = QFontMetrics(theme.font("button"))
        wrapped = metrics.boundingRect(QRect(0, 0, width - 12, 1000), Qt.TextFlag.TextWordWrap, self.text())
        return max(theme.size("target.min"), wrapped.height() + 6)

    def sizeHint(self) -> QSize:
        return QSize(theme.size("target.min"), theme.size("target.min"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        on = self.isChecked()
        with paint.painting(self) as painter:
            if on:
                painter.fillRect(self.rect(), theme.color("plate.fill"))
            painter.setPen(theme.color("plate.ink" if on else "ink.primary"))
            painter.setFont(theme.font("button" if on else "body"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(6, 0, -6, 0), flags, self.text())


class ChoiceGrid(QWidget):
    """One choice out of up to a dozen, all in sight, in rows of joined segments; arrow keys move the choice."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(1, 1, 1, 1)
        self._grid.setSpacing(1)
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self._toggled)
        self._options: tuple[tuple[str, str], ...] = ()
        self._columns = 5
        self._quiet = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_columns(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            self._place()

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Show (value, words) pairs; nothing is made anew where they are the same."""
        if tuple(options) == self._options:
            return
        former = self.value()
        self._options = tuple(options)
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        for index, (_, words) in enumerate(self._options):
            self._group.addButton(_Segment(words, self), index)
        tab_in_place(self, self._group.buttons())
        self._place()
        self.choose(former)

    def choose(self, value: str) -> None:
        """Mark a value without telling anybody; a value that is not offered marks nothing."""
        values = [each for each, _ in self._options]
        place = values.index(value) if value in values else -1
        if place == self._group.checkedId():
            return
        self._quiet = True
        if place >= 0:
            self._group.button(place).setChecked(True)
        elif chosen := self._group.checkedButton():
            self._group.setExclusive(False)
            chosen.setChecked(False)
            self._group.setExclusive(True)
        self._quiet = False

    def value(self) -> str:
        index = self._group.checkedId()
        return self._options[index][0] if 0 <= index < len(self._options) else ""

    def _toggled(self, index: int, on: bool) -> None:  # noqa: FBT001 - Qt calls it so
        if on and not self._quiet:
            self.chosen.emit(self._options[index][0])

    def _shape(self) -> tuple[int, int]:
        """Return rows and columns: as few rows as the columns allow, evenly filled."""
        count = len(self._options)
        rows = max(1, -(-count // self._columns))
        return rows, max(1, -(-count // rows))

    def _segments(self) -> list[_Segment]:
        return [button for button in self._group.buttons() if isinstance(button, _Segment)]

    def _place(self) -> None:
        _, columns = self._shape()
        for index, button in enumerate(self._segments()):
            self._grid.addWidget(button, index // columns, index % columns)
        for index in range(self._grid.columnCount()):
            self._grid.setColumnStretch(index, 1 if index < columns else 0)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Give each row the height of its tallest words.

        Qt's own height-for-width would hold up the form with the height at the narrowest width.
        """
        rows, columns = self._shape()
        room = (self.width() - 2) // columns - 1
        segments = self._segments()
        heights = [0] * rows
        for index, segment in enumerate(segments):
            heights[index // columns] = max(heights[index // columns], segment.height_at(room))
        for row in range(max(rows, self._grid.rowCount())):
            self._grid.setRowMinimumHeight(row, heights[row] if row < rows else 0)
        self.setFixedHeight(sum(heights) + rows + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            line = theme.color("line.control")
            paint.box(painter, self.rect(), fill=theme.color("bg.surface"), line=line, width=1.25, radius=2)
            self._rules(painter)

    def _rules(self, painter: QPainter) -> None:
        painter.setPen(QPen(theme.color("line.control"), 1))
        for button in self._group.buttons():
            place: QRect = button.geometry()
            if place.right() < self.width() - 4:
                painter.drawLine(place.topRight() + QPoint(1, 0), place.bottomRight() + QPoint(1, 0))
            if place.bottom() < self.height() - 4:
                painter.drawLine(place.bottomLeft() + QPoint(0, 1), place.bottomRight() + QPoint(0, 1))
