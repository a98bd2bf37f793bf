"""Where each delegate was seen."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from typing import Any

import sqlalchemy as sa

from checkin_app.domain.ids import BusCode, CheckpointId, DelegateId, FactId, Instant, StationId, bus_checkpoint
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.movements import Movements, Presence, fold_presences, move_on
from db.engine import Link, Prepared
from db.log.portable import Among
from db.projections.columns import Row, metadata, storable, text, whole
from db.projections.people import delegates
from db.projections.projection import Facts, Projection, Writing, name_of
from db.projections.rides import rides
from db.statements import saving

presences = sa.Table(
    "presences",
    metadata,
    text("delegate", key=True),
    text("checkpoint", key=True),
    whole("rehearsal", key=True),
    whole("position"),  # among the delegate's, oldest movement first
    whole("inside"),
    whole("first_at"),
    whole("since"),
    text("station"),
    text("fact_id"),
    text("admissions"),
    whole("admitted"),  # how many admissions
    sa.Index("presences_checkpoint", "checkpoint", "rehearsal", "inside", "delegate"),
    sa.Index("presences_twice", "delegate", "checkpoint", sqlite_where=sa.text("admitted > 1")),
    sqlite_with_rowid=False,
)


Presences = tuple[Presence, ...]
_bind = sa.bindparam
#: The columns that `presence` reads, in its order.
COLUMNS = [
    presences.c[name]
    for name in ("checkpoint", "rehearsal", "inside", "first_at", "since", "station", "fact_id", "admissions")
]
_OF_ONE = Prepared(sa.select(*COLUMNS).where(presences.c.delegate == _bind("delegate")).order_by(presences.c.position))
_OF_MANY = Prepared(
    sa.select(*COLUMNS, presences.c.delegate)
    .where(presences.c.delegate.in_(Among("delegates")))
    .order_by(presences.c.delegate, presences.c.position)
)
_here = (
    presences.c.checkpoint == _bind("checkpoint"),
    presences.c.rehearsal == _bind("rehearsal"),
    presences.c.inside == 1,
)
_ABOARD = Prepared(sa.select(sa.func.count()).select_from(presences).where(*_here))
_ACCESSIBLE_ABOARD = Prepared(
    sa.select(sa.func.count())
    .select_from(presences.join(delegates, delegates.c.id == presences.c.delegate))
    .where(*_here, delegates.c.accessible == 1)
)
#: Whoever a bus's manifest speaks of: who is listed, and who is aboard besides.
of_bus = sa.union(
    sa.select(rides.c.delegate).where(rides.c.bus == _bind("bus")),
    sa.select(presences.c.delegate).where(*_here),
)
_HOLDERS = Prepared(sa.select(sa.func.count()).select_from(of_bus.subquery()))
_held = of_bus.subquery()
_ACCESSIBLE_HOLDERS = Prepared(
    sa.select(sa.func.count())
    .select_from(_held.join(delegates, delegates.c.id == _held.c.delegate))
    .where(delegates.c.accessible == 1)
)
_AT = Prepared(
    sa.select(sa.func.count())
    .select_from(presences)
    .where(presences.c.checkpoint == _bind("checkpoint"), presences.c.rehearsal == sa.literal_column("0"))
)
_SAVE = saving(presences)
_FORGET = Prepared(
    sa.delete(presences).where(*(presences.c[name] == _bind(name) for name in ("delegate", "checkpoint", "rehearsal")))
)


def presence(row: Sequence[Any]) -> Presence:
    """Return the presence of a row that begins with `COLUMNS`."""
    checkpoint, rehearsal, inside, first_at, since, station, fact_id, admissions = row[:8]
    return Presence(
        CheckpointId(checkpoint),
        bool(rehearsal),
        bool(inside),
        Instant(first_at),
        Instant(since),
        StationId(station),
        FactId(fact_id),
        tuple(admissions.split(",")) if admissions else (),
    )


def _row(delegate: DelegateId, position: int, value: Presence) -> Row:
    return {
        "delegate": delegate,
        "checkpoint": value.checkpoint,
        "rehearsal": int(value.rehearsal),
        "position": position,
        "inside": int(value.inside),
        "first_at": value.first_at,
        "since": value.since,
        "station": value.station,
        "fact_id": value.fact_id,
        "admissions": ",".join(value.admissions),
        "admitted": len(value.admissions),
    }


def fold(writing: Writing, facts: Facts) -> None:
    former = of_many(writing.link, [DelegateId(name_of(subject)) for subject in facts])
    moves = ((DelegateId(name_of(subject)), fold_presences(some)) for subject, some in facts.items())
    _save(writing.link, ((who, former.get(who, ()), after) for who, after in moves))


PROJECTION = Projection(Aspect.MOVEMENT, {presences: "delegate"}, fold, "delegate:")


def add(link: Link, scans: Facts, seen: Mapping[DelegateId, Movements]) -> None:
    """Add accepted scans that are later than all before them: nothing else has to be read again.

    Args:
        link: where it is written.
        scans: of each subject, in their order.
        seen: movements that were just read.
    """
    moved = {DelegateId(name_of(subject)): some for subject, some in scans.items()}
    unseen = [who for who in moved if who not in seen]
    read = of_many(link, unseen) if unseen else {}
    moves = []
    for who, some in moved.items():
        before = seen[who].presences if who in seen else read.get(who, ())
        moves.append((who, before, reduce(move_on, some, before)))
    _save(link, moves)


def _save(link: Link, moves: Iterable[tuple[DelegateId, Presences, Presences]]) -> None:
    saved: list[Row] = []
    gone: list[Row] = []
    for delegate, before, after in moves:
        former = {(each.checkpoint, each.rehearsal): (place, each) for place, each in enumerate(before)}
        for place, each in enumerate(after):
            if former.pop((each.checkpoint, each.rehearsal), None) != (place, each):
                saved.append(_row(delegate, place, each))
        for checkpoint, rehearsal in former:
            gone.append({"delegate": delegate, "checkpoint": checkpoint, "rehearsal": int(rehearsal)})
    link.run(_FORGET, gone)
    link.run(_SAVE, saved)


def of_one(link: Link, delegate: DelegateId) -> Presences:
    return tuple(presence(row) for row in link.all(_OF_ONE, delegate=delegate))


def of_many(link: Link, ids: Sequence[DelegateId]) -> Mapping[DelegateId, Presences]:
    """Return the presences of those of `ids` who were ever seen."""
    if len(ids) == 1:
        return {ids[0]: of_one(link, ids[0])}
    found: dict[DelegateId, list[Presence]] = {}
    for row in link.all(_OF_MANY, delegates=json.dumps(ids)):
        found.setdefault(row[-1], []).append(presence(row))
    return {delegate: tuple(some) for delegate, some in found.items()}


def aboard(link: Link, code: BusCode, *, rehearsal: bool) -> int:
    return _count(link, _ABOARD, code, rehearsal)


def accessible_aboard(link: Link, code: BusCode, *, rehearsal: bool) -> int:
    """Return how many of those aboard need an accessible place."""
    return _count(link, _ACCESSIBLE_ABOARD, code, rehearsal)


def holders(link: Link, code: BusCode, *, rehearsal: bool) -> int:
    """Return of how many people a bus's manifest speaks."""
    return _count(link, _HOLDERS, code, rehearsal, bus=storable(code))


def accessible_holders(link: Link, code: BusCode, *, rehearsal: bool) -> int:
    """Return how many of those need an accessible place."""
    return _count(link, _ACCESSIBLE_HOLDERS, code, rehearsal, bus=storable(code))


def guests_at(link: Link, checkpoint: CheckpointId) -> int:
    """Return how many people were checked in somewhere, outside rehearsals."""
    row = link.one(_AT, checkpoint=storable(checkpoint))
    return int(row[0]) if row else 0


def _count(link: Link, prepared: Prepared, code: BusCode, rehearsal: bool, **more: str) -> int:  # noqa: FBT001 - named above
    row = link.one(prepared, checkpoint=bus_checkpoint(code), rehearsal=int(rehearsal), **more)
    return int(row[0]) if row else 0
