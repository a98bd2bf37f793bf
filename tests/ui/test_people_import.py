"""A list on its way in: what is shown before anything is written, and what a person can correct."""

import re
from collections.abc import Callable
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.delegates import Delegate
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import CategoryId, DelegateId
from checkin_app.domain.lists.choices import ListChoices
from checkin_app.domain.lists.columns import find_columns
from checkin_app.domain.lists.fields import Field
from checkin_app.domain.lists.notes import SENTENCES, Holder, Note, Remark
from checkin_app.domain.lists.plan import Plan, compare, hold
from checkin_app.domain.lists.reading import read_rows
from checkin_app.domain.lists.samples import Samples
from checkin_app.domain.lists.sheet import Sheet
from checkin_app.domain.problems_lists import ListNotATable, ListOutdated
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.services.importing import ImportResult, ListPreview
from checkin_app.ui import words, words_lists
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.people.importing import state as lists
from checkin_app.ui.people.importing.columns import ColumnGrid
from checkin_app.ui.people.importing.head import ENCODINGS
from checkin_app.ui.people.importing.model import PlanModel
from checkin_app.ui.people.importing.page import ImportPage
from checkin_app.ui.people.importing.rows import PlanRow
from checkin_app.ui.people.importing.state import ImportState, Tab
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
        made = ImportPage(remembering.actions.lists, forum, lambda: tmp_path)
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
        Note(Remark.ALIAS_TAKEN, {"holder": Holder.ROW.of(row=7)}),
        Note(Remark.VALUE_TOO_LONG, {"field": "note", "length": 5000, "most": 300}),
    ]
    for remark in remarks:
        said = words_lists.note(remark, forum)
        assert re.sub("[\u2066-\u2069]", "", said) == str(remark)
    words.speak("zh")
    assert re.sub("[\u2066-\u2069]", "", words_lists.note(remarks[1], forum)) == "此码已属于 第 7 行；未采用。"


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


def test_rows_to_look_at_come_with_number_and_reason(taken: Any, forum: Forum) -> None:
    made = taken(preview_of(forum))
    (row,) = rows(made)
    assert made.state.tab is Tab.LOOK
    assert (row.number, row.name) == ("3", "Ben Roe")
    assert any("VIP-2" in sentence for sentence in row.lines)
    assert any("Route" in sentence for sentence in row.lines)


def test_rows_not_taken_are_shown_whole_and_can_be_exported(
    taken: Any, forum: Forum, qtbot: QtBot, remembering: Any, tmp_path: Path
) -> None:
    made = taken(preview_of(forum))
    made.panel.tabs.chosen.emit("refused")
    (row,) = rows(made)
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
    assert rows(made)[0].left_out
    assert made.panel.take.text() == "Hold: import 1"
    made.take(MEANT)
    assert remembering.named("apply")[0][2] == frozenset({3})
    again = taken(preview_of(forum))
    again.panel._clicked(again.panel.model.index(0))
    again.panel._clicked(again.panel.model.index(0))
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
