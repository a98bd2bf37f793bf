"""The window that brings a store's key back, joined to the station in its folder, which is not open."""

import contextlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop

from checkin_app.bootstrap import station
from checkin_app.bootstrap.home import Home
from checkin_app.bootstrap.verbs import on
from checkin_app.runtime.lanes import Lane
from checkin_app.ui.shell.unlocking import UnlockActions, UnlockWindow

#: To prove a passphrase takes seconds on purpose.
_CLOSING_SECONDS = 60.0


def run_unlock(folder: Path, report: Callable[[BaseException], object]) -> bool:
    """Let a person bring the key back; return whether it is."""
    home, loop = Home(), QEventLoop()
    ends: list[bool] = []
    with contextlib.ExitStack() as held:
        lane = Lane("unlock", home.deliver, report)
        held.callback(home.end)
        held.callback(lane.close, _CLOSING_SECONDS)
        window = UnlockWindow(unlock_actions(folder, lane))
        held.callback(window.deleteLater)
        window.ended.connect(ends.append)
        window.ended.connect(lambda _unlocked: loop.quit())
        window.show()
        loop.exec()
    return any(ends)


def unlock_actions(folder: Path, lane: Lane) -> UnlockActions:
    """Return what the window may ask for, the work on `lane`."""

    def unlock(passphrase: str) -> None:
        station.unlock(folder, passphrase)

    return UnlockActions(unlock=on(lane, unlock))
