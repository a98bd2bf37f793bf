"""Paints the arrivals at one session against their plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit import bidi, paint
from checkin_app.ui.overview.rows import Opening
from checkin_app.ui.shell.screen import Destination

#: A place within the plot: both from 0 to 1, from its leading lower corner.
At = tuple[float, float]
_PAD, _DOT = 16, 6


@dataclass(frozen=True, slots=True)
class Curves:
    """What the plot draws, already in words and shares."""

    to: Destination
    planned: tuple[At, ...] = ()
    came: tuple[At, ...] = ()
    steps: tuple[tuple[float, str], ...] = ()
    """Figures at the leading edge, from the lowest on."""
    times: tuple[tuple[float, str], ...] = ()
    planned_words: str = ""
    came_words: str = ""
    empty: str = ""
    spoken: str = ""


class Plot(Opening):
    """A dashed line as planned, a full one of those who came; it opens the list of sessions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves = Curves(Destination(""))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def set_curves(self, curves: Curves) -> None:
        if curves != self._curves:
            self._curves = curves
            self.lead_to(curves.to, curves.spoken)

    def sizeHint(self) -> QSize:
        return QSize(240, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 3 * theme.line_height("body") + 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            if self._curves.empty:
                place = self.rect().adjusted(_PAD, 0, -_PAD, 0)
                paint.text(painter, place, self._curves.empty, theme.font("body"), theme.color("ink.secondary"))
            else:
                _Drawing(self, painter, self._curves).draw()


@dataclass(frozen=True, slots=True)
class _Drawing:
    widget: QWidget
    painter: QPainter
    curves: Curves

    def draw(self) -> None:
        field = self._field()
        self._grid(field)
        pen = QPen(theme.color("ink.secondary"), 2, Qt.PenStyle.DashLine)
        self._line(field, self.curves.planned, pen)
        self._came(field)
        self._labels(field)

    def _field(self) -> QRect:
        """Return where the curves are, counted from the leading edge."""
        body, line = theme.font("body"), theme.line_height("body")
        before = max((paint.width_of(words, body) for _, words in self.curves.steps), default=0) + _PAD + 8
        after = max(_PAD, (self._times_wide() + 1) // 2)
        rect = self.widget.rect()
        return QRect(before, line // 2 + 6, rect.width() - before - after - _PAD // 2, rect.height() - 2 * line - 6)

    def _times_wide(self) -> int:
        return max((paint.width_of(words, theme.font("body")) for _, words in self.curves.times), default=0)

    def _at(self, field: QRect, at: At) -> QPointF:
        x = field.left() + field.width() * at[0]
        if self.painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.widget.width() - x
        return QPointF(x, field.top() + field.height() * (1 - at[1]))

    def _grid(self, field: QRect) -> None:
        font, quiet, high = theme.font("body"), theme.color("ink.secondary"), theme.line_height("body")
        each_high = field.height() // max(1, len(self.curves.steps) - 1)
        apart = 1 if each_high >= high else 2 if 2 * each_high >= high else max(1, len(self.curves.steps) - 1)
        for place, (share, words) in enumerate(self.curves.steps):
            y = round(self._at(field, (0, share)).y())
            line = paint.visual(self.widget, QRect(field.left(), y, field.width(), 1))
            self.painter.fillRect(line, theme.color("line.subtle"))
            if place % apart == 0:
                label = paint.visual(self.widget, QRect(0, y - high // 2, field.left() - 8, high))
                paint.text(self.painter, label, bidi.code(words), font, quiet, Qt.AlignmentFlag.AlignTrailing)
        for share, words in self._times(field.width()):
            wide = self._times_wide() + 4
            x = round(field.left() + field.width() * share - wide / 2)
            label = paint.visual(self.widget, QRect(x, field.bottom() + 5, wide, high))
            paint.text(self.painter, label, bidi.code(words), font, quiet, Qt.AlignmentFlag.AlignHCenter)

    def _times(self, width: int) -> Iterator[tuple[float, str]]:
        """Yield as many times of day as have room beside one another."""
        times = self.curves.times
        apart = next((each for each in (1, 2, 4) if width * each >= 4 * (self._times_wide() + 16)), 4)
        yield from times[::apart]

    def _line(self, field: QRect, places: Sequence[At], pen: QPen) -> None:
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPolyline(QPolygonF([self._at(field, each) for each in places]))

    def _came(self, field: QRect) -> None:
        came = self.curves.came
        if not came:
            return
        ink = theme.color("accent.text")
        area = [(came[0][0], 0.0), *came, (came[-1][0], 0.0)]
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(_faint(ink))
        self.painter.drawPolygon(QPolygonF([self._at(field, each) for each in area]))
        self._line(field, came, QPen(ink, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        last = self._at(field, came[-1])
        self.painter.setPen(QPen(ink, 1.5, Qt.PenStyle.DotLine))
        self.painter.drawLine(last, self._at(field, (came[-1][0], 0)))
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(ink)
        self.painter.drawEllipse(QRectF(last.x() - _DOT, last.y() - _DOT, 2 * _DOT, 2 * _DOT))

    def _labels(self, field: QRect) -> None:
        """Say how many came beside the point, where that has room, below the curves."""
        came, words, font = self.curves.came, self.curves.came_words, theme.font("bodyStrong")
        if not came or not words:
            return
        wide, high = paint.width_of(words, font) + 4, theme.line_height("body")
        x = round(field.left() + field.width() * came[-1][0])
        y = round(field.top() + field.height() * (1 - came[-1][1]))
        beside = x + _DOT + 6
        if beside + wide > field.right():
            beside = x - _DOT - 6 - wide
        below = min(y + 6, field.bottom() - high)
        place = paint.visual(self.widget, QRect(beside, below, wide, high))
        paint.text(self.painter, place, words, font, theme.color("ink.primary"))


def _faint(ink: QColor) -> QColor:
    faint = QColor(ink)
    faint.setAlphaF(0.12)
    return faint
