"""The bus door: its verdict follows the scans, its buttons lead somewhere, and no hurried press does harm."""

from dataclasses import replace
from typing import Any

import pytest
from layout_spy import PaintedText, painted
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.changes import Recorded
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import BusCode, CheckpointId, DelegateId, FactId, RouteId
from checkin_app.domain.outcomes import Answer, Reason, Verdict
from checkin_app.domain.problems import DiskFull
from checkin_app.runtime.lanes import Done, Fault, Troubled
from checkin_app.services.ports.buses import BusCount, Manifest, ManifestLine
from checkin_app.services.scanning import Undone
from checkin_app.ui import theme, words
from checkin_app.ui.door import screen as door_screen
from checkin_app.ui.door.canvas import DoorCanvas
from checkin_app.ui.door.screen import DoorScreen
from checkin_app.ui.door.words import DoorView
from checkin_app.ui.shell.actions import StationContext
from checkin_app.ui.shell.screen import Destination

AT_3_2 = CheckpointId("bus:3-2")


def count(state: BusState = BusState.BOARDING, code: str = "3-2") -> BusCount:
    return BusCount(Bus(BusCode(code), RouteId("3"), 49, 40, bay="6", departs="14:00", state=state), 30, 12)


@pytest.fixture
def screen(
    dressed: QApplication, qtbot: QtBot, remembering: Any, context: StationContext, monkeypatch: pytest.MonkeyPatch
) -> DoorScreen:
    monkeypatch.setattr(door_screen, "DEAF_MS", 0)
    remembering.replies |= {"buses": [count()], "recent": []}
    made = DoorScreen(remembering.actions, context)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.set_layout(theme.Layout.COMPACT)
    made.at_checkpoint(AT_3_2)
    made.show()
    made.shown()
    return made


def said_by(canvas: QWidget) -> str:
    """Return what a canvas paints, in one line; every letter of it lies within."""
    texts = painted(canvas)
    for each in texts:
        assert canvas.rect().contains(QRectF(each.left, each.top, 1, 1).united(_end(each)).toAlignedRect())
    return " ".join("".join(each.words for each in texts).split())


def _end(text: PaintedText) -> QRectF:
    return QRectF(text.right - 2, text.bottom - 2, 1, 1)


def asked_by(screen: DoorScreen) -> list[object]:
    asked: list[object] = []
    screen.asked_for.connect(asked.append)
    return asked


def listen(screen: DoorScreen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not screen.deaf)


def test_the_missing_button_opens_the_manifest_of_this_bus(screen: DoorScreen) -> None:
    asked = asked_by(screen)
    screen.panel.side.missing_asked.emit()
    assert asked == [Destination("manifest", "3-2")]


@pytest.mark.parametrize("key", ["1", "2"])
def test_a_code_that_is_not_read_leads_to_the_search(
    screen: DoorScreen, qtbot: QtBot, outcome_of: Any, key: str
) -> None:
    asked = asked_by(screen)
    screen.scanned(Done(outcome_of(Reason.FOREIGN_CODE, delegate=None)))
    listen(screen, qtbot)
    QTest.keyClick(screen, Qt.Key(ord(key)))
    assert asked == [Destination("find")]


def test_an_answer_in_the_first_moments_of_a_question_is_not_meant_for_it(
    screen: DoorScreen, qtbot: QtBot, remembering: Any, outcome_of: Any
) -> None:
    screen.scanned(Done(outcome_of(Reason.WRONG_BUS, bus="3-1")))
    QTest.keyClick(screen, Qt.Key.Key_1)
    assert remembering.named("answer") == []
    listen(screen, qtbot)
    QTest.keyClick(screen, Qt.Key.Key_1)
    assert remembering.named("answer") == [(FactId("f1"), Answer.BOARD_HERE)]


def test_undo_is_asked_of_the_window_and_takes_the_verdict_away(
    screen: DoorScreen, remembering: Any, outcome_of: Any, layla: Delegate
) -> None:
    asked: list[bool] = []
    screen.undo_asked.connect(lambda: asked.append(True))
    screen.scanned(Done(outcome_of(Reason.BOARDED)))
    screen.panel.side.undo_asked.emit()
    assert asked == [True]
    screen.taken_back(Undone(FactId("f1"), layla, AT_3_2, frozenset()))
    assert screen.panel.canvas.view.verdict is None


