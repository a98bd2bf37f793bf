"""The languages that printers take badges in: one page layout, encoded for whom it goes to."""

from collections.abc import Callable, Mapping

from checkin_app.domain.problems_printing import BackNotPrinted
from checkin_app.services.ports.progress import at_once
from printing.content import BadgeContent
from printing.label_languages import LABEL_LANGUAGES
from printing.layout import Plan, lay_out
from printing.printers import Language, Printer, language_of
from printing.raster import black_and_white, page_png, proven_pdf, raster

#: What those that no label printer speaks make of a page at so many dots an inch, its code read back.
_ENCODED: Mapping[Language, Callable[[Plan, int, Callable[[], None]], bytes]] = {
    Language.PDF: proven_pdf,
    Language.PICTURE: lambda plan, dpi, give_way: page_png(proven_pdf(plan, dpi, give_way), dpi),
}
#: What they make of a page that is no badge.
_PAGES: Mapping[Language, Callable[[bytes, int], bytes]] = {
    Language.PDF: lambda pdf, _dpi: pdf,
    Language.PICTURE: page_png,
}


def document(content: BadgeContent, printer: Printer, give_way: Callable[[], None] = at_once) -> bytes:
    """Return a badge as its printer takes it; `give_way` is called between two steps.

    Raises:
        PrintProblem: it cannot be drawn, or its code would not read.
    """
    plan = lay_out(content, printer.look(content.category_id))
    language = language_of(printer)
    if len(plan.pages) > 1 and language is not Language.PDF:
        raise BackNotPrinted(printer=printer.name)
    give_way()
    if labels := LABEL_LANGUAGES.get(language):
        image = raster(plan, printer.dpi, give_way)
        give_way()
        return labels.encode(image, printer)
    return _ENCODED[language](plan, printer.dpi, give_way)


def page(pdf: bytes, printer: Printer) -> bytes:
    """Return a page that is no badge as its printer takes it."""
    language = language_of(printer)
    if labels := LABEL_LANGUAGES.get(language):
        return labels.encode(black_and_white(pdf, printer.dpi / 72), printer)
    return _PAGES[language](pdf, printer.dpi)
