"""Every other list with as much as it can ever get: nothing on the screen's thread takes long."""

import gc
import inspect
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from stall import MOST_MS, Turns

from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.ids import BusCode, CheckpointId, DelegateId, FactId, Instant, JobId, LogId, RouteId
from checkin_app.domain.jobs import JobState
from checkin_app.domain.lists.columns import find_columns
from checkin_app.domain.lists.plan import compare
from checkin_app.domain.lists.reading import read_rows
from checkin_app.domain.lists.samples import Samples
from checkin_app.domain.lists.sheet import Sheet
from checkin_app.domain.movements import Movements
from checkin_app.domain.operations import LIST, Operation, TakenList
from checkin_app.domain.outcomes import Decision, Reason
from checkin_app.runtime.lanes import Done
from checkin_app.services.importing import ListPreview
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.buses import BusCount, Manifest, ManifestLine
from checkin_app.services.ports.movements import RecentScan
from checkin_app.services.ports.people import DelegateCard, Hit, SearchHitKind
from checkin_app.services.ports.stations import ForumInForce
from checkin_app.services.queries import Queries
from checkin_app.ui import theme
from checkin_app.ui.badge_desk.jobs import LOOKED_THROUGH, SHOWN
from checkin_app.ui.badge_desk.screen import BadgeDeskScreen
from checkin_app.ui.checkpoint.screen import CheckpointScreen
from checkin_app.ui.desk.screen import RECENT, DeskScreen
from checkin_app.ui.door.screen import DoorScreen
from checkin_app.ui.find.screen import FindScreen
from checkin_app.ui.find.state import moved
from checkin_app.ui.manifest.screen import ManifestScreen
from checkin_app.ui.people.importing.state import Tab
from checkin_app.ui.people.screen import PeopleScreen
from checkin_app.ui.shell.screen import Screen
from checkin_app.ui.walk_in.screen import FormAids, WalkInScreen

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
    gc.collect()  # what other tests left is not ours to walk through
    return Turns()


def test_find_with_as_many_people_as_it_is_ever_given(
    dressed: QApplication, qtbot: QtBot, remembering: Any, context: Any, at_nine: Instant
) -> None:
    screen = FindScreen(remembering.actions, context, now=lambda: at_nine)
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
    dressed: QApplication, qtbot: QtBot, remembering: Any, context: Any, at_nine: Instant
) -> None:
    screen = BadgeDeskScreen(remembering.actions, context, now=lambda: at_nine)
    turns = shown(screen, qtbot)
    jobs = [
        Job(JobId(str(n)), guest(n).id, 1, "P1", JobState.UNKNOWN if n % 2 else JobState.QUEUED, "", Instant(n))
        for n in range(LOOKED_THROUGH)
    ]
    with turns.turn():
        screen._jobs._jobs_came(Done(jobs))
    turns.settle()
    with turns.turn():
        screen._jobs._names_came(Done([card(number) for number in range(SHOWN)]))
    turns.settle()
    assert turns.longest <= MOST_MS


@pytest.mark.parametrize("people", [500, 20_000])
def test_a_bus_with_everybody_on_its_list(  # noqa: PLR0917 - fixtures
    dressed: QApplication, qtbot: QtBot, remembering: Any, context: Any, at_nine: Instant, people: int
) -> None:
    bus = Bus(BusCode("3-1"), RouteId("3"), 49, 37, state=BusState.BOARDING)
    remembering.replies["buses"] = [BusCount(bus, people, 0)]
    screen = ManifestScreen(remembering.actions, context, now=lambda: at_nine)
    turns = shown(screen, qtbot)
    lines = tuple(ManifestLine(guest(number), number % 2 == 0, None, None, True) for number in range(people))
    cards = [card(number) for number in range(people)]
    with turns.turn():
        screen._listed(Done(Manifest(bus, lines, 3)))
    turns.settle()
    with turns.turn():
        screen._sought(Done(cards))
    turns.settle()
    assert turns.longest <= MOST_MS


def test_the_door_that_names_who_is_missing_of_everybody(
    dressed: QApplication, qtbot: QtBot, remembering: Any, context: Any
) -> None:
    bus = Bus(BusCode("3-1"), RouteId("3"), 49, 37, state=BusState.FINAL_CALL)
    screen = DoorScreen(remembering.actions, context)
    turns = shown(screen, qtbot)
    screen.at_checkpoint(CheckpointId("bus:3-1"))
    lines = tuple(ManifestLine(guest(number), False, None, None, True) for number in range(20_000))
    with turns.turn():
        screen._counted(Done([BusCount(bus, len(lines), 0)]))
    turns.settle()
    with turns.turn():
        screen._named(Done(Manifest(bus, lines, 3)))
    turns.settle()
    assert turns.longest <= MOST_MS


