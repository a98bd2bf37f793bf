"""What whoever acts may not do is off beforehand, with the reason and who may; a scan never is."""

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import pytest
from layout_operators import OPERATORS, REVOKED, present
from layout_scenes import CATALOGUE
from layout_stage import Stage, answers, manifest, staged
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot
from verb_deeds import VERB_DEEDS

from checkin_app.bootstrap.actions import actions as bound_actions
from checkin_app.bootstrap.backend import Backend
from checkin_app.domain.acting import ANYBODY
from checkin_app.domain.ids import OperatorId
from checkin_app.domain.kinds.rides import Saying
from checkin_app.domain.kinds.rides import deed_of as said_by
from checkin_app.domain.operators import Operator
from checkin_app.domain.problems import Problem
from checkin_app.domain.ride_states import RideVerb
from checkin_app.domain.roles import Deed, OperatorRole
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.services.ports.acting import Present
from checkin_app.services.proofs import PinHeld
from checkin_app.ui import words, words_operators
from checkin_app.ui.bus_day.state import Doing as OnItsDay
from checkin_app.ui.emergency.state import Doing as InEmergency
from checkin_app.ui.head_count.state import Doing as Counting
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.leave import ByLeave
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.kit.menus import DeedsMenu
from checkin_app.ui.manifest import saying
from checkin_app.ui.operators.state import Doing as Acting

ROOM = QSize(1366, 768)
IN_EACH_ROLE = tuple(
    Operator(OperatorId(f"{place:x}" * 16), role.value, role, None, None, "h")
    for place, role in enumerate(OperatorRole, 2)
)
#: Everybody who can stand at a laptop: each role, nobody, somebody who was revoked, and anybody where nobody is named.
HANDS: tuple[Present, ...] = (
    *(present(each, (*OPERATORS, *IN_EACH_ROLE)) for each in IN_EACH_ROLE),
    present(None),
    present(REVOKED),
    Present((), ANYBODY),
)
#: How often a control of one name is pressed, in different states, where that is more than once.
MOST_ALIKE = {"manifest": 2}
#: What differs from one control of a kind to the next: names of people and buses, figures.
_VARIES = re.compile("[\u2066-\u2068][^\u2069]*\u2069|[0-9]+")
#: By screens, what pressing everything in every state of theirs asks for.
REACHED_FROM: Mapping[str, tuple[str, ...]] = {
    "badge_run": ("badges.save_run", "papers.take_back"),
    "badges": ("badges.replace", "persons.amend"),
    "bus_day": ("days.cancel",),
    "desk": ("scans.undo",),
    "door": ("buses.move_to", "scans.undo"),
    "fleet": ("buses.add", "buses.fill", "buses.keep_for_vips", "buses.lock", "buses.plan"),
    "head_count": (
        "buses.move_to", "buses.open_again", "buses.send_off", "counts.close", "counts.come_back", "counts.count",
        "counts.crew", "counts.empty", "counts.release", "counts.reopen", "counts.review",
    ),
    "inbox": ("inbox.decide",),
    "manifest": ("buses.assign", "buses.move_to", "buses.open_again", "buses.ride"),
    "operators": ("operators.add", "operators.revoke", "operators.set_pin", "operators.take_list"),
    "people": ("lists.take_back", "papers.save", "papers.take_back"),
    "programme": ("programme.change",),
    "record": ("badges.restore", "badges.revoke", "persons.amend", "persons.merge", "persons.part"),
    "reseating": ("buses.reseat",),
    "route_stops": ("programme.change",),
    "templates": ("templates.keep_template",),
    "settings": ("printers.add_font", "printers.remove_font"),
    "swap": ("buses.move_to", "swaps.take_over", "swaps.undo_swap"),
    "walk_in": ("persons.walk_in",),
}  # fmt: skip
#: What is offered only after something was done, or after a while: by which control of which screen.
AFTER_A_WHILE: Mapping[str, tuple[str, Callable[[Any], Any]]] = {
    "scans.enter": ("find", lambda screen: screen.panel._side.check_in),
    "emergencies.call_emergency": ("emergency", lambda screen: screen.panel.side.doing[InEmergency.CALL]),
    "emergencies.mark_person": ("emergency", lambda screen: screen.panel.side.doing[InEmergency.SAFE]),
    "emergencies.end_emergency": ("emergency", lambda screen: screen.panel.side.doing[InEmergency.END]),
    "fleet_lists.take_fleet": ("fleet_list", lambda screen: screen.panel.take),
    "fleet_lists.take_fleet_back": ("fleet_list", lambda screen: screen.panel.take_back),
    "printers.allow_queue": ("printers", lambda screen: screen.panel.card.allow),
    "scans.override": ("door", lambda screen: screen.panel.override.hold),
    "buses.put_back": ("reseating", lambda screen: screen.panel.undo),
    "buses.amend": ("fleet", lambda screen: screen.panel.save),
    "buses.unplan": ("fleet", lambda screen: screen.panel.undo),
    "inbox.decide_for_good": ("inbox", lambda screen: screen.panel.settle),
    "inbox.reopen": ("inbox", lambda screen: screen.panel.undo),
    "counts.release_self": ("head_count", lambda screen: screen.panel.side.doing[Counting.RELEASE_SELF]),
    "programme.take_back": ("programme", lambda screen: screen.panel.undo),
    "days.ready": ("bus_day", lambda screen: screen.panel.side.doing[OnItsDay.READY]),
    "days.hold_back": ("bus_day", lambda screen: screen.panel.side.doing[OnItsDay.HOLD]),
    "days.arrive": ("bus_day", lambda screen: screen.panel.side.doing[OnItsDay.ARRIVE]),
    "days.open_stop": ("bus_day", lambda screen: screen.panel.side.doing[OnItsDay.OPEN]),
    "days.undo_stop": ("bus_day", lambda screen: screen.panel.side.doing[OnItsDay.UNDO]),
    "days.skip": ("bus_day", lambda screen: screen.panel.side.doing[OnItsDay.SKIP]),
    "days.restore": ("bus_day", lambda screen: screen.panel.side.doing[OnItsDay.RESTORE]),
    "operators.change": ("operators", lambda screen: screen.panel.doing[Acting.CHANGE_ROLE]),
    "lists.apply": ("people", lambda screen: screen.importing.panel.take),
}
NOBODY = frozenset[Deed | None]({None})
#: It records nothing, and is answered to whoever has leave: what follows is written into this laptop's settings.
ASKS_LEAVE_AND_READS = {"printers.allow_queue"}
#: What a scanner asks for, the answer to its question, and what a menu tells item by item.
BY_OTHER_MEANS = {"scans.scan", "scans.answer", "buses.unride"}


