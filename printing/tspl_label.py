"""Labels in TSPL, as TSC, Gprinter and many others take them: one bitmap a label.

Commands and answers: TSC, "TSPL/TSPL2 Programming".  No library under a licence that ships writes this for a picture.
"""

from dataclasses import dataclass
from time import monotonic
from typing import ClassVar

from PIL import Image

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.jobs import Fate
from checkin_app.domain.problems import PrinterFailed, PrinterSilent
from printing.dots import rows
from printing.driver import Said
from printing.talk import Talk

_STATUS = b"\x1b!?"
_STANDS_BY, _PRINTS = 0x00, 0x20
_SURE = 2
"""Looks in a row at which it stands by after it printed."""
#: What keeps a printer from printing, the cause before its effects.
_STOPS = (
    (0x01, PrinterStop.COVER_OPEN),
    (0x02, PrinterStop.JAMMED),
    (0x04, PrinterStop.NO_LABELS),
    (0x08, PrinterStop.NO_RIBBON),
    (0x80, PrinterStop.ERROR),
    (0x10, PrinterStop.BUTTON),
)
_KNOWN = _PRINTS | sum(bit for bit, _ in _STOPS)
_MM_AN_INCH = 25.4


def stop_of(status: int) -> PrinterStop | None:
    """Return why a printer of that status prints nothing now."""
    return next((stop for bit, stop in _STOPS if status & bit), None)


@dataclass(slots=True)
class TsplTalk(Talk):
    """A printer says that it prints, and then that it stands by: that is printed.

    Many answer nothing.  Their silence is no fault, and nothing is known then of what they were sent.
    """

    asides: ClassVar[bytes] = b""  # every byte is a status, those of flow control among them

    def check(self) -> None:
        """Let it end what it prints for others, whose end would pass for ours."""
        deadline = monotonic() + self.print_in
        status = self._asked(monotonic() + self.answer_in)
        self.answers = status is not None
        while status == _PRINTS:
            status = self._asked(deadline)
            if status is None:
                raise self._failed(PrinterStop.BUSY)
        if status and (stop := stop_of(status)):
            raise self._failed(stop)

    def settle(self) -> Said:
        """Look at it until it printed; what stops it meanwhile may be put right until then."""
        deadline = monotonic() + (self.settle_in or self.print_in)
        stop, prints, sure = None, False, 0
        try:
            while self.answers and sure < _SURE and (status := self._asked(deadline)) is not None:
                self.heard_anything = True
                stop, prints = stop_of(status), prints or status == _PRINTS
                sure = sure + 1 if prints and status == _STANDS_BY else 0
        except PrinterFailed:  # the line is gone: as silent as one that says no more
            sure = 0
        if sure == _SURE:
            return Said(Fate.PRINTED)
        if self.answers:
            self._let_it_finish(deadline)
        return Said(Fate.SILENT, self._stopped_by(stop) or PrinterSilent(printer=self.printer))

    def _asked(self, ends: float) -> int | None:
        """Ask for the status, which is one byte alone; None where none comes in time, or something else does."""
        if self._babbles or monotonic() > ends:
            return None
        self._ask_anew(_STATUS)
        answer = b"" if self._babbles else self._hear_next(ends)
        if answer:
            answer += self._hear_next(min(ends, monotonic() + self.quiet_in))
        self._babbles = self._babbles or len(answer) > 1 or any(byte & ~_KNOWN for byte in answer)
        return None if self._babbles or not answer else answer[0]


def label_bytes(image: Image.Image, dpi: int) -> bytes:
    """Return the commands that print a black-and-white image on one label.

    Where labels end – a gap, a mark, nowhere – is what the printer was set up for.
    """
    across = -(-image.width // 8)
    width, height = (side / dpi * _MM_AN_INCH for side in image.size)
    return b"".join(
        (
            b"\r\nSIZE %.2f mm,%.2f mm\r\n" % (width, height),
            b"DIRECTION 0,0\r\nREFERENCE 0,0\r\nCLS\r\n",
            b"BITMAP 0,0,%d,%d,0," % (across, image.height),
            rows(image, black=0),
            b"\r\nPRINT 1,1\r\n",
        )
    )
