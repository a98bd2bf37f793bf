"""Labels on ESC/POS printers in the network: sent whole, and confirmed only by the printer's own answer.

Commands and answers: Epson, "ESC/POS Application Programming Guide".  python-escpos writes the commands; the
connection is ours, because its own does not tell how much of a job was taken before it failed.
"""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic

from PIL import Image

from checkin_app.domain.problems import PrinterFailed, PrinterMissing, PrintProblem
from printing.content import BadgeContent
from printing.driver import NothingAccepted, Settled
from printing.layout import lay_out
from printing.printers import Printer
from printing.raster import raster
from printing.template import load_template

_NO_AUTOMATIC_STATUS = b"\x1da\x00"  # GS a 0: or a status sent unasked could pass for the fence's answer
_FENCE = b"\x1dr\x01"  # GS r 1: answered only when everything before it has been worked through
_STATUS = b"\x10\x04"  # DLE EOT n: answered at once
_OFFLINE_CAUSES, _PAPER = 2, 4
_COVER_OPEN, _PAPER_END_STOP = 0x04, 0x20
_NO_PAPER = 0x60
_FENCE_NO_PAPER = 0x0C
_SLICE = 200
"""Rows an image command: cheap printers hold no more."""
_PIECE = 4096
#: A printer of 80 mm rolls whose profile knows its width; without one python-escpos writes notes to stdout.
_PROFILE = "TM-T20II"


@dataclass(frozen=True, slots=True)
class EscposLabels:
    """Time-outs are in seconds."""

    connect_in: float = 3.0
    answer_in: float = 2.0
    """For a status; silence is no answer, not a fault."""
    print_in: float = 5.0
    """For each piece of the job to be taken, and for the fence's answer after it."""

    def document(self, content: BadgeContent, printer: Printer) -> bytes:
        """Return the label as ESC/POS bytes; raises PrintProblem."""
        return label_bytes(raster(lay_out(content, load_template(printer.template)), printer.dpi))

    @contextmanager
    def connect(self, printer: Printer, title: str) -> Iterator["Connection"]:  # noqa: ARG002 - ESC/POS jobs are nameless
        """Open the connection and ask for the printer's state; nothing of the job is sent.

        Raises:
            PrinterMissing: it does not answer at its address.
            PrinterFailed: it says that it cannot print, or hangs up.
        """
        try:
            line = socket.create_connection((printer.address, printer.port), self.connect_in)
        except (OSError, UnicodeError) as error:  # refused, unreachable, time-out, no such host or no name at all
            raise PrinterMissing(printer=printer.name) from error
        with line:
            connection = Connection(line, printer.name, self.answer_in, self.print_in)
            connection.check()
            yield connection


@dataclass(frozen=True, slots=True)
class Connection:
    """An open line to one printer; times in seconds."""

    line: socket.socket
    printer: str
    answer_in: float
    print_in: float

    def check(self) -> None:
        """Raise PrinterFailed where the printer names a reason not to print; its silence is no reason."""
        causes = self._ask(_OFFLINE_CAUSES)
        paper = self._ask(_PAPER) if causes is not None else None
        if causes is not None and causes & _COVER_OPEN:
            raise self._failed("its cover is open")
        if (causes is not None and causes & _PAPER_END_STOP) or (paper is not None and paper & _NO_PAPER == _NO_PAPER):
            raise self._failed("it has no labels left")

    def send(self, document: bytes) -> None:
        """Send the whole job and its fence.

        Raises:
            NothingAccepted: the first piece could not be handed to the network.
            PrinterFailed: a later one could not.
        """
        self.line.settimeout(self.print_in)
        left = memoryview(document + _FENCE)
        try:
            while left:
                left = left[self.line.send(left[:_PIECE]) :]
        except OSError as error:
            problem = self._failed("the connection broke off")
            if len(left) == len(document) + len(_FENCE):
                raise NothingAccepted(problem) from error
            raise problem from error

    def settle(self) -> Settled:
        """Wait for the fence; raises PrinterFailed where the printer says that its paper ended."""
        try:
            answer = self._answer(self.print_in, _is_fence)
        except PrintProblem:  # hung up after the last byte: as silent as one that never answers
            return Settled.NO_ANSWER
        if answer is None:
            return Settled.NO_ANSWER
        if answer & _FENCE_NO_PAPER == _FENCE_NO_PAPER:
            raise self._failed("its labels ran out")
        return Settled.PRINTED

    def _ask(self, what: int) -> int | None:
        try:
            self.line.sendall(_STATUS + bytes([what]))
        except OSError as error:
            raise self._failed("the connection broke off") from error
        return self._answer(self.answer_in, _is_status)

    def _answer(self, seconds: float, wanted: Callable[[int], bool]) -> int | None:
        """Return the first byte that is `wanted`, None where none comes in time; raises PrinterFailed at a hang-up."""
        ends = monotonic() + seconds
        while (left := ends - monotonic()) > 0:
            self.line.settimeout(left)
            try:
                heard = self.line.recv(1)
            except TimeoutError:
                return None
            except OSError as error:
                raise self._failed("the connection broke off") from error
            if not heard:
                raise self._failed("it hung up")
            if wanted(heard[0]):
                return heard[0]
        return None

    def _failed(self, detail: str) -> PrinterFailed:
        return PrinterFailed(printer=self.printer, detail=detail)


def _is_status(answer: int) -> bool:
    """Return whether a byte answers DLE EOT: bits 1 and 4 are set, 0 and 7 are not."""
    return answer & 0x93 == 0x12


def _is_fence(answer: int) -> bool:
    """Return whether a byte answers GS r: bits 4 and 7 are not set, which they are in flow control and DLE EOT."""
    return answer & 0x90 == 0


def label_bytes(image: Image.Image) -> bytes:
    """Return the commands that print a black-and-white image and cut the label off."""
    from escpos.printer import Dummy  # noqa: PLC0415 - it reads every printer there is, half a second, to know one

    commands = Dummy(profile=_PROFILE)
    commands.hw("INIT")
    commands._raw(_NO_AUTOMATIC_STATUS)  # noqa: SLF001 - python-escpos's own way for commands it has no name for
    for top in range(0, image.height, _SLICE):
        piece = image.crop((0, top, image.width, min(top + _SLICE, image.height)))
        commands.image(piece, impl="bitImageRaster", fragment_height=_SLICE)
    commands.cut()
    return bytes(commands.output)
