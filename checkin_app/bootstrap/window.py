"""The application with its window: opened, wired, kept going, shut down in order."""

import contextlib
import logging
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QLoggingCategory, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from checkin_app import __version__
from checkin_app.bootstrap import station as stations
from checkin_app.bootstrap.actions import Backend, actions
from checkin_app.bootstrap.home import Home
from checkin_app.bootstrap.messages import qt_message
from checkin_app.bootstrap.picking import Picking
from checkin_app.bootstrap.press_room import PressLanes, PressRoom
from checkin_app.bootstrap.screens import entries, make_ready
from checkin_app.devices.environment import has_display, prepare
from checkin_app.devices.scanner import Scanner
from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.ids import CheckpointId
from checkin_app.domain.problems import ChainBroken, FactsMissing, NoDisplay, Problem, StoreCorrupt, StoreMissing
from checkin_app.domain.rehearsal import part_of_the_forum
from checkin_app.runtime import settings as choices
from checkin_app.runtime.crash import CrashReport, CrashReports
from checkin_app.runtime.drafts import Drafts
from checkin_app.runtime.errands import Errands
from checkin_app.runtime.instance import sole_instance
from checkin_app.runtime.interpreter import set_aside, share_the_lock
from checkin_app.runtime.lanes import Done, Lane, Result, Troubled
from checkin_app.runtime.logs import Plain, logging_to
from checkin_app.runtime.paths import StationFolder
from checkin_app.runtime.settings import Settings
from checkin_app.services.ports.transactions import Clock
from checkin_app.services.ports.upkeep import Health
from checkin_app.ui import theme, words, words_notices, words_speech
from checkin_app.ui.shell.actions import StationContext
from checkin_app.ui.shell.health import ScannerState, Watched
from checkin_app.ui.shell.trouble import TroubleWindow
from checkin_app.ui.shell.window import MainWindow
from db.journal import now

log = logging.getLogger(__name__)

_LOOK_MS = 1000
_HEALTH_MS = 5000
_BACKUP_MS = 10 * 60 * 1000
_PICK_MS = 15_000
#: After the start, when the first guests can be scanned and nobody waits for anything.
_CALM_MS = 1500
_CLOSING_SECONDS = 10.0
_WITHOUT_SCREEN = frozenset({"offscreen", "minimal"})
#: What the window's loop ends with where a backup is to be brought back.
_TO_RESTORE = 75
#: Trouble at the opening that a backup may mend.
_RESTORABLE = (StoreCorrupt, ChainBroken, StoreMissing)
_EVERYTHING: ChangeSet = frozenset(Changed)


