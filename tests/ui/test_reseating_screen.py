"""Guests dragged onto another bus, or taken there by keys: what it costs is seen before, and nothing moves that may not."""

from typing import Any

import pytest
from layout_people import GUESTS
from layout_reseating import WAITING, of_one, reseated, route, weighed
from layout_stage import BUS, PLACE
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.changes import Changed, Recorded
from checkin_app.domain.problems_planning import MoveOfAboard, NothingMoved
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.ui import theme
from checkin_app.ui.kit import bidi
from checkin_app.ui.replies import told
from checkin_app.ui.reseating import state as seats
from checkin_app.ui.reseating.screen import ReseatingScreen
from checkin_app.ui.reseating.state import Place

FREE, FULL = "3-1", "3-4"


@pytest.fixture
def screen(dressed: QApplication, qtbot: QtBot, remembering: Any) -> ReseatingScreen:
    remembering.replies |= {
        "buses": route(),
        "manifest": of_one(),
        "unseated": (),
        "reseat": reseated(),
        "put_back": Recorded(frozenset()),
    }
    screen = ReseatingScreen(remembering.actions, PLACE)
    screen.retranslate()
    qtbot.addWidget(screen)
    screen.set_layout(theme.Layout.COMPACT)
    screen.resize(1366, 700)
    screen.show()
    screen.opened_for(BUS)
    screen.shown()
    return screen


def said(screen: ReseatingScreen) -> str:
    view = screen._words.view(screen._state)
    return bidi.plain(f"{view.cost} | {view.cost_detail}")


def answer(screen: ReseatingScreen, remembering: Any) -> None:
    """Let it be known what those in hand would cost."""
    origin, people, to = remembering.named("weigh")[-1]
    remembering.waiting["weigh"](Done(weighed(people, origin, to)))


def point(screen: ReseatingScreen, view: Any, row: int) -> QPoint:
    return view.visualRect(view.model().index(row, 0)).center()


