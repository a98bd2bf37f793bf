"""How one person found is drawn in the list, with the letters that fit underlined."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit import bidi, paint
from checkin_app.ui.kit.chips import ChipTone, chip_width, draw_chip
from checkin_app.ui.kit.drawable import drawable_spans
from checkin_app.ui.kit.rows import Placing, number_width, painting_row, width_in

Spans = tuple[tuple[int, int], ...]
"""Start and end of each run of letters that fit, as Python counts characters."""
Fitting = Callable[[str, str], Spans]
"""Which letters of a text fit a question; asked for the rows in sight only, since it costs half a millisecond."""

_ELLIPSIS = "…"
#: A row narrower than this, in pixels at the usual size of text, shows one thing under the other.
_STACKED_BELOW = 520

#: The role under which the model hands a `ResultRow` to the delegate.
RESULT_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One person found, already in words."""

    name: str
    latin: str = ""
    organisation: str = ""
    query: str = ""
    """What was asked: its letters are underlined."""
    line: str = ""
    number: str = ""
    chip: str = ""
    tone: ChipTone = ChipTone.QUIET
    alike: bool = False
    """Somebody else is called alike, which `line` then begins with."""

    def spoken(self) -> str:
        return ", ".join(part for part in (self.name, self.latin, self.organisation, self.number, self.chip) if part)


@dataclass(frozen=True, slots=True)
class _Look:
    """One line of text: what, where it fits, how."""

    text: str
    spans: Spans
    token: str
    ink: QColor
    least: int = 0
    """Pixels to which its letters may shrink before it is cut; 0 where they may not."""

    def font(self, width: int) -> QFont:
        if not self.least:
            return theme.font(self.token)
        return paint.fitting(self.text, self.token, width, least=theme.grown(self.least))


def draw_fitting(painter: QPainter, rect: QRect, look: _Look) -> None:
    """Draw one line at the leading edge, bold and underlined where it fits the question, cut with an ellipsis."""
    font = look.font(rect.width())
    direction = painter.layoutDirection()
    # Isolation comes first, so spans move by the marks before the text.
    text, spans_in_text = drawable_spans(look.text, look.spans)
    shown = bidi.leading(text, direction)
    ahead = len(shown) - len(text) - 1 if text else 0
    spans = [(start + ahead, end + ahead) for start, end in spans_in_text]
    shown, spans = _elided(shown, spans, font, rect.width())
    layout = QTextLayout(shown, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeading)
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats([_underlined(shown, span) for span in spans])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(rect.width())
    layout.endLayout()
    painter.setPen(look.ink)
    # A line that is not wrapped is not aligned either.
    mirrored = direction == Qt.LayoutDirection.RightToLeft
    start = rect.right() + 1 - line.naturalTextWidth() if mirrored else rect.left()
    layout.draw(painter, QPointF(start - line.x(), rect.top() + (rect.height() - line.height()) / 2))


def _underlined(text: str, span: tuple[int, int]) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    marked.start = _utf16(text[: span[0]])
    marked.length = _utf16(text[span[0] : span[1]])
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    marked.format = look
    return marked