def test_a_scan_that_takes_too_long_is_not_waved_on_by_the_former_verdict(
    screen: DoorScreen, qtbot: QtBot, outcome_of: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.scanned(Done(outcome_of(Reason.BOARDED)))
    screen.patience.setInterval(1)
    screen.scanning()
    qtbot.waitUntil(lambda: screen.panel.canvas.view.verdict is Verdict.FAULT)
    screen.scanned(Done(outcome_of(Reason.BOARDED)))
    assert screen.panel.canvas.view.verdict is Verdict.GO


@pytest.mark.parametrize("result", [Troubled(DiskFull()), Fault(ValueError())])
def test_trouble_shows_as_not_decided(screen: DoorScreen, result: Any) -> None:
    screen.scanned(result)
    assert screen.panel.canvas.view.verdict is Verdict.FAULT


def test_a_double_press_moves_the_bus_once(screen: DoorScreen, remembering: Any) -> None:
    screen.panel.side.state_asked.emit()
    screen.panel.side.state_asked.emit()
    assert remembering.named("move_to") == [("3-2", BusState.FINAL_CALL)]


def test_after_final_call_the_same_place_leads_nowhere_by_a_double_click(
    screen: DoorScreen, remembering: Any, qtbot: QtBot
) -> None:
    remembering.replies |= {"move_to": Recorded(frozenset()), "manifest": Manifest(count().bus, (), 1)}
    where = screen.panel.side.next.mapTo(screen, screen.panel.side.next.rect().center())
    remembering.replies["buses"] = [count(BusState.FINAL_CALL)]
    went: list[Any] = []
    screen.asked_for.connect(went.append)
    QTest.mouseClick(screen.panel.side.next, Qt.MouseButton.LeftButton)
    assert screen.panel.side.count.isVisible()
    under = screen.childAt(where)
    assert under is not None
    QTest.mouseDClick(under, Qt.MouseButton.LeftButton)
    assert remembering.named("move_to") == [("3-2", BusState.FINAL_CALL)]
    assert remembering.named("send_off") == []


def test_a_bus_that_was_called_names_who_is_missing_and_its_button_and_c_lead_to_the_head_count(
    screen: DoorScreen, remembering: Any, outcome_of: Any
) -> None:
    bus = count(BusState.FINAL_CALL).bus
    lines = tuple(
        ManifestLine(Delegate(DelegateId(name), name), name == "aboard", None, BusCode(on) if on else None, True)
        for name, on in (("aboard", ""), ("safe", "3-1"), ("Anna", ""), ("Ben", ""))
    )
    tally = Manifest(bus, lines, 1).tally
    remembering.replies |= {
        "buses": [BusCount(bus, tally.listed, tally.aboard, tally.unlisted, tally.safe)],
        "manifest": Manifest(bus, lines, 1),
    }
    screen.shown()
    assert "Anna" in screen.panel.canvas.view.note
    words.speak("zh")
    screen.retranslate()
    assert "人：" in screen.panel.canvas.view.note
    words.speak("en")
    screen.retranslate()
    went: list[Any] = []
    screen.asked_for.connect(went.append)
    QTest.mouseClick(screen.panel.side.count, Qt.MouseButton.LeftButton)
    QTest.keyClick(screen, Qt.Key.Key_C)
    assert went == [Destination("head_count", "3-2")] * 2
    screen.scanned(Done(outcome_of(Reason.WRONG_BUS, bus="3-1")))
    QTest.keyClick(screen, Qt.Key.Key_C)
    assert len(went) == 2, "a guest who waits for an answer stays in sight"


def test_closed_doors_say_which_button_opens_them(screen: DoorScreen, remembering: Any) -> None:
    remembering.replies["buses"] = [count(BusState.PLANNED)]
    screen.shown()
    assert "closed" in screen.panel.canvas.view.reason
    assert screen.panel.side.next.text() in screen.panel.canvas.view.note
    screen.panel.side.state_asked.emit()
    assert remembering.named("move_to") == [("3-2", BusState.BOARDING)]


def test_the_last_verdict_does_not_stand_at_a_bus_that_leaves(
    screen: DoorScreen, remembering: Any, outcome_of: Any
) -> None:
    screen.scanned(Done(outcome_of(Reason.BOARDED)))
    remembering.replies["move_to"] = Recorded(frozenset())
    screen.panel.side.state_asked.emit()
    assert screen.panel.canvas.view.verdict is None


def test_a_bus_that_left_can_open_its_doors_again(screen: DoorScreen, remembering: Any) -> None:
    remembering.replies["buses"] = [count(BusState.DEPARTED)]
    screen.shown()
    screen.panel.side.state_asked.emit()
    assert remembering.named("move_to") == [("3-2", BusState.BOARDING)]


def test_doors_that_cannot_be_opened_say_why(screen: DoorScreen, remembering: Any) -> None:
    remembering.replies.pop("move_to", None)
    screen.panel.side.state_asked.emit()
    screen.moved_on(Troubled(DiskFull()))
    assert screen.panel.canvas.view.verdict is Verdict.FAULT
    assert "full" in screen.panel.canvas.view.reason


def test_another_bus_begins_without_the_verdict_of_the_former(screen: DoorScreen, outcome_of: Any) -> None:
    screen.scanned(Done(outcome_of(Reason.BOARDED)))
    screen.at_checkpoint(CheckpointId("bus:3-1"))
    assert screen.panel.canvas.view.verdict is None


def test_a_question_that_a_scan_pushes_aside_is_heard(screen: DoorScreen, outcome_of: Any) -> None:
    kept: list[bool] = []
    screen.kept_for_later.connect(lambda: kept.append(True))
    screen.scanned(Done(outcome_of(Reason.WRONG_BUS, bus="3-1")))
    assert not kept
    screen.scanned(Done(outcome_of(Reason.BOARDED, "f2")))
    assert kept


def test_the_clock_stands_without_a_verdict_and_goes_on(screen: DoorScreen, remembering: Any) -> None:
    assert "09:12" in screen.panel.side.clock.text()
    remembering.time = "09:13"
    screen.ticked()
    assert "09:13" in screen.panel.side.clock.text()


@pytest.mark.parametrize("width", [640, 747, 1024])
@pytest.mark.parametrize("height", [560, 640, 700, 747, 860])
def test_a_question_keeps_its_reason_and_its_guidance_whatever_the_size(
    dressed: QApplication, qtbot: QtBot, width: int, height: int
) -> None:
    canvas = DoorCanvas()
    qtbot.addWidget(canvas)
    canvas.set_layout(theme.Layout.NARROW)
    canvas.resize(width, height)
    action = "Ask: “Have you changed buses?” Boarding here takes them off 3-4."
    view = DoorView(
        Verdict.ASK, "ASK", "询问", "Scanned aboard bus 3-4 at 08:12", action, name="林若溪", second_name="LIN Ruoxi",
        organisation="Institute", languages="Mandarin", answers=("Board here", "Send there", "Call the supervisor"),
    )  # fmt: skip
    canvas.show_view(view, gap=False)
    said = said_by(canvas)
    for each in ("ASK", view.reason, "林若溪", action):
        assert each.replace(" ", "") in said.replace(" ", "")
    assert "…" not in said


@pytest.mark.parametrize("height", [640, 700])
def test_the_reason_of_a_refusal_is_read_on_a_low_screen_too(dressed: QApplication, qtbot: QtBot, height: int) -> None:
    canvas = DoorCanvas()
    qtbot.addWidget(canvas)
    canvas.set_layout(theme.Layout.NARROW)
    canvas.resize(690, height)
    view = DoorView(
        Verdict.STOP, "STOP", "止步", "This badge was replaced", name="林若溪", second_name="LIN Ruoxi",
        organisation="Institute", languages="Mandarin", answers=("Call the supervisor", "Show the valid badge"),
    )  # fmt: skip
    canvas.show_view(view, gap=False)
    told = canvas.grab().toImage()
    canvas.show_view(replace(view, reason="Another reason"), gap=False)
    assert canvas.grab().toImage() != told


def test_who_waits_for_a_seat_is_told_at_the_door_and_looked_at_from_there(
    screen: DoorScreen, remembering: Any
) -> None:
    asked, side = asked_by(screen), screen.panel.side
    assert not side.standby.isVisible()
    remembering.replies["buses"] = [replace(count(), waiting=3)]
    screen.shown()
    assert side.standby.isVisible()
    assert "3" in side.standby.text()
    QTest.mouseClick(side.standby, Qt.MouseButton.LeftButton)
    assert asked == [Destination("manifest", "3-2 standby")]
