"""Many badges at once on screen: counted before anything happens, begun once, stopped, saved and taken back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from layout_badge_run import COUNT, DELEGATIONS, SAVED
from layout_printers import ALL
from layout_stage import PLACE
from layout_templates import OFFER
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.changes import Changed
from checkin_app.domain.problems import FileNotWritable
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.services.badge_runs import BadgeRun, RunCount, RunOrder, RunOwed, RunWish
from checkin_app.ui import theme
from checkin_app.ui.badge_run.screen import BadgeRunScreen
from checkin_app.ui.badge_run.state import MANY, Choice
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.held import HeldButton

FEW = RunCount(12, 1, 2, DELEGATIONS)


@pytest.fixture
def screen(dressed: QApplication, qtbot: QtBot, remembering: Any, tmp_path: Path) -> BadgeRunScreen:
    remembering.replies |= {"template_offer": OFFER, "count_run": FEW, "printers": ALL}
    remembering.kept = replace(remembering.kept, printers=ALL, printer=ALL[1].name)
    made = BadgeRunScreen(remembering.actions, PLACE, folder=lambda: tmp_path)
    made.retranslate()
    made.set_layout(theme.Layout.COMPACT)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    made.shown()
    return made


def said(screen: BadgeRunScreen) -> str:
    return bidi.plain(screen.panel.foot.line.text())


def test_how_many_it_would_be_is_said_before_anything_is_done(screen: BadgeRunScreen, remembering: Any) -> None:
    assert remembering.named("count_run") == [(BadgeRun(),)]
    assert said(screen) == "12 badges · 2 are out already"
    assert screen.panel.go.text() == "Print 10", "to the printer that badges go to, and only what is not out"
    assert not remembering.named("print_run")
    screen.panel.option_chosen.emit(Choice.DELEGATION, 1)
    assert remembering.named("count_run")[-1] == (BadgeRun(RunWish(delegation=DELEGATIONS[0])),)


def test_what_is_chosen_is_what_is_printed_and_a_double_click_begins_it_once(
    screen: BadgeRunScreen, remembering: Any
) -> None:
    screen.panel.option_chosen.emit(Choice.ROUTE, 1)
    screen.panel.order_chosen.emit(RunOrder.BUS)
    screen.panel.apart_chosen.emit(True)
    route = str(PLACE.forum.routes[0].id)
    go = screen.panel.go
    QTest.mouseClick(go, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(go, Qt.MouseButton.LeftButton)
    wanted = BadgeRun(RunWish(route=route), RunOrder.BUS, apart=True)
    assert [call[:2] for call in remembering.named("print_run")] == [(wanted, ALL[1].name)]
    remembering.told["print_run"](3, 12)
    assert said(screen) == "3 of 12"
    screen.panel.option_chosen.emit(Choice.ROUTE, 0)
    assert screen._state.run == wanted, "nothing is chosen anew while it goes on"
    screen.panel.stop.click()
    assert ("stop print_run", ()) in remembering.calls
    remembering.waiting["print_run"](Done(RunOwed(3, 0, stopped=True, changes=frozenset())))
    assert said(screen) == "3 badges wait for their printer."
    assert "not begun" in screen.panel._line.text()


def test_more_than_twenty_have_to_be_meant(
    screen: BadgeRunScreen, remembering: Any, hold: Callable[[HeldButton], None]
) -> None:
    remembering.replies["count_run"] = COUNT
    screen.stale(frozenset({Changed.DELEGATES}))
    assert COUNT.badges - COUNT.before > MANY
    QTest.mouseClick(screen.panel.go, Qt.MouseButton.LeftButton)
    screen._go(None)
    assert not remembering.named("print_run")
    assert screen.panel.go.text() == "Hold: print 1,045"
    hold(screen.panel.go)
    assert len(remembering.named("print_run")) == 1


def test_a_file_holds_all_of_them_counts_as_issued_and_is_taken_back_by_holding(
    screen: BadgeRunScreen, remembering: Any, hold: Callable[[HeldButton], None], tmp_path: Path
) -> None:
    screen.panel.option_chosen.emit(Choice.TO, 0)
    screen.panel.option_chosen.emit(Choice.TEMPLATE, 2)
    assert screen.panel.go.text() == "Save 12"
    assert "counts as issued" in screen.panel._line.text()
    screen.panel.go.click()
    (run, path), *_ = (call[:2] for call in remembering.named("save_run"))
    assert run == BadgeRun(template=OFFER.templates[1])
    assert (path.parent, path.suffix) == (tmp_path, ".pdf")
    remembering.waiting["save_run"](Done(SAVED))
    assert "could not be drawn: 0412-1, 0413-1, 0998-2" in bidi.plain(screen.panel._line.text())
    hold(screen.panel.take_back)
    assert remembering.named("take_back")[-1][1] == SAVED.issued
    remembering.waiting["take_back"](Done(None))
    assert said(screen).startswith("Taken back")
    assert screen.panel.take_back.isHidden()


def test_why_nothing_was_done_is_said_and_another_choice_begins_anew(screen: BadgeRunScreen, remembering: Any) -> None:
    remembering.replies["save_run"] = Troubled(FileNotWritable(file="x.pdf", detail="full"))
    screen.panel.option_chosen.emit(Choice.TO, 0)
    screen.panel.go.click()
    assert "x.pdf" in said(screen)
    screen.panel.order_chosen.emit(RunOrder.NAME)
    assert said(screen).startswith("12 badges")


def test_an_answer_that_is_late_is_not_that_of_what_is_chosen_by_then(screen: BadgeRunScreen, remembering: Any) -> None:
    del remembering.replies["count_run"]
    screen.panel.option_chosen.emit(Choice.DELEGATION, 1)
    screen.panel.option_chosen.emit(Choice.DELEGATION, 0)
    screen.panel.order_chosen.emit(RunOrder.NUMBER)
    first = remembering.named("count_run")[1:]
    assert len(first) == 1, "one is counted at a time"
    assert not screen.panel.go.isEnabled(), "nothing is begun before it is known how many it is"
    remembering.waiting["count_run"](Done(RunCount(99, 1, 0, DELEGATIONS)))
    assert "99" not in said(screen)
    assert remembering.named("count_run")[-1] == (BadgeRun(order=RunOrder.NUMBER),)
    remembering.waiting["count_run"](Done(FEW))
    assert said(screen).startswith("12 badges")


def test_a_printer_that_is_gone_is_not_printed_to_and_a_file_stays_a_file(
    screen: BadgeRunScreen, remembering: Any
) -> None:
    remembering.replies["printers"] = ALL[:1]
    remembering.kept = replace(remembering.kept, printers=ALL[:1], printer="")
    screen.shown()
    assert screen._state.to == ALL[0].name
    screen.panel.option_chosen.emit(Choice.TO, 0)
    screen.shown()
    assert screen._state.to == ""


def test_nobody_is_printed_where_nobody_is_meant(screen: BadgeRunScreen, remembering: Any) -> None:
    remembering.replies["count_run"] = RunCount(0, 0, 0, DELEGATIONS)
    screen.panel.order_chosen.emit(RunOrder.NAME)
    assert not screen.panel.go.isEnabled()
    assert "Nobody" in screen.panel._line.text()
