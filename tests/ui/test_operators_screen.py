"""Who acts: signing in by PIN and badge, and what a lead says of operators, on screen."""

import re
from pathlib import Path
from typing import Any

import pytest
from layout_operators import not_applied
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.acting import SignedIn, acting
from checkin_app.domain.changes import Changed, Recorded
from checkin_app.domain.codes import BadgeCode
from checkin_app.domain.ids import DelegateId, FactId, OperatorId
from checkin_app.domain.operator_lists import OperatorFault
from checkin_app.domain.operators import Objection, Operator
from checkin_app.domain.problems_operators import OperatorListUnfit, PinMustWait, PinWrong
from checkin_app.domain.roles import TABLE, OperatorRole
from checkin_app.domain.row_lists import RowFlaw
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.services.operator_import import OperatorsTaken
from checkin_app.services.ports.acting import Present
from checkin_app.services.proofs import PinHeld
from checkin_app.ui import theme, words
from checkin_app.ui.kit import bidi
from checkin_app.ui.operators import state as steps
from checkin_app.ui.operators.screen import OperatorsScreen
from checkin_app.ui.operators.state import Doing, OperatorsState
from checkin_app.ui.operators.words import OperatorsWords

DONE = Recorded(frozenset({Changed.OPERATORS}))
BADGE = DelegateId("b" * 16)
LENA = Operator(OperatorId("a" * 16), "Lena Brandt", OperatorRole.LEAD, None, None, "hash")
VERA = Operator(OperatorId("b" * 16), "欧阳薇", OperatorRole.VOLUNTEER, BADGE, None, "")
OMAR = Operator(OperatorId("c" * 16), "Omar Haddad", OperatorRole.DUTY_OFFICER, None, "went home", "")
ALL = (LENA, OMAR, VERA)


def present(who: Operator | None = None, operators: tuple[Operator, ...] = ALL) -> Present:
    return Present(operators, acting(operators, SignedIn(who.id, FactId("f")) if who else None))


def looking(at: Operator | None, who: Operator | None = None) -> OperatorsState:
    state = steps.listed(OperatorsState(), present(who))
    return steps.row_chosen(state, ALL.index(at) if at else len(ALL))


@pytest.fixture
def screen(dressed: QApplication, qtbot: QtBot, remembering: Any, telling: words.Telling) -> OperatorsScreen:
    remembering.replies["present"] = present()
    made = OperatorsScreen(remembering.actions, telling, ask_list=lambda then: then(Path("who.csv")))
    made.retranslate()
    made.set_layout(theme.Layout.COMPACT)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    made.shown()
    return made


def _choose(screen: OperatorsScreen, operator: Operator | None) -> None:
    screen.panel.row_chosen.emit(ALL.index(operator) if operator else len(ALL))


def _type(screen: OperatorsScreen, field: str, text: str) -> None:
    QTest.keyClicks(screen.panel.card.fields[field].line, text)


# ---- what may be done


def test_who_acts_is_looked_at_first_else_the_first_operator() -> None:
    assert steps.listed(OperatorsState(), present()).operator == LENA
    assert steps.listed(OperatorsState(), present(VERA)).operator == VERA


@pytest.mark.parametrize(
    ("at", "who", "may"),
    [
        (LENA, None, {Doing.SIGN_IN}),
        (VERA, None, set()),
        (VERA, VERA, {Doing.LOCK, Doing.SET_PIN}),
        (LENA, VERA, {Doing.SIGN_IN}),
        (OMAR, VERA, set()),
        (LENA, LENA, {Doing.LOCK, Doing.SET_PIN, Doing.ENTER_BADGE, Doing.CHANGE_ROLE, Doing.REVOKE}),
        (VERA, LENA, {Doing.SET_PIN, Doing.ENTER_BADGE, Doing.CHANGE_ROLE, Doing.REVOKE}),
        (OMAR, LENA, {Doing.ADD}),
        (None, LENA, {Doing.ADD, Doing.TAKE_LIST}),
    ],
)
def test_what_can_be_done_follows_from_who_acts_and_who_is_looked_at(
    at: Operator | None, who: Operator | None, may: set[Doing]
) -> None:
    assert looking(at, who).may == may


def test_a_forum_without_operators_says_that_nobody_is_named_and_lets_anybody_begin(
    dressed: QApplication, telling: words.Telling
) -> None:
    state = steps.listed(OperatorsState(), present(None, ()))
    assert state.may == {Doing.ADD, Doing.TAKE_LIST}
    assert "nobody is named" in OperatorsWords(telling).named(state)


