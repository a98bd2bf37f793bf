"""A keyboard that speaks to windows with time stamps of its choosing, and a scanner that listens."""

from dataclasses import dataclass, field

import pytest
from devices_timeline import us_key
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from checkin_app.devices.keymap import XKB_OFFSET
from checkin_app.devices.scanner import Scanner

NAMED = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}


@dataclass(slots=True)
class Keyboard:
    """Sends presses and releases as a platform plugin would: to the window, with scan code and time stamp."""

    now: int = 1_000

    def stroke(self, window, character, *, gap, text=None, control=False):
        self.now += gap
        code, shifted = us_key(character)
        key = NAMED.get(character, ord(character.upper()))
        shift = Qt.KeyboardModifier.ShiftModifier if shifted else Qt.KeyboardModifier.NoModifier
        shift |= Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, shift, code + XKB_OFFSET, 0, 0, character if text is None else text)
            event.setTimestamp(self.now)
            QCoreApplication.sendEvent(window, event)

    def scan(self, window, code, *, gap=3, terminator="\r"):
        for character in code + terminator:
            self.stroke(window, character, gap=gap)
        self.now += 1_000

    def type(self, window, text, *, gap=80):
        for character in text:
            self.stroke(window, character, gap=gap)


@dataclass(slots=True)
class Ear:
    """The scanner under test and what it handed over."""

    scanner: Scanner
    scans: list = field(default_factory=list)

    @property
    def codes(self):
        return [scan.candidates[0] for scan in self.scans]


@pytest.fixture
def keyboard():
    return Keyboard()


@pytest.fixture
def ear(qapp):
    scanner = Scanner()
    heard = Ear(scanner)
    scanner.scanned.connect(heard.scans.append)
    scanner.start(qapp)
    yield heard
    scanner.stop()
