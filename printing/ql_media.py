"""What Brother QL printers have in them, in dots of 300 an inch, and what of it they reach.

Sizes: Brother, "Raster Command Reference" of the QL-800, QL-1100 and QL-720NW series, "Page size" and "Print area".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checkin_app.runtime.printer_media import Media


@dataclass(frozen=True, slots=True)
class Tape:
    """What is on a roll.  All but its ends of `ends` dots can be printed on."""

    width: int
    """Dots that can be printed, in the middle of the paper."""
    length: int
    """Dots of a label that can be printed; 0 where the printer cuts."""
    right: int
    """Dots of the print head beside it, on the right."""

    @property
    def ends(self) -> int:
        """Return how many dots the printer adds at each end of what it cuts, which it cannot print."""
        return 0 if self.length else 35


DOTS_AN_INCH = 300

TAPES: Mapping[Media, Tape] = {
    Media(29): Tape(306, 0, 6),
    Media(38): Tape(413, 0, 12),
    Media(50): Tape(554, 0, 12),
    Media(54): Tape(590, 0, 0),
    Media(62): Tape(696, 0, 12),
    Media(102): Tape(1164, 0, 12),
    Media(29, 90): Tape(306, 991, 6),
    Media(38, 90): Tape(413, 991, 12),
    Media(60, 87): Tape(672, 954, 18),
    Media(62, 29): Tape(696, 271, 12),
    Media(62, 100): Tape(696, 1109, 12),
    Media(102, 51): Tape(1164, 526, 12),
    Media(102, 153): Tape(1164, 1660, 12),
}


@dataclass(frozen=True, slots=True)
class Head:
    """A print head: its bytes a row, and the dots on its right that no paper comes to."""

    across: int
    right: int = 0

    @property
    def dots(self) -> int:
        return 8 * self.across


NARROW, WIDE = Head(90), Head(162, 44)


def roll_for(width: float) -> Media:
    """Return the narrowest roll for badges so many mm wide; where there is none, one of their width, which nobody makes."""
    wide_enough = (each for each in sorted(TAPES) if not each.height and each.width >= width)
    return next(wide_enough, Media(round(width)))


def fitting(head: Head) -> Sequence[Media]:
    """Return what a head can print on, rolls first."""
    return sorted(
        (each for each, tape in TAPES.items() if tape.width + tape.right + head.right <= head.dots),
        key=lambda each: (bool(each.height), each),
    )


def unreached(media: Media, width: float, height: float) -> tuple[float, float]:
    """Return how many mm at each side, and at each end, of a badge in the middle of its paper are not printed."""
    tape, dot = TAPES[media], 25.4 / DOTS_AN_INCH
    ends = (height - tape.length * dot) / 2 if tape.length else tape.ends * dot
    return (width - tape.width * dot) / 2, ends
