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
from db.packed import Packed
from db.projections import badges, people, presences, rides

_seen = presences.presences
_id = sa.bindparam("id", type_=sa.Text)
_WHO = Packed(sa.select(*people.COLUMNS).where(people.delegates.c.id == _id))
_BADGE = Packed(sa.select(*badges.COLUMNS).where(badges.badges.c.delegate == _id))
_RIDE = Packed(sa.select(*rides.COLUMNS).select_from(rides.JOINED).where(rides.rides.c.delegate == _id))
_SEEN = Packed(sa.select(*presences.COLUMNS, _seen.c.position).where(_seen.c.delegate == _id))
_PERSON = Prepared(sa.select(*(each.as_text() for each in (_WHO, _BADGE, _RIDE, _SEEN))))
_FIRST_BADGE = BadgeStanding()


def person(link: Link, delegate: DelegateId) -> tuple[Delegate | None, BadgeStanding, Movements]:
    """Return who somebody is, which badge is valid and where they are, in one statement."""
    found = link.one(_PERSON, id=delegate) or ("[]",) * 4
    who, badge = _WHO.rows(link, found[0]), _BADGE.rows(link, found[1])
    ride, seen = _RIDE.rows(link, found[2]), _SEEN.rows(link, found[3])
    return (
        people.delegate(who[0]) if who else None,
        badges.badge(badge[0]) if badge else _FIRST_BADGE,
        Movements.of(_presences(seen), rides.ride(ride[0] if ride else None)),
    )


def _presences(rows: list[tuple[Any, ...]]) -> tuple[Presence, ...]:
    if len(rows) > 1:
        rows.sort(key=itemgetter(-1))
    return tuple([presences.presence(row) for row in rows])


def movements_of(link: Link, ids: Sequence[DelegateId]) -> Mapping[DelegateId, Movements]:
    """Return where each of `ids` was seen, and on which bus's list they stand."""
    seen = presences.of_many(link, ids)
    listed = rides.of_many(link, ids)
    return {each: Movements.of(seen.get(each, ()), listed.get(each, NO_RIDE)) for each in ids}
