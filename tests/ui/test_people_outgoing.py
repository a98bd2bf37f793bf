"""The files that go out: everybody, codes, badges, attendance; written to the documents folder, one at a time."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.changes import Changed, Recorded
from checkin_app.domain.details import FileFault
from checkin_app.domain.forum import Words
from checkin_app.domain.hand_outs import HandedOut, HandOut, Wanted
from checkin_app.domain.ids import LogId, RouteId
from checkin_app.domain.problems import FileNotWritable, WorkStopped
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.services.ports.movements import CheckpointCount
from checkin_app.ui import words_buses
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.rows import ROW_ROLE
from checkin_app.ui.people.outgoing import state as steps
from checkin_app.ui.people.outgoing.state import OutgoingState
from checkin_app.ui.people.screen import PeopleScreen
from checkin_app.ui.shell.actions import StationContext


def test_the_files_of_everybody_come_first_then_each_session_and_route_and_a_choice_stays(
    context: StationContext,
) -> None:
    state = steps.opened(OutgoingState(), context.forum)
    assert [each.kind for each in state.files[:3]] == [HandOut.EVERYBODY, HandOut.CODES, HandOut.BADGES]
    assert {each.kind for each in state.files[3:]} == {HandOut.ATTENDANCE}
    last = len(state.files) - 1
    assert steps.chosen(state, last).chosen == state.files[-1]
    assert steps.chosen(state, last + 1) == state
    assert steps.chosen(state, -1) == state
    writing = steps.begun(steps.chosen(state, 1))
    assert steps.chosen(writing, 0) == writing
    assert steps.opened(writing, context.forum).writing


@pytest.fixture
def screen(
    dressed: QApplication, qtbot: QtBot, remembering: Any, context: StationContext, tmp_path: Path
) -> PeopleScreen:
    remembering.replies |= {
        "directory": [],
        "checkpoints": [CheckpointCount(each.checkpoint, 40, 7) for each in context.forum.sessions],
        "buses": [],
    }
    made = PeopleScreen(remembering.actions, context, ask_list=lambda _then: None, folder=lambda: tmp_path)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.retranslate()
    made.show()
    made.shown()
    QTest.mouseClick(made.panel.save_list, Qt.MouseButton.LeftButton)
    return made


def _rows(screen: PeopleScreen) -> list[Any]:
    model = screen.outgoing.panel.model
    return [model.data(model.index(place), ROW_ROLE) for place in range(model.rowCount())]  # type: ignore[misc]


def test_each_session_is_told_with_how_many_came(screen: PeopleScreen, context: StationContext) -> None:
    rows = _rows(screen)
    assert len(rows) == 3 + len(context.forum.sessions) + len(context.forum.routes)
    assert [each.title for each in rows[:3]] == ["Everybody", "Codes for mailing out", "All badges"]
    assert "7" in rows[3].line
    assert "40" in rows[3].line
    assert rows[3].time == f"{context.forum.in_hall(context.forum.sessions[0].starts):%m-%d %H:%M}"


def test_the_file_that_is_chosen_is_written_in_the_form_asked_for(
    screen: PeopleScreen, remembering: Any, context: StationContext, tmp_path: Path
) -> None:
    page, opening = screen.outgoing, context.forum.sessions[0]
    QTest.mouseClick(page.panel.second, Qt.MouseButton.LeftButton)
    QTest.keyClick(screen, Qt.Key.Key_Down)
    assert page.state.chosen.kind is HandOut.EVERYBODY
    remembering.waiting["save"](Done(HandedOut("a.csv", 98)))
    assert "a.csv" in page.panel.foot.text()
    assert "98" in page.panel.foot_line.text()
    for _ in range(3):
        QTest.keyClick(screen, Qt.Key.Key_Down)
    QTest.keyClick(screen, Qt.Key.Key_Return)
    (first, csv), (second, workbook) = remembering.named("save")
    assert (first, csv.parent, csv.suffix) == (Wanted(HandOut.EVERYBODY), tmp_path, ".csv")
    assert (second, workbook.suffix) == (Wanted(HandOut.ATTENDANCE, opening.id), ".xlsx")
    assert str(opening.id) in workbook.name


def test_badges_are_a_pdf_and_nothing_else(screen: PeopleScreen, remembering: Any) -> None:
    screen.outgoing.panel.chosen.emit(2)
    panel = screen.outgoing.panel
    assert panel.second.isHidden()
    QTest.mouseClick(panel.first, Qt.MouseButton.LeftButton)
    ((wanted, path),) = remembering.named("save")
    assert (wanted, path.suffix) == (Wanted(HandOut.BADGES), ".pdf")


def test_while_one_is_written_it_says_how_far_it_is_and_is_stopped_at_will(
    screen: PeopleScreen, remembering: Any
) -> None:
    page = screen.outgoing
    assert page.panel.stop.isHidden()
    QTest.mouseClick(page.panel.first, Qt.MouseButton.LeftButton)
    assert page.panel.first.isHidden()
    remembering.told["save"](10, 100)
    assert "10" in page.panel.foot.text()
    page._save("csv")
    assert len(remembering.named("save")) == 1
    QTest.mouseClick(page.panel.stop, Qt.MouseButton.LeftButton)
    assert remembering.named("stop save") == [()]
    remembering.waiting["save"](Troubled(WorkStopped()))
    assert page.state.wrong
    assert not page.panel.first.isHidden()


def test_badges_that_could_not_be_drawn_are_named(screen: PeopleScreen) -> None:
    page = screen.outgoing
    page._save("pdf")
    page._ended(Done(HandedOut("badges.pdf", 98, ("0007", "0042"))))
    assert all(part in page.panel.foot_line.text() for part in ("98", "0007", "0042"))
    assert page.state.wrong
    page._save("pdf")
    assert "0007" not in page.panel.foot_line.text()


def test_what_went_wrong_is_said_and_another_may_be_written(screen: PeopleScreen) -> None:
    page = screen.outgoing
    page._save("csv")
    page._ended(Troubled(FileNotWritable(file="a.csv", detail=FileFault.ENDING)))
    assert page.state.wrong
    assert not page.panel.first.isHidden()
    assert "a.csv" in page.panel.foot.text()


def test_figures_are_counted_again_when_somebody_comes_and_escape_leads_back(
    screen: PeopleScreen, remembering: Any
) -> None:
    asked = len(remembering.named("checkpoints"))
    screen.stale(frozenset({Changed.PRESENCES}))
    assert len(remembering.named("checkpoints")) == asked + 1
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert screen.panel.isVisible()


def test_figures_are_counted_anew_when_the_screen_is_shown_again(screen: PeopleScreen, remembering: Any) -> None:
    asked = len(remembering.named("checkpoints"))
    screen.shown()
    assert len(remembering.named("checkpoints")) == asked + 1


def test_a_key_that_is_held_writes_one_file(screen: PeopleScreen, remembering: Any) -> None:
    remembering.replies["save"] = HandedOut("a.xlsx", 1)
    QTest.keyClick(screen, Qt.Key.Key_Return)
    again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", autorep=True)
    screen.keyPressEvent(again)
    assert len(remembering.named("save")) == 1


def test_a_route_whose_name_holds_its_number_says_it_once(context: StationContext) -> None:
    route = replace(context.forum.routes[0], id=RouteId("7"), name=Words({"en": "Route 7", "zh": "线路7"}))
    forum = replace(context.forum, routes=(route,))
    assert words_buses.route(forum, "7").count("7") == 1
    assert words_buses.route(forum, "8").count("8") == 1


def test_badges_that_nobody_prints_are_taken_back_by_holding(
    screen: PeopleScreen, remembering: Any, hold: Callable[[HeldButton], None]
) -> None:
    page, log = screen.outgoing, LogId("ab" * 16)
    remembering.replies["save"] = HandedOut("a.pdf", 2)
    screen.outgoing._choose(2)
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert not page.panel.take_back.isVisible()  # all of them were issued before
    remembering.replies["save"] = HandedOut("a.pdf", 2, issued=log)
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert "issued" in page.panel.foot_line.text()
    remembering.replies["take_back"] = Recorded(frozenset())
    hold(page.panel.take_back)
    assert remembering.named("take_back")[0][1:] == (log,)
    assert "no more" in page.panel.foot.text()
    assert not page.panel.take_back.isVisible()
    assert not page.state.wrong
