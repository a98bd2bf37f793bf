"""Bringing a backup back by a window: which, what becomes of what is here, and what came of it in words."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from checkin_app.bootstrap import mending
from checkin_app.bootstrap import station as stations
from checkin_app.bootstrap import window as application_window
from checkin_app.bootstrap.home import Home
from checkin_app.bootstrap.mending import restore_actions, run_restore
from checkin_app.domain.ids import Instant
from checkin_app.domain.problems import BackupUnfit, StoreCorrupt, StoreLocked
from checkin_app.runtime.instance import sole_instance
from checkin_app.runtime.lanes import Done, Fault, Lane, Result, Troubled
from checkin_app.services.ports.upkeep import BackupFile, Holding, Restored
from checkin_app.ui import words
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.shell.restoring import RestoreActions, RestoreWindow
from checkin_app.ui.shell.trouble import TroubleWindow

BACKUPS = [BackupFile(f"/backups/{number}.db", Instant(1_790_000_000_000 + number), 3_000_000) for number in (3, 2, 1)]
WHOLE = Restored("/backups/3.db", "/station/replaced/0001", 7, Holding(), ())


@pytest.fixture(autouse=True)
def _english() -> None:
    words.speak("en")


class Asked:
    """Remembers what was asked for and answers when told to."""

    def __init__(self) -> None:
        self.chosen: list[str] = []
        self._reply: Callable[[Result[Restored]], None] = lambda _result: None

    def restore(self, _meant: Meant, chosen: str, reply: Callable[[Result[Restored]], None]) -> None:
        self.chosen.append(chosen)
        self._reply = reply

    def answer(self, result: Result[Restored]) -> None:
        self._reply(result)


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def window(qtbot, asked: Asked) -> RestoreWindow:
    made = RestoreWindow(RestoreActions(lambda: BACKUPS, asked.restore))
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_backup_written_last_is_offered_and_older_ones_can_be_chosen(
    hold, window: RestoreWindow, asked: Asked
) -> None:
    assert "1 of 3" in window.detail.text()
    assert not window.newer.isEnabled()
    window.older.click()
    window.older.click()
    assert not window.older.isEnabled()
    window.newer.click()
    hold(window.go)
    assert asked.chosen == ["/backups/2.db"]


def test_a_click_restores_nothing(qtbot, window: RestoreWindow, asked: Asked) -> None:
    qtbot.mouseClick(window.go, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(window.go, Qt.MouseButton.LeftButton)
    qtbot.keyClick(window.go, Qt.Key.Key_Return)
    assert asked.chosen == []


def test_while_a_backup_is_on_its_way_nothing_is_asked_twice_and_the_window_stays(
    hold, qtbot, window: RestoreWindow, asked: Asked
) -> None:
    hold(window.go)
    window.go.meant.emit(Meant("again"))
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    window.close()
    assert window.isVisible()
    assert len(asked.chosen) == 1
    asked.answer(Done(WHOLE))
    window.close()
    assert not window.isVisible()


def test_what_came_of_it_is_said_and_the_way_on_is_one_button(hold, qtbot, window: RestoreWindow, asked: Asked) -> None:
    hold(window.go)
    asked.answer(Done(WHOLE))
    said = window.text.text()
    assert "added from what was here: 7" in bidi.plain(said)
    assert "replaced/0001" in said
    assert "Nothing that was recorded here is missing" in said
    with qtbot.waitSignal(window.ended) as ended:
        window.go.click()
    assert ended.args == [True]
    assert asked.chosen == ["/backups/3.db"]


def test_enter_goes_on_once_it_is_back_and_does_nothing_before(
    hold, qtbot, window: RestoreWindow, asked: Asked
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Return)
    assert window.isVisible()
    hold(window.go)
    asked.answer(Done(WHOLE))
    with qtbot.waitSignal(window.ended) as ended:
        qtbot.keyClick(window, Qt.Key.Key_Return)
    assert ended.args == [True]


def test_what_came_of_it_is_shown_whole(hold, qtbot, window: RestoreWindow, asked: Asked) -> None:
    hold(window.go)
    asked.answer(Done(Restored("/b", "/a/long/way/to/the/folder/replaced/0001", 37, Holding(missing=12), ("B", "C"))))
    qtbot.waitExposed(window)
    assert window.text.height() >= window.text.heightForWidth(window.text.width())


def test_the_path_of_what_is_kept_can_be_taken_to_another_window(hold, window: RestoreWindow, asked: Asked) -> None:
    assert not window.copy.isVisible()
    hold(window.go)
    asked.answer(Done(WHOLE))
    window.copy.click()
    assert QGuiApplication.clipboard().text() == WHOLE.aside


def test_what_is_missing_is_counted_and_who_may_have_it_is_named(hold, window: RestoreWindow, asked: Asked) -> None:
    hold(window.go)
    asked.answer(Done(Restored("/b", "", 0, Holding(missing=12), ("Desk B", "Desk C"))))
    said = window.text.text()
    assert "missing still: 12" in bidi.plain(said)
    assert "Desk B" in said
    assert "Nothing that was recorded here is missing" not in said


def test_where_nothing_can_tell_it_is_not_said_that_all_is_there(hold, window: RestoreWindow, asked: Asked) -> None:
    hold(window.go)
    asked.answer(Done(Restored("/b", "", 0, Holding(witnessed=False), ())))
    assert "cannot be told" in window.text.text()
    assert "Nothing that was recorded here is missing" not in window.text.text()


@pytest.mark.parametrize("result", [Troubled(BackupUnfit(file="3.db", detail="damaged")), Fault(ValueError())])
def test_a_backup_that_cannot_be_used_is_said_and_another_can_be_chosen(
    hold, qtbot, window: RestoreWindow, asked: Asked, result: Result[Restored]
) -> None:
    hold(window.go)
    asked.answer(result)
    assert window.text.text()
    window.older.click()
    hold(window.go)
    assert asked.chosen == ["/backups/3.db", "/backups/2.db"]
    asked.answer(result)
    with qtbot.waitSignal(window.ended) as ended:
        window.close()
    assert ended.args == [False]


def test_without_a_backup_nothing_can_be_pressed_but_leaving(qtbot, asked: Asked) -> None:
    window = RestoreWindow(RestoreActions(list, asked.restore))
    qtbot.addWidget(window)
    window.show()
    assert not window.go.isVisible()
    assert not window.which.isVisible()
    assert window.leave.isVisible()
    window.close()


def test_trouble_that_a_backup_may_mend_offers_one(qtbot) -> None:
    for restorable in (True, False):
        trouble = TroubleWindow(StoreCorrupt(folder="/站", detail="pages"), restorable=restorable)
        qtbot.addWidget(trouble)
        trouble.show()
        assert trouble.restore.isVisible() is restorable
        trouble.close()


# ---- with a real store


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "station"
    stations.new_station(place, "gstf-2024", "Desk 3", "")
    with closing(stations.opened(place).store) as store:
        store.backup()
    yield place


def test_a_damaged_store_is_brought_back_by_the_window(hold, qtbot, folder: Path) -> None:
    (folder / "station.db").write_bytes(b"scribbled over")
    home, faults = Home(), []
    lane = Lane("restore", home.deliver, faults.append)
    window = RestoreWindow(restore_actions(folder, lane))
    qtbot.addWidget(window)
    window.show()
    hold(window.go)
    qtbot.waitUntil(lambda: window.go.text() == "Go on with check-in", timeout=20_000)
    window.close()
    lane.close(5)
    assert not faults
    with stations.open_station(folder) as opened:
        assert opened.station.name == "Desk 3"
    assert (folder / "replaced" / "0001" / "station.db").read_bytes() == b"scribbled over"


def test_a_store_that_is_open_elsewhere_is_left_alone(hold, qtbot, folder: Path) -> None:
    home = Home()
    lane = Lane("restore", home.deliver, lambda _fault: None)
    window = RestoreWindow(restore_actions(folder, lane))
    qtbot.addWidget(window)
    window.show()
    with sole_instance(folder):
        hold(window.go)
        said = " ".join(words.problem(StoreLocked(folder=str(folder))))
        qtbot.waitUntil(lambda: window.text.text() == said, timeout=20_000)
    window.close()
    lane.close(5)


def test_run_restore_says_whether_a_backup_was_brought_back(qtbot, folder: Path, monkeypatch) -> None:
    def leave(window: RestoreWindow) -> None:
        Home.deliver(homes[-1], window.close)

    homes: list[Home] = []
    made = Home.__init__

    def noted(home: Home, *arguments: object) -> None:
        made(home, *arguments)
        homes.append(home)

    monkeypatch.setattr(Home, "__init__", noted)
    monkeypatch.setattr(RestoreWindow, "show", leave)
    assert run_restore(folder, lambda _fault: None) is False


def test_the_application_offers_a_backup_where_the_store_is_gone_and_opens_what_was_brought_back(
    qtbot, folder: Path, monkeypatch
) -> None:
    steps: list[str] = []
    (folder / "station.db").unlink()

    def brought_back(place: Path, _report: object) -> bool:
        steps.append("restored")
        shutil.copy(next((place / "backups").glob("*.db")), place / "station.db")
        return True

    def opened(_application: object, place: Path, _language: str, _clock: object) -> int:
        steps.append("opened")
        with stations.open_station(place):
            return 0

    monkeypatch.setattr(application_window, "_run", opened)
    monkeypatch.setattr(
        application_window, "_show_trouble", lambda *_: steps.append("said") or application_window._restore
    )
    monkeypatch.setattr(mending, "run_restore", brought_back)
    assert application_window.run(folder) == 0
    assert steps == ["opened", "said", "restored", "opened"]
