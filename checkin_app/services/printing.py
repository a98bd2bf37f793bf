"""Badges on their way to printers: which of them wait, what each comes to, every state recorded before the next."""

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from msgspec import UNSET, UnsetType

from checkin_app.domain.changes import ChangeSet, Recorded
from checkin_app.domain.ids import JobId
from checkin_app.domain.jobs import OLDER, JobState, Ticket, after_recall, after_restart, asks_printer
from checkin_app.domain.problems import (
    BadgeNotDrawn,
    BadgeProblem,
    FileNotWritable,
    GlyphMissing,
    JobCannotBecome,
    PrinterFailed,
    PrinterMissing,
    PrinterMistyped,
    PrinterSilent,
    PrintProblem,
    Problem,
)
from checkin_app.domain.problems_printing import PrinterNotReady, QueueDeleted, SpoolerAway
from checkin_app.services.ports.badges import Job, OwnJobQueries
from checkin_app.services.ports.people import CardQueries, DelegateCard
from checkin_app.services.ports.printers import Follow, Outcome, Prepare, Ready, Recall, Record
from checkin_app.services.ports.progress import at_once

#: States in which a job may be found at start-up that this run did not bring about.
_UNSETTLED = frozenset(state for state in JobState if after_restart(state, doubtful=True) is not state)


Told: TypeAlias = Callable[[ChangeSet], None]
#: Seconds for which a step of a badge waits for the moment after a guest was answered: they add up before its first byte.
_PATIENCE = 0.02
#: Troubles of a printer that pass, of which a badge knows nothing: once it prints again, they are over.
_OF_PRINTER = frozenset({
    PrinterMissing.key, PrinterNotReady.key, PrinterFailed.key, PrinterMistyped.key, FileNotWritable.key,
    QueueDeleted.key, SpoolerAway.key,
})  # fmt: skip


class PrintingQueries(OwnJobQueries, CardQueries, Protocol):
    """Knows which badges are owed, and whose they are."""


class JobLedger(Protocol):
    """Where the state of a job is recorded: `services.badges.Badges`."""

    def follow_merge(self, job: JobId) -> Recorded: ...
    def move(self, job: JobId, printer: str) -> Recorded: ...
    def job_changed(  # noqa: PLR0913 - as what it is has them
        self,
        job: JobId,
        state: JobState,
        detail: str = "",
        *,
        at: str | None = None,
        ticket: Ticket | UnsetType | None = UNSET,
        drawn: bool = False,
    ) -> Recorded: ...


