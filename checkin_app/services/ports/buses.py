"""Buses and who is aboard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import product
from typing import NamedTuple, Protocol

from checkin_app.domain.buses import LEFT, Bus, BusRecord
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.head_counts import BusCounts
from checkin_app.domain.ids import BusCode, DelegateId, FactId, Instant, RouteId, StationId
from checkin_app.domain.kinds.rides import Saying
from checkin_app.domain.manifest_lines import lines_code
from checkin_app.domain.operators import Maker
from checkin_app.domain.outcomes import Reason
from checkin_app.domain.overriding import OverrideGround
from checkin_app.domain.ride_states import ACCOUNTED, RideState
from checkin_app.domain.seating import NO_WHEELCHAIRS, Wheelchairs, free_seats, holders, licensed, usable
from checkin_app.domain.standings import Relation, Standing, Tally, sought_as, standing, tally
from checkin_app.domain.swaps import Swap


class LastScan(NamedTuple):
    """The newest scan at a bus's door."""

    at: Instant
    station: StationId


@dataclass(frozen=True, slots=True)
class BusCount:
    bus: Bus
    listed: int
    aboard: int
    unlisted: int = 0
    """Of those aboard, how many are not on this bus's list."""
    safe: int = 0
    """Of those listed and not aboard, how many are aboard another bus."""
    doubted: int = 0
    """Of those aboard, how many are aboard another bus as well, as another laptop says."""
    accounted: int = 0
    """Of those listed and not aboard, of how many a person said what became of them."""
    last: LastScan | None = None
    """None where nobody was scanned at its door yet."""
    rehearsal: bool = False
    """Whether its figures are of a rehearsal's ride."""
    waiting: int = 0
    """How many are on standby for its route."""
    wheelchairs: Wheelchairs = NO_WHEELCHAIRS
    """Of a bus that names its layouts: how many there are; of others nobody asks."""

    @property
    def seats(self) -> int:
        """For how many delegates it is, with those who are expected on it in a wheelchair."""
        return usable(self.bus, self.wheelchairs.expected)

    @property
    def licensed(self) -> int:
        """How many the law lets aboard, with those who are expected on it in a wheelchair."""
        return licensed(self.bus, self.wheelchairs.expected)

    @property
    def tally(self) -> Tally:
        return Tally(self.listed, self.aboard, self.unlisted, self.safe, self.doubted, self.accounted)

    @property
    def free(self) -> int:
        """Seats that nobody holds: neither on the list nor aboard."""
        return free_seats(self.bus, holders(self.listed, self.unlisted), self.wheelchairs.held)

    @property
    def open_seats(self) -> int:
        """Seats for those on standby: those that nobody holds who is still expected."""
        taken = holders(self.listed, self.unlisted) - self.accounted
        return free_seats(self.bus, taken, self.wheelchairs.expected)


class Filter(StrEnum):
    """Which lines of a manifest are looked at."""

    ALL = "all"
    ABOARD = "aboard"
    SAFE = "safe"
    ACCOUNTED = "accounted"
    SOUGHT = "sought"
    """Whoever is looked for: still to come or missing, by the state of the bus."""
    STANDBY = "standby"
    """Who waits for a seat of its route, in the order in which they get one."""


@dataclass(frozen=True, slots=True)
class Override:
    """That somebody boarded though the door said otherwise."""

    fact_id: FactId
    at: Instant
    station: StationId
    asked: Reason
    """What the door said."""
    ground: OverrideGround
    text: str = ""
    maker: Maker | None = None
    named: str = ""
    """Who said so, as somebody typed it where nobody signs in."""
    approved_by: str = ""

    @property
    def by(self) -> str:
        return " + ".join(part for part in (self.maker.name if self.maker else self.named, self.approved_by) if part)


@dataclass(frozen=True, slots=True)
class ManifestLine:
    delegate: Delegate
    aboard: bool
    since: Instant | None
    """When the last scan at this bus was."""
    seen_on: BusCode | None
    """Another bus this person is aboard: safe, not missing."""
    listed: bool
    """False for one who is aboard without being on the list."""
    ride: RideState = RideState.ASSIGNED
    said: Saying | None = None
    """What was said of the ride and holds."""
    override: Override | None = None
    """By which they are aboard, where the door said otherwise."""

    @property
    def relation(self) -> Relation:
        return Relation(self.listed, self.aboard, self.seen_on is not None, self.said in ACCOUNTED)


