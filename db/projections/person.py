"""What is asked of several projections at once: each scan asks for all that is known of a person."""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.movements import Movements, Presence
from checkin_app.domain.rides import NO_RIDE
from db.engine import Link, Prepared
from db.projections import badges, people, presences, rides

_bind = sa.bindparam
_asked = sa.select(_bind("id", type_=sa.Text).label("id")).subquery()
_seen = presences.presences
_PERSON = Prepared(
    sa.select(*people.COLUMNS, *badges.COLUMNS, *rides.COLUMNS, *presences.COLUMNS, _seen.c.position).select_from(
        _asked.outerjoin(people.delegates, people.delegates.c.id == _asked.c.id)
        .outerjoin(badges.badges, badges.badges.c.delegate == _asked.c.id)
        .outerjoin(rides.rides, rides.rides.c.delegate == _asked.c.id)
        .outerjoin(rides.ride_sayings, rides.ride_sayings.c.delegate == _asked.c.id)
        .outerjoin(_seen, _seen.c.delegate == _asked.c.id)
    )
)
_FIRST_BADGE = BadgeStanding()
_BADGE = len(people.COLUMNS)
_RIDE = _BADGE + len(badges.COLUMNS)
_PRESENCE = _RIDE + len(rides.COLUMNS)


def person(link: Link, delegate: DelegateId) -> tuple[Delegate | None, BadgeStanding, Movements]:
    """Return who somebody is, which badge is valid and where they are, in one statement: a row for each presence."""
    rows = link.all(_PERSON, id=delegate)
    first = rows[0]
    standing, ride = first[_BADGE:_RIDE], first[_RIDE:_PRESENCE]
    return (
        people.delegate(first) if first[0] is not None else None,
        badges.badge(standing) if standing[0] is not None else _FIRST_BADGE,
        Movements.of(_presences(rows), rides.ride(ride if ride[1] is not None else None)),
    )


def _presences(rows: list[tuple[Any, ...]]) -> tuple[Presence, ...]:
    if rows[0][_PRESENCE] is None:
        return ()
    if len(rows) > 1:
        rows.sort(key=itemgetter(-1))
    return tuple([presences.presence(row[_PRESENCE:-1]) for row in rows])


def movements_of(link: Link, ids: Sequence[DelegateId]) -> Mapping[DelegateId, Movements]:
    """Return where each of `ids` was seen, and on which bus's list they stand."""
    seen = presences.of_many(link, ids)
    listed = rides.of_many(link, ids)
    return {each: Movements.of(seen.get(each, ()), listed.get(each, NO_RIDE)) for each in ids}
