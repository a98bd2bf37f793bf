"""A list of any length is laid out without keeping the screen's thread."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QAbstractListModel, QEvent, QPoint, QStringListModel, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.ui.kit.rows_view import PressedView, RowsView

LEFT, BARE, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
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


@pytest.mark.parametrize("kind", [RowsView, PressedView])
def test_the_second_press_of_a_double_click_chooses_no_row_where_the_first_was_elsewhere(
    dressed: QApplication, qtbot: QtBot, kind: Callable[[], PressedView]
) -> None:
    view, model = kind(), QStringListModel(["1-1", "1-2"])
    qtbot.addWidget(view)
    view.setModel(model)
    view.show()
    chosen: list[int] = []
    view.clicked.connect(lambda index: chosen.append(index.row()))
    qtbot.waitUntil(lambda: view.indexAt(view.visualRect(model.index(1)).center()).row() == 1)
    _twice(view, view.visualRect(model.index(1)).center())
    assert chosen == []
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(model.index(1)).center())
    assert chosen == [1]
    view.hide()
    view.show()
    _twice(view, view.visualRect(model.index(1)).center())
    assert chosen == [1]


def _twice(view: PressedView, at: QPoint) -> None:
    """Let the second press of a double click arrive, of which another widget had the first."""
    press = QMouseEvent(QEvent.Type.MouseButtonDblClick, at, view.viewport().mapToGlobal(at), LEFT, LEFT, NONE)
    release = QMouseEvent(QEvent.Type.MouseButtonRelease, at, view.viewport().mapToGlobal(at), LEFT, BARE, NONE)
    for event in (press, release):
        QApplication.sendEvent(view.viewport(), event)
