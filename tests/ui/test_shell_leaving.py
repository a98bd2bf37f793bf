"""The window closes with entries that exist nowhere else only once that was said."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checkin_app.domain.sync.status import Reach, SyncStatus
from checkin_app.ui import words_notices
from checkin_app.ui.shell.leaving import Leaving


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.mark.parametrize("reach", [Reach.LIVE, Reach.APART, Reach.AWAY, Reach.HUB, Reach.WAITING])
def test_what_is_only_here_is_said_once_and_closing_again_closes(window: QWidget, reach: Reach) -> None:
    leaving, told = Leaving(window, lambda: SyncStatus(reach, only_here=12), bool), list[object]()
    leaving.held.connect(told.append)
    assert not window.close()
    assert (told, window.isVisible()) == ([12], True)
    assert window.close()
    assert told == [12]


@pytest.mark.parametrize("status", [SyncStatus(only_here=1034), SyncStatus(Reach.LIVE), SyncStatus(Reach.AWAY)])
def test_a_laptop_that_is_alone_or_has_shared_all_closes_at_once(window: QWidget, status: SyncStatus) -> None:
    leaving, told = Leaving(window, lambda: status, bool), list[object]()
    leaving.held.connect(told.append)
    assert window.close()
    assert told == []


def test_what_is_kept_nowhere_keeps_the_window_open_however_often_it_is_closed(window: QWidget) -> None:
    unsaved = [True]
    leaving, told = Leaving(window, lambda: SyncStatus(Reach.LIVE, only_here=3), lambda: unsaved[0]), list[object]()
    leaving.held.connect(told.append)
    assert not window.close()
    assert not window.close()
    assert told == [], "one thing after the other"
    unsaved[0] = False
    assert not window.close()
    assert told == [3]
    assert window.close()


def test_it_says_how_many_and_where_they_are_saved_on_a_stick(dressed: QApplication) -> None:
    said = words_notices.only_here(12)
    assert "12 entries exist on this laptop alone" in said
    assert "stick" in said
