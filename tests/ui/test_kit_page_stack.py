"""A word that changes on the page in sight costs the pages out of sight nothing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.page_stack import PageStack


class _Page(QWidget):
    """Words that wrap, as every screen has them; counts how often it is asked how large they are."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0
        self.word, column = Label("one", "body", wrap=True), QVBoxLayout(self)
        column.addWidget(self.word)

    def minimumSizeHint(self) -> QSize:
        self.asked += 1
        return super().minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        self.asked += 1
        return super().heightForWidth(width)


def _settle(application: QApplication) -> None:
    """Let a layout tell the one around it, and so on: each does so a turn later."""
    for _ in range(5):
        application.processEvents()


@pytest.fixture
def pages(dressed: QApplication, qtbot: QtBot) -> Iterator[PageStack]:
    window, stack = QWidget(), PageStack()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(Label("above", "body"))
    column.addWidget(stack, 1)
    for _ in range(3):
        stack.addWidget(_Page())
    window.resize(600, 400)
    window.show()
    _settle(dressed)
    yield stack  # the window is there as long as this is not gone on with


def test_no_page_out_of_sight_is_asked_for_its_size_when_a_word_changes(
    dressed: QApplication, pages: PageStack
) -> None:
    each = [page for page in (pages.widget(place) for place in range(3)) if isinstance(page, _Page)]
    before = [page.asked for page in each]
    each[0].word.setText("another, which is a good deal longer")
    _settle(dressed)
    assert [page.asked for page in each][1:] == before[1:]
    assert each[0].word.width() >= each[0].word.sizeHint().width(), "the page in sight is laid out"


def test_a_page_has_all_the_room_of_the_stack_once_it_is_in_sight(dressed: QApplication, pages: PageStack) -> None:
    for place in (0, 2):
        pages.setCurrentIndex(place)
        _settle(dressed)
        assert pages.currentWidget().size() == pages.size()
        assert pages.height() > 300


def test_a_page_that_wants_more_than_there_is_makes_no_window_larger(dressed: QApplication, pages: PageStack) -> None:
    for place in (0, 1):
        pages.widget(place).setMinimumSize(2000, 2000)
    _settle(dressed)
    assert pages.window().size() == QSize(600, 400)
