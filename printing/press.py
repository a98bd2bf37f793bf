"""One badge taken from content to ink, each step recorded before it is made."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from typing import assert_never

from checkin_app.domain.jobs import JobState
from checkin_app.domain.problems import PrinterFailed, PrintProblem
from checkin_app.runtime.settings import PrinterKind
from printing.content import BadgeContent
from printing.driver import Driver, Link, NothingAccepted, Settled
from printing.printers import Printer

Record = Callable[[JobState, str], None]
"""Makes a state durable; the text is a problem's key or empty, and never personal."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How far a job came, and why no further."""

    state: JobState
    problem: PrintProblem | None = None


@dataclass(frozen=True, slots=True)
class Press:
    """Prints one job at a time, in the thread that calls it; the queue and its threads are the caller's."""

    drivers: Mapping[PrinterKind, Driver]

    def run(self, content: BadgeContent, printer: Printer, record: Record) -> Outcome:
        """Print a queued badge.  What `record` raises stops the job where it is: nothing unrecorded is sent."""
        driver = self.drivers[printer.kind]
        try:
            document = driver.document(content, printer)
        except PrintProblem as problem:
            return _ended(JobState.FAILED_SAFE, problem, record)
        record(JobState.RENDERED, "")
        with ExitStack() as open_links:
            try:
                link = open_links.enter_context(driver.connect(printer, content.number))
            except PrintProblem as problem:
                return _ended(JobState.FAILED_SAFE, problem, record)
            record(JobState.SENDING, "")
            return _hand_over(link, document, printer, record)


def _hand_over(link: Link, document: bytes, printer: Printer, record: Record) -> Outcome:
    try:
        link.send(document)
    except NothingAccepted as nothing:
        return _ended(JobState.FAILED_SAFE, nothing.problem, record)
    except PrintProblem as problem:
        return _ended(JobState.UNKNOWN, problem, record)
    record(JobState.SENT, "")
    try:
        settled = link.settle()
    except PrintProblem as problem:
        return _ended(JobState.UNKNOWN, problem, record)
    match settled:
        case Settled.PRINTED:
            record(JobState.CONFIRMED, "")
            return Outcome(JobState.CONFIRMED)
        case Settled.TAKEN:
            return Outcome(JobState.SENT)
        case Settled.NO_ANSWER:
            silent = PrinterFailed(printer=printer.name, detail="it did not say whether the badge came out")
            return _ended(JobState.UNKNOWN, silent, record)
    assert_never(settled)


def _ended(state: JobState, problem: PrintProblem, record: Record) -> Outcome:
    record(state, problem.key)
    return Outcome(state, problem)
