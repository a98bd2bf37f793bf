"""One badge taken from content to ink, each step recorded before it is made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from secrets import token_hex
from time import monotonic, sleep

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.jobs import MAY_STILL_COME, UNDER_WAY, Fate, JobState, Ticket, after_fault, state_by
from checkin_app.domain.problems import BadgeNotDrawn, PrinterFailed, PrintProblem
from checkin_app.runtime.settings import PrinterKind
from checkin_app.services.ports.printers import Outcome, Record
from checkin_app.services.ports.progress import at_once
from printing.content import BadgeContent
from printing.driver import Driver, NothingAccepted, Order, Said
from printing.printers import Printer

_LONGEST_NAME = 50
"""Characters, of which each may take four of the 255 bytes that a file's name may have."""


@dataclass(frozen=True, slots=True)
class Watch:
    """How a printer is watched that has a badge; in seconds."""

    printed_in: float = 60.0
    """After which the badge is taken out again."""
    looks: tuple[float, float] = (0.1, 1.0)
    """Between two looks, the first and the longest."""
    now: Callable[[], float] = monotonic
    wait: Callable[[float], None] = sleep


def _document(content: BadgeContent, printer: Printer, give_way: Callable[[], None]) -> bytes:
    from printing.languages import document  # noqa: PLC0415 - what draws is loaded by the first badge, not by the window

    return document(content, printer, give_way)


def _recorded_nowhere(_state: JobState, _detail: str, _ticket: Ticket | None) -> None:
    """Let a page go that no ledger knows."""


@dataclass(frozen=True, slots=True)
class Press:
    """Prints one job at a time, in the thread that calls it; the queue and its threads are the caller's."""

    drivers: Mapping[PrinterKind, Driver]
    watch: Watch = Watch()
    draw: Callable[[BadgeContent, Printer, Callable[[], None]], bytes] = _document

    def run(
        self, content: BadgeContent, printer: Printer, record: Record, give_way: Callable[[], None] = at_once
    ) -> Outcome:
        """Print a queued badge, and end it in a state with words whatever happens.

        What `record` raises stops the job where it is: nothing unrecorded is sent.  Between two steps of drawing
        `give_way` is called, which may wait for a moment in which the interpreter is not needed.
        """
        walk = _Walk(record)
        drawn = partial(self.draw, content, printer, give_way)
        return _ending(walk, printer, lambda: self._run(drawn, content.number, printer, walk))

    def page(self, document: Callable[[], bytes], title: str, printer: Printer) -> Outcome:
        """Print what is no badge, such as a test label: it is recorded nowhere, and asked of nobody."""
        walk = _Walk(_recorded_nowhere)
        return _ending(walk, printer, lambda: self._run(document, title, printer, walk))

    def follow(self, printer: Printer, ticket: Ticket, state: JobState, record: Record) -> Outcome:
        """Ask a printer what became of a job of an earlier run, and end it by the answer, once there is one.

        Where nobody answers now, it is a question that can be asked of the printer again.
        """
        walk = _Walk(record, state, ticket)
        return _ending(walk, printer, lambda: self._follow(printer, ticket, walk))

    def recall(self, printer: Printer, ticket: Ticket) -> Fate:
        """Take back what a printer was given, and return what is known of it then."""
        return self.drivers[printer.kind].recall(printer, ticket).fate

    def reach(self, printer: Printer) -> None:
        """Ask a printer how it is, with nothing sent; raises PrintProblem where it is not ready."""
        self.drivers[printer.kind].health(printer)

    def _run(self, document: Callable[[], bytes], title: str, printer: Printer, walk: "_Walk") -> Outcome:
        driver = self.drivers[printer.kind]
        try:
            order = Order(document(), _plain(title), token_hex(6))
        except PrintProblem as problem:
            return walk.ended(JobState.FAILED_SAFE, problem)
        walk.to(JobState.RENDERED)
        try:
            ticket = driver.submit(printer, order, walk.sending)
        except NothingAccepted as nothing:
            return walk.ended(JobState.FAILED_SAFE, nothing.problem)
        except PrintProblem as problem:
            if walk.ticket is None:
                return walk.ended(JobState.FAILED_SAFE, problem)
            return self._silent(driver, problem, walk)
        walk.to(JobState.SENT, ticket=ticket)
        return self._settled(driver, self._watched(driver, printer, ticket), walk)

    def _follow(self, printer: Printer, ticket: Ticket, walk: "_Walk") -> Outcome:
        driver = self.drivers[printer.kind]
        said = driver.poll(printer, ticket)
        if said.fate in UNDER_WAY:
            said = self._watched(driver, printer, ticket)
        if said.fate is Fate.TAKEN:  # by an earlier run: nobody will say more of it
            said = Said(Fate.SILENT, said.problem)
        if said.fate is Fate.PRINTED and walk.state is JobState.SENDING:
            walk.to(JobState.SENT, ticket=ticket)
        return self._settled(driver, said, walk)

    def _watched(self, driver: Driver, printer: Printer, ticket: Ticket) -> Said:
        """Look at a job until it ended; one that takes too long is taken out of the printer."""
        ends, pause, began = self.watch.now() + self.watch.printed_in, self.watch.looks[0], False
        while (said := driver.poll(printer, ticket)).fate in UNDER_WAY or (said.fate is Fate.SILENT and driver.recalls):
            began |= said.fate is Fate.PRINTING
            if self.watch.now() > ends:
                said = driver.recall(printer, ticket)
                break
            self.watch.wait(pause)
            pause = min(2 * pause, self.watch.looks[1])
        if began and said.fate is Fate.NOT_PRINTED:
            why = said.problem.details.get("detail") if said.problem else None
            return Said(Fate.BROKEN, PrinterFailed(printer=printer.name, detail=why or PrinterStop.TOO_SLOW))
        return said

    def _settled(self, driver: Driver, said: Said, walk: "_Walk") -> Outcome:
        if said.fate is Fate.TAKEN:
            return Outcome(JobState.SENT)
        if said.fate is Fate.SILENT:
            return self._silent(driver, said.problem, walk)
        return walk.ended(state_by(said.fate), said.problem)

    @staticmethod
    def _silent(driver: Driver, problem: PrintProblem | None, walk: "_Walk") -> Outcome:
        """Make a question of a job that may still come out: one that its printer may answer yet, or a person alone."""
        if driver.recalls:
            return walk.ended(JobState.UNKNOWN, problem, ticket=walk.ticket)
        walk.to(JobState.UNKNOWN, MAY_STILL_COME)
        return Outcome(JobState.UNKNOWN, problem)


