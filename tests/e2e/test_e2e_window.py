"""The window on a real store: every scan is decided, in order, whatever else is going on."""

import gc
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from pathlib import Path

import pytest
from e2e_laptop import ROOT
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMessageBox
from shiboken6 import delete

from checkin_app.bootstrap import station as stations
from checkin_app.bootstrap.application import StationApplication
from checkin_app.bootstrap.noticing import Noticing
from checkin_app.bootstrap.window import new_application
from checkin_app.demo import story as told
from checkin_app.demo.story import Story, StoryClock
from checkin_app.domain.buses import Bus
from checkin_app.domain.changes import EVERYTHING, Changed, ChangeSet
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import BusCode, CategoryId, CheckpointId, DelegateId, RouteId, bus_checkpoint
from checkin_app.domain.jobs import JobState
from checkin_app.domain.problems import DiskFull, StoreCorrupt
from checkin_app.domain.programme import EntryWritten, Part, lines_of, values_of
from checkin_app.domain.registers import Registers
from checkin_app.domain.rehearsal import part_of_the_forum
from checkin_app.runtime.lanes import Troubled
from checkin_app.runtime.settings import PrinterKind, PrinterSettings, load
from checkin_app.services.badges import code_of
from checkin_app.services.proving import ProvingAhead
from checkin_app.ui import words
from checkin_app.ui.desk.screen import DeskScreen
from checkin_app.ui.door.screen import DoorScreen
from checkin_app.ui.record.screen import RecordScreen
from checkin_app.ui.settings.screen import SettingsScreen
from checkin_app.ui.shell.navigation import Navigation
from checkin_app.ui.shell.screen import Destination
from db.queries import StoreQueries
from db.store import Store
from db.unit import Unit

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "PulseAudio", "qt.multimedia", "pipewire")
PATIENCE_MS = 60_000
#: Widgets that are made in one turn of the event loop: 214 of them took 28 ms on a busy machine, of 50 that nobody notices.
MOST_WIDGETS = 230


class Booth:
    """A desk on the first morning of the demonstration, and a scanner at it."""

    def __init__(self, desk: StationApplication, story: Story, qtbot) -> None:
        self.desk, self.story, self.qtbot = desk, story, qtbot
        self.people = [card for card in story.cards() if not card.movements.presences]
        self._now = 1000

    def scan(self, code: str, window=None) -> None:
        """Send the keys of a scanner to a window, three milliseconds apart."""
        handle = (window or self.desk.window).windowHandle()
        for character in f"{code}\r":
            self._now += 3
            key = Qt.Key.Key_Return if character == "\r" else Qt.Key(ord(character))
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, 0, 0, 0, character)
                event.setTimestamp(self._now)
                QCoreApplication.sendEvent(handle, event)
        self._now += 1000

    def reasons(self) -> list[str]:
        """Return what this laptop has recorded, oldest first."""
        recent = self.desk.station.queries.recent_scans(500)
        return [scan.decision.reason.value for scan in reversed(recent)]

    def until(self, *reasons: str) -> None:
        self.qtbot.waitUntil(lambda: self.reasons()[-len(reasons) :] == list(reasons), timeout=PATIENCE_MS)

    @property
    def screen(self) -> DeskScreen:
        return self.desk.window.findChild(DeskScreen)

    @property
    def seen(self) -> bool:
        """Whether the screens have heard of all that others wrote, and of the part of the forum that it is."""
        noticed, station = self.desk.noticing, self.desk.station
        part = part_of_the_forum(station.forum, station.clock())
        return not self.desk.busy and (noticed.others, noticed.counted_in) == (station.queries.others(), part)

    def panel(self):
        return self.screen.panel.verdict.view


