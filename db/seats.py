"""Who chose a route and has no bus."""

from collections.abc import Sequence

import sqlalchemy as sa

from checkin_app.domain.ids import DelegateId, RouteId
from db.engine import Link, Prepared
from db.projections import people, rides
from db.projections.columns import storable

_people, _rides = people.delegates, rides.rides
_UNSEATED = Prepared(
    sa.select(_people.c.id)
    .select_from(_people.outerjoin(_rides, _rides.c.delegate == _people.c.id))
    .where(_people.c.route == sa.bindparam("route"), _rides.c.bus.is_(None))
    .order_by(_people.c.delegation, _people.c.name, _people.c.id)
    .limit(sa.bindparam("limit"))
)


def unseated(link: Link, route: RouteId, limit: int) -> Sequence[DelegateId]:
    """Return who chose a route and stands on no bus's list, delegations together."""
    return [DelegateId(row[0]) for row in link.all(_UNSEATED, route=storable(route), limit=limit)]
