"""The swap at work: it is seen before it is done, held, followed to its end, and taken back."""

from typing import Any

import pytest
from layout_swaps import COUNTS, NEW, OLD, OTHER, PEOPLE, foreseen, in_emergency, under_way
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.buses import BusState
from checkin_app.domain.changes import Changed, Recorded
from checkin_app.domain.problems_swaps import SwapBegun
from checkin_app.domain.swaps import Cause, Step
from checkin_app.runtime.lanes import Troubled
from checkin_app.ui import theme, words
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.rows import ROW_ROLE, RowView
from checkin_app.ui.shell.screen import Destination
from checkin_app.ui.swap import state as swapping
from checkin_app.ui.swap.screen import SwapScreen
from checkin_app.ui.swap.state import Doing, Part, SwapState


@pytest.fixture
def screen(dressed: QApplication, qtbot: QtBot, remembering: Any, telling: words.Telling) -> SwapScreen:
    remembering.replies |= {"buses": list(COUNTS), "look": None, "foresee": foreseen()}
    made = SwapScreen(remembering.actions, telling)
    made.retranslate()
    made.set_layout(theme.Layout.COMPACT)
    qtbot.addWidget(made)
    made.resize(1278, 712)
    made.show()
    made.opened_for(OLD.code)
    made.shown()
    return made


def rows(screen: SwapScreen) -> list[RowView]:
    model = screen.panel.model
    return [model.index(place, 0).data(ROW_ROLE) for place in range(model.rowCount())]


def shows(screen: SwapScreen, remembering: Any, look: Any) -> None:
    remembering.replies["look"] = look
    screen.stale(frozenset({Changed.BUSES}))


def test_those_that_could_take_over_are_offered_with_the_most_seats_first(screen: SwapScreen, remembering: Any) -> None:
    menu = screen.panel.side.substitutes
    assert [menu.itemText(place).split(":")[0] for place in range(1, menu.count())] == [
        f"Bus {bidi.code(NEW.code)}", f"Bus {bidi.code(OTHER.code)}",
    ]  # fmt: skip
    assert remembering.named("foresee") == [], "nothing is asked of a bus that nobody chose"


def test_nothing_is_to_be_chosen_where_no_bus_can_take_over(screen: SwapScreen, remembering: Any) -> None:
    assert "Choose" in screen.panel._message.title.text()
    remembering.replies["buses"] = list(COUNTS[:1])
    screen.shown()
    assert "No bus of this route" in screen.panel.side._title.text()
    assert not screen.panel._message.title.text()


def test_who_has_no_place_is_seen_first_and_named_on_the_button_that_is_held(
    screen: SwapScreen, remembering: Any, hold: Any
) -> None:
    screen.panel.side.substitutes.activated.emit(1)
    assert remembering.named("foresee") == [(OLD.code, NEW.code)]
    assert [each.title for each in rows(screen)] == [bidi.name(each.called) for each in (PEOPLE[4], PEOPLE[6])]
    screen.panel.parts.chosen.emit("moves")
    assert [each.time for each in rows(screen)] == [bidi.code(str(place)) for place in range(1, 6)]
    button = screen.panel.side.doing[Doing.SWAP]
    assert PEOPLE[4].called in button.accessibleName()
    assert "2 without a place" in bidi.plain(button.text())
    screen.panel.side.reason_typed.emit("the engine")
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    assert remembering.named("take_over") == []
    hold(button)
    assert [given[1:] for given in remembering.named("take_over")] == [
        (OLD.code, NEW.code, Cause.BROKEN_DOWN, "the engine")
    ]


def test_an_exchange_is_no_breakdown(screen: SwapScreen, remembering: Any, hold: Any) -> None:
    screen.panel.side.substitutes.activated.emit(1)
    screen.panel.side.causes.chosen.emit("swapped")
    hold(screen.panel.side.doing[Doing.SWAP])
    assert remembering.named("take_over")[0][3:] == (Cause.SWAPPED, "")


