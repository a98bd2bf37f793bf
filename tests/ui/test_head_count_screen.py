"""Two count on screen, neither seeing what the other did; what lasts is held, and what somebody else has to do is off."""

from dataclasses import replace
from typing import Any

import pytest
from layout_counts import AMBER, BUS, OVER, UNTALLIED, in_state, tallied
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.acting import SignedIn, acting
from checkin_app.domain.buses import BusState
from checkin_app.domain.changes import Changed, Recorded
from checkin_app.domain.codes import BadgeCode
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.head_counts import Crew, Method
from checkin_app.domain.ids import BusCode, DelegateId, FactId, Instant, OperatorId
from checkin_app.domain.operators import Operator
from checkin_app.domain.outcomes import Reason
from checkin_app.domain.problems_counts import OthersMustCount
from checkin_app.domain.problems_operators import PinWrong
from checkin_app.domain.roles import Deed, OperatorRole, deeds_of
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.services.ports.acting import Present
from checkin_app.services.ports.buses import Manifest, ManifestLine
from checkin_app.services.proofs import BadgeShown, PinHeld
from checkin_app.ui import theme, words
from checkin_app.ui.head_count import state as steps
from checkin_app.ui.head_count.screen import HeadCountScreen
from checkin_app.ui.head_count.state import HELD, Doing, Draft, HeadCountState, Step
from checkin_app.ui.head_count.words import HIDDEN, HeadCountWords
from checkin_app.ui.kit import bidi

DONE = Recorded(frozenset({Changed.BUSES}))
DINA = Operator(OperatorId("a" * 16), "Dina", OperatorRole.ROUTE_DISPATCHER, None, None, "hash")
CORA = Operator(OperatorId("b" * 16), "Cora", OperatorRole.COORDINATOR, None, None, "hash")
OTO = Operator(OperatorId("c" * 16), "Oto", OperatorRole.DUTY_OFFICER, None, None, "hash")
GUESTS = tuple(Delegate(DelegateId(f"{place:016x}"), name) for place, name in enumerate(("Noor", "Amir")))


def present(who: Operator | None) -> Present:
    known = (DINA, CORA, OTO) if who else ()
    return Present(known, acting(known, SignedIn(who.id, FactId("f")) if who else None))


def at(told: Any, who: Operator | None = None) -> HeadCountState:
    state = steps.listed(steps.bus_opened(HeadCountState(), BUS.code), (told, OVER))
    return steps.operators_listed(state, present(who))


def manifest(state: BusState = BusState.COUNTING) -> Manifest:
    lines = [ManifestLine(each, True, Instant(9 - place), None, True) for place, each in enumerate(GUESTS)]
    away = ManifestLine(Delegate(DelegateId("e" * 16), "Late"), False, None, None, True)
    return Manifest(replace(BUS, state=state), (*lines, away), 3)


@pytest.fixture
def screen(dressed: QApplication, qtbot: QtBot, remembering: Any, telling: words.Telling) -> HeadCountScreen:
    remembering.replies |= {"present": present(None), "tallied": (tallied(), OVER), "manifest": manifest()}
    made = HeadCountScreen(remembering.actions, telling)
    made.retranslate()
    made.set_layout(theme.Layout.COMPACT)
    qtbot.addWidget(made)
    made.resize(1278, 712)
    made.show()
    made.opened_for(BUS.code)
    made.shown()
    return made


def shows(screen: HeadCountScreen, remembering: Any, told: Any, who: Operator | None = None) -> None:
    remembering.replies |= {"tallied": (told, OVER), "present": present(who)}
    screen.shown()


def test_a_bus_that_left_says_what_is_still_to_be_looked_at_and_not_how_a_count_comes_out(
    screen: HeadCountScreen, remembering: Any
) -> None:
    shows(screen, remembering, in_state(BusState.DEPARTED, AMBER), CORA)
    assert screen.panel._outcomes_title.text() == "Still to be looked at"


# ---- what is offered