@pytest.fixture
def booth(qtbot, tmp_path: Path) -> Iterator[Booth]:
    new_application()
    words.speak("en")
    clock = StoryClock.put(told.FIRST_DAY)
    opened = told.begin(tmp_path / "station", clock, "Desk 3")
    Story(opened.station, clock).take_in_the_list()
    opened.store.close()
    faults: list[BaseException] = []
    desk = StationApplication(tmp_path / "station", faults.append, clock)
    desk.begin()
    desk.choose(told.OPENING)
    desk.window.show()
    yield Booth(desk, Story(desk.station, clock), qtbot)
    desk.window.close()
    desk.close()
    delete(desk.window)  # its timers would run on into other tests
    assert not faults, faults


def test_a_scan_becomes_a_verdict_that_is_written(booth: Booth) -> None:
    booth.scan(booth.story.code(booth.people[0]))
    booth.until("admitted")
    booth.qtbot.waitUntil(lambda: booth.panel() is not None and booth.panel().word == "GO", timeout=PATIENCE_MS)


def test_open_screens_take_a_forum_that_was_changed_elsewhere_and_keep_what_is_typed(booth: Booth, tmp_path) -> None:
    desk, window, screens = booth.desk, booth.desk.window, booth.desk.window.navigation
    for key in screens.entries:
        screens.screen(key)
    window.go_to(Destination("walk_in"))
    walk_in = screens.screen("walk_in")
    name = next(each for each in walk_in.findChildren(QLineEdit) if each.isVisible())
    QTest.keyClicks(name, "Guest")
    former = desk.station.forum
    with stations.open_station(tmp_path / "station", desk.station.clock) as other:
        lines = lines_of(other.forum, Part.SESSION, str(told.OPENING)) | {"name.en": "Grand opening", "starts": "09:05"}
        other.programme.change(
            EntryWritten(Part.SESSION, str(told.OPENING), values_of(Part.SESSION, lines, other.forum.languages))
        )
    desk.noticing.look()
    booth.qtbot.waitUntil(lambda: "Grand opening" in window.bar._context.accessibleName(), timeout=PATIENCE_MS)
    booth.qtbot.waitUntil(lambda: not desk.busy, timeout=PATIENCE_MS)
    assert name.text() == "Guest"
    assert former != desk.station.forum
    holders = [each for each in gc.get_objects() if isinstance(each, QObject) and former in vars_of(each)]
    assert not holders


def vars_of(thing: object) -> list[object]:
    """Return what an object, and what is a value in it, holds by name."""
    held = list(vars(thing).values())
    inner = [getattr(each, "__dataclass_fields__", None) and each for each in held]
    return [*held, *(getattr(each, name, None) for each in inner if each for name in each.__dataclass_fields__)]


def test_badges_are_read_through_what_the_scanner_adds_which_is_said_once_and_shown_until_it_ends(booth: Booth) -> None:
    window, health = booth.desk.window, booth.desk.health
    frames = ("]Q1{0}", "\\000026{0}", "~{0}", "QR:{0}", "{0}.", "{0}{0}")
    for place, (frame, card) in enumerate(zip(frames, booth.people, strict=False), 1):
        booth.scan(frame.format(booth.story.code(card)))
        booth.until(*["admitted"] * place)
        booth.qtbot.waitUntil(lambda: not booth.desk.busy, timeout=PATIENCE_MS)
        assert health.watched.added is not None
        assert window.over.notice.isHidden() is (place > 1)
    health.ask()
    booth.qtbot.waitUntil(lambda: not booth.desk.busy, timeout=PATIENCE_MS)
    assert health.watched.added is not None
    booth.scan(booth.story.code(booth.people[-1]))
    booth.until(*["admitted"] * (len(frames) + 1))
    booth.qtbot.waitUntil(lambda: health.watched.added is None, timeout=PATIENCE_MS)


def test_a_desk_is_busy_from_a_scan_until_all_that_follows_is_shown(booth: Booth) -> None:
    booth.qtbot.waitUntil(lambda: not booth.desk.busy, timeout=PATIENCE_MS)
    booth.desk.window.scan((booth.story.code(booth.people[0]),))
    assert booth.desk.busy
    booth.qtbot.waitUntil(lambda: not booth.desk.busy, timeout=PATIENCE_MS)
    assert booth.panel().word == "GO"
    assert [scan.decision.reason.value for scan in booth.screen.state.recent] == ["admitted"]


