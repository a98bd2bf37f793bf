"""The journal: facts appended, signed and chained, each in the one place of its log; documents by their digest."""

import hashlib
import os
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from checkin_app.domain.chain import Head, is_storable
from checkin_app.domain.facts import Fact, FactDraft, canonical
from checkin_app.domain.hlc import Hlc, is_time, is_too_far_ahead
from checkin_app.domain.ids import Digest, FactId, Instant, LogId, StationId
from checkin_app.domain.problems import ClockWrong, StoreReplaced
from db.codec import FACT_COLUMNS, ReadOff, Row, fact_row
from db.engine import Link, Prepared
from db.schema import documents, facts, logs, quarantine

_COLUMNS = [facts.c[name] for name in FACT_COLUMNS]
_bind = sa.bindparam

INSERT_FACT = Prepared(sa.insert(facts).values({name: _bind(name) for name in facts.c.keys() if name != "arrival"}))  # noqa: SIM118 - a ColumnCollection yields columns
_station = sa.func.substr(facts.c.log_id, 1, 16)
#: Of facts that several stations call alike, the station's own, then one that can be read.
FACT = Prepared(
    sa.select(*_COLUMNS)
    .where(facts.c.fact_id == _bind("fact_id"))
    .order_by((_station == _bind("station")).desc(), facts.c.unread, facts.c.log_id)
    .limit(sa.literal_column("1"))
)
#: The literals let SQLite see that this is what the index is of.
HAS_FACT = Prepared(
    sa.select(facts.c.seq).where(
        facts.c.fact_id == _bind("fact_id"),
        sa.func.substr(facts.c.log_id, sa.literal_column("1"), sa.literal_column("16")) == _bind("station"),
    )
)
FACT_AT = Prepared(sa.select(*_COLUMNS).where(facts.c.log_id == _bind("log_id"), facts.c.seq == _bind("seq")))
FACTS_ABOVE = Prepared(
    sa.select(*_COLUMNS)
    .where(
        facts.c.log_id == _bind("log_id"),
        facts.c.seq > _bind("seq"),
        sa.func.typeof(facts.c.seq) == sa.literal_column("'integer'"),
    )
    .order_by(facts.c.seq)
    .limit(_bind("most"))
)
#: A file that was tampered with may hold a document that is nothing: then it is not here.
_is_there = documents.c.content.is_not(None)
DOCUMENT = Prepared(sa.select(documents.c.content).where(documents.c.digest == _bind("digest"), _is_there))
DOCUMENTS = Prepared(
    sa.select(documents.c.digest, documents.c.content).where(
        documents.c.digest.in_(sa.text("SELECT value FROM json_each(:digests)")), _is_there
    )
)
KEEP = Prepared(insert(documents).values(digest=_bind("digest"), content=_bind("content")).on_conflict_do_nothing())
CLOCK = Prepared(sa.select(sa.func.max(logs.c.clock), sa.func.sum(logs.c.flagged)))
CLOCK_UP_TO = Prepared(sa.select(sa.func.max(logs.c.clock)).where(logs.c.clock <= _bind("latest")))
LOGS = Prepared(sa.select(logs.c.log_id, logs.c.head_seq, logs.c.head_hash, logs.c.clock, logs.c.flagged))
_log = insert(logs).values({name: _bind(name) for name in logs.c.keys()})  # noqa: SIM118 - as above
SAVE_LOG = Prepared(
    _log.on_conflict_do_update(
        index_elements=["log_id"],
        set_={name: _log.excluded[name] for name in ("head_seq", "head_hash", "clock", "flagged")},
    )
)
#: Only from where it is known to be: what is appended to an older state of a log would break its chain.
MOVE_LOG = Prepared(
    sa.update(logs)
    .where(logs.c.log_id == _bind("in_log"), logs.c.head_seq == _bind("from_seq"))
    .values({name: _bind(name) for name in ("head_seq", "head_hash", "clock", "flagged")})
)
QUARANTINE = Prepared(
    insert(quarantine).values({name: _bind(name) for name in quarantine.c.keys()}).on_conflict_do_nothing()  # noqa: SIM118 - as above
)


