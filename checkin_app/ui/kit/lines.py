"""Words as lines of a width, whole: a little smaller in one line, else wrapped, and only then smaller again."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit import paint
from checkin_app.ui.kit.drawable import drawable

#: Pixels a line takes by those of its letters: alone, and under another one.
_ALONE, _STACKED = 1.5, 1.35


class _Asked(NamedTuple):
    """All but the words that decides how lines are set."""

    pixels: int
    bold: bool
    width: int
    least: int
    most: int
    fonts: int
    """Fonts that were added so far: another one may draw the same letters wider."""


@lru_cache(maxsize=4096)  # a layout asks several times in one turn for what it asked in the turn before
def _fitted(words: str, asked: _Asked) -> tuple[int, int]:
    """Return the pixels of the letters in which `words` are set, and how many lines they take."""
    font = theme.font_of(asked.pixels, bold=asked.bold)
    while paint.width_of(words, font) > asked.width:
        if font.pixelSize() <= asked.least:
            return _wrapped(words, asked)
        font.setPixelSize(font.pixelSize() - 1)
    return font.pixelSize(), 1


def _wrapped(words: str, asked: _Asked) -> tuple[int, int]:
    font = theme.font_of(asked.pixels, bold=asked.bold)
    while True:
        _, count = paint.lay_out(words, font, asked.width, Qt.LayoutDirection.LeftToRight, 1)
        if count <= asked.most or font.pixelSize() <= asked.least:
            return font.pixelSize(), count
        font.setPixelSize(font.pixelSize() - 1)


class Lines:
    """A text in one line where it fits from `least` pixels on, else in `most` at full size, else in smaller ones.

    Where even the smallest letters need more lines than `most`, they get them: nothing is cut.
    """

    def __init__(  # noqa: PLR0913 - a text has its size, the least of it, its room and its weight
        self, words: str, pixels: int, width: int, *, least: int, bold: bool = False, most: int = 2
    ) -> None:
        self.words, self.width = words, max(1, width)
        asked = _Asked(pixels, bold, self.width, least, most, theme.fonts_added())
        fitted, self.count = _fitted(drawable(words), asked) if words else (pixels, 0)
        self._font = theme.font_of(fitted, bold=bold)
        self.line = round(self._font.pixelSize() * (_ALONE if self.count == 1 else _STACKED))

    @property
    def height(self) -> int:
        return self.line * self.count

    @property
    def pixels(self) -> int:
        return self._font.pixelSize()

    def widest(self) -> int:
        """Return the width that the widest line takes."""
        if self.count <= 1:
            return paint.width_of(self.words, self._font)
        layout, _ = paint.lay_out(self.words, self._font, self.width, Qt.LayoutDirection.LeftToRight, self.line)
        return max(round(layout.lineAt(each).naturalTextWidth() + 0.5) for each in range(layout.lineCount()))

    def draw(
        self, painter: QPainter, widget: QWidget, corner: tuple[int, int], ink: QColor, *, centred: bool = False
    ) -> None:
        """Draw the lines from a leading upper corner, at the leading edge of their width or in its middle."""
        place = paint.visual(widget, QRect(*corner, self.width, self.height))
        direction = widget.layoutDirection()
        layout, _ = paint.lay_out(self.words, self._font, self.width, direction, self.line, centred=centred)
        painter.setPen(ink)
        layout.draw(painter, QPointF(place.topLeft()))
