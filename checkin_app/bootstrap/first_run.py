"""The first run joined to what makes a station: asked before there is one."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from checkin_app.bootstrap import printer_check, printer_places, station
from checkin_app.bootstrap.home import Home
from checkin_app.bootstrap.joining_in import join_actions
from checkin_app.bootstrap.verbs import on
from checkin_app.devices.scanner import Scanner
from checkin_app.domain.forum import Forum
from checkin_app.domain.problems import FileNotWritable
from checkin_app.files.forum_file import forum_bytes, forum_names, parse_forum
from checkin_app.runtime import settings as choices
from checkin_app.runtime.bounded import read_bounded
from checkin_app.runtime.lanes import Deliver, Lane
from checkin_app.runtime.paths import StationFolder
from checkin_app.runtime.settings import Settings
from checkin_app.runtime.whole_file import taking_place
from checkin_app.ui.first_run.actions import FirstRunActions
from checkin_app.ui.first_run.state import Entered
from checkin_app.ui.first_run.window import FirstRunWindow

_CLOSING_SECONDS = 10.0
_LONGEST_ENTERED = 64_000


def run_first(folder: Path, application: QApplication, report: Callable[[BaseException], object]) -> bool:
    """Lead a person from nothing to a station in `folder`; return whether it came to its end."""
    home, loop, through = Home(), QEventLoop(), list[bool]()
    with contextlib.ExitStack() as held:
        held.callback(home.end)
        lane = Lane("first run", home.deliver, report)
        held.callback(lane.close, _CLOSING_SECONDS)
        window = FirstRunWindow(first_run_actions(folder, lane, home.deliver))
        held.callback(window.deleteLater)
        scanner = Scanner()
        scanner.scanned.connect(lambda scan: window.scan(scan.candidates))
        held.callback(scanner.stop)
        window.ended.connect(lambda ended: through.append(bool(ended)))
        window.ended.connect(lambda _ended: loop.quit())
        scanner.start(application)
        window.showMaximized()
        loop.exec()
        window.close()
    return any(through)


def is_under_way(folder: Path) -> bool:
    """Return whether a laptop that joins the others was closed half way: its station is there, and not all that they know."""
    entered = _entered(folder)
    return entered is not None and entered.joins and entered.made


def first_run_actions(folder: Path, lane: Lane, deliver: Deliver) -> FirstRunActions:
    """Return what the first run may ask for, each on `lane`."""
    places = StationFolder(folder)

    def start(forum: str, name: str, passphrase: str) -> None:
        station.new_station(folder, forum, name, passphrase)

    def check(settings: Settings) -> None:
        printer_check.check_printers(settings.printers)
        printer_places.met_anew(settings.printers)

    def keep(settings: Settings) -> None:
        _keep(places.settings, settings)
        places.first_run.unlink(missing_ok=True)

    return FirstRunActions(
        forums=forum_names(),
        read_forum=on(lane, _read),
        start=on(lane, start),
        joining=join_actions(folder, lane, deliver),
        queues=on(lane, printer_check.queues),
        check_printer=on(lane, check),
        keep=on(lane, keep),
        keep_entered=on(lane, partial(_keep_entered, places.first_run)),
        entered=on(lane, partial(_entered, folder)),
    )


def _read(source: str) -> Forum:
    return parse_forum(forum_bytes(source), Path(source).name)


def _keep(file: Path, settings: Settings) -> None:
    try:
        choices.save(file, settings)
    except OSError as error:
        raise FileNotWritable(file=str(file), detail=error.strerror or "") from error


def _keep_entered(file: Path, entered: Entered) -> None:
    """Write down what was entered; a folder that takes nothing yet is said where the station is made."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with taking_place(file) as stream:
            stream.write(msgspec.json.encode(entered))


def _entered(folder: Path) -> Entered | None:
    """Return what was kept; of a file that anybody changed, nothing."""
    try:
        entered = msgspec.json.decode(read_bounded(StationFolder(folder).first_run, _LONGEST_ENTERED), type=Entered)
    except (OSError, msgspec.DecodeError):
        return None
    return replace(entered, made=station.exists(folder))
