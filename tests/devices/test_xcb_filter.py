"""With an input method on, X11's own events give the scan whole and the field comes out as it went in."""

import ctypes
from dataclasses import dataclass, field

import pytest
from devices_timeline import us_key
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton

from checkin_app.devices import xcb_filter
from checkin_app.devices.burst import Timing
from checkin_app.devices.composition import Composition
from checkin_app.devices.keymap import us_character
from checkin_app.devices.keystrokes import GivingBack
from checkin_app.devices.wedge import Wedge
from checkin_app.devices.xcb_filter import XcbFilter

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CODE = "AEAQB2345XYZ" * 10
GENERIC = b"xcb_generic_event_t"


@dataclass
class German:
    """A layout that swaps two letters of the US one, and says when it was asked to look again."""

    forgotten: int = 0

    def text(self, keycode, state):
        plain = us_character(keycode - 8, shift=bool(state & 1))
        return plain.translate(str.maketrans("yzYZ", "zyZY"))

    def forget(self):
        self.forgotten += 1


@dataclass
class Station:
    """The native filter and the event filter, put together as `Scanner` does it under X11."""

    app: QGuiApplication
    scans: list = field(default_factory=list)
    now: int = 1_000
    layout: German | None = None

    def __post_init__(self):
        self.composition = Composition()
        giving_back = GivingBack()
        self.native = XcbFilter(Timing(), self.composition, giving_back, layout=self.layout, on_scan=self.scans.append)
        self.wedge = Wedge(Timing(), scan_code_offset=8, giving_back=giving_back, claimed=self.native.claimed)
        self.wedge.scanned.connect(self.scans.append)
        for each in (self.composition, self.wedge):
            self.app.installEventFilter(each)

    def close(self):
        self.native.stop()
        self.wedge.stop()
        for each in (self.composition, self.wedge):
            self.app.removeEventFilter(each)

    @property
    def codes(self):
        return [scan.candidates[0] for scan in self.scans]

    def native_key(self, character, *, press, gap=0):
        """Show the native filter a key; return whether it swallowed it."""
        self.now += gap
        code, shift = us_key(character)
        state = 1 if shift else 0
        event = xcb_filter._XcbKey(response_type=2 if press else 3, keycode=code + 8, time=self.now, state=state)
        taken, _ = self.native.nativeEventFilter(GENERIC, ctypes.addressof(event))
        return taken

    def stroke(self, character, *, gap):
        taken = self.native_key(character, press=True, gap=gap)
        assert self.native_key(character, press=False) in {taken, True}
        return taken

    def scan(self, code, *, gap=3):
        return [self.stroke(character, gap=gap) for character in code]

    def input_method(self, *, preedit="", commit=""):
        """Do to the focused field what an input method does."""
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QCoreApplication.sendEvent(self.app.focusObject(), event)


@pytest.fixture
def station(qapp):
    made = Station(qapp)
    yield made
    made.close()


@pytest.fixture
def focused(qtbot):
    """Return a function that shows a widget and gives it the focus; it lives as long as the test."""
    kept = []

    def show(widget):
        kept.append(widget)
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        widget.setFocus()
        qtbot.waitUntil(lambda: QGuiApplication.focusObject() is widget)
        return widget

    return show


def test_a_scan_is_complete_and_swallowed_from_its_fourth_key_to_its_end(focused, station):
    focused(QLineEdit())
    taken = station.scan(CODE + "\r")
    assert station.codes == [CODE]
    assert taken == [False] * 3 + [True] * (len(CODE) - 2)


def test_what_the_input_method_made_of_the_first_keys_is_undone(focused, station):
    edit = focused(QLineEdit("你好"))
    for character in CODE[:2]:
        station.stroke(character, gap=3)
        station.input_method(commit=character)
    station.stroke(CODE[2], gap=3)
    station.input_method(preedit="啊")

    station.scan(CODE[3:] + "\r")

    assert station.codes == [CODE]
    assert (edit.text(), edit.cursorPosition()) == ("你好", 2)
    assert edit.inputMethodQuery(Qt.InputMethodQuery.ImSurroundingText) == "你好"


@pytest.mark.parametrize("field", [QLineEdit, QPlainTextEdit])
def test_a_selection_that_the_first_key_replaced_comes_back(focused, station, field):
    edit = focused(field("before"))
    edit.selectAll()
    station.stroke(CODE[0], gap=3)
    station.input_method(commit="𠮷")

    station.scan(CODE[1:] + "\r")

    assert (edit.text() if field is QLineEdit else edit.toPlainText()) == "before"


def test_what_was_being_composed_before_the_scan_is_kept(focused, station):
    edit = focused(QLineEdit())
    station.stroke("n", gap=100)
    station.input_method(preedit="你")
    station.now += 100
    station.scan(CODE + "\r")
    assert edit.text() == "你"


def test_late_answers_of_the_input_method_to_a_scan_are_swallowed_until_the_next_key(focused, station):
    edit = focused(QLineEdit())
    station.scan(CODE + "\r")
    station.input_method(commit=CODE[:3])
    assert edit.text() == ""

    station.stroke("z", gap=500)
    station.input_method(commit="中")
    assert edit.text() == "中"


