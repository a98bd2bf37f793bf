"""A second start brings the window that is open forward; where none answers it says that one is open."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QLocalServer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checkin_app.bootstrap import coming_forward as forward
from checkin_app.bootstrap import station as stations
from checkin_app.bootstrap import window as application_window
from checkin_app.domain.problems import StoreLocked
from checkin_app.runtime.instance import sole_instance
from tests.processes import started

_LEFT_BEHIND = """
import os, sys, pathlib
from PySide6.QtCore import QCoreApplication
from checkin_app.bootstrap.coming_forward import coming_forward
application = QCoreApplication([])
with coming_forward(pathlib.Path(sys.argv[1])):
    os._exit(0)
"""


def _command(folder: Path) -> list[str]:
    return [sys.executable, "-m", "checkin_app", "--data", str(folder)]


@pytest.fixture
def put_away(qapp: QApplication, qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    yield window


def _starts_again(folder: Path, qtbot: QtBot) -> int:
    """Start the application on a folder as an icon does, and return what it ended with."""
    with started(_command(folder), stdout=subprocess.DEVNULL) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
        return int(second.returncode)


def test_a_second_start_brings_the_window_forward_and_ends(tmp_path: Path, put_away: QWidget, qtbot: QtBot) -> None:
    with sole_instance(tmp_path), forward.coming_forward(tmp_path):
        assert _starts_again(tmp_path, qtbot) == 0
        assert not put_away.isMinimized()
        qtbot.waitUntil(put_away.isActiveWindow, timeout=60_000)
        put_away.showMinimized()
        assert _starts_again(tmp_path, qtbot) == 0, "and the next one too"
        assert not put_away.isMinimized()


def test_a_window_that_is_not_open_is_not_opened(tmp_path: Path, put_away: QWidget, qtbot: QtBot) -> None:
    hidden = QWidget()
    qtbot.addWidget(hidden)
    hidden.setWindowState(Qt.WindowState.WindowMinimized)
    with sole_instance(tmp_path), forward.coming_forward(tmp_path):
        assert _starts_again(tmp_path, qtbot) == 0
        assert hidden.isHidden()
        assert hidden.isMinimized(), "it is left as it was"


def test_a_window_that_hears_a_second_start_is_open_on_the_same_folder(
    tmp_path: Path, put_away: QWidget, qtbot: QtBot
) -> None:
    with forward.coming_forward(tmp_path / "another"), sole_instance(tmp_path):
        assert _starts_again(tmp_path, qtbot) == 1
        assert put_away.isMinimized()


def test_the_application_itself_hears_a_second_start(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    folder = tmp_path / "站" / "with a name that is a good deal longer than the name of a line may be".replace(" ", "-")
    stations.new_station(folder, "gstf-2024", "Desk", "")
    with started(_command(folder), stdout=subprocess.DEVNULL) as first:
        qtbot.waitUntil(lambda: forward.called_forward(folder), timeout=60_000)
        assert first.poll() is None


def test_who_is_not_answered_hears_that_the_application_is_open(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as by a command, which has no window, or by a window that has stood still."""
    monkeypatch.setattr(forward, "_PATIENCE", 50)
    with sole_instance(tmp_path):
        with pytest.raises(StoreLocked):
            application_window.run(tmp_path)
        standing_still = QLocalServer()
        assert standing_still.listen(forward._name(tmp_path))
        with pytest.raises(StoreLocked):
            application_window.run(tmp_path)
        standing_still.close()


def test_the_line_of_a_process_that_died_is_taken_over(tmp_path: Path, put_away: QWidget, qtbot: QtBot) -> None:
    subprocess.run([sys.executable, "-c", _LEFT_BEHIND, str(tmp_path)], check=True, timeout=60)
    with sole_instance(tmp_path), forward.coming_forward(tmp_path):
        assert _starts_again(tmp_path, qtbot) == 0
