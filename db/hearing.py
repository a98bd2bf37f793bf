"""How far one laptop had heard of others when it wrote a fact: of this laptop exactly, of others what their facts show."""

import json
from collections.abc import Iterator, Mapping, Sequence

import sqlalchemy as sa

from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import FactId, Instant, StationId, station_of
from checkin_app.domain.kinds.edits import Edit
from checkin_app.domain.kinds.rides import RideAssigned
from db.engine import Link, Prepared
from db.log.portable import Among
from db.log.rows import COLUMNS, fact_of
from db.log.tables import facts

_bind = sa.bindparam
#: The logs of a station begin with its name: every one of them is between it and what follows it.
_of_station = (facts.c.log_id >= _bind("first"), facts.c.log_id < _bind("last"))
_ARRIVAL = Prepared(sa.select(facts.c.arrival).where(facts.c.log_id == _bind("log_id"), facts.c.seq == _bind("seq")))
_HELD = Prepared(sa.select(sa.func.max(facts.c.at)).where(*_of_station, facts.c.arrival < _bind("arrival")))
#: What goes before a fact in its log: further back nobody looks at a card.
_BEFORE = Prepared(
    sa.select(*COLUMNS)
    .where(facts.c.log_id == _bind("log_id"), facts.c.seq <= _bind("seq"), facts.c.seq > _bind("above"))
    .order_by(facts.c.seq)
)
_AT_OF = Prepared(sa.select(facts.c.log_id, facts.c.at).where(facts.c.fact_id.in_(Among("ids"))))
_LOOKED_AT = 500


def heard_by(link: Link, fact: Fact, others: Sequence[StationId], own: StationId) -> Mapping[StationId, Instant]:
    """Return of each of `others` the time of its newest fact that the writer of `fact` knew, where it knew any."""
    if station_of(fact.log_id) == own:
        return dict(_held(link, fact, others))
    return _named_by(link, fact, others)


def _held(link: Link, fact: Fact, others: Sequence[StationId]) -> Iterator[tuple[StationId, Instant]]:
    arrival = link.one(_ARRIVAL, log_id=fact.log_id, seq=fact.seq)
    for station in others if arrival else ():
        row = link.one(_HELD, first=station, last=f"{station}g", arrival=arrival[0] if arrival else 0)
        if row and row[0] is not None:
            yield station, Instant(row[0])


def _named_by(link: Link, fact: Fact, others: Sequence[StationId]) -> Mapping[StationId, Instant]:
    """Whoever names a fact knew of it, and of all that goes before it in its log."""
    rows = link.all(_BEFORE, log_id=fact.log_id, seq=fact.seq, above=fact.seq - _LOOKED_AT)
    names = sorted({name for row in rows for name in _names_in(fact_of(row))})
    found: dict[StationId, Instant] = {}
    for log_id, at in link.all(_AT_OF, ids=json.dumps(names)) if names else ():
        station = station_of(log_id)
        if station in others:
            found[station] = max(found.get(station, Instant(0)), Instant(at))
    return found


def _names_in(fact: Fact) -> Iterator[FactId]:
    said = fact.said
    if said is None:
        return
    yield from said.after or ()
    if said.target:
        yield said.target
    if isinstance(said, RideAssigned):
        yield from said.supersedes
    if isinstance(said, Edit):
        yield from (each for some in (said.supersedes or {}).values() for each in some)
