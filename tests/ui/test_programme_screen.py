"""The programme's screen: what is typed holds once its line is left, what cannot stand keeps the old value and says why."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.changes import Changed
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import Digest, Instant, StationId
from checkin_app.domain.outcomes import Reason
from checkin_app.domain.problems_programme import CategoryInUse, EntryInvalid, ForumChangedSince
from checkin_app.domain.programme import EntryRemoved, EntryWritten, ForumSet, Needed, Part
from checkin_app.files.forum_file import forum_bytes, parse_forum
from checkin_app.files.forum_writer import edited
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.services.ports.stations import ForumInForce, Station
from checkin_app.services.programme import ForumChanged
from checkin_app.ui import theme
from checkin_app.ui.programme.screen import ProgrammeScreen
from checkin_app.ui.shell.actions import StationContext

CONTENT = forum_bytes("gstf-2024")


def parsed(content: bytes) -> Forum:
    return parse_forum(content, "forum.toml")


def changed_to(forum: Forum, number: int = 1) -> ForumChanged:
    return ForumChanged(frozenset({Changed.FORUM}), Digest(f"{number - 1:064}"), Digest(f"{number:064}"), forum)


@pytest.fixture
def screen(dressed: QApplication, qtbot: QtBot, remembering: Any) -> Iterator[ProgrammeScreen]:
    context = StationContext(ForumInForce(parsed(CONTENT)), Station(StationId("00" * 8), "Desk 3", b""))
    made = ProgrammeScreen(remembering.actions, context)
    qtbot.addWidget(made)
    made.retranslate()
    made.set_layout(theme.Layout.COMPACT)
    made.resize(1278, 712)
    made.show()
    made.activateWindow()
    made.shown()
    yield made
    made.close()


def asked(remembering: Any) -> list[object]:
    return [given[0] for given in remembering.named("change")]


def type_into(screen: ProgrammeScreen, name: str, text: str) -> None:
    """Type over a line by keys and leave it with Enter."""
    line = screen.panel.fields[name].line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_a_line_that_is_left_is_sent_whole_and_one_that_is_as_it_was_is_not(screen, remembering) -> None:
    QTest.keyClick(screen.panel.fields["starts"].line, Qt.Key.Key_Return)
    assert not asked(remembering)
    type_into(screen, "starts", "09:05")
    (edit,) = asked(remembering)
    assert isinstance(edit, EntryWritten)
    assert (edit.part, edit.id, edit.new) == (Part.SESSION, "opening", False)
    assert f"{edit.values['starts']:%H:%M}" == "09:05"
    forum = parsed(edited(CONTENT, edit))
    screen._changed("Changed: Opening", lambda state, made: state, Done(changed_to(forum)))


def test_a_session_that_would_end_before_it_begins_keeps_the_old_value_and_says_so_beside_the_line(screen, remembering):
    type_into(screen, "ends", "08:00")
    assert not asked(remembering)
    assert str(Needed.LATER) in screen.panel.fields["ends"]._wrong.text()
    assert screen.panel.fields["ends"].line.text() == "08:00"
    type_into(screen, "starts", "07:30")
    (edit,) = asked(remembering)
    assert [f"{edit.values[each]:%H:%M}" for each in ("starts", "ends")] == ["07:30", "08:00"]


def test_what_the_store_refuses_stands_beside_its_line_and_what_was_typed_stays(screen, remembering) -> None:
    type_into(screen, "name.en", "x")
    problem = EntryInvalid(field="name.en", expected="another name", found="x")
    screen._changed("", lambda state, made: state, Troubled(problem))
    assert "another name" in screen.panel.fields["name.en"]._wrong.text()
    assert screen.panel.fields["name.en"].line.text() == "x"


def test_going_to_another_entry_loses_nothing_that_was_typed(screen, remembering) -> None:
    screen.panel.typed.emit(("ends", "01:00"))
    screen.panel.row_chosen.emit(1)
    screen.panel.part_chosen.emit(Part.CATEGORY)
    screen.panel.part_chosen.emit(Part.SESSION)
    screen.panel.row_chosen.emit(0)
    assert screen.panel.fields["ends"].line.text() == "01:00"


def test_a_forum_that_another_laptop_changed_is_shown_and_what_is_typed_stays(screen, remembering) -> None:
    screen.panel.typed.emit(("name.en", "Half a na"))
    content = CONTENT.replace("开幕式暨全体会议".encode(), "开幕".encode())
    screen._context.in_force.forum = parsed(content)
    screen.stale(frozenset({Changed.FORUM}))
    assert screen.panel.fields["name.zh"].line.text() == "开幕"
    assert screen.panel.fields["name.en"].line.text() == "Half a na"


def test_who_may_enter_is_chosen_and_sent(screen, remembering) -> None:
    buttons = screen.panel.admits._group.buttons()
    assert all(each.isChecked() for each in buttons)
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    (edit,) = asked(remembering)
    assert "head-of-state" not in edit.values["admits"]
    assert len(edit.values["admits"]) == len(buttons) - 1


def test_a_category_is_added_with_a_free_letter_and_the_next_rank(screen, remembering) -> None:
    screen.panel.part_chosen.emit(Part.CATEGORY)
    QTest.mouseClick(screen.panel.begin, Qt.MouseButton.LeftButton)
    for name, text in (("name.zh", "合唱团"), ("name.en", "Choir")):
        screen.panel.typed.emit((name, text))
        screen.panel.line_left.emit()
    assert not asked(remembering)
    QTest.mouseClick(screen.panel.add, Qt.MouseButton.LeftButton)
    (edit,) = asked(remembering)
    assert (edit.id, edit.new, edit.values["letter"]) == ("choir", True, "A")
    assert parsed(edited(CONTENT, edit)).categories[-1].id == "choir"


def test_the_first_route_says_which_session_is_the_buses(screen, remembering) -> None:
    content = CONTENT
    for each in parsed(CONTENT).routes:
        content = edited(content, EntryRemoved(Part.ROUTE, str(each.id)))
    screen._context.in_force.forum = parsed(content)
    screen.stale(frozenset({Changed.FORUM}))
    screen.panel.part_chosen.emit(Part.ROUTE)
    QTest.mouseClick(screen.panel.begin, Qt.MouseButton.LeftButton)
    screen.panel.for_all.setCurrentIndex(0)
    screen.panel.for_all.activated.emit(0)
    for name, text in (("name.zh", "机场"), ("name.en", "Airport"), ("stops.zh", "站"), ("stops.en", "Stop")):
        screen.panel.typed.emit((name, text))
    QTest.mouseClick(screen.panel.add, Qt.MouseButton.LeftButton)
    (edit,) = asked(remembering)
    assert (edit.id, edit.visit) == ("1", "opening")
    assert parsed(edited(content, edit)).visit == "opening"


def test_the_category_of_whoever_has_none_is_chosen(screen, remembering) -> None:
    screen.panel.part_chosen.emit(Part.CATEGORY)
    screen.panel.for_all.activated.emit(0)
    assert asked(remembering) == [ForumSet(default_category="head-of-state")]


def test_what_is_in_use_is_not_taken_away_and_the_page_says_why(screen, remembering) -> None:
    screen.panel.part_chosen.emit(Part.CATEGORY)
    QTest.mouseClick(screen.panel.remove, Qt.MouseButton.LeftButton)
    assert asked(remembering) == [EntryRemoved(Part.CATEGORY, "head-of-state")]
    problem = CategoryInUse(name="Head of State", count=7)
    screen._changed("", lambda state, made: state, Troubled(problem))
    assert "guests have it" in screen.panel._foot.second_line.text()


def test_each_change_is_taken_back_by_the_button_and_by_ctrl_z(screen, remembering) -> None:
    assert screen.panel.undo.isHidden()
    assert not screen.takes_undo()
    type_into(screen, "starts", "09:05")
    reply = remembering.waiting["change"]
    (edit,) = asked(remembering)
    first = changed_to(parsed(edited(CONTENT, edit)))
    reply(Done(first))
    assert not screen.panel.undo.isHidden()
    assert screen.takes_undo()
    assert remembering.named("take_back") == [(first,)]
    remembering.waiting["take_back"](Troubled(ForumChangedSince()))
    assert "changed again" in screen.panel._foot.second_line.text()
    QTest.mouseClick(screen.panel.undo, Qt.MouseButton.LeftButton)
    remembering.waiting["take_back"](Done(changed_to(parsed(CONTENT), 2)))
    assert screen.panel.fields["starts"].line.text() == "09:00"
    assert screen.panel.undo.isHidden()


def test_a_scan_takes_undo_for_itself_again(screen, remembering, outcome_of, at_nine: Instant) -> None:
    type_into(screen, "starts", "09:05")
    (edit,) = asked(remembering)
    remembering.waiting["change"](Done(changed_to(parsed(edited(CONTENT, edit)))))
    screen.scanned(Done(outcome_of(Reason.ADMITTED)))
    assert not screen.takes_undo()
    assert not screen.panel.strip.isHidden()


def test_that_buses_of_a_route_need_a_charter_sign_holds_by_one_press_and_goes_by_the_next(screen, remembering) -> None:
    screen.panel.part_chosen.emit(Part.ROUTE)
    assert [name for name, _ in screen._words.view(screen._state).flags] == ["charter"]
    assert "charter" not in screen.panel.fields, "it is pressed, not typed"
    (button,) = screen.panel.flags._group.buttons()
    assert not button.isChecked()
    button.click()
    (edit,) = remembering.named("change")[-1]
    assert (edit.part, edit.id, edit.values["charter"]) == (Part.ROUTE, "1", True)
    screen.panel.part_chosen.emit(Part.CATEGORY)
    assert [name for name, _ in screen._words.view(screen._state).flags] == ["vip"]
    screen.panel.part_chosen.emit(Part.SESSION)
    assert screen.panel.flags.isHidden()
