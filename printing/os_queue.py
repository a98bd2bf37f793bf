"""Queues of the operating system on Windows, which take pictures through Qt."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QMarginsF, QRect, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.jobs import Fate, Ticket
from checkin_app.domain.problems import PrinterFailed, PrinterMissing
from printing.driver import Keep, NothingAccepted, Order, Said
from printing.printers import Printer


@dataclass(frozen=True, slots=True)
class WindowsQueue:
    """Draws each badge as one picture at the printer's resolution; needs a QGuiApplication.

    The spooler is not asked what became of it.
    """

    recalls: ClassVar[bool] = False

    def queues(self) -> tuple[str, ...]:
        return tuple(QPrinterInfo.availablePrinterNames())

    def health(self, printer: Printer) -> None:
        """Find the queue; raises PrinterMissing where it is gone."""
        _found(printer)

    def submit(self, printer: Printer, order: Order, keep: Keep) -> Ticket:
        """Draw the badge on the device of the queue.

        Raises:
            PrinterMissing: it is gone; no ticket was kept.
            NothingAccepted, PrinterFailed: as `draw` does.
        """
        device = QPrinter(_found(printer), QPrinter.PrinterMode.HighResolution)
        ticket = Ticket(printer.name, f"badge {order.title} {order.mark}")
        device.setDocName(ticket.name)
        keep(ticket)
        draw(device, printer, order.document)
        return ticket

    def poll(self, printer: Printer, ticket: Ticket) -> Said:  # noqa: ARG002 - the spooler is not asked
        return Said(Fate.TAKEN)

    def recall(self, printer: Printer, ticket: Ticket) -> Said:  # noqa: ARG002 - the spooler is not asked
        return Said(Fate.SILENT)


def _found(printer: Printer) -> QPrinterInfo:
    found = QPrinterInfo.printerInfo(printer.address)
    if found.isNull():
        raise PrinterMissing(printer=printer.name)
    return found


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
