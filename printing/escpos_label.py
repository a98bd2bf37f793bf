"""Labels on ESC/POS printers.

Commands and answers: Epson, "ESC/POS Application Programming Guide".  python-escpos writes the commands; the talk
is ours, because its own does not tell how much of a job was taken before it failed.
"""

from dataclasses import dataclass
from time import monotonic
from typing import ClassVar

from PIL import Image

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.jobs import Fate
from checkin_app.domain.problems import PrinterSilent
from printing.driver import Said
from printing.talk import Talk

_NO_AUTOMATIC_STATUS = b"\x1da\x00"  # GS a 0: or a status sent unasked could pass for the fence's answer
_FENCE = b"\x1dr\x01"  # GS r 1: answered only when everything before it has been worked through
_STATUS = b"\x10\x04"  # DLE EOT n: answered at once
_PRINTER, _OFFLINE_CAUSES, _PAPER = 1, 2, 4
_OFFLINE = 0x08
_COVER_OPEN, _PAPER_END_STOP, _ERROR = 0x04, 0x20, 0x40
_NO_PAPER = 0x60
_FENCE_NO_PAPER = 0x0C
_MOST_ASIDES = 1000
_SLICE = 200
"""Rows an image command: cheap printers hold no more."""
#: A printer of 80 mm rolls whose profile knows its width; without one python-escpos writes notes to stdout.
_PROFILE = "TM-T20II"


@dataclass(slots=True)
class EscposTalk(Talk):
    """A printer answers for a job once, when everything before its fence has been worked through."""

    _asides: int = 0
    """Bytes of flow control and status so far: they answer no fence, and are no sign of trouble either."""

    last: ClassVar[bytes] = _FENCE

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
        self._say(_STATUS + bytes([what]))
        ends = monotonic() + self.answer_in
        while not self._babbles and (heard := self._hear_next(ends, 1)):
            if _is_status(heard[0]):
                return heard[0]
            self._babbles = self._is_news(heard[0])
        return None

    def _is_news(self, byte: int) -> bool:
        """Return whether a byte is neither flow control nor a status that comes late, of which there are not many."""
        aside = byte in self.asides or _is_status(byte)
        self._asides += aside
        return self._asides > _MOST_ASIDES or not aside


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
