"""What whoever oversees the buses sees at once: every bus with its figures, and when each door was heard of last."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from checkin_app.domain.dispatching import Sight, leaves_at
from checkin_app.domain.forum import Forum
from checkin_app.domain.head_counts import NOT_COUNTED, BusCounts
from checkin_app.domain.ids import BusCode, Instant, StationId
from checkin_app.domain.swaps import Swap
from checkin_app.domain.sync.status import SyncStatus
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.buses import BusCount


@dataclass(frozen=True, slots=True)
class Contact:
    """When a bus's door was heard of last, and which laptop scans there."""

    at: Instant
    station: StationId
    name: str


@dataclass(frozen=True, slots=True)
class Board:
    """All buses of all routes."""

    counts: Sequence[BusCount]
    contacts: Mapping[BusCode, Contact]
    """Without those at whose doors nobody was scanned yet."""
    swaps: Mapping[BusCode, Swap] = field(default_factory=dict)
    """From which buses another takes over."""
    wheelchairs: Mapping[BusCode, int] = field(default_factory=dict)
    """How many on each list need an accessible place."""
    counted: Mapping[BusCode, BusCounts] = field(default_factory=dict)
    """Where each bus was, and what was counted there."""

    def sights(self, forum: Forum, now: Instant) -> Iterator[tuple[BusCount, Sight]]:
        """Yield every bus with all that is looked at of it."""
        for count in self.counts:
            code = count.bus.code
            contact, route = self.contacts.get(code), forum.route(count.bus.route)
            yield (
                count,
                Sight(
                    count.bus,
                    count.tally,
                    leaves_at(forum, count.bus, now),
                    contact.at if contact else None,
                    now,
                    count.wheelchairs.expected if count.bus.layouts else self.wheelchairs.get(code, 0),
                    route is not None and route.charter,
                    self.counted.get(code, NOT_COUNTED),
                    count.wheelchairs.aboard,
                ),
            )


def board(station: OpenedStation, status: SyncStatus) -> Board:
    """Return all buses as they are known here; the laptop at a door is heard also when it has nobody to scan."""
    counts = station.buses()
    names = {each.id: each.name for each in station.queries.stations()}
    heard = {of: seen.at for of, seen in status.stations.items() if seen.at is not None}
    heard[station.station.id] = station.clock()
    contacts = {
        each.bus.code: Contact(
            max(each.last.at, heard.get(each.last.station, each.last.at)),
            each.last.station,
            names.get(each.last.station, ""),
        )
        for each in counts
        if each.last is not None
    }
    return Board(counts, contacts, station.swaps_now(), station.queries.wheelchairs(), station.queries.counted())
