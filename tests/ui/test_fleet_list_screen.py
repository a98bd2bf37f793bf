"""A list of buses on its way in: seen before it is written, taken in as a whole, taken back, and never by a stray key."""

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from layout_days import fleet_preview
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.buses import Bus
from checkin_app.domain.changes import Recorded
from checkin_app.domain.fleet_lists import MOST_ROWS, FleetFault, FleetList
from checkin_app.domain.ids import BusCode, LogId, RouteId
from checkin_app.domain.problems_fleet import BusInUse, FleetHeadingsUnknown
from checkin_app.domain.problems_lists import ListOutdated
from checkin_app.domain.row_lists import RowFlaw
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.services.fleet_import import FleetPreview, FleetTaken
from checkin_app.ui import theme
from checkin_app.ui.fleet_list.screen import FleetListScreen
from checkin_app.ui.fleet_list.state import Part, Work
from checkin_app.ui.kit import bidi, holding, settling
from checkin_app.ui.kit.rows import ROW_ROLE, RowView
from checkin_app.ui.shell.actions import StationContext

FILE = Path("buses.csv")


@pytest.fixture
def screen(dressed: QApplication, qtbot: QtBot, remembering: Any, context: StationContext) -> FleetListScreen:
    remembering.replies["last_fleet"] = None
    made = FleetListScreen(remembering.actions, context, ask_list=lambda then: then(FILE))
    made.retranslate()
    made.set_layout(theme.Layout.COMPACT)
    qtbot.addWidget(made)
    made.resize(1278, 712)
    made.show()
    made.shown()
    return made


def reads(screen: FleetListScreen, remembering: Any, preview: FleetPreview) -> None:
    screen.panel.list_asked.emit()
    remembering.waiting["look_at_fleet"](Done(preview))


def rows(screen: FleetListScreen) -> list[RowView]:
    model = screen.panel.model
    return [model.index(place, 0).data(ROW_ROLE) for place in range(model.rowCount())]


def test_a_list_is_read_and_nothing_is_written(screen: FleetListScreen, remembering: Any) -> None:
    assert screen.panel.first.isVisible()
    reads(screen, remembering, fleet_preview())
    assert remembering.named("look_at_fleet") == [(FILE, "")]
    assert remembering.named("take_fleet") == []
    assert [bidi.plain(each.title) for each in rows(screen)] == ["Bus 2-3", "Bus 2-2"]
    assert [bidi.plain(each.time) for each in rows(screen)] == ["row 2", "row 3"]
    screen.panel.part_chosen.emit(Part.CHANGED)
    assert "京A·20209" in rows(screen)[0].line


def test_what_has_to_be_put_right_is_looked_at_first_and_keeps_all_of_it_out(
    screen: FleetListScreen, remembering: Any
) -> None:
    reads(screen, remembering, fleet_preview(wrong=True))
    assert [bidi.plain(each.title) for each in rows(screen)] == ["Row 4", "Row 5", "Row 7"]
    said = bidi.plain(rows(screen)[0].line)
    assert said == "plate 京A·20201 is that of bus 2-1, too"
    assert "0 licensed seats are not from 1 to 100" in bidi.plain(rows(screen)[1].line)
    assert "60 usable seats" in bidi.plain(rows(screen)[1].line)
    assert screen.panel.take.isHidden()
    assert "counts as a whole" in screen.panel._foot.line.text()


def test_it_is_taken_in_as_it_was_shown_and_taken_back(screen: FleetListScreen, remembering: Any, hold: Any) -> None:
    preview = fleet_preview()
    reads(screen, remembering, preview)
    screen.panel.seen._grace = 0
    screen.panel.take.repaint()
    assert bidi.plain(screen.panel.take.text()) == "Hold: take in 2 new buses, 1 changed"
    remembering.replies["last_fleet"] = LogId("l" * 32)
    hold(screen.panel.take)
    assert [given[1:] for given in remembering.named("take_fleet")] == [(preview,)]
    remembering.waiting["take_fleet"](Done(FleetTaken(preview.list_, LogId("l" * 32))))
    assert "Taken in" in screen.panel._foot.second_line.text()
    assert screen.panel.take.isHidden()
    hold(screen.panel.take_back)
    assert [given[1:] for given in remembering.named("take_fleet_back")] == [(LogId("l" * 32),)]
    remembering.waiting["take_fleet_back"](Troubled(BusInUse(bus="2-3", people=1)))
    assert "2-3" in screen.panel._foot.second_line.text()
    hold(screen.panel.take_back)
    remembering.waiting["take_fleet_back"](Done(Recorded(frozenset())))
    assert screen._state.preview is None
    assert "as they were before" in screen.panel._foot.second_line.text()


