"""A list of any length is laid out without keeping the screen's thread."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.ui.kit.rows_view import RowsView

ROWS = 20_000
#: Each is a wait for the interpreter's lock, half a millisecond and more, if another thread works.
MOST_QUESTIONS = 1300


class Counting(QAbstractListModel):
    """Rows that count how often Qt asks for them."""

    asked = 0

    def rowCount(self, _parent: Any = None) -> int:
        self.asked += 1
        return ROWS

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return str(index.row()) if role == Qt.ItemDataRole.DisplayRole else None


def test_no_turn_of_the_event_loop_asks_for_many_rows(dressed: QApplication, qtbot: QtBot) -> None:
    view, model = RowsView(), Counting()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.setModel(model)
    view.show()
    last = model.index(ROWS - 1)
    asked: list[int] = []
    view.scrollTo(last)
    while view.visualRect(last).isEmpty():
        before = model.asked
        QApplication.processEvents()
        asked.append(model.asked - before)
    assert max(asked) <= MOST_QUESTIONS
    assert len(asked) >= ROWS // MOST_QUESTIONS
    assert view.viewport().rect().intersects(view.visualRect(last))
