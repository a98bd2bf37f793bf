"""The window that brings a backup back, joined to the station in its folder, which is closed meanwhile."""

import contextlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop

from checkin_app.bootstrap import station
from checkin_app.bootstrap.home import Home
from checkin_app.bootstrap.verbs import meant, on
from checkin_app.runtime.lanes import Lane
from checkin_app.services.ports.upkeep import Restored
from checkin_app.ui.shell.restoring import RestoreActions, RestoreWindow

_CLOSING_SECONDS = 600.0


def run_restore(folder: Path, report: Callable[[BaseException], object]) -> bool:
    """Let a person bring a backup back; return whether one was."""
    home, loop = Home(), QEventLoop()
    ends: list[bool] = []
    with contextlib.ExitStack() as held:
        lane = Lane("restore", home.deliver, report)
        held.callback(home.end)
        held.callback(lane.close, _CLOSING_SECONDS)
        window = RestoreWindow(restore_actions(folder, lane))
        held.callback(window.deleteLater)
        window.ended.connect(ends.append)
        window.ended.connect(lambda _restored: loop.quit())
        window.show()
        loop.exec()
    return any(ends)


def restore_actions(folder: Path, lane: Lane) -> RestoreActions:
    """Return what the window may ask for, the work on `lane`."""

    def restore(chosen: str) -> Restored:
        return station.restore(folder, Path(chosen))

    return RestoreActions(backups=lambda: station.backups(folder), restore=meant(on(lane, restore)))
