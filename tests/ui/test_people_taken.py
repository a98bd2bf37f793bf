"""The lists that were taken in: told with file, laptop and rows; taken back as a whole by a button that is held."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.changes import Changed, Recorded
from checkin_app.domain.ids import FactId, Instant, LogId
from checkin_app.domain.operations import LIST, Operation, TakenList
from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.problems import StoreBusy
from checkin_app.domain.problems_lists import ListInUse
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.ui.kit.rows import ROW_ROLE, RowView
from checkin_app.ui.people.screen import PeopleScreen
from checkin_app.ui.people.taken import state as steps
from checkin_app.ui.people.taken.state import TakenState
from checkin_app.ui.shell.actions import StationContext

AT = Instant(1_727_226_720_000)


def taken(number: int = 1, *, closed: bool = True, back: bool = False, counting: int = 12) -> TakenList:
    fact = FactId("f1") if back else None
    operation = Operation(LogId(f"{number:032x}"), LIST, 12, AT, 14 if closed else 0, fact)
    by = "Desk 2" if back else ""
    return TakenList(operation, f"list {number}.xlsx", "Desk 1", 9, 3, counting, AT if back else None, by)


WHOLE, OTHER, BACK = taken(1), taken(2), taken(3, back=True, counting=0)
DEAD, COUNTING = taken(4, closed=False), taken(5, counting=4)


# ---- as values


def test_the_newest_is_chosen_and_a_choice_stays_as_long_as_its_list() -> None:
    state = steps.listed(TakenState(), [OTHER, WHOLE])
    assert state.one is OTHER
    state = steps.chosen(state, 1)
    assert steps.listed(state, [BACK, OTHER, WHOLE]).one is WHOLE
    assert steps.listed(state, [BACK]).one is BACK
    assert steps.listed(state, []).one is None


@given(st.lists(st.integers(-2, 6)), st.integers(0, 20))
def test_while_a_list_is_taken_back_no_other_can_be_chosen(places: list[int], begun_at: int) -> None:
    state = steps.listed(TakenState(), [WHOLE, OTHER, BACK])
    agreed = None
    for number, place in enumerate(places):
        if number == begun_at and state.may_take_back:
            state, agreed = steps.begun(state), state.chosen
        state = steps.chosen(state, place)
        assert state.one is not None
        assert agreed is None or state.chosen == agreed


@pytest.mark.parametrize(("which", "may"), [(WHOLE, True), (BACK, False), (DEAD, False), (COUNTING, False)])
def test_only_a_whole_list_can_be_taken_back(which: TakenList, may: bool) -> None:
    assert steps.listed(TakenState(), [which]).may_take_back is may


# ---- on the screen


@pytest.fixture
def opened(
    dressed: QApplication, qtbot: QtBot, remembering: Any, context: StationContext
) -> Callable[[Sequence[TakenList]], PeopleScreen]:
    def make(lists: Sequence[TakenList]) -> PeopleScreen:
        remembering.replies |= {"directory": [], "taken": lists}
        made = PeopleScreen(remembering.actions, context, ask_list=lambda _then: None)
        qtbot.addWidget(made)
        made.resize(1200, 700)
        made.retranslate()
        made.show()
        made.shown()
        QTest.mouseClick(made.panel.lists_taken, Qt.MouseButton.LeftButton)
        return made

    return make


def plain(text: str) -> str:
    """Return a text without the marks of direction in it."""
    return "".join(each for each in text if each not in "\u2066\u2067\u2068\u2069")


def rows(made: PeopleScreen) -> list[RowView]:
    model = made.taken.panel.model
    return [model.data(model.index(place), ROW_ROLE) for place in range(model.rowCount())]  # type: ignore[misc]


def test_each_list_is_told_with_file_laptop_rows_and_state(opened: Any) -> None:
    made = opened([WHOLE, DEAD, COUNTING, BACK])
    assert made.taken.panel.isVisible()
    assert [plain(row.title) for row in rows(made)] == [
        "list 1.xlsx",
        "list 4.xlsx",
        "list 5.xlsx",
        "list 3.xlsx",
    ]
    lines = [plain(row.line) for row in rows(made)]
    assert lines[0] == "Desk 1 · 9 new · 3 changed"
    assert "12 of 12 rows" in lines[1]
    assert "4 of 12 rows" in lines[2]
    assert "taken back at" in lines[3]
    assert "Desk 2" in lines[3]
    assert [row.verdict for row in rows(made)][:3] == [Verdict.GO, Verdict.ASK, Verdict.ASK]
    assert [row.struck for row in rows(made)] == [False, False, False, True]


def test_what_taking_back_does_is_said_before_the_button_is_held(opened: Any, remembering: Any, hold: Any) -> None:
    made = opened([OTHER, WHOLE])
    assert "9 people whom it brought go" in made.taken.panel.foot.text()
    assert "3 are as they were before it" in made.taken.panel.foot.text()
    QTest.keyClick(made, Qt.Key.Key_Down)
    remembering.replies["take_back"] = Recorded(frozenset({Changed.OPERATIONS}))
    remembering.replies["taken"] = [OTHER, taken(1, back=True, counting=0)]
    QTest.mouseClick(made.taken.panel.take_back, Qt.MouseButton.LeftButton)
    assert remembering.named("take_back") == []
    hold(made.taken.panel.take_back)
    ((_, operation),) = remembering.named("take_back")
    assert operation == WHOLE.operation.log_id
    assert not made.taken.panel.take_back.isVisible()
    assert made.taken.panel.foot.text().startswith("Taken back at")


def test_a_list_whose_people_were_scanned_stays_and_they_are_named(opened: Any, remembering: Any, hold: Any) -> None:
    made = opened([WHOLE])
    remembering.replies["take_back"] = Troubled(ListInUse(count=2, names="Ana Sol, Ben Roe"))
    hold(made.taken.panel.take_back)
    assert "was not taken back" in made.taken.panel.foot.text()
    assert "Ana Sol, Ben Roe" in made.taken.panel.foot_line.text()
    assert made.taken.panel.take_back.isEnabled()


def test_how_far_the_taking_back_is_can_be_seen_and_it_is_not_begun_twice(
    opened: Any, remembering: Any, hold: Any
) -> None:
    made = opened([WHOLE])
    hold(made.taken.panel.take_back)
    remembering.told["take_back"](5, 12)
    assert "5 of 12" in plain(made.taken.panel.foot.text())
    assert not made.taken.panel.take_back.isEnabled()
    assert len(remembering.named("take_back")) == 1


def test_what_a_list_did_not_do_is_not_spoken_of(opened: Any) -> None:
    foot = opened([replace(WHOLE, amended=0)]).taken.panel.foot.text()
    assert foot == "9 people whom it brought go, unless another list names them"


@pytest.mark.parametrize("which", [BACK, DEAD, COUNTING])
def test_what_is_not_whole_offers_no_taking_back(opened: Any, which: TakenList) -> None:
    assert not opened([which]).taken.panel.take_back.isVisible()


def test_what_another_laptop_did_to_a_list_is_shown_while_one_looks(opened: Any, remembering: Any) -> None:
    made = opened([WHOLE])
    remembering.replies["taken"] = [OTHER, WHOLE]
    made.stale(frozenset({Changed.SCANS}))
    assert len(rows(made)) == 1
    made.stale(frozenset({Changed.OPERATIONS}))
    assert len(rows(made)) == 2
    assert made.taken.state.one is WHOLE


def test_an_older_answer_never_takes_the_place_of_a_newer(opened: Any) -> None:
    made = opened([WHOLE])
    made.taken._asked += 1
    made.taken._came(made.taken._asked - 1, Done([]))
    assert len(rows(made)) == 1


def test_without_lists_and_in_trouble_the_page_says_so(opened: Any) -> None:
    made = opened([])
    assert "No list was taken in yet" in made.taken.panel._message.title.text()
    made.taken._came(made.taken._asked, Troubled(StoreBusy()))
    assert made.taken.panel._message.title.text().startswith("Another program")
    assert not made.taken.panel.take_back.isVisible()


def test_escape_leads_back_to_everybody(opened: Any) -> None:
    made = opened([WHOLE])
    QTest.keyClick(made, Qt.Key.Key_Escape)
    assert made.panel.isVisible()