@dataclass(frozen=True, slots=True)
class Printing:
    """What becomes of the jobs of this laptop; others print their own."""

    queries: PrintingQueries
    badges: JobLedger
    doubtful: Callable[[], bool]
    """Whether this store may be an older state of itself."""
    let_scans_pass: Callable[[float], None] = at_once
    """Waits, while guests come, for the moment after one was answered, for so many seconds at most."""

    def give_way(self) -> None:
        """Wait a little, while guests come, for the moment after one was answered: before each step of a badge."""
        self.let_scans_pass(_PATIENCE)

    def settle(self) -> Recorded:
        """Settle what the last run left open: what may have come out is asked of its printer, the rest is printed.

        What no printer can answer becomes a question to a person.
        """
        doubtful, changes = self.doubtful(), set[ChangeSet]()
        for job in self.queries.own_jobs(_UNSETTLED):
            settled = after_restart(job.state, doubtful=doubtful)
            asked = not doubtful and asks_printer(job.state, job.detail, job.ticket)
            if settled is not job.state and not asked:
                changes.add(self._became(job, settled, OLDER if doubtful else "restarted"))
        return Recorded(frozenset().union(*changes))

    def unanswered(self) -> Sequence[Job]:
        """Return the jobs of which their printers are to be asked what became of them, oldest first.

        A store that lost what it knew asks none: what a printer says may be of an attempt before the last.
        """
        if self.doubtful():
            return ()
        found = self.queries.own_jobs({JobState.SENDING, JobState.SENT, JobState.UNKNOWN})
        return [job for job in found if asks_printer(job.state, job.detail, job.ticket)]

    def waiting(self) -> Sequence[Job]:
        """Return every queued job of this laptop, oldest first."""
        return self.queries.own_jobs({JobState.QUEUED})

    def stuck_at(self) -> Collection[str]:
        """Return the printers at which badges of this laptop wait to be tried again."""
        return {job.printer for job in self._stuck()}

    def try_again(self, printer: str) -> Recorded:
        """Let every badge wait again that a printer which is back could not take, oldest first."""
        changes = set[ChangeSet]()
        for job in self._stuck():
            if job.printer == printer:
                changes.add(self._became(job, JobState.QUEUED, "again"))
        return Recorded(frozenset().union(*changes))

    def try_lettered_again(self) -> Recorded:
        """Let every badge wait again that held a letter which no font had: one was added, or a name put right."""
        stuck = [job for job in self.queries.own_jobs({JobState.FAILED_SAFE}) if job.detail == GlyphMissing.key]
        return Recorded(frozenset().union(*(self._became(job, JobState.QUEUED, "again") for job in stuck)))

    def stand_in(self, printer: str, other: str) -> Recorded:
        """Let whatever waits for a printer that cannot print go to another: nothing of it can have come out."""
        changes = set[ChangeSet]()
        waiting = [*self._stuck(), *self.waiting()]
        for job in sorted((each for each in waiting if each.printer == printer), key=lambda each: each.at):
            with suppress(JobCannotBecome):  # settled or begun meanwhile
                changes.add(self.badges.move(job.id, other).changes)
        return Recorded(frozenset().union(*changes))

    def _became(self, job: Job, state: JobState, detail: str) -> ChangeSet:
        """Record what a job is; one that another process changed meanwhile stays as it is, and keeps up no other."""
        try:
            return self.badges.job_changed(job.id, state, detail, at=job.printer).changes
        except JobCannotBecome:
            return frozenset()

    def _stuck(self) -> Sequence[Job]:
        return [job for job in self.queries.own_jobs({JobState.FAILED_SAFE}) if job.detail in _OF_PRINTER]

    def follow(self, job: Job, follow: Follow, told: Told) -> Outcome | None:
        """Ask a printer what became of a job; None where that was settled meanwhile."""
        try:
            return follow(job, self._recording(job, told))
        except JobCannotBecome:  # a person answered while the printer was asked
            return None

    def print(self, job: Job, prepare: Prepare, recall: Recall, told: Told) -> Outcome | None:
        """Print a job; return what came of it, None where nothing was sent to any printer.

        Args:
            job: a queued one.
            prepare: draws its badge for its printer.
            recall: takes back what a printer was given before, of which a person said that it did not come out.
            told: hears what each state that was recorded changed, in the thread that calls.
        """
        record = self._recording(job, told)
        try:
            card = self.queries.card(job.delegate)
            if (
                card and card.delegate.id != job.delegate
            ):  # the guest has the badge of the record that stands for this one
                told(self.badges.follow_merge(job.id).changes)
                return None
            if job.ticket and (still := after_recall(recall(job.ticket))):
                record(JobState.UNKNOWN, still, None)
                return None
            return self._print(job, card, prepare, record)
        except JobCannotBecome:  # taken back, settled or sent elsewhere while it waited: its next step is not made
            return None

    def _recording(self, job: Job, told: Told) -> Record:
        """Return what records each state before the next step; that a badge is drawn, which lets nothing out, with the next one.

        A scan that meets a commit waits for all of it.
        """
        drawn = False

        def record(state: JobState, detail: str, ticket: Ticket | None) -> None:
            nonlocal drawn
            if state is JobState.RENDERED:
                drawn = True
                return
            self.give_way()
            told(self.badges.job_changed(job.id, state, detail, at=job.printer, ticket=ticket, drawn=drawn).changes)
            drawn = False

        return record

    def _print(self, job: Job, card: DelegateCard | None, prepare: Prepare, record: Record) -> Outcome | None:
        if card is None or not card.badge.is_valid(job.issue):
            record(JobState.SUPERSEDED, "", None)
            return None
        self.give_way()  # and one beside whoever draws for the interpreter, again and again
        ready = _ready(job, card, prepare)
        return _ended(ready, record) if isinstance(ready, Outcome) else ready(record)


def is_of_printer(problem: PrintProblem | None) -> bool:
    """Return whether the next badge would fare no better at the same printer."""
    return problem is not None and problem.key in _OF_PRINTER


@dataclass(slots=True)
class PrinterTroubles:
    """Why printers do not print, as far as the newest badge of each tells, or what each said since."""

    _troubles: dict[str, PrintProblem] = field(default_factory=dict)

    def of(self, printer: str) -> PrintProblem | None:
        """Return why a printer's newest badge did not come out, or none would; None where nothing is known against it."""
        return self._troubles.get(printer)

    def hear(self, printer: str, problem: PrintProblem | None) -> None:
        """Remember what a printer said, or what keeps every badge from it; one that says nothing may print for all that."""
        if isinstance(problem, BadgeProblem):
            self._troubles[printer] = problem
        else:
            self.learn(printer, problem)

    def learn(self, printer: str, problem: PrintProblem | None) -> None:
        """Remember what is told of a printer, which is nothing where a badge itself is at fault."""
        match problem:
            case BadgeProblem() | PrinterSilent():
                pass
            case None:
                self._troubles.pop(printer, None)
            case _:
                self._troubles[printer] = problem


def _ready(job: Job, card: DelegateCard, prepare: Prepare) -> Ready | Outcome:
    """Return what prints a job, or how it ends without: a job that nobody ends would wait for ever."""
    try:
        return prepare(job, card)
    except PrintProblem as problem:
        return Outcome(JobState.FAILED_SAFE, problem)
    except Problem:
        raise
    except Exception as fault:  # noqa: BLE001 - reported, once the job has ended
        return Outcome(JobState.FAILED_SAFE, BadgeNotDrawn(), fault)


def _ended(outcome: Outcome, record: Record) -> Outcome:
    record(outcome.state, outcome.problem.key if outcome.problem else "", None)
    return outcome
