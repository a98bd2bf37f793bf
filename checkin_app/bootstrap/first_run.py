"""The first run joined to what makes a station: asked before there is one."""

import contextlib
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from checkin_app.bootstrap import station
from checkin_app.bootstrap.home import Home
from checkin_app.bootstrap.verbs import on
from checkin_app.devices.scanner import Scanner
from checkin_app.domain.details import Entry, Expected
from checkin_app.domain.forum import Forum
from checkin_app.domain.problems import FieldInvalid, FileNotWritable, PrinterMissing
from checkin_app.files.forum_file import forum_bytes, forum_names, parse_forum
from checkin_app.runtime import settings as choices
from checkin_app.runtime.lanes import Lane
from checkin_app.runtime.paths import StationFolder
from checkin_app.runtime.settings import PrinterKind, Settings, host_and_port
from checkin_app.ui.first_run.actions import FirstRunActions
from checkin_app.ui.first_run.window import FirstRunWindow
from printing.drivers import system_queues
from printing.printers import printer_from

_CLOSING_SECONDS = 10.0


def run_first(folder: Path, application: QApplication, report: Callable[[BaseException], object]) -> bool:
    """Lead a person from nothing to a station in `folder`; return whether there is one now."""
    home, loop = Home(), QEventLoop()
    with contextlib.ExitStack() as held:
        held.callback(home.end)
        lane = Lane("first run", home.deliver, report)
        held.callback(lane.close, _CLOSING_SECONDS)
        window = FirstRunWindow(first_run_actions(folder, lane))
        held.callback(window.deleteLater)
        scanner = Scanner()
        scanner.scanned.connect(lambda scan: window.scan(scan.candidates))
        held.callback(scanner.stop)
        window.ended.connect(lambda _through: loop.quit())
        scanner.start(application)
        window.showMaximized()
        loop.exec()
        window.close()
    return station.exists(folder)


def first_run_actions(folder: Path, lane: Lane) -> FirstRunActions:
    """Return what the first run may ask for, each on `lane`."""

    def start(forum: str, name: str, passphrase: str) -> None:
        station.new_station(folder, forum, name, passphrase)

    def keep(settings: Settings) -> None:
        _keep(StationFolder(folder).settings, settings)

    return FirstRunActions(
        forums=forum_names(),
        read_forum=on(lane, _read),
        start=on(lane, start),
        queues=on(lane, _queues),
        check_printer=on(lane, _check),
        keep=on(lane, keep),
    )


def _read(source: str) -> Forum:
    return parse_forum(forum_bytes(source), Path(source).name)


def _queues() -> Sequence[str]:
    return system_queues().queues()


def _check(settings: Settings) -> None:
    for each in settings.printers:
        if each.kind is PrinterKind.NETWORK and host_and_port(each.target) is None:
            raise FieldInvalid(field=Entry.PRINTER, value=each.target, expected=Expected.TARGET)
        printer = printer_from(each)
        if each.kind is PrinterKind.FILE:
            _check_folder(Path(printer.address))
        elif each.kind is PrinterKind.QUEUE and printer.address not in _queues():
            raise PrinterMissing(printer=each.name)


def _check_folder(folder: Path) -> None:
    """Make the folder and try a file in it: rights alone do not tell what a network drive takes."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise FileNotWritable(file=str(folder), detail=error.strerror or "") from error


def _keep(file: Path, settings: Settings) -> None:
    try:
        choices.save(file, settings)
    except OSError as error:
        raise FileNotWritable(file=str(file), detail=error.strerror or "") from error