def test_a_pin_is_in_no_representation_of_what_was_typed() -> None:
    state = steps.typed(steps.typed(looking(LENA), "pin", "20417"), "new_pin", "97531")
    assert "20417" not in repr(state)
    assert "97531" not in repr(state)


def test_a_list_is_chosen_where_one_is_added_and_what_came_of_it_is_said(
    screen: OperatorsScreen, remembering: Any
) -> None:
    remembering.replies["present"] = present(LENA)
    screen.shown()
    _choose(screen, None)
    QTest.mouseClick(screen.panel.doing[Doing.TAKE_LIST], Qt.MouseButton.LeftButton)
    assert remembering.named("take_list") == [(Path("who.csv"),)]
    assert not screen.panel.doing[Doing.TAKE_LIST].isEnabled(), "a second click takes nothing"
    flaw = RowFlaw(3, OperatorFault.ROLE.of(value="king", known="lead"))
    remembering.waiting["take_list"](Troubled(OperatorListUnfit.of("who.csv", [flaw])))
    assert "cannot be taken in" in screen._state.note
    assert screen._state.wrong
    QTest.mouseClick(screen.panel.doing[Doing.TAKE_LIST], Qt.MouseButton.LeftButton)
    remembering.waiting["take_list"](Done(OperatorsTaken(2, 1, 4)))
    assert re.findall(r"\d", screen._state.note) == ["2", "1", "4"]


def test_going_to_another_forgets_what_was_typed() -> None:
    state = steps.row_chosen(steps.typed(looking(LENA), "pin", "20417"), 1)
    assert state.draft.pin == ""


def test_the_whole_table_is_in_the_help(screen: OperatorsScreen) -> None:
    assert screen.help_text().count("\n") == len(TABLE)
    assert "replace a badge: Badge desk, Duty officer, Event lead" in screen.help_text()
    assert "everybody" in screen.help_text()


# ---- signing in


def test_a_pin_is_typed_without_a_click_and_nothing_takes_the_focus_meanwhile(
    screen: OperatorsScreen, remembering: Any
) -> None:
    pin = screen.panel.card.fields["pin"].line
    assert screen.focusWidget() is pin
    remembering.replies["present"] = present(LENA)
    screen.shown()
    _choose(screen, None)
    name = screen.panel.card.fields["name"].line
    name.setFocus()
    remembering.replies["present"] = present()
    screen.stale(frozenset({Changed.OPERATORS}))
    assert screen.focusWidget() is not pin, "word of a change is no reason"
    _choose(screen, LENA)
    assert screen.focusWidget() is pin


@pytest.mark.parametrize("doing", [Doing.SET_PIN, Doing.LOCK])
def test_the_pin_is_typed_at_once_after_it_was_set_and_after_locking(
    screen: OperatorsScreen, remembering: Any, doing: Doing
) -> None:
    screen.panel.card.fields["pin"].line.clearFocus()
    screen._done(doing, LENA.id, LENA.name, Done(DONE))
    assert screen.focusWidget() is screen.panel.card.fields["pin"].line


def test_enter_in_the_field_of_the_pin_signs_in(screen: OperatorsScreen, remembering: Any) -> None:
    held = PinHeld(LENA.id, "hash")
    remembering.replies |= {"prove": held, "sign_in": DONE}
    _type(screen, "pin", "20417")
    remembering.replies["present"] = present(LENA)
    QTest.keyClick(screen.panel.card.fields["pin"].line, Qt.Key.Key_Return)
    assert remembering.named("prove") == [(LENA.id, "20417")]
    assert remembering.named("sign_in") == [(held,)]
    assert "has signed in" in screen.panel._foot.second_line.text()
    assert screen.panel.doing[Doing.LOCK].isEnabled()


@pytest.mark.parametrize("problem", [PinWrong(name="Lena", left=2), PinMustWait(name="Lena", seconds=30)])
def test_a_wrong_pin_is_said_and_typed_again(screen: OperatorsScreen, remembering: Any, problem: Any) -> None:
    remembering.replies["prove"] = Troubled(problem)
    _type(screen, "pin", "20418")
    screen.panel.doing[Doing.SIGN_IN].click()
    assert remembering.named("sign_in") == []
    assert screen.panel.card.fields["pin"].text() == ""
    told = bidi.plain(screen.panel._foot.second_line.text())
    assert str(problem.details.get("left", problem.details.get("seconds"))) in told


