"""A window for scenes with real keys: it says on stdout, as lines of JSON, what it hears and what it holds.

Run as a program: ``scene_window.py (field | button | table | dialog)``; it ends when its stdin does.
"""

import json
import os
import sys
import time
from itertools import pairwise

from PySide6.QtCore import QAbstractNativeEventFilter, QEvent, QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from checkin_app.devices.burst import Scan
from checkin_app.devices.environment import prepare
from checkin_app.devices.keymap import ENTER, US, XKB_OFFSET
from checkin_app.devices.scanner import Scanner
from checkin_app.devices.xcb_filter import _KEY_PRESS, _XcbKey

BUSY_S, BUSY_EVERY_MS = 0.02, 33


def say(**what: object) -> None:
    print(json.dumps(what), flush=True)  # noqa: T201 - this is how the scene speaks


class Preedit(QObject):
    """Says what the input method is composing."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            say(preedit=event.preeditString())
        return False


class Sender(QAbstractNativeEventFilter):
    """Says at each Enter how evenly the keys before it were sent, by X's own time stamps."""

    def __init__(self) -> None:
        super().__init__()
        self._stamps: list[int] = []

    def nativeEventFilter(self, _kind: object, message: int) -> tuple[bool, int]:
        event = _XcbKey.from_address(int(message))
        if event.response_type == _KEY_PRESS:
            self._press(event.keycode - XKB_OFFSET, event.time)
        return False, 0

    def _press(self, scan_code: int, stamp_ms: int) -> None:
        if scan_code in US:
            self._stamps.append(stamp_ms)
        elif scan_code == ENTER:
            say(gaps=[after - before for before, after in pairwise([*self._stamps, stamp_ms])])
            self._stamps.clear()


class SceneWindow(QWidget):
    """A field, a button and a table; touching any of them is said."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.textChanged.connect(lambda text: say(text=text))
        self.button = QPushButton("Delete all")
        self.button.clicked.connect(lambda: say(touched="button"))
        self.table = QTableWidget(30, 1)
        for row in range(30):
            self.table.setItem(row, 0, QTableWidgetItem("ABCDEFGHIJKLMNOPQRSTUVWXYZ2345"[row]))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setCurrentCell(0, 0)
        self.table.currentCellChanged.connect(lambda *_: say(touched="table"))
        layout = QVBoxLayout(self)
        for widget in (self.field, self.button, self.table):
            layout.addWidget(widget)


def work_hard() -> None:
    """Keep the interface busy, as a long list that is drawn does."""
    until = time.perf_counter() + BUSY_S
    while time.perf_counter() < until:
        pass


def question(window: QWidget) -> QMessageBox:
    box = QMessageBox(window)
    box.setText("Delete all?")
    box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    box.setDefaultButton(QMessageBox.StandardButton.Yes)
    box.finished.connect(lambda: say(touched="dialog"))
    return box


def main(scene: str) -> None:
    prepare(os.environ)
    app = QApplication(sys.argv)
    window = SceneWindow()
    scanner = Scanner()
    scanner.scanned.connect(hear)
    scanner.start(app)
    preedit = Preedit()
    app.installEventFilter(preedit)
    sender = Sender()
    app.installNativeEventFilter(sender)
    window.show()
    if scene == "dialog":
        question(window).open()
    else:
        getattr(window, scene).setFocus(Qt.FocusReason.OtherFocusReason)
    busy = QTimer()
    busy.timeout.connect(work_hard)
    busy.start(BUSY_EVERY_MS)
    stdin = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    stdin.activated.connect(app.quit)
    scanner.hearing_changed.connect(lambda heard: say(heard=heard))
    say(heard=scanner.heard)
    app.exec()
    app.removeNativeEventFilter(sender)
    scanner.stop()


def hear(scan: Scan) -> None:
    say(scan=scan.candidates, device=scan.device)


if __name__ == "__main__":
    main(sys.argv[1])
