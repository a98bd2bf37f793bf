"""Words as lines of a width, whole: a little smaller in one line, else wrapped, and only then smaller again."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit import paint

#: Pixels a line takes by those of its letters: alone, and under another one.
_ALONE, _STACKED = 1.5, 1.35


class Lines:
    """A text in one line where it fits from `least` pixels on, else in `most` at full size, else in smaller ones.

    Where even the smallest letters need more lines than `most`, they get them: nothing is cut.
    """

    def __init__(  # noqa: PLR0913 - a text has its size, the least of it, its room and its weight
        self, words: str, pixels: int, width: int, *, least: int, bold: bool = False, most: int = 2
    ) -> None:
        self.words, self.width = words, max(1, width)
        self._font = theme.font_of(pixels, bold=bold)
        self.count = 0
        if words:
            self.count = 1 if self._fits_one(least) else self._wrapped(pixels, least, most)
        self.line = round(self._font.pixelSize() * (_ALONE if self.count == 1 else _STACKED))

    @property
    def height(self) -> int:
        return self.line * self.count

    @property
    def pixels(self) -> int:
        return self._font.pixelSize()

    def _fits_one(self, least: int) -> bool:
        while paint.width_of(self.words, self._font) > self.width:
            if self._font.pixelSize() <= least:
                return False
            self._font.setPixelSize(self._font.pixelSize() - 1)
        return True

    def _wrapped(self, pixels: int, least: int, most: int) -> int:
        self._font.setPixelSize(pixels)
        while True:
            _, count = paint.lay_out(self.words, self._font, self.width, Qt.LayoutDirection.LeftToRight, 1)
            if count <= most or self._font.pixelSize() <= least:
                return count
            self._font.setPixelSize(self._font.pixelSize() - 1)

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