@pytest.mark.parametrize(
    ("look", "step", "offered"),
    [
        (under_way(new=BusState.PLANNED, scanned=0), Step.OPEN, (Doing.OPEN, Doing.UNDO)),
        (under_way(scanned=0), Step.SCAN, (Doing.UNDO,)),
        (under_way(), Step.SCAN, ()),
        (under_way(scanned=9), Step.SEAT, ()),
        (under_way(scanned=9, seated=True), Step.EMPTY, (Doing.EMPTY,)),
        (in_emergency(under_way(scanned=9, seated=True)), Step.CALM, (Doing.CALM,)),
        (in_emergency(under_way(new=BusState.PLANNED, scanned=0)), Step.OPEN, (Doing.OPEN, Doing.UNDO)),
        (under_way(BusState.EMPTIED, scanned=9, seated=True), Step.CLOSE, (Doing.EMPTY,)),
        (under_way(BusState.CLOSED, scanned=9, seated=True), Step.DONE, ()),
    ],
)
def test_what_comes_next_is_offered_and_nothing_else(
    screen: SwapScreen, remembering: Any, look: Any, step: Step, offered: tuple[Doing, ...]
) -> None:
    shows(screen, remembering, look)
    assert (screen._state.step, screen._state.offered) == (step, offered)
    shown = {doing for doing, button in screen.panel.side.doing.items() if button.isVisible()}
    assert shown == set(offered)
    assert not screen.panel.side.substitutes.isVisible()


def test_each_step_asks_for_its_own(screen: SwapScreen, remembering: Any, qtbot: QtBot) -> None:
    shows(screen, remembering, under_way(new=BusState.PLANNED, scanned=0))
    remembering.replies["move_to"] = Recorded(frozenset())
    QTest.mouseClick(screen.panel.side.doing[Doing.OPEN], Qt.MouseButton.LeftButton)
    assert remembering.named("move_to") == [(NEW.code, BusState.BOARDING)]
    QTest.mouseClick(screen.panel.side.doing[Doing.UNDO], Qt.MouseButton.LeftButton)
    assert remembering.named("undo_swap") == [(OLD.code,)]
    screen._done(Doing.UNDO, Troubled(SwapBegun(bus=NEW.code, people=1)))
    assert "not taken back" in screen.panel._note.text()
    shows(screen, remembering, under_way(scanned=9, seated=True))
    with qtbot.waitSignal(screen.asked_for) as asked:
        QTest.mouseClick(screen.panel.side.doing[Doing.EMPTY], Qt.MouseButton.LeftButton)
    assert asked.args == [Destination("head_count", OLD.code)]
    shows(screen, remembering, in_emergency(under_way(scanned=9, seated=True), injured=False))
    with qtbot.waitSignal(screen.asked_for) as asked:
        QTest.mouseClick(screen.panel.side.doing[Doing.CALM], Qt.MouseButton.LeftButton)
    assert asked.args == [Destination("emergency", OLD.code)]


def test_in_an_emergency_it_is_said_that_the_list_stays_and_who_is_injured_does_not_move(
    screen: SwapScreen, remembering: Any
) -> None:
    remembering.replies |= {"foresee": in_emergency(foreseen())}
    screen.panel.side.substitutes.activated.emit(1)
    view = screen._words.view(screen._state)
    assert "list frozen" in view.where
    assert "injured does not move" in view.line
    assert all("marked injured" in row.line for row in view.rows), "who is left is looked at first"


def test_who_was_scanned_and_who_was_not_follow_the_scans(screen: SwapScreen, remembering: Any) -> None:
    shows(screen, remembering, under_way(scanned=1))
    assert len(rows(screen)) == 4
    screen.panel.parts.chosen.emit("settled")
    assert [each.title for each in rows(screen)] == [bidi.name(PEOPLE[0].called)]
    shows(screen, remembering, under_way(scanned=3))
    assert len(rows(screen)) == 3


def test_once_all_were_scanned_those_without_a_place_are_looked_at(screen: SwapScreen, remembering: Any) -> None:
    shows(screen, remembering, under_way(scanned=4))
    assert screen._state.part is Part.MOVES
    shows(screen, remembering, under_way(scanned=9))
    assert screen._state.part is Part.LEFT
    assert [each.title for each in rows(screen)] == [bidi.name(each.called) for each in (PEOPLE[4], PEOPLE[6])]


def test_what_comes_late_of_another_bus_is_passed_over() -> None:
    state = swapping.bus_opened(SwapState(), OTHER.code)
    assert swapping.outcome_previewed(state, foreseen()) == state
    assert swapping.standing_fetched(state, under_way()) == state
    chosen = swapping.substitute_chosen(swapping.bus_opened(SwapState(), OLD.code), NEW.code)
    seen = swapping.outcome_previewed(chosen, foreseen())
    assert seen.part is Part.LEFT
    assert swapping.outcome_previewed(swapping.part_chosen(seen, Part.MOVES), foreseen()).part is Part.MOVES
