"""Every screen in every state is whole from 1024×600 up: nothing is outside, cut, or upon another."""

import importlib
import pkgutil
from pathlib import Path
from typing import Any

import pytest
from layout_rules import faults
from layout_scenes import CATALOGUE
from layout_stage import MORNING, answers, made_screens, staged
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import checkin_app.ui
from checkin_app.services.kept_out import KeptOut
from checkin_app.ui import theme, words
from checkin_app.ui.shell.health import ScannerState, Watched
from checkin_app.ui.shell.screen import Screen

SIZES = [(1024, 600), (1024, 768), (1366, 768), (1920, 1080)]
#: Width, height and size of text.
ROOMS = [(*size, 100) for size in SIZES]


def room_name(room: Any) -> str:
    return f"{room[0]}x{room[1]}-at-{room[2]}"


@pytest.mark.parametrize("room", ROOMS, ids=room_name)
@pytest.mark.parametrize("language", list(words.LANGUAGES))
@pytest.mark.parametrize("key", list(CATALOGUE))
def test_every_screen_is_whole_in_every_state(  # noqa: PLR0917 - fixtures
    dressed: QApplication, qtbot: QtBot, remembering: Any, tmp_path: Path, key: str, language: str, room: Any
) -> None:
    words.speak(language)
    theme.use(theme.ThemeName.LIGHT, room[2])
    stage = staged(key, remembering, QSize(*room[:2]), tmp_path)
    qtbot.addWidget(stage.window)
    wrong = []
    for name, play in CATALOGUE[key]():
        stage.replies.clear()
        stage.replies |= answers()
        play(stage)
        stage.settle()
        wrong += [f"{name}: {fault}" for fault in faults(stage.window)]
    stage.window.close()
    assert not wrong, "\n".join(wrong)


#: Everything amiss at once, with the longest words.
AMISS = Watched(
    scanner=ScannerState.UNPLUGGED, printer="Brother QL-820NWB registration hall A", printer_trouble="It is not there",
    waiting=214, others=3, only_here=15228, clock_flagged=True, unread=1034, rehearsal=True, missing=128,
    kept_out=KeptOut(set_aside=1034),
)  # fmt: skip
SAID = (
    "Scanner not heard: Another window is in front and takes what the scanner types. Click here. Settings were "
    "passed over: the entry printers expected a name and a target for each printer, found [[printers]] without any."
)


@pytest.mark.parametrize("room", ROOMS, ids=room_name)
@pytest.mark.parametrize("language", list(words.LANGUAGES))
@pytest.mark.parametrize("key", list(CATALOGUE))
def test_what_is_said_amiss_or_explained_is_whole_and_covers_nothing(  # noqa: PLR0917 - fixtures
    dressed: QApplication, qtbot: QtBot, remembering: Any, tmp_path: Path, key: str, language: str, room: Any
) -> None:
    words.speak(language)
    theme.use(theme.ThemeName.LIGHT, room[2])
    stage = staged(key, remembering, QSize(*room[:2]), tmp_path)
    qtbot.addWidget(stage.window)
    window, (_, play) = stage.window, next(CATALOGUE[key]())
    play(stage)
    window.watch(AMISS)
    stage.settle()
    wrong = [f"amiss: {fault}" for fault in faults(window)]
    window.watch(Watched())
    window.over.notice.say(SAID)
    stage.settle()
    wrong += [f"said: {fault}" for fault in faults(window)]
    window.over.offer_undo("Maria-Guadalupe Fernández de la Vega y Santos-Oliveira moved to bus 3-2", "Undo")
    stage.settle()
    wrong += [f"undo: {fault}" for fault in faults(window)]
    window.toggle_help()
    stage.settle()
    wrong += [f"help: {fault}" for fault in faults(window, window.over.help)]
    window.close()
    assert not wrong, "\n".join(wrong)


def test_every_screen_there_is_has_its_states_in_the_catalogue(
    dressed: QApplication, qtbot: QtBot, remembering: Any, tmp_path: Path
) -> None:
    for module in pkgutil.walk_packages(checkin_app.ui.__path__, "checkin_app.ui."):
        importlib.import_module(module.name)
    made = {key: make() for key, make in made_screens(remembering.actions, lambda: MORNING, tmp_path).items()}
    for screen in made.values():
        qtbot.addWidget(screen)
    shipped = {each for each in Screen.__subclasses__() if each.__module__.startswith("checkin_app.ui.")}
    assert {type(screen) for screen in made.values()} == shipped
    assert set(made) == set(CATALOGUE)
