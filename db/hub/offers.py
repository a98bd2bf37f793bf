"""What a hub can give others: the facts above a vector, its heads first, so that logs unheard of are given as well."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa

from checkin_app.domain.chain import BEYOND_NUMBERS, Why
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import FactId, LogId
from checkin_app.domain.sync.messages import FULL
from checkin_app.domain.sync.vectors import mark_of
from checkin_app.services.ports.kept_out import KeptOutFact, Offered
from db.hub.arrays import given, rows_of
from db.hub.naming import log_id_of, log_key
from db.hub.sealing import Seal, place_of
from db.hub.tables import Uuids, Wholes, facts, logs

_bind = sa.bindparam
_HEADS = sa.select(logs.c.log_id, logs.c.name, logs.c.head_seq, logs.c.head_hash).where(
    logs.c.forum == _bind("forum"), logs.c.head_seq > sa.literal_column("0")
)
_GROWN = sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(logs.c.head_seq), sa.literal_column("0"))).where(
    logs.c.forum == _bind("forum"), logs.c.head_seq > sa.literal_column("0")
)
_vector = rows_of(log_id=Uuids, seq=Wholes)
_known = sa.func.coalesce(_vector.c.seq, sa.literal_column("0"))
#: Of each log no more than are asked for in all: the limit within is what keeps it from reading whole logs.
_following = (
    sa.select(facts.c.seq, facts.c.sealed)
    .where(facts.c.forum == logs.c.forum, facts.c.log_id == logs.c.log_id, facts.c.seq > _known)
    .order_by(facts.c.seq)
    .limit(_bind("most", type_=sa.BigInteger))
    .lateral("following")
)
_ABOVE = (
    sa.select(logs.c.log_id, logs.c.name, _following.c.seq, _following.c.sealed)
    .select_from(
        logs.outerjoin(_vector, _vector.c.log_id == logs.c.log_id).join(_following, sa.true())
    )
    .where(logs.c.forum == _bind("forum"), logs.c.head_seq > _known)
    .order_by(logs.c.log_id, _following.c.seq)
    .limit(_bind("most", type_=sa.BigInteger))
)  # fmt: skip


_asked = rows_of(log_id=Uuids, seq=Wholes, place=Wholes)
_next = (
    sa.select(facts.c.seq, facts.c.sealed)
    .where(facts.c.forum == _bind("forum"), facts.c.log_id == _asked.c.log_id, facts.c.seq > _asked.c.seq)
    .order_by(facts.c.seq)
    .limit(_bind("most", type_=sa.BigInteger))
    .lateral("next")
)


def _following_in_order(*columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
    some = sa.select(*columns).select_from(_asked.join(_next, sa.true())).order_by(_asked.c.place, _next.c.seq)
    return some.limit(_bind("most", type_=sa.BigInteger))


_FOLLOWING = _following_in_order(_asked.c.log_id, _next.c.seq, _next.c.sealed)
#: How large those are, of which none is read for it.
_SIZES = _following_in_order(sa.func.octet_length(_next.c.sealed))


class Grown(NamedTuple):
    """How many logs and facts there are: they only become more, so where it is the same nothing has moved."""

    logs: int
    facts: int


def grown(connection: sa.Connection, forum: int) -> Grown:
    logs, facts = connection.execute(_GROWN, {"forum": forum}).one()
    return Grown(int(logs), int(facts))


def heads(connection: sa.Connection, forum: int, seal: Seal) -> tuple[Mapping[LogId, int], Mapping[LogId, bytes]]:
    """Return how far the logs are, and what stands for the last fact of each."""
    rows = [
        (_named(seal, key, name), seq, head_hash)
        for key, name, seq, head_hash in connection.execute(_HEADS, {"forum": forum})
    ]
    return {log_id: seq for log_id, seq, _ in rows}, {log_id: mark_of(head_hash) for log_id, _, head_hash in rows}


def above(connection: sa.Connection, forum: int, seal: Seal, vector: Mapping[LogId, int], limit: int) -> Offered:
    """Return at most `limit` facts that `vector` lacks, each log's in sequence, and where one stands that was spoilt."""
    known = given(log_id=[log_key(each) for each in vector], seq=[*map(_place, vector.values())])
    found: list[Fact] = []
    malformed: list[KeptOutFact] = []
    for key, name, seq, sealed in connection.execute(_ABOVE, {"forum": forum, "most": limit, **known}):
        fact = seal.open_fact(sealed, place_of(key, seq))
        if fact:
            found.append(fact)
        else:
            malformed.append(KeptOutFact(_named(seal, key, name), seq, FactId(""), Why.MALFORMED))
    return Offered(tuple(found), tuple(malformed))


def _named(seal: Seal, key: UUID, name: bytes | None) -> LogId:
    """Return a log's id: its key, but where it is named as no station names its logs."""
    spoken = seal.open(name, key.bytes) if name is not None else None
    return LogId(spoken.decode()) if spoken is not None else log_id_of(key)


def following(connection: sa.Connection, forum: int, seal: Seal, after: Mapping[LogId, int], limit: int) -> list[Fact]:
    """Return at most `limit` facts that follow in the logs named, each log's in sequence, up to what was spoilt."""
    asked = given(log_id=[*map(log_key, after)], seq=[*map(_place, after.values())], place=[*range(len(after))])
    found: list[Fact] = []
    broken: set[UUID] = set()
    sizes = connection.scalars(_SIZES, {"forum": forum, "most": limit, **asked})
    most = _as_many_as_fit(sizes)
    for key, seq, sealed in connection.execute(_FOLLOWING, {"forum": forum, "most": most, **asked}):
        fact = None if key in broken else seal.open_fact(sealed, place_of(key, seq))
        if fact:
            found.append(fact)
        else:
            broken.add(key)
    return found


def _as_many_as_fit(sizes: Iterable[int]) -> int:
    """Return how many facts of these sizes one message has room for, and one more."""
    count, room = 0, FULL
    for size in sizes:
        count, room = count + 1, room - size
        if room < 0:
            break
    return count


def _place(seq: int) -> int:
    """Return a place as a column can hold it: a vector may say anything."""
    return min(max(seq, 0), BEYOND_NUMBERS - 1)