def test_a_scan_is_decided_while_a_dialog_is_open_and_answers_nothing_in_it(booth: Booth) -> None:
    dialog = QMessageBox(QMessageBox.Icon.Question, "Delete", "Delete all?", parent=booth.desk.window)
    dialog.addButton(QMessageBox.StandardButton.Yes)
    dialog.addButton(QMessageBox.StandardButton.No)
    dialog.open()
    booth.scan(booth.story.code(booth.people[0]), dialog)
    booth.until("admitted")
    assert dialog.isVisible()
    dialog.close()


def test_scans_that_come_while_one_is_being_decided_wait_their_turn(booth: Booth) -> None:
    """Another process keeps the store; ten people are scanned meanwhile, and none is lost."""
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with booth.desk._opened.store.unit():
            held.set()
            done.wait(PATIENCE_MS / 1000)

    holder = threading.Thread(target=hold)
    holder.start()
    assert held.wait(PATIENCE_MS / 1000)
    codes = [booth.story.code(card) for card in booth.people[:10]]
    for code in [*codes, codes[0]]:
        booth.scan(code)
    assert booth.reasons() == []
    done.set()
    holder.join()
    booth.until(*["admitted"] * 10, "already_in")


def test_a_full_disk_is_not_decided_and_nobody_is_let_in_on_it(booth: Booth, monkeypatch, expect_log) -> None:
    def full(*_arguments: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patched:
        patched.setattr(Unit, "commit", full)
        booth.scan(booth.story.code(booth.people[0]))
        booth.qtbot.waitUntil(
            lambda: booth.panel() is not None and booth.panel().word == "NOT DECIDED", timeout=PATIENCE_MS
        )
    assert booth.reasons() == []
    booth.scan(booth.story.code(booth.people[0]))
    booth.until("admitted")


def test_a_clock_that_jumps_back_a_day_loses_nothing_and_admits_nobody_twice(booth: Booth) -> None:
    code = booth.story.code(booth.people[0])
    booth.scan(code)
    booth.until("admitted")
    booth.story.clock.pass_by(-86_400)
    booth.scan(booth.story.code(booth.people[1]))
    booth.until("admitted", "admitted")  # the day before is no day of the forum: a rehearsal
    booth.story.clock.pass_by(86_400)
    booth.scan(code)
    booth.until("admitted", "admitted", "already_in")


def test_what_this_window_wrote_is_heard_once_and_by_what_it_changed(booth: Booth, monkeypatch) -> None:
    booth.qtbot.waitUntil(lambda: booth.seen, timeout=PATIENCE_MS)
    heard: list[ChangeSet] = []
    monkeypatch.setattr(booth.desk.window, "changed", heard.append)
    booth.desk.noticing = Noticing(booth.desk.station, booth.desk.reader, heard.append)
    booth.scan(booth.story.code(booth.people[0]))
    booth.until("admitted")
    booth.qtbot.waitUntil(lambda: not booth.desk.busy, timeout=PATIENCE_MS)
    booth.desk.noticing.look()
    booth.qtbot.waitUntil(lambda: not booth.desk.busy, timeout=PATIENCE_MS)
    assert heard == [frozenset({Changed.SCANS, Changed.PRESENCES})]


def test_what_another_process_writes_reaches_the_screen(booth: Booth) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "checkin_app",
            "scan",
            "--checkpoint",
            "opening",
            "--data",
            str(booth.desk._folder.settings.parent),
        ],
        cwd=ROOT,
        input=booth.story.code(booth.people[0]).encode() + b"\n",
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    booth.qtbot.waitUntil(lambda: len(booth.screen._state.recent) == 1, timeout=PATIENCE_MS)


