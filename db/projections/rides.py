"""On which bus's list each delegate stands; no row where nothing was ever said of that."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from checkin_app.domain.ids import BusCode, DelegateId
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.rides import NO_RIDE, Ride, fold_ride
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


#: The columns that `ride` reads, in its order.
COLUMNS = [rides.c[name] for name in ("bus", "edits", "listed")]
_OF_ONE = Prepared(sa.select(*COLUMNS).where(rides.c.delegate == sa.bindparam("delegate")))
_OF_MANY = Prepared(sa.select(rides.c.delegate, *COLUMNS).where(rides.c.delegate.in_(Among("delegates"))))
_SAVE = saving(rides)
_FORGET = Prepared(sa.delete(rides).where(rides.c.delegate == sa.bindparam("delegate")))


def ride(row: Sequence[Any] | None) -> Ride:
    """Return the ride of a row of `COLUMNS`, or of none."""
    if row is None:
        return NO_RIDE
    bus, edits, listed = row
    return Ride(BusCode(bus) if bus else None, texts(edits), texts(listed))


def _row(delegate: DelegateId, value: Ride) -> Row:
    return {
        "delegate": delegate,
        "bus": value.bus,
        "edits": to_json(value.edits),
        "listed": to_json(value.listed),
        "lists": len(value.listed),
    }


def fold(writing: Writing, facts: Facts) -> None:
    folded = {DelegateId(name_of(subject)): fold_ride(some) for subject, some in facts.items()}
    writing.link.run(_SAVE, [_row(who, each) for who, each in folded.items() if each != NO_RIDE])
    writing.link.run(_FORGET, [{"delegate": who} for who, each in folded.items() if each == NO_RIDE])


PROJECTION = Projection(Aspect.RIDE, {rides: "delegate"}, fold, "delegate:")


def of_many(link: Link, ids: Sequence[DelegateId]) -> Mapping[DelegateId, Ride]:
    """Return the rides of those of `ids` of whom anything was said."""
    if len(ids) == 1:
        return {ids[0]: ride(link.one(_OF_ONE, delegate=ids[0]))}
    return {row[0]: ride(row[1:]) for row in link.all(_OF_MANY, delegates=json.dumps(ids))}
