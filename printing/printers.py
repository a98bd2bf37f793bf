"""The printers of this laptop, as its settings name them."""

from dataclasses import dataclass
from enum import StrEnum

from checkin_app.domain.problems import PrinterMistyped
from checkin_app.runtime.hosts import host_and_port
from checkin_app.runtime.settings import PrinterKind, PrinterSettings

A6 = "a6"
LABEL = "label80"


class Language(StrEnum):
    """What a printer takes a badge in."""

    PDF = "pdf"
    PICTURE = "picture"
    ESCPOS = "escpos"


@dataclass(frozen=True, slots=True)
class Printer:
    """One printer: a way to it, the language it takes, its resolution, and the template with the size of its paper.

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
    language: Language | None = None
    """None for what its kind takes."""
    repeats: bool = False
    """Its queue is used though it may print one badge over and over: somebody who may has said so."""


def printer_from(settings: PrinterSettings, template: str = A6) -> Printer:
    """Return the printer that settings describe; `template` is the forum's, labels have their own.

    Raises:
        PrinterMistyped: a network printer's target is no host and port.
    """
    if settings.kind is not PrinterKind.NETWORK:
        return Printer(settings.name, settings.kind, settings.target, template=template, repeats=bool(settings.allowed))
    found = host_and_port(settings.target)
    if found is None:
        raise PrinterMistyped(printer=settings.name, target=settings.target)
    return Printer(settings.name, settings.kind, *found, LABEL, 203)