def test_keys_before_the_preview_was_painted_do_nothing(
    screen: FleetListScreen, remembering: Any, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(settling, "SETTLE_MS", 0)
    monkeypatch.setattr(holding, "HOLD_MS", 1)
    screen.panel.list_asked.emit()
    QTest.keyPress(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    screen.panel.take_meant.emit(object())
    assert remembering.named("take_fleet") == [], "there is nothing yet"
    remembering.waiting["look_at_fleet"](Done(fleet_preview()))
    screen.panel.take_meant.emit(object())
    assert remembering.named("take_fleet") == [], "it was not painted yet"
    screen.panel.seen._grace = 0
    screen.panel.take.repaint()
    screen.panel.take_meant.emit(object())
    assert len(remembering.named("take_fleet")) == 1
    screen.panel.take_meant.emit(object())
    assert len(remembering.named("take_fleet")) == 1, "once"


def test_a_list_that_buses_have_overtaken_is_shown_anew(screen: FleetListScreen, remembering: Any) -> None:
    reads(screen, remembering, fleet_preview())
    screen.panel.seen._grace = 0
    screen.panel.take.repaint()
    screen.panel.take_meant.emit(object())
    remembering.waiting["take_fleet"](Troubled(ListOutdated()))
    assert len(remembering.named("look_at_fleet")) == 2
    assert screen._state.work is Work.READING
    remembering.waiting["look_at_fleet"](Done(fleet_preview()))
    assert not screen.panel.seen, "what is shown now has to be seen first"


def test_what_comes_late_of_another_file_is_passed_over(screen: FleetListScreen, remembering: Any) -> None:
    screen.open_list(FILE)
    late = remembering.waiting["look_at_fleet"]
    screen.open_list(Path("other.csv"))
    assert remembering.named("stop look_at_fleet") == [()]
    late(Done(fleet_preview()))
    assert screen._state.preview is None
    remembering.waiting["look_at_fleet"](Troubled(FleetHeadingsUnknown(file="other.csv")))
    assert "other.csv" in screen.panel._message.title.text()
    assert screen.panel.first.isVisible(), "another one can be chosen"


def test_another_sheet_is_read_anew(screen: FleetListScreen, remembering: Any) -> None:
    reads(screen, remembering, fleet_preview())
    screen.panel.sheet_chosen.emit("车辆")
    screen.panel.sheet_chosen.emit("备用车")
    assert remembering.named("look_at_fleet") == [(FILE, ""), (FILE, "备用车")]


@pytest.mark.parametrize(
    ("urls", "opened"), [(["file:///tmp/b.xlsx"], 1), (["file:///a", "file:///b"], 0), (["https://x.example/b"], 0)]
)
def test_one_file_may_be_dropped(screen: FleetListScreen, remembering: Any, urls: list[str], opened: int) -> None:
    held = QMimeData()
    held.setUrls([QUrl(each) for each in urls])
    event = QDropEvent(
        QPointF(40, 40), Qt.DropAction.CopyAction, held, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    screen.panel.dropEvent(event)
    assert len(remembering.named("look_at_fleet")) == opened


def test_the_last_list_is_taken_back_without_choosing_one(screen: FleetListScreen, remembering: Any, hold: Any) -> None:
    remembering.replies["last_fleet"] = LogId("m" * 32)
    screen.shown()
    assert screen.panel.take_back.isVisible()
    hold(screen.panel.take_back)
    assert [given[1:] for given in remembering.named("take_fleet_back")] == [(LogId("m" * 32),)]


@pytest.mark.performance
def test_the_longest_list_is_shown_in_no_time(screen: FleetListScreen, remembering: Any) -> None:
    buses = tuple(
        Bus(BusCode(f"3-{n}"), RouteId("3"), 49, 45, 1, f"京A·{n:05}", "7", "08:30", ("zh", "en"))
        for n in range(MOST_ROWS)
    )
    flaws = tuple(RowFlaw(row, FleetFault.SEATS.of(seats=0, most=100)) for row in range(2, MOST_ROWS) for _ in range(4))
    list_ = FleetList(buses, {}, 0, flaws, {each.code: 2 for each in buses})
    reads(screen, remembering, replace(fleet_preview(), list_=list_))
    times = []
    for part in (Part.ADDED, Part.REFUSED, Part.ADDED):
        began = time.perf_counter()
        screen.panel.part_chosen.emit(part)
        times.append(time.perf_counter() - began)
    assert min(times) < 0.05, times
