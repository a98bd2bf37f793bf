"""What is said of stations: each enrols itself."""

from typing import ClassVar

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.ids import LogId, station_id, station_of
from checkin_app.domain.kinds.body import Aspect, Body, PublicKey, StationName


class StationEnrolled(Body, frozen=True, kw_only=True):
    KIND = "station.enrolled"
    ASPECT = Aspect.STATION
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.STATIONS})

    name: str
    public_key: PublicKey
    station: StationName

    def may_stand_in(self, log_id: LogId) -> bool:
        """An enrolment names the key of the log it stands in: nobody enrols a third."""
        return self.station == station_id(bytes.fromhex(self.public_key)) == station_of(log_id)
