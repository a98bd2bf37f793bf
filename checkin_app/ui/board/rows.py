"""How a bus and the heading of a route are drawn on the dispatch board."""

from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QBrush, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from checkin_app.domain.ids import BusCode, RouteId
from checkin_app.ui import theme
from checkin_app.ui.kit import bidi, paint
from checkin_app.ui.kit.chips import ChipTone, Occupancy, chip_width, draw_chip, draw_occupancy, draw_plate
from checkin_app.ui.kit.rows import Placing

_Index = QModelIndex | QPersistentModelIndex
#: The role under which the model hands its views to the delegate.
CARD_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class RouteHead:
    """What stands over the buses of a route."""

    route: RouteId
    name: str
    figures: str
    line: str = ""
    bus: BusCode | None = None
    """The bus whose list shows who waits for a seat of the route; None where nobody does."""

    @property
    def key(self) -> str:
        return f"route:{self.route}"

    def spoken(self) -> str:
        return ", ".join(part for part in (self.name, self.line, self.figures) if part)


@dataclass(frozen=True, slots=True)
class BusCard:
    """One bus, already in words."""

    code: BusCode
    state: str
    tone: ChipTone
    aboard: str
    listed: str
    leader: str
    line: str
    """What is to be known of it now."""
    contact: str
    """When its door was heard of, and the languages spoken on it."""
    occupancy: Occupancy
    outline: ChipTone = ChipTone.QUIET
    """Of what needs a person; quiet where nothing does."""
    unheard: bool = False
    """The figures may be old."""
    chosen: bool = False
    key: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", f"bus:{self.code}")

    def spoken(self) -> str:
        figures = f"{self.aboard} / {self.listed}"
        parts = (self.code, self.state, figures, self.leader, self.line, self.contact)
        return ", ".join(part for part in parts if part)


Row = RouteHead | BusCard

#: Around each card, in pixels; and the least that a card is wide, at the usual size of text.
_AROUND, _LEAST = 5, 236
_PAD = 14


class BoardDelegate(QStyledItemDelegate):
    """Draws what the model gives; as many cards side by side as the view has room for, and all of one size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawn = 0
        """How many were painted so far: what did not change is not among them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        room = _room(option.widget)
        if isinstance(index.data(CARD_ROLE), RouteHead):
            return QSize(room, _head_height())
        across = max(1, room // (theme.widened(_LEAST) + 2 * _AROUND))
        return QSize(room // across, _card_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(CARD_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if isinstance(row, RouteHead):
            _draw_head(Placing(painter, option.rect), row)
        elif isinstance(row, BusCard):
            self.drawn += 1
            _Card(Placing(painter, option.rect.adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND)), row).draw()
        painter.restore()


def _room(view: QWidget | None) -> int:
    """Return the width for cards, the same whether or not the view has a scroll bar: it would appear by its own coming."""
    if not isinstance(view, QAbstractScrollArea):
        return 800
    bar = view.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, view)
    return max(200, view.maximumViewportSize().width() - bar - 2)


def _head_height() -> int:
    return theme.line_height("title") + 14


def _plate_height() -> int:
    return max(theme.grown(22) + 10, theme.size("chip"))


def _card_height() -> int:
    lines = theme.line_height("heading") + theme.size("occupancy") + 2 * theme.line_height("body")
    return 2 * _AROUND + 2 * (_PAD - 4) + _plate_height() + lines + 14


def _draw_head(at: Placing, head: RouteHead) -> None:
    width, height = at.rect.width() - 2 * _AROUND, at.rect.height() - 4
    title, body = theme.font("title"), theme.font("body")
    figures = paint.width_of(head.figures, body) + 4
    name = min(paint.width_of(head.name, title) + 8, width - figures - 12)
    at.text(at(_AROUND, 4, name, height), head.name, title, theme.color("ink.primary"))
    quiet, rest = theme.color("ink.secondary"), width - name - figures - 36
    if head.line and rest > 60:
        at.text(at(_AROUND + name + 18, 4, rest, height), head.line, body, quiet)
    place = at(_AROUND + width - figures, 4, figures, height)
    paint.text(at.painter, place, head.figures, body, quiet, Qt.AlignmentFlag.AlignTrailing)


