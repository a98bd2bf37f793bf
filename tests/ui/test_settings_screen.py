"""The settings: each change holds at once, is kept, can be taken back, and is nobody else's."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_stage import PLACE, PRINTERS, SETTINGS_AIDS, settled
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.problems import FileNotWritable
from checkin_app.domain.scanner_trial import TRIAL_CODE, Finding
from checkin_app.runtime.lanes import Done, Result, Troubled
from checkin_app.runtime.settings import DOTS, PrinterKind, PrinterLanguage, PrinterSettings, Settings, Theme
from checkin_app.ui import theme, words
from checkin_app.ui.settings import state as setting
from checkin_app.ui.settings.screen import SettingsScreen
from checkin_app.ui.settings.state import SettingsState
from checkin_app.ui.settings.words import choice, chosen, printed
from checkin_app.ui.shell.screen import Destination, Screen
from checkin_app.ui.shell.window import Entry, MainWindow


class Checked:
    """What a printer that was named is answered."""

    def __init__(self) -> None:
        self.asked: list[PrinterSettings] = []
        self.answer: Result[None] = Done(None)

    def check(self, printer: PrinterSettings, reply: Callable[[Result[None]], None]) -> None:
        self.asked.append(printer)
        reply(self.answer)


@pytest.fixture
def checked() -> Checked:
    return Checked()


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot, remembering: Any, checked: Checked) -> MainWindow:
    aids = replace(SETTINGS_AIDS, check_printer=checked.check)
    entries = [
        Entry("desk", Screen, "scan"),
        Entry("settings", lambda: SettingsScreen(remembering.actions, PLACE, aids, folder=_a_folder), "gear"),
    ]
    window = MainWindow(remembering.actions, PLACE, entries)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.go_to(Destination("settings"))
    return window


def _a_folder(then: Callable[[Any], None]) -> None:
    then("/srv/badges")


def screen_of(window: MainWindow) -> SettingsScreen:
    screen = window.navigation.screen("settings")
    assert isinstance(screen, SettingsScreen)
    return screen


@pytest.mark.parametrize(
    ("entry", "choice", "value"),
    [
        ("room", "Hall B", "Hall B"),
        ("theme", "dark", Theme.DARK),
        ("text_size", "130", 130),
        ("sound", "off", False),
        ("left_handed", "left", True),
        ("language", "zh", "zh"),
    ],
)
def test_a_choice_holds_at_once_and_is_taken_back_by_one_click(
    window: MainWindow, remembering: Any, entry: str, choice: str, value: object
) -> None:
    former = remembering.kept = replace(remembering.kept, language=words.spoken())
    panel = screen_of(window).panel
    assert not panel.undo.isVisible()
    panel.chosen.emit((entry, choice))
    assert getattr(remembering.kept, entry) == value
    assert replace(remembering.kept, **{entry: getattr(former, entry)}) == former
    QTest.mouseClick(panel.undo, Qt.MouseButton.LeftButton)
    assert getattr(remembering.kept, entry) == getattr(former, entry)
    assert not panel.undo.isVisible()


def undo_by_key(window: MainWindow) -> None:
    """Activate the window's key: offscreen, no window has the keyboard."""
    (shortcut,) = (each for each in window.findChildren(QShortcut) if each.key().toString() == "Ctrl+Z")
    shortcut.activated.emit()


def test_the_key_that_undoes_takes_back_the_change_just_made_and_no_scan(window: MainWindow, remembering: Any) -> None:
    panel = screen_of(window).panel
    panel.chosen.emit(("sound", "off"))
    undo_by_key(window)
    assert remembering.kept.sound
    undo_by_key(window)
    assert remembering.named("undo") == []


@pytest.mark.parametrize("since", ["a scan", "another screen"])
def test_the_key_that_undoes_means_the_last_scan_once_something_else_was_done(
    window: MainWindow, remembering: Any, since: str
) -> None:
    screen = screen_of(window)
    screen.panel.chosen.emit(("sound", "off"))
    if since == "a scan":
        screen.scanned(Troubled(FileNotWritable(file="/srv")))
    else:
        window.go_to(Destination("desk"))
        window.go_to(Destination("settings"))
    undo_by_key(window)
    assert not remembering.kept.sound
    assert len(remembering.named("undo")) == 1


