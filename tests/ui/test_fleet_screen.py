"""The fleet: buses added by holding, changed in a form that survives scans, and everybody seated."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_scenes import planned
from layout_stage import PLACE, bus, buses
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.buses import values_of
from checkin_app.domain.changes import Recorded
from checkin_app.domain.details import Entry, Expected
from checkin_app.domain.ids import BusCode, RouteId
from checkin_app.domain.planning.shortage import Lacking, Shortage
from checkin_app.domain.problems import DiskFull, FieldInvalid
from checkin_app.domain.problems_fleet import BusExists
from checkin_app.domain.problems_planning import PlanStopped
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.services.planning import Assigned
from checkin_app.ui.fleet import state as fleet
from checkin_app.ui.fleet.screen import FleetScreen
from checkin_app.ui.fleet.state import NUMBERS, TEXTS, FleetState
from checkin_app.ui.kit.meant import Meant


@pytest.fixture
def screen(dressed: QApplication, qtbot: QtBot, remembering: Any) -> FleetScreen:
    remembering.replies |= {"buses": buses(), "amend": Recorded(frozenset()), "add": Recorded(frozenset())}
    screen = FleetScreen(remembering.actions, PLACE)
    screen.retranslate()
    qtbot.addWidget(screen)
    screen.resize(1366, 700)
    screen.show()
    screen.shown()
    return screen


def type_into(screen: FleetScreen, name: str, text: str) -> None:
    field = screen.panel.fields[name]
    field.set_text(text)
    field.edited.emit(text)


def test_only_what_was_typed_changes_and_only_by_saving(screen: FleetScreen, remembering: Any) -> None:
    assert not screen.panel.save.isVisible()
    type_into(screen, "plate", "京A·00001")
    assert remembering.named("amend") == []
    QTest.mouseClick(screen.panel.save, Qt.MouseButton.LeftButton)
    known = buses()[0].bus
    changed = replace(known, plate="京A·00001", state=known.state.PLANNED)
    assert remembering.named("amend") == [(changed, {"plate"})]
    assert not screen.panel.save.isVisible()


def test_a_draft_survives_news_of_the_buses_and_scans(screen: FleetScreen) -> None:
    type_into(screen, "driver", "Chen Wei")
    screen._counted(Done([*buses(), bus("4-9")]))
    assert screen.panel.fields["driver"].text() == "Chen Wei"
    assert len(screen._state.buses or ()) == 9


def test_a_fault_beside_one_line_moves_none_of_the_others(screen: FleetScreen) -> None:
    fields = screen.panel.fields
    type_into(screen, "licensed_seats", "many")
    QTest.mouseClick(screen.panel.save, Qt.MouseButton.LeftButton)
    QApplication.sendPostedEvents()
    assert fields["licensed_seats"]._hint.isVisible()
    row = [fields[name].line.mapTo(screen, QPoint(0, 0)).y() for name in ("licensed_seats", *NUMBERS[1:3])]
    assert len({*row}) == 1, row


def test_arrows_go_to_another_bus_and_what_was_typed_is_there_again(screen: FleetScreen) -> None:
    line = screen.panel.fields["driver"].line
    line.setFocus()
    QTest.keyClicks(line, "Chen Wei")
    QTest.keyClick(screen, Qt.Key.Key_Down)
    assert screen._state.place == 1
    assert line.text() == ""
    QTest.keyClick(screen, Qt.Key.Key_Up)
    assert line.text() == "Chen Wei"
    assert screen.panel.save.isVisible()


def test_what_is_typed_while_a_bus_is_saved_stays_in_its_own_draft(screen: FleetScreen, remembering: Any) -> None:
    del remembering.replies["amend"]
    first, second = (each.bus.code for each in buses()[:2])
    type_into(screen, "plate", "京A·00001")
    screen.panel.save_asked.emit()
    type_into(screen, "bay", "7")
    screen.panel.bus_chosen.emit(second)
    type_into(screen, "guide", "Li Na")
    remembering.waiting["amend"](Done(Recorded(frozenset())))
    assert screen._state.drafts == {first: {"bay": "7"}, second: {"guide": "Li Na"}}
    assert first in screen._state.note


@pytest.mark.parametrize("text", ["", "many", "4.5", "-1", "²", "9" * 5000])
def test_seats_that_are_no_number_are_said_beside_their_line_and_not_saved(
    screen: FleetScreen, remembering: Any, text: str
) -> None:
    type_into(screen, "usable_seats", text)
    assert screen.panel.fields["usable_seats"]._hint.isVisible()
    assert not screen.panel.save.isEnabled()
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert remembering.named("amend") == []


def test_what_is_refused_is_said_beside_its_line_and_stays_as_typed(screen: FleetScreen, remembering: Any) -> None:
    remembering.replies["amend"] = Troubled(FieldInvalid(field=Entry.DEPARTS, value="8", expected=Expected.TIME))
    type_into(screen, "departs", "8")
    screen.panel.save_asked.emit()
    assert screen.panel.fields["departs"]._hint.isVisible()
    assert screen.panel.fields["departs"].text() == "8"


def test_a_bus_is_added_with_the_next_number_of_its_route_and_only_by_holding(
    screen: FleetScreen, remembering: Any
) -> None:
    screen.panel.routes.activated.emit(3)
    assert screen._state.chosen == "3-3"
    assert screen.panel.add.isVisible()
    QTest.mouseClick(screen.panel.add, Qt.MouseButton.LeftButton)
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert remembering.named("add") == []
    screen.panel.add_meant.emit(Meant("3-3"))
    ((_, added),) = remembering.named("add")
    assert (added.code, added.route, added.licensed_seats, added.usable_seats) == ("3-3", "3", 45, 45)


def test_a_number_that_another_laptop_gave_meanwhile_is_said(screen: FleetScreen, remembering: Any) -> None:
    remembering.replies["add"] = Troubled(BusExists(name="3-3"))
    screen.panel.add_begun.emit(RouteId("3"))
    screen.panel.add_meant.emit(Meant("3-3"))
    assert screen._state.wrong
    assert "3-3" in screen._state.note


def test_everybody_is_seated_by_holding_and_who_found_no_seat_is_counted(screen: FleetScreen, remembering: Any) -> None:
    remembering.replies["fill"] = Assigned(12, (buses()[0].bus.code,) * 3, frozenset())
    QTest.mouseClick(screen.panel.fill, Qt.MouseButton.LeftButton)
    assert remembering.named("fill") == []
    screen.panel.fill_meant.emit(Meant("fill"))
    assert "12" in screen._state.note
    assert "3" in screen._state.note


def test_more_aboard_than_seats_is_shown_not_refused(screen: FleetScreen) -> None:
    screen._counted(Done([replace(bus("1-1"), aboard=41)]))
    assert screen._state.overfull
    assert "41" in screen.panel._foot.second_line.text()
    assert "Count" in screen.panel._foot.second_line.text(), "it says what can be done here, not what a command lists"


def test_taking_seats_away_from_those_aboard_says_so_before_that_it_was_saved(
    screen: FleetScreen, remembering: Any
) -> None:
    remembering.replies["buses"] = [replace(bus("1-1"), aboard=41)]
    type_into(screen, "plate", "京A·00001")
    screen.panel.save_asked.emit()
    assert screen._state.overfull
    assert "41" in screen.panel._foot.second_line.text()


def test_what_was_done_is_not_said_again_when_the_screen_is_opened_anew(screen: FleetScreen) -> None:
    type_into(screen, "plate", "京A·00001")
    screen.panel.save_asked.emit()
    assert screen.panel._foot.second_line.text()
    screen.shown()
    assert not screen.panel._foot.second_line.text()


def test_what_could_not_be_done_still_stands_when_the_screen_is_opened_anew(
    screen: FleetScreen, remembering: Any
) -> None:
    remembering.replies["amend"] = Troubled(FieldInvalid(field=Entry.DEPARTS, value="8", expected=Expected.TIME))
    type_into(screen, "departs", "8")
    screen.panel.save_asked.emit()
    screen.shown()
    assert screen.panel.fields["departs"]._hint.isVisible()


def test_while_one_is_saved_nothing_else_is_asked(screen: FleetScreen, remembering: Any) -> None:
    del remembering.replies["amend"]
    type_into(screen, "bay", "7")
    for _ in range(3):
        screen.panel.save_asked.emit()
    assert len(remembering.named("amend")) == 1


@given(st.dictionaries(st.sampled_from([*NUMBERS, *TEXTS]), st.text(max_size=8)))
def test_the_form_says_the_bus_it_was_given_but_for_what_was_typed(typed: dict[str, str]) -> None:
    known = bus("2-1")
    state = fleet.counted(FleetState(), [known])
    assert state.bus == replace(known.bus, state=known.bus.state.PLANNED)
    for name, text in typed.items():
        state = fleet.line_typed(state, name, text)
    if state.bus is not None:
        former, new = values_of(known.bus), values_of(state.bus)
        assert {name for name in former if former[name] != new[name]} <= typed.keys()


@given(st.lists(st.integers(1, 30), unique=True, max_size=12))
def test_a_new_bus_never_takes_a_number_that_is_given(numbers: list[int]) -> None:
    known = [bus(f"2-{number}") for number in numbers]
    state = fleet.adding_begun(fleet.counted(FleetState(), known), RouteId("2"))
    assert state.chosen not in {each.bus.code for each in known}
    assert BusCode(str(state.chosen)).startswith("2-")


def plain(label: Any) -> str:
    """Return what a label says, without what keeps figures apart from the direction of the text."""
    said: str = label.text().translate(dict.fromkeys(range(0x2066, 0x206A)))
    return said


def test_a_plan_says_how_good_it_is_and_is_taken_back_by_one_button(screen: FleetScreen, remembering: Any) -> None:
    panel = screen.panel
    assert not panel.undo.isVisible()
    QTest.mouseClick(panel.plan, Qt.MouseButton.LeftButton)
    assert panel.stop.isVisible()
    assert not panel.plan.isVisible()
    ((keep,),) = remembering.named("plan")
    assert keep == frozenset()
    remembering.waiting["plan"](Done(planned()))
    assert plain(panel._said.line) == "Proven best: 62 buses, delegations in 128 pieces"
    assert not panel.stop.isVisible()
    QTest.mouseClick(panel.undo, Qt.MouseButton.LeftButton)
    assert remembering.named("unplan") == [("a-plan",)]
    remembering.waiting["unplan"](Done(Recorded(frozenset())))
    assert not panel.undo.isVisible()
    assert plain(panel._said.line) == ""
    assert "before the plan" in panel._foot.second_line.text()


def test_a_plan_that_falls_short_names_of_what_and_where(screen: FleetScreen) -> None:
    screen._planned(Done(planned(Shortage(Lacking.LANGUAGE, 12, ("ru", "uk")))))
    assert plain(screen.panel._said.line) == "62 buses, delegations in 128 pieces"
    said = plain(screen.panel._said.second_line)
    assert (
        "Route 1: No Russian/Ukrainian-speaking place left for 12: more interpreters or more buses are needed." in said
    )
    assert "Route 2:" in said


def test_a_bus_that_is_changed_stays_locked_and_for_vips(screen: FleetScreen, remembering: Any) -> None:
    first, *rest = buses()
    screen._counted(Done([replace(first, bus=replace(first.bus, locked=True, for_vips=True)), *rest]))
    type_into(screen, "plate", "京A·00001")
    screen.panel.save_asked.emit()
    ((amended, _),) = remembering.named("amend")
    assert (amended.locked, amended.for_vips) == (True, True)


def test_layouts_are_typed_as_people_write_them_and_one_that_cannot_be_is_said_beside_its_line(
    screen: FleetScreen, remembering: Any
) -> None:
    type_into(screen, "layouts", "49+0、45 + 1; 41+2")
    screen.panel.save_asked.emit()
    ((amended, written),) = remembering.named("amend")
    assert (amended.layouts, [*written]) == (("49+0", "45+1", "41+2"), ["layouts"])
    refused = FieldInvalid(field=Entry.LAYOUTS, value="49", expected=Expected.LAYOUT)
    remembering.replies["amend"] = Troubled(refused)
    type_into(screen, "layouts", "49")
    screen.panel.save_asked.emit()
    assert "45+1" in screen.panel.fields["layouts"]._hint.text()
    assert screen.panel.fields["layouts"].text() == "49"


def test_a_lock_is_written_and_shown_once_it_is_known_until_it_is_taken_away(
    screen: FleetScreen, remembering: Any
) -> None:
    first, *others = buses()
    QTest.mouseClick(screen.panel.lock, Qt.MouseButton.LeftButton)
    assert remembering.named("lock")[-1][:2] == (first.bus.code, True)
    assert screen._state.locked == frozenset(), "what is not written is not shown"
    remembering.waiting["lock"](Done(Recorded(frozenset())))
    screen._counted(Done([replace(first, bus=replace(first.bus, locked=True)), *others]))
    assert "1" in screen.panel._said.second_line.text()
    assert "Unlock" in screen.panel.lock.text()
    QTest.mouseClick(screen.panel.lock, Qt.MouseButton.LeftButton)
    assert remembering.named("lock")[-1][:2] == (first.bus.code, False)


def test_a_lock_that_cannot_be_written_is_said(screen: FleetScreen, remembering: Any) -> None:
    QTest.mouseClick(screen.panel.lock, Qt.MouseButton.LeftButton)
    remembering.waiting["lock"](Troubled(DiskFull(folder="")))
    assert screen._state.wrong
    assert not screen._state.busy


def test_a_plan_that_is_stopped_says_so_and_another_can_be_made(screen: FleetScreen, remembering: Any) -> None:
    stopped: list[bool] = []
    QTest.mouseClick(screen.panel.plan, Qt.MouseButton.LeftButton)
    screen._stop = lambda: stopped.append(True)
    QTest.mouseClick(screen.panel.stop, Qt.MouseButton.LeftButton)
    assert stopped == [True]
    remembering.waiting["plan"](Troubled(PlanStopped()))
    assert "stopped" in screen.panel._foot.second_line.text()
    assert screen.panel.plan.isVisible()
    assert screen.panel.plan.isEnabled()


@pytest.mark.parametrize("before", [True, False], ids=["then the buses came", "the buses were there"])
def test_the_bus_that_it_is_opened_for_is_in_sight_however_many_there_are(
    dressed: QApplication, qtbot: QtBot, remembering: Any, before: bool
) -> None:
    many = [bus(f"{route}-{number}") for route in "1234" for number in range(1, 31)]
    remembering.replies["buses"] = many
    screen = FleetScreen(remembering.actions, PLACE)
    screen.retranslate()
    qtbot.addWidget(screen)
    screen.resize(1024, 600)
    if before:
        screen.opened_for("4-30")
        screen.shown()
    else:
        screen.shown()
        screen.opened_for("4-30")
    screen.show()
    view = screen.panel.list
    qtbot.waitUntil(lambda: view.viewport().rect().contains(view.visualRect(view.currentIndex())))
    assert view.currentIndex().row() == len(many) - 1
    for code in ("1-1", "3-15", "4-30"):  # chosen while it is shown, and the buses come anew
        screen.opened_for(code)
        screen.shown()
        qtbot.waitUntil(lambda: view.viewport().rect().contains(view.visualRect(view.currentIndex())))
        assert screen._state.chosen == code
    screen.resize(1024, 480)
    screen.panel.show_strip(shown=True)
    qtbot.waitUntil(lambda: view.viewport().rect().contains(view.visualRect(view.currentIndex())))


def test_a_bus_is_meant_for_vips_by_one_press_and_for_everybody_by_the_next(
    screen: FleetScreen, remembering: Any
) -> None:
    remembering.replies["keep_for_vips"] = Recorded(frozenset())
    code = screen._state.chosen
    screen.panel.vips.click()
    assert remembering.named("keep_for_vips") == [(code, True)]
    first, *rest = buses()
    screen._counted(Done([replace(first, bus=replace(first.bus, for_vips=True)), *rest]))
    assert "VIPs" in screen._words.view(screen._state).rows[0].line
    screen.panel.vips.click()
    assert remembering.named("keep_for_vips")[-1] == (code, False)


def test_the_guests_of_the_bus_are_moved_on_a_page_of_their_own(screen: FleetScreen) -> None:
    asked: list[Any] = []
    screen.asked_for.connect(asked.append)
    screen.panel.guests.click()
    assert [(each.screen, each.subject) for each in asked] == [("reseating", screen._state.chosen)]
