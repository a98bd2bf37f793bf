"""Queues of the operating system on Windows, which take pictures through Qt."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRect, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.problems import PrinterFailed, PrinterMissing
from printing.content import BadgeContent
from printing.driver import NothingAccepted, Settled
from printing.layout import lay_out
from printing.printers import Printer
from printing.raster import page_png, proven_pdf
from printing.template import load_template


@dataclass(frozen=True, slots=True)
class WindowsQueue:
    """Draws each badge as one picture at the printer's resolution; needs a QGuiApplication."""

    def queues(self) -> tuple[str, ...]:
        return tuple(QPrinterInfo.availablePrinterNames())

    def document(self, content: BadgeContent, printer: Printer) -> bytes:
        """Return the badge as PNG at the printer's resolution; raises PrintProblem."""
        return page_png(proven_pdf(lay_out(content, load_template(printer.template)), printer.dpi), printer.dpi)

    @contextmanager
    def connect(self, printer: Printer, title: str) -> Iterator["_Device"]:
        """Find the queue; raises PrinterMissing where it is gone."""
        found = QPrinterInfo.printerInfo(printer.address)
        if found.isNull():
            raise PrinterMissing(printer=printer.name)
        device = QPrinter(found, QPrinter.PrinterMode.HighResolution)
        device.setDocName(f"badge {title}")
        yield device_link(device, printer)


def device_link(device: QPrinter, printer: Printer) -> "_Device":
    """Return the link that prints on `device` at the size of the printer's template."""
    template = load_template(printer.template)
    size = QPageSize(QSizeF(template.width, template.height), QPageSize.Unit.Millimeter)
    device.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    device.setFullPage(True)
    return _Device(device, printer)


@dataclass(frozen=True, slots=True)
class _Device:
    device: QPrinter
    printer: Printer

    def send(self, document: bytes) -> None:
        """Draw the badge on the device.

        Raises:
            NothingAccepted: the device could not be opened.
            PrinterFailed: it could not be finished; some of it may be in the queue.
        """
        picture = QImage.fromData(document)
        painter = QPainter()
        if not painter.begin(self.device):
            raise NothingAccepted(self._failed(PrinterStop.NOT_OPENED))
        paper = self.device.pageLayout().fullRectPixels(self.device.resolution())
        painter.drawImage(QRect(0, 0, paper.width(), paper.height()), picture)
        if not painter.end() or self.device.printerState() == QPrinter.PrinterState.Error:
            raise self._failed(PrinterStop.QUEUE_TOOK_NOTHING)

    def settle(self) -> Settled:
        return Settled.TAKEN

    def _failed(self, detail: PrinterStop) -> PrinterFailed:
        return PrinterFailed(printer=self.printer.name, detail=detail)
