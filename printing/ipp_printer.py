"""Printers in the network that take PDFs by themselves: a badge goes there with no queue of this computer between."""

import sys
from dataclasses import dataclass

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.problems import PrinterMissing, PrintProblem
from checkin_app.domain.texts import Detail
from printing.ipp import Attributes, Spooler
from printing.ipp_driver import IppDriver, Place, stop_in
from printing.printers import Printer


@dataclass(frozen=True, slots=True)
class IppPrinter(IppDriver):
    """Asks the printer itself, which says how it is at this moment, and knows its own jobs."""

    def place(self, printer: Printer) -> Place:
        return Spooler(printer.address, printer.port), printer.path

    def place_of_jobs(self, printer: Printer) -> Place:
        return self.place(printer)

    def stop_in(self, said: Attributes, printer: Printer) -> Detail | None:  # noqa: ARG002 - of any printer
        if "application/pdf" not in said.get("document-format-supported", ("application/pdf",)):
            return PrinterStop.NO_PDF
        return stop_in(said, stale_in=sys.maxsize)

    def away(self, printer: Printer) -> PrintProblem:
        return PrinterMissing(printer=printer.name)

    def gone(self, printer: Printer) -> PrintProblem:
        return PrinterMissing(printer=printer.name)
