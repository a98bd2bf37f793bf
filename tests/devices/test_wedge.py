"""Scans are heard whatever has the focus, touch nothing on the screen, and typing arrives whole."""

import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QMessageBox, QPushButton, QTextEdit, QWidget

from checkin_app.devices.burst import KeyKind, Timing
from checkin_app.devices.keystrokes import GivingBack, read_key
from checkin_app.devices.wedge import Wedge

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CODE = "AEAQB2345XYZ" * 10


def shown(qtbot, widget):
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget.windowHandle()


@pytest.mark.parametrize("field", [QLineEdit, QTextEdit])
def test_a_scan_leaves_the_field_that_has_the_focus_as_it_was(qtbot, ear, keyboard, field):
    edit = field("before")
    window = shown(qtbot, edit)

    keyboard.scan(window, CODE)

    assert ear.codes == [CODE]
    assert (edit.text() if field is QLineEdit else edit.toPlainText()) == "before"


def test_a_scan_clicks_no_button(qtbot, ear, keyboard):
    button = QPushButton("Delete all")
    button.setAutoDefault(True)
    clicks = []
    button.clicked.connect(clicks.append)
    window = shown(qtbot, button)

    keyboard.scan(window, "AB CD EF GH IJ", terminator="\r")

    assert ear.codes == ["AB CD EF GH IJ"]
    assert clicks == []


def test_a_scan_moves_no_list(qtbot, ear, keyboard):
    rows = QListWidget()
    rows.addItems(["Ada", "Bela", "Chen"])
    rows.setCurrentRow(0)
    window = shown(qtbot, rows)

    keyboard.scan(window, "CCCCBBBB")

    assert ear.codes == ["CCCCBBBB"]
    assert rows.currentRow() == 0


def test_a_scan_answers_no_modal_question_and_is_heard_meanwhile(qtbot, ear, keyboard):
    box = QMessageBox(QMessageBox.Icon.Question, "Delete", "Delete all?")
    box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    box.setDefaultButton(QMessageBox.StandardButton.Yes)
    qtbot.addWidget(box)
    still_open = []

    def scan_into_it():
        keyboard.scan(box.windowHandle(), "YYNN" + CODE)
        still_open.append(box.isVisible())
        box.reject()

    QTimer.singleShot(0, scan_into_it)
    answer = box.exec()

    assert still_open == [True]
    assert answer != QMessageBox.StandardButton.Yes
    assert ear.codes == ["YYNN" + CODE]


def test_a_scan_triggers_no_one_letter_shortcut_and_loses_no_letter_to_it(qtbot, ear):
    widget = QWidget()
    fired = []
    for letter in "BR1":
        QShortcut(QKeySequence(letter), widget).activated.connect(lambda letter=letter: fired.append(letter))
    QShortcut(QKeySequence("Return"), widget).activated.connect(lambda: fired.append("Return"))
    window = shown(qtbot, widget)

    for letter in "BRAB1B1RB":
        QTest.keyClick(window, Qt.Key(ord(letter)))
    QTest.keyClick(window, Qt.Key.Key_Return)

    assert fired == []
    assert [code.upper() for code in ear.codes] == ["BRAB1B1RB"]


def test_a_command_shortcut_fires_at_once(qtbot, ear):
    widget = QWidget()
    fired = []
    QShortcut(QKeySequence("F2"), widget).activated.connect(lambda: fired.append("F2"))
    QShortcut(QKeySequence("Ctrl+Z"), widget).activated.connect(lambda: fired.append("undo"))
    window = shown(qtbot, widget)

    QTest.keyClick(window, Qt.Key.Key_F2)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert fired == ["F2", "undo"]


def test_typing_arrives_whole_and_in_order(qtbot, ear, keyboard):
    edit = QLineEdit()
    window = shown(qtbot, edit)

    keyboard.type(window, "Hello, Delegates! 42")

    qtbot.waitUntil(lambda: edit.text() == "Hello, Delegates! 42")
    assert ear.scans == []


def test_a_fast_word_of_seven_letters_is_typing(qtbot, ear, keyboard):
    edit = QLineEdit()
    entered = []
    edit.returnPressed.connect(lambda: entered.append(edit.text()))
    window = shown(qtbot, edit)

    keyboard.scan(window, "abcdefg")

    assert entered == ["abcdefg"]
    assert ear.scans == []


def test_typing_comes_back_soon_without_another_key(qtbot, ear, keyboard):
    edit = QLineEdit()
    window = shown(qtbot, edit)
    keyboard.type(window, "x")
    assert edit.text() == ""
    qtbot.waitUntil(lambda: edit.text() == "x")


@pytest.mark.parametrize("asked", [False, True])
def test_a_click_right_after_a_key_finds_it_typed(qtbot, ear, keyboard, asked):
    form = QWidget()
    edit, button = QLineEdit(form), QPushButton("Take", form)
    form.resize(300, 120)
    edit.setGeometry(10, 10, 200, 40)
    button.setGeometry(10, 60, 200, 40)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    taken = []
    button.clicked.connect(lambda: taken.append(edit.text()))
    window = shown(qtbot, form)
    edit.setFocus()

    keyboard.type(window, "4711")
    if asked:
        ear.scanner._wedge._pace._time_out()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=button.geometry().center())

    assert taken == ["4711"]
    assert ear.scans == []


