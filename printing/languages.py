"""The languages that printers take badges in: one page layout, encoded for whom it goes to."""

import sys
from collections.abc import Callable, Mapping

from checkin_app.runtime.settings import PrinterKind
from printing.content import BadgeContent
from printing.escpos_label import label_bytes
from printing.layout import Plan, lay_out
from printing.printers import Language, Printer
from printing.raster import black_and_white, page_png, proven_pdf, raster
from printing.template import load_template

#: What each language makes of a page at so many dots an inch, its code read back.
_ENCODED: Mapping[Language, Callable[[Plan, int], bytes]] = {
    Language.PDF: proven_pdf,
    Language.PICTURE: lambda plan, dpi: page_png(proven_pdf(plan, dpi), dpi),
    Language.ESCPOS: lambda plan, dpi: label_bytes(raster(plan, dpi)),
}
#: What each makes of a page that is no badge.
_PAGES: Mapping[Language, Callable[[bytes, int], bytes]] = {
    Language.PDF: lambda pdf, _dpi: pdf,
    Language.PICTURE: page_png,
    Language.ESCPOS: lambda pdf, dpi: label_bytes(black_and_white(pdf, dpi / 72)),
}
#: What a way to a printer carries where its entry does not say more.
_CARRIED: Mapping[PrinterKind, Language] = {
    PrinterKind.QUEUE: Language.PICTURE if sys.platform == "win32" else Language.PDF,
    PrinterKind.FILE: Language.PDF,
    PrinterKind.NETWORK: Language.ESCPOS,
}


def document(content: BadgeContent, printer: Printer) -> bytes:
    """Return a badge as its printer takes it.

    Raises:
        PrintProblem: it cannot be drawn, or its code would not read.
    """
    plan = lay_out(content, load_template(printer.template))
    return _ENCODED[_language_of(printer)](plan, printer.dpi)


def page(pdf: bytes, printer: Printer) -> bytes:
    """Return a page that is no badge as its printer takes it."""
    return _PAGES[_language_of(printer)](pdf, printer.dpi)


def _language_of(printer: Printer) -> Language:
    return printer.language or _CARRIED[printer.kind]
