"""The stations that take part, and their keys; those that ask to, whose keys vouch for nothing yet."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from checkin_app.domain.codes import key_id
from checkin_app.domain.enrolment import Enrolment, Role, Standing, fold_enrolments
from checkin_app.domain.ids import Instant, StationId
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.stations import OfStation
from checkin_app.domain.problems import ProjectionsDiffer
from checkin_app.services.ports.stations import Station
from db.engine import Link, Prepared
from db.projections.columns import Row, metadata, storable, text, whole
from db.projections.projection import Facts, Projection, Writing
from db.statements import saving

stations = sa.Table(
    "stations",
    metadata,
    text("id", key=True),
    text("name"),
    text("public_key"),
    text("key_id"),
    text("role"),
    text("standing"),
    whole("since"),
    sa.Index("stations_key_id", "key_id"),
    sqlite_with_rowid=False,
)

askings = sa.Table(
    "askings",
    metadata,
    text("id", key=True),
    text("name"),
    text("public_key"),
    text("words"),
    whole("since"),
    sqlite_with_rowid=False,
)


def _word(word: str) -> sa.ColumnElement[str]:
    return sa.literal_column(f"'{word}'")


COLUMNS = [stations.c[name] for name in ("id", "name", "public_key")]
_ONE = Prepared(sa.select(*COLUMNS).where(stations.c.id == sa.bindparam("id")))
_ALL = Prepared(sa.select(*COLUMNS).order_by(stations.c.name, stations.c.id))
_NAMES = Prepared(sa.select(stations.c.id, stations.c.name))
_KEYS = Prepared(sa.select(stations.c.public_key).where(stations.c.key_id == sa.bindparam("key_id")))
_ENROLMENTS = Prepared(
    sa.select(*COLUMNS, stations.c.role, stations.c.standing, _word(""), stations.c.since).order_by(
        stations.c.name, stations.c.id
    )
)
_ASKINGS = Prepared(
    sa.select(
        *[askings.c[name] for name in ("id", "name", "public_key")],
        _word(Role.DESK),
        _word(Standing.ASKING),
        askings.c.words,
        askings.c.since,
    ).order_by(askings.c.since, askings.c.id)
)
_SAVE = saving(stations)
_SAVE_ASKING = saving(askings)
_FORGET_ASKINGS = Prepared(sa.delete(askings))


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


def fold(writing: Writing, facts: Facts) -> None:
    # A station may be spoken of under several subjects; its key is always its own, so the rows are by station.
    ordered = sorted((each for some in facts.values() for each in some), key=lambda each: each.order)
    folded = fold_enrolments(each.said_as(OfStation).said(each.at) for each in ordered)
    there = [folded[name] for name in sorted(folded)]
    link = writing.link
    link.run(_SAVE, [_row(each) for each in there if each.standing is not Standing.ASKING])
    link.run(_FORGET_ASKINGS, [{}])
    link.run(_SAVE_ASKING, [_row_of_asking(each) for each in there if each.standing is Standing.ASKING])


def _row(folded: Enrolment) -> Row:
    return {
        "id": folded.station,
        "name": folded.name,
        "public_key": folded.public_key.hex(),
        "key_id": key_id(folded.public_key).hex(),
        "role": folded.role.value,
        "standing": folded.standing.value,
        "since": folded.since,
    }


def _row_of_asking(folded: Enrolment) -> Row:
    return {
        "id": folded.station,
        "name": folded.name,
        "public_key": folded.public_key.hex(),
        "words": folded.words,
        "since": folded.since,
    }


PROJECTION = Projection(Aspect.STATION, {stations: "id", askings: "id"}, fold, is_whole=True)


def one(link: Link, wanted: StationId) -> Station | None:
    row = link.one(_ONE, id=storable(wanted))
    return station(row) if row else None


def every(link: Link) -> Sequence[Station]:
    return [station(row) for row in link.all(_ALL)]


def names(link: Link) -> Mapping[StationId, str]:
    """Return what people call the stations."""
    return {StationId(row[0]): row[1] for row in link.all(_NAMES)}


def enrolments(link: Link) -> Sequence[Enrolment]:
    """Return everybody who takes part or did, and then those who ask to, the first who asked first."""
    return [_enrolment(row) for row in (*link.all(_ENROLMENTS), *link.all(_ASKINGS))]


def _enrolment(row: Sequence[Any]) -> Enrolment:
    name, called, key, role, standing, words, since = row
    try:
        kind = Role(role), Standing(standing)
    except ValueError as error:
        raise ProjectionsDiffer(detail="stations") from error
    return Enrolment(StationId(name), public_key(key), called, *kind, Instant(since), words)


def keys(link: Link, of: bytes) -> Sequence[bytes]:
    """Return the public keys whose key id this is."""
    return [public_key(row[0]) for row in link.all(_KEYS, key_id=of.hex())]
