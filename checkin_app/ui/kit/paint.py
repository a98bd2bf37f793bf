"""Small strokes shared by everything that paints itself."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit.drawable import drawable

#: What stands between two parts of a line, each of which says something without the others.
PART = " · "


@contextmanager
def painting(widget: QWidget) -> Iterator[QPainter]:
    """Yield a painter of `widget` that knows its layout direction, and end it."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setLayoutDirection(widget.layoutDirection())
    try:
        yield painter
    finally:
        painter.end()


def visual(widget: QWidget, rect: QRect) -> QRect:
    """Return a rectangle given from the leading edge where it lies in the widget's direction."""
    return QStyle.visualRect(widget.layoutDirection(), widget.rect(), rect)


def box(  # noqa: PLR0913 - a box has a fill, a line, its width and its corners
    painter: QPainter,
    rect: QRect,
    *,
    fill: QColor | None,
    line: QColor | None = None,
    width: float = 1,
    radius: int = 0,
) -> None:
    """Fill and frame a rounded box whose frame stays inside `rect`."""
    inset = width / 2 if line else 0
    painter.setPen(QPen(line, width) if line else Qt.PenStyle.NoPen)
    painter.setBrush(fill or Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)


def sunk(painter: QPainter, rect: QRect, radius: int, *, shut: bool = False) -> None:
    """Fill a ground that lies below the others; `shut` where it is that of what cannot be pressed now.

    In sunlight all grounds are white and all lines black: there it has a thin line, and what is shut a broken one.
    """
    fill, line = theme.color("bg.sunk"), theme.color("line.subtle")
    if theme.current().name is not theme.ThemeName.SUNLIGHT:
        box(painter, rect, fill=fill, line=line if shut else None, radius=radius)
        return
    pen = QPen(line, 1.25)
    if shut:
        pen.setDashPattern([4, 4])
    painter.setPen(pen)
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)


def text(  # noqa: PLR0913, PLR0917 - the order is that of QPainter.drawText
    painter: QPainter,
    rect: QRect,
    words: str,
    font: QFont,
    ink: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
) -> None:
    """Draw one line, centred upright, made shorter where it does not fit."""
    painter.setFont(font)
    painter.setPen(ink)
    shown = shortened(words, font, rect.width())
    # TextSingleLine keeps hostile line breaks on the line.
    painter.drawText(rect, _one_line(align), shown)


@cache  # joined anew for each text they would take as long as to draw it
def _one_line(align: Qt.AlignmentFlag) -> int:
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
    return int(flags)


def shortened(words: str, font: QFont, width: int) -> str:
    """Return as many of the parts of a line as fit whole; where not even the first does, its beginning."""
    words, metrics = drawable(words), QFontMetrics(font)
    while PART in words and metrics.horizontalAdvance(words) > width:
        words = words.rpartition(PART)[0]
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, width))


def width_of(words: str, font: QFont) -> int:
    # Rounded up: a text measured to the nearest pixel would be cut by its own width.
    return math.ceil(QFontMetricsF(font).horizontalAdvance(drawable(words)))


def fitting(words: str, token: str, width: int, *, least: int) -> QFont:
    """Return the font of a type token, made smaller down to `least` pixels until one line fits `width`."""
    font = theme.font(token)
    while font.pixelSize() > least and width_of(words, font) > width:
        font.setPixelSize(font.pixelSize() - 2)
    return font


def lay_out(  # noqa: PLR0913 - a text has its font, its room, its direction, its lines and its side
    words: str, font: QFont, width: int, direction: Qt.LayoutDirection, line: int, *, centred: bool = False
) -> tuple[QTextLayout, int]:
    """Return `words` wrapped to `width` with `line` pixels a line, and how many lines that takes."""
    # A text layout aligns to real sides, whatever its direction.
    mirrored = direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else side)
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(drawable(words), font)
    layout.setTextOption(option)
    layout.beginLayout()
    count = 0
    while (row := layout.createLine()).isValid():
        row.setLineWidth(width)
        row.setPosition(QPointF(0, count * line + (line - row.height()) / 2))
        count += 1
    layout.endLayout()
    return layout, count


def lines_of(words: str, font: QFont, width: int, *, most: int) -> list[str]:
    """Break `words` into at most `most` lines of `width`; what is left over stands on the last one."""
    words = drawable(words)
    layout, count = lay_out(words, font, width, Qt.LayoutDirection.LeftToRight, 1)
    # Qt counts in halves of a pair, of which a rare Han letter has two.
    halves = words.encode("utf-16-le")
    starts = [2 * layout.lineAt(index).textStart() for index in range(min(count, most))]
    lines = [halves[start:end].decode("utf-16-le", "replace") for start, end in pairwise([*starts, len(halves)])]
    return [line.strip() for line in lines] or [words]
