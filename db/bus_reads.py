"""What is read of buses: their figures, their people, and what was counted at them."""

from collections.abc import Mapping, Sequence

from checkin_app.domain.buses import Bus, BusRecord
from checkin_app.domain.head_counts import BusCounts
from checkin_app.domain.ids import BusCode, DelegateId, RouteId, Subject, bus_subject
from checkin_app.domain.kinds.body import Aspect
from checkin_app.services.ports.bus_log import BusLog
from checkin_app.services.ports.buses import BusCount, Manifest
from db import bus_logs, counts, seats, wheelchairs
from db.engine import Link
from db.finding import Finder
from db.projections import buses, head_counts
from db.readers import Snapshots


class BusReading:
    """A part of `Reads`."""

    _link: Link

    def _settle(self, only: Subject | Aspect | None = None) -> None:
        """Bring what is read up to what was recorded; nothing was, here."""

    def bus(self, code: BusCode) -> Bus | None:
        self._settle(bus_subject(code))
        return buses.one(self._link, code)

    def bus_record(self, code: BusCode) -> BusRecord:
        self._settle(bus_subject(code))
        return buses.record_of(self._link, code)

    def bus_counts(self, code: BusCode) -> BusCounts:
        self._settle(bus_subject(code))
        return head_counts.one(self._link, code)

    def buses_of(self, route: RouteId) -> Sequence[Bus]:
        self._settle()
        return buses.of_route(self._link, route)


class BusQueries(Snapshots):
    """A part of `StoreQueries`."""

    _finder: Finder
    _version: counts.Version

    def buses(self, *, rehearsal: bool) -> Sequence[BusCount]:
        with self.reading() as link:
            return counts.of_buses(link, rehearsal=rehearsal)

    def bus_count(self, bus: BusCode, *, rehearsal: bool) -> BusCount:
        """Return one bus with its figures.

        Raises:
            UnknownBus: there is no such bus.
        """
        with self.reading() as link:
            return counts.of_bus(link, bus, rehearsal=rehearsal)

    def manifest(self, bus: BusCode, *, rehearsal: bool) -> Manifest:
        """Return who is on a bus's list and who is aboard, by name.

        Raises:
            UnknownBus: there is no such bus.
        """
        with self.reading() as link:
            return counts.manifest(link, bus, self._finder.in_order, self._version, rehearsal=rehearsal)

    def count_ahead(self) -> None:
        with self.reading() as link:
            self._version.at(link)

    def bus_log(self, bus: BusCode) -> BusLog:
        """Return what was done with a bus.

        Raises:
            UnknownBus: there is no such bus.
        """
        with self.reading() as link:
            return bus_logs.bus_log(link, bus)

    def wheelchairs(self) -> Mapping[BusCode, int]:
        with self.reading() as link:
            return wheelchairs.listed(link)

    def unseated(self, route: RouteId, limit: int) -> Sequence[DelegateId]:
        with self.reading() as link:
            return seats.unseated(link, route, limit)

    def counted(self) -> Mapping[BusCode, BusCounts]:
        with self.reading() as link:
            return head_counts.every(link)
