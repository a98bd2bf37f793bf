"""Whoever starts the application a second time gets the window that is open, not a word that it is."""

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QWidget

#: Milliseconds in which a window answers: one that is being opened on a slow laptop hears nothing before it stands.
_PATIENCE = 15_000
_HERE = b"here"
_OF_ITS_OWN = (Qt.WindowType.Window, Qt.WindowType.Dialog)


@contextmanager
def coming_forward(folder: Path) -> Iterator[None]:
    """Until the block ends, come forward whenever the application is started on `folder` once more.

    For whoever holds the folder. Where nothing can be listened at, a second start says that the application is open.
    """
    server = QLocalServer()
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    server.newConnection.connect(lambda: _answer(server))
    server.listen(_name(folder))
    try:
        yield
    finally:
        server.close()


def called_forward(folder: Path) -> bool:
    """Ask the window that is open on `folder` to come forward; return whether it answered."""
    _let_others_come_forward()
    line = QLocalSocket()
    line.connectToServer(_name(folder))
    if not line.waitForConnected(_PATIENCE):
        return False
    if not line.bytesAvailable():
        line.waitForReadyRead(_PATIENCE)
    return bytes(line.readAll().data()) == _HERE


def _answer(server: QLocalServer) -> None:
    while server.hasPendingConnections():
        line = server.nextPendingConnection()
        line.disconnected.connect(line.deleteLater)
        for window in QApplication.topLevelWidgets():
            _bring(window)
        line.write(_HERE)
        line.disconnectFromServer()


def _bring(window: QWidget) -> None:
    """Bring a window that was opened over all others, also where it was put away."""
    if window.isVisible() and window.windowType() in _OF_ITS_OWN:
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()


def _name(folder: Path) -> str:
    """Return what a folder's line is called: its path may be longer than a name may be."""
    path = os.path.normcase(folder.resolve())
    return f"checkin-app-{hashlib.sha256(os.fsencode(path)).hexdigest()[:32]}"


if sys.platform == "win32":

    def _let_others_come_forward() -> None:
        """Windows lets a window come forward only if the program that was started last allows it."""
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)

else:

    def _let_others_come_forward() -> None:
        """Elsewhere a window that is asked may come."""
