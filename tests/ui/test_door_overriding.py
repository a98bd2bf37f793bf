"""At the door a verdict is overridden by whoever may, held and not clicked, and with a second person where one must agree."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.acting import SignedIn, acting
from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.codes import BadgeCode
from checkin_app.domain.ids import BusCode, CheckpointId, DelegateId, FactId, OperatorId, RouteId
from checkin_app.domain.operators import Operator
from checkin_app.domain.outcomes import Answer, Reason, Verdict
from checkin_app.domain.overriding import OVERRIDABLE, OverrideGround
from checkin_app.domain.problems_operators import PinWrong
from checkin_app.domain.roles import Deed, OperatorRole, may
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.services.overriding import OverrideWish
from checkin_app.services.ports.acting import Present
from checkin_app.services.ports.buses import BusCount
from checkin_app.services.proofs import BadgeShown, PinHeld
from checkin_app.ui import theme
from checkin_app.ui.door import overriding
from checkin_app.ui.door import screen as door_screen
from checkin_app.ui.door import state as door
from checkin_app.ui.door.screen import DoorScreen
from checkin_app.ui.door.state import DoorState
from checkin_app.ui.shell.actions import StationContext

BUS = Bus(BusCode("3-2"), RouteId("3"), 49, 40, state=BusState.BOARDING)
CORA = Operator(OperatorId("b" * 16), "Cora", OperatorRole.COORDINATOR, DelegateId("b" * 16), None, "hash")
DINA = Operator(OperatorId("a" * 16), "Dina", OperatorRole.ROUTE_DISPATCHER, DelegateId("a" * 16), None, "hash")
VERA = Operator(OperatorId("c" * 16), "Vera", OperatorRole.VOLUNTEER, DelegateId("c" * 16), None, "hash")
KNOWN = (DINA, CORA, VERA)


def present(who: Operator | None, known: tuple[Operator, ...] = KNOWN) -> Present:
    return Present(known, acting(known, SignedIn(who.id, FactId(who.name)) if who else None))


def at(outcome: Any, who: Operator | None = CORA) -> DoorState:
    return door.decided(door.operators_listed(DoorState(), present(who)), outcome)


@pytest.fixture
def screen(
    dressed: QApplication, qtbot: QtBot, remembering: Any, context: StationContext, monkeypatch: pytest.MonkeyPatch
) -> DoorScreen:
    monkeypatch.setattr(door_screen, "DEAF_MS", 0)
    remembering.replies |= {"buses": [BusCount(BUS, 30, 12)], "recent": [], "present": present(CORA)}
    made = DoorScreen(remembering.actions, context)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.set_layout(theme.Layout.COMPACT)
    made.at_checkpoint(CheckpointId("bus:3-2"))
    made.show()
    made.shown()
    return made


def stopped(screen: DoorScreen, qtbot: QtBot, outcome: Any) -> None:
    screen.scanned(Done(outcome))
    qtbot.waitUntil(lambda: not screen.deaf)


def test_an_override_is_offered_last_to_whoever_may_where_the_door_may_be_overridden(outcome_of: Any) -> None:
    for reason in Reason:
        outcome = outcome_of(reason)
        for who in (CORA, VERA, None):
            allowed = who is not None and may(who.role, Deed.OVERRIDE) and reason in OVERRIDABLE
            own = (Answer.OVERRIDE,) if allowed else ()
            assert at(outcome, who).answers == (*outcome.decision.answers, *own)
    nobody = door.operators_listed(DoorState(), present(None, ()))
    assert door.decided(nobody, outcome_of(Reason.WRONG_ROUTE)).answers == (Answer.OVERRIDE,)
    assert door.decided(nobody, outcome_of(Reason.WRONG_ROUTE, delegate=None)).answers == ()


def test_a_reason_is_chosen_and_the_button_held_a_click_does_nothing(
    screen: DoorScreen, qtbot: QtBot, remembering: Any, outcome_of: Any, hold: Any
) -> None:
    stopped(screen, qtbot, outcome_of(Reason.WRONG_ROUTE, bus="3-1"))
    QTest.keyClick(screen, Qt.Key.Key_1)
    box = screen.panel.override
    assert box.isVisible()
    assert not screen.panel.side.isVisible()
    assert not box.hold.isEnabled(), "it has to be said why"
    assert screen.panel.answers == 0, "a key that is pressed again answers nothing"
    box.typed.emit(("ground", OverrideGround.ESCORT.value))
    box.typed.emit(("text", "interprets"))
    QTest.mouseDClick(box.hold, Qt.MouseButton.LeftButton)
    assert remembering.named("override") == []
    remembering.replies["override"] = outcome_of(Reason.BOARDED_BY_OVERRIDE, aboard=13, seats=40)
    hold(box.hold)
    ((_, *given),) = remembering.named("override")
    assert given == [OverrideWish(FactId("f1"), OverrideGround.ESCORT, "interprets"), None]
    assert screen.panel.canvas.view.verdict is Verdict.GO
    assert screen.panel.side.isVisible()


def test_another_reason_needs_a_note_and_where_nobody_signs_in_a_name(outcome_of: Any) -> None:
    state = door.override_begun(at(outcome_of(Reason.WRONG_ROUTE)))
    state = door.override_typed(state, "ground", OverrideGround.OTHER.value)
    assert not state.may_board
    assert door.override_typed(state, "text", "late flight").may_board
    nobody = door.operators_listed(DoorState(), present(None, ()))
    state = door.override_begun(door.decided(nobody, outcome_of(Reason.WRONG_ROUTE)))
    state = door.override_typed(state, "ground", OverrideGround.ESCORT.value)
    assert not state.may_board
    assert door.override_typed(state, "by", "Lao Li").may_board


def test_a_second_person_agrees_by_pin_where_no_accessible_place_is_left_and_a_wrong_one_is_typed_anew(
    screen: DoorScreen, qtbot: QtBot, remembering: Any, outcome_of: Any, hold: Any
) -> None:
    stopped(screen, qtbot, outcome_of(Reason.NEEDS_ACCESSIBLE_PLACE))
    QTest.keyClick(screen, Qt.Key.Key_1)
    box = screen.panel.override
    box.typed.emit(("ground", OverrideGround.CAN_MANAGE.value))
    assert not box.hold.isEnabled()
    assert [each.name for each in screen._state.seconds] == ["Dina"], "a volunteer does not, nor whoever acts"
    box.second_chosen.emit(1)
    box.typed.emit(("pin", "2468"))
    remembering.replies["prove"] = held = PinHeld(DINA.id, "hash")
    hold(box.hold)
    assert remembering.named("prove") == [(DINA.id, "2468")]
    ((_, *given),) = remembering.named("override")
    assert given == [OverrideWish(FactId("f1"), OverrideGround.CAN_MANAGE), held]
    screen._overriding._overridden(FactId("f1"), Troubled(PinWrong(name="Dina", left=4)))
    assert box.fields["pin"].line.text() == ""
    assert not box.hold.isEnabled()


def test_a_second_person_agrees_by_badge_and_a_guest_s_badge_is_decided_on(
    screen: DoorScreen, qtbot: QtBot, outcome_of: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    badges = {"dina": DINA.badge, "cora": CORA.badge, "guest": DelegateId("9" * 16)}
    monkeypatch.setattr(overriding, "parse", lambda text: BadgeCode(b"", badges[text], 1, b""))
    stopped(screen, qtbot, outcome_of(Reason.WRONG_ROUTE))
    QTest.keyClick(screen, Qt.Key.Key_1)
    assert not screen.takes_scan(["dina"]), "nobody has to agree to it"
    stopped(screen, qtbot, outcome_of(Reason.NEEDS_ACCESSIBLE_PLACE))
    assert not screen.takes_scan(["dina"]), "it is not being overridden"
    QTest.keyClick(screen, Qt.Key.Key_1)
    screen.panel.override.typed.emit(("ground", OverrideGround.CAN_MANAGE.value))
    assert not screen.takes_scan(["guest"])
    assert not screen.takes_scan(["cora"])
    assert screen.takes_scan(["dina"])
    assert screen._state.draft is not None
    assert screen._state.draft.badge == BadgeShown("dina")
    assert screen.panel.override.hold.isEnabled()


def test_the_next_scan_another_person_and_escape_end_it_and_nothing_is_kept_for_another_guest(
    screen: DoorScreen, qtbot: QtBot, outcome_of: Any
) -> None:
    stopped(screen, qtbot, outcome_of(Reason.WRONG_ROUTE))
    QTest.keyClick(screen, Qt.Key.Key_1)
    screen.panel.override.typed.emit(("ground", OverrideGround.ESCORT.value))
    stopped(screen, qtbot, outcome_of(Reason.WRONG_ROUTE, fact="f2"))
    assert not screen.panel.override.isVisible()
    QTest.keyClick(screen, Qt.Key.Key_1)
    assert screen.panel.override.grounds.value() == ""
    QTest.keyClick(screen.panel.override, Qt.Key.Key_Escape)
    assert not screen.panel.override.isVisible()
    QTest.keyClick(screen, Qt.Key.Key_1)
    screen._overriding._present(Done(present(DINA)))
    assert not screen.panel.override.isVisible()


def test_what_comes_of_an_override_does_not_cover_the_guest_scanned_meanwhile(
    screen: DoorScreen, qtbot: QtBot, outcome_of: Any
) -> None:
    stopped(screen, qtbot, outcome_of(Reason.WRONG_ROUTE))
    QTest.keyClick(screen, Qt.Key.Key_1)
    stopped(screen, qtbot, outcome_of(Reason.ON_ANOTHER_BUS, fact="f2", bus="3-1"))
    screen._overriding._overridden(FactId("f1"), Done(outcome_of(Reason.BOARDED_BY_OVERRIDE, fact="f3")))
    assert screen.panel.canvas.view.verdict is Verdict.ASK
