"""Badges on their way to printers: each job once, one lane a printer."""

import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import partial
from threading import Event

from checkin_app.bootstrap.pauses import Pauses
from checkin_app.bootstrap.presses import Presses, held, trouble_of
from checkin_app.domain.changes import ChangeSet, Recorded
from checkin_app.domain.ids import DelegateId, JobId
from checkin_app.domain.problems import PrintProblem
from checkin_app.runtime.lanes import Deliver, Done, Lane, Result, Troubled
from checkin_app.runtime.settings import PrinterSettings
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.printers import Outcome
from checkin_app.services.printing import PrinterTroubles, is_of_printer
from printing.printers import stand_ins

log = logging.getLogger(__name__)

_CLOSING_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class PressLanes:
    """Where the press room reads and writes, how it opens a lane for a printer, and where it tells what changed."""

    reader: Lane
    writer: Lane
    open: Callable[[str], Lane]
    deliver: Deliver


@dataclass(frozen=True, slots=True)
class Ahead:
    """A page that comes out before a badge."""

    title: str
    line: str
    place: int
    """Among all such pages."""


def _uncounted(_printer: str, _outcome: Outcome) -> None:
    """Nobody counts labels."""


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
    spent: Callable[[str, Outcome], None] = _uncounted
    """Called on the GUI thread where a printer brought out a page that is no badge."""
    ahead: dict[tuple[DelegateId, int], Ahead] = field(default_factory=dict)
    """By guest and issue; written by whoever owes badges, before they are owed, and taken out by the printer's lane."""
    _pages: int = 0
    _lanes: dict[str, Lane] = field(default_factory=dict)
    _taken: set[tuple[JobId, str]] = field(default_factory=set)
    """Jobs on a lane, each with its printer: one that was sent elsewhere meanwhile is on another, too."""
    _troubles: PrinterTroubles = field(default_factory=PrinterTroubles)
    pauses: Pauses = field(default_factory=Pauses)
    _closing: Event = field(default_factory=Event)

    def begin(self) -> None:
        """Settle what the last run left open, ask the printers what became of it, then print what waits."""
        self.lanes.writer.submit(self.station.printing.settle, self._settled)

    def wake(self) -> None:
        """Take every queued job of this laptop that no lane has yet, oldest first."""
        if not self._closing.is_set():
            self.lanes.reader.submit(self.station.printing.waiting, self._take)

    def look_again(self) -> None:
        """Ask the printers that are paused whether they are back, each when its time has come."""
        for printer in self.pauses.due():
            self._ask(printer)

    def look_at(self, printer: str) -> None:
        """Ask a printer how it is before a guest waits for it, unless that is known, or badges on their way there tell."""
        busy = self.pauses.hold(printer) or any(each == printer for _, each in self._taken)
        if printer and not busy and not self._closing.is_set():
            self._lane(printer).submit(partial(self._trouble_at, printer), partial(self._heard, printer))

    def told(self, printer: str, problem: PrintProblem | None) -> None:
        """Go by what a printer says of itself: one that could not print is asked again by itself, and badges wait meanwhile."""
        if self._paused_for(printer):
            return
        if problem is None and self.pauses.hold(printer):
            self._is_back(printer)
            return
        if is_of_printer(problem):
            self.pauses.begin(printer)
        self._troubles.hear(printer, problem)
        self.touched(frozenset())

    def look_at_once(self) -> None:
        """Ask every printer that is paused whether it is back: somebody changed its settings, or mended it."""
        for printer in self.pauses.held():
            self._ask(printer)
        self.wake()

    def let_page_go_ahead(self, delegate: DelegateId, issue: int, title: str, line: str) -> None:
        """Let a page come out before somebody's badge; called on any thread, before that badge is owed."""
        self._pages += 1
        self.ahead[delegate, issue] = Ahead(title, line, self._pages)

    def lane(self, printer: str) -> Lane:
        """Return where a printer is asked: behind the badges that it has."""
        return self._lane(printer)

    def waiting(self) -> int:
        return len(self._taken)

    def trouble(self, printer: str) -> PrintProblem | None:
        """Return why nothing is printed there: somebody paused it, it said so, or its newest badge did not come out; else None."""
        paused = self._paused_for(printer)
        return held(printer, paused) if paused else self._troubles.of(printer)

    def close(self) -> None:
        """Finish what is under way; what has not begun stays queued in the store."""
        self._closing.set()
        for lane in self._lanes.values():
            lane.close(_CLOSING_SECONDS)

    def _settled(self, result: Result[Recorded]) -> None:
        if isinstance(result, Done):
            self.touched(result.value.changes)
        self._ask_back()
        self.lanes.reader.submit(self.station.printing.stuck_at, self._stuck)
        self.wake()

    def _ask_back(self) -> None:
        """Ask the printers what became of the badges of which nobody knows."""
        if not self._closing.is_set():
            self.lanes.reader.submit(self.station.printing.unanswered, self._follow_all)

    def _follow_all(self, unanswered: Result[Sequence[Job]]) -> None:
        for job in unanswered.value if isinstance(unanswered, Done) else ():
            self._lay_on(job, self._follow)

    def _stuck(self, result: Result[Collection[str]]) -> None:
        """Ask the printers that an earlier run could not print at."""
        if isinstance(result, Done):
            for printer in result.value:
                self.pauses.begin(printer)
                self._ask(printer)

    def _take(self, waiting: Result[Sequence[Job]]) -> None:
        if not isinstance(waiting, Done):
            log.warning("the jobs that wait could not be read")  # the next change looks again
            return
        for job in waiting.value:
            if self.pauses.hold(job.printer):
                self._ask(job.printer)
            else:
                self._lay_on(job, self._print)

    def _lay_on(self, job: Job, work: Callable[[Job], Outcome | None]) -> None:
        """Put a job on its printer's lane, unless it is on it already."""
        if (job.id, job.printer) not in self._taken and not self._closing.is_set():
            self._taken.add((job.id, job.printer))
            self._lane(job.printer).submit(partial(work, job), partial(self._done, job))

    def _lane(self, printer: str) -> Lane:
        if printer not in self._lanes:
            self._lanes[printer] = self.lanes.open(f"printer:{printer}")
        return self._lanes[printer]

    def _done(self, job: Job, result: Result[Outcome | None]) -> None:
        self._taken.discard((job.id, job.printer))
        if isinstance(result, Done) and result.value is not None:
            outcome = result.value
            if outcome.fault is not None:
                self.report(outcome.fault)
            self._troubles.learn(job.printer, outcome.problem)
        elif isinstance(result, Done):
            self.wake()  # a person may have sent it on its way again while it was on the lane
        self.touched(frozenset())  # each state was told as it was recorded; one badge less waits

    def _ask(self, printer: str) -> None:
        if not self._closing.is_set() and self.pauses.ask(printer):
            self._lane(printer).submit(partial(self._reach, printer), partial(self._asked, printer))

    def _asked(self, printer: str, result: Result[None]) -> None:
        if isinstance(result, Done):
            self._is_back(printer)
            return
        self.pauses.go_on(printer)
        self._stand_in(printer)
        if isinstance(result, Troubled) and isinstance(result.problem, PrintProblem):
            self._troubles.learn(printer, result.problem)
            self.touched(frozenset())

    def _heard(self, printer: str, result: Result[PrintProblem | None]) -> None:
        if isinstance(result, Done):
            self.told(printer, result.value)

    def _is_back(self, printer: str) -> None:
        self.pauses.end(printer)
        self._troubles.learn(printer, None)
        again = partial(self.station.printing.try_again, printer)
        self.lanes.writer.submit(again, self._tried_again)

    def _paused_for(self, printer: str) -> str:
        """Return why somebody paused a printer; empty where nobody did."""
        return next((each.paused for each in self.printers() if each.name == printer), "")

    def _stand_in(self, printer: str) -> None:
        """Let another printer of the same group take over what waits for one that is not back."""
        able = [
            each
            for each in stand_ins(printer, self.printers(), self.station.forum.badge_template)
            if not self.pauses.hold(each)
        ]
        if able and not self._closing.is_set():
            moving = partial(self.station.printing.stand_in, printer, able[0])
            self.lanes.writer.submit(moving, self._stood_in)

    def _stood_in(self, result: Result[Recorded]) -> None:
        if isinstance(result, Done) and result.value.changes:
            self.touched(result.value.changes)
            self.wake()

    def _tried_again(self, result: Result[Recorded]) -> None:
        self.touched(result.value.changes if isinstance(result, Done) else frozenset())
        self._ask_back()
        self.wake()

    # ---- on the printer's lane

    def _print(self, job: Job) -> Outcome | None:
        if self._closing.is_set() or self.pauses.hold(job.printer):
            return None
        presses = self._presses()
        if stopped := self._separate(job, presses):
            return self._came(job, stopped)
        return self._came(job, self.station.printing.print(job, presses.prepare, presses.recall, self._tell))

    def _separate(self, job: Job, presses: Presses) -> Outcome | None:
        """Print the page that comes before a badge, and return what keeps the printer from both; the badge waits then."""
        page = self.ahead.get((job.delegate, job.issue))
        if page is None:
            return None
        outcome = presses.separate(page.title, page.line, job.printer, page.place)
        if is_of_printer(outcome.problem):
            return outcome
        self.ahead.pop((job.delegate, job.issue), None)
        self.lanes.deliver(partial(self.spent, job.printer, outcome))
        return None

    def _follow(self, job: Job) -> Outcome | None:
        if self._closing.is_set() or self.pauses.hold(job.printer):
            return None
        return self._came(job, self.station.printing.follow(job, self._presses().asked_of, self._tell))

    def _came(self, job: Job, outcome: Outcome | None) -> Outcome | None:
        if outcome and is_of_printer(outcome.problem):
            self.pauses.begin(job.printer)  # before the next badge of this lane, which would fare no better
        elif outcome and outcome.problem is None:
            self.pauses.prove(job.printer)
        return outcome

    def _reach(self, printer: str) -> None:
        if not self._closing.is_set():
            self._presses().reach(printer)

    def _trouble_at(self, printer: str) -> PrintProblem | None:
        known = (
            None if self._closing.is_set() else next((each for each in self.printers() if each.name == printer), None)
        )
        return trouble_of(known, self.station.forum) if known else None

    def _tell(self, changes: ChangeSet) -> None:
        self.lanes.deliver(partial(self.touched, changes))

    def _presses(self) -> Presses:
        return Presses(self.station, self.printers)
