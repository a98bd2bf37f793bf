"""How the forum stands, for whoever leads it: arrivals against plan, desks, buses, laptops, and what needs a person."""

from collections.abc import Sequence
from dataclasses import dataclass

from checkin_app.domain.arrivals import Arrivals
from checkin_app.domain.dispatching import Concern, Sight
from checkin_app.domain.ids import Instant, RouteId, StationId
from checkin_app.domain.seating import reserved
from checkin_app.domain.swaps import Swap
from checkin_app.domain.sync.laptops import Laptop
from checkin_app.services.ports.buses import BusCount

#: Over how long a desk's rate is taken.
LATELY_MS = 10 * 60_000


@dataclass(frozen=True, slots=True)
class Desk:
    """What one laptop let pass."""

    station: StationId
    name: str
    lately: int
    """In the last ten minutes."""
    today: int

    @property
    def a_minute(self) -> float:
        return self.lately * 60_000 / LATELY_MS


@dataclass(frozen=True, slots=True)
class NeedyBus:
    """A bus that needs a person, and why."""

    count: BusCount
    sight: Sight
    concerns: tuple[Concern, ...]
    swap: Swap | None = None
    """That another bus takes over from it."""


@dataclass(frozen=True, slots=True)
class RouteFill:
    """How all buses of a route together are filled."""

    route: RouteId
    aboard: int
    doubted: int
    """Of those aboard, how many are aboard another bus as well, as another laptop says."""
    listed: int
    sought: int
    reserved: int
    """Seats that no guest is given."""
    seats: int
    """As licensed."""


@dataclass(frozen=True, slots=True)
class Overview:
    """All of it at one moment."""

    at: Instant
    sessions: tuple[Arrivals, ...]
    desks: tuple[Desk, ...]
    """Those that let anybody pass today, the busiest first."""
    buses: Sequence[BusCount]
    needy: tuple[NeedyBus, ...]
    """The most pressing first."""
    contradictions: int
    """What laptops know differently and nobody has settled."""
    laptops: tuple[Laptop, ...]
    only_here: int = 0
    """Entries that no other laptop has as far as is known."""

    @property
    def routes(self) -> tuple[RouteFill, ...]:
        """Return the routes that have buses, in the order of those."""
        every = dict.fromkeys(each.bus.route for each in self.buses)
        return tuple(_filled(route, [each for each in self.buses if each.bus.route == route]) for route in every)


def _filled(route: RouteId, counts: Sequence[BusCount]) -> RouteFill:
    tallies = [each.tally for each in counts]
    return RouteFill(
        route,
        sum(each.aboard for each in tallies),
        sum(each.doubted for each in tallies),
        sum(each.listed for each in tallies),
        sum(each.sought for each in tallies),
        sum(reserved(each.bus) for each in counts),
        sum(each.licensed for each in counts),
    )