def test_text_chosen_by_mouse_after_a_scan_arrives(qtbot, focused, station):
    edit = focused(QLineEdit())
    station.scan(CODE + "\r")
    qtbot.waitUntil(lambda: not station.composition._swallowing.isActive())
    station.input_method(commit="中")
    assert edit.text() == "中"


def test_another_field_is_open_to_the_input_method_right_after_a_scan(focused, station):
    focused(QLineEdit())
    station.scan(CODE + "\r")
    station.composition.forget()
    station.input_method(commit="中")
    assert station.app.focusObject().text() == "中"


def test_keys_the_input_method_hands_back_late_are_known_by_their_time_stamps(focused, station):
    edit = focused(QLineEdit())
    stamps = range(station.now + 3, station.now + 12, 3)
    station.scan(CODE + "\r")

    for character, stamp in zip(CODE, stamps, strict=False):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, ord(character), Qt.KeyboardModifier.NoModifier, 0, 0, 0, character)
            event.setTimestamp(stamp)
            QCoreApplication.sendEvent(edit.windowHandle(), event)
    station.wedge.stop()

    assert edit.text() == ""
    assert station.codes == [CODE]


def test_keys_already_held_by_the_event_filter_are_dropped_when_the_scan_is_known(focused, station):
    edit = focused(QLineEdit())
    for character in CODE[:3]:
        station.stroke(character, gap=3)
        event = QKeyEvent(QEvent.Type.KeyPress, ord(character), Qt.KeyboardModifier.NoModifier, 0, 0, 0, character)
        event.setTimestamp(station.now)
        QCoreApplication.sendEvent(edit.windowHandle(), event)

    station.scan(CODE[3:] + "\r")
    station.wedge.stop()

    assert edit.text() == ""
    assert station.codes == [CODE]


def test_typing_goes_to_the_input_method_untouched(focused, station):
    focused(QLineEdit())
    assert station.scan("nihao zhongguo\r", gap=60) == [False] * 15
    assert station.scans == []


def test_a_key_held_down_goes_to_the_input_method(focused, station):
    focused(QLineEdit())
    station.native_key("x", press=True, gap=100)
    taken = []
    for gap in [500] + [30] * 20:
        station.native_key("x", press=False, gap=gap)
        taken.append(station.native_key("x", press=True))
    assert not any(taken)


def test_four_to_seven_fast_keys_are_given_back_as_letters(qtbot, focused, station):
    edit = focused(QLineEdit())
    station.scan("abcdeF")
    station.input_method()
    qtbot.waitUntil(lambda: edit.text() == "abcdeF")
    assert station.scans == []


def test_a_scan_with_no_field_in_focus_is_left_to_the_event_filter(focused, station):
    focused(QPushButton("Print"))
    assert not any(station.scan(CODE + "\r"))
    assert station.scans == []


def test_the_line_feed_after_the_return_is_swallowed_too(focused, station):
    focused(QLineEdit())
    station.scan(CODE + "\r")
    assert station.stroke("\r", gap=3)


def test_the_text_of_the_layout_in_force_is_the_second_candidate(focused, station):
    station.native._layout = German()
    focused(QLineEdit())
    station.scan("ABCXYZ2345\r")
    assert [scan.candidates for scan in station.scans] == [("ABCXYZ2345", "ABCXZY2345")]


def test_few_fast_keys_are_given_back_in_the_layout_in_force(qtbot, focused, station):
    station.native._layout = German()
    edit = focused(QLineEdit())
    station.scan("xyz1")
    qtbot.waitUntil(lambda: edit.text() == "xzy1")


@pytest.mark.parametrize(("second_byte", "looks_again"), [(0, 1), (1, 1), (2, 0)])
def test_a_switch_of_layout_is_noticed(station, second_byte, looks_again):
    layout = station.native._layout = German()
    notice = xcb_filter._XcbKey(response_type=85, keycode=second_byte)
    assert station.native.nativeEventFilter(GENERIC, ctypes.addressof(notice)) == (False, 0)
    assert layout.forgotten == looks_again


def test_what_was_composed_in_another_field_is_not_kept(focused, station):
    focused(QLineEdit())
    station.input_method(preedit="你")
    station.composition.forget()
    edit = focused(QLineEdit())
    station.scan(CODE + "\r")
    assert edit.text() == ""


def test_other_events_pass_unread(station):
    motion = xcb_filter._XcbKey(response_type=6)
    assert station.native.nativeEventFilter(GENERIC, ctypes.addressof(motion)) == (False, 0)
    assert station.native.nativeEventFilter(b"windows_generic_MSG", 0) == (False, 0)


def test_the_structure_read_is_the_one_of_the_protocol():
    assert xcb_filter._XcbKey.time.offset == 4
    assert xcb_filter._XcbKey.state.offset == 28
    assert ctypes.sizeof(xcb_filter._XcbKey) == 32
