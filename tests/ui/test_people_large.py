"""Lists of 100 000 rows on the people screen: nothing holds the screen's thread, no blind key takes them in."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from stall import MOST_MS, Turns

from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.lists.answers import Answers, Asked, Question
from checkin_app.domain.lists.columns import Columns, find_columns
from checkin_app.domain.lists.notes import Note, Remark
from checkin_app.domain.lists.plan import Plan, compare, let_go
from checkin_app.domain.lists.reading import Reading, read_rows
from checkin_app.domain.lists.row import Taken
from checkin_app.domain.lists.samples import Samples
from checkin_app.domain.lists.sheet import Sheet
from checkin_app.domain.problems_lists import ListStopped
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.services.importing import ListPreview
from checkin_app.services.ports.stations import ForumInForce
from checkin_app.ui.kit.flow import FlowLayout
from checkin_app.ui.kit.laid_out import laid_out_once
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.people.importing import panel
from checkin_app.ui.people.importing.page import ImportPage
from checkin_app.ui.people.importing.state import Tab
from checkin_app.ui.people.model import PeopleModel
from checkin_app.ui.people.screen import PeopleScreen

MEANT = Meant("held")
HEADINGS = ("Name", "Delegation", "Category", "Route")


def messy(forum: Forum, rows: int) -> ListPreview:
    """Return the preview of a list where three in five rows need a look and one in five is not taken."""
    made = [
        ("" if place % 5 == 4 else f"Guest {place}", "Puerto", "VIP-2" if place % 5 < 3 else "Delegate", "9")
        for place in range(rows)
    ]
    sheet = Sheet("list.csv", (HEADINGS, *made))
    columns = find_columns(sheet)
    plan = compare({}, read_rows(sheet, columns, forum), forum)
    plan.count()
    return ListPreview(("list.csv",), "list.csv", "utf-8", Samples(HEADINGS, HEADINGS), columns, plan)


@pytest.fixture
def importing(
    dressed: QApplication, qtbot: QtBot, remembering: Any, forum: Forum, tmp_path: Path
) -> Callable[[], ImportPage]:
    def make() -> ImportPage:
        made = ImportPage(remembering.actions.lists, ForumInForce(forum), lambda: tmp_path)
        qtbot.addWidget(made.panel)
        made.panel.resize(1200, 640)
        made.retranslate()
        made.panel.show()
        qtbot.waitExposed(made.panel)
        return made

    return make


@pytest.fixture
def screen(dressed: QApplication, qtbot: QtBot, remembering: Any, context: Any, tmp_path: Path) -> PeopleScreen:
    made = PeopleScreen(remembering.actions, context, ask_list=lambda then: then(tmp_path / "list.csv"))
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.retranslate()
    made.show()
    qtbot.waitExposed(made)
    return made


# ---- what a large list costs


def test_only_rows_in_sight_are_put_into_words(importing: Any, forum: Forum, qtbot: QtBot) -> None:
    made = importing()
    asked: list[int] = []
    words = made._words.row
    made._words.row = lambda state, place: asked.append(place) or words(state, place)
    made.open(Path("/lists/list.csv"))
    made._came(made.state.asked, Done(messy(forum, 5_000)))
    assert made.state.tab is Tab.LOOK
    made.panel.answers.unfold.click()
    qtbot.waitUntil(lambda: bool(made.panel.list.verticalScrollBar().maximum()))
    qtbot.waitUntil(lambda: bool(asked))
    assert len(set(asked)) < 100
    made.panel.row_toggled.emit(7)
    made.panel.list.scrollToBottom()
    made.panel.list.viewport().repaint()
    assert len(set(asked)) < 200


def test_a_preview_is_laid_out_once_and_looks_the_same(
    importing: Any, forum: Forum, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    plain, asked = FlowLayout.heightForWidth, list[int]()
    monkeypatch.setattr(FlowLayout, "heightForWidth", lambda flow, width: asked.append(width) or plain(flow, width))
    preview, pictures, counts = messy(forum, 100), [], []
    for once in (laid_out_once, lambda _widget: nullcontext()):
        monkeypatch.setattr(panel, "laid_out_once", once)
        made = importing()
        made.open(Path("/lists/list.csv"))
        Turns().settle()
        asked.clear()
        made._came(made.state.asked, Done(preview))
        counts.append(len(asked))
        Turns().settle()
        pictures.append(made.panel.grab().toImage())
    assert counts[0] * 2 < counts[1]
    assert pictures[0] == pictures[1]


@pytest.mark.performance
def test_no_turn_of_the_event_loop_takes_long_while_a_list_of_100_000_rows_is_looked_at(
    importing: Any, forum: Forum
) -> None:
    made, turns = importing(), Turns()
    preview = messy(forum, 100_000)
    with turns.turn():
        made.open(Path("/lists/list.csv"))
    turns.settle()
    with turns.turn():
        made._came(made.state.asked, Done(preview))
    turns.settle()
    for tab in Tab:
        with turns.turn():
            made.panel.tabs.chosen.emit(tab.value)
        turns.settle()
        with turns.turn():
            made.panel.list.scrollToBottom()
        turns.settle()
    with turns.turn():
        made.panel.row_toggled.emit(preview.plan.questions[-1].number)
    turns.settle()
    with turns.turn():
        made._moved_on(made.state.asked, 10, 20)
    with turns.turn():
        made.panel.resize(1000, 500)
    turns.settle()
    made._taken(Troubled(ListStopped()))
    with turns.turn():
        made.open(Path("/lists/other.csv"))
    turns.settle()
    assert turns.longest <= MOST_MS


@pytest.mark.performance
@pytest.mark.parametrize("values", [1, 100_000])
def test_no_turn_of_the_event_loop_takes_long_while_100_000_rows_are_answered_for(
    importing: Any, forum: Forum, values: int
) -> None:
    made, turns = importing(), Turns()
    sheet = Sheet("list.csv", (HEADINGS, *((f"Guest {n}", "Puerto", f"VIP {n % values}", "3") for n in range(100_000))))
    columns = find_columns(sheet)
    plan = compare({}, read_rows(sheet, columns, forum), forum)
    plan.count()
    answered = compare({}, read_rows(sheet, columns, forum, answers=Answers(given={_vip(0): "press"})), forum)
    answered.count()
    made.open(Path("/lists/list.csv"))
    preview = ListPreview(("list.csv",), "list.csv", "utf-8", Samples(HEADINGS, HEADINGS), columns, plan)
    with turns.turn():
        made._came(made.state.asked, Done(preview))
    turns.settle()
    steps: list[Callable[[], object]] = [
        made.panel.answers.unfold.click,
        made.panel.list.scrollToBottom,
        made.panel.answers.omit.click,
        lambda: made.panel.group_chosen.emit(min(values, 90_000) - 1),
        made.panel.answers.unfold.click,
        lambda: made.panel.answers.choose(2),
        lambda: made._came(made.state.asked, Done(replace(preview, plan=answered))),
        lambda: made.panel.tabs.chosen.emit(Tab.NEW.value),
        lambda: made.panel.tabs.chosen.emit(Tab.LOOK.value),
    ]
    for step in steps:
        with turns.turn():
            step()
        turns.settle()
    assert turns.longest <= MOST_MS


def _vip(number: int) -> Asked:
    return Asked.about(Question.CATEGORY, f"VIP {number}")


@pytest.mark.performance
def test_no_turn_of_the_event_loop_takes_long_with_100_000_people_in_the_directory(
    screen: PeopleScreen, layla: Any, remembering: Any
) -> None:
    turns = Turns()
    ids = tuple(DelegateId(f"{place:016x}") for place in range(100_000))
    with turns.turn():
        screen._listed(screen._state.asked, Done(ids))
    turns.settle()
    with turns.turn():
        screen._choose(ids[90_000])
    turns.settle()
    shown = screen.panel.list
    assert shown.viewport().rect().intersects(shown.visualRect(screen.panel.model.index(90_000)))
    for step in (1, 1, -1):
        with turns.turn():
            screen._step(step)
        turns.settle()
    with turns.turn():
        screen._listed(screen._state.asked, Done(tuple(ids)))
    turns.settle()
    with turns.turn():
        screen._listed(screen._state.asked, Done(ids[:-1]))
    turns.settle()
    assert turns.longest <= MOST_MS


def test_a_page_that_comes_leaves_the_list_where_it_is(screen: PeopleScreen, qtbot: QtBot, layla: Any) -> None:
    model: PeopleModel = screen.panel.model
    ids = tuple(DelegateId(f"{place:016x}") for place in range(9_000))
    screen._listed(screen._state.asked, Done(ids))
    screen._choose(ids[8_000])
    shown = screen.panel.list
    qtbot.waitUntil(lambda: shown.visualRect(model.index(8_000)).intersects(shown.viewport().rect()))
    where = shown.verticalScrollBar().value()
    model.dataChanged.emit(model.index(0), model.index(8_999))
    QApplication.processEvents()
    assert shown.verticalScrollBar().value() == where


# ---- blind keys


def test_a_key_pressed_before_the_preview_was_painted_takes_nothing_in(
    importing: Any, forum: Forum, remembering: Any, qtbot: QtBot
) -> None:
    made = importing()
    made.open(Path("/lists/list.csv"))
    made.take(MEANT)
    made._came(made.state.asked, Done(messy(forum, 10)))
    made.take(MEANT)
    assert remembering.named("apply") == []
    made.panel.seen._grace = 0
    qtbot.waitUntil(lambda: bool(made.panel.seen))
    made.take(MEANT)
    assert len(remembering.named("apply")) == 1


def test_a_key_on_its_way_when_the_preview_is_painted_takes_nothing_in(
    importing: Any, forum: Forum, remembering: Any, qtbot: QtBot
) -> None:
    made = importing()
    now = [0.0]
    made.panel.seen._clock = lambda: now[0]
    made._came(made.state.asked, Done(messy(forum, 10)))
    qtbot.waitUntil(lambda: made.panel.seen._painted is not None)
    now[0] = 0.4
    made.take(MEANT)
    assert remembering.named("apply") == []
    now[0] = 0.6
    made.take(MEANT)
    assert len(remembering.named("apply")) == 1


def test_another_plan_has_to_be_seen_anew_and_another_tab_not(importing: Any, forum: Forum, qtbot: QtBot) -> None:
    made = importing()
    made.panel.seen._grace = 0
    made._came(made.state.asked, Done(messy(forum, 10)))
    qtbot.waitUntil(lambda: bool(made.panel.seen))
    made.panel.tabs.chosen.emit("new")
    assert made.panel.seen
    made._came(made.state.asked, Done(messy(forum, 10)))
    assert not made.panel.seen


# ---- progress and stopping


def test_how_far_it_is_is_said_and_stop_asks_the_work_to_end(importing: Any, remembering: Any) -> None:
    made = importing()
    made.open(Path("/lists/list.csv"))
    head = made.panel.head
    assert head.stop.isVisible()
    remembering.told["preview"](12_000, 0)
    assert "12,000" in head._line.text()
    remembering.told["preview"](50_000, 100_000)
    assert "50,000" in head._line.text()
    assert "100,000" in head._line.text()
    assert head.progress._part == 0.5
    QTest.mouseClick(head.stop, Qt.MouseButton.LeftButton)
    assert remembering.calls[-1][0] == "stop preview"
    made._came(made.state.asked, Troubled(ListStopped()))
    assert not head.stop.isVisible()
    assert "stopped" in made.panel._message.title.text()


def test_choosing_another_file_stops_the_reading_of_the_former_and_passes_over_its_words(
    importing: Any, remembering: Any
) -> None:
    made = importing()
    made.open(Path("/lists/first.csv"))
    former = remembering.told["preview"]
    made.open(Path("/lists/second.csv"))
    assert ("stop preview", ()) in remembering.calls
    former(5, 10)
    assert made.state.done == 0


def test_what_is_being_written_is_counted_and_can_be_stopped(
    importing: Any, forum: Forum, remembering: Any, qtbot: QtBot
) -> None:
    made = importing()
    made.panel.seen._grace = 0
    made._came(made.state.asked, Done(messy(forum, 10)))
    qtbot.waitUntil(lambda: bool(made.panel.seen))
    made.take(MEANT)
    remembering.told["apply"](3, 8)
    assert "3" in made.panel.foot.text()
    made.panel.head.stop.click()
    assert remembering.calls[-1][0] == "stop apply"
    made._taken(Troubled(ListStopped()))
    assert not made.state.busy
    assert made.state.plan is not None


def test_rows_not_taken_are_saved_with_a_count_and_can_be_stopped(
    importing: Any, forum: Forum, remembering: Any
) -> None:
    made = importing()
    made.open(Path("/lists/list.csv"))
    made._came(made.state.asked, Done(messy(forum, 10)))
    made._export()
    assert not made.state.may_import
    made.panel.head.stop.click()
    assert remembering.calls[-1][0] == "stop save_refused"
    made._exported(Troubled(ListStopped()))
    assert made.state.may_import


def test_stop_does_not_stand_where_the_blue_button_will(importing: Any, forum: Forum) -> None:
    made = importing()
    made.open(Path("/lists/list.csv"))
    head = made.panel.head
    stop = head.stop.rect().translated(head.stop.mapTo(made.panel, head.stop.rect().topLeft()))
    made._came(made.state.asked, Done(messy(forum, 10)))
    QApplication.processEvents()
    take = made.panel.take
    assert not stop.intersects(take.rect().translated(take.mapTo(made.panel, take.rect().topLeft())))


# ---- letting go


def test_a_plan_nobody_looks_at_is_handed_over_to_be_freed(
    importing: Any, forum: Forum, remembering: Any, qtbot: QtBot
) -> None:
    made = importing()
    made._came(made.state.asked, Done(messy(forum, 10)))
    made.open(Path("/lists/other.csv"))
    qtbot.waitUntil(lambda: bool(remembering.named("let_go")))


def test_a_plan_is_freed_piece_by_piece() -> None:
    gone: list[int] = []

    class Told(str):
        __slots__ = ()

        def __del__(self) -> None:
            gone.append(1)

    rows = tuple(
        Taken(place, "", Told(), {"name": "A"}, (Note(Remark.NAME_ODD, {"value": ""}),)) for place in range(1000)
    )
    plans = [Plan(Reading(Columns(0, {}), rows), (), (), (), (), {})]
    del rows
    let_go(plans)
    assert plans == []
    assert len(gone) == 1000
