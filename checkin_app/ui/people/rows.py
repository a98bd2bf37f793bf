"""How a person in the directory is drawn."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from checkin_app.services.ports.people import DelegateCard
from checkin_app.ui import theme
from checkin_app.ui.kit import paint
from checkin_app.ui.kit.rows import Placing, number_width, painting_row

_Index = QModelIndex | QPersistentModelIndex
#: The role under which the model hands out a `DelegateCard`, or None while it is on its way.
CARD_ROLE = Qt.ItemDataRole.UserRole + 1
#: A row of the directory narrower than this, in pixels at the usual size of text, shows one thing under the other.
_STACKED_BELOW = 430


class DirectoryDelegate(QStyledItemDelegate):
    """Draws a `DelegateCard`: names, whom they come with, category, number."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, theme.lines("nameRow", "body") + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        card = index.data(CARD_ROLE)
        with painting_row(painter, option) as row:
            if isinstance(card, DelegateCard):
                _draw_card(row, card, option.rect.width())
            else:
                _draw_awaited(row)


def _draw_card(row: Placing, card: DelegateCard, width: int) -> None:
    who, inset = card.delegate, 24
    body, number = theme.font("body"), number_width(who.badge_no, width, least=76)
    first, second = theme.line_height("nameRow"), theme.line_height("body")
    room = width - 2 * inset - number
    # With little room a person is a name and whom they come with, one under the other.
    stacks = room * 100 < _STACKED_BELOW * theme.text_size()
    names = room if stacks else round(room * 0.46)
    ink, quiet = theme.color("ink.primary"), theme.color("ink.secondary")
    name, from_ = who.name or who.latin_name, who.delegation or who.organisation
    font = paint.fitting(name, "nameRow", names, least=theme.grown(16))
    row.text(row(inset, 6, names, first), name, font, ink)
    row.text(
        row(inset, 5 + first, names, second), (who.second_name or from_) if stacks else who.second_name, body, quiet
    )
    if not stacks:
        x, rest = inset + names + 16, room - names - 16
        other = who.organisation if who.organisation != from_ else ""
        row.text(row(x, 9, rest, second), from_, body, ink)
        row.text(row(x, 5 + first, rest, second), other or who.title, body, quiet)
    row.number(row(width - inset - number, 6, number, first), who.badge_no, ink)


def _draw_awaited(row: Placing) -> None:
    for x, y, width in ((24, 16, 160), (24, 38, 110)):
        paint.box(row.painter, row(x, y, width, 12), fill=theme.color("bg.sunk"), radius=6)
