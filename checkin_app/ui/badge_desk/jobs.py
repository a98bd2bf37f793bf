"""The jobs and printers that the badge desk shows, with the names of the guests."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from checkin_app.domain.changes import Recorded
from checkin_app.domain.ids import DelegateId, JobId
from checkin_app.domain.jobs import MERGED, JobState
from checkin_app.domain.problems import PrintProblem
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.people import DelegateCard
from checkin_app.ui import words
from checkin_app.ui.badge_desk.state import JobLine
from checkin_app.ui.badge_desk.words import printer_lines
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.print_jobs import (
    CAME_OUT,
    DID_NOT,
    LOOKED_THROUGH,
    PHASES,
    JobPhase,
    is_of_badge,
    job_doubt,
    job_mended,
    job_trouble,
    may_be_out,
)
from checkin_app.ui.replies import trouble
from checkin_app.ui.shell.actions import Actions
from checkin_app.ui.shell.printer_actions import PrinterCount

#: The keys that answer whether a badge came out.
_SEEN: Mapping[int, JobState] = {Qt.Key.Key_Y: CAME_OUT, Qt.Key.Key_N: DID_NOT}
#: Jobs that are shown, the newest; and questions, the newest of them.
SHOWN = 30


class JobsInSight(QObject):
    """Fetches the jobs of this store, newest first; `listed` carries the lines of those shown and of the printers.

    `looked_at` carries the `DelegateId` of whose badge a job is, `refused` says, in words, why what a person saw of a job could not be recorded.
    """

    listed = Signal(object, object)
    looked_at = Signal(object)
    refused = Signal(object)

    def __init__(self, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._jobs: tuple[Job, ...] = ()
        self._shown: tuple[Job, ...] = ()
        self._asked: tuple[JobId, ...] = ()
        self._names: dict[DelegateId, tuple[str, str]] = {}
        self._counts: Mapping[str, PrinterCount] = {}
        self._objections: dict[JobId, PrintProblem | None] = {}
        """What speaks against the badges that failed by a fault of their own."""

    def fetch(self) -> None:
        self._actions.badges.jobs(LOOKED_THROUGH, self._jobs_came)
        self._actions.printers.printer_counts(self._counted)

    def settle(self, job: JobId, state: JobState) -> None:
        """Record what a person saw of a job."""
        self._actions.badges.settle(job, state, self._settled)

    def pressed(self, event: QKeyEvent, question: JobLine | None) -> bool:
        """Settle the job in question by a key; return whether there is one and the key answers it."""
        seen = _SEEN.get(event.key()) if question else None
        if question and seen:
            self.settle(question.job, seen)
        return seen is not None

    def all_came_out(self, meant: Meant) -> None:
        """Record that every badge came out of which that was the question, as it was told last."""
        self._actions.badges.settle_all(meant, self._asked, CAME_OUT, self._settled)

    def _settled(self, result: Result[Recorded]) -> None:
        if not isinstance(result, Done):
            self.refused.emit(trouble(result))
        self.fetch()

    def printed(self, delegate: DelegateId, issue: int) -> bool:
        """Return whether a badge of this issue may have come out of a printer."""
        return may_be_out(self._jobs, delegate, issue)

    def look_at(self, job: JobId) -> None:
        """Tell whose badge a job that is shown is of."""
        for each in self._shown:
            if each.id == job:
                self.looked_at.emit(each.delegate)

    def renamed(self) -> None:
        """Ask anew for the people shown: one of them may have another name, which can be printed."""
        self._names.clear()
        self.fetch()

    def tell(self) -> None:
        """Tell what is known, in the language in use."""
        lines = tuple(map(self._line, self._shown))
        self._asked = tuple(line.job for line in lines if line.phase is JobPhase.UNKNOWN)
        badges = self._actions.badges
        troubles = {each.name: badges.printer_trouble(each.name) for each in badges.printers()}
        said = {name: words.problem(problem)[0] for name, problem in troubles.items() if problem}
        used = {name: count.used for name, count in self._counts.items()}
        self.listed.emit(lines, printer_lines(badges.printers(), lines, said, used))

    def _counted(self, result: Result[Mapping[str, PrinterCount]]) -> None:
        if isinstance(result, Done) and result.value != self._counts:
            self._counts = result.value
            self.tell()

    def _jobs_came(self, result: Result[Sequence[Job]]) -> None:
        if not isinstance(result, Done):
            return
        self._jobs = tuple(result.value)
        self._shown = _shown(self._jobs)
        unknown = {job.delegate for job in self._shown} - self._names.keys()
        if unknown:
            self._actions.persons.cards(sorted(unknown), self._names_came)  # which tells
        for job in filter(is_of_badge, self._shown):
            self._actions.badges.objection(job, partial(self._objected, job.id))
        if not unknown:
            self.tell()

    def _names_came(self, result: Result[Sequence[DelegateCard]]) -> None:
        if isinstance(result, Done):
            for card in result.value:
                self._names[card.delegate.id] = (card.delegate.name, card.delegate.badge_no)
        self.tell()

    def _objected(self, job: JobId, result: Result[PrintProblem | None]) -> None:
        if isinstance(result, Done):
            self._objections[job] = result.value
            self.tell()

    def _line(self, job: Job) -> JobLine:
        name, number = self._names.get(job.delegate, ("", ""))
        phase = PHASES[job.state]
        detail = self._detail(job) if phase is JobPhase.FAILED or job.detail == MERGED else ""
        if phase is JobPhase.UNKNOWN:
            detail = job_doubt(job.detail, job.printer)
        badge = f"{number}-{job.issue}" if number else ""
        collector = job.collector.called if job.collector else ""
        stands = self._objections.get(job.id) is not None
        of_badge = is_of_badge(job)
        return JobLine(
            job.id, badge, name, job.printer, phase, detail, job.at, collector,
            of_badge=of_badge, stands=of_badge and stands,
        )  # fmt: skip

    def _detail(self, job: Job) -> str:
        """Return why a badge did not come out, as exactly as is known now."""
        if not is_of_badge(job) or job.id not in self._objections:
            return job_trouble(job.detail, job.printer)
        objection = self._objections[job.id]
        return words.problem(objection)[0] if objection else job_mended()


def _shown(jobs: Sequence[Job]) -> tuple[Job, ...]:
    """Return the newest jobs and, however many came after them, those that somebody has to say something of."""
    asked = [place for place, job in enumerate(jobs) if PHASES[job.state] is JobPhase.UNKNOWN][:SHOWN]
    return tuple(jobs[place] for place in sorted({*range(min(SHOWN, len(jobs))), *asked}))
