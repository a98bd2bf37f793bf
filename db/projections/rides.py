"""On which bus's list each delegate stands, and what was said of their ride; no row where nothing ever was."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from checkin_app.domain.ids import BusCode, DelegateId, FactId, Instant, RouteId
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.rides import Saying
from checkin_app.domain.rides import NO_RIDE, Ride, Said, fold_ride
from db.engine import Link, Prepared
from db.log.portable import Among
from db.projections.columns import Row, metadata, text, texts, to_json, whole
from db.projections.projection import Facts, Projection, Writing, name_of
from db.statements import saving

rides = sa.Table(
    "rides",
    metadata,
    text("delegate", key=True),
    text("bus", null=True),
    text("edits"),
    text("listed"),
    whole("lists"),  # how many buses those edits name
    sa.Index("rides_bus", "bus"),
    sa.Index("rides_twice", "delegate", sqlite_where=sa.text("lists > 1")),
    sqlite_with_rowid=False,
)

#: What was said of a ride, by those who knew the list as it is: few have a row.
ride_sayings = sa.Table(
    "ride_sayings",
    metadata,
    text("delegate", key=True),
    text("what"),
    whole("rehearsal"),
    whole("at"),
    text("place"),  # as the facts are ordered
    text("fact_id"),
    text("known"),
    text("bus", null=True),
    text("leaves", null=True),
    text("route", null=True),
    text("heads"),
    sa.Index("ride_sayings_what", "what", "route"),
    sqlite_with_rowid=False,
)

_SAYING = ("what", "rehearsal", "at", "place", "fact_id", "known", "bus", "leaves", "route", "heads")
#: The columns that `ride` reads, in its order, of `JOINED`.
COLUMNS = [*(rides.c[name] for name in ("bus", "edits", "listed")), *(ride_sayings.c[name] for name in _SAYING)]
LISTED = 3
JOINED = rides.outerjoin(ride_sayings, ride_sayings.c.delegate == rides.c.delegate)
_OF_ONE = Prepared(sa.select(*COLUMNS).select_from(JOINED).where(rides.c.delegate == sa.bindparam("delegate")))
_OF_MANY = Prepared(
    sa.select(rides.c.delegate, *COLUMNS).select_from(JOINED).where(rides.c.delegate.in_(Among("delegates")))
)
_SAVE = saving(rides)
_SAVE_SAYING = saving(ride_sayings)
_FORGET_SAYING = Prepared(sa.delete(ride_sayings).where(ride_sayings.c.delegate == sa.bindparam("delegate")))
_FORGET = Prepared(sa.delete(rides).where(rides.c.delegate == sa.bindparam("delegate")))


def ride(row: Sequence[Any] | None) -> Ride:
    """Return the ride of a row of `COLUMNS`, or of none."""
    if row is None:
        return NO_RIDE
    bus, edits, listed, *saying = row
    said = _said(saying) if saying[0] is not None else None
    return Ride(BusCode(bus) if bus else None, texts(edits), texts(listed), said)


def _said(row: Sequence[Any]) -> Said:
    what, rehearsal, at, place, fact_id, known, bus, leaves, route, heads = row
    return Said(
        what=Saying(what),
        rehearsal=bool(rehearsal),
        at=Instant(at),
        order=place,
        fact_id=FactId(fact_id),
        known=texts(known),
        bus=BusCode(bus) if bus else None,
        leaves=BusCode(leaves) if leaves else None,
        route=RouteId(route) if route else None,
        heads=texts(heads),
    )


def _row(delegate: DelegateId, value: Ride) -> Row:
    return {
        "delegate": delegate,
        "bus": value.bus,
        "edits": to_json(value.edits),
        "listed": to_json(value.listed),
        "lists": len(value.listed),
    }


def _saying(delegate: DelegateId, said: Said) -> Row:
    return {
        "delegate": delegate,
        "what": said.what.value,
        "rehearsal": int(said.rehearsal),
        "at": said.at,
        "place": said.order,
        "fact_id": said.fact_id,
        "known": to_json(list(said.known)),
        "bus": said.bus,
        "leaves": said.leaves,
        "route": said.route,
        "heads": to_json(list(said.heads)),
    }


def fold(writing: Writing, facts: Facts) -> None:
    folded = {DelegateId(name_of(subject)): fold_ride(some) for subject, some in facts.items()}
    writing.link.run(_SAVE, [_row(who, each) for who, each in folded.items() if each != NO_RIDE])
    writing.link.run(_FORGET, [{"delegate": who} for who, each in folded.items() if each == NO_RIDE])
    writing.link.run(_FORGET_SAYING, [{"delegate": who} for who, each in folded.items() if each.said is None])
    writing.link.run(_SAVE_SAYING, [_saying(who, each.said) for who, each in folded.items() if each.said])


PROJECTION = Projection(Aspect.RIDE, {rides: "delegate", ride_sayings: "delegate"}, fold, "delegate:")


def of_many(link: Link, ids: Sequence[DelegateId]) -> Mapping[DelegateId, Ride]:
    """Return the rides of those of `ids` of whom anything was said."""
    if len(ids) == 1:
        return {ids[0]: ride(link.one(_OF_ONE, delegate=ids[0]))}
    return {row[0]: ride(row[1:]) for row in link.all(_OF_MANY, delegates=json.dumps(ids))}
