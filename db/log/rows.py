"""Rows of the log and facts, turned into each other."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from checkin_app.domain.details import StoreFault
from checkin_app.domain.facts import Fact
from checkin_app.domain.hlc import Hlc
from checkin_app.domain.ids import Digest, FactId, Instant, LogId, Subject
from checkin_app.domain.problems import ChainBroken
from db.log.tables import facts

#: What a fact is read from, in its order.
FACT_COLUMNS = (
    "log_id", "seq", "fact_id", "hlc", "at", "clock_offset", "kind", "version", "actor", "subject", "body",
    "prev_hash", "signature",
)  # fmt: skip
COLUMNS = [facts.c[name] for name in FACT_COLUMNS]


class ReadOff(Struct, frozen=True):
    """What the store notes beside a fact, so that a fold reads only what matters."""

    aspect: str | None
    target: FactId | None
    document: Digest | None
    unread: int | None


_UNREAD = ReadOff(None, None, None, 1)


def read_off(fact: Fact) -> ReadOff:
    """Return the derived columns of a fact; the same for the same fact at any time."""
    said = fact.said
    if said is None:
        return _UNREAD
    return ReadOff(str(fact.aspect) or None, said.target, said.document or None, None)


def row_of(fact: Fact, derived: ReadOff) -> Mapping[str, Any]:
    return {
        "log_id": fact.log_id,
        "seq": fact.seq,
        "fact_id": fact.fact_id,
        "hlc": fact.hlc,
        "at": fact.at,
        "clock_offset": fact.clock_offset,
        "kind": str(fact.kind),
        "version": fact.version,
        "actor": fact.actor,
        "subject": fact.subject,
        "body": fact.body,
        "prev_hash": fact.prev_hash,
        "signature": fact.signature,
        "aspect": derived.aspect,
        "target": derived.target,
        "document": derived.document,
        "unread": derived.unread,
    }


def fact_of(row: Sequence[Any]) -> Fact:
    """Return the fact of a row that begins with `COLUMNS`."""
    log_id, seq, fact_id, hlc, at, offset, kind, version, actor, subject, body, prev_hash, signature = row[:13]
    if None in row[:13]:  # a file that was tampered with
        raise ChainBroken(log=str(log_id), seq=seq or 0, detail=StoreFault.FACT_INCOMPLETE)
    return Fact(
        LogId(log_id), seq, FactId(fact_id), Hlc(hlc), Instant(at), offset, kind, version, actor, Subject(subject),
        body, prev_hash, signature,
    )  # fmt: skip
