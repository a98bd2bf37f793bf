"""The stations that are enrolled, and their keys."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from checkin_app.domain.codes import key_id
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import StationId
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.stations import StationEnrolled
from checkin_app.domain.problems import ProjectionsDiffer
from checkin_app.services.ports.stations import Station
from db.engine import Link, Prepared
from db.projections.columns import Row, metadata, storable, text
from db.projections.projection import Facts, Projection, Writing
from db.statements import saving

stations = sa.Table(
    "stations",
    metadata,
    text("id", key=True),
    text("name"),
    text("public_key"),
    text("key_id"),
    sa.Index("stations_key_id", "key_id"),
    sqlite_with_rowid=False,
)


COLUMNS = [stations.c[name] for name in ("id", "name", "public_key")]
_ONE = Prepared(sa.select(*COLUMNS).where(stations.c.id == sa.bindparam("id")))
_ALL = Prepared(sa.select(*COLUMNS).order_by(stations.c.name, stations.c.id))
_NAMES = Prepared(sa.select(stations.c.id, stations.c.name))
_KEYS = Prepared(sa.select(stations.c.public_key).where(stations.c.key_id == sa.bindparam("key_id")))
_SAVE = saving(stations)


def station(row: Sequence[Any]) -> Station:
    """Return the station of a row of `COLUMNS`."""
    return Station(StationId(row[0]), row[1], public_key(row[2]))


def public_key(text: str) -> bytes:
    """Return a key as a row of stations has it.

    Raises:
        ProjectionsDiffer: it is none, so no fact has said it.
    """
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise ProjectionsDiffer(detail="stations") from error


def _row(last: Fact) -> Row:
    said = last.said_as(StationEnrolled)
    short = key_id(bytes.fromhex(said.public_key)).hex()
    return {"id": said.station, "name": said.name, "public_key": said.public_key, "key_id": short}


def fold(writing: Writing, facts: Facts) -> None:
    # A station may be spoken of under several subjects; its key is always its own, so the rows are by station.
    last: dict[str, Fact] = {}
    for each in sorted((each for some in facts.values() for each in some), key=lambda each: each.order):
        last[each.said_as(StationEnrolled).station] = each
    writing.link.run(_SAVE, [_row(last[name]) for name in sorted(last)])


PROJECTION = Projection(Aspect.STATION, {stations: "id"}, fold, is_whole=True)


def one(link: Link, wanted: StationId) -> Station | None:
    row = link.one(_ONE, id=storable(wanted))
    return station(row) if row else None


def every(link: Link) -> Sequence[Station]:
    return [station(row) for row in link.all(_ALL)]


def names(link: Link) -> Mapping[StationId, str]:
    """Return what people call the stations."""
    return {StationId(row[0]): row[1] for row in link.all(_NAMES)}


def keys(link: Link, of: bytes) -> Sequence[bytes]:
    """Return the public keys whose key id this is."""
    return [public_key(row[0]) for row in link.all(_KEYS, key_id=of.hex())]