def carry(screen: ReseatingScreen, remembering: Any, guest: int, bus: int, *, known: bool = True) -> None:
    """Take a guest by the mouse, hold them over a bus, and let go there."""
    people, buses = screen.panel.list, screen.panel.buses
    start = point(screen, people, guest)
    over = people.viewport().mapFromGlobal(buses.viewport().mapToGlobal(point(screen, buses, bus)))
    QTest.mousePress(people.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(people.viewport(), start + QPoint(-40, 0))
    QTest.mouseMove(people.viewport(), over)
    if known:
        answer(screen, remembering)
    screen_said.append(said(screen))
    QTest.mouseRelease(people.viewport(), Qt.MouseButton.LeftButton, pos=over)


screen_said: list[str] = []


def row_of(screen: ReseatingScreen, code: str) -> int:
    return [each.bus or each.route for each in screen._state.places].index(code)


def waiting_row(screen: ReseatingScreen, number: int = 0) -> int:
    ids = [line.delegate.id for line in screen._state.lines]
    return [place for place, each in enumerate(ids) if each in WAITING][number]


def test_a_guest_is_dragged_onto_another_bus_and_the_cost_stands_there_before(
    screen: ReseatingScreen, remembering: Any
) -> None:
    row = waiting_row(screen)
    who = screen._state.lines[row].delegate.id
    carry(screen, remembering, row, row_of(screen, FREE))
    assert screen_said[-1].startswith(
        "1 to bus 3-1 | parts of delegations: 2, 3 before · 31 of 37 seats · filled more evenly"
    )
    assert remembering.named("reseat") == [(BUS, (who,), FREE)]
    assert not screen._state.carrying
    assert bidi.plain(screen._words.view(screen._state).line).endswith("From bus 3-2 to bus 3-1: 3")


def test_over_a_bus_that_may_not_be_it_is_said_why_and_letting_go_there_moves_nobody(
    screen: ReseatingScreen, remembering: Any
) -> None:
    carry(screen, remembering, waiting_row(screen), row_of(screen, FULL))
    assert "Bus 3-4 has no seat for 3 of them." in screen_said[-1]
    assert remembering.named("reseat") == []
    assert "Bus 3-4 has no seat for 3 of them." in said(screen)
    assert not screen._state.carrying


def test_who_is_let_go_before_the_cost_is_known_or_beside_the_buses_stays(
    screen: ReseatingScreen, remembering: Any
) -> None:
    carry(screen, remembering, waiting_row(screen), row_of(screen, FREE), known=False)
    assert remembering.named("reseat") == []
    assert "not known yet" in said(screen)
    QTest.mousePress(screen.panel.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    QTest.mouseMove(screen.panel.list.viewport(), QPoint(90, 40))
    assert screen._state.carrying
    QTest.mouseRelease(screen.panel.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(90, 40))
    assert not screen._state.carrying
    assert remembering.named("reseat") == []


def test_a_bus_is_no_place_to_put_its_own_guests(screen: ReseatingScreen, remembering: Any) -> None:
    carry(screen, remembering, waiting_row(screen), row_of(screen, BUS))
    assert remembering.named("reseat") == []


def test_all_of_it_is_done_by_keys(screen: ReseatingScreen, remembering: Any) -> None:
    first, second = waiting_row(screen, 0), waiting_row(screen, 1)
    for _ in range(second):
        QTest.keyClick(screen, Qt.Key.Key_Down)
    QTest.keyClick(screen, Qt.Key.Key_Space)
    for _ in range(second - first):
        QTest.keyClick(screen, Qt.Key.Key_Up)
    QTest.keyClick(screen, Qt.Key.Key_Space)
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert not screen._state.carrying, "Enter alone takes nobody in hand"
    QTest.keyClick(screen, Qt.Key.Key_M)
    people = {screen._state.lines[each].delegate.id for each in (first, second)}
    assert {*screen._state.taken} == people
    answer(screen, remembering)
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert remembering.named("reseat") == [], "no bus was chosen yet"
    QTest.keyClick(screen, Qt.Key.Key_Down)
    assert screen._state.over == FREE
    assert said(screen).startswith("2 to bus 3-1 | ")
    QTest.keyClick(screen, Qt.Key.Key_Down)
    QTest.keyClick(screen, Qt.Key.Key_Down)
    assert screen._state.over == FULL
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert remembering.named("reseat") == [], "it has no seat"
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert not screen._state.carrying
    assert screen._state.marked == people, "those chosen are still chosen"
    QTest.keyClick(screen, Qt.Key.Key_M)
    answer(screen, remembering)
    QTest.keyClick(screen, Qt.Key.Key_Down)
    del remembering.replies["reseat"]
    QTest.keyClick(screen, Qt.Key.Key_Return)
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert len(remembering.named("reseat")) == 1, "pressed twice, moved once"


def test_a_delegation_is_chosen_whole_and_left_whole(screen: ReseatingScreen) -> None:
    group = screen._state.lines[0].delegate.delegation
    whole = {line.delegate.id for line in screen._state.lines if line.delegate.delegation == group}
    QTest.keyClick(screen, Qt.Key.Key_D)
    assert screen._state.marked == whole
    QTest.keyClick(screen, Qt.Key.Key_D)
    assert screen._state.marked == frozenset()


def test_a_move_is_taken_back_by_ctrl_z_and_a_scan_after_it_is_not_undone_in_its_place(
    screen: ReseatingScreen, remembering: Any
) -> None:
    carry(screen, remembering, waiting_row(screen), row_of(screen, FREE))
    assert screen.takes_undo()
    assert remembering.named("put_back") == [("f" * 64,)]
    assert screen._state.last is None
    carry(screen, remembering, waiting_row(screen), row_of(screen, FREE))
    screen.scanned(Troubled(NothingMoved()))
    assert not screen.takes_undo()
    remembering.replies["put_back"] = Troubled(NothingMoved())
    screen.panel.undo.click()
    assert "others moved them" in said(screen)


def test_what_others_do_meanwhile_empties_the_hand_where_it_holds_somebody_who_left(
    screen: ReseatingScreen, remembering: Any
) -> None:
    screen.panel.carry_begun.emit(waiting_row(screen))
    (who,) = screen._state.taken
    lines = tuple(line for line in of_one().lines if line.delegate.id != who)
    screen.stale(frozenset({Changed.RIDES}))
    assert screen._state.carrying, "the same list came"
    made = of_one()
    remembering.replies["manifest"] = type(made)(made.bus, lines, made.version + 1)
    screen.stale(frozenset({Changed.RIDES}))
    assert not screen._state.carrying
    weigh = remembering.waiting["weigh"]
    weigh(Done(weighed([who])))
    assert screen._state.foreseen is None, "the cost of those who are not in hand is old news"


def test_whoever_cannot_be_moved_is_named_and_nobody_is_in_hand(screen: ReseatingScreen, remembering: Any) -> None:
    remembering.replies["weigh"] = Troubled(MoveOfAboard(name="Anna", bus="3-2"))
    QTest.keyClick(screen, Qt.Key.Key_M)
    assert not screen._state.carrying
    assert screen._state.note == told(MoveOfAboard(name="Anna", bus="3-2"))


def test_another_bus_is_looked_at_by_a_press_or_aside_and_chosen_people_are_forgotten(
    screen: ReseatingScreen, remembering: Any
) -> None:
    QTest.keyClick(screen, Qt.Key.Key_Space)
    QTest.keyClick(screen, Qt.Key.Key_Right)
    assert (screen._state.bus, screen._state.marked) == ("3-3", frozenset())
    assert remembering.named("manifest")[-1] == ("3-3",)
    screen.panel.bus_chosen.emit(0)
    assert screen._state.bus == "3-1"
    screen._listed(Done(of_one()))
    assert screen._state.manifest is None, "a list of a bus that is no longer looked at"


def test_who_has_no_bus_stands_above_the_buses_and_is_dragged_onto_one(
    screen: ReseatingScreen, remembering: Any
) -> None:
    assert screen._state.places[0] == Place(bus="3-1"), "nobody waits, and no row says so"
    remembering.replies["unseated"] = GUESTS[:3]
    screen.stale(frozenset({Changed.DELEGATES}))
    assert screen._state.places[0] == Place()
    assert screen._words.view(screen._state).buses[0].time == "3"
    screen.panel.bus_chosen.emit(0)
    assert bidi.plain(screen._words.view(screen._state).title) == "Guests without a bus"
    assert {line.delegate.id for line in screen._state.lines} == {each.id for each in GUESTS[:3]}
    who = screen._state.lines[1].delegate.id
    carry(screen, remembering, 1, row_of(screen, FREE))
    assert remembering.named("weigh")[-1] == (None, (who,), "3")
    assert remembering.named("reseat") == [(None, (who,), FREE)]
    screen._moved(Done(reseated(1, origin=None)))
    assert bidi.plain(screen._words.view(screen._state).line).endswith("To bus 3-1: 1")
    remembering.replies["unseated"] = ()
    screen.stale(frozenset({Changed.RIDES}))
    assert screen._words.view(screen._state).empty == "Everybody who chose this route has a bus."
    QTest.keyClick(screen, Qt.Key.Key_M)
    assert not screen._state.carrying


def test_guests_held_over_another_route_see_its_buses_and_what_it_costs_to_go_there(
    screen: ReseatingScreen, remembering: Any
) -> None:
    screen.panel.carry_begun.emit(waiting_row(screen))
    (who,) = screen._state.taken
    answer(screen, remembering)
    screen.panel.held_over.emit(row_of(screen, "4"))
    assert [each.bus.code for each in screen._state.buses] == ["4-1"]
    assert screen._state.cost is None, "it is not known yet"
    assert remembering.named("weigh")[-1] == (BUS, (who,), "4")
    held = len(remembering.named("weigh"))
    answer(screen, remembering)
    screen.panel.held_over.emit(row_of(screen, "4-1"))
    assert len(remembering.named("weigh")) == held, "asked once for a route"
    screen.panel.dropped.emit(row_of(screen, "4-1"))
    assert remembering.named("reseat") == [(BUS, (who,), "4-1")]
    assert screen._state.route == "3", "the guests of the bus are still those in sight"
    screen._moved(Done(reseated(1, strayed=1)))
    assert "on a route they did not choose: 1" in bidi.plain(screen._words.view(screen._state).line)


def test_by_keys_another_route_is_aside_and_escape_leaves_everybody_at_home(
    screen: ReseatingScreen, remembering: Any
) -> None:
    QTest.keyClick(screen, Qt.Key.Key_M)
    answer(screen, remembering)
    QTest.keyClick(screen, Qt.Key.Key_Right)
    QTest.keyClick(screen, Qt.Key.Key_Right)
    assert screen._state.route == "4"
    QTest.keyClick(screen, Qt.Key.Key_Return)
    QTest.keyClick(screen, Qt.Key.Key_Down)
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert remembering.named("reseat") == [], "the cost of going there is not known yet"
    QTest.keyClick(screen, Qt.Key.Key_Left)
    QTest.keyClick(screen, Qt.Key.Key_Right)
    origin, people, to = remembering.named("weigh")[0]
    remembering.waiting["weigh"](Done(weighed(people, origin, to)))
    assert screen._state.foreseen is None, "what the own route costs is old news"
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert (screen._state.route, screen._state.carrying) == ("3", False)
    screen.panel.bus_chosen.emit(row_of(screen, "4"))
    assert screen._state.bus == "4-1", "with nobody in hand it is looked at"


def test_keys_before_anything_has_come_do_nothing(dressed: QApplication, qtbot: QtBot, remembering: Any) -> None:
    screen = ReseatingScreen(remembering.actions, PLACE)
    qtbot.addWidget(screen)
    for key in (Qt.Key.Key_M, Qt.Key.Key_D, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(screen, key)
    screen.panel.dropped.emit(3)
    assert not screen._state.carrying
    assert remembering.named("reseat") == []


def test_who_is_in_hand_may_be_all_that_are_chosen_or_the_one_that_was_pressed(screen: ReseatingScreen) -> None:
    state = seats.guest_marked(seats.guest_marked(screen._state, 0), 1)
    assert len(seats.guests_taken(state, 0).taken) == 2
    assert seats.guests_taken(state, 2).taken == (state.lines[2].delegate.id,)
    assert seats.guests_taken(state, 2).marked == frozenset()