def test_looks_sound_and_language_are_felt_at_once(window: MainWindow) -> None:
    panel = screen_of(window).panel
    panel.chosen.emit(("theme", "dark"))
    assert theme.current().name is theme.ThemeName.DARK
    panel.chosen.emit(("text_size", "130"))
    assert theme.text_size() == 130
    panel.chosen.emit(("sound", "off"))
    assert not window.sounds.on
    panel.chosen.emit(("language", "zh"))
    assert words.spoken() == "zh"
    assert panel.laptop.subject.text() == "本机"


@pytest.mark.parametrize("kept", ["", "zh"])
def test_the_language_asked_for_at_the_start_stays_until_another_is_chosen(
    window: MainWindow, remembering: Any, kept: str
) -> None:
    remembering.kept = replace(remembering.kept, language=kept)
    panel = screen_of(window).panel
    panel.chosen.emit(("sound", "off"))
    assert (words.spoken(), remembering.kept.language) == ("en", kept)
    window.choices.toggle_sunlight()
    assert (words.spoken(), remembering.kept.language) == ("en", kept)
    panel.chosen.emit(("language", "zh"))
    assert (words.spoken(), remembering.kept.language) == ("zh", "zh"), "though it may be the one that is kept"
    QTest.mouseClick(panel.undo, Qt.MouseButton.LeftButton)
    assert words.spoken() == "en"


def test_the_name_is_taken_when_its_field_is_left_and_stands_in_the_top_bar(
    window: MainWindow, remembering: Any, qtbot: QtBot
) -> None:
    panel = screen_of(window).panel
    panel.laptop.name.set_text("Desk 7")
    panel.laptop.typed.emit("Desk 7")
    assert remembering.kept.station_name != "Desk 7"
    panel.laptop.name.line.editingFinished.emit()
    assert remembering.kept.station_name == "Desk 7"
    assert "Desk 7" in window.bar._context.accessibleName()


@pytest.mark.parametrize("name", ["x" * 201, "two\nlines"])
def test_a_name_that_cannot_be_one_is_said_beside_its_field_and_the_old_one_holds(
    window: MainWindow, remembering: Any, name: str
) -> None:
    former = remembering.kept
    panel = screen_of(window).panel
    panel.laptop.typed.emit(name)
    panel.laptop.name_left.emit()
    assert remembering.kept == former
    assert panel.laptop.name._hint.isVisible()


def test_what_a_key_changed_meanwhile_stays_when_another_change_is_taken_back(
    window: MainWindow, remembering: Any
) -> None:
    panel = screen_of(window).panel
    panel.chosen.emit(("sound", "off"))
    window.choices.toggle_sunlight()
    QTest.mouseClick(panel.undo, Qt.MouseButton.LeftButton)
    assert remembering.kept.sound
    assert remembering.kept.theme is Theme.SUNLIGHT


# ---- printers


def named(window: MainWindow, kind: PrinterKind, target: str) -> SettingsScreen:
    screen = screen_of(window)
    screen.panel.printers.form.kind_chosen.emit(kind)
    screen.panel.printers.form.target_said.emit(target)
    return screen


def test_a_printer_is_looked_at_before_it_is_one(window: MainWindow, remembering: Any, checked: Checked) -> None:
    checked.answer = Troubled(FileNotWritable(file="/nowhere", detail="no right"))
    screen = named(window, PrinterKind.FILE, "/nowhere")
    QTest.mouseClick(screen.panel.printers.add, Qt.MouseButton.LeftButton)
    assert remembering.kept.printers == ()
    assert "/nowhere" in screen.panel.printers.form.trouble._title.text()
    checked.answer = Done(None)
    QTest.mouseClick(screen.panel.printers.add, Qt.MouseButton.LeftButton)
    assert [each.target for each in remembering.kept.printers] == ["/nowhere"]
    assert screen._state.printer.kind is None


def test_a_label_printer_is_added_with_its_language_and_its_dots(window: MainWindow, remembering: Any) -> None:
    screen = named(window, PrinterKind.USB, "0a5f:0164")
    form = screen.panel.printers.form
    form.languages.activated.emit(list(DOTS).index(PrinterLanguage.TSPL))
    form.dots.activated.emit(2)
    QTest.mouseClick(screen.panel.printers.add, Qt.MouseButton.LeftButton)
    (kept,) = remembering.kept.printers
    assert (kept.kind, kept.speaks, kept.dpi) == (PrinterKind.USB, PrinterLanguage.TSPL, 600)


