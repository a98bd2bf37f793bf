"""Queues of the operating system on Windows, which take pictures through Qt, and are asked of them by the spooler."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from msgspec import structs
from PySide6.QtCore import QMarginsF, QRect, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.jobs import Ticket
from checkin_app.domain.problems import PrinterFailed, PrintProblem
from checkin_app.domain.problems_printing import QueueDeleted
from printing.driver import Keep, NothingAccepted, Order
from printing.printers import Printer
from printing.windows_spooler import WindowsSpooler


def _device_of(printer: Printer) -> QPrinter:
    """Return the device that a queue is drawn on; raises QueueDeleted."""
    found = QPrinterInfo.printerInfo(printer.address)
    if found.isNull():
        raise QueueDeleted(printer=printer.name, queue=printer.address)
    return QPrinter(found, QPrinter.PrinterMode.HighResolution)


@dataclass(frozen=True, slots=True)
class WindowsQueue(WindowsSpooler):
    """Draws each badge as one picture at the printer's resolution; needs a QGuiApplication."""

    device: Callable[[Printer], QPrinter] = _device_of

    def queues(self) -> tuple[str, ...]:
        return tuple(QPrinterInfo.availablePrinterNames())

    def submit(self, printer: Printer, order: Order, keep: Keep) -> Ticket:
        """Draw the badge on the device of the queue, as a job that bears the name of its ticket.

        Raises:
            QueueDeleted, SpoolerAway, PrinterMissing, PrinterNotReady: as `health` does; no ticket was kept.
            NothingAccepted: the device could not be opened, and the spooler made no job.
            PrinterFailed: the badge could not be finished; the queue may hold it.
        """
        self.health(printer)
        device = self.device(printer)
        ticket = Ticket(printer.name, f"badge {order.title} {order.mark}")
        device.setDocName(ticket.name)
        keep(ticket)
        self.given(ticket)
        try:
            draw(device, printer, order.document)
        except NothingAccepted as nothing:
            if self._may_have(printer, ticket):
                raise nothing.problem from nothing
            raise
        return structs.replace(ticket, number=self._number_of(printer, ticket))

    def _may_have(self, printer: Printer, ticket: Ticket) -> bool:
        """Return whether Windows made a job all the same, of which it then began no page, or does not say so."""
        try:
            return self.job_of(printer, ticket) is not None
        except PrintProblem:
            return True

    def _number_of(self, printer: Printer, ticket: Ticket) -> int:
        """Return the spooler's number of a job; 0 where it is gone already, or nobody says."""
        with suppress(PrintProblem):
            if job := self.job_of(printer, ticket):
                return int(job["JobId"])
        return 0


def draw(device: QPrinter, printer: Printer, document: bytes) -> None:
    """Draw a badge on a device at the size of the printer's template.

    Raises:
        NothingAccepted: the device could not be opened.
        PrinterFailed: it could not be finished; some of it may be in the queue.
    """
    template = printer.look()
    size = QPageSize(QSizeF(template.width, template.height), QPageSize.Unit.Millimeter)
    device.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    device.setFullPage(True)
    picture = QImage.fromData(document)
    painter = QPainter()
    if not painter.begin(device):
        raise NothingAccepted(PrinterFailed(printer=printer.name, detail=PrinterStop.NOT_OPENED))
    paper = device.pageLayout().fullRectPixels(device.resolution())
    painter.drawImage(QRect(0, 0, paper.width(), paper.height()), picture)
    if not painter.end() or device.printerState() == QPrinter.PrinterState.Error:
        raise PrinterFailed(printer=printer.name, detail=PrinterStop.QUEUE_TOOK_NOTHING)
