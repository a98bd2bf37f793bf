"""Labels on ESC/POS printers in the network: sent whole, and confirmed only by the printer's own answer.

Commands and answers: Epson, "ESC/POS Application Programming Guide".  python-escpos writes the commands; the
connection is ours, because its own does not tell how much of a job was taken before it failed.
"""

import socket
from dataclasses import dataclass, field
from time import monotonic
from typing import ClassVar

from PIL import Image

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.jobs import Fate, Ticket
from checkin_app.domain.problems import PrinterFailed, PrinterMissing, PrinterSilent
from printing.driver import Keep, NothingAccepted, Order, Said
from printing.printers import Printer
from printing.template import load_template

_NO_AUTOMATIC_STATUS = b"\x1da\x00"  # GS a 0: or a status sent unasked could pass for the fence's answer
_FENCE = b"\x1dr\x01"  # GS r 1: answered only when everything before it has been worked through
_STATUS = b"\x10\x04"  # DLE EOT n: answered at once
_PRINTER, _OFFLINE_CAUSES, _PAPER = 1, 2, 4
_OFFLINE = 0x08
_COVER_OPEN, _PAPER_END_STOP, _ERROR = 0x04, 0x20, 0x40
_NO_PAPER = 0x60
_FENCE_NO_PAPER = 0x0C
_FLOW_CONTROL = b"\x11\x13"  # XON, XOFF
_MOST_ASIDES = 1000
_TOO_MANY = 16
"""Readings at one time from which it is a flood."""
_SLICE = 200
"""Rows an image command: cheap printers hold no more."""
_PIECE = 4096
#: A printer of 80 mm rolls whose profile knows its width; without one python-escpos writes notes to stdout.
_PROFILE = "TM-T20II"


@dataclass(frozen=True, slots=True)
class EscposLabels:
    """Time-outs are in seconds.

    A printer answers for a job on the line that the job came on, and never again.
    """

    recalls: ClassVar[bool] = False
    connect_in: float = 3.0
    answer_in: float = 2.0
    """For a status; silence is no answer, not a fault."""
    print_in: float = 5.0
    """For each piece of the job to be taken, and for the fence's answer after it, beside what the job itself takes."""
    pace: float = 1000.0
    """Bytes a second on the slowest line there is: what was sent may be on its way for that long."""
    speed: float = 50.0
    """Millimetres a second at which the slowest print."""

    _mute: set[str] = field(default_factory=set, init=False, compare=False)
    """Printers that tell how they are, and never that a job came out: to wait for that again would hold up each badge."""
    _open: dict[str, tuple[Ticket, "Connection"]] = field(default_factory=dict, init=False, compare=False)
    """The line of each printer's newest job, until its answer was heard."""

    def health(self, printer: Printer) -> None:
        """Ask for the printer's state; raises as `submit` does before anything is sent."""
        self._connected(printer).line.close()

    def submit(self, printer: Printer, order: Order, keep: Keep) -> Ticket:
        """Open a line, ask for the printer's state, and send the label.

        Raises:
            PrinterMissing, PrinterFailed: as `_connected` does.
            NothingAccepted, PrinterFailed: as `Connection.send` does.
        """
        self._close(printer)
        ticket, connection = Ticket(printer.name, order.mark), self._connected(printer)
        self._open[printer.name] = ticket, connection
        connection.settle_in = self._settles_in(printer, order.document, connection)
        try:
            keep(ticket)
            connection.send(order.document)
        except BaseException:
            self._close(printer)
            raise
        return ticket

    def poll(self, printer: Printer, ticket: Ticket) -> Said:
        """Wait for the printer's word on the job that it was sent last."""
        known, connection = self._open.get(printer.name, (None, None))
        if connection is None or known != ticket:
            return Said(Fate.SILENT, PrinterSilent(printer=printer.name))
        try:
            said = connection.settle()
        finally:
            self._close(printer)
        if said.fate is Fate.PRINTED:
            self._mute.discard(printer.name)
        elif connection.answers and not connection.heard_anything:
            self._mute.add(printer.name)
        return said

    def _settles_in(self, printer: Printer, document: bytes, connection: "Connection") -> float:
        """Return how long a printer may take to print a job, in seconds: by its bytes, its length and the slowest there are.

        One that answers nothing is not waited for: it will not answer later either.
        """
        if not connection.answers or printer.name in self._mute:
            return self.print_in
        return self.print_in + len(document) / self.pace + load_template(printer.template).height / self.speed

    def recall(self, printer: Printer, ticket: Ticket) -> Said:  # noqa: ARG002 - what it was sent cannot be had back
        return Said(Fate.SILENT, PrinterSilent(printer=printer.name))

    def _close(self, printer: Printer) -> None:
        if former := self._open.pop(printer.name, None):
            former[1].line.close()

    def _connected(self, printer: Printer) -> "Connection":
        """Return an open line to a printer that says nothing against printing.

        Raises:
            PrinterMissing: it does not answer at its address.
            PrinterFailed: it says that it cannot print, or hangs up.
        """
        try:
            line = socket.create_connection((printer.address, printer.port), self.connect_in)
        except (OSError, ValueError, OverflowError) as error:  # refused, unreachable, no such host, no host or port
            raise PrinterMissing(printer=printer.name) from error
        connection = Connection(line, printer.name, self.answer_in, self.print_in)
        try:
            connection.check()
        except BaseException:
            line.close()
            raise
        return connection


