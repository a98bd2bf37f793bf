"""The dispatch board: only what changed is drawn anew, what needs a person stands first, and a bus opens by key and click."""

from dataclasses import replace
from statistics import median
from typing import Any

import pytest
from layout_emergencies import SOME, standing
from layout_stage import VISIT, buses_of_a_day
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from stall import MOST_MS, Turns

from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.changes import Changed
from checkin_app.domain.head_counts import NOT_COUNTED
from checkin_app.domain.ids import BusCode, FactId, Instant, RouteId, StationId
from checkin_app.domain.problems import DiskFull
from checkin_app.domain.swaps import Cause, Swap
from checkin_app.runtime.lanes import Troubled
from checkin_app.services.overseeing import Board, Contact
from checkin_app.services.ports.buses import BusCount
from checkin_app.ui import theme, words
from checkin_app.ui.board.rows import BusCard, RouteHead
from checkin_app.ui.board.screen import BoardScreen
from checkin_app.ui.kit import bidi
from checkin_app.ui.shell.actions import StationContext
from checkin_app.ui.shell.screen import Destination
from tests.bench.yardstick import yardstick_ms

MANY = 120


def fleet(count: int = MANY) -> list[BusCount]:
    codes = [BusCode(f"{1 + place % 4}-{1 + place // 4}") for place in range(count)]
    buses = (Bus(code, RouteId(code[0]), 49, 43, departs="14:00", state=BusState.BOARDING) for code in sorted(codes))
    return [BusCount(bus, 40, 12) for bus in buses]


def board(counts: list[BusCount], heard: Instant = VISIT) -> Board:
    return Board(counts, {each.bus.code: Contact(heard, StationId("00" * 8), "Bay 7") for each in counts})


@pytest.fixture
def screen(dressed: QApplication, qtbot: QtBot, remembering: Any, context: StationContext) -> BoardScreen:
    remembering.replies["board"] = board(fleet())
    made = BoardScreen(remembering.actions, context, now=lambda: VISIT)
    qtbot.addWidget(made)
    made.resize(1270, 700)
    made.set_layout(theme.Layout.COMPACT)
    made.retranslate()
    made.show()
    made.shown()
    for _ in range(3):  # the cards take their places, then the scroll bar its own
        QApplication.processEvents()
    return made


def cards(screen: BoardScreen) -> list[BusCard]:
    model = screen.panel.model
    rows = (model.row_at(model.index(place)) for place in range(model.rowCount()))
    return [row for row in rows if isinstance(row, BusCard)]


def change(screen: BoardScreen, remembering: Any, counts: list[BusCount], heard: Instant = VISIT) -> None:
    remembering.replies["board"] = board(counts, heard)
    screen.stale(frozenset({Changed.PRESENCES}))


def test_a_change_of_one_bus_of_120_draws_one_card_anew(screen: BoardScreen, remembering: Any) -> None:
    assert len(cards(screen)) == MANY
    changed: list[int] = []
    screen.panel.model.dataChanged.connect(lambda first, last: changed.extend(range(first.row(), last.row() + 1)))
    resets: list[int] = []
    screen.panel.model.modelReset.connect(lambda: resets.append(1))
    drawn = screen.panel.delegate.drawn
    assert 0 < drawn < MANY, "what is out of sight is not drawn"
    counts = fleet()
    counts[0] = replace(counts[0], doubted=1)
    change(screen, remembering, counts)
    QApplication.processEvents()
    assert (changed, resets) == ([1], [])
    assert screen.panel.delegate.drawn == drawn + 1


def test_one_who_boards_changes_the_card_and_the_head_of_its_route(screen: BoardScreen, remembering: Any) -> None:
    changed: list[int] = []
    screen.panel.model.dataChanged.connect(lambda first, last: changed.extend(range(first.row(), last.row() + 1)))
    counts = fleet()
    counts[0] = replace(counts[0], aboard=13)
    change(screen, remembering, counts)
    assert changed == [0, 1]


@pytest.mark.performance
@pytest.mark.parametrize("changed", [1, MANY])
def test_the_board_of_120_buses_is_redrawn_within_50_ms_of_a_change(
    screen: BoardScreen, remembering: Any, changed: int
) -> None:
    """From the answer to the last card drawn, in the thread's own time; beside it the yardstick of the machine's hour."""
    spent = []
    Turns().settle()
    for number in range(15):
        counts = [replace(each, aboard=13 + number) for each in fleet()[:changed]] + fleet()[changed:]
        turns, drawn = Turns(), screen.panel.delegate.drawn
        with turns.turn():
            change(screen, remembering, counts, VISIT)
        turns.settle()
        assert screen.panel.delegate.drawn > drawn
        spent.append(sum(turns.spent))
    assert median(spent) <= MOST_MS, f"{median(spent):.1f} ms where a yardstick takes {yardstick_ms():.1f} ms"