@pytest.fixture
def at_work(dressed: QApplication, qtbot: QtBot, remembering: Any, tmp_path: Path) -> Iterator[Callable[[str], Stage]]:
    made: list[Stage] = []

    def begin(key: str) -> Stage:
        made.append(staged(key, remembering, ROOM, tmp_path))
        qtbot.addWidget(made[-1].window)
        return made[-1]

    yield begin
    for each in made:
        each.window.close()


AtWork = Callable[[str], Stage]
KEYS = pytest.mark.parametrize("key", list(CATALOGUE))


def play(stage: Stage, scene: Any) -> None:
    stage.replies.clear()
    stage.replies |= answers()
    scene[1](stage)
    stage.settle()


def change_hands(stage: Stage, to: Present) -> None:
    stage.window.hands._heard(Done(to))
    assert stage.window.hands.present == to


def tagged(stage: Stage) -> list[Any]:
    return [each for each in stage.window.findChildren(QWidget) if isinstance(each, ByLeave)]


def is_told(control: QWidget, who: str) -> bool:
    return who in control.toolTip() and control.toolTip() == control.accessibleDescription()


# ---- every screen, every role


@KEYS
def test_every_control_is_on_where_its_screen_wants_it_and_the_role_may(at_work: AtWork, key: str) -> None:
    stage, wrong = at_work(key), []
    for scene in CATALOGUE[key]():
        change_hands(stage, HANDS[-1])
        play(stage, scene)
        controls = tagged(stage)
        wanted = {each: (each.wanted, each.isEnabledTo(each.parentWidget())) for each in controls}
        assert all(want == on for want, on in wanted.values()), "where nobody is named, everything is as ever"
        for hands in HANDS:
            change_hands(stage, hands)
            wrong += [
                f"{scene[0]}: {each.accessibleName()}" for each in controls if not heeds(each, hands, wanted[each][0])
            ]
    assert not wrong, "\n".join(wrong)


def heeds(control: Any, hands: Present, wanted: bool) -> bool:
    """Return whether a control is as the table has it; one that is not in sight heeds it once it is."""
    allowed = control.deed is None or control.deed in hands.acting.may
    if not control.isVisible() and control.refusal is None:
        return True
    as_the_table = control.isEnabledTo(control.parentWidget()) == (wanted and allowed) and control.wanted == wanted
    refusals = words_operators.refusals(hands.acting)
    told = allowed or is_told(control, refusals[control.deed].why)
    return as_the_table and told and (control.refusal is None) == allowed and items_heed(control, hands)


