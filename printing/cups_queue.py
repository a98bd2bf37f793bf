"""Queues of the operating system on Linux and macOS: the PDF goes to CUPS by its own commands."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.problems import PrinterFailed, PrinterMissing
from printing.content import BadgeContent
from printing.driver import NothingAccepted, Settled
from printing.layout import lay_out
from printing.printers import Printer
from printing.raster import proven_pdf
from printing.template import load_template

_SECONDS = 15


@dataclass(frozen=True, slots=True)
class CupsQueue:
    """Hands PDFs to ``lp``; what the queue does with them afterwards it does not say."""

    def queues(self) -> tuple[str, ...]:
        """Return the queues of this computer; none where CUPS is not installed or does not run."""
        lpstat = shutil.which("lpstat")
        if not lpstat:
            return ()
        try:
            listed = subprocess.run([lpstat, "-e"], capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - fixed words
        except (OSError, subprocess.TimeoutExpired):
            return ()
        return tuple(listed.stdout.decode(errors="replace").split())

    def document(self, content: BadgeContent, printer: Printer) -> bytes:
        """Return the badge's PDF; raises PrintProblem."""
        return proven_pdf(lay_out(content, load_template(printer.template)), printer.dpi)

    @contextmanager
    def connect(self, printer: Printer, title: str) -> Iterator["_Queue"]:
        """Find the queue; raises PrinterMissing where it is gone."""
        lp = shutil.which("lp")
        if not lp or printer.address not in self.queues():
            raise PrinterMissing(printer=printer.name)
        yield _Queue(lp, printer, title)


@dataclass(frozen=True, slots=True)
class _Queue:
    lp: str
    printer: Printer
    title: str

    def send(self, document: bytes) -> None:
        """Give the queue the job.

        Raises:
            NothingAccepted: ``lp`` could not be started.
            PrinterFailed: it ended badly; the queue may hold the job nevertheless.
        """
        words = [
            self.lp,
            "-d",
            self.printer.address,
            "-t",
            f"badge {self.title}",
            "-o",
            "print-scaling=none",
            "--",
            "-",
        ]
        try:
            done = subprocess.run(words, input=document, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - no shell
        except subprocess.TimeoutExpired as error:
            raise self._failed(PrinterStop.QUEUE_SILENT) from error
        except OSError as error:
            raise NothingAccepted(self._failed(PrinterStop.LP_NOT_STARTED)) from error
        if done.returncode:
            raise self._failed(PrinterStop.QUEUE_REFUSED)

    def settle(self) -> Settled:
        return Settled.TAKEN

    def _failed(self, detail: PrinterStop) -> PrinterFailed:
        return PrinterFailed(printer=self.printer.name, detail=detail)
