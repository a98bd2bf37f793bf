"""A bus's day at work: what it lacks, where it goes next, and that nothing is said by a press that was not meant."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from layout_days import EMPTY, FULL, a_day, a_log, bus_in, skipped, visits, who_got_off
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.changes import Changed, Recorded
from checkin_app.domain.forum import Forum, Route, Stop, Words
from checkin_app.domain.head_counts import NOT_COUNTED, BusCounts
from checkin_app.domain.ids import BusCode, Instant, RouteId
from checkin_app.domain.problems_stops import BusCarriesPeople
from checkin_app.runtime.lanes import Troubled
from checkin_app.services.ports.stations import ForumInForce
from checkin_app.ui import theme, words
from checkin_app.ui.bus_day.screen import BusDayScreen
from checkin_app.ui.bus_day.state import HELD, BusDayState, Day, Doing, bus_opened, day_at, stop_chosen
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.rows import ROW_ROLE, RowView
from checkin_app.ui.shell.screen import Destination

STOPS = ("茶馆", "大坝", "博物馆")
NAMES = ("Tea house", "Dam", "Museum")


@pytest.fixture
def its_forum(forum: Forum) -> Forum:
    stops = tuple(Stop(Words({"zh": zh, "en": en})) for zh, en in zip(STOPS, NAMES, strict=True))
    return replace(forum, routes=(Route(RouteId("2"), Words({"en": "Water", "zh": "水"}), stops),))


@pytest.fixture
def screen(dressed: QApplication, qtbot: QtBot, remembering: Any, its_forum: Forum, at_nine: Instant) -> BusDayScreen:
    made = BusDayScreen(remembering.actions, words.Telling(ForumInForce(its_forum)), now=lambda: at_nine)
    made._said_lately.setInterval(0)
    made.retranslate()
    made.set_layout(theme.Layout.COMPACT)
    qtbot.addWidget(made)
    made.resize(1278, 712)
    made.show()
    made.opened_for(FULL.code)
    return made


def stands(
    screen: BusDayScreen, remembering: Any, bus: Bus, counts: BusCounts = NOT_COUNTED, *, listed: int = 44
) -> None:
    remembering.replies |= {
        "board": a_day(bus, counts, listed=listed),
        "manifest": who_got_off(bus, screen._now()),
    }
    screen.shown()


def rows(screen: BusDayScreen) -> list[RowView]:
    model = screen.panel.model
    return [model.index(place, 0).data(ROW_ROLE) for place in range(model.rowCount())]


def seen(screen: BusDayScreen) -> set[Doing]:
    return {doing for doing, button in screen.panel.side.doing.items() if not button.isHidden()}


def press(screen: BusDayScreen, doing: Doing) -> None:
    QTest.mouseClick(screen.panel.side.doing[doing], Qt.MouseButton.LeftButton)


def departed(at: Instant, *names: str, first: int = 300) -> BusCounts:
    return replace(NOT_COUNTED, visits=visits(at, *names, first=first))


def test_what_a_bus_lacks_is_named_and_leads_to_where_it_is_filled_in(
    screen: BusDayScreen, remembering: Any, qtbot: QtBot
) -> None:
    screen.opened_for(EMPTY.code)
    stands(screen, remembering, EMPTY, listed=60)
    said = bidi.plain(screen.panel.bus._lacks.text())
    assert said == "Missing: plate, driver, driver’s phone, guide, coordinator, languages, bay, departure, seats"
    assert Doing.READY not in seen(screen)
    with qtbot.waitSignal(screen.asked_for) as asked:
        press(screen, Doing.FILL_IN)
    assert asked.args == [Destination("fleet", EMPTY.code)]


@pytest.mark.parametrize(("doing", "state"), [(Doing.SAFE, BusState.EMERGENCY), (Doing.SWAP, BusState.SWAPPING)])
def test_what_befalls_a_bus_leads_to_where_it_is_dealt_with(
    screen: BusDayScreen, remembering: Any, qtbot: QtBot, state: BusState, doing: Doing
) -> None:
    stands(screen, remembering, bus_in(state))
    assert seen(screen) == {doing}
    with qtbot.waitSignal(screen.asked_for) as asked:
        press(screen, doing)
    assert asked.args == [Destination("swap" if doing is Doing.SWAP else "emergency", FULL.code)]


def test_a_bus_that_lacks_nothing_is_ready_by_one_press(screen: BusDayScreen, remembering: Any) -> None:
    stands(screen, remembering, FULL)
    assert Doing.FILL_IN not in seen(screen)
    press(screen, Doing.READY)
    assert remembering.named("ready") == [(FULL.code,)]


def test_it_comes_to_the_next_stop_or_to_the_one_that_is_chosen(
    screen: BusDayScreen, remembering: Any, at_nine: Instant
) -> None:
    counts = replace(departed(at_nine, STOPS[0]), skips=(skipped(STOPS[1]),))
    stands(screen, remembering, bus_in(BusState.DEPARTED), counts)
    assert [bidi.plain(each.title) for each in rows(screen)] == ["Tea house", "Dam", "Museum"]
    assert "今日闭馆" in rows(screen)[1].line
    assert "Museum" in screen.panel.side.doing[Doing.ARRIVE].text(), "what is passed by is not next"
    press(screen, Doing.ARRIVE)
    assert remembering.named("arrive") == [(FULL.code, STOPS[2])]
    screen._said(Troubled(BusCarriesPeople(bus=FULL.code, people=1)))
    screen.panel.stop_chosen.emit(1)
    assert "Dam" in screen.panel.side.doing[Doing.ARRIVE].text()


def test_an_unscheduled_stop_is_opened_by_one_press(screen: BusDayScreen, remembering: Any, at_nine: Instant) -> None:
    stands(screen, remembering, bus_in(BusState.DEPARTED), departed(at_nine, *STOPS))
    assert Doing.ARRIVE not in seen(screen), "no stop of its route is ahead"
    press(screen, Doing.OPEN)
    assert remembering.named("open_stop") == [(FULL.code,)]
    remembering.waiting["open_stop"](Recorded(frozenset()))


def test_a_double_click_says_one_thing(screen: BusDayScreen, remembering: Any, at_nine: Instant) -> None:
    screen._said_lately.setInterval(60_000)
    remembering.replies["arrive"] = Recorded(frozenset())
    stands(screen, remembering, bus_in(BusState.DEPARTED), departed(at_nine))
    press(screen, Doing.ARRIVE)
    stands(
        screen,
        remembering,
        bus_in(BusState.AT_STOP),
        replace(NOT_COUNTED, visits=visits(at_nine, STOPS[0], away=False)),
    )
    press(screen, Doing.BOARD)
    assert not screen.panel.side.doing[Doing.BOARD].isEnabled()
    screen.panel.side.asked.emit(Doing.BOARD)
    assert (len(remembering.named("arrive")), remembering.named("move_to")) == (1, [])


def test_nothing_is_held_back_passed_by_or_cancelled_without_a_reason(
    screen: BusDayScreen, remembering: Any, hold: Any
) -> None:
    stands(screen, remembering, FULL)
    screen.panel.stop_chosen.emit(1)
    for doing in (Doing.SKIP, Doing.CANCEL):
        assert not screen.panel.side.doing[doing].isEnabled()
    screen.panel.side.reason_typed.emit("the road is closed")
    press(screen, Doing.SKIP)
    assert remembering.named("skip") == [(FULL.code, STOPS[1], "the road is closed")]
    screen._said(Troubled(BusCarriesPeople(bus=FULL.code, people=1)))
    assert screen._state.reason, "what was typed stays where it was not done"
    cancel = screen.panel.side.doing[Doing.CANCEL]
    QTest.mouseDClick(cancel, Qt.MouseButton.LeftButton)
    assert remembering.named("cancel") == []
    assert "44 need another" in bidi.plain(cancel.text())
    hold(cancel)
    assert [given[1:] for given in remembering.named("cancel")] == [(FULL.code, "the road is closed")]


def test_a_held_bus_says_why_and_goes_on_only_by_a_button_that_is_held(
    screen: BusDayScreen, remembering: Any, hold: Any
) -> None:
    stands(screen, remembering, bus_in(BusState.HELD), replace(NOT_COUNTED, held="brakes"))
    assert bidi.plain(screen.panel.bus._lacks.text()) == "brakes"
    press(screen, Doing.GO_ON)
    assert remembering.named("open_again") == []
    hold(screen.panel.side.doing[Doing.GO_ON])
    assert [given[1:] for given in remembering.named("open_again")] == [(FULL.code,)]


def test_who_got_off_is_listed_at_a_stop(screen: BusDayScreen, remembering: Any, at_nine: Instant) -> None:
    stands(
        screen,
        remembering,
        bus_in(BusState.AT_STOP),
        replace(NOT_COUNTED, visits=visits(at_nine, STOPS[0], away=False)),
    )
    screen.panel.parts.chosen.emit("off")
    assert len(rows(screen)) == 3
    screen.panel.parts.chosen.emit("stops")
    assert "here since" in rows(screen)[0].line
    press(screen, Doing.UNDO)
    assert remembering.named("undo_stop") == [(FULL.code,)]


def test_a_driver_who_has_to_rest_soon_is_said_in_the_colour_of_what_asks(
    screen: BusDayScreen, remembering: Any, at_nine: Instant
) -> None:
    stands(screen, remembering, bus_in(BusState.DEPARTED), departed(at_nine, first=120))
    told = bidi.plain(screen.panel.bus._driven.text())
    assert told == "At the wheel 2:00 of 4:00 since the last rest, 2:00 of 8:00 today · driver must rest by 11:12"
    assert screen.panel._words.view(screen._state, at_nine).rest_is_near is False
    stands(screen, remembering, bus_in(BusState.DEPARTED), departed(at_nine, first=200))
    assert screen.panel._words.view(screen._state, at_nine).rest_is_near is True


def test_a_stop_that_another_laptop_moved_is_chosen_no_more(its_forum: Forum, at_nine: Instant) -> None:
    before = replace(BusDayState(FULL.code), board=a_day(bus_in(BusState.DEPARTED), departed(at_nine)))
    day = _day(before, its_forum, at_nine)
    chosen = stop_chosen(before, day, 1)
    assert _day(chosen, its_forum, at_nine).place == 1
    after = replace(chosen, board=a_day(bus_in(BusState.DEPARTED), departed(at_nine, "")))
    assert _day(after, its_forum, at_nine).chosen is None
    assert stop_chosen(chosen, day, 1).chosen is None, "once more, and none is"
    assert bus_opened(chosen, EMPTY.code).chosen is None


def _day(state: BusDayState, forum: Forum, now: Instant) -> Day:
    day = day_at(state, forum, now)
    assert day is not None
    return day


@pytest.mark.parametrize("state", list(BusState))
def test_something_is_offered_in_every_state_that_goes_on_and_held_is_what_must_be(
    its_forum: Forum, at_nine: Instant, state: BusState
) -> None:
    day = _day(replace(BusDayState(FULL.code), board=a_day(bus_in(state))), its_forum, at_nine)
    assert bool(day.offered) is (state is not BusState.CLOSED)
    assert {Doing.CANCEL, Doing.GO_ON} == HELD


def test_it_is_asked_anew_when_buses_or_stops_change(screen: BusDayScreen, remembering: Any) -> None:
    stands(screen, remembering, FULL)
    asked = len(remembering.named("board"))
    screen.stale(frozenset({Changed.DELEGATES}))
    assert len(remembering.named("board")) == asked
    screen.stale(frozenset({Changed.FORUM}))
    assert len(remembering.named("board")) == asked + 1


def test_what_was_done_is_listed_the_newest_first_struck_out_where_taken_back_and_saved_as_it_is(
    screen: BusDayScreen, remembering: Any, tmp_path: Path
) -> None:
    stands(screen, remembering, FULL)
    assert not screen.panel.save.isVisible()
    assert remembering.named("log") == []
    log = remembering.replies["log"] = a_log(FULL.code)
    screen.panel.parts.chosen.emit("log")
    assert remembering.named("log") == [(FULL.code,)]
    shown = rows(screen)
    assert len(shown) == len(log.entries)
    assert shown[0].title == "Other route"
    assert [row.struck for row in shown] == [False, True, False, True, False], "taken back, and not applied"
    assert "taken back" in shown[1].line
    assert "kept, not applied" in shown[3].line
    screen._folder = lambda: tmp_path
    remembering.replies["save_log"] = tmp_path / "x.csv"
    QTest.mouseClick(screen.panel.save, Qt.MouseButton.LeftButton)
    ((table, path),) = remembering.named("save_log")
    assert (path.parent, path.suffix) == (tmp_path, ".csv")
    assert len(table) == len(log.entries) + 1
    assert table[1][1] == "State: Boarding", "the oldest first"
    assert "x.csv" in screen._state.note
    screen.stale(frozenset({Changed.PRESENCES}))
    assert len(remembering.named("log")) == 2


def test_what_was_done_with_another_bus_is_passed_over(screen: BusDayScreen, remembering: Any) -> None:
    stands(screen, remembering, FULL)
    remembering.replies["log"] = replace(a_log(FULL.code), bus=BusCode("9-9"))
    screen.panel.parts.chosen.emit("log")
    assert rows(screen) == []
