"""What is asked of several projections at once: each scan asks for all that is known of a person."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.movements import Movements
from checkin_app.domain.rides import NO_RIDE
from db.engine import Link, Prepared
from db.projections import badges, people, presences, rides

_bind = sa.bindparam
_asked = sa.select(_bind("id", type_=sa.Text).label("id")).subquery()
_PERSON = Prepared(
    sa.select(*people.COLUMNS, *badges.COLUMNS, *rides.COLUMNS).select_from(
        _asked.outerjoin(people.delegates, people.delegates.c.id == _asked.c.id)
        .outerjoin(badges.badges, badges.badges.c.delegate == _asked.c.id)
        .outerjoin(rides.rides, rides.rides.c.delegate == _asked.c.id)
    )
)


def person(link: Link, delegate: DelegateId) -> tuple[Delegate | None, BadgeStanding, Movements]:
    """Return who somebody is, which badge is valid and where they are, in two statements."""
    row = link.one(_PERSON, id=delegate) or ()
    standing, ride = row[len(people.COLUMNS) : -len(rides.COLUMNS)], row[-len(rides.COLUMNS) :]
    return (
        people.delegate(row) if row[0] is not None else None,
        badges.badge(standing) if standing[0] is not None else BadgeStanding(),
        Movements.of(presences.of_one(link, delegate), rides.ride(ride if ride[1] is not None else None)),
    )


def movements_of(link: Link, ids: Sequence[DelegateId]) -> Mapping[DelegateId, Movements]:
    """Return where each of `ids` was seen, and on which bus's list they stand."""
    seen = presences.of_many(link, ids)
    listed = rides.of_many(link, ids)
    return {each: Movements.of(seen.get(each, ()), listed.get(each, NO_RIDE)) for each in ids}
