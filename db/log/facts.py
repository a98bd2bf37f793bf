"""Facts appended, each in the one place of its log, and read again."""

import json
from collections.abc import Iterable, Iterator, Sequence

import sqlalchemy as sa

from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import FactId, LogId, StationId
from checkin_app.domain.sync.messages import LONGEST, size_of
from db.engine import Link, Prepared
from db.log.portable import Among, is_of_its_kind
from db.log.rows import COLUMNS, ReadOff, fact_of, row_of
from db.log.tables import facts

_bind = sa.bindparam

_INSERT = Prepared(sa.insert(facts).values({name: _bind(name) for name in facts.c.keys() if name != "arrival"}))  # noqa: SIM118 - a ColumnCollection yields columns
#: The literals let a database see that this is what the index is of.
_station = sa.func.substr(facts.c.log_id, sa.literal_column("1"), sa.literal_column("16"), type_=sa.Text)
#: Of facts that several stations call alike, the station's own, then one that can be read.
_CALLED = Prepared(
    sa.select(*COLUMNS)
    .where(facts.c.fact_id == _bind("fact_id"))
    .order_by((_station == _bind("station")).desc(), facts.c.unread.is_not(None), facts.c.log_id)
    .limit(sa.literal_column("1"))
)
_IS_CALLED = Prepared(sa.select(facts.c.seq).where(facts.c.fact_id == _bind("fact_id"), _station == _bind("station")))
_CALLED_SO = Prepared(sa.select(facts.c.fact_id, _station).where(facts.c.fact_id.in_(Among("ids"))))
_AT = Prepared(sa.select(*COLUMNS).where(facts.c.log_id == _bind("log_id"), facts.c.seq == _bind("seq")))
_ABOVE = Prepared(
    sa.select(*COLUMNS)
    .where(facts.c.log_id == _bind("log_id"), facts.c.seq > _bind("seq"), is_of_its_kind(facts.c.seq))
    .order_by(facts.c.seq)
    .limit(_bind("most"))
)


def insert(link: Link, written: Sequence[tuple[Fact, ReadOff]]) -> None:
    link.run(_INSERT, [row_of(fact, derived) for fact, derived in written])


def at(link: Link, log_id: LogId, seq: int) -> Fact | None:
    row = link.one(_AT, log_id=log_id, seq=seq)
    return fact_of(row) if row else None


def above(link: Link, log_id: LogId, seq: int, most: int, room: int = LONGEST) -> Sequence[Fact]:
    """Return at most `most` facts of one log after a place of it, in sequence, as many as `room` bytes hold and one more."""
    return [*bounded(map(fact_of, link.each(_ABOVE, log_id=log_id, seq=seq, most=most)), room)]


def bounded(found: Iterable[Fact], room: int) -> Iterator[Fact]:
    """Yield facts as they are read, as many as `room` bytes hold and one more: whoever wrote them may have written much."""
    for each in found:
        yield each
        room -= size_of((each,))
        if room < 0:
            return


def called(link: Link, fact_id: FactId, own: StationId) -> Fact | None:
    """Return the fact that is called so: where several stations call one of theirs so, that of the station `own`."""
    row = link.one(_CALLED, fact_id=fact_id, station=own)
    return fact_of(row) if row else None


def called_so(link: Link, fact_ids: Sequence[FactId]) -> set[tuple[StationId, FactId]]:
    """Return which stations call facts here by one of the names."""
    return {(StationId(row[1]), FactId(row[0])) for row in link.all(_CALLED_SO, ids=json.dumps(fact_ids))}


def is_called_so(link: Link, station: StationId, fact_id: FactId) -> bool:
    """Return whether a station calls one of its facts here so."""
    return link.one(_IS_CALLED, fact_id=fact_id, station=station) is not None