@pytest.mark.parametrize(
    ("told", "who", "offered"),
    [
        (tallied(), CORA, {Doing.COUNT}),
        (tallied(44, 43), CORA, {Doing.COUNT}),
        (tallied(44, 44), None, {Doing.OPEN_AGAIN, Doing.RELEASE}),
        (tallied(44, 44), DINA, {Doing.OPEN_AGAIN, Doing.RELEASE}),
        (tallied(44, 44), CORA, {Doing.OPEN_AGAIN, Doing.RELEASE_SELF}),
        (tallied(43, 43), CORA, {Doing.OPEN_AGAIN, Doing.COUNT_AGAIN, Doing.RELEASE}),
        (tallied(43, 43), DINA, {Doing.OPEN_AGAIN, Doing.COUNT_AGAIN, Doing.RELEASE}),
        (tallied(43, 43), OTO, {Doing.OPEN_AGAIN, Doing.COUNT_AGAIN, Doing.RELEASE}),
        (tallied(41, 42, 42, 43, 43, 44), OTO, {Doing.OPEN_AGAIN, Doing.RELEASE}),
        (in_state(BusState.RELEASED, AMBER), CORA, {Doing.OPEN_AGAIN, Doing.REVIEW, Doing.LEAVE}),
        (in_state(BusState.DEPARTED, AMBER), DINA, {Doing.REVIEW, Doing.OPEN_DOORS, Doing.COME_BACK}),
        (in_state(BusState.RETURNED), CORA, {Doing.OPEN_DOORS, Doing.EMPTY}),
        (in_state(BusState.SWAPPING), CORA, {Doing.EMPTY}),
        (in_state(BusState.EMPTIED), CORA, {Doing.CLOSE}),
        (in_state(BusState.EMPTIED, UNTALLIED), CORA, {Doing.CLOSE}),
        (in_state(BusState.EMPTIED, UNTALLIED), OTO, {Doing.CLOSE}),
        (in_state(BusState.CLOSED), CORA, {Doing.REOPEN}),
        (in_state(BusState.CLOSED), DINA, {Doing.REOPEN}),
    ],
)
def test_what_is_shown_is_what_comes_next_by_the_counts(told: Any, who: Any, offered: set[Doing]) -> None:
    assert set(at(told, who).offered) == offered


@pytest.mark.parametrize(
    ("told", "doing", "deed"),
    [
        (tallied(44, 44), Doing.RELEASE, Deed.RELEASE),
        (tallied(43, 43), Doing.RELEASE, Deed.RELEASE_SHORT),
        (in_state(BusState.RELEASED, AMBER), Doing.REVIEW, Deed.RELEASE),
        (in_state(BusState.EMPTIED), Doing.CLOSE, Deed.MOVE_BUS),
        (in_state(BusState.EMPTIED, UNTALLIED), Doing.CLOSE, Deed.RELEASE_SHORT),
        (in_state(BusState.CLOSED), Doing.REOPEN, Deed.RELEASE),
    ],
)
def test_what_somebody_else_has_to_do_is_shown_and_ready_for_nobody_but_them(
    told: Any, doing: Doing, deed: Deed
) -> None:
    for who in (CORA, DINA, OTO):
        state = replace(at(told, who), draft=Draft(reason="why", absent=frozenset(map(DelegateId, "abcdef"))))
        assert state.deed(doing) is deed
        if doing in state.offered:
            assert (doing in state.ready) == (deed in deeds_of(who.role) and state.names_enough)


def test_nothing_on_screen_tells_how_many_there_are_as_long_as_somebody_counts(telling: words.Telling) -> None:
    for told in (tallied(delegates=33), tallied(31, delegates=33), tallied(32, 31, delegates=33)):
        view = HeadCountWords(telling).view(at(told))
        assert view
        assert view.souls[0][1] == bidi.code(HIDDEN)
        assert "33" not in repr(view)
        assert told.judged.finished or "31" not in repr(view)
    shown = HeadCountWords(telling).view(at(tallied(36, 36, delegates=33)))
    assert shown and "33" in shown.souls[0][1]


def test_a_bus_that_is_short_is_told_with_the_one_that_is_over(telling: words.Telling) -> None:
    view = HeadCountWords(telling).view(at(tallied(43, 43)))
    assert view and any("3-4" in said and "safe" in said for _, said in view.outcomes)


