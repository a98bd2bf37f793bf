"""What is said of stations: each enrols itself, coordinators let them in and shut them out."""

from typing import Annotated, ClassVar

from msgspec import Meta

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.enrolment import Role, Said, Standing
from checkin_app.domain.ids import Instant, LogId, station_id, station_of
from checkin_app.domain.kinds.body import Aspect, Body, LogName, PublicKey, StationName, Whole

#: So many logs of one laptop are told apart where it is shut out: one begins at each opening.
MOST_LOGS = 20_000


class OfStation(Body, frozen=True, kw_only=True):
    """Something that is said of one station, by its key."""

    SUBJECT = "station:"
    ASPECT = Aspect.STATION
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.STATIONS})

    public_key: PublicKey
    station: StationName

    def said(self, at: Instant) -> Said:
        """Return the stage of its way that this is."""
        raise NotImplementedError  # each kind of these says its own; this class is none and is never made

    @property
    def _key(self) -> bytes:
        return bytes.fromhex(self.public_key)

    def _names_its_key(self) -> bool:
        return self.station == station_id(self._key)


class StationEnrolled(OfStation, frozen=True, kw_only=True):
    KIND = "station.enrolled"
    SUBJECT = ""

    name: str

    def may_stand_in(self, log_id: LogId) -> bool:
        """An enrolment names the key of the log it stands in: nobody enrols a third."""
        return self._names_its_key() and self.station == station_of(log_id)

    def said(self, at: Instant) -> Said:
        return Said(Standing.MEMBER, self.station, self._key, self.name, at)


class StationAsked(OfStation, frozen=True, kw_only=True):
    """It has shown the hub an invitation; the hub says so, for any coordinator to answer."""

    KIND = "station.asked"

    name: str
    words: str

    def may_stand_in(self, log_id: LogId) -> bool:  # noqa: ARG002 - any station may be the hub
        return self._names_its_key()

    def said(self, at: Instant) -> Said:
        return Said(Standing.ASKING, self.station, self._key, self.name, at, words=self.words)


class StationAdmitted(OfStation, frozen=True, kw_only=True):
    KIND = "station.admitted"
    BY_COORDINATORS = True

    name: str
    role: Role

    def may_stand_in(self, log_id: LogId) -> bool:
        """Nobody admits themselves."""
        return self._names_its_key() and self.station != station_of(log_id)

    def said(self, at: Instant) -> Said:
        return Said(Standing.MEMBER, self.station, self._key, self.name, at, self.role)


class StationRevoked(OfStation, frozen=True, kw_only=True):
    KIND = "station.revoked"
    BY_COORDINATORS = True

    reason: str
    trusted: Annotated[dict[LogName, Whole], Meta(max_length=MOST_LOGS)]
    """How far each of its logs was written by those it belongs to; what is beyond counts nowhere."""

    def may_stand_in(self, log_id: LogId) -> bool:
        """Nobody shuts themselves out: whoever means to steal a laptop's name could say that all it writes is trusted."""
        return self._names_its_key() and self.station != station_of(log_id)

    def said(self, at: Instant) -> Said:
        return Said(Standing.REVOKED, self.station, self._key, "", at)


class StationLeft(OfStation, frozen=True, kw_only=True):
    KIND = "station.left"

    def may_stand_in(self, log_id: LogId) -> bool:
        """Only it can say so."""
        return self._names_its_key() and self.station == station_of(log_id)

    def said(self, at: Instant) -> Said:
        return Said(Standing.LEFT, self.station, self._key, "", at)
