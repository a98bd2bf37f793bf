"""How many are expected and here, at every door and on every bus, and who they are."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from checkin_app.domain.buses import Bus
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import BusCode, CheckpointId, DelegateId, Instant, StationId, bus_checkpoint, bus_of
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.movements import Movements
from checkin_app.domain.problems import UnknownBus
from checkin_app.domain.ride_states import ride_state
from checkin_app.domain.seating import NO_WHEELCHAIRS, takes_people
from checkin_app.domain.standings import Relation, Standing, Tally, counted, sought_as
from checkin_app.services.ports.buses import BusCount, LastScan, Manifest, ManifestLine
from checkin_app.services.ports.movements import CheckpointCount
from db import overrides, sayings, wheelchairs
from db.engine import Link, Prepared
from db.log import heads
from db.log.tables import facts
from db.projections import buses, people, presences, rides
from db.projections.person import movements_of

_bind = sa.bindparam
_delegates, _presences, _rides, _facts = people.delegates, presences.presences, rides.rides, facts
_CATEGORIES = Prepared(sa.select(_delegates.c.category, sa.func.count()).group_by(_delegates.c.category))
_ARRIVED = Prepared(
    sa.select(sa.func.count())
    .select_from(_presences)
    .where(_presences.c.checkpoint == _bind("checkpoint"), _presences.c.rehearsal == _bind("rehearsal"))
)
_LISTED = Prepared(sa.select(_rides.c.bus, sa.func.count()).where(_rides.c.bus.is_not(None)).group_by(_rides.c.bus))
#: By the bus that they were seen at, whether they are aboard, and the one that they are listed on: how many, and the
#: newest scan with its station, which SQLite takes from the row that has the greatest moment.
_ABOARD = Prepared(
    sa.select(
        _presences.c.checkpoint,
        _presences.c.inside,
        _rides.c.bus,
        sa.func.count(),
        sa.func.max(_presences.c.since),
        _presences.c.station,
    )
    .join_from(_presences, _rides, _rides.c.delegate == _presences.c.delegate, isouter=True)
    .where(
        _presences.c.checkpoint >= sa.literal_column("'bus:'"),
        _presences.c.checkpoint < sa.literal_column("'bus;'"),
        _presences.c.rehearsal == _bind("rehearsal"),
    )
    .group_by(_presences.c.checkpoint, _presences.c.inside, _rides.c.bus)
)
_here = _presences.alias("here")
#: By bus, how many of those listed and not aboard are aboard another one.
_ELSEWHERE = Prepared(
    sa.select(_rides.c.bus, sa.func.count(_rides.c.delegate.distinct()))
    .join_from(_presences, _rides, _rides.c.delegate == _presences.c.delegate)
    .join(
        _here,
        sa.and_(
            _here.c.delegate == _rides.c.delegate,
            _here.c.checkpoint == sa.literal_column("'bus:'").op("||")(_rides.c.bus),
            _here.c.rehearsal == _bind("rehearsal"),
            _here.c.inside == 1,
        ),
        isouter=True,
    )
    .where(
        _presences.c.checkpoint >= sa.literal_column("'bus:'"),
        _presences.c.checkpoint < sa.literal_column("'bus;'"),
        _presences.c.rehearsal == _bind("rehearsal"),
        _presences.c.inside == 1,
        _rides.c.bus.is_not(None),
        _here.c.delegate.is_(None),
    )
    .group_by(_rides.c.bus)
)
_other = _presences.alias("other")
#: By bus, how many of those aboard are aboard another one as well.
_DOUBTED = Prepared(
    sa.select(_here.c.checkpoint, sa.func.count())
    .where(
        _here.c.checkpoint >= sa.literal_column("'bus:'"),
        _here.c.checkpoint < sa.literal_column("'bus;'"),
        _here.c.rehearsal == _bind("rehearsal"),
        _here.c.inside == 1,
        sa.exists().where(
            _other.c.delegate == _here.c.delegate,
            _other.c.checkpoint >= sa.literal_column("'bus:'"),
            _other.c.checkpoint < sa.literal_column("'bus;'"),
            _other.c.checkpoint != _here.c.checkpoint,
            _other.c.rehearsal == _bind("rehearsal"),
            _other.c.inside == 1,
        ),
    )
    .group_by(_here.c.checkpoint)
)
_OF_BUS = Prepared(presences.of_bus)
_RESTED_ON = (Aspect.DETAILS, Aspect.MOVEMENT, Aspect.RIDE, Aspect.BUS)
_RESTING_ON = (
    sa.select(sa.func.count())
    .select_from(_facts)
    .where(_facts.c.aspect.in_([sa.literal_column(f"'{each}'") for each in _RESTED_ON]))
)
_ALL_RESTING_ON = Prepared(_RESTING_ON)
#: The words of the index go before the place of coming where that stands alone, and all would be counted.
_COME_SINCE = Prepared(
    sa.select(sa.func.count())
    .select_from(_facts)
    .where(
        _facts.c.arrival > _bind("since"),
        sa.literal_column("+aspect").in_([sa.literal_column(f"'{each}'") for each in _RESTED_ON]),
    )
)


class Version:
    """How many facts the lists of buses rest on: all are counted once, and then those that came; by several threads at once."""

    def __init__(self) -> None:
        self._known: tuple[int, int] | None = None
        """The place at which the last one came, and how many there were."""

    def at(self, link: Link) -> int:
        """Return how many there are in the state that `link` sees."""
        known, newest = self._known, heads.newest_arrival(link)
        if known and known[0] <= newest:
            number = known[1] + _number(link.one(_COME_SINCE, since=known[0]))
        else:
            number = _number(link.one(_ALL_RESTING_ON))
        if known is None or newest > known[0]:
            self._known = (newest, number)  # at once, as several threads may ask
        return number

    def forget(self) -> None:
        """Count anew: the rows were mended."""
        self._known = None


def _number(row: Sequence[int] | None) -> int:
    return int(row[0]) if row else 0


def of_checkpoints(link: Link, forum: Forum, *, rehearsal: bool) -> list[CheckpointCount]:
    """Return every session and then every bus, with those expected and those who came at all."""
    categories = {row[0]: row[1] for row in link.all(_CATEGORIES)}
    sessions = [
        CheckpointCount(
            session.checkpoint,
            sum(count for category, count in categories.items() if category in session.admits),
            _arrived(link, session.checkpoint, rehearsal=rehearsal),
        )
        for session in forum.sessions
    ]
    buses = [
        CheckpointCount(bus_checkpoint(each.bus.code), each.listed, each.aboard)
        for each in of_buses(link, rehearsal=rehearsal)
    ]
    return sessions + buses


def _arrived(link: Link, checkpoint: CheckpointId, *, rehearsal: bool) -> int:
    row = link.one(_ARRIVED, checkpoint=checkpoint, rehearsal=int(rehearsal))
    return int(row[0]) if row else 0


def of_buses(link: Link, *, rehearsal: bool) -> list[BusCount]:
    """Return every bus in the order of its number: 1-9 before 1-10."""
    at_doors = link.all(_ABOARD, rehearsal=int(rehearsal))
    related = _related(link, at_doors, rehearsal=rehearsal)
    last = _last_scans(at_doors)
    waiting = sayings.waiting(link, rehearsal=rehearsal)
    doubted = {bus_of(checkpoint): int(count) for checkpoint, count in link.all(_DOUBTED, rehearsal=int(rehearsal))}
    known = sorted(buses.every(link), key=lambda bus: _natural(bus.code))
    # Where no bus names layouts, nobody asks who comes in a wheelchair.
    chairs = wheelchairs.by_bus(link, rehearsal=rehearsal) if any(bus.layouts for bus in known) else {}
    found = [
        _count(
            bus,
            counted(bus.state, related.get(bus.code, {})),
            doubted.get(bus.code, 0),
            last.get(bus.code),
            rehearsal=rehearsal,
        )
        for bus in known
    ]
    if not waiting and not chairs:
        return found
    return [
        replace(
            each,
            waiting=waiting.get(each.bus.route, 0),
            wheelchairs=chairs.get(each.bus.code, NO_WHEELCHAIRS) if each.bus.layouts else NO_WHEELCHAIRS,
        )
        for each in found
    ]


def of_bus(link: Link, code: BusCode, *, rehearsal: bool) -> BusCount:
    """Return one bus with its figures, from those on its list or aboard alone; when it was heard of last is left out."""
    bus = buses.one(link, code)
    if bus is None:
        raise UnknownBus(name=code)
    ids = [each[0] for each in link.all(_OF_BUS, bus=code, checkpoint=bus_checkpoint(code), rehearsal=int(rehearsal))]
    moved = movements_of(link, ids) if ids else {}
    lines = (_line(bus, Delegate(each, ""), moved[each], {}, rehearsal=rehearsal) for each in ids)
    made = Manifest(bus, tuple(lines), 0, rehearsal)
    chairs = wheelchairs.of_bus(link, code, rehearsal=rehearsal) if bus.layouts else NO_WHEELCHAIRS
    return replace(_count(bus, made.tally, made.tally.doubted, None, rehearsal=rehearsal), wheelchairs=chairs)


def _last_scans(at_doors: Sequence[Sequence[Any]]) -> dict[str | None, LastScan]:
    """Return by bus when somebody was last scanned at its door, and by which station."""
    last: dict[str | None, LastScan] = {}
    for checkpoint, _inside, _listed_on, _count, since, station in at_doors:
        bus, scan = bus_of(checkpoint), LastScan(Instant(since), StationId(station))
        last[bus] = max(last.get(bus, scan), scan)
    return last


def _related(link: Link, at_doors: Sequence[Sequence[Any]], *, rehearsal: bool) -> dict[str | None, Counter[Relation]]:
    """Return by bus how many people are related to it in which way: who is listed and aboard nothing is the rest."""
    found: dict[str | None, Counter[Relation]] = {}
    for checkpoint, inside, listed_on, count, _since, _station in at_doors:
        if not inside:
            continue
        bus = bus_of(checkpoint)
        found.setdefault(bus, Counter())[Relation(listed_on == bus, aboard=True, elsewhere=False)] += count
    for bus, count in link.all(_ELSEWHERE, rehearsal=int(rehearsal)):
        found.setdefault(bus, Counter())[Relation(listed=True, aboard=False, elsewhere=True)] += count
    for bus, count in sayings.accounted(link, rehearsal=rehearsal).items():
        related = Relation(listed=True, aboard=False, elsewhere=False, accounted=True)
        found.setdefault(bus, Counter())[related] += count
    for bus, count in link.all(_LISTED):
        people = found.setdefault(bus, Counter())
        seen = sum(some for relation, some in people.items() if relation.listed)
        people[Relation(listed=True, aboard=False, elsewhere=False)] += count - seen
    return found


def _count(bus: Bus, figures: Tally, doubted: int, last: LastScan | None, *, rehearsal: bool) -> BusCount:
    known = figures.listed, figures.aboard, figures.unlisted, figures.safe, doubted, figures.accounted
    return BusCount(bus, *known, last=last, rehearsal=rehearsal)


def manifest(
    link: Link,
    code: BusCode,
    in_order: Callable[[Iterable[Delegate]], Iterable[Delegate]],
    version: Version,
    *,
    rehearsal: bool,
) -> Manifest:
    """Return who is on a bus's list or aboard, in the order that `in_order` brings people into."""
    bus = buses.one(link, code)
    if bus is None:
        raise UnknownBus(name=code)
    checkpoint = bus_checkpoint(code)
    ids = [each[0] for each in link.all(_OF_BUS, bus=code, checkpoint=checkpoint, rehearsal=int(rehearsal))]
    known = people.some(link, ids)
    moved = movements_of(link, ids) if ids else {}
    people_of = in_order(known.get(each) or Delegate(each, "") for each in ids)
    known_overrides = overrides.at_bus(link, checkpoint)
    lines = [_line(bus, each, moved[each.id], known_overrides, rehearsal=rehearsal) for each in people_of]
    made = Manifest(bus, tuple(lines), version.at(link), rehearsal)
    return _with_standby(link, made) if sayings.waiting(link, rehearsal=rehearsal).get(bus.route) else made