def test_nothing_is_asked_twice_while_a_pin_is_proven(screen: OperatorsScreen, remembering: Any) -> None:
    _type(screen, "pin", "20417")
    screen.panel.doing[Doing.SIGN_IN].click()
    screen.panel.doing[Doing.SIGN_IN].click()
    assert len(remembering.named("prove")) == 1


def test_a_click_locks(screen: OperatorsScreen, remembering: Any) -> None:
    remembering.replies |= {"present": present(LENA), "lock": DONE}
    screen.shown()
    screen.panel.doing[Doing.LOCK].click()
    assert remembering.named("lock") == [()]


# ---- what a lead says


@pytest.fixture
def led(screen: OperatorsScreen, remembering: Any) -> OperatorsScreen:
    remembering.replies |= {"present": present(LENA), "add": DONE, "change": DONE, "set_pin": DONE, "revoke": DONE}
    screen.shown()
    return screen


def test_a_lead_adds_an_operator_in_a_role(led: OperatorsScreen, remembering: Any) -> None:
    _choose(led, None)
    assert not led.panel.doing[Doing.ADD].isEnabled()
    _type(led, "name", "Dina")
    led.panel.card.role_chosen.emit(OperatorRole.COORDINATOR)
    led.panel.doing[Doing.ADD].click()
    assert remembering.named("add") == [("Dina", OperatorRole.COORDINATOR)]


def test_who_was_revoked_is_named_again(led: OperatorsScreen, remembering: Any) -> None:
    _choose(led, OMAR)
    led.panel.doing[Doing.ADD].click()
    assert remembering.named("add") == [("Omar Haddad", OperatorRole.DUTY_OFFICER)]


def test_another_role_and_a_pin(led: OperatorsScreen, remembering: Any) -> None:
    _choose(led, VERA)
    assert not led.panel.doing[Doing.CHANGE_ROLE].isVisible()
    led.panel.card.role_chosen.emit(OperatorRole.BADGE_DESK)
    led.panel.doing[Doing.CHANGE_ROLE].click()
    _type(led, "new_pin", "20417")
    led.panel.doing[Doing.SET_PIN].click()
    assert remembering.named("change") == [(VERA.id, OperatorRole.BADGE_DESK, None)]
    assert remembering.named("set_pin") == [(VERA.id, "20417")]


def test_the_badge_that_is_scanned_after_it_was_asked_for_becomes_the_staff_badge(
    led: OperatorsScreen, remembering: Any
) -> None:
    code = BadgeCode(b"\0\0", BADGE, 1, bytes(64)).text()
    _choose(led, VERA)
    assert not led.takes_scan([code]), "nobody has asked for it"
    led.panel.doing[Doing.ENTER_BADGE].click()
    assert not led.takes_scan(["no badge"])
    assert led.takes_scan([code])
    assert remembering.named("change") == [(VERA.id, None, BADGE)]
    assert not led.takes_scan([code]), "once"


def test_revoking_needs_a_reason_and_is_held(led: OperatorsScreen, remembering: Any, hold: Any) -> None:
    _choose(led, VERA)
    assert not led.panel.revoke.isEnabled()
    _type(led, "reason", "badge lost")
    hold(led.panel.revoke)
    [(_, operator, reason)] = remembering.named("revoke")
    assert (operator, reason) == (VERA.id, "badge lost")


def test_what_does_not_count_is_listed_with_who_what_when_where_and_why(
    screen: OperatorsScreen, remembering: Any
) -> None:
    remembering.replies["not_applied"] = [not_applied(each, number) for number, each in enumerate(Objection)]
    screen._choose(len(screen._state.operators))
    assert remembering.named("not_applied") == [()]
    view = screen._words.view(screen._state)
    assert len(view.kept) == len(Objection)
    assert len({each.why for each in view.kept}) == len(Objection)
    newest = [bidi.plain(part) for part in (view.kept[0].what, view.kept[0].by)]
    assert newest[0] == "Bus 2-1 · open a bus’s doors and send it off"
    assert newest[1].startswith("Omar Haddad, Duty officer · ")
    assert screen.panel.kept.isVisible()
    assert screen._state.may == frozenset()
    screen._choose(0)
    assert screen.panel.kept.isHidden()


def test_where_everybody_did_what_they_might_the_list_says_so(screen: OperatorsScreen, remembering: Any) -> None:
    remembering.replies["not_applied"] = []
    screen._choose(len(screen._state.operators))
    assert "Nothing was done" in screen._words.view(screen._state).kept_line
