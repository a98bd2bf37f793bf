"""How a person in the directory and a row of a list are drawn."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from checkin_app.services.ports import DelegateCard
from checkin_app.ui import theme
from checkin_app.ui.kit import bidi, paint
from checkin_app.ui.kit.rows import Placing, number_width, painting_row
from checkin_app.ui.people.model import CARD_ROLE
from checkin_app.ui.people.plan_rows import VIEW_ROLE, PlanRow

_Index = QModelIndex | QPersistentModelIndex

#: Rows of a list that all others are as high as, and how many lines of remarks such a row has at most.
_MEASURED, _MOST_LINES = 50, 4


class DirectoryDelegate(QStyledItemDelegate):
    """Draws a `DelegateCard`: names, whom they come with, category, number."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, 64)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        card = index.data(CARD_ROLE)
        with painting_row(painter, option) as row:
            if isinstance(card, DelegateCard):
                _draw_card(row, card, option.rect.width())
            else:
                _draw_awaited(row)


def _draw_card(row: Placing, card: DelegateCard, width: int) -> None:
    who, inset = card.delegate, 24
    number = number_width(who.badge_no, width, least=76)
    names = round((width - 2 * inset - number) * 0.46)
    rest = width - 2 * inset - number - names - 16
    ink, quiet, body = theme.color("ink.primary"), theme.color("ink.secondary"), theme.font("body")
    name = paint.fitting(who.name, "nameRow", names, least=14)
    row.text(row(inset, 6, names, 30), who.name or who.latin_name, name, ink)
    row.text(row(inset, 35, names, 22), who.second_name, body, quiet)
    from_ = who.delegation or who.organisation
    second = who.organisation if who.organisation != from_ else ""
    row.text(row(inset + names + 16, 9, rest, 24), from_, body, ink)
    row.text(row(inset + names + 16, 35, rest, 22), second or who.title, body, quiet)
    row.number(row(width - inset - number, 6, number, 30), who.badge_no, ink)


def _draw_awaited(row: Placing) -> None:
    for x, y, width in ((24, 16, 160), (24, 38, 110)):
        paint.box(row.painter, row(x, y, width, 12), fill=theme.color("bg.sunk"), radius=6)


class PlanDelegate(QStyledItemDelegate):
    """Draws a `PlanRow`: the row's number, who it is, what to know, and whether it is taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        self._most = 1

    def set_layout(self, layout: theme.Layout) -> None:
        self._narrow = layout.narrow

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return room for nine in ten of the first rows, for all of them: measuring 100 000 takes minutes."""
        model, width = index.model(), option.rect.width()
        rows = (model.index(place, 0).data(VIEW_ROLE) for place in range(min(_MEASURED, model.rowCount())))
        counts = sorted(len(_lines(row, self._room(width, row)[2])) for row in rows if isinstance(row, PlanRow))
        self._most = min(_MOST_LINES, counts[len(counts) * 9 // 10]) if counts else 1
        return QSize(200, max(66, 24 * self._most + 20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(VIEW_ROLE)
        if isinstance(row, PlanRow):
            with painting_row(painter, option) as at:
                self._draw(at, row, option.rect.width())

    def _room(self, width: int, row: object) -> tuple[int, int, int, int]:
        """Return the widths of number, name, words and answer."""
        number, answer = (56, 132) if self._narrow else (72, 160)
        answer = answer if isinstance(row, PlanRow) and row.answer else 0
        name = round((width - number - answer - 48) * (0.34 if self._narrow else 0.28))
        return number, name, width - number - name - answer - 72, answer

    def _draw(self, at: Placing, row: PlanRow, width: int) -> None:
        number, name, words, answer = self._room(width, row)
        height = at.rect.height()
        ink, quiet, body = theme.color("ink.primary"), theme.color("ink.secondary"), theme.font("body")
        struck = theme.font("body")
        struck.setStrikeOut(row.left_out)
        bold = theme.font("buttonLarge")
        paint.text(at.painter, at(20, 0, number, height), bidi.code(row.number), bold, ink)
        top = (height - (52 if row.second_line else 30)) // 2
        title = paint.fitting(row.name, "nameRow", name, least=14)
        title.setStrikeOut(row.left_out)
        at.text(at(20 + number, top, name, 30), row.name, title, theme.color("ink.hint") if row.left_out else ink)
        if row.second_line:
            at.text(at(20 + number, top + 30, name, 22), row.second_line, body, quiet)
        lines = _fitted(_lines(row, words), self._most)
        top = (height - 24 * len(lines)) // 2
        for index, line in enumerate(lines):
            at.text(at(36 + number + name, top + 24 * index, words, 24), line, struck, ink)
        if answer:
            _draw_answer(at, at(width - answer - 20, (height - 40) // 2, answer, 40), row)


def _draw_answer(at: Placing, place: QRect, row: PlanRow) -> None:
    ink = theme.color("ink.primary")
    fill, line = theme.color("bg.surface"), theme.color("line.control")
    paint.box(at.painter, place, fill=fill, line=line, width=1.25, radius=theme.radius("control"))
    font = paint.fitting(row.answer, "button", place.width() - 16, least=12)
    paint.text(at.painter, place, row.answer, font, ink, Qt.AlignmentFlag.AlignHCenter)


def _lines(row: PlanRow, width: int) -> list[str]:
    """Return the words of a row broken to its width."""
    font = theme.font("body")
    shown = row.lines[:_MOST_LINES]
    lines = [part for line in shown for part in paint.lines_of(line, font, max(80, width), most=3)]
    return [*lines, *row.lines[_MOST_LINES:]]


def _fitted(lines: list[str], most: int) -> list[str]:
    """Return as many lines as a row has room for; the last says that there are more, and the row's tip has them."""
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]} …"]
