"""The overview: four figures and five cards, each of which opens its list; it asks once at a time, and draws what came."""

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_laptops import ASKING, own
from layout_spy import painted
from layout_stage import MORNING, VISIT, buses_of_a_day, overview_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_board_screen import fleet

from checkin_app.domain.buses import BusState
from checkin_app.domain.changes import Changed
from checkin_app.domain.dispatching import Concern
from checkin_app.domain.ids import BusCode, FactId, StationId
from checkin_app.domain.problems import DiskFull
from checkin_app.domain.swaps import Cause, Swap
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.services.ports.overview import Overview
from checkin_app.ui import theme, words
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone
from checkin_app.ui.overview.rows import Opening
from checkin_app.ui.overview.screen import OverviewScreen
from checkin_app.ui.overview.words import Figure, _step
from checkin_app.ui.shell.actions import StationContext
from checkin_app.ui.shell.screen import Destination


@pytest.fixture
def screen(
    dressed: QApplication, qtbot: QtBot, remembering: Any, context: StationContext, tmp_path: Path
) -> OverviewScreen:
    remembering.replies["overview"] = overview_of()
    made = OverviewScreen(remembering.actions, context, folder=lambda: tmp_path)
    qtbot.addWidget(made)
    made.resize(1270, 700)
    made.set_layout(theme.Layout.COMPACT)
    made.retranslate()
    made.show()
    made.shown()
    QApplication.processEvents()
    return made


def said(screen: OverviewScreen) -> list[str]:
    return [bidi.plain(each.accessibleName()) for each in screen.findChildren(Opening) if each.isVisible()]


def show(screen: OverviewScreen, found: Overview) -> None:
    screen._fetched(Done(found))
    QApplication.processEvents()


def test_what_is_wrong_with_a_bus_is_never_left_out(screen: OverviewScreen) -> None:
    screen.set_layout(theme.Layout.NARROW)
    screen.resize(928, 700)
    QApplication.processEvents()
    said = [each.words for each in painted(screen.panel.needs)]
    assert any("above the licensed seats" in each for each in said), said


@pytest.mark.parametrize("number", ["7", "190", "100406", "1234567"])
def test_what_stands_beside_a_figure_is_whole_or_left_out(screen: OverviewScreen, number: str) -> None:
    """Half a number is another number."""
    tile, whole = screen.panel.tiles[0], set[bool]()
    tile.set_figure(Figure("On one laptop only", number, "of 100,000", Destination("laptops")))
    for width in range(80, 320, 8):
        tile.resize(width, tile.height())
        said = {bidi.plain(each.words) for each in painted(tile)}
        beside = said - {number, *(each for each in said if each.startswith("On"))}
        assert beside <= {"of 100,000"}, (width, beside)
        whole.add(bool(beside))
    assert True in whole


def test_a_bus_that_is_given_up_names_the_one_that_takes_over(screen: OverviewScreen) -> None:
    found = overview_of()
    first = found.needy[0]
    swap = Swap(FactId("f"), BusCode("9-9"), Cause.SWAPPED, "", MORNING, StationId("00" * 8), (), (), BusState.BOARDING)
    needy = replace(first, concerns=(Concern.SWAPPING,), swap=swap)
    show(screen, replace(found, needy=(needy,)))
    assert any("still to change to 9-9" in each for each in said(screen)), said(screen)


def opened_by(screen: OverviewScreen, qtbot: QtBot, name: str) -> Destination:
    """Return where a click on what begins with `name` leads."""
    one = next(each for each in screen.findChildren(Opening) if each.accessibleName().startswith(name))
    with qtbot.waitSignal(screen.asked_for) as asked:
        QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    (to,) = asked.args
    assert isinstance(to, Destination)
    return to


