"""The window: scans reach a screen whatever is open, keys go where they should, languages and themes turn."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from checkin_app.bootstrap import window as application_window
from checkin_app.domain.chain import Why
from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.framing import Added
from checkin_app.domain.ids import CheckpointId, FactId, Instant, StationId
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import Reason
from checkin_app.domain.problems import NothingToUndo, StoreLocked
from checkin_app.domain.sync.status import Reach, SyncStatus
from checkin_app.runtime.lanes import Done, Fault, Result, Troubled
from checkin_app.runtime.settings import Theme
from checkin_app.services.ports.kept_out import Group, KeptOut
from checkin_app.services.scanning import ScanOutcome, Undone
from checkin_app.ui import theme, words
from checkin_app.ui.desk.screen import DeskScreen
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.shell import scan_router
from checkin_app.ui.shell.actions import StationContext
from checkin_app.ui.shell.health import ScannerState, Watched, healths
from checkin_app.ui.shell.screen import Destination, Screen
from checkin_app.ui.shell.trouble import TroubleWindow
from checkin_app.ui.shell.window import Entry, MainWindow

OutcomeOf = Callable[..., ScanOutcome]
AT_A_DOOR = pytest.mark.parametrize("window", [("checkpoint", "door")], indirect=True)


class Draft(Screen):
    """A screen with a form, which remembers what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []
        self.line = QLineEdit()
        self.line.setAccessibleName("draft")
        QVBoxLayout(self).addWidget(self.line)

    def stale(self, changes: ChangeSet) -> None:
        self.told.append(changes)

    def scanning(self) -> None:
        self.told.append("scanning")

    def scanned(self, result: Result[ScanOutcome]) -> None:
        self.told.append(result)

    def opened_for(self, subject: str) -> None:
        self.told.append(subject)

    def at_checkpoint(self, checkpoint: CheckpointId | None) -> None:
        self.told.append(checkpoint)


class Loudspeaker:
    def __init__(self) -> None:
        self.on = True
        self.played: list[str] = []

    def play(self, name: str) -> None:
        self.played.append(name)


@pytest.fixture
def loudspeaker() -> Loudspeaker:
    return Loudspeaker()


@pytest.fixture
def draft(dressed: QApplication) -> Draft:
    return Draft()


@pytest.fixture
def window(  # noqa: PLR0917 - what a window is made of
    request: pytest.FixtureRequest,
    dressed: QApplication,
    qtbot: QtBot,
    remembering: Any,
    context: StationContext,
    telling: words.Telling,
    draft: Draft,
    loudspeaker: Loudspeaker,
) -> Iterator[MainWindow]:
    desk = DeskScreen(remembering.actions, telling)
    entries = [Entry("desk", lambda: desk, "scan"), Entry("people", lambda: draft, "users"), Entry("find", Draft)]
    if hasattr(request, "param"):
        entries += [Entry(key, Draft, full=key == "door") for key in request.param]
    made = MainWindow(remembering.actions, context, entries, sounds=loudspeaker)  # type: ignore[arg-type]  # a stand-in
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.set_checkpoint(CheckpointId("opening"))
    made.show()
    while made.navigation.make_next():
        pass
    yield made


def desk_of(window: MainWindow) -> DeskScreen:
    screen = window.navigation.screen("desk")
    assert isinstance(screen, DeskScreen)
    return screen


def test_a_scan_is_decided_for_the_checkpoint_in_force(window: MainWindow, remembering: Any) -> None:
    window.scan(["A", "B"])
    assert remembering.named("scan") == [(("A", "B"), CheckpointId("opening"), Direction.IN)]


def test_without_a_checkpoint_a_scan_is_answered_and_not_swallowed(window: MainWindow, remembering: Any) -> None:
    window.set_checkpoint(None)
    window.scan(["A"])
    assert remembering.named("scan") == []
    assert window.over.notice.isVisible()
    assert "F6" in window.over.notice.words()


