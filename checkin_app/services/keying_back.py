"""What was ticked by hand on a printed manifest, keyed back by the numbers of its lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from checkin_app.domain.ids import BusCode, bus_checkpoint
from checkin_app.domain.movements import Direction
from checkin_app.domain.problems_fleet import PaperLinesChanged, PaperLineUnknown
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.buses import Manifest, ManifestLine
from checkin_app.services.scanning import How, ScanOutcome


@dataclass(frozen=True, slots=True)
class Ticked:
    """What a hand wrote on a paper."""

    lines_code: str
    """The last four digits of its checksum: who stands on which line."""
    aboard: Sequence[int] = ()
    off: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class KeyedLine:
    """What one line came to at the door, which decides as if the badge's number had been typed there."""

    number: int
    direction: Direction
    outcome: ScanOutcome


def key_back(station: OpenedStation, bus: BusCode, ticked: Ticked) -> Sequence[KeyedLine]:
    """Record the lines of a paper as typed at the bus's door; a question that comes up waits for a person as any other.

    Raises:
        UnknownBus, PaperLinesChanged, PaperLineUnknown: and nothing was recorded.
    """
    manifest = station.manifest(bus)
    if ticked.lines_code.upper() != manifest.lines_code:
        raise PaperLinesChanged(bus=bus)
    wanted = [(number, Direction.IN) for number in ticked.aboard] + [(number, Direction.OUT) for number in ticked.off]
    found = [(number, direction, _line(manifest, number)) for number, direction in wanted]
    enter, door = station.scanning.enter, bus_checkpoint(bus)
    return [
        KeyedLine(number, direction, enter(line.delegate.id, door, How.TYPED, direction))
        for number, direction, line in found
    ]


def _line(manifest: Manifest, number: int) -> ManifestLine:
    if not 1 <= number <= len(manifest.lines):
        raise PaperLineUnknown(number=number, most=len(manifest.lines))
    return manifest.lines[number - 1]