@pytest.mark.parametrize(
    ("name", "opens"),
    [
        ("Arrived, 1,200, of 1,180", Destination("checkpoint")),
        ("Aboard a bus, 380, of 444", Destination("board")),
        ("On one laptop only, 16, on 2 laptops", Destination("laptops")),
        ("Need a person, 13, 10 buses · 3 in the inbox", Destination("board")),
        ("Arrivals · ", Destination("checkpoint")),
        ("1,200 arrived · 20 above plan", Destination("checkpoint")),
        ("Needs a person, 13", Destination("board")),
        ("4-1 · 1 above the licensed seats", Destination("manifest", "4-1")),
        ("Desks, scans a minute", Destination("laptops")),
        ("Registration desk 6, hall A, 4.2", Destination("laptops", "06" * 8)),
        ("Buses by route, aboard / listed", Destination("board")),
        ("Laptops, 7", Destination("laptops")),
        ("Badge desk by the VIP entrance", Destination("laptops", ASKING.enrolment.station)),
    ],
)
def test_every_figure_and_every_row_opens_its_list(
    screen: OverviewScreen, qtbot: QtBot, name: str, opens: Destination
) -> None:
    plain = {bidi.plain(each.accessibleName()): each for each in screen.findChildren(Opening) if each.isVisible()}
    one = next((each for words_, each in plain.items() if words_.startswith(name)), None)
    assert one is not None, list(plain)
    with qtbot.waitSignal(screen.asked_for) as asked:
        QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    assert asked.args == [opens]


def test_nothing_that_opens_leads_nowhere(screen: OverviewScreen) -> None:
    for each in screen.findChildren(Opening):
        if each.isVisible():
            assert each._to.screen, each.accessibleName()
            assert each.accessibleName()


def test_the_buses_that_need_a_person_stand_in_the_order_of_their_need(screen: OverviewScreen) -> None:
    rows = [each for each in said(screen) if each[0].isdigit() and "·" in each and "arrived" not in each]
    assert [each.partition(" ")[0] for each in rows][:2] == ["4-1", "1-2"], "above the law first, then whoever is late"


def test_a_card_without_room_says_how_many_more_there_are_and_opens_them_all(
    screen: OverviewScreen, qtbot: QtBot
) -> None:
    more = [each for each in said(screen) if each.endswith(" more")]
    rows = [each for each in screen.panel.needs.rows._buttons if each.isVisible()]
    assert f"{11 - (len(rows) - 1)} more" in more, "ten buses and the inbox"
    with qtbot.waitSignal(screen.asked_for) as asked:
        QTest.mouseClick(rows[-1], Qt.MouseButton.LeftButton)
    assert asked.args == [Destination("board")]


def test_what_needs_a_person_and_is_no_bus_opens_the_inbox(screen: OverviewScreen, qtbot: QtBot) -> None:
    show(screen, replace(overview_of([]), contradictions=2))
    assert opened_by(screen, qtbot, "Need a person") == Destination("inbox")
    assert opened_by(screen, qtbot, "2 in the inbox") == Destination("inbox")


def test_a_laptop_alone_is_said_to_be_so_and_calmly_what_is_only_on_it(screen: OverviewScreen) -> None:
    show(screen, replace(overview_of(known=[own]), only_here=34))
    assert "On one laptop only, 34, no other laptop" in said(screen)
    view = screen._words.view(screen._state)
    assert view is not None
    assert [(each.chip, each.tone) for each in view.laptops.rows] == [("34 only here", ChipTone.QUIET)]


def test_a_forum_of_which_nothing_is_known_yet_says_so_in_each_card(screen: OverviewScreen) -> None:
    empty = Overview(MORNING, (), (), (), (), 0, ())
    show(screen, empty)
    view = screen._words.view(screen._state)
    assert view is not None
    assert (view.curves.empty, view.needs.empty, view.desks.empty, view.routes.empty) == (
        "No sessions yet", "Nothing needs a person", "Nobody was scanned today", "No buses yet",
    )  # fmt: skip
    screen.grab()


def test_before_the_doors_open_only_the_plan_is_drawn(screen: OverviewScreen) -> None:
    early = overview_of(at=type(MORNING)(MORNING - 24 * 3_600_000))
    show(screen, early)
    view = screen._words.view(screen._state)
    assert view is not None
    assert not view.curves.came
    assert len(view.curves.planned) > 2
    assert "doors open" in view.arrivals.trailing


