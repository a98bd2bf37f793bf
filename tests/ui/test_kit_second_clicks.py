"""Who clicks twice means what was there at the first click."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from checkin_app.ui.kit.buttons import Button
from checkin_app.ui.kit.second_clicks import SecondClicks

HERE = QPoint(200, 20)


class Pages(QWidget):
    """A button in the same place on each of two pages, the first of which leads to the second."""

    def __init__(self) -> None:
        super().__init__()
        self.pages = QStackedLayout(self)
        self.heard: list[str] = []
        self.buttons = [Button("Plan the buses"), Button("Take everybody off")]
        for button in self.buttons:
            page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(button)
            self.pages.addWidget(page)
            button.clicked.connect(lambda *_, button=button: self.heard.append(button.text()))
        self.clicks = SecondClicks(self)


@pytest.fixture
def pages(dressed: QApplication, qtbot: QtBot) -> Iterator[Pages]:
    made = Pages()
    qtbot.addWidget(made)
    made.resize(400, 60)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    yield made


def click_twice(window: QWidget, at: QPoint = HERE) -> None:
    handle = window.windowHandle()
    assert handle is not None
    QTest.mouseDClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def click(window: QWidget, at: QPoint = HERE) -> None:
    handle = window.windowHandle()
    assert handle is not None
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_the_second_click_does_not_fall_on_what_the_first_one_brought(pages: Pages) -> None:
    pages.buttons[0].clicked.connect(lambda: pages.pages.setCurrentIndex(1))

    click_twice(pages)
    assert pages.heard == ["Plan the buses"]
    click(pages)
    assert pages.heard == ["Plan the buses", "Take everybody off"], "a click of its own, after a while"


def test_a_button_that_undoes_by_now_what_it_did_is_another_one(pages: Pages) -> None:
    lock = pages.buttons[0]
    lock.setText("Lock bus 1-1")
    lock.clicked.connect(lambda: lock.setText("Unlock bus 1-1"))

    click_twice(pages)

    assert pages.heard == ["Lock bus 1-1"]


def test_a_key_of_a_pad_that_is_pressed_twice_is_two_digits(pages: Pages) -> None:
    click_twice(pages)

    assert pages.heard == ["Plan the buses"] * 2


def test_clicks_in_two_places_are_two(pages: Pages) -> None:
    pages.buttons[0].clicked.connect(lambda: pages.pages.setCurrentIndex(1))

    click(pages)
    click(pages, HERE + QPoint(40, 0))

    assert pages.heard == ["Plan the buses", "Take everybody off"]
