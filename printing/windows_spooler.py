"""Windows' spooler, which is asked how its printers are, what became of badges, and to take them back.

Functions and numbers: Microsoft, "Print Spooler API" (winspool.h), through pywin32.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from time import monotonic, sleep
from typing import Any, ClassVar, TypeAlias

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.jobs import UNDER_WAY, Fate, Ticket
from checkin_app.domain.problems import PrinterFailed, PrinterMissing, PrintProblem
from checkin_app.domain.problems_printing import PrinterNotReady, QueueDeleted, SpoolerAway
from checkin_app.domain.texts import Detail
from printing.driver import Keep, Order, Said
from printing.printers import Printer

_ACCESS_DENIED, _NO_SUCH_JOB = 5, 87
_NO_SPOOLER = frozenset({1717, 1722, 1723, 1726})
"""RPC_S_UNKNOWN_IF, RPC_S_SERVER_UNAVAILABLE, RPC_S_SERVER_TOO_BUSY, RPC_S_CALL_FAILED."""
_DELETED = frozenset({1801, 1905})
"""ERROR_INVALID_PRINTER_NAME, ERROR_PRINTER_DELETED."""
_OF_ANOTHER = "\\\\"
"""What the name of a printer at another computer begins with, whose spooler is the one that answers or does not."""
_OFFLINE = 0x400
"""Among the attributes of a printer: it was set to be used offline."""
_DELETE = 5
"""JOB_CONTROL_DELETE."""
_PENDING_DELETION = 0x04
#: What a printer's status says, in the order in which it is told; what it only warns of, such as little toner, is not there.
_STOPS: tuple[tuple[int, PrinterStop], ...] = (
    (0x400000, PrinterStop.COVER_OPEN),
    (0x10, PrinterStop.NO_LABELS),
    (0x08, PrinterStop.JAMMED),
    (0x40000, PrinterStop.NO_INK),
    (0x800, PrinterStop.TRAY_FULL),
    (0x2001080, PrinterStop.OFFLINE),  # offline, not available, or its server is
    (0x100040, PrinterStop.ASKS),  # trouble with its paper, or somebody has to do something
    (0x200002, PrinterStop.ERROR),  # an error, or no memory left
    (0x01, PrinterStop.PAUSED),
)
_PRINTED, _HANDED_OVER, _PRINTING, _KEPT = 0x80, 0x1000, 0x10, 0x2000
"""Of a job: it is out; its data are at the printer, which may print still; it is being printed; it stays in the queue after that."""
_BEGUN = _PRINTED | _HANDED_OVER | _PRINTING
_BEING_DELETED = 0x104
_FAULT = 0x202
"""An error, or one that the driver cannot print: its port may say more in words of its own."""
_JOB_STOPS: tuple[tuple[int, PrinterStop], ...] = (
    (0x40, PrinterStop.LABELS_RAN_OUT),
    (0x20, PrinterStop.OFFLINE),
    (0x400, PrinterStop.ASKS),
    (_FAULT, PrinterStop.ERROR),
    (_BEING_DELETED, PrinterStop.GIVEN_UP),
    (0x01, PrinterStop.PAUSED),
)
_GONE_IN, _LOOK = 5.0, 0.1
"""Seconds for which a job that is taken back is looked at, and between two looks."""
_LONGEST_SAID = 120
"""Characters of a port's words that are shown."""

Asked: TypeAlias = tuple[Any, Any]
"""Windows' spooler, and a handle of the printer of which it is asked."""


