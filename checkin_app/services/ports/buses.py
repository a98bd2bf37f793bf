"""Buses and who is aboard."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from checkin_app.domain.buses import Bus, BusRecord
from checkin_app.domain.ids import BusCode, RouteId
from checkin_app.domain.seating import free_seats, holders
from checkin_app.domain.standings import Tally
from checkin_app.services.manifests import Manifest


@dataclass(frozen=True, slots=True)
class BusCount:
    bus: Bus
    listed: int
    aboard: int
    unlisted: int = 0
    """Of those aboard, how many are not on this bus's list."""
    safe: int = 0
    """Of those listed and not aboard, how many are aboard another bus."""

    @property
    def tally(self) -> Tally:
        return Tally(self.listed, self.aboard, self.unlisted, self.safe)

    @property
    def free(self) -> int:
        """Seats that nobody holds: neither on the list nor aboard."""
        return free_seats(self.bus, holders(self.listed, self.unlisted))


class BusReads(Protocol):
    """Buses, and how full they are."""

    def bus(self, code: BusCode) -> Bus | None: ...
    def bus_record(self, code: BusCode) -> BusRecord: ...
    def buses_of(self, route: RouteId) -> Sequence[Bus]: ...
    def aboard(self, code: BusCode, *, rehearsal: bool) -> int: ...
    def accessible_aboard(self, code: BusCode, *, rehearsal: bool) -> int: ...
    def holders(self, code: BusCode, *, rehearsal: bool) -> int:
        """Return how many hold a seat: everybody on the list, and who is aboard besides."""
        ...


class BusQueries(Protocol):
    """Buses with their figures, and one with its people."""

    def buses(self, *, rehearsal: bool) -> Sequence[BusCount]: ...
    def manifest(self, bus: BusCode, *, rehearsal: bool) -> Manifest: ...
