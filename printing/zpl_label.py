"""Labels in ZPL II: one graphic a label, as small as its dots compress.

Commands and answers: Zebra, "Programming Guide for ZPL II, ZBI 2, Set-Get-Do, Mirror, WML".  No library under a licence that
ships writes this: zebrafy is under the LGPL, and brings a renderer besides.
"""

import re
from base64 import b64encode
from binascii import crc_hqx
from dataclasses import dataclass
from time import monotonic
from typing import ClassVar
from zlib import compress

from PIL import Image

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.jobs import Fate
from checkin_app.domain.problems import PrinterFailed, PrinterSilent
from printing.dots import rows
from printing.driver import Said
from printing.talk import FLOW_CONTROL, Talk

_HOST_STATUS = b"~HS"
_LONGEST = 200
"""Bytes of an answer to ~HS, which has some 80."""
_SURE = 2
"""Answers in a row that nothing is left to print: what is counted as waiting and as printing changes one after the other."""
#: The three lines of an answer to ~HS, as they are told apart by STX and ETX; each figure has a width of its own.
_ANSWER = re.compile(
    rb"\x02\d{3},(?P<paper>[01]),(?P<pause>[01]),\d{4},(?P<waiting>\d{3}),(?P<full>[01]),[01],(?P<partial>[01]),\d{3},"
    rb"(?P<corrupt>[01]),(?P<cold>[01]),(?P<hot>[01])\x03"
    rb"\x02\d{3},\d,(?P<head>[01]),(?P<ribbon>[01]),[01],\w,\w,[01],(?P<left>\d{8}),[01],\d{3}\x03"
    rb"\x02\w{4},[01]\x03"
)
#: What keeps a printer from printing, the cause before its effects.
_STOPS = (
    ("head", PrinterStop.COVER_OPEN),
    ("paper", PrinterStop.NO_LABELS),
    ("ribbon", PrinterStop.NO_RIBBON),
    ("cold", PrinterStop.TEMPERATURE),
    ("hot", PrinterStop.TEMPERATURE),
    ("corrupt", PrinterStop.ERROR),
    ("pause", PrinterStop.BUTTON),
    ("full", PrinterStop.BUSY),
)
#: What another program may have left: upside down, mirrored, white on black, moved.
_PLAIN = b"^PON^PMN^LRN^LH0,0^LS0"


@dataclass(frozen=True, slots=True)
class HostStatus:
    """What a printer says to ~HS."""

    stop: PrinterStop | None
    """Why it prints nothing now."""
    empty: bool
    """Nothing that it was sent is waiting, or being printed."""


def read_status(answer: bytes) -> HostStatus | None:
    """Return what a whole answer says, without the ends of its lines; None of anything else."""
    read = _ANSWER.fullmatch(answer)
    if read is None:
        return None
    stop = next((stop for flag, stop in _STOPS if read[flag] == b"1"), None)
    return HostStatus(stop, int(read["waiting"]) == int(read["partial"]) == int(read["left"]) == 0)


@dataclass(slots=True)
class ZplTalk(Talk):
    """A printer says of what it was sent how much is left to print: nothing left is printed.

    One that does not answer is not ready, since every printer of the language does where the line carries answers.
    """

    asides: ClassVar[bytes] = FLOW_CONTROL + b"\r\n"

    def check(self) -> None:
        status = self._asked(monotonic() + self.answer_in)
        if status is None:
            raise self._failed(PrinterStop.SAYS_NOTHING)
        self.answers = True
        if status.stop:
            raise self._failed(status.stop)

    def settle(self) -> Said:
        """Ask until nothing is left; what stops the printer meanwhile may be put right until then."""
        deadline = monotonic() + (self.settle_in or self.print_in)
        status, sure = None, 0
        try:
            while sure < _SURE and (heard := self._asked(deadline)):
                status, self.heard_anything = heard, True
                sure = sure + 1 if status.empty and not status.stop else 0
                if sure < _SURE:
                    self._pause(deadline)
        except PrinterFailed:  # the line is gone: as silent as one that says no more
            sure = 0
        if sure == _SURE:
            return Said(Fate.PRINTED)
        self._let_it_finish(deadline)
        return Said(
            Fate.SILENT, self._stopped_by(status.stop if status else None) or PrinterSilent(printer=self.printer)
        )

    def _asked(self, ends: float) -> HostStatus | None:
        """Ask for the status; None where no whole answer comes in time, or something else does."""
        if self._babbles or monotonic() > ends:
            return None
        self._ask_anew(_HOST_STATUS)
        answer = b""
        while not self._babbles and len(answer) < _LONGEST and (heard := self._hear_next(ends)):
            answer += bytes(byte for byte in heard if self._is_news(byte))
            if status := read_status(answer):
                return status
        self._babbles = self._babbles or bool(answer)
        return None


def label_bytes(image: Image.Image) -> bytes:
    """Return the format that prints a black-and-white image on one label."""
    across = -(-image.width // 8)
    dots = rows(image, black=1)
    z64 = b64encode(compress(dots, 9))
    return b"".join(
        (
            b"^XA^PW%d^LL%d" % (image.width, image.height),
            _PLAIN,
            b"^FO0,0^GFA,%d,%d,%d,:Z64:%s:%04X^FS" % (len(dots), len(dots), across, z64, crc_hqx(z64, 0)),
            b"^PQ1^XZ\n",
        )
    )
