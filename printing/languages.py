"""The languages that printers take badges in: one page layout, encoded for whom it goes to."""

import sys
from collections.abc import Callable, Mapping

from PIL import Image

from checkin_app.runtime.settings import PrinterKind
from printing import escpos_label, tspl_label, zpl_label
from printing.content import BadgeContent
from printing.layout import Plan, lay_out
from printing.printers import Language, Printer
from printing.raster import black_and_white, page_png, proven_pdf, raster
from printing.template import load_template

#: What languages of label printers make of dots, so many of them an inch.
_LABELS: Mapping[Language, Callable[[Image.Image, int], bytes]] = {
    Language.ESCPOS: lambda image, _dpi: escpos_label.label_bytes(image),
    Language.ZPL: lambda image, _dpi: zpl_label.label_bytes(image),
    Language.TSPL: tspl_label.label_bytes,
}
#: What the others make of a page at so many dots an inch, its code read back.
_ENCODED: Mapping[Language, Callable[[Plan, int], bytes]] = {
    Language.PDF: proven_pdf,
    Language.PICTURE: lambda plan, dpi: page_png(proven_pdf(plan, dpi), dpi),
}
#: What they make of a page that is no badge.
_PAGES: Mapping[Language, Callable[[bytes, int], bytes]] = {
    Language.PDF: lambda pdf, _dpi: pdf,
    Language.PICTURE: page_png,
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
    language = _language_of(printer)
    if encoded := _LABELS.get(language):
        return encoded(raster(plan, printer.dpi), printer.dpi)
    return _ENCODED[language](plan, printer.dpi)


def page(pdf: bytes, printer: Printer) -> bytes:
    """Return a page that is no badge as its printer takes it."""
    language = _language_of(printer)
    if encoded := _LABELS.get(language):
        return encoded(black_and_white(pdf, printer.dpi / 72), printer.dpi)
    return _PAGES[language](pdf, printer.dpi)


def _language_of(printer: Printer) -> Language:
    return printer.language or _CARRIED[printer.kind]
