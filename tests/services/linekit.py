"""Label printers at the other end of a line, in each of their languages: they fail, forget and go on as the dice say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from presskit import World

from checkin_app.domain.problems import PrinterMissing
from printing.printers import Language, Printer
from printing.ql_status import DOES, HINDERED

BADGE = re.compile(rb"\[[^\]]*\]")
#: What each language asks a printer, beside what it is sent.
_QUESTIONS: Mapping[Language, tuple[bytes, ...]] = {
    Language.ESCPOS: (b"\x10\x04", b"\x1dr"),
    Language.ZPL: (b"~HS",),
    Language.TSPL: (b"\x1b!?",),
    Language.QL: (b"\x1biS",),
}
_HELD, _NO_PAPER = 0x01, 0x04
_IDLE, _PRINTING = 3, 4


class Ill(IntEnum):
    """How a label printer takes what it is sent."""

    WELL = 0
    RESETS_AT_ONCE = 1
    RESETS_MIDWAY = 2
    STALLS = 3
    SWALLOWS = 4
    HANGS_UP_AFTER = 5
    MUTE = 6
    SLOW = 7


@dataclass
class LabelPrinter:
    world: World
    language: Language = Language.ESCPOS
    by_snmp: bool = False
    """It says nothing where labels go."""
    up: bool = True
    empty: bool = False
    held: list[bytes] = field(default_factory=list)
    """What it was sent and has not printed: it does so on the next roll, or when it gets round to it, unless it is switched off."""
    printing: int = 0
    """How many looks at it still see it print."""

    def connect(self, _address: object, _seconds: float) -> "Wire":
        self.world.cut()
        if not self.up or self.world.bad(0.08):
            raise ConnectionRefusedError
        ill = self.world.dice.choice(list(Ill)) if self.world.bad(0.5) else Ill.WELL
        return Wire(self, ill)

    def plugged(self, printer: Printer, seconds: float) -> "Wire":
        """Connect as at USB."""
        try:
            return self.connect(None, seconds)
        except ConnectionRefusedError as error:
            raise PrinterMissing(printer=printer.name) from error

    def work(self) -> None:
        if not self.up:
            self.held.clear()
        if self.up and not self.empty:
            while self.held:
                self.world.papers[self.held.pop(0)] += 1

    def seen_printing(self) -> bool:
        """Return whether a look at it sees it print."""
        self.printing = max(0, self.printing - 1) if not self.held else self.printing
        return bool(self.printing or (self.held and not self.empty))

    def told(self, seconds: float) -> Mapping[str, int | bytes] | None:
        """Return what it answers by SNMP."""
        self.world.cut()
        if not self.up or self.world.bad(0.1):
            self.world.pass_time(seconds)
            return None
        return {DOES: _PRINTING if self.seen_printing() else _IDLE, HINDERED: b"\x40" if self.empty else b"\x00"}


@dataclass
class Wire:
    """As much of a line as the driver of label printers uses."""

    printer: LabelPrinter
    ill: Ill
    taken: bytearray = field(default_factory=bytearray)
    answers: bytearray = field(default_factory=bytearray)
    timeout: float = 0.0
    gone: bool = False
    deaf: bool = False
    """It swallowed a label, and says no more."""

    def settimeout(self, seconds: float) -> None:
        self.timeout = seconds

    def send(self, data: bytes | memoryview) -> int:
        data, world = bytes(data), self.printer.world
        world.cut()
        is_job = not any(each in data for each in _QUESTIONS[self.printer.language])
        if self.gone or (is_job and self.ill is Ill.RESETS_AT_ONCE):
            raise ConnectionResetError
        if is_job and self.ill is Ill.STALLS:
            world.pass_time(self.timeout)
            raise TimeoutError
        if is_job and self.ill is Ill.RESETS_MIDWAY:
            self.gone = True
            self._take(data if world.dice.random() < 0.5 else data[:3])
            world.cut()
            return len(data)
        if is_job:
            self._take(data)
        elif self.ill is not Ill.MUTE and not self.deaf and not self.printer.by_snmp:
            self.answers += self._answer(data)
        self.gone |= is_job and self.ill is Ill.HANGS_UP_AFTER
        world.cut()
        return len(data)

    def _take(self, data: bytes) -> None:
        if self.ill is Ill.SWALLOWS:
            self.deaf = self.printer.language is not Language.TSPL  # which says how it is, and nothing of any label
            return
        self.taken += data
        badges = BADGE.findall(self.taken)
        self.printer.held += badges
        self.printer.printing = 2 * len(badges)
        self.taken.clear()
        if self.printer.language is Language.QL and badges and self.ill is not Ill.MUTE and not self.printer.by_snmp:
            slow = self.ill is Ill.SLOW or self.printer.empty
            self.answers += _ql(6, 1) + (b"" if slow else _ql(1, 1) + _ql(6, 0))
        if self.ill is not Ill.SLOW:
            self.printer.work()

    def _answer(self, question: bytes) -> bytes:
        printer = self.printer
        match printer.language:
            case Language.ZPL:
                return _zpl(len(printer.held), no_paper=printer.empty)
            case Language.TSPL:
                return bytes([_NO_PAPER if printer.empty else 0x20 if printer.seen_printing() else 0x00])
            case Language.QL:
                return _ql(0, 0, 0x01 if printer.empty else 0)
            case _:
                if question.startswith(b"\x10\x04"):
                    return b"\x12" if question[2] != 4 or not printer.empty else b"\x72"
                return b"\x00" if self.ill is Ill.WELL and not printer.held else b""

    def recv(self, most: int) -> bytes:
        world = self.printer.world
        if self.answers:
            said = bytes(self.answers[:most])
            del self.answers[:most]
            return said
        if self.gone:
            return b""
        world.now += self.timeout
        raise TimeoutError

    def close(self) -> None:
        self.gone = True


def _zpl(left: int, *, no_paper: bool) -> bytes:
    return (
        f"\x02030,{no_paper:d},0,1218,{left:03},0,0,0,000,0,0,0\x03\r\n"
        f"\x02000,0,0,0,0,2,4,0,{left:08},1,000\x03\r\n\x021234,0\x03\r\n"
    ).encode()


def _ql(word: int, phase: int, errors: int = 0) -> bytes:
    return bytes([0x80, 0x20, 0x42, 0x34, 0x38, 0x30, 0x30, 0, errors, 0, 62, 0x0A, *[0] * 6, word, phase, *[0] * 12])