@dataclass(slots=True)
class _Walk:
    """How far a job has come, made durable step by step."""

    record: Record
    state: JobState = JobState.QUEUED
    ticket: Ticket | None = None
    """By which its printer can be asked."""
    refused: bool = False
    """The last step could not be recorded."""

    def to(self, state: JobState, detail: str = "", ticket: Ticket | None = None) -> None:
        self.refused = True
        self.record(state, detail, ticket)
        self.state, self.ticket, self.refused = state, ticket, False

    def sending(self, ticket: Ticket) -> None:
        self.to(JobState.SENDING, ticket=ticket)

    def ended(
        self,
        state: JobState,
        problem: PrintProblem | None = None,
        fault: Exception | None = None,
        ticket: Ticket | None = None,
    ) -> Outcome:
        if (state, ticket) != (self.state, self.ticket):  # else it is the question that it was
            self.to(state, problem.key if problem else "", ticket)
        return Outcome(state, problem, fault)

    def broken_off(self, printer: Printer, fault: Exception) -> Outcome:
        """End a job that a bug of ours stopped; its printer can be asked of it as before."""
        failed = PrinterFailed(printer=printer.name, detail=PrinterStop.BROKE_OFF)
        ended = after_fault(self.state)
        if ended is self.state:
            return Outcome(self.state, failed, fault)
        return self.ended(ended, BadgeNotDrawn() if self.state is JobState.QUEUED else failed, fault, self.ticket)


def _ending(walk: _Walk, printer: Printer, work: Callable[[], Outcome]) -> Outcome:
    try:
        return work()
    except Exception as fault:  # whatever breaks in a driver, no job may wait for ever; the press room reports it
        if walk.refused:
            raise
        return walk.broken_off(printer, fault)


def _plain(number: str) -> str:
    """Return the name of a job: letters, digits and dashes, since badge numbers come from other people's lists.

    Two numbers never make one name, or a folder would keep the badge of one guest only.
    """
    plain = "".join(each if each.isalnum() or each in "-_" else "_" for each in number)
    if plain == number and len(number) <= _LONGEST_NAME:
        return number or "badge"
    mark = sha256(number.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{plain[:_LONGEST_NAME]}-{mark}"
