"""Where people type: the search field and labelled form fields."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit import icons, paint
from checkin_app.ui.kit.buttons import KeyCap, draw_key, key_width
from checkin_app.ui.kit.labels import Label


class TypedLine(QLineEdit):
    """A line of text; without `ime` the input method stays out, so that keys reach us first.

    `WA_InputMethodEnabled` is ignored by QLineEdit; only the answer to ImEnabled counts.
    """

    def __init__(self, parent: QWidget | None = None, *, ime: bool = True, type_: str = "bodyLarge") -> None:
        super().__init__(parent)
        self._ime, self._type = ime, type_
        self.setFont(theme.font(type_))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.font() != theme.font(self._type):
            self.setFont(theme.font(self._type))

    def inputMethodQuery(self, query: Qt.InputMethodQuery, /) -> Any:  # type: ignore[override]  # Qt calls this overload
        if query == Qt.InputMethodQuery.ImEnabled and not self._ime:
            return False
        return super().inputMethodQuery(query)


def first_fitting(offered: Sequence[str], font: QFont, width: int) -> str:
    """Return the first of some words that fits a width, else the last."""
    return next((words for words in offered if paint.width_of(words, font) <= width), offered[-1])


class _SearchLine(TypedLine):
    escaped = Signal()
    stepped = Signal(object)
    focus_changed = Signal()
    _offered: tuple[str, ...] = ("",)

    def offer(self, *placeholders: str) -> None:
        """Say what can be typed, in the first words that there is room for; spoken are those of the most room."""
        self._offered = placeholders
        self.setAccessibleName(placeholders[0])
        self._fit()

    def _fit(self) -> None:
        self.setPlaceholderText(first_fitting(self._offered, self.font(), self.width() - 8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.escaped.emit()
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()


class SearchField(QWidget):
    """Find by anything: magnifier, field, F2 while resting, the number found while typing.

    Signals: `edited` (text), `entered` (text), `stepped` (-1 or 1), `escaped`.
    """

    edited = Signal(object)
    entered = Signal(object)
    stepped = Signal(object)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None, *, key: str = "F2", large: bool = False) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        # Room for the magnifier, which mirrors as a margin would not.
        row.addSpacing(30)
        self.line = _SearchLine(self, type_="heading" if large else "bodyLarge")
        self.line.setObjectName("bare")
        self._count = Label("", "bodyLarge", "ink.secondary")
        self._key = KeyCap(key)
        row.addWidget(self.line, 1)
        row.addWidget(self._count)
        row.addWidget(self._key)
        self._large = large
        self.set_low(low=False)
        self.setFocusProxy(self.line)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a click on the magnifier or the frame is one into the line
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line.textEdited.connect(self.edited.emit)
        self.line.returnPressed.connect(lambda: self.entered.emit(self.line.text()))
        self.line.escaped.connect(self.escaped)
        self.line.stepped.connect(self.stepped)
        self.line.focus_changed.connect(self.update)

    def set_low(self, *, low: bool) -> None:
        """Take no more height than the others do, where a window is low."""
        self.setFixedHeight(62 if self._large and not low else 56)

    def text(self) -> str:
        return self.line.text()

    def set_text(self, text: str) -> None:
        self.line.setText(text)

    def set_words(self, *placeholders: str) -> None:
        """Say what can be typed: in the first of these words that there is room for."""
        self.line.offer(*placeholders)

    def set_count(self, words: str) -> None:
        """Show how many were found, such as “5 found”; empty shows the key again."""
        self._count.setText(words)
        self._key.setVisible(not words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        focused = self.line.hasFocus()
        with paint.painting(self) as painter:
            line = theme.color("focus.ring" if focused else "line.control")
            width = theme.stroke("focus") if focused else 1.25
            radius = theme.radius("control")
            paint.box(painter, self.rect(), fill=theme.color("bg.surface"), line=line, width=width, radius=radius)
            square = paint.visual(self, QRect(18, (self.height() - 22) // 2, 22, 22))
            icons.draw(painter, square, "magnifying-glass", theme.color("ink.primary" if focused else "ink.secondary"))


class SearchButton(QAbstractButton):
    """Looks like the search field and leads to it, so that a scanning screen's focus stays where it is."""

    def __init__(self, parent: QWidget | None = None, *, key: str = "F2") -> None:
        super().__init__(parent)
        self._key = key
        self._offered: tuple[str, ...] = ("",)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, *placeholders: str) -> None:
        """Say what can be found: in the first of these words that there is room for."""
        self._offered = placeholders
        self.setText(placeholders[0])
        self.setAccessibleName(placeholders[0])
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 56)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            fill, line = theme.color("bg.surface"), theme.color("line.control")
            paint.box(painter, self.rect(), fill=fill, line=line, width=1.25, radius=theme.radius("control"))
            square = paint.visual(self, QRect(18, (self.height() - 22) // 2, 22, 22))
            icons.draw(painter, square, "magnifying-glass", theme.color("ink.secondary"))
            cap, side = key_width(self._key), theme.size("keycap")
            key = paint.visual(self, QRect(self.width() - cap - 16, (self.height() - side) // 2, cap, side))
            draw_key(painter, key, self._key, theme.color("ink.secondary"))
            words = paint.visual(self, QRect(52, 0, self.width() - 52 - cap - 28, self.height()))
            font = theme.font("bodyLarge")
            said = first_fitting(self._offered, font, words.width())
            paint.text(painter, words, said, font, theme.color("ink.hint"))


class Field(QWidget):
    """A label, a line and what is wrong with it; the label stands above and stays."""

    edited = Signal(object)

    def __init__(self, label: str = "", *, ime: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        self._label = Label(label, "body", "ink.secondary")
        self.line = TypedLine(self, ime=ime)
        self._hint = Label("", "body", "ink.hint", wrap=True)
        self._hint.hide()
        self._label.setBuddy(self.line)
        for widget in (self._label, self.line, self._hint):
            column.addWidget(widget)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self.edited.emit)
        self.set_label(label)

    def set_label(self, label: str) -> None:
        self._label.setText(label)
        self.line.setAccessibleName(label)

    def set_hint(self, hint: str, *, wrong: bool = False) -> None:
        """Show a hint under the line; `wrong` draws it as the fault of what was typed."""
        self._hint.setText(hint)
        self._hint.set_ink("trouble.ink" if wrong else "ink.hint")
        self._hint.setVisible(bool(hint))
        self.line.setAccessibleDescription(hint)

    def text(self) -> str:
        return self.line.text()

    def set_text(self, text: str) -> None:
        self.line.setText(text)
        if not self.line.hasFocus():
            self.line.setCursorPosition(0)  # of a long one the beginning is read

    def show_kept(self, text: str) -> None:
        """Show what holds, unless something else is being typed here."""
        if self.text() != text and not (self.line.hasFocus() and self.line.isModified()):
            self.set_text(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange:
            self._label.set_ink("ink.secondary" if self.isEnabled() else "ink.hint")
        super().changeEvent(event)
