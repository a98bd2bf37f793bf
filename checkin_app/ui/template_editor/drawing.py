"""How a face of a badge is drawn as it is edited: the paper as it is printed, frames, handles and lines over it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from checkin_app.domain.outcomes import Verdict
from checkin_app.ui import theme
from checkin_app.ui.kit import marks
from checkin_app.ui.template_areas import Area, Guides, Handle, Page
from checkin_app.ui.template_design import Face
from checkin_app.ui.template_editor.picking import Point
from checkin_app.ui.template_editor.state import EditorState

_HANDLE, _MARK, _EDGE = 10, 20, 18
"""Pixels of a handle as it is drawn, of the mark of trouble, and around the page."""


@dataclass(frozen=True, slots=True)
class Sight:
    """Where a page is seen in a widget of this size: whole, in its middle."""

    width: int
    height: int
    page: Page

    @property
    def scale(self) -> float:
        """Pixels in a mm of the page."""
        room = (max(1, self.width - 2 * _EDGE), max(1, self.height - 2 * _EDGE))
        return min(room[0] / self.page.width, room[1] / self.page.height)

    @property
    def corner(self) -> QPointF:
        return QPointF(
            (self.width - self.page.width * self.scale) / 2, (self.height - self.page.height * self.scale) / 2
        )

    @property
    def paper(self) -> QRectF:
        return self.place(Area(0, 0, self.page.width, self.page.height))

    def place(self, area: Area) -> QRectF:
        """Return where an area of the page is in the widget."""
        scale, corner = self.scale, self.corner
        return QRectF(
            corner.x() + area.left * scale, corner.y() + area.top * scale, area.width * scale, area.height * scale
        )

    def point(self, at: QPointF) -> Point:
        """Return where on the page a place in the widget is."""
        return Point((at.x() - self.corner.x()) / self.scale, (at.y() - self.corner.y()) / self.scale)


def draw_face(painter: QPainter, sight: Sight, state: EditorState, pictures: Sequence[QPixmap]) -> None:
    """Draw the face in sight, or the paper, with its picture if it has been printed yet; what is on paper is not taken hold of."""
    at = 1 if state.face is Face.BACK and not state.paper else 0
    _draw_paper(painter, sight.paper, pictures[at] if at < len(pictures) else None)
    if state.paper:
        return
    for each in state.design.on(state.face):
        wrong = each.id in state.flawed
        _outline(painter, sight.place(each.box), _ink("state.stop.ink" if wrong else "line.control"), 2 if wrong else 1)
        if wrong:
            _mark(painter, sight.place(each.box), sight.paper)
    element = state.element
    if element is not None and element.face is state.face:
        accent = _ink("accent.fill")
        _outline(painter, sight.place(element.box), accent, 3)
        if state.grip is not None:
            _draw_guides(painter, sight, state.grip.guides, accent)
        painter.setPen(QPen(accent, 2))
        painter.setBrush(Qt.GlobalColor.white)
        for corner in _handles(sight, element.box):
            painter.drawRect(QRectF(corner.x() - _HANDLE / 2, corner.y() - _HANDLE / 2, _HANDLE, _HANDLE))


def _draw_paper(painter: QPainter, paper: QRectF, picture: QPixmap | None) -> None:
    painter.fillRect(paper, Qt.GlobalColor.white)
    if picture is not None:
        painter.drawPixmap(paper, picture, QRectF(picture.rect()))
    painter.setPen(QPen(theme.color("line.control"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(paper)


def _mark(painter: QPainter, place: QRectF, paper: QRectF) -> None:
    """Mark what something is wrong with by shape as well, where it can be seen."""
    left = min(max(place.right() - _MARK, paper.left()), paper.right() - _MARK)
    top = min(max(place.top(), paper.top()), paper.bottom() - _MARK)
    marks.draw_small(painter, QRect(round(left), round(top), _MARK, _MARK), Verdict.STOP)


def _handles(sight: Sight, area: Area) -> Iterator[QPointF]:
    for handle in Handle:
        x, y = handle.of(area)
        yield sight.place(Area(x, y, 0, 0)).topLeft()


def _draw_guides(painter: QPainter, sight: Sight, guides: Guides, ink: QColor) -> None:
    paper = sight.paper
    painter.setPen(QPen(ink, 1, Qt.PenStyle.DashLine))
    for x in guides.across:
        at = sight.place(Area(x, 0, 0, 0)).x()
        painter.drawLine(QPointF(at, paper.top() - _EDGE / 2), QPointF(at, paper.bottom() + _EDGE / 2))
    for y in guides.down:
        at = sight.place(Area(0, y, 0, 0)).y()
        painter.drawLine(QPointF(paper.left() - _EDGE / 2, at), QPointF(paper.right() + _EDGE / 2, at))


def _outline(painter: QPainter, place: QRectF, ink: QColor, width: int) -> None:
    """Draw a frame that is seen on whatever was printed under it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(Qt.GlobalColor.white, width + 2), QPen(ink, width)):
        painter.setPen(pen)
        painter.drawRect(place)


def _ink(token: str) -> QColor:
    """Return a colour for paper, which is white in the dark as well."""
    name = theme.current().name
    return theme.theme(theme.ThemeName.LIGHT if name is theme.ThemeName.DARK else name).color(token)
