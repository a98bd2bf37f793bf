"""The top bar and the page of printers say the same of a printer, also of one that nobody has printed at yet."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from checkin_app.bootstrap import printer_check
from checkin_app.bootstrap import station as stations
from checkin_app.bootstrap.application import StationApplication
from checkin_app.bootstrap.window import new_application
from checkin_app.domain.forum import OwnTemplate
from checkin_app.runtime.lanes import Done
from checkin_app.runtime.paths import StationFolder
from checkin_app.runtime.settings import PrinterKind, PrinterSettings, Settings, save
from checkin_app.ui import words
from checkin_app.ui.printers.screen import PrintersScreen
from printing.looks import OURS

PATIENCE_MS = 60_000
pytestmark = pytest.mark.qt_log_ignore(
    "PulseAudio", "pulseaudio", "ALSA", "pipewire", "qt.multimedia", "propagateSizeHints", extend=True
)
OpenDesk = Callable[[], StationApplication]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The folder that is the printer which badges go to."""
    return tmp_path / "out"


@pytest.fixture
def open_desk(qtbot: QtBot, tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenDesk]:
    monkeypatch.setattr(printer_check, "found", lambda: ())  # tests look into no network
    new_application()
    words.speak("en")
    stations.new_station(tmp_path / "here", "gstf-2024", "Desk 1", "")
    printers = [PrinterSettings(name, PrinterKind.FILE, str(tmp_path / name.lower())) for name in ("Out", "Other")]
    save(StationFolder(tmp_path / "here").settings, Settings(printers=tuple(printers)))
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
    qtbot.waitUntil(out.is_dir, timeout=PATIENCE_MS)  # the first question, which is not the page's
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


def test_another_one_that_badges_are_to_go_to_is_asked_at_once(
    open_desk: OpenDesk, out: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "other").write_text("in the way")
    desk = open_desk()
    qtbot.waitUntil(out.is_dir, timeout=PATIENCE_MS)  # the one that badges go to was asked
    assert desk.health.watched.printer_trouble == ""
    screen = desk.window.navigation.screen("settings")
    screen.settings_chosen.emit(replace(desk.settings.current, printer="Other"))
    qtbot.waitUntil(lambda: "cannot be written" in desk.health.watched.printer_trouble, timeout=PATIENCE_MS)


def test_a_forum_by_whose_template_no_badge_of_a_printer_can_be_drawn_any_more_is_heard_of(
    open_desk: OpenDesk, out: Path, qtbot: QtBot
) -> None:
    desk = open_desk()
    qtbot.waitUntil(out.is_dir, timeout=PATIENCE_MS)
    forum, settings = desk.station.forum, desk.settings
    ours = OwnTemplate("ours", OURS.text("a6"))
    desk._forum_came(Done(replace(forum, templates=(*forum.templates, ours))))
    made = tuple(replace(each, template="ours") for each in settings.current.printers)
    desk.window.navigation.screen("settings").settings_chosen.emit(replace(settings.current, printers=made))
    qtbot.waitUntil(lambda: not desk.busy, timeout=PATIENCE_MS)
    assert desk.health.watched.printer_trouble == ""
    desk._forum_came(Done(forum))
    qtbot.waitUntil(lambda: "ours" in desk.health.watched.printer_trouble, timeout=PATIENCE_MS)
