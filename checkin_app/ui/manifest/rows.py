"""How a person on a manifest and a bus in the list of buses are drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from checkin_app.domain.ids import BusCode, DelegateId
from checkin_app.ui import theme
from checkin_app.ui.kit import bidi, icons, paint
from checkin_app.ui.kit.chips import ChipTone, chip_width, draw_chip, draw_plate
from checkin_app.ui.kit.rows import Placing, painting_row

_Index = QModelIndex | QPersistentModelIndex

#: The role under which a model hands its views to a delegate.
VIEW_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person on the manifest, already in words."""

    delegate: DelegateId
    name: str
    second_line: str = ""
    """Latin name and whom they come with."""
    seen: str = ""
    ago: str = ""
    phone: str = ""
    language: str = ""
    """Its name in itself."""
    language_here: str = ""
    """Its name in the language of the screen, where that is another word."""
    chip: str = ""
    tone: ChipTone = ChipTone.QUIET

    def spoken(self) -> str:
        parts = (self.chip, self.name, self.second_line, self.phone, self.language_here, self.seen, self.ago)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class BusRow:
    """One bus in the list of buses; without a `code` the heading of a route."""

    title: str = ""
    code: BusCode | None = None
    figures: str = ""
    state: str = ""

    def spoken(self) -> str:
        return ", ".join(part for part in (self.code, self.title, self.figures, self.state) if part)


View = TypeVar("View", PersonRow, BusRow)


class ViewModel(QAbstractListModel, Generic[View]):
    """A list of views; a bus has some fifty people, so all of them are held."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[View, ...] = ()

    def show(self, rows: Sequence[View]) -> None:
        """Show `rows`; the same number of rows keep their places and what is chosen."""
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()
        elif tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def view_at(self, index: _Index) -> View | None:
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        view = self.view_at(index)
        if view is None:
            return None
        if role == VIEW_ROLE:
            return view
        return view.spoken() if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        view = self.view_at(index)
        heading = isinstance(view, BusRow) and not view.code
        return Qt.ItemFlag.NoItemFlags if heading else super().flags(index)


class PersonDelegate(QStyledItemDelegate):
    """Draws a `PersonRow`: who it is, how to reach them, how they stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False

    def set_layout(self, layout: theme.Layout) -> None:
        self._narrow = layout.narrow

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, theme.size("row.missing") + (22 if self._narrow else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(VIEW_ROLE)
        if not isinstance(row, PersonRow):
            return
        with painting_row(painter, option) as at:
            _Person(at, row, option.rect.width()).draw(narrow=self._narrow)


@dataclass(frozen=True, slots=True)
class _Person:
    at: Placing
    row: PersonRow
    width: int

    def draw(self, *, narrow: bool) -> None:
        inset = 18 if narrow else 24
        reach = 0 if narrow else 216
        chip = chip_width(self.row.chip, self.row.tone) if self.row.chip else 0
        room = self.width - 2 * inset - (reach + 18 if reach else 0)
        self._who(inset, room - (chip + 12 if chip else 0), room)
        self._chip(inset + room - chip, 14, chip)
        if reach:
            self._reach(inset + room + 18, reach)
        else:
            self._reach_in_line(inset, 106, room)

    def _who(self, x: int, name_room: int, room: int) -> None:
        row, ink, quiet = self.row, theme.color("ink.primary"), theme.color("ink.secondary")
        name = paint.fitting(row.name, "nameList", name_room, least=20)
        self.at.text(self.at(x, 8, name_room, 48), row.name, name, ink)
        self.at.text(self.at(x, 56, room, 24), row.second_line, theme.font("body"), quiet)
        if row.seen:
            icons.draw(self.at.painter, self.at(x, 84, 18, 18), "clock", quiet)
            seen, ago = theme.font("body"), theme.font("bodyStrong")
            ago_width = paint.width_of(row.ago, ago) + 2 if row.ago else 0
            seen_width = min(paint.width_of(row.seen, seen) + 4, room - 28 - ago_width - 10)
            self.at.text(self.at(x + 28, 81, seen_width, 24), row.seen, seen, quiet)
            if row.ago:
                self.at.text(self.at(x + 28 + seen_width + 8, 81, ago_width, 24), row.ago, ago, ink)

    def _reach(self, x: int, room: int) -> None:
        row, ink = self.row, theme.color("ink.primary")
        if row.phone:
            phone = paint.fitting(row.phone, "title", room, least=14)
            paint.text(self.at.painter, self.at(x, 30, room, 30), bidi.code(row.phone), phone, ink)
        self._language(x, 62, room)

    def _reach_in_line(self, x: int, y: int, room: int) -> None:
        row, font = self.row, theme.font("buttonLarge")
        width = min(paint.width_of(row.phone, font) + 2, room) if row.phone else 0
        if row.phone:
            where = self.at(x, y, width, 26)
            paint.text(self.at.painter, where, bidi.code(row.phone), font, theme.color("ink.primary"))
        self._language(x + width + (16 if width else 0), y + 2, room - width - 16)

    def _language(self, x: int, y: int, room: int) -> None:
        row, ink, quiet = self.row, theme.color("ink.primary"), theme.color("ink.secondary")
        if not row.language or room < 60:
            return
        icons.draw(self.at.painter, self.at(x, y + 2, 20, 20), "translate", ink)
        own = theme.font("bodyStrong")
        width = min(paint.width_of(row.language, own) + 2, room - 30)
        self.at.text(self.at(x + 30, y, width, 24), row.language, own, ink)
        rest = room - 30 - width - 8
        if row.language_here and rest > 40:
            self.at.text(self.at(x + 38 + width, y, rest, 24), row.language_here, theme.font("body"), quiet)

    def _chip(self, x: int, y: int, width: int) -> None:
        if self.row.chip:
            draw_chip(self.at.painter, self.at(x, y, width, theme.size("chip")), self.row.chip, self.row.tone)


class BusDelegate(QStyledItemDelegate):
    """Draws a `BusRow`: the plate, n / m and the state; or the heading of a route."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = index.data(VIEW_ROLE)
        return QSize(100, 58 if isinstance(row, BusRow) and row.code else 28)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(VIEW_ROLE)
        if not isinstance(row, BusRow):
            return
        width = option.rect.width()
        with painting_row(painter, option, ground=bool(row.code)) as at:
            if row.code:
                _draw_bus(at, row, width)
            else:
                painter.fillRect(option.rect, theme.color("bg.sunk"))
                at.text(at(14, 0, width - 24, 28), row.title, theme.font("bodyStrong"), theme.color("ink.secondary"))


def _draw_bus(at: Placing, row: BusRow, width: int) -> None:
    code = row.code or ""
    plate = paint.width_of(code, theme.font_of(20, bold=True)) + 20
    draw_plate(at.painter, at(14, 6, plate, 26), code, 20)
    figures = at(plate + 20, 6, width - plate - 34, 26)
    font = paint.fitting(row.figures, "buttonLarge", width - plate - 34, least=14)
    trailing = Qt.AlignmentFlag.AlignTrailing
    paint.text(at.painter, figures, bidi.code(row.figures), font, theme.color("ink.primary"), trailing)
    at.text(at(14, 33, width - 28, 22), row.state, theme.font("body"), theme.color("ink.secondary"))
