"""How many come in a wheelchair on buses that name their layouts: on those fewer may sit, the more there are."""

from collections.abc import Mapping

import sqlalchemy as sa

from checkin_app.domain.ids import BusCode, bus_of
from checkin_app.domain.ride_states import ACCOUNTED
from checkin_app.domain.seating import Wheelchairs
from db import sayings
from db.engine import Link, Prepared
from db.projections import people, presences, rides

_bind = sa.bindparam
_delegates, _presences, _rides = people.delegates, presences.presences, rides.rides
_LISTED = Prepared(
    sa.select(_rides.c.bus, sa.func.count())
    .select_from(_rides.join(_delegates, _delegates.c.id == _rides.c.delegate))
    .where(_rides.c.bus.is_not(None), _delegates.c.accessible == 1)
    .group_by(_rides.c.bus)
)
#: By the bus that they are aboard, and the one that they are listed on.
_ABOARD = Prepared(
    sa.select(_presences.c.checkpoint, _rides.c.bus, sa.func.count())
    .select_from(
        _presences.join(_delegates, _delegates.c.id == _presences.c.delegate).outerjoin(
            _rides, _rides.c.delegate == _presences.c.delegate
        )
    )
    .where(
        _presences.c.checkpoint >= sa.literal_column("'bus:'"),
        _presences.c.checkpoint < sa.literal_column("'bus;'"),
        _presences.c.rehearsal == _bind("rehearsal"),
        _presences.c.inside == 1,
        _delegates.c.accessible == 1,
    )
    .group_by(_presences.c.checkpoint, _rides.c.bus)
)
_ACCOUNTED = Prepared(
    sa.select(_rides.c.bus, sa.func.count())
    .join_from(rides.ride_sayings, _rides, _rides.c.delegate == rides.ride_sayings.c.delegate)
    .join(_delegates, _delegates.c.id == _rides.c.delegate)
    .where(
        rides.ride_sayings.c.what.in_([sa.literal_column(f"'{each}'") for each in sorted(ACCOUNTED)]),
        _rides.c.bus.is_not(None),
        _delegates.c.accessible == 1,
        *sayings.HOLDS,
    )
    .group_by(_rides.c.bus)
)


def listed(link: Link) -> dict[BusCode, int]:
    """Return by bus how many on its list need an accessible place; without those that have none."""
    return {BusCode(bus): int(count) for bus, count in link.all(_LISTED)}


def by_bus(link: Link, *, rehearsal: bool) -> Mapping[BusCode, Wheelchairs]:
    """Return how many there are of every bus that has any."""
    here, besides = dict[BusCode, int](), dict[BusCode, int]()
    for checkpoint, listed_on, count in link.all(_ABOARD, rehearsal=int(rehearsal)):
        bus = BusCode(bus_of(checkpoint) or "")
        here[bus] = here.get(bus, 0) + count
        besides[bus] = besides.get(bus, 0) + (0 if listed_on == bus else count)
    on_lists, gone = listed(link), _accounted(link, rehearsal=rehearsal)
    found = {}
    for bus in {*here, *on_lists}:
        held = on_lists.get(bus, 0) + besides.get(bus, 0)
        found[bus] = Wheelchairs(here.get(bus, 0), held, held - gone.get(bus, 0))
    return found


def of_bus(link: Link, code: BusCode, *, rehearsal: bool) -> Wheelchairs:
    """Return how many there are of one bus."""
    aboard = presences.accessible_aboard(link, code, rehearsal=rehearsal)
    held = presences.accessible_holders(link, code, rehearsal=rehearsal)
    return Wheelchairs(aboard, held, held - _accounted(link, rehearsal=rehearsal).get(code, 0))


def _accounted(link: Link, *, rehearsal: bool) -> Mapping[BusCode, int]:
    return {BusCode(bus): int(count) for bus, count in link.all(_ACCOUNTED, rehearsal=int(rehearsal))}
