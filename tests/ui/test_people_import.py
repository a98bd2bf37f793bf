"""A list on its way in: what is shown before anything is written, and what a person can correct."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.delegates import Delegate
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import BusCode, CategoryId, DelegateId
from checkin_app.domain.lists.again import Revocation
from checkin_app.domain.lists.answers import UNANSWERED, Answers, Asked, Question, Way
from checkin_app.domain.lists.choices import ListChoices, columns_of
from checkin_app.domain.lists.columns import find_columns
from checkin_app.domain.lists.fields import Field
from checkin_app.domain.lists.groups import Group, Standing
from checkin_app.domain.lists.left_off import LeftOff
from checkin_app.domain.lists.memory import ListMemory
from checkin_app.domain.lists.notes import SENTENCES, Holder, Note, Remark, Why
from checkin_app.domain.lists.plan import Plan, compare, hold
from checkin_app.domain.lists.reading import read_rows
from checkin_app.domain.lists.row import Refused, Taken
from checkin_app.domain.lists.samples import Samples
from checkin_app.domain.lists.sheet import Sheet
from checkin_app.domain.problems_lists import ListNotATable, ListOutdated
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.services.importing import ImportResult, ListPreview
from checkin_app.services.ports.stations import ForumInForce
from checkin_app.ui import words, words_lists
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.people.importing import state as lists
from checkin_app.ui.people.importing.columns import ColumnGrid
from checkin_app.ui.people.importing.head import ENCODINGS
from checkin_app.ui.people.importing.model import PlanModel
from checkin_app.ui.people.importing.page import ImportPage
from checkin_app.ui.people.importing.rows import PlanRow
from checkin_app.ui.people.importing.state import ImportState, Tab, Unfolded
from checkin_app.ui.people.importing.words import ColumnView

MEANT = Meant("held")
HEADINGS = ("Name", "Delegation", "Category", "Route", "Other")
ROWS = (
    ("Ana Sol", "Puerto", "Delegate", "3", "x"),
    ("Ben Roe", "Puerto", "VIP-2", "9", ""),
    ("", "Nobody", "Delegate", "3", ""),
)


def preview_of(forum: Forum, existing: dict[DelegateId, Delegate] | None = None) -> ListPreview:
    sheet = Sheet("list.csv", (HEADINGS, *ROWS))
    columns = find_columns(sheet)
    plan = compare(existing or {}, read_rows(sheet, columns, forum), forum)
    return ListPreview(("list.csv",), "list.csv", "utf-8", Samples(HEADINGS, ROWS[0]), columns, plan)


def with_one_changed(forum: Forum, *, by_hand: bool = False) -> ListPreview:
    """Return a preview of the list where Ana is here already, in another category."""
    first = preview_of(forum).plan
    assert first is not None
    ana = first.new[0].delegate
    former = Delegate(ana.id, ana.name, delegation=ana.delegation, category=CategoryId("press"), route=ana.route)
    preview = preview_of(forum, {ana.id: former})
    assert preview.plan is not None
    if not by_hand:
        return preview
    held: Plan = hold(preview.plan, {ana.id: frozenset({"category"})})
    return ListPreview(("list.csv",), "list.csv", "utf-8", Samples(HEADINGS, ROWS[0]), preview.columns, held)


@pytest.fixture
def taken(
    dressed: QApplication, qtbot: QtBot, remembering: Any, forum: Forum, tmp_path: Path
) -> Callable[[ListPreview], ImportPage]:
    def make(preview: ListPreview) -> ImportPage:
        remembering.replies["preview"] = preview
        made = ImportPage(remembering.actions.lists, ForumInForce(forum), lambda: tmp_path)
        qtbot.addWidget(made.panel)
        made.panel.resize(1200, 640)
        made.retranslate()
        made.panel.show()
        made.panel.seen._grace = 0
        made.open(Path("/lists/list.csv"))
        if made.state.may_import:
            qtbot.waitUntil(lambda: bool(made.panel.seen))
        return made

    return make


def key(code: Qt.Key, text: str = "", *, held: bool = False) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, text, held)


def rows(made: ImportPage) -> list[PlanRow]:
    model = made.panel.model
    found = [model.data(model.index(place), Qt.ItemDataRole.UserRole + 1) for place in range(model.rowCount())]
    return [row for row in found if isinstance(row, PlanRow)]


# ---- words


def test_every_remark_of_the_domain_has_its_words(forum: Forum, dressed: QApplication) -> None:
    needed = {name for each in SENTENCES.values() for _, name, _, _ in Formatter().parse(each) if name}
    filled: dict[str, str | int] = dict.fromkeys(needed, "1")
    for language in words.offered():
        words.speak(language)
        for key in SENTENCES:
            said = words_lists.note(Note(key, filled), forum)
            assert said
            assert "{" not in said
            if language == "zh":
                assert any("一" <= each <= "鿿" for each in said), key


def test_a_remark_reads_alike_in_commands_and_on_english_screens(forum: Forum, dressed: QApplication) -> None:
    remarks = [
        Note(Remark.INVISIBLE_REMOVED, {"field": Field.LATIN_NAME}),
        Note(Remark.ALIAS_TAKEN, {"value": "T-7", "holder": Holder.ROW.of(row=7)}),
        Note(Remark.VALUE_TOO_LONG, {"field": "note", "length": 5000, "most": 300}),
    ]
    for remark in remarks:
        said = words_lists.note(remark, forum)
        assert re.sub("[\u2066-\u2069]", "", said) == str(remark)
    words.speak("zh")
    assert re.sub("[\u2066-\u2069]", "", words_lists.note(remarks[1], forum)) == "此码“T-7”已属于 第 7 行；未采用。"


def test_every_field_has_its_words(dressed: QApplication) -> None:
    for language in words.offered():
        words.speak(language)
        assert len({words_lists.field(each) for each in Field}) == len(Field)


# ---- what is shown


def test_nothing_is_written_before_the_blue_button_was_held(
    taken: Any, forum: Forum, remembering: Any, hold: Any
) -> None:
    made = taken(preview_of(forum))
    assert made.panel.foot.text() == "Nothing has been written yet"
    assert made.panel.take.text() == "Hold: import 2"
    assert remembering.named("apply") == []
    QTest.mouseClick(made.panel.take, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(made.panel.take, Qt.MouseButton.LeftButton)
    assert remembering.named("apply") == []
    hold(made.panel.take)
    ((meant, plan, left_out, overwrite),) = remembering.named("apply")
    assert meant == Meant("Hold: import 2")
    assert (plan, left_out, overwrite) == (made.state.plan, frozenset(), False)


def test_the_counts_are_those_of_the_plan(taken: Any, forum: Forum) -> None:
    made = taken(with_one_changed(forum))
    shown = [card._number.text() for card in made.panel.figures]
    assert shown == [bidi.code(number) for number in "11011"]


def coming(forum: Forum) -> ListPreview:
    """Return a list that cancels one, lets one in again whom an earlier list cancelled, and puts one on a bus."""
    known = {each.delegate.id: each.delegate for each in preview_of(forum).plan.new}  # type: ignore[union-attr]  # it has names
    who = {each.name: each.id for each in known.values()}
    rows = (("Ana Sol", "Puerto", "CANCELLED", ""), ("Ben Roe", "Puerto", "confirmed", "1-1"))
    sheet = Sheet("list.csv", (("Name", "Delegation", "Status", "Bus"), *rows))
    columns = find_columns(sheet)
    read = read_rows(sheet, columns, forum, buses=(BusCode("1-1"),))
    plan = compare(known, read, forum, revoked={who["Ben Roe"]: Revocation("withdrawn", by_list=True)})
    return ListPreview(("list.csv",), "list.csv", "utf-8", Samples(sheet.rows[0], rows[0]), columns, plan)


def test_who_is_cancelled_let_in_again_or_seated_is_counted_before_and_after(taken: Any, forum: Forum) -> None:
    made = taken(coming(forum))
    for said in ("1 cancelled", "1 let in again", "1 put on a bus"):
        assert said in made.panel.foot_line.text()
    (group,) = [each for each in made.state.groups if each.standing is Standing.TO_ANSWER]
    assert group.note.key is Remark.CONFIRMED_AGAIN
    plan = made.state.plan
    made._taken(Done(ImportResult(plan, 0, 0, frozenset(), revoked=3, seated=2, restored=1)))
    for said in ("3 cancelled", "1 let in again", "2 put on a bus"):
        assert said in made.panel.foot_line.text()


def leaving_off(forum: Forum, answers: Answers = UNANSWERED) -> ListPreview:
    """Return a list from which two were struck, who are new in another."""
    people = [each.delegate for each in preview_of(forum).plan.new]  # type: ignore[union-attr]  # it has names
    sheet = Sheet("list.csv", (HEADINGS, ("Cyd Ash", "Puerto", "Delegate", "", "")))
    columns = find_columns(sheet)
    note = answers.note(Remark.LEFT_OFF, "", {}, each=False)
    plan = compare({each.id: each for each in people}, read_rows(sheet, columns, forum, answers=answers), forum)
    plan = replace(plan, left_off=tuple(LeftOff(-1 - place, each, note) for place, each in enumerate(people)))
    return ListPreview(("list.csv",), "list.csv", "utf-8", Samples(HEADINGS, sheet.rows[1]), columns, plan)


def test_who_was_struck_from_a_list_is_one_line_with_names_and_whom_it_cancels_can_be_kept_one_by_one(
    taken: Any, forum: Forum, remembering: Any, qtbot: QtBot
) -> None:
    made = taken(leaving_off(forum))
    (group,) = rows(made)
    assert (made.state.tab, group.number, group.lines[1]) == (
        Tab.LOOK,
        bidi.code("2"),
        f"{bidi.name('Ana Sol')}, {bidi.name('Ben Roe')}",
    )
    assert [made.panel.answers.menu.itemText(place) for place in range(3)] == [
        "Choose",
        "1  Keep as it is",
        "2  Cancel them",
    ]
    assert not made.panel.answers.omit.isVisible()
    assert made.panel.take.text() == "Hold: import 1"
    remembering.replies["preview"] = leaving_off(forum, Answers(given={Asked(Question.LEFT_OFF): Way.CANCEL}))
    made.panel.answers.choose(2)
    assert made.panel.take.text() == "Hold: import 3"
    assert "2 cancelled" in made.panel.foot_line.text()
    made.panel.answers.unfold.click()
    _, ana, _ = rows(made)
    assert (ana.name, ana.answer) == ("Ana Sol", "Keep")
    made.panel._clicked(made.panel.model.index(1))
    assert made.panel.take.text() == "Hold: import 2"
    assert rows(made)[1].answer == "Cancel after all"
    qtbot.waitUntil(lambda: bool(made.panel.seen))
    made.take(MEANT)
    assert remembering.named("apply")[0][2] == frozenset({-1})


def test_rows_to_look_at_come_with_number_and_reason(taken: Any, forum: Forum) -> None:
    made = taken(preview_of(forum))
    category, route = rows(made)
    assert made.state.tab is Tab.LOOK
    assert "VIP-2" in category.lines[0]
    assert "Route" in route.lines[0]
    made.panel.answers.unfold.click()
    _, row, _ = rows(made)
    assert (row.number, row.name) == ("3", "Ben Roe")
    assert row.lines[0] == bidi.name("Puerto")
    assert "Route" in row.lines[1], "what the group says is not said again"
    made.panel.answers.unfold.click()
    assert len(rows(made)) == 2


def test_rows_not_taken_are_shown_whole_and_can_be_exported(
    taken: Any, forum: Forum, qtbot: QtBot, remembering: Any, tmp_path: Path
) -> None:
    made = taken(preview_of(forum))
    made.panel.tabs.chosen.emit("refused")
    made.panel.answers.unfold.click()
    group, row = rows(made)
    assert group.lines[0] == "No name."
    assert (row.number, row.lines) == ("4", ("No name.",))
    assert "Nobody" in row.name
    QTest.mouseClick(made.panel.export, Qt.MouseButton.LeftButton)
    ((plan, path),) = remembering.named("save_refused")
    assert (plan, path) == (made.state.plan, tmp_path / "list - rows not taken.xlsx")
    made._exported(Done(path))
    assert str(path) in made.panel.foot_line.text()


def test_a_row_left_out_is_not_imported_and_can_be_taken_after_all(taken: Any, forum: Forum, remembering: Any) -> None:
    made = taken(preview_of(forum))
    made.panel._clicked(made.panel.model.index(0))
    made.panel._clicked(made.panel.model.index(1))
    assert rows(made)[1].left_out
    assert made.panel.take.text() == "Hold: import 1"
    made.take(MEANT)
    assert remembering.named("apply")[0][2] == frozenset({3})
    again = taken(preview_of(forum))
    again.panel._clicked(again.panel.model.index(0))
    again.panel._clicked(again.panel.model.index(1))
    again.panel._clicked(again.panel.model.index(1))
    assert again.panel.take.text() == "Hold: import 2"


def test_a_change_says_old_and_new(taken: Any, forum: Forum) -> None:
    made = taken(with_one_changed(forum))
    made.panel.tabs.chosen.emit("changed")
    (row,) = rows(made)
    assert row.lines[0] == f"Category: {bidi.name('Delegate')} instead of {bidi.name('Press')}"


def test_what_people_set_here_stays_unless_a_person_says_otherwise(
    taken: Any, forum: Forum, qtbot: QtBot, remembering: Any
) -> None:
    made = taken(with_one_changed(forum, by_hand=True))
    made.panel.tabs.chosen.emit("changed")
    assert "stays" in rows(made)[0].lines[0]
    assert made.panel.take.text() == "Hold: import 1"
    made.panel.overwrite.click()
    assert "instead of" in rows(made)[0].lines[0]
    assert made.panel.take.text() == "Hold: import 2"
    made.take(MEANT)
    assert remembering.named("apply")[0][3] is True


def test_the_same_list_again_changes_nothing(taken: Any, forum: Forum) -> None:
    first = preview_of(forum).plan
    assert first is not None
    made = taken(preview_of(forum, {each.delegate.id: each.delegate for each in first.new}))
    assert made.panel.foot.text() == "This list changes nothing"
    assert not made.panel.take.isEnabled()


def test_a_list_that_changes_nobody_can_be_taken_for_what_was_said_of_it(
    taken: Any, forum: Forum, remembering: Any
) -> None:
    first = preview_of(forum).plan
    assert first is not None
    known = preview_of(forum, {each.delegate.id: each.delegate for each in first.new})
    assert known.plan
    made = taken(replace(known, plan=replace(known.plan, teaches=True)))
    assert (made.panel.foot.text(), made.panel.take.text()) == ("This list changes nobody", "Hold: keep the answers")
    made.take(MEANT)
    assert len(remembering.named("apply")) == 1


# ---- what is asked once


def asking(forum: Forum, answers: Answers = UNANSWERED) -> ListPreview:
    """Return the preview of a list with two categories that are not known, of three people and of one."""
    guests = [(f"Person {n}", "Puerto", "VIP-2" if n < 3 else "VIP-3", "3", "") for n in range(4)]
    sheet = Sheet("list.csv", (HEADINGS, *guests))
    columns = find_columns(sheet)
    plan = compare({}, read_rows(sheet, columns, forum, answers=answers), forum)
    return ListPreview(("list.csv",), "list.csv", "utf-8", Samples(HEADINGS, guests[0]), columns, plan)


VIP = Asked.about(Question.CATEGORY, "VIP-2")


def test_one_choice_answers_for_all_rows_of_a_value_and_is_shown_at_once(
    taken: Any, forum: Forum, remembering: Any
) -> None:
    made = taken(asking(forum))
    first, second = rows(made)
    assert (first.number, second.number) == (bidi.code("3"), bidi.code("1"))
    bar = made.panel.answers
    assert bar.menu.itemText(0) == "Choose"
    remembering.replies.pop("preview")
    bar.menu.activated.emit(1 + [key for key, _ in bar._view.choices].index("press"))
    answers = remembering.named("preview")[-1][1].answers
    assert answers.given == {VIP: "press"}
    assert (rows(made)[0].answer, rows(made)[0].answered) == ("Press", True)
    assert made.state.chosen == 1, "the next that is asked comes by itself"
    made._came(made.state.asked, Done(asking(forum, answers)))
    assert [row.answered for row in rows(made)] == [False, True]
    assert made.state.group.note.details["value"] == "VIP-3"


def test_a_click_on_what_a_group_offers_opens_its_choices_and_one_beside_it_shows_its_rows(
    taken: Any, forum: Forum, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = taken(asking(forum))
    shown, opened = made.panel.list, []
    monkeypatch.setattr(made.panel.answers.menu, "showPopup", lambda: opened.append(made.state.chosen))
    place = shown.visualRect(made.panel.model.index(1))
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.right() - 60, place.center().y()))
    assert (opened, made.state.chosen, made.state.opened) == ([1], 1, -1)
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.left() + 60, place.center().y()))
    assert (opened, made.state.opened) == ([1], 1)


def test_a_number_key_answers_the_chosen_group_and_arrows_choose_another(
    taken: Any, forum: Forum, remembering: Any
) -> None:
    made = taken(asking(forum))
    made.press(key(Qt.Key.Key_Down))
    made.press(key(Qt.Key.Key_2, "2"))
    ((asked, choice),) = remembering.named("preview")[-1][1].answers.given.items()
    assert (asked.value, choice) == ("vip 3", made._words._in_force.forum.categories[1].id)


def test_a_number_key_that_is_held_answers_one_group_and_not_the_next(
    taken: Any, forum: Forum, remembering: Any
) -> None:
    made = taken(asking(forum))
    del remembering.replies["preview"]
    made.press(key(Qt.Key.Key_2, "2"))
    read = len(remembering.named("preview"))
    made.press(key(Qt.Key.Key_2, "2", held=True))
    assert len(remembering.named("preview")) == read


def test_an_arrow_on_the_menu_of_answers_opens_it_and_answers_nothing(
    taken: Any, forum: Forum, remembering: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = taken(asking(forum))
    read, opened = len(remembering.named("preview")), []
    menu = made.panel.answers.menu
    monkeypatch.setattr(menu, "showPopup", lambda: opened.append(menu))
    for code in (Qt.Key.Key_Down, Qt.Key.Key_V, Qt.Key.Key_Space):
        QTest.keyClick(menu, code)
    assert opened == [menu, menu]
    assert len(remembering.named("preview")) == read


def test_rows_that_were_asked_for_come_into_sight(taken: Any, forum: Forum, qtbot: QtBot) -> None:
    made = taken(asking(forum))
    made.panel.resize(1200, 420)
    made.press(key(Qt.Key.Key_Down))
    made.press(key(Qt.Key.Key_Space))
    shown, row = made.panel.list, made.panel.model.index(2)
    assert isinstance(made.state.items()[2], Taken)
    qtbot.waitUntil(lambda: shown.viewport().rect().contains(shown.visualRect(row).center()))


def test_what_follows_a_group_that_is_gone_is_chosen_next(taken: Any, forum: Forum) -> None:
    made = taken(asking(forum))
    made.press(key(Qt.Key.Key_Down))
    made._read(made.state)
    known = asking(forum)
    assert known.plan
    rest = replace(known.plan, notes={number: said for number, said in known.plan.notes.items() if number < 5})
    made._came(made.state.asked, Done(replace(known, plan=rest)))
    assert (made.state.chosen, len(made.state.groups)) == (0, 1)


def test_a_number_key_pressed_before_the_groups_were_painted_answers_nothing(
    taken: Any, forum: Forum, remembering: Any
) -> None:
    made = taken(asking(forum))
    made.panel.seen.renew()
    read = len(remembering.named("preview"))
    made.press(key(Qt.Key.Key_2, "2"))
    assert len(remembering.named("preview")) == read


def test_an_answer_from_before_is_shown_as_such_and_can_be_forgotten(
    taken: Any, forum: Forum, remembering: Any
) -> None:
    made = taken(asking(forum, Answers(remembered={VIP: "press"})))
    other, vip = rows(made)
    assert "last list" not in other.lines[1]
    assert "answered so for the last list" in vip.lines[1]
    made.press(key(Qt.Key.Key_Down))
    made.panel.answers.forget.click()
    answers = remembering.named("preview")[-1][1].answers
    assert answers.to(VIP) == ""


def test_all_rows_of_a_group_are_left_out_and_taken_again_at_once(taken: Any, forum: Forum) -> None:
    made = taken(asking(forum))
    made.panel.answers.omit.click()
    assert made.state.left_out == {2, 3, 4}
    assert made.panel.take.text() == "Hold: import 1"
    made.panel.answers.omit.click()
    assert made.panel.take.text() == "Hold: import 4"


def test_nothing_can_be_answered_once_a_list_was_taken(taken: Any, forum: Forum, remembering: Any) -> None:
    made = taken(asking(forum))
    made.take(MEANT)
    made._taken(Done(ImportResult(made.state.plan, 4, 0, frozenset())))
    read = len(remembering.named("preview"))
    made.panel.answered.emit("press")
    assert len(remembering.named("preview")) == read
    assert not made.panel.answers.menu.isVisible()


@given(st.lists(st.integers(1, 4), min_size=1, max_size=6), st.integers(-1, 6))
def test_groups_with_the_rows_of_one_are_a_list_like_any_other(sizes: list[int], opened: int) -> None:
    made = [
        Group(Note(Remark.NAME_ODD), True, tuple(Refused(n, Note(Why.NO_NAME), ()) for n in range(size)), None, False)
        for size in sizes
    ]
    shown = Unfolded(made, opened)
    plain: list[object] = []
    for place, each in enumerate(made):
        plain += [each, *(each.rows if place == opened else ())]
    assert list(shown) == plain
    for place, each in enumerate(made):
        assert plain[shown.place_of(place)] is each
        assert shown.group_at(shown.place_of(place)) == place
    assert sum(shown.group_at(place) >= 0 for place in range(len(plain))) == len(made)


# ---- what can be corrected


def test_each_column_shows_what_it_is_taken_for_and_can_be_said_otherwise(
    taken: Any, forum: Forum, remembering: Any
) -> None:
    made = taken(preview_of(forum))
    made.panel.tabs.chosen.emit("columns")
    grid: ColumnGrid = made.panel.columns
    assert [menu.currentText() for menu in grid.menus] == ["Name", "Delegation", "Category", "Route", "– not taken –"]
    grid._chosen(4, 1 + list(Field).index(Field.NOTE))
    assert remembering.named("preview")[-1][1] == ListChoices(places=((4, Field.NOTE),))
    grid._chosen(4, 0)
    assert remembering.named("preview")[-1][1] == ListChoices(places=((4, None),))


def test_a_column_that_is_read_as_in_the_last_list_says_so(taken: Any, forum: Forum) -> None:
    sheet = Sheet("list.csv", (HEADINGS, *ROWS))
    found = find_columns(sheet)
    said = columns_of(sheet, ListChoices(places=((4, Field.NOTE),)))
    memory = ListMemory.of(sheet, found, said, {})
    columns = columns_of(sheet, ListChoices(memory=memory))
    plan = compare({}, read_rows(sheet, columns, forum), forum)
    made = taken(ListPreview(("list.csv",), "list.csv", "utf-8", Samples(HEADINGS, ROWS[0]), columns, plan))
    made.panel.tabs.chosen.emit("columns")
    samples = [sample.text() for _, _, sample, _ in made.panel.columns._lines]
    assert ["as in the last list" in each for each in samples] == [False, False, False, False, True]
    assert "is taken as Attention note" in made.panel.remarks.text()


def test_a_list_without_a_column_of_names_asks_which_one_it_is(taken: Any) -> None:
    sheet = Sheet("odd.csv", (("Quien", "Que"), ("Ana", "x")))
    columns = find_columns(sheet)
    made = taken(ListPreview(("odd.csv",), "odd.csv", "utf-8", Samples(("", ""), ("Ana", "x")), columns, None))
    assert made.state.tab is Tab.COLUMNS
    assert made.panel.foot.text() == "No column is known to hold names"
    assert not made.panel.take.isVisible()
    assert made.panel.columns.isVisible()


def test_another_encoding_or_sheet_reads_the_file_again(taken: Any, forum: Forum, remembering: Any) -> None:
    made = taken(preview_of(forum))
    made._read(lists.column_chosen(made.state, 4, Field.NOTE))
    made.panel.head.encodings.activated.emit(ENCODINGS.index("gb18030"))
    assert remembering.named("preview")[-1][1] == ListChoices(encoding="gb18030", places=((4, Field.NOTE),))
    made.panel.sheet_chosen.emit("Second")
    assert remembering.named("preview")[-1][1] == ListChoices(sheet="Second", encoding="gb18030")


def test_trouble_with_a_file_is_said_in_place_with_the_next_step(taken: Any, forum: Forum) -> None:
    made = taken(preview_of(forum))
    made._came(made.state.asked, Troubled(ListNotATable(file="a.pdf", detail="it is a PDF")))
    said = made.panel._message.title.text()
    assert "a.pdf" in said
    assert "it is a PDF" in said
    assert "XLSX or CSV" in said
    assert not made.panel.take.isVisible()


def test_an_answer_to_an_older_question_is_passed_over(forum: Forum) -> None:
    state = lists.chosen(ImportState(), Path("a.csv"))
    state = lists.encoding_chosen(state, "gb18030")
    assert lists.previewed(state, state.asked - 1, preview_of(forum)).preview is None
    assert lists.refused(state, state.asked - 1, "late").trouble == ""


def test_a_plan_that_no_longer_holds_is_made_anew_and_said(taken: Any, forum: Forum, remembering: Any) -> None:
    made = taken(preview_of(forum))
    asked = len(remembering.named("preview"))
    made.take(MEANT)
    made._taken(Troubled(ListOutdated()))
    assert len(remembering.named("preview")) == asked + 1
    assert "Look at what the list would change once more" in made.panel.foot_line.text()
    assert made.panel.take.isEnabled()


def test_the_result_is_shown_with_its_counts_and_cannot_be_taken_twice(
    taken: Any, forum: Forum, remembering: Any
) -> None:
    made = taken(preview_of(forum))
    plan = made.state.plan
    made.take(MEANT)
    made.take(MEANT)
    assert len(remembering.named("apply")) == 1
    made._taken(Done(ImportResult(plan, 2, 0, frozenset())))
    assert made.panel.foot.text() == "2 people were added · 0 were changed"
    assert not made.panel.take.isVisible()
    made.take(MEANT)
    assert len(remembering.named("apply")) == 1


def test_the_rows_keep_qts_rules_and_make_words_only_when_looked_at() -> None:
    made: list[int] = []

    def view(place: int) -> PlanRow:
        made.append(place)
        return PlanRow(str(place))

    model = PlanModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(15_000, view)
    assert len(set(made)) < 100
    model.redraw(view)
    model.show(0, view)


def test_a_sample_without_a_space_leaves_the_menu_in_sight(dressed: QApplication, qtbot: QtBot) -> None:
    grid = ColumnGrid()
    qtbot.addWidget(grid)
    grid.resize(800, 300)
    grid.show_columns([ColumnView(0, "A" * 300, "B" * 5000, None)])
    grid.show()
    qtbot.waitExposed(grid)
    menu = grid.menus[0]
    assert grid.viewport().rect().contains(menu.mapTo(grid.viewport(), menu.rect().topRight()))


def test_one_key_says_of_every_namesake_who_they_are(taken: Any, forum: Forum, remembering: Any) -> None:
    rows = (("Name", "Delegation"), *(("Ada Moor", "North"),) * 2, *(("Bo Lind", "South"),) * 2)
    sheet = Sheet("list.csv", tuple((*row, str(number)) for number, row in enumerate(rows)))
    sheet = replace(sheet, rows=(("Name", "Delegation", "Note"), *sheet.rows[1:]))
    columns = find_columns(sheet)
    plan = compare({}, read_rows(sheet, columns, forum), forum)
    made = taken(ListPreview(("list.csv",), "list.csv", "utf-8", Samples(sheet.rows[0], sheet.rows[1]), columns, plan))
    assert made.state.preview is not None
    made.press(key(Qt.Key.Key_3, "3"))
    assert remembering.named("preview")[-1][1].answers.given == {Asked(Question.SAME_NAME): Way.SAME}
