"""A window that closes says once what is on this laptop alone, also where no other was ever met, and is silent once it is saved."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from checkin_app.bootstrap import station as stations
from checkin_app.bootstrap.application import StationApplication
from checkin_app.bootstrap.bringing import met
from checkin_app.bootstrap.window import new_application
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import CategoryId, DelegateId
from checkin_app.domain.sync.status import Reach, SyncStatus
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.people import Registered
from checkin_app.ui import words
from checkin_app.ui.inbox.screen import InboxScreen
from checkin_app.ui.inbox.state import Carrying
from checkin_app.ui.shell.leaving import READ

PATIENCE_MS = 60_000
pytestmark = pytest.mark.qt_log_ignore(
    "PulseAudio", "pulseaudio", "ALSA", "pipewire", "qt.multimedia", "propagateSizeHints", extend=True
)


class Desk:
    """A window on a station, and what is done in it."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self._faults: list[BaseException] = []
        self._qtbot = qtbot
        self.app = StationApplication(folder, self._faults.append)
        self.app.begin()
        self.app.window.show()

    @property
    def sync(self) -> SyncStatus:
        return self.app.health.watched.sync

    def until(self, **expected: object) -> None:
        """Wait until the top bar was told so."""

        def is_so() -> bool:
            return {name: getattr(self.sync, name) for name in expected} == expected

        self._qtbot.waitUntil(is_so, timeout=PATIENCE_MS)

    def register(self, name: str) -> None:
        done = list[Result[Registered]]()
        people = self.app.station.people
        write = people.register
        self.app.writer.submit(
            lambda: write(Delegate(DelegateId(""), name, category=CategoryId("delegate"))), done.append
        )
        self._qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE_MS)
        assert isinstance(done[0], Done)
        self.app._touched(done[0].value.changes)

    def close(self) -> bool:
        """Close the window as a person does, and return whether it closed."""
        return self.app.window.close()

    def save_on(self, stick: Path) -> None:
        screen = self.app.window.navigation.screen("inbox")
        assert isinstance(screen, InboxScreen)
        screen._carry(Carrying.SAVE, stick)
        self._qtbot.waitUntil(lambda: not screen._state.busy, timeout=PATIENCE_MS)

    def end(self) -> None:
        self.app.window.hide()
        self.app.close()
        delete(self.app.window)  # its timers would run on into other tests
        assert not self._faults, self._faults


OpenDesk = Callable[[Path], Desk]


@pytest.fixture
def desk_of(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenDesk]:
    """Return what opens the window of a new station; all of them are ended."""
    new_application()
    words.speak("en")
    opened = list[Desk]()

    def open_desk(folder: Path) -> Desk:
        opened.append(Desk(folder, qtbot))
        return opened[-1]

    stations.new_station(tmp_path / "here", "gstf-2024", "Desk 1", "")
    (tmp_path / "stick").mkdir()
    yield open_desk
    for each in opened:
        each.end()


def test_a_desk_that_is_alone_says_once_at_closing_what_is_only_there_and_is_silent_once_it_is_on_a_stick(
    desk_of: OpenDesk, tmp_path: Path
) -> None:
    desk = desk_of(tmp_path / "here")
    desk.register("林若溪")
    desk.until(reach=Reach.ALONE, only_here=3, on_stick=0)
    assert not desk.close()
    assert desk.app.window.navigation.open.key == "inbox"
    assert "3 entries exist on this laptop alone" in desk.app.window.over.notice.words()
    desk.save_on(tmp_path / "stick")
    desk.until(only_here=3, on_stick=3)
    desk.app._leaving._said = None  # the minute in which closing again is meant has passed
    assert desk.close()


def test_what_is_recorded_after_the_stick_is_said_and_what_was_saved_is_not_asked_for_again(
    desk_of: OpenDesk, tmp_path: Path
) -> None:
    desk = desk_of(tmp_path / "here")
    desk.register("林若溪")
    desk.save_on(tmp_path / "stick")
    desk.until(only_here=3, on_stick=3)
    desk.register("周明轩")
    desk.until(only_here=4, on_stick=3)
    assert not desk.close()
    assert "4 entries are on no other laptop. 1 of them is on no stick either." in desk.app.window.over.notice.words()
    assert not desk.close(), "nobody has read it yet"
    desk.app._leaving._clock = lambda: time.monotonic() + READ
    assert desk.close(), "closed once more, it is left here"


def test_what_was_recorded_just_now_is_said_by_a_window_that_is_closed_at_once(
    desk_of: OpenDesk, tmp_path: Path
) -> None:
    desk = desk_of(tmp_path / "here")
    desk._qtbot.waitUntil(lambda: not desk.app.busy, timeout=PATIENCE_MS)
    desk.app._rounds.stop()  # nobody looks every few seconds
    desk.register("林若溪")
    desk.until(only_here=3)
    desk.save_on(tmp_path / "stick")
    desk.until(on_stick=3)
    desk.register("周明轩")
    desk.until(only_here=4)
    assert not desk.close()


def test_a_desk_in_which_nothing_was_done_closes_at_once(desk_of: OpenDesk, tmp_path: Path) -> None:
    desk = desk_of(tmp_path / "here")
    desk.app.health.ask()
    desk._qtbot.waitUntil(lambda: not desk.app.busy, timeout=PATIENCE_MS)
    assert desk.sync == SyncStatus()
    assert desk.close()


def test_a_desk_that_meets_others_by_folders_alone_says_what_they_lack(
    desk_of: OpenDesk, new_other: Callable[[Desk], None], tmp_path: Path
) -> None:
    desk = desk_of(tmp_path / "here")
    new_other(desk)
    desk.app.health.ask()
    desk.until(reach=Reach.CARRIED, only_here=0)
    desk.register("林若溪")
    desk.until(reach=Reach.CARRIED, only_here=1)
    assert not desk.close()
    assert "1 entry exists on this laptop alone" in desk.app.window.over.notice.words()


@pytest.fixture
def new_other(tmp_path: Path) -> Callable[[Desk], None]:
    """Return what lets a desk meet another laptop's folder."""

    def meet(desk: Desk) -> None:
        stations.new_station(tmp_path / "there", "gstf-2024", "Bay 8", "")
        with stations.open_station(tmp_path / "there") as other:
            met(tmp_path / "here", desk.app.station, tmp_path / "there", other)

    return meet
