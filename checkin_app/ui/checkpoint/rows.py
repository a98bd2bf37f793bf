"""How one checkpoint is drawn: when, what, where, how many, and how the clock stands."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from checkin_app.domain.ids import CheckpointId
from checkin_app.ui import theme
from checkin_app.ui.kit import bidi, icons, paint
from checkin_app.ui.kit.chips import ChipTone, chip_width, draw_chip, draw_plate
from checkin_app.ui.kit.rows import Placing, painting_row

_Index = QModelIndex | QPersistentModelIndex


#: Pixels of a name that would else be cut.
_LEAST = 16


#: With less room than this for its name, in pixels at the usual size of text, a row has its time under the name.
_LEAST_NAMES = 230


#: The role under which the model hands a `CheckpointRow` to the delegate.
CHECKPOINT_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class CheckpointRow:
    """One checkpoint, already in words."""

    checkpoint: CheckpointId
    time: str
    name: str
    line: str
    bus: str = ""
    """The code of a bus, drawn as its plate."""
    chip: str = ""
    tone: ChipTone = ChipTone.QUIET
    icon: str = ""
    plain: str = ""
    """Where there is no chip: how long until doors open."""

    def spoken(self) -> str:
        parts = (self.time, self.bus, self.name, self.line, self.chip or self.plain)
        return ", ".join(part for part in parts if part)


class CheckpointDelegate(QStyledItemDelegate):
    """Draws a `CheckpointRow`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = theme.Layout.REGULAR

    def set_layout(self, layout: theme.Layout) -> None:
        self._layout = layout

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, theme.lines("title", "body") + self._layout.of(42, 24, 24) - (8 if self._layout.low else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(CHECKPOINT_ROLE)
        if not isinstance(row, CheckpointRow):
            return
        with painting_row(painter, option) as at:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            _Drawing(at, self._layout).draw(row, chosen=chosen)


class _Drawing:
    """One row being drawn."""

    def __init__(self, at: Placing, layout: theme.Layout) -> None:
        self._at, self._painter, self._rect = at, at.painter, at.rect
        self._narrow = layout.narrow
        self._inset = 18 if self._narrow else 28

    def draw(self, row: CheckpointRow, *, chosen: bool) -> None:
        height, width = self._rect.height(), self._rect.width()
        ink = theme.color("ink.primary")
        font = theme.font("buttonLarge" if self._narrow else "title")
        times = max(118 if self._narrow else 140, paint.width_of(row.time, font) + 4)
        gap = 12 if self._narrow else 24
        x = self._inset
        trailing = self._trailing(row)
        stacks = width - 2 * x - times - trailing < _LEAST_NAMES * theme.text_size() // 100
        if not stacks:
            paint.text(self._painter, self._at(x, 0, times, height), bidi.code(row.time), font, ink)
            x += times + gap
        x += self._sign(row, x) + gap
        line = row.line if not stacks else paint.PART.join(part for part in (row.time, row.line) if part)
        self._names(row, line, QRect(x, 0, width - x - self._inset - trailing - 12, height), chosen=chosen)

    def _sign(self, row: CheckpointRow, x: int) -> int:
        """Draw the flag of a session or the plate of a bus and return how wide it is."""
        height = self._rect.height()
        if not row.bus:
            square = self._at(x, (height - 24) // 2, 24, 24)
            icons.draw(self._painter, square, "flag", theme.color("ink.primary"))
            return 24
        pixels = theme.grown(17)
        width, high = paint.width_of(row.bus, theme.font_of(pixels, bold=True)) + 17, round(pixels * 1.5)
        draw_plate(self._painter, self._at(x, (height - high) // 2, width, high), row.bus, pixels)
        return width

    def _trailing(self, row: CheckpointRow) -> int:
        """Draw how the clock stands at the trailing end and return how wide that is."""
        width, height = self._rect.width(), self._rect.height()
        if row.chip:
            icon = "" if self._narrow else row.icon
            wide, high = chip_width(row.chip, row.tone, icon), theme.size("chip")
            place = self._at(width - self._inset - wide, (height - high) // 2, wide, high)
            draw_chip(self._painter, place, row.chip, row.tone, icon)
            return wide
        font = theme.font("body")
        wide = paint.width_of(row.plain, font) + 2 if row.plain else 0
        place = self._at(width - self._inset - wide, 0, wide, height)
        paint.text(self._painter, place, row.plain, font, theme.color("ink.secondary"))
        return wide

    def _names(self, row: CheckpointRow, line: str, part: QRect, *, chosen: bool) -> None:
        first, second = theme.line_height("title"), theme.line_height("body")
        x, top, width = part.left(), (part.height() - first - second) // 2, part.width()
        font = paint.fitting(row.name, "title", width, least=max(_LEAST, theme.grown(_LEAST) * 5 // 6))
        font.setBold(chosen)
        self._at.text(self._at(x, top, width, first), row.name, font, theme.color("ink.primary"))
        where = self._at(x, top + first, width, second)
        self._at.text(where, line, theme.font("body"), theme.color("ink.secondary"))
