"""From the command to the window and back: surroundings, first run, trouble at the opening, restoring."""

import contextlib
import logging
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QLoggingCategory, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from checkin_app import __version__
from checkin_app.bootstrap import station as stations
from checkin_app.bootstrap.application import StationApplication
from checkin_app.bootstrap.coming_forward import called_forward, coming_forward
from checkin_app.bootstrap.messages import qt_message
from checkin_app.bootstrap.rounds import freeing_cycles
from checkin_app.devices.environment import draw_smaller, has_display, prepare, scale_that_fits
from checkin_app.domain.problems import (
    ChainBroken,
    IdentityMissing,
    KeyMissing,
    NoDisplay,
    Problem,
    StoreCorrupt,
    StoreLocked,
    StoreMissing,
    WrongKey,
)
from checkin_app.runtime.crash import CrashReport, CrashReports
from checkin_app.runtime.instance import sole_instance
from checkin_app.runtime.logs import Plain, logging_to
from checkin_app.runtime.overrides import made_whole
from checkin_app.runtime.paths import StationFolder
from checkin_app.runtime.short_turns import take_short_turns
from checkin_app.services.ports.transactions import Clock
from checkin_app.ui import theme, words, words_speech
from checkin_app.ui.shell.navigation import Entry
from checkin_app.ui.shell.trouble import TroubleWindow
from db.log.stamps import now
from printing import words as words_on_paper

log = logging.getLogger(__name__)

_WITHOUT_SCREEN = frozenset({"offscreen", "minimal"})
#: What the window's loop ends with where a backup is to be brought back.
_TO_RESTORE = 75
#: Trouble at the opening that a backup may mend.
_RESTORABLE = (StoreCorrupt, ChainBroken, StoreMissing)
#: Trouble that the forum's passphrase may mend.
_UNLOCKABLE = (KeyMissing, WrongKey, IdentityMissing)

Mend = Callable[[Path], bool]
"""Lets a person mend the station in a folder; returns whether it was."""


def run(folder: Path, language: str = "", clock: Clock = now) -> int:
    """Open the application on a station's folder until its window is closed; return the exit code.

    Where it is open there already, that window comes forward.

    Raises:
        StorageProblem: the folder cannot be used; a window has said so.
    """
    return made_whole(partial(_run_until_closed, new_application(), folder, language, clock))


def _run_until_closed(application: QApplication, folder: Path, language: str, clock: Clock) -> int:
    with freeing_cycles():
        while True:
            try:
                code = _run(application, folder, language, clock)
            except Problem as problem:
                if isinstance(problem, StoreLocked) and called_forward(folder):
                    return 0
                words.speak(words_speech.fitting(language))
                mend = _show_trouble(application, folder, problem)
                if mend is None or not mend(folder):
                    raise
            else:
                if code != _TO_RESTORE:
                    return code
                _restore(folder)


def _show_trouble(application: QApplication, folder: Path, problem: Problem) -> Mend | None:
    """Wait until somebody has read it, and return the way to mend it that they want; None where they want none.

    Where no screen is, the console says it alone.
    """
    if application.platformName() in _WITHOUT_SCREEN:
        return None
    # Not the application's own loop: with it, closing a window would end what is opened next.
    loop = QEventLoop()
    asked: list[Mend] = []
    restorable = isinstance(problem, _RESTORABLE) and bool(stations.backups(folder))
    window = TroubleWindow(problem, restorable=restorable, unlockable=isinstance(problem, _UNLOCKABLE))
    for wanted, mend in ((window.restore_asked, _restore), (window.unlock_asked, _unlock)):
        wanted.connect(partial(asked.append, mend))
        wanted.connect(window.close)
    window.closed.connect(loop.quit)
    window.show()
    loop.exec()
    window.deleteLater()
    return asked[-1] if asked else None


def _log_fault(fault: BaseException) -> None:
    log.error("a fault of ours while a station was mended: %s", Plain(type(fault).__name__))


def _run(application: QApplication, folder: Path, language: str, clock: Clock) -> int:
    with contextlib.ExitStack() as held:
        held.enter_context(sole_instance(folder))
        held.enter_context(coming_forward(folder))
        held.enter_context(logging_to(StationFolder(folder).log))
        qInstallMessageHandler(qt_message)
        held.callback(qInstallMessageHandler, None)
        told: list[StationApplication] = []
        reports = CrashReports(StationFolder(folder).crashes, __version__, lambda report: _show_report(report, told))
        held.enter_context(reports.watching())
        if _is_first(folder):
            from checkin_app.bootstrap.first_run import run_first

            words.speak(words_speech.fitting(language))
            if not run_first(folder, application, reports.report):
                return 0
        desk = StationApplication(folder, reports.report, clock)
        held.callback(desk.close)
        told.append(desk)
        desk.dress(language)
        desk.begin()
        desk.window.showMaximized()
        desk.window.restore_asked.connect(lambda: application.exit(_TO_RESTORE))
        desk.window.navigation.opened.connect(partial(_fill_screen, desk.window))
        code = int(application.exec())
        if code == _TO_RESTORE:
            held.callback(desk.window.deleteLater)
            desk.window.hide()
        return code


def _is_first(folder: Path) -> bool:
    """Return whether a person is still to be led: there is no station yet, or one that has not all of the others yet."""
    if not stations.exists(folder):
        return not stations.backups(folder)
    if not StationFolder(folder).first_run.exists():
        return False
    from checkin_app.bootstrap.first_run import is_under_way

    return is_under_way(folder)


def _fill_screen(window: QWidget, opened: Entry) -> None:
    """Take the laptop's whole screen for a door, and give it back as it was taken."""
    if opened.full:
        window.showFullScreen()
    elif window.isFullScreen():
        window.showMaximized()


def _restore(folder: Path) -> bool:
    from checkin_app.bootstrap.mending import run_restore

    return run_restore(folder, _log_fault)


def _unlock(folder: Path) -> bool:
    from checkin_app.bootstrap.mending import run_unlock

    return run_unlock(folder, _log_fault)


def new_application() -> QApplication:
    """Return the Qt application, dressed, in surroundings where every key of a scanner can be heard.

    Raises:
        NoDisplay: no window could be shown.
    """
    if not has_display(os.environ, sys.platform):
        raise NoDisplay
    prepare(os.environ)
    take_short_turns()
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else _fitting_application()
    application.setApplicationName("checkin-app")
    application.setApplicationVersion(__version__)
    # FFmpeg's word on each library that this laptop lacks: none of them is needed for a verdict's sound.
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    theme.dress(application)
    if sys.platform == "win32":
        from printing import os_queue  # noqa: F401 - of Qt, which no printer's own thread may load (0331)
    return application


def _fitting_application() -> QApplication:
    """Return the Qt application at a scale that leaves the smallest window its room: one that is cut hides its buttons."""
    application = QApplication(sys.argv[:1])
    screen = application.primaryScreen()
    room = screen.availableGeometry().size()
    by = scale_that_fits((room.width(), room.height()), theme.MINIMUM_SIZE, screen.devicePixelRatio())
    if by < 1:
        application.shutdown()
        # Qt ends with it what was loaded of languages, such as for the papers that the demonstration wrote before.
        words_on_paper.texts.cache_clear()
        words_speech.translator.cache_clear()
        draw_smaller(os.environ, by)
        application = QApplication(sys.argv[:1])
    return application


def _show_report(report: CrashReport, running: Sequence[StationApplication]) -> None:
    log.error("a fault of ours, mark %s", Plain(report.mark))
    for each in running:
        each.tell_fault(report)
