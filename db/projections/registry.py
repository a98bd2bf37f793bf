"""All projections, by the aspect that each is a fold of."""

from collections.abc import Mapping

import sqlalchemy as sa

from checkin_app.domain.kinds.body import Aspect
from db.projections import (
    badges,
    buses,
    forums,
    issues,
    jobs,
    merges,
    operations,
    operators,
    people,
    presences,
    rides,
    scans,
    settlements,
    stations,
)
from db.projections.projection import Projection

PROJECTIONS: Mapping[Aspect, Projection] = {
    each.PROJECTION.aspect: each.PROJECTION
    for each in (
        merges,
        people,
        badges,
        issues,
        presences,
        rides,
        buses,
        jobs,
        stations,
        forums,
        operations,
        settlements,
        operators,
    )
}

#: Every table, with the column that says whom or what its rows are about: the list of scans has no aspect, it is folded
#: by their names.
KEYS: Mapping[sa.Table, str] = {
    **{table: key for each in PROJECTIONS.values() for table, key in each.tables.items()},
    scans.scans: "fact_id",
}
#: Every table that `check` rebuilds aside and compares.
TABLES: tuple[sa.Table, ...] = tuple(KEYS)
