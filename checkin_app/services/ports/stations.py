"""The forum, and the laptops that take part in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from checkin_app.domain.enrolment import Enrolment
from checkin_app.domain.facts import Fact
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import CategoryId, CheckpointId, LogId, RouteId, StationId
from checkin_app.domain.sync.laptops import Written


@dataclass(slots=True)
class ForumInForce:
    """The forum as it was last read: it may be changed while an application runs, and no screen waits for the disk."""

    forum: Forum


@dataclass(frozen=True, slots=True)
class Station:
    """This laptop among the others, or one of the others."""

    id: StationId
    name: str
    public_key: bytes


class ForumReads(Protocol):
    """Which forum this is."""

    @property
    def forum(self) -> Forum: ...


class ForumVersionReads(Protocol):
    """What was made of the forum."""

    def forum_file(self) -> bytes:
        """Return the file that the forum in force was read from."""
        ...

    def forum_versions(self) -> Sequence[Fact]:
        """Return the adoptions that no other follows: more than one where laptops changed the forum apart."""
        ...


class ForumUseReads(Protocol):
    """Who rests on what a forum is made of."""

    def guests_of(self, category: CategoryId) -> int:
        """Return how many guests are of a category."""
        ...

    def guests_for(self, route: RouteId) -> int:
        """Return how many guests chose a route."""
        ...

    def guests_at(self, checkpoint: CheckpointId) -> int:
        """Return how many guests were checked in at a session, outside rehearsals."""
        ...


class StationReads(Protocol):
    """Which laptop this is."""

    @property
    def station(self) -> Station: ...


class KeyReads(Protocol):
    """Whose signatures count."""

    def keys(self, key_id: bytes) -> Sequence[bytes]:
        """Return the public keys of enrolled stations whose key id this is."""
        ...


class EnrolmentReads(Protocol):
    """Who takes part, and who asks to."""

    def enrolments(self) -> Sequence[Enrolment]: ...
    def heads_of_station(self, station: StationId) -> Mapping[LogId, int]:
        """Return how far each log of a station is known here."""
        ...


class StationQueries(Protocol):
    """The forum and its laptops."""

    def forum(self) -> Forum: ...
    def forum_file(self) -> bytes:
        """Return the file that the forum was read from."""
        ...

    def station(self) -> Station: ...
    def stations(self) -> Sequence[Station]: ...
    def enrolments(self) -> Sequence[Enrolment]:
        """Return everybody who takes part or did, and then those who ask to."""
        ...

    def written(self) -> Mapping[StationId, Written]:
        """Return what is held of each laptop's own entries."""
        ...