def test_undo_takes_the_last_scan_back(booth: Booth) -> None:
    booth.scan(booth.story.code(booth.people[0]))
    booth.until("admitted")
    booth.desk.window.router.undo()
    who = booth.people[0].delegate.id
    booth.qtbot.waitUntil(lambda: not booth.desk.station.queries.card(who).movements.presences, timeout=PATIENCE_MS)


def test_a_first_badge_asked_for_at_the_desk_is_printed_and_a_missing_printer_is_said(booth: Booth, tmp_path) -> None:
    in_the_way = tmp_path / "no folder"
    in_the_way.write_text("")
    missing = PrinterSettings(name="Ghost", kind=PrinterKind.FILE, target=str(in_the_way / "printed"))
    booth.desk.settings.current = replace(booth.desk.settings.current, printers=(missing,))
    asked: list[object] = []
    booth.desk.window._actions.badges.print(booth.people[0].delegate.id, "Ghost", asked.append)
    states = booth.desk.station.queries.jobs
    booth.qtbot.waitUntil(lambda: [job.state for job in states(5)] == ["failed_safe"], timeout=PATIENCE_MS)
    booth.qtbot.waitUntil(lambda: "folder" in booth.desk.health.watched.printer_trouble, timeout=PATIENCE_MS)
    in_the_way.unlink()
    booth.desk.window._actions.badges.settle(states(1)[0].id, JobState.QUEUED, asked.append)
    booth.qtbot.waitUntil(lambda: [job.state for job in states(5)] == ["confirmed"], timeout=PATIENCE_MS)
    booth.qtbot.waitUntil(lambda: not booth.desk.health.watched.printer_trouble, timeout=PATIENCE_MS)


def test_a_letter_that_no_font_has_is_named_and_the_printer_stays_ready(booth: Booth, tmp_path: Path) -> None:
    label = PrinterSettings(name="Label", kind=PrinterKind.FILE, target=str(tmp_path / "printed"))
    booth.desk.settings.current = replace(booth.desk.settings.current, printers=(label,))
    people = booth.desk.station.people
    who = people.register(Delegate(DelegateId(""), "\U00020bb7田", category=CategoryId("delegate"))).delegate
    station = booth.desk.station
    booth.scan(code_of(station.signer, station.forum.id, who.id, 1))

    def footer() -> str:
        view = booth.screen._words.view(booth.screen.state, booth.screen.now()).print
        return f"{view.short} {view.line}" if view else ""

    booth.qtbot.waitUntil(lambda: "U+20BB7" in footer(), timeout=PATIENCE_MS)
    assert "cannot be printed" in footer()
    assert "\U00020bb7田" in footer()
    assert booth.desk.health.watched.printer_trouble == ""
    booth.desk.window._actions.persons.amend(who.id, {"name": "吉田"}, Registers({}), lambda _amended: None)
    booth.qtbot.waitUntil(lambda: "is printed" in footer(), timeout=PATIENCE_MS)


@contextmanager
def _desk_with(folder: Path, settings: str) -> Iterator[StationApplication]:
    new_application()
    told.begin(folder, StoryClock.put(told.FIRST_DAY), "Desk 3").store.close()
    (folder / "settings.toml").write_text(settings, "utf-8")
    desk = StationApplication(folder, lambda _fault: None, StoryClock.put(told.FIRST_DAY))
    try:
        desk.begin()
        yield desk
    finally:
        desk.window.close()
        desk.close()


@pytest.mark.parametrize(
    ("printer", "said"),
    [
        ('kind = "escpos"\ntarget = "192.0.2.1"', "queue, file, network, ipp"),
        ('kind = "network"\ntarget = "192.0.2.1:99999"', "from 1 to 65535"),
    ],
)
def test_a_mistyped_printer_is_said_at_the_start_and_costs_no_other(
    qtbot, tmp_path: Path, expect_log, printer: str, said: str
) -> None:
    expect_log("settings")
    good = '[[printers]]\nname = "Office"\nkind = "queue"\ntarget = "office"\n'
    with _desk_with(tmp_path / "station", f'[[printers]]\nname = "Label"\n{printer}\n{good}sound = yes\n') as desk:
        assert said in desk.window.over.notice.words()
        assert "an entry of a TOML file" in desk.window.over.notice.words()
        assert desk.health.watched.printer == "Office"


