"""The application with its window: opened, wired, kept going, shut down in order."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from checkin_app.bootstrap import station as stations
from checkin_app.bootstrap.actions import actions
from checkin_app.bootstrap.backend import Backend
from checkin_app.bootstrap.backing_up import back_up
from checkin_app.bootstrap.calm import Ahead, Calm
from checkin_app.bootstrap.gathering import Gathering
from checkin_app.bootstrap.health_watch import HealthWatch, Observed
from checkin_app.bootstrap.home import Home
from checkin_app.bootstrap.hosted import Hosted
from checkin_app.bootstrap.noticing import Noticing
from checkin_app.bootstrap.own_hub import OwnHubKeeper
from checkin_app.bootstrap.picking import Picking
from checkin_app.bootstrap.press_room import PressLanes, PressRoom
from checkin_app.bootstrap.rounds import Rounds
from checkin_app.bootstrap.screens import KeptDrafts, entries
from checkin_app.bootstrap.together import Meeting, Together
from checkin_app.bootstrap.upgrading_shown import in_a_window
from checkin_app.devices.scanner import Scanner
from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import CheckpointId
from checkin_app.domain.jobs import may_come_out
from checkin_app.domain.problems import FactsMissing
from checkin_app.domain.sync.status import SyncStatus
from checkin_app.runtime import added_fonts
from checkin_app.runtime.crash import CrashReport
from checkin_app.runtime.drafts import Drafts
from checkin_app.runtime.errands import Errands
from checkin_app.runtime.interpreter import set_aside, share_the_lock
from checkin_app.runtime.kept_settings import KeptSettings
from checkin_app.runtime.lanes import Done, Lane, Result
from checkin_app.runtime.paths import StationFolder
from checkin_app.services.ports.printers import Outcome
from checkin_app.services.ports.transactions import Clock
from checkin_app.ui import theme, words, words_notices, words_speech
from checkin_app.ui.replies import told
from checkin_app.ui.sentences import sentence
from checkin_app.ui.shell.actions import StationContext
from checkin_app.ui.shell.leaving import Leaving
from checkin_app.ui.shell.screen import Destination
from checkin_app.ui.shell.window import MainWindow
from db.log.stamps import now

_LOOK_MS = 1000
_HEALTH_MS = 5000
_BACKUP_MS = 10 * 60 * 1000
_PICK_MS = 15_000
_PRINTERS_MS = 2000
#: After the start, when the first guests can be scanned and nobody waits for anything.
_CALM_MS = 1500
_CLOSING_SECONDS = 10.0


class StationApplication:
    """One opened station with its lanes, its window and its scanner."""

    def __init__(self, folder: Path, report: Callable[[BaseException], object], clock: Clock = now) -> None:
        self._folder = StationFolder(folder)
        self.settings = KeptSettings(self._folder.settings)
        self._home = Home()
        self._report = report
        self._lanes: list[Lane] = []
        self._opened = stations.opened(
            folder, clock, lambda: self.settings.current.badge_printer, in_a_window(self._dress_early, report)
        )
        self.station = self._opened.station
        added_fonts.use(folder)
        theme.load_added(added_fonts.files())
        self.writer, self.reader, self.papers = self._lane("writer"), self._lane("reader"), self._lane("papers")
        self.slow, self.lists = self._lane("slow"), self._lane("lists")
        self.errands = Errands(self._home.deliver, self.writer.waiting)
        lanes = PressLanes(self.reader, self.writer, self._lane, self._home.deliver)
        self.press_room = PressRoom(
            self.station, lambda: self.settings.current.printers, lanes, self._jobs_moved, report, self._spent
        )
        self.scanner = Scanner()
        self.picking = Picking(self.station, self.settings, lambda: self.window)
        self._gathering = Gathering(self._home.deliver, self._shown)
        hosted = Hosted(folder, self._opened, self._gathering.add)
        self.own_hub = OwnHubKeeper(hosted, self.settings, Lane("own hub", self._home.deliver, report))
        self.window = self._new_window()
        self.together = Together(Meeting(folder, self._opened, self._came, report), self.papers, self.own_hub.stands)
        observed = Observed(self.station, self.settings, self.scanner, self.press_room, self.together.status)
        self.health = HealthWatch(observed, self.reader, self.window)
        self._leaving = Leaving(self.window, lambda: self.health.watched.sync, self.window.navigation.keeps_open)
        self._leaving.held.connect(self._hold)
        self.noticing = Noticing(self.station, self.reader, self._changed)
        ahead = Ahead(self.writer, self.reader, self.papers)
        self._calm = Calm(self.station, self.window.navigation, self.scanner, ahead)
        self._rounds = Rounds()

    def begin(self) -> None:
        """Show the window and listen."""
        self.picking.pick(aloud=False)
        self.scanner.scanned.connect(lambda scan: self.window.scan(scan.candidates))
        self.window.router.read.connect(self.health.code_read)
        self.window.hands.hear_keys(lambda: self.scanner.pressed_at)
        self.window.hands.ask()
        self.scanner.hearing_changed.connect(lambda _heard: self.health.show())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.scanner.start(application)
        self.press_room.begin()
        self._tell_mistakes()
        self._tell_losses()
        self.health.ask()
        self.health.show()
        self._begin_rounds()
        share_the_lock()
        set_aside()

    def _dress_early(self) -> None:
        """Speak and look as chosen last, for what is shown before the store is open."""
        chosen = self.settings.current
        words.speak(words_speech.fitting(chosen.language))
        theme.use(theme.ThemeName(chosen.theme), chosen.text_size)

    def dress(self, language: str) -> None:
        """Speak `language`, else the one chosen last, else the forum's first; look as chosen last."""
        chosen = self.settings.current
        words.speak(words_speech.fitting(language or chosen.language or self.station.forum.languages[0]))
        theme.use(theme.ThemeName(chosen.theme), chosen.text_size)
        self.window.retranslate()
        self.window.take_layout()

    def tell_fault(self, report: CrashReport) -> None:
        """Say that something of ours broke; may be called from any thread."""
        self._home.deliver(lambda: self.window.over.notice.say(sentence(words_notices.fault, report.mark)))

    def close(self) -> None:
        """Shut down in order: devices, network, printers, papers, lists, reader, long writes, writer, store."""
        self._rounds.stop()
        self._calm.stop()
        self._gathering.stop()
        self.scanner.stop()
        self.together.close()
        self.own_hub.close(_CLOSING_SECONDS)
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

    def choose(self, checkpoint: CheckpointId) -> None:
        """Check what a person chose, until its session ends."""
        self.picking.choose(checkpoint)
        self.health.ask_scope()

    # ---- wiring

    def _new_window(self) -> MainWindow:
        backend = Backend(
            folder=self._folder.root,
            station=self.station,
            writer=self.writer,
            reader=self.reader,
            papers=self.papers,
            slow=self.slow,
            lists=self.lists,
            errands=self.errands,
            settings=self.settings,
            status=lambda: self.together.status(),  # noqa: PLW0108 - it is made after the window
            own_hub=self.own_hub,
            choose_checkpoint=self.choose,
            follow_clock=self.picking.follow_clock,
            printer_trouble=self.press_room.trouble,
            printer_told=self.press_room.told,
            printer_lane=self.press_room.lane,
            page_ahead=self.press_room.let_page_go_ahead,
            printers_changed=self._look_at_printers,
            touched=self._touched,
        )
        named = self.settings.current.station_name or self.station.station.name
        others = {str(each.id): each.name for each in self.station.queries.stations()}
        context = StationContext(self.station.in_force, replace(self.station.station, name=named), others)
        made = actions(backend)
        drafts = KeptDrafts(walk_in=self._drafts("walk-in"), record=self._drafts("record"))
        return MainWindow(made, context, entries(backend, made, context, drafts))

    def _drafts(self, form: str) -> Drafts:
        return Drafts(self._folder.settings.with_name(f"{form}.draft"), self._opened.store.keys.database_key)

    def _lane(self, name: str) -> Lane:
        self._lanes.append(Lane(name, self._home.deliver, self._report))
        return self._lanes[-1]

    def _begin_rounds(self) -> None:
        self._rounds.every(_LOOK_MS, self.noticing.look)
        self._rounds.every(_HEALTH_MS, self.health.ask)
        self._rounds.every(_BACKUP_MS, lambda: back_up(self.station.upkeep, self.papers))
        self._rounds.every(_PICK_MS, self.picking.pick)
        self._rounds.every(_PRINTERS_MS, self.press_room.look_again)
        self._rounds.every(_HEALTH_MS, self._calm.read_ahead)
        self._rounds.every(_PICK_MS, self.together.begin)
        self._rounds.once(_CALM_MS, self.together.begin)
        self._rounds.once(_CALM_MS, self._look_at_printers)
        self._rounds.every(_PICK_MS, self.own_hub.keep_going)
        self._rounds.once(_CALM_MS, self.own_hub.keep_going)
        self._rounds.once(_CALM_MS, self._calm.begin)

    # ---- what is told

    def _tell_mistakes(self) -> None:
        """Say which settings were passed over: a printer mistyped must not be a printer gone in silence."""
        if self.settings.mistakes:
            self.window.over.notice.say(sentence(words_notices.passed_over, self.settings.mistakes))

    def _hold(self, status: SyncStatus) -> None:
        """Say what would stay behind, where it can be carried away."""
        self.window.go_to(Destination("inbox"))
        self.window.over.notice.say(sentence(words_notices.only_here, status.only_here, status.on_stick))

    def _tell_losses(self) -> None:
        """Say what this store no longer holds before anybody is let in by it."""
        missing = self.station.upkeep.holding().missing
        if missing:
            self.window.over.notice.say(told(FactsMissing(missing=missing)))

    def _came(self, changes: ChangeSet) -> None:
        """Show what other laptops did; called by the network lane."""
        self._home.deliver(lambda: self._shown(changes))

    def _touched(self, changes: ChangeSet) -> None:
        self.together.ring()
        self._shown(changes)

    def _shown(self, changes: ChangeSet) -> None:
        self._changed(changes)
        if Changed.JOBS in changes:
            self.press_room.wake()
        if Changed.BUSES in changes:
            self.health.ask_scope()

    def _changed(self, changes: ChangeSet) -> None:
        self.health.touched(changes)
        self.window.changed(changes)
        self.window.hands.stale(changes)
        if Changed.FORUM in changes:
            self.reader.submit(self.station.queries.forum, self._forum_came)

    def _forum_came(self, result: Result[Forum]) -> None:
        """Let every screen go by a forum that was changed, here or elsewhere; what is typed stays."""
        if isinstance(result, Done) and result.value != self.station.forum:
            self.station.in_force.forum = result.value
            self.window.retranslate()
            self.window.changed(frozenset({Changed.FORUM}))
            self.picking.pick()
            self.health.ask_scope()
            self._look_at_printers()  # by its badges, too, each is ready or not

    def _look_at_printers(self) -> None:
        """Ask how those are that could not print, and the one that badges go to before the first of them does."""
        self.press_room.look_at_once()
        self.press_room.look_at(self.settings.current.badge_printer)

    def _spent(self, printer: str, outcome: Outcome) -> None:
        """Count a label that no badge took, where somebody counts them."""
        made = self.settings.current.label_spent(printer)
        if may_come_out(outcome.state) and made != self.settings.current:
            self.settings.change(made)

    def _jobs_moved(self, changes: ChangeSet) -> None:
        self.window.changed(changes)
        self.health.show()
