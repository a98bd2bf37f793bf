"""The lists that go out: each session and route with its figures, everybody; written to the documents folder."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.changes import Changed
from checkin_app.domain.details import FileFault
from checkin_app.domain.forum import Words
from checkin_app.domain.ids import RouteId
from checkin_app.domain.problems import FileNotWritable
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.services.ports.movements import CheckpointCount
from checkin_app.ui import words_buses
from checkin_app.ui.kit.rows import ROW_ROLE
from checkin_app.ui.papers.screen import PapersScreen
from checkin_app.ui.people.outgoing import state as steps
from checkin_app.ui.people.outgoing.state import OutgoingState
from checkin_app.ui.people.screen import PeopleScreen
from checkin_app.ui.shell.actions import StationContext
from checkin_app.ui.shell.screen import Destination


def test_everybody_comes_first_then_each_session_and_route_and_a_choice_stays(context: StationContext) -> None:
    state = steps.opened(OutgoingState(), context.forum)
    assert state.chosen is None
    last = len(state.occasions)
    assert steps.chosen(state, last).chosen == state.occasions[-1]
    assert steps.chosen(state, last + 1) == state
    assert steps.chosen(state, -1) == state
    writing = steps.begun(steps.chosen(state, 1), "…")
    assert steps.chosen(writing, 0) == writing


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
    assert len(rows) == 1 + len(context.forum.sessions) + len(context.forum.routes)
    assert rows[0].title == "Everybody"
    assert "7" in rows[1].line
    assert "40" in rows[1].line
    assert rows[1].time == f"{context.forum.in_hall(context.forum.sessions[0].starts):%m-%d %H:%M}"


def test_the_list_that_is_chosen_is_written_in_the_form_asked_for(
    screen: PeopleScreen, remembering: Any, context: StationContext, tmp_path: Path
) -> None:
    page, opening = screen.outgoing, context.forum.sessions[0]
    QTest.mouseClick(page.panel.text, Qt.MouseButton.LeftButton)
    QTest.keyClick(screen, Qt.Key.Key_Down)
    assert page.state.chosen is None or page.state.writing
    page._written(Done(tmp_path / "a.csv"))
    assert "a.csv" in page.panel.foot.text()
    QTest.keyClick(screen, Qt.Key.Key_Down)
    QTest.keyClick(screen, Qt.Key.Key_Return)
    (first, csv), (second, workbook) = remembering.named("write_out")
    assert (first, csv.parent, csv.suffix) == ("", tmp_path, ".csv")
    assert (second, workbook.suffix) == (opening.id, ".xlsx")
    assert str(opening.id) in workbook.name


def test_what_went_wrong_is_said_and_another_may_be_written(screen: PeopleScreen, tmp_path: Path) -> None:
    page = screen.outgoing
    page._save("csv")
    page._written(Troubled(FileNotWritable(file="a.csv", detail=FileFault.ENDING)))
    assert page.state.wrong
    assert page.panel.workbook.isEnabled()
    assert "a.csv" in page.panel.foot.text()


def test_figures_are_counted_again_when_somebody_comes_and_escape_leads_back(
    screen: PeopleScreen, remembering: Any
) -> None:
    asked = len(remembering.named("checkpoints"))
    screen.stale(frozenset({Changed.PRESENCES}))
    assert len(remembering.named("checkpoints")) == asked + 1
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert screen.panel.isVisible()


def test_codes_and_badges_are_reached_beside_the_lists_and_lead_back_there(
    screen: PeopleScreen, qtbot: QtBot, remembering: Any, context: StationContext
) -> None:
    with qtbot.waitSignal(screen.asked_for) as asked:
        QTest.mouseClick(screen.outgoing.panel.hand_outs, Qt.MouseButton.LeftButton)
    assert asked.args == [Destination("papers")]
    papers = PapersScreen(remembering.actions, context)
    qtbot.addWidget(papers)
    with qtbot.waitSignal(papers.asked_for) as back:
        papers.panel.back.click()
    assert back.args == [Destination("people")]
    assert screen.outgoing.panel.isVisible()


def test_figures_are_counted_anew_when_the_screen_is_shown_again(screen: PeopleScreen, remembering: Any) -> None:
    asked = len(remembering.named("checkpoints"))
    screen.shown()
    assert len(remembering.named("checkpoints")) == asked + 1


def test_a_key_that_is_held_writes_one_file(screen: PeopleScreen, remembering: Any, tmp_path: Path) -> None:
    remembering.replies["write_out"] = tmp_path / "a.xlsx"
    QTest.keyClick(screen, Qt.Key.Key_Return)
    again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", autorep=True)
    screen.keyPressEvent(again)
    assert len(remembering.named("write_out")) == 1


def test_a_route_whose_name_holds_its_number_says_it_once(context: StationContext) -> None:
    route = replace(context.forum.routes[0], id=RouteId("7"), name=Words({"en": "Route 7", "zh": "线路7"}))
    forum = replace(context.forum, routes=(route,))
    assert words_buses.route(forum, "7").count("7") == 1
    assert words_buses.route(forum, "8").count("8") == 1