def test_two_printers_never_have_one_name(window: MainWindow, remembering: Any) -> None:
    for folder in ("/srv/badges", "/mnt/badges", "/opt/badges"):
        screen = named(window, PrinterKind.FILE, folder)
        QTest.mouseClick(screen.panel.printers.add, Qt.MouseButton.LeftButton)
    assert [each.name for each in remembering.kept.printers] == ["PDF · badges", "PDF · badges 2", "PDF · badges 3"]


def test_badges_go_where_they_are_sent_and_a_printer_taken_away_comes_back(
    window: MainWindow, remembering: Any
) -> None:
    remembering.kept = replace(remembering.kept, printers=PRINTERS)
    screen = screen_of(window)
    screen.ticked()
    settled(window)
    rows = screen.panel.printers._rows
    assert [row._chip.isVisible() for row in rows] == [True, False, False]
    QTest.mouseClick(rows[1].choose, Qt.MouseButton.LeftButton)
    assert remembering.kept.printer == PRINTERS[1].name
    QTest.mouseClick(rows[1].remove, Qt.MouseButton.LeftButton)
    assert remembering.kept.printers == (PRINTERS[0], PRINTERS[2])
    QTest.mouseClick(screen.panel.undo, Qt.MouseButton.LeftButton)
    assert remembering.kept.printers == PRINTERS
    assert remembering.kept.printer == PRINTERS[1].name


def test_a_second_click_while_a_printer_is_looked_at_adds_no_second(
    window: MainWindow, remembering: Any, checked: Checked
) -> None:
    waiting: list[Callable[[Result[None]], None]] = []
    screen = named(window, PrinterKind.NETWORK, "192.0.2.1")
    screen._aids = replace(screen._aids, check_printer=lambda _printer, reply: waiting.append(reply))
    for _ in range(3):
        screen.panel.printers.added.emit()
    assert len(waiting) == 1
    waiting[0](Done(None))
    assert len(remembering.kept.printers) == 1


# ---- the scanner


def test_a_code_scanned_for_the_trial_checks_nobody_in(window: MainWindow, remembering: Any) -> None:
    screen = screen_of(window)
    QTest.mouseClick(screen.panel.scanner.start, Qt.MouseButton.LeftButton)
    assert screen.panel.scanner.code.isVisible()
    window.scan([TRIAL_CODE])
    assert screen._state.trial is not None
    assert screen._state.trial.finding is Finding.WELL
    assert not remembering.named("scan")
    QTest.mouseClick(screen.panel.scanner.stop, Qt.MouseButton.LeftButton)
    assert not screen.takes_scan(["anything"])


def test_the_whole_code_is_in_sight_when_a_trial_begins(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1024, 600)
    settled(window)
    code = screen_of(window).panel.scanner.code
    screen_of(window).panel.scanner.asked.emit()
    settled(window)
    qtbot.waitUntil(lambda: code.visibleRegion().boundingRect() == code.rect())


def test_a_trial_ends_when_the_screen_is_left(window: MainWindow) -> None:
    screen = screen_of(window)
    screen.panel.scanner.asked.emit()
    window.go_to(Destination("desk"))
    window.go_to(Destination("settings"))
    assert not screen._state.trying


def test_what_no_font_draws_is_named_by_its_number() -> None:
    assert printed("]Q1…\x03") == "]Q1…[U+0003]"


# ---- the state

_ENTRIES = st.sampled_from(
    [("room", "A"), ("room", "B"), ("sound", False), ("sound", True), ("text_size", 130), ("theme", Theme.DARK)]
)


@given(st.lists(_ENTRIES, max_size=30))
def test_taking_everything_back_leaves_what_was(entries: list[tuple[str, object]]) -> None:
    state = begun = setting.settings_read(SettingsState(), Settings(room="Hall A"))
    for entry, value in entries:
        state = setting.entry_changed(state, entry, value)
    while state.last:
        state = setting.taken_back(state)
    assert state == begun


@given(st.sampled_from(["sound", "left_handed"]), st.booleans())
def test_a_choice_stands_for_its_value(entry: str, value: bool) -> None:
    assert chosen(entry, choice(entry, value)) is value