def _with_standby(link: Link, made: Manifest) -> Manifest:
    """Add who waits for a seat of the route, and where there are seats for them."""
    bus, rehearsal = made.bus, made.rehearsal
    ids = sayings.standbys(link, bus.route, rehearsal=rehearsal)
    known, moved = people.some(link, ids), movements_of(link, ids)
    lines = (_line(bus, known.get(each) or Delegate(each, ""), moved[each], {}, rehearsal=rehearsal) for each in ids)
    since = {each: moved[each].ride.said for each in ids}
    waiting = (replace(line, since=said.at if (said := since[line.delegate.id]) else None) for line in lines)
    route = (each for each in of_buses(link, rehearsal=rehearsal) if each.bus.route == bus.route)
    seats = ((each.bus.code, each.open_seats) for each in route if takes_people(each.bus))
    return replace(made, waiting=tuple(waiting), open_seats=tuple(seats))


def _line(
    bus: Bus, delegate: Delegate, moved: Movements, overriding: overrides.Overrides, *, rehearsal: bool
) -> ManifestLine:
    here = moved.at(bus_checkpoint(bus.code), rehearsal=rehearsal)
    elsewhere = [bus_of(each.checkpoint) for each in moved.aboard if each.rehearsal == rehearsal and each != here]
    said = moved.said(rehearsal=rehearsal)
    called = sought_as(bus.state) is Standing.MISSING
    return ManifestLine(
        delegate=delegate,
        aboard=bool(here and here.inside),
        since=here.since if here else None,
        seen_on=elsewhere[-1] if elsewhere else None,
        listed=moved.bus == bus.code,
        ride=ride_state(moved, route=bool(delegate.route), called=called, rehearsal=rehearsal),
        said=said.what if said else None,
        override=overriding.get((here.fact_id, here.station)) if here and here.inside else None,
    )


def _natural(code: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", code)]


def names_of(link: Link, ids: Sequence[DelegateId]) -> Mapping[DelegateId, str]:
    return {who: each.name for who, each in people.some(link, ids).items()}
