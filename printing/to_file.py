"""The printer that is a folder: badges written as PDF files."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from checkin_app.domain.jobs import Fate, Ticket
from checkin_app.domain.problems import FileNotWritable
from checkin_app.runtime.whole_file import not_writable, write_whole
from printing.driver import Keep, NothingAccepted, Order, Said
from printing.printers import Printer


@dataclass(frozen=True, slots=True)
class FilePrinter:
    """Writes each badge as a PDF named by its number into the folder that is the printer's address."""

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
            NothingAccepted: the file cannot be written.
        """
        self.health(printer)
        ticket = Ticket(printer.name, order.title)
        keep(ticket)
        try:
            write_whole(_file(printer, ticket), order.document)
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


def _file(printer: Printer, ticket: Ticket) -> Path:
    return Path(printer.address) / f"{ticket.name}.pdf"
