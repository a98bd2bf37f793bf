"""An emergency at work: called by a held button, everybody marked by one key or tap, and nobody by a slip or a scan."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from layout_emergencies import ALL, BUS, LINES, OTHER, PEOPLE, SOME, foreseen, mark, standing, with_sighting
from layout_stage import PLACE
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.changes import Changed
from checkin_app.domain.emergencies import Condition, How
from checkin_app.domain.ids import BusCode
from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.problems_operators import RoleMayNot
from checkin_app.domain.roles import DeedWord, RoleWord
from checkin_app.runtime.lanes import Troubled
from checkin_app.ui import theme
from checkin_app.ui.emergency import state as emergencies
from checkin_app.ui.emergency.screen import EmergencyScreen
from checkin_app.ui.emergency.state import Doing, EmergencyState, Mode, Part
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.rows import ROW_ROLE, RowView
from checkin_app.ui.shell.screen import Destination

CODE = BUS.code


@pytest.fixture
def screen(dressed: QApplication, qtbot: QtBot, remembering: Any, tmp_path: Path) -> EmergencyScreen:
    remembering.replies |= {"emergency": foreseen()}
    made = EmergencyScreen(remembering.actions, PLACE, folder=lambda: tmp_path)
    made.retranslate()
    made.set_layout(theme.Layout.COMPACT)
    qtbot.addWidget(made)
    made.resize(1278, 712)
    made.show()
    made.opened_for(CODE)
    made.shown()
    made.setFocus()
    return made


def rows(screen: EmergencyScreen) -> list[RowView]:
    model = screen.panel.model
    return [model.index(place, 0).data(ROW_ROLE) for place in range(model.rowCount())]


def titles(screen: EmergencyScreen) -> list[str]:
    return [each.title for each in rows(screen)]


def shows(screen: EmergencyScreen, remembering: Any, found: Any) -> None:
    remembering.replies["emergency"] = found
    screen.stale(frozenset({Changed.BUSES}))


def buttons(screen: EmergencyScreen) -> set[Doing]:
    return {doing for doing, button in screen.panel.side.doing.items() if button.isVisible()}


def test_whom_a_call_would_freeze_is_seen_and_only_a_held_button_calls(
    screen: EmergencyScreen, remembering: Any, hold: Any
) -> None:
    assert len(rows(screen)) == len(LINES)
    assert buttons(screen) == {Doing.CALL}
    assert not screen.panel.save.isVisible()
    screen.panel.side.reason_typed.emit("smoke")
    button = screen.panel.side.doing[Doing.CALL]
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert remembering.named("call_emergency") == []
    remembering.replies["call_emergency"] = standing()
    hold(button)
    assert [given[1:] for given in remembering.named("call_emergency")] == [(CODE, "smoke")]
    assert buttons(screen) == {Doing.SAFE, Doing.INJURED, Doing.UNKNOWN}
    assert (screen._state.reason, screen._state.is_on) == ("", True)


def test_before_it_is_called_nobody_is_marked(screen: EmergencyScreen, remembering: Any) -> None:
    screen._choose_row(2)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        QTest.keyClick(screen, key)
    assert remembering.named("mark_person") == []
    assert not screen.takes_scan(("anything",)), "and a scan is decided as ever"


@pytest.mark.parametrize(
    ("key", "doing", "condition"),
    [
        (Qt.Key.Key_1, Doing.SAFE, Condition.SAFE),
        (Qt.Key.Key_2, Doing.INJURED, Condition.INJURED),
        (Qt.Key.Key_3, Doing.UNKNOWN, Condition.UNKNOWN),
    ],
)
def test_one_key_or_one_tap_says_how_somebody_is(
    screen: EmergencyScreen, remembering: Any, key: Qt.Key, doing: Doing, condition: Condition
) -> None:
    shows(screen, remembering, standing())
    remembering.replies["mark_person"] = standing({LINES[1].who: (mark(condition),)})
    QTest.keyClick(screen, Qt.Key.Key_Down)
    QTest.keyClick(screen, Qt.Key.Key_Down)
    screen.panel.side.note_typed.emit("at the bridge")
    QTest.keyClick(screen, key)
    assert remembering.named("mark_person") == [(CODE, LINES[1].who, condition, "at the bridge")]
    assert screen._state.note == ""
    QTest.mouseClick(screen.panel.side.doing[doing], Qt.MouseButton.LeftButton)
    assert len(remembering.named("mark_person")) == 2


def test_a_key_pressed_twice_or_held_down_marks_nobody_else(screen: EmergencyScreen, remembering: Any) -> None:
    shows(screen, remembering, standing())
    screen._choose_row(0)
    first = titles(screen)
    remembering.replies["mark_person"] = standing({LINES[0].who: (mark(Condition.SAFE),)})
    for _ in range(3):
        QTest.keyClick(screen, Qt.Key.Key_1)
    assert {given[1] for given in remembering.named("mark_person")} == {LINES[0].who}
    assert titles(screen) == first, "nobody jumps from under a finger"
    assert rows(screen)[0].verdict is Verdict.GO
    screen.panel.parts.chosen.emit("all")
    assert titles(screen)[-1] == first[0], "and who is unknown stands first again once that is asked for"


def test_while_one_mark_is_being_written_no_other_is_taken_and_keys_before_the_list_do_nothing(
    screen: EmergencyScreen, remembering: Any
) -> None:
    QTest.keyClick(screen, Qt.Key.Key_1)
    shows(screen, remembering, standing())
    QTest.keyClick(screen, Qt.Key.Key_1)
    assert remembering.named("mark_person") == [], "nobody is chosen yet"
    screen._choose_row(0)
    QTest.keyClick(screen, Qt.Key.Key_1)
    QTest.keyClick(screen, Qt.Key.Key_2)
    assert [given[2] for given in remembering.named("mark_person")] == [Condition.SAFE]
    assert not screen.panel.side.doing[Doing.SAFE].isEnabled()


def test_figures_stand_above_and_lead_to_their_people(screen: EmergencyScreen, remembering: Any) -> None:
    shows(screen, remembering, standing(SOME))
    state = screen._state
    parts = (Part.UNKNOWN, Part.INJURED, Part.SAFE)
    counted = [sum(emergencies.is_of(each, part) for each in state.lines) for part in parts]
    assert counted == [6, 2, 1], "everybody once, as the board and the paper count them"
    assert titles(screen)[0] == bidi.name(PEOPLE[2].called), "contradictions first"
    for figure in ("6", "9", "1"):
        assert bidi.code(figure) in screen.panel._title.text()
    screen.panel.parts.chosen.emit("injured")
    assert titles(screen) == [bidi.name(PEOPLE[place].called) for place in (2, 1)]
    screen.panel.parts.chosen.emit("safe")
    assert titles(screen) == [bidi.name(PEOPLE[0].called)]
    screen.panel.parts.chosen.emit("unknown")
    assert len(titles(screen)) == 6


def test_what_two_laptops_say_of_one_person_stands_side_by_side_with_who_said_it(
    screen: EmergencyScreen, remembering: Any
) -> None:
    shows(screen, remembering, with_sighting(standing(SOME)))
    screen._choose(PEOPLE[2].id)
    said = screen.panel.side._statements.text()
    assert "different things" in said
    for part in ("Safe", "Injured", "Vito Volunteer", "Desk 3", "Bay 7", "got off bus"):
        assert part in said
    row = next(each for each in rows(screen) if each.title == bidi.name(PEOPLE[2].called))
    assert (row.verdict, "contradictory" in row.line) == (Verdict.ASK, True)


def test_a_scan_makes_somebody_known_and_marks_nobody(screen: EmergencyScreen, remembering: Any) -> None:
    shows(screen, remembering, standing(SOME))
    who = PEOPLE[3]
    remembering.replies |= {"resolve": who.id, "card": replace(OTHER, delegate=who)}
    screen.panel.typed.emit("xyz")
    assert screen.takes_scan((who.badge_no,))
    assert remembering.named("resolve") == [(who.badge_no,)]
    assert (screen._state.chosen, screen._state.query) == (who.id, "")
    assert bidi.name(who.called) in screen.panel.side._head.text()
    assert remembering.named("mark_person") == []
    remembering.replies["resolve"] = None
    assert screen.takes_scan(("rubbish",))
    assert "belongs to nobody" in screen.panel._note.text()


def test_who_is_found_besides_is_shown_and_marked_too(screen: EmergencyScreen, remembering: Any) -> None:
    shows(screen, remembering, standing())
    remembering.replies |= {"resolve": OTHER.delegate.id, "card": OTHER}
    QTest.keyClicks(screen.panel.field.line, OTHER.delegate.badge_no)
    assert rows(screen) == []
    QTest.keyClick(screen.panel.field.line, Qt.Key.Key_Return)
    assert "not on the frozen list" in screen.panel.side._line.text()
    QTest.keyClick(screen, Qt.Key.Key_1)
    assert remembering.named("mark_person") == [(CODE, OTHER.delegate.id, Condition.SAFE, "")]


def test_a_name_is_found_and_enter_chooses_whom_it_found(screen: EmergencyScreen, remembering: Any) -> None:
    shows(screen, remembering, standing())
    QTest.keyClicks(screen.panel.field.line, "hohenlohe")
    assert titles(screen) == [bidi.name(PEOPLE[2].called)]
    QTest.keyClick(screen.panel.field.line, Qt.Key.Key_Return)
    assert screen._state.chosen == PEOPLE[2].id
    QTest.keyClicks(screen.panel.field.line, "1")
    assert remembering.named("mark_person") == [], "a digit typed into the search is no mark"
    screen.panel.field.escaped.emit()
    assert len(rows(screen)) == len(LINES)


def test_whoever_types_a_number_or_a_name_searches_and_its_digits_mark_nobody(
    screen: EmergencyScreen, remembering: Any
) -> None:
    shows(screen, remembering, standing())
    screen._choose_row(0)
    QTest.keyClicks(QApplication.focusWidget(), "0")
    for digit in "413":
        QTest.keyClicks(QApplication.focusWidget(), digit)
    assert (screen.panel.field.text(), remembering.named("mark_person")) == ("0413", [])
    assert titles(screen) == [bidi.name(PEOPLE[1].called)]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "1")
    assert [given[1:3] for given in remembering.named("mark_person")] == [(PEOPLE[1].id, Condition.SAFE)]


def test_it_is_ended_by_a_held_button_with_a_reason_while_somebody_is_looked_for(
    screen: EmergencyScreen, remembering: Any, hold: Any
) -> None:
    shows(screen, remembering, standing(SOME))
    screen.panel.side.mode_chosen.emit(Mode.END)
    end, alarm = (screen.panel.side.doing[each] for each in (Doing.END, Doing.FALSE_ALARM))
    assert (end.isEnabled(), alarm.isEnabled()) == (False, False)
    screen.panel.side.reason_typed.emit("the police look on")
    assert (end.isEnabled(), alarm.isEnabled()) == (True, False), "somebody is injured: that is no false alarm"
    assert titles(screen)[0] == bidi.name(PEOPLE[2].called), "who is still looked for is seen"
    QTest.mouseDClick(end, Qt.MouseButton.LeftButton)
    assert remembering.named("end_emergency") == []
    remembering.replies["end_emergency"] = Troubled(
        RoleMayNot(role=RoleWord.COORDINATOR, deed=DeedWord.EMERGENCY_END_SHORT)
    )
    hold(end)
    assert [given[1:] for given in remembering.named("end_emergency")] == [(CODE, How.OVER, "the police look on")]
    assert screen._state.reason == "the police look on", "what was typed stays where it was refused"
    shows(screen, remembering, standing())
    hold(alarm)
    assert remembering.named("end_emergency")[-1][2] is How.FALSE_ALARM


def test_once_everybody_is_known_it_ends_without_a_word_and_can_be_read_and_called_anew(
    screen: EmergencyScreen, remembering: Any, hold: Any
) -> None:
    shows(screen, remembering, standing(ALL))
    screen.panel.side.mode_chosen.emit(Mode.END)
    remembering.replies["end_emergency"] = standing(ALL, how=How.OVER)
    hold(screen.panel.side.doing[Doing.END])
    assert not screen._state.is_on
    assert "ended at" in screen.panel._line.text()
    assert buttons(screen) == {Doing.SAFE, Doing.INJURED, Doing.UNKNOWN}, "news that comes later is taken"
    assert not screen.takes_scan(("code",)), "and scans are decided as ever"
    screen.panel.side.mode_chosen.emit(Mode.CALL)
    assert buttons(screen) == {Doing.CALL}


def test_the_list_is_saved_beside_the_other_papers_and_what_is_being_typed_stays(
    screen: EmergencyScreen, remembering: Any, tmp_path: Path
) -> None:
    shows(screen, remembering, standing())
    screen._choose_row(0)
    screen.panel.side.note_typed.emit("half a no")
    remembering.replies["save_list"] = tmp_path / "list.pdf"
    QTest.mouseClick(screen.panel.save, Qt.MouseButton.LeftButton)
    [(bus, path)] = remembering.named("save_list")
    assert (bus, path.parent, path.suffix) == (CODE, tmp_path, ".pdf")
    assert "list.pdf" in screen.panel._note.text()
    assert screen._state.note == "half a no"


def test_back_leads_to_the_bus(screen: EmergencyScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.asked_for) as asked:
        QTest.mouseClick(screen.panel.back, Qt.MouseButton.LeftButton)
    assert asked.args == [Destination("manifest", CODE)]


def test_what_others_mark_comes_in_without_moving_anybody_or_taking_what_is_typed() -> None:
    state = emergencies.standing_fetched(emergencies.bus_opened(EmergencyState(), CODE), standing())
    state = emergencies.note_typed(emergencies.person_chosen(state, PEOPLE[0].id), "he")
    later = emergencies.standing_fetched(state, standing(SOME))
    assert (later.order, later.chosen, later.note) == (state.order, PEOPLE[0].id, "he")
    assert emergencies.standing_fetched(state, replace(standing(), bus=replace(BUS, code=BusCode("2-9")))) == state
    filtered = emergencies.person_chosen(emergencies.part_chosen(state, Part.UNKNOWN), PEOPLE[0].id)
    told = emergencies.standing_fetched(filtered, standing(ALL))
    assert [each.who for each in told.lines] == [PEOPLE[0].id], "whoever is looked at stays in sight"
