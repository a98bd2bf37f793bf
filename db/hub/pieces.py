"""Facts taken in by a hub: their logs locked in one order, each fact judged, and all that is stored written at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, assert_never

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from checkin_app.domain.chain import Forked, Head, Judgement, Known, Later, Stored, is_storable, judge
from checkin_app.domain.changes import Changed
from checkin_app.domain.facts import GENESIS, Fact
from checkin_app.domain.hlc import Hlc
from checkin_app.domain.ids import Digest, FactId, Instant, LogId, StationId, station_of
from checkin_app.domain.kinds.body import Body
from checkin_app.domain.kinds.registry import KINDS
from checkin_app.domain.kinds.stations import StationEnrolled
from db.hub import documents as kept
from db.hub.arrays import given, rows_of
from db.hub.naming import fact_key, is_plain, log_key, station_key
from db.hub.sealing import Seal, place_of
from db.hub.tables import Bytes, Uuids, Wholes, awaited, documents, facts, logs, quarantine, stations

Place = tuple[LogId, int]
_bind = sa.bindparam


_begun = rows_of(log_id=Uuids, name=Bytes)
#: In the order in which they are locked, too: who makes two waits for nobody who waits for him.
_BEGIN = (
    insert(logs)
    .from_select(
        ["forum", "log_id", "head_seq", "head_hash", "clock", "flagged", "name"],
        sa.select(
            _bind("forum", type_=sa.BigInteger), _begun.c.log_id, sa.literal_column("0"), _bind("genesis"),
            sa.literal_column("0"), sa.literal_column("0"), _begun.c.name,
        ).order_by(_begun.c.log_id),
    )
    .on_conflict_do_nothing()
)  # fmt: skip
#: Unsorted, most of the transactions that meet here end in deadlocks.
_LOCK = (
    sa.select(logs.c.log_id, logs.c.head_seq, logs.c.head_hash, logs.c.clock, logs.c.flagged)
    .where(logs.c.forum == _bind("forum"), logs.c.log_id == sa.any_(_bind("log_ids", type_=Uuids)))
    .order_by(logs.c.log_id)
    .with_for_update()
)
_places = rows_of(log_id=Uuids, seq=Wholes)
_AT = (
    sa.select(facts.c.log_id, facts.c.seq, facts.c.sealed)
    .select_from(_places.join(facts, sa.and_(facts.c.log_id == _places.c.log_id, facts.c.seq == _places.c.seq)))
    .where(facts.c.forum == _bind("forum"))
)
_names = rows_of(fact_id=Uuids, station=Wholes)
_CALLED = (
    sa.select(facts.c.fact_id, facts.c.station)
    .select_from(_names.join(facts, sa.and_(facts.c.fact_id == _names.c.fact_id, facts.c.station == _names.c.station)))
    .where(facts.c.forum == _bind("forum"))
)
_moved = rows_of(log_id=Uuids, head_seq=Wholes, head_hash=Bytes, clock=Wholes, flagged=Wholes)
_MOVE = (
    sa.update(logs)
    .where(logs.c.forum == _bind("in_forum"), logs.c.log_id == _moved.c.log_id)
    .values({name: _moved.c[name] for name in ("head_seq", "head_hash", "clock", "flagged")})
)
_SET_ASIDE = insert(quarantine).on_conflict_do_nothing()
_ENROL = insert(stations).on_conflict_do_nothing()
_wanted = rows_of(address=Bytes, sealed=Bytes)
_AWAIT = (
    insert(awaited)
    .from_select(
        ["forum", "address", "sealed"],
        sa.select(_bind("forum", type_=sa.BigInteger), _wanted.c.address, _wanted.c.sealed)
        .where(
            ~sa.exists().where(documents.c.forum == _bind("forum"), documents.c.address == _wanted.c.address)
        )
        .order_by(_wanted.c.address),
    )
    .on_conflict_do_nothing()
)  # fmt: skip
#: What a hub itself heeds: who is enrolled, and which documents are named.
_TELLING = {each for each in KINDS.values() if each.document is not Body.document} | {StationEnrolled}
_COPY = "COPY hub_facts (forum, log_id, seq, station, fact_id, sealed) FROM STDIN (FORMAT BINARY)"
_COPIED = ("int8", "uuid", "int8", "int8", "uuid", "bytea")


@dataclass(slots=True)
class _Held:
    """What the database holds, as far as the judgement of some facts asks."""

    heads: dict[LogId, Head]
    hashes: dict[Place, bytes]
    called: set[tuple[StationId, FactId]]

    def head_of(self, log_id: LogId) -> Head:
        return self.heads[log_id]

    def hash_at(self, log_id: LogId, seq: int) -> bytes | None:
        return self.hashes.get((log_id, seq))

    def is_writing(self, log_id: LogId) -> bool:  # noqa: ARG002 - a hub writes no log here
        return False

    def is_called_so(self, station: StationId, fact_id: FactId) -> bool:
        return (station, fact_id) in self.called


@dataclass(slots=True)
class Piece:
    """Some facts, in the order in which they are judged, and what became of them in one transaction."""

    forum: int
    seal: Seal
    now: Instant
    documents: Mapping[Digest, bytes]
    """What came with the facts."""
    named: set[Digest] = field(default_factory=set)
    """Of the documents, those that facts name which are here."""
    judgements: list[Judgement] = field(default_factory=list)
    changes: set[Changed] = field(default_factory=set)
    _stored: list[Fact] = field(default_factory=list)
    _aside: list[Fact] = field(default_factory=list)

    def take(self, connection: sa.Connection, arriving: Sequence[Fact], *, sure: bool) -> None:
        """Judge facts and store them.

        Args:
            connection: in a transaction that has done nothing yet.
            arriving: those of one log in sequence.
            sure: whether names are looked up before; else one that a station gave twice is found as it is written.
        """
        heads = self._lock(connection, {each.log_id for each in arriving})
        held = _Held(heads, self._hashes(connection, arriving, heads), set())
        if sure:
            held.called = self._called(connection, arriving)
        before = dict(heads)
        for each in arriving:
            self._judge(each, held)
        self._write(connection, [head for log_id, head in held.heads.items() if head is not before[log_id]])

    def _judge(self, fact: Fact, held: _Held) -> None:
        judgement = judge(fact, held)
        self.judgements.append(judgement)
        match judgement:
            case Stored():
                moved = held.heads[fact.log_id].moved_by(fact, self.now)
                held.heads[fact.log_id] = moved
                held.hashes[fact.log_id, fact.seq] = moved.hash
                held.called.add((station_of(fact.log_id), fact.fact_id))
                self._stored.append(fact)
                self._name(fact)
            case Known():
                self._name(fact)
            case Forked():
                self._aside.append(fact)
            case Later():
                pass
            case _:
                assert_never(judgement)

    def _name(self, fact: Fact) -> None:
        if self.documents:
            self.named |= self.documents.keys() & fact.documents_named

    def _lock(self, connection: sa.Connection, log_ids: Iterable[LogId]) -> dict[LogId, Head]:
        keys = {log_key(each): each for each in log_ids}
        names = [None if is_plain(each) else self.seal.close(each.encode(), key.bytes) for key, each in keys.items()]
        connection.execute(_BEGIN, {"forum": self.forum, "genesis": GENESIS, **given(log_id=[*keys], name=names)})
        rows = connection.execute(_LOCK, {"forum": self.forum, "log_ids": [*keys]}).all()
        return {
            keys[key]: Head(keys[key], seq, hashed, Hlc(clock), flagged) for key, seq, hashed, clock, flagged in rows
        }

    def _hashes(
        self, connection: sa.Connection, arriving: Sequence[Fact], heads: Mapping[LogId, Head]
    ) -> dict[Place, bytes]:
        """Return the hashes of the facts that stand where some that arrive would."""
        taken = [each for each in arriving if is_storable(each) and each.seq <= heads[each.log_id].seq]
        if not taken:
            return {}
        names = {log_key(each.log_id): each.log_id for each in taken}
        places = {(log_key(each.log_id), each.seq) for each in taken}
        wanted = given(log_id=[key for key, _ in places], seq=[seq for _, seq in places])
        rows = connection.execute(_AT, {"forum": self.forum, **wanted})
        opened = ((key, seq, self.seal.open_fact(sealed, place_of(key, seq))) for key, seq, sealed in rows)
        return {(names[key], seq): fact.hash() for key, seq, fact in opened if fact}

    def _called(self, connection: sa.Connection, arriving: Sequence[Fact]) -> set[tuple[StationId, FactId]]:
        names = {
            (fact_key(each.fact_id), station_key(station_of(each.log_id))): (station_of(each.log_id), each.fact_id)
            for each in arriving
        }
        wanted = given(fact_id=[key for key, _ in names], station=[key for _, key in names])
        rows = connection.execute(_CALLED, {"forum": self.forum, **wanted})
        return {names[row[0], row[1]] for row in rows}

    def _write(self, connection: sa.Connection, moved: Sequence[Head]) -> None:
        kept.keep(connection, self.forum, self.seal, [self.documents[each] for each in self.named])
        if self._stored:
            self._copy(connection)
            self._note(connection)
            heads = given(
                log_id=[log_key(each.log_id) for each in moved],
                head_seq=[each.seq for each in moved],
                head_hash=[each.hash for each in moved],
                clock=[each.clock for each in moved],
                flagged=[each.flagged for each in moved],
            )
            connection.execute(_MOVE, {"in_forum": self.forum, **heads})
        self.set_aside(connection, self._aside)

    def set_aside(self, connection: sa.Connection, facts: Sequence[Fact]) -> None:
        """Keep facts as evidence, whole and never given to anybody."""
        if facts:
            connection.execute(_SET_ASIDE, sorted(map(self._aside_row, facts), key=lambda row: row["hash"]))

    def _copy(self, connection: sa.Connection) -> None:
        driver: Any = connection.connection.driver_connection
        with driver.cursor() as cursor, cursor.copy(_COPY) as copy:
            copy.set_types(_COPIED)
            for row in self._rows():
                copy.write_row(row)

    def _rows(self) -> Iterator[tuple[Any, ...]]:
        for fact in self._stored:
            key = log_key(fact.log_id)
            sealed = self.seal.close_fact(fact, place_of(key, fact.seq))
            yield self.forum, key, fact.seq, station_key(station_of(fact.log_id)), fact_key(fact.fact_id), sealed

    def _note(self, connection: sa.Connection) -> None:
        """Note what follows from facts: stations that enrolled, and documents that are to come."""
        named: dict[bytes, Digest] = {}
        enrolled: dict[int, bytes] = {}
        for fact in self._stored:
            kind = KINDS.get(fact.kind)
            self.changes |= kind.CHANGES if kind else frozenset()
            said = fact.said if kind in _TELLING else None  # to read a scan would cost as much as to store it
            if said and said.document:
                named[self.seal.address(said.document)] = said.document
            if isinstance(said, StationEnrolled):
                enrolled[station_key(StationId(said.station))] = bytes.fromhex(said.public_key)
        if named:
            sealed = [self.seal.close(digest.encode(), address) for address, digest in named.items()]
            connection.execute(_AWAIT, {"forum": self.forum, **given(address=[*named], sealed=sealed)})
        if enrolled:
            rows = [{"forum": self.forum, "station": each, "public_key": enrolled[each]} for each in sorted(enrolled)]
            connection.execute(_ENROL, rows)

    def _aside_row(self, fact: Fact) -> dict[str, Any]:
        """Return a fact in its signed bytes, whatever its fields are."""
        hashed = fact.hash()
        sealed = self.seal.close(fact.signed_bytes() + fact.signature, hashed)
        return {"forum": self.forum, "hash": hashed, "log_id": log_key(fact.log_id), "sealed": sealed}
