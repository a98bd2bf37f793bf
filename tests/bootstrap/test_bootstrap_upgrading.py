"""Whoever waits for a record of an earlier version is told what for, and how far it is."""

import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.bootstrap.upgrading import said
from checkin_app.bootstrap.upgrading_shown import in_a_window
from checkin_app.domain.problems import StoreBusy
from checkin_app.domain.upgrade import UpgradeStep
from checkin_app.services.ports.progress import ToldUpgrade
from checkin_app.ui.shell.upgrading import UpgradeWindow


def _work(told: ToldUpgrade) -> None:
    for done in range(1000):
        told(UpgradeStep.READ, done, 1000)
    told(UpgradeStep.PROVE, 0, 0)


def test_a_command_says_on_standard_error_what_it_waits_for(capsys: pytest.CaptureFixture[str]) -> None:
    said(_work, patience=0)
    out, err = capsys.readouterr()
    lines = err.splitlines()
    assert (out, "do not switch the laptop off" in lines[0]) == ("", True)
    assert lines[1:] == [f"Step 3 of 6: reading every fact {far} %" for far in range(0, 100, 10)] + [
        "Step 6 of 6: proving the copy"
    ]


def test_a_command_that_hardly_waits_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    said(_work, patience=600)
    assert capsys.readouterr() == ("", "")


def _shown() -> UpgradeWindow | None:
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, UpgradeWindow) and each.isVisible()]
    return windows[0] if windows else None


def test_a_window_tells_how_far_it_is_and_cannot_be_closed(qtbot: QtBot) -> None:
    seen, looked = list[str](), threading.Event()

    def look() -> None:
        window = _shown()
        if window and "40" in window.step.text():
            seen.append(window.step.text())
            window.close()
            assert window.isVisible()
            looked.set()
        else:
            QTimer.singleShot(5, look)

    def work(told: ToldUpgrade) -> None:
        told(UpgradeStep.READ, 400, 1000)
        assert looked.wait(20)

    QTimer.singleShot(0, look)
    in_a_window(lambda: None, lambda _fault: None, patience_ms=0)(work)
    assert len(seen) == 1 and "3" in seen[0]
    assert _shown() is None


def test_what_ends_it_is_raised_where_the_window_was(qtbot: QtBot) -> None:
    faults: list[BaseException] = []

    def busy(_told: ToldUpgrade) -> None:
        raise StoreBusy

    def broken(_told: ToldUpgrade) -> None:
        raise ZeroDivisionError

    upgrading = in_a_window(lambda: None, faults.append)
    with pytest.raises(StoreBusy):
        upgrading(busy)
    with pytest.raises(ZeroDivisionError):
        upgrading(broken)
    assert [type(each) for each in faults] == [ZeroDivisionError]