def test_who_counts_is_most_likely_whoever_acts_and_then_the_coordinator_or_the_guide() -> None:
    assert at(tallied(), CORA).name == "Cora"
    assert at(tallied()).name == BUS.coordinator
    assert steps.typed(at(tallied()), "name", "").name == ""


# ---- keys and buttons


def test_digits_and_enter_enter_a_count_and_nothing_of_it_stays_in_sight(
    screen: HeadCountScreen, remembering: Any
) -> None:
    remembering.replies["count"] = DONE
    screen.setFocus()
    QTest.keyClicks(screen, "445")
    assert screen.panel.side.number.accessibleName() == "44", "no bus carries so many"
    QTest.keyClick(screen, Qt.Key.Key_Backspace)
    QTest.mouseClick(screen.panel.side.digits["1"], Qt.MouseButton.LeftButton)
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert remembering.named("count") == [(BUS.code, BUS.coordinator, 41, Method.HEADS)]
    assert screen.panel.side.number.accessibleName() == ""


@pytest.mark.parametrize(("before", "hidden"), [((), True), ((44,), False), ((43, 44), True), ((43, 44, 44), False)])
def test_what_was_counted_is_called_hidden_only_until_the_second_of_a_round_has_counted(
    screen: HeadCountScreen, remembering: Any, before: tuple[int, ...], *, hidden: bool
) -> None:
    shows(screen, remembering, tallied(*before))
    remembering.replies["count"] = DONE
    screen.setFocus()
    QTest.keyClicks(screen, "44")
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert len(remembering.named("count")) == 1
    assert ("hidden" in screen._state.note) == hidden


def test_a_name_is_typed_without_its_digits_being_counted_and_who_is_alone_calls_the_roll(
    screen: HeadCountScreen, remembering: Any
) -> None:
    field = screen.panel.side.fields["name"].line
    field.clear()
    QTest.keyClicks(field, "Bo 2")
    QTest.keyClick(field, Qt.Key.Key_Return)
    screen.panel.side.roll_turned.emit()
    QTest.keyClicks(screen, "40")
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert remembering.named("count") == [(BUS.code, "Bo 2", 40, Method.ROLL)]


def test_a_count_that_is_refused_says_why_and_keeps_the_name(screen: HeadCountScreen, remembering: Any) -> None:
    screen.panel.side.typed.emit(("name", "Bo"))
    QTest.keyClicks(screen, "40")
    remembering.replies["count"] = OthersMustCount(bus=BUS.code)
    screen._done(Doing.COUNT, BUS.code, Troubled(OthersMustCount(bus=BUS.code)))
    assert "counted" in screen.panel._note.text()
    assert screen.panel.side.fields["name"].text() == "Bo"


def test_the_crew_is_one_more_or_fewer(screen: HeadCountScreen, remembering: Any) -> None:
    QTest.mouseClick(screen.panel.souls.crew[Crew.MEDIC].more, Qt.MouseButton.LeftButton)
    assert remembering.named("crew") == [(BUS.code, {Crew.MEDIC: 1})]


def test_a_bus_is_released_by_a_hold_that_names_whom_it_leaves_without(
    screen: HeadCountScreen, remembering: Any, hold: Any
) -> None:
    shows(screen, remembering, tallied(44, 44), DINA)
    button = screen.panel.side.doing[Doing.RELEASE]
    assert "Late" in button.accessibleName()
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    assert remembering.named("release") == []
    hold(button)
    ((_, *given),) = remembering.named("release")
    assert given == [BUS.code, (), ""]


def test_the_duty_officer_releases_only_once_everybody_unaccounted_for_is_named_with_a_reason(
    screen: HeadCountScreen, remembering: Any, hold: Any
) -> None:
    shows(screen, remembering, tallied(43, 43), OTO)
    button = screen.panel.side.doing[Doing.RELEASE]
    assert [screen.panel.side.model.index(place, 0).isValid() for place in range(3)] == [True, True, False]
    screen.panel.side.typed.emit(("reason", "not found"))
    assert not button.isEnabled()
    screen.panel.side.row_chosen.emit(0)
    assert "Amir" in button.accessibleName(), "seen longest ago stands first"
    hold(button)
    ((_, *given),) = remembering.named("release")
    assert given == [BUS.code, (GUESTS[1].id,), "not found"]


