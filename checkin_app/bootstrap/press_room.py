"""Badges on their way to printers: each job once, one lane a printer, every state recorded before the next."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from threading import Event

from checkin_app.domain.ids import JobId
from checkin_app.domain.jobs import JobState, after_restart
from checkin_app.domain.problems import (
    BadgeNotDrawn,
    BadgeProblem,
    PrinterMissing,
    PrinterSilent,
    PrintProblem,
    Problem,
)
from checkin_app.runtime.lanes import Done, Lane, Result
from checkin_app.runtime.settings import PrinterSettings
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.people import DelegateCard
from printing.content import BadgeContent
from printing.press import Outcome, Press
from printing.printers import Printer, printer_from

log = logging.getLogger(__name__)

#: States in which a job may be found at start-up that this run did not bring about.
_UNSETTLED = frozenset(state for state in JobState if after_restart(state, doubtful=True) is not state)
_CLOSING_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class PressLanes:
    """Where the press room reads and writes, and how it opens a lane for a printer."""

    reader: Lane
    writer: Lane
    open: Callable[[str], Lane]


@dataclass(slots=True)
class PressRoom:
    """Takes queued jobs of the store to their printers; used from the GUI thread only."""

    station: OpenedStation
    printers: Callable[[], Sequence[PrinterSettings]]
    lanes: PressLanes
    touched: Callable[[], None]
    """Called on the GUI thread whenever a job has changed."""
    report: Callable[[BaseException], object]
    """Takes the bugs of ours that stopped a job."""
    _lanes: dict[str, Lane] = field(default_factory=dict)
    _taken: set[JobId] = field(default_factory=set)
    _troubles: dict[str, PrintProblem] = field(default_factory=dict)
    """Of each printer whose newest badge did not come out."""
    _closing: Event = field(default_factory=Event)

    def begin(self) -> None:
        """Settle what the last run left open: what may have come out is asked, the rest is printed."""
        self.lanes.writer.submit(self._settle, lambda _settled: self.wake())

    def wake(self) -> None:
        """Take every queued job of this laptop that no lane has yet, oldest first."""
        if not self._closing.is_set():
            self.lanes.reader.submit(partial(self.station.queries.own_jobs, {JobState.QUEUED}), self._take)

    def _settle(self) -> None:
        doubtful = self.station.upkeep.holding().doubtful
        for job in self.station.queries.own_jobs(_UNSETTLED):
            settled = after_restart(job.state, doubtful=doubtful)
            if settled is not job.state:
                self.station.badges.job_changed(job.id, settled, "older" if doubtful else "restarted")

    def _take(self, waiting: Result[Sequence[Job]]) -> None:
        if not isinstance(waiting, Done):
            log.warning("the jobs that wait could not be read")  # the next change looks again
            return
        for job in waiting.value:
            if job.id not in self._taken and not self._closing.is_set():
                self._taken.add(job.id)
                self._lane(job.printer).submit(partial(self._print, job), partial(self._done, job))

    def waiting(self) -> int:
        return len(self._taken)

    def trouble(self, printer: str) -> PrintProblem | None:
        """Return why a printer's newest badge did not come out; None where it did, or none was sent."""
        return self._troubles.get(printer)

    def close(self) -> None:
        """Finish what is under way; what has not begun stays queued in the store."""
        self._closing.set()
        for lane in self._lanes.values():
            lane.close(_CLOSING_SECONDS)

    def _lane(self, printer: str) -> Lane:
        if printer not in self._lanes:
            self._lanes[printer] = self.lanes.open(f"printer:{printer}")
        return self._lanes[printer]

    def _done(self, job: Job, result: Result[Outcome | None]) -> None:
        self._taken.discard(job.id)
        if isinstance(result, Done) and result.value is not None:
            self._learn(job.printer, result.value)
        self.touched()

    def _learn(self, printer: str, outcome: Outcome) -> None:
        """Remember what a job tells of its printer, which is nothing where the badge itself is at fault."""
        if outcome.fault is not None:
            self.report(outcome.fault)
        match outcome.problem:
            case BadgeProblem() | PrinterSilent():
                pass
            case None:
                self._troubles.pop(printer, None)
            case problem:
                self._troubles[printer] = problem

    def _print(self, job: Job) -> Outcome | None:
        """Print a job; return what came of it, None where nothing was sent to any printer."""
        if self._closing.is_set():
            return None

        def record(state: JobState, detail: str) -> None:
            self.station.badges.job_changed(job.id, state, detail)

        card = self.station.queries.card(job.delegate)
        if card is None or card.badge.revoked or card.badge.current != job.issue:
            record(JobState.SUPERSEDED, "")
            return None
        ready = self._ready(job, card)
        if isinstance(ready, Outcome):
            record(ready.state, ready.problem.key if ready.problem else "")
            return ready
        press, content, printer = ready
        return press.run(content, printer, record)

    def _ready(self, job: Job, card: DelegateCard) -> "tuple[Press, BadgeContent, Printer] | Outcome":
        """Return what a job needs, or how it ends without: a job that nobody ends would wait for ever."""
        try:
            from checkin_app.bootstrap.papers import content_of

            return _press(), content_of(self.station, card, job.issue), self._printer(job.printer)
        except PrintProblem as problem:
            return Outcome(JobState.FAILED_SAFE, problem)
        except Problem:
            raise
        except Exception as fault:  # noqa: BLE001 - reported, once the job has ended
            return Outcome(JobState.FAILED_SAFE, BadgeNotDrawn(), fault)

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
