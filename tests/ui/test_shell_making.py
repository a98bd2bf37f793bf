"""Screens are made while the window is in use: nothing of that is seen, and the keys go on coming."""

from pathlib import Path
from typing import Any, cast

import pytest
from layout_stage import PLACE, answers, made_screens
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checkin_app.bootstrap.screens import entries
from checkin_app.ui.shell.navigation import RAIL_WORDS
from checkin_app.ui.shell.screen import Destination, Screen
from checkin_app.ui.shell.window import Entry, MainWindow

KEYS = (
    "overview", "desk", "board", "manifest", "badges", "people", "inbox", "settings", "find", "walk_in", "record", "checkpoint", "fleet", "head_count", "operators",
    "programme", "swap", "bus_day", "route_stops", "fleet_list", "reseating", "emergency", "laptops", "printers", "templates", "badge_run",
    "door",
)  # fmt: skip


def test_the_rail_has_words_for_each_of_its_screens_and_for_no_other() -> None:
    made = entries(*cast(Any, [None] * 4))
    assert {each.key for each in made if each.icon} == RAIL_WORDS.keys()


class _Shown(QObject):
    """Remembers each widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("key", KEYS)
def test_making_a_screen_opens_no_window_and_takes_no_key_away(
    dressed: QApplication, qtbot: QtBot, remembering: Any, tmp_path: Path, key: str
) -> None:
    remembering.replies |= answers()
    make = made_screens(remembering.actions, lambda: 0, tmp_path)[key]
    window = MainWindow(remembering.actions, PLACE, [Entry("home", Screen, "scan"), Entry(key, make)], home="home")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    shown = _Shown()
    dressed.installEventFilter(shown)
    window.go_to(Destination(key))
    dressed.removeEventFilter(shown)
    assert shown.windows == []
    assert window.isActiveWindow()
    window.close()


def test_every_screen_there_is_is_tried(remembering: Any, tmp_path: Path) -> None:
    assert set(made_screens(remembering.actions, lambda: 0, tmp_path)) == set(KEYS)