def test_a_click_in_the_middle_of_a_scan_does_not_cut_it(qtbot, ear, keyboard):
    widget = QWidget()
    window = shown(qtbot, widget)
    for character in CODE[:20]:
        keyboard.stroke(window, character, gap=3)
    QTest.mouseClick(window, Qt.MouseButton.LeftButton)
    keyboard.scan(window, CODE[20:])
    assert ear.codes == [CODE]


def test_typing_scanning_and_typing_again_are_kept_apart(qtbot, ear, keyboard):
    edit = QLineEdit()
    window = shown(qtbot, edit)

    keyboard.type(window, "ab")
    keyboard.now += 200
    keyboard.scan(window, CODE)
    keyboard.type(window, "cd")

    qtbot.waitUntil(lambda: edit.text() == "abcd")
    assert ear.codes == [CODE]


def test_a_key_that_opens_a_dialog_does_not_make_the_scanner_deaf(qtbot, ear, keyboard):
    box = QMessageBox()
    qtbot.addWidget(box)
    edit = QLineEdit()
    window = shown(qtbot, edit)

    def scan_into_it():
        keyboard.now += 100
        keyboard.scan(box.windowHandle(), CODE)
        box.reject()

    def ask():
        if not box.isVisible():
            QTimer.singleShot(0, scan_into_it)
            box.exec()

    edit.textEdited.connect(ask)
    keyboard.type(window, "a")

    qtbot.waitUntil(lambda: ear.codes == [CODE])
    assert edit.text() == "a"


def test_what_was_held_for_a_window_that_closed_is_let_go(qtbot, ear, keyboard):
    edit = QLineEdit()
    edit.show()
    qtbot.waitExposed(edit)
    keyboard.type(edit.windowHandle(), "x")
    edit.close()
    edit.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    other = QLineEdit()
    keyboard.type(shown(qtbot, other), "y")
    qtbot.waitUntil(lambda: other.text() == "y")


def test_a_key_that_meets_a_bug_of_ours_is_reported_and_the_next_ones_arrive(qtbot, ear, keyboard, monkeypatch):
    heard, reported = [], []

    class Screen(QWidget):
        def keyPressEvent(self, event):
            if event.text() == "b":
                raise RuntimeError
            heard.append(event.text())

    screen = Screen()
    window = shown(qtbot, screen)
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: reported.append(kind))

    keyboard.type(window, "abc")
    qtbot.waitUntil(lambda: "c" in heard, timeout=20_000)

    assert heard == ["a", "c"]
    assert reported == [RuntimeError]


def test_the_text_of_another_layout_is_the_second_candidate(qtbot, ear, keyboard):
    widget = QWidget()
    window = shown(qtbot, widget)
    for us, cyrillic in zip("qwertyuiop", "йцукенгшщз", strict=True):
        keyboard.stroke(window, us, gap=3, text=cyrillic)
    keyboard.stroke(window, "\r", gap=3)
    assert [scan.candidates for scan in ear.scans] == [("qwertyuiop", "йцукенгшщз")]


def test_a_dead_key_of_another_layout_is_read_by_its_place(qtbot, ear, keyboard):
    widget = QWidget()
    window = shown(qtbot, widget)
    for character in "ABCDEFGH":
        keyboard.stroke(window, character, gap=3)
    keyboard.now += 3
    dead = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Dead_Acute, Qt.KeyboardModifier.NoModifier, 40 + 8, 0, 0, "")
    dead.setTimestamp(keyboard.now)
    QCoreApplication.sendEvent(window, dead)
    keyboard.stroke(window, "\r", gap=3)
    assert ear.codes == ["ABCDEFGH'"]


def test_a_fault_of_ours_is_logged_once_and_the_keys_pass(qtbot, qapp, keyboard, expect_log, caplog):
    def broken(_stamp_ms):
        raise ValueError

    wedge = Wedge(Timing(), scan_code_offset=8, giving_back=GivingBack(), claimed=broken)
    qapp.installEventFilter(wedge)
    edit = QLineEdit()
    window = shown(qtbot, edit)
    expect_log("key event scanner layer failed")

    keyboard.type(window, "whole", gap=2)
    qapp.removeEventFilter(wedge)

    assert edit.text() == "whole"
    assert len(caplog.records) == 1


@pytest.mark.parametrize(
    ("key", "modifiers", "kind"),
    [
        (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier, KeyKind.CONTROL),
        (Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier, KeyKind.CONTROL),
        (Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier, KeyKind.OTHER),
        (Qt.Key.Key_F2, Qt.KeyboardModifier.ControlModifier, KeyKind.OTHER),
        (Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier, KeyKind.OTHER),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, KeyKind.OTHER),
    ],
)
def test_a_letter_with_ctrl_is_what_a_scanner_writes_for_a_control_character(key, modifiers, kind):
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, 54, 0, 0, "\x03")
    assert read_key(event, 8).kind is kind


def test_a_scan_between_stx_and_etx_clicks_no_button(qtbot, ear, keyboard):
    button = QPushButton("Delete")
    button.setAutoDefault(True)
    clicks = []
    button.clicked.connect(clicks.append)
    window = shown(qtbot, button)
    keyboard.stroke(window, "b", gap=3, text="\x02", control=True)
    for character in CODE:
        keyboard.stroke(window, character, gap=3)
    keyboard.stroke(window, "c", gap=3, text="\x03", control=True)
    keyboard.stroke(window, "\r", gap=3)
    assert ear.codes == [CODE]
    assert clicks == []
