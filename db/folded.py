"""What all the facts come to, in one line: equal on two laptops that hold the same facts."""

import hashlib
from collections.abc import Sequence
from functools import cache

import msgspec
import sqlalchemy as sa

from checkin_app.domain.chain import Why
from checkin_app.domain.ids import LogId, station_of
from checkin_app.services.ports.upkeep import Folded, Gap
from db.engine import Link, Prepared
from db.log import heads
from db.log.tables import kept_out, logs
from db.projections import stations
from db.projections.registry import TABLES

_head = sa.func.coalesce(logs.c.head_seq, 0)
#: Facts that wait, of each log where the first of them stands, or the last where those before have come after all.
_WAITING = Prepared(
    sa.select(kept_out.c.log_id, _head, kept_out.c.first_seq, kept_out.c.last_seq)
    .select_from(kept_out.outerjoin(logs, logs.c.log_id == kept_out.c.log_id))
    .where(kept_out.c.why == Why.GAP.value, kept_out.c.last_seq > _head)
    .order_by(kept_out.c.log_id)
)


def read(link: Link) -> Folded:
    """Return how many facts one state of a store holds, which it has heard of and lacks, and what they come to."""
    grown = heads.grown(link)
    return Folded(grown.facts, grown.logs, tuple(_gaps(link)), _hash(link))


def _gaps(link: Link) -> Sequence[Gap]:
    names = {each.id: each.name for each in stations.every(link)}
    found: list[Gap] = []
    for log_id, head, first, last in link.all(_WAITING):
        station = station_of(LogId(log_id))
        before = first if first > head + 1 else last
        found.append(Gap(station, names.get(station, ""), LogId(log_id), head + 1, before - 1))
    return found


def _hash(link: Link) -> str:
    """Return the SHA-256 of every row of every projection, in the one order that their values give them."""
    digest = hashlib.sha256()
    for table in sorted(TABLES, key=lambda each: each.name):
        digest.update(table.name.encode())
        for row in link.each(_rows(table)):
            digest.update(msgspec.msgpack.encode(row))
    return digest.hexdigest()


@cache
def _rows(table: sa.Table) -> Prepared:
    return Prepared(sa.select(*table.c).order_by(*table.c))