def buses() -> list[BusCount]:
    """Return more buses than any forum has: 15 228 people in buses of eight seats."""
    codes = [BusCode(f"{number // 999 + 1}-{number % 999 + 1}") for number in range(2000)]
    return [BusCount(Bus(code, RouteId("3"), 49, 37, 1, "京A·30302", "12", "14:00"), 40, 3) for code in codes]


def test_the_checkpoint_screen_with_2000_buses(
    dressed: QApplication, qtbot: QtBot, remembering: Any, context: Any, at_nine: Instant
) -> None:
    visit = replace(context, in_force=ForumInForce(replace(context.forum, visit=context.forum.sessions[0].id)))
    screen = CheckpointScreen(remembering.actions, visit, now=lambda: at_nine)
    turns = shown(screen, qtbot)
    with turns.turn():
        screen._buses_came(Done(buses()))
    turns.settle()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        with turns.turn():
            QTest.keyClick(screen, key)
        turns.settle()
    assert screen.panel.model.rowCount() > 2000
    assert turns.longest <= MOST_MS


def test_the_bus_screens_and_the_walk_in_form_with_2000_buses(
    dressed: QApplication, qtbot: QtBot, remembering: Any, context: Any, at_nine: Instant
) -> None:
    counts = buses()
    manifest = ManifestScreen(remembering.actions, context, now=lambda: at_nine)
    turns = shown(manifest, qtbot)
    with turns.turn():
        manifest._counted(Done(counts))
    turns.settle()
    with turns.turn():
        QTest.keyClick(manifest, Qt.Key.Key_Right)
    turns.settle()
    assert manifest.panel.bus_model.rowCount() >= 2000
    door = DoorScreen(remembering.actions, context)
    shown(door, qtbot)
    with turns.turn():
        door._counted(Done(counts))
    turns.settle()
    aids = FormAids(lambda _name: "", lambda _text: "", lambda *_: None, lambda reply: reply(Done("")))
    walk_in = WalkInScreen(remembering.actions, context, aids, now=lambda: at_nine)
    shown(walk_in, qtbot)
    with turns.turn():
        walk_in._buses_came(Done(counts))
    turns.settle()
    assert turns.longest <= MOST_MS


def test_the_desk_with_the_longest_names_in_all_the_scans_that_it_shows(
    dressed: QApplication, qtbot: QtBot, remembering: Any, context: Any, at_nine: Instant
) -> None:
    screen = DeskScreen(remembering.actions, context.telling())
    turns = shown(screen, qtbot)
    scans = [
        RecentScan(
            FactId(str(number)), at_nine, OPENING, Decision(Reason.ADMITTED), None, "欧阳静怡" * 75, "Ouyang " * 40, "",
            undone=number % 3 == 0,
        )
        for number in range(RECENT)
    ]  # fmt: skip
    with turns.turn():
        screen._recent_came(Done(scans))
    turns.settle()
    assert screen.panel.side.model.rowCount() == RECENT
    assert turns.longest <= MOST_MS


def test_the_past_lists_with_as_many_as_are_read(
    dressed: QApplication, qtbot: QtBot, remembering: Any, context: Any
) -> None:
    screen = PeopleScreen(remembering.actions, context, ask_list=lambda _then: None)
    turns = shown(screen, qtbot)
    most = int(inspect.signature(Queries.lists_taken).parameters["limit"].default)
    lists = [
        TakenList(
            Operation(LogId(f"{number:032x}"), LIST, 100_000, Instant(number), 100_002, None), "名单" * 127, "Desk 12",
            99_000, 1_000, 100_000, None, "",
        )
        for number in range(most)
    ]  # fmt: skip
    screen._show_taken()
    with turns.turn():
        screen.taken._came(screen.taken._asked, Done(lists))
    turns.settle()
    for _ in range(3):
        with turns.turn():
            QTest.keyClick(screen, Qt.Key.Key_Down)
        turns.settle()
    assert screen.taken.panel.model.rowCount() == most
    assert turns.longest <= MOST_MS


def test_a_list_of_as_many_columns_as_are_shown(
    dressed: QApplication, qtbot: QtBot, remembering: Any, context: Any
) -> None:
    screen = PeopleScreen(remembering.actions, context, ask_list=lambda _then: None)
    turns = shown(screen, qtbot)
    headings = ("Name", *(f"Remark {number}" for number in range(99)))
    sheet = Sheet("wide.csv", (headings, ("Ana Sol", *["x" * 60] * 99)))
    columns = find_columns(sheet)
    plan = compare({}, read_rows(sheet, columns, context.forum), context.forum)
    plan.count()
    preview = ListPreview(("wide.csv",), "wide.csv", "utf-8", Samples(headings, sheet.rows[1]), columns, plan)
    screen.open_list(Path("wide.csv"))
    with turns.turn():
        screen.importing._came(screen.importing.state.asked, Done(preview))
    turns.settle()
    with turns.turn():
        screen.importing.panel.tab_chosen.emit(Tab.COLUMNS)
    turns.settle()
    assert turns.longest <= MOST_MS