@dataclass(frozen=True)
class Manifest:
    """What is asked of all lines is found out once: a screen asks for it at every stroke."""

    bus: Bus
    lines: tuple[ManifestLine, ...]
    version: int
    """How many facts it rests on: two papers with one version say the same."""
    rehearsal: bool = False
    """Whether it tells of a rehearsal's ride."""
    swap: Swap | None = None
    """That another bus takes over from this one."""
    took_over: tuple[BusCode, ...] = ()
    """The buses that this one took over from."""
    waiting: tuple[ManifestLine, ...] = ()
    """Who is on standby for its route; who was put there first, comes first."""
    open_seats: tuple[tuple[BusCode, int], ...] = ()
    """Where anybody waits: how many seats each bus of the route has for them."""

    @cached_property
    def wheelchairs(self) -> int:
        """Return how many in a wheelchair are aboard or expected."""
        return sum(
            line.delegate.accessible and (line.aboard or line.said not in ACCOUNTED) for line in self.lines
        )  # fmt: skip

    @property
    def seats_here(self) -> int:
        """Return how many seats this bus has for those on standby."""
        return dict(self.open_seats).get(self.bus.code, 0)

    def standing(self, line: ManifestLine) -> Standing:
        return standing(self.bus.state, line.relation)

    @cached_property
    def by_standing(self) -> Mapping[Standing, tuple[ManifestLine, ...]]:
        """Return the lines of each standing, in their order; of one that nobody has, none."""
        found: dict[Standing, list[ManifestLine]] = {each: [] for each in Standing}
        # There are sixteen ways to stand to a bus, and a bus may list everybody.
        ways = product((False, True), repeat=4)
        home = {way: found[standing(self.bus.state, Relation(*way))] for way in ways}
        for line in self.lines:
            home[line.relation].append(line)
        return {each: tuple(lines) for each, lines in found.items()}

    @cached_property
    def lines_code(self) -> str:
        """Return four digits that two papers share where the same people stand on the same lines."""
        return lines_code(self.bus.code, (line.delegate.id for line in self.lines))

    @property
    def is_published(self) -> bool:
        """Return whether it says with whom the bus left: until its release it is a working copy."""
        return self.bus.state in LEFT

    @cached_property
    def aboard(self) -> tuple[ManifestLine, ...]:
        return tuple(line for line in self.lines if line.aboard)

    def part(self, wanted: Filter) -> tuple[ManifestLine, ...]:
        """Return the lines that are looked at, in their order."""
        match wanted:
            case Filter.ALL:
                return self.lines
            case Filter.ABOARD:
                return self.aboard
            case Filter.SAFE:
                return self.by_standing[Standing.SAFE]
            case Filter.ACCOUNTED:
                return self.by_standing[Standing.ACCOUNTED]
            case Filter.SOUGHT:
                return self.by_standing[sought_as(self.bus.state)]
            case Filter.STANDBY:
                return self.waiting

    @cached_property
    def tally(self) -> Tally:
        doubted = sum(line.seen_on is not None for line in self.aboard)
        return replace(tally({each: len(lines) for each, lines in self.by_standing.items()}), doubted=doubted)


class BusReads(Protocol):
    """Buses as they are known."""

    def bus(self, code: BusCode) -> Bus | None: ...
    def bus_record(self, code: BusCode) -> BusRecord: ...
    def bus_counts(self, code: BusCode) -> BusCounts:
        """Return what was counted at a bus on its ride."""
        ...

    def buses_of(self, route: RouteId) -> Sequence[Bus]: ...


class SeatReads(Protocol):
    """How full buses are."""

    def aboard(self, code: BusCode, *, rehearsal: bool) -> int: ...
    def accessible_aboard(self, code: BusCode, *, rehearsal: bool) -> int: ...
    def holders(self, code: BusCode, *, rehearsal: bool) -> int:
        """Return how many hold a seat: everybody on the list, and who is aboard besides."""
        ...

    def accessible_holders(self, code: BusCode, *, rehearsal: bool) -> int:
        """Return how many of them need an accessible place."""
        ...

    def accessible_expected(self, code: BusCode, *, rehearsal: bool) -> int:
        """Return how many of those are expected on it: without whom a person accounted for."""
        ...


class BusQueries(Protocol):
    """Buses with their figures, and one with its people."""

    def buses(self, *, rehearsal: bool) -> Sequence[BusCount]: ...
    def bus_count(self, bus: BusCode, *, rehearsal: bool) -> BusCount:
        """Return one of them, without its last scan and without who waits for its route."""
        ...

    def wheelchairs(self) -> Mapping[BusCode, int]:
        """Return how many on a bus's list need an accessible place, of each bus that lists one."""
        ...

    def counted(self) -> Mapping[BusCode, BusCounts]:
        """Return what was counted at each bus at which anything was."""
        ...

    def manifest(self, bus: BusCode, *, rehearsal: bool) -> Manifest: ...
    def count_ahead(self) -> None:
        """Count what the lists of buses rest on, so that the first that is asked for counts only what came since."""
        ...

    def unseated(self, route: RouteId, limit: int) -> Sequence[DelegateId]:
        """Return who chose a route and stands on no bus's list, delegations together."""
        ...
