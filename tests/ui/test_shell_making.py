"""Screens are made while the window is in use: nothing of that is seen, and the keys go on coming."""

from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import pytest
from layout_stage import PLACE, answers, made_screens
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checkin_app.bootstrap.screens import entries
from checkin_app.ui.shell.navigation import RAIL_WORDS, Making
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


class _Parts:
    """Makes a screen in two parts and remembers how far it is."""

    def __init__(self) -> None:
        self.steps: list[str] = []

    def make(self) -> Making:
        self.steps.append("first")
        yield
        self.steps.append("second")
        return Screen()


@pytest.fixture
def parts() -> _Parts:
    return _Parts()


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot, remembering: Any, parts: _Parts) -> MainWindow:
    entries = [Entry("home", Screen, "scan"), Entry("large", parts.make), Entry("small", Screen)]
    made = MainWindow(remembering.actions, PLACE, entries, home="home")
    qtbot.addWidget(made)
    return made


def test_a_large_screen_is_made_a_part_at_a_time_and_takes_its_place_last(window: MainWindow, parts: _Parts) -> None:
    navigation, seen = window.navigation, []
    made: list[object] = []
    navigation.made.connect(made.append)
    while navigation.make_next():
        seen.append((len(parts.steps), len(made)))
    assert parts.steps == ["first", "second"]
    steps = [(after[0] - before[0], after[1] - before[1]) for before, after in pairwise([(0, 0), *seen])]
    assert all(sum(each) <= 1 for each in steps), "one turn does no more than one of these"
    assert made == [navigation.screen("large"), navigation.screen("small")] == [*navigation][1:]


def test_a_screen_that_is_opened_while_it_is_in_the_making_is_made_to_its_end_at_once(
    window: MainWindow, parts: _Parts
) -> None:
    while parts.steps != ["first"]:
        window.navigation.make_next()
    assert len([*window.navigation]) == 1, "what is in the making is told nothing"
    window.go_to(Destination("large"))
    assert window.navigation.in_sight is window.navigation.screen("large")
    while window.navigation.make_next():
        pass
    assert parts.steps == ["first", "second"]
