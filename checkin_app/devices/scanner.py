"""The scanner as the application knows it: codes come out, whichever layer heard them first."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from checkin_app.devices.burst import WINDOWS_TIMING, Scan, Timing
from checkin_app.devices.composition import Composition
from checkin_app.devices.keymap import XKB_OFFSET
from checkin_app.devices.keystrokes import GivingBack
from checkin_app.devices.wedge import Wedge
from checkin_app.devices.xcb_filter import XcbFilter
from checkin_app.devices.xkb_layout import XkbLayout

T = TypeVar("T")

_log = logging.getLogger(__name__)

#: The same code from two layers within this time is one scan.
ECHO_MS = 300


@dataclass(slots=True)
class Echoes:
    """Knows a code that a second layer has heard too."""

    _heard: list[tuple[int, Scan]] = field(default_factory=list)

    def is_new(self, scan: Scan, arrived_ms: int) -> bool:
        """Return whether no other device handed over one of these candidates just now; case does not matter."""
        self._heard = [(when, each) for when, each in self._heard if arrived_ms - when <= ECHO_MS]
        if any(each.device != scan.device and _same_code(each, scan) for _, each in self._heard):
            return False
        self._heard.append((arrived_ms, scan))
        return True


def _same_code(one: Scan, other: Scan) -> bool:
    folded = {candidate.casefold() for candidate in one.candidates}
    return any(candidate.casefold() in folded for candidate in other.candidates)


class Scanner(QObject):
    """Hears every keyboard-wedge scanner while the application is active, whatever has the focus."""

    scanned = Signal(object)
    """A `Scan`."""
    hearing_changed = Signal(object)
    """A bool: whether key strokes reach this application."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app: QGuiApplication | None = None
        self._wedge: Wedge | None = None
        self._composition: Composition | None = None
        self._native: XcbFilter | None = None
        self._echoes = Echoes()
        self._heard = False

    @property
    def heard(self) -> bool:
        """Whether a scan would reach this application now."""
        return self._heard

    @property
    def pressed_at(self) -> float:
        """When a key was pressed last while this listens, by a person or a scanner, as the monotonic clock has it."""
        return self._wedge.pressed_at if self._wedge else 0.0

    def start(self, app: QGuiApplication) -> None:
        """Listen from now on; a second call changes nothing."""
        if self._app is not None:
            return
        self._app = app
        timing = WINDOWS_TIMING if app.platformName() == "windows" else Timing()
        giving_back = GivingBack()
        if app.platformName() == "xcb":
            self._listen_beneath(app, timing, giving_back)
        self._wedge = Wedge(
            timing,
            scan_code_offset=_scan_code_offset(app.platformName()),
            giving_back=giving_back,
            claimed=self._native.claimed if self._native else None,
        )
        self._wedge.scanned.connect(self._hand_over)
        app.installEventFilter(self._wedge)
        app.applicationStateChanged.connect(self._listen)
        self._listen(app.applicationState())

    def _listen_beneath(self, app: QGuiApplication, timing: Timing, giving_back: GivingBack) -> None:
        self._composition = Composition()
        self._native = XcbFilter(
            timing, self._composition, giving_back, layout=layout_in_force(), on_scan=self._hand_over
        )
        app.installEventFilter(self._composition)
        app.installNativeEventFilter(self._native)
        app.focusObjectChanged.connect(self._composition.forget)

    def stop(self) -> None:
        """Give back what is held and listen no more."""
        if self._app is None:
            return
        app, self._app = self._app, None
        app.applicationStateChanged.disconnect(self._listen)
        if self._native and self._composition:
            self._native.stop()
            app.removeNativeEventFilter(self._native)
            app.removeEventFilter(self._composition)
            app.focusObjectChanged.disconnect(self._composition.forget)
        if self._wedge:
            self._wedge.stop()
            app.removeEventFilter(self._wedge)
        self._wedge = self._native = self._composition = None
        self._listen(Qt.ApplicationState.ApplicationInactive)

    def unheard(self, make: Callable[[], T]) -> T:
        """Return what `make` returns, in one turn of the event loop, in which no key can come.

        Each event of a widget that is made would come by here, some ten thousand of a large screen: two fifths of its making.
        """
        app, filters = self._app, [each for each in (self._composition, self._wedge) if each]
        if app is None:
            return make()
        for each in filters:
            app.removeEventFilter(each)
        try:
            return make()
        finally:
            for each in filters:
                app.installEventFilter(each)

    def _hand_over(self, scan: Scan) -> None:
        if self._echoes.is_new(scan, time.monotonic_ns() // 1_000_000):
            self.scanned.emit(scan)

    def _listen(self, state: Qt.ApplicationState) -> None:
        heard = state == Qt.ApplicationState.ApplicationActive
        if heard != self._heard:
            self._heard = heard
            self.hearing_changed.emit(heard)


def layout_in_force() -> XkbLayout | None:
    """Return the keyboard layout, None where its library is not there."""
    try:
        return XkbLayout()
    except OSError as error:
        _log.info("scans into fields are read by US keys alone: %s", error)
        return None


def _scan_code_offset(platform: str) -> int:
    return 0 if platform == "windows" else XKB_OFFSET
