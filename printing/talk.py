"""A talk with one label printer over one line: how it is, a job sent whole, and what it says of that."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from time import monotonic
from typing import ClassVar, Protocol

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.problems import PrinterFailed
from printing.driver import NothingAccepted, Said

FLOW_CONTROL = b"\x11\x13"  # XON, XOFF
_TOO_MANY = 16
"""Readings at one time from which it is a flood."""
_PIECE = 4096


class Line(Protocol):
    """What carries bytes to a printer and back; an open socket is one.

    All of it raises OSError where the line is gone, and TimeoutError where nothing came or went in time.
    """

    def settimeout(self, seconds: float | None, /) -> None: ...

    def send(self, data: bytes | memoryview, /) -> int:
        """Return how many bytes were taken; raises where none was, and MayHaveTaken where nobody can tell."""
        ...

    def recv(self, most: int, /) -> bytes:
        """Return what is heard next, which is nothing only where the printer hung up."""
        ...

    def close(self) -> None: ...


class MayHaveTaken(OSError):  # noqa: N818 - evidence: some of what was sent may have arrived
    """Sending failed, and how much was taken by then is not known."""


@dataclass(slots=True)
class Talk(ABC):
    """An open line to one printer, in its language; times in seconds."""

    line: Line
    printer: str
    answer_in: float
    print_in: float
    quiet_in: float = 0.1
    """For which nothing may follow an answer of a single byte, and between two looks at a job."""
    settle_in: float = 0.0
    """For the answer to a job; 0 for as long as for each piece."""
    answers: bool = False
    """It said how it is."""
    heard_anything: bool = False
    """It said something after the job, whatever that was."""
    _babbles: bool = False
    """It said what no printer says to what it was sent: an echo, a flood, another protocol."""

    last: ClassVar[bytes] = b""
    """What is asked right behind the job, on the same breath."""
    asides: ClassVar[bytes] = FLOW_CONTROL
    pace: ClassVar[float] = 1.0
    """How many times what the slowest line carries its printers' lines do."""
    """Bytes that say nothing."""

    @abstractmethod
    def check(self) -> None:
        """Ask the printer how it is; raises PrinterFailed where it names a reason not to print, or hangs up."""

    @abstractmethod
    def settle(self) -> Said:
        """Wait until the printer says what became of the job."""

    def send(self, document: bytes) -> None:
        """Send the whole job, with nothing left unheard that was said before what is asked of it.

        Raises:
            NothingAccepted: nothing of the first piece was taken.
            PrinterFailed: a later one was not, or it is not known.
        """
        begun = False
        try:
            for part in filter(None, (document, self.last)):
                left = memoryview(part)
                while left:
                    self._hear_what_came()
                    self.line.settimeout(self.print_in)
                    left = left[self.line.send(left[:_PIECE]) :]
                    begun = True
        except OSError as error:
            problem = self._failed(PrinterStop.CONNECTION_LOST)
            if not begun and not isinstance(error, MayHaveTaken):
                raise NothingAccepted(problem) from error
            raise problem from error

    def _is_news(self, byte: int) -> bool:
        """Return whether a byte that nobody asked for says anything."""
        return byte not in self.asides

    def _say(self, what: bytes) -> None:
        """Send a question; raises PrinterFailed."""
        self.line.settimeout(self.answer_in)
        left = memoryview(what)
        try:
            while left:
                left = left[self.line.send(left) :]
        except OSError as error:
            raise self._failed(PrinterStop.CONNECTION_LOST) from error

    def _ask_anew(self, what: bytes) -> None:
        """Send a question, with nothing left unheard that was said before it; raises PrinterFailed."""
        try:
            self._hear_what_came()
        except OSError as error:
            raise self._failed(PrinterStop.CONNECTION_LOST) from error
        self._say(what)

    def _hear_what_came(self) -> None:
        """Take what the printer has said so far: before it is asked nothing can be its answer."""
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

    def _hear_next(self, ends: float, most: int = _PIECE) -> bytes:
        """Return what comes next, empty where nothing comes in time; raises PrinterFailed where the line is gone."""
        try:
            heard = self._recv(most, ends)
        except OSError as error:
            raise self._failed(PrinterStop.CONNECTION_LOST) from error
        if heard == b"":
            raise self._failed(PrinterStop.HUNG_UP)
        return heard or b""

    def _pause(self, deadline: float) -> None:
        """Wait before the next look; who speaks meanwhile says what nobody asked."""
        if heard := self._hear_next(min(deadline, monotonic() + self.quiet_in)):
            self._babbles = self._babbles or any(self._is_news(byte) for byte in heard)

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

    def _stopped_by(self, stop: PrinterStop | None) -> PrinterFailed | None:
        """Return what stopped it in the middle of a job."""
        return self._failed(PrinterStop.LABELS_RAN_OUT if stop is PrinterStop.NO_LABELS else stop) if stop else None

    def _failed(self, detail: PrinterStop) -> PrinterFailed:
        return PrinterFailed(printer=self.printer, detail=detail)