@dataclass(slots=True)
class Connection:
    """An open line to one printer; times in seconds."""

    line: socket.socket
    printer: str
    answer_in: float
    print_in: float
    quiet_in: float = 0.1
    """For which nothing may follow the fence's answer."""
    settle_in: float = 0.0
    """For the fence's answer; 0 for as long as for each piece."""
    answers: bool = False
    """It said how it is."""
    heard_anything: bool = False
    """It said something after the job, whatever that was."""
    _asides: int = 0
    """Bytes of flow control and status so far: they answer no fence, and are no sign of trouble either."""
    _babbles: bool = False
    """It said what no printer says to what it was sent: an echo, a flood, another protocol."""

    def check(self) -> None:
        """Raise PrinterFailed where the printer names a reason not to print; its silence is no reason."""
        status = self._ask(_PRINTER)
        self.answers = status is not None
        if status is None:
            return
        causes, paper = self._ask(_OFFLINE_CAUSES) or 0, self._ask(_PAPER) or 0
        if causes & _COVER_OPEN:
            raise self._failed(PrinterStop.COVER_OPEN)
        if causes & _PAPER_END_STOP or paper & _NO_PAPER == _NO_PAPER:
            raise self._failed(PrinterStop.NO_LABELS)
        if causes & _ERROR:
            raise self._failed(PrinterStop.ERROR)
        if status & _OFFLINE:
            raise self._failed(PrinterStop.NOT_ONLINE)

    def send(self, document: bytes) -> None:
        """Send the whole job, then its fence, with nothing left unheard that was said before the fence.

        Raises:
            NothingAccepted: the first piece could not be handed to the network.
            PrinterFailed: a later one could not.
        """
        begun = False
        try:
            for part in (document, _FENCE):
                left = memoryview(part)
                while left:
                    self._hear_what_came()
                    self.line.settimeout(self.print_in)
                    left = left[self.line.send(left[:_PIECE]) :]
                    begun = True
        except OSError as error:
            problem = self._failed(PrinterStop.CONNECTION_LOST)
            if not begun:
                raise NothingAccepted(problem) from error
            raise problem from error

    def settle(self) -> Said:
        """Wait for the fence's answer, which is one byte alone.

        Where it says that paper ended, the printer holds the label, and may print it on the next roll.
        """
        deadline = ends = monotonic() + (self.settle_in or self.print_in)
        answers = b""
        while not self._babbles and len(answers) <= 1 and (heard := self._hear(ends)):
            self.heard_anything = True
            answers += bytes(byte for byte in heard if self._is_news(byte))
            ends = min(deadline, monotonic() + self.quiet_in) if answers else deadline
        if self._babbles or len(answers) != 1 or not _is_fence(answers[0]):
            self._let_it_finish(deadline)
            return Said(Fate.SILENT, PrinterSilent(printer=self.printer))
        if answers[0] & _FENCE_NO_PAPER:
            return Said(Fate.SILENT, self._failed(PrinterStop.LABELS_RAN_OUT))
        return Said(Fate.PRINTED)

    def _ask(self, what: int) -> int | None:
        try:
            self.line.sendall(_STATUS + bytes([what]))
        except OSError as error:
            raise self._failed(PrinterStop.CONNECTION_LOST) from error
        ends = monotonic() + self.answer_in
        try:
            while not self._babbles and (heard := self._recv(1, ends)) is not None:
                if not heard:
                    raise self._failed(PrinterStop.HUNG_UP)
                if _is_status(heard[0]):
                    return heard[0]
                self._babbles = self._is_news(heard[0])
        except OSError as error:
            raise self._failed(PrinterStop.CONNECTION_LOST) from error
        return None

    def _is_news(self, byte: int) -> bool:
        """Return whether a byte is neither flow control nor a status that comes late, of which there are not many."""
        self._asides += byte in _FLOW_CONTROL or _is_status(byte)
        return self._asides > _MOST_ASIDES or not (byte in _FLOW_CONTROL or _is_status(byte))

    def _hear_what_came(self) -> None:
        """Take what the printer has said so far: before the fence is sent nothing can be its answer."""
        for _ in range(_TOO_MANY):
            heard = self._recv(_PIECE, 0)
            if not heard:
                return
            news = bytes(byte for byte in heard if self._is_news(byte))
            self._babbles = self._babbles or bool(news)
        self._babbles = True

    def _hear(self, ends: float) -> bytes:
        """Return what comes next, empty where nothing comes in time or the line is gone: as silent as each other."""
        try:
            return self._recv(_PIECE, ends) or b""
        except OSError:
            return b""

    def _let_it_finish(self, ends: float) -> None:
        """Go on hearing: to close a line on words unheard resets it, and takes the job out of the printer's hands."""
        while self._hear(ends):
            pass

    def _recv(self, most: int, ends: float) -> bytes | None:
        """Return what is heard until `ends`, None where that is nothing; 0 waits for nothing."""
        left = ends - monotonic() if ends else 0.0
        if ends and left <= 0:
            return None
        self.line.settimeout(left)
        try:
            return self.line.recv(most)
        except (TimeoutError, BlockingIOError):
            return None

    def _failed(self, detail: PrinterStop) -> PrinterFailed:
        return PrinterFailed(printer=self.printer, detail=detail)


def _is_status(answer: int) -> bool:
    """Return whether a byte answers DLE EOT: bits 1 and 4 are set, 0 and 7 are not."""
    return answer & 0x93 == 0x12


def _is_fence(answer: int) -> bool:
    """Return whether a byte answers GS r 1: bits 4 and 7 are not set, and each sensor's two bits are alike."""
    return answer & 0x90 == 0 and answer & 0x03 in {0, 0x03} and answer & _FENCE_NO_PAPER in {0, _FENCE_NO_PAPER}


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