@given(top=st.integers(1, 200_000))
def test_the_scale_beside_the_arrivals_reaches_them_and_not_far_beyond(top: int) -> None:
    step = _step(top)
    assert step * 4 >= top
    assert step * 4 <= max(8, top * 5 / 3)


@pytest.mark.parametrize("at", [MORNING, VISIT])
def test_every_place_of_a_curve_lies_within_the_plot(screen: OverviewScreen, at: Any) -> None:
    view = screen._words.view(replace(screen._state, found=overview_of(at=at)))
    assert view is not None
    for x, y in (*view.curves.planned, *view.curves.came, *((share, share) for share, _ in view.curves.steps)):
        assert 0 <= x <= 1
        assert 0 <= y <= 1
    assert all(0 <= share <= 1 for share, _ in view.curves.times)


def test_it_asks_once_at_a_time_and_then_for_all_that_came_meanwhile(
    screen: OverviewScreen, remembering: Any, qtbot: QtBot
) -> None:
    screen._soon.stop()
    del remembering.replies["overview"]
    asked = len(remembering.named("overview"))
    for _ in range(5):
        screen.stale(frozenset({Changed.PRESENCES}))
    assert len(remembering.named("overview")) == asked + 1
    screen._soon.setInterval(1)
    remembering.waiting["overview"](Done(overview_of()))
    qtbot.waitUntil(lambda: len(remembering.named("overview")) == asked + 2)


def test_what_touches_none_of_its_figures_is_not_asked_about(screen: OverviewScreen, remembering: Any) -> None:
    screen._soon.stop()
    asked = len(remembering.named("overview"))
    screen.stale(frozenset({Changed.JOBS}))
    assert len(remembering.named("overview")) == asked


def test_trouble_is_said_and_the_figures_stay(screen: OverviewScreen) -> None:
    before = said(screen)
    screen._fetched(Troubled(DiskFull(path="station.db", needed=1)))
    assert screen.panel._wrong.isVisible()
    assert said(screen) == before


def test_all_of_it_is_written_as_it_is_in_sight(screen: OverviewScreen, remembering: Any, tmp_path: Path) -> None:
    QTest.mouseClick(screen.panel.files, Qt.MouseButton.LeftButton)
    ((found, folder),) = remembering.named("save_overview")
    assert found is screen._state.found
    assert folder.parent == tmp_path
    remembering.waiting["save_overview"](Done([folder / "overview.pdf", folder / "arrivals.csv"]))
    assert str(folder) in bidi.plain(screen.panel._note.text())


def test_the_arrow_keys_go_from_figure_to_figure_and_enter_opens(screen: OverviewScreen, qtbot: QtBot) -> None:
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.setFocus()
    names = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(screen.focusWidget() or screen, key)
        names.append(bidi.plain(screen.focusWidget().accessibleName()).partition(",")[0])
    assert names[:2] == ["Arrived", "Aboard a bus"]
    assert names[2].startswith("Arrivals")
    with qtbot.waitSignal(screen.asked_for):
        QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Return)


def test_120_buses_are_drawn_anew_as_fast_as_a_dozen(screen: OverviewScreen) -> None:
    """The buses are summed by route, so that their number is no cost of the screen's: at most twice the time of twelve."""

    def drawn(found: Overview) -> float:
        took = []
        for turn in range(5):
            screen._fetched(Done(replace(found, contradictions=turn)))
            begun = time.process_time()
            screen._fetched(Done(replace(found, contradictions=turn + 1)))
            screen.grab()
            took.append(time.process_time() - begun)
        return min(took)

    few, many = overview_of(buses_of_a_day()), overview_of(fleet())
    assert drawn(many) <= 2 * drawn(few) + 0.01


def test_it_speaks_the_other_language_at_once(screen: OverviewScreen) -> None:
    words.speak("zh")
    screen.retranslate()
    assert "已上车, 380, 共 444" in said(screen)
