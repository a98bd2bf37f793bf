"""How this laptop is, asked every so often and shown in the top bar."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from checkin_app.bootstrap.press_room import PressRoom
from checkin_app.bootstrap.printer_asking import labels_left
from checkin_app.devices.scanner import Scanner
from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.contradictions import open_ones
from checkin_app.domain.framing import Added
from checkin_app.domain.jobs import JobState
from checkin_app.domain.sync.status import Reach, SyncStatus
from checkin_app.runtime.kept_settings import KeptSettings
from checkin_app.runtime.lanes import Done, Lane, Result, Troubled
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.upkeep import Health
from checkin_app.ui import words
from checkin_app.ui.replies import told
from checkin_app.ui.shell.health import ScannerState, Watched, scanner_health
from checkin_app.ui.shell.window import MainWindow

#: Where what is recorded goes to others by hand alone.
_MET_BY_NOBODY = frozenset({Reach.ALONE, Reach.APART, Reach.CARRIED})


@dataclass(frozen=True, slots=True)
class Observed:
    """What is looked at."""

    station: OpenedStation
    settings: KeptSettings
    scanner: Scanner
    press_room: PressRoom
    status: Callable[[], SyncStatus]
    """How this laptop stands to the others; reads the store."""


class HealthWatch:
    """Asks the store on the reader's lane, the devices at once; used from the screen's thread."""

    def __init__(self, observed: Observed, reader: Lane, window: MainWindow) -> None:
        self._observed, self._reader, self._window = observed, reader, window
        self.watched = Watched(rehearsal=observed.station.rehearsing())
        self._has_named = False
        self._to_count = True

    def ask(self) -> None:
        self._reader.submit(self._observed.station.queries.health, self.hear)
        self._ask_standing()
        self._ask_jobs()
        self.ask_scope()
        if self._to_count:
            self._count()

    def _ask_standing(self) -> None:
        self._reader.submit(self._observed.status, self._met)

    def _met(self, result: Result[SyncStatus]) -> None:
        if isinstance(result, Done):
            status, forum = result.value, self._observed.station.forum
            last = forum.local(status.last_exchange).strftime("%H:%M") if status.last_exchange else ""
            self.watched = replace(
                self.watched, sync=status, last_exchange=last, old=status.is_old(self._observed.station.clock())
            )
            self.show()

    def touched(self, changes: ChangeSet) -> None:
        """Count again what needs a person: at once where somebody settled something, else with the next round."""
        self._to_count = self._to_count or bool(changes)
        if Changed.JOBS in changes:
            self._ask_jobs()
        sync = self.watched.sync
        if Changed.STATIONS in changes or (changes and sync.reach in _MET_BY_NOBODY and not sync.unsaved):
            self._ask_standing()  # the window may be closed at once: by then there is something to be said
        if Changed.CONTRADICTIONS in changes:
            self._count()

    def _count(self) -> None:
        self._to_count = False
        self._reader.submit(lambda: len(open_ones(self._observed.station.queries.conflicts())), self._counted)

    def _counted(self, result: Result[int]) -> None:
        if isinstance(result, Done):
            self.watched = replace(self.watched, contradictions=result.value)
            self.show()

    def _ask_jobs(self) -> None:
        self._reader.submit(partial(self._observed.station.queries.own_jobs, {JobState.UNKNOWN}), self._asked)

        printers, printer = self._observed.settings.current.printers, self._observed.settings.current.badge_printer
        self._reader.submit(partial(labels_left, self._observed.station, printers, printer), self._labels_counted)

    def _labels_counted(self, result: Result[int | None]) -> None:
        if isinstance(result, Done):
            self.watched = replace(self.watched, labels_left=result.value)
            self.show()

    def _asked(self, result: Result[Sequence[Job]]) -> None:
        if isinstance(result, Done):
            self.watched = replace(self.watched, asked=len(result.value))
            self.show()

    def ask_scope(self) -> None:
        """Ask whether scans are a rehearsal here and now; a bus under way has a scope of its own."""
        self._reader.submit(partial(self._observed.station.rehearsing, self._window.router.checkpoint), self._scoped)

    def hear(self, result: Result[Health]) -> None:
        if isinstance(result, Done):
            health = result.value
            self.watched = replace(
                self.watched,
                clock_flagged=bool(health.flagged_clocks),
                unread=health.unknown_kinds,
                missing=health.missing,
                kept_out=health.kept_out,
            )
        elif isinstance(result, Troubled):
            # What cannot be read is left out of the screens; that must not look like an empty morning.
            self._window.over.notice.say(told(result.problem))
        self.show()

    def code_read(self, added: Added | None) -> None:
        """Show what the scanner adds for as long as it does, and say once how to set it right."""
        if added == self.watched.added:
            return
        self.watched = replace(self.watched, added=added)
        self.show()
        if added and not self._has_named:
            self._has_named = True
            self._window.explain(scanner_health(self.watched))

    def show(self) -> None:
        scanner, printer = self._observed.scanner, self._observed.settings.current.badge_printer
        self.watched = replace(
            self.watched,
            scanner=ScannerState.READY if scanner.heard else ScannerState.NOT_HEARD,
            printer=printer,
            printer_trouble=self._trouble(printer),
            waiting=self._observed.press_room.waiting(),
        )
        self._window.watch(self.watched)

    def _scoped(self, result: Result[bool]) -> None:
        if isinstance(result, Done):
            self.watched = replace(self.watched, rehearsal=result.value)
            self.show()

    def _trouble(self, printer: str) -> str:
        trouble = self._observed.press_room.trouble(printer)
        # The sentence stands within another one.
        return words.problem(trouble)[0].rstrip(".。") if trouble else ""