def test_a_change_that_changes_nothing_in_sight_draws_nothing(screen: BoardScreen, remembering: Any) -> None:
    drawn = screen.panel.delegate.drawn
    change(screen, remembering, fleet())
    QApplication.processEvents()
    assert screen.panel.delegate.drawn == drawn


def test_what_touches_no_bus_is_not_asked_about(screen: BoardScreen, remembering: Any) -> None:
    asked = len(remembering.named("board"))
    screen.stale(frozenset({Changed.JOBS, Changed.BADGES}))
    assert len(remembering.named("board")) == asked


def test_what_needs_a_person_stands_first_and_opens_that_bus(
    screen: BoardScreen, qtbot: QtBot, remembering: Any
) -> None:
    counts = buses_of_a_day()
    change(screen, remembering, counts)
    needs = screen.panel.needs
    first = [need.bus for need, _ in needs.placed()[0]]
    assert first[:2] == ["4-1", "1-2"], "more aboard than the law allows, then whoever is late"
    with qtbot.waitSignal(screen.asked_for) as asked:
        QTest.mouseClick(needs, Qt.MouseButton.LeftButton, pos=needs.placed()[0][1][1].center())
    assert asked.args == [Destination("manifest", "1-2")]


def test_every_need_is_shown_or_counted_however_little_room_there_is(screen: BoardScreen, remembering: Any) -> None:
    change(screen, remembering, buses_of_a_day())
    needs = screen.panel.needs
    whole = len(needs._needs)
    for width in (0, 60, 200, 500, 3000):
        needs.resize(width, 40)
        places, more, _ = needs.placed()
        assert len(places) + more == whole


def test_the_arrow_keys_go_to_the_bus_beside_and_enter_opens_it(screen: BoardScreen, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(screen, key)
    assert [card.code for card in cards(screen) if card.chosen] == ["1-10"], "the codes stand as they were given"
    QTest.keyClick(screen, Qt.Key.Key_Down)
    below = next(card.code for card in cards(screen) if card.chosen)
    assert below != "1-10"
    QTest.keyClick(screen, Qt.Key.Key_Up)
    with qtbot.waitSignal(screen.asked_for) as asked:
        QTest.keyClick(screen, Qt.Key.Key_Return)
    assert asked.args == [Destination("manifest", "1-10")]


def test_a_click_on_a_card_opens_its_bus_and_one_on_a_route_opens_nothing(screen: BoardScreen, qtbot: QtBot) -> None:
    view, model = screen.panel.cards, screen.panel.model
    with qtbot.assertNotEmitted(screen.asked_for):
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(model.index(0)).topLeft() + QPoint(9, 9)
        )
    with qtbot.waitSignal(screen.asked_for) as asked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(model.index(1)).center())
    assert asked.args == [Destination("manifest", "1-1")]


def test_a_bus_unheard_of_says_for_how_long_and_is_outlined_as_a_question(
    screen: BoardScreen, remembering: Any
) -> None:
    change(screen, remembering, fleet(4), Instant(VISIT - 6 * 60_000))
    card = cards(screen)[0]
    assert card.unheard
    assert card.line.startswith(f"unheard for {bidi.code('6')} min")
    assert f"heard {bidi.code('13:34')}" in card.contact


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(119, "119 min"), (120, "2 h"), (2 * 24 * 60 - 1, "47 h"), (2 * 24 * 60, "2 days"), (1_145_627, "795 days")],
)
def test_for_how_long_a_bus_is_unheard_of_is_said_in_a_unit_that_is_read(
    screen: BoardScreen, remembering: Any, minutes: int, said: str
) -> None:
    change(screen, remembering, fleet(4), Instant(VISIT - minutes * 60_000))
    assert bidi.plain(cards(screen)[0].line).startswith(f"unheard for {said}")


def test_figures_that_could_not_be_read_stay_in_sight_with_the_reason(screen: BoardScreen) -> None:
    screen._fetched(Troubled(DiskFull(folder="x")))
    assert len(cards(screen)) == MANY
    assert screen.panel._wrong.isVisible()


def test_every_state_that_a_bus_may_be_in_is_called_on_the_board_what_it_is_called_elsewhere(
    screen: BoardScreen, remembering: Any
) -> None:
    from checkin_app.ui import words_buses

    states = list(BusState)
    counts = [replace(each, bus=replace(each.bus, state=state)) for each, state in zip(fleet(), states, strict=False)]
    for language in words.offered():
        words.speak(language)
        change(screen, remembering, counts)
        assert [card.state for card in cards(screen)] == [words_buses.state(state) for state in states]


