"""Stations that are nothing but their logs: what laptops do among themselves, without a disk, a clock or a network."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from msgspec.structs import replace

from checkin_app.domain.canonical import canonical, digest_of
from checkin_app.domain.chain import Forked, Head, Judgement, Known, Stored, judge
from checkin_app.domain.facts import GENESIS, Fact
from checkin_app.domain.hlc import Hlc
from checkin_app.domain.ids import Digest, FactId, Instant, LogId, StationId, Subject, station_id, station_of
from checkin_app.domain.sync.messages import fitting_documents
from checkin_app.domain.sync.vectors import Vector, mark_of
from checkin_app.services.merging import Merging
from checkin_app.services.ports.fact_log import Accepted
from checkin_app.services.ports.kept_out import KeptOutFact, Offered

NOW = Instant(1_900_000_000_000)
NO_LOG = LogId("")
ADMITTED = "station.admitted"
WHO = Subject("delegate:00000000000000a1")


def signature(key: bytes, message: bytes) -> bytes:
    """Return what stands for a signature here: whoever knows the public key could make it, and nobody does."""
    return hashlib.sha512(key + message).digest()


@lru_cache(10_000)  # the same facts are asked for as often as anything comes
def _named_by(fact: Fact) -> Sequence[Digest]:
    return fact.documents_named


@dataclass(frozen=True)
class Key:
    public_key: bytes

    def sign(self, message: bytes) -> bytes:
        return signature(self.public_key, message)

    def holds(self, public_key: bytes, message: bytes, signed: bytes) -> bool:
        return signed == signature(public_key, message)

    def agreed(self, public: bytes) -> bytes:
        return signature(self.public_key, public)[:32]


@dataclass
class MemoryLog:
    """Implements ``ports.fact_log.FactLog`` and ``domain.chain.Held`` in memory; whole or not at all, like a commit."""

    vouched: dict[StationId, bytes] = field(default_factory=dict)
    held: dict[LogId, list[Fact]] = field(default_factory=dict)
    kept: dict[Digest, bytes] = field(default_factory=dict)
    aside: list[Fact] = field(default_factory=list)
    out: list[KeptOutFact] = field(default_factory=list)
    writing: LogId = NO_LOG
    came: list[LogId] = field(default_factory=list)
    """Of which log each fact is, in the order in which they were written here."""
    _vector: Vector = field(default_factory=Vector)
    _told: dict[LogId, Fact] = field(default_factory=dict)
    """The last fact of each log that the vector tells of."""

    def above(self, vector: Mapping[LogId, int], limit: int) -> Offered:
        facts = [each for log_id, some in sorted(self.held.items()) for each in some[vector.get(log_id, 0) :]]
        return Offered(tuple(facts[:limit]))

    def following(self, after: Mapping[LogId, int], limit: int) -> Sequence[Fact]:
        return [each for log_id, seq in after.items() for each in self.held.get(log_id, [])[seq:]][:limit]

    def documents(self, digests: Iterable[Digest], room: int | None = None) -> Mapping[Digest, bytes]:
        here = {each: len(self.kept[each]) for each in digests if each in self.kept}
        return {each: self.kept[each] for each in (here if room is None else fitting_documents(here, room))}

    def documents_of(self, facts: Iterable[Fact], room: int | None = None) -> Mapping[Digest, bytes]:
        return self.documents((digest for fact in facts for digest in fact.documents_named), room)

    def spoilt_documents(self, digests: Sequence[Digest]) -> Sequence[Digest]:
        return [each for each in digests if each in self.kept and digest_of(self.kept[each]) != each]

    def misplaced(self) -> int:
        return 0

    def station_keys(self) -> Mapping[StationId, bytes]:
        return self.vouched

    def vector(self) -> Vector:
        """Return how far it is, of which only what moved is summed up again, as the real stores do."""
        moved = {log_id: some for log_id, some in self.held.items() if self._told.get(log_id) is not some[-1]}
        if moved:
            self._told |= {log_id: some[-1] for log_id, some in moved.items()}
            self._vector = self._vector.moved_to(
                {log_id: len(some) for log_id, some in moved.items()},
                {log_id: mark_of(some[-1].hash()) for log_id, some in moved.items()},
            )
        return self._vector

    def lacking_documents(self) -> Sequence[Digest]:
        return sorted(self.named() - self.kept.keys())

    def unheld(self, digests: Sequence[Digest]) -> Sequence[Digest]:
        return [each for each in digests if each not in self.kept]

    def station_key(self, station: StationId) -> bytes | None:
        return self.vouched.get(station) or self._admitted().get(station)

    def _admitted(self) -> dict[StationId, bytes]:
        said = (each for some in self.held.values() for each in some if each.kind == ADMITTED)
        keys = [bytes.fromhex(json.loads(each.body)["text"]) for each in said]
        return {station_id(key): key for key in keys}

    def accept(self, facts: Sequence[Fact], documents: Sequence[bytes] = ()) -> Accepted:
        judgements = tuple(map(self._take_in, facts))
        named = self.named()
        self.kept |= {digest_of(each): each for each in documents if digest_of(each) in named}
        return Accepted(judgements, frozenset())

    def keep_out(self, facts: Sequence[KeptOutFact]) -> None:
        self.out += facts

    def keep_out_misplaced(self, giver: StationId, count: int) -> None: ...

    def head_of(self, log_id: LogId) -> Head:
        some = self.held.get(log_id)
        return Head(log_id, some[-1].seq, some[-1].hash()) if some else Head(log_id)

    def hash_at(self, log_id: LogId, seq: int) -> bytes | None:
        return self.held[log_id][seq - 1].hash()

    def is_writing(self, log_id: LogId) -> bool:
        return log_id == self.writing

    def is_called_so(self, station: StationId, fact_id: FactId) -> bool:
        theirs = (some for log_id, some in self.held.items() if station_of(log_id) == station)
        return any(each.fact_id == fact_id for some in theirs for each in some)

    def named(self) -> set[Digest]:
        return {digest for some in self.held.values() for each in some for digest in _named_by(each)}

    def facts(self) -> set[Fact]:
        return {each for some in self.held.values() for each in some}

    def hashes(self) -> set[bytes]:
        return {each.hash() for some in self.held.values() for each in some}

    def copied(self) -> "MemoryLog":
        """Return what a backup holds."""
        held = {log_id: [*some] for log_id, some in self.held.items()}
        return MemoryLog(
            dict(self.vouched), held, dict(self.kept), [*self.aside], [*self.out], self.writing, [*self.came]
        )

    def append(self, fact: Fact) -> None:
        self.held.setdefault(fact.log_id, []).append(fact)
        self.came.append(fact.log_id)

    def forget(self, newest: int) -> None:
        """Lose the last that was written, as a disk does that only said that it wrote."""
        for _ in range(min(newest, len(self.came))):
            log_id = self.came.pop()
            self.held[log_id].pop()
            if not self.held[log_id]:
                del self.held[log_id]
        self.kept = {digest: self.kept[digest] for digest in self.kept.keys() & self.named()}
        self._vector, self._told = Vector(), {}

    def fold(self) -> str:
        """Return what stands for all that follows from what is held: facts in their one order, and documents."""
        told = sorted((each.order, each.hash().hex()) for each in self.facts())
        return hashlib.sha256(repr((told, sorted(self.kept))).encode()).hexdigest()

    def _take_in(self, fact: Fact) -> Judgement:
        judgement = judge(fact, self)
        match judgement:
            case Stored():
                self.append(fact)
            case Forked():
                self.aside.append(fact)
            case Known():
                assert fact in self.held[fact.log_id]
        return judgement


@dataclass
class Laptop:
    """A station: it writes into a log that is drawn anew at every opening."""

    name: str
    key: Key
    log: MemoryLog = field(default_factory=MemoryLog)
    openings: int = 0
    written: int = 0
    """Ever, whatever was lost since: no two facts of a station are called alike."""

    @property
    def station(self) -> StationId:
        return station_id(self.key.public_key)

    @property
    def merging(self) -> Merging:
        return Merging(self.log, self.key)

    def open(self) -> None:
        self.openings += 1
        self.log.writing = LogId(f"{self.station}{self.openings:016x}")

    def write(self, text: str, kind: str = "note.made", document: bytes | None = None) -> Fact:
        body = {"text": text} | ({"document": digest_of(document)} if document else {})
        fact = self.signed(self.log.writing, self.log.head_of(self.log.writing), kind, canonical(body))
        self.log.append(fact)
        if document:
            self.log.kept[digest_of(document)] = document
        return fact

    def signed(self, log_id: LogId, after: Head, kind: str, body: bytes) -> Fact:
        self.written += 1
        named = FactId(hashlib.sha256(f"{self.name} {self.written}".encode()).hexdigest()[:32])
        stamp = Hlc(NOW + self.written << 16)
        before = after.hash if after.seq else GENESIS
        fact = Fact(log_id, after.seq + 1, named, stamp, NOW, 0, kind, 1, "", WHO, body, before)
        return replace(fact, signature=self.key.sign(fact.signed_bytes()))


def laptops(*names: str) -> list[Laptop]:
    """Return laptops of which each vouches for all."""
    some = [Laptop(name, Key(hashlib.sha256(name.encode()).digest())) for name in names]
    for each in some:
        each.log.vouched = {other.station: other.key.public_key for other in some}
        each.open()
    return some
