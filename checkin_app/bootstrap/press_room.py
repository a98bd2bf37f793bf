"""Badges on their way to printers: each job once, one lane a printer."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from threading import Event

from checkin_app.domain.changes import ChangeSet, Recorded
from checkin_app.domain.ids import JobId
from checkin_app.domain.problems import PrinterMissing, PrintProblem
from checkin_app.runtime.lanes import Deliver, Done, Lane, Result
from checkin_app.runtime.settings import PrinterSettings
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.ports.printers import Outcome, Ready
from checkin_app.services.printing import PrinterTroubles
from printing.press import Press
from printing.printers import Printer, printer_from

log = logging.getLogger(__name__)

_CLOSING_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class PressLanes:
    """Where the press room reads and writes, how it opens a lane for a printer, and where it tells what changed."""

    reader: Lane
    writer: Lane
    open: Callable[[str], Lane]
    deliver: Deliver


@dataclass(slots=True)
class PressRoom:
    """Takes queued jobs of the store to their printers; used from the GUI thread only."""

    station: OpenedStation
    printers: Callable[[], Sequence[PrinterSettings]]
    lanes: PressLanes
    touched: Callable[[ChangeSet], None]
    """Called on the GUI thread with what each state of a job changed, and with nothing when a printer is done with one."""
    report: Callable[[BaseException], object]
    """Takes the bugs of ours that stopped a job."""
    _lanes: dict[str, Lane] = field(default_factory=dict)
    _taken: set[JobId] = field(default_factory=set)
    _troubles: PrinterTroubles = field(default_factory=PrinterTroubles)
    _closing: Event = field(default_factory=Event)

    def begin(self) -> None:
        """Settle what the last run left open, then print what waits."""
        self.lanes.writer.submit(self.station.printing.settle, self._settled)

    def wake(self) -> None:
        """Take every queued job of this laptop that no lane has yet, oldest first."""
        if not self._closing.is_set():
            self.lanes.reader.submit(self.station.printing.waiting, self._take)

    def waiting(self) -> int:
        return len(self._taken)

    def trouble(self, printer: str) -> PrintProblem | None:
        """Return why a printer's newest badge did not come out; None where it did, or none was sent."""
        return self._troubles.of(printer)

    def close(self) -> None:
        """Finish what is under way; what has not begun stays queued in the store."""
        self._closing.set()
        for lane in self._lanes.values():
            lane.close(_CLOSING_SECONDS)

    def _settled(self, result: Result[Recorded]) -> None:
        if isinstance(result, Done):
            self.touched(result.value.changes)
        self.wake()

    def _take(self, waiting: Result[Sequence[Job]]) -> None:
        if not isinstance(waiting, Done):
            log.warning("the jobs that wait could not be read")  # the next change looks again
            return
        for job in waiting.value:
            if job.id not in self._taken and not self._closing.is_set():
                self._taken.add(job.id)
                self._lane(job.printer).submit(partial(self._print, job), partial(self._done, job))

    def _lane(self, printer: str) -> Lane:
        if printer not in self._lanes:
            self._lanes[printer] = self.lanes.open(f"printer:{printer}")
        return self._lanes[printer]

    def _done(self, job: Job, result: Result[Outcome | None]) -> None:
        self._taken.discard(job.id)
        if isinstance(result, Done) and result.value is not None:
            outcome = result.value
            if outcome.fault is not None:
                self.report(outcome.fault)
            self._troubles.learn(job.printer, outcome.problem)
        self.touched(frozenset())  # each state was told as it was recorded; one badge less waits

    # ---- on the printer's lane

    def _print(self, job: Job) -> Outcome | None:
        if self._closing.is_set():
            return None
        return self.station.printing.print(job, self._prepare, self._tell)

    def _tell(self, changes: ChangeSet) -> None:
        self.lanes.deliver(partial(self.touched, changes))

    def _prepare(self, job: Job, card: DelegateCard) -> Ready:
        from checkin_app.bootstrap.papers import content_of

        press, content = _press(), content_of(self.station, card, job.issue)
        return partial(press.run, content, self._printer(job.printer))

    def _printer(self, name: str) -> Printer:
        """Return a printer; raises PrinterMissing where the settings know none of the name, PrinterMistyped."""
        found = next((each for each in self.printers() if each.name == name), None)
        if found is None:
            raise PrinterMissing(printer=name)
        return printer_from(found, self.station.forum.badge_template)


@cache
def _press() -> Press:
    from printing.drivers import all_drivers

    return Press(all_drivers())
