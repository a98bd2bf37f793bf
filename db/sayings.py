"""What was said of rides and holds: who is accounted for on each bus, and who waits, in which order."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from checkin_app.domain.ids import BusCode, DelegateId, RouteId, Subject
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.rides import Saying
from checkin_app.domain.ride_states import ACCOUNTED
from db.engine import Link, Prepared
from db.projections import presences, rides
from db.projections.columns import storable

_bind = sa.bindparam
_rides, _sayings = rides.rides, rides.ride_sayings
_seen = presences.presences.alias("seen")
#: As `Movements.said` has it: the badge was seen at no bus since.
HOLDS = (
    _sayings.c.rehearsal == _bind("rehearsal"),
    ~sa.exists().where(
        _seen.c.delegate == _sayings.c.delegate,
        _seen.c.checkpoint >= sa.literal_column("'bus:'"),
        _seen.c.checkpoint < sa.literal_column("'bus;'"),
        _seen.c.rehearsal == _bind("rehearsal"),
        sa.or_(_seen.c.inside == 1, sa.func.instr(_sayings.c.known, _seen.c.fact_id) == sa.literal_column("0")),
    ),
)
_ACCOUNTED = Prepared(
    sa.select(_rides.c.bus, sa.func.count())
    .join_from(_sayings, _rides, _rides.c.delegate == _sayings.c.delegate)
    .where(
        _sayings.c.what.in_([sa.literal_column(f"'{each}'") for each in sorted(ACCOUNTED)]),
        _rides.c.bus.is_not(None),
        *HOLDS,
    )
    .group_by(_rides.c.bus)
)
_STANDBYS = Prepared(
    sa.select(_sayings.c.delegate)
    .where(_sayings.c.what == sa.literal_column(f"'{Saying.STANDBY}'"), _sayings.c.route == _bind("route"), *HOLDS)
    .order_by(_sayings.c.place)
)

_WAITING = Prepared(
    sa.select(_sayings.c.route, sa.func.count())
    .where(_sayings.c.what == sa.literal_column(f"'{Saying.STANDBY}'"), *HOLDS)
    .group_by(_sayings.c.route)
)


class RideReading:
    """A part of `Reads`."""

    _link: Link

    def _settle(self, only: Subject | Aspect | None = None) -> None:
        """Bring what is read up to what was recorded; nothing was, here."""

    def standbys(self, route: RouteId, *, rehearsal: bool) -> Sequence[DelegateId]:
        self._settle()
        return standbys(self._link, route, rehearsal=rehearsal)

    def accounted(self, bus: BusCode, *, rehearsal: bool) -> int:
        self._settle()
        return accounted(self._link, rehearsal=rehearsal).get(bus, 0)


def accounted(link: Link, *, rehearsal: bool) -> Mapping[BusCode, int]:
    """Return by bus of how many of its list a person said what became of them, whom nobody has seen since."""
    return {BusCode(bus): count for bus, count in link.all(_ACCOUNTED, rehearsal=int(rehearsal))}


def standbys(link: Link, route: RouteId, *, rehearsal: bool) -> Sequence[DelegateId]:
    """Return who waits for a seat of a route: who was put on standby first, comes first."""
    return [DelegateId(row[0]) for row in link.all(_STANDBYS, route=storable(route), rehearsal=int(rehearsal))]


def waiting(link: Link, *, rehearsal: bool) -> Mapping[RouteId, int]:
    """Return by route how many wait for a seat; without those for which nobody does."""
    return {RouteId(route): int(count) for route, count in link.all(_WAITING, rehearsal=int(rehearsal)) if route}
