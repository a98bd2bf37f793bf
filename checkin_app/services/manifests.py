"""Who is on a bus's list and who is aboard, and how each of them stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from checkin_app.domain.buses import Bus
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import BusCode, Instant
from checkin_app.domain.standings import Relation, Standing, Tally, standing, tally


@dataclass(frozen=True, slots=True)
class ManifestLine:
    delegate: Delegate
    aboard: bool
    since: Instant | None
    """When the last scan at this bus was."""
    seen_on: BusCode | None
    """Another bus this person is aboard: safe, not missing."""
    listed: bool
    """False for one who is aboard without being on the list."""


@dataclass(frozen=True)
class Manifest:
    """What is asked of all lines is found out once: a screen asks for it at every stroke."""

    bus: Bus
    lines: tuple[ManifestLine, ...]
    version: int
    """How many facts it rests on: two papers with one version say the same."""
    rehearsal: bool = False
    """Whether it tells of a rehearsal's ride."""

    def standing(self, line: ManifestLine) -> Standing:
        return standing(self.bus.state, Relation(line.listed, line.aboard, line.seen_on is not None))

    @cached_property
    def by_standing(self) -> Mapping[Standing, tuple[ManifestLine, ...]]:
        """Return the lines of each standing, in their order; of one that nobody has, none."""
        found: dict[Standing, list[ManifestLine]] = {each: [] for each in Standing}
        for line in self.lines:
            found[self.standing(line)].append(line)
        return {each: tuple(lines) for each, lines in found.items()}

    @cached_property
    def aboard(self) -> tuple[ManifestLine, ...]:
        return tuple(line for line in self.lines if line.aboard)

    @cached_property
    def tally(self) -> Tally:
        return tally({each: len(lines) for each, lines in self.by_standing.items()})
