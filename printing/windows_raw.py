"""Label printers behind Windows' spooler: labels go there as they are, and the spooler is asked what became of them.

Functions and numbers: Microsoft, "Print Spooler API" (winspool.h), through pywin32.
"""

from dataclasses import dataclass, field
from importlib import import_module
from time import monotonic, sleep
from typing import Any, ClassVar

from msgspec import structs

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.jobs import UNDER_WAY, Fate, Ticket
from checkin_app.domain.problems import PrinterFailed, PrinterMissing, PrintProblem
from checkin_app.domain.problems_printing import PrinterNotReady, SpoolerAway
from printing.driver import Keep, NothingAccepted, Order, Said
from printing.printers import Printer

_NO_SERVER, _ACCESS_DENIED, _NO_SUCH_JOB = 1722, 5, 87
_OFFLINE = 0x400
"""Among the attributes of a printer: it was set to be used offline."""
_DELETE = 5
"""JOB_CONTROL_DELETE."""
#: What a printer's status says, in the order in which it is told.
_STOPS = (
    (0x400000, PrinterStop.COVER_OPEN),
    (0x10, PrinterStop.NO_LABELS),
    (0x08, PrinterStop.JAMMED),
    (0x40000, PrinterStop.NO_INK),
    (0x80, PrinterStop.OFFLINE),
    (0x100002, PrinterStop.ERROR),
    (0x01, PrinterStop.PAUSED),
)
_JOB_PRINTED, _JOB_PRINTING = 0x1080, 0x10
"""Printed or complete; being printed."""
_JOB_STOPS = (
    (0x40, PrinterStop.LABELS_RAN_OUT),
    (0x20, PrinterStop.OFFLINE),
    (0x602, PrinterStop.ERROR),
    (0x01, PrinterStop.PAUSED),
)
_GONE_IN, _LOOK = 5.0, 0.1
"""Seconds for which a job that is taken back is looked at, and between two looks."""


@dataclass(frozen=True, slots=True)
class WindowsRaw:
    """A job that is gone from the spooler went to its printer, or was deleted by somebody: it counts as sent, no more."""

    recalls: ClassVar[bool] = True
    _own: set[str] = field(default_factory=set, init=False, compare=False)
    """Names of jobs that this run gave the spooler: of others that are gone nothing is known."""

    def health(self, printer: Printer) -> None:
        """Ask the spooler of its printer; raises PrinterMissing, SpoolerAway, PrinterNotReady."""
        spooler, handle = _opened(printer)
        try:
            said = spooler.GetPrinter(handle, 2)
        except spooler.error as error:
            raise SpoolerAway from error
        finally:
            spooler.ClosePrinter(handle)
        stop = _stop_in(said["Status"], _STOPS)
        if stop is None and said["Attributes"] & _OFFLINE:
            stop = PrinterStop.OFFLINE
        if stop:
            raise PrinterNotReady(printer=printer.name, detail=stop)

    def submit(self, printer: Printer, order: Order, keep: Keep) -> Ticket:
        """Give the spooler a job that bears the name of its ticket.

        Raises:
            PrinterMissing, SpoolerAway, PrinterNotReady: as `health` does; no ticket was kept.
            NothingAccepted: the spooler made no job.
            PrinterFailed: it did not take the whole job, of which something may be printed.
        """
        self.health(printer)
        ticket = Ticket(printer.name, f"badge {order.title} {order.mark}")
        spooler, handle = _opened(printer)
        try:
            keep(ticket)
            try:
                number = spooler.StartDocPrinter(handle, 1, (ticket.name, None, "RAW"))
            except spooler.error as error:
                raise NothingAccepted(_failed(printer, PrinterStop.QUEUE_REFUSED)) from error
            self._own.add(ticket.name)
            _write(spooler, handle, printer, order.document)
        finally:
            spooler.ClosePrinter(handle)
        return structs.replace(ticket, number=number)

    def poll(self, printer: Printer, ticket: Ticket) -> Said:
        """Return what the spooler says of a job now."""
        try:
            spooler, handle = _opened(printer)
        except PrintProblem as problem:
            return Said(Fate.SILENT, problem)
        try:
            job = _job(spooler, handle, ticket)
        except spooler.error:
            return Said(Fate.SILENT, SpoolerAway())
        finally:
            spooler.ClosePrinter(handle)
        if job is None:
            return self._gone(ticket)
        if job["Status"] & _JOB_PRINTED:
            return Said(Fate.PRINTED)
        stop = _stop_in(job["Status"], _JOB_STOPS)
        fate = Fate.PRINTING if job["Status"] & _JOB_PRINTING or job["PagesPrinted"] else Fate.WAITING
        return Said(fate, _failed(printer, stop) if stop else None)

    def recall(self, printer: Printer, ticket: Ticket) -> Said:
        """Take a job out of the spooler, and return what it came to once it is gone."""
        said = self.poll(printer, ticket)
        if said.fate not in UNDER_WAY:
            return said
        began, why = said.fate is Fate.PRINTING, said.problem or _failed(printer, PrinterStop.TOO_SLOW)
        try:
            spooler, handle = _opened(printer)
        except PrintProblem as problem:
            return Said(Fate.SILENT, problem)
        try:
            job = _job(spooler, handle, ticket)
            if job is None:  # it went to its printer between the two looks
                return self._gone(ticket)
            spooler.SetJob(handle, job["JobId"], 0, None, _DELETE)
            ends = monotonic() + _GONE_IN
            while (job := _job(spooler, handle, ticket)) is not None and monotonic() < ends:
                began = began or bool(job["Status"] & (_JOB_PRINTING | _JOB_PRINTED))
                sleep(_LOOK)
        except spooler.error:
            return Said(Fate.SILENT, why)
        finally:
            spooler.ClosePrinter(handle)
        if job is not None:
            return Said(Fate.SILENT, why)
        return Said(Fate.BROKEN if began else Fate.NOT_PRINTED, why)

    def _gone(self, ticket: Ticket) -> Said:
        return Said(Fate.TAKEN if ticket.name in self._own else Fate.LOST)


def _opened(printer: Printer) -> tuple[Any, Any]:
    """Return Windows' spooler and a handle of the printer; raises PrinterMissing, SpoolerAway, PrinterFailed."""
    spooler = import_module("win32print")
    try:
        return spooler, spooler.OpenPrinter(printer.address)
    except spooler.error as error:
        if error.winerror == _NO_SERVER:
            raise SpoolerAway from error
        if error.winerror == _ACCESS_DENIED:
            raise _failed(printer, PrinterStop.DENIED) from error
        raise PrinterMissing(printer=printer.name) from error


def _write(spooler: Any, handle: Any, printer: Printer, document: bytes) -> None:
    try:
        spooler.StartPagePrinter(handle)
        if spooler.WritePrinter(handle, document) != len(document):
            raise _failed(printer, PrinterStop.QUEUE_TOOK_NOTHING)
        spooler.EndPagePrinter(handle)
        spooler.EndDocPrinter(handle)
    except spooler.error as error:
        raise _failed(printer, PrinterStop.QUEUE_TOOK_NOTHING) from error


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


def _stop_in(status: int, stops: tuple[tuple[int, PrinterStop], ...]) -> PrinterStop | None:
    return next((stop for bits, stop in stops if status & bits), None)


def _failed(printer: Printer, detail: PrinterStop) -> PrinterFailed:
    return PrinterFailed(printer=printer.name, detail=detail)
