"""Every screen in every state is whole from 1024×600 up: nothing is outside, cut, or upon another."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from layout_rules import faults
from layout_scenes import CATALOGUE
from layout_spy import painted
from layout_stage import MORNING, PRINTERS, Stage, answers, made_screens, staged
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import checkin_app.ui
from checkin_app.domain.framing import Added
from checkin_app.domain.sync.status import Reach, SyncStatus
from checkin_app.services.ports.kept_out import KeptOut
from checkin_app.ui import theme, words
from checkin_app.ui.forum_screen import ForumScreen
from checkin_app.ui.shell.health import ScannerState, Watched, scanner_health
from checkin_app.ui.shell.screen import Screen
from checkin_app.ui.strip_screen import StripScreen

#: Width, height and size of text; the least room there is for the smallest and for the largest text.
LEAST_ROOMS = [(1024, 600, 150), (1024, 600, 100)]
#: The others, with the same size of text together: to change it costs more than to change a window.
OTHER_ROOMS = [
    *((1024, 600, text) for text in (115, 130)),
    *((*size, text) for text in (100, 150) for size in ((1024, 768), (1366, 768), (1093, 614), (1920, 1080))),
]


def room_name(room: Any) -> str:
    return f"{room[0]}x{room[1]}-at-{room[2]}"


def enter(stage: Stage, room: Any) -> None:
    """Give a window that is at work another size, and its text too."""
    if theme.text_size() != room[2]:
        stage.window.choices.resize_text(room[2])
    stage.window.resize(*room[:2])


def speak(stage: Stage, language: str) -> None:
    words.speak(language)
    stage.window.retranslate()


def wrong_in(stage: Stage, scene: Any) -> list[str]:
    name, play = scene
    stage.replies.clear()
    stage.replies |= answers()
    play(stage)
    stage.settle()
    where = f"{stage.window.width()}x{stage.window.height()} at {theme.text_size()} in {words.spoken()}"
    return [f"{where}: {name}: {fault}" for fault in faults(stage.window)]


@pytest.fixture
def at_work(
    dressed: QApplication, qtbot: QtBot, remembering: Any, tmp_path: Path
) -> Iterator[Callable[[str, Any], Stage]]:
    """Give a stage with a screen at work in a room."""
    made: list[Stage] = []

    def begin(key: str, room: Any) -> Stage:
        theme.use(theme.ThemeName.LIGHT, room[2])
        made.append(staged(key, remembering, QSize(*room[:2]), tmp_path))
        qtbot.addWidget(made[-1].window)
        return made[-1]

    yield begin
    for each in made:
        each.window.close()


AtWork = Callable[[str, Any], Stage]
KEYS = pytest.mark.parametrize("key", list(CATALOGUE))


@pytest.mark.parametrize("room", LEAST_ROOMS, ids=room_name)
@KEYS
def test_every_screen_is_whole_in_every_state_where_there_is_least_room(at_work: AtWork, key: str, room: Any) -> None:
    stage, wrong = at_work(key, room), []
    for language in words.offered():
        speak(stage, language)
        for scene in CATALOGUE[key]():
            wrong += wrong_in(stage, scene)
    assert not wrong, "\n".join(wrong)


@KEYS
def test_every_screen_is_whole_in_every_other_room(at_work: AtWork, key: str) -> None:
    """Each room shows the first state and others in turn, so that every state is seen somewhere."""
    stage, wrong, scenes = at_work(key, OTHER_ROOMS[0]), [], list(CATALOGUE[key]())
    turns = [(room, language) for room in OTHER_ROOMS for language in words.offered()]
    for turn, (room, language) in enumerate(turns):
        enter(stage, room)
        speak(stage, language)
        for scene in dict.fromkeys([scenes[0], *scenes[turn :: len(turns)]]):
            wrong += wrong_in(stage, scene)
    assert not wrong, "\n".join(wrong)


@KEYS
def test_text_that_grows_while_it_runs_looks_as_if_it_had_always_been_so(at_work: AtWork, key: str) -> None:
    seen = []
    for before in (100, 150):
        stage = at_work(key, (1366, 768, before))
        # With names so long that they wrap because of a scroll bar, a list that has one keeps it.
        stage.replies["printers"] = PRINTERS[1:2]
        next(CATALOGUE[key]())[1](stage)
        stage.settle()
        stage.window.choices.resize_text(150)
        for _ in range(3):
            stage.settle()
        texts = painted(stage.window)
        seen.append(sorted((each.words, round(each.left), round(each.top), each.pixels) for each in texts))
    assert seen[0] == seen[1]


#: Everything amiss at once, with the longest words.
AMISS = Watched(
    scanner=ScannerState.NOT_HEARD, printer="Brother QL-820NWB registration hall A", printer_trouble="It is not there",
    waiting=214, clock_flagged=True, unread=1034, rehearsal=True, missing=128,
    kept_out=KeptOut(set_aside=1034), sync=SyncStatus(Reach.AWAY, only_here=1034),
)  # fmt: skip
SAID = (
    "Scanner not heard: Another window is in front and takes what the scanner types. Click here. Settings were "
    "passed over: the entry printers expected a name and a target for each printer, found [[printers]] without any."
)
#: The longest prefix and suffix that are shown.
ADDED = Added("HALL 2 ENTRANCE ", " END OF CODE")


#: Who lays out differently from the others: the first of them has a rail and a bar, the second has not.
AMISS_AT = [(key, LEAST_ROOMS[0]) for key in CATALOGUE] + [
    (key, room) for key in ("desk", "door") for room in (LEAST_ROOMS[1], *OTHER_ROOMS[2:])
]


@pytest.mark.parametrize("language", list(words.offered()))
@pytest.mark.parametrize(("key", "room"), AMISS_AT, ids=lambda each: each if isinstance(each, str) else room_name(each))
def test_what_is_said_amiss_or_explained_is_whole_and_covers_nothing(
    at_work: AtWork, key: str, language: str, room: Any
) -> None:
    words.speak(language)
    stage = at_work(key, room)
    window, (_, play) = stage.window, next(CATALOGUE[key]())
    play(stage)
    window.watch(AMISS)
    stage.settle()
    wrong = [f"amiss: {fault}" for fault in faults(window)]
    window.watch(Watched())
    window.over.notice.say(SAID)
    stage.settle()
    wrong += [f"said: {fault}" for fault in faults(window)]
    window.watch(Watched(added=ADDED))
    window.explain(scanner_health(Watched(added=ADDED)))
    stage.settle()
    wrong += [f"scanner adds: {fault}" for fault in faults(window)]
    window.over.offer_undo("Maria-Guadalupe Fernández de la Vega y Santos-Oliveira moved to bus 3-2", "Undo")
    stage.settle()
    wrong += [f"undo: {fault}" for fault in faults(window)]
    window.toggle_help()
    stage.settle()
    wrong += [f"help: {fault}" for fault in faults(window, window.over.help)]
    assert not wrong, "\n".join(wrong)


def kinds_of(kind: type) -> Iterator[type]:
    for each in kind.__subclasses__():
        yield each
        yield from kinds_of(each)


def test_every_screen_there_is_has_its_states_in_the_catalogue(
    dressed: QApplication, qtbot: QtBot, remembering: Any, tmp_path: Path
) -> None:
    for module in pkgutil.walk_packages(checkin_app.ui.__path__, "checkin_app.ui."):
        importlib.import_module(module.name)
    made = {key: make() for key, make in made_screens(remembering.actions, lambda: MORNING, tmp_path).items()}
    for screen in made.values():
        qtbot.addWidget(screen)
    shipped = {each for each in kinds_of(Screen) if each.__module__.startswith("checkin_app.ui.")}
    shipped -= {StripScreen, ForumScreen}
    assert {type(screen) for screen in made.values()} == shipped
    assert set(made) == set(CATALOGUE)


def test_where_badge_and_queue_have_no_room_beside_each_other_whose_badge_it_is_comes_first(at_work: AtWork) -> None:
    stage = at_work("badges", (1024, 600, 150))
    beside, scenes = stage.screen.panel.beside, dict(CATALOGUE["badges"]())
    scenes["empty"](stage)
    stage.settle()
    assert (beside.preview.isVisible(), beside.queue.isVisible()) == (False, True)
    scenes["first badge 0412"](stage)
    stage.settle()
    assert (beside.preview.isVisible(), beside.queue.isVisible()) == (True, False)
    enter(stage, (1366, 768, 150))
    stage.settle()
    assert (beside.preview.isVisible(), beside.queue.isVisible()) == (True, True)
