"""What is done ahead once the first guests can be scanned and nobody waits for anything."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer

from checkin_app.bootstrap.screens import loading, make_ready
from checkin_app.devices.scanner import Scanner
from checkin_app.runtime.lanes import Done, Lane, Result
from checkin_app.services.opened import OpenedStation
from checkin_app.ui.shell.navigation import Navigation

#: Between two parts of screens, so that whatever came meanwhile is answered and painted.
_BETWEEN_MS = 5
#: The same while somebody does something, who waits for each answer.
_BUSY_MS = 100
#: Seconds after a key in which another is thought to come.
_LATELY = 0.5


@dataclass(frozen=True, slots=True)
class Ahead:
    """The lanes on which something is done ahead."""

    writer: Lane
    reader: Lane
    papers: Lane


class Calm:
    """Makes, reads, proves and counts what somebody would wait for later, each a piece at a time and where it belongs."""

    def __init__(self, station: OpenedStation, navigation: Navigation, scanner: Scanner, lanes: Ahead) -> None:
        self._station, self._navigation, self._scanner, self._lanes = station, navigation, scanner, lanes
        self._loading = loading()
        self._next = QTimer()
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._make_screens)

    def begin(self) -> None:
        """Begin with the screens, once what is not of Qt is loaded beside the screen's thread."""
        self._lanes.papers.submit(make_ready, lambda _ready: self._make_screens())

    def stop(self) -> None:
        self._next.stop()

    def read_ahead(self) -> None:
        """Let the store read what scans will ask for, a piece at a time: a scan that comes meanwhile goes between."""
        self._lanes.writer.submit(self._station.upkeep.read_ahead, self._on(self.read_ahead))

    def _make_screens(self) -> None:
        """Load and make the screens that nobody has opened yet, a part at a time: what happens meanwhile comes between."""
        if self._somebody_is_at_it():
            self._next.start(_BUSY_MS)
        elif self._scanner.unheard(self._make_part):
            self._next.start(_BETWEEN_MS)
        else:
            self.read_ahead()
            self._prove_ahead()
            self._lanes.papers.submit(self._station.queries.count_ahead, lambda _counted: None)

    def _make_part(self) -> bool:
        return next(self._loading, False) or self._navigation.make_next()

    def _somebody_is_at_it(self) -> bool:
        return self._lanes.writer.waiting() > 0 or time.monotonic() - self._scanner.pressed_at < _LATELY

    def _prove_ahead(self) -> None:
        """Let codes of this station's own be proven, a piece at a time: no scan waits for that, and a search for one."""
        self._lanes.reader.submit(self._station.proving_ahead.step, self._on(self._prove_ahead))

    def _on(self, step: Callable[[], None]) -> Callable[[Result[bool]], None]:
        """Return what goes on with the next step where the last has left any."""

        def go_on(result: Result[bool]) -> None:
            if isinstance(result, Done) and result.value:
                step()

        return go_on
