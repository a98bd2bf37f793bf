"""How a person on a manifest and a bus in the list of buses are drawn."""

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
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


class PersonDelegate(QStyledItemDelegate):
    """Draws a `PersonRow`: who it is, how to reach them, how they stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = theme.Layout.REGULAR

    def set_layout(self, layout: theme.Layout) -> None:
        self._layout = layout

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        around = 2 if _scarce(self._layout) else 10 if self._layout.low else 18
        reach = theme.line_height("bodyLarge") if self._layout.narrow else 0
        return QSize(200, _above(self._layout) + _name_line(self._layout) + 2 * _line() + reach + around)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(VIEW_ROLE)
        if not isinstance(row, PersonRow):
            return
        with painting_row(painter, option) as at:
            _Person(at, row, option.rect.width(), self._layout).draw()


def _scarce(layout: theme.Layout) -> bool:
    """Return whether rows are as low as they can be."""
    return layout.low and theme.text_size() > 115


def _above(layout: theme.Layout) -> int:
    """Return the pixels above a name."""
    return 3 if _scarce(layout) else 8


def _line() -> int:
    return theme.line_height("body") + (2 if theme.text_size() == 100 else 0)


def _name_token(layout: theme.Layout) -> str:
    return "heading" if layout.low else "nameList"


def _name_line(layout: theme.Layout) -> int:
    """Return the pixels that a name takes: those of the tallest script."""
    return round(theme.line_height(_name_token(layout)) * (1.0 if _scarce(layout) else 1.25 if layout.low else 0.92))


@dataclass(frozen=True, slots=True)
class _Person:
    at: Placing
    row: PersonRow
    width: int
    layout: theme.Layout

    def draw(self) -> None:
        narrow = self.layout.narrow
        inset = 12 if _scarce(self.layout) and narrow else 18 if narrow else 24
        reach = theme.widened(216) if not narrow and (self.row.phone or self.row.language) else 0
        chip = chip_width(self.row.chip, self.row.tone) if self.row.chip else 0
        room = self.width - 2 * inset - (reach + 18 if reach else 0)
        above, first = _above(self.layout), _name_line(self.layout)
        beside = chip + 12 if chip else 0
        # A name keeps more of its line than the chip takes; whom they come with can better do with less.
        lower = room - beside < beside or (narrow and _scarce(self.layout))
        self._who(inset, (room if lower else room - beside, room - beside if lower else room), room)
        beside_name = min(6, max(0, (first - theme.size("chip")) // 2))
        self._chip(inset + room - chip, above + (first - 4 if lower else beside_name), chip)
        if reach:
            self._reach(inset + room + 18, reach)
        else:
            self._reach_in_line(inset, above + first + 2 * _line() + 1, room)

    def _who(self, x: int, rooms: tuple[int, int], room: int) -> None:
        """Draw the names in their two rooms, and where they were seen."""
        row, ink, quiet = self.row, theme.color("ink.primary"), theme.color("ink.secondary")
        above, first, line = _above(self.layout), _name_line(self.layout), _line()
        name = paint.fitting(row.name, _name_token(self.layout), rooms[0], least=theme.grown(18))
        self.at.text(self.at(x, above, rooms[0], first), row.name, name, ink)
        self.at.text(self.at(x, above + first, rooms[1], line), row.second_line, theme.font("body"), quiet)
        if row.seen:
            self._seen(x, above + first + line, room)

    def _seen(self, x: int, y: int, room: int) -> None:
        row, ink, quiet, line = self.row, theme.color("ink.primary"), theme.color("ink.secondary"), _line()
        icons.draw(self.at.painter, self.at(x, y + (line - 18) // 2, 18, 18), "clock", quiet)
        seen, ago = theme.font("body"), theme.font("bodyStrong")
        ago_width = paint.width_of(row.ago, ago) + 2 if row.ago else 0
        whole = paint.width_of(row.seen, seen) + 4
        # Its time says how long ago it was, where both have no room.
        both = bool(row.ago) and whole + ago_width + 10 <= room - 28
        seen_width = min(whole, room - 28)
        self.at.text(self.at(x + 28, y, seen_width, line), row.seen, seen, quiet)
        if both:
            self.at.text(self.at(x + 28 + seen_width + 8, y, ago_width, line), row.ago, ago, ink)

    def _reach(self, x: int, room: int) -> None:
        row, ink = self.row, theme.color("ink.primary")
        line, top = theme.line_height("title"), _above(self.layout) + _name_line(self.layout) // 2
        if row.phone:
            phone = paint.fitting(row.phone, "title", room, least=16)
            paint.text(self.at.painter, self.at(x, top, room, line), bidi.code(row.phone), phone, ink)
        self._language(x, top + line + 2, room)

    def _reach_in_line(self, x: int, y: int, room: int) -> None:
        row, font, line = self.row, theme.font("buttonLarge"), theme.line_height("bodyLarge")
        width = min(paint.width_of(row.phone, font) + 2, room) if row.phone else 0
        if row.phone:
            where = self.at(x, y, width, line)
            paint.text(self.at.painter, where, bidi.code(row.phone), font, theme.color("ink.primary"))
        self._language(x + width + (16 if width else 0), y, room - width - 16)

    def _language(self, x: int, y: int, room: int) -> None:
        """Draw the language by its own name, and by the screen's where that is another and there is room for it."""
        row, ink, quiet, line = self.row, theme.color("ink.primary"), theme.color("ink.secondary"), _line()
        own, body = theme.font("bodyStrong"), theme.font("body")
        width = paint.width_of(row.language, own) + 2
        if not row.language or room < 30 + width:
            return
        icons.draw(self.at.painter, self.at(x, y + (line - 20) // 2, 20, 20), "translate", ink)
        self.at.text(self.at(x + 30, y, width, line), row.language, own, ink)
        rest = room - 30 - width - 8
        if row.language_here and rest >= paint.width_of(row.language_here, body):
            self.at.text(self.at(x + 38 + width, y, rest, line), row.language_here, body, quiet)

    def _chip(self, x: int, y: int, width: int) -> None:
        if self.row.chip:
            draw_chip(self.at.painter, self.at(x, y, width, theme.size("chip")), self.row.chip, self.row.tone)


class BusDelegate(QStyledItemDelegate):
    """Draws a `BusRow`: the plate, n / m and the state; or the heading of a route."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = index.data(VIEW_ROLE)
        heading = theme.line_height("bodyStrong") + 6
        return QSize(100, _plate_line() + _line() + 8 if isinstance(row, BusRow) and row.code else heading)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(VIEW_ROLE)
        if not isinstance(row, BusRow):
            return
        width, height = option.rect.width(), option.rect.height()
        with painting_row(painter, option, ground=bool(row.code)) as at:
            if row.code:
                _draw_bus(at, row, width)
            else:
                painter.fillRect(option.rect, theme.color("bg.sunk"))
                font, quiet = theme.font("bodyStrong"), theme.color("ink.secondary")
                at.text(at(14, 0, width - 20, height), row.title, font, quiet)


def _plate_line() -> int:
    return theme.grown(20) + 6


def _draw_bus(at: Placing, row: BusRow, width: int) -> None:
    code, pixels, line = row.code or "", theme.grown(20), _plate_line()
    plate = paint.width_of(code, theme.font_of(pixels, bold=True)) + 20
    draw_plate(at.painter, at(14, 6, plate, line), code, pixels)
    room = width - plate - 34
    font = paint.fitting(row.figures, "buttonLarge", room, least=16)
    trailing = Qt.AlignmentFlag.AlignTrailing
    figures = at(plate + 20, 6, room, line)
    paint.text(at.painter, figures, bidi.code(row.figures), font, theme.color("ink.primary"), trailing)
    at.text(at(14, 7 + line, width - 20, _line()), row.state, theme.font("body"), theme.color("ink.secondary"))
