"""All projections, by the aspect that each is a fold of."""

from collections.abc import Mapping

import sqlalchemy as sa

from checkin_app.domain.kinds.body import Aspect
from db.projections import badges, buses, forums, jobs, operations, people, presences, rides, scans, stations
from db.projections.projection import Projection

PROJECTIONS: Mapping[Aspect, Projection] = {
    each.PROJECTION.aspect: each.PROJECTION
    for each in (people, badges, presences, rides, buses, jobs, stations, forums, operations)
}

#: Every table that `check` rebuilds aside and compares: the list of scans has no aspect, it is folded by their names.
TABLES: tuple[sa.Table, ...] = (*(table for each in PROJECTIONS.values() for table in each.tables), scans.scans)
