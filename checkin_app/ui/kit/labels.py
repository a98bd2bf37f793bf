"""Text on screens: labels in the tokens' type and ink, and names that are never cut."""

import re

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit import bidi, paint
from checkin_app.ui.kit.drawable import drawable

#: Nothing is seen of them: a line may break at the one, and may not at the other.
_BREAK, _JOIN = "\u200b", "\u2060"
#: More Latin letters in one word than a narrow column holds: a label would cut it, where a name breaks.
_LONG_WORD, _PIECE = re.compile(r"[A-Za-z\u00c0-\u024f]{19,}"), re.compile(r"(.{9})(?=.{6})")
#: Folders within a path, and what holds together there: a separator stands at the end of a line, never alone or before one.
_WITHIN_PATH, _TOGETHER = re.compile(r"(?<=\w[\\/])(?=\w)"), re.compile(r"(?<=[\w:\\])(?=\\)|(?<=[^\w\\/][\\/])(?=\w)")


def breakable(text: str) -> str:
    """Return a text whose longest words and paths may go on in the next line."""
    pieces = _LONG_WORD.sub(lambda word: _PIECE.sub(f"\\1{_BREAK}", word.group()), text)
    return _TOGETHER.sub(_JOIN, _WITHIN_PATH.sub(_BREAK, pieces))


class Label(QLabel):
    """Plain text in a type token and an ink token; never read as markup, whatever it holds.

    It stands at the layout's leading edge, where a QLabel would go by the direction of its text.
    """

    def __init__(
        self,
        text: str = "",
        type_: str = "body",
        ink: str = "ink.primary",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._type = type_
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        self.setFont(theme.font(type_))
        self.setProperty("ink", ink)
        self._align()

    def setText(self, text: str) -> None:
        shown = drawable(text)
        super().setText(breakable(shown) if self.wordWrap() else shown)

    def text(self) -> str:
        """Return what is said, without where its lines may break."""
        return super().text().translate({ord(_BREAK): None, ord(_JOIN): None})

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()
        elif event.type() == QEvent.Type.StyleChange and self.font() != theme.font(self._type):
            # Text has another size now, or another theme's style sheet gave back the first font there ever was.
            self.setFont(theme.font(self._type))

    def _align(self) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Show a remark, in the ink of what went wrong where it did; without one it takes no room."""
        self.setText(text)
        self.set_ink("trouble.ink" if wrong else "ink.secondary")
        self.setVisible(bool(text))

    def set_ink(self, ink: str) -> None:
        if self.property("ink") != ink:
            self.setProperty("ink", ink)
            self.style().unpolish(self)
            self.style().polish(self)

    def set_type(self, type_: str) -> None:
        self._type = type_
        self.setFont(theme.font(type_))


class NameText(QWidget):
    """A name in its own script at the layout's leading edge: two lines before it shrinks, and never cut."""

    def __init__(
        self, type_: str = "name", ink: str = "ink.primary", *, least: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._type, self._ink, self._least = type_, ink, least
        self._text = ""
        # A layout asks for the height of one name some fifty times.
        self._known: dict[tuple[int, Qt.LayoutDirection], tuple[QFont, int, int]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        self._text = text
        self._known.clear()
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_type(self, type_: str) -> None:
        self._type = type_
        self._known.clear()
        self.updateGeometry()
        self.update()

    def fitted(self, width: int) -> tuple[QFont, int, int]:
        """Return the font, the pixels a line takes and the number of lines at a width."""
        wanted = (width, self.layoutDirection())
        if wanted not in self._known:
            self._known[wanted] = self._fit(width)
        return self._known[wanted]

    def _fit(self, width: int) -> tuple[QFont, int, int]:
        base = theme.font(self._type)
        ratio = theme.line_height(self._type) / base.pixelSize()
        font = QFont(base)
        while True:
            line = round(font.pixelSize() * ratio)
            _, lines = paint.lay_out(self._shown(), font, width, self.layoutDirection(), line)
            if lines <= 2 or font.pixelSize() <= self._least:
                return font, line, max(1, lines)
            font.setPixelSize(max(self._least, font.pixelSize() - 4))

    def _shown(self) -> str:
        return bidi.leading(self._text, self.layoutDirection())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        _, line, lines = self.fitted(width)
        return line * lines

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, theme.line_height(self._type))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.update()
        elif event.type() == QEvent.Type.StyleChange:
            self._known.clear()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        font, line, _ = self.fitted(self.width())
        layout, _ = paint.lay_out(self._shown(), font, self.width(), self.layoutDirection(), line)
        painter.setPen(theme.color(self._ink))
        layout.draw(painter, QPointF(0, 0))


class Fraction(QWidget):
    """So many of so many on one base line: the first large, the second quiet, words at the trailing end."""

    _AROUND = 8
    """Pixels above the digits and below them."""

    def __init__(self, part: str = "figure", whole: str = "heading", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._types = part, whole
        self._part = self._whole = self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_types(self, part: str, whole: str) -> None:
        self._types = part, whole
        self.updateGeometry()
        self.update()

    def set_numbers(self, part: str, whole: str, words: str = "") -> None:
        self._part, self._whole, self._words = bidi.code(part), bidi.code(f"/ {whole}"), words
        self.setAccessibleName(" ".join(each for each in (part, "/", whole, words) if each))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = sum(paint.width_of(words, font) + 10 for words, font, _ in self._numbers())
        return QSize(width, QFontMetrics(theme.font(self._types[0])).capHeight() + 2 * self._AROUND)

    def _numbers(self) -> tuple[tuple[str, QFont, str], ...]:
        whole = theme.font_of(theme.font(self._types[1]).pixelSize())
        return (self._part, theme.font(self._types[0]), "ink.primary"), (self._whole, whole, "ink.secondary")

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            x = 0
            for words, font, ink in self._numbers():
                self._draw(painter, x, words, font, ink)
                x += paint.width_of(words, font) + 10
            font = theme.font("bodyStrong")
            self._draw(painter, self.width() - paint.width_of(self._words, font), self._words, font, "ink.primary")

    def _draw(self, painter: QPainter, x: int, words: str, font: QFont, ink: str) -> None:
        place = paint.visual(self, QRect(x, 0, paint.width_of(words, font), self.height()))
        painter.setFont(font)
        painter.setPen(theme.color(ink))
        painter.drawText(QPointF(place.left(), self.height() - self._AROUND), words)