def test_a_scan_with_a_form_open_reaches_form_and_desk_and_the_draft_stays(
    window: MainWindow, draft: Draft, remembering: Any, outcome_of: OutcomeOf
) -> None:
    remembering.replies["scan"] = outcome_of(Reason.ADMITTED)
    window.go_to(Destination("people"))
    draft.line.setText("half a name")
    draft.told.clear()
    window.scan(["A"])
    assert draft.told[0] == "scanning"
    assert isinstance(draft.told[1], Done)
    assert draft.line.text() == "half a name"
    assert window.navigation.open.key == "people"
    assert desk_of(window).state.shown


def test_a_scan_goes_on_while_help_lies_over_the_screen(
    window: MainWindow, remembering: Any, outcome_of: OutcomeOf
) -> None:
    remembering.replies["scan"] = outcome_of(Reason.ADMITTED)
    window.toggle_help()
    window.scan(["A"])
    assert desk_of(window).state.shown
    assert QApplication.activeModalWidget() is None


def test_every_verdict_is_heard_and_announced(
    window: MainWindow,
    loudspeaker: Loudspeaker,
    remembering: Any,
    outcome_of: OutcomeOf,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[tuple[str, object]] = []

    class Announcements:
        AnnouncementPoliteness = scan_router.QAccessible.AnnouncementPoliteness

        @staticmethod
        def updateAccessibility(event: Any) -> None:
            said.append((event.message(), event.politeness()))

    monkeypatch.setattr(scan_router, "QAccessible", Announcements)
    for reason in (Reason.ADMITTED, Reason.ALREADY_IN, Reason.ALREADY_IN_ELSEWHERE, Reason.BADGE_REVOKED):
        remembering.replies["scan"] = outcome_of(reason, reason.value, since=1, station="x")
        window.scan(["A"])
    window.router.scanned(Fault(RuntimeError()))
    assert [name for name in loudspeaker.played if name != "keptForLater"] == [
        "go",
        "again",
        "ask",
        "stop",
        "undecided",
    ]
    assert loudspeaker.played.count("keptForLater") == 1
    assert [message.split(".")[0] for message, _ in said] == ["GO", "AGAIN", "ASK", "STOP", "NOT DECIDED"]
    assert {politeness for _, politeness in said} == {Announcements.AnnouncementPoliteness.Assertive}


def test_trouble_is_announced_with_its_sentence(window: MainWindow, remembering: Any) -> None:
    window.router.scanned(Troubled(NothingToUndo()))
    assert desk_of(window).state.shown


def test_the_scanning_screen_keeps_the_focus_on_a_plain_widget(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitExposed(window)
    window.go_to(Destination("people"))
    window.navigation.screen("people").findChild(QLineEdit).setFocus()
    window.go_to(Destination("desk"))
    assert window.focusWidget() is desk_of(window)
    assert not desk_of(window).testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_escape_returns_to_scanning(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to(Destination("people"))
    qtbot.keyClick(window.navigation.screen("people"), Qt.Key.Key_Escape)
    assert window.navigation.open.key == "desk"


def test_every_screen_hears_which_way_people_are_counted(window: MainWindow, draft: Draft) -> None:
    draft.direction_turned.emit(Direction.OUT)
    assert window.router.direction is Direction.OUT
    assert desk_of(window).direction is Direction.OUT


def test_another_checkpoint_begins_with_people_coming_in(window: MainWindow) -> None:
    desk_of(window)._turn()
    assert window.router.direction is Direction.OUT
    window.set_checkpoint(CheckpointId("dinner"))
    assert window.router.direction is Direction.IN
    assert desk_of(window).direction is Direction.IN


def test_a_screen_is_made_once_when_it_is_opened_and_told_how_things_stand(  # noqa: PLR0917 - what a window is made of
    dressed: QApplication,
    qtbot: QtBot,
    remembering: Any,
    context: StationContext,
    telling: words.Telling,
    loudspeaker: Loudspeaker,
) -> None:
    made: list[Screen] = []

    def make(kind: Callable[[], Screen]) -> Screen:
        made.append(kind())
        return made[-1]

    entries = [
        Entry("desk", partial(make, Draft), "scan"),
        Entry("people", partial(make, lambda: DeskScreen(remembering.actions, telling)), "users"),
        Entry("find", partial(make, Draft)),
    ]
    window = MainWindow(remembering.actions, context, entries, sounds=loudspeaker)  # type: ignore[arg-type]  # a stand-in
    qtbot.addWidget(window)
    window.set_checkpoint(CheckpointId("opening"))
    window._turn(Direction.OUT)
    window.choices.speak("zh")
    assert len(made) == 1
    window.go_to(Destination("people"))
    window.go_to(Destination("people"))
    assert len(made) == 2
    people = made[1]
    assert isinstance(people, DeskScreen)
    assert people.direction is Direction.OUT
    assert people.panel.side.undo.text() == "撤销上一条"
    while window.navigation.make_next():
        pass
    assert isinstance(made[2], Draft)
    assert made[2].told == [CheckpointId("opening")]
    assert len(made) == 3


def test_keys_open_the_screens_that_exist(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitExposed(window)
    window.activateWindow()
    for key, modifier, screen in (
        (Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier, "people"),
        (Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier, "desk"),
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, "find"),
        (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier, "find"),
    ):
        qtbot.keyClick(window, key, modifier)
        assert window.navigation.open.key == screen


def test_a_way_names_what_to_open_there(window: MainWindow, draft: Draft) -> None:
    window.go_to(Destination("people", "0412"))
    assert "0412" in draft.told
    window.go_to(Destination("nowhere"))
    assert window.navigation.open.key == "people"


def test_a_change_is_told_to_every_screen(window: MainWindow, draft: Draft) -> None:
    window.changed(frozenset({Changed.SCANS}))
    window.changed(frozenset())
    assert [told for told in draft.told if isinstance(told, frozenset)] == [frozenset({Changed.SCANS})]


def test_a_key_that_is_held_down_takes_back_one_scan(window: MainWindow) -> None:
    shortcuts = {each.key().toString(): each for each in window.findChildren(QShortcut)}
    assert "Ctrl+Z" in shortcuts
    assert not any(shortcuts[key].autoRepeat() for key in ("Ctrl+Z", "Ctrl+L"))


def test_undo_tells_every_screen_or_says_why_not(
    window: MainWindow, remembering: Any, layla: Delegate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan_router, "ONE_PRESS_MS", 0)
    remembering.replies["undo"] = Undone(FactId("f1"), layla, CheckpointId("opening"), frozenset())
    window.router.undo()
    assert desk_of(window).state.note == "undone"
    assert layla.name in window.over.notice.words()
    assert "Opening" in window.over.notice.words()

    def refuse(_fact: object, reply: Callable[[Result[Undone]], None]) -> None:
        reply(Troubled(NothingToUndo()))

    scans = replace(remembering.actions.scans, undo=refuse)
    window.router._scans = scans
    window.router.undo()
    assert "nothing here to undo" in window.over.notice.words()


def test_a_double_click_on_undo_takes_back_one_scan(
    window: MainWindow, remembering: Any, qtbot: QtBot, layla: Delegate
) -> None:
    remembering.replies["undo"] = Undone(FactId("f1"), layla, CheckpointId("opening"), frozenset())
    undo = desk_of(window).panel.side.undo
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert len(remembering.named("undo")) == 1


def test_nothing_more_is_taken_back_before_it_was_said_what_was(
    window: MainWindow, remembering: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan_router, "ONE_PRESS_MS", 0)
    window.router.undo()
    window.router.undo()
    assert len(remembering.named("undo")) == 1
    window.router._taken_back(Troubled(NothingToUndo()))
    window.router.undo()
    assert len(remembering.named("undo")) == 2


def test_what_was_done_is_named_with_an_offer_to_undo(window: MainWindow, draft: Draft) -> None:
    draft.done_aloud.emit("Moved to 3-2")
    assert window.over.undo_bar.isVisible()
    assert window.rect().contains(window.over.undo_bar.geometry())


def test_the_language_turns_while_running_and_is_remembered(window: MainWindow, remembering: Any) -> None:
    window._rail_chosen("language")
    assert words.spoken() == "zh"
    assert remembering.kept.language == "zh"
    assert window.rail._items["desk"].text() == "签到"
    assert desk_of(window).panel.side.undo.text() == "撤销上一条"
    assert window.windowTitle() == "论坛"
    assert window.bar._view.title == "开幕式暨全体会议"
    window._rail_chosen("language")
    assert desk_of(window).panel.side.undo.text() == "Undo last"


def test_a_verdict_in_sight_changes_its_language_too(window: MainWindow, outcome_of: OutcomeOf) -> None:
    window.router.scanned(Done(outcome_of(Reason.ADMITTED)))
    window.choices.speak("zh")
    view = desk_of(window).panel.verdict.view
    assert view
    assert (view.word, view.second_word) == ("放行", "GO")
    assert not desk_of(window).panel.verdict.blank


def test_sunlight_is_one_key_away_and_back(window: MainWindow, remembering: Any) -> None:
    window.choices.toggle_sunlight()
    assert theme.current().name is theme.ThemeName.SUNLIGHT
    assert remembering.kept.theme is Theme.SUNLIGHT
    window.choices.toggle_sunlight()
    assert theme.current().name is theme.ThemeName.LIGHT


def test_text_grows_and_shrinks_by_key_and_is_remembered(window: MainWindow, remembering: Any, qtbot: QtBot) -> None:
    body = theme.font("body").pixelSize()
    for size in (115, 130, 150, 150):
        window.choices.step_text(1)
        assert (theme.text_size(), remembering.kept.text_size) == (size, size)
    assert theme.font("body").pixelSize() == body * 3 // 2
    window.choices.step_text(-1)
    assert remembering.kept.text_size == 130
    window.choices.resize_text(100)
    assert theme.font("body").pixelSize() == body


def test_help_switches_are_as_things_stand(window: MainWindow, remembering: Any) -> None:
    window.toggle_help()
    language, look, size, sound = (switch for _, switch in window.over.help._switches)
    assert (language.value(), look.value(), size.value(), sound.value()) == ("en", "light", "100", "on")
    sound._group.button(1).click()
    assert window.sounds.on is False
    assert remembering.kept.sound is False
    window.toggle_help()
    assert not window.over.help.isVisible()


def test_a_dialog_of_ours_in_front_is_no_scanner_that_is_not_heard(window: MainWindow, qtbot: QtBot) -> None:
    window.watch(Watched(scanner=ScannerState.READY))
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not window.isActiveWindow())
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    assert window._watched.scanner is ScannerState.READY


def test_health_is_plain_while_fine_and_says_the_next_step_when_not(dressed: QApplication) -> None:
    fine = healths(Watched(printer="P"))
    assert [each.abnormal for each in fine] == [False] * 3
    bad = healths(
        Watched(
            ScannerState.NOT_HEARD,
            "P",
            "no paper",
            3,
            clock_flagged=True,
            unread=7,
            rehearsal=True,
        )
    )
    assert [each.abnormal for each in bad] == [True, True, False, True, True, True]
    assert all(each.explanation for each in bad)
    assert "7" in bad[4].words


def test_what_other_laptops_brought_and_does_not_count_is_told_by_its_reasons(dressed: QApplication) -> None:
    refused, waiting = (
        Group(StationId("00" * 8), "Desk 3", why, count, Instant(0), ())
        for why, count in ((Why.UNVOUCHED, 31), (Why.GAP, 52))
    )
    item = healths(Watched(kept_out=KeptOut((refused, waiting), 7)))[-1]
    assert item.abnormal
    assert "90" in item.words
    assert all(each in item.explanation for each in ("31", "52", "7", "Tell the event lead."))
    item = healths(Watched(kept_out=KeptOut((waiting,))))[-1]
    assert "Refused" not in item.explanation
    assert "event lead" not in item.explanation, "the next merge brings them"
    assert len(healths(Watched(kept_out=KeptOut(documents=3)))) == 3
    both = healths(Watched(unread=11, kept_out=KeptOut((waiting,))))[3:]
    assert ["63" in each.words and "11" in each.explanation for each in both] == [True]


def test_a_tapped_health_item_explains_itself(window: MainWindow) -> None:
    window.watch(Watched(scanner=ScannerState.NOT_HEARD))
    window.bar._items[0][0].click()
    assert "Click here" in window.over.notice.words()
    window.watch(Watched(scanner=ScannerState.NOT_HEARD, unread=3))
    assert window.over.notice.isVisible()
    window.watch(Watched(unread=3))
    assert not window.over.notice.isVisible()  # it is heard again: the remark is no longer true


@pytest.mark.parametrize("window", [["laptops"], []], indirect=True)
def test_the_item_of_the_others_opens_the_page_of_all_laptops_where_there_is_one(window: MainWindow) -> None:
    window.watch(Watched(sync=SyncStatus(Reach.AWAY, only_here=12)))
    next(item for item, _ in window.bar._items if item.health.screen == "laptops").click()
    opened = window.navigation.open.key == "laptops"
    assert opened == ("laptops" in window.navigation.entries)
    assert window.over.notice.isVisible() != opened, "what it means is said where no page does"


@pytest.mark.parametrize(
    ("added", "named"),
    [
        (Added(before="]Q1"), "]Q1"),
        (Added(before="\\000026"), "\\000026"),
        (Added(before="\x02", after="\x03"), "<STX>"),
        (Added(after="\x1d."), "<GS>."),
        (Added(before="HALL 2 ENTRANCE "), "HALL 2 ENTRA…"),
        (Added(inside=True), "Signs within"),
        (Added(twice=True), "Enter"),
        (Added(wide=True), "Shift+Space"),
    ],
)
def test_what_the_scanner_adds_is_named_in_the_top_bar_with_how_to_set_it_right(
    window: MainWindow, added: Added, named: str
) -> None:
    window.watch(Watched(added=added))
    item = window.bar._items[0][0]
    assert item.health.abnormal
    assert named in bidi.plain(item.health.explanation)
    item.click()
    assert named in bidi.plain(window.over.notice.words())
    window.watch(Watched())
    assert not window.over.notice.isVisible()


def test_what_was_added_to_a_code_is_told_of_codes_that_were_read_alone(
    window: MainWindow, remembering: Any, outcome_of: OutcomeOf
) -> None:
    told: list[Added | None] = []
    window.router.read.connect(told.append)
    for added in (Added(before="]Q1"), None):
        remembering.replies["scan"] = structs.replace(outcome_of(Reason.ADMITTED), added=added)
        window.scan(["A"])
    assert told == [Added(before="]Q1"), None]
    remembering.replies["scan"] = outcome_of(Reason.FOREIGN_CODE, delegate=None)
    window.scan(["A"])
    window.router.scanned(Done(outcome_of(Reason.ADMITTED)))
    assert len(told) == 2, "a code that was not read, and a name that was chosen, tell nothing of the scanner"


def test_a_remark_about_the_checkpoint_goes_once_another_was_chosen(window: MainWindow) -> None:
    window.set_checkpoint(None)
    window.router.scan(["X"])
    assert "F6" in window.over.notice.words()
    window.set_checkpoint(CheckpointId("opening"))
    assert not window.over.notice.isVisible()


def test_the_door_takes_the_whole_window(
    dressed: QApplication, qtbot: QtBot, remembering: Any, context: StationContext, loudspeaker: Loudspeaker
) -> None:
    entries = [Entry("desk", Draft, "scan"), Entry("door", Draft, "bus", full=True)]
    window = MainWindow(remembering.actions, context, entries, sounds=loudspeaker)  # type: ignore[arg-type]  # a stand-in
    qtbot.addWidget(window)
    window.show()
    window.go_to(Destination("door"))
    assert not window.rail.isVisible()
    assert not window.bar.isVisible()
    window.go_to(Destination("desk"))
    assert window.rail.isVisible()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_everything_that_takes_the_focus_has_a_name(
    window: MainWindow,
    focusable: Callable[[QWidget], list[QWidget]],
    language: str,
    outcome_of: OutcomeOf,
) -> None:
    window.choices.speak(language)
    window.router.scanned(Done(outcome_of(Reason.ALREADY_IN_ELSEWHERE, since=1, station="x")))
    window.toggle_help()
    window.over.offer_undo("done", window.tr("Undo"))
    found = [each for each in focusable(window) if each.isVisible()]
    assert len(found) > 10
    nameless = [each for each in found if not each.accessibleName() and not isinstance(each, Screen)]
    assert not nameless


@pytest.mark.parametrize("size", [(1440, 900), (1366, 768), (1024, 768), (1024, 700)])
def test_the_bar_shows_everything_at_every_size(window: MainWindow, size: tuple[int, int]) -> None:
    window.watch(Watched(scanner=ScannerState.READY, printer="P", waiting=130))
    window.resize(*size)
    QApplication.processEvents()
    items = [item for item, _ in window.bar._items if item.isVisible()]
    assert len(items) == 3
    right = window.bar._clock.geometry().right()
    assert right <= window.bar.width()
    assert all(item.width() >= item.sizeHint().width() for item in items)


def test_a_closed_window_leaves_its_clock_still(window: MainWindow) -> None:
    window.close()
    assert not window._tick.isActive()


def test_escape_closes_the_help_and_leaves_the_form_under_it(window: MainWindow, draft: Draft) -> None:
    window.go_to(Destination("people"))
    window.toggle_help()
    draft.left.emit()
    assert not window.over.help.isVisible()
    assert window.navigation.open.key == "people"
    draft.left.emit()
    assert window.navigation.open.key == "desk"


@AT_A_DOOR
def test_f11_without_a_bus_asks_for_one_and_opens_no_empty_door(window: MainWindow, draft: Draft, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.navigation.open.key == "checkpoint"
    assert "bus" in window.over.notice.words()
    assert "bus" in window.navigation.in_sight.told  # type: ignore[attr-defined]


@AT_A_DOOR
def test_the_way_back_from_a_search_at_the_door_is_the_door(window: MainWindow) -> None:
    window.set_checkpoint(CheckpointId("bus:3-2"))
    window.go_to(Destination("door"))
    window.go_to(Destination("find"))
    window.navigation.go_home()
    assert window.navigation.open.key == "door"
    window.navigation.go_home()
    assert window.navigation.open.key == "desk"


@AT_A_DOOR
def test_a_laptop_that_leaves_its_bus_leaves_the_door(window: MainWindow) -> None:
    window.set_checkpoint(CheckpointId("bus:3-2"))
    window.go_to(Destination("door"))
    window.set_checkpoint(CheckpointId("opening"))
    assert window.navigation.open.key == "desk"
    window.go_to(Destination("find"))
    window.navigation.go_home()
    assert window.navigation.open.key == "desk"


@AT_A_DOOR
def test_a_scan_under_a_search_at_the_door_reaches_the_door(
    window: MainWindow, remembering: Any, outcome_of: OutcomeOf
) -> None:
    remembering.replies["scan"] = outcome_of(Reason.BOARDED)
    window.set_checkpoint(CheckpointId("bus:3-2"))
    window.go_to(Destination("door"))
    window.go_to(Destination("find"))
    window.scan(["A"])
    door = window.navigation.screen("door")
    assert isinstance(door, Draft)
    assert "scanning" in door.told


def test_what_keeps_the_application_from_opening_is_said_in_a_window_with_its_next_step(
    dressed: QApplication, qtbot: QtBot
) -> None:
    words.speak("zh")
    window = TroubleWindow(StoreLocked(folder="/tmp/站"))
    qtbot.addWidget(window)
    window.show()
    said = " ".join(label.text() for label in window.findChildren(Label))
    assert "站" in said
    assert window.step in said
    assert "open" not in said
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_remark_gives_way_to_the_next_scan_and_a_fault_does_not(window: MainWindow) -> None:
    window.router.undone.emit("Taken back")
    assert window.over.notice.isVisible()
    window.scan(["A"])
    assert not window.over.notice.isVisible()
    window.over.notice.say("Something broke")
    window.scan(["A"])
    assert window.over.notice.isVisible()


@AT_A_DOOR
def test_a_door_says_that_it_rehearses_or_hears_no_scanner(window: MainWindow) -> None:
    window.set_checkpoint(CheckpointId("bus:3-2"))
    window.watch(Watched())
    window.go_to(Destination("door"))
    assert not window.bar.isVisible()
    for amiss in (Watched(rehearsal=True), Watched(scanner=ScannerState.NOT_HEARD), Watched(clock_flagged=True)):
        window.watch(amiss)
        assert window.bar.isVisible()
        window.watch(Watched())
        assert not window.bar.isVisible()


def test_a_window_that_was_taken_for_a_door_is_as_it_was_before(dressed: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMaximized()
    for filled in (False, True, True, False, False):
        application_window._fill_screen(window, Entry("door", Draft, full=filled))
        assert window.isFullScreen() is filled
    assert window.isMaximized()
