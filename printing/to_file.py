"""The printer that is a folder: badges written as PDF files."""

from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import ClassVar

from checkin_app.domain.jobs import Fate, Ticket
from checkin_app.domain.problems import FileNotWritable
from checkin_app.runtime.whole_file import not_writable, write_new
from printing.driver import Keep, NothingAccepted, Order, Said
from printing.printers import Printer


@dataclass(frozen=True, slots=True)
class FilePrinter:
    """Writes each badge as a PDF named by its number into the folder that is the printer's address; no file replaces another."""

    recalls: ClassVar[bool] = True

    def health(self, printer: Printer) -> None:
        """Make the folder where it is missing; raises FileNotWritable."""
        folder = Path(printer.address)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except (OSError, ValueError) as error:  # a text with a zero in it is no path to Python
            raise not_writable(folder, error) from error

    def submit(self, printer: Printer, order: Order, keep: Keep) -> Ticket:
        """Write the file, which appears whole or not at all.

        Raises:
            FileNotWritable: the folder cannot be made; no ticket was kept.
            NothingAccepted: the file cannot be written, or another laptop took its name meanwhile.
        """
        self.health(printer)
        ticket = _free(printer, order.title)
        keep(ticket)
        try:
            write_new(_file(printer, ticket), order.document)
        except FileNotWritable as problem:
            raise NothingAccepted(problem) from problem
        return ticket

    def poll(self, printer: Printer, ticket: Ticket) -> Said:
        """Look for the file; one that is not there may have been taken away."""
        try:
            if _file(printer, ticket).is_file():
                return Said(Fate.PRINTED)
            return Said(Fate.LOST if Path(printer.address).is_dir() else Fate.SILENT)
        except (OSError, ValueError):
            return Said(Fate.SILENT)

    def recall(self, printer: Printer, ticket: Ticket) -> Said:
        return self.poll(printer, ticket)


def _free(printer: Printer, title: str) -> Ticket:
    """Return a ticket whose file there is not yet: pages between badges are called alike in every run."""
    names = chain([title], (f"{title} ({number})" for number in count(2)))
    tickets = (Ticket(printer.name, each) for each in names)
    return next(each for each in tickets if not _file(printer, each).exists())


def _file(printer: Printer, ticket: Ticket) -> Path:
    return Path(printer.address) / f"{ticket.name}.pdf"
