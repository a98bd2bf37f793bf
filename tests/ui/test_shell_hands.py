"""Whose hands the laptop is in: staff badges change hands wherever they are scanned, and it locks when nobody is there."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from layout_operators import LEAD, VOLUNTEER, present
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from checkin_app.domain.acting import SignedIn
from checkin_app.domain.changes import Changed, Recorded
from checkin_app.domain.codes import BadgeCode
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.problems_operators import StaffBadgeVoid
from checkin_app.runtime.lanes import Troubled
from checkin_app.services.ports.acting import Present
from checkin_app.ui.kit import bidi
from checkin_app.ui.shell.hands import Hands, hands_health

BADGE = BadgeCode(b"\0\0", VOLUNTEER.badge or DelegateId(""), 1, bytes(64)).text()
GUEST = BadgeCode(b"\0\0", DelegateId("9" * 16), 1, bytes(64)).text()


class Elapsed:
    """A stop watch that tests set."""

    def __init__(self) -> None:
        self.milliseconds = 0

    def elapsed(self) -> int:
        return self.milliseconds

    def restart(self) -> None:
        self.milliseconds = 0


@pytest.fixture
def hands_of(dressed: QApplication, remembering: Any) -> Callable[[Present], Hands]:
    parent = QObject()

    def make(known: Present) -> Hands:
        remembering.replies["present"] = known
        made = Hands(remembering.actions.operators, remembering.actions.laptop, parent)
        made._rested = Elapsed()  # type: ignore[assignment]
        made.ask()
        return made

    return make


def test_a_staff_badge_signs_in_and_a_guest_s_is_scanned(hands_of: Any, remembering: Any) -> None:
    hands = hands_of(present())
    assert not hands.takes([GUEST])
    assert not hands.takes(["4006381333931"])
    assert hands.takes(["]Q1 what a scanner adds", BADGE])
    assert remembering.named("by_badge") == [(BADGE,)]


def test_the_badge_of_whoever_acts_is_scanned_as_anybody_s(hands_of: Any, remembering: Any) -> None:
    assert not hands_of(present(VOLUNTEER)).takes([BADGE])
    assert hands_of(present(LEAD)).takes([BADGE]), "it changes hands"


def test_the_badge_of_who_is_no_operator_any_more_is_scanned_as_anybody_s(hands_of: Any) -> None:
    """They are a guest like others: a scan that signs nobody in would be lost."""
    known = present()
    gone = tuple(replace(each, revoked="gone") if each.id == VOLUNTEER.id else each for each in known.operators)
    assert not hands_of(replace(known, operators=gone)).takes([BADGE])


def test_without_operators_every_badge_is_scanned(hands_of: Any) -> None:
    assert not hands_of(present(None, ())).takes([BADGE])


def test_that_a_badge_signed_somebody_in_is_said(hands_of: Any, remembering: Any) -> None:
    hands, said = hands_of(present()), []
    hands.said.connect(said.append)
    remembering.replies["by_badge"] = Recorded(frozenset({Changed.OPERATORS}))
    hands.takes([BADGE])
    assert said == [f"{bidi.name(VOLUNTEER.name)} has signed in."]


def test_why_a_badge_signs_nobody_in_is_said(hands_of: Any, remembering: Any) -> None:
    hands, said = hands_of(present()), []
    hands.said.connect(said.append)
    remembering.replies["by_badge"] = Troubled(StaffBadgeVoid(name=VOLUNTEER.name))
    hands.takes([BADGE])
    assert "replaced or revoked" in said[0]


@pytest.mark.parametrize(
    ("minutes", "passed", "locks"), [(10, 599, False), (10, 600, True), (2, 120, True), (0, 9999, False)]
)
def test_it_locks_after_as_long_as_the_settings_say(
    hands_of: Any, remembering: Any, minutes: int, passed: int, *, locks: bool
) -> None:
    remembering.kept = replace(remembering.kept, lock_minutes=minutes)
    hands = hands_of(present(LEAD))
    hands._rested.milliseconds = passed * 1000
    hands.tick()
    hands.tick()
    assert len(remembering.named("lock")) == int(locks), "asked once until it is answered"


def test_a_scan_or_a_key_keeps_it_open(hands_of: Any, remembering: Any) -> None:
    hands, pressed = hands_of(present(LEAD)), [1.0]
    hands.hear_keys(lambda: pressed[0])
    hands.tick()
    for happens in (lambda: hands.takes([GUEST]), lambda: pressed.append(pressed.pop() + 1)):
        hands._rested.milliseconds = 3_600_000
        happens()
        hands.tick()
    assert remembering.named("lock") == []


def test_nobody_is_locked_out_twice_and_what_was_locked_is_said(hands_of: Any, remembering: Any) -> None:
    hands, said = hands_of(present()), []
    hands._rested.milliseconds = 3_600_000
    hands.tick()
    assert remembering.named("lock") == [], "nobody acts"
    hands = hands_of(present(LEAD))
    hands.said.connect(said.append)
    remembering.replies["lock"] = Recorded(frozenset({Changed.OPERATORS}))
    hands._rested.milliseconds = 3_600_000
    hands.tick()
    assert "scans go on" in said[0]


def test_the_top_bar_says_who_acts_where_the_forum_has_operators(dressed: QApplication) -> None:
    assert hands_health(None) == ()
    assert hands_health(present(None, ())) == ()
    [nobody], [acts] = hands_health(present()), hands_health(present(LEAD))
    assert nobody.abnormal and nobody.words == "Nobody signed in"
    assert not acts.abnormal and bidi.plain(acts.words) == LEAD.name
    gone = present(None)
    revoked = replace(gone, acting=replace(gone.acting, operator=replace(LEAD, revoked="gone")))
    [health] = hands_health(revoked)
    assert health.abnormal and "no operator any more" in health.words
    assert {each.screen for each in (nobody, acts, health)} == {"operators"}


def test_who_is_signed_in_is_asked_again_when_operators_change(hands_of: Any, remembering: Any) -> None:
    hands, changed = hands_of(present()), []
    hands.changed.connect(lambda: changed.append(hands.present))
    hands.stale(frozenset({Changed.BUSES}))
    hands.stale(frozenset({Changed.OPERATORS}))
    assert changed == [], "it is as it was"
    remembering.replies["present"] = present(LEAD)
    hands.stale(frozenset({Changed.OPERATORS}))
    assert changed == [present(LEAD)]
    assert SignedIn(LEAD.id, changed[0].acting.sign_in).operator == LEAD.id
