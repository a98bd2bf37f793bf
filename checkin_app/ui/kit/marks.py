"""The silhouettes of the verdicts, told apart without colour: disc, ring, triangle, octagon, brackets."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin_app.domain.outcomes import Verdict
from checkin_app.ui import theme
from checkin_app.ui.kit import paint

_Stroke = Callable[[QPainter, QColor, QColor], None]
_ROUND = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _points(*pairs: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(*pair) for pair in pairs])


_CHECK = ((0.27, 0.53), (0.43, 0.67), (0.735, 0.335))


def _disc(painter: QPainter, ink: QColor, cut: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QRectF(0.015, 0.015, 0.97, 0.97))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(cut, 0.135, *_ROUND))
    painter.drawPolyline(_points(*_CHECK))


def _ring(painter: QPainter, ink: QColor, cut: QColor) -> None:
    painter.setBrush(cut)
    painter.setPen(QPen(ink, 0.1))
    painter.drawEllipse(QRectF(0.05, 0.05, 0.9, 0.9))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 0.11, *_ROUND))
    painter.drawPolyline(_points(*_CHECK))


def _triangle(painter: QPainter, ink: QColor, cut: QColor) -> None:
    painter.setBrush(ink)
    painter.setPen(QPen(ink, 0.08, *_ROUND))
    painter.drawPolygon(_points((0.5, 0.1), (0.95, 0.9), (0.05, 0.9)))
    painter.setPen(QPen(cut, 0.125, *_ROUND))
    painter.drawLine(QPointF(0.5, 0.38), QPointF(0.5, 0.6))
    painter.setPen(QPen(cut, 0.14, *_ROUND))
    painter.drawPoint(QPointF(0.5, 0.79))


def _octagon(painter: QPainter, ink: QColor, cut: QColor) -> None:
    low, near, far, high = 0.055, 0.315, 0.685, 0.945
    painter.setBrush(ink)
    painter.setPen(QPen(ink, 0.02, *_ROUND))
    corners = ((near, low), (far, low), (high, near), (high, far), (far, high), (near, high), (low, far), (low, near))
    painter.drawPolygon(_points(*corners))
    painter.setPen(QPen(cut, 0.145, *_ROUND))
    painter.drawLine(QPointF(0.31, 0.31), QPointF(0.69, 0.69))
    painter.drawLine(QPointF(0.69, 0.31), QPointF(0.31, 0.69))


def _brackets(painter: QPainter, ink: QColor, _cut: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 0.085, *_ROUND))
    near, far, arm = 0.08, 0.92, 0.23
    for x, along in ((near, arm), (far, -arm)):
        for y, down in ((near, arm), (far, -arm)):
            painter.drawPolyline(_points((x + along, y), (x, y), (x, y + down)))
    painter.setPen(QPen(ink, 0.1, *_ROUND))
    path = QPainterPath(QPointF(0.35, 0.41))
    path.cubicTo(0.35, 0.19, 0.66, 0.2, 0.66, 0.4)
    path.cubicTo(0.66, 0.52, 0.5, 0.5, 0.5, 0.62)
    painter.drawPath(path)
    painter.setPen(QPen(ink, 0.125, *_ROUND))
    painter.drawPoint(QPointF(0.5, 0.78))


_STROKES: Mapping[Verdict, _Stroke] = {
    Verdict.GO: _disc,
    Verdict.AGAIN: _ring,
    Verdict.ASK: _triangle,
    Verdict.STOP: _octagon,
    Verdict.UNREADABLE: _brackets,
    Verdict.FAULT: _brackets,
}
_SMALL_INKS: Mapping[Verdict, str] = {
    Verdict.GO: "state.go.ink",
    Verdict.AGAIN: "verdict.again.mark",
    Verdict.ASK: "state.ask.line",
    Verdict.STOP: "trouble.ink",
    Verdict.UNREADABLE: "state.undecided.ink",
    Verdict.FAULT: "state.undecided.ink",
}


def draw(painter: QPainter, rect: QRect, verdict: Verdict, ink: QColor, cut: QColor) -> None:
    """Draw a verdict's silhouette into a square; `cut` is what shows through it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width(), rect.height())
    _STROKES[verdict](painter, ink, cut)
    painter.restore()


def draw_small(painter: QPainter, rect: QRect, verdict: Verdict, ground: str = "bg.surface") -> None:
    """Draw the mark of a list row, in the ink that reads on a plain ground."""
    draw(painter, rect, verdict, theme.color(_SMALL_INKS[verdict]), theme.color(ground))


class VerdictMark(QWidget):
    """A small verdict mark for rows and chips."""

    def __init__(self, verdict: Verdict, pixels: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict, self._pixels = verdict, pixels
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_verdict(self, verdict: Verdict) -> None:
        self._verdict = verdict
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._pixels, self._pixels)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            draw_small(painter, QRect(0, 0, self._pixels, self._pixels), self._verdict)
