"""A process that prints one badge and is killed at one of its steps; run by the tests, which read its ledger.

Its words: the spooler's socket or a printer's address, the queue or nothing, the file of its ledger, the step.
"""

import os
import signal
import sys
from dataclasses import dataclass
from http.client import HTTPResponse
from pathlib import Path
from types import SimpleNamespace

import msgspec

from checkin_app.domain.jobs import JobState, Ticket
from checkin_app.runtime.settings import PrinterKind, PrinterSettings
from printing.cups_queue import CupsQueue
from printing.ipp import Spooler
from printing.ipp_driver import IppDriver, Place
from printing.ipp_printer import IppPrinter
from printing.press import Press, Watch
from printing.printers import Printer, printer_from

#: Where it can die, in their order: at each record, before it and after it, and with the job sent and no answer heard.
STEPS = ("before sending", "after sending", "unheard", "before sent", "after sent", "before confirmed")


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@dataclass(frozen=True)
class _Unheard(Spooler):
    """A spooler whose answer to a job is never heard."""

    def _asked(self, path: str, request: bytes, seconds: float, known: str) -> tuple[HTTPResponse, bytes]:
        answered = super()._asked(path, request, seconds, known)
        if b"%PDF" in request:
            _die()  # it was taken
        return answered


@dataclass(frozen=True)
class _Apart(IppPrinter):
    spoolers: type[Spooler]

    def place(self, printer: Printer) -> Place:
        return self.spoolers(printer.address, printer.port), printer.path


def main(place: str, queue: str, ledger: str, step: str) -> None:
    def record(state: JobState, _detail: str, ticket: Ticket | None = None) -> None:
        if step == f"before {state}":
            _die()
        with Path(ledger).open("ab") as file:
            file.write(msgspec.json.encode((state, ticket)) + b"\n")
        if step == f"after {state}":
            _die()

    spoolers = _Unheard if step == "unheard" else Spooler
    if queue:
        driver: IppDriver = CupsQueue(lambda: spoolers(place))
        printer = Printer("Office", PrinterKind.QUEUE, queue)
    else:
        driver = _Apart(spoolers)
        printer = printer_from(PrinterSettings("Office", PrinterKind.IPP, place))
    press = Press({printer.kind: driver}, Watch(20.0), lambda *_: b"%PDF-1.7")
    press.run(SimpleNamespace(number="0412-2"), printer, record)


if __name__ == "__main__":
    main(*sys.argv[1:])