@dataclass(frozen=True, slots=True)
class _Card:
    at: Placing
    card: BusCard

    def draw(self) -> None:
        self._ground()
        width = self.at.rect.width() - 2 * _PAD
        y = _PAD - 4
        self._top(y, width)
        y += _plate_height() + 4
        self._figures(y, width)
        y += theme.line_height("heading") + 2
        bar = self.at(_PAD, y, width, theme.size("occupancy"))
        draw_occupancy(self.at.painter, bar, self.card.occupancy)
        self._lines(y + theme.size("occupancy") + 6, width)

    def _ground(self) -> None:
        card, painter = self.card, self.at.painter
        quiet = card.outline is ChipTone.QUIET
        line = theme.color("line.subtle" if quiet else f"state.{card.outline.value}.line")
        glaring = theme.current().name is theme.ThemeName.SUNLIGHT
        width, radius = 1.0 if quiet else 4.0 if glaring else 2.0, theme.radius("card")
        if card.chosen:
            line, width = theme.color("accent.fill"), 3.0
        paint.box(painter, self.at.rect, fill=theme.color("bg.surface"), line=line, width=width, radius=radius)
        if card.unheard:
            pen = painter.pen()
            pen.setColor(theme.color("state.ask.ink"))
            pen.setWidthF(1.5)
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
            painter.drawRoundedRect(self.at.rect.adjusted(4, 4, -4, -4), radius, radius)

    def _top(self, y: int, width: int) -> None:
        card, high, pixels = self.card, _plate_height(), theme.grown(22)
        plate = paint.width_of(card.code, theme.font_of(pixels, bold=True)) + 20
        draw_plate(self.at.painter, self.at(_PAD, y, plate, high), card.code, pixels)
        chip = min(chip_width(card.state, card.tone), width - plate - 8)
        top = y + (high - theme.size("chip")) // 2
        place = self.at(_PAD + width - chip, top, chip, theme.size("chip"))
        draw_chip(self.at.painter, place, card.state, card.tone)

    def _figures(self, y: int, width: int) -> None:
        card, high = self.card, theme.line_height("heading")
        large, small = theme.font("heading"), theme.font("bodyLarge")
        aboard = paint.width_of(card.aboard, large) + 6
        painter, ink, quiet = self.at.painter, theme.color("ink.primary"), theme.color("ink.secondary")
        paint.text(painter, self.at(_PAD, y, aboard, high), bidi.code(card.aboard), large, ink)
        of = f"/ {card.listed}"
        rest = paint.width_of(of, small) + 4
        paint.text(painter, self.at(_PAD + aboard + 2, y, rest, high), bidi.code(of), small, quiet)
        room = width - aboard - rest - 14
        if room > 30:
            place = self.at(_PAD + width - room, y, room, high)
            trailing = Qt.AlignmentFlag.AlignTrailing
            paint.text(painter, place, bidi.name(card.leader), theme.font("body"), quiet, trailing)

    def _lines(self, y: int, width: int) -> None:
        card, high = self.card, theme.line_height("body")
        needs = card.outline is not ChipTone.QUIET
        plain = not needs or theme.current().name is theme.ThemeName.SUNLIGHT  # its inks are for tinted grounds
        ink = theme.color("ink.primary" if plain else f"state.{card.outline.value}.ink")
        self.at.text(self.at(_PAD, y, width, high), card.line, theme.font("bodyStrong" if needs else "body"), ink)
        quiet = theme.color("ink.secondary")
        self.at.text(self.at(_PAD, y + high, width, high), card.contact, theme.font("body"), quiet)
