"""The windows that bring a store's key or a backup back, joined to the station in its folder, which is not open."""

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
from checkin_app.ui.shell.unlocking import UnlockActions, UnlockWindow

#: To prove a passphrase takes seconds on purpose, and a backup is proven page by page.
_CLOSING_SECONDS = 600.0

Report = Callable[[BaseException], object]
"""Takes what was no foreseen trouble."""


def run_unlock(folder: Path, report: Report) -> bool:
    """Let a person bring the key back; return whether it is."""
    return _run("unlock", report, lambda lane: UnlockWindow(unlock_actions(folder, lane)))


def run_restore(folder: Path, report: Report) -> bool:
    """Let a person bring a backup back; return whether one was."""
    return _run("restore", report, lambda lane: RestoreWindow(restore_actions(folder, lane)))


def _run(name: str, report: Report, make: Callable[[Lane], UnlockWindow | RestoreWindow]) -> bool:
    """Show a window until it has ended, its work on a lane of its own; return what it ended with."""
    home, loop = Home(), QEventLoop()
    ends: list[bool] = []
    with contextlib.ExitStack() as held:
        lane = Lane(name, home.deliver, report)
        held.callback(home.end)
        held.callback(lane.close, _CLOSING_SECONDS)
        window = make(lane)
        held.callback(window.deleteLater)
        window.ended.connect(ends.append)
        window.ended.connect(lambda _mended: loop.quit())
        window.show()
        loop.exec()
    return any(ends)


def unlock_actions(folder: Path, lane: Lane) -> UnlockActions:
    """Return what the window of the key may ask for, the work on `lane`."""

    def unlock(passphrase: str) -> None:
        station.unlock(folder, passphrase)

    return UnlockActions(unlock=on(lane, unlock))


def restore_actions(folder: Path, lane: Lane) -> RestoreActions:
    """Return what the window of the backups may ask for, the work on `lane`."""

    def restore(chosen: str) -> Restored:
        return station.restore(folder, Path(chosen))

    return RestoreActions(backups=lambda: station.backups(folder), restore=meant(on(lane, restore)))
