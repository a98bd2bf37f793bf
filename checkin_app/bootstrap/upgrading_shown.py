"""The window that says that a store is being brought up to date, joined to the work, before there is any other window."""

import contextlib
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer

from checkin_app.bootstrap.home import Home
from checkin_app.domain.upgrade import UpgradeStep
from checkin_app.runtime.lanes import Done, Lane, Result, Troubled
from checkin_app.services.ports.progress import ToldUpgrade, Upgrading
from checkin_app.ui.shell.upgrading import UpgradeWindow

#: A store with little in it is done before anybody could read the window.
_PATIENCE_MS = 400
_CLOSING_SECONDS = 10.0


def in_a_window(
    dress: Callable[[], None], report: Callable[[BaseException], object], patience_ms: int = _PATIENCE_MS
) -> Upgrading:
    """Return what has a store brought up to date beside the screen's thread, a window telling how far it is.

    Args:
        dress: has it speak and look as chosen last.
        report: takes what was no foreseen trouble.
        patience_ms: after which it is shown.
    """

    def shown(work: Callable[[ToldUpgrade], None]) -> None:
        dress()
        _shown(report, patience_ms, work)

    return shown


def _delete(window: UpgradeWindow) -> None:
    """Let it be gone at once: no loop runs yet that would see to it."""
    window.hide()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)


def _shown(report: Callable[[BaseException], object], patience_ms: int, work: Callable[[ToldUpgrade], None]) -> None:
    home, loop, answers = Home(), QEventLoop(), list[Result[None]]()
    window = UpgradeWindow()

    def told(step: UpgradeStep, done: int, whole: int) -> None:
        if not home.expects:  # what is on its way is as good: the next word is a hundred entries later
            home.deliver(lambda: window.show_step(step, done, whole))

    def end(result: Result[None]) -> None:
        answers.append(result)
        loop.quit()

    with contextlib.ExitStack() as held:
        lane = Lane("upgrade", home.deliver, report)
        held.callback(_delete, window)
        held.callback(home.end)
        held.callback(lane.close, _CLOSING_SECONDS)
        lane.submit(partial(work, told), end)
        QTimer.singleShot(patience_ms, window, window.show)
        loop.exec()
    (answer,) = answers
    if isinstance(answer, Troubled):
        raise answer.problem
    if not isinstance(answer, Done):
        raise answer.error
