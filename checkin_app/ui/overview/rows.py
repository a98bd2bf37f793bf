"""What a figure, a heading and a row of the overview say, and how they are drawn: each opens its list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin_app.domain.outcomes import Verdict
from checkin_app.ui import theme
from checkin_app.ui.kit import bidi, icons, marks, paint
from checkin_app.ui.kit.buttons import Button
from checkin_app.ui.kit.cards import Card, Line
from checkin_app.ui.kit.chips import ChipTone, Occupancy, chip_width, draw_chip, draw_occupancy
from checkin_app.ui.kit.rows import Placing
from checkin_app.ui.shell.screen import Destination

_INSET, _GAP = 16, 10
_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with what it is of."""

    words: str
    number: str
    of: str
    to: Destination

    def spoken(self) -> str:
        return ", ".join(bidi.plain(part) for part in (self.words, self.number, self.of) if part)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a card, already in words."""

    name: str
    to: Destination
    line: str = ""
    disc: str = ""
    """The number of a route."""
    verdict: Verdict | None = None
    bar: Occupancy | None = None
    number: str = ""
    of: str = ""
    chip: str = ""
    tone: ChipTone = ChipTone.QUIET

    def spoken(self) -> str:
        figures = f"{self.number} {self.of}".strip()
        parts = (self.name, self.line, figures, self.chip)
        return ", ".join(bidi.plain(part) for part in parts if part)


@dataclass(frozen=True, slots=True)
class CardView:
    """A card with its rows; `empty` stands where there is none."""

    title: str
    trailing: str
    to: Destination
    rows: tuple[Row, ...] = ()
    empty: str = ""


class Opening(Button):
    """Something that opens a list when it is clicked; the arrow keys are left to the screen, and Enter clicks."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._to = Destination("")
        self.clicked.connect(lambda: self.opened.emit(self._to))

    def lead_to(self, to: Destination, spoken: str) -> None:
        self._to = to
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            event.ignore()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


