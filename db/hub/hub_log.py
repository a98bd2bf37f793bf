"""The log of one forum on PostgreSQL, as ``services.ports.fact_log`` asks for it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

import sqlalchemy as sa

from checkin_app.domain.canonical import digest_of
from checkin_app.domain.chain import Stored
from checkin_app.domain.changes import Changed
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import Digest, ForumId, LogId, StationId, station_id
from checkin_app.domain.sync.messages import first_whole
from checkin_app.domain.sync.vectors import Vector
from checkin_app.services.ports.fact_log import Accepted
from checkin_app.services.ports.kept_out import KeptOut, KeptOutFact, Offered
from checkin_app.services.ports.transactions import Clock
from db.hub import documents, kept_out, offers, schema
from db.hub.database import Database
from db.hub.naming import forum_key, station_key
from db.hub.pieces import Piece
from db.hub.sealing import Seal
from db.hub.tables import stations
from db.log.stamps import now, recordable

T = TypeVar("T")
#: Facts and documents that one transaction takes in: others wait for their logs meanwhile.
_FACTS, _DOCUMENTS = 5_000, 1_000
_bind = sa.bindparam
_KEYS = sa.select(stations.c.public_key).where(stations.c.forum == _bind("forum"))
_KEY = sa.select(stations.c.public_key).where(
    stations.c.forum == _bind("forum"), stations.c.station == _bind("station")
)


def _nobody() -> None:
    pass


class HubLog:
    """Implements ``ports.fact_log.FactLog`` for a forum; any number of processes may do so on one database.

    Args:
        database: where it is.
        forum: the forum whose facts these are.
        key: the 32 bytes that they are sealed with, the same in every process.
        clock: tells which stamps are too far ahead.
        stored: told when facts or documents were.

    Raises:
        HubDatabaseForeign, HubDatabaseNewer: nothing was changed.
        StorageProblem: the database cannot be used.
    """

    def __init__(
        self, database: Database, forum: ForumId, key: bytes, clock: Clock = now, stored: Callable[[], None] = _nobody
    ) -> None:
        self._database, self._clock, self._stored = database, clock, stored
        self._forum, self._seal = forum_key(forum), Seal(key, forum)
        self._as_of = (offers.Grown(0, 0), Vector())
        schema.prepare(database, forum, self._seal)

    def above(self, vector: Mapping[LogId, int], limit: int) -> Offered:
        return self._database.run(lambda link: offers.above(link, self._forum, self._seal, vector, limit))

    def following(self, after: Mapping[LogId, int], limit: int) -> Sequence[Fact]:
        return self._database.run(lambda link: offers.following(link, self._forum, self._seal, after, limit))

    def documents(self, digests: Iterable[Digest], room: int | None = None) -> Mapping[Digest, bytes]:
        wanted = [*digests]
        if room is None:
            return self._whole(wanted)
        sizes = self._database.run(lambda link: documents.sizes(link, self._forum, self._seal, wanted))
        return first_whole({each: sizes[each] for each in wanted if each in sizes}, room, self._whole)

    def _whole(self, digests: Sequence[Digest]) -> Mapping[Digest, bytes]:
        return {digest: each for digest, each in self._found(digests).items() if each is not None}

    def documents_of(self, facts: Iterable[Fact], room: int | None = None) -> Mapping[Digest, bytes]:
        return self.documents(dict.fromkeys(digest for each in facts for digest in each.documents_named), room)

    def spoilt_documents(self, digests: Sequence[Digest]) -> Sequence[Digest]:
        found = self._found(digests)
        return [each for each in digests if each in found and found[each] is None]

    def misplaced(self) -> int:
        return 0  # a row without a place does not fit into the table

    def station_keys(self) -> Mapping[StationId, bytes]:
        keys = self._database.run(lambda link: link.scalars(_KEYS, {"forum": self._forum}).all())
        return {station_id(key): key for key in keys}

    def vector(self) -> Vector:
        """Return how far every log is known: only what has grown since it was asked last is summed up again."""
        before, vector = self._as_of
        grown = self._database.run(lambda link: offers.grown(link, self._forum))
        if grown != before:
            vector = vector.moved_to(*self._database.run(lambda link: offers.heads(link, self._forum, self._seal)))
            self._as_of = (grown, vector)  # what came between the two is summed up with the next
        return vector

    def lacking_documents(self) -> Sequence[Digest]:
        return self._database.run(lambda link: documents.lacking(link, self._forum, self._seal))

    def unheld(self, digests: Sequence[Digest]) -> Sequence[Digest]:
        return self._database.run(lambda link: documents.unheld(link, self._forum, self._seal, digests))

    def station_key(self, station: StationId) -> bytes | None:
        given = {"forum": self._forum, "station": station_key(station)}
        key: bytes | None = self._database.run(lambda link: link.scalar(_KEY, given))
        return key if key and station_id(key) == station else None

    def accept(self, facts: Sequence[Fact], kept: Sequence[bytes] = ()) -> Accepted:
        named = {digest_of(each): each for each in kept}
        pieces = [self._take(some, named) for some in _parts(facts, _FACTS)]
        unnamed = [*named.keys() - {digest for piece in pieces for digest in piece.named}]
        for some in _parts(unnamed, _DOCUMENTS):
            self._keep({each: named[each] for each in some})
        judgements = tuple(judgement for piece in pieces for judgement in piece.judgements)
        changes: set[Changed] = set().union(*(piece.changes for piece in pieces))
        if kept or Stored() in judgements:
            self._stored()
        return Accepted(judgements, frozenset(changes))

    def set_aside(self, facts: Sequence[Fact]) -> None:
        """Keep facts of a laptop that was shut out as evidence."""
        piece = Piece(self._forum, self._seal, recordable(self._clock()), {})
        self._database.run(lambda link: piece.set_aside(link, facts))

    def keep_out(self, facts: Sequence[KeptOutFact]) -> None:
        at = recordable(self._clock())
        self._database.run(lambda link: kept_out.remember(link, self._forum, facts, at))

    def keep_out_misplaced(self, giver: StationId, count: int) -> None:
        at = recordable(self._clock())
        self._database.run(lambda link: kept_out.remember_misplaced(link, self._forum, giver, count, at))

    def kept_out(self) -> KeptOut:
        """Return what was offered here and not taken, and not yet brought."""
        return self._database.run(lambda link: kept_out.read(link, self._forum, {}))

    def _keep(self, contents: Mapping[Digest, bytes]) -> None:
        self._database.run(lambda link: documents.keep_awaited(link, self._forum, self._seal, contents))

    def _found(self, digests: Sequence[Digest]) -> Mapping[Digest, bytes | None]:
        return self._database.run(lambda link: documents.found(link, self._forum, self._seal, digests))

    def _take(self, facts: Sequence[Fact], named: Mapping[Digest, bytes]) -> Piece:
        attempts = 0

        def take(link: sa.Connection) -> Piece:
            nonlocal attempts
            attempts += 1
            piece = Piece(self._forum, self._seal, recordable(self._clock()), named)
            piece.take(link, facts, sure=attempts > 1)
            return piece

        return self._database.run(take)


def _parts(whole: Sequence[T], most: int) -> Iterable[Sequence[T]]:
    return (whole[place : place + most] for place in range(0, len(whole), most))
