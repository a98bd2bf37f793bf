"""The badge templates of the forum in force, and printers by which they are printed."""

from checkin_app.domain.forum import Forum
from checkin_app.runtime.settings import PrinterSettings
from printing.looks import Looks
from printing.printers import Printer, printer_from


def looks_of(forum: Forum) -> Looks:
    return Looks(tuple((each.name, each.text) for each in forum.templates))


def set_up(settings: PrinterSettings, forum: Forum) -> Printer:
    """Return the printer that settings describe, where badges of a forum are printed.

    Raises:
        PrinterMistyped, PrinterMisfit, TemplateInvalid: as `printer_from`.
    """
    return printer_from(settings, forum.badge_template, looks_of(forum))