class StationApplication:
    """One opened station with its lanes, its window and its scanner."""

    def __init__(self, folder: Path, report: Callable[[BaseException], object], clock: Clock = now) -> None:
        self._file = StationFolder(folder).settings
        self._settings, mistakes = choices.load(self._file)
        self._mistakes = mistakes
        for mistake in mistakes:
            log.warning("settings: %s expected %s", Plain(mistake.entry), Plain(mistake.expected))
        self._home = Home()
        self._report = report
        self._lanes: list[Lane] = []
        self._opened = stations.opened(folder, clock, self._badge_printer)
        self.station = self._opened.station
        self.writer, self.reader, self.papers = self._lane("writer"), self._lane("reader"), self._lane("papers")
        self.slow, self.lists = self._lane("slow"), self._lane("lists")
        self.errands = Errands(self._home.deliver, self.writer.waiting)
        self.press_room = PressRoom(
            self.station, self._printers, PressLanes(self.reader, self.writer, self._lane), self._jobs_moved, report
        )
        named = self._settings.station_name or self.station.station.name
        self._context = StationContext(self.station.forum, replace(self.station.station, name=named))
        self.scanner = Scanner()
        self.picking = Picking(self.station, lambda: self.window, lambda: self._settings, self._change_settings)
        self.window = self._new_window()
        self._version = self.station.queries.data_version()
        self._counted_in = part_of_the_forum(self.station.forum, self.station.clock())
        self._watched = Watched(rehearsal=self.station.rehearsing())
        self._timers = [
            self._every(_LOOK_MS, self._look),
            self._every(_HEALTH_MS, self._ask_health),
            self._every(_BACKUP_MS, self._back_up),
            self._every(_PICK_MS, self.picking.pick),
            self._once(_CALM_MS, lambda: self.papers.submit(make_ready, lambda _ready: self._make_screens())),
        ]

    def begin(self) -> None:
        """Show the window and listen."""
        self.picking.pick(aloud=False)
        self.scanner.scanned.connect(lambda scan: self.window.scan(scan.candidates))
        self.scanner.hearing_changed.connect(lambda _heard: self._show_watched())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.scanner.start(application)
        self.press_room.begin()
        self._tell_mistakes()
        self._tell_losses()
        self._ask_health()
        self._show_watched()
        share_the_lock()
        set_aside()

    def dress(self, language: str) -> None:
        """Speak `language`, else the one chosen last, else the forum's first; look as chosen last."""
        words.speak(words_speech.fitting(language or self._settings.language or self.station.forum.languages[0]))
        theme.use(theme.ThemeName(self._settings.theme), self._settings.text_size)
        self.window.retranslate()
        self.window.take_layout()

    def _tell_mistakes(self) -> None:
        """Say which settings were passed over: a printer mistyped must not be a printer gone in silence."""
        if self._mistakes:
            self.window.over.notice.say(words_notices.passed_over(self._mistakes))

    def _tell_losses(self) -> None:
        """Say what this store no longer holds before anybody is let in by it."""
        missing = self.station.upkeep.holding().missing
        if missing:
            self.window.over.notice.say(" ".join(words.problem(FactsMissing(missing=missing))))

    def tell_fault(self, report: CrashReport) -> None:
        """Say that something of ours broke; may be called from any thread."""
        self._home.deliver(lambda: self.window.over.notice.say(words_notices.fault(report.mark)))

    def close(self) -> None:
        """Shut down in order: devices, printers, papers, lists, reader, long writes, writer, store."""
        for timer in self._timers:
            timer.stop()
        self.scanner.stop()
        self.press_room.close()
        self.errands.stop_all()
        for lane in (self.papers, self.lists, self.reader, self.slow, self.writer):
            lane.close(_CLOSING_SECONDS)
        self._home.end()
        self._opened.store.close()

    @property
    def busy(self) -> bool:
        """Whether any lane has work, or an answer is on its way to the screens."""
        return any(lane.waiting() for lane in self._lanes) or self._home.expects

    # ---- wiring

    def _new_window(self) -> MainWindow:
        shop = Backend(
            station=self.station,
            writer=self.writer,
            reader=self.reader,
            papers=self.papers,
            slow=self.slow,
            lists=self.lists,
            errands=self.errands,
            press_room=self.press_room,
            settings=lambda: self._settings,
            change_settings=self._change_settings,
            choose_checkpoint=self.choose,
            follow_clock=self.picking.follow_clock,
            touched=self._touched,
        )
        made = actions(shop)
        drafts = Drafts(self._file.with_name("walk-in.draft"), self._opened.store.keys.database_key)
        return MainWindow(made, self._context, entries(shop, made, self._context, drafts))

    def _make_screens(self) -> None:
        """Make the screens that nobody has opened yet, one at a time: what happens meanwhile comes between."""
        if self.window.navigation.make_next():
            self._home.deliver(self._make_screens)

    def _lane(self, name: str) -> Lane:
        self._lanes.append(Lane(name, self._home.deliver, self._report))
        return self._lanes[-1]

    def _every(self, milliseconds: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer()
        timer.timeout.connect(then)
        timer.start(milliseconds)
        return timer

    def _once(self, milliseconds: int, then: Callable[[], None]) -> QTimer:
        timer = self._every(milliseconds, then)
        timer.setSingleShot(True)
        return timer

    def _printers(self) -> tuple[choices.PrinterSettings, ...]:
        return self._settings.printers

    def _badge_printer(self) -> str:
        return self._settings.badge_printer

    # ---- what changes while it runs

    def choose(self, checkpoint: CheckpointId) -> None:
        """Check what a person chose, until its session ends."""
        self.picking.choose(checkpoint)
        self._ask_scope()

    def _change_settings(self, settings: Settings) -> None:
        self._settings = settings
        try:
            choices.save(self._file, settings)
        except OSError as error:
            log.warning("settings were not saved: %s", Plain(type(error).__name__))

    def _touched(self, changes: ChangeSet) -> None:
        self.window.changed(changes)
        if Changed.JOBS in changes:
            self.press_room.wake()
        if Changed.BUSES in changes:
            self._ask_scope()

    def _jobs_moved(self) -> None:
        self.window.changed(frozenset({Changed.JOBS}))
        self._show_watched()

    def _look(self) -> None:
        """Notice what other processes wrote to the same folder, and that another day or session has begun."""
        counted_in = part_of_the_forum(self.station.forum, self.station.clock())
        if counted_in != self._counted_in:
            self._counted_in = counted_in
            self.window.changed(_EVERYTHING)
        self.reader.submit(self.station.queries.data_version, self._seen)

    def _seen(self, result: Result[int]) -> None:
        if isinstance(result, Done) and result.value != self._version:
            self._version = result.value
            self.window.changed(_EVERYTHING)

    def _ask_health(self) -> None:
        self.reader.submit(self.station.queries.health, self._healthy)
        self._ask_scope()

    def _ask_scope(self) -> None:
        """Ask whether scans are a rehearsal here and now; a bus under way has a scope of its own."""
        self.reader.submit(partial(self.station.rehearsing, self.window.router.checkpoint), self._scoped)

    def _scoped(self, result: Result[bool]) -> None:
        if isinstance(result, Done):
            self._watched = replace(self._watched, rehearsal=result.value)
            self._show_watched()

    def _healthy(self, result: Result[Health]) -> None:
        if isinstance(result, Done):
            health = result.value
            self._watched = replace(
                self._watched,
                only_here=health.only_here,
                clock_flagged=bool(health.flagged_clocks),
                unread=health.unknown_kinds,
                missing=health.missing,
                kept_out=health.kept_out,
            )
        elif isinstance(result, Troubled):
            # What cannot be read is left out of the screens; that must not look like an empty morning.
            self.window.over.notice.say(" ".join(words.problem(result.problem)))
        self._show_watched()

    def _show_watched(self) -> None:
        scanner = ScannerState.READY if self.scanner.heard else ScannerState.NOT_HEARD
        self._watched = replace(
            self._watched,
            scanner=scanner,
            printer=self._badge_printer(),
            printer_trouble=self._printer_trouble(),
            waiting=self.press_room.waiting(),
        )
        self.window.watch(self._watched)

    def _printer_trouble(self) -> str:
        trouble = self.press_room.trouble(self._badge_printer())
        # The sentence stands within another one.
        return words.problem(trouble)[0].rstrip(".。") if trouble else ""

    def _back_up(self) -> None:
        self.papers.submit(self.station.upkeep.backup, self._backed_up)

    def _backed_up(self, result: Result[object]) -> None:
        if not isinstance(result, Done):
            log.warning("no backup could be written")


def run(folder: Path, language: str = "", clock: Clock = now) -> int:
    """Open the application on a station's folder until its window is closed; return the exit code.

    Raises:
        StorageProblem: the folder cannot be used; a window has said so.
    """
    application = new_application()
    while True:
        try:
            code = _run(application, folder, language, clock)
        except Problem as problem:
            words.speak(words_speech.fitting(language))
            if not (_show_trouble(application, folder, problem) and _restore(folder)):
                raise
        else:
            if code != _TO_RESTORE:
                return code
            _restore(folder)


def _show_trouble(application: QApplication, folder: Path, problem: Problem) -> bool:
    """Wait until somebody has read it, and return whether they want a backup back.

    Where no screen is, the console says it alone.
    """
    if application.platformName() in _WITHOUT_SCREEN:
        return False
    # Not the application's own loop: with it, closing a window would end what is opened next.
    loop = QEventLoop()
    asked: list[bool] = []
    window = TroubleWindow(problem, restorable=isinstance(problem, _RESTORABLE) and bool(stations.backups(folder)))
    window.restore_asked.connect(lambda: asked.append(True))
    window.restore_asked.connect(window.close)
    window.closed.connect(loop.quit)
    window.show()
    loop.exec()
    window.deleteLater()
    return bool(asked)


def _log_fault(fault: BaseException) -> None:
    log.error("a fault of ours while a backup was restored: %s", Plain(type(fault).__name__))


def _run(application: QApplication, folder: Path, language: str, clock: Clock) -> int:
    with contextlib.ExitStack() as held:
        held.enter_context(sole_instance(folder))
        held.enter_context(logging_to(StationFolder(folder).log))
        qInstallMessageHandler(qt_message)
        held.callback(qInstallMessageHandler, None)
        told: list[StationApplication] = []
        reports = CrashReports(StationFolder(folder).crashes, __version__, lambda report: _show_report(report, told))
        held.enter_context(reports.watching())
        if not stations.exists(folder) and not stations.backups(folder):
            from checkin_app.bootstrap.first_run import run_first

            words.speak(words_speech.fitting(language))
            if not run_first(folder, application, reports.report):
                return 0
        desk = StationApplication(folder, reports.report, clock)
        held.callback(desk.close)
        told.append(desk)
        desk.dress(language)
        desk.begin()
        desk.window.showMaximized()
        desk.window.restore_asked.connect(lambda: application.exit(_TO_RESTORE))
        code = int(application.exec())
        if code == _TO_RESTORE:
            held.callback(desk.window.deleteLater)
            desk.window.hide()
        return code


def _restore(folder: Path) -> bool:
    from checkin_app.bootstrap.restoring import run_restore

    return run_restore(folder, _log_fault)


def new_application() -> QApplication:
    """Return the Qt application, dressed, in surroundings where every key of a scanner can be heard.

    Raises:
        NoDisplay: no window could be shown.
    """
    if not has_display(os.environ, sys.platform):
        raise NoDisplay
    prepare(os.environ)
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("checkin-app")
    application.setApplicationVersion(__version__)
    # FFmpeg's word on each library that this laptop lacks: none of them is needed for a verdict's sound.
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    theme.dress(application)
    return application


def _show_report(report: CrashReport, desks: Sequence[StationApplication]) -> None:
    log.error("a fault of ours, mark %s", Plain(report.mark))
    for desk in desks:
        desk.tell_fault(report)
