"""A process that prints one badge through CUPS and is killed at one of its steps; run by the tests, which read its ledger.

Its words: the spooler's socket, the queue, the file of its ledger, the step.
"""

import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import msgspec

from checkin_app.domain.jobs import JobState, Ticket
from checkin_app.runtime.settings import PrinterKind
from printing.cups_queue import CupsQueue
from printing.ipp import Answer, Spooler
from printing.press import Press, Watch
from printing.printers import Printer

#: Where it can die, in their order: at each record, before it and after it, and with the job sent and no answer heard.
STEPS = ("before sending", "after sending", "unheard", "before sent", "after sent", "before confirmed")


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@dataclass(frozen=True)
class _Unheard(Spooler):
    """A spooler whose answer to a job is never heard."""

    def _answer(self, line, path: str, request: bytes) -> Answer:
        if b"%PDF" in request:
            line.request("POST", path, request, self._headers())
            line.getresponse()  # it was taken
            _die()
        return super()._answer(line, path, request)


def main(socket: str, queue: str, ledger: str, step: str) -> None:
    def record(state: JobState, _detail: str, ticket: Ticket | None = None) -> None:
        if step == f"before {state}":
            _die()
        with Path(ledger).open("ab") as file:
            file.write(msgspec.json.encode((state, ticket)) + b"\n")
        if step == f"after {state}":
            _die()

    spooler = (_Unheard if step == "unheard" else Spooler)(socket)
    driver, printer = CupsQueue(lambda: spooler), Printer("Office", PrinterKind.QUEUE, queue)
    press = Press({PrinterKind.QUEUE: driver}, Watch(20.0), lambda _content, _printer: b"%PDF-1.7")
    press.run(SimpleNamespace(number="0412-2"), printer, record)


if __name__ == "__main__":
    main(*sys.argv[1:])
