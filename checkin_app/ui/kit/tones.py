"""The colours of a verdict and the edge of its panel: plain, hollow, striped, framed or dashed."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from checkin_app.domain.outcomes import Verdict
from checkin_app.ui import theme
from checkin_app.ui.kit import paint


@dataclass(frozen=True, slots=True)
class Tone:
    """The three colours of a verdict."""

    fill: QColor
    ink: QColor
    mark: QColor


_TONES: Mapping[Verdict, str] = {
    Verdict.GO: "go",
    Verdict.AGAIN: "again",
    Verdict.ASK: "ask",
    Verdict.STOP: "stop",
    Verdict.UNREADABLE: "undecided",
    Verdict.FAULT: "undecided",
}


def tone(verdict: Verdict) -> Tone:
    name = _TONES[verdict]
    return Tone(*(theme.color(f"verdict.{name}.{part}") for part in ("fill", "ink", "mark")))


def draw_ground(painter: QPainter, rect: QRect, verdict: Verdict, radius: int) -> None:
    """Draw a verdict's fill and its edge: plain, hollow, striped, framed or dashed."""
    colors = tone(verdict)
    paint.box(painter, rect, fill=colors.fill, radius=radius)
    match verdict:
        case Verdict.ASK:
            _stripes(painter, rect, colors, radius)
        case Verdict.STOP:
            inset = theme.size("stopInset")
            inner = rect.adjusted(inset, inset, -inset, -inset)
            width = theme.stroke("verdictFrame")
            paint.box(painter, inner, fill=None, line=colors.ink, width=width, radius=max(2, radius - inset))
        case Verdict.AGAIN:
            paint.box(painter, rect, fill=colors.fill, line=colors.mark, width=8, radius=radius)
        case Verdict.UNREADABLE | Verdict.FAULT:
            _dashes(painter, rect, colors, radius)
        case Verdict.GO:
            pass
    if theme.current().name is theme.ThemeName.SUNLIGHT and verdict is not Verdict.AGAIN:
        width = theme.stroke("sunlightVerdict")
        paint.box(painter, rect, fill=None, line=theme.color("ink.primary"), width=width, radius=radius)


def _stripes(painter: QPainter, rect: QRect, colors: Tone, radius: int) -> None:
    painter.save()
    clip = QPainterPath()
    clip.addRoundedRect(QRectF(rect), radius, radius)
    painter.setClipPath(clip)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.ink)
    height, step = theme.size("askStripe"), 50
    for x in range(rect.left() - step, rect.right() + step, step):
        top, bottom = rect.top(), rect.top() + height
        corners = ((x, bottom), (x + height, top), (x + height + 25, top), (x + 25, bottom))
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
    painter.restore()


def _dashes(painter: QPainter, rect: QRect, colors: Tone, radius: int) -> None:
    pen = QPen(colors.ink, theme.stroke("verdictDash"))
    pen.setDashPattern([2.0, 1.4])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(8, 8, -8, -8), max(2, radius - 4), max(2, radius - 4))
