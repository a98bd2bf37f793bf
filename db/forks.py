"""Facts that were set aside since others stand in their places, by the log: a copy of a laptop's folder was in use."""

from collections.abc import Mapping

import sqlalchemy as sa

from checkin_app.domain.contradictions import Conflict, ConflictKind
from checkin_app.domain.hlc import is_time
from checkin_app.domain.ids import LogId, StationId, station_of
from db.engine import Link, Prepared
from db.log import facts
from db.log.tables import quarantine

#: The oldest of each log, and how many there are.
_BY_LOG = Prepared(
    sa.select(
        quarantine.c.log_id,
        sa.func.min(quarantine.c.seq),
        quarantine.c.fact_id,
        quarantine.c.fact,
        sa.func.count(),
    )
    .group_by(quarantine.c.log_id)
    .order_by(quarantine.c.log_id)
)
#: Where in a fact's signed bytes its time stands.
_AT = 4


def set_aside(link: Link, names: Mapping[StationId, str]) -> list[Conflict]:
    """Return a contradiction for each log in which two facts claim one place."""
    found: list[Conflict] = []
    for log_id, seq, fact_id, signed, count in link.all(_BY_LOG):
        log = LogId(log_id)
        station = station_of(log)
        standing = facts.at(link, log, seq)
        claims: list[Mapping[str, str | int]] = []
        if standing:
            claims.append({"fact_id": standing.fact_id, "at": standing.at, "station": station, "value": seq})
        claims.append({"fact_id": fact_id, "at": _time_in(signed), "station": station, "value": seq})
        name = names.get(station, station)
        found.append(Conflict(ConflictKind.SET_ASIDE, log_id, name, "", tuple(claims), count=count))
    return found


def _time_in(signed: bytes) -> int:
    """Return when a fact says that it was written; 0 where it says nothing of the kind."""
    rest, part = bytes(signed), b""
    for _ in range(_AT + 1):
        length = int.from_bytes(rest[:4])
        part, rest = rest[4 : 4 + length], rest[4 + length :]
    at = int(part) if part.isdigit() and len(part) < 20 else 0
    return at if is_time(at) else 0