def test_a_second_person_proves_who_they_are_by_pin_or_badge_before_two_release(
    screen: HeadCountScreen, remembering: Any, hold: Any
) -> None:
    shows(screen, remembering, tallied(44, 44), CORA)
    side, button = screen.panel.side, screen.panel.side.doing[Doing.RELEASE_SELF]
    assert not button.isEnabled()
    side.second_chosen.emit(1)
    side.typed.emit(("pin", "2468"))
    held = PinHeld(DINA.id, "hash")
    remembering.replies["prove"] = held
    hold(button)
    assert remembering.named("prove") == [(DINA.id, "2468")]
    ((_, *given),) = remembering.named("release_self")
    assert given == [BUS.code, held]
    screen._done(Doing.RELEASE_SELF, BUS.code, Troubled(PinWrong(name="Dina", left=4)))
    assert side.fields["pin"].text() == ""
    code = BadgeCode(b"ab", GUESTS[0].id, 1, bytes(64)).text()
    assert screen.takes_scan([code])
    hold(button)
    assert remembering.named("release_self")[-1][1:] == (BUS.code, BadgeShown(code))


@pytest.mark.parametrize(
    ("state", "doing", "asked"),
    [
        (BusState.RELEASED, Doing.LEAVE, "send_off"),
        (BusState.RELEASED, Doing.OPEN_AGAIN, "open_again"),
        (BusState.EMPTIED, Doing.CLOSE, "close"),
        (BusState.DEPARTED, Doing.COME_BACK, "come_back"),
        (BusState.DEPARTED, Doing.REVIEW, "review"),
        (BusState.RETURNED, Doing.EMPTY, "empty"),
        (BusState.CLOSED, Doing.REOPEN, "reopen"),
    ],
)
def test_each_step_asks_for_its_own_and_what_lasts_is_held(  # noqa: PLR0917 - a row of the table
    screen: HeadCountScreen, remembering: Any, hold: Any, state: BusState, doing: Doing, asked: str
) -> None:
    shows(screen, remembering, in_state(state, AMBER), OTO)
    screen.panel.side.typed.emit(("reason", "a bag"))
    button = screen.panel.side.doing[doing]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert bool(remembering.named(asked)) == (doing not in HELD)
    if doing in HELD:
        hold(button)
    assert len(remembering.named(asked)) == 1


@pytest.mark.parametrize("state", [BusState.COUNTING, BusState.RELEASED])
def test_doors_whose_opening_makes_a_count_or_a_release_void_are_held_and_the_button_says_so(
    screen: HeadCountScreen, remembering: Any, hold: Any, state: BusState
) -> None:
    shows(screen, remembering, tallied(44, 44) if state is BusState.COUNTING else in_state(state), DINA)
    button = screen.panel.side.doing[Doing.OPEN_AGAIN]
    assert ("count" if state is BusState.COUNTING else "void") in button.text()
    assert not screen.panel.side.doing[Doing.OPEN_DOORS].isVisible()
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    assert remembering.named("open_again") == []
    hold(button)
    assert [given[1:] for given in remembering.named("open_again")] == [(BUS.code,)]


def test_another_step_begins_with_nothing_typed(screen: HeadCountScreen, remembering: Any) -> None:
    QTest.keyClicks(screen, "4")
    shows(screen, remembering, tallied(44, 44), DINA)
    assert screen._state.step is Step.RELEASE
    assert screen._state.draft.digits == ""
    screen.opened_for(BusCode("3-4"))
    assert screen._state.step is Step.CALL


def test_a_scan_meanwhile_is_shown_and_keeps_what_was_typed(screen: HeadCountScreen, outcome_of: Any) -> None:
    QTest.keyClicks(screen, "4")
    screen.scanned(Done(outcome_of(Reason.BOARDED)))
    assert screen.panel.strip.isVisible()
    assert screen._state.draft.digits == "4"