class Tile(Opening):
    """A figure on a card of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure = Figure("", "", "", Destination(""))
        self._type, self._inset, self._around = "figure", _INSET, 12
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_figure(self, figure: Figure) -> None:
        if figure != self._figure:
            self._figure = figure
            self.lead_to(figure.to, figure.spoken())

    def set_layout(self, layout: theme.Layout) -> None:
        small = layout.low or layout.narrow
        self._type = "figure" if layout is theme.Layout.REGULAR else "heading" if small else "display"
        self._inset = 10 if layout.narrow else _INSET
        self._around = 12 if layout is theme.Layout.REGULAR else 4 if layout.low else 8
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(120, theme.lines("body", self._type) + 2 * self._around)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            draw_ground(painter, self.rect())
            at, width = Placing(painter, self.rect()), self.width() - 2 * self._inset
            body, quiet = theme.font("body"), theme.color("ink.secondary")
            at.text(at(self._inset, self._around, width, theme.line_height("body")), self._figure.words, body, quiet)
            y, high = self._around + theme.line_height("body"), theme.line_height(self._type)
            font = theme.font(self._type)
            number = bidi.code(self._figure.number)
            first = paint.width_of(number, font) + 4
            paint.text(painter, at(self._inset, y, first, high), number, font, theme.color("ink.primary"))
            small = fitting(self._figure.of, width - first - 6)
            if small is not None:
                drop = (font.pixelSize() - small.pixelSize()) // 4  # nearer to the large one's base line
                place = at(self._inset + first + 6, y + drop, width - first - 6, high)
                at.text(place, self._figure.of, small, quiet)


def fitting(words: str, room: int) -> QFont | None:
    """Return the larger font in which words fit beside a figure; None where none does: half a number is another number."""
    fonts = theme.font("bodyLarge"), theme.font("body")
    return next((font for font in fonts if paint.width_of(words, font) <= room), None)


def draw_ground(painter: QPainter, rect: QRect) -> None:
    sunlight = theme.current().name is theme.ThemeName.SUNLIGHT
    width = theme.stroke("sunlightBorder") if sunlight else theme.stroke("hairline")
    fill, line = theme.color("bg.surface"), theme.color("line.subtle")
    paint.box(painter, rect, fill=fill, line=line, width=width, radius=theme.radius("card"))


class Heading(Opening):
    """The title of a card and the figure at its trailing end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = self._trailing = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_title(self, title: str, trailing: str, to: Destination) -> None:
        self._title, self._trailing = title, trailing
        self.lead_to(to, ", ".join(bidi.plain(part) for part in (title, trailing) if part))

    def sizeHint(self) -> QSize:
        return QSize(120, max(theme.size("target.min"), theme.line_height("buttonLarge") + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            at, width = Placing(painter, self.rect()), self.width() - 2 * _INSET
            title, body = theme.font("buttonLarge"), theme.font("body")
            first = min(width, paint.width_of(self._title, title) + 4)
            at.text(at(_INSET, 0, first, self.height()), self._title, title, theme.color("ink.primary"))
            rest = width - first - _GAP
            if rest >= paint.width_of(self._trailing.partition(paint.PART)[0], body):
                place, quiet = at(_INSET + first + _GAP, 0, rest, self.height()), theme.color("ink.secondary")
                paint.text(painter, place, self._trailing, body, quiet, Qt.AlignmentFlag.AlignTrailing)


@dataclass(frozen=True, slots=True)
class _Columns:
    """What the rows of a card have in common, in pixels."""

    name: int = 0
    number: int = 0

    @staticmethod
    def of(rows: Sequence[Row], width: int) -> "_Columns":
        body, strong = theme.font("body"), theme.font("bodyStrong")
        names = (paint.width_of(each.name, body) + 4 for each in rows if each.bar)
        numbers = (paint.width_of(_number(each), strong) + 4 for each in rows)
        return _Columns(min(max(names, default=0), width * 2 // 5), max(numbers, default=0))


def _number(row: Row) -> str:
    return bidi.code(f"{row.number} {row.of}".strip())


class RowButton(Opening):
    """One row of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row, self._columns = Row("", Destination("")), _Columns()

    def set_row(self, row: Row, columns: _Columns) -> None:
        if (row, columns) != (self._row, self._columns):
            self._row, self._columns = row, columns
            self.lead_to(row.to, row.spoken())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            at, left = Placing(painter, self.rect()), self._lead(Placing(painter, self.rect()))
            right = self._trail(at)
            if self._row.bar:
                self._bar(at, left, right)
            else:
                self._texts(at, left, right)

    def _lead(self, at: Placing) -> int:
        """Draw what stands before the name, and return where that begins."""
        side = theme.size("mark.list")
        square = at(_INSET, (self.height() - side) // 2, side, side)
        if self._row.verdict is not None:
            marks.draw_small(at.painter, square, self._row.verdict)
        elif self._row.disc:
            paint.box(at.painter, square, fill=theme.color("plate.fill"), radius=side // 2)
            font = paint.fitting(self._row.disc, "bodyStrong", side - 6, least=10)
            centre = Qt.AlignmentFlag.AlignHCenter
            paint.text(at.painter, square, bidi.code(self._row.disc), font, theme.color("plate.ink"), centre)
        else:
            return _INSET
        return _INSET + side + _GAP

    def _trail(self, at: Placing) -> int:
        """Draw what stands at the end of the row, and return what of it is taken."""
        row, right = self._row, self.width() - _INSET
        if row.verdict is not None:
            square = at(right - 20, (self.height() - 20) // 2, 20, 20)
            icons.draw(at.painter, square, "caret-right", theme.color("ink.secondary"))
            return right - 20 - _GAP
        if row.chip:
            wide = min(chip_width(row.chip, row.tone), (self.width() - 2 * _INSET) * 3 // 5)
            high = theme.size("chip")
            draw_chip(at.painter, at(right - wide, (self.height() - high) // 2, wide, high), row.chip, row.tone)
            return right - wide - _GAP
        if row.number:
            wide = self._columns.number
            place, strong = at(right - wide, 0, wide, self.height()), theme.font("bodyStrong")
            ink = theme.color("ink.primary")
            paint.text(at.painter, place, _number(row), strong, ink, Qt.AlignmentFlag.AlignTrailing)
            return right - wide - _GAP
        return right

    def _bar(self, at: Placing, left: int, right: int) -> None:
        name = self._columns.name
        if self._row.name:
            place = at(left, 0, name, self.height())
            at.text(place, self._row.name, theme.font("body"), theme.color("ink.primary"))
            left += name + _GAP
        high = theme.size("occupancyCard")
        if self._row.bar and right - left > high:
            draw_occupancy(at.painter, at(left, (self.height() - high) // 2, right - left, high), self._row.bar)

    def _texts(self, at: Placing, left: int, right: int) -> None:
        row, width = self._row, right - left
        lines = (theme.line_height("body"), theme.line_height("body") if row.line else 0)
        y = (self.height() - sum(lines)) // 2
        first = theme.font("bodyStrong" if row.verdict is not None else "body")
        name, line, quiet = row.name, row.line, "ink.secondary"
        if row.verdict is not None and paint.PART in name and paint.width_of(name, first) > width:
            # What is wrong with a bus is never left out: it takes the place of the state that the bus is in.
            (name, _, line), quiet = name.partition(paint.PART), "ink.primary"
        at.text(at(left, y, width, lines[0]), name, first, theme.color("ink.primary"))
        if row.line:
            at.text(at(left, y + lines[0], width, lines[1]), line, theme.font("body"), theme.color(quiet))


@dataclass(slots=True)
class _Shown:
    rows: tuple[Row, ...] = ()
    more: Callable[[int], str] = str
    to: Destination = field(default_factory=lambda: Destination(""))


class Rows(QWidget):
    """As many rows as there is room for; the last one says how many more there are, and opens them all."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = _Shown()
        self._buttons: list[RowButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_rows(self, rows: Sequence[Row], more: Callable[[int], str], to: Destination) -> None:
        """Show rows; `more` says how many are left out, which opens `to`."""
        self._shown = _Shown(tuple(rows), more, to)
        self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(120, self._row_height() * max(1, len(self._shown.rows)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._row_height() * min(2, max(1, len(self._shown.rows))))

    def _row_height(self) -> int:
        two = any(each.line for each in self._shown.rows)
        around = theme.lines("body", "body") + 6 if two else theme.line_height("body") + 10
        return max(theme.size("target.min"), around)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        rows, high = self._shown.rows, self._row_height()
        room = max(1, self.height() // high)
        if len(rows) > room:
            left = len(rows) - (room - 1)
            rows = (*rows[: room - 1], Row(self._shown.more(left), self._shown.to))
        while len(self._buttons) < len(rows):
            button = RowButton(self)
            button.opened.connect(self.opened)
            self._buttons.append(button)
        spread = min(high * 3 // 2, self.height() // max(1, len(rows))) if rows else high
        columns = _Columns.of(rows, self.width() - 2 * _INSET)
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(rows))
            if place < len(rows):
                button.setGeometry(0, place * spread, self.width(), spread)
                button.set_row(rows[place], columns)


class RowsCard(Card):
    """A card of rows under a heading; `opened` carries the `Destination` of whatever was clicked."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=1)
        self.body.setSpacing(0)
        self.heading, self.rows, self._empty = Heading(), Rows(), _Empty()
        for part in (self.heading, Line(), self._empty, self.rows):
            self.body.addWidget(part)
        self.heading.opened.connect(self.opened)
        self.rows.opened.connect(self.opened)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_card(self, view: CardView, more: Callable[[int], str]) -> None:
        self.heading.set_title(view.title, view.trailing, view.to)
        self.rows.show_rows(view.rows, more, view.to)
        self.rows.setVisible(bool(view.rows))
        self._empty.say(view.empty if not view.rows else "")


class _Empty(QWidget):
    """What stands where there is no row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""

    def say(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(80, theme.line_height("body") + 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            at = Placing(painter, self.rect())
            place = at(_INSET, 6, self.width() - 2 * _INSET, theme.line_height("body"))
            at.text(place, self._words, theme.font("body"), theme.color("ink.secondary"))
