"""How one person found is drawn in the list, with the letters that fit underlined."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone, chip_width, draw_chip
from checkin_app.ui.kit.rows import Placing, number_width, painting_row

Spans = tuple[tuple[int, int], ...]
"""Start and end of each run of letters that fit, as Python counts characters."""
Fitting = Callable[[str, str], Spans]
"""Which letters of a text fit a question; asked for the rows in sight only, since it costs half a millisecond."""

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

    def spoken(self) -> str:
        return ", ".join(part for part in (self.name, self.latin, self.organisation, self.number, self.chip) if part)


@dataclass(frozen=True, slots=True)
class _Look:
    """One line of text: what, where it fits, how."""

    text: str
    spans: Spans
    token: str
    ink: QColor


def draw_fitting(painter: QPainter, rect: QRect, look: _Look) -> None:
    """Draw one line at the leading edge, bold and underlined where it fits the question, cut with an ellipsis."""
    font = theme.font(look.token)
    direction = painter.layoutDirection()
    # Isolation comes first, so spans move by the marks before the text.
    shown = bidi.leading(look.text, direction)
    ahead = len(shown) - len(look.text) - 1 if look.text else 0
    spans = [(start + ahead, end + ahead) for start, end in look.spans]
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
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0, room))
    if shown == text:
        return text, list(spans)
    kept = len(shown) - 1
    return shown, [(start, min(end, kept)) for start, end in spans if start < kept]


class ResultDelegate(QStyledItemDelegate):
    """Draws a `ResultRow`: names, organisation, number, how the person stands."""

    def __init__(self, fitting: Fitting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fitting = fitting
        self._layout = theme.Layout.REGULAR

    def set_layout(self, layout: theme.Layout) -> None:
        self._layout = layout

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        regular = self._layout is theme.Layout.REGULAR
        return QSize(200, theme.size("row.result") if regular else theme.size("row.result") - 18)

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
        draw = _draw_narrow if self._layout.narrow else _draw_wide
        with painting_row(painter, option) as at:
            draw(at, row, self._underlines(row))


@dataclass(frozen=True, slots=True)
class _Underlines:
    """Where a row answers the question."""

    name: Spans
    latin: Spans
    organisation: Spans


def _draw_wide(at: Placing, row: ResultRow, marked: _Underlines) -> None:
    inset, width, height = 24, at.rect.width(), at.rect.height()
    chip = chip_width(row.chip, row.tone) if row.chip else 0
    trailing = max(chip, 128)
    number = number_width(row.number, width, least=72)
    names = round((width - 2 * inset - trailing - number) * 0.44)
    rest = width - 2 * inset - trailing - number - names - 24
    _names(at, (row, marked), QRect(inset, 0, names, height))
    _place_of_work(at, (row, marked), QRect(inset + names + 12, 0, rest, height))
    at.number(at(width - inset - trailing - number - 12, 0, number, height), row.number, theme.color("ink.primary"))
    _chip(at.painter, at(width - inset - chip, (height - 32) // 2, chip, 32), row)


def _draw_narrow(at: Placing, row: ResultRow, marked: _Underlines) -> None:
    inset, width, height = 18, at.rect.width(), at.rect.height()
    chip = chip_width(row.chip, row.tone) if row.chip else 0
    trailing = max(chip, 112)
    names = round((width - 2 * inset - trailing) * 0.52)
    rest = width - 2 * inset - trailing - names - 20
    _names(at, (row, marked), QRect(inset, 0, names, height))
    _place_of_work(at, (row, marked), QRect(inset + names + 10, 0, rest, height))
    top = (height - 32 - 24) // 2
    at.number(at(width - inset - trailing, top, trailing, 24), row.number, theme.color("ink.primary"))
    _chip(at.painter, at(width - inset - chip, top + 26, chip, 32), row)


def _names(at: Placing, shown: tuple[ResultRow, _Underlines], part: QRect) -> None:
    row, marked = shown
    first, second = 42, 26 if row.latin else 0
    top = (part.height() - first - second) // 2
    ink, quiet = theme.color("ink.primary"), theme.color("ink.primary")
    name = at(part.left(), top, part.width(), first)
    draw_fitting(at.painter, name, _Look(row.name, marked.name, "heading", ink))
    if row.latin:
        latin = at(part.left(), top + first, part.width(), second)
        draw_fitting(at.painter, latin, _Look(row.latin, marked.latin, "bodyLarge", quiet))


def _place_of_work(at: Placing, shown: tuple[ResultRow, _Underlines], part: QRect) -> None:
    row, marked = shown
    top = (part.height() - 50) // 2
    first = at(part.left(), top, part.width(), 26)
    look = _Look(row.organisation, marked.organisation, "bodyLarge", theme.color("ink.primary"))
    draw_fitting(at.painter, first, look)
    second = at(part.left(), top + 26, part.width(), 24)
    draw_fitting(at.painter, second, _Look(row.line, (), "body", theme.color("ink.secondary")))


def _chip(painter: QPainter, rect: QRect, row: ResultRow) -> None:
    if row.chip:
        draw_chip(painter, rect, row.chip, row.tone)