def test_qt_finds_no_fault_with_the_boards_model(screen: BoardScreen, remembering: Any) -> None:
    QAbstractItemModelTester(screen.panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    change(screen, remembering, fleet(8))
    change(screen, remembering, buses_of_a_day())
    change(screen, remembering, [])
    assert screen.panel._empty.title.text() == "No buses yet"


def test_what_a_bus_lacks_stands_before_its_time_where_a_narrow_card_has_no_room_for_both(
    screen: BoardScreen, remembering: Any
) -> None:
    bus = Bus(BusCode("1-1"), RouteId("1"), 49, 43, departs="16:00")
    change(screen, remembering, [BusCount(bus, 40, 0)])
    line = cards(screen)[0].line
    assert line.startswith("lacks ")
    assert line.endswith(" min")


def test_a_bus_in_an_emergency_stands_first_and_leads_to_its_list(
    screen: BoardScreen, remembering: Any, qtbot: QtBot
) -> None:
    first, burning, *others = fleet(4)
    burning = replace(burning, bus=replace(burning.bus, state=BusState.EMERGENCY))
    code = burning.bus.code
    counts = replace(NOT_COUNTED, emergency=standing(SOME).emergency)
    remembering.replies["board"] = replace(board([first, burning, *others]), counted={code: counts})
    screen.stale(frozenset({Changed.BUSES}))
    line = next(each.line for each in cards(screen) if each.code == code)
    assert line.startswith(f"{bidi.code('6')} unknown, {bidi.code('2')} injured, {bidi.code('1')} contradictory")
    with qtbot.waitSignal(screen.asked_for) as asked:
        screen.panel.bus_asked.emit(code)
    assert asked.args == [Destination("emergency", code)]
    with qtbot.waitSignal(screen.asked_for) as asked:
        screen.panel.bus_asked.emit(first.bus.code)
    assert asked.args == [Destination("manifest", first.bus.code)]


def test_the_board_says_which_bus_takes_over_from_which(screen: BoardScreen, remembering: Any) -> None:
    one, two, *others = fleet(4)
    left = replace(one, bus=replace(one.bus, state=BusState.SWAPPING))
    swap = Swap(FactId("f"), two.bus.code, Cause.BROKEN_DOWN, "", VISIT, StationId("00" * 8), (), (), BusState.DEPARTED)
    remembering.replies["board"] = replace(board([left, two, *others]), swaps={left.bus.code: swap})
    screen.stale(frozenset({Changed.BUSES}))
    lines = {each.code: each.line for each in cards(screen)}
    assert lines[left.bus.code].startswith(f"{bidi.code('12')} still to change to {bidi.code(two.bus.code)}")
    assert f"Takes over from bus {bidi.code(left.bus.code)}" in lines[two.bus.code]
    gone = replace(left, bus=replace(left.bus, state=BusState.CLOSED), aboard=0)
    remembering.replies["board"] = replace(board([gone, two, *others]), swaps={left.bus.code: swap})
    screen.stale(frozenset({Changed.BUSES}))
    assert "Broken down" in {each.code: each.line for each in cards(screen)}[left.bus.code]


def test_r_leads_to_the_bus_that_is_counted_the_one_chosen_before_the_one_that_leaves_first(
    screen: BoardScreen, remembering: Any
) -> None:
    asked: list[object] = []
    screen.asked_for.connect(asked.append)
    QTest.keyClick(screen, Qt.Key.Key_R)
    assert asked == []
    assert not screen.panel.release.isVisible()
    counts = fleet(8)
    early, late = (
        replace(each, bus=replace(each.bus, state=BusState.COUNTING, departs=departs))
        for each, departs in zip(counts[:2], ("14:30", "14:10"), strict=True)
    )
    change(screen, remembering, [early, late, *counts[2:]])
    QTest.keyClick(screen, Qt.Key.Key_R)
    assert asked == [Destination("head_count", late.bus.code)]
    assert late.bus.code in bidi.plain(screen.panel.release.text())
    screen._choose(early.bus.code)
    QTest.mouseClick(screen.panel.release, Qt.MouseButton.LeftButton)
    assert asked[1:] == [Destination("head_count", early.bus.code)]


def test_a_route_s_heading_tells_who_waits_for_its_seats_and_leads_to_them(
    screen: BoardScreen, qtbot: QtBot, remembering: Any
) -> None:
    counts = [replace(each, waiting=2 if each.bus.route == "1" else 0) for each in fleet(8)]
    change(screen, remembering, counts)
    model = screen.panel.model
    heads = [
        (row, place)
        for place in range(model.rowCount())
        if isinstance(row := model.row_at(model.index(place)), RouteHead)
    ]
    assert [("standby" in head.line, head.bus) for head, _ in heads][:2] == [(True, BusCode("1-1")), (False, None)]
    with qtbot.waitSignal(screen.asked_for) as asked:
        screen.panel._clicked(model.index(heads[0][1]))
    assert asked.args == [Destination("manifest", "1-1 standby")]
    screen.panel._clicked(model.index(heads[1][1]))


def test_a_route_whose_buses_have_no_departure_has_its_heading(screen: BoardScreen, remembering: Any) -> None:
    change(screen, remembering, [replace(each, bus=replace(each.bus, departs="")) for each in fleet(4)])
    assert len(cards(screen)) == 4
