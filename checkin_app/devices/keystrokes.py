"""What both keyboard layers share: reading a key event, giving typing back, timing a burst, surviving a fault."""

import logging
import sys
from collections import deque
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWindow

from checkin_app.devices.burst import Burst, Key, KeyKind, Scan, Step
from checkin_app.devices.keymap import us_character

_log = logging.getLogger(__name__)

Held = tuple[QWindow, QKeyEvent]
"""A key event on its way to a window."""

_TERMINATORS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_ScrollLock,
        Qt.Key.Key_Mode_switch,
    }
)
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
#: Windows reports AltGr as both.
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
#: What ASCII makes control characters of with Ctrl: @, the letters and the signs after them.
CONTROLS = range(ord("@"), ord("_") + 1)
#: Qt numbers its keys without a character from here on, except the dead ones.
_FIRST_FUNCTION_KEY = 0x01000000
_DEAD_KEYS = range(int(Qt.Key.Key_Dead_Grave), int(Qt.Key.Key_Dead_Longsolidusoverlay) + 1)


def key_code(event: QKeyEvent) -> int:
    """Return what names a key between its press and its release."""
    return event.nativeScanCode() or event.key()


def read_key(event: QKeyEvent, scan_code_offset: int) -> Key:
    """Return a press as the burst sees it; `scan_code_offset` is what the platform adds to scan codes."""
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    text = event.text()
    return Key(
        kind=_kind(event, text),
        stamp_ms=event.timestamp(),
        code=key_code(event),
        physical=us_character(event.nativeScanCode() - scan_code_offset, shift=shift),
        text=text if text.isprintable() else "",
        repeat=event.isAutoRepeat(),
    )


def _kind(event: QKeyEvent, text: str) -> KeyKind:
    if event.key() in _MODIFIERS:
        return KeyKind.MODIFIER
    command = event.modifiers() & _COMMAND
    if command and not (command == _ALT_GR and text):
        control = command == Qt.KeyboardModifier.ControlModifier and event.key() in CONTROLS
        return KeyKind.CONTROL if control else KeyKind.OTHER
    if event.key() in _TERMINATORS:
        return KeyKind.TERMINATOR
    if text:
        return KeyKind.CHARACTER if text.isprintable() else KeyKind.OTHER
    writes = event.key() < _FIRST_FUNCTION_KEY or event.key() in _DEAD_KEYS
    return KeyKind.CHARACTER if writes else KeyKind.OTHER


class GivingBack:
    """Sends typing that was held to the windows it was meant for, in order, past our own filter."""

    def __init__(self) -> None:
        self._waiting: deque[Held] = deque()
        self._passing = False

    def give(self, *typed: Held) -> None:
        """Send all; neither a key that opens a dialog's own loop nor one that meets a bug of ours keeps later keys from going."""
        self._waiting.extend(typed)
        while self._waiting:
            window, event = self._waiting.popleft()
            if shiboken6.isValid(window):
                self._passing = True
                try:
                    QCoreApplication.sendEvent(window, event)
                except Exception as bug:  # noqa: BLE001 - reported as one that Qt's own loop meets
                    sys.excepthook(type(bug), bug, bug.__traceback__)
                self._passing = False

    def passes(self) -> bool:
        """Return whether the key event now at the filter is one of these: the filter is the first to see it."""
        passing, self._passing = self._passing, False
        return passing


class Pace(QObject):
    """Runs the timer of one burst and hands out what it ends in."""

    def __init__(
        self,
        burst: Burst[Held],
        *,
        on_typed: Callable[[tuple[Held, ...]], None],
        on_scan: Callable[[Scan], None],
    ) -> None:
        super().__init__()
        self.burst = burst
        self._on_typed = on_typed
        self._on_scan = on_scan
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._time_out)

    def settle(self, step: Step[Held]) -> bool:
        """Do what a step asks for; return whether its event is taken."""
        wait = self.burst.wait_ms
        if wait:
            self._timer.start(wait)
        else:
            self._timer.stop()
        if step.typed:
            self._on_typed(step.typed)
        if step.scan:
            self._on_scan(step.scan)
        return step.taken

    def stop(self) -> None:
        """Give back what is held and let the timer rest."""
        for _asked_twice in range(2):
            self.settle(self.burst.time_out())

    def _time_out(self) -> None:
        self.settle(self.burst.time_out())


class Tolerance:
    """Keeps a fault of ours from costing a key: it is logged once and the key passes."""

    def __init__(self, layer: str) -> None:
        self._layer = layer
        self._logged = False

    def __call__(self, filtered: Callable[[], bool]) -> bool:
        try:
            return filtered()
        except Exception:  # noqa: BLE001 - the filter's last line of defence: no key may be lost to our bug
            if not self._logged:
                self._logged = True
                _log.exception("the %s scanner layer failed; its keys pass as typing", self._layer)
            return False
