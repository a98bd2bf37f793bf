"""Bringing a store's key back by a window: only the right passphrase does, and no other key is ever put in its place."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from checkin_app.bootstrap import station as stations
from checkin_app.bootstrap.mending import run_unlock
from checkin_app.domain.problems import KeyMissing, WrongPassphrase
from checkin_app.runtime.lanes import Done, Result, Troubled
from checkin_app.ui import words
from checkin_app.ui.shell.trouble import TroubleWindow
from checkin_app.ui.shell.unlocking import UnlockActions, UnlockWindow

SECRET = "correct horse"


@pytest.fixture(autouse=True)
def _english() -> None:
    words.speak("en")


@pytest.fixture
def asked() -> list[tuple[str, Callable[[Result[None]], None]]]:
    return []


@pytest.fixture
def window(qtbot: QtBot, asked: list[tuple[str, Callable[[Result[None]], None]]]) -> UnlockWindow:
    made = UnlockWindow(UnlockActions(lambda phrase, reply: asked.append((phrase, reply))))
    qtbot.addWidget(made)
    made.show()
    return made


def type_in(window: UnlockWindow, text: str) -> None:
    window.passphrase.set_text(text)
    window.passphrase.edited.emit(text)


def test_the_passphrase_is_never_shown_and_asked_once_at_a_time(window: UnlockWindow, asked: list) -> None:
    assert window.passphrase.line.echoMode() is QLineEdit.EchoMode.Password
    assert not window.go.isEnabled()
    type_in(window, SECRET)
    for _ in range(3):
        window.go.click()
    assert [phrase for phrase, _ in asked] == [SECRET]
    window.close()  # half a proof is none
    assert window.isVisible()


def test_a_wrong_one_is_said_beside_its_field_and_can_be_typed_again(
    window: UnlockWindow, asked: list, qtbot: QtBot
) -> None:
    type_in(window, "wrong")
    window.go.click()
    asked[0][1](Troubled(WrongPassphrase()))
    assert "not the passphrase" in window.passphrase._hint.text()
    type_in(window, SECRET)
    window.go.click()
    with qtbot.waitSignal(window.ended) as ended:
        asked[1][1](Done(None))
    assert ended.args == [True]
    assert not window.isVisible()
    assert window.passphrase.text() == ""


@pytest.mark.parametrize("unlockable", [True, False])
def test_trouble_that_the_passphrase_may_mend_offers_to_type_it(qtbot: QtBot, *, unlockable: bool) -> None:
    trouble = TroubleWindow(KeyMissing(folder="/站"), unlockable=unlockable)
    qtbot.addWidget(trouble)
    trouble.show()
    assert trouble.unlock.isVisible() is unlockable
    trouble.close()


# ---- with a real store


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A station whose keys are gone from this computer."""
    keys = tmp_path / "keys"
    monkeypatch.setenv("CHECKIN_KEYS_DIR", str(keys))
    stations.new_station(tmp_path / "station", "gstf-2024", "Desk 3", SECRET)
    shutil.rmtree(keys)
    yield tmp_path / "station"


def lead(application: QApplication, texts: list[str]) -> QTimer:
    """Type one text after the other into the window that is open, as soon as it takes one; then leave it."""

    def press() -> None:
        for window in application.topLevelWidgets():
            if isinstance(window, UnlockWindow) and window.isVisible() and not window._working:
                if texts:
                    type_in(window, texts.pop(0))
                    window.go.click()
                else:
                    window.close()

    timer = QTimer()
    timer.timeout.connect(press)
    timer.start(20)
    return timer


def test_the_right_passphrase_opens_the_station_again(dressed: QApplication, locked: Path) -> None:
    with pytest.raises(KeyMissing):
        stations.opened(locked)
    timer, faults = lead(dressed, ["wrong passphrase", SECRET]), []
    assert run_unlock(locked, faults.append)
    timer.stop()
    assert not faults
    with stations.open_station(locked) as opened:
        assert opened.station.name == "Desk 3"


def test_a_wrong_one_leaves_everything_as_it_was(dressed: QApplication, locked: Path) -> None:
    timer = lead(dressed, ["wrong passphrase"])
    assert not run_unlock(locked, lambda _fault: None)
    timer.stop()
    with pytest.raises(KeyMissing):
        stations.opened(locked)
