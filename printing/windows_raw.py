"""Label printers behind Windows' spooler: labels go there as they are."""

from dataclasses import dataclass
from typing import Any

from msgspec import structs

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.jobs import Ticket
from printing.driver import Keep, NothingAccepted, Order
from printing.printers import Printer
from printing.windows_spooler import WindowsSpooler, asked, failed, refused


@dataclass(frozen=True, slots=True)
class WindowsRaw(WindowsSpooler):
    """Writes what a printer understands."""

    def submit(self, printer: Printer, order: Order, keep: Keep) -> Ticket:
        """Give the spooler a job that bears the name of its ticket.

        Raises:
            QueueDeleted, SpoolerAway, PrinterMissing, PrinterNotReady: as `health` does; no ticket was kept.
            NothingAccepted: the spooler made no job.
            PrinterFailed: it did not take the whole job, of which something may be printed.
        """
        self.health(printer)
        ticket = Ticket(printer.name, f"badge {order.title} {order.mark}")
        with asked(printer) as (spooler, handle):
            keep(ticket)
            try:
                number = spooler.StartDocPrinter(handle, 1, (ticket.name, None, "RAW"))
            except spooler.error as error:
                raise NothingAccepted(refused(printer, error.winerror)) from error
            self.given(ticket)
            _write(spooler, handle, printer, order.document)
        return structs.replace(ticket, number=number)


def _write(spooler: Any, handle: Any, printer: Printer, document: bytes) -> None:
    try:
        spooler.StartPagePrinter(handle)
        if spooler.WritePrinter(handle, document) != len(document):
            raise failed(printer, PrinterStop.QUEUE_TOOK_NOTHING)
        spooler.EndPagePrinter(handle)
        spooler.EndDocPrinter(handle)
    except spooler.error as error:
        raise failed(printer, PrinterStop.QUEUE_TOOK_NOTHING) from error
