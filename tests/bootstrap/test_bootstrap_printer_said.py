"""The top bar and the page of printers say the same of a printer, also of one that nobody has printed at yet."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from checkin_app.bootstrap import printer_check
from checkin_app.bootstrap import station as stations
from checkin_app.bootstrap.application import StationApplication
from checkin_app.bootstrap.window import new_application
from checkin_app.runtime.paths import StationFolder
from checkin_app.runtime.settings import PrinterKind, PrinterSettings, Settings, save
from checkin_app.ui import words
from checkin_app.ui.printers.screen import PrintersScreen

PATIENCE_MS = 60_000
pytestmark = pytest.mark.qt_log_ignore(
    "PulseAudio", "pulseaudio", "ALSA", "pipewire", "qt.multimedia", "propagateSizeHints", extend=True
)
OpenDesk = Callable[[], StationApplication]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The folder that is the only printer."""
    return tmp_path / "out"


@pytest.fixture
def open_desk(qtbot: QtBot, tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenDesk]:
    monkeypatch.setattr(printer_check, "found", lambda: ())  # tests look into no network
    new_application()
    words.speak("en")
    stations.new_station(tmp_path / "here", "gstf-2024", "Desk 1", "")
    printer = PrinterSettings("Out", PrinterKind.FILE, str(out))
    save(StationFolder(tmp_path / "here").settings, Settings(printers=(printer,)))
    faults, opened = list[BaseException](), list[StationApplication]()

    def made() -> StationApplication:
        opened.append(StationApplication(tmp_path / "here", faults.append))
        opened[-1].begin()
        opened[-1].window.show()
        return opened[-1]

    yield made
    for each in opened:
        each.window.hide()
        each.close()
        delete(each.window)  # its timers would run on into other tests
    assert not faults, faults


def test_one_that_could_not_print_is_said_before_the_first_badge(open_desk: OpenDesk, out: Path, qtbot: QtBot) -> None:
    out.write_text("in the way")
    desk = open_desk()
    qtbot.waitUntil(lambda: "cannot be written" in desk.health.watched.printer_trouble, timeout=PATIENCE_MS)
    out.unlink()
    desk.press_room.look_at_once()
    qtbot.waitUntil(lambda: not desk.health.watched.printer_trouble, timeout=PATIENCE_MS)


def test_what_the_page_hears_stands_in_the_top_bar_too(open_desk: OpenDesk, out: Path, qtbot: QtBot) -> None:
    desk = open_desk()
    page = desk.window.navigation.screen("printers")
    assert isinstance(page, PrintersScreen)
    page.shown()
    qtbot.waitUntil(lambda: "Out" in page._state.healths, timeout=PATIENCE_MS)
    assert desk.health.watched.printer_trouble == ""
    assert not any(out.iterdir())
    out.rmdir()
    out.write_text("in the way")
    page.shown()
    qtbot.waitUntil(lambda: "cannot be written" in desk.health.watched.printer_trouble, timeout=PATIENCE_MS)
    assert page._state.healths["Out"].problem is not None
