"""Takes scans out of X11's own events, for an input method has the keys of a field before Qt's filters do.

Even with none installed Qt's own composing eats keys: three letters of a scan on an Arabic layout.

Qt 6.11 reads the keyboard as core events (XInput 2 serves its pointers alone), so `xcb_key_press_event_t` is all
there is to read.
"""

import ctypes
from collections import deque
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

from checkin_app.devices.burst import Burst, Key, KeyKind, Scan, State, Timing
from checkin_app.devices.composition import Composition, focus_takes_input_method
from checkin_app.devices.keymap import MODIFIERS, TERMINATORS, XKB_OFFSET, us_character
from checkin_app.devices.keystrokes import CONTROLS, GivingBack, Held, Pace, Tolerance

DEVICE = "keyboard before input method"

_KEY_PRESS, _KEY_RELEASE = 2, 3
#: The top bit says that another program sent the event.
_TYPE_BITS = 0x7F
#: Extensions number their events from here on; the second byte of XKB's says which (XKB protocol, 16.3).
_FIRST_EXTENSION = 64
_NEW_KEYBOARD, _NEW_MAP = 0, 1
_LAYOUT_CHANGES = (_NEW_KEYBOARD, _NEW_MAP)
_SHIFT, _CONTROL = 0x01, 0x04
_COMMAND = _CONTROL | 0x08 | 0x40
_RANGES_KEPT = 64


class _XcbKey(ctypes.Structure):
    """``xcb_key_press_event_t`` of xproto.h."""

    _fields_ = (
        ("response_type", ctypes.c_uint8),
        ("keycode", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("time", ctypes.c_uint32),
        ("root", ctypes.c_uint32),
        ("event", ctypes.c_uint32),
        ("child", ctypes.c_uint32),
        ("root_x", ctypes.c_int16),
        ("root_y", ctypes.c_int16),
        ("event_x", ctypes.c_int16),
        ("event_y", ctypes.c_int16),
        ("state", ctypes.c_uint16),
        ("same_screen", ctypes.c_uint8),
    )


class Layout(Protocol):
    """The keyboard layout in force."""

    def text(self, keycode: int, state: int) -> str: ...
    def forget(self) -> None: ...


class XcbFilter(QAbstractNativeEventFilter):
    """Judges the keys while a field that takes an input method has the focus; others are the event filter's.

    The first three keys of a scan have reached the input method when the fourth gives it away: the input method
    is reset, the field restored, and the rest swallowed.
    """

    def __init__(
        self,
        timing: Timing,
        composition: Composition,
        giving_back: GivingBack,
        *,
        layout: Layout | None,
        on_scan: Callable[[Scan], None],
    ) -> None:
        """Without a `layout` a scan is read by its physical keys alone."""
        super().__init__()
        self._composition = composition
        self._giving_back = giving_back
        self._layout = layout
        self._tolerate = Tolerance("X11")
        self._pace = Pace(Burst[Held](DEVICE, timing), on_typed=self._give_back, on_scan=on_scan)
        self._claims: deque[tuple[int, int]] = deque(maxlen=_RANGES_KEPT)
        self._first_ms = 0
        self._claiming = False
        self._released = (0, 0)

    def nativeEventFilter(
        self, event_type: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        if event_type != b"xcb_generic_event_t":
            return False, 0
        event = _XcbKey.from_address(int(message))
        kind = event.response_type & _TYPE_BITS
        if kind >= _FIRST_EXTENSION and event.keycode in _LAYOUT_CHANGES and self._layout:
            self._layout.forget()
        if kind not in (_KEY_PRESS, _KEY_RELEASE):
            return False, 0
        return self._tolerate(lambda: self._filter(event)), 0

    def claimed(self, stamp_ms: int) -> bool:
        """Return whether this is the time stamp of a scan's first keys, which had passed before it was known."""
        return any(first_ms <= stamp_ms <= last_ms for first_ms, last_ms in self._claims)

    def stop(self) -> None:
        self._pace.stop()

    def _filter(self, event: _XcbKey) -> bool:
        if event.response_type & _TYPE_BITS == _KEY_RELEASE:
            return self._release(event)
        window = _focus_window()
        idle = self._pace.burst.state is State.PASS
        if window is None or (idle and not focus_takes_input_method()):
            return False
        return self._press(event, window)

    def _release(self, event: _XcbKey) -> bool:
        self._released = (event.keycode, event.time)
        window = _focus_window()
        if window is None:
            return False
        step = self._pace.burst.release(
            event.keycode, (window, _qt_event(QEvent.Type.KeyRelease, event, self._text(event)))
        )
        return self._pace.settle(step) and self._claiming

    def _press(self, event: _XcbKey, window: QWindow) -> bool:
        burst = self._pace.burst
        before = burst.state
        repeat = (event.keycode, event.time) == self._released
        text = self._text(event)
        key = Key(_kind(event, text), event.time, event.keycode, _character(event), text, repeat)
        step = burst.press(key, (window, _qt_event(QEvent.Type.KeyPress, event, text)))
        taken = self._pace.settle(step)
        match burst.state:
            case State.SCAN:
                self._claim(event.time)
            case State.HOLD:
                if before is State.PASS or step.typed or step.scan:
                    self._begin(event.time)
                return False
            case State.PASS if not taken:
                self._composition.resume()
        return taken

    def _text(self, event: _XcbKey) -> str:
        return self._layout.text(event.keycode, event.state) if self._layout else ""

    def _begin(self, stamp_ms: int) -> None:
        self._claiming = False
        self._first_ms = stamp_ms
        self._composition.resume()
        self._composition.begin()

    def _claim(self, stamp_ms: int) -> None:
        if not self._claiming:
            self._claiming = True
            self._claims.append((self._first_ms, stamp_ms))
            self._composition.undo()

    def _give_back(self, typed: tuple[Held, ...]) -> None:
        # Keys that were never claimed have gone to the input method already.
        if self._claiming:
            self._giving_back.give(*(held for held in typed if held[1].text()))


def _focus_window() -> QWindow | None:
    # PySide's stub forgets that there may be none.
    return QGuiApplication.focusWindow()


def _character(event: _XcbKey) -> str:
    return us_character(event.keycode - XKB_OFFSET, shift=bool(event.state & _SHIFT))


def _kind(event: _XcbKey, text: str) -> KeyKind:
    scan_code = event.keycode - XKB_OFFSET
    if scan_code in MODIFIERS:
        return KeyKind.MODIFIER
    if command := event.state & _COMMAND:
        control = command == _CONTROL and ord(_character(event).upper() or " ") in CONTROLS
        return KeyKind.CONTROL if control else KeyKind.OTHER
    if scan_code in TERMINATORS:
        return KeyKind.TERMINATOR
    return KeyKind.CHARACTER if text or _character(event) else KeyKind.OTHER


def _qt_event(kind: QEvent.Type, event: _XcbKey, text: str) -> QKeyEvent:
    """Return the key as Qt would deliver it, should it have to be given back."""
    character = _character(event)
    shift = Qt.KeyboardModifier.ShiftModifier if event.state & _SHIFT else Qt.KeyboardModifier.NoModifier
    key = ord(character.upper()) if character else Qt.Key.Key_unknown
    return QKeyEvent(kind, key, shift, event.keycode, 0, event.state, text or character)