@dataclass(frozen=True, slots=True)
class WindowsSpooler(ABC):
    """Knows a job by the name of its ticket, in a later run as well.

    A job that is gone from the spooler went to its printer, or was deleted by somebody: as far as nobody saw that, it counts
    as sent, no more.
    """

    recalls: ClassVar[bool] = True
    _seen: dict[str, int] = field(default_factory=dict, init=False, compare=False)
    """Every state that this run met, of each job by its name: of others that are gone nothing is known."""

    @abstractmethod
    def submit(self, printer: Printer, order: Order, keep: Keep) -> Ticket:
        """Hand over a whole job, as `printing.driver.Driver` says."""

    def health(self, printer: Printer) -> None:
        """Ask the spooler of its printer; raises QueueDeleted, SpoolerAway, PrinterNotReady, and what `asked` raises."""
        with asked(printer) as (spooler, handle):
            said = spooler.GetPrinter(handle, 2)
        if said["Status"] & _PENDING_DELETION:
            raise QueueDeleted(printer=printer.name, queue=printer.address)
        stop = _stop_in(said["Status"], _STOPS)
        if stop is None and said["Attributes"] & _OFFLINE:
            stop = PrinterStop.OFFLINE
        if stop:
            raise PrinterNotReady(printer=printer.name, detail=stop)

    def given(self, ticket: Ticket) -> None:
        """Remember that the spooler has a job of this run, or may have."""
        self._seen.setdefault(ticket.name, 0)

    def job_of(self, printer: Printer, ticket: Ticket) -> Any:
        """Return what the spooler knows of a job; None where it knows none of that name; raises what `asked` raises."""
        with asked(printer) as (spooler, handle):
            return self._looked(spooler, handle, ticket)

    def poll(self, printer: Printer, ticket: Ticket) -> Said:
        """Return what the spooler says of a job now."""
        try:
            job = self.job_of(printer, ticket)
        except PrintProblem as problem:
            return Said(Fate.SILENT, problem)
        if job is None:
            return self._gone(printer, ticket)
        if self._seen[ticket.name] & _PRINTED:
            return Said(Fate.PRINTED)
        stop = _why(job)
        if job["Status"] & _KEPT and stop is None:  # it stays, and nothing more is said of it
            return Said(Fate.TAKEN)
        fate = Fate.PRINTING if self._seen[ticket.name] & _BEGUN else Fate.WAITING
        return Said(fate, failed(printer, stop) if stop else None)

    def recall(self, printer: Printer, ticket: Ticket) -> Said:
        """Take a job out of the spooler, and return what it came to once it is gone."""
        said = self.poll(printer, ticket)
        if said.fate not in UNDER_WAY:
            return said
        why = said.problem or failed(printer, PrinterStop.TOO_SLOW)
        if self._seen[ticket.name] & _HANDED_OVER:  # all of it is at the printer: deleting it would take nothing back
            return Said(Fate.TAKEN)
        try:
            with asked(printer) as (spooler, handle):
                job = self._looked(spooler, handle, ticket)
                if job is None:  # it went to its printer between the two looks
                    return self._gone(printer, ticket)
                spooler.SetJob(handle, job["JobId"], 0, None, _DELETE)
                return self._until_gone(spooler, handle, ticket, why)
        except PrintProblem as problem:
            return Said(Fate.SILENT, problem)

    def _until_gone(self, spooler: Any, handle: Any, ticket: Ticket, why: PrintProblem) -> Said:
        """Look at a job that was deleted by us until it is gone."""
        ends = monotonic() + _GONE_IN
        while self._looked(spooler, handle, ticket) is not None and not self._seen[ticket.name] & _PRINTED:
            if monotonic() > ends:
                return Said(Fate.SILENT, why)
            sleep(_LOOK)
        if self._seen[ticket.name] & _PRINTED:
            return Said(Fate.PRINTED)
        return Said(Fate.BROKEN if self._seen[ticket.name] & _BEGUN else Fate.NOT_PRINTED, why)

    def _looked(self, spooler: Any, handle: Any, ticket: Ticket) -> Any:
        """Return what the spooler knows of a job, and remember its state; None where it knows none of that name."""
        job = _job(spooler, handle, ticket)
        if job is not None:
            bits = job["Status"] | (_PRINTING if job["PagesPrinted"] else 0)
            self._seen[ticket.name] = self._seen.get(ticket.name, 0) | bits
        return job

    def _gone(self, printer: Printer, ticket: Ticket) -> Said:
        """Return what is known of a job that the spooler does not have any more."""
        seen = self._seen.get(ticket.name)
        if seen is None:
            return Said(Fate.LOST)
        if seen & _PRINTED:
            return Said(Fate.PRINTED)
        if seen & _BEING_DELETED and not seen & _HANDED_OVER:
            # by its owner, and perhaps in the moment in which it went to the printer: whoever sees that one can tell
            return Said(Fate.BROKEN, failed(printer, PrinterStop.GIVEN_UP))
        return Said(Fate.TAKEN)


@contextmanager
def asked(printer: Printer) -> Iterator[Asked]:
    """Give the spooler and a handle of a printer.

    Raises:
        QueueDeleted: it knows no such printer.
        SpoolerAway: it does not answer, or not what was asked meanwhile.
        PrinterMissing: the printer is at another computer, which does not answer, or cannot be opened.
        PrinterFailed: this user may not use it.
    """
    spooler = import_module("win32print")
    try:
        handle = spooler.OpenPrinter(printer.address)
    except spooler.error as error:
        raise _known(printer, error.winerror) or PrinterMissing(printer=printer.name) from error
    try:
        yield spooler, handle
    except spooler.error as error:
        raise _known(printer, error.winerror) or SpoolerAway() from error
    finally:
        spooler.ClosePrinter(handle)


def _known(printer: Printer, number: int) -> PrintProblem | None:
    """Return the trouble of which the spooler gave this number; None for one that many troubles have."""
    if number in _DELETED:
        return QueueDeleted(printer=printer.name, queue=printer.address)
    if number == _ACCESS_DENIED:
        return failed(printer, PrinterStop.DENIED)
    if number in _NO_SPOOLER:
        return PrinterMissing(printer=printer.name) if printer.address.startswith(_OF_ANOTHER) else SpoolerAway()
    return None


def refused(printer: Printer, number: int) -> PrintProblem:
    """Return the trouble of a job that the spooler did not make, of which it gave this number."""
    return _known(printer, number) or failed(printer, PrinterStop.QUEUE_REFUSED)


def failed(printer: Printer, detail: Detail) -> PrinterFailed:
    return PrinterFailed(printer=printer.name, detail=detail)


def _job(spooler: Any, handle: Any, ticket: Ticket) -> Any:
    """Return what the spooler knows of a job; None where it knows none of that name."""
    if not ticket.number:
        jobs = spooler.EnumJobs(handle, 0, 9999, 1)
        return next((each for each in jobs if each["pDocument"] == ticket.name), None)
    try:
        job = spooler.GetJob(handle, ticket.number, 1)
    except spooler.error as error:
        if error.winerror == _NO_SUCH_JOB:
            return None
        raise
    return job if job["pDocument"] == ticket.name else None


def _why(job: Any) -> Detail | None:
    """Return why a job does not come out: of a fault in the words of its port, where that has some."""
    stop = _stop_in(job["Status"], _JOB_STOPS)
    words = str(job["pStatus"] or "").strip()[:_LONGEST_SAID]
    return PrinterStop.SAYS.of(said=words) if stop is PrinterStop.ERROR and words else stop


def _stop_in(status: int, stops: tuple[tuple[int, PrinterStop], ...]) -> PrinterStop | None:
    return next((stop for bits, stop in stops if status & bits), None)
