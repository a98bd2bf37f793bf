"""How far each log is known here, and the newest stamps of them all."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from checkin_app.domain.chain import Head
from checkin_app.domain.hlc import Hlc
from checkin_app.domain.ids import LogId
from checkin_app.domain.problems import StoreReplaced
from checkin_app.domain.sync.vectors import mark_of
from db.engine import Link, Prepared
from db.log.portable import insert
from db.log.tables import facts, logs

_bind = sa.bindparam
_every = sa.select(logs.c.log_id, logs.c.head_seq, logs.c.head_hash, logs.c.clock, logs.c.flagged)
_ALL = Prepared(_every)
_ONE = Prepared(_every.where(logs.c.log_id == _bind("log_id")))
_places = sa.select(logs.c.log_id, logs.c.head_seq, logs.c.head_hash)
_PLACES = Prepared(_places)
_GROWN = Prepared(sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(logs.c.head_seq), 0)).select_from(logs))
_NEWEST = Prepared(sa.select(sa.func.coalesce(sa.func.max(facts.c.arrival), 0)))
_MOVED = Prepared(
    _places.where(logs.c.log_id.in_(sa.select(facts.c.log_id).where(facts.c.arrival > _bind("since")).distinct()))
)
_WRITTEN = ("head_seq", "head_hash", "clock", "flagged")
_begin = insert(logs).values({name: _bind(name) for name in logs.c.keys()})  # noqa: SIM118 - a ColumnCollection yields columns
_BEGIN = Prepared(
    _begin.on_conflict_do_update(index_elements=["log_id"], set_={name: _begin.excluded[name] for name in _WRITTEN})
)
#: Only from where it is known to be: what is appended to an older state of a log would break its chain.
_MOVE = Prepared(
    sa.update(logs)
    .where(logs.c.log_id == _bind("in_log"), logs.c.head_seq == _bind("from_seq"))
    .values({name: _bind(name) for name in _WRITTEN})
)
_CLOCK = Prepared(sa.select(sa.func.max(logs.c.clock), sa.func.sum(logs.c.flagged)))
_CLOCK_UP_TO = Prepared(sa.select(sa.func.max(logs.c.clock)).where(logs.c.clock <= _bind("latest")))


class Grown(NamedTuple):
    """How many logs and facts there are."""

    logs: int
    facts: int


def grown(link: Link) -> Grown:
    row = link.one(_GROWN)
    return Grown(*map(int, row)) if row else Grown(0, 0)


def newest_arrival(link: Link) -> int:
    row = link.one(_NEWEST)
    return int(row[0]) if row else 0


class Places(NamedTuple):
    """How far logs are, and what stands for the last fact of each."""

    heads: dict[LogId, int]
    marks: dict[LogId, bytes]


def moved_since(link: Link, arrival: int) -> Places:
    """Return how far the logs are of which facts came after one: they come in the order in which they are committed."""
    return _placed(link.all(_MOVED, since=arrival))


def places_of(link: Link) -> Places:
    return _placed(link.all(_PLACES))


def _placed(rows: Sequence[Sequence[Any]]) -> Places:
    heads = {LogId(log_id): seq for log_id, seq, _ in rows}
    return Places(heads, {LogId(log_id): mark_of(head_hash) for log_id, _, head_hash in rows})


def heads_of(link: Link) -> dict[LogId, Head]:
    return {LogId(row[0]): _head(row) for row in link.all(_ALL)}


def head_of(link: Link, log_id: LogId) -> Head:
    """Return how far one log is known: of a season there are thousands."""
    row = link.one(_ONE, log_id=log_id)
    return _head(row) if row else Head(log_id)


def _head(row: Sequence[Any]) -> Head:
    return Head(LogId(row[0]), row[1], row[2], Hlc(row[3]), row[4])


def save(link: Link, moved: Sequence[tuple[int, Head]]) -> None:
    """Write how far logs are now, each from where it was before.

    Raises:
        StoreReplaced: one is not there: what the store holds is not what was acknowledged from it.
    """
    if begun := [{"log_id": head.log_id, **_row(head)} for before, head in moved if not before]:
        link.run(_BEGIN, begun)
    later = [{"in_log": head.log_id, "from_seq": before, **_row(head)} for before, head in moved if before]
    if later and link.run(_MOVE, later) != len(later):
        raise StoreReplaced(folder=str(link.folder))


def newest_stamp(link: Link) -> tuple[Hlc, bool]:
    """Return the greatest stamp that any log goes by, and whether a fact anywhere was stamped far ahead."""
    row = link.one(_CLOCK)
    return (Hlc(row[0] or 0), bool(row[1])) if row else (Hlc(0), False)


def newest_stamp_up_to(link: Link, latest: Hlc) -> Hlc:
    row = link.one(_CLOCK_UP_TO, latest=latest)
    return Hlc(row[0] or 0) if row else Hlc(0)


def _row(head: Head) -> Mapping[str, Any]:
    return {"head_seq": head.seq, "head_hash": head.hash, "clock": head.clock, "flagged": head.flagged}
