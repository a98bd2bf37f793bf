"""The printers of this laptop, as its settings name them."""

from dataclasses import dataclass
from pathlib import Path

from checkin_app.domain.problems import FieldInvalid
from checkin_app.runtime.settings import PrinterKind, PrinterSettings

A6 = "a6"
LABEL = "label80"
_ESCPOS_PORT = 9100


@dataclass(frozen=True, slots=True)
class Printer:
    """One printer.

    Jobs may move between printers of equal template and resolution only.
    """

    name: str
    kind: PrinterKind
    address: str
    """Name of a queue, a folder, or a host."""
    port: int = 0
    """Of a network printer."""
    template: str = A6
    dpi: int = 300


def printer_from(settings: PrinterSettings, template: str = A6) -> Printer:
    """Return the printer that settings describe; `template` is the forum's, labels have their own.

    Raises:
        FieldInvalid: a network printer's target is no host and port.
    """
    if settings.kind is not PrinterKind.NETWORK:
        return Printer(settings.name, settings.kind, settings.target, template=template)
    host, port = _host_and_port(settings.target)
    return Printer(settings.name, settings.kind, host, port, LABEL, 203)


def folder_printer(folder: Path, template: str = A6) -> Printer:
    """Return a printer that writes one PDF a badge into `folder`."""
    return Printer(folder.name, PrinterKind.FILE, str(folder), template=template)


def _host_and_port(target: str) -> tuple[str, int]:
    """Return host and port of ``host``, ``host:port``, ``[v6]:port`` or a bare IPv6 address."""
    host, colon, port = target.rpartition(":")
    if not colon or (":" in host and not host.endswith("]")):
        return target.strip("[]"), _ESCPOS_PORT
    if host and port.isdecimal() and 0 < int(port) < 65536:
        return host.strip("[]"), int(port)
    raise FieldInvalid(field="printer", value=target, expected="host or host:port")
