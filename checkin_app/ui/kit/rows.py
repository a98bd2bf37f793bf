"""Rows of lists: a mark, a name, a second line, a time; as a widget and as a delegate of Qt's views."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from checkin_app.domain.outcomes import Verdict
from checkin_app.ui import theme
from checkin_app.ui.kit import bidi, icons, marks, paint

#: The role under which a model hands a `RowView` to `RowDelegate`.
ROW_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Placing:
    """A row being painted: rectangles are counted from its leading top corner."""

    painter: QPainter
    rect: QRect

    def __call__(self, x: int, y: int, width: int, height: int) -> QRect:
        part = QRect(x, y, width, height).translated(self.rect.topLeft())
        return QStyle.visualRect(self.painter.layoutDirection(), self.rect, part)

    def text(self, place: QRect, words: str, font: QFont, ink: QColor) -> None:
        paint.text(self.painter, place, bidi.leading(words, self.painter.layoutDirection()), font, ink)

    def number(self, place: QRect, number: str, ink: QColor) -> None:
        """Draw a badge number at the trailing edge of its place, smaller where it is a long one."""
        words = bidi.code(number)
        font = paint.fitting(words, _NUMBER, place.width(), least=16)
        paint.text(self.painter, place, words, font, ink, Qt.AlignmentFlag.AlignTrailing)


_NUMBER = "buttonLarge"


def number_width(number: str, row: int, *, least: int) -> int:
    """Return what a badge number takes of a row: numbers of walk-ins and of some lists are longer than others."""
    return max(least, min(paint.width_of(bidi.code(number), theme.font(_NUMBER)) + 4, row // 5))


def width_in(option: QStyleOptionViewItem) -> int:
    """Return how wide the rows of a view are; while rows are being measured, their own place is not known."""
    view = option.widget
    return view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()


@contextmanager
def painting_row(painter: QPainter, option: QStyleOptionViewItem, *, ground: bool = True) -> Iterator[Placing]:
    """Yield where a delegate paints, on the ground of a row: tint and bar where it is chosen, a hairline under it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(option.direction)
    at = Placing(painter, option.rect)
    if ground:
        _draw_ground(at, chosen=bool(option.state & QStyle.StateFlag.State_Selected))
    try:
        yield at
    finally:
        painter.restore()


def draw_chosen(at: Placing) -> None:
    """Mark the row that is chosen: by a bar as well, since in sunlight its tint is that of any other row."""
    at.painter.fillRect(at.rect, theme.color("accent.tint"))
    at.painter.fillRect(at(0, 0, 6, at.rect.height()), theme.color("accent.fill"))


def _draw_ground(at: Placing, *, chosen: bool) -> None:
    width, height = at.rect.width(), at.rect.height()
    if chosen:
        draw_chosen(at)
    at.painter.fillRect(at(0, height - 1, width, 1), theme.color("line.subtle"))


@dataclass(frozen=True, slots=True)
class RowView:
    """One row, already in words."""

    title: str
    line: str = ""
    time: str = ""
    verdict: Verdict | None = None
    icon: str = ""
    """Drawn where there is no verdict."""
    struck: bool = False
    """Taken back: struck through, and its mark gives way to a bent arrow, since nothing of it stands."""
    in_parts: bool = False
    """Whether a line that has no room is left out part by part, and none of them is cut."""


def draw_row(painter: QPainter, rect: QRect, row: RowView, *, inset: int = 20) -> None:
    """Draw a row inside `rect`; the painter carries the layout direction."""
    at, direction = Placing(painter, rect), painter.layoutDirection()
    side = theme.size("mark.list")
    square = at(inset, (rect.height() - side) // 2, side, side)
    left = inset
    icon = "arrow-u-up-left" if row.struck else row.icon
    if row.verdict is not None and not row.struck:
        marks.draw_small(painter, square, row.verdict)
    elif icon:
        icons.draw(painter, square, icon, theme.color("ink.secondary"))
    if row.verdict is not None or icon:
        left = inset + side + 13
    when = theme.font("body")
    time_width = paint.width_of(row.time, when) + 2 if row.time else 0
    room = rect.width() - left - inset - (time_width + 12 if time_width else 0)
    title = bidi.leading(row.title, direction)
    name, second = paint.fitting(title, "nameRow", room, least=theme.grown(16)), theme.font("body")
    name.setStrikeOut(row.struck)
    lines = (theme.line_height("nameRow"), theme.line_height("body") if row.line else 0)
    y = (rect.height() - sum(lines)) // 2
    ink = theme.color("ink.hint" if row.struck else "ink.primary")
    quiet = theme.color("ink.secondary")
    paint.text(painter, at(left, y, room, lines[0]), title, name, ink)
    if row.line:
        line = _parts_that_fit(row.line, second, room) if row.in_parts else row.line
        at.text(at(left, y + lines[0] - 2, room, lines[1]), line, second, quiet)
    if row.time:
        place = at(rect.width() - inset - time_width, 0, time_width, rect.height())
        paint.text(painter, place, bidi.code(row.time), when, quiet, Qt.AlignmentFlag.AlignTrailing)


def _parts_that_fit(line: str, font: QFont, room: int) -> str:
    """Return whole parts of a line, and that there is more; the first one alone may be cut where it has no room."""
    parts = line.split(paint.PART)
    if paint.width_of(line, font) <= room:
        return line
    for count in range(len(parts) - 1, 0, -1):
        shown = paint.PART.join(parts[:count]) + " …"
        if paint.width_of(shown, font) <= room:
            return shown
    return parts[0]


class ListRow(QWidget):
    """A row on its own, where there is no list view, with a hairline under it."""

    def __init__(self, row: RowView | None = None, *, inset: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row or RowView("")
        self._inset = inset
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_row(self, row: RowView) -> None:
        self._row = row
        self.setAccessibleName(" ".join(part for part in (row.title, row.line, row.time) if part))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, theme.size("row.recent"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            draw_row(painter, self.rect(), self._row, inset=self._inset)
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line.subtle"))


class RowDelegate(QStyledItemDelegate):
    """Draws the `RowView` that a model gives under `ROW_ROLE`, with a hairline between rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.height = theme.size("row.recent")
        self.inset = 20

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, self.height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, RowView):
            return
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if option.state & QStyle.StateFlag.State_Selected:
            draw_chosen(Placing(painter, rect))
        draw_row(painter, rect, row, inset=self.inset)
        if index.row() > 0:
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, theme.color("line.subtle"))
        painter.restore()
