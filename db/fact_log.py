"""A store's log as `services.ports.fact_log` asks for it: read on connections that only read, added to in pieces."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager

from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import Digest, LogId, StationId
from checkin_app.domain.sync.vectors import Vector
from checkin_app.services.accepting import Accepting, AcceptingUnit
from checkin_app.services.ports.kept_out import Offered
from checkin_app.services.ports.newest import Newest
from checkin_app.services.ports.transactions import Opens
from db import vouching
from db.engine import Link
from db.log import documents, heads, newest, offers

Reading = Callable[[], AbstractContextManager[Link]]
"""Opens one state of a store on a connection that only reads."""


class StoreSource:
    """Implements ``ports.fact_log.FactSource`` for any store that can be read at all."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def above(self, vector: Mapping[LogId, int], limit: int) -> Offered:
        with self._reading() as link:
            return offers.above(link, vector, limit)

    def following(self, after: Mapping[LogId, int], limit: int) -> Sequence[Fact]:
        with self._reading() as link:
            return offers.following(link, after, limit)

    def documents(self, digests: Iterable[Digest], room: int | None = None) -> Mapping[Digest, bytes]:
        with self._reading() as link:
            return offers.documents(link, digests, room)

    def documents_of(self, facts: Iterable[Fact], room: int | None = None) -> Mapping[Digest, bytes]:
        with self._reading() as link:
            return offers.documents_of(link, facts, room)

    def spoilt_documents(self, digests: Sequence[Digest]) -> Sequence[Digest]:
        with self._reading() as link:
            return offers.spoilt_documents(link, digests)

    def misplaced(self) -> int:
        with self._reading() as link:
            return offers.misplaced(link)

    def station_keys(self) -> Mapping[StationId, bytes]:
        with self._reading() as link:
            return vouching.station_keys(link)


class StoreNewest:
    """Implements ``ports.newest.NewestSource`` for a store that is open."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def newest_arrival(self) -> int:
        with self._reading() as link:
            return newest.last_arrival(link)

    def arrived_after(self, arrival: int, limit: int) -> Newest:
        with self._reading() as link:
            return newest.after(link, arrival, limit)


class StoreLog(StoreSource, Accepting):
    """Implements ``ports.fact_log.FactLog`` for a store that is open; what is taken in is the services' matter."""

    def __init__(self, reading: Reading, open_piece: Opens[AcceptingUnit], let_scans_pass: Callable[[], None]) -> None:
        StoreSource.__init__(self, reading)
        Accepting.__init__(self, open_piece, let_scans_pass)
        self._as_of = (0, Vector())
        """The fact that came last, and how far every log was then."""

    def vector(self) -> Vector:
        """Return how far every log is known: only what has come since it was asked last is looked at."""
        before, vector = self._as_of
        with self._reading() as link:
            newest = heads.newest_arrival(link)
            if newest != before:
                vector = vector.moved_to(*(heads.moved_since(link, before) if before else heads.places_of(link)))
                self._as_of = (newest, vector)  # at once, as several threads may ask
        return vector

    def lacking_documents(self) -> Sequence[Digest]:
        with self._reading() as link:
            return documents.lacking(link)

    def unheld(self, digests: Sequence[Digest]) -> Sequence[Digest]:
        with self._reading() as link:
            here = {*documents.named_here(link, digests)}
        return [each for each in digests if each not in here]

    def station_key(self, station: StationId) -> bytes | None:
        with self._reading() as link:
            return vouching.station_key(link, station)
