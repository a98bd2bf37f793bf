"""What was closed is freed on the screen's thread, whatever other threads make meanwhile."""

from threading import Thread
from weakref import finalize

import pytest
from PySide6.QtCore import QObject, QThread, QTimer
from pytestqt.qtbot import QtBot

from checkin_app.bootstrap.rounds import freeing_cycles


@pytest.mark.usefixtures("cycles_anywhere")
def test_a_window_that_holds_itself_is_freed_on_the_screens_thread(qtbot: QtBot) -> None:
    where: list[bool] = []
    with freeing_cycles():
        window = QObject()
        window.own = timer = QTimer(window)  # type: ignore[attr-defined]
        timer.itself = window  # type: ignore[attr-defined]
        timer.start(1_000)
        here = QThread.currentThread()
        finalize(window, lambda: where.append(QThread.currentThread() is here))
        del window, timer
        _make_many_elsewhere()
        assert where == []
        kept = [[] for _ in range(1000)]
        qtbot.waitUntil(lambda: where != [])
    assert (where, len(kept)) == ([True], 1000)


def _make_many_elsewhere() -> None:
    thread = Thread(target=lambda: [[[] for _ in range(20_000)] for _ in range(20)])
    thread.start()
    thread.join()
