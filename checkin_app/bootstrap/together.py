"""The network lane of the window: begun once the laptop has joined a hub, whenever that is, and ended before the printers."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from checkin_app.bootstrap.station import Opened
from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.enrolment import Standing
from checkin_app.domain.sync.reports import as_hub
from checkin_app.domain.sync.status import OnlyHere, Reach, SyncStatus
from checkin_app.runtime.acknowledged import Acknowledged
from checkin_app.runtime.lanes import Done, Lane, Result
from checkin_app.runtime.paths import StationFolder
from checkin_app.services.opened import OpenedStation
from checkin_app.sync.reports import reporting_of
from checkin_app.sync.served import has_served, served_at

if TYPE_CHECKING:
    from checkin_app.sync.network import Network


#: Entries of a station that was begun and in which nobody has done anything: its enrolment and its forum.
BEGUN = 2


@dataclass(frozen=True, slots=True)
class Meeting:
    """What a network lane is made of."""

    folder: Path
    whole: Opened
    came: Callable[[ChangeSet], None]
    """Shows what came; called by the lane."""
    report: Callable[[BaseException], object]

    def made(self) -> "Network | None":
        """Return the lane where the laptop has joined a hub: what it speaks with is loaded only then."""
        if not StationFolder(self.folder).hub.exists():
            return None
        from checkin_app.bootstrap.meeting import network_of

        return network_of(self.folder, self.whole, self.came, self.report)

    def unmet(self, held_elsewhere: Acknowledged) -> SyncStatus:
        """Return how a laptop stands that has joined no hub: the others may meet on it, did, or are met by sticks alone."""
        station = self.whole.station
        health, vector = station.queries.health(), station.merging.vector()
        status = SyncStatus(gaps=health.kept_out.gaps(vector), newer_kinds=health.unknown_kinds)
        served, others = served_at(self.folder) is not None, _has_others(station)
        if served or (has_served(self.folder) and others):
            told = reporting_of(self.folder, station)
            stands = as_hub(status, told.seen({}, station.clock()), told.only_here())
            return stands if served else replace(stands, reach=Reach.APART)
        few = held_elsewhere.only_here(vector) if vector.facts > BEGUN else OnlyHere()
        reach = Reach.CARRIED if others else Reach.ALONE
        return replace(status, reach=reach, only_here=few.entries, on_stick=few.on_stick)


def _has_others(station: OpenedStation) -> bool:
    """Return whether other laptops take part, as this one does."""
    members = {each.station for each in station.queries.enrolments() if each.standing is Standing.MEMBER}
    return station.station.id in members and len(members) > 1


def _unhosted(status: SyncStatus) -> SyncStatus:
    return status


class Together:
    """Keeps the window's station together with the others; used from the screen's thread."""

    def __init__(self, meeting: Meeting, lane: Lane, hosted: Callable[[SyncStatus], SyncStatus] = _unhosted) -> None:
        """Make ready.

        Args:
            meeting: what the network lane is made of.
            lane: makes it.
            hosted: returns how this laptop stands where the others meet on it.
        """
        self._meeting, self._lane, self._hosted = meeting, lane, hosted
        self._network: Network | None = None
        self._asked = self._closed = False
        self._held_elsewhere = Acknowledged(meeting.folder, meeting.whole.station.station.id)

    def begin(self) -> None:
        """Begin where the laptop has joined a hub and nothing was begun yet."""
        if not (self._asked or self._network or self._closed):
            self._asked = True
            self._lane.submit(self._meeting.made, self._begun)

    def ring(self) -> None:
        """Say that something was recorded here."""
        if self._network:
            self._network.ring()

    def status(self) -> SyncStatus:
        """Return how this laptop stands to the others; reads the store, so on a lane that may wait."""
        return self._hosted(self._network.status() if self._network else self._meeting.unmet(self._held_elsewhere))

    def close(self) -> None:
        self._closed = True
        if self._network:
            self._network.close()

    def _begun(self, result: "Result[Network | None]") -> None:
        self._asked = False
        if isinstance(result, Done) and result.value and not self._closed:
            self._network = result.value
            self._network.start()
