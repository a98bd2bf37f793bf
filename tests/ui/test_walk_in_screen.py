"""The walk-in form at work: nothing typed is lost, and the guest is recorded, checked in and printed in order."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.changes import Changed
from checkin_app.domain.delegates import NO_ROUTE, BadgeStanding, Delegate
from checkin_app.domain.ids import BusCode, CheckpointId, DelegateId, RouteId
from checkin_app.domain.movements import Movements
from checkin_app.domain.outcomes import Reason
from checkin_app.domain.problems import DiskFull
from checkin_app.runtime.lanes import Done, Result, Troubled
from checkin_app.services.ports.buses import BusCount
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.walk_ins import WalkedIn
from checkin_app.ui import theme, words
from checkin_app.ui.kit.form import ChoiceGrid
from checkin_app.ui.shell.screen import Destination
from checkin_app.ui.walk_in import screen as walk_in_screen
from checkin_app.ui.walk_in.screen import FormAids, WalkInScreen
from checkin_app.ui.words_languages import tags_of

OPENING = CheckpointId("opening")
GUEST = DelegateId("77" * 8)


class Drafts:
    """A drawer with one draft in it."""

    def __init__(self, kept: str = "") -> None:
        self.kept = kept

    def save(self, text: str, reply: Callable[[Result[None]], None]) -> None:
        self.kept = text
        reply(Done(None))

    def load(self, reply: Callable[[Result[str]], None]) -> None:
        reply(Done(self.kept))


@pytest.fixture
def drafts() -> Drafts:
    return Drafts()


Opening = Callable[[], WalkInScreen]


@pytest.fixture
def opening(  # noqa: PLR0917 - fixtures
    dressed: QApplication, qtbot: QtBot, remembering: Any, context: Any, at_nine: Any, drafts: Drafts
) -> Iterator[Opening]:
    """Return a maker of the screen as a start of the application makes it."""
    made: list[WalkInScreen] = []
    remembering.replies.setdefault("look_alikes", [])

    def lacking(text: str) -> str:
        return "".join(letter for letter in text if letter == "𠮷")

    def make() -> WalkInScreen:
        aids = FormAids(lambda name: "OUYANG" if name.startswith("欧阳") else "", lacking, drafts.save, drafts.load)
        screen = WalkInScreen(remembering.actions, context, aids, now=lambda: at_nine)
        qtbot.addWidget(screen)
        screen.retranslate()
        screen.set_layout(theme.Layout.COMPACT)
        screen.at_checkpoint(OPENING)
        screen.resize(1278, 712)
        screen.show()
        screen.activateWindow()
        screen.shown()
        made.append(screen)
        return screen

    yield make
    for screen in made:
        screen.close()


def type_in(screen: WalkInScreen, qtbot: QtBot, field: str, text: str) -> None:
    line = screen.panel.fields[field].line
    if text.isascii():
        qtbot.keyClicks(line, text)
    else:
        composed = QInputMethodEvent()
        composed.setCommitString(text)
        QApplication.sendEvent(line, composed)


def bus(code: str, listed: int, state: BusState = BusState.PLANNED) -> BusCount:
    return BusCount(Bus(BusCode(code), RouteId(code[0]), 43, 40, state=state), listed, 0)


def walks_in(remembering: Any, *, route: RouteId = NO_ROUTE, scan: Any = None, job: Any = None) -> None:
    person = Delegate(GUEST, "Ana", badge_no="AB001", route=route)
    remembering.replies["walk_in"] = WalkedIn(person, None, scan, job, frozenset())


def test_what_is_typed_is_kept_and_comes_back_after_a_restart(opening: Opening, qtbot: QtBot, drafts: Drafts) -> None:
    screen = opening()
    type_in(screen, qtbot, "name", "Ana")
    type_in(screen, qtbot, "phone", "137")
    qtbot.waitUntil(lambda: screen._state.saved)
    again = opening()
    assert again.panel.fields["name"].line.text() == "Ana"
    assert again.panel.fields["phone"].line.text() == "137"
    assert again.panel._saved.text() == "Draft saved"


def test_registering_is_one_write_that_checks_in_where_the_laptop_checks(
    opening: Opening, qtbot: QtBot, remembering: Any, outcome_of: Any
) -> None:
    screen = opening()
    walks_in(remembering, scan=outcome_of(Reason.ADMITTED), job=object())
    type_in(screen, qtbot, "name", "Ana")
    remembering.calls.clear()
    with qtbot.waitSignal(screen.let_in):
        # A shortcut is looked for where keys arrive: at the window.
        QTest.keyClick(screen.windowHandle(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    ((person, checkpoint),) = remembering.named("walk_in")
    assert [name for name, _ in remembering.calls] == ["walk_in"]
    assert (person.name, checkpoint) == ("Ana", OPENING)
    assert screen.panel.fields["name"].line.text() == ""
    assert "AB001" in screen.panel._saved.text()
    assert screen.panel._note.text() == ""


def test_a_route_offers_the_seats_that_nobody_holds_on_buses_that_are_not_off(
    opening: Opening, remembering: Any
) -> None:
    remembering.replies["buses"] = [bus("3-1", 30), bus("3-2", 10), bus("3-3", 0, BusState.RELEASED), bus("4-1", 0)]
    assert opening().panel.route._options == (("", "None"), ("3", "3 · 40 left"))


@pytest.mark.parametrize("changed", [Changed.PRESENCES, Changed.RIDES, Changed.BUSES])
def test_the_seats_that_are_left_follow_whoever_is_listed_or_boards(
    opening: Opening, remembering: Any, changed: Changed
) -> None:
    remembering.replies["buses"] = [bus("3-1", 30)]
    screen = opening()
    remembering.replies["buses"] = [bus("3-1", 29)]
    screen.stale(frozenset({changed}))
    assert screen.panel.route._options == (("", "None"), ("3", "3 · 11 left"))


def test_what_could_not_be_done_for_a_guest_who_is_registered_is_said(
    opening: Opening, qtbot: QtBot, remembering: Any, outcome_of: Any
) -> None:
    remembering.replies["buses"] = [bus("3-1", 30)]
    screen = opening()
    walks_in(remembering, route=RouteId("3"), scan=outcome_of(Reason.ADMITTED))
    type_in(screen, qtbot, "name", "Ana")
    screen._edited("route", "3")
    screen.panel.register.click()
    assert "AB001" in screen.panel._saved.text()
    assert "no seat left" in screen.panel._note.text()
    assert "No printer" in screen.panel._note.text()
    type_in(screen, qtbot, "name", "Ben")
    assert screen.panel._note.text() == ""


def test_a_refused_registration_keeps_the_form_and_says_why(opening: Opening, qtbot: QtBot, remembering: Any) -> None:
    screen = opening()
    object.__setattr__(screen._actions.persons, "walk_in", lambda *args: args[-1](Troubled(DiskFull())))
    type_in(screen, qtbot, "name", "Ana")
    screen.panel.register.click()
    assert "full" in screen.panel._note.text()
    assert screen.panel.fields["name"].line.text() == "Ana"


def test_without_a_name_nothing_is_asked_and_the_field_says_so(
    opening: Opening, qtbot: QtBot, remembering: Any
) -> None:
    screen = opening()
    screen.panel.register.click()
    assert not remembering.named("walk_in")
    assert screen.panel.fields["name"].line.accessibleDescription() == "A name is needed."


def test_look_alikes_stand_beside_the_form_and_choosing_one_makes_no_second_person(
    opening: Opening, qtbot: QtBot, remembering: Any
) -> None:
    screen = opening()
    who = DelegateId("0107010701070107")
    person = Delegate(who, "欧阳静怡", "OUYANG Jingyi", badge_no="0107")
    remembering.replies |= {"look_alikes": [who], "cards": [DelegateCard(person, BadgeStanding(), Movements())]}
    type_in(screen, qtbot, "name", "欧阳")
    assert screen.panel.fields["latin_name"].line.text() == "OUYANG"
    row = screen.panel.side._rows.made[0]
    assert row.isVisible()
    with qtbot.waitSignal(screen.asked_for) as asked:
        row.button.click()
    assert asked.args == [Destination("find", who)]
    assert not remembering.named("walk_in")
    screen.panel.discard.click()
    assert screen.panel.fields["name"].line.text() == "欧阳"


def test_a_character_that_no_badge_font_has_is_named_with_its_code_and_a_way_out(
    opening: Opening, qtbot: QtBot
) -> None:
    screen = opening()
    type_in(screen, qtbot, "latin_name", "YOSHIDA")
    type_in(screen, qtbot, "name", "𠮷田")
    assert "U+20BB7" in screen.panel._lacking.words.text()
    screen.panel._lacking.way_out.click()
    assert screen.panel.fields["name"].line.text() == "YOSHIDA"
    assert not screen.panel._lacking.isVisible()


def test_a_scan_while_typing_shows_in_the_strip_and_keeps_the_form(
    opening: Opening, qtbot: QtBot, outcome_of: Any
) -> None:
    screen = opening()
    type_in(screen, qtbot, "name", "Ana")
    screen.scanned(Done(outcome_of(Reason.ADMITTED)))
    assert "Your form is kept" in screen.panel.strip.accessibleName()
    assert screen.panel.fields["name"].line.text() == "Ana"


def test_discarding_empties_the_drawer_and_can_be_taken_back(opening: Opening, qtbot: QtBot, drafts: Drafts) -> None:
    screen = opening()
    type_in(screen, qtbot, "name", "Ana")
    qtbot.waitUntil(lambda: bool(drafts.kept))
    screen.panel.discard.click()
    qtbot.waitUntil(lambda: not drafts.kept)
    assert screen.panel.discard.text() == "Bring it back"
    screen.panel.discard.click()
    assert screen.panel.fields["name"].line.text() == "Ana"


def test_languages_are_typed_by_name_and_a_rare_one_is_not_lost(dressed: QApplication) -> None:
    assert tags_of("Mandarin, english; Sorbian") == ("zh", "en", "Sorbian")
    assert tags_of(" , ") == ()


def test_languages_are_known_by_their_chinese_names(dressed: QApplication) -> None:
    words.speak("zh")
    assert tags_of("英语、法语") == ("en", "fr")


def test_all_words_change_with_the_language(opening: Opening) -> None:
    screen = opening()
    words.speak("zh")
    screen.retranslate()
    assert screen.panel.register.text() == "登记、签到并打印"
    assert screen.panel.category._options[0] == ("delegate", "D 代表")


def test_every_widget_that_tab_reaches_has_a_name(
    opening: Opening, focusable: Callable[[QWidget], list[QWidget]]
) -> None:
    screen = opening()
    assert not [each for each in focusable(screen) if each.isVisible() and not each.accessibleName()]


@pytest.mark.parametrize("layout", list(theme.Layout))
def test_every_choice_can_be_hit_and_read(opening: Opening, qtbot: QtBot, layout: theme.Layout) -> None:
    screen = opening()
    screen.set_layout(layout)
    grid: ChoiceGrid = screen.panel.category
    grid.set_options([(str(number), f"{number} Head of International Organisation") for number in range(11)])
    least = theme.size("target.min")

    def all_fit() -> bool:
        return all(each.height() >= max(least, each.height_at(each.width())) for each in grid._segments())

    qtbot.waitUntil(all_fit)
    assert all(each.width() >= least for each in grid._segments())


def test_choosing_by_key_tells_once_and_by_program_tells_nobody(dressed: QApplication, qtbot: QtBot) -> None:
    grid = ChoiceGrid()
    qtbot.addWidget(grid)
    told: list[str] = []
    grid.chosen.connect(told.append)
    grid.set_options([("a", "A"), ("b", "B")])
    grid.choose("a")
    assert told == []
    qtbot.keyClick(grid._segments()[1], Qt.Key.Key_Space)
    assert (told, grid.value()) == (["b"], "b")
    grid.choose("gone")
    assert grid.value() == ""


def test_a_name_that_was_looked_for_is_taken_along_but_a_kept_draft_goes_first(
    opening: Opening, drafts: Drafts
) -> None:
    screen = opening()
    screen.opened_for("Ana")
    assert screen.panel.fields["name"].line.text() == "Ana"
    drafts.kept = '{"name": "Bo"}'
    again = opening()
    again.opened_for("Ana")
    assert again.panel.fields["name"].line.text() == "Bo"


def test_tab_goes_through_the_form_from_top_to_bottom(opening: Opening) -> None:
    panel = opening().panel
    ends = [panel.fields["name"].line, panel.fields["host"].line, panel.category, panel.route, panel.register]
    chain: list[QWidget] = [panel.fields["name"].line]
    while (following := chain[-1].nextInFocusChain()) is not chain[0]:
        chain.append(following)
    places = [chain.index(each) for each in ends]
    assert places == sorted(places)


def test_nobody_is_registered_over_look_alikes_that_have_not_been_looked_at(
    opening: Opening, qtbot: QtBot, remembering: Any
) -> None:
    screen = opening()
    now = [0.0]
    screen.seen._clock = lambda: now[0]
    who = DelegateId("0107010701070107")
    person = Delegate(who, "欧阳静怡", "OUYANG Jingyi", badge_no="0107")
    remembering.replies |= {"look_alikes": [who], "cards": [DelegateCard(person, BadgeStanding(), Movements())]}
    type_in(screen, qtbot, "name", "欧阳")
    screen.panel.register.click()
    assert not remembering.named("walk_in")
    qtbot.waitUntil(lambda: screen.seen._painted is not None)
    now[0] = 1.0
    screen.panel.register.click()
    assert len(remembering.named("walk_in")) == 1


class Held:
    """Comparisons that the reader has not come to yet."""

    def __init__(self, remembering: Any) -> None:
        self.asked: list[tuple[Any, ...]] = []
        actions = remembering.actions
        persons = replace(actions.persons, look_alikes=lambda *asked: self.asked.append(asked))
        remembering.actions = replace(actions, persons=persons)

    def answer(self, place: int, found: list[DelegateId]) -> None:
        self.asked[place][-1](Done(found))


def test_ctrl_enter_waits_for_the_comparison_of_exactly_what_is_typed(
    opening: Opening, qtbot: QtBot, remembering: Any
) -> None:
    held = Held(remembering)
    screen = opening()
    type_in(screen, qtbot, "name", "欧")
    type_in(screen, qtbot, "name", "阳")
    held.answer(0, [])  # of what is no longer typed
    QTest.keyClick(screen.windowHandle(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    screen.panel.register.click()
    assert not remembering.named("walk_in")
    held.answer(1, [])
    QTest.keyClick(screen.windowHandle(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [call[0].name for call in remembering.named("walk_in")] == ["欧阳"]


def test_cards_that_have_not_come_yet_keep_a_guest_from_being_registered_twice(
    opening: Opening, qtbot: QtBot, remembering: Any
) -> None:
    who = DelegateId("0107010701070107")
    remembering.replies["look_alikes"] = [who]
    screen = opening()
    type_in(screen, qtbot, "name", "Ana")
    QTest.keyClick(screen.windowHandle(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert remembering.named("cards")
    assert not remembering.named("walk_in")


def test_a_comparison_that_takes_long_is_said_and_one_that_does_not_never_flickers(
    opening: Opening, qtbot: QtBot, remembering: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walk_in_screen, "PATIENCE_MS", 1)
    held = Held(remembering)
    screen = opening()
    type_in(screen, qtbot, "name", "Ana")
    assert screen.panel.register.isEnabled()
    qtbot.waitUntil(lambda: screen.panel.side._title.text() == "Comparing with the list…")
    assert not screen.panel.register.isEnabled()
    held.answer(-1, [])
    assert screen.panel.side._title.text() == "Nobody like this on the list"
    assert screen.panel.register.isEnabled()


def test_a_comparison_that_cannot_be_made_keeps_nobody_out(opening: Opening, qtbot: QtBot, remembering: Any) -> None:
    remembering.replies["look_alikes"] = Troubled(DiskFull())
    screen = opening()
    type_in(screen, qtbot, "name", "Ana")
    screen.panel.register.click()
    assert len(remembering.named("walk_in")) == 1
