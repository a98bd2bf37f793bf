"""The window closes with entries that exist nowhere else only once that was said."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checkin_app.domain.sync.status import Reach, SyncStatus
from checkin_app.ui import words_notices
from checkin_app.ui.shell.leaving import AGAIN, READ, Leaving


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.mark.parametrize("reach", Reach)
def test_what_is_only_here_is_said_once_and_closing_again_closes(window: QWidget, reach: Reach) -> None:
    status = SyncStatus(reach, only_here=12, on_stick=4)
    now = [1000.0]
    leaving, told = Leaving(window, lambda: status, bool, lambda: now[0]), list[object]()
    leaving.held.connect(told.append)
    assert not window.close()
    assert (told, window.isVisible()) == ([status], True)
    now[0] += READ
    assert window.close()
    assert told == [status]


def test_who_clicks_twice_or_holds_the_keys_has_read_nothing_and_closes_nothing(window: QWidget) -> None:
    now, status = [1000.0], SyncStatus(Reach.ALONE, only_here=12)
    leaving, told = Leaving(window, lambda: status, bool, lambda: now[0]), list[object]()
    leaving.held.connect(told.append)
    for _ in range(100):
        assert not window.close()
        now[0] += 0.1
    assert told == [status]
    now[0] += READ
    assert window.close()


def test_what_is_saved_meanwhile_holds_nobody_up_and_what_was_said_long_ago_is_said_again(window: QWidget) -> None:
    now, status = [1000.0], [SyncStatus(Reach.ALONE, only_here=12)]
    leaving, told = Leaving(window, lambda: status[0], bool, lambda: now[0]), list[object]()
    leaving.held.connect(told.append)
    assert not window.close()
    now[0] += AGAIN
    assert not window.close()
    assert told == status * 2
    status[0] = SyncStatus(Reach.ALONE, only_here=12, on_stick=12)
    assert window.close()


@pytest.mark.parametrize("reach", Reach)
@pytest.mark.parametrize("saved", [0, 1034])
def test_a_laptop_of_which_all_is_elsewhere_or_on_a_stick_closes_at_once(
    window: QWidget, reach: Reach, saved: int
) -> None:
    status = SyncStatus(reach, only_here=saved, on_stick=saved)
    leaving, told = Leaving(window, lambda: status, bool), list[object]()
    leaving.held.connect(told.append)
    assert window.close()
    assert told == []


def test_what_is_kept_nowhere_keeps_the_window_open_however_often_it_is_closed(window: QWidget) -> None:
    unsaved = [True]
    now, status = [1000.0], SyncStatus(Reach.LIVE, only_here=3)
    leaving, told = Leaving(window, lambda: status, lambda: unsaved[0], lambda: now[0]), list[object]()
    leaving.held.connect(told.append)
    assert not window.close()
    assert not window.close()
    assert told == [], "one thing after the other"
    unsaved[0] = False
    assert not window.close()
    assert told == [status]
    now[0] += READ
    assert window.close()


def test_it_says_how_many_and_where_they_are_saved_on_a_stick(dressed: QApplication) -> None:
    said = words_notices.only_here(12)
    assert "12 entries exist on this laptop alone" in said
    assert "stick" in said
    said = words_notices.only_here(12, 11)
    assert "12 entries are on no other laptop. 1 of them is on no stick either." in said
