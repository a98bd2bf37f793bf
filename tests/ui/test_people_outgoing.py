"""The lists that go out: each session and route with its figures, everybody; written to the documents folder."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.changes import Changed
from checkin_app.domain.details import FileFault
from checkin_app.domain.problems import FileNotWritable
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.services.ports.movements import CheckpointCount
from checkin_app.ui.kit.rows import ROW_ROLE
from checkin_app.ui.people.outgoing import state as steps
from checkin_app.ui.people.outgoing.state import OutgoingState
from checkin_app.ui.people.screen import PeopleScreen
from checkin_app.ui.shell.actions import StationContext


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
