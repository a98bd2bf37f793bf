"""The printer that is a folder: badges written as PDF files."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from checkin_app.domain.problems import FileNotWritable
from checkin_app.runtime.whole_file import not_writable, write_whole
from printing.content import BadgeContent
from printing.driver import NothingAccepted, Settled
from printing.layout import lay_out
from printing.printers import Printer
from printing.raster import proven_pdf
from printing.template import load_template


@dataclass(frozen=True, slots=True)
class FilePrinter:
    """Writes each badge as a PDF named by its number into the folder that is the printer's address."""

    def document(self, content: BadgeContent, printer: Printer) -> bytes:
        """Return the badge's PDF; raises PrintProblem."""
        return proven_pdf(lay_out(content, load_template(printer.template)), printer.dpi)

    @contextmanager
    def connect(self, printer: Printer, title: str) -> Iterator["_Folder"]:
        """Make the folder where it is missing; raises FileNotWritable."""
        folder = Path(printer.address)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except (OSError, ValueError) as error:  # a text with a zero in it is no path to Python
            raise not_writable(folder, error) from error
        yield _Folder(folder / f"{title}.pdf")


@dataclass(frozen=True, slots=True)
class _Folder:
    path: Path

    def send(self, document: bytes) -> None:
        """Write the file; raises NothingAccepted, since it appears whole or not at all."""
        try:
            write_whole(self.path, document)
        except FileNotWritable as problem:
            raise NothingAccepted(problem) from problem

    def settle(self) -> Settled:
        return Settled.PRINTED
