"""A person's row on the manifest: what is said beside the name keeps clear of it."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from checkin_app.domain.ids import DelegateId
from checkin_app.ui import theme
from checkin_app.ui.manifest import rows
from checkin_app.ui.manifest.model import ViewModel
from checkin_app.ui.manifest.rows import PersonDelegate, PersonRow


@pytest.mark.parametrize("phone", ["", "+86 139 0000 2073"])
def test_a_chip_ends_where_the_row_does_unless_it_is_said_there_how_to_reach_them(
    dressed: QApplication, monkeypatch: pytest.MonkeyPatch, phone: str
) -> None:
    drawn: list[QRect] = []
    monkeypatch.setattr(rows, "draw_chip", lambda _painter, where, *_what: drawn.append(QRect(where)))
    model: ViewModel[PersonRow] = ViewModel()
    model.show([PersonRow(DelegateId("jonas"), "Jonas Lindqvist", phone=phone, chip="2: boards by scan")])
    delegate = PersonDelegate()
    delegate.set_layout(theme.Layout.COMPACT)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 650, 122)
    canvas = QPixmap(650, 122)
    painter = QPainter(canvas)
    delegate.paint(painter, option, model.index(0))
    painter.end()
    (chip,) = drawn
    assert (chip.x() + chip.width() == 650 - 24) == (not phone)
