"""A bug in an override of Qt's methods is reported like any other, and ends nothing."""

import os
import subprocess
import sys

from checkin_app.runtime.logs import without_words
from checkin_app.runtime.overrides import Handled, made_whole

#: In a process of its own, since without the defence it dies: the override's error comes from C code, beneath a call from Python.
_BUG = """
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from checkin_app.runtime.overrides import made_whole

class Screen(QWidget):
    def keyPressEvent(self, event):
        {bug}

def press(screen):
    try:
        QCoreApplication.sendEvent(screen, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a"))
    except Exception as error:
        return type(error).__name__

application = QApplication([])
assert made_whole(lambda: press(Screen())) == {error!r}
"""


def _died(bug: str, error: str) -> str:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", _BUG.format(bug=bug, error=error)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        timeout=300,
        check=False,
    )
    return "" if done.returncode == 0 else f"{done.returncode}: {done.stderr.decode()}"


def test_a_bug_beneath_a_call_of_qt_is_an_error_and_not_the_end() -> None:
    assert not _died("int('²')", "ValueError")
    assert not _died("{}['missing']", "KeyError")


def _bug() -> None:
    int("²")


def _met() -> BaseException:
    try:
        _bug()
    except ValueError as error:
        return error
    raise AssertionError


def test_what_makes_errors_whole_is_told_of_none() -> None:
    met = made_whole(_met)

    assert isinstance(met.__context__, Handled)
    assert "Handled" not in without_words(met)
    assert "in _bug" in without_words(met)


def test_what_a_work_comes_to_is_what_it_comes_to_by_itself() -> None:
    assert made_whole(lambda: 75) == 75
