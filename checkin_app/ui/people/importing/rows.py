"""How a row of a list on its way in is drawn."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit import bidi, icons, paint
from checkin_app.ui.kit.rows import Placing, painting_row

_Index = QModelIndex | QPersistentModelIndex
#: The role under which the model hands out a `PlanRow`.
VIEW_ROLE = Qt.ItemDataRole.UserRole + 1

#: Rows of a list that all others are as high as, and how many lines of remarks such a row has at most.
_MEASURED, _MOST_LINES = 30, 4
_MORE = " …"


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row of a list, already in words."""

    number: str
    name: str = ""
    second_line: str = ""
    lines: tuple[str, ...] = ()
    answer: str = ""
    """What a click does to this row, or empty where nothing can be done."""
    left_out: bool = False
    answered: bool = False
    """The answer was given: it is shown, and no longer offered."""
    wide: bool = False
    """No name: its lines take the whole width, and the last of them is a quiet one."""

    def spoken(self) -> str:
        return ", ".join(part for part in (self.number, self.name, *self.lines) if part)

    def whole(self) -> str:
        """Return every line, also those that the row has no room for."""
        return "\n".join(self.lines)


class PlanDelegate(QStyledItemDelegate):
    """Draws a `PlanRow`: the row's number, who it is, what to know, and whether it is taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow, self._at_most = False, _MOST_LINES
        self._most = 1

    def set_layout(self, layout: theme.Layout) -> None:
        larger = theme.text_size() > 115
        self._narrow, self._at_most = layout.narrow, (2 if larger else 3) if layout.low else _MOST_LINES

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return room for nine in ten of the first rows, for all of them: measuring 100 000 takes minutes."""
        model, width = index.model(), option.rect.width()
        rows = [model.index(place, 0).data(VIEW_ROLE) for place in range(min(_MEASURED, model.rowCount()))]
        counts = sorted(len(_lines(row, self._room(width, row)[2])) for row in rows if isinstance(row, PlanRow))
        self._most = min(self._at_most, counts[len(counts) * 9 // 10]) if counts else 1
        scarce = self._at_most == 2
        groups = all(isinstance(row, PlanRow) and row.wide for row in rows)
        named = 0 if scarce and groups else theme.lines("nameRow", "body") + 14
        return QSize(200, max(named, _line() * self._most + (6 if scarce and groups else 12 if scarce else 20)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(VIEW_ROLE)
        if isinstance(row, PlanRow):
            with painting_row(painter, option) as at:
                self._draw(at, row, option.rect.width())

    def _room(self, width: int, row: object) -> tuple[int, int, int, int]:
        """Return the widths of number, name, words and answer."""
        number, answer = (56, 132) if self._narrow else (72, 160)
        number = max(number, paint.width_of("00000", theme.font("buttonLarge")) + 6)
        offered = row.answer if isinstance(row, PlanRow) else ""
        answer = max(answer, paint.width_of(offered, theme.font("button")) + 24) if offered else 0
        if isinstance(row, PlanRow) and row.wide:
            return number, 0, width - number - answer - 56, answer
        name = round((width - number - answer - 48) * (0.34 if self._narrow else 0.28))
        return number, name, width - number - name - answer - 72, answer

    def answer_place(self, rect: QRect, direction: Qt.LayoutDirection) -> QRect:
        """Return where in a row stands what it offers."""
        wide = self._room(rect.width(), PlanRow("", answer="…"))[3] + 40
        return QStyle.visualRect(direction, rect, QRect(rect.right() - wide, rect.top(), wide, rect.height()))

    def _draw(self, at: Placing, row: PlanRow, width: int) -> None:
        number, name, words, answer = self._room(width, row)
        height = at.rect.height()
        ink, quiet, body = theme.color("ink.primary"), theme.color("ink.secondary"), theme.font("body")
        struck = theme.font("body")
        struck.setStrikeOut(row.left_out)
        bold = theme.font("buttonLarge")
        paint.text(at.painter, at(20, 0, number, height), bidi.code(row.number), bold, ink)
        first, second = theme.line_height("nameRow"), theme.line_height("body")
        top = (height - first - (second if row.second_line else 0)) // 2
        if row.name:
            title = paint.fitting(row.name, "nameRow", name, least=theme.grown(16))
            title.setStrikeOut(row.left_out)
            who = theme.color("ink.hint") if row.left_out else ink
            at.text(at(20 + number, top, name, first), row.name, title, who)
        if row.second_line:
            at.text(at(20 + number, top + first, name, second), row.second_line, body, quiet)
        lines = _of_group(row, self._most, words) if row.wide else _fitted(_lines(row, words), self._most, words)
        top = (height - _line() * len(lines)) // 2
        start = 20 + number + name + (0 if row.wide else 16)
        for index, line in enumerate(lines):
            last = row.wide and 0 < index == len(lines) - 1 and line == row.lines[-1]
            at.text(at(start, top + _line() * index, words, _line()), line, struck, quiet if last else ink)
        if answer:
            _draw_answer(at, at(width - answer - 20, (height - 40) // 2, answer, 40), row)


def _draw_answer(at: Placing, place: QRect, row: PlanRow) -> None:
    ink = theme.color("ink.primary")
    if row.answered:
        side = 18
        icons.draw(
            at.painter, QStyle.visualRect(at.painter.layoutDirection(), place, _start_of(place, side)), "check", ink
        )
        words = QStyle.visualRect(at.painter.layoutDirection(), place, place.adjusted(side + 6, 0, 0, 0))
        at.text(words, row.answer, theme.font("button"), ink)
        return
    fill, line = theme.color("bg.surface"), theme.color("line.control")
    paint.box(at.painter, place, fill=fill, line=line, width=1.25, radius=theme.radius("control"))
    paint.text(at.painter, place, row.answer, theme.font("button"), ink, Qt.AlignmentFlag.AlignHCenter)


def _start_of(place: QRect, side: int) -> QRect:
    return QRect(place.left(), place.top() + (place.height() - side) // 2, side, side)


def _of_group(row: PlanRow, most: int, width: int) -> list[str]:
    """Return the sentence broken to its width and the quiet line under it, which gives way where there is no room."""
    sentence, quiet = row.lines
    said = paint.lines_of(sentence, theme.font("body"), max(80, width), most=3)
    return [*said, *_fitted([quiet], 1, width)] if len(said) < most else _fitted(said, most, width)


def _line() -> int:
    return theme.line_height("body") + 2


def _lines(row: PlanRow, width: int) -> list[str]:
    """Return the words of a row broken to its width."""
    font = theme.font("body")
    shown = row.lines[:_MOST_LINES]
    lines = [part for line in shown for part in paint.lines_of(line, font, max(80, width), most=3)]
    return [*lines, *row.lines[_MOST_LINES:]]


def _fitted(lines: list[str], most: int, width: int) -> list[str]:
    """Return as many lines as a row has room for; the last says that there are more, and the row's tip has them."""
    if len(lines) <= most:
        return lines
    last, font = lines[most - 1], theme.font("body")
    while last and paint.width_of(f"{last}{_MORE}", font) > width:
        whole_words = last.rpartition(" ")[0]
        # Scripts without blanks are cut at a letter.
        last = whole_words if 3 * len(whole_words) > 2 * len(last) else last[:-1]
    return [*lines[: most - 1], f"{last}{_MORE}"]
