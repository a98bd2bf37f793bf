"""A line to a printer at a serial port, eight bits without parity, held up by XON and XOFF where the printer is."""

import errno
from dataclasses import dataclass

import serial  # type: ignore[import-untyped]  # the package carries no type hints

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.problems import PrinterFailed, PrinterMissing
from checkin_app.runtime.printer_targets import serial_target
from printing.printers import Printer
from printing.talk import MayHaveTaken

_PIECE = 256
"""Bytes at a time: a slow line takes a quarter of a second for them."""


def serial_line(printer: Printer, _seconds: float) -> "SerialLine":
    """Open a port for this application alone.

    Raises:
        PrinterMissing: there is no such port.
        PrinterFailed: it may not be opened, or another program holds it.
    """
    target = serial_target(printer.address)
    if target is None:
        raise PrinterMissing(printer=printer.name)
    try:
        port = serial.Serial(target.device, target.speed, xonxoff=True, exclusive=True)
    except (OSError, ValueError) as error:  # of pyserial's own, a speed that the port does not have among them
        if isinstance(error.__context__, BlockingIOError):
            raise PrinterFailed(printer=printer.name, detail=PrinterStop.TAKEN) from error
        if getattr(error, "errno", None) == errno.EACCES:
            raise PrinterFailed(printer=printer.name, detail=PrinterStop.DENIED) from error
        raise PrinterMissing(printer=printer.name) from error
    return SerialLine(port)


@dataclass(slots=True)
class SerialLine:
    """What `printing.talk.Line` asks."""

    port: serial.Serial

    def settimeout(self, seconds: float | None, /) -> None:
        self.port.timeout = self.port.write_timeout = seconds

    def send(self, data: bytes | memoryview, /) -> int:
        """Send the first of it; of what fails nobody knows how much went out."""
        try:
            return int(self.port.write(bytes(data[:_PIECE])))
        except OSError as error:
            raise MayHaveTaken(*error.args) from error

    def recv(self, most: int, /) -> bytes:
        heard = bytes(self.port.read(max(1, min(most, self.port.in_waiting))))
        if not heard:
            raise TimeoutError
        return heard

    def close(self) -> None:
        self.port.close()