def test_names_changed_in_the_settings_are_the_names_shown(qtbot, tmp_path: Path) -> None:
    settings = (
        'station_name = "Window desk"\nroom = "No such hall"\nprinter = "Blue"\n'
        '[[printers]]\nname = "Red"\nkind = "queue"\ntarget = "office"\n'
        '[[printers]]\nname = "Blue"\nkind = "queue"\ntarget = "office"\n'
    )
    with _desk_with(tmp_path / "station", settings) as desk:
        shown = " ".join(each.accessibleName() for each in desk.window.bar.findChildren(QAbstractButton))
        assert "Window desk" in shown
        assert "Desk 3" not in shown
        assert desk.window._context.telling().stations == {desk.station.station.id: "Window desk"}
        assert desk.health.watched.printer == "Blue"


def test_answers_under_way_while_it_closes_reach_no_window_that_is_gone(booth: Booth) -> None:
    """Asked last of all: they come home after the fixture has closed the desk and deleted its window."""
    for _ in range(20):
        booth.desk.health.ask()
        booth.desk.window._actions.persons.find("a", lambda _found: booth.desk.window.windowTitle())


def test_a_store_that_can_no_longer_be_read_does_not_look_like_an_empty_one(booth: Booth) -> None:
    booth.desk.health.hear(Troubled(StoreCorrupt(folder="/tmp/station", detail="malformed")))
    assert "damaged" in booth.desk.window.over.notice.words()


def test_both_languages_stand_on_the_panel_and_turn_while_it_runs(booth: Booth) -> None:
    booth.scan(booth.story.code(booth.people[0]))
    booth.qtbot.waitUntil(lambda: booth.panel() is not None and booth.panel().word == "GO", timeout=PATIENCE_MS)
    booth.desk.window.choices.speak("zh")
    assert (booth.panel().word, booth.panel().second_word) == ("放行", "GO")
    booth.desk.window.choices.speak("en")


def test_the_clock_moves_the_laptop_on_when_its_session_is_over(booth: Booth) -> None:
    booth.story.clock.move_to(told.FIRST_DAY.replace(hour=13, minute=45))  # session 1 opens at 13:30
    booth.desk.picking.pick()
    assert booth.desk.window.router.checkpoint is None  # the next is held in another hall: a person has to say
    assert booth.screen.panel.ready._title == "No session is open here now"
    assert booth.desk.settings.current.checkpoint == ""  # what was chosen in the morning is not chosen for ever
    booth.desk.settings.current = replace(booth.desk.settings.current, room="")
    booth.desk.picking.pick()
    assert booth.desk.window.router.checkpoint == "session-1"
    assert "Thematic Session 1" in booth.desk.window.over.notice.words()


def test_a_choice_by_hand_can_be_handed_back_to_room_and_clock(booth: Booth) -> None:
    booth.desk.choose(CheckpointId("welcome-dinner"))
    assert (booth.desk.window.router.checkpoint, booth.desk.settings.current.checkpoint) == (
        CheckpointId("welcome-dinner"),
    ) * 2
    booth.desk.settings.current = replace(booth.desk.settings.current, room="")
    booth.desk.window._actions.scans.follow_clock(lambda _result: None)
    assert booth.desk.window.router.checkpoint == told.OPENING
    assert booth.desk.settings.current.checkpoint == ""


def test_the_settings_screen_moves_the_laptop_to_its_room_at_once_and_keeps_it(booth: Booth) -> None:
    booth.desk.choose(CheckpointId("welcome-dinner"))
    window = booth.desk.window
    window.go_to(Destination("settings"))
    settings = window.navigation.screen("settings")
    assert isinstance(settings, SettingsScreen)
    settings.panel.chosen.emit(("room", ""))
    assert window.router.checkpoint == told.OPENING
    kept, _ = load(booth.desk._folder.settings)
    assert (kept.room, kept.checkpoint) == ("", "")


