"""The driver of label printers: a line to each, on which it is spoken to in its language.

A job is sent whole, and confirmed only by the printer's own answer.
"""

import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from checkin_app.domain.jobs import Fate, Ticket
from checkin_app.domain.problems import PrinterMissing, PrinterSilent
from checkin_app.runtime.settings import PrinterKind
from printing.driver import Keep, Order, Said
from printing.label_languages import LABEL_LANGUAGES, Times
from printing.printers import Printer, language_of
from printing.snmp import PORT
from printing.talk import Line, Talk


def _network_line(printer: Printer, seconds: float) -> Line:
    """Connect to a host; raises PrinterMissing where it does not answer at its address."""
    try:
        return socket.create_connection((printer.address, printer.port), seconds)
    except (OSError, ValueError, OverflowError) as error:  # refused, unreachable, no such host, no host or port
        raise PrinterMissing(printer=printer.name) from error


def _serial_line(printer: Printer, seconds: float) -> Line:
    from printing.serial_line import serial_line  # noqa: PLC0415 - few laptops have such a printer

    return serial_line(printer, seconds)


def _usb_line(printer: Printer, seconds: float) -> Line:
    from printing.usb_line import usb_line  # noqa: PLC0415 - few laptops have such a printer

    return usb_line(printer, seconds)


#: How a line to a printer is opened, within so many seconds.
_LINES: Mapping[PrinterKind, Callable[[Printer, float], Line]] = {
    PrinterKind.NETWORK: _network_line,
    PrinterKind.USB: _usb_line,
    PrinterKind.SERIAL: _serial_line,
}


@dataclass(frozen=True, slots=True)
class LabelPrinters:
    """Time-outs are in seconds.

    A printer answers for a job on the line that the job came on, and never again.
    """

    recalls: ClassVar[bool] = False
    connect_in: float = 3.0
    answer_in: float = 2.0
    """For a status."""
    print_in: float = 5.0
    """For each piece of the job to be taken, and for the fence's answer after it, beside what the job itself takes."""
    pace: float = 1000.0
    """Bytes a second on the slowest line there is: what was sent may be on its way for that long."""
    speed: float = 50.0
    """Millimetres a second at which the slowest print."""
    snmp_port: int = PORT
    """At which those are asked how they are that say nothing where labels go."""

    _mute: set[str] = field(default_factory=set, init=False, compare=False)
    """Printers that tell how they are, and never that a job came out: to wait for that again would hold up each badge."""
    _open: dict[str, tuple[Ticket, Talk]] = field(default_factory=dict, init=False, compare=False)
    """The line of each printer's newest job, until its answer was heard."""

    def health(self, printer: Printer) -> None:
        """Ask for the printer's state; raises as `submit` does before anything is sent."""
        self._connected(printer).line.close()

    def submit(self, printer: Printer, order: Order, keep: Keep) -> Ticket:
        """Open a line, ask for the printer's state, and send the label.

        Raises:
            PrinterMissing, PrinterFailed: as `_connected` does.
            NothingAccepted, PrinterFailed: as `Talk.send` does.
        """
        self._close(printer)
        ticket, talk = Ticket(printer.name, order.mark), self._connected(printer)
        self._open[printer.name] = ticket, talk
        talk.settle_in = self._settles_in(printer, order.document, talk)
        try:
            keep(ticket)
            talk.send(order.document)
        except BaseException:
            self._close(printer)
            raise
        return ticket

    def poll(self, printer: Printer, ticket: Ticket) -> Said:
        """Wait for the printer's word on the job that it was sent last."""
        known, talk = self._open.get(printer.name, (None, None))
        if talk is None or known != ticket:
            return Said(Fate.SILENT, PrinterSilent(printer=printer.name))
        try:
            said = talk.settle()
        finally:
            self._close(printer)
        if said.fate is Fate.PRINTED:
            self._mute.discard(printer.name)
        elif talk.answers and not talk.heard_anything:
            self._mute.add(printer.name)
        return said

    def _settles_in(self, printer: Printer, document: bytes, talk: Talk) -> float:
        """Return how long a printer may take to print a job, in seconds: by its bytes, its length and the slowest there are.

        One that answers nothing is not waited for: it will not answer later either.
        """
        if not talk.answers or printer.name in self._mute:
            return self.print_in
        return self.print_in + len(document) / (self.pace * talk.pace) + printer.look().height / self.speed

    def recall(self, printer: Printer, ticket: Ticket) -> Said:  # noqa: ARG002 - what it was sent cannot be had back
        return Said(Fate.SILENT, PrinterSilent(printer=printer.name))

    def _close(self, printer: Printer) -> None:
        if former := self._open.pop(printer.name, None):
            former[1].line.close()

    def _connected(self, printer: Printer) -> Talk:
        """Return an open line to a printer that says nothing against printing.

        Raises:
            PrinterMissing: it does not answer at its address.
            PrinterFailed: it says that it cannot print, or hangs up.
        """
        line = _LINES[printer.kind](printer, self.connect_in)
        times = Times(self.answer_in, self.print_in, self.snmp_port)
        talk = LABEL_LANGUAGES[language_of(printer)].talk(line, printer, times)
        try:
            talk.check()
        except BaseException:
            line.close()
            raise
        return talk
