"""The printers of this laptop, as its settings name them."""

from collections.abc import Sequence
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
    ZPL = "zpl"
    TSPL = "tspl"


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


def stand_ins(printer: str, printers: Sequence[PrinterSettings], template: str) -> Sequence[str]:
    """Return the printers that take over from one: those of its group which nobody paused, with the same labels and dots."""
    mine = next((each for each in printers if each.name == printer and each.group), None)
    if mine is None:
        return ()
    others = [each for each in printers if each.group == mine.group and each != mine and not each.paused]
    return [each.name for each in others if _media(each, template) == _media(mine, template)]


def _media(settings: PrinterSettings, template: str) -> tuple[str, int] | None:
    try:
        printer = printer_from(settings, template)
    except PrinterMistyped:
        return None
    return printer.template, printer.dpi