def items_heed(control: Any, hands: Present) -> bool:
    if not isinstance(control, DeedsMenu):
        return True
    model = control.model()
    assert isinstance(model, QStandardItemModel)
    return all(
        model.item(place).isEnabled() == (deed is None or deed in hands.acting.may)
        for place, (_, deed) in enumerate(control._offered)
    )


@KEYS
def test_what_is_done_by_a_scan_is_never_off(at_work: AtWork, key: str) -> None:
    stage = at_work(key)
    scene = next(CATALOGUE[key]())
    for hands in HANDS:
        change_hands(stage, hands)
        play(stage, scene)
        assert all(each.refusal is None for each in tagged(stage) if each.deed is Deed.SCAN)


def test_why_and_who_may_are_said_in_the_language_in_use(at_work: AtWork) -> None:
    stage = at_work("fleet")
    play(stage, next(CATALOGUE["fleet"]()))
    change_hands(stage, HANDS[0])
    plan = stage.screen.panel.plan
    assert plan.refusal.who == "Route dispatcher" and "Duty officer, Event lead" in plan.toolTip()
    words.speak("zh")
    stage.window.retranslate()
    assert plan.refusal.who == words_operators.role(OperatorRole.ROUTE_DISPATCHER) != "Route dispatcher"
    assert plan.refusal.who in plan.toolTip() == plan.accessibleDescription()


def test_whoever_signs_in_next_finds_on_what_they_may(at_work: AtWork, remembering: Any) -> None:
    stage = at_work("fleet")
    play(stage, next(CATALOGUE["fleet"]()))
    plan = stage.screen.panel.plan
    change_hands(stage, HANDS[0])
    plan.click()
    assert not plan.isEnabled() and "buses.plan" not in remembering.verbs
    change_hands(stage, HANDS[-1])
    assert plan.isEnabled() and plan.toolTip() == "" == plan.accessibleDescription()


def test_what_its_screen_wants_and_what_the_role_may_are_kept_apart(at_work: AtWork) -> None:
    stage = at_work("fleet")
    play(stage, next(CATALOGUE["fleet"]()))
    plan = stage.screen.panel.plan
    change_hands(stage, HANDS[0])
    plan.setEnabled(False)
    plan.setEnabled(True)
    assert plan.wanted and not plan.isEnabled(), "what is refused is not switched on by a screen that is drawn anew"
    plan.setEnabled(False)
    change_hands(stage, HANDS[-1])
    assert not plan.isEnabled()
    plan.setEnabled(True)
    assert plan.isEnabled()


# ---- no control is forgotten


def test_every_verb_that_may_record_something_says_what_a_person_does_by_it() -> None:
    parts: dict[str, Any] = {each.name: MagicMock(name=each.name) for each in dataclasses.fields(Backend)}
    backend = Backend(**parts)
    bound = bound_actions(backend)
    reading = {id(backend.reader), id(backend.papers), id(backend.lists)}
    recording = {
        f"{group.name}.{verb.name}"
        for group in dataclasses.fields(bound)
        for verb in dataclasses.fields(getattr(bound, group.name))
        if not plainly_reads(getattr(getattr(bound, group.name), verb.name), reading)
    }
    assert recording == set(VERB_DEEDS) - ASKS_LEAVE_AND_READS


def plainly_reads(verb: Any, lanes: set[int]) -> bool:
    """Return whether a verb is nothing but a question on a lane that writes nothing."""
    if getattr(verb, "__qualname__", "") != "on.<locals>.ask":
        return False
    held = dict(zip(verb.__code__.co_freevars, verb.__closure__, strict=True))
    return id(held["lane"].cell_contents) in lanes


@KEYS
def test_every_control_whose_verb_records_something_is_tagged_with_what_is_done(
    at_work: AtWork, remembering: Any, key: str
) -> None:
    reached, wrong = set[str](), set[str]()
    for asked, control, deeds in pressed(at_work(key), key, remembering):
        reached.add(asked)
        if not deeds & VERB_DEEDS[asked]:
            wrong.add(f"“{control}” asks for {asked} and is tagged {deeds}")
    assert not wrong, "\n".join(sorted(wrong))
    assert set(REACHED_FROM.get(key, ())) <= reached


def test_every_verb_by_which_a_person_does_something_is_reached_from_some_screen() -> None:
    reached = {verb for some in REACHED_FROM.values() for verb in some} | AFTER_A_WHILE.keys() | BY_OTHER_MEANS
    assert {verb for verb, deeds in VERB_DEEDS.items() if deeds != NOBODY} <= reached