def _utf16(text: str) -> int:
    """Return how many of Qt's characters a text takes: rare Han letters take two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _elided(text: str, spans: Sequence[tuple[int, int]], font: QFont, width: int) -> tuple[str, list[tuple[int, int]]]:
    # Bold letters are wider than what the metrics of the plain font say.
    room = width - 2 * len(spans)
    shown = paint.shortened(text, font, room)
    if shown == text:
        return text, list(spans)
    kept = len(shown) - (_ELLIPSIS in shown[-1:])
    return shown, [(start, min(end, kept)) for start, end in spans if start < kept]


class ResultDelegate(QStyledItemDelegate):
    """Draws a `ResultRow`: names, organisation, number, how the person stands."""

    def __init__(self, fitting: Fitting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fitting = fitting
        self._layout = theme.Layout.REGULAR

    def set_layout(self, layout: theme.Layout) -> None:
        self._layout = layout

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        if self._stacks(width_in(option)):
            if self._layout.low:
                return QSize(200, _dense_name_line() + theme.size("chip") + 9)
            return QSize(200, _name_line() + theme.lines("bodyLarge") + theme.size("chip") + 16)
        names = _name_line() + theme.lines("bodyLarge")
        return QSize(200, max(names, theme.lines("bodyLarge", "body")) + self._layout.of(28, 10, 10))

    def _stacks(self, width: int) -> bool:
        return self._layout.narrow and width * 100 < _STACKED_BELOW * theme.text_size()

    def _underlines(self, row: ResultRow) -> "_Underlines":
        name, latin = self._fitting(row.name, row.query), self._fitting(row.latin, row.query)
        # An organisation is why somebody was found only where the name is not.
        organisation = () if name or latin else self._fitting(row.organisation, row.query)
        return _Underlines(name, latin, organisation)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(RESULT_ROLE)
        if not isinstance(row, ResultRow):
            return
        stacked = _draw_dense if self._layout.low else _draw_stacked
        narrow = stacked if self._stacks(width_in(option)) else _draw_narrow
        draw = narrow if self._layout.narrow else _draw_wide
        with painting_row(painter, option) as at:
            draw(at, row, self._underlines(row))


@dataclass(frozen=True, slots=True)
class _Underlines:
    """Where a row answers the question."""

    name: Spans
    latin: Spans
    organisation: Spans


def _name_line() -> int:
    """Return the pixels that a name takes: those of the tallest script."""
    return round(theme.line_height("heading") * 1.3)


def _draw_wide(at: Placing, row: ResultRow, marked: _Underlines) -> None:
    inset, width, height = 24, at.rect.width(), at.rect.height()
    chip = chip_width(row.chip, row.tone) if row.chip else 0
    trailing, number = max(chip, 128), number_width(row.number, width, least=72)
    names = round((width - 2 * inset - trailing - number) * 0.44)
    rest = width - 2 * inset - trailing - number - names - 24
    _names(at, (row, marked), QRect(inset, 0, names, height))
    _place_of_work(at, (row, marked), QRect(inset + names + 12, 0, rest, height))
    at.number(at(width - inset - trailing - number - 12, 0, number, height), row.number, theme.color("ink.primary"))
    _chip(at, width - inset - chip, (height - theme.size("chip")) // 2, row)


def _draw_narrow(at: Placing, row: ResultRow, marked: _Underlines) -> None:
    inset, width, height = 18, at.rect.width(), at.rect.height()
    chip = chip_width(row.chip, row.tone) if row.chip else 0
    trailing = max(chip, 112, number_width(row.number, width, least=72))
    names = round((width - 2 * inset - trailing) * 0.52)
    rest = width - 2 * inset - trailing - names - 20
    _names(at, (row, marked), QRect(inset, 0, names, height))
    _place_of_work(at, (row, marked), QRect(inset + names + 10, 0, rest, height))
    line = theme.line_height("buttonLarge")
    top = (height - theme.size("chip") - line) // 2
    at.number(at(width - inset - trailing, top, trailing, line), row.number, theme.color("ink.primary"))
    _chip(at, width - inset - chip, top + line, row)


def _dense_name_line() -> int:
    return round(theme.line_height("heading") * 1.1)


def _draw_name_and_number(at: Placing, row: ResultRow, marked: _Underlines, line: tuple[int, int]) -> None:
    (top, name), inset, width = line, 18, at.rect.width()
    room, number = width - 2 * inset, number_width(row.number, width, least=60)
    ink = theme.color("ink.primary")
    look = _Look(row.name, marked.name, "heading", ink, least=18)
    draw_fitting(at.painter, at(inset, top, room - number - 12, name), look)
    at.number(at(inset + room - number, top, number, name), row.number, ink)


def _draw_dense(at: Placing, row: ResultRow, marked: _Underlines) -> None:
    """Draw the name with its number, then how they stand with whom they come with: the person chosen has the rest."""
    _draw_name_and_number(at, row, marked, (3, _dense_name_line()))
    inset, top, high = 18, 4 + _dense_name_line(), theme.size("chip")
    chip = chip_width(row.chip, row.tone) + 12 if row.chip else 0
    _chip(at, inset, top, row)
    rest = at(inset + chip, top, at.rect.width() - 2 * inset - chip, high)
    if row.alike:
        at.text(rest, row.line, theme.font("body"), theme.color("ink.secondary"))
    else:
        second, spans = (row.latin, marked.latin) if row.latin else (row.organisation, marked.organisation)
        draw_fitting(at.painter, rest, _Look(second, spans, "body", theme.color("ink.primary")))


def _draw_stacked(at: Placing, row: ResultRow, marked: _Underlines) -> None:
    """Draw the name with its number, whom they come with, and how they stand: each on a line of its own."""
    inset, room, name = 18, at.rect.width() - 36, _name_line()
    _draw_name_and_number(at, row, marked, (6, name))
    ink, line = theme.color("ink.primary"), theme.line_height("bodyLarge")
    second, spans = (row.latin, marked.latin) if row.latin else (row.organisation, marked.organisation)
    draw_fitting(at.painter, at(inset, 6 + name, room, line), _Look(second, spans, "bodyLarge", ink))
    chip = chip_width(row.chip, row.tone) + 12 if row.chip else 0
    _chip(at, inset, 8 + name + line, row)
    rest = at(inset + chip, 8 + name + line, room - chip, theme.size("chip"))
    at.text(rest, row.line, theme.font("body"), theme.color("ink.secondary"))


def _names(at: Placing, shown: tuple[ResultRow, _Underlines], part: QRect) -> None:
    row, marked = shown
    first, second = _name_line(), theme.line_height("bodyLarge") if row.latin else 0
    top = (part.height() - first - second) // 2
    ink = theme.color("ink.primary")
    name = at(part.left(), top, part.width(), first)
    draw_fitting(at.painter, name, _Look(row.name, marked.name, "heading", ink, least=18))
    if row.latin:
        latin = at(part.left(), top + first, part.width(), second)
        draw_fitting(at.painter, latin, _Look(row.latin, marked.latin, "bodyLarge", ink))


def _place_of_work(at: Placing, shown: tuple[ResultRow, _Underlines], part: QRect) -> None:
    row, marked = shown
    quiet, line = theme.color("ink.secondary"), theme.line_height("bodyLarge")
    rest = [row.line] if row.line else []
    if paint.shortened(row.line, theme.font("body"), part.width()).endswith(_ELLIPSIS):
        # Even its first part is too long for one line.
        rest = paint.lines_of(row.line.partition(paint.PART)[0], theme.font("body"), part.width(), most=2)
    less = theme.line_height("body")
    top = (part.height() - line - less * len(rest)) // 2
    look = _Look(row.organisation, marked.organisation, "bodyLarge", theme.color("ink.primary"))
    draw_fitting(at.painter, at(part.left(), top, part.width(), line), look)
    for place, each in enumerate(rest):
        where = at(part.left(), top + line + place * less, part.width(), less)
        draw_fitting(at.painter, where, _Look(each, (), "body", quiet))


def _chip(at: Placing, x: int, y: int, row: ResultRow) -> None:
    if row.chip:
        place = at(x, y, chip_width(row.chip, row.tone), theme.size("chip"))
        draw_chip(at.painter, place, row.chip, row.tone)
