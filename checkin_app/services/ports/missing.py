"""Who is missing from a bus, and all that helps to find them: one list for screen, paper, message and command."""

from collections.abc import Mapping
from dataclasses import dataclass

from checkin_app.domain.buses import Bus
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import BusCode, StationId
from checkin_app.domain.sightings import LastSeen
from checkin_app.domain.standings import Standing, Tally, sought_as


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody of the same delegation on the same bus's list."""

    delegate: Delegate
    standing: Standing


@dataclass(frozen=True, slots=True)
class Absent:
    """Somebody who is listed on a bus and not aboard it."""

    delegate: Delegate
    standing: Standing
    """Still to come or missing, by the state of the bus; or safe."""
    seen_on: BusCode | None
    """The bus that they are safe on."""
    seen: LastSeen | None
    companions: tuple[Companion, ...]


@dataclass(frozen=True, slots=True)
class MissingList:
    """A bus and everybody listed on it who is not aboard: those looked for first, then who is safe or accounted for."""

    bus: Bus
    tally: Tally
    absent: tuple[Absent, ...]
    stations: Mapping[StationId, str]
    """Names of the laptops whose scans are spoken of."""

    @property
    def sought(self) -> tuple[Absent, ...]:
        return tuple(each for each in self.absent if each.standing is sought_as(self.bus.state))

    def station_of(self, seen: LastSeen) -> str:
        return self.stations.get(seen.station, "") if seen.station else ""
