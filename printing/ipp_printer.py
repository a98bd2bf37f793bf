"""Printers in the network that take PDFs by themselves: a badge goes there with no queue of this computer between."""

import sys
from dataclasses import dataclass, field
from functools import partial

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.problems import PrinterMissing, PrintProblem, StoreNotWritable
from checkin_app.domain.texts import Detail
from checkin_app.runtime.printer_trust import certificate_at, keep_certificate
from printing.ipp import Attributes, Spooler
from printing.ipp_driver import IppDriver, Place, place_of
from printing.ipp_line import alike
from printing.ipp_said import stop_in
from printing.printers import Printer


@dataclass(frozen=True, slots=True)
class IppPrinter(IppDriver):
    """Asks the printer itself, which says how it is at this moment, and knows its own jobs."""

    _certificates: dict[str, str] = field(default_factory=dict, init=False, compare=False)
    """Of each place, the SHA-256 of the one that it showed first in this run, where this computer keeps none."""

    def place(self, printer: Printer) -> Place:
        trusted = partial(self.is_its_own, place_of(printer)) if printer.private else None
        spooler = Spooler(printer.address, printer.port, trusted)
        return spooler.known_by(self.door(printer, spooler)), printer.path

    def is_its_own(self, place: str, digest: str) -> bool:
        """Return whether a certificate is that of a place: the first that it ever shows here is kept as its own.

        Raises:
            OSError: what is kept of it cannot be read.
        """
        if known := certificate_at(place):
            return alike(known, digest)
        try:
            keep_certificate(place, digest)
        except StoreNotWritable:
            return alike(self._certificates.setdefault(place, digest), digest)
        return True

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
