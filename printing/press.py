"""One badge taken from content to ink, each step recorded before it is made."""

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from typing import assert_never

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.jobs import JobState, after_fault
from checkin_app.domain.problems import BadgeNotDrawn, PrinterFailed, PrinterSilent, PrintProblem
from checkin_app.runtime.settings import PrinterKind
from checkin_app.services.ports.printers import Outcome, Record
from printing.content import BadgeContent
from printing.driver import Driver, Link, NothingAccepted, Settled
from printing.printers import Printer

_LONGEST_NAME = 50
"""Characters, of which each may take four of the 255 bytes that a file's name may have."""


@dataclass(frozen=True, slots=True)
class Press:
    """Prints one job at a time, in the thread that calls it; the queue and its threads are the caller's."""

    drivers: Mapping[PrinterKind, Driver]

    def run(self, content: BadgeContent, printer: Printer, record: Record) -> Outcome:
        """Print a queued badge, and end it in a state with words whatever happens.

        What `record` raises stops the job where it is: nothing unrecorded is sent.
        """
        walk = _Walk(record)
        try:
            return self._run(content, printer, walk)
        except Exception as fault:  # whatever breaks in a driver, no job may wait for ever; the press room reports it
            if walk.refused:
                raise
            return walk.broken_off(printer, fault)

    def reach(self, printer: Printer) -> None:
        """Open a way to a printer and close it again, with nothing sent; raises PrintProblem where it is not ready."""
        with self.drivers[printer.kind].connect(printer, "badge"):
            pass

    def _run(self, content: BadgeContent, printer: Printer, walk: "_Walk") -> Outcome:
        driver = self.drivers[printer.kind]
        try:
            document = driver.document(content, printer)
        except PrintProblem as problem:
            return walk.ended(JobState.FAILED_SAFE, problem)
        walk.to(JobState.RENDERED)
        with ExitStack() as open_links:
            try:
                link = open_links.enter_context(driver.connect(printer, _plain(content.number)))
            except PrintProblem as problem:
                return walk.ended(JobState.FAILED_SAFE, problem)
            walk.to(JobState.SENDING)
            return _hand_over(link, document, printer, walk)


@dataclass(slots=True)
class _Walk:
    """How far a job has come, made durable step by step."""

    record: Record
    state: JobState = JobState.QUEUED
    refused: bool = False
    """The last step could not be recorded."""

    def to(self, state: JobState, detail: str = "") -> None:
        self.refused = True
        self.record(state, detail)
        self.state, self.refused = state, False

    def ended(self, state: JobState, problem: PrintProblem | None = None, fault: Exception | None = None) -> Outcome:
        self.to(state, problem.key if problem else "")
        return Outcome(state, problem, fault)

    def broken_off(self, printer: Printer, fault: Exception) -> Outcome:
        """End a job that a bug of ours stopped."""
        failed = PrinterFailed(printer=printer.name, detail=PrinterStop.BROKE_OFF)
        ended = after_fault(self.state)
        if ended is self.state:
            return Outcome(self.state, failed, fault)
        return self.ended(ended, BadgeNotDrawn() if self.state is JobState.QUEUED else failed, fault)


def _hand_over(link: Link, document: bytes, printer: Printer, walk: _Walk) -> Outcome:
    try:
        link.send(document)
        walk.to(JobState.SENT)
        settled = link.settle()
    except NothingAccepted as nothing:
        return walk.ended(JobState.FAILED_SAFE, nothing.problem)
    except PrintProblem as problem:
        return walk.ended(JobState.UNKNOWN, problem)
    match settled:
        case Settled.PRINTED:
            return walk.ended(JobState.CONFIRMED)
        case Settled.TAKEN:
            return Outcome(JobState.SENT)
        case Settled.NO_ANSWER:
            return walk.ended(JobState.UNKNOWN, PrinterSilent(printer=printer.name))
    assert_never(settled)


def _plain(number: str) -> str:
    """Return the name of a job: letters, digits and dashes, since badge numbers come from other people's lists.

    Two numbers never make one name, or a folder would keep the badge of one guest only.
    """
    plain = "".join(each if each.isalnum() or each in "-_" else "_" for each in number)
    if plain == number and len(number) <= _LONGEST_NAME:
        return number or "badge"
    mark = sha256(number.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{plain[:_LONGEST_NAME]}-{mark}"