def test_the_morning_after_the_desk_checks_what_is_on_and_not_what_was_chosen_the_day_before(booth: Booth) -> None:
    booth.desk.settings.current = replace(booth.desk.settings.current, room="")
    booth.story.clock.move_to(told.FIRST_DAY.replace(hour=8) + timedelta(days=1))
    booth.desk.picking.pick()
    session = booth.desk.station.forum.session(booth.desk.window.router.checkpoint)
    assert session is None or session.opens_at > booth.desk.station.forum.session(told.OPENING).closes_at


def test_a_laptop_left_on_over_midnight_counts_anew_before_the_first_guest(booth: Booth) -> None:
    for guest in booth.people[:2]:
        booth.scan(booth.story.code(guest))
    booth.qtbot.waitUntil(lambda: booth.screen.state.accepted_today == 2 and booth.seen, timeout=PATIENCE_MS)
    booth.story.clock.move_to(told.FIRST_DAY + timedelta(days=1))
    booth.qtbot.waitUntil(lambda: booth.screen.state.accepted_today == 0, timeout=PATIENCE_MS)


def test_the_figures_of_a_practice_go_from_the_screen_when_the_forum_s_doors_open(booth: Booth) -> None:
    code, practising = BusCode("9-1"), told.FIRST_DAY.replace(hour=7, minute=30) - timedelta(days=1)
    booth.story.clock.move_to(practising)
    dispatch = booth.desk.station.dispatch
    dispatch.add_bus(Bus(code, RouteId("1"), licensed_seats=9, usable_seats=9))
    dispatch.open_doors(code)
    dispatch.assign(booth.people[0].delegate.id, code)
    booth.desk.choose(bus_checkpoint(code))
    booth.desk.window.go_to(Destination("door"))
    booth.scan(booth.story.code(booth.people[0]))
    door = booth.desk.window.findChild(DoorScreen)

    def aboard() -> int | None:
        return door._state.count.aboard if door._state.count else None

    booth.qtbot.waitUntil(lambda: aboard() == 1 and booth.seen, timeout=PATIENCE_MS)
    for moment in (practising + timedelta(days=1), told.FIRST_DAY):
        booth.story.clock.move_to(moment)
        figure = next(each.aboard for each in booth.desk.station.buses() if each.bus.code == code)
        booth.qtbot.waitUntil(lambda figure=figure: aboard() == figure and booth.seen, timeout=PATIENCE_MS)
    assert aboard() == 0


