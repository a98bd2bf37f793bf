"""Takes scans out of the stream of key events before any widget sees them, and gives typing back."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QWindow

from checkin_app.devices.burst import Burst, Scan, State, Timing
from checkin_app.devices.keystrokes import GivingBack, Held, Pace, Tolerance, key_code, read_key

DEVICE = "keyboard"

_KEY_EVENTS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)


class Wedge(QObject):
    """An event filter for the application: each key visits its window once, and is judged there.

    Single-letter shortcuts never fire while it is installed, since any letter may begin a scan: a screen
    answers single letters in `keyPressEvent`, which typing that was given back does reach.
    """

    scanned = Signal(object)

    def __init__(
        self,
        timing: Timing,
        *,
        scan_code_offset: int,
        giving_back: GivingBack | None = None,
        claimed: Callable[[int], bool] | None = None,
    ) -> None:
        """`claimed` says of a time stamp whether another layer has taken that key into a scan of its own."""
        super().__init__()
        self._offset = scan_code_offset
        self._giving_back = giving_back or GivingBack()
        self._claimed = claimed or (lambda _stamp_ms: False)
        self._tolerate = Tolerance("key event")
        self.pressed_at = 0.0
        """When a key was pressed last, as the monotonic clock has it."""
        self._pace = Pace(Burst[Held](DEVICE, timing), on_typed=self._give_back, on_scan=self._hand_over)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWindow):
            self._pressed()
            return False
        if event.type() not in _KEY_EVENTS or not isinstance(watched, QWindow) or not isinstance(event, QKeyEvent):
            return False
        return self._tolerate(lambda: self._filter(watched, event))

    def stop(self) -> None:
        self._pace.stop()

    def _filter(self, window: QWindow, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._override(event)
        if self._giving_back.passes():
            return False
        if self._claimed(event.timestamp()):
            return True
        self.pressed_at = time.monotonic()
        burst = self._pace.burst
        if event.type() == QEvent.Type.KeyRelease:
            return self._pace.settle(burst.release(key_code(event), (window, event.clone())))
        return self._pace.settle(burst.press(read_key(event, self._offset), (window, event.clone())))

    def _pressed(self) -> None:
        """Give back the last key before the click that follows it: what was typed is whole when a button takes it."""
        if self._pace.burst.state is State.HOLD:
            self._pace.stop()

    def _override(self, event: QKeyEvent) -> bool:
        wanted = self._claimed(event.timestamp()) or self._pace.burst.wants(read_key(event, self._offset))
        if wanted:
            event.accept()
        return wanted

    def _give_back(self, typed: tuple[Held, ...]) -> None:
        self._giving_back.give(*(held for held in typed if not self._claimed(held[1].timestamp())))

    def _hand_over(self, scan: Scan) -> None:
        self.scanned.emit(scan)
