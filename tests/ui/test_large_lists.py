"""Every other list with as much as it can ever get: nothing on the screen's thread takes long."""

import inspect
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from stall import MOST_MS, Turns

from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.ids import BusCode, CheckpointId, DelegateId, Instant, JobId, RouteId
from checkin_app.domain.movements import Movements
from checkin_app.runtime.lanes import Done
from checkin_app.services.ports import BusCount, DelegateCard, Hit, Job, Manifest, ManifestLine, SearchHitKind
from checkin_app.services.queries import Queries
from checkin_app.ui import theme
from checkin_app.ui.badge_desk.jobs import LOOKED_THROUGH, SHOWN
from checkin_app.ui.badge_desk.screen import BadgeDeskScreen
from checkin_app.ui.find.screen import FindScreen
from checkin_app.ui.find.state import moved
from checkin_app.ui.manifest.screen import ManifestScreen
from checkin_app.ui.shell.screen import Screen

pytestmark = pytest.mark.performance

#: The reader's own limit, whatever is typed.
FOUND = int(inspect.signature(Queries.find).parameters["limit"].default)
OPENING = CheckpointId("opening")


def guest(number: int) -> Delegate:
    return Delegate(DelegateId(f"{number:016x}"), f"欧阳静 {number}", f"OUYANG Jing {number}", badge_no=f"{number:06d}")


def card(number: int) -> DelegateCard:
    return DelegateCard(guest(number), BadgeStanding(), Movements())


def shown(screen: Screen, qtbot: QtBot) -> Turns:
    """Show a screen and let it settle; return turns that count from there on."""
    qtbot.addWidget(screen)
    screen.retranslate()
    screen.set_layout(theme.Layout.COMPACT)
    screen.at_checkpoint(OPENING)
    screen.resize(1278, 712)
    screen.show()
    screen.shown()
    Turns().settle()
    return Turns()


def test_find_with_as_many_people_as_it_is_ever_given(
    dressed: QApplication, qtbot: QtBot, remembering: Any, place: Any, at_nine: Instant
) -> None:
    screen = FindScreen(remembering.actions, place, now=lambda: at_nine)
    turns = shown(screen, qtbot)
    found = [Hit(DelegateId(f"{number:016x}"), SearchHitKind.PINYIN) for number in range(FOUND)]
    remembering.replies["cards"] = [card(number) for number in range(20)]
    with turns.turn():
        screen._typed("o")
    with turns.turn():
        screen._answered(screen._state.asked, Done(found))
    turns.settle()
    with turns.turn():
        screen._become(moved(screen._state, 1))
    turns.settle()
    assert screen.panel.model.rowCount() >= 20
    assert turns.longest <= MOST_MS


def test_the_badge_desk_with_all_the_jobs_it_looks_through(
    dressed: QApplication, qtbot: QtBot, remembering: Any, place: Any, at_nine: Instant
) -> None:
    screen = BadgeDeskScreen(remembering.actions, place, now=lambda: at_nine)
    turns = shown(screen, qtbot)
    jobs = [
        Job(JobId(str(n)), guest(n).id, 1, "P1", "unknown" if n % 2 else "queued", "", Instant(n))
        for n in range(LOOKED_THROUGH)
    ]
    with turns.turn():
        screen._jobs._jobs_came(Done(jobs))
    turns.settle()
    with turns.turn():
        screen._jobs._names_came(Done([card(number) for number in range(SHOWN)]))
    turns.settle()
    assert turns.longest <= MOST_MS


def test_a_bus_with_500_people_on_its_list(
    dressed: QApplication, qtbot: QtBot, remembering: Any, place: Any, at_nine: Instant
) -> None:
    bus = Bus(BusCode("3-1"), RouteId("3"), 49, 37, state=BusState.BOARDING)
    remembering.replies["buses"] = [BusCount(bus, 500, 0)]
    screen = ManifestScreen(remembering.actions, place, now=lambda: at_nine)
    turns = shown(screen, qtbot)
    lines = tuple(ManifestLine(guest(number), number % 2 == 0, None, None, True) for number in range(500))
    with turns.turn():
        screen._listed(Done(Manifest(bus, lines, 3)))
    turns.settle()
    with turns.turn():
        screen._sought(Done([card(number) for number in range(500)]))
    turns.settle()
    assert turns.longest <= MOST_MS