@pytest.mark.parametrize(("verb", "key", "of"), [(verb, *place) for verb, place in AFTER_A_WHILE.items()])
def test_a_control_that_comes_after_what_was_done_is_tagged(
    at_work: AtWork, verb: str, key: str, of: Callable[[Any], Any]
) -> None:
    stage = at_work(key)
    for scene in list(CATALOGUE[key]())[:2]:  # the first of some has nothing in it
        play(stage, scene)
    assert of(stage.screen).deed in VERB_DEEDS[verb]


@pytest.mark.parametrize("said", Saying)
def test_what_is_taken_back_of_a_ride_is_the_deed_by_which_it_was_said(said: Saying) -> None:
    line = replace(manifest().lines[0], said=said)
    assert saying.deed_of(line, saying.Step(RideVerb.UNDO)) is said_by(said)


Pressed = tuple[str, str, frozenset[Deed | None]]


def pressed(stage: Stage, key: str, remembering: Any) -> Iterator[Pressed]:
    """Press everything that is on in every state; yield the verbs that were asked for, and how the control is tagged."""
    tried: dict[object, int] = {}
    for scene in CATALOGUE[key]():
        for typing in (False, True):
            ready(stage, scene, typing=typing)
            for name, deeds, _ in list(presses(stage.screen)):
                alike = (_VARIES.sub("", name), deeds, typing)
                tried[alike] = tried.get(alike, 0) + 1
                if tried[alike] > MOST_ALIKE.get(key, 1):
                    continue
                ready(stage, scene, typing=typing)
                if press := next((each[2] for each in presses(stage.screen) if each[0] == name), None):
                    remembering.verbs.clear()
                    press()
                    asked = [verb for verb in remembering.verbs if VERB_DEEDS.get(verb, NOBODY) != NOBODY]
                    yield from ((verb, name, deeds) for verb in asked)


def ready(stage: Stage, scene: Any, *, typing: bool) -> None:
    """Play a scene in which everything is refused that is done; where somebody is `typing`, into every line."""
    play(stage, scene)
    refused = {verb.partition(".")[2]: Troubled(Problem()) for verb, deeds in VERB_DEEDS.items() if deeds != NOBODY}
    refused |= {"prove": Done(PinHeld(OperatorId("b" * 16), "h"))}
    stage.replies |= {name: reply for name, reply in refused.items() if name not in stage.replies}
    for line in stage.screen.findChildren(QLineEdit) if typing else ():
        if line.isVisible() and line.isEnabled():
            line.setText("12")
            line.textEdited.emit("12")


def presses(screen: QWidget) -> Iterator[tuple[str, frozenset[Deed | None], Callable[[], object]]]:
    """Yield everything that a person could press or leave, with its name and what it is tagged with.

    What begins something else, and would hide the rest, comes last.
    """
    for each in sorted(screen.findChildren(QWidget), key=lambda widget: isinstance(widget, QComboBox | QLineEdit)):
        if not (each.isVisible() and each.isEnabled()):
            continue
        name, deeds = f"{type(each).__name__} {each.accessibleName()}", frozenset({deed_of(each)})
        if isinstance(each, HeldButton) and each._lasting:
            yield name, deeds, lambda each=each: each.meant.emit(Meant("held"))
        elif isinstance(each, QAbstractButton):
            yield name, deeds, each.click
        elif isinstance(each, QComboBox):
            of_items = [deed for _, deed in each._offered] if isinstance(each, DeedsMenu) else []
            for item in range(1, each.count()):
                of_item = frozenset({of_items[item]}) if of_items else deeds
                yield f"{name} {each.itemText(item)}", of_item, lambda each=each, item=item: each.activated.emit(item)
        elif isinstance(each, QLineEdit):
            yield f"leaving {name}", deeds, each.editingFinished.emit
            yield f"entering {name}", deeds, each.returnPressed.emit


def deed_of(control: QWidget) -> Deed | None:
    """Return the deed with which a control, or what holds it, is tagged."""
    each: QWidget | None = control
    while each is not None:
        if isinstance(each, ByLeave) and each.deed is not None:
            return each.deed
        each = each.parentWidget()
    return None


# ---- keys


def test_a_key_that_would_hold_what_is_refused_says_why(at_work: AtWork, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, words, _beside: said.append(words))
    stage = at_work("badges")
    play(stage, next(scene for scene in CATALOGUE["badges"]() if scene[0] == "new badge lost"))
    change_hands(stage, HANDS[0])
    held = stage.screen.panel.holder.print
    assert held.deed is Deed.REPLACE
    QTest.keyClick(stage.screen, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert said == [held.refusal.why]
