"""The first run joined to the store: what it makes is a station that opens, and only then."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.bootstrap import station
from checkin_app.bootstrap.first_run import first_run_actions, run_first
from checkin_app.bootstrap.home import Home
from checkin_app.domain.problems import FieldInvalid, FileNotWritable, ForumFileMissing
from checkin_app.runtime import settings as choices
from checkin_app.runtime.lanes import Done, Lane, Troubled
from checkin_app.runtime.paths import StationFolder
from checkin_app.runtime.settings import PrinterKind, PrinterSettings, Settings
from checkin_app.ui.first_run.actions import FirstRunActions
from checkin_app.ui.first_run.state import Entered, Step
from checkin_app.ui.first_run.window import FirstRunWindow

Ask = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "station"


@pytest.fixture
def actions(dressed: QApplication, folder: Path) -> Iterator[FirstRunActions]:
    home = Home()
    faults: list[BaseException] = []
    lane = Lane("first run", home.deliver, faults.append)
    yield first_run_actions(folder, lane, home.deliver)
    assert lane.close(10.0)
    assert not faults


@pytest.fixture
def ask(qtbot: QtBot) -> Ask:
    """Return what an action answers."""

    def wait(action: Callable[..., None], *arguments: Any) -> Any:
        answers: list[Any] = []
        action(*arguments, answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
        return answers[0]

    return wait


def test_a_station_is_made_that_opens_and_keeps_its_settings(actions: FirstRunActions, ask: Ask, folder: Path) -> None:
    assert not station.exists(folder)
    forum = ask(actions.read_forum, actions.forums[0])
    assert isinstance(forum, Done)
    assert isinstance(ask(actions.start, actions.forums[0], "Desk 3", ""), Done)
    assert station.exists(folder)
    wanted = Settings(language="zh", station_name="Desk 3")
    assert isinstance(ask(actions.keep, wanted), Done)
    assert choices.load(StationFolder(folder).settings) == (wanted, ())
    with station.open_station(folder) as opened:
        assert opened.forum.id == forum.value.id
        assert opened.station.name == "Desk 3"


def test_a_file_that_is_not_there_is_trouble_and_makes_nothing(
    actions: FirstRunActions, ask: Ask, folder: Path
) -> None:
    read = ask(actions.read_forum, "/nowhere/own.toml")
    started = ask(actions.start, "/nowhere/own.toml", "Desk 3", "")
    for result in (read, started):
        assert isinstance(result, Troubled)
        assert isinstance(result.problem, ForumFileMissing)
    assert not station.exists(folder)


def printing(kind: PrinterKind, target: str) -> Settings:
    return Settings(printers=(PrinterSettings("P", kind, target),))


def test_a_folder_for_badges_is_made_and_tried(actions: FirstRunActions, ask: Ask, tmp_path: Path) -> None:
    assert isinstance(ask(actions.check_printer, printing(PrinterKind.FILE, str(tmp_path / "a" / "b"))), Done)
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "file").write_text("not a folder")
    refused = ask(actions.check_printer, printing(PrinterKind.FILE, str(tmp_path / "file")))
    assert isinstance(refused, Troubled)
    assert isinstance(refused.problem, FileNotWritable)


def test_an_address_that_is_none_is_refused(actions: FirstRunActions, ask: Ask) -> None:
    assert isinstance(ask(actions.check_printer, printing(PrinterKind.NETWORK, "192.168.1.50")), Done)
    refused = ask(actions.check_printer, printing(PrinterKind.NETWORK, "printer:nine"))
    assert isinstance(refused, Troubled)
    assert isinstance(refused.problem, FieldInvalid)


def test_a_person_is_led_from_nothing_to_a_station(dressed: QApplication, folder: Path) -> None:
    def lead() -> None:
        window = next(each for each in dressed.topLevelWidgets() if isinstance(each, FirstRunWindow))
        if window.state.step is Step.NAME and not window.state.name:
            window.panel.name.name.set_text("Desk 3")
            window.panel.name.edited.emit()
        if window.state.step is Step.WAY and not window.state.source:
            window.panel.way.begin.button.click()
        if window.state.step is Step.EVENT and window.state.forum is None and not window.state.busy:
            window.panel.event_page.own.button.click()
        window.proceed()

    leading = QTimer()
    leading.timeout.connect(lead)
    leading.start(20)
    faults: list[BaseException] = []
    assert run_first(folder, dressed, faults.append)
    leading.stop()
    assert not faults
    assert choices.load(StationFolder(folder).settings)[0].station_name == "Desk 3"


def test_what_was_entered_is_given_back_until_there_is_a_station(
    actions: FirstRunActions, ask: Ask, folder: Path
) -> None:
    assert ask(actions.entered) == Done(None)
    kept = Entered(Step.NAME, "zh", "gstf-2024", "一号台", "file", "/srv/badges")
    ask(actions.keep_entered, kept)
    assert ask(actions.entered) == Done(kept)
    assert not station.exists(folder)
    assert isinstance(ask(actions.start, actions.forums[0], "Desk 3", ""), Done)
    ask(actions.keep, Settings())
    assert ask(actions.entered) == Done(None)


@pytest.mark.parametrize("content", [b"", b"[]", b'{"step": "elsewhere"}', b'{"name": 3}', b"\xff", b"[" * 10_000])
def test_of_a_file_that_anybody_changed_nothing_is_taken(
    actions: FirstRunActions, ask: Ask, folder: Path, content: bytes
) -> None:
    folder.mkdir()
    StationFolder(folder).first_run.write_bytes(content)
    assert ask(actions.entered) == Done(None)


def test_a_window_closed_too_early_leaves_no_station(dressed: QApplication, folder: Path) -> None:
    def close() -> None:
        for each in dressed.topLevelWidgets():
            if isinstance(each, FirstRunWindow):
                each.close()

    QTimer.singleShot(50, close)
    assert not run_first(folder, dressed, lambda _fault: None)
    assert not station.exists(folder)