def new_fact_id(at: Instant) -> FactId:
    """Return a UUID version 7 (RFC 9562, 5.7): the time in milliseconds, then 74 random bits."""
    bits = (at & 0xFFFF_FFFF_FFFF) << 80 | int.from_bytes(os.urandom(10))
    bits = bits & ~(0xF << 76) | 7 << 76
    text = f"{bits & ~(3 << 62) | 2 << 62:032x}"
    return FactId(f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}")


def digest_of(document: bytes) -> Digest:
    return Digest(hashlib.sha256(document).hexdigest())


@dataclass(frozen=True, slots=True)
class Stamp:
    """When a fact is recorded."""

    hlc: Hlc
    at: Instant
    offset: int


class OwnLog:
    """The one log that this opening of the store writes.

    Its id is drawn anew for every opening, so that a sequence number is never used twice, not even after a
    restored backup or a disk that lied about syncing.
    """

    def __init__(self, station: StationId, sign: Callable[[bytes], bytes]) -> None:
        self._station = station
        self._sign = sign
        self.head = Head(self._fresh())

    def write(self, draft: FactDraft, fact_id: FactId, stamp: Stamp) -> Fact:
        """Return the draft as the log's next fact, signed and chained to the one before."""
        head = self.head
        unsigned = Fact(
            log_id=head.log_id,
            seq=head.seq + 1,
            fact_id=fact_id,
            hlc=stamp.hlc,
            at=stamp.at,
            clock_offset=stamp.offset,
            kind=draft.kind.value,
            version=draft.version,
            actor=draft.actor,
            subject=draft.subject,
            body=canonical(draft.body),
            prev_hash=head.hash,
        )
        message = unsigned.signed_bytes()
        signature = self._sign(message)
        after = hashlib.sha256(message + signature).digest()
        self.head = Head(head.log_id, unsigned.seq, after, stamp.hlc, head.flagged)
        return unsigned.signed_with(signature)

    def come_back(self, now: Instant) -> None:
        """Begin another log where the wall clock was once wrong: the stamps of one log never go back."""
        if is_too_far_ahead(self.head.clock, now):
            self.head = Head(self._fresh())

    def forsake(self) -> None:
        """Begin another log: whether the last transaction reached the disk is not known."""
        self.head = Head(self._fresh())

    def _fresh(self) -> LogId:
        return LogId(self._station + secrets.token_hex(8))


def insert_facts(link: Link, written: Sequence[tuple[Fact, ReadOff]]) -> None:
    link.run(INSERT_FACT, [fact_row(fact, derived) for fact, derived in written])


def save_logs(link: Link, moved: Sequence[tuple[int, Head]]) -> None:
    """Write how far logs are now, each from where it was before.

    Raises:
        StoreReplaced: one is not there: what the store holds is not what was acknowledged from it.
    """
    link.run(SAVE_LOG, [_row(head) for before, head in moved if not before])
    later = [_moved(before, head) for before, head in moved if before]
    if later and link.run(MOVE_LOG, later) != len(later):
        raise StoreReplaced(folder=str(link.folder))


def _moved(before: int, head: Head) -> Row:
    row = {name: value for name, value in _row(head).items() if name != "log_id"}
    return row | {"in_log": head.log_id, "from_seq": before}


def _row(head: Head) -> Row:
    return {
        "log_id": head.log_id,
        "head_seq": head.seq,
        "head_hash": head.hash,
        "clock": head.clock,
        "flagged": head.flagged,
    }


def heads(link: Link) -> dict[LogId, Head]:
    return {LogId(row[0]): Head(LogId(row[0]), row[1], row[2], Hlc(row[3]), row[4]) for row in link.all(LOGS)}


def quarantine_row(fact: Fact) -> Row:
    """Return a fact as it is kept aside: whole in its signed bytes, whatever its fields are."""
    return {
        "hash": fact.hash(),
        "log_id": fact.log_id,
        "seq": fact.seq if is_storable(fact) else 0,
        "fact_id": fact.fact_id,
        "fact": fact.signed_bytes() + fact.signature,
    }


def recordable(at: Instant) -> Instant:
    """Return what the wall clock says where anything can be recorded at it.

    Raises:
        ClockWrong: no calendar shows it.
    """
    if not is_time(at):
        raise ClockWrong
    return at


def now() -> Instant:
    """Return the wall clock."""
    return Instant(time.time_ns() // 1_000_000)
