"""The first run: from nothing to a station, every step of which can be gone back to until it is made."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import ForumId
from checkin_app.domain.invitations import Address, Invitation
from checkin_app.domain.problems import FileNotWritable, ForumFileInvalid, StorageProblem
from checkin_app.domain.problems_hub import InvitationSpent
from checkin_app.runtime.keys import SHORTEST_PASSPHRASE
from checkin_app.runtime.lanes import Done, Fault, Result, Troubled
from checkin_app.runtime.settings import DOTS, PrinterKind, PrinterLanguage, PrinterSettings, Settings
from checkin_app.ui import printer_draft as printers
from checkin_app.ui import words
from checkin_app.ui.first_run import state as first
from checkin_app.ui.first_run.actions import FirstRunActions, JoinActions
from checkin_app.ui.first_run.joining.state import Agreeing
from checkin_app.ui.first_run.joining.state import Asked as AskedToJoin
from checkin_app.ui.first_run.state import Entered, FirstRunState, NameFault, Step
from checkin_app.ui.first_run.window import FirstRunWindow
from checkin_app.ui.printer_draft import PrinterDraft

INVITATION = Invitation((Address("127.0.0.1", 7443),), bytes(32), ForumId("gstf-2024"), bytes(16)).text()


class Asked:
    """What the first run asked for, and what it is answered."""

    def __init__(self, forum: Forum) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self.forum: Result[Forum] = Done(forum)
        self.started: Result[None] = Done(None)
        self.checked: Result[None] = Done(None)
        self.kept: Result[None] = Done(None)
        self.queues: tuple[str, ...] = ("Badge_A6", "Office")
        self.entered: Entered | None = None
        self.paired: Result[Agreeing] = Troubled(InvitationSpent())
        self.joined: Result[AskedToJoin] = Troubled(InvitationSpent())
        self.receiving: list[tuple[Any, Any]] = []
        """What is told how far a taking over is, and its reply."""
        self.stops = 0

    def actions(self) -> FirstRunActions:
        return FirstRunActions(
            forums=("gstf-2024",),
            read_forum=lambda source, reply: self._answer(("read", source), self.forum, reply),
            joining=JoinActions(
                pair=lambda short, hub, reply: self._answer(("pair", short, hub), self.paired, reply),
                join=lambda wanted, reply: self._answer(("join", wanted), self.joined, reply),
                receive=self._receive,
            ),
            start=lambda *asked: self._answer(("start", *asked[:-1]), self.started, asked[-1]),
            queues=lambda reply: reply(Done(self.queues)),
            check_printer=lambda settings, reply: self._answer(("check", settings), self.checked, reply),
            keep=lambda settings, reply: self._answer(("keep", settings), self.kept, reply),
            keep_entered=lambda entered, reply: self._answer(("entered", entered), Done(None), reply),
            entered=lambda reply: reply(Done(self.entered)),
        )

    def _answer(self, call: tuple[Any, ...], result: Any, reply: Any) -> None:
        self.calls.append(call)
        reply(result)

    def _receive(self, told: Any, reply: Any) -> Any:
        self.calls.append(("receive",))
        self.receiving.append((told, reply))
        return self._stop

    def _stop(self) -> None:
        self.stops += 1

    def named(self, name: str) -> list[tuple[Any, ...]]:
        return [call[1:] for call in self.calls if call[0] == name]


@pytest.fixture
def asked(forum: Forum) -> Asked:
    return Asked(forum)


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot, asked: Asked, tmp_path: Path) -> FirstRunWindow:
    made = FirstRunWindow(
        asked.actions(),
        file=lambda then: then(str(tmp_path / "own.toml")),
        folder=lambda then: then(str(tmp_path / "badges")),
    )
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def named(window: FirstRunWindow, name: str = "Desk 3", secret: str = "", again: str | None = None) -> None:
    """Go to the step of the name and type into it."""
    window.panel.language.chosen.emit("en")
    QTest.mouseClick(window.panel.way.begin.button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(window.panel.event_page.own.button, Qt.MouseButton.LeftButton)
    window.proceed()
    for field, text in (
        (window.panel.name.name, name),
        (window.panel.name.passphrase, secret),
        (window.panel.name.again, again),
    ):
        field.set_text(secret if text is None else text)
        field.edited.emit(field.text())


def step(window: FirstRunWindow) -> Step:
    return window.state.step


def at_event(window: FirstRunWindow) -> None:
    window.proceed()
    QTest.mouseClick(window.panel.way.begin.button, Qt.MouseButton.LeftButton)


def at_check(window: FirstRunWindow) -> None:
    named(window)
    window.proceed()
    assert step(window) is Step.CHECK


def test_a_language_is_chosen_in_its_own_words(window: FirstRunWindow) -> None:
    assert window.panel.language.cards["zh"].button.text() == "用中文继续"
    QTest.mouseClick(window.panel.language.cards["zh"].button, Qt.MouseButton.LeftButton)
    assert words.spoken() == "zh"
    assert step(window) is Step.WAY
    assert window.panel.back.text() == "返回"


@pytest.mark.parametrize("way", ["begin", "join"])
def test_a_double_click_goes_one_step_on_and_presses_nothing_of_the_next(
    window: FirstRunWindow, asked: Asked, qtbot: QtBot, way: str
) -> None:
    window.proceed()
    button = getattr(window.panel.way, way).button
    qtbot.waitUntil(lambda: button.height() > 0)
    handle = window.windowHandle()
    QTest.mouseDClick(
        handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, button.mapTo(window, button.rect().center())
    )
    assert step(window) is (Step.EVENT if way == "begin" else Step.NAME)
    assert window.state.forum is None and not window.state.busy


def test_a_double_click_on_a_language_chooses_no_way(window: FirstRunWindow) -> None:
    button = window.panel.language.cards["zh"].button
    place = button.mapTo(window, button.rect().center())
    QTest.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert step(window) is Step.WAY


def test_nothing_goes_on_before_an_event_is_chosen(window: FirstRunWindow) -> None:
    at_event(window)
    assert not window.panel.go_on.isEnabled()
    window.proceed()
    assert step(window) is Step.EVENT


def test_the_event_that_was_read_is_shown_before_it_is_taken(window: FirstRunWindow, asked: Asked) -> None:
    at_event(window)
    QTest.mouseClick(window.panel.event_page.own.button, Qt.MouseButton.LeftButton)
    assert asked.named("read") == [("gstf-2024",)]
    assert "Test Forum" in window.panel.event_page.own.more.text()
    assert window.panel.event_page.file.more.text() == ""
    assert window.panel.go_on.isEnabled()


def test_a_mistake_in_a_forum_file_is_said_with_its_line_and_what_was_expected(
    window: FirstRunWindow, asked: Asked, tmp_path: Path
) -> None:
    at_event(window)
    asked.forum = Troubled(ForumFileInvalid(file="own.toml", line=12, expected="a date", found="soon"))
    QTest.mouseClick(window.panel.event_page.file.button, Qt.MouseButton.LeftButton)
    assert asked.named("read") == [(str(tmp_path / "own.toml"),)]
    said = window.panel.event_page.trouble._title.text()
    assert all(part in said for part in ("own.toml", "12", "a date", "soon"))
    assert "Mend the file" in window.panel.event_page.trouble._line.text()
    assert not window.panel.go_on.isEnabled()


def test_a_bad_file_takes_the_place_of_a_good_one(window: FirstRunWindow, asked: Asked) -> None:
    at_event(window)
    QTest.mouseClick(window.panel.event_page.own.button, Qt.MouseButton.LeftButton)
    asked.forum = Troubled(ForumFileInvalid(file="own.toml", line=1, expected="a", found="b"))
    QTest.mouseClick(window.panel.event_page.file.button, Qt.MouseButton.LeftButton)
    assert window.state.forum is None
    assert not window.panel.go_on.isEnabled()


@pytest.mark.parametrize(
    ("name", "secret", "again", "hint"),
    [
        ("", "", "", "Give it a name"),
        ("   ", "", "", "Give it a name"),
        ("x" * 201, "", "", "at most 200"),
        ("Desk 3", "short", "short", "At least 8"),
        ("Desk 3", "long enough", "long enouhg", "not the same"),
    ],
)
def test_a_station_is_not_made_before_its_name_is_right(  # noqa: PLR0917 - one case a line
    window: FirstRunWindow, asked: Asked, name: str, secret: str, again: str, hint: str
) -> None:
    named(window, name, secret, again)
    page = window.panel.name
    hints = (page.name._hint, page.passphrase._hint, page.again._hint)
    assert not any(each.isVisible() for each in hints)
    window.proceed()
    assert asked.named("start") == []
    assert any(each.isVisible() and hint in each.text() for each in hints)


def test_the_station_is_made_of_event_name_and_passphrase(window: FirstRunWindow, asked: Asked) -> None:
    named(window, "  Desk 3 ", "long enough")
    assert window.panel.name.passphrase.line.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert step(window) is Step.CHECK
    assert asked.named("start") == []
    window.proceed()
    assert asked.named("start") == [("gstf-2024", "Desk 3", "long enough")]
    assert window.state.passphrase == window.panel.name.passphrase.text() == ""


def test_trouble_in_making_it_leaves_everything_as_typed(window: FirstRunWindow, asked: Asked) -> None:
    asked.started = Troubled(StorageProblem(detail="read-only"))
    at_check(window)
    window.proceed()
    assert step(window) is Step.CHECK
    assert asked.named("keep") == []
    assert "read-only" in window.panel.devices.form.trouble._title.text()
    asked.started = Fault(RuntimeError())
    window.proceed()
    assert "nothing was changed" in window.panel.devices.form.trouble._title.text()
    QTest.mouseClick(window.panel.back, Qt.MouseButton.LeftButton)
    assert window.panel.name.name.text() == "Desk 3"


def test_until_it_is_made_every_step_can_be_gone_back(window: FirstRunWindow) -> None:
    named(window)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert step(window) is Step.EVENT
    assert window.state.forum is not None
    QTest.mouseClick(window.panel.back, Qt.MouseButton.LeftButton)
    assert step(window) is Step.WAY
    QTest.mouseClick(window.panel.back, Qt.MouseButton.LeftButton)
    assert step(window) is Step.LANGUAGE
    assert not window.panel.back.isVisible()
    for _ in range(4):
        window.proceed()
    assert step(window) is Step.CHECK
    QTest.mouseClick(window.panel.back, Qt.MouseButton.LeftButton)
    assert step(window) is Step.NAME


def test_once_it_is_made_only_what_is_left_is_done_again(window: FirstRunWindow, asked: Asked, qtbot: QtBot) -> None:
    asked.kept = Troubled(FileNotWritable(file="settings.toml", detail="no right"))
    at_check(window)
    window.proceed()
    assert not window.panel.back.isVisible()
    asked.kept = Done(None)
    with qtbot.waitSignal(window.ended):
        window.proceed()
    assert len(asked.named("start")) == 1
    assert len(asked.named("keep")) == 2


def test_what_was_entered_is_kept_whenever_the_window_is_closed_but_never_a_passphrase(
    window: FirstRunWindow, asked: Asked
) -> None:
    named(window, secret="long enough")
    assert asked.named("entered")[-1] == (Entered(Step.NAME, "en", "gstf-2024", "Desk 3"),)
    window.proceed()
    window.panel.devices.form.kind_chosen.emit(PrinterKind.NETWORK)
    window.panel.devices.form.languages.activated.emit(1)
    window.panel.devices.form.dots.activated.emit(1)
    assert (window._state.printer.speaks, window._state.printer.dpi) == (PrinterLanguage.ZPL, 300)
    window.panel.devices.form.target_said.emit("192.0.2.1")
    kept = Entered(Step.CHECK, "en", "gstf-2024", "Desk 3", "network", "192.0.2.1", "zpl", 300)
    assert asked.named("entered")[-1] == (kept,)
    assert not any("long enough" in str(call) for call in asked.named("entered"))


@pytest.mark.parametrize(
    ("kept", "at"),
    [
        (Entered(Step.EVENT, "zh"), Step.EVENT),
        (Entered(Step.NAME, "en", "gstf-2024", "Desk 3"), Step.NAME),
        (Entered(Step.CHECK, "en", "gstf-2024", "Desk 3", "network", "192.0.2.1"), Step.NAME),
    ],
)
def test_a_first_run_goes_on_where_it_was_closed_but_not_past_the_passphrase(
    dressed: QApplication, qtbot: QtBot, asked: Asked, kept: Entered, at: Step
) -> None:
    asked.entered = kept
    window = FirstRunWindow(asked.actions())
    qtbot.addWidget(window)
    assert step(window) is at
    assert words.spoken() == kept.language
    assert window.panel.name.name.text() == kept.name
    assert window.state.printer.target == kept.target


_DRAFTS = st.builds(
    lambda kind, target, speaks, dots: printers.printer_dots_chosen(
        printers.printer_language_chosen(PrinterDraft(kind, target), speaks), dots
    ),
    st.none() | st.sampled_from(PrinterKind),
    st.text(max_size=20),
    st.sampled_from(tuple(DOTS)),
    st.sampled_from([180, 203, 300, 600]),
)


@given(_DRAFTS, st.booleans())
def test_the_printer_that_was_set_up_is_as_it_was_when_a_first_run_goes_on(printer: PrinterDraft, joins: bool) -> None:
    left = FirstRunState(step=Step.CHECK, name="Desk 3", joins=joins, printer=printer)
    assert first.resumed(FirstRunState(), first.draft_of(left, "en"), None).printer == printer


@pytest.mark.parametrize(("speaks", "dpi"), [("", 0), ("braille", 300), ("zpl", -3), ("pdf", 203)])
def test_a_language_of_printers_that_is_not_known_is_the_usual_one(speaks: str, dpi: int) -> None:
    kept = Entered(Step.CHECK, "en", kind="network", target="192.0.2.1", speaks=speaks, dpi=dpi)
    printer = first.resumed(FirstRunState(), kept, None).printer
    assert printer.dpi in DOTS[printer.speaks]


def test_an_invitation_scanned_before_it_is_known_where_it_was_closed_is_taken_there(
    dressed: QApplication, qtbot: QtBot, asked: Asked
) -> None:
    replies: list[Any] = []
    window = FirstRunWindow(replace(asked.actions(), entered=replies.append))
    qtbot.addWidget(window)
    window.scan([INVITATION])
    assert step(window) is Step.LANGUAGE
    replies[0](Done(Entered(Step.JOIN, "en", name="Desk 3", joins=True)))
    assert step(window) is Step.JOIN
    assert window.state.name == "Desk 3"
    assert asked.named("join")[-1][0].code == INVITATION


def test_without_the_file_of_the_event_it_goes_on_where_one_is_chosen(
    dressed: QApplication, qtbot: QtBot, asked: Asked
) -> None:
    asked.entered = Entered(Step.CHECK, "en", "/gone/own.toml", "Desk 3")
    asked.forum = Troubled(ForumFileInvalid(file="own.toml", line=1, expected="a", found="b"))
    window = FirstRunWindow(asked.actions())
    qtbot.addWidget(window)
    assert step(window) is Step.EVENT
    assert (window.state.source, window.state.name) == ("", "Desk 3")


def test_whatever_is_scanned_is_shown_and_means_nothing(window: FirstRunWindow, asked: Asked) -> None:
    window.scan(["too early"])
    at_check(window)
    assert window.panel.devices.code.text() == ""
    window.scan(["https://example.org/<b>" + "x" * 4000, "other"])
    assert "It was read" in window.panel.devices.chip.text()
    assert "https://example.org/<b>" in window.panel.devices.code.text()
    assert len(window.panel.devices.code.text()) < 200
    assert step(window) is Step.CHECK


@pytest.mark.parametrize(
    ("kind", "target", "name"),
    [
        (PrinterKind.FILE, "/srv/badges", "PDF · badges"),
        (PrinterKind.QUEUE, "Office", "Office"),
        (PrinterKind.NETWORK, "192.168.1.50:9100", "192.168.1.50:9100"),
    ],
)
def test_a_printer_is_tried_and_then_written_into_the_settings(  # noqa: PLR0917 - one case a line
    window: FirstRunWindow, asked: Asked, qtbot: QtBot, kind: PrinterKind, target: str, name: str
) -> None:
    at_check(window)
    window.panel.devices.form.kind_chosen.emit(kind)
    window.panel.devices.form.target_said.emit(target)
    with qtbot.waitSignal(window.ended) as ended:
        window.proceed()
    assert ended.args == [True]
    kept = Settings(language="en", station_name="Desk 3", printer=name, printers=(PrinterSettings(name, kind, target),))
    assert asked.named("check") == asked.named("keep") == [(kept,)]


def test_a_queue_is_offered_as_soon_as_it_is_known(window: FirstRunWindow) -> None:
    at_check(window)
    window.panel.devices.form.kinds.chosen.emit(PrinterKind.QUEUE.value)
    assert window.state.printer.target == "Badge_A6"
    assert window.panel.devices.form.queues.isVisible()
    assert not window.panel.devices.form.target.isVisible()


def test_a_system_without_printers_says_so(window: FirstRunWindow, asked: Asked) -> None:
    asked.queues = ()
    at_check(window)
    window.panel.devices.form.kinds.chosen.emit(PrinterKind.QUEUE.value)
    assert "knows no printer" in window.panel.devices.form.trouble._title.text()
    window.proceed()
    assert asked.named("keep") == []


def test_a_folder_is_chosen_and_a_bad_one_refused_in_place(
    window: FirstRunWindow, asked: Asked, tmp_path: Path
) -> None:
    asked.checked = Troubled(FileNotWritable(file="/nowhere", detail="no right"))
    at_check(window)
    window.panel.devices.form.kinds.chosen.emit(PrinterKind.FILE.value)
    QTest.mouseClick(window.panel.devices.form.folder, Qt.MouseButton.LeftButton)
    assert window.panel.devices.form.target.text() == str(tmp_path / "badges")
    window.proceed()
    assert asked.named("keep") == []
    assert "/nowhere" in window.panel.devices.form.trouble._title.text()
    window.panel.devices.form.kinds.chosen.emit("none")
    assert window.panel.devices.form.trouble._title.text() == ""


def test_without_a_printer_checking_in_begins_as_well(window: FirstRunWindow, asked: Asked, qtbot: QtBot) -> None:
    at_check(window)
    with qtbot.waitSignal(window.ended):
        window.proceed()
    assert asked.named("keep") == [(Settings(language="en", station_name="Desk 3"),)]


def test_closing_the_window_ends_it_once(window: FirstRunWindow, qtbot: QtBot) -> None:
    heard: list[object] = []
    window.ended.connect(heard.append)
    window.close()
    window.close()
    assert heard == [False]


@given(name=st.text(max_size=210), secret=st.text(max_size=12), again=st.text(max_size=12))
def test_a_station_is_never_made_without_a_name_or_with_two_passphrases(name: str, secret: str, again: str) -> None:
    faults = first.named(FirstRunState(), name=name, passphrase=secret, again=again).faults
    if not name.strip():
        assert NameFault.NO_NAME in faults
    if secret != again or 0 < len(secret) < SHORTEST_PASSPHRASE:
        assert faults
    if not faults:
        assert name.strip()
        assert secret == again


@given(st.sampled_from(PrinterKind), st.text(max_size=220))
def test_every_printer_that_is_kept_is_read_again(kind: PrinterKind, target: str) -> None:
    printer = printers.printer_named(printers.printer_kind_chosen(PrinterDraft(), kind), target).printer
    if printer:
        assert printer.target == target.strip() != ""
        assert printer.name.isprintable()


def test_the_first_run_can_be_gone_through_with_arrows_and_enter_alone(
    window: FirstRunWindow, qtbot: QtBot, asked: Asked
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    def press(key: Qt.Key) -> None:
        QTest.keyClick(window.focusWidget() or window, key)

    press(Qt.Key.Key_Return)
    assert step(window) is Step.WAY
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    assert step(window) is Step.EVENT
    press(Qt.Key.Key_Right)
    assert window.focusWidget() is window.panel.event_page.file.button
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Return)
    assert asked.named("read") == [("gstf-2024",)]
    press(Qt.Key.Key_Return)
    assert step(window) is Step.NAME


def test_enter_that_is_held_goes_one_step_on_and_makes_no_station(window: FirstRunWindow, asked: Asked) -> None:
    named(window)
    for held in (False, True, True):
        window.keyPressEvent(
            QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", held)
        )
    assert step(window) is Step.CHECK
    assert asked.named("check") == []
