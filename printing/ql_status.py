"""How a Brother QL printer says it is: 32 bytes over a cable, and the same of SNMP in the network.

Bits and numbers: Brother, "Raster Command Reference" of the QL-800 series, "Status information request"; of what every printer
in a network says, RFC 2790 and RFC 3805.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from checkin_app.domain.details import PrinterStop
from checkin_app.runtime.printer_media import Media
from printing.snmp import Value

LENGTH = 32
_BEGINS = b"\x80\x20B"
_ERRORS, _WIDTH, _KIND, _LONG, _WORD, _PHASE, _MODEL = slice(8, 10), 10, 11, 17, 18, 19, 4
_PAPER = {0x0A, 0x4A, 0x0B, 0x4B}
_WIDE = b"P4CDE"
"""QL-1050, 1060N, 1100, 1110NWB, 1115NWB."""
#: Why it prints nothing, the cause before its effects: the bits of its first byte of errors, then of the second.
_STOPS = (
    (0x0010, PrinterStop.COVER_OPEN),
    (0x0100, PrinterStop.NO_LABELS),
    (0x0200, PrinterStop.NO_LABELS),
    (0x0001, PrinterStop.OTHER_LABELS),
    (0x0400, PrinterStop.JAMMED),
    (0x0040, PrinterStop.NO_LABELS),
    (0x1000, PrinterStop.BUSY),
    (0x2000, PrinterStop.OFFLINE),
    (0xFFFF, PrinterStop.ERROR),
)


class Word(IntEnum):
    """Why it says how it is."""

    ASKED = 0
    PRINTED = 1
    ERROR = 2
    PHASE = 6


@dataclass(frozen=True, slots=True)
class Status:
    stop: PrinterStop | None
    prints: bool
    word: int = Word.ASKED
    """A `Word`, or another."""
    media: Media | None = None
    """None where nothing is in it, or it does not say what."""
    wide: bool | None = None
    """Whether it is one of those with a wide print head; None where it does not say."""


def read_status(said: bytes) -> Status | None:
    """Return what a whole status says; None of anything else."""
    if len(said) != LENGTH or not said.startswith(_BEGINS):
        return None
    errors = int.from_bytes(said[_ERRORS])
    stop = next((stop for bits, stop in _STOPS if errors & bits), None)
    media = Media(said[_WIDTH], said[_LONG]) if said[_KIND] in _PAPER else None
    return Status(stop, said[_PHASE] == 1, said[_WORD], media, said[_MODEL] in _WIDE)


#: Its own status; what every printer in a network says of what it does, and of what hinders it.
STATUS, DOES, HINDERED = (
    "1.3.6.1.4.1.2435.3.3.9.1.6.1.0",
    "1.3.6.1.2.1.25.3.5.1.1.1",
    "1.3.6.1.2.1.25.3.5.1.2.1",
)
_PRINTS = 4
_HINDRANCES = (
    (0x08, PrinterStop.COVER_OPEN),
    (0x40, PrinterStop.NO_LABELS),
    (0x04, PrinterStop.JAMMED),
    (0x02, PrinterStop.OFFLINE),
    (0x01, PrinterStop.ERROR),
)


def read_objects(said: Mapping[str, Value]) -> Status | None:
    """Return what a printer in a network says of itself; None where that is nothing."""
    own, does, hindered = said.get(STATUS), said.get(DOES), said.get(HINDERED)
    status = read_status(own) if isinstance(own, bytes) else None
    if status is None and not isinstance(does, int):
        return None
    bits = hindered[0] if isinstance(hindered, bytes) and hindered else 0
    other = next((stop for bit, stop in _HINDRANCES if bits & bit), None)
    prints = does == _PRINTS
    if status is None:
        return Status(other, prints)
    return Status(status.stop or other, status.prints or prints, status.word, status.media, status.wide)