def test_what_scans_ask_for_is_read_ahead_to_the_end_once_the_desk_is_calm(
    booth: Booth, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_ahead, more = Store.read_ahead, []

    def heard(store: Store) -> bool:
        more.append(read_ahead(store))
        return more[-1]

    monkeypatch.setattr(Store, "read_ahead", heard)
    booth.qtbot.waitUntil(lambda: False in more, timeout=PATIENCE_MS)
    assert True in more
    booth.scan(booth.story.code(booth.people[0]))
    booth.until("admitted")


def test_no_turn_makes_more_than_a_part_of_a_screen_once_the_desk_is_calm(
    booth: Booth, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_next, made = Navigation.make_next, []
    parts: Counter[str] = Counter()

    def heard(navigation: Navigation) -> bool:
        parts.update(islice((each for each in navigation.entries if each not in navigation._made), 1))
        before = len(QApplication.allWidgets())
        left = make_next(navigation)
        made.append(len(QApplication.allWidgets()) - before)
        return left

    monkeypatch.setattr(Navigation, "make_next", heard)
    navigation = booth.desk.window.navigation
    booth.qtbot.waitUntil(lambda: len([*navigation]) == len(navigation.entries), timeout=PATIENCE_MS)
    assert max(made) <= MOST_WIDGETS
    # Any other is made in one turn, and takes its place among the others in the next.
    assert {key for key, turns in parts.items() if turns > 2} == {"people", "record", "printers", "templates"}
    booth.scan(booth.story.code(booth.people[0]))
    booth.until("admitted")


def test_badges_of_this_station_are_proven_to_the_end_once_the_desk_is_calm(
    booth: Booth, monkeypatch: pytest.MonkeyPatch
) -> None:
    step, more = ProvingAhead.step, []

    def heard(ahead: ProvingAhead) -> bool:
        more.append(step(ahead))
        return more[-1]

    monkeypatch.setattr(ProvingAhead, "step", heard)
    booth.qtbot.waitUntil(lambda: False in more, timeout=PATIENCE_MS)
    assert len(booth.desk.station.scanning.proving._proven) >= len(booth.people)
    booth.scan(booth.story.code(booth.people[0]))
    booth.until("admitted")


def test_what_the_lists_of_buses_rest_on_is_counted_once_the_desk_is_calm(
    booth: Booth, monkeypatch: pytest.MonkeyPatch
) -> None:
    count_ahead, counted = StoreQueries.count_ahead, []

    def heard(queries: StoreQueries) -> None:
        count_ahead(queries)
        counted.append(True)

    monkeypatch.setattr(StoreQueries, "count_ahead", heard)
    booth.qtbot.waitUntil(lambda: bool(counted) and not booth.desk.busy, timeout=PATIENCE_MS)


def test_a_misspelt_name_is_put_right_and_its_badge_replaced_in_four_acts(booth: Booth, tmp_path: Path) -> None:
    label = PrinterSettings(name="Label", kind=PrinterKind.FILE, target=str(tmp_path / "printed"))
    booth.desk.settings.current = replace(booth.desk.settings.current, printers=(label,))
    queries, who = booth.desk.station.queries, booth.people[0].delegate.id

    def settled() -> None:
        booth.qtbot.waitUntil(lambda: not booth.desk.busy, timeout=PATIENCE_MS)

    booth.scan(booth.story.code(booth.people[0]))  # first act; it prints the badge that turns out to be wrong
    booth.until("admitted")
    booth.qtbot.waitUntil(lambda: [job.state for job in queries.jobs(5)] == ["confirmed"], timeout=PATIENCE_MS)
    settled()
    booth.qtbot.keyClick(booth.screen, Qt.Key.Key_F3)  # second
    record = booth.desk.window.findChild(RecordScreen)
    booth.qtbot.waitUntil(lambda: record.panel.renew.isEnabled() and record.panel.renew.settled, timeout=PATIENCE_MS)
    booth.qtbot.keyClicks(record.panel.fields["name"].line, "Odile Marchetti")  # third: it was selected whole
    QTest.mousePress(record.panel.renew, Qt.MouseButton.LeftButton)  # fourth: held until it is full
    booth.qtbot.waitUntil(lambda: queries.card(who).badge.current == 2, timeout=PATIENCE_MS)
    QTest.mouseRelease(record.panel.renew, Qt.MouseButton.LeftButton)
    booth.qtbot.waitUntil(lambda: {job.state for job in queries.jobs(5)} == {"confirmed"}, timeout=PATIENCE_MS)
    assert queries.card(who).delegate.name == "Odile Marchetti"
    assert [(each.kind, each.reason) for each in queries.record(who).changes][-1] == ("badge.replaced", "details_wrong")
    settled()


_BEGINNING_MS = 1_000_000


class Acts(QObject):
    """Counts what a person does at a window: each key by itself, but what is typed in one go once, and a hold once."""

    def __init__(self, window) -> None:
        super().__init__()
        self.handle, self.done, self.now = window.windowHandle(), [], _BEGINNING_MS
        self.begun = time.monotonic()
        self.handle.installEventFilter(self)

    @property
    def seconds(self) -> float:
        """How long all of it takes: the hand's time for the keys, and what the person waited for the application."""
        return (self.now - _BEGINNING_MS) / 1000 + time.monotonic() - self.begun

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
            typed = plain and event.text().isprintable() and bool(event.text())
            if not (typed and self.done and self.done[-1] == "typed"):
                self.done.append("typed" if typed else Qt.Key(event.key()).name)
        return False

    def key(self, key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, text: str = "") -> None:
        self._send(QEvent.Type.KeyPress, key, with_, text)

    def release(self, key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, text: str = "") -> None:
        self._send(QEvent.Type.KeyRelease, key, with_, text)

    def type(self, text: str) -> None:
        """Type as a hurried person does, five keys a second."""
        for each in text:
            shift = Qt.KeyboardModifier.ShiftModifier if each.isupper() else Qt.KeyboardModifier.NoModifier
            self.key(Qt.Key(ord(each.upper())), shift, each)
            self.release(Qt.Key(ord(each.upper())), shift, each)

    def _send(self, kind: QEvent.Type, key: Qt.Key, with_: Qt.KeyboardModifier, text: str) -> None:
        self.now += 100
        event = QKeyEvent(kind, key, with_, 0, 0, 0, text)
        event.setTimestamp(self.now)
        QCoreApplication.sendEvent(self.handle, event)


@pytest.mark.performance
def test_from_the_opened_window_a_misspelt_name_is_corrected_and_its_badge_replaced_in_six_acts_and_20_seconds(
    booth: Booth, tmp_path: Path
) -> None:
    label = PrinterSettings(name="Label", kind=PrinterKind.FILE, target=str(tmp_path / "printed"))
    booth.desk.settings.current = replace(booth.desk.settings.current, printers=(label,))
    station = booth.desk.station
    who = station.people.register(Delegate(DelegateId(""), "Odlie Marchetti", category=CategoryId("delegate"))).delegate
    station.badges.print(who.id, "Label")
    booth.desk.press_room.wake()
    booth.qtbot.waitUntil(lambda: {job.state for job in station.queries.jobs(5)} == {"confirmed"}, timeout=PATIENCE_MS)
    booth.desk._changed(EVERYTHING)
    window = booth.desk.window
    window.activateWindow()
    booth.qtbot.waitUntil(lambda: not booth.desk.busy and window.isActiveWindow(), timeout=PATIENCE_MS)
    acts = Acts(window)
    acts.key(Qt.Key.Key_F2)
    find = window.navigation.screen("find")
    booth.qtbot.waitUntil(find.isVisible, timeout=PATIENCE_MS)
    acts.type("marchetti")
    booth.qtbot.waitUntil(lambda: find._state.chosen == who.id, timeout=PATIENCE_MS)
    acts.key(Qt.Key.Key_F3)
    booth.qtbot.waitUntil(lambda: window.findChild(RecordScreen) is not None, timeout=PATIENCE_MS)
    record = window.findChild(RecordScreen)
    name = record.panel.fields["name"].line
    booth.qtbot.waitUntil(lambda: name.hasSelectedText() and name.hasFocus(), timeout=PATIENCE_MS)
    acts.type("Odile Marchetti")
    renew = record.panel.renew
    booth.qtbot.waitUntil(lambda: renew.isEnabled() and renew.settled, timeout=PATIENCE_MS)
    acts.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    booth.qtbot.waitUntil(lambda: station.queries.card(who.id).badge.current == 2, timeout=PATIENCE_MS)
    acts.release(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    booth.qtbot.waitUntil(lambda: [job.state for job in station.queries.jobs(1)] == ["confirmed"], timeout=PATIENCE_MS)
    assert station.queries.card(who.id).delegate.name == "Odile Marchetti"
    assert acts.done == ["Key_F2", "typed", "Key_F3", "typed", "Key_P"]
    assert len(acts.done) <= 6
    assert acts.seconds < 20
    booth.qtbot.waitUntil(lambda: not booth.desk.busy, timeout=PATIENCE_MS)
